//! Drives the window without a display: by labels, pointer and keys.

#![allow(dead_code, reason = "each test file uses a part of it")]

pub mod map;

use std::path::Path;

use decamp::app::{Launch, Window, prepare};
use decamp::calendar::{Day, Span};
use decamp::i18n::Lang;
use decamp::plan::Id;
use decamp::settings::Settings;
use eframe::egui::{Key, Modifiers, Pos2, Role, vec2};
use egui_kittest::kittest::Queryable;
use egui_kittest::{Harness, Node};

pub type Driven = Harness<'static, Window>;

/// The step of time that egui_kittest takes by itself.
const LONG_STEP: f32 = 1.0 / 4.0;

pub fn open_window(lang: Lang, plan: Option<&Path>) -> Driven {
    open_with_step(lang, plan, LONG_STEP)
}

/// One whose frames are as short as on a screen, in English.
pub fn open_smooth(plan: Option<&Path>) -> Driven {
    open_with_step(Lang::En, plan, 1.0 / 60.0)
}

/// `step` is what a frame takes, in seconds.
fn open_with_step(lang: Lang, plan: Option<&Path>, step: f32) -> Driven {
    let window = Window::new(Launch {
        plan: plan.map(Path::to_owned),
        settings: Settings::for_language(lang),
        lang: None,
        settings_path: None,
        system_dialogs: false,
    });
    let mut driven = Harness::builder()
        .with_size(vec2(1600.0, 1000.0))
        .with_step_dt(step)
        .with_context_setup(prepare)
        .build_ui_state(|ui, window: &mut Window| window.show(ui), window);
    driven.run_steps(3);
    driven
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn planned(driven: &Driven, id: &str) -> Span {
    driven.state().plan().timing(&Id::new(id).unwrap()).unwrap().planned.unwrap()
}

/// The middle of a bar, brought into view by searching for it.
pub fn bar(driven: &mut Driven, name: &str) -> Pos2 {
    driven.get_by_label("Search").focus();
    driven.run_steps(2);
    driven.get_by_label("Search").type_text(name);
    driven.run_steps(3);
    driven.get_by_role_and_label(Role::Slider, name).rect().center()
}

/// A camp on the map: unlike its name in the outline, it says its state.
pub fn on_map<'a>(driven: &'a Driven, name: &'a str) -> Node<'a> {
    let mut named = driven.get_all_by_role_and_label(Role::Button, name);
    named.find(|node| node.value().is_some()).expect("the camp is on the map")
}

pub fn press(driven: &mut Driven, modifiers: Modifiers, key: Key) {
    driven.key_press_modifiers(modifiers, key);
    driven.run_steps(2);
}

/// Puts a text in place of what a field has.
pub fn type_over(driven: &mut Driven, field: &str, text: &str) {
    driven.get_by_label(field).focus();
    driven.run_steps(2);
    press(driven, Modifiers::COMMAND, Key::A);
    driven.get_by_label(field).type_text(text);
    driven.run_steps(2);
}

/// The same for a field of a form or a dialog, which is left with Enter.
pub fn type_and_enter(driven: &mut Driven, field: &str, text: &str) {
    driven.get_by_role_and_label(Role::TextInput, field).focus();
    driven.run_steps(2);
    press(driven, Modifiers::COMMAND, Key::A);
    driven.get_by_role_and_label(Role::TextInput, field).type_text(text);
    driven.run_steps(2);
    press(driven, Modifiers::NONE, Key::Enter);
    driven.run_steps(2);
}

/// Drags from a point by so many points, and holds.
pub fn drag(driven: &mut Driven, from: Pos2, by: f32) {
    driven.hover_at(from);
    driven.step();
    driven.drag_at(from);
    driven.step();
    for part in 1..=4 {
        driven.hover_at(from + vec2(by * part as f32 / 4.0, 0.0));
        driven.step();
    }
}

/// A click on the bar of that name, which must be in view.
pub fn click_bar(driven: &mut Driven, name: &str) {
    let middle = driven.get_by_role_and_label(Role::Slider, name).rect().center();
    driven.hover_at(middle);
    driven.drag_at(middle);
    driven.step();
    driven.drop_at(middle);
    driven.run_steps(3);
}
