//! What a new site begins with: settings, registers, the front page, a plan, and what an editor and a forge want to know.

use super::{
    draft_file::DraftFile,
    lines::{DraftStyle, lines_of, quoted, remark},
    words,
};
use crate::{
    diag::Error,
    locale::{Arg, Language},
    schema::{PlanKind, records},
    tree::{MemoryTree, Tree},
    value::Date,
};

/// The levels of the scale that a site begins with, each with its tone.
const LEVELS: [(&str, &str); 4] = [("ok", "good"), ("watch", "warning"), ("critical", "bad"), ("unknown", "none")];

/// What is to be kept out of version control.
const IGNORED: &str = "/public/\n/.fremdrift/\n";

/// How editors write the files.
const EDITOR: &str = "root = true\n\n[*]\ncharset = utf-8\nend_of_line = lf\ninsert_final_newline = true\n\n[*.toml]\nindent_style = space\nindent_size = 2\n";

/// What an editor of TOML recommends itself for.
const EXTENSIONS: &str = "{\n  \"recommendations\": [\"tamasfe.even-better-toml\"]\n}\n";

/// A site that is to be begun.
#[derive(Clone, Debug)]
pub struct SiteRequest {
    /// Its language.
    pub language: Language,
    /// Its title; that of the language unless given.
    pub title: Option<String>,
    /// Who publishes it; an example unless given.
    pub organisation: Option<String>,
    /// The title of its first plan; that of the year unless given.
    pub plan: Option<String>,
    /// What the amounts of its first plan count in.
    pub unit: Option<String>,
    /// The pipeline of a forge: its path and its text.
    pub pipeline: Option<(String, String)>,
}

/// What a site is called where nobody says otherwise.
#[derive(Clone, Debug)]
pub struct OfferedNames {
    /// Who publishes it.
    pub organisation: String,
    /// Its title.
    pub title: String,
    /// The title of its first plan.
    pub plan: String,
}

/// Returns what a site that is to be begun is called, and what would be offered for what is not said.
#[must_use]
pub fn offered(asked: &SiteRequest, today: Date) -> OfferedNames {
    let language = asked.language;
    let year = today.year().to_string();
    let say = |word: &crate::locale::Word| words::say(language, word, []);
    OfferedNames {
        organisation: asked.organisation.clone().unwrap_or_else(|| say(&words::ORGANISATION)),
        title: asked.title.clone().unwrap_or_else(|| say(&words::SITE_TITLE)),
        plan: asked.plan.clone().unwrap_or_else(|| words::say(language, &words::PLAN_TITLE, [Arg::Text(&year)])),
    }
}

/// Drafts a new site: the files it consists of, whatever lies where it is to be.
///
/// # Errors
///
/// Answers an [`Error`] where no id can be made of the title of its plan.
pub fn draft_site(asked: &SiteRequest, today: Date) -> Result<Vec<DraftFile>, Error> {
    let language = asked.language;
    let year = today.year().to_string();
    let say = |word: &crate::locale::Word| words::say(language, word, []);
    let OfferedNames { organisation, title, plan } = offered(asked, today);
    let style = DraftStyle {
        language,
        levels: LEVELS.map(|(id, _)| words::level(language, id, "")).to_vec(),
        level: "ok".to_owned(),
        committee: "USB".to_owned(),
        owner: "leder".to_owned(),
        measure: "01".to_owned(),
        today,
    };
    let kind = (records::KIND.spec.name, PlanKind::PLAIN.id.to_owned());
    let unit = asked.unit.clone().map(|unit| (records::UNIT.spec.name, unit));
    let fields = [(records::TITLE.spec.name, plan.clone()), kind, (records::YEAR.spec.name, year)];
    let fields: Vec<_> = fields.into_iter().chain(unit).collect();
    let head = say(&words::HEAD_OF_PLAN);
    let plan_text = super::add::markdown(&[remark(&head), lines_of(&records::PLAN, &fields, &style)].concat());
    let id = super::add::plan_id(&plan).map_or_else(|| "plan".to_owned(), |id| id.to_string());
    let front = words::say(language, &words::FRONT_PAGE, [Arg::Text(&organisation)]);
    let files = [
        ("site.toml".to_owned(), settings(&title, &organisation, language)),
        ("content/index.md".to_owned(), front + "\n"),
        ("content/committees.toml".to_owned(), remark(&say(&words::HEAD_OF_COMMITTEES))),
        ("content/owners.toml".to_owned(), remark(&say(&words::HEAD_OF_OWNERS))),
        (format!("content/plans/{id}/plan.md"), plan_text),
        (".gitignore".to_owned(), IGNORED.to_owned()),
        (".editorconfig".to_owned(), EDITOR.to_owned()),
        (".vscode/extensions.json".to_owned(), EXTENSIONS.to_owned()),
    ];
    let nothing = MemoryTree::default();
    let files = files.into_iter().chain(asked.pipeline.clone());
    files.map(|(path, text)| DraftFile::new(&nothing as &dyn Tree, path, text)).collect()
}

fn settings(title: &str, organisation: &str, language: Language) -> String {
    let mut text = remark(&words::say(language, &words::HEAD_OF_SITE, []));
    let notation = language.notation();
    let sign = |sign: Option<char>| quoted(&sign.map(String::from).unwrap_or_default());
    let unit = words::unit(language);
    for (key, value) in [("title", title), ("organisation", organisation), ("language", language.tag()), ("unit", unit)]
    {
        text.push_str(&format!("{key} = {}\n", quoted(value)));
    }
    text.push_str(&format!(
        "\n[csv]\ndelimiter = \";\"\ndecimal = {}\nthousands = {}\n\n[scales.status]\nlevels = [\n",
        sign(Some(notation.decimal)),
        sign(notation.grouping)
    ));
    for (id, tone) in LEVELS {
        let said = |part| quoted(&words::level(language, id, part));
        text.push_str(&format!(
            "  {{ id = \"{id}\", word = {}, one = {}, many = {}, tone = \"{tone}\", meaning = {} }},\n",
            said(""),
            said("-one"),
            said("-many"),
            said("-meaning")
        ));
    }
    text.push_str("]\n");
    text
}
