//! Two dates or tracks side by side on the map.
#![cfg(feature = "gui")]

mod window_common;

use eframe::egui::{Key, Modifiers, Rect, Role, vec2};
use egui_kittest::kittest::Queryable;

use window_common::map::{chart, drag, release};
use window_common::{Driven, day, on_map, open_smooth, press, type_over};

fn divider(driven: &Driven) -> Rect {
    driven.get_by_role_and_label(Role::Slider, "Divider of the two maps").rect()
}

fn is_parted(driven: &Driven) -> bool {
    driven.query_by_role_and_label(Role::Slider, "Divider of the two maps").is_some()
}

fn state(driven: &Driven, site: &str) -> String {
    on_map(driven, site).value().unwrap()
}

/// The window with the playhead on the last day, when all camps are closed.
fn open() -> Driven {
    let mut driven = open_smooth(None);
    press(&mut driven, Modifiers::NONE, Key::End);
    press(&mut driven, Modifiers::NONE, Key::C);
    driven
}

#[test]
fn each_side_has_a_date_of_its_own() {
    let mut driven = open();
    assert!((divider(&driven).center().x - chart(&driven).0.center().x).abs() < 2.0);
    // Bamako lies left of the middle: on the start of the horizon; Kidal right of it.
    let (left, right) = ("Bamako", "Kidal");
    assert!(on_map(&driven, left).rect().right() < divider(&driven).left());
    assert!(on_map(&driven, right).rect().left() > divider(&driven).right());
    assert_eq!(state(&driven, left), "open");
    assert_ne!(state(&driven, right), "open");
    driven.get_by_label("Exchange").click();
    driven.run_steps(3);
    assert_eq!(state(&driven, right), "open");
    driven.get_by_label("Exchange").click();
    driven.run_steps(3);
    type_over(&mut driven, "Fixed date of the comparison", "31 dec 2024");
    press(&mut driven, Modifiers::NONE, Key::Enter);
    assert_ne!(state(&driven, left), "open", "the date that was typed");
}

#[test]
fn the_divider_is_dragged_and_moved_by_keys() {
    let mut driven = open();
    let from = divider(&driven).center() + vec2(0.0, 60.0);
    let right = chart(&driven).0.right() - 30.0;
    drag(&mut driven, from, vec2(right - from.x, 0.0));
    release(&mut driven);
    assert!((divider(&driven).center().x - right).abs() < 8.0);
    assert_eq!(state(&driven, "Kidal"), "open", "it is on the left side now");
    driven.get_by_role_and_label(Role::Slider, "Divider of the two maps").focus();
    driven.run_steps(2);
    let (before, day) = (divider(&driven).center().x, driven.state().day());
    press(&mut driven, Modifiers::NONE, Key::ArrowLeft);
    press(&mut driven, Modifiers::SHIFT, Key::ArrowLeft);
    assert!((before - divider(&driven).center().x - 72.0).abs() < 2.0);
    assert_eq!(driven.state().day(), day);
}

#[test]
fn one_camera_and_one_clock_serve_both_and_escape_leaves() {
    let mut driven = open();
    press(&mut driven, Modifiers::NONE, Key::Home);
    press(&mut driven, Modifiers::NONE, Key::Space);
    driven.run_steps(120);
    assert!(driven.state().is_playing() && driven.state().day() > day("2023-07-01"));
    let zoom = driven.state().map_camera().unwrap().zoom;
    press(&mut driven, Modifiers::NONE, Key::Plus);
    assert!(driven.state().map_camera().unwrap().zoom > zoom);
    assert!(is_parted(&driven));
    press(&mut driven, Modifiers::NONE, Key::Escape);
    assert!(!is_parted(&driven));
    press(&mut driven, Modifiers::NONE, Key::C);
    assert!(is_parted(&driven));
    press(&mut driven, Modifiers::NONE, Key::C);
    assert!(!is_parted(&driven), "the same command leaves it");
}

#[test]
fn the_tracks_are_compared_at_the_playhead() {
    let mut driven = open();
    driven.get_by_label("Planned and forecast").click();
    driven.run_steps(3);
    assert!(driven.query_by_label("Fixed date").is_none());
    // In the plan Bamako is liquidated by the end; both sides are at the playhead.
    let planned = state(&driven, "Bamako");
    assert_ne!(planned, "open");
    driven.get_by_label("Exchange").click();
    driven.run_steps(3);
    assert!(is_parted(&driven));
}
