//! Whatever is given to it, the program ends with a clear message and leaves
//! nothing behind.

mod cli_common;

use std::io::Read;
use std::process::Stdio;

use cli_common::{BUNDLED, Desk, plan_with};

/// Runs it in both languages: it must fail with one line each that has these parts.
#[track_caller]
fn fails(desk: &Desk, arguments: &[&str], parts: [&str; 3]) {
    let before = desk.files();
    let [both, fr, en] = parts;
    for (lang, own) in [("fr", fr), ("en", en)] {
        let run = desk.run(&[arguments, &["--lang", lang]].concat());
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}: {}", run.err);
        assert_eq!(run.err.lines().count(), 1, "{arguments:?}: {}", run.err);
        for part in [both, own] {
            assert!(run.err.contains(part), "{arguments:?}: {part} in: {}", run.err);
        }
    }
    assert_eq!(desk.files(), before, "{arguments:?}");
}

#[test]
fn plans_that_cannot_be_read() {
    let desk = Desk::new();
    desk.write("text.decamp", "Retrait");
    desk.write("later.decamp", r#"{ "format": "decamp-plan", "version": 2 }"#);
    desk.write("land.decamp", plan_with("").replace("mali", "malli"));
    desk.write("folder.decamp", plan_with("").replace("\"mali\"", "\"maps/none\""));
    for (plan, fr, en) in [
        ("missing.decamp", "vérifiez", "check"),
        (".", "dossier", "folder"),
        ("text.decamp", "JSON", "JSON"),
        ("later.decamp", "mettez Decamp à jour", "update Decamp"),
        ("land.decamp", "malli", "malli"),
        ("folder.decamp", "maps/none", "maps/none"),
        ("builtin:other", BUNDLED, BUNDLED),
    ] {
        for arguments in [
            &["check", plan][..],
            &["check", plan, "--json"],
            &["snapshot", plan, "--at", "2023-08-20"],
            &["export", plan, "--to", "map.png"],
        ] {
            fails(&desk, arguments, [plan, fr, en]);
        }
    }
}

#[test]
fn every_problem_of_a_file_is_a_line() {
    let desk = Desk::new();
    desk.write(
        "plan.decamp",
        plan_with(
            r#""as_of": "2023-02-30", "phases": [ { "id": "One" } ],
               "units": [ { "id": "u", "kind": "infantry", "site": "goa" } ]"#,
        ),
    );
    let run = desk.run(&["check", "plan.decamp", "--json"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    let places: Vec<&str> = run.err.lines().map(|line| line.split(": ").nth(1).unwrap()).collect();
    assert!(run.err.lines().all(|line| line.starts_with("plan.decamp: ")), "{}", run.err);
    let expect = ["[no-such-day] as_of", "[bad-id] phases[0].id", "[no-such-item] units[0].site"];
    assert_eq!(places, expect, "{}", run.err);
    assert!(run.err.contains("gao"), "the nearest id: {}", run.err);
}

const NO_CAMPS: &str = r#"{ "type": "FeatureCollection", "features": [] }"#;

#[test]
fn dates_and_phases_that_are_none() {
    let desk = Desk::new();
    for (at, fr, en) in [
        ("soon", "pas une date", "not a date"),
        ("", "pas une date", "not a date"),
        ("2023-13-45", "date", "date"),
        ("31 nov", "calendrier", "calendar"),
        ("99999999999-01-01", "date", "date"),
    ] {
        fails(&desk, &["snapshot", BUNDLED, "--at", at], ["--at", fr, en]);
        fails(&desk, &["export", BUNDLED, "--to", "a.svg", "--at", at], ["--at", fr, en]);
    }
    // Each option is called by its name.
    std::fs::create_dir(desk.path("maps")).unwrap();
    std::fs::write(desk.path("maps/camps.geojson"), NO_CAMPS).unwrap();
    for option in ["--from", "--until"] {
        for (text, fr, en) in
            [("soon", "pas une date", "not a date"), ("31 nov", "calend", "calen")]
        {
            let new = ["new", "--theatre", "maps", "--to", "new.decamp", option, text];
            let film = ["export", BUNDLED, "--to", "a.mp4", option, text];
            let told = format!("{option} {text}");
            fails(&desk, &new, [&told, fr, en]);
            fails(&desk, &film, [&told, fr, en]);
        }
    }
    let arguments = ["export", BUNDLED, "--to", "a.svg", "--phase", "9"];
    fails(&desk, &arguments, ["--phase 9", "phase", "phase"]);
}

#[test]
fn targets_that_cannot_be_written() {
    let desk = Desk::new();
    let read_only = desk.write("old.svg", "old");
    let mut permissions = std::fs::metadata(&read_only).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&read_only, permissions).unwrap();
    std::fs::create_dir(desk.path("folder.csv")).unwrap();
    for (to, fr, en) in [
        ("old.svg", "protégé en écriture", "write-protected"),
        ("folder.csv", "dossier", "folder"),
        ("none/map.pdf", "vérifiez", "check"),
        ("none/map.geojson", "vérifiez", "check"),
        ("map.docx", ".png, .svg, ", ".png, .svg, "),
        ("map", ".png, .svg, ", ".png, .svg, "),
    ] {
        fails(&desk, &["export", BUNDLED, "--to", to], [to, fr, en]);
    }
    for (to, fr, en) in
        [("old.svg", "protégé en écriture", "write-protected"), ("folder.csv", "dossier", "folder")]
    {
        fails(&desk, &["fmt", BUNDLED, "--to", to], [to, fr, en]);
    }
    assert_eq!(desk.read("old.svg"), b"old");
    let huge = ["export", BUNDLED, "--to", "a.png", "--size", "16384x16384", "--scale", "4"];
    fails(&desk, &huge, ["a.png", "65 536", "65,536"]);
    let table = ["export", BUNDLED, "--to", "a.png", "--table", "movements"];
    fails(&desk, &table, ["a.png", ".csv", ".csv"]);
    let baseline = ["export", BUNDLED, "--to", "a.csv", "--table", "tasks", "--baseline", "x"];
    fails(&desk, &baseline, ["--baseline", "--table slips", "--baseline"]);
}

#[test]
fn words_the_command_line_does_not_know() {
    let desk = Desk::new();
    for arguments in [
        &["check"][..],
        &["snapshot", BUNDLED],
        &["snapshot", BUNDLED, "--at", "2023-08-20", "--track", "dreamt"],
        &["export", BUNDLED, "--to", "a.png", "--size", "0x0"],
        &["export", BUNDLED, "--to", "a.png", "--size", "99999999999x1"],
        &["export", BUNDLED, "--to", "a.png", "--scale", "NaN"],
        &["export", BUNDLED, "--to", "a.png", "--bounds", "2,15,-2,18"],
        &["export", BUNDLED, "--to", "a.png", "--bounds", "-2,15,2,180"],
        &["export", BUNDLED, "--to", "a.png", "--theme", "pink"],
        &["check", BUNDLED, "--lang", "de"],
        &["plan.decamp", "check", BUNDLED],
        &["one", "two"],
    ] {
        let run = desk.run(arguments);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.starts_with("error: "), "{arguments:?}: {}", run.err);
    }
    assert!(desk.files().is_empty());
    for arguments in [&["--help"][..], &["help"], &["export", "--help"], &["--version"]] {
        let run = desk.run(arguments);
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{arguments:?}");
        assert!(run.out.contains("decamp"));
    }
}

#[test]
fn without_a_display_the_window_says_what_works() {
    let desk = Desk::new();
    for arguments in [&[][..], &[BUNDLED]] {
        if cfg!(target_os = "linux") {
            fails(&desk, arguments, ["decamp snapshot PLAN --at DATE", "fenêtre", "window"]);
        }
    }
    fails(&desk, &["chekc"], ["chekc", "vérifiez", "check"]);
    fails(&desk, &["builtin:other"], ["builtin:other", BUNDLED, BUNDLED]);
}

/// As `decamp check … | head -1` does.
#[test]
fn a_reader_may_stop_listening() {
    let desk = Desk::new();
    let mut command = desk.command(&["schema"]);
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it is there");
    drop(child.stdout.take());
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""));
}

#[cfg(unix)]
#[test]
fn paths_need_not_be_text() {
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::new();
    let name = std::ffi::OsStr::from_bytes(b"plan\xFF\x1b[31m.decamp");
    let run = cli_common::Run::of(desk.command(&["check"]).arg(name).output().unwrap());
    assert_eq!(run.status, 2);
    assert!(!run.err.contains('\x1b'), "{:?}", run.err);
    std::fs::write(desk.folder.path().join(name), plan_with("")).unwrap();
    let output = desk.command(&["check"]).arg(name).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
}
