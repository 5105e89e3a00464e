//! Each figure of a small plan, told as text and held against `tests/charts/<name>.snap`, and the sentences
//! that its rules choose between.

use super::{fixtures::*, *};
use crate::{
    model::{LevelCounts, Lifecycle, MilestoneUpdate, Target, WantedDirection},
    value::Unit,
};

/// Holds a text against its golden file.
fn golden(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../tests/charts");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// Draws and answers the titles and descriptions alone.
fn said(plan: &Plan, report: usize, draw: impl Fn(&ChartInput) -> Vec<Chart>) -> Vec<String> {
    let told = told(plan, report, draw);
    let lines: Vec<&str> = told.lines().collect();
    let heads = lines.iter().enumerate().filter(|(_, line)| line.starts_with("# "));
    heads.flat_map(|(at, line)| [line.to_string(), lines[at + 2].to_string()]).collect()
}

fn savings() -> Plan {
    let mut plan = plan();
    plan.reports = vec![report("2020-06-30")];
    plan.measures = vec![
        measure("1+2", "Botilbud", Some("3,50"), Some("4,01")),
        measure("3", "Boligsociale indsatser", Some("1,75"), Some("2,81")),
        measure("4", "STU", Some("1,00"), Some("ca. 1,2")),
        measure("5*", "Investering i rådgivere", Some("-1,50"), Some("-1,50")),
        measure("6", "Dagaktiviteter", Some("1.500.000 kr."), Some("-")),
        measure("7", "Tidlig indsats", Some("2,00"), None),
        measure("8", "Uden tal", None, None),
        measure("9", "Ventetid", Some("30 %"), Some("10 %")),
    ];
    plan.measures[3].investment = true;
    plan
}

#[test]
fn required_achieved() {
    golden("required-achieved", &told(&savings(), 0, required_achieved::FIGURE.draw));
    golden("required-achieved-en", &told_in(&english(), &savings(), 0, required_achieved::FIGURE.draw));
}

#[test]
fn required_savings_without_reports_are_a_plan() {
    let mut plan = savings();
    plan.measures.truncate(2);
    plan.measures.iter_mut().for_each(|measure| measure.statuses.clear());
    plan.reports.clear();
    assert_eq!(
        said(&plan, 0, required_achieved::FIGURE.draw),
        [
            "# Sparekravet er 5,25 mio. kr. i alt (required-achieved)",
            "Kravet er 5,25 mio. kr. tilsammen, og det opnåede er ikke oplyst. For to tiltag er det opnåede ikke oplyst."
        ]
    );
}

#[test]
fn nothing_is_neither_a_cost_nor_required_nor_lacking() {
    let draw = required_achieved::FIGURE.draw;
    let mut plan = plan();
    plan.reports = vec![report("2020-06-30")];
    plan.measures = vec![
        measure("1", "A", Some("0"), Some("0")),
        measure("2", "B", Some("2"), Some("2")),
        measure("3", "C", Some("1"), Some("0,5")),
    ];
    let part = words::part(&danish(), "chart-required-reached", 1, 2, &[]);
    assert_eq!(said(&plan, 0, draw)[0], format!("# {part} (required-achieved)"));
    assert!(!told(&plan, 0, draw).contains("Negative"));
    assert!(said(&plan, 0, draw)[1].contains("Længst fra kravet"));
    plan.measures.remove(2);
    assert!(!said(&plan, 0, draw)[1].contains("Længst fra kravet"), "nothing is lacking");
    let mut none = monthly();
    none.measures[0].statuses[0].effect = vec![effect(2020, &["0,2", "0"])];
    assert!(!told(&none, 0, effect::FIGURE.draw).contains("Negative"));
}

/// What is only about as much as is required has neither reached it nor failed to.
#[test]
fn an_approximate_figure_has_not_failed_to_reach_its_requirement() {
    let mut plan = plan();
    plan.reports = vec![report("2020-06-30")];
    let one = measure("2", "B", Some("26"), Some("3"));
    for (approximate, expected) in [
        (vec![("ca. 30", "118,3")], "Ingen af de to tiltag har nået sparekravet; ét er kun opgjort omtrentligt"),
        (
            vec![("30", "ca. 31"), ("ca. 30", "31")],
            "Ingen af de tre tiltag har nået sparekravet; to er kun opgjort omtrentligt",
        ),
        (
            vec![("30", "ca. 31"), ("30", "")],
            "Ingen af de tre tiltag har nået sparekravet; to er ikke oplyst eller kun opgjort omtrentligt",
        ),
        (vec![("30", "")], "Ingen af de to tiltag har nået sparekravet; ét er ikke oplyst"),
    ] {
        let given = |text: &'static str| (!text.is_empty()).then_some(text);
        plan.measures = vec![one.clone()];
        plan.measures
            .extend(approximate.iter().map(|(required, achieved)| measure("1", "A", given(required), given(achieved))));
        assert_eq!(said(&plan, 0, required_achieved::FIGURE.draw)[0], format!("# {expected} (required-achieved)"));
        plan.measures.remove(0);
        let alone = &said(&plan, 0, required_achieved::FIGURE.draw)[0];
        assert!(!alone.contains("Ingen"), "{expected}");
        for words in ["ikke oplyst", "kun opgjort omtrentligt"] {
            assert_eq!(alone.contains(words), expected.contains(words) && alone.contains("For "), "{alone}");
        }
    }
}

#[test]
fn parents_are_told_once() {
    let mut plan = plan();
    plan.reports = vec![report("2020-06")];
    plan.measures = vec![
        measure("1", "Krav her", Some("5"), None),
        measure("1.a", "Opnået her", None, Some("2")),
        measure("1.b", "Og her", None, Some("3")),
        measure("2", "Overskrift", Some("9"), None),
        measure("2.a", "Barn", Some("4"), Some("1")),
    ];
    plan.measures[0].children = vec![1, 2];
    plan.measures[3].children = vec![4];
    for (child, parent) in [(1, 0), (2, 0), (4, 3)] {
        plan.measures[child].parent = Some(parent);
    }
    let told = told(&plan, 0, required_achieved::FIGURE.draw);
    assert!(told.contains("| 1 Krav her | 5 | 5 |\n| 2.a Barn | 4 | 1 |"), "{told}");
    assert!(told.starts_with("# Ét af to tiltag har nået sparekravet"), "{told}");
}

#[test]
fn a_picture_has_room_for_the_largest() {
    let mut plan = plan();
    plan.reports = vec![report("2020")];
    let required: Vec<String> = (1..=45).map(|n| n.to_string()).collect();
    plan.measures = required.iter().map(|n| measure(n, "", Some(n), Some("0"))).collect();
    let told = told(&plan, 0, required_achieved::FIGURE.draw);
    assert!(told.contains("Figuren viser 40 af 45 rækker"), "{told}");
    assert!(told.contains("\nplaces: 6 | 7 |") && told.contains("| 1 | 1 | 0 |"), "{told}");
}

fn monthly() -> Plan {
    let mut plan = plan();
    plan.reports = vec![report("2020-02"), report("2020-05-31")];
    plan.measures = vec![measure("1", "A", None, None), measure("2", "B", None, None)];
    plan.measures[0].effect = vec![effect(2020, &["0,2"; 12])];
    plan.measures[1].effect = vec![effect(2020, &["", "", "0,5", "0,5", "0,5"])];
    plan.measures[0].statuses = vec![status(0), status(1)];
    plan.measures[0].statuses[0].effect = vec![effect(2020, &["0,2", "0,2"])];
    plan.measures[0].statuses[1].effect = vec![effect(2020, &["0,2", "0,1", "", "ca. 0,3", "-0,1"])];
    plan
}

#[test]
fn effect_per_month() {
    golden("effect", &told(&monthly(), 1, effect::FIGURE.draw));
}

#[test]
fn effect_is_held_against_what_is_reported() {
    let draw = effect::FIGURE.draw;
    assert_eq!(said(&monthly(), 0, draw)[0], "# Effekten til og med februar 2020 følger planen (effect-2020)");
    let mut ahead = monthly();
    ahead.measures[0].statuses[0].effect = vec![effect(2020, &["0,2", "0,5"])];
    assert_eq!(
        said(&ahead, 0, draw)[0],
        "# Effekten til og med februar 2020 er 0,3 mio. kr. foran planen (effect-2020)"
    );
    let mut planned = monthly();
    planned.measures[0].statuses.clear();
    assert_eq!(said(&planned, 1, draw)[0], "# Tiltagene skal give 3,9 mio. kr. i 2020 (effect-2020)");
    let mut unplanned = monthly();
    unplanned.measures.iter_mut().for_each(|measure| measure.effect.clear());
    assert_eq!(
        said(&unplanned, 0, draw)[0],
        "# Tiltagene har givet 0,4 mio. kr. til og med februar 2020 (effect-2020)"
    );
}

#[test]
fn the_planned_line_ends_in_what_is_stated() {
    let ends = |total: &str| {
        let mut plan = monthly();
        plan.measures[1].effect.clear();
        let mut stated = effect(2020, &[]);
        stated.total = Some(figure(total));
        plan.stated.effect = vec![stated];
        let drawn = told(&plan, 1, effect::FIGURE.draw);
        drawn.lines().find(|line| line.contains("\"Plan ")).unwrap_or_default().to_owned()
    };
    assert!(ends("2,4").ends_with("\"Plan 2,4\""), "{}", ends("2,4"));
    assert!(ends("2,3").ends_with("\"Plan 2,3\""), "rounding: {}", ends("2,3"));
    assert!(ends("5,0").ends_with("\"Plan 2,4, beregnet\""), "{}", ends("5,0"));
}

fn overspent() -> Plan {
    let mut plan = plan();
    plan.unit = Unit::KRONE;
    plan.started = Some(period("2020-01-01"));
    plan.overspend = Some(figure("ca. 9,1"));
    plan.reports = ["2020-03-31", "2020-06-30", "2020-09-30"].map(report).into();
    plan.reports[0].overspend = Some(figure("10,4"));
    plan.reports[1].overspend = Some(figure("-"));
    plan.reports[2].overspend = Some(figure("5,2"));
    plan
}

#[test]
fn overspend() {
    golden("overspend", &told(&overspent(), 2, overspend::FIGURE.draw));
}

#[test]
fn overspend_is_as_old_as_the_report() {
    let draw = overspend::FIGURE.draw;
    let risen = "# Forventet merforbrug er steget fra ca. 9,1 til 10,4 mio. kr. (overspend)";
    assert_eq!(said(&overspent(), 0, draw)[0], risen);
    let mut plan = overspent();
    (plan.started, plan.year) = (None, None);
    assert!(told(&plan, 0, draw).contains("rule Baseline Values 9.1 \"Ved start ca. 9,1\""));
    plan.overspend = None;
    assert_eq!(told(&plan, 0, draw), "", "one forecast is no development");
}

fn implementation() -> Plan {
    let mut plan = plan();
    plan.reports = vec![report("2020-01"), report("2020-05-15")];
    plan.milestones = vec![
        milestone("1a", "Forudsætninger", "2020-Q1"),
        milestone("1b", "Sagsbehandling", "2021-Q2"),
        milestone("3", "Gennemført", "ultimo 2022"),
        milestone("udbud", "Udbud", "2020-05-01"),
        milestone("ungehus", "Ungehus", ""),
    ];
    plan.milestones[0].updates = vec![milestone_update(1, "", "2020-03-02")];
    plan.milestones[2].updates = vec![milestone_update(1, "primo 2022", "")];
    plan
}

#[test]
fn milestones() {
    golden("milestones", &told(&implementation(), 1, milestones::FIGURE.draw));
}

#[test]
fn milestones_lead_with_what_is_most_worth_knowing() {
    let draw = milestones::FIGURE.draw;
    let title = |plan: &Plan, report| said(plan, report, draw)[0].clone();
    assert_eq!(title(&implementation(), 0), "# Ingen af de fem milepæle er nået endnu (milestones)");
    let mut plan = implementation();
    plan.milestones[2].updates.clear();
    assert_eq!(title(&plan, 1), "# Én af fem milepæle har overskredet fristen (milestones)");
    plan.milestones[3].updates = vec![milestone_update(0, "2020-07-01", "")];
    assert_eq!(title(&plan, 1), "# »Udbud« er flyttet fra 1. maj 2020 til 1. juli 2020 (milestones)");
    plan.milestones[1].updates = vec![milestone_update(1, "2021-Q3", "")];
    assert_eq!(title(&plan, 1), "# To af fem milepæle er flyttet (milestones)");
    plan.milestones[3].updates[0].lifecycle = Some(Lifecycle::Dropped);
    assert!(!told(&plan, 1, draw).contains("places: 1a Forudsætninger | 1b Sagsbehandling | 3 Gennemført | Udbud"));
}

#[test]
fn milestones_reached_late_have_moved_from_their_date() {
    let mut plan = implementation();
    plan.milestones.truncate(1);
    plan.milestones[0].updates = vec![milestone_update(1, "", "2020-05-02")];
    let told = told(&plan, 1, milestones::FIGURE.draw);
    assert!(told.contains("point Planned 0:18352 \"1. kvartal 2020\"\nmove 0 18352..18384\n"), "{told}");
    assert!(told.starts_with("# Milepælen er nået"), "{told}");
}

#[test]
fn a_milestone_may_be_reached_without_a_date_and_most_are_drawn_of_many() {
    let draw = milestones::FIGURE.draw;
    let mut plan = implementation();
    plan.milestones.truncate(1);
    let done = MilestoneUpdate { lifecycle: Some(Lifecycle::Done), ..milestone_update(1, "", "") };
    plan.milestones[0].updates = vec![done];
    assert!(said(&plan, 1, draw)[0].starts_with("# Milepælen er nået"));
    for (count, is_told) in [(MOST_ROWS, false), (MOST_ROWS + 1, true), (MOST_ROWS + 2, true)] {
        plan.milestones = (0..count).map(|_| implementation().milestones.remove(0)).collect();
        let most = words::most(&danish(), MOST_ROWS, count);
        assert_eq!(said(&plan, 1, draw)[1].contains(&most), is_told, "{count}");
    }
}

#[test]
fn a_milestone_is_overdue_from_the_day_after_unless_its_plan_is_finished() {
    let draw = milestones::FIGURE.draw;
    let is_overdue = |plan: &Plan| told(plan, 1, draw).contains("Tone(Bad)");
    let mut plan = implementation();
    plan.milestones = vec![milestone("1", "A", "2020-05-15")];
    assert!(!is_overdue(&plan), "the report is of that day");
    plan.milestones = vec![milestone("1", "A", "2020-05-14")];
    assert!(is_overdue(&plan));
    plan.finished = Some(period("2020-05-01"));
    assert!(!is_overdue(&plan));
}

#[test]
fn levels_are_told_from_best_to_worst() {
    let (site, locale) = (site(), danish());
    let told = |subject, counts: &[(usize, usize)], without| {
        let levels = counts.iter().map(|(at, count)| (level(*at), *count)).collect();
        let counts = LevelCounts { levels, without, ..LevelCounts::default() };
        let levels = LevelTally { id: "status", subject, as_of: "30. juni 2020", counts: &counts };
        super::levels(&site, &locale, &levels).map(|chart| tell(&chart)).unwrap_or_default()
    };
    golden("levels", &told(CountedItems::Measures, &[(2, 1), (0, 2), (3, 1), (1, 0), (0, 1)], 1));
    let title = |subject, counts: &[(usize, usize)]| told(subject, counts, 0).lines().next().map(str::to_owned);
    let both = title(CountedItems::Measures, &[(0, 2)]);
    assert_eq!(both.as_deref(), Some("# Begge tiltag har status »Alt OK« (status)"));
    let most = title(CountedItems::Plans, &[(0, 2), (3, 1)]);
    assert_eq!(most.as_deref(), Some("# To af tre planer har status »Alt OK« (status)"));
    assert_eq!(title(CountedItems::Plans, &[(0, 0)]), None);
}

fn retention() -> Plan {
    let mut plan = plan();
    plan.reports = vec![report("2020-06"), report("2022-06")];
    let readings = [("2016", "67"), ("2017", "66,5"), ("2019", "ca. 71"), ("2020", "74,5"), ("2021", "80")];
    let mut indicator = followed_number("Fastholdte unge", Unit::Percent, &readings);
    indicator.baseline = baseline("2015", figure_in("64", &Unit::Percent));
    indicator.targets = target("2022", figure_in("82", &Unit::Percent));
    indicator.direction = Some(WantedDirection::Up);
    indicator.missing = vec![(period("2018"), "Ikke målt".into())];
    indicator.breaks = vec![(period("2020"), "Nyt register".into())];
    indicator.readings[4].report = Some(1);
    plan.indicators = vec![indicator];
    plan
}

fn draw_indicator(scene: &ChartInput) -> Vec<Chart> {
    scene.plan.indicators.iter().filter_map(|one| indicator(scene, one)).collect()
}

#[test]
fn indicators() {
    golden("indicator", &told(&retention(), 0, draw_indicator));
}

#[test]
fn indicators_say_what_is_known() {
    let mut plan = retention();
    let said = |plan: &Plan| said(plan, 1, draw_indicator);
    plan.indicators[0].targets = target("", figure_in("80", &Unit::Percent));
    assert!(said(&plan)[1].ends_with("Målet på 80 % er nået. Måden at gøre op på er ændret én gang."));
    plan.indicators[0].readings[4].value = figure_in("godt 80", &Unit::Percent);
    assert!(said(&plan)[1].contains("Målet er 80 %"), "an approximate figure proves nothing");
    plan.indicators[0].readings.truncate(1);
    plan.indicators[0].baseline = None;
    assert_eq!(said(&plan)[0], "# Fastholdte unge: 67 % (indicator-1)");
    plan.indicators[0].targets = Vec::new();
    assert_eq!(said(&plan), Vec::<String>::new(), "one reading and nothing to hold it against");
    let families = Unit::Word("familier".into());
    plan.indicators[0] = followed_number("Familier", families.clone(), &[("2020-05", "8")]);
    plan.indicators[0].baseline = baseline("2019-12", figure_in("8", &families));
    assert_eq!(said(&plan), Vec::<String>::new(), "of two that are the same nothing is to be seen");
    plan.indicators[0].targets = target("", figure_in("5", &families));
    assert_eq!(said(&plan)[0], "# Familier: uændret 8 familier (indicator-1)", "but that the target is not reached");
}

#[test]
fn an_indicator_is_held_against_its_baseline_where_it_is_counted_alike() {
    let title = |breaks: &[&str]| {
        let mut plan = retention();
        plan.indicators[0].breaks = breaks.iter().map(|at| (period(at), "Nyt register".into())).collect();
        said(&plan, 1, draw_indicator)[0].clone()
    };
    let alike = title(&[]);
    assert_ne!(title(&["2020"]), alike);
    assert_eq!(title(&["2015"]), alike, "from the baseline on");
    assert_eq!(title(&["2030"]), alike, "until after the last reading");
    // One without a day is a line through all of them, and a target in another unit is none.
    let mut plan = retention();
    plan.indicators[0].baseline = baseline("", figure_in("64", &Unit::Percent));
    assert!(told(&plan, 1, draw_indicator).contains("rule Baseline Values 64"));
    let of_target = |target: Vec<Target>| {
        plan.indicators[0].targets = target;
        said(&plan, 1, draw_indicator)
    };
    let mut of_target = of_target;
    assert_eq!(of_target(target("", figure("80"))), of_target(Vec::new()));
}

fn followed() -> Plan {
    let mut plan = plan();
    plan.reports = ["2020-03-31", "2020-06-30"].map(report).into();
    plan.measures = vec![measure("1", "Kontaktpersoner", Some("1,7"), Some("0,42")), measure("2", "", None, None)];
    plan.measures[0].statuses.push(status(1));
    plan.measures[0].statuses[1].achieved = Some(figure("0,85"));
    plan.measures[0].statuses[1].forecast = Some(figure("ca. 1,6"));
    plan
}

fn draw_achieved(scene: &ChartInput) -> Vec<Chart> {
    scene.plan.measures.iter().filter_map(|measure| achieved(scene, measure)).collect()
}

#[test]
fn achieved_over_the_reports() {
    golden("achieved", &told(&followed(), 1, draw_achieved));
    assert_eq!(told(&followed(), 0, draw_achieved), "", "one report is no development");
    // What is forecast is drawn where nothing is achieved yet, and nothing where neither moved.
    let mut plan = followed();
    let draw = |plan: &Plan| told(plan, 1, draw_achieved);
    for status in &mut plan.measures[0].statuses {
        (status.achieved, status.forecast) = (None, Some(figure("1,6")));
    }
    assert_eq!(draw(&plan), "");
    plan.measures[0].statuses[1].forecast = Some(figure("1,7"));
    assert!(draw(&plan).contains("line Forecast") && draw(&plan).contains("key:\n"), "{}", draw(&plan));
    plan.measures[0].statuses.iter_mut().for_each(|status| status.achieved = Some(figure("0,5")));
    assert!(draw(&plan).contains("line Forecast") && draw(&plan).contains("line Actual"), "{}", draw(&plan));
}

#[test]
fn a_subtitle_names_the_unit_where_there_is_one() {
    let subtitle = |unit: &str| words::subtitle(&danish(), "Antal", &Unit::Word(unit.into()), Some("30. juni 2020"));
    assert!(subtitle("familier").contains("familier"));
    let args = [("what", "Antal".into()), ("as-of", "30. juni 2020".into())];
    assert_eq!(subtitle(""), danish().say("chart-subtitle-plain", &args));
    let undated = |unit: &str| words::subtitle(&danish(), "Antal", &Unit::Word(unit.into()), None);
    assert_eq!([undated(""), undated("familier")], ["Antal", "Antal, familier"]);
}

/// Pages of one plan that are of different days share the charts of all figures but these.
#[test]
fn only_figures_of_the_day_ask_which_day_it_is() {
    let plans = [savings(), monthly(), overspent(), implementation(), retention(), followed()];
    let (site, locale) = (site(), danish());
    let asks = |draw: &dyn Fn(&ChartInput) -> Vec<Chart>| {
        plans.iter().any(|plan| {
            let on = |year| {
                let scene =
                    ChartInput { site: &site, plan, locale: &locale, report: 0, today: Date::constant(year, 1, 1) };
                draw(&scene).iter().map(tell).collect::<String>()
            };
            on(2019) != on(2023)
        })
    };
    for figure in FIGURES {
        assert_eq!(asks(&figure.draw), figure.is_of_the_day, "{}", figure.name);
    }
    assert!(!asks(&draw_indicator));
    let draws =
        |draw: fn(&ChartInput) -> Vec<Chart>| plans.iter().any(|plan| !told_in(&locale, plan, 0, draw).is_empty());
    assert!(FIGURES.iter().all(|figure| draws(figure.draw)) && draws(draw_indicator));
}
