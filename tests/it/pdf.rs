//! Meeting packs as PDF: who makes them, where they lie, and what does not stand in them.

use std::fs;

use fremdrift::render::MAKES_PDF;

use crate::support::{Site, disk};

fn program(root: &std::path::Path, words: &[&str]) -> disk::Run {
    let mut program = disk::program();
    program.arg("pdf").args(words).args(["--as-of", "2020-07-01", "--root"]).arg(root);
    disk::run(&mut program)
}

// The suite is compiled with PDF; tests/run asks the program without for one too.
#[test]
fn a_program_without_the_feature_says_where_to_get_one_with_it() {
    if MAKES_PDF {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    Site::small().write_to(folder.path());
    let run = program(folder.path(), &[]);
    assert_eq!(run.code, Some(2), "no-pdf: {run:?}");
    assert!(run.stderr.contains("laver ikke PDF") && run.stderr.contains("--features pdf"), "{}", run.stderr);
    assert_eq!(
        fs::read_dir(folder.path()).expect("the folder").count(),
        Site::small()
            .files()
            .keys()
            .map(|path| path.split('/').next())
            .collect::<std::collections::BTreeSet<_>>()
            .len(),
        "nothing is written"
    );
    // A site that promises them must not be published without them.
    let outcome =
        Site::small().edit("site.toml", "language = \"da\"", "language = \"da\"\ndownloads = [\"pdf\"]").build();
    assert_eq!(outcome.codes(), ["no-pdf"], "{:#?}", outcome.built.findings);
    assert_eq!(outcome.built.findings[0].path.as_str(), "site.toml");
}

#[cfg(feature = "pdf")]
mod made {
    use std::collections::BTreeSet;

    use fremdrift::{
        content::Audience,
        output::MemorySink,
        pipeline::{self, MeetingPack, NoProgress},
        value::{Id, RelPath},
    };

    use super::*;
    use crate::{
        meeting_packs::{COMMITTEES, site},
        support::{Outcome, past::Revisions, pdf},
    };

    fn offered(site: Site) -> Site {
        site.edit("site.toml", "language = \"da\"", "language = \"da\"\ndownloads = [\"pdf\"]")
    }

    fn packs(site: &Site) -> Vec<MeetingPack> {
        let (built, packs) = pipeline::meeting_packs(&site.input(), &[], None, &NoProgress).expect("packs");
        assert_eq!(built.counts.errors, 0, "{:#?}", built.findings);
        packs
    }

    fn names(packs: &[MeetingPack]) -> Vec<&str> {
        packs.iter().map(|pack| pack.name.as_str()).collect()
    }

    fn documents(outcome: &Outcome) -> BTreeSet<&str> {
        outcome.files.keys().map(RelPath::as_str).filter(|path| path.ends_with(".pdf")).collect()
    }

    /// Returns what is drawn, without blanks: where a line ends and how a word is parted is the typesetter's.
    fn close(text: &str) -> String {
        text.chars().filter(|sign| !sign.is_whitespace()).collect()
    }

    #[test]
    fn the_same_content_gives_the_same_bytes_whatever_was_made_before() {
        let (first, again) = (packs(&site()), packs(&site()));
        assert_eq!(first, again);
        assert_eq!(names(&first), ["moedebilag-buu.pdf", "moedebilag-usb.pdf"], "who finds nothing has none");
        let usb = [Id::new("USB").expect("an id")];
        let (_, alone) = pipeline::meeting_packs(&site().input(), &usb, None, &NoProgress).expect("a pack");
        assert_eq!(alone, first[1..], "one by itself is the same as one among others");
        assert_ne!(packs(&site().as_of("2020-07-02")), first, "it says of which date it is");
    }

    #[test]
    fn it_says_what_the_page_says_and_is_tagged() {
        let packs = packs(&site());
        let text = close(&pdf::text(&packs[1].bytes));
        for words in [
            "Mødebilag til Socialudvalget",
            "Prøveby Kommune",
            "Det haster ikke.",
            "Botilbud",
            "1,25",
            "Opmærksomhed",
            "1. juli 2020",
            "Side",
            "Følger planen",
        ] {
            assert!(text.contains(&close(words)), "{words} in {text}");
        }
        assert!(!text.contains("Rammer") && !text.contains("Forsinket"), "another committee's");
        let raw = String::from_utf8_lossy(&packs[1].bytes);
        for mark in [
            "/Lang(da)",
            "/MarkInfo",
            "/StructTreeRoot",
            "/S/Table",
            "/S/TH",
            "/Scope/Column",
            "/Scope/Row",
            "/S/Figure",
            "/Alt",
            "/Outlines",
            "/S/H1",
            "pdfuaid:part",
        ] {
            assert!(raw.contains(mark), "{mark}");
        }
    }

    #[test]
    fn a_site_that_offers_them_has_each_beside_its_page_which_leads_to_it() {
        let outcome = offered(site()).sound();
        assert_eq!(
            documents(&outcome),
            BTreeSet::from(["udvalg/buu/moedebilag-buu.pdf", "udvalg/usb/moedebilag-usb.pdf"])
        );
        let of_site = &outcome.files[&RelPath::new("udvalg/usb/moedebilag-usb.pdf").expect("a path")];
        assert_eq!(**of_site, *packs(&offered(site()))[1].bytes, "the command makes the same");
        assert!(outcome.page("udvalg/usb/moedebilag.html").contains("href=\"moedebilag-usb.pdf\""));
        assert!(outcome.page("udvalg/usb.html").contains("href=\"usb/moedebilag-usb.pdf\""));
        let plain = site().sound();
        assert_eq!(documents(&plain), BTreeSet::new());
        assert!(!plain.page("udvalg/usb/moedebilag.html").contains(".pdf"));
    }

    #[test]
    fn an_edition_has_those_it_was_cut_for() {
        let cut = "\n[[editions]]\nid = \"2020-06\"\ntitle = \"Status medio 2020\"\nas_of = 2020-06-30\nrevision = \"udgave\"\ncommittee = \"BUU\"\n";
        let past = Revisions::default().with("udgave", "2020-07-02", &offered(site()));
        let site = site().append("site.toml", cut).as_of("2020-12-31");
        let outcome = site.build_with(&past);
        assert_eq!(
            documents(&outcome),
            BTreeSet::from(["editions/2020-06/udvalg/buu/moedebilag-buu-2020-06.pdf"]),
            "as its own site.toml says"
        );
        let id = Id::new("2020-06").expect("an id");
        let input = site.input_with(Some(&past));
        let (_, packs) = pipeline::meeting_packs(&input, &[], Some(&id), &NoProgress).expect("packs");
        assert_eq!(names(&packs), ["moedebilag-buu-2020-06.pdf"]);
        let text = close(&pdf::text(&packs[0].bytes));
        assert!(text.contains(&close("Status medio 2020")) && text.contains("Rammer"), "{text}");
        let usb = [Id::new("USB").expect("an id")];
        let error = pipeline::meeting_packs(&input, &usb, Some(&id), &NoProgress).expect_err("it was cut for another");
        assert!(format!("{error:?}").contains("no-meeting-pack"), "{error:?}");
    }

    #[test]
    fn what_is_hidden_stands_in_no_document() {
        let measure = "content/plans/a/measures/03.md";
        let open = offered(site());
        let text = |site: &Site| {
            let sink = MemorySink::default();
            pipeline::build(&site.input(), &sink, &NoProgress).expect("a build");
            let files = sink.into_files();
            let documents: Vec<_> = files.iter().filter(|(path, _)| path.as_str().ends_with(".pdf")).collect();
            assert_eq!(documents.len(), 2);
            let all = documents.iter().map(|(_, bytes)| pdf::text(bytes) + &String::from_utf8_lossy(bytes));
            close(&all.collect::<String>())
        };
        let is_told = |text: &str| text.contains("Botilbud") || text.contains(&close("Det haster ikke"));
        assert!(is_told(&text(&open)), "the control");
        for way in ["visibility = \"closed\"", "visibility = \"internal\"", "embargo = 2020-12-31"] {
            let hidden = open.clone().edit(measure, "number =", &format!("{way}\nnumber ="));
            assert!(!is_told(&text(&hidden)), "{way}");
            let shown = hidden.audience(Audience::Closed).as_of("2021-01-01");
            assert!(is_told(&text(&shown)), "{way}");
        }
    }

    #[test]
    fn what_authors_write_is_printed_and_never_read_as_markup() {
        let words = "#eval(\\\"1+1\\\") $x$ @usb <usb> *fed* _kursiv_ `kode` \\\\u{41} ] } 😀";
        let site = site()
            .edit("content/plans/a/measures/03.md", "Botilbud", words)
            .edit(
                "content/plans/a/updates/2020-06-30/03.md",
                "Det haster ikke.",
                "#panic() **fed** og _kursiv_, [et link](https://example.dk/#read)",
            )
            .append(COMMITTEES, "note = \"#import \\\"x.typ\\\"\"\n");
        let text = close(&pdf::text(&packs(&site)[1].bytes));
        for part in ["#eval(\"1+1\")$x$@usb<usb>*fed*_kursiv_`kode`\\u{41}]}[U+1F600]", "#panic()"] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }

    #[test]
    fn names_that_would_be_one_are_refused_and_committees_that_are_not_there() {
        let site = site().append(COMMITTEES, "[USB-2020-06]\nname = \"Underudvalget\"\n");
        let cut = "\n[[editions]]\nid = \"2020-06\"\ntitle = \"Status medio 2020\"\nas_of = 2020-06-30\n";
        let site = site.append("site.toml", cut);
        let error = pipeline::meeting_packs(&site.input(), &[], None, &NoProgress).expect_err("two of one name");
        assert!(format!("{error:?}").contains("pack-name-taken"), "{error:?}");
        let none = [Id::new("ØU").expect("an id")];
        let error = pipeline::meeting_packs(&self::site().input(), &none, None, &NoProgress).expect_err("no committee");
        assert!(format!("{error:?}").contains("no-such-committee"), "{error:?}");
    }

    #[test]
    fn the_command_writes_them_and_says_so() {
        let folder = tempfile::tempdir().expect("a folder");
        site().write_to(folder.path());
        let out = folder.path().join("dagsorden");
        let run = program(folder.path(), &["USB", "--out", out.to_str().expect("a path")]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        assert!(run.stderr.contains("moedebilag-usb.pdf"), "{}", run.stderr);
        assert_eq!(fs::read(out.join("moedebilag-usb.pdf")).expect("the file"), packs(&site())[1].bytes);
        let broken = site().edit("content/plans/a/measures/03.md", "number =", "numbr =");
        broken.write_to(folder.path());
        let other = folder.path().join("andre");
        let run = program(folder.path(), &["--out", other.to_str().expect("a path")]);
        assert_eq!((run.code, other.exists()), (Some(1), false), "{}", run.stderr);
        let run = program(folder.path(), &["USBB"]);
        assert_eq!(run.code, Some(2), "{}", run.stderr);
    }
}
