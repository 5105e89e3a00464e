//! The default theme, inside the binary.
//!
//! A test walks `themes/default` and holds this list to it.

/// A file of the theme: its path within it, and its bytes.
pub(super) type EmbeddedFile = (&'static str, &'static [u8]);

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/", $path)))),*]
    };
}

/// All files of the theme, by path.
pub(super) const FILES: &[EmbeddedFile] = files![
    "i18n/da.ftl",
    "i18n/en.ftl",
    "i18n/nb.ftl",
    "i18n/sv.ftl",
    "shapes/bad.svg",
    "shapes/complete.svg",
    "shapes/deferred.svg",
    "shapes/done.svg",
    "shapes/dropped.svg",
    "shapes/fair.svg",
    "shapes/good.svg",
    "shapes/in-progress.svg",
    "shapes/none.svg",
    "shapes/not-started.svg",
    "shapes/severe.svg",
    "shapes/untold.svg",
    "shapes/warning.svg",
    "static/chart.css",
    "static/icon.svg",
    "static/search.js",
    "static/tables.js",
    "static/theme.css",
    "templates/404.html",
    "templates/a-to-z.html",
    "templates/about.html",
    "templates/base.html",
    "templates/committee.html",
    "templates/committees.html",
    "templates/disagreements.html",
    "templates/edition.html",
    "templates/editions.html",
    "templates/feed.xml",
    "templates/history.html",
    "templates/home.html",
    "templates/indicator.html",
    "templates/measure.html",
    "templates/measures.html",
    "templates/meeting-pack.html",
    "templates/milestones.html",
    "templates/months.html",
    "templates/moved.html",
    "templates/owner.html",
    "templates/owners.html",
    "templates/page.html",
    "templates/plan.html",
    "templates/plans.html",
    "templates/report.html",
    "templates/scales.html",
    "theme.toml",
];

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn lists_every_file_of_the_default_theme() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
        let mut found: Vec<String> = walkdir::WalkDir::new(&folder)
            .into_iter()
            .map(|entry| entry.expect("a file"))
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| entry.path().strip_prefix(&folder).expect("below it").to_string_lossy().replace('\\', "/"))
            .collect();
        found.sort();
        let listed: Vec<&str> = FILES.iter().map(|(path, _)| *path).collect();
        assert_eq!(listed, found);
    }
}
