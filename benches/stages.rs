//! What each stage of a build costs, on the plans of the small site: `cargo bench --bench stages`.
//!
//! Every stage does its work for the same five plans on one thread, with what the stages before it have made. So the
//! times of one run can be compared with each other, and what is counted is the same everywhere: the plans' pages.

use std::{convert::Infallible, path::PathBuf, sync::LazyLock};

use divan::{
    Bencher, black_box,
    counter::{BytesCount, ItemsCount},
};
use fremdrift::{
    chart::{self, Chart, DrawingSize},
    check,
    content::{self, Audience, FileKind, Hidden, ParseLog, Record, Viewer},
    figure::{self, FIGURES},
    locale::Locale,
    model::{self, Plan},
    output::{Sink, Staging},
    render::{self, FORMATS, FormatContext, PageTables, Theme},
    site::{Settings, load},
    tree::{self, DiskTree, Tree},
    value::{Date, RelPath},
    view::{self, Addresses, ChosenPages, Page, PlanView, ViewContext},
};

mod site;

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

/// A file of a plan with its bytes.
type File = (RelPath, FileKind, Vec<u8>);

/// What every stage hands to the next.
struct Made {
    folder: tempfile::TempDir,
    tree: DiskTree,
    config: Settings,
    locale: Locale,
    addresses: Addresses,
    theme: Theme,
    /// The files of each plan.
    files: Vec<Vec<File>>,
    /// The records of each plan.
    records: Vec<(Vec<Record>, Hidden)>,
    plans: Vec<Plan>,
    charts: Vec<Chart>,
    pages: Vec<Page>,
    /// The pages as HTML.
    html: Vec<(RelPath, Vec<u8>)>,
}

/// Everything is made once, however many stages are measured.
static MADE: LazyLock<Made> = LazyLock::new(make);

const DAY: Date = Date::constant(2021, 1, 1);

fn make() -> Made {
    let folder = tempfile::tempdir().expect("a folder");
    let small = site::SIZES.into_iter().find(|size| size.name == "S").expect("a small site");
    site::write(small, folder.path()).expect("a site");
    let tree = DiskTree::open(folder.path()).expect("a tree");
    let config = load(&tree, DAY, &mut ParseLog::default()).expect("settings");
    let locale = Locale::new(config.site.language, &[]).expect("a language");
    let addresses = Addresses::new(&config.site, tree.paths(), &locale);
    let theme = Theme::load("default", &[])
        .expect("a theme")
        .for_site(&render::TemplateGlobals::default(), locale.words())
        .value;
    let files = read(&tree);
    let viewer = Viewer::new(Audience::Public, DAY);
    let records: Vec<_> = files.iter().map(|files| content::withhold(parse(&config, files), viewer)).collect();
    let plans = records.iter().filter_map(|records| assemble(&config, records)).collect();
    let mut made = Made {
        folder,
        tree,
        config,
        locale,
        addresses,
        theme,
        files,
        records,
        plans,
        charts: Vec::new(),
        pages: Vec::new(),
        html: Vec::new(),
    };
    made.charts = made.plans.iter().flat_map(|plan| charts(&made, plan)).collect();
    made.pages = made.plans.iter().flat_map(|plan| pages_of(&made.context(), plan).pages).collect();
    made.html = made
        .pages
        .iter()
        .map(|page| (page.path.clone(), made.theme.render(page, &made.locale).expect("a page")))
        .collect();
    made
}

impl Made {
    fn context(&self) -> ViewContext<'_> {
        ViewContext::new(&self.config.site, &self.locale, &self.addresses)
    }

    /// What each stage is counted in.
    fn count(&self) -> ItemsCount {
        ItemsCount::new(self.pages.len())
    }
}

fn read(tree: &DiskTree) -> Vec<Vec<File>> {
    let files = tree::below(tree.paths(), content::SitePaths::PLANS);
    let file = |path: &RelPath| {
        let mut bytes = Vec::new();
        tree.read(path, &mut bytes).expect("a file");
        (path.clone(), content::role_of(path), bytes)
    };
    files.chunk_by(|a, b| a.parts().nth(2) == b.parts().nth(2)).map(|plan| plan.iter().map(file).collect()).collect()
}

fn parse(config: &Settings, files: &[File]) -> Vec<Record> {
    let mut notebook = ParseLog::default();
    let parse = |(path, role, bytes): &File| content::parse(bytes, path, *role, &config.context, &mut notebook);
    files.iter().filter(|(_, role, _)| role.is_parsed()).filter_map(parse).collect()
}

fn assemble(config: &Settings, (records, hidden): &(Vec<Record>, Hidden)) -> Option<Plan> {
    model::assemble(records, hidden, &config.site, &mut Vec::new())
}

/// Returns the charts of a plan's page and of its measures' pages.
fn charts(made: &Made, plan: &Plan) -> Vec<Chart> {
    let report = plan.reports.len().saturating_sub(1);
    let scene = figure::ChartInput { site: &made.config.site, plan, locale: &made.locale, report, today: DAY };
    let of_plan = FIGURES.iter().flat_map(|figure| (figure.draw)(&scene));
    let of_measures = plan.measures.iter().filter_map(|measure| figure::achieved(&scene, measure));
    of_plan.chain(of_measures).collect()
}

#[divan::bench]
fn a_read(bencher: Bencher) {
    let made = &*MADE;
    let bytes: usize = made.files.iter().flatten().map(|(_, _, bytes)| bytes.len()).sum();
    bencher.counter(BytesCount::new(bytes)).counter(made.count()).bench(|| read(&made.tree));
}

#[divan::bench]
fn b_parse(bencher: Bencher) {
    let made = &*MADE;
    let bytes: usize = made.files.iter().flatten().map(|(_, _, bytes)| bytes.len()).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .counter(made.count())
        .bench(|| made.files.iter().map(|files| parse(&made.config, files)).collect::<Vec<_>>());
}

#[divan::bench]
fn c_assemble(bencher: Bencher) {
    let made = &*MADE;
    bencher
        .counter(made.count())
        .bench(|| made.records.iter().filter_map(|records| assemble(&made.config, records)).collect::<Vec<_>>());
}

#[divan::bench]
fn d_check(bencher: Bencher) {
    let made = &*MADE;
    bencher.counter(made.count()).bench(|| {
        let mut found = Vec::new();
        for plan in &made.plans {
            let scene = check::CheckInput { site: &made.config.site, plan, files: made.tree.paths() };
            check::run(&scene, &made.config.loudness, &mut found);
        }
        found
    });
}

/// With the drawing of all charts.
#[divan::bench]
fn e_view(bencher: Bencher) {
    let made = &*MADE;
    let context = made.context();
    bencher
        .counter(made.count())
        .bench_local(|| made.plans.iter().map(|plan| pages_of(&context, plan)).collect::<Vec<_>>());
}

/// Each chart in both sizes, once; the pages of older reports have charts of their own.
#[divan::bench]
fn f_draw_charts(bencher: Bencher) {
    let made = &*MADE;
    let both =
        |chart: &Chart| (chart::draw(black_box(chart), DrawingSize::Wide), chart::draw(chart, DrawingSize::Narrow));
    bencher
        .counter(ItemsCount::new(made.charts.len() * 2))
        .bench_local(|| made.charts.iter().map(both).collect::<Vec<_>>());
}

#[divan::bench]
fn g_render(bencher: Bencher) {
    let made = &*MADE;
    let bytes: usize = made.html.iter().map(|(_, html)| html.len()).sum();
    bencher.counter(BytesCount::new(bytes)).counter(made.count()).bench_local(|| {
        for page in &made.pages {
            black_box(made.theme.render(page, &made.locale).is_ok());
        }
    });
}

/// What can be taken along, format by format. Each makes data of the tables for itself; a build makes it once for all.
#[divan::bench(args = ["csv", "xlsx", "json"])]
fn h_downloads(bencher: Bencher, id: &str) {
    let made = &*MADE;
    let context = FormatContext { theme: &made.theme, locale: &made.locale };
    let format = FORMATS.iter().find(|format| format.id == id).expect("a format");
    bencher.counter(made.count()).bench_local(|| {
        for page in &made.pages {
            let tables = PageTables::of(page, &made.locale);
            black_box(format.files(&tables, context).count());
        }
    });
}

/// To a folder that is not there yet, until it is on the disk.
#[divan::bench]
fn i_publish(bencher: Bencher) {
    let made = &*MADE;
    let bytes: usize = made.html.iter().map(|(_, html)| html.len()).sum();
    let mut round = 0_usize;
    let fresh = || -> PathBuf {
        round += 1;
        made.folder.path().join(format!("out-{round}"))
    };
    bencher.with_inputs(fresh).counter(BytesCount::new(bytes)).counter(made.count()).bench_local_values(|out| {
        let staging = Staging::open(&out, "bench", fremdrift::output::Purpose::default()).expect("a folder");
        made.html.iter().for_each(|(path, html)| staging.put(path, html).expect("written"));
        staging.finish().expect("published")
    });
}

fn pages_of(context: &ViewContext<'_>, plan: &Plan) -> PlanView {
    let Ok(view) = view::plan_pages(context, plan, ChosenPages::All, Ok::<Page, Infallible>);
    view
}
