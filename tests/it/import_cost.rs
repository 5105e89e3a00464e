//! What an import costs: as much as it reads, however often it is made.

use std::time::{Duration, Instant};

use fremdrift::draft::ImportFormat;

use crate::imports::{begun, figures, request, run, with};

/// Returns the least time that work takes of three, so that a busy machine makes no slow program of a fast one.
#[expect(clippy::disallowed_methods, reason = "how long an import takes is what is tested")]
fn least(mut work: impl FnMut()) -> Duration {
    let of_one = |_| {
        let begin = Instant::now();
        work();
        begin.elapsed()
    };
    (0..3).map(of_one).min().unwrap_or_default()
}

#[test]
fn a_second_import_does_not_take_sixteen_times_as_long_for_four_times_as_many_rows() {
    let ledger = |rows: usize, more: usize| {
        let rows = (0..rows).map(|at| format!("Post {at};{},5;{}\n", at + 1, at + more));
        format!("Område;Budget (mio. kr.);Forbrug\n{}", rows.collect::<String>())
    };
    let time_of = |rows: usize| {
        let tree = begun("2020");
        let first = run(&tree, ledger(rows, 1).as_bytes(), &figures(ImportFormat::Csv)).expect("read");
        let tree = with(tree, &first);
        let table = ledger(rows + 9, 2);
        least(|| drop(run(&tree, table.as_bytes(), &figures(ImportFormat::Csv)).expect("read")))
    };
    let (one, four) = (time_of(1_000), time_of(4_000));
    assert!(four < one * 9, "{one:?} for 1,000 rows, {four:?} for 4,000");

    let plan = |rows: usize, achieved: usize| {
        let rows = (0..rows).map(|at| format!("{};Tiltag {at} om noget;2,5;{achieved},{}\n", at + 1, at + 1));
        format!("Nr.;Tiltag;Sparekrav;Opnået\n{}", rows.collect::<String>())
    };
    let time_of = |rows: usize| {
        let tree = begun("2020");
        let first = run(&tree, plan(rows, 1).as_bytes(), &request(ImportFormat::Csv)).expect("read");
        let tree = with(tree, &first);
        let table = plan(rows, 2);
        least(|| drop(run(&tree, table.as_bytes(), &request(ImportFormat::Csv)).expect("read")))
    };
    let (one, four) = (time_of(300), time_of(1_200));
    assert!(four < one * 9, "{one:?} for 300 measures, {four:?} for 1,200");
}
