//! Units with their symbols in the window: in the card and the inspector of a site, in
//! those of a unit, and under the pointer on the map.
#![cfg(feature = "gui")]

mod window_common;

use eframe::egui::{Key, Modifiers, Pos2, Role, vec2};
use egui_kittest::kittest::Queryable;

use window_common::map::{chart, wheel};
use window_common::{Driven, on_map, open_smooth, press};

const BATTALION: &str = "Bangladeshi battalion, Gao";
const KIND_AND_SIZE: &str = "infantry · 660 people";

fn count(driven: &Driven, label: &str) -> usize {
    driven.query_all_by_label_contains(label).count()
}

#[test]
fn the_card_of_a_site_lists_its_units() {
    let mut driven = open_smooth(None);
    let before = [BATTALION, "660"].map(|text| count(&driven, text));
    let point = on_map(&driven, "Gao").rect().center();
    driven.hover_at(point);
    driven.run_steps(4);
    let now = [BATTALION, "660"].map(|text| count(&driven, text));
    assert_eq!(now, before.map(|count| count + 1), "who, and how many they are");
    driven.get_by_label_contains("… and ");
}

#[test]
fn the_inspector_lists_the_units_of_a_site_and_goes_to_them() {
    let mut driven = open_smooth(None);
    on_map(&driven, "Gao").click();
    driven.run_steps(3);
    driven.get_by_label("Units here and expected");
    driven.get_by_role_and_label(Role::Link, BATTALION).click();
    driven.run_steps(3);
    let selected: Vec<String> = driven.state().selected().map(ToString::to_string).collect();
    assert_eq!(selected, ["bgd-bn-gao"]);
    driven.get_by_label_contains("unit · infantry");
}

#[test]
fn from_near_the_symbol_of_a_unit_says_what_it_is() {
    let mut driven = open_smooth(None);
    on_map(&driven, "Gao").click();
    press(&mut driven, Modifiers::NONE, Key::F);
    while driven.state().map_camera().unwrap().zoom < 8.0 {
        let middle = chart(&driven).0.center();
        wheel(&mut driven, middle, 100.0);
    }
    driven.run_steps(3);
    let camp = on_map(&driven, "Gao").rect().center();
    let around = (-6..=6).flat_map(|y| (-10..=10).map(move |x| (x as f32 * 16.0, y as f32 * 7.0)));
    let points: Vec<Pos2> = around.map(|(x, y)| camp + vec2(x, y)).collect();
    let is_found = points.into_iter().any(|point| {
        driven.hover_at(point);
        driven.run_steps(2);
        count(&driven, KIND_AND_SIZE) > 0
    });
    assert!(is_found, "no symbol of {BATTALION} near Gao");
}
