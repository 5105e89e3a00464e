//! The project's own site, inside the binary: what the demonstration is made of.
//!
//! A test walks `content` and holds this list to it.

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/", $path)))),*]
    };
}

/// A page of the guide for authors, as the documentation has it.
macro_rules! guide {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/guide/da/", $name)))),*]
    };
}

/// The guide for authors in Danish, by the names of its files. The demonstration publishes it as pages.
pub(super) const GUIDE: &[(&str, &str)] = guide![
    "din-foerste-status.md",
    "fortrolighed.md",
    "fra-regnskab-til-side.md",
    "git-og-webformular.md",
    "hver-nat.md",
    "index.md",
    "ny-version.md",
    "rettelse-og-gennemsyn.md",
    "udgaver-og-moeder.md",
    "udgiv.md",
];

/// All files of the site, by path: their paths below its root, and what they say.
pub(super) const FILES: &[(&str, &str)] = files![
    "content/committees.toml",
    "content/index.md",
    "content/om-tallene.md",
    "content/owners.toml",
    "content/plans/boern-opfoelgning-2020/indicators.toml",
    "content/plans/boern-opfoelgning-2020/measures/01-eftervaern.md",
    "content/plans/boern-opfoelgning-2020/measures/02-eksterne.md",
    "content/plans/boern-opfoelgning-2020/measures/03-familier.md",
    "content/plans/boern-opfoelgning-2020/milestones.toml",
    "content/plans/boern-opfoelgning-2020/plan.md",
    "content/plans/boern-opfoelgning-2020/updates/2019-11/index.md",
    "content/plans/boern-opfoelgning-2020/updates/2020-05/01-eftervaern.md",
    "content/plans/boern-opfoelgning-2020/updates/2020-05/02-eksterne.md",
    "content/plans/boern-opfoelgning-2020/updates/2020-05/03-familier.md",
    "content/plans/boern-opfoelgning-2020/updates/2020-05/index.md",
    "content/plans/boern-unge-2020/measures/01-kontaktpersoner.md",
    "content/plans/boern-unge-2020/measures/02-familiebehandling.md",
    "content/plans/boern-unge-2020/measures/03-koordinering.md",
    "content/plans/boern-unge-2020/measures/04-forhandling.md",
    "content/plans/boern-unge-2020/measures/05-netvaerkspleje.md",
    "content/plans/boern-unge-2020/measures/06-dagbehandling.md",
    "content/plans/boern-unge-2020/measures/07-ledig.md",
    "content/plans/boern-unge-2020/plan.md",
    "content/plans/boern-unge-2020/updates/2020-03-31/01-kontaktpersoner.md",
    "content/plans/boern-unge-2020/updates/2020-03-31/02-familiebehandling.md",
    "content/plans/boern-unge-2020/updates/2020-03-31/03-koordinering.md",
    "content/plans/boern-unge-2020/updates/2020-03-31/04-forhandling.md",
    "content/plans/boern-unge-2020/updates/2020-03-31/05-netvaerkspleje.md",
    "content/plans/boern-unge-2020/updates/2020-03-31/06-dagbehandling.md",
    "content/plans/boern-unge-2020/updates/2020-03-31/index.md",
    "content/plans/boern-unge-2020/updates/2020-06-30/01-kontaktpersoner.md",
    "content/plans/boern-unge-2020/updates/2020-06-30/02-familiebehandling.md",
    "content/plans/boern-unge-2020/updates/2020-06-30/03-koordinering.md",
    "content/plans/boern-unge-2020/updates/2020-06-30/04-forhandling.md",
    "content/plans/boern-unge-2020/updates/2020-06-30/05-netvaerkspleje.md",
    "content/plans/boern-unge-2020/updates/2020-06-30/06-dagbehandling.md",
    "content/plans/boern-unge-2020/updates/2020-06-30/index.md",
    "content/plans/budgetaftale-2020/measures/17e-natherberg.md",
    "content/plans/budgetaftale-2020/measures/2a-handicap-psykiatri.md",
    "content/plans/budgetaftale-2020/measures/2a1-forhandling.md",
    "content/plans/budgetaftale-2020/measures/2a2-serviceniveau.md",
    "content/plans/budgetaftale-2020/measures/2a3-stoette-85.md",
    "content/plans/budgetaftale-2020/measures/3a-tilfoersel.md",
    "content/plans/budgetaftale-2020/milestones.toml",
    "content/plans/budgetaftale-2020/plan.md",
    "content/plans/budgetaftale-2020/tables/stoette85.csv",
    "content/plans/budgetaftale-2020/tables/stoette85.toml",
    "content/plans/budgetaftale-2020/updates/2019-11/2a1-forhandling.md",
    "content/plans/budgetaftale-2020/updates/2019-11/2a2-serviceniveau.md",
    "content/plans/budgetaftale-2020/updates/2019-11/index.md",
    "content/plans/budgetaftale-2020/updates/2020-06/17e-natherberg.md",
    "content/plans/budgetaftale-2020/updates/2020-06/2a1-forhandling.md",
    "content/plans/budgetaftale-2020/updates/2020-06/2a2-serviceniveau.md",
    "content/plans/budgetaftale-2020/updates/2020-06/2a3-stoette-85.md",
    "content/plans/budgetaftale-2020/updates/2020-06/3a-tilfoersel.md",
    "content/plans/budgetaftale-2020/updates/2020-06/index.md",
    "content/plans/tidlig-indsats-2022/indicators.toml",
    "content/plans/tidlig-indsats-2022/indsatstrappe.svg",
    "content/plans/tidlig-indsats-2022/measures/maalrettede-tilbud.md",
    "content/plans/tidlig-indsats-2022/measures/organisation-oekonomi.md",
    "content/plans/tidlig-indsats-2022/measures/styrket-samarbejde.md",
    "content/plans/tidlig-indsats-2022/milestones.toml",
    "content/plans/tidlig-indsats-2022/plan.md",
    "content/plans/tidlig-indsats-2022/strategisk-ramme.svg",
    "content/plans/tidlig-indsats-2022/tables/budgetflytning.csv",
    "content/plans/tidlig-indsats-2022/tables/budgetflytning.toml",
    "content/plans/tidlig-indsats-2022/tables/effektivisering.csv",
    "content/plans/tidlig-indsats-2022/tables/effektivisering.toml",
    "content/plans/tidlig-indsats-2022/updates/2020-05/effektivisering.csv",
    "content/plans/tidlig-indsats-2022/updates/2020-05/index.md",
    "content/plans/tidlig-indsats-2022/updates/2020-05/maalrettede-tilbud.md",
    "content/plans/tidlig-indsats-2022/updates/2020-05/organisation-oekonomi.md",
    "content/plans/tidlig-indsats-2022/updates/2020-05/styrket-samarbejde.md",
    "content/plans/voksne-2020/measures/01-botilbud.md",
    "content/plans/voksne-2020/measures/03-boligsociale.md",
    "content/plans/voksne-2020/measures/04-stu.md",
    "content/plans/voksne-2020/measures/05-investering.md",
    "content/plans/voksne-2020/measures/06-dagaktiviteter.md",
    "content/plans/voksne-2020/measures/07-tidlig-indsats.md",
    "content/plans/voksne-2020/measures/08-leverandoerer.md",
    "content/plans/voksne-2020/measures/09-aflastning.md",
    "content/plans/voksne-2020/measures/10-oevrige.md",
    "content/plans/voksne-2020/milestones.toml",
    "content/plans/voksne-2020/plan.md",
    "content/plans/voksne-2020/tables/drift.csv",
    "content/plans/voksne-2020/tables/drift.toml",
    "content/plans/voksne-2020/updates/2020-06-30/01-botilbud.md",
    "content/plans/voksne-2020/updates/2020-06-30/03-boligsociale.md",
    "content/plans/voksne-2020/updates/2020-06-30/04-stu.md",
    "content/plans/voksne-2020/updates/2020-06-30/05-investering.md",
    "content/plans/voksne-2020/updates/2020-06-30/06-dagaktiviteter.md",
    "content/plans/voksne-2020/updates/2020-06-30/07-tidlig-indsats.md",
    "content/plans/voksne-2020/updates/2020-06-30/08-leverandoerer.md",
    "content/plans/voksne-2020/updates/2020-06-30/09-aflastning.md",
    "content/plans/voksne-2020/updates/2020-06-30/10-oevrige.md",
    "content/plans/voksne-2020/updates/2020-06-30/drift.csv",
    "content/plans/voksne-2020/updates/2020-06-30/index.md",
    "site.toml",
];

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn lists_every_page_of_the_guide() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide/da");
        let entries = std::fs::read_dir(folder).expect("the guide");
        let mut found: Vec<String> =
            entries.map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned()).collect();
        found.sort();
        let listed: Vec<&str> = GUIDE.iter().map(|(name, _)| *name).collect();
        assert_eq!(listed, found);
    }

    #[test]
    fn lists_every_file_of_the_site() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut found: Vec<String> = walkdir::WalkDir::new(root.join("content"))
            .into_iter()
            .map(|entry| entry.expect("a file"))
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| entry.path().strip_prefix(root).expect("below it").to_string_lossy().replace('\\', "/"))
            .collect();
        found.push("site.toml".into());
        found.sort();
        let listed: Vec<&str> = FILES.iter().map(|(path, _)| *path).collect();
        assert_eq!(listed, found);
    }
}
