//! One chart of each figure, as the tests and the preview page draw them.

use super::*;

fn number(text: &str) -> Decimal {
    text.parse().expect("a number")
}

fn ticks(marks: &[(&str, &str)]) -> Vec<Tick> {
    marks.iter().map(|(at, label)| Tick { at: number(at), label: (*label).into() }).collect()
}

fn texts(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn key(sample: KeySample, role: MarkRole, label: &str) -> ChartKeyEntry {
    ChartKeyEntry { sample, role, label: label.into() }
}

pub(super) fn bar(role: MarkRole, place: usize, lane: u8, to: &str, label: &str) -> ChartMark {
    let label = (!label.is_empty()).then(|| label.into());
    ChartMark::Bar { role, place: place.into(), lane, from: Decimal::ZERO, to: number(to), label }
}

fn spot(place: &str, value: &str) -> PlotPoint {
    PlotPoint { place: number(place), value: number(value) }
}

fn point(role: MarkRole, place: &str, value: &str, label: &str) -> ChartMark {
    ChartMark::Point { role, spot: spot(place, value), label: (!label.is_empty()).then(|| label.into()) }
}

fn line(role: MarkRole, spots: &[(&str, &str)], label: &str) -> ChartMark {
    let spots = spots.iter().map(|(place, value)| spot(place, value)).collect();
    ChartMark::Line { role, spots, label: (!label.is_empty()).then(|| label.into()) }
}

fn rule(role: MarkRole, on: Axis, at: &str, label: &str) -> ChartMark {
    ChartMark::Rule { role, on, at: number(at), label: Some(label.into()) }
}

fn chart(id: &str, title: &str, frame: ChartAxes, key: Vec<ChartKeyEntry>, marks: Vec<ChartMark>) -> Chart {
    Chart {
        id: id.into(),
        title: title.into(),
        description: "Alle tal står i tabellen.".into(),
        frame,
        key,
        marks,
        ..Chart::default()
    }
}

pub(super) fn all() -> Vec<Chart> {
    vec![measures(), months(), forecast(), indicator(), milestones(), levels()]
}

/// Required against achieved per measure.
pub(super) fn measures() -> Chart {
    let rows = [
        ("1 Kontaktpersoner", "1.70", "1,70", "1.10", "1,10"),
        ("2 Familiebehandling", "2.40", "2,40", "1.20", "1,20"),
        ("3 Koordinering på anbringelsesområdet", "1.00", "1,00", "0.25", "0,25"),
        ("4 Ansættelse af forhandlingskonsulent", "2.50", "2,50", "1.25", "1,25"),
        ("5 Øget brug af netværksplejefamilier", "1.00", "1,00", "0", "0,00"),
        ("6 Mindre dagbehandling", "0.50", "0,50", "-0.15", "−0,15"),
    ];
    let names = rows.iter().map(|row| row.0.to_owned()).collect();
    let bars = rows.iter().enumerate().flat_map(|(at, (_, planned, planned_label, actual, actual_label))| {
        let role = if actual.starts_with('-') { MarkRole::Negative } else { MarkRole::Actual };
        [bar(MarkRole::Planned, at, 0, planned, planned_label), bar(role, at, 1, actual, actual_label)]
    });
    let key = vec![
        key(KeySample::Bar, MarkRole::Planned, "Mål"),
        key(KeySample::Bar, MarkRole::Actual, "Opnået"),
        key(KeySample::Bar, MarkRole::Negative, "Merudgift"),
    ];
    chart(
        "maal",
        "Mål og opnået besparelse pr. tiltag, mio. kr.",
        ChartAxes::Rows { names, values: vec![] },
        key,
        bars.collect(),
    )
}

/// Effect per month, with what it adds up to.
pub(super) fn months() -> Chart {
    let names = texts(&["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."]);
    let planned = ["0.2", "0.3", "0.5", "0.6", "0.8", "0.8", "0.9", "0.9", "1.0", "1.0", "1.0", "1.1"];
    let actual = ["0.1", "0.3", "0.4", "0.7", "-0.2", "0.5"];
    let total = |monthly: &[&str]| {
        let mut sum = Decimal::ZERO;
        let spot = |(at, month): (usize, &&str)| {
            sum += number(month);
            PlotPoint { place: at.into(), value: sum }
        };
        monthly.iter().enumerate().map(spot).collect()
    };
    let mut marks: Vec<ChartMark> =
        planned.iter().enumerate().map(|(at, month)| bar(MarkRole::Planned, at, 0, month, "")).collect();
    marks.extend(actual.iter().enumerate().map(|(at, month)| {
        let role = if month.starts_with('-') { MarkRole::Negative } else { MarkRole::Actual };
        bar(role, at, 1, month, "")
    }));
    marks.push(ChartMark::Line { role: MarkRole::Planned, spots: total(&planned), label: Some("Plan 9,1".into()) });
    marks.push(ChartMark::Line { role: MarkRole::Actual, spots: total(&actual), label: Some("Opnået 1,8".into()) });
    let values = ticks(&[("0", "0"), ("2", "2"), ("4", "4"), ("6", "6"), ("8", "8"), ("10", "10")]);
    let key = vec![
        key(KeySample::Bar, MarkRole::Planned, "Mål pr. måned"),
        key(KeySample::Bar, MarkRole::Actual, "Opnået pr. måned"),
        key(KeySample::Line, MarkRole::Planned, "Mål i alt"),
        key(KeySample::Line, MarkRole::Actual, "Opnået i alt"),
    ];
    chart("effekt", "Effekt pr. måned og i alt, mio. kr.", ChartAxes::Columns { names, values }, key, marks)
}

/// A forecast as each report told it.
pub(super) fn forecast() -> Chart {
    let places =
        ticks(&[("0", "31. jan."), ("60", "31. mar."), ("121", "31. maj"), ("151", "30. jun."), ("243", "30. sep.")]);
    let values = ticks(&[("0", "0"), ("5", "5"), ("10", "10"), ("15", "15")]);
    let told = [("0", "14.2"), ("60", "12.6"), ("121", "9.8"), ("151", "9.1"), ("243", "9.4")];
    let mut marks = vec![line(MarkRole::Forecast, &told, "")];
    marks.extend(told.map(|(place, value)| point(MarkRole::Forecast, place, value, &value.replace('.', ","))));
    marks.push(rule(MarkRole::AsOf, Axis::Places, "170", "Vedtaget 19. juli"));
    chart("forventning", "Forventet merforbrug, mio. kr.", ChartAxes::Plane { places, values }, vec![], marks)
}

/// An indicator against its target, with a gap in the readings.
pub(super) fn indicator() -> Chart {
    let places = ticks(&[
        ("0", "2016"),
        ("1", "2017"),
        ("2", "2018"),
        ("3", "2019"),
        ("4", "2020"),
        ("5", "2021"),
        ("6", "2022"),
    ]);
    let values = ticks(&[("60", "60 %"), ("70", "70 %"), ("80", "80 %"), ("90", "90 %")]);
    let marks = vec![
        ChartMark::Band {
            role: MarkRole::Target,
            from: number("80"),
            to: number("84"),
            label: Some("Ønsket niveau".into()),
        },
        rule(MarkRole::Target, Axis::Values, "82", "Mål 82 %"),
        rule(MarkRole::Baseline, Axis::Values, "64", "Udgangspunkt"),
        line(MarkRole::Actual, &[("0", "64"), ("1", "67"), ("2", "66.5")], ""),
        line(MarkRole::Actual, &[("4", "71"), ("5", "74.5")], "Fastholdte unge"),
        point(MarkRole::Baseline, "0", "64", "64 %"),
        point(MarkRole::Actual, "1", "67", ""),
        point(MarkRole::Actual, "2", "66.5", "66,5 %"),
        point(MarkRole::Actual, "4", "71", ""),
        point(MarkRole::Actual, "5", "74.5", "74,5 %"),
        point(MarkRole::Target, "6", "82", ""),
    ];
    chart("fastholdelse", "Fastholdte unge, andel i procent", ChartAxes::Plane { places, values }, vec![], marks)
}

/// Milestones and how their dates moved.
pub(super) fn milestones() -> Chart {
    let names = texts(&[
        "Lokaler klar",
        "Udbud af botilbud afsluttet",
        "Ny visitationspraksis i alle distrikter",
        "Evaluering",
    ]);
    let values = ticks(&[
        ("0", "jan. 2020"),
        ("91", "apr."),
        ("182", "jul."),
        ("274", "okt."),
        ("366", "jan. 2021"),
        ("456", "apr."),
    ]);
    let marks = vec![
        rule(MarkRole::AsOf, Axis::Values, "181", "Opgjort 30. juni 2020"),
        point(MarkRole::Tone(ChartTone::Good), "0", "60", "1. mar."),
        point(MarkRole::Planned, "1", "120", "30. apr."),
        ChartMark::Move { place: 1.into(), from: number("120"), to: number("259") },
        point(MarkRole::Actual, "1", "259", "15. sep."),
        point(MarkRole::Planned, "2", "244", "1. sep."),
        ChartMark::Move { place: 2.into(), from: number("244"), to: number("260") },
        point(MarkRole::Actual, "2", "260", "17. sep."),
        point(MarkRole::Planned, "3", "456", "1. apr. 2021"),
        ChartMark::Move { place: 3.into(), from: number("456"), to: number("320") },
        point(MarkRole::Actual, "3", "320", "16. nov."),
    ];
    let key = vec![
        key(KeySample::Point, MarkRole::Actual, "Gældende dato"),
        key(KeySample::Point, MarkRole::Planned, "Oprindelig dato"),
        key(KeySample::Point, MarkRole::Tone(ChartTone::Good), "Nået"),
    ];
    chart("milepaele", "Milepæle og flyttede datoer", ChartAxes::Rows { names, values }, key, marks)
}

/// How many measures stand at each level.
pub(super) fn levels() -> Chart {
    let counts = [
        (ChartTone::Complete, 3, "Afsluttet"),
        (ChartTone::Good, 14, "Alt OK"),
        (ChartTone::Fair, 7, "På vej"),
        (ChartTone::Warning, 9, "Risiko"),
        (ChartTone::Bad, 4, "Kritisk"),
        (ChartTone::Severe, 1, "Standset"),
        (ChartTone::None, 2, "Kan ikke vurderes"),
        (ChartTone::Untold, 1, "Uden status"),
    ];
    let mut sum = Decimal::ZERO;
    let segment = |(tone, count, _): &(ChartTone, u32, &str)| {
        let from = sum;
        sum += Decimal::from(*count);
        ChartMark::Segment { tone: *tone, place: Decimal::ZERO, from, to: sum, label: Some(count.to_string()) }
    };
    let marks = counts.iter().map(segment).collect();
    let entry = |(tone, count, word): &(ChartTone, u32, &str)| {
        key(KeySample::Bar, MarkRole::Tone(*tone), &format!("{word}: {count}"))
    };
    let keys = counts.iter().map(entry).collect();
    chart("niveauer", "Tiltag efter status", ChartAxes::Rows { names: texts(&[""]), values: vec![] }, keys, marks)
}
