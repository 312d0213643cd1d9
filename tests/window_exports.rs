//! Exporting from the window: the dialog, two exports at once, one that is stopped,
//! one that fails.
#![cfg(feature = "gui")]

mod window_common;

use std::path::Path;
use std::time::{Duration, Instant};

use decamp::i18n::Lang;
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use window_common::{Driven, open_window, press};

const STOP: &str = "Stop the export";
const FILE: &str = "Path of the file";
const FOLDER: &str = "Path of the folder";

fn ask(driven: &mut Driven) {
    press(driven, Modifiers::COMMAND, Key::E);
    driven.run_steps(2);
}

fn click(driven: &mut Driven, button: &str) {
    driven.get_by_role_and_label(Role::Button, button).click();
    driven.run_steps(3);
}

/// Chooses an answer in a box of the dialog.
fn choose(driven: &mut Driven, question: &str, answer: &str) {
    driven.get_by_role_and_label(Role::ComboBox, question).click();
    driven.run_steps(3);
    // A phase has a button in the outline as well, which lies below.
    driven.get_all_by_role_and_label(Role::Button, answer).last().unwrap().click();
    driven.run_steps(3);
}

/// The path as the dialog has it.
fn path_of(driven: &Driven) -> String {
    driven.get_by_role_and_label(Role::TextInput, FILE).value().unwrap()
}

fn type_path(driven: &mut Driven, field: &str, path: &Path) {
    let typed = |driven: &mut Driven, then: &dyn Fn(egui_kittest::Node)| {
        then(driven.get_by_role_and_label(Role::TextInput, field));
        driven.run_steps(2);
    };
    typed(driven, &|node| node.focus());
    press(driven, Modifiers::COMMAND, Key::A);
    typed(driven, &|node| node.type_text(path.to_str().unwrap()));
}

/// Lets exports go on until none is under way.
fn wait(driven: &mut Driven) {
    let begun = Instant::now();
    while driven.query_all_by_label(STOP).next().is_some() {
        assert!(begun.elapsed() < Duration::from_secs(300), "it does not end");
        std::thread::sleep(Duration::from_millis(20));
        driven.step();
    }
    driven.run_steps(3);
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Width and height of a PNG file.
fn png_size(path: &Path) -> (u32, u32) {
    let file = std::io::BufReader::new(std::fs::File::open(path).unwrap());
    let reader = png::Decoder::new(file).read_info().unwrap();
    (reader.info().width, reader.info().height)
}

#[test]
fn a_picture_has_the_size_chosen_and_the_next_one_begins_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut driven = open_window(Lang::En, None);
    ask(&mut driven);
    choose(&mut driven, "Size", "A4 landscape, at 2×");
    driven.get_by_label("1,684 × 1,190 pixels");
    let path = folder.path().join("map");
    type_path(&mut driven, FILE, &path);
    press(&mut driven, Modifiers::NONE, Key::Enter);
    wait(&mut driven);
    // The name has the ending of the format.
    assert_eq!(names(folder.path()), ["map.png"]);
    assert_eq!(png_size(&folder.path().join("map.png")), (1684, 1190));

    ask(&mut driven);
    driven.get_by_label("1,684 × 1,190 pixels");
    let path = path_of(&driven);
    assert!(Path::new(&path).starts_with(folder.path()), "{path}");
}

#[test]
fn a_file_that_is_there_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.csv");
    std::fs::write(&path, "old").unwrap();
    let mut driven = open_window(Lang::En, None);
    ask(&mut driven);
    click(&mut driven, "Table");
    choose(&mut driven, "Language", "French");
    type_path(&mut driven, FILE, &path);
    click(&mut driven, "Export");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "old");
    click(&mut driven, "Replace");
    wait(&mut driven);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("\u{feff}Identifiant;"), "{text}");
}

#[test]
fn the_length_of_a_film_is_told_while_it_is_chosen() {
    let mut driven = open_window(Lang::En, None);
    ask(&mut driven);
    click(&mut driven, "Film");
    // 15 July to 31 August is 47 days on, at 5 a second, and a second at either end.
    choose(&mut driven, "Days", "Phase 1: smallest and most remote bases");
    driven.get_by_label("11.4 s, 342 frames");
    click(&mut driven, "GIF");
    driven.get_by_label("11.4 s, 114 frames");
    let path = path_of(&driven);
    assert!(path.ends_with(".gif"), "{path}");
    // A path that is typed chooses the format as well.
    type_path(&mut driven, FILE, Path::new("film.frames"));
    driven.get_by_label("11.4 s, 342 files");
    // The plan has chapters: they are offered.
    driven.get_by_role_and_label(Role::ComboBox, "Days").click();
    driven.run_steps(3);
    driven.get_by_label("The playback loop");
    driven.get_by_label("The chapters");
}

#[test]
fn what_a_format_cannot_be_is_told_before_it_begins() {
    let mut driven = open_window(Lang::En, None);
    ask(&mut driven);
    click(&mut driven, "Film");
    choose(&mut driven, "Size", "3840 × 2160 (4K)");
    assert!(driven.query_by_label_contains("cannot be made").is_none());
    driven.get_by_role_and_label(Role::SpinButton, "Pixels to the point").set_value_accesskit(3.0);
    driven.run_steps(3);
    driven.get_by_label_contains("5,760 × 3,240 pixels cannot be made");
}

#[test]
fn a_long_film_is_stopped_and_leaves_nothing() {
    for (format, name) in [("MP4 (H.264)", "a.mp4"), ("Series of PNGs (folder)", "a.frames")] {
        let folder = tempfile::tempdir().unwrap();
        let mut driven = open_window(Lang::En, None);
        ask(&mut driven);
        click(&mut driven, "Film");
        click(&mut driven, format);
        let field = if name.ends_with("mp4") { FILE } else { FOLDER };
        type_path(&mut driven, field, &folder.path().join(name));
        click(&mut driven, "Export");
        // The plan can be edited meanwhile, and the program asks before it stops this.
        driven.get_by_label_contains(name);
        click(&mut driven, STOP);
        wait(&mut driven);
        driven.get_by_label_contains("nothing was written");
        assert!(names(folder.path()).is_empty(), "{:?}", names(folder.path()));
    }
}

#[test]
fn two_exports_at_once_are_both_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut driven = open_window(Lang::En, None);
    for name in ["one.png", "two.svg"] {
        ask(&mut driven);
        type_path(&mut driven, FILE, &folder.path().join(name));
        click(&mut driven, "Export");
    }
    wait(&mut driven);
    assert_eq!(names(folder.path()), ["one.png", "two.svg"]);
}

#[test]
fn an_export_that_fails_leads_back_to_where_it_can_be_mended() {
    let folder = tempfile::tempdir().unwrap();
    let gone = folder.path().join("gone");
    let mut driven = open_window(Lang::En, None);
    ask(&mut driven);
    type_path(&mut driven, FILE, &gone.join("a.png"));
    click(&mut driven, "Export");
    wait(&mut driven);
    driven.get_by_label_contains("gone");
    click(&mut driven, "Close");
    // The dialog is in its place a frame after it has its size.
    driven.run_steps(3);
    let path = path_of(&driven);
    assert!(path.ends_with("a.png"), "{path}");
    std::fs::create_dir(&gone).unwrap();
    click(&mut driven, "Export");
    wait(&mut driven);
    assert_eq!(names(&gone), ["a.png"]);
}
