//! `fremdrift serve`: the site as it is being written, in a browser on the same machine.

mod demand;
mod maker;
mod preview;
mod server;
mod watcher;

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener},
    sync::Arc,
    thread,
};

use fremdrift::{
    diag::{Error, ErrorKind},
    locale::Arg,
};
use tokio::sync::watch;

use self::{demand::PageDemand, maker::PreviewMaker, preview::Preview, watcher::SiteWatcher};
use super::{
    CommonOptions, FindingsFormat, ViewerOptions, codes::NO_PORT, exit, report::Reporter,
    site_repository::HistoryRequirement, words,
};

/// The first port that is tried unless one is asked for.
const PORT: u16 = 4000;

/// How many ports are tried, one after the other.
const TRIED: u16 = 20;

/// Show the site in a browser on this machine while it is written
///
/// It is made in memory, and made again whenever a file is saved; open pages show the new text by themselves. While the
/// content has an error, the last sound pages stay, with what is wrong above them. Nothing is written and nobody else
/// can see it: only programs on this machine reach it.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift serve\n  fremdrift serve --open\n  fremdrift serve --root ../status --port 8080\n  fremdrift serve --audience internal\n\nIt runs until it is stopped with Ctrl-C. Exit codes: 2 usage or environment."
)]
pub struct ServeCommand {
    /// The port; where it is taken, the next free one
    #[arg(long, value_name = "NUMBER", default_value_t = PORT)]
    port: u16,
    /// Open the front page in the browser
    #[arg(long)]
    open: bool,
    #[command(flatten)]
    viewing: ViewerOptions,
    #[command(flatten)]
    whole: HistoryRequirement,
}

impl ServeCommand {
    /// Runs the command, and answers its exit code where it cannot go on.
    pub fn run(self, common: &CommonOptions) -> u8 {
        let mut report = Reporter::new(common, FindingsFormat::Text);
        report.speak_of(&common.root);
        match self.serve(common, report) {
            Ok(()) => exit::FINE,
            Err(error) => {
                Reporter::new(common, FindingsFormat::Text).error(&error, &common.root);
                exit::USAGE
            }
        }
    }

    fn serve(self, common: &CommonOptions, report: Reporter) -> Result<(), Error> {
        let listener = listen(self.port)?;
        let address = listener.local_addr().map_err(|error| no_port(self.port, &error))?;
        let url = format!("http://{address}/");
        let (shown, seen) = watch::channel(Arc::new(Preview::default()));
        let demand = PageDemand::default();
        let watcher = SiteWatcher::start(&common.root);
        if !watcher.hears_at_once() {
            report.say(&words::SERVE_LOOKS, []);
        }
        let (common, viewing, whole, open) = (common.clone(), self.viewing, self.whole, self.open);
        let told = url.clone();
        let wanting = (demand.clone(), watcher.bell());
        // The site is made on a thread of its own: a request waits for no more than its own page.
        let made = thread::Builder::new().name("maker".to_owned()).spawn(move || {
            PreviewMaker::new(&common, viewing, whole, report, (shown, demand)).run(watcher, move |report| {
                report.say(&words::SERVE_AT, [Arg::Text(&told)]);
                if open {
                    // Whoever has no browser has the address in the terminal.
                    drop(open::that_detached(&told));
                }
            });
        });
        made.map_err(|error| no_port(self.port, &error))?;
        server::run(listener, address, (seen, wanting)).map_err(|error| no_port(address.port(), &error))
    }
}

/// Listens on this machine alone: on a port, else on one of those after it.
fn listen(wanted: u16) -> Result<TcpListener, Error> {
    let mut failed = None;
    for port in (0..TRIED).map_while(|more| wanted.checked_add(more)) {
        match TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))) {
            Ok(listener) => return Ok(listener),
            Err(error) => failed = failed.or(Some(error)),
        }
    }
    Err(failed.map_or_else(|| Error::coded(ErrorKind::Io, &NO_PORT), |error| no_port(wanted, &error)))
}

fn no_port(port: u16, cause: &std::io::Error) -> Error {
    Error::coded(ErrorKind::Io, &NO_PORT).with("port", port.to_string()).with("cause", cause.to_string())
}
