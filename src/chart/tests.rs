//! What holds for every chart: it draws without a panic, as well-formed SVG, with no label on another.

use proptest::collection::vec;
use proptest::prelude::*;

use super::layout::ChartLayout;
use super::plot::Plot;
use super::*;

const SIZES: [DrawingSize; 2] = [DrawingSize::Wide, DrawingSize::Narrow];

fn drawn(chart: &Chart, size: DrawingSize) -> String {
    draw(chart, size).expect("the chart has something to draw")
}

/// Asserts that no text lies on another or outside the sheet.
fn assert_labels_are_free(chart: &Chart, size: DrawingSize) {
    let Some(layout) = ChartLayout::new(chart, size) else { return };
    let plot = Plot::new(chart, &layout);
    let labels = annotate::labels(&layout, &plot);
    let areas: Vec<_> = labels.iter().map(|label| label.area(layout.font)).collect();
    for (at, area) in areas.iter().enumerate() {
        assert!(layout.bounds().holds(area), "{:?} leaves the sheet", labels[at]);
        for (other, other_area) in areas.iter().enumerate().skip(at + 1) {
            assert!(!area.overlaps(other_area), "{:?} lies on {:?}", labels[at], labels[other]);
        }
    }
}

/// Asserts what every drawing promises: balanced elements, no style, no colours, only finite numbers.
fn assert_well_formed(svg: &str) {
    let mut open = Vec::new();
    for tag in svg.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or_default()) {
        for forbidden in ["style", "NaN", "inf", "--", "\"\"", "\"#", "rgb"] {
            assert!(!tag.contains(forbidden), "{forbidden} in {tag}");
        }
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "in {svg}");
        } else if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?} left open");
}

#[test]
fn every_sample_is_well_formed_and_its_labels_are_free() {
    for chart in samples::all() {
        for size in SIZES {
            assert_well_formed(&drawn(&chart, size));
            assert_labels_are_free(&chart, size);
        }
    }
}

#[test]
fn both_sizes_have_their_own_title_description_and_hatch() {
    let chart = samples::measures();
    let wide = drawn(&chart, DrawingSize::Wide);
    let narrow = drawn(&chart, DrawingSize::Narrow);
    assert!(wide.contains(r#"aria-labelledby="maal-w-t maal-w-d"><title id="maal-w-t">Mål og opnået"#));
    assert!(wide.contains(r##"<pattern id="maal-w-h""##) && wide.contains(r##"fill="url(#maal-w-h)""##));
    assert!(narrow.contains(r#"<title id="maal-n-t">"#) && narrow.contains(r#"<desc id="maal-n-d">"#));
    assert!(narrow.contains(r##"fill="url(#maal-n-h)""##) && !narrow.contains("maal-w"));
}

#[test]
fn bars_of_a_role_are_one_path() {
    let svg = drawn(&samples::measures(), DrawingSize::Wide);
    assert_eq!(svg.matches(r#"<path class="c-bar c-actual" d="M"#).count(), 1 + 1, "the bars and the key");
    assert!(svg.contains(r#"class="c-bar c-negative""#));
}

#[test]
fn a_standing_rule_spares_the_names_above_rows() {
    let chart = samples::milestones();
    let ChartAxes::Rows { names, .. } = &chart.frame else { panic!("milestones stand in rows") };
    let strokes = |size| {
        let svg = drawn(&chart, size);
        let path = svg.split(r#"<path class="c-rule c-as-of" d=""#).nth(1).expect("a rule");
        path.split('"').next().unwrap_or_default().matches('M').count()
    };
    assert_eq!((strokes(DrawingSize::Wide), strokes(DrawingSize::Narrow)), (1, names.len()));
}

#[test]
fn no_arrow_crosses_a_label() {
    let chart = samples::milestones();
    for size in SIZES {
        let layout = ChartLayout::new(&chart, size).expect("a layout");
        let plot = Plot::new(&chart, &layout);
        let labels = annotate::labels(&layout, &plot);
        for mark in &chart.marks {
            let ChartMark::Move { place, from, to } = mark else { continue };
            let arrow = (plot.at(*place, *from).expect("a start"), plot.at(*place, *to).expect("an end"));
            for label in &labels {
                assert!(!label.area(layout.font).is_crossed(arrow), "{label:?} in {size:?}");
            }
        }
    }
}

#[test]
fn every_value_label_of_a_sample_finds_room() {
    for size in SIZES {
        let svg = drawn(&samples::measures(), size);
        for label in ["1,70", "2,40", "0,00", "−0,15"] {
            assert!(svg.contains(&format!(">{label}</text>")), "{label} in {size:?}");
        }
    }
}

#[test]
fn a_chart_without_marks_or_rows_is_not_drawn() {
    let empty = Chart { marks: vec![], ..samples::measures() };
    let rowless = Chart { frame: ChartAxes::Rows { names: vec![], values: vec![] }, ..samples::measures() };
    for size in SIZES {
        assert_eq!(draw(&empty, size), None);
        assert_eq!(draw(&rowless, size), None);
    }
}

#[test]
fn text_is_escaped_and_cleaned() {
    let chart = Chart { id: "a b\"<".into(), title: "<b> & \"\u{1}\u{ffff}\n".into(), ..samples::measures() };
    let svg = drawn(&chart, DrawingSize::Wide);
    assert!(svg.contains(r#"<title id="a-b---w-t">&lt;b&gt; &amp; &quot; </title>"#), "{svg}");
}

#[test]
fn forty_bars_and_twelve_months_keep_their_labels_apart() {
    let names: Vec<String> =
        (1..=40).map(|n| format!("{n} Koordinering på anbringelsesområdet i distrikt {n}")).collect();
    let marks = (0..40).map(|n| samples::bar(MarkRole::Actual, n, 0, &n.to_string(), "1.234.567,89 kr.")).collect();
    let rows = ChartAxes::Rows { names: names.clone(), values: vec![] };
    let chart = Chart { frame: rows, marks, ..Chart::default() };
    let columns = Chart { frame: ChartAxes::Columns { names, values: vec![] }, ..chart.clone() };
    for chart in [chart, columns, samples::months()] {
        SIZES.iter().for_each(|size| assert_labels_are_free(&chart, *size));
    }
}

fn any_number() -> impl Strategy<Value = Decimal> {
    let wild = (-999_999_999_999_999_i128..999_999_999_999_999, 0..28_u32)
        .prop_map(|(digits, scale)| Decimal::from_i128_with_scale(digits, scale));
    prop_oneof![Just(Decimal::ZERO), (-20..20_i64).prop_map(Decimal::from), wild]
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[0-9.,−]{1,12}", "[a-zæøåA-ZÆØÅ ]{0,60}", any::<String>(),]
}

fn any_label() -> impl Strategy<Value = Option<String>> {
    proptest::option::of(any_text())
}

fn any_tone() -> impl Strategy<Value = ChartTone> {
    use ChartTone::{Bad, Complete, Empty, Fair, Good, None, Severe, Untold, Warning};
    prop::sample::select(vec![Complete, Good, Fair, Warning, Bad, Severe, None, Empty, Untold])
}

fn any_role() -> impl Strategy<Value = MarkRole> {
    use MarkRole::{Actual, AsOf, Baseline, Forecast, Negative, Planned, Target};
    prop_oneof![
        prop::sample::select(vec![Planned, Actual, Forecast, Negative, Target, Baseline, AsOf]),
        any_tone().prop_map(MarkRole::Tone),
    ]
}

fn any_spot() -> impl Strategy<Value = PlotPoint> {
    (any_number(), any_number()).prop_map(|(place, value)| PlotPoint { place, value })
}

fn any_mark() -> impl Strategy<Value = ChartMark> {
    let numbers = || (any_number(), any_number(), any_number());
    prop_oneof![
        (any_role(), numbers(), any::<u8>(), any_label())
            .prop_map(|(role, (place, from, to), lane, label)| ChartMark::Bar { role, place, lane, from, to, label }),
        (any_tone(), numbers(), any_label()).prop_map(|(tone, (place, from, to), label)| ChartMark::Segment {
            tone,
            place,
            from,
            to,
            label
        }),
        (any_role(), vec(any_spot(), 0..8), any_label()).prop_map(|(role, spots, label)| ChartMark::Line {
            role,
            spots,
            label
        }),
        (any_role(), any_spot(), any_label()).prop_map(|(role, spot, label)| ChartMark::Point { role, spot, label }),
        numbers().prop_map(|(place, from, to)| ChartMark::Move { place, from, to }),
        (any_role(), prop::sample::select(vec![Axis::Places, Axis::Values]), any_number(), any_label())
            .prop_map(|(role, on, at, label)| ChartMark::Rule { role, on, at, label }),
        (any_role(), numbers(), any_label()).prop_map(|(role, (_, from, to), label)| ChartMark::Band {
            role,
            from,
            to,
            label
        }),
    ]
}

fn any_ticks() -> impl Strategy<Value = Vec<Tick>> {
    vec((any_number(), any_text()).prop_map(|(at, label)| Tick { at, label }), 0..15)
}

fn any_frame() -> impl Strategy<Value = ChartAxes> {
    let names = || vec(any_text(), 0..12);
    prop_oneof![
        (names(), any_ticks()).prop_map(|(names, values)| ChartAxes::Rows { names, values }),
        (names(), any_ticks()).prop_map(|(names, values)| ChartAxes::Columns { names, values }),
        (any_ticks(), any_ticks()).prop_map(|(places, values)| ChartAxes::Plane { places, values }),
    ]
}

fn any_key() -> impl Strategy<Value = ChartKeyEntry> {
    use KeySample::{Band, Bar, Line, Point};
    (prop::sample::select(vec![Bar, Line, Point, Band]), any_role(), any_text())
        .prop_map(|(sample, role, label)| ChartKeyEntry { sample, role, label })
}

fn any_chart() -> impl Strategy<Value = Chart> {
    (any_frame(), vec(any_key(), 0..6), vec(any_mark(), 0..24)).prop_map(|(frame, key, marks)| Chart {
        id: "any".into(),
        frame,
        key,
        marks,
        ..Chart::default()
    })
}

proptest! {
    #[test]
    fn any_chart_draws_well_formed_and_the_same_again(chart in any_chart()) {
        for size in SIZES {
            if let Some(svg) = draw(&chart, size) {
                prop_assert_eq!(&drawn(&chart, size), &svg);
                assert_well_formed(&svg);
            }
        }
    }

    #[test]
    fn no_label_of_any_chart_lies_on_another(chart in any_chart()) {
        SIZES.iter().for_each(|size| assert_labels_are_free(&chart, *size));
    }

    #[test]
    fn steps_span_any_two_numbers(low in any_number(), high in any_number(), count in any::<u8>()) {
        let steps = steps(low, high, count);
        prop_assert!(steps[0] <= low.min(high) && steps[steps.len() - 1] >= low.max(high));
    }
}
