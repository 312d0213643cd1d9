//! A large map does not stop the window: it is read on a thread.
#![cfg(feature = "gui")]

mod window_common;

#[cfg(unix)]
use std::{process::Command, time::Duration};

use decamp::i18n::Lang;
use eframe::egui::Role;
use egui_kittest::kittest::Queryable;
use window_common::open_window;

const RIVER: &str = r#"{"type":"FeatureCollection","features":[{"type":"Feature","id":"r",
    "properties":{},"geometry":{"type":"LineString","coordinates":[[30,-1],[30.5,-1.5]]}}]}"#;

/// Closed, so that the map has a note on it.
const SECTOR: &str = r#"{"type":"FeatureCollection","features":[{"type":"Feature","id":"s",
    "properties":{"name":"Plateau"},"geometry":{"type":"Polygon",
    "coordinates":[[[30,-2],[31,-2],[31,-1],[30,-1]]]}}]}"#;

const PLAN: &str = r#"{"format": "decamp-plan", "version": 1, "title": "T", "theatre": "./map/"}"#;

/// What the bar at the foot of the window is called.
const READING: &str = "Reading the map…";

/// A file that a program writes while another reads it: reading it lasts until the test
/// has written it, on any machine.
#[cfg(unix)]
#[test]
fn a_map_is_read_while_the_window_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("map")).unwrap();
    let rivers = folder.path().join("map/rivers.geojson");
    assert!(Command::new("mkfifo").arg(&rivers).status().unwrap().success());
    std::fs::write(folder.path().join("map/sectors.geojson"), SECTOR).unwrap();
    let plan = folder.path().join("plan.decamp");
    std::fs::write(&plan, PLAN).unwrap();

    let mut driven = open_window(Lang::En, Some(&plan));
    for _ in 0..5 {
        driven.get_by_role_and_label(Role::ProgressIndicator, READING);
        driven.step();
    }
    assert!(!driven.state().notes().iter().any(|note| note.contains("sectors.geojson")));
    std::fs::write(&rivers, RIVER).unwrap();
    while driven.query_by_role_and_label(Role::ProgressIndicator, READING).is_some() {
        driven.step();
        std::thread::sleep(Duration::from_millis(5));
    }
    driven.run_steps(3);
    // What the map says of itself is there: its outline was closed.
    assert!(driven.state().notes().iter().any(|note| note.contains("sectors.geojson")));
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
