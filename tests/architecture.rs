//! The rooms of the program and what each may use: the table of ARCHITECTURE.md.

mod architecture_scan;

use std::path::{Path, PathBuf};

use architecture_scan::{Use, uses};

/// Each room with the rooms it may use, all of them above it. Its own tests may use
/// any room above it.
const ROOMS: &[(&str, &[&str])] = &[
    ("geo", &[]),
    ("calendar", &[]),
    ("disk", &[]),
    ("job", &[]),
    ("plan", &["geo", "calendar"]),
    ("plan/edit", &["calendar", "plan"]),
    ("theatre", &["geo", "disk"]),
    ("sectors", &["geo", "plan", "theatre"]),
    ("schedule", &["geo", "calendar", "plan", "theatre"]),
    ("film", &["geo", "calendar", "plan"]),
    ("file", &["geo", "calendar", "disk", "plan"]),
    ("import", &["geo", "calendar", "plan", "theatre"]),
    ("compare", &["calendar", "plan", "plan/edit", "schedule", "file"]),
    (
        "i18n",
        &["geo", "calendar", "disk", "plan", "theatre", "schedule", "file", "import", "compare"],
    ),
    ("template", &["geo", "calendar", "plan", "plan/edit", "theatre", "schedule", "i18n"]),
    ("table", &["calendar", "plan", "theatre", "schedule", "file", "i18n"]),
    ("scene", &["geo", "plan"]),
    ("draw", &["geo", "calendar", "plan", "theatre", "schedule", "i18n", "scene"]),
    ("render", &["geo", "scene"]),
    ("board", &["plan"]),
    (
        "export",
        &[
            "geo", "calendar", "disk", "job", "plan", "theatre", "schedule", "film", "file",
            "compare", "i18n", "table", "scene", "draw", "render", "board",
        ],
    ),
    ("settings", &["calendar", "disk", "i18n", "template", "draw"]),
    (
        "cli",
        &[
            "geo", "calendar", "disk", "job", "plan", "theatre", "schedule", "film", "file",
            "import", "compare", "i18n", "scene", "draw", "render", "board", "export", "settings",
        ],
    ),
    (
        "app",
        &[
            "geo",
            "calendar",
            "disk",
            "job",
            "plan",
            "plan/edit",
            "theatre",
            "sectors",
            "schedule",
            "film",
            "file",
            "import",
            "compare",
            "i18n",
            "template",
            "table",
            "scene",
            "draw",
            "render",
            "board",
            "export",
            "settings",
        ],
    ),
    ("main", &["cli", "settings", "app"]),
];

/// Libraries, and the only room that may name each.
const LIBRARIES: &[(&str, &str)] = &[
    ("egui", "app"),
    ("eframe", "app"),
    ("rfd", "app"),
    ("winit", "app"),
    ("mundy", "app"),
    ("chrono", "calendar"),
    ("jiff", "settings"),
    ("rand_chacha", "schedule"),
    ("krilla", "render"),
    ("quick_xml", "theatre"),
    ("rusqlite", "theatre"),
];

/// What writes files or takes them away, apart from tests only in this room.
const WRITING_ROOM: &str = "disk";
const WRITING: &[&[&str]] = &[
    &["fs", "write"],
    &["fs", "rename"],
    &["fs", "copy"],
    &["fs", "hard_link"],
    &["fs", "remove_file"],
    &["fs", "remove_dir"],
    &["fs", "remove_dir_all"],
    &["fs", "create_dir"],
    &["fs", "create_dir_all"],
    &["fs", "DirBuilder"],
    &["fs", "set_permissions"],
    &["File", "create"],
    &["File", "create_new"],
    &["File", "options"],
    &["OpenOptions"],
];

/// Rooms without clock, disk or environment: clippy.toml says what that means.
const PURE: &[&str] = &[
    "geo", "calendar", "plan", "schedule", "film", "import", "compare", "template", "table",
    "scene", "draw", "board",
];

#[test]
fn rooms_use_only_what_they_may() {
    let found = faults_of(&sources(), room_fault);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn libraries_stay_in_their_rooms() {
    let found = faults_of(&sources(), library_fault);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn one_room_writes_files() {
    let found = faults_of(&sources(), writing_fault);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent = |source: &&Source| !source.text.starts_with("//! ");
    let silent: Vec<String> = sources().iter().filter(silent).map(|s| s.path.clone()).collect();
    assert_eq!(silent, Vec::<String>::new(), "a file opens with one `//!` line");
}

/// `cargo test --no-default-features` builds every test that does not say it needs the window.
#[test]
fn tests_of_the_window_say_that_they_need_it() {
    let tests = std::fs::read_dir(root().join("tests")).expect("the tests");
    let mut seen = 0;
    for entry in tests.flatten().filter(|entry| entry.path().is_file()) {
        let Ok(text) = std::fs::read_to_string(entry.path()) else { continue };
        if text.lines().any(|line| line == "mod window_common;") {
            seen += 1;
            let says = text.lines().any(|line| line == "#![cfg(feature = \"gui\")]");
            assert!(says, "{} lacks the feature it needs", entry.path().display());
        }
    }
    assert!(seen > 5, "{seen} tests of the window were found");
}

#[test]
fn pure_rooms_deny_clock_disk_and_environment() {
    for room in PURE {
        let path = format!("src/{room}/mod.rs");
        let text = std::fs::read_to_string(root().join(&path)).unwrap();
        let denies = text.lines().any(|line| line == "#![deny(clippy::disallowed_methods)]");
        assert!(denies, "{path} must deny clippy::disallowed_methods");
    }
    for source in sources().iter().filter(|source| PURE.contains(&source.room)) {
        assert!(!source.text.contains("allow(clippy::disallowed_methods"), "{}", source.path);
    }
}

/// The table itself: rooms use only rooms above them, and every folder is a room.
#[test]
fn the_table_is_in_order_and_whole() {
    for (at, (room, may_use)) in ROOMS.iter().enumerate() {
        for other in *may_use {
            let above = ROOMS[..at].iter().any(|(above, _)| above == other);
            assert!(above, "{other} must stand above {room}");
        }
    }
    let mut folders: Vec<String> = std::fs::read_dir(root().join("src"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    folders.sort();
    let mut rooms: Vec<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
    rooms.retain(|room| !room.contains('/') && *room != "main");
    rooms.sort();
    assert_eq!(rooms, folders);
}

/// What the fences catch, and what they let pass.
#[test]
fn the_fences_catch_violations() {
    let check = |path: &str, text: &str, expect: &[&str]| {
        let source = [Source::of(path.into(), text.into())];
        let mut found = faults_of(&source, room_fault);
        found.extend(faults_of(&source, library_fault));
        found.extend(faults_of(&source, writing_fault));
        assert_eq!(found, expect, "{text}");
    };
    let (map, edit) = ("src/draw/map.rs", "src/plan/edit/command.rs");
    let no_app = "src/draw/map.rs:1: draw may not use crate::app::View";
    for (path, text, expect) in [
        (map, "use crate::app::View;", &[no_app][..]),
        (map, "fn f(v: &crate::app::View) {}", &[no_app]),
        (map, "pub(crate) use crate::{geo::LonLat, app::{View}};", &[no_app]),
        (map, "use super::super::app::View;", &[no_app]),
        (map, "mod a { mod b { use super::super::super::super::app::View; } }", &[no_app]),
        (map, "use decamp::app::View;", &[no_app]),
        (map, "m! { $crate::app::View }", &[no_app]),
        (
            map,
            "// one\n/* two\n */ use crate::file;\nconst S: &str = \"\n\"; use crate::disk;",
            &[
                "src/draw/map.rs:3: draw may not use crate::file",
                "src/draw/map.rs:5: draw may not use crate::disk",
            ],
        ),
        (map, "use crate::*;", &["src/draw/map.rs:1: draw may not use crate::*"]),
        (map, "use crate::cell;", &["src/draw/map.rs:1: draw may not use crate::cell"]),
        (map, "use crate::draw::x; use crate::geo::{self, LonLat as L}; use super::y;", &[]),
        (map, "// use crate::app;\n/* /* */ crate::app */ fn f<'a>() {}", &[]),
        (map, "const S: &str = \"use crate::app; \\\" crate::app\";", &[]),
        (map, "const S: &str = r#\"\" crate::app\"#; const C: char = '\"';", &[]),
        (map, "mod a { use super::b; use super::super::c; fn f() { if crate::geo::X {} } }", &[]),
        (map, "pub(crate) fn f() {} pub(in crate::draw) fn g() {}", &[]),
        (map, "#[cfg(test)]\nmod tests { use crate::file; }", &[]),
        ("src/draw/map/tests.rs", "use crate::file;", &[]),
        (map, "#[cfg(test)]\nmod tests { use crate::app::View; }", &[&no_app.replace('1', "2")]),
        (edit, "use crate::plan::Plan; use super::super::Id; use super::journal;", &[]),
        (edit, "use crate::geo::X;", &[&format!("{edit}:1: plan/edit may not use crate::geo::X")]),
        (
            "src/plan/site.rs",
            "use super::edit::Command;",
            &["src/plan/site.rs:1: plan may not use crate::plan::edit::Command"],
        ),
        ("src/app/look.rs", "use egui::{Ui, Id}; rfd::open();", &[]),
        (map, "use egui::Ui;", &["src/draw/map.rs:1: only app may name egui"]),
        (map, "\nfn f(ui: &mut ::egui::Ui) {}", &["src/draw/map.rs:2: only app may name egui"]),
        (map, "use chrono::Utc;", &["src/draw/map.rs:1: only calendar may name chrono"]),
        (map, "std::fs::write(a, b);", &["src/draw/map.rs:1: only disk may call fs::write"]),
        (map, "use std::fs::{self, write};", &["src/draw/map.rs:1: only disk may call fs::write"]),
        (map, "File::create(a);", &["src/draw/map.rs:1: only disk may call File::create"]),
        (map, "use std::fs::OpenOptions;", &["src/draw/map.rs:1: only disk may call OpenOptions"]),
        (map, "std::fs::read(a); file.write(b); File::open(c); create(d);", &[]),
        ("src/disk/write.rs", "fs::rename(a, b); OpenOptions::new();", &[]),
        (map, "#[cfg(test)]\nmod tests { fn f() { { fs::write(a, b); } } }", &[]),
        (
            map,
            "#[cfg(test)]\nmod tests {}\nfn f() { fs::write(a, b) }",
            &["src/draw/map.rs:3: only disk may call fs::write"],
        ),
    ] {
        check(path, text, expect);
    }
}

struct Source {
    /// From the root of the crate, with `/`.
    path: String,
    text: String,
    room: &'static str,
    /// The names of the modules it lies in, its own last; empty for the root.
    module: Vec<String>,
}

impl Source {
    fn of(path: String, text: String) -> Source {
        let inner = path.strip_prefix("src/").and_then(|p| p.strip_suffix(".rs")).unwrap();
        let mut module: Vec<String> = inner.split('/').map(Into::into).collect();
        if ["mod", "lib"].contains(&module.last().unwrap().as_str()) {
            module.pop();
        }
        let room = room_of(&module).unwrap_or("");
        Source { path, text, room, module }
    }

    /// Whether only tests have this file.
    fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.ends_with("/testing.rs")
    }
}

/// All sources but the root of the library, which only names the rooms.
fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let path = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
                found.push(Source::of(path, text));
            }
        }
    }
    found.retain(|source| source.path != "src/lib.rs");
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(found.len() > 200, "the sources were found");
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The innermost room that a path from the root of the crate leads into.
fn room_of(path: &[String]) -> Option<&'static str> {
    let leads_into = |room: &str| {
        let names: Vec<&str> = room.split('/').collect();
        path.len() >= names.len() && names.iter().zip(path).all(|(name, part)| name == part)
    };
    let rooms = ROOMS.iter().map(|(room, _)| *room).filter(|room| leads_into(room));
    rooms.max_by_key(|room| room.len())
}

fn faults_of(sources: &[Source], fault: fn(&Source, &Use) -> Option<String>) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        for it in uses(&source.text) {
            if let Some(fault) = fault(source, &it) {
                found.push(format!("{}:{}: {fault}", source.path, it.line));
            }
        }
    }
    found
}

fn room_fault(source: &Source, it: &Use) -> Option<String> {
    let path = it.rooted(&source.module)?;
    let row = |room: &str| ROOMS.iter().position(|(name, _)| *name == room);
    let own = row(source.room);
    let may = |room: &str| {
        let above = source.is_test() || it.in_test;
        own.is_some_and(|own| ROOMS[own].1.contains(&room) || above && row(room) < Some(own))
            || room == source.room
    };
    let fine = match room_of(&path) {
        Some(room) => may(room),
        None => path.first()? == "self",
    };
    (!fine).then(|| format!("{} may not use crate::{}", source.room, path.join("::")))
}

fn library_fault(source: &Source, it: &Use) -> Option<String> {
    let first = it.path.first()?;
    let (library, room) = LIBRARIES.iter().find(|(library, _)| library == first)?;
    (source.room != *room).then(|| format!("only {room} may name {library}"))
}

fn writing_fault(source: &Source, it: &Use) -> Option<String> {
    if source.is_test() || it.in_test || source.room == WRITING_ROOM {
        return None;
    }
    let has = |names: &&&[&str]| it.path.windows(names.len()).any(|part| part == **names);
    let names = WRITING.iter().find(has)?;
    Some(format!("only {WRITING_ROOM} may call {}", names.join("::")))
}
