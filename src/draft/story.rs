//! What happens in the demonstration, as data.
//!
//! The project's own content is how it ends. Each step says what came in with it and what it changed, so that every
//! earlier version can be derived from the last one, and nothing is written twice.

/// A text of a file that a step replaces. What is written later stands exactly once in the file after the step.
pub(super) struct StoryEdit {
    /// The file, as it is called after the step.
    pub path: &'static str,
    /// What stood there before.
    pub earlier: &'static str,
    /// What stands there since.
    pub later: &'static str,
}

/// One commit.
pub(super) struct StoryStep {
    /// When it is recorded, in UTC.
    pub at: &'static str,
    /// What it says.
    pub message: &'static str,
    /// The files that come in with it; a folder, with `/` at its end, stands for all below it.
    pub adds: &'static [&'static str],
    /// What it changes in files that were there.
    pub edits: &'static [StoryEdit],
    /// The files it gives a new name: the old, the new.
    pub moves: &'static [(&'static str, &'static str)],
    /// The edition that is cut after it: its tag and its title.
    pub cuts: Option<(&'static str, &'static str)>,
}

/// Where the demonstration differs from the project's own site: two editions are cut, and a measure has a new id.
pub(super) const OWN: &[StoryEdit] = &[
    StoryEdit {
        path: "site.toml",
        earlier: "[history]\nsince = \"531a119046a3abc0036587dcdfff0ac09b28bb64\" # what came before is how the demonstration \
                  was written\n\n",
        later: "",
    },
    StoryEdit {
        path: "site.toml",
        earlier: "as_of = 2019-11-30\n\n[[editions]]\nid = \"2020-06\"\n",
        later: "as_of = 2019-11-30\nrevision = \"udgave/2019-11\"\n\n[[editions]]\nid = \"2020-03\"\n\
                title = \"Status marts 2020\"\nas_of = 2020-03-31\nmeeting = { committee = \"USB\", date = 2020-05-13 }\nrevision = \"udgave/2020-03\"\n\n[[editions]]\n\
                id = \"2020-06\"\n",
    },
    StoryEdit {
        path: "content/plans/boern-unge-2020/measures/05-netvaerkspleje.md",
        earlier: "number = \"5\"\n",
        later: "number = \"5\"\nformerly = [\"05-plejefamilier\"]\n",
    },
    GUIDE_IS_TOLD,
];

/// The front page leads to the guide, which the project's own site does not publish.
const GUIDE_IS_TOLD: StoryEdit = StoryEdit {
    path: "content/index.md",
    earlier: "Eksempelby findes ikke",
    later: "[Vejledningen](vejledning/index.md) viser dem, der skriver, hvordan rapporterne bliver til. Eksempelby findes ikke",
};

/// What git must not keep: the published site, and what a build that was killed leaves beside it.
pub(super) const IGNORED: (&str, &str) = (".gitignore", "/public\n/.public.fremdrift-*\n");

/// All that happens, the oldest first.
pub(super) const STEPS: &[StoryStep] = &[
    StoryStep {
        at: "2019-11-11T09:30:00Z",
        message: "Budgetaftalen for 2020 og opfølgningen på børneområdet, som de er aftalt",
        adds: &[
            ".gitignore",
            "site.toml",
            "content/committees.toml",
            "content/owners.toml",
            "content/index.md",
            "content/plans/budgetaftale-2020/plan.md",
            "content/plans/budgetaftale-2020/milestones.toml",
            "content/plans/budgetaftale-2020/measures/",
            "content/plans/budgetaftale-2020/tables/",
            "content/plans/boern-opfoelgning-2020/plan.md",
            "content/plans/boern-opfoelgning-2020/milestones.toml",
        ],
        edits: &[],
        moves: &[],
        cuts: None,
    },
    StoryStep {
        at: "2019-12-02T13:00:00Z",
        message: "Status november 2019",
        adds: &[
            "content/plans/budgetaftale-2020/updates/2019-11/",
            "content/plans/boern-opfoelgning-2020/updates/2019-11/",
        ],
        edits: &[StoryEdit {
            path: "site.toml",
            earlier: "]\n",
            later: "]\n\n[[editions]]\nid = \"2019-11\"\ntitle = \"Status november 2019\"\nas_of = 2019-11-30\n\
                    revision = \"udgave/2019-11\"\n",
        }],
        moves: &[],
        cuts: Some(("udgave/2019-11", "Status november 2019")),
    },
    StoryStep {
        at: "2019-12-16T08:45:00Z",
        message: "Rettelse: 2.a.2 kan ikke vurderes endnu",
        adds: &[],
        edits: &[StoryEdit {
            path: "content/plans/budgetaftale-2020/updates/2019-11/2a2-serviceniveau.md",
            earlier: "level = \"Alt OK\"",
            later: "level = \"Kan ikke vurderes\"",
        }],
        moves: &[],
        cuts: None,
    },
    StoryStep {
        at: "2020-01-27T10:15:00Z",
        message: "Handleplanerne for voksne, for børn og unge og for tidlig indsats, og målene for 2020",
        adds: &[
            "content/om-tallene.md",
            "content/plans/voksne-2020/plan.md",
            "content/plans/voksne-2020/milestones.toml",
            "content/plans/voksne-2020/measures/",
            "content/plans/boern-unge-2020/plan.md",
            "content/plans/boern-unge-2020/measures/",
            "content/plans/boern-opfoelgning-2020/indicators.toml",
            "content/plans/boern-opfoelgning-2020/measures/",
            "content/plans/tidlig-indsats-2022/plan.md",
            "content/plans/tidlig-indsats-2022/indicators.toml",
            "content/plans/tidlig-indsats-2022/milestones.toml",
            "content/plans/tidlig-indsats-2022/indsatstrappe.svg",
            "content/plans/tidlig-indsats-2022/strategisk-ramme.svg",
            "content/plans/tidlig-indsats-2022/measures/",
        ],
        edits: &[StoryEdit {
            path: "content/index.md",
            earlier: "Eksempelby findes ikke",
            later: "Siden [Om tallene](om-tallene.md) forklarer, hvordan beløb og status skal læses. \
                    Eksempelby findes ikke",
        }],
        moves: &[],
        cuts: None,
    },
    StoryStep {
        at: "2020-04-06T12:30:00Z",
        message: "Status pr. 31. marts 2020",
        adds: &["content/plans/boern-unge-2020/updates/2020-03-31/"],
        edits: &[
            StoryEdit { path: "site.toml", earlier: "as_of = 2019-11-30 # a", later: "as_of = 2020-03-31 # a" },
            StoryEdit {
                path: "site.toml",
                earlier: "revision = \"udgave/2019-11\"\n",
                later: "revision = \"udgave/2019-11\"\n\n[[editions]]\nid = \"2020-03\"\n\
                        title = \"Status marts 2020\"\nas_of = 2020-03-31\nmeeting = { committee = \"USB\", date = 2020-05-13 }\nrevision = \"udgave/2020-03\"\n",
            },
        ],
        moves: &[],
        cuts: Some(("udgave/2020-03", "Status marts 2020")),
    },
    // After the editions that are cut, so that the guide does not stand in each of them too.
    StoryStep {
        at: "2020-04-14T08:20:00Z",
        message: "Vejledning til dem, der skriver",
        adds: &["content/vejledning/"],
        edits: &[GUIDE_IS_TOLD],
        moves: &[],
        cuts: None,
    },
    StoryStep {
        at: "2020-04-20T07:55:00Z",
        message: "Rettelse: marts manglede i den opnåede besparelse på kontaktpersoner",
        adds: &[],
        edits: &[StoryEdit {
            path: "content/plans/boern-unge-2020/updates/2020-03-31/01-kontaktpersoner.md",
            earlier: "achieved = 283_334\n[effect.2020]\njan-feb = 141_667\n",
            later: "achieved = 425_001\n[effect.2020]\njan-mar = 141_667\n",
        }],
        moves: &[],
        cuts: None,
    },
    StoryStep {
        at: "2020-05-11T11:20:00Z",
        message: "Indsats 5 får nyt navn",
        adds: &[],
        edits: &[StoryEdit {
            path: "content/plans/boern-unge-2020/measures/05-netvaerkspleje.md",
            earlier: "title = \"Plejefamilier i barnets netværk\"",
            later: "formerly = [\"05-plejefamilier\"]\ntitle = \"Flere netværksplejefamilier\"",
        }],
        moves: &[
            (
                "content/plans/boern-unge-2020/measures/05-plejefamilier.md",
                "content/plans/boern-unge-2020/measures/05-netvaerkspleje.md",
            ),
            (
                "content/plans/boern-unge-2020/updates/2020-03-31/05-plejefamilier.md",
                "content/plans/boern-unge-2020/updates/2020-03-31/05-netvaerkspleje.md",
            ),
        ],
        cuts: None,
    },
    StoryStep {
        at: "2020-06-02T09:10:00Z",
        message: "Status maj 2020, og milepæl 3 rykkes frem",
        adds: &[
            "content/plans/boern-opfoelgning-2020/updates/2020-05/",
            "content/plans/tidlig-indsats-2022/tables/",
            "content/plans/tidlig-indsats-2022/updates/2020-05/",
        ],
        edits: &[
            StoryEdit { path: "site.toml", earlier: "as_of = 2020-03-31 # a", later: "as_of = 2020-05-31 # a" },
            StoryEdit {
                path: "content/plans/tidlig-indsats-2022/plan.md",
                earlier: "unit = \"mio. kr.\"\n",
                later: "unit = \"mio. kr.\"\nsource = \"Beslutningsoplæg om tilbud, samarbejde og organisation, maj \
                        2020\"\n",
            },
            StoryEdit {
                path: "content/plans/tidlig-indsats-2022/plan.md",
                earlier: "som ikke er gennemført\n",
                later: "som ikke er gennemført\n\
                        - *Ekstern analyse, april-maj 2020*\n  \
                        - Tilbuddene bør målrettes klarere grupper og kunne rumme både døgn og ambulant hjælp.\n  \
                        - Visitation og økonomi bør hænge sammen, og ledelsesansvaret bør være entydigt.\n  \
                        - Børne- og voksenområdet bør dele arbejdet med de 14-25-årige klarere mellem sig.\n",
            },
            StoryEdit {
                path: "content/plans/tidlig-indsats-2022/milestones.toml",
                earlier: "decided = 2020-01-20\n",
                later: "decided = 2020-01-20\n\n\
                        [decisions.input]\ntitle = \"Bestilling af oplæg om en hurtigere gennemførelse\"\n\
                        committee = \"MAG\"\ndecided = 2020-02-17\n\n\
                        [decisions.fremrykning]\ntitle = \"Fremrykning af milepæl 3 fra ultimo til primo 2022\"\n\
                        committee = \"MAG\"\ndecided = 2020-05-18\n\n\
                        [decisions.budget-2021]\n\
                        title = \"Økonomien indgår i 2. finansielle orientering om budget 2021\"\n\
                        committee = \"MAG\"\ndue = 2020-08-17\n",
            },
        ],
        moves: &[],
        cuts: None,
    },
    StoryStep {
        at: "2020-07-06T13:40:00Z",
        message: "Status pr. 30. juni 2020",
        adds: &[
            "content/plans/boern-unge-2020/updates/2020-06-30/",
            "content/plans/budgetaftale-2020/updates/2020-06/",
            "content/plans/voksne-2020/tables/",
            "content/plans/voksne-2020/updates/2020-06-30/",
        ],
        edits: &[
            StoryEdit { path: "site.toml", earlier: "as_of = 2020-05-31 # a", later: "as_of = 2020-06-30 # a" },
            StoryEdit { path: "site.toml", earlier: "reviewed = 2019-11-01", later: "reviewed = 2020-06-01" },
            StoryEdit {
                path: "site.toml",
                earlier: "revision = \"udgave/2020-03\"\n",
                later: "revision = \"udgave/2020-03\"\n\n[[editions]]\nid = \"2020-06\"\n\
                        title = \"Status medio 2020\"\nas_of = 2020-06-30\n",
            },
            StoryEdit {
                path: "content/plans/voksne-2020/plan.md",
                earlier: "unit = \"mio. kr.\"\n",
                later: "unit = \"mio. kr.\"\nsource = \"Bilag 1: status på handleplanen pr. 30. juni 2020\"\n",
            },
        ],
        moves: &[],
        cuts: None,
    },
];
