//! Sectors on the map, driven by pointer and keys, and the plan looked at afterwards.
#![cfg(feature = "gui")]

mod window_common;

use decamp::geo::LonLat;
use decamp::plan::Plan;
use eframe::egui::{Key, Modifiers, Role, pos2, vec2};
use egui_kittest::kittest::Queryable;
use serde_json::Value;

use window_common::map::{at, chart, click, click_with, drag_to, hold, place_at, release};
use window_common::{Driven, open_smooth, press, type_over};

/// Two squares side by side: their common border runs from (1, 0) to (1, 1).
const PLAN: &str = r#"{ "format": "decamp-plan", "version": 1, "title": "Squares",
    "theatre": "world", "horizon": { "start": "2023-01-01", "end": "2023-12-31" },
    "sectors": { "type": "FeatureCollection", "features": [
        { "type": "Feature", "id": "west", "properties": { "name": "West", "note": "kept" },
          "geometry": { "type": "Polygon",
            "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]] } },
        { "type": "Feature", "id": "east", "properties": { "name": "East" },
          "geometry": { "type": "Polygon",
            "coordinates": [[[1, 0], [2, 0], [2, 1], [1, 1], [1, 0]]] } } ] },
    "sites": { "type": "FeatureCollection", "features": [
        { "type": "Feature", "id": "alpha", "geometry": { "type": "Point", "coordinates": [0.2, 0.8] },
          "properties": { "name": "Alpha", "kind": "camp", "sector": "west" } } ] } }"#;

/// The squares, with the tool for sectors in use.
fn open() -> Driven {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("squares.decamp");
    std::fs::write(&path, PLAN).unwrap();
    let mut driven = open_smooth(Some(&path));
    // The sea around the squares is in sight as well.
    (0..3).for_each(|_| press(&mut driven, Modifiers::NONE, Key::Minus));
    press(&mut driven, Modifiers::NONE, Key::S);
    driven
}

fn place(lon: f64, lat: f64) -> LonLat {
    LonLat::new(lon, lat).unwrap()
}

/// The feature of a sector as the plan holds it.
fn feature(plan: &Plan, id: &str) -> Option<Value> {
    let features = plan.header().sectors.as_ref()?.value()["features"].as_array()?.clone();
    features.into_iter().find(|feature| feature["id"] == id)
}

/// The corners of the outer ring, without the closing one.
fn corners(driven: &Driven, id: &str) -> Vec<(f64, f64)> {
    let feature = feature(driven.state().plan(), id).unwrap_or_else(|| panic!("no {id}"));
    let ring = feature["geometry"]["coordinates"][0].as_array().unwrap();
    let number = |place: &Value, i: usize| place[i].as_f64().unwrap();
    ring[..ring.len() - 1].iter().map(|place| (number(place, 0), number(place, 1))).collect()
}

fn has(driven: &Driven, id: &str, (lon, lat): (f64, f64)) -> bool {
    let near = |corner: &(f64, f64)| (corner.0 - lon).abs() < 0.02 && (corner.1 - lat).abs() < 0.02;
    corners(driven, id).iter().any(near)
}

/// Chooses a sector by a click in it.
fn choose(driven: &mut Driven, lon: f64, lat: f64) {
    let point = at(driven, place(lon, lat));
    click(driven, point);
}

fn drag_corner(driven: &mut Driven, from: (f64, f64), to: (f64, f64)) {
    let (from, to) = (at(driven, place(from.0, from.1)), at(driven, place(to.0, to.1)));
    drag_to(driven, from, to);
}

fn said(driven: &Driven, text: &str) -> bool {
    driven.query_all_by_label_contains(text).count() > 0
}

#[test]
fn a_common_corner_moves_in_both_sectors_as_one_step() {
    let mut driven = open();
    choose(&mut driven, 0.5, 0.5);
    drag_corner(&mut driven, (1.0, 1.0), (1.2, 1.3));
    assert!(driven.state().is_saved(), "the plan has it when it is released");
    release(&mut driven);
    for id in ["west", "east"] {
        assert!(has(&driven, id, (1.2, 1.3)) && !has(&driven, id, (1.0, 1.0)), "{id}");
    }
    let west = feature(driven.state().plan(), "west").unwrap();
    assert_eq!(west["properties"]["note"], "kept");
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert!(has(&driven, "west", (1.0, 1.0)) && driven.state().is_saved());
}

#[test]
fn escape_gives_a_drag_up() {
    let mut driven = open();
    choose(&mut driven, 0.5, 0.5);
    drag_corner(&mut driven, (0.0, 0.0), (-0.3, -0.3));
    press(&mut driven, Modifiers::NONE, Key::Escape);
    release(&mut driven);
    assert!(driven.state().is_saved());
    assert!(driven.query_by_label("Corner 1 of West").is_some(), "the sector stays chosen");
}

#[test]
fn what_crosses_itself_is_refused_with_a_word() {
    let mut driven = open();
    choose(&mut driven, 0.5, 0.5);
    hold(&mut driven, Modifiers::ALT);
    drag_corner(&mut driven, (0.0, 0.0), (1.5, 0.6));
    release(&mut driven);
    hold(&mut driven, Modifiers::NONE);
    assert!(driven.state().is_saved());
    assert!(said(&driven, "may not cross or touch itself"));
}

#[test]
fn the_middle_of_an_edge_becomes_a_corner_of_both_and_goes_again() {
    let mut driven = open();
    choose(&mut driven, 0.5, 0.5);
    drag_corner(&mut driven, (1.0, 0.5), (0.8, 0.5));
    release(&mut driven);
    for id in ["west", "east"] {
        assert!(has(&driven, id, (0.8, 0.5)), "{id}: {:?}", corners(&driven, id));
        assert_eq!(corners(&driven, id).len(), 5);
    }
    let point = at(&driven, place(0.8, 0.5));
    click_with(&mut driven, point, Modifiers::COMMAND);
    for id in ["west", "east"] {
        assert_eq!(corners(&driven, id).len(), 4, "{id}");
    }
}

#[test]
fn a_corner_near_another_sector_is_drawn_to_it() {
    let mut driven = open();
    // A third sector, away from the others.
    draw(&mut driven, &[(2.5, 0.0), (3.0, 0.0), (3.0, 0.8)]);
    press(&mut driven, Modifiers::NONE, Key::Enter);
    let from = at(&driven, place(2.5, 0.0));
    let target = at(&driven, place(2.0, 0.0));
    drag_to(&mut driven, from, target + vec2(5.0, 4.0));
    release(&mut driven);
    assert!(corners(&driven, "new-sector").contains(&(2.0, 0.0)), "onto the corner itself");
    // Onto an edge: that gets the corner too, so that the border is one.
    let from = at(&driven, place(3.0, 0.8));
    let edge = at(&driven, place(2.0, 0.6));
    drag_to(&mut driven, from, edge + vec2(6.0, 0.0));
    release(&mut driven);
    let new = corners(&driven, "new-sector");
    let common = new.iter().filter(|corner| corners(&driven, "east").contains(corner)).count();
    assert_eq!(common, 2, "{new:?}");
    // Alt: where the pointer is.
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    hold(&mut driven, Modifiers::ALT);
    let from = at(&driven, place(3.0, 0.8));
    drag_to(&mut driven, from, edge + vec2(6.0, 0.0));
    release(&mut driven);
    hold(&mut driven, Modifiers::NONE);
    assert_eq!(corners(&driven, "east").len(), 4);
}

/// Takes up drawing, and clicks these corners.
fn draw(driven: &mut Driven, corners: &[(f64, f64)]) {
    driven.get_by_label("New sector").click();
    driven.run_steps(2);
    for (lon, lat) in corners {
        let point = at(driven, place(*lon, *lat));
        click(driven, point);
        driven.run_steps(40);
    }
}

#[test]
fn a_new_sector_is_drawn_named_moved_and_removed() {
    let mut driven = open();
    draw(&mut driven, &[(3.0, 0.2), (3.9, 0.2), (3.9, 0.9), (3.5, 1.4), (3.0, 0.9)]);
    press(&mut driven, Modifiers::NONE, Key::Backspace);
    press(&mut driven, Modifiers::NONE, Key::Enter);
    assert_eq!(corners(&driven, "new-sector").len(), 4);
    type_over(&mut driven, "Name of the sector", "Far east");
    press(&mut driven, Modifiers::NONE, Key::Enter);
    let name = |driven: &Driven| feature(driven.state().plan(), "new-sector").unwrap();
    assert_eq!(name(&driven)["properties"]["name"], "Far east");
    let grip = driven.get_by_role_and_label(Role::Button, "Move the sector Far east").rect();
    let by = at(&driven, place(0.0, -0.4)) - at(&driven, place(0.0, 0.0));
    drag_to(&mut driven, grip.center(), grip.center() + by);
    release(&mut driven);
    assert!(has(&driven, "new-sector", (3.0, -0.2)), "{:?}", corners(&driven, "new-sector"));
    press(&mut driven, Modifiers::NONE, Key::Delete);
    assert!(feature(driven.state().plan(), "new-sector").is_none());
    for _ in 0..4 {
        press(&mut driven, Modifiers::COMMAND, Key::Z);
    }
    assert!(driven.state().is_saved(), "drawn, named, moved, removed: four steps");
}

#[test]
fn drawing_ends_by_double_click_by_the_first_corner_and_by_escape() {
    let mut driven = open();
    let ring = [(3.0, 0.2), (3.9, 0.2), (3.9, 0.9)];
    draw(&mut driven, &ring);
    let first = at(&driven, place(3.0, 0.2));
    click(&mut driven, first + vec2(3.0, 2.0));
    assert_eq!(corners(&driven, "new-sector").len(), 3);
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    draw(&mut driven, &ring[..2]);
    let last = at(&driven, place(3.9, 0.9));
    click(&mut driven, last);
    click(&mut driven, last);
    assert_eq!(corners(&driven, "new-sector").len(), 3);
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    draw(&mut driven, &ring);
    press(&mut driven, Modifiers::NONE, Key::Escape);
    press(&mut driven, Modifiers::NONE, Key::Enter);
    assert!(driven.state().is_saved(), "nothing is left to close");
    // A bow tie is refused, and stays there to be mended.
    press(&mut driven, Modifiers::NONE, Key::Escape);
    draw(&mut driven, &[(3.0, 0.2), (3.9, 0.9), (3.9, 0.2), (3.0, 0.9)]);
    press(&mut driven, Modifiers::NONE, Key::Enter);
    assert!(driven.state().is_saved());
    assert!(said(&driven, "may not cross or touch itself"));
    press(&mut driven, Modifiers::NONE, Key::Backspace);
    press(&mut driven, Modifiers::NONE, Key::Enter);
    assert_eq!(corners(&driven, "new-sector").len(), 3);
}

#[test]
fn a_sector_that_goes_leaves_its_sites_without_one() {
    let mut driven = open();
    choose(&mut driven, 0.5, 0.5);
    press(&mut driven, Modifiers::NONE, Key::Delete);
    assert!(feature(driven.state().plan(), "west").is_none());
    let site = driven.state().plan().sites().iter().next().unwrap().clone();
    assert_eq!(site.sector, None);
    assert!(said(&driven, "1 item of the plan has no sector"));
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert!(driven.state().is_saved(), "one step");
}

#[test]
fn corners_are_reached_and_moved_by_keys() {
    let mut driven = open();
    choose(&mut driven, 0.5, 0.5);
    let before = at(&driven, place(0.0, 0.0));
    driven.get_by_label("Corner 1 of West").focus();
    driven.run_steps(2);
    press(&mut driven, Modifiers::NONE, Key::ArrowLeft);
    press(&mut driven, Modifiers::SHIFT, Key::ArrowDown);
    press(&mut driven, Modifiers::NONE, Key::Enter);
    let moved = corners(&driven, "west")[0];
    let by = at(&driven, place(moved.0, moved.1)) - before;
    assert!((by - vec2(-1.0, 10.0)).length() < 0.2, "{by:?}");
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert!(driven.state().is_saved(), "keys in a row are one step");
    // Tab goes on to the next handle.
    driven.get_by_label("Corner 1 of West").focus();
    driven.run_steps(2);
    press(&mut driven, Modifiers::NONE, Key::Tab);
    let focused = ["Corner 2 of West", "Add a corner after corner 1 of West"];
    let focused = focused.iter().filter(|name| driven.get_by_label(name).is_focused());
    assert_eq!(focused.count(), 1);
    driven.get_by_label("Corner 1 of West").focus();
    driven.run_steps(2);
    press(&mut driven, Modifiers::NONE, Key::Delete);
    assert_eq!(corners(&driven, "west").len(), 3);
}

#[test]
fn a_new_sector_is_drawn_by_keys_alone() {
    let mut driven = open();
    driven.hover_at(pos2(5.0, 5.0));
    driven.get_by_label("New sector").click();
    driven.run_steps(2);
    let far = |driven: &mut Driven, key, times| {
        (0..times).for_each(|_| press(driven, Modifiers::NONE, key));
    };
    far(&mut driven, Key::ArrowDown, 6);
    let first = place_at(&driven, chart(&driven).0.center());
    press(&mut driven, Modifiers::NONE, Key::Space);
    far(&mut driven, Key::ArrowRight, 3);
    press(&mut driven, Modifiers::NONE, Key::Space);
    far(&mut driven, Key::ArrowDown, 3);
    press(&mut driven, Modifiers::NONE, Key::Space);
    press(&mut driven, Modifiers::NONE, Key::Enter);
    let drawn = corners(&driven, "new-sector");
    assert_eq!(drawn.len(), 3);
    assert!(has(&driven, "new-sector", (first.lon(), first.lat())), "{drawn:?}");
}

#[test]
fn the_sectors_of_a_map_become_the_plans_own_with_their_names() {
    let mut driven = open_smooth(None);
    press(&mut driven, Modifiers::NONE, Key::S);
    choose(&mut driven, -4.0, 21.0);
    assert!(driven.state().plan().header().sectors.is_none(), "looking changes nothing");
    type_over(&mut driven, "Name of the sector", "Nord-Est");
    press(&mut driven, Modifiers::NONE, Key::Enter);
    let plan = driven.state().plan().clone();
    assert!(said(&driven, "are now part of the plan"));
    let south = feature(&plan, "south").unwrap();
    assert_eq!(south["properties"]["name_fr"], "Sud");
    assert_eq!(south["properties"]["hq_camp"], "bamako");
    assert_eq!(
        plan.header().sectors.as_ref().unwrap().value()["features"].as_array().unwrap().len(),
        5
    );
    assert!(driven.state().notes().is_empty(), "{:?}", driven.state().notes());
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert!(driven.state().plan().header().sectors.is_none());
}
