//! A large map does not stop the window: it is read on a thread.
#![cfg(feature = "gui")]

mod window_common;

#[cfg(unix)]
use std::{path::PathBuf, process::Command, time::Duration};

use decamp::i18n::Lang;
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use tempfile::TempDir;
use window_common::{Driven, open_window, press};

const RIVER: &str = r#"{"type":"FeatureCollection","features":[{"type":"Feature","id":"r",
    "properties":{},"geometry":{"type":"LineString","coordinates":[[30,-1],[30.5,-1.5]]}}]}"#;

/// Closed, so that the map has a note on it.
const SECTOR: &str = r#"{"type":"FeatureCollection","features":[{"type":"Feature","id":"s",
    "properties":{"name":"Plateau"},"geometry":{"type":"Polygon",
    "coordinates":[[[30,-2],[31,-2],[31,-1],[30,-1]]]}}]}"#;

const PLAN: &str = r#"{"format": "decamp-plan", "version": 1, "title": "T", "theatre": "./map/",
    "chapters": [{"id": "c", "title": "C"}]}"#;

/// What the bar at the foot of the window is called.
const READING: &str = "Reading the map…";

/// The window with a plan whose map is read until the test has written it: one of its
/// files is a pipe, so that it lasts as long on any machine.
#[cfg(unix)]
fn open_slow(folder: &TempDir) -> (Driven, PathBuf) {
    let map = folder.path().join("map");
    std::fs::create_dir(&map).unwrap();
    std::fs::write(map.join("sectors.geojson"), SECTOR).unwrap();
    let rivers = map.join("rivers.geojson");
    assert!(Command::new("mkfifo").arg(&rivers).status().unwrap().success());
    let plan = folder.path().join("plan.decamp");
    std::fs::write(&plan, PLAN).unwrap();
    let driven = open_window(Lang::En, Some(&plan));
    driven.get_by_role_and_label(Role::ProgressIndicator, READING);
    (driven, rivers)
}

/// What the map says of itself: its outline was closed.
#[cfg(unix)]
fn is_there(driven: &Driven) -> bool {
    driven.state().notes().iter().any(|note| note.contains("sectors.geojson"))
}

/// Frames until the map is there.
#[cfg(unix)]
fn wait(driven: &mut Driven) {
    while !is_there(driven) {
        driven.step();
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[cfg(unix)]
#[test]
fn a_map_is_read_while_the_window_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let (mut driven, rivers) = open_slow(&folder);
    for _ in 0..5 {
        driven.step();
        driven.get_by_role_and_label(Role::ProgressIndicator, READING);
    }
    assert!(!is_there(&driven));
    std::fs::write(&rivers, RIVER).unwrap();
    wait(&mut driven);
    driven.run_steps(3);
    assert!(driven.query_by_role_and_label(Role::ProgressIndicator, READING).is_none());
}

#[cfg(unix)]
#[test]
fn a_map_that_is_being_read_arrives_in_a_presentation() {
    let folder = tempfile::tempdir().unwrap();
    let (mut driven, rivers) = open_slow(&folder);
    press(&mut driven, Modifiers::NONE, Key::F5);
    std::fs::write(&rivers, RIVER).unwrap();
    wait(&mut driven);
    assert!(driven.state().presented().is_some(), "it presents");
}

#[test]
fn a_map_that_is_not_there_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.decamp");
    std::fs::write(&plan, PLAN).unwrap();
    let mut driven = open_window(Lang::En, Some(&plan));
    driven.run_steps(3);
    assert!(driven.state().notes().iter().any(|note| note.contains("no map file")));
}
