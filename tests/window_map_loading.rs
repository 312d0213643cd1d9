//! A large map does not stop the window: it is read on a thread.
#![cfg(feature = "gui")]

mod window_common;

use std::fmt::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use decamp::i18n::Lang;
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use tempfile::TempDir;
use window_common::{Driven, open_window, press};

/// A river of so many points, as a file.
fn river(points: usize) -> String {
    let mut line = String::new();
    for i in 0..points {
        let comma = if i == 0 { "" } else { "," };
        let (lon, lat) = (30.0 + i as f64 * 1e-6, -1.0 + (i as f64 * 0.01).sin() * 0.01);
        write!(line, "{comma}[{lon:.7},{lat:.7}]").unwrap();
    }
    format!(
        r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","id":"r","properties":{{}},
        "geometry":{{"type":"LineString","coordinates":[{line}]}}}}]}}"#
    )
}

/// Closed, so that the map has a note on it.
const SECTOR: &str = r#"{"type":"FeatureCollection","features":[{"type":"Feature","id":"s",
    "properties":{"name":"Plateau"},"geometry":{"type":"Polygon",
    "coordinates":[[[30,-2],[31,-2],[31,-1],[30,-1]]]}}]}"#;

const PLAN: &str = r#"{"format": "decamp-plan", "version": 1, "title": "T", "theatre": "./map/",
    "chapters": [{"id": "c", "title": "C"}]}"#;

/// What the bar at the foot of the window is called.
const READING: &str = "Reading the map…";

/// A plan on a large map.
fn large(folder: &TempDir) -> PathBuf {
    std::fs::create_dir(folder.path().join("map")).unwrap();
    std::fs::write(folder.path().join("map/rivers.geojson"), river(1_500_000)).unwrap();
    std::fs::write(folder.path().join("map/sectors.geojson"), SECTOR).unwrap();
    let plan = folder.path().join("plan.decamp");
    std::fs::write(&plan, PLAN).unwrap();
    plan
}

/// The window with such a plan, while its map is still being read.
fn open_large(folder: &TempDir) -> Driven {
    let driven = open_window(Lang::En, Some(&large(folder)));
    assert!(
        driven.query_by_role_and_label(Role::ProgressIndicator, READING).is_some(),
        "it is still being read"
    );
    driven
}

#[test]
fn a_large_map_is_read_while_the_window_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let mut driven = open_large(&folder);
    let start = Instant::now();
    let mut frames = 0;
    while driven.query_by_role_and_label(Role::ProgressIndicator, READING).is_some() {
        assert!(start.elapsed() < Duration::from_secs(120), "it is never there");
        driven.step();
        frames += 1;
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(frames > 1, "the window went on meanwhile");
    driven.run_steps(3);
    // What the map says of itself is there: its outline was closed.
    assert!(driven.state().notes().iter().any(|note| note.contains("sectors.geojson")));
}

#[test]
fn a_map_that_is_being_read_arrives_in_a_presentation() {
    let folder = tempfile::tempdir().unwrap();
    let mut driven = open_large(&folder);
    press(&mut driven, Modifiers::NONE, Key::F5);
    let start = Instant::now();
    // What the map says of itself: its outline was closed.
    while !driven.state().notes().iter().any(|note| note.contains("sectors.geojson")) {
        assert!(start.elapsed() < Duration::from_secs(120), "it is never there");
        assert!(driven.state().presented().is_some(), "it presents");
        driven.step();
        std::thread::sleep(Duration::from_millis(5));
    }
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
