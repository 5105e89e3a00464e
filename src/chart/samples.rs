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

fn key(sample: Sample, role: Role, label: &str) -> Key {
    Key { sample, role, label: label.into() }
}

pub(super) fn bar(role: Role, place: usize, lane: u8, to: &str, label: &str) -> Mark {
    let label = (!label.is_empty()).then(|| label.into());
    Mark::Bar { role, place: place.into(), lane, from: Decimal::ZERO, to: number(to), label }
}

fn spot(place: &str, value: &str) -> Spot {
    Spot { place: number(place), value: number(value) }
}

fn point(role: Role, place: &str, value: &str, label: &str) -> Mark {
    Mark::Point { role, spot: spot(place, value), label: (!label.is_empty()).then(|| label.into()) }
}

fn line(role: Role, spots: &[(&str, &str)], label: &str) -> Mark {
    let spots = spots.iter().map(|(place, value)| spot(place, value)).collect();
    Mark::Line { role, spots, label: (!label.is_empty()).then(|| label.into()) }
}

fn rule(role: Role, on: Axis, at: &str, label: &str) -> Mark {
    Mark::Rule { role, on, at: number(at), label: Some(label.into()) }
}

fn chart(id: &str, title: &str, frame: Frame, key: Vec<Key>, marks: Vec<Mark>) -> Chart {
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
        let role = if actual.starts_with('-') { Role::Negative } else { Role::Actual };
        [bar(Role::Planned, at, 0, planned, planned_label), bar(role, at, 1, actual, actual_label)]
    });
    let key = vec![
        key(Sample::Bar, Role::Planned, "Mål"),
        key(Sample::Bar, Role::Actual, "Opnået"),
        key(Sample::Bar, Role::Negative, "Merudgift"),
    ];
    chart(
        "maal",
        "Mål og opnået besparelse pr. tiltag, mio. kr.",
        Frame::Rows { names, values: vec![] },
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
            Spot { place: at.into(), value: sum }
        };
        monthly.iter().enumerate().map(spot).collect()
    };
    let mut marks: Vec<Mark> =
        planned.iter().enumerate().map(|(at, month)| bar(Role::Planned, at, 0, month, "")).collect();
    marks.extend(actual.iter().enumerate().map(|(at, month)| {
        let role = if month.starts_with('-') { Role::Negative } else { Role::Actual };
        bar(role, at, 1, month, "")
    }));
    marks.push(Mark::Line { role: Role::Planned, spots: total(&planned), label: Some("Plan 9,1".into()) });
    marks.push(Mark::Line { role: Role::Actual, spots: total(&actual), label: Some("Opnået 1,8".into()) });
    let values = ticks(&[("0", "0"), ("2", "2"), ("4", "4"), ("6", "6"), ("8", "8"), ("10", "10")]);
    let key = vec![
        key(Sample::Bar, Role::Planned, "Mål pr. måned"),
        key(Sample::Bar, Role::Actual, "Opnået pr. måned"),
        key(Sample::Line, Role::Planned, "Mål i alt"),
        key(Sample::Line, Role::Actual, "Opnået i alt"),
    ];
    chart("effekt", "Effekt pr. måned og i alt, mio. kr.", Frame::Columns { names, values }, key, marks)
}

/// A forecast as each report told it.
pub(super) fn forecast() -> Chart {
    let places =
        ticks(&[("0", "31. jan."), ("60", "31. mar."), ("121", "31. maj"), ("151", "30. jun."), ("243", "30. sep.")]);
    let values = ticks(&[("0", "0"), ("5", "5"), ("10", "10"), ("15", "15")]);
    let told = [("0", "14.2"), ("60", "12.6"), ("121", "9.8"), ("151", "9.1"), ("243", "9.4")];
    let mut marks = vec![line(Role::Forecast, &told, "")];
    marks.extend(told.map(|(place, value)| point(Role::Forecast, place, value, &value.replace('.', ","))));
    marks.push(rule(Role::AsOf, Axis::Places, "170", "Vedtaget 19. juli"));
    chart("forventning", "Forventet merforbrug, mio. kr.", Frame::Plane { places, values }, vec![], marks)
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
        Mark::Band { role: Role::Target, from: number("80"), to: number("84"), label: Some("Ønsket niveau".into()) },
        rule(Role::Target, Axis::Values, "82", "Mål 82 %"),
        rule(Role::Baseline, Axis::Values, "64", "Udgangspunkt"),
        line(Role::Actual, &[("0", "64"), ("1", "67"), ("2", "66.5")], ""),
        line(Role::Actual, &[("4", "71"), ("5", "74.5")], "Fastholdte unge"),
        point(Role::Baseline, "0", "64", "64 %"),
        point(Role::Actual, "1", "67", ""),
        point(Role::Actual, "2", "66.5", "66,5 %"),
        point(Role::Actual, "4", "71", ""),
        point(Role::Actual, "5", "74.5", "74,5 %"),
        point(Role::Target, "6", "82", ""),
    ];
    chart("fastholdelse", "Fastholdte unge, andel i procent", Frame::Plane { places, values }, vec![], marks)
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
        rule(Role::AsOf, Axis::Values, "181", "Opgjort 30. juni 2020"),
        point(Role::Tone(Tone::Good), "0", "60", "1. mar."),
        point(Role::Planned, "1", "120", "30. apr."),
        Mark::Move { place: 1.into(), from: number("120"), to: number("259") },
        point(Role::Actual, "1", "259", "15. sep."),
        point(Role::Planned, "2", "244", "1. sep."),
        Mark::Move { place: 2.into(), from: number("244"), to: number("260") },
        point(Role::Actual, "2", "260", "17. sep."),
        point(Role::Planned, "3", "456", "1. apr. 2021"),
        Mark::Move { place: 3.into(), from: number("456"), to: number("320") },
        point(Role::Actual, "3", "320", "16. nov."),
    ];
    let key = vec![
        key(Sample::Point, Role::Actual, "Gældende dato"),
        key(Sample::Point, Role::Planned, "Oprindelig dato"),
        key(Sample::Point, Role::Tone(Tone::Good), "Nået"),
    ];
    chart("milepaele", "Milepæle og flyttede datoer", Frame::Rows { names, values }, key, marks)
}

/// How many measures stand at each level.
pub(super) fn levels() -> Chart {
    let counts = [
        (Tone::Good, 14, "Alt OK"),
        (Tone::Fair, 7, "På vej"),
        (Tone::Warning, 9, "Risiko"),
        (Tone::Bad, 4, "Kritisk"),
        (Tone::Severe, 1, "Standset"),
        (Tone::None, 2, "Kan ikke vurderes"),
        (Tone::Empty, 1, "Uden status"),
    ];
    let mut sum = Decimal::ZERO;
    let segment = |(tone, count, _): &(Tone, u32, &str)| {
        let from = sum;
        sum += Decimal::from(*count);
        Mark::Segment { tone: *tone, place: Decimal::ZERO, from, to: sum, label: Some(count.to_string()) }
    };
    let marks = counts.iter().map(segment).collect();
    let entry =
        |(tone, count, word): &(Tone, u32, &str)| key(Sample::Bar, Role::Tone(*tone), &format!("{word}: {count}"));
    let keys = counts.iter().map(entry).collect();
    chart("niveauer", "Tiltag efter status", Frame::Rows { names: texts(&[""]), values: vec![] }, keys, marks)
}
