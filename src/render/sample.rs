//! Pages with every kind of block, in the words and figures of the reports the project is made for.

use crate::{
    chart::{Chart, ChartAxes, ChartKeyEntry, ChartMark, DrawingSize, KeySample, MarkRole, draw},
    table::{
        Cell, CellValue, Chip, ColumnKind, DisplayDate, DisplayValue, PageNote, Remark, Row, RowClass, Table,
        TableColumn, Verdict,
    },
    value::{self, RelPath},
    view::{Block, ChartBlock, Fact, LegendEntry, Page, PageLink, Tile, TimelineEntry},
};

/// Returns a page of each kind.
pub(super) fn pages() -> Vec<Page> {
    vec![home(), plan(), measure(), committee(), about(), not_found()]
}

fn page(path: &str, template: &'static str, section: &'static str, title: &str, blocks: Vec<Block>) -> Page {
    let path = RelPath::new(path).expect("a path");
    let root = "../".repeat(path.parts().count() - 1);
    let crumbs = if section == "home" { Vec::new() } else { vec![anchor("Overblik", &format!("{root}index.html"))] };
    Page {
        language: crate::locale::Language::Danish,
        path,
        template,
        root,
        title: title.to_owned(),
        description: format!("{title}: status pr. 30. juni 2020."),
        crumbs,
        crumb: None,
        section,
        updated: Some(when("30. juni 2020", Some("2020-06-30"))),
        is_unrecorded: false,
        leads_to: None,
        document: None,
        elsewhere: Vec::new(),
        blocks,
    }
}

fn home() -> Page {
    let attention = table(
        "opmaerksomhed",
        "Tiltag, der kræver opmærksomhed",
        "Det alvorligste først",
        &[("Tiltag", HEAD), ("Plan", TEXT), ("Status", STATUS), ("Opnået", NUMBER), ("Senest", WORD)],
        vec![
            item(vec![
                link("Optimering af dagaktiviteter", "#"),
                link("Handleplan for voksenområdet", "planer/voksne-2020/index.html"),
                chip("bad", "Kritisk"),
                number("0,15").noted("af 1,50 mio. kr."),
                word("30. juni 2020"),
            ]),
            item(vec![
                link("STU: systematisk opfølgning", "planer/voksne-2020/4-stu.html"),
                link("Handleplan for voksenområdet", "planer/voksne-2020/index.html"),
                chip("warning", "Opmærksomhed"),
                number("0,33").noted("af 1,00 mio. kr."),
                word("30. juni 2020"),
            ]),
        ],
    );
    let legend = [
        ("complete", "Afsluttet", "Gennemført og dokumenteret"),
        ("good", "Alt OK", "Følger planen i tid og økonomi"),
        ("fair", "På vej", "Mindre afvigelser, som er håndteret"),
        ("warning", "Opmærksomhed", "Afvigelse, der kan indhentes"),
        ("bad", "Kritisk", "Målet nås ikke uden ny handling"),
        ("severe", "Standset", "Målet kan ikke nås, og arbejdet er standset"),
        ("none", "Kan ikke vurderes", "Grundlaget mangler"),
    ];
    let marks = [
        ("not-started", "Ikke startet", "Arbejdet er ikke begyndt"),
        ("in-progress", "I gang", "Arbejdet er i gang"),
        ("done", "Gennemført", "Tiltaget er gennemført"),
        ("deferred", "Udskudt", "En beslutning afventes"),
        ("dropped", "Opgivet", "Tiltaget gennemføres ikke"),
    ];
    page(
        "index.html",
        "home.html",
        "home",
        "Status på planer og aftaler",
        vec![
            lead("Fem planer med 28 tiltag. Ét tiltag er kritisk, og fire kræver opmærksomhed.", None),
            Block::Tiles {
                tiles: vec![
                    tile("Planer", "5", Some("2 udvalg")),
                    tile("Tiltag", "28", Some("11 er gennemført")),
                    tile("Kræver opmærksomhed", "5", Some("1 kritisk")),
                    tile("Nye statusser", "14", Some("på 30 dage")),
                ],
            },
            heading(2, "kraever", "Kræver opmærksomhed"),
            Block::Table(attention),
            heading(2, "status", "Hvordan går det?"),
            Block::Chart(figure("status", "23 af 28 tiltag følger planen").into()),
            heading(2, "farver", "Farvernes betydning"),
            Block::Legend {
                title: "Status".to_owned(),
                levels: legend.map(|(t, w, m)| level(t, w, m, false)).into(),
                lang: None,
            },
            Block::Legend {
                title: "Forløb".to_owned(),
                levels: marks.map(|(t, w, m)| level(t, w, m, true)).into(),
                lang: None,
            },
            heading(2, "senest", "Seneste statusrapporter"),
            Block::Links {
                links: vec![
                    anchor("Voksenområdet, 30. juni 2020", "planer/voksne-2020/index.html"),
                    anchor("Budgetaftale 2020, juni 2020", ""),
                ],
            },
        ],
    )
}

fn plan() -> Page {
    let rows = [
        ("1+2", "Opfølgning på botilbud og forhandling af takster", "good", "Alt OK", "3,50", "4,01", "0,51", "good"),
        ("3", "Boligsociale indsatser: fra herberg til egen bolig", "good", "Alt OK", "1,75", "2,81", "1,06", "good"),
        ("4", "STU: systematisk opfølgning", "warning", "Opmærksomhed", "1,00", "0,33", "−0,67", "bad"),
        ("5", "Investering i Social Vejledning", "good", "Alt OK", "−1,50", "−1,50", "0,00", ""),
        ("6", "Optimering af dagaktiviteter, §§ 103 og 104", "bad", "Kritisk", "1,50", "0,15", "−1,35", "bad"),
        ("7", "Forebyggelse og tidlig indsats", "warning", "Opmærksomhed", "2,00", "0,72", "−1,28", "bad"),
        ("8", "Eksterne leverandører og egen leverandør, § 85", "bad", "Kritisk", "2,50", "0,00", "−2,50", "bad"),
        ("9", "Alternative aflastningsformer", "none", "Kan ikke vurderes", "0,25", "ca. 0", "", ""),
        ("10", "Øvrige tiltag", "warning", "Opmærksomhed", "0,75", "–", "−0,75", "bad"),
    ];
    let mut measures = table(
        "tiltag",
        "Tiltag med sparekrav og opnået besparelse",
        "Mio. kr., pr. 30. juni 2020. Besparelser er positive, investeringer negative.",
        &[
            ("Nr.", WORD),
            ("Tiltag", HEAD),
            ("Status", STATUS),
            ("Ansvarlig", WORD),
            ("Sparekrav", NUMBER),
            ("Opnået", NUMBER),
            ("Forskel", NUMBER),
            ("Opdateret", WORD),
        ],
        rows.iter()
            .map(|(nr, title, tone, level, required, achieved, difference, sign)| {
                let mut cells = vec![
                    word(nr),
                    link(title, &format!("{nr}-tiltag.html")),
                    chip(tone, level),
                    word("Centerchefen for voksne"),
                    number(required),
                    number(achieved),
                    number(difference),
                    word("30.06.2020"),
                ];
                if *nr == "5" {
                    cells[0].mark = value::FootnoteMark::parse("*");
                }
                cells[6].verdict = verdict(sign);
                item(cells)
            })
            .collect(),
    );
    let sum = |class, name: &str, required, achieved: &str, difference, mark: Option<&str>| {
        let mut achieved = number(achieved);
        achieved.mark = mark.and_then(value::FootnoteMark::parse);
        let cells = vec![
            Cell::default(),
            word(name),
            Cell::default(),
            Cell::default(),
            number(required),
            achieved,
            number(difference),
            Cell::default(),
        ];
        Row { class, depth: 0, is_outside: false, cells }
    };
    measures.foot = vec![
        sum(RowClass::Total, "I alt, beregnet", "11,75", "6,52", "−5,23", None),
        sum(RowClass::Stated, "I alt, som oplyst", "11,75", "6,56", "", Some("*")),
        row(RowClass::Note, vec![word("Oplyst 6,56, beregnet 6,52: forskellen på 0,04 er ikke forklaret.")]),
    ];
    measures.notes = vec![note("*", "Netto: investeringen på 1,50 mio. kr. i nummer 5 er trukket fra.")];
    page(
        "planer/voksne-2020/index.html",
        "plan.html",
        "plans",
        "Økonomisk handleplan for det specialiserede voksenområde",
        vec![
            Block::Lead {
                text: "Over halvdelen af sparekravet er nået ved halvåret, men to tiltag er kritiske.".to_owned(),
                chip: Some(status("warning", "Opmærksomhed")),
                note: Some("Uændret siden november 2019".to_owned()),
            },
            Block::Tiles {
                tiles: vec![
                    tile("Sparekrav 2020", "11,75 mio. kr.", Some("9 tiltag")),
                    Tile {
                        name: "Opnået".to_owned(),
                        value: DisplayValue {
                            text: "6,52 mio. kr.".to_owned(), raw: None, mark: Some("1".to_owned())
                        },
                        note: Some("55 % af kravet".to_owned()),
                        href: None,
                    },
                    tile("Mangler", "−5,23 mio. kr.", Some("til årets udgang")),
                    tile("Senest opdateret", "30. juni", Some("9 af 9 statusser")),
                ],
            },
            Block::Facts {
                facts: vec![
                    fact("Udvalg", &[("Udvalget for Social- og Beskæftigelse", "#")]),
                    fact("Ansvarlige", &[("Centerchefen for voksne", "#"), ("Lederen af voksenrådgivningen", "#")]),
                    fact("Kilde", &[("Bilag 1: status på handleplanen pr. 30. juni 2020", "")]),
                ],
            },
            prose(
                "<p>Voksenområdet skal spare 11,75 mio. kr. i 2020. Beløbet er netto: kommunen investerer \
                   1,50 mio. kr. i flere rådgivere for at kunne følge tættere op på indsatserne.</p>",
            ),
            heading(2, "tal", "Tiltag"),
            Block::Table(measures),
            heading(2, "diagram", "Sparekrav og opnået besparelse"),
            Block::Chart(figure("krav", "To tiltag er over målet; fire er ikke begyndt at give besparelse").into()),
            heading(2, "maaneder", "Økonomisk effekt pr. måned"),
            Block::Table(months()),
            heading(2, "noter", "Noter"),
            Block::Notes { notes: vec![note("1", "Brutto er besparelsen 8,02 mio. kr.")] },
        ],
    )
}

fn months() -> Table {
    let names = ["Jan.", "Feb.", "Mar.", "Apr.", "Maj", "Juni", "Juli", "Aug.", "Sep.", "Okt.", "Nov.", "Dec."];
    let mut columns = vec![("Nr.", WORD), ("Tiltag", HEAD)];
    columns.extend(names.map(|name| (name, NUMBER)));
    columns.push(("I alt", NUMBER));
    let line = |class, nr: &str, title: &str, month: &str, from: usize, total: &str| {
        let mut cells = vec![word(nr), word(title)];
        cells.extend((0..12).map(|at| if at < from { Cell::default() } else { number(month) }));
        cells.push(number(total));
        Row { class, depth: 0, is_outside: false, cells }
    };
    let item = RowClass::Item;
    let mut table = table(
        "effekt",
        "Økonomisk effekt pr. måned i 2020",
        "Kr. Positive beløb er mindre udgifter.",
        &columns,
        vec![
            line(item, "1", "Kontaktpersoner", "141.667", 0, "1.700.000"),
            line(item, "2", "Familiebehandling", "200.000", 0, "2.400.000"),
            line(item, "3", "Koordinering på anbringelsesområdet", "142.857", 5, "1.000.000"),
            line(RowClass::OfWhich, "", "heraf netværksanbringelser", "71.429", 5, "500.000"),
            line(item, "4", "Forhandlingskonsulent", "208.333", 0, "2.500.000"),
        ],
    );
    table.foot = vec![line(RowClass::Total, "", "I alt", "692.857", 0, "9.100.000")];
    table.scrolls = true;
    table
}

fn measure() -> Page {
    let entry = |id: &str, text: &str, chips: Vec<Chip>, remarks: &[&str], facts, html: &str| TimelineEntry {
        id: id.to_owned(),
        when: when(text, Some(id)),
        chips,
        remarks: remarks.iter().map(|text| (*text).to_owned()).collect(),
        facts,
        html: html.to_owned(),
        link: Some(anchor("Status medio 2020", "status-2020-06-30.html")),
    };
    let funding = table(
        "bevilling",
        "Bevilling",
        "1.000 kr., 2020-priser",
        &[("Post", HEAD), ("2020", NUMBER), ("2021", NUMBER), ("2022", NUMBER), ("2023", NUMBER)],
        vec![item(vec![word("Drift"), number("600"), number("1.200"), number("1.200"), number("0")])],
    );
    page(
        "planer/voksne-2020/4-stu.html",
        "measure.html",
        "plans",
        "4 STU: systematisk opfølgning",
        vec![
            Block::Lead {
                text: "En tredjedel af besparelsen er opnået ved halvåret.".to_owned(),
                chip: Some(status("warning", "Opmærksomhed")),
                note: Some("siden 30. juni 2020, før Alt OK".to_owned()),
            },
            Block::Tiles {
                tiles: vec![
                    tile("Sparekrav 2020", "1,00 mio. kr.", None),
                    tile("Opnået", "0,33 mio. kr.", Some("33 % af kravet")),
                    tile("Forventet ved årets udgang", "ca. 0,7 mio. kr.", None),
                ],
            },
            heading(2, "maal", "Mål"),
            prose(
                "<p>Unge i særligt tilrettelagt uddannelse skal have uddannelse og bolig tæt på hinanden.</p>\
                   <blockquote><p>Den mindst indgribende støtte vælges først.</p></blockquote>",
            ),
            heading(2, "statusser", "Statusser"),
            Block::Timeline {
                entries: vec![
                    entry(
                        "2020-06-30",
                        "30. juni 2020",
                        vec![status("warning", "Opmærksomhed"), quiet("in-progress", "I gang")],
                        &["Dårligere end sidst", "Udvalget satte status til Kritisk den 12. august 2020"],
                        vec![fact("Opnået", &[("0,33 mio. kr.", "")]), fact("Forventet", &[("ca. 0,7 mio. kr.", "")])],
                        "<p>En tredjedel af besparelsen er opnået. I resten af 2020 gælder tre retningslinjer:</p>\
                         <ul><li>Lokale tilbud vælges først. De holder den unge tæt på familie og venner.</li>\
                         <li>Et botilbud skal ligge så tæt på undervisningen som muligt.</li>\
                         <li>Visitationsudvalget følger stramt op på, om målene nås.</li></ul>",
                    ),
                    entry(
                        "2019-11-30",
                        "30. november 2019",
                        vec![status("good", "Alt OK"), quiet("not-started", "Ikke startet")],
                        &[],
                        vec![fact("Opnået", &[("–", "")])],
                        "<p>Visitationsudvalget er nedsat.</p>",
                    ),
                ],
            },
            heading(2, "bevilling-2020", "Bevilling"),
            Block::Table(funding),
        ],
    )
}

fn committee() -> Page {
    let heading_row = |text: &str| row(RowClass::Heading, vec![word(text)]);
    let line = |class, name: &str, figures: [&str; 4], tone: Option<&str>| {
        let mut cells = vec![word(name)];
        cells.extend(figures.map(number));
        cells[4].verdict = tone.and_then(verdict);
        row(class, cells)
    };
    let mut follow_up = table(
        "budgetopfoelgning",
        "Budgetopfølgning pr. 31. maj 2020",
        "Mio. kr. Udgifter er positive, indtægter negative. Mindreforbrug er negativt.",
        &[
            ("Område", HEAD),
            ("Oprindeligt budget", NUMBER),
            ("Korrigeret budget", NUMBER),
            ("Forventet regnskab", NUMBER),
            ("Afvigelse", NUMBER),
        ],
        vec![
            heading_row("Specialiserede voksne"),
            line(RowClass::Item, "Botilbud", ["182,4", "184,1", "187,9", "3,8"], Some("bad")),
            line(RowClass::OfWhich, "heraf midlertidige", ["61,0", "61,0", "62,2", "1,2"], Some("bad")),
            line(RowClass::Item, "Egenbetaling", ["−12,5", "−12,5", "−12,9", "−0,4"], Some("good")),
            line(RowClass::Subtotal, "Specialiserede voksne i alt", ["169,9", "171,6", "175,0", "3,4"], Some("bad")),
            heading_row("Beskæftigelse"),
            line(RowClass::Item, "Kontanthjælp", ["74,2", "74,2", "72,0", "−2,2"], Some("good")),
            line(RowClass::Child, "Refusion", ["−22,3", "−22,3", "−21,6", "0,7"], Some("bad")),
            row(RowClass::Note, vec![word("Refusionen er opgjort til og med april.")]),
        ],
    );
    follow_up.foot = vec![line(RowClass::Total, "Udvalget i alt", ["221,8", "223,5", "225,4", "1,9"], Some("bad"))];
    page(
        "udvalg/usb.html",
        "committee.html",
        "committees",
        "Udvalget for Social- og Beskæftigelse (USB)",
        vec![
            lead("14 tiltag i tre planer. Fem kræver opmærksomhed.", Some(status("severe", "Standset"))),
            heading(2, "opfoelgning", "Budgetopfølgning"),
            Block::Table(follow_up),
        ],
    )
}

fn about() -> Page {
    page(
        "om.html",
        "about.html",
        "about",
        "Om siden",
        vec![
            Block::Text { text: "Siden er bygget af kommunens egne tal & tekster i <git>.".to_owned() },
            prose(
                "<h2>Sådan regnes der</h2><p>Summer er <strong>beregnet</strong> af <a href=\"index.html\">\
                   tallene</a>; <code>oplyst</code> står ved siden af.</p><ol><li>Afrunding</li><li>Fejl</li></ol>\
                   <table><thead><tr><th>Ord</th><th>Betydning</th></tr></thead><tbody><tr><td>heraf</td>\
                   <td>del af rækken over</td></tr></tbody></table>",
            ),
        ],
    )
}

fn not_found() -> Page {
    let mut page = page(
        "404.html",
        "404.html",
        "none",
        "Siden findes ikke",
        vec![
            Block::Text { text: "Adressen fører ingen steder hen.".to_owned() },
            Block::Links { links: vec![anchor("Overblik", "index.html"), anchor("Alle planer", "#content")] },
        ],
    );
    page.updated = None;
    page
}

const WORD: ColumnKind = ColumnKind::Word;
const HEAD: ColumnKind = ColumnKind::Name;
const NUMBER: ColumnKind = ColumnKind::Amount;
const TEXT: ColumnKind = ColumnKind::Text;
const STATUS: ColumnKind = ColumnKind::Status;

fn table(id: &str, caption: &str, note: &str, columns: &[(&str, ColumnKind)], rows: Vec<Row>) -> Table {
    Table {
        id: id.to_owned(),
        caption: caption.to_owned(),
        note: note.to_owned(),
        columns: columns.iter().map(|(head, kind)| column(head, *kind)).collect(),
        rows,
        ..Table::default()
    }
}

fn column(head: &str, kind: ColumnKind) -> TableColumn {
    TableColumn { id: head.to_lowercase().into(), head: head.to_owned(), kind, unit: None }
}

fn figure(id: &str, title: &str) -> ChartBlock {
    let data = table(
        &format!("{id}-tal"),
        "Tallene bag diagrammet",
        "Mio. kr.",
        &[("Tiltag", HEAD), ("Sparekrav", NUMBER), ("Opnået", NUMBER)],
        vec![
            item(vec![word("1+2 Botilbud"), number("3,50"), number("4,01")]),
            item(vec![word("3 Boligsociale indsatser"), number("1,75"), number("2,81")]),
        ],
    );
    let bar = |place: i32, lane, to: &str| ChartMark::Bar {
        role: if lane == 0 { MarkRole::Planned } else { MarkRole::Actual },
        place: place.into(),
        lane,
        from: 0.into(),
        to: to.parse().expect("a number"),
        label: Some(to.replace('.', ",")),
    };
    let chart = Chart {
        id: id.to_owned(),
        title: title.to_owned(),
        description: "Tallene står i tabellen under diagrammet.".to_owned(),
        frame: ChartAxes::Rows {
            names: ["1+2 Botilbud", "3 Boligsociale indsatser", "6 Dagaktiviteter"].map(str::to_owned).into(),
            values: Vec::new(),
        },
        key: [("Sparekrav", MarkRole::Planned), ("Opnået", MarkRole::Actual)]
            .map(|(text, role)| ChartKeyEntry { sample: KeySample::Bar, role, label: text.to_owned() })
            .into(),
        marks: vec![
            bar(0, 0, "3.50"),
            bar(0, 1, "4.01"),
            bar(1, 0, "1.75"),
            bar(1, 1, "2.81"),
            bar(2, 0, "1.50"),
            bar(2, 1, "0.15"),
        ],
        ..Chart::default()
    };
    ChartBlock {
        title: title.to_owned(),
        subtitle: "Mio. kr., pr. 30. juni 2020".to_owned(),
        wide: draw(&chart, DrawingSize::Wide).expect("a drawing"),
        narrow: draw(&chart, DrawingSize::Narrow).expect("a drawing"),
        table: data,
        tabled: false,
        retold: false,
    }
}

fn row(class: RowClass, cells: Vec<Cell>) -> Row {
    Row { class, depth: 0, is_outside: false, cells }
}

fn item(cells: Vec<Cell>) -> Row {
    row(RowClass::Item, cells)
}

fn word(text: &str) -> Cell {
    Cell { value: CellValue::Text(text.to_owned()), ..Cell::default() }
}

fn number(text: &str) -> Cell {
    word(text)
}

fn link(text: &str, href: &str) -> Cell {
    Cell { link: Some(href.to_owned()), ..word(text) }
}

fn chip(tone: &str, text: &str) -> Cell {
    Cell { value: CellValue::Badges(vec![status(tone, text)]), ..Cell::default() }
}

impl Cell {
    fn noted(self, remark: &str) -> Self {
        Self { remarks: vec![Remark::Text(remark.to_owned())], ..self }
    }
}

fn verdict(word: &str) -> Option<Verdict> {
    match word {
        "good" => Some(Verdict::Good),
        "bad" => Some(Verdict::Bad),
        _ => None,
    }
}

fn shown(text: &str) -> DisplayValue {
    DisplayValue { text: text.to_owned(), raw: None, mark: None }
}

fn status(tone: &str, text: &str) -> Chip {
    Chip { word: text.to_owned(), tone: known(tone), quiet: false, count: None, lang: None, rank: 0 }
}

fn quiet(tone: &str, text: &str) -> Chip {
    Chip { word: text.to_owned(), tone: known(tone), quiet: true, count: None, lang: None, rank: 0 }
}

fn known(tone: &str) -> &'static str {
    let tones = [
        "complete",
        "good",
        "fair",
        "warning",
        "bad",
        "severe",
        "none",
        "done",
        "not-started",
        "in-progress",
        "dropped",
        "deferred",
    ];
    tones.into_iter().find(|known| *known == tone).expect("a tone")
}

fn level(tone: &str, text: &str, meaning: &str, is_quiet: bool) -> LegendEntry {
    let chip = if is_quiet { quiet(tone, text) } else { status(tone, text) };
    LegendEntry { chip, meaning: meaning.to_owned() }
}

fn lead(text: &str, chip: Option<Chip>) -> Block {
    Block::Lead { text: text.to_owned(), chip, note: None }
}

fn heading(level: u8, id: &str, text: &str) -> Block {
    Block::Heading { id: id.to_owned(), level, text: text.to_owned() }
}

fn prose(html: &str) -> Block {
    Block::Prose { html: html.to_owned() }
}

fn tile(name: &str, value: &str, note: Option<&str>) -> Tile {
    Tile { name: name.to_owned(), value: shown(value), note: note.map(str::to_owned), href: None }
}

fn fact(name: &str, values: &[(&str, &str)]) -> Fact {
    Fact { name: name.to_owned(), values: values.iter().map(|(text, href)| anchor(text, href)).collect() }
}

fn note(mark: &str, text: &str) -> PageNote {
    PageNote { mark: mark.to_owned(), text: text.to_owned() }
}

fn anchor(text: &str, href: &str) -> PageLink {
    PageLink { text: text.to_owned(), href: href.to_owned(), lang: None }
}

fn when(text: &str, iso: Option<&str>) -> DisplayDate {
    DisplayDate { text: text.to_owned(), iso: iso.map(str::to_owned) }
}
