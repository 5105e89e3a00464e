//! What a site does not show, by what it is: sets that are joined and parted. How it is decided stands in `decide`.

use std::collections::{BTreeMap, BTreeSet};

use super::blanks::{BlankField, OMISSION, blank_entries, blank_line, blank_words};
use crate::{
    content::{self, FileKind, Record, Withheld},
    history::Departed,
    model::Site,
    value::{Id, RelPath},
    view::OldAddress,
};

/// What a site does not show. A plan that shows all it has is not in it.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Visibility {
    /// By plan, under every key it has had.
    pub plans: BTreeMap<Id, Withheld>,
    /// Ordinary pages.
    pub pages: BTreeSet<RelPath>,
    /// Files and folders of this very state of the site, of which nothing is shown; reports that are not out yet too.
    pub files: BTreeSet<RelPath>,
    /// Files of this state of the site of which nothing but a public title is shown, with that title.
    pub titles: Vec<(RelPath, String)>,
    /// Lines and texts of this state of the site that are withheld, while the rest of their records is shown.
    pub blanks: BTreeSet<BlankField>,
    /// Ids that records had before, which no address may say, in small letters.
    pub old_ids: BTreeSet<String>,
    /// Below how many counts of persons are not published, whatever counts them: of what is gone today no table says it.
    pub suppress_below: Option<u32>,
    /// Some of all that is withheld of the past, not closed.
    pub is_redacted: bool,
}

/// What one plan does not show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanVisibility {
    /// What it is called and was called before.
    pub names: Vec<Id>,
    /// What of it is not shown.
    pub withheld: Withheld,
    /// Its files and folders of which nothing is shown.
    pub files: Vec<RelPath>,
    /// Its files of which nothing but a public title is shown, with that title.
    pub titles: Vec<(RelPath, String)>,
}

impl FromIterator<PlanVisibility> for Visibility {
    fn from_iter<I: IntoIterator<Item = PlanVisibility>>(plans: I) -> Self {
        let mut all = Self::default();
        for PlanVisibility { names, withheld, files, titles } in plans {
            if !withheld.is_empty() {
                all.take(names, &withheld);
            }
            all.files.extend(files);
            all.titles.extend(titles);
        }
        all
    }
}

impl Visibility {
    /// Adds what was hidden when it went.
    pub fn join(&mut self, departed: &Departed) {
        for (plan, withheld) in &departed.plans {
            self.plans.entry(plan.clone()).or_default().join(withheld);
        }
        self.pages.extend(departed.pages.iter().cloned());
    }

    /// Adds something of a plan under all its names: what one plan is called another may have been called, and both are
    /// meant.
    pub fn take(&mut self, names: Vec<Id>, withheld: &Withheld) {
        names.into_iter().for_each(|name| self.plans.entry(name).or_default().join(withheld));
    }

    /// Adds what another has.
    pub fn add(&mut self, other: &Self) {
        other.plans.iter().for_each(|(plan, withheld)| self.take(vec![plan.clone()], withheld));
        self.pages.extend(other.pages.iter().cloned());
        self.blanks.extend(other.blanks.iter().cloned());
        self.old_ids.extend(other.old_ids.iter().cloned());
        self.suppress_below = self.suppress_below.max(other.suppress_below);
    }

    /// Hides the records that another hides, but no single words.
    pub fn hide_records_of(&mut self, other: &Self) {
        self.add(&Self { blanks: BTreeSet::new(), ..other.clone() });
    }

    /// Takes the words that are withheld out of records. Answers of how many.
    pub fn blank(&self, records: &mut [Record]) -> usize {
        let mut blanked = 0;
        for record in records.iter_mut().filter(|_| !self.blanks.is_empty()) {
            let own: Vec<&BlankField> = self.blanks.iter().filter(|blank| blank.file == record.file).collect();
            for BlankField { entry, field, .. } in &own {
                match entry {
                    None => {
                        blank_line(&mut record.fields, field);
                        blank_words(record, field);
                    }
                    Some(entry) => blank_entries(&mut record.fields, entry, field),
                }
            }
            blanked += usize::from(!own.is_empty());
        }
        blanked
    }

    /// Takes the words that are withheld out of the registers.
    pub fn blank_registers(&self, site: &mut Site) {
        let said = || OMISSION.to_owned();
        let left_out = |line: &mut Option<String>| *line = line.as_ref().map(|_| said());
        for BlankField { file, entry, field } in &self.blanks {
            let Some(id) = entry.as_deref().and_then(Id::new) else { continue };
            match content::role_of(file) {
                FileKind::Committees => {
                    let Some(committee) = site.committees.get_mut(&id) else { continue };
                    match field.as_str() {
                        "name" => committee.name = said(),
                        _ => left_out(&mut committee.note),
                    }
                }
                FileKind::Owners => {
                    let Some(owner) = site.owners.get_mut(&id) else { continue };
                    match field.as_str() {
                        "title" => owner.title = said(),
                        "department" => left_out(&mut owner.department),
                        "contact" => left_out(&mut owner.contact),
                        _ => left_out(&mut owner.note),
                    }
                }
                _ => {}
            }
        }
    }

    /// Takes away what another has.
    pub fn without(&mut self, other: &Self) {
        for (plan, withheld) in &mut self.plans {
            other.plans.get(plan).into_iter().for_each(|other| withheld.without(other));
        }
        self.plans.retain(|_, withheld| !withheld.is_empty());
        self.pages.retain(|page| !other.pages.contains(page));
    }

    /// Tells whether an address was that of something that is not shown.
    pub fn had(&self, old: &OldAddress) -> bool {
        let plan = old.plan.as_ref().and_then(|plan| self.plans.get(plan));
        let mut names = old.page.parts().flat_map(|part| [part, part.strip_suffix(".html").unwrap_or(part)]);
        let says_old_id = !self.old_ids.is_empty() && names.any(|name| self.old_ids.contains(&name.to_lowercase()));
        says_old_id
            || plan.is_some_and(|plan| plan.plan || old.measure.as_ref().is_some_and(|id| plan.measures.contains(id)))
    }

    /// Tells whether every record is shown.
    pub fn is_empty(&self) -> bool {
        self.plans.is_empty() && self.pages.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::locale::Language;

    fn id(name: &str) -> Id {
        Id::new(name).expect("an id")
    }

    /// Any small visibility: plans under one of three keys, with some of three measures and files; some of three pages.
    fn any_visibility() -> impl Strategy<Value = Visibility> {
        let plan = (any::<bool>(), 0..8_u8, 0..8_u8).prop_map(|(plan, measures, files)| {
            let some = |mask: u8| (0..3_u8).filter(move |bit| mask & (1 << bit) != 0);
            Withheld {
                plan,
                measures: some(measures).map(|bit| id(&format!("m{bit}"))).collect(),
                files: some(files).map(|bit| format!("measures/m{bit}.md")).collect(),
                ..Withheld::default()
            }
        });
        let pages = prop::collection::btree_set(0..3_u8, 0..3);
        (prop::collection::btree_map(0..3_u8, plan, 0..3), pages).prop_map(|(plans, pages)| {
            let mut all = Visibility::default();
            plans.iter().filter(|(_, plan)| !plan.is_empty()).for_each(|(key, plan)| {
                all.take(vec![id(&format!("p{key}"))], plan);
            });
            let page = |page| RelPath::new(format!("content/{page}.md")).expect("a path");
            all.pages = pages.into_iter().map(page).collect();
            all
        })
    }

    fn joined(one: &Visibility, other: &Visibility) -> Visibility {
        let mut all = one.clone();
        all.add(other);
        all
    }

    fn parted(one: &Visibility, other: &Visibility) -> Visibility {
        let mut rest = one.clone();
        rest.without(other);
        rest
    }

    /// Two are the same that hide the same, by their debug form: their parts have an order.
    fn same(one: &Visibility, other: &Visibility) -> bool {
        format!("{:?}{:?}", one.plans, one.pages) == format!("{:?}{:?}", other.plans, other.pages)
    }

    #[test]
    fn an_address_goes_with_its_plan_its_measure_and_an_id_that_is_withheld() {
        let path = |text: &str| RelPath::new(text).expect("a path");
        let mut all = Visibility { old_ids: [String::from("gammel")].into(), ..Visibility::default() };
        all.take(vec![id("shut")], &Withheld { plan: true, ..Withheld::default() });
        all.take(vec![id("open")], &Withheld { measures: [id("m1")].into(), ..Withheld::default() });
        for (page, plan, measure, is_hidden) in [
            ("shut/m2.html", "shut", Some("m2"), true),
            ("shut/index.html", "shut", None, true),
            ("open/m1.html", "open", Some("m1"), true),
            ("open/m2.html", "open", Some("m2"), false),
            ("open/index.html", "open", None, false),
            ("other/m1.html", "other", Some("m1"), false),
            ("other/Gammel.html", "other", None, true),
            ("gammel/index.html", "other", None, true),
        ] {
            let (now, language) = (path("now.html"), Language::Danish);
            let (plan, measure) = (Some(id(plan)), measure.map(id));
            let old = OldAddress { page: path(page), now, title: String::new(), language, plan, measure };
            assert_eq!(all.had(&old), is_hidden, "{page}");
        }
    }

    /// Makes the words that are withheld: of a file those of an entry, or of the whole file.
    fn blanks(fields: &[(&str, Option<&str>, &str)]) -> Visibility {
        let blank = |(file, entry, field): &(&str, Option<&str>, &str)| BlankField {
            file: RelPath::new(*file).expect("a path"),
            entry: entry.map(str::to_owned),
            field: (*field).to_owned(),
        };
        Visibility { blanks: fields.iter().map(blank).collect(), ..Visibility::default() }
    }

    #[test]
    fn of_a_register_the_line_is_left_out_that_is_withheld_and_no_other() {
        const OWNERS: &str = "content/owners.toml";
        const COMMITTEES: &str = "content/committees.toml";
        let lines = |site: &Site| {
            let (owner, committee) = (&site.owners[&id("chef")], &site.committees[&id("USB")]);
            let own = [Some(&owner.title), owner.department.as_ref(), owner.contact.as_ref(), owner.note.as_ref()];
            own.into_iter()
                .chain([Some(&committee.name), committee.note.as_ref()])
                .map(Option::<&String>::cloned)
                .collect::<Vec<_>>()
        };
        let bare = crate::view::fixtures::site();
        let mut full = bare.clone();
        let owner = full.owners.get_mut(&id("chef")).expect("one");
        [owner.department, owner.contact, owner.note] = ["Center", "Telefon", "Ord"].map(|text| Some(text.to_owned()));
        full.committees.get_mut(&id("USB")).expect("one").note = Some("Bemærkning".into());
        let fields = [
            (OWNERS, Some("chef"), "title"),
            (OWNERS, Some("chef"), "department"),
            (OWNERS, Some("chef"), "contact"),
            (OWNERS, Some("chef"), "note"),
            (COMMITTEES, Some("USB"), "name"),
            (COMMITTEES, Some("USB"), "note"),
        ];
        for (nth, field) in fields.into_iter().enumerate() {
            for site in [&full, &bare] {
                let mut expected = lines(site);
                expected[nth] = expected[nth].as_ref().map(|_| OMISSION.to_owned());
                let mut left = site.clone();
                blanks(&[field]).blank_registers(&mut left);
                assert_eq!(lines(&left), expected, "{field:?}");
            }
        }
        for other in [
            (OWNERS, Some("anden"), "title"),
            (COMMITTEES, Some("chef"), "name"),
            ("content/om.md", Some("chef"), "title"),
        ] {
            let mut left = full.clone();
            blanks(&[other]).blank_registers(&mut left);
            assert_eq!(lines(&left), lines(&full), "{other:?}");
        }
    }

    #[test]
    fn of_a_record_the_words_are_left_out_that_are_withheld_and_no_others() {
        const MEASURE: &str = "content/plans/a/measures/01.md";
        const OTHER: &str = "content/plans/a/measures/02.md";
        const MILESTONES: &str = "content/plans/a/milestones.toml";
        let words = "+++\nnumber = \"1\"\ntitle = \"Titel\"\nshort = \"Kort\"\n+++\nTekst.\n\n## Mål\n\nRetning.\n\n\
            ## Handling\n\nIndsats.\n\n## Konsekvenser\n\nFølge.\n";
        let register = "[milestones.\"1\"]\ntitle = \"Et\"\n[milestones.\"2\"]\ntitle = \"To\"\n";
        let danish = content::Dialect::for_language(Language::Danish);
        let records: Vec<Record> = [(MEASURE, words), (OTHER, words), (MILESTONES, register)]
            .into_iter()
            .filter_map(|(path, text)| {
                let path = RelPath::new(path).expect("a path");
                let role = content::role_of(&path);
                content::parse(text.as_bytes(), &path, role, &danish, &mut content::ParseLog::default())
            })
            .collect();
        let said = |records: &[Record]| {
            let fields = |record: &Record| format!("{:?}", record.fields);
            let prose = |record: &Record| record.words.each().map(|prose| format!("{} {:?}", prose.plain, prose.parts));
            records.iter().flat_map(|record| std::iter::once(fields(record)).chain(prose(record))).collect::<Vec<_>>()
        };
        let before = said(&records);
        assert_eq!(before.len(), 18);
        for (field, changed) in [
            ((MEASURE, None, "title"), Some((0, "Titel"))),
            // A measure has no such field.
            ((MEASURE, None, "short"), None),
            ((MEASURE, None, "body"), Some((1, "Tekst."))),
            ((MEASURE, None, "objective"), Some((2, "Retning."))),
            ((MEASURE, None, "action"), Some((3, "Indsats."))),
            ((MEASURE, None, "consequences"), Some((4, "Følge."))),
            // Where nothing is written nothing is left out.
            ((MEASURE, None, "timetable"), None),
            ((MEASURE, None, "number"), None),
            ((OTHER, None, "title"), Some((6, "Titel"))),
            ((MILESTONES, Some("1"), "title"), Some((12, "Et"))),
            ((MILESTONES, Some("2"), "title"), Some((12, "To"))),
            ((MILESTONES, Some("3"), "title"), None),
            ((MILESTONES, None, "title"), None),
        ] {
            let mut left = records.clone();
            assert_eq!(blanks(&[field]).blank(&mut left), 1, "{field:?}");
            let after = said(&left);
            for (nth, (before, after)) in before.iter().zip(&after).enumerate() {
                match changed {
                    Some((at, word)) if at == nth => {
                        assert!(after.contains(OMISSION) && !after.contains(word), "{field:?}: {after}");
                        assert_eq!(
                            after.matches(OMISSION).count(),
                            if field.1.is_none() && at % 6 > 0 { 2 } else { 1 }
                        );
                    }
                    _ => assert_eq!(before, after, "{field:?}"),
                }
            }
        }
        let mut left = records.clone();
        assert_eq!(Visibility::default().blank(&mut left), 0);
        assert_eq!(
            blanks(&[(MEASURE, None, "title"), (MEASURE, None, "body"), (OTHER, None, "body")]).blank(&mut left),
            2
        );
    }

    proptest! {
        #[test]
        fn what_is_hidden_is_a_set(a in any_visibility(), b in any_visibility(), c in any_visibility()) {
            prop_assert!(same(&joined(&a, &a), &a), "what is hidden twice is hidden once");
            prop_assert!(same(&joined(&a, &b), &joined(&b, &a)), "it does not matter what hides first");
            prop_assert!(same(&joined(&joined(&a, &b), &c), &joined(&a, &joined(&b, &c))));
            prop_assert!(parted(&a, &a).is_empty());
            prop_assert!(same(&parted(&joined(&a, &b), &b), &parted(&a, &b)));
            prop_assert!(same(&joined(&parted(&a, &b), &b), &joined(&a, &b)), "nothing that is hidden gets lost");
            prop_assert!(same(&parted(&a, &Visibility::default()), &a));
        }
    }
}
