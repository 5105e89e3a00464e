//! Pictures for paper: charts and the shapes of statuses, with the colours of the theme written into them.
//!
//! On a page, classes and variables of the style sheet colour them, for light, dark and forced colours. A picture in a document has
//! one look and no page around it, so its rules stand in it and every variable is its value.

use std::{borrow::Cow, collections::BTreeMap};

use crate::render::Theme;

/// What charts and shapes look like.
const RULES: &str = include_str!("drawings.css");

/// Where the colours stand in the default theme, and in one that covers its files.
const SHEETS: [&str; 3] = ["theme.css", "chart.css", "colour.css"];

/// Those of the default theme, for what another does not say in a way that is understood here.
const DEFAULT_SHEETS: [&str; 2] = [
    include_str!("../../../themes/default/static/theme.css"),
    include_str!("../../../themes/default/static/chart.css"),
];

/// The roles of marks, each with the colour it has and whether what it says is bold.
const ROLES: [(&str, &str, &str); 20] = [
    ("planned", "chart-actual", "400"),
    ("actual", "chart-actual", "700"),
    ("forecast", "chart-forecast", "700"),
    ("negative", "chart-negative", "700"),
    ("target", "chart-target", "700"),
    ("baseline", "chart-baseline", "400"),
    ("as-of", "chart-muted", "700"),
    ("complete", "complete", "700"),
    ("good", "good", "700"),
    ("fair", "fair", "700"),
    ("warning", "warning", "700"),
    ("bad", "bad", "700"),
    ("severe", "chart-severe", "700"),
    ("none", "none", "700"),
    ("empty", "none", "700"),
    ("series-1", "chart-series-1", "400"),
    ("series-2", "chart-series-2", "400"),
    ("series-3", "chart-series-3", "400"),
    ("series-4", "chart-series-4", "400"),
    ("series-5", "chart-series-5", "400"),
];

/// The colours of a theme in light, by the names of its variables without the hyphens: `bad-back`.
pub(super) struct PaperColours(BTreeMap<String, String>);

/// A picture, and what it shows for those who do not see it.
pub(super) struct ChartPicture {
    pub svg: String,
    pub alt: String,
}

impl PaperColours {
    /// Reads them from the style sheets of a theme, what comes before their first `@media`.
    pub(super) fn of(theme: &Theme) -> Self {
        let mut colours = Self(BTreeMap::new());
        DEFAULT_SHEETS.iter().for_each(|sheet| colours.read(sheet));
        for name in SHEETS {
            for (_, bytes) in theme.assets().filter(|(path, _)| path.file_name() == name) {
                colours.read(&String::from_utf8_lossy(bytes));
            }
        }
        colours
    }

    fn read(&mut self, sheet: &str) {
        let light = sheet.split("@media").next().unwrap_or_default();
        for declaration in light.split(['{', '}', ';']) {
            let Some((name, value)) = declaration.trim().strip_prefix("--").and_then(|rest| rest.split_once(':'))
            else {
                continue;
            };
            let value = value.trim();
            let digits = value.strip_prefix('#').unwrap_or_default();
            // Whatever else a style sheet may call a colour is left to it.
            if matches!(digits.len(), 3 | 6) && digits.chars().all(|digit| digit.is_ascii_hexdigit()) {
                self.0.insert(name.trim().to_owned(), value.to_owned());
            }
        }
    }

    /// Returns them all, for the template.
    pub(super) fn all(&self) -> &BTreeMap<String, String> {
        &self.0
    }

    fn colour(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Returns a chart as a picture of its own.
    pub(super) fn chart(&self, svg: &str) -> ChartPicture {
        let (title, svg) = without_element(svg, "title");
        let (description, svg) = without_element(&svg, "desc");
        let hatch = between(&svg, "<pattern id=\"", "\"").unwrap_or_default().to_owned();
        let alt = match (title.trim_end_matches('.'), description.as_str()) {
            (title, "") => title.to_owned(),
            (title, description) => format!("{title}. {description}"),
        };
        ChartPicture { svg: self.styled(&svg, &self.chart_rules(&hatch)), alt }
    }

    /// Returns the shape of a status as a picture of its own; nothing where the theme has none for it.
    pub(super) fn shape(&self, symbol: &str, tone: &str, is_quiet: bool) -> Option<String> {
        let inner = between(symbol, ">", "</symbol>")?;
        let of_tone = |part: &str| self.colour(&format!("{tone}{part}"));
        let own = match (is_quiet, tone) {
            (true, "done") => self.colour("done"),
            (true, _) => self.colour("weak"),
            (false, _) => of_tone(""),
        }?;
        let back = if is_quiet { self.colour("page") } else { of_tone("-back") }?;
        let face = if is_quiet { own } else { of_tone("-fill").unwrap_or(own) };
        // A face that is lighter than its words has an outline in their colour, as on a page.
        let outline = if is_quiet || tone != "warning" { None } else { of_tone("-text") };
        let variable = |name: &str| match name {
            "shape" => Some(own),
            "face" => Some(face),
            "outline" => Some(outline.unwrap_or("none")),
            "sign" => Some(outline.unwrap_or(back)),
            _ => None,
        };
        let rules: String = rules().filter_map(|rule| with_values(rule, &variable)).collect();
        let view = between(symbol, "viewBox=\"", "\"").unwrap_or("0 0 16 16");
        Some(self.styled(&format!("<svg viewBox=\"{view}\">{inner}</svg>"), &rules))
    }

    /// Returns a picture with its rules in it.
    fn styled(&self, svg: &str, rules: &str) -> String {
        let namespace = "<svg xmlns=\"http://www.w3.org/2000/svg\" font-family=\"Fremdrift Sans\"";
        let svg = svg.replacen("<svg", namespace, 1);
        svg.replacen('>', &format!("><style>{rules}</style>"), 1)
    }

    /// Returns what a rule calls `c`, `c-fill`, `c-text` or `c-edge` for a role: its shape, its face, its words, its edge.
    ///
    /// A status has the colours it has on a page, as `chart.css` says: the ground of its words is the face of its marks.
    fn shade(&self, role: &str, name: &str) -> Option<&str> {
        let shade = name.strip_prefix('c')?;
        if role.starts_with("chart-") {
            return self.colour(&format!("{role}{shade}"));
        }
        match shade {
            "" => self.colour(&format!("{role}-fill")).or_else(|| self.colour(role)),
            "-fill" => self.colour(&format!("{role}-back")),
            "-text" => self.colour(&format!("{role}-text")),
            "-edge" => self.colour(role),
            _ => None,
        }
    }

    /// Returns the rules of a chart, those that ask for the colour of a role once for each.
    fn chart_rules(&self, hatch: &str) -> String {
        let mut out = String::new();
        for rule in rules() {
            if !rule.contains("var(--c)") && !rule.contains("var(--c-") {
                out.extend(with_values(rule, &|name| self.colour(name)));
                continue;
            }
            let Some((part, rest)) = rule.split_once(' ') else { continue };
            for (role, colour, weight) in ROLES {
                let own = with_values(rest, &|name| match name {
                    "c-weight" => Some(weight),
                    "c" | "c-fill" | "c-text" | "c-edge" => self.shade(colour, name),
                    _ => self.colour(name),
                });
                out.extend(own.map(|own| format!("{part}.c-{role} {own}")));
            }
        }
        out.replace("#hatch", &format!("#{hatch}"))
    }
}

/// Returns the rules, one by one.
fn rules() -> impl Iterator<Item = &'static str> {
    RULES.split_once("*/").map_or(RULES, |(_, rules)| rules).lines().filter(|line| !line.trim().is_empty())
}

/// Puts values in the place of variables; nothing where one has none.
fn with_values<'v>(rule: &str, value: &dyn Fn(&str) -> Option<&'v str>) -> Option<String> {
    let mut parts = rule.split("var(--");
    let mut out = parts.next()?.to_owned();
    for part in parts {
        let (name, rest) = part.split_once(')')?;
        out.push_str(value(name)?);
        out.push_str(rest);
    }
    Some(out)
}

/// Takes the first element of a name out of a picture of ours. Answers what it says, and the picture without it.
fn without_element<'s>(svg: &'s str, name: &str) -> (String, Cow<'s, str>) {
    let found = || {
        let start = svg.find(&format!("<{name}"))?;
        let (before, from) = svg.split_at_checked(start)?;
        let (_, words) = from.split_once('>')?;
        let (words, after) = words.split_once(&format!("</{name}>"))?;
        let said = quick_xml::escape::unescape(words).map_or_else(|_| words.to_owned(), Cow::into_owned);
        Some((said, Cow::Owned([before, after].concat())))
    };
    found().unwrap_or((String::new(), Cow::Borrowed(svg)))
}

/// Returns what stands between two marks.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    text.split_once(before)?.1.split_once(after).map(|(inner, _)| inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Chart, ChartAxes, ChartMark, ChartTone, DrawingSize, MarkRole, draw};

    fn colours() -> PaperColours {
        PaperColours::of(&Theme::load("default", &[]).expect("the theme of the program"))
    }

    /// Returns a chart with a bar of every role and a segment of every tone.
    fn chart() -> String {
        let roles = [MarkRole::Planned, MarkRole::Actual, MarkRole::Forecast, MarkRole::Negative];
        let bar = |(role, lane): (MarkRole, u8)| ChartMark::Bar {
            role,
            place: 0.into(),
            lane,
            from: 0.into(),
            to: 4.into(),
            label: Some("4 < 5".into()),
        };
        let tones = [
            ChartTone::Complete,
            ChartTone::Good,
            ChartTone::Warning,
            ChartTone::Bad,
            ChartTone::None,
            ChartTone::Empty,
        ];
        let segment = |(tone, at): (ChartTone, i64)| ChartMark::Segment {
            tone,
            place: 1.into(),
            from: at.into(),
            to: (at + 1).into(),
            label: Some("1".into()),
        };
        let marks = roles.into_iter().zip(0..).map(bar).chain(tones.into_iter().zip(0..).map(segment)).collect();
        let chart = Chart {
            id: "t".into(),
            title: "Krav & opnået".into(),
            description: "Alt er nået.".into(),
            frame: ChartAxes::Rows { names: vec!["1 Veje".into(), "I alt".into()], values: vec![] },
            marks,
            ..Chart::default()
        };
        draw(&chart, DrawingSize::Wide).expect("a chart")
    }

    #[test]
    fn a_chart_has_its_colours_in_it_and_says_what_it_shows() {
        let ChartPicture { svg, alt } = colours().chart(&chart());
        assert_eq!(alt, "Krav & opnået. Alt er nået.");
        assert!(!svg.contains("<title") && !svg.contains("<desc"), "{svg}");
        assert!(!svg.contains("var(") && !svg.contains("--"), "{svg}");
        for rule in [
            ".c-bar.c-actual { fill: #08519c }",
            ".c-segment.c-bad { fill: #ffe0e0; stroke: #d91e1e; stroke-width: 1.5 }",
            ".c-count.c-good text { fill: #1e4a00; font-weight: 700 }",
            ".c-point.c-warning { fill: #febb30; stroke: #fff; stroke-width: 1.5 }",
            ".c-segment.c-warning { fill: #ffeecc; stroke: #8a5b00; stroke-width: 1.5 }",
            ".c-segment.c-severe { fill: #f3ccd2; stroke: #7a0019; stroke-width: 1.5 }",
        ] {
            assert!(svg.contains(rule), "{rule} in {svg}");
        }
        let hatch = between(&svg, "<pattern id=\"", "\"").expect("planned bars are hatched");
        assert!(svg.contains(&format!(".c-bar.c-planned {{ fill: url(#{hatch})")), "{svg}");
    }

    #[test]
    fn every_class_of_a_chart_has_a_rule() {
        let sheet = DEFAULT_SHEETS[1];
        let light = sheet.split("@media print").next().expect("its rules");
        let classes = light.split(".c-").skip(1);
        let classes =
            classes.map(|rest| rest.split(|c: char| c != '-' && !c.is_alphanumeric()).next().expect("a name"));
        let rules = colours().chart_rules("h");
        let lacking: std::collections::BTreeSet<_> =
            classes.filter(|class| !rules.contains(&format!(".c-{class}"))).collect();
        assert!(lacking.is_empty(), "charts have classes that documents do not know: {lacking:?}");
    }

    #[test]
    fn a_theme_has_its_own_colours() {
        let own = colours();
        assert_eq!(own.colour("bad-back"), Some("#ffe0e0"), "light, not dark");
        let mut colours = colours();
        colours
            .read(":root { --bad-back: #abc; --chart-actual: red; --warning : #123456 } @media x { --bad: #000000 }");
        assert_eq!(colours.colour("bad-back"), Some("#abc"));
        assert_eq!(colours.colour("chart-actual"), Some("#08519c"), "a name of a colour is left to the style sheet");
        assert_eq!(colours.colour("warning"), Some("#123456"));
        assert_eq!(colours.colour("bad"), own.colour("bad"));
    }

    #[test]
    fn a_shape_is_coloured_by_its_tone() {
        let symbol = "<symbol id=\"m-bad\" viewBox=\"0 0 16 16\"><path class=\"a\" d=\"M5 8z\"/></symbol>";
        let loud = colours().shape(symbol, "bad", false).expect("a shape");
        assert!(loud.contains(".a { fill: #d91e1e; stroke: none;") && loud.contains("viewBox=\"0 0 16 16\""), "{loud}");
        let quiet = colours().shape(symbol, "done", true).expect("a shape");
        assert!(quiet.contains(".a { fill: #0059b3;"), "{quiet}");
        let warning = colours().shape(symbol, "warning", false).expect("a shape");
        assert!(
            warning.contains(".a { fill: #febb30; stroke: #573800;")
                && warning.contains(".b { fill: none; stroke: #573800;"),
            "{warning}"
        );
        assert_eq!(colours().shape(symbol, "of-no-theme", false), None);
    }
}
