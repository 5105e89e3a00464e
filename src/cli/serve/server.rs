//! Answers browsers on this machine, and nobody else.
//!
//! A request is looked up in the files of the last sound site: no path of a request ever meets the disk. Pages of
//! other sites get nothing, whether they ask themselves or by a name that they let lead here.

use std::{
    convert::Infallible,
    io,
    net::SocketAddr,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    middleware::{self, Next},
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
    routing::get,
};
use fremdrift::value::RelPath;
use futures_util::stream;
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    sync::{Semaphore, watch},
    time::Sleep,
};

use super::{
    super::edge,
    demand::PageDemand,
    preview::{Preview, Problem},
    watcher::Bell,
};

/// How many connections there may be at once; others wait.
const CONNECTIONS: usize = 64;

/// How long a browser may take to say what it wants, to send nothing, and to take nothing of an answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// The most bytes of a request's head.
const HEAD_BYTES: usize = 16 * 1024;

/// The most header lines of a request.
const HEADERS: usize = 64;

/// How long a page that is asked for is waited for, where it does not say the newest; then the one of before is answered.
const MAKING: Duration = Duration::from_secs(2);

/// How often an open page is told that we are still there.
const ALIVE: Duration = Duration::from_secs(15);

/// What is shown, and by which names it may be asked for.
#[derive(Clone)]
struct Served {
    shown: watch::Receiver<Arc<Preview>>,
    /// What is looked at or waited for, and what says so.
    demand: PageDemand,
    bell: Bell,
    /// The names of this server, as browsers say them: `localhost:4000`.
    hosts: Arc<[String]>,
    /// Where our own script lies: below a folder whose name nobody else can know.
    own: Arc<str>,
}

/// Answers requests as long as the program runs.
///
/// # Errors
///
/// Fails when the system gives no means to answer.
pub fn run(
    listener: std::net::TcpListener,
    address: SocketAddr,
    (shown, (demand, bell)): (watch::Receiver<Arc<Preview>>, (PageDemand, Bell)),
) -> io::Result<()> {
    let port = address.port();
    // Browsers leave the port of the web out.
    let suffix = if port == 80 { String::new() } else { format!(":{port}") };
    let hosts = ["127.0.0.1", "localhost", "[::1]"].map(|host| format!("{host}{suffix}"));
    let own = format!("/.fremdrift-{:032x}", edge::secret());
    let served = Served { shown, demand, bell, hosts: Arc::new(hosts), own: own.as_str().into() };
    let app = Router::new()
        .route(&format!("{own}/events"), get(events))
        .route(&format!("{own}/preview.js"), get(|| async { asset("text/javascript", include_str!("preview.js")) }))
        .route(&format!("{own}/preview.css"), get(|| async { asset("text/css", include_str!("preview.css")) }))
        .fallback(page)
        .layer(middleware::from_fn_with_state(served.clone(), guard))
        .with_state(served);
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
    runtime.block_on(accept(listener, app))
}

/// Takes connections, a bounded number at once.
async fn accept(listener: std::net::TcpListener, app: Router) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let free = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let place = Arc::clone(&free).acquire_owned().await.map_err(io::Error::other)?;
        let Ok((connection, _)) = listener.accept().await else {
            // The system may be out of connections for a while.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let service = TowerToHyperService::new(app.clone());
        tokio::spawn(async move {
            let mut http = http1::Builder::new();
            http.timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_headers(HEADERS).max_buf_size(HEAD_BYTES);
            // What a browser does wrong ends its own connection and nothing else.
            drop(http.serve_connection(TokioIo::new(PatientStream::new(connection)), service).await);
            drop(place);
        });
    }
}

/// A connection whose other end has to take what is sent: one that reads nothing for [`PATIENCE`] is ended, or it would hold
/// its answer and its place for ever. An open page that nothing is sent to may wait as long as it likes.
struct PatientStream {
    stream: TcpStream,
    /// When patience ends, while something waits to be taken.
    end: Option<Pin<Box<Sleep>>>,
}

impl PatientStream {
    fn new(stream: TcpStream) -> Self {
        Self { stream, end: None }
    }

    /// Passes on what became of sending something, or ends it where that has waited too long.
    fn sent<T>(&mut self, context: &mut Context<'_>, sent: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if sent.is_ready() {
            self.end = None;
            return sent;
        }
        let end = self.end.get_or_insert_with(|| Box::pin(tokio::time::sleep(PATIENCE)));
        ready!(end.as_mut().poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for PatientStream {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, bytes)
    }
}

impl AsyncWrite for PatientStream {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let sent = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.sent(context, sent)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let sent = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.sent(context, sent)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// Refuses what does not come from a page of this server or from whoever sits at this machine.
async fn guard(State(served): State<Served>, request: Request, next: Next) -> Response {
    let mut answer = match refusal(&served, request.method(), request.headers()) {
        Some(status) => plain(status),
        None => next.run(request).await,
    };
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ] {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    answer
}

/// Returns why a request gets nothing: it asks for another server, comes from another site, or wants to change something.
fn refusal(served: &Served, method: &Method, headers: &HeaderMap) -> Option<StatusCode> {
    let mut hosts = headers.get_all(header::HOST).iter();
    let is_ours = |host: &HeaderValue| served.hosts.iter().any(|own| own.as_bytes() == host.as_bytes());
    if !hosts.next().is_some_and(is_ours) || hosts.next().is_some() {
        return Some(StatusCode::FORBIDDEN);
    }
    let is_own = |origin: &HeaderValue| {
        origin
            .as_bytes()
            .strip_prefix(b"http://")
            .is_some_and(|host| served.hosts.iter().any(|own| own.as_bytes() == host))
    };
    if !headers.get_all(header::ORIGIN).iter().all(is_own) {
        return Some(StatusCode::FORBIDDEN);
    }
    let is_near = |site: &HeaderValue| [&b"same-origin"[..], b"none"].contains(&site.as_bytes());
    if !headers.get_all("sec-fetch-site").iter().all(is_near) {
        return Some(StatusCode::FORBIDDEN);
    }
    (method != Method::GET && method != Method::HEAD).then_some(StatusCode::METHOD_NOT_ALLOWED)
}

/// Answers with a file of the site.
async fn page(State(served): State<Served>, uri: Uri) -> Response {
    let Some(asked) = asked_for(uri.path()) else { return plain(StatusCode::NOT_FOUND) };
    let shown = newest(&served, &asked).await;
    if let Some(bytes) = shown.file(&asked) {
        return file(&served, &shown, &asked, bytes, StatusCode::OK);
    }
    let folder = RelPath::new(format!("{asked}/index.html")).ok();
    if folder.is_some_and(|folder| shown.file(&folder).is_some()) {
        // Tables keep in the query what is sorted and filtered.
        let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        let to = HeaderValue::try_from(format!("{}/{query}", uri.path()));
        return match to {
            Ok(to) => (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, to)]).into_response(),
            Err(_) => plain(StatusCode::NOT_FOUND),
        };
    }
    if shown.is_empty() {
        // No site was sound yet: the page says why and waits for one.
        let html =
            "<!doctype html><html><head><meta charset=\"utf-8\"><title>fremdrift</title></head><body></body></html>";
        let path = RelPath::new("index.html").unwrap_or_else(|_| unreachable!("a name is a path"));
        return file(&served, &shown, &path, html.as_bytes(), StatusCode::SERVICE_UNAVAILABLE);
    }
    let not_found = RelPath::new("404.html").ok();
    match not_found.as_ref().and_then(|path| Some((path, shown.file(path)?))) {
        Some((path, bytes)) => file(&served, &shown, path, bytes, StatusCode::NOT_FOUND),
        None => plain(StatusCode::NOT_FOUND),
    }
}

/// Returns what is shown, once a page of it says the newest: a text was saved, and it is made now.
async fn newest(served: &Served, asked: &RelPath) -> Arc<Preview> {
    let mut shown = served.shown.clone();
    let seen = Arc::clone(&shown.borrow_and_update());
    if !seen.is_behind(asked) {
        return seen;
    }
    let _wanted = served.demand.want(asked.clone());
    served.bell.ring();
    let made = shown.wait_for(|shown| !shown.is_behind(asked));
    match tokio::time::timeout(MAKING, made).await {
        Ok(Ok(shown)) => Arc::clone(&shown),
        _ => seen,
    }
}

/// Returns the file of a site that an address asks for; a folder is its front page.
fn asked_for(path: &str) -> Option<RelPath> {
    let decoded = percent_encoding::percent_decode_str(path.strip_prefix('/')?).decode_utf8().ok()?;
    let index = if decoded.is_empty() || decoded.ends_with('/') { "index.html" } else { "" };
    RelPath::new(format!("{decoded}{index}")).ok()
}

/// Answers with some bytes; a page has our script besides.
fn file(served: &Served, shown: &Preview, path: &RelPath, bytes: &[u8], status: StatusCode) -> Response {
    let kind = mime_guess::from_path(path.as_str()).first_raw().unwrap_or("application/octet-stream");
    let is_page = kind == "text/html";
    let body = if is_page { with_script(served, shown, path, bytes) } else { bytes.to_vec() };
    let kind = if kind.starts_with("text/") { format!("{kind}; charset=utf-8") } else { kind.to_owned() };
    let kind = HeaderValue::try_from(kind).unwrap_or(HeaderValue::from_static("application/octet-stream"));
    (status, [(header::CONTENT_TYPE, kind)], Body::from(body)).into_response()
}

/// Puts our script and its style into a page, with what they must know: which preview it is of and where it is written.
fn with_script(served: &Served, shown: &Preview, path: &RelPath, page: &[u8]) -> Vec<u8> {
    let own = &served.own;
    let mut tags = format!(
        "<link rel=\"stylesheet\" href=\"{own}/preview.css\"><script defer src=\"{own}/preview.js\" data-events=\"{own}/events\" \
         data-number=\"{}\"",
        shown.number_of(Some(path))
    );
    if let Some(source) = shown.sources.get(path) {
        tags.push_str(" data-source=\"");
        // Writing to a text does not fail.
        let _ = pulldown_cmark_escape::escape_html(&mut tags, source);
        tags.push('"');
    }
    tags.push_str("></script>");
    let at = memchr::memmem::find(page, b"</head>").unwrap_or(page.len());
    let (before, after) = page.split_at_checked(at).unwrap_or((page, b""));
    [before, tags.as_bytes(), after].concat()
}

/// Tells a page which preview there is, at once and whenever there is another. The page says its path in the query.
async fn events(State(served): State<Served>, uri: Uri) -> impl IntoResponse {
    let mut shown = served.shown.clone();
    shown.mark_changed();
    let page = uri.query().and_then(asked_for);
    let wanted = page.clone().map(|page| served.demand.want(page));
    let told = stream::unfold((shown, page, wanted), |(mut shown, page, wanted)| async move {
        shown.changed().await.ok()?;
        let event = state(&shown.borrow_and_update(), page.as_ref());
        Some((Ok::<_, Infallible>(event), (shown, page, wanted)))
    });
    Sse::new(told).keep_alive(KeepAlive::new().interval(ALIVE))
}

/// Returns what a page is told.
fn state(shown: &Preview, page: Option<&RelPath>) -> Event {
    #[derive(serde::Serialize)]
    struct PreviewState<'p> {
        number: u64,
        problem: Option<&'p Problem>,
    }
    let state = PreviewState { number: shown.number_of(page), problem: shown.problem.as_ref() };
    Event::default().data(serde_json::to_string(&state).unwrap_or_default())
}

fn asset(kind: &'static str, text: &'static str) -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static(kind))], text).into_response()
}

fn plain(status: StatusCode) -> Response {
    (status, status.canonical_reason().unwrap_or_default()).into_response()
}
