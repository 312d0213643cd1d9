//! The plan's own layers in the window: dropped, chosen, put in order, saved elsewhere.
#![cfg(feature = "gui")]

mod window_common;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use decamp::file;
use decamp::geo::LonLat;
use decamp::i18n::Lang;
use decamp::plan::Layer;
use eframe::egui::{DroppedFile, Key, Modifiers, Role, vec2};
use egui_kittest::kittest::Queryable;
use tempfile::TempDir;
use window_common::map::{at, click, drag, release};
use window_common::{Driven, open_window, press, type_over};

const PLAN: &str = r#"{"format": "decamp-plan", "version": 1, "title": "T", "theatre": "mali"}"#;

/// A file on its way onto the window.
#[derive(Debug)]
struct OnItsWay(PathBuf);

impl DroppedFile for OnItsWay {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

fn drop_files(driven: &mut Driven, files: &[PathBuf]) {
    for file in files {
        driven.input_mut().dropped_files.push(Arc::new(OnItsWay(file.clone())));
    }
    driven.run_steps(4);
}

/// A folder with a plan, and with layers beside it.
fn desk() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let layers = folder.path().join("layers");
    fs::create_dir(&layers).unwrap();
    for name in ["made-up.geojson", "made-up.gpkg", "made-up.kml"] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/layers").join(name);
        fs::copy(from, layers.join(name)).unwrap();
    }
    let plan = folder.path().join("plan.decamp");
    fs::write(&plan, PLAN).unwrap();
    (folder, plan)
}

/// The plan of a desk with files of its layers dropped onto it, one after the other.
fn open_with((folder, plan): &(TempDir, PathBuf), names: &[&str]) -> Driven {
    let mut driven = open_window(Lang::En, Some(plan));
    for name in names {
        drop_files(&mut driven, &[folder.path().join("layers").join(name)]);
    }
    driven.run_steps(12);
    driven
}

/// Into the built-in file dialog.
fn type_path(driven: &mut Driven, path: &Path) {
    let field = (Role::TextInput, "Path of the file");
    driven.get_by_role_and_label(field.0, field.1).focus();
    driven.run_steps(2);
    press(driven, Modifiers::COMMAND, Key::A);
    driven.get_by_role_and_label(field.0, field.1).type_text(path.to_str().unwrap());
    driven.run_steps(2);
    press(driven, Modifiers::NONE, Key::Enter);
    driven.run_steps(3);
}

fn layers(driven: &Driven) -> Vec<Layer> {
    driven.state().plan().layers().iter().map(|layer| (**layer).clone()).collect()
}

fn paths(driven: &Driven) -> Vec<String> {
    layers(driven).into_iter().map(|layer| layer.path).collect()
}

#[test]
fn files_dropped_onto_the_window_are_laid_over_the_map() {
    let (folder, plan) = desk();
    let mut driven = open_window(Lang::En, Some(&plan));
    let dropped =
        ["made-up.geojson", "made-up.kml"].map(|name| folder.path().join("layers").join(name));
    drop_files(&mut driven, &dropped);
    assert_eq!(paths(&driven), ["layers/made-up.geojson", "layers/made-up.kml"]);
    let found = layers(&driven);
    assert_ne!(found[0].id, found[1].id);
    let color = |layer: &Layer| layer.style.as_ref().unwrap().color.clone();
    assert_ne!(color(&found[0]), color(&found[1]));
    // Each says what it holds, and which properties can be written on the map.
    driven.get_all_by_label("made-up").next().unwrap().click();
    driven.run_steps(4);
    driven.get_by_label("1 area · 1 line · 2 points");
    driven.get_by_label("code").click();
    driven.run_steps(3);
    let label = |driven: &Driven| layers(driven)[0].style.as_ref().unwrap().label.clone();
    assert_eq!(label(&driven).as_deref(), Some("code"));
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert_eq!(label(&driven), None);

    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert_eq!(layers(&driven), [], "one step for both");

    // A plan among them is opened.
    let other = folder.path().join("other.decamp");
    fs::write(&other, PLAN.replace("\"T\"", "\"Other\"")).unwrap();
    drop_files(&mut driven, &[other]);
    let title = &driven.state().plan().header().title;
    assert_eq!(title.in_language("en"), "Other");
}

#[test]
fn a_layer_is_chosen_by_its_path_and_found_from_where_the_plan_is_saved() {
    let (folder, plan) = desk();
    let mut driven = open_window(Lang::En, Some(&plan));
    driven.get_by_label_contains("Layers (0)").click();
    driven.run_steps(12);
    driven.get_by_role_and_label(Role::Button, "Add a layer…").click();
    driven.run_steps(3);
    let file = folder.path().join("layers/made-up.kml");
    type_path(&mut driven, &file);
    assert_eq!(paths(&driven), ["layers/made-up.kml"]);

    // Into a folder below: the layer stays where it is.
    fs::create_dir(folder.path().join("below")).unwrap();
    let below = folder.path().join("below/plan.decamp");
    press(&mut driven, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    driven.run_steps(2);
    type_path(&mut driven, &below);
    assert!(driven.state().is_saved());
    assert_eq!(paths(&driven), ["../layers/made-up.kml"]);
    assert_eq!(file::open(&below).unwrap().plan, **driven.state().plan());
    // Whose file is found from there: nothing is wrong with it.
    assert!(driven.query_by_label_contains("is not drawn").is_none());
}

#[test]
fn layers_are_hidden_and_put_in_order_and_each_is_a_step() {
    let (folder, plan) = desk();
    let mut driven = open_window(Lang::En, Some(&plan));
    let dropped =
        ["made-up.geojson", "made-up.kml"].map(|name| folder.path().join("layers").join(name));
    drop_files(&mut driven, &dropped);
    driven.run_steps(12);
    let ids = |driven: &Driven| -> Vec<String> {
        layers(driven).iter().map(|layer| layer.id.to_string()).collect()
    };
    assert_eq!(ids(&driven), ["made-up", "made-up-2"]);
    for (search, count) in [("made", 1), ("nothing", 0), ("", 1)] {
        type_over(&mut driven, "Search", search);
        if search.is_empty() {
            press(&mut driven, Modifiers::NONE, Key::Delete);
        }
        driven.run_steps(12);
        let groups = driven.query_all_by_label_contains("Layers (2)").count();
        assert_eq!(groups, count, "{search:?}");
    }
    driven.get_all_by_label("Move “made-up” down").next().unwrap().click();
    driven.run_steps(3);
    assert_eq!(ids(&driven), ["made-up-2", "made-up"]);
    driven.get_all_by_label("Hide “made-up”").next().unwrap().click();
    driven.run_steps(3);
    assert_eq!(layers(&driven).iter().map(|it| it.hidden).collect::<Vec<_>>(), [true, false]);
    driven.get_by_label("Show “made-up”").click();
    driven.run_steps(3);
    assert!(layers(&driven).iter().all(|it| !it.hidden));
    for _ in 0..3 {
        press(&mut driven, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(ids(&driven), ["made-up", "made-up-2"]);
}

#[test]
fn a_file_that_changed_is_read_again_when_it_is_asked_for() {
    let desk = desk();
    let mut driven = open_with(&desk, &["made-up.geojson"]);
    let file = desk.0.path().join("layers/made-up.geojson");
    let is_noted = |driven: &Driven| {
        driven.state().notes().iter().any(|note| note.contains("made-up.geojson"))
    };
    assert!(!is_noted(&driven));
    // An open ring is closed, and noted.
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace(", [-2.0, 15.5]]", "]")).unwrap();
    driven.run_steps(4);
    assert!(!is_noted(&driven), "nobody asked for it");
    driven.get_by_label("Reload").click();
    driven.run_steps(4);
    assert!(is_noted(&driven), "{:?}", driven.state().notes());
}

#[test]
fn a_geopackage_is_a_layer_like_any_other() {
    let desk = desk();
    let mut driven = open_with(&desk, &["made-up.gpkg"]);
    assert_eq!(paths(&driven), ["layers/made-up.gpkg"]);
    driven.get_all_by_label("made-up").next().unwrap().click();
    driven.run_steps(4);
    driven.get_by_label("1 area · 2 points");
    // Its notes are those of a row: what has no place is left out.
    let notes = driven.state().notes();
    assert!(notes.iter().any(|note| note.contains("made-up.gpkg (wells), feature 3")), "{notes:?}");
    // One of its tables alone.
    driven.get_by_label("zones").click();
    driven.run_steps(12);
    assert_eq!(paths(&driven), ["layers/made-up.gpkg|layername=zones"]);
    driven.get_by_label("1 area");
    driven.get_by_label("all").click();
    driven.run_steps(12);
    assert_eq!(paths(&driven), ["layers/made-up.gpkg"]);
}

#[test]
fn a_feature_is_clicked_on_the_map_and_told_in_the_inspector() {
    let desk = desk();
    let mut driven = open_with(&desk, &["made-up.geojson"]);
    let place = |lon, lat| LonLat::new(lon, lat).unwrap();
    let chosen = |driven: &Driven| driven.state().chosen_feature().map(|(_, number)| number);
    assert_eq!(chosen(&driven), None);
    // The pointer is told its name and what else it is.
    let well = at(&driven, place(0.6, 17.0));
    driven.hover_at(well);
    driven.run_steps(3);
    driven.get_by_label("code: P1");
    click(&mut driven, well);
    assert_eq!(chosen(&driven), Some(3));
    driven.get_by_label("Feature 4 of 4");
    assert!(driven.query_all_by_label("Puits").count() >= 1);
    // An area beneath nothing else.
    let zone = at(&driven, place(-1.8, 17.3));
    click(&mut driven, zone);
    assert_eq!(chosen(&driven), Some(0));
    driven.get_by_label("Feature 1 of 4");
    // The keys go from one to the next, and around the end.
    for (button, expect) in [
        ("Next feature", 1),
        ("Next feature", 2),
        ("Previous feature", 1),
        ("Previous feature", 0),
        ("Previous feature", 3),
    ] {
        driven.get_by_role_and_label(Role::Button, button).focus();
        driven.run_steps(2);
        press(&mut driven, Modifiers::NONE, Key::Enter);
        driven.run_steps(3);
        assert_eq!(chosen(&driven), Some(expect), "{button}");
    }
    // Nothing is there: nothing is selected, and the plan is as it was.
    let steps = layers(&driven);
    let nothing = at(&driven, place(-7.0, 22.0));
    click(&mut driven, nothing);
    assert_eq!((chosen(&driven), driven.state().selected().count()), (None, 0));
    assert_eq!(layers(&driven), steps);
}

#[test]
fn a_feature_stays_chosen_while_its_file_is_the_same() {
    let desk = desk();
    let folder = desk.0.path().join("layers");
    fs::rename(folder.join("made-up.kml"), folder.join("other.kml")).unwrap();
    let mut driven = open_with(&desk, &["made-up.geojson", "other.kml"]);
    let chosen = |driven: &Driven| driven.state().chosen_feature().map(|(_, number)| number);
    // Below the points of the other file, which are the same.
    driven.get_by_label("Hide “other”").click();
    driven.run_steps(3);
    let well = at(&driven, LonLat::new(0.6, 17.0).unwrap());
    click(&mut driven, well);
    let number = chosen(&driven);
    assert!(number.is_some());
    for (key, left) in [(Key::Z, 2), (Key::Z, 1), (Key::Y, 2)] {
        press(&mut driven, Modifiers::COMMAND, key);
        driven.run_steps(12);
        assert_eq!((layers(&driven).len(), chosen(&driven)), (left, number), "{key:?}");
    }
    driven.get_by_label("Reload").click();
    driven.run_steps(12);
    assert_eq!(chosen(&driven), None, "another may have its number now");
}

#[test]
fn a_feature_out_of_sight_is_brought_into_view() {
    let desk = desk();
    let far = r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"Near"},"geometry":{"type":"Point","coordinates":[0,17]}},
        {"type":"Feature","properties":{"name":"Far"},"geometry":{"type":"Point","coordinates":[120,-30]}}]}"#;
    fs::write(desk.0.path().join("layers/far.geojson"), far).unwrap();
    let mut driven = open_with(&desk, &["far.geojson"]);
    driven.get_all_by_label("far").next().unwrap().click();
    driven.run_steps(4);
    driven.get_by_label("2 features");
    let before = driven.state().map_camera().unwrap();
    let next = |driven: &mut Driven| {
        driven.get_by_role_and_label(Role::Button, "Next feature").click();
        driven.run_steps(4);
        driven.state().map_camera().unwrap()
    };
    assert_eq!(next(&mut driven), before, "it is in sight");
    let after = next(&mut driven);
    assert!((after.center.lon() - 120.0).abs() < 0.01 && (after.center.lat() + 30.0).abs() < 0.01);
    assert!((after.zoom - before.zoom).abs() < 1e-9);
}

#[test]
fn layers_are_dragged_into_order() {
    let desk = desk();
    let folder = desk.0.path().join("layers");
    for ending in ["geojson", "kml", "gpkg"] {
        let [from, to] = ["made-up", ending].map(|name| folder.join(format!("{name}.{ending}")));
        fs::copy(from, to).unwrap();
    }
    let mut driven = open_with(&desk, &["geojson.geojson", "kml.kml", "gpkg.gpkg"]);
    let ids =
        |driven: &Driven| layers(driven).iter().map(|it| it.id.to_string()).collect::<Vec<_>>();
    // The one that was added last is on top.
    assert_eq!(ids(&driven), ["gpkg", "kml", "geojson"]);
    // By its name in the outline, the button of which tells it from the map's legend.
    let row = |driven: &Driven, name: &str| {
        driven.get_by_label(&format!("Hide “{name}”")).rect().center() + vec2(40.0, 0.0)
    };
    for (name, onto, by, expect) in [
        ("gpkg", "geojson", 9.0, ["kml", "geojson", "gpkg"]),
        ("gpkg", "kml", -9.0, ["gpkg", "kml", "geojson"]),
        ("kml", "gpkg", -40.0, ["kml", "gpkg", "geojson"]),
        ("geojson", "gpkg", -9.0, ["kml", "geojson", "gpkg"]),
        // Where it is: no step.
        ("geojson", "kml", 9.0, ["kml", "geojson", "gpkg"]),
    ] {
        let (from, to) = (row(&driven, name), row(&driven, onto) + vec2(0.0, by));
        drag(&mut driven, from, to - from);
        release(&mut driven);
        assert_eq!(ids(&driven), expect, "{name} to {onto}");
    }
    for expect in [
        ["kml", "gpkg", "geojson"],
        ["gpkg", "kml", "geojson"],
        ["kml", "geojson", "gpkg"],
        ["gpkg", "kml", "geojson"],
    ] {
        press(&mut driven, Modifiers::COMMAND, Key::Z);
        assert_eq!(ids(&driven), expect, "each is one step");
    }
}

#[test]
fn a_map_beside_the_plan_is_found_from_where_the_plan_is_saved() {
    let (folder, plan) = desk();
    let maps = folder.path().join("maps");
    fs::create_dir(&maps).unwrap();
    let coast = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/theatres/coast");
    for entry in fs::read_dir(coast).unwrap() {
        let file = entry.unwrap().path();
        fs::copy(&file, maps.join(file.file_name().unwrap())).unwrap();
    }
    fs::write(&plan, PLAN.replace("mali", "maps/")).unwrap();
    let mut driven = open_window(Lang::En, Some(&plan));
    drop_files(&mut driven, &[folder.path().join("layers/made-up.kml")]);
    let theatre = |driven: &Driven| driven.state().plan().header().theatre.clone();
    fs::create_dir(folder.path().join("below")).unwrap();
    for (to, expect, layer) in [
        ("below/plan.decamp", "../maps/", "../layers/made-up.kml"),
        ("maps/plan.decamp", "./", "../layers/made-up.kml"),
        ("plan.decamp", "maps/", "layers/made-up.kml"),
    ] {
        let file = folder.path().join(to);
        press(&mut driven, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
        driven.run_steps(2);
        type_path(&mut driven, &file);
        driven.run_steps(2);
        if driven.query_by_role_and_label(Role::Button, "Replace").is_some() {
            driven.get_by_role_and_label(Role::Button, "Replace").click();
            driven.run_steps(3);
        }
        assert!(driven.state().is_saved(), "{to}");
        assert_eq!((theatre(&driven).as_str(), paths(&driven)), (expect, vec![layer.to_owned()]));
        assert_eq!(file::open(&file).unwrap().plan, **driven.state().plan());
    }
}

#[test]
fn a_layer_on_another_machine_is_noted_and_not_looked_for() {
    let (folder, plan) = desk();
    let layers = r#""layers": [{"id": "far", "path": "//server/share/roads.kml", "name": "Far"}]"#;
    fs::write(&plan, PLAN.replace("\"theatre\"", &format!("{layers}, \"theatre\""))).unwrap();
    let mut driven = open_window(Lang::En, Some(&plan));
    driven.run_steps(6);
    // Saved elsewhere it says the same.
    fs::create_dir(folder.path().join("below")).unwrap();
    press(&mut driven, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    driven.run_steps(2);
    type_path(&mut driven, &folder.path().join("below/plan.decamp"));
    assert_eq!(paths(&driven), ["//server/share/roads.kml"]);
    driven.get_by_role_and_label(Role::Tab, "Problems (1)").click();
    driven.run_steps(6);
    let told = driven.query_all_by_label_contains("cannot have a network path opened");
    assert!(told.count() > 0);
}
