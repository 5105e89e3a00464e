//! Templates, and what is wrong with them in the words of their author.

use tera::{ErrorKind, ReportError, Tera};

use crate::{
    diag::{Code, Diagnostic, Place},
    value::RelPath,
};

/// A template that cannot be read, or that fails on a page.
pub const TEMPLATE_ERROR: Code = Code::error("template-error")
    .args(&["detail"])
    .help("a template of the site's own theme that cannot be read, or that fails on a page");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&TEMPLATE_ERROR];

/// The most `elif` of one template: the engine reads each within the one before, on the stack.
const MOST_BRANCHES: usize = 500;

/// Makes the engine of some templates, each under its layer and path: `default/plan.html`.
///
/// A name without a layer means the topmost layer that has it. Everything is escaped, whatever a template is called.
///
/// # Errors
///
/// Answers all that is wrong with the templates.
pub(super) fn engine(layers: &[String], templates: &[(String, String)]) -> Result<Tera, Vec<Diagnostic>> {
    let mut tera = new_engine(layers).map_err(|error| vec![diagnose(&error)])?;
    if let Some((name, _)) = templates.iter().find(|(_, source)| source.matches("elif").count() > MOST_BRANCHES) {
        return Err(vec![at(name, 1, 1, &format!("more than {MOST_BRANCHES} elif"))]);
    }
    let pairs = templates.iter().map(|(name, source)| (name, source));
    match tera.add_raw_templates(pairs) {
        Ok(()) => Ok(tera),
        Err(error) => {
            let faults = syntax_errors(templates);
            Err(if faults.is_empty() { vec![diagnose(&error)] } else { faults })
        }
    }
}

fn new_engine(layers: &[String]) -> Result<Tera, tera::Error> {
    let mut tera = Tera::new();
    // Every name ends with nothing: no template can slip past the escaping, as `.svg` and `.atom` do by default.
    tera.autoescape_on([""]);
    tera.set_fallback_prefixes(layers.iter().map(|layer| format!("{layer}/")))?;
    Ok(tera)
}

/// Tells whether any template asks for a value of the page.
pub(super) fn ask_for(tera: &Tera, value: &str) -> bool {
    let asks = |name: &str| tera.get_template_variables(name).is_ok_and(|values| values.contains(value));
    tera.get_template_names().any(asks)
}

/// Returns what is wrong in each template by itself; the engine stops at the first.
fn syntax_errors(templates: &[(String, String)]) -> Vec<Diagnostic> {
    templates
        .iter()
        .filter_map(|(name, source)| Tera::new().add_raw_template(name, source).err())
        .filter(|error| matches!(error.kind(), ErrorKind::SyntaxError(_)))
        .map(|error| diagnose(&error))
        .collect()
}

/// Returns an error of the engine as a diagnostic that points at the template.
pub(super) fn diagnose(error: &tera::Error) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => at_report(report),
        ErrorKind::MissingParent { current, .. } => at_template(current, error),
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => at_template(tpl, error),
        ErrorKind::TemplateNotFound(name) => at_template(name, error),
        _ => at_words(&error.to_string()),
    }
}

fn at_report(report: &ReportError) -> Diagnostic {
    let span = report.span();
    at(report.filename(), span.start_line, span.start_col + 1, report.message())
}

fn at_template(name: &str, error: &tera::Error) -> Diagnostic {
    at(name, 1, 1, &error.to_string())
}

/// Reads the place out of the engine's own report, the only form in which it tells of names that do not exist:
/// `error: …`, then `--> file:line:column`.
fn at_words(words: &str) -> Diagnostic {
    let message = words.lines().next().unwrap_or_default().trim_start_matches("error: ");
    let place = words.lines().find_map(|line| line.trim_start().strip_prefix("--> "));
    let mut parts = place.unwrap_or_default().rsplitn(3, ':');
    let column = parts.next().and_then(|text| text.parse().ok()).unwrap_or(1);
    let line = parts.next().and_then(|text| text.parse().ok()).unwrap_or(1);
    at(parts.next().unwrap_or_default(), line, column, message)
}

fn at(template: &str, line: usize, column: usize, message: &str) -> Diagnostic {
    let place = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Diagnostic::new(&TEMPLATE_ERROR, Place::Line(file_of(template), place(line), place(column))).with("detail", message)
}

/// Returns the file of a template: `themes/default/templates/plan.html` of `default/plan.html`.
fn file_of(template: &str) -> RelPath {
    let path = match template.split_once('/') {
        Some((layer, rest)) => RelPath::new(format!("themes/{layer}/templates/{rest}")),
        None => RelPath::new(format!("themes/{template}")),
    };
    path.unwrap_or_else(|_| site_toml())
}

/// Returns the path of the site's configuration.
pub(super) fn site_toml() -> RelPath {
    RelPath::new("site.toml").unwrap_or_else(|_| unreachable!("a constant path"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn templates(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(name, source)| ((*name).to_owned(), (*source).to_owned())).collect()
    }

    fn faults(list: &[(&str, &str)]) -> Vec<String> {
        let layers = ["by".to_owned(), "default".to_owned()];
        let Err(found) = engine(&layers, &templates(list)) else { return Vec::new() };
        found.iter().map(show).collect()
    }

    fn show(diagnostic: &Diagnostic) -> String {
        let Place::Line(path, line, column) = &diagnostic.place else { panic!("{diagnostic:?}") };
        let (_, detail) = diagnostic.args.last().expect("a detail");
        format!("{path}:{line}:{column}: {detail}")
    }

    #[test]
    fn escapes_whatever_a_template_is_called() {
        let names = ["default/a.html", "default/a.svg", "default/a.atom", "default/a.html.tera", "default/a"];
        let list: Vec<(&str, &str)> = names.iter().map(|name| (*name, "{{ x }}")).collect();
        let tera = engine(&["default".to_owned()], &templates(&list)).expect("templates");
        let context = tera::context! { x => "<b a=\"'&\">" };
        for name in names {
            assert_eq!(tera.render(name, &context).expect("a page"), "&lt;b a=&quot;&#39;&amp;&quot;&gt;", "{name}");
        }
    }

    #[test]
    fn points_at_every_template_that_cannot_be_read() {
        let found = faults(&[("by/a.html", "{% if %}"), ("default/b.html", "ok"), ("default/c.html", "\n\n  {{ x")]);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].starts_with("themes/by/templates/a.html:1:"), "{found:?}");
        assert!(found[1].starts_with("themes/default/templates/c.html:3:"), "{found:?}");
    }

    #[test]
    fn points_at_names_that_do_not_exist() {
        let found = faults(&[("by/blocks/a.html", "one\n{{ x | sing }}")]);
        assert_eq!(found, ["themes/by/templates/blocks/a.html:2:8: Unknown filter `sing`"]);
        let found = faults(&[("by/a.html", "{% extends \"b.html\" %}")]);
        assert!(
            found[0].starts_with("themes/by/templates/a.html:1:1: Template 'by/a.html' is inheriting"),
            "{found:?}"
        );
    }
}
