//! Publishing as its users meet it: killed processes, full disks, foreign files, two at once. Whatever
//! happens, the old site or the new one stands, whole.

use std::{
    collections::BTreeMap,
    fs,
    os::unix::{fs::MetadataExt, process::ExitStatusExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::LazyLock,
    thread::sleep,
    time::Duration,
};

use tempfile::TempDir;

use crate::support::{Site, disk, disk::Files, project};

/// A folder with a site in it, and the one it is published to.
struct Bench {
    folder: TempDir,
}

impl Bench {
    /// A copy of the five reports.
    fn own() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let own = disk::own_site();
        disk::write(&folder.path().join("site"), own.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())));
        Self { folder }
    }

    fn of(site: &Site) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        site.write_to(&folder.path().join("site"));
        Self { folder }
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("www/public")
    }

    fn command(&self, as_of: &str) -> Command {
        let mut command = disk::program();
        command.args(["build", "--quiet", "--as-of", as_of, "--root"]).arg(self.root()).arg("--out").arg(self.out());
        command
    }

    /// Builds; it must succeed and leave nothing but the site behind.
    #[track_caller]
    fn build(&self, as_of: &str) -> Files {
        let run = disk::run(&mut self.command(as_of));
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        self.is_tidy();
        disk::files(&self.out())
    }

    #[track_caller]
    fn is_tidy(&self) {
        let names = fs::read_dir(self.out().parent().expect("a folder")).expect("a folder");
        let names: Vec<_> = names.map(|entry| entry.expect("an entry").file_name()).collect();
        assert_eq!(names, ["public"], "nothing stays beside the site");
    }

    fn staged(&self, path: &str) -> PathBuf {
        self.out().with_file_name(".public.fremdrift-staging").join(path)
    }
}

/// A site of sixteen plans with five measures and three reports each.
static MEDIUM: LazyLock<Site> = LazyLock::new(|| {
    let mut site = Site::small();
    for plan in 0..16 {
        let folder = format!("content/plans/plan-{plan:02}");
        let head =
            format!("title = \"Plan {plan}\"\nkind = \"savings\"\nyear = 2020\ncommittee = \"USB\"\nowner = \"chef\"");
        site = site.with(&format!("{folder}/plan.md"), format!("+++\n{head}\n+++\nOm plan {plan}.\n"));
        for measure in 1..=5 {
            let front = format!("number = \"{measure}\"\ntitle = \"Tiltag {measure}\"\nrequired = {measure}00_000");
            site =
                site.with(&format!("{folder}/measures/{measure}.md"), format!("+++\n{front}\n+++\nEn beslutning.\n"));
            for (at, date) in ["2020-03-31", "2020-06-30", "2020-09-30"].into_iter().enumerate() {
                let front = format!("level = \"ok\"\nachieved = {measure}{at}_000");
                let status = format!("+++\n{front}\n+++\nStatus {at} på tiltag {measure}.\n");
                site = site.with(&format!("{folder}/updates/{date}/{measure}.md"), &status);
            }
        }
    }
    site
});

/// Waits until something is so, or the process has ended; answers whether it still runs.
fn wait_until(child: &mut Child, is_so: impl Fn() -> bool) -> bool {
    loop {
        if child.try_wait().expect("a process").is_some() {
            return false;
        }
        if is_so() {
            return true;
        }
        sleep(Duration::from_micros(200));
    }
}

/// A moment at which a build is killed.
type Moment<'m> = (&'m str, Box<dyn Fn(&Bench) -> bool + 'm>, Duration);

fn moments<'m>() -> Vec<Moment<'m>> {
    let after = |millis| Duration::from_millis(millis);
    let mut moments: Vec<Moment<'m>> = Vec::new();
    for pause in [0, 40, 150, 400] {
        moments.push(("after its start", Box::new(|_| true), after(pause)));
    }
    for pause in [0, 30, 120] {
        moments.push(("once it stages", Box::new(|bench| bench.staged("").is_dir()), after(pause)));
    }
    moments.push(("with its front page", Box::new(|bench| bench.staged("index.html").is_file()), after(0)));
    for pause in [0, 1, 3] {
        let manifest = |bench: &Bench| bench.staged(".fremdrift-manifest.json").is_file();
        moments.push(("with its manifest", Box::new(manifest), after(pause)));
    }
    moments
}

/// Kills builds that would replace one site by another, and looks at what stands.
fn is_whole_whenever_killed(bench: &Bench, one: &str, other: &str) {
    let sites = [(one, bench.build(one)), (other, bench.build(other))];
    assert!(disk::difference(&sites[0].1, &sites[1].1).is_some(), "they are two sites");
    let mut killed = 0;
    let mut new = 0;
    for (at, (moment, is_so, pause)) in moments().into_iter().enumerate() {
        let case = format!("killed {moment}, {pause:?} later");
        // Forth and back: what stands is the site of the build before.
        let [(_, old_site), (as_of, new_site)] =
            if at % 2 == 0 { [&sites[1], &sites[0]] } else { [&sites[0], &sites[1]] };
        let mut child = bench.command(as_of).stderr(Stdio::null()).spawn().expect("it starts");
        // Under a heavy load the moment may come late, but it comes.
        if wait_until(&mut child, || is_so(bench)) {
            sleep(pause);
        }
        child.kill().expect("killed or ended");
        let status = child.wait().expect("ended");
        killed += usize::from(status.signal() == Some(9));
        let stands = disk::files(&bench.out());
        let is_new = disk::difference(new_site, &stands).is_none();
        new += usize::from(is_new);
        assert!(is_new || disk::difference(old_site, &stands).is_none(), "{case}: the site is neither");
        // The next run sets everything right, whichever site it makes.
        disk::assert_same(new_site, &bench.build(as_of), &case);
    }
    assert!(killed >= 6, "only {killed} builds were killed before they ended: the test proves little");
    assert!(new < moments().len(), "no build was killed before it published");
}

#[test]
fn a_killed_build_leaves_a_whole_site() {
    is_whole_whenever_killed(&Bench::own(), "2019-12-31", "2020-06-30");
}

#[test]
fn a_killed_build_of_a_larger_site_leaves_a_whole_site() {
    is_whole_whenever_killed(&Bench::of(&MEDIUM), "2020-06-30", "2020-09-30");
}

#[test]
fn a_killed_first_build_leaves_no_half_site() {
    let bench = Bench::own();
    fs::create_dir_all(bench.out().parent().expect("a folder")).expect("made");
    for (moment, is_so, pause) in moments() {
        let mut child = bench.command("2020-06-30").stderr(Stdio::null()).spawn().expect("it starts");
        if wait_until(&mut child, || is_so(&bench)) {
            sleep(pause);
        }
        child.kill().expect("killed or ended");
        child.wait().expect("ended");
        let is_there = bench.out().exists();
        assert!(!is_there || bench.out().join(".fremdrift-manifest.json").is_file(), "{moment}: half a site");
        bench.build("2020-06-30");
        fs::remove_dir_all(bench.out()).expect("removed");
    }
}

#[test]
fn a_full_disk_leaves_the_old_site() {
    let bench = Bench::own();
    let before = bench.build("2019-12-31");
    // No file may grow over 8 blocks, which a page soon does: to the program it is as if the disk were full.
    let limited = |program: &Command| {
        let mut command = Command::new("sh");
        command.args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$@\"", "sh"]);
        command.arg(program.get_program()).args(program.get_args());
        disk::run(&mut command)
    };
    let run = limited(&bench.command("2020-06-30"));
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    assert!(
        run.stderr.contains("File too large") && run.stderr.contains(".html"),
        "it says what and where: {}",
        run.stderr
    );
    assert!(run.stderr.lines().count() <= 3 && !run.stderr.contains("panicked"), "{}", run.stderr);
    disk::assert_same(&before, &disk::files(&bench.out()), "the old site");
    bench.is_tidy();
    // And where there is no old site, there is none.
    fs::remove_dir_all(bench.out()).expect("removed");
    assert_eq!(limited(&bench.command("2020-06-30")).code, Some(2));
    assert!(!bench.out().exists());
    bench.build("2020-06-30");
}

#[test]
fn a_folder_that_may_not_be_written_is_an_error_of_the_environment() {
    let bench = Bench::own();
    let file = bench.folder.path().join("www");
    fs::write(&file, "a file where a folder should be").expect("written");
    let run = disk::run(&mut bench.command("2020-06-30"));
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    assert_eq!(fs::read_to_string(&file).expect("still there"), "a file where a folder should be");
}

#[test]
fn foreign_files_are_never_touched() {
    let bench = Bench::own();
    bench.build("2019-12-31");
    for name in ["notater.txt", "planer/notater.txt", ".git/config", "index.html.bak", "ny-mappe/x"] {
        let foreign = bench.out().join(name);
        fs::create_dir_all(foreign.parent().expect("a folder")).expect("made");
        fs::write(&foreign, "mit eget").expect("written");
        let before = disk::files(&bench.out());
        let run = disk::run(&mut bench.command("2020-06-30"));
        assert_eq!(run.code, Some(2), "{name}: {}", run.stderr);
        let named = name.split('/').next().expect("a part");
        assert!(run.stderr.contains(named), "it names the file: {}", run.stderr);
        assert!(run.stderr.contains("hjælp: vælg en tom mappe"), "in the language of the site: {}", run.stderr);
        disk::assert_same(&before, &disk::files(&bench.out()), name);
        fs::remove_file(&foreign).expect("removed");
        if let Some(folder) =
            foreign.parent().filter(|folder| fs::read_dir(folder).is_ok_and(|mut in_it| in_it.next().is_none()))
        {
            fs::remove_dir(folder).expect("removed");
        }
    }
    bench.build("2020-06-30");
}

#[test]
fn a_folder_that_is_not_ours_is_refused() {
    let bench = Bench::own();
    for out in [bench.root(), bench.root().join("content"), project().join("src")] {
        let before = disk::files(&out);
        let mut command = disk::program();
        command.args(["build", "-q", "--as-of", "2020-06-30", "--root"]).arg(bench.root()).arg("--out").arg(&out);
        let run = disk::run(&mut command);
        assert_eq!(run.code, Some(2), "{}", run.stderr);
        disk::assert_same(&before, &disk::files(&out), "refused");
    }
}

#[test]
fn a_page_changed_by_hand_is_not_lost() {
    let bench = Bench::own();
    bench.build("2020-06-30");
    let page = bench.out().join("index.html");
    fs::write(&page, "rettet i hånden").expect("written");
    let run = disk::run(&mut bench.command("2020-06-30"));
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    assert!(run.stderr.contains("index.html"));
    assert_eq!(fs::read_to_string(&page).expect("there"), "rettet i hånden");
}

#[test]
fn two_builds_at_once_both_succeed() {
    let bench = Bench::of(&MEDIUM);
    let expected = bench.build("2020-06-30");
    bench.build("2020-09-30");
    let start = || bench.command("2020-06-30").stderr(Stdio::null()).spawn().expect("it starts");
    let children = [start(), start()];
    for mut child in children {
        assert_eq!(child.wait().expect("ended").code(), Some(0), "it waited for the other");
    }
    disk::assert_same(&expected, &disk::files(&bench.out()), "after two at once");
    bench.is_tidy();
}

#[test]
fn an_error_in_content_leaves_the_old_site() {
    let bench = Bench::own();
    bench.build("2020-06-30");
    let before = stamps(&bench.out());
    let status = bench.root().join("content/plans/voksne-2020/updates/2020-06-30/04-stu.md");
    let text = fs::read_to_string(&status).expect("a file");
    for (from, to, code) in [
        ("\"Opmærksomhed\"", "\"Opmærksom\"", "unknown-level"),
        ("\"0,33\"", "0.33", "float-amount"),
        ("level = ", "niveau = ", "unknown-key"),
        ("+++\nlevel", "+++\n[level", "toml-syntax"),
    ] {
        assert!(text.contains(from));
        fs::write(&status, text.replace(from, to)).expect("written");
        let run = disk::run(&mut bench.command("2020-06-30"));
        assert_eq!(run.code, Some(1), "{}", run.stderr);
        assert!(run.stderr.contains(code), "{code}: {}", run.stderr);
        assert!(run.stderr.contains("content/plans/voksne-2020/updates/2020-06-30/04-stu.md:"), "{}", run.stderr);
        assert_eq!(stamps(&bench.out()), before, "not a file was touched");
        bench.is_tidy();
    }
    fs::write(&status, text).expect("written");
    bench.build("2020-06-30");
    assert_eq!(stamps(&bench.out()), before);
}

#[test]
fn a_removed_measure_leaves_the_site() {
    let bench = Bench::own();
    let before = bench.build("2020-06-30");
    let plan = bench.root().join("content/plans/boern-opfoelgning-2020");
    fs::remove_file(plan.join("measures/03-familier.md")).expect("removed");
    fs::remove_file(plan.join("updates/2020-05/03-familier.md")).expect("removed");
    fs::remove_file(plan.join("indicators.toml")).expect("removed");
    for status in ["01-eftervaern.md", "02-eksterne.md"] {
        let path = plan.join("updates/2020-05").join(status);
        let text = fs::read_to_string(&path).expect("a file");
        let text: String =
            text.lines().filter(|line| !line.starts_with(['[', 'e'])).map(|line| format!("{line}\n")).collect();
        fs::write(&path, text).expect("written");
    }
    let after = bench.build("2020-06-30");
    let is_gone = |path: &&String| !after.contains_key(*path) && !path.starts_with("editions/");
    // The pages of the indicators go with their file.
    let is_measure = |path: &&String| path.ends_with(".html") && !path.contains("/indikatorer/");
    let gone: Vec<_> = before.keys().filter(is_gone).filter(is_measure).collect();
    assert_eq!(gone, ["planer/boern-opfoelgning-2020/03-familier.html"]);
    assert!(!after.values().any(|bytes| String::from_utf8_lossy(bytes).contains("03-familier")), "nothing leads there");
}

/// What the disk knows of each file: which one it is, and when it was written.
fn stamps(root: &Path) -> BTreeMap<String, (u64, i64, i64)> {
    let stamp = |path: String| {
        let metadata = fs::symlink_metadata(root.join(&path)).expect("a file");
        (path, (metadata.ino(), metadata.mtime(), metadata.mtime_nsec()))
    };
    disk::files(root).into_keys().map(stamp).collect()
}

#[test]
fn an_unchanged_build_touches_nothing() {
    let bench = Bench::of(&MEDIUM);
    bench.build("2020-06-30");
    let before = stamps(&bench.out());
    let folder = fs::metadata(bench.out()).expect("there").ino();
    bench.build("2020-06-30");
    assert_eq!(stamps(&bench.out()), before);
    assert_eq!(fs::metadata(bench.out()).expect("there").ino(), folder, "the folder itself stays");
}

#[test]
fn a_small_change_touches_few_files() {
    let bench = Bench::of(&MEDIUM);
    bench.build("2020-06-30");
    let before = stamps(&bench.out());
    let status = bench.root().join("content/plans/plan-07/updates/2020-06-30/3.md");
    let text = fs::read_to_string(&status).expect("a file").replace("Status 1", "Ny status");
    fs::write(&status, text).expect("written");
    bench.build("2020-06-30");
    let after = stamps(&bench.out());
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    let changed: Vec<_> = after.iter().filter(|(path, stamp)| before[*path] != **stamp).map(|(path, _)| path).collect();
    assert!(changed.iter().any(|path| path.ends_with("plan-07/3.html")), "{changed:?}");
    assert!(changed.len() < 12, "{changed:?}");
    assert!(!changed.iter().any(|path| path.contains("plan-08")), "{changed:?}");
}

#[test]
fn outside_a_site_it_says_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    for command in ["build", "check"] {
        let run = disk::run(disk::program().arg(command).current_dir(folder.path()));
        assert_eq!(run.code, Some(2));
        assert!(run.stderr.contains("site.toml"), "{}", run.stderr);
        let run = disk::run(disk::program().args([command, "--language", "da"]).current_dir(folder.path()));
        assert!(run.stderr.contains("fejl"), "{}", run.stderr);
    }
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0, "nothing was made");
    let run = disk::run(disk::program().args(["build", "--as-of", "2020-02-30"]));
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    let run = disk::run(disk::program().args(["build", "--root", "/nowhere/at/all"]));
    assert_eq!(run.code, Some(2), "{}", run.stderr);
}
