//! Chapters and the presenter, driven by labels, pointer and keys.
#![cfg(feature = "gui")]

mod window_common;

use std::collections::BTreeSet;
use std::sync::Arc;

use decamp::calendar::Moment;
use decamp::film::{Cover, STAGE, camera_for};
use decamp::i18n::Lang;
use decamp::plan::{Chapter, Id, Kind};
use eframe::egui::{Key, Modifiers, Role, TextureId, pos2};
use egui_kittest::kittest::{NodeT, Queryable};
use window_common::{Driven, day, drag, open_window, press};

const NONE: Modifiers = Modifiers::NONE;
const BUNDLED: [&str; 7] = ["c-overview", "c-1", "c-2", "c-2a", "c-2b", "c-2c", "c-3"];

fn order(driven: &Driven) -> Vec<String> {
    driven.state().plan().ids(Kind::Chapter).iter().map(Id::to_string).collect()
}

fn chapter(driven: &Driven, id: &str) -> Arc<Chapter> {
    driven.state().plan().chapters().find(&Id::new(id).unwrap()).unwrap().clone()
}

fn title(driven: &Driven, id: &str) -> String {
    chapter(driven, id).title.in_language("en").to_owned()
}

/// A chapter in the list of them.
fn card<'a>(driven: &'a Driven, name: &'a str) -> egui_kittest::Node<'a> {
    driven.get_by_role_and_label(Role::ListBoxOption, name)
}

/// Chooses a chapter with the pointer, and gives it the focus.
fn choose(driven: &mut Driven, name: &str) {
    let middle = card(driven, name).rect().center();
    driven.hover_at(middle);
    driven.drag_at(middle);
    driven.step();
    driven.drop_at(middle);
    driven.run_steps(3);
}

fn selected(driven: &Driven) -> Vec<String> {
    driven.state().selected().map(Id::to_string).collect()
}

/// Puts a text in place of what a field has, whose name also stands above it.
fn type_into(driven: &mut Driven, role: Role, field: &str, text: &str) {
    driven.get_by_role_and_label(role, field).focus();
    driven.run_steps(2);
    press(driven, Modifiers::COMMAND, Key::A);
    driven.get_by_role_and_label(role, field).type_text(text);
    driven.run_steps(2);
}

/// Lets the camera arrive.
fn arrive(driven: &mut Driven) {
    for _ in 0..200 {
        driven.step();
        if driven.state().presented().is_none_or(|show| !show.is_moving()) {
            return;
        }
    }
    panic!("the camera does not arrive");
}

fn at(driven: &Driven) -> usize {
    driven.state().presented().expect("it presents").at() + 1
}

#[test]
fn a_chapter_is_made_of_the_live_view() {
    let mut driven = open_window(Lang::En, None);
    press(&mut driven, Modifiers::COMMAND, Key::ArrowRight);
    for _ in 0..3 {
        press(&mut driven, NONE, Key::Plus);
    }
    driven.run_steps(3);
    press(&mut driven, Modifiers::COMMAND, Key::M);
    let made = chapter(&driven, "chapter-1");
    assert_eq!(order(&driven).last().unwrap(), "chapter-1");
    assert_eq!((made.moment, made.until), (Some(driven.state().day()), None));
    assert_eq!(selected(&driven), ["chapter-1"]);
    let live = driven.state().map_camera().unwrap();
    let camera = made.camera.clone().unwrap();
    assert!((camera.center.lon() - live.center.lon()).abs() < 1e-3);
    assert!((camera.center.lat() - live.center.lat()).abs() < 1e-3);
    // The map is smaller than the stage: the zoom is that of the stage.
    let map = driven.get_by_label("Map").rect().size();
    let larger = (map.x / STAGE.0 as f32).min(map.y / STAGE.1 as f32).log2();
    assert!((camera.zoom + f64::from(larger) - live.zoom).abs() < 0.02, "{camera:?} {live:?}");

    // Days that are played again and again make a span; it stands after the chosen one.
    press(&mut driven, NONE, Key::I);
    for _ in 0..2 {
        press(&mut driven, Modifiers::SHIFT, Key::ArrowRight);
    }
    let first = made.moment.unwrap();
    press(&mut driven, NONE, Key::O);
    press(&mut driven, Modifiers::COMMAND, Key::M);
    let span = chapter(&driven, "chapter-2");
    assert_eq!((span.moment, span.until), (Some(first), Some(first + 14)));
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert_eq!(order(&driven), BUNDLED);
}

#[test]
fn chapters_are_renamed_moved_and_taken_anew_in_place() {
    let mut driven = open_window(Lang::En, None);
    press(&mut driven, Modifiers::COMMAND, Key::Num8);
    driven.run_steps(3);
    let second = "2. Phase 1: the smallest and most remote bases";
    choose(&mut driven, second);
    assert_eq!(selected(&driven), ["c-1"]);

    type_into(&mut driven, Role::TextInput, "Chapter title", "First camps");
    press(&mut driven, NONE, Key::Enter);
    assert_eq!(title(&driven, "c-1"), "First camps");
    assert_eq!(chapter(&driven, "c-1").title.in_language("fr").chars().next(), Some('P'));

    type_into(&mut driven, Role::TextInput, "Last day", "20 aug");
    press(&mut driven, NONE, Key::Enter);
    assert_eq!(chapter(&driven, "c-1").until, Some(day("2023-08-20")));
    type_into(&mut driven, Role::MultilineTextInput, "Speaker’s notes", "Say hello.");
    press(&mut driven, NONE, Key::Enter);
    assert_eq!(chapter(&driven, "c-1").notes.as_ref().unwrap().in_language("en"), "Say hello.");

    // By the keyboard, and back.
    choose(&mut driven, "2. First camps");
    press(&mut driven, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(order(&driven)[..3], ["c-overview", "c-2", "c-1"]);
    press(&mut driven, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(order(&driven), BUNDLED);
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert_eq!(order(&driven), BUNDLED);

    // By the pointer: the first one behind the third.
    let from = card(&driven, "1. A withdrawal in two phases, by 31 December 2023").rect().center();
    let to = card(&driven, "3. Phase 2: three sequences up to the deadline").rect().right();
    drag(&mut driven, from, to - from.x);
    let drop = pos2(to, from.y);
    driven.drop_at(drop);
    driven.run_steps(3);
    assert_eq!(order(&driven)[..3], ["c-1", "c-2", "c-overview"]);
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert_eq!(order(&driven), BUNDLED);

    // Enter goes to it, and what is seen then is what it says already.
    choose(&mut driven, "4. Phase 2 (a): Tessalit, Aguelhok, Douentza");
    press(&mut driven, NONE, Key::Enter);
    driven.run_steps(3);
    assert_eq!(driven.state().day(), day("2023-09-01"));
    let before = chapter(&driven, "c-2a");
    driven.get_by_label("Take the current view").click_accesskit();
    driven.run_steps(3);
    assert_eq!(chapter(&driven, "c-2a"), before);
    press(&mut driven, NONE, Key::Plus);
    driven.get_by_label("Take the current view").click_accesskit();
    driven.run_steps(3);
    let zoom = |chapter: &Chapter| chapter.camera.as_ref().unwrap().zoom;
    let after = chapter(&driven, "c-2a");
    assert!((zoom(&after) - zoom(&before) - 0.5).abs() < 0.02);
    assert_eq!((after.moment, after.until), (before.moment, before.until));

    driven.get_by_label("Duplicate").click_accesskit();
    driven.run_steps(3);
    assert_eq!(order(&driven)[3..5], ["c-2a", "c-2a-2"]);
    driven.get_by_label("Remove").click_accesskit();
    driven.run_steps(3);
    assert_eq!(order(&driven), BUNDLED);
}

/// The pictures of chapters that are there, once all are made.
fn pictures(driven: &mut Driven) -> BTreeSet<TextureId> {
    driven.run_steps(2 * BUNDLED.len());
    let textures = driven.ctx.tex_manager();
    let textures = textures.read();
    let pictures = textures.allocated().filter(|(_, texture)| texture.name == "chapter");
    pictures.map(|(id, _)| *id).collect()
}

#[test]
fn the_pictures_of_chapters_are_of_what_is_shown() {
    let mut driven = open_window(Lang::En, None);
    press(&mut driven, Modifiers::COMMAND, Key::Num8);
    let of_plan = pictures(&mut driven);
    assert_eq!(of_plan.len(), BUNDLED.len());
    assert_eq!(pictures(&mut driven), of_plan, "they are kept");
    // A branch is another plan, of the same revision.
    press(&mut driven, Modifiers::COMMAND, Key::K);
    driven.get_by_role_and_label(Role::TextInput, "All commands…").type_text("New branch");
    driven.run_steps(2);
    for _ in 0..2 {
        press(&mut driven, NONE, Key::Enter);
        driven.run_steps(2);
    }
    let of_plan = pictures(&mut driven);
    press(&mut driven, Modifiers::COMMAND | Modifiers::SHIFT, Key::B);
    assert_eq!(driven.state().plan().branches().len(), 1, "the plan itself is shown again");
    let of_branch = pictures(&mut driven);
    assert!(of_branch.is_disjoint(&of_plan), "each was made anew");
    assert_eq!(of_branch.len(), BUNDLED.len());
}

#[test]
fn keys_lead_through_the_chapters() {
    let mut driven = open_window(Lang::En, None);
    press(&mut driven, NONE, Key::F5);
    assert!(driven.query_by_label("Search").is_none(), "no panels");
    let chapters: Vec<Arc<Chapter>> = driven.state().plan().chapters().iter().cloned().collect();
    for (keys, expect) in [
        ([].as_slice(), 1),
        (&[Key::ArrowRight], 2),
        (&[Key::ArrowDown], 3),
        (&[Key::PageDown], 4),
        (&[Key::N], 5),
        (&[Key::Enter], 6),
        (&[Key::ArrowLeft], 5),
        (&[Key::ArrowUp], 4),
        (&[Key::PageUp], 3),
        (&[Key::P], 2),
        (&[Key::Backspace], 1),
        (&[Key::Num6, Key::Enter], 6),
        (&[Key::Num1, Key::Num2, Key::Backspace, Key::Enter], 1),
        (&[Key::End], 7),
        (&[Key::ArrowRight], 7),
        (&[Key::Home], 1),
        (&[Key::G, Key::ArrowRight, Key::ArrowRight, Key::Enter], 3),
    ] {
        keys.iter().for_each(|key| press(&mut driven, NONE, *key));
        arrive(&mut driven);
        assert_eq!(at(&driven), expect, "{keys:?}");
        let chapter = &chapters[expect - 1];
        let frame = driven.state().presented().unwrap().frame();
        assert_eq!(frame.moment, Moment::close_of(chapter.moment.unwrap()));
        assert_eq!(frame.camera, camera_for(chapter.camera.as_ref().unwrap(), STAGE));
        let title = chapter.title.in_language("en");
        driven.get_by_role_and_label(Role::Image, &format!("Chapter {expect} of 7: {title}"));
    }
}

#[test]
fn it_covers_plays_and_takes_clicks() {
    let mut driven = open_window(Lang::En, None);
    press(&mut driven, NONE, Key::F5);
    let cover = |driven: &Driven| driven.state().presented().unwrap().cover();
    for (key, expect) in
        [(Key::B, Some(Cover::Black)), (Key::W, Some(Cover::White)), (Key::W, None)]
    {
        press(&mut driven, NONE, key);
        assert_eq!(cover(&driven), expect);
    }
    driven.hover_at(pos2(600.0, 400.0));
    driven.drag_at(pos2(600.0, 400.0));
    driven.step();
    driven.drop_at(pos2(600.0, 400.0));
    driven.run_steps(2);
    arrive(&mut driven);
    assert_eq!(at(&driven), 2);
    press(&mut driven, NONE, Key::Space);
    driven.run_steps(5);
    press(&mut driven, NONE, Key::Space);
    let moment = driven.state().presented().unwrap().frame().moment;
    assert!(moment > Moment::close_of(day("2023-07-15")) && moment.is_close(), "{moment:?}");
    // The number that is typed is seen.
    press(&mut driven, NONE, Key::Num4);
    assert_eq!(driven.state().presented().unwrap().typed(), Some(4));

    // Without a second window the notes stand in this one.
    press(&mut driven, NONE, Key::S);
    driven.run_steps(2);
    driven.get_by_label("Next");
    let notes = driven.query_all_by_label_contains("S/2023/611, Plan de réduction et de retrait");
    assert!(notes.count() > 0);
    press(&mut driven, NONE, Key::S);
    driven.run_steps(2);
    assert!(driven.query_by_label("Next").is_none());
}

#[test]
fn leaving_returns_to_exactly_the_view_left() {
    let mut driven = open_window(Lang::En, None);
    press(&mut driven, Modifiers::COMMAND, Key::Num3);
    press(&mut driven, NONE, Key::F3);
    press(&mut driven, NONE, Key::PageDown);
    press(&mut driven, Modifiers::SHIFT, Key::ArrowRight);
    press(&mut driven, NONE, Key::Plus);
    let names = |driven: &Driven| {
        let mut names: Vec<String> = Vec::new();
        for role in [Role::Button, Role::Tab, Role::ListBoxOption, Role::TextInput] {
            let nodes = driven.get_all_by_role(role);
            names.extend(nodes.map(|it| {
                format!("{:?} {:?}", it.accesskit_node().label(), it.rect().center().round())
            }));
        }
        names
    };
    let row = "S/RES/2531 (2020)";
    let option = driven.get_all_by_role(Role::ListBoxOption).next().expect(row);
    option.click_accesskit();
    driven.run_steps(30);
    let state = |driven: &Driven| {
        let window = driven.state();
        (window.map_camera(), window.day(), selected(driven), window.is_saved())
    };
    let (before, seen, plan) = (state(&driven), names(&driven), driven.state().plan().clone());
    assert!(!before.2.is_empty());

    press(&mut driven, Modifiers::SHIFT, Key::F5);
    assert_eq!(at(&driven), 2, "the phase of the day");
    for (modifiers, key) in [
        (NONE, Key::ArrowRight),
        (NONE, Key::Delete),
        (Modifiers::COMMAND, Key::D),
        (Modifiers::COMMAND, Key::M),
        (Modifiers::COMMAND, Key::Num1),
        (Modifiers::COMMAND, Key::Z),
        (NONE, Key::F4),
        (NONE, Key::L),
    ] {
        press(&mut driven, modifiers, key);
    }
    arrive(&mut driven);
    assert_eq!(at(&driven), 3);
    press(&mut driven, NONE, Key::Escape);
    assert!(driven.state().presented().is_none());
    driven.run_steps(30);
    assert_eq!(state(&driven), before);
    assert_eq!(names(&driven), seen);
    assert!(Arc::ptr_eq(driven.state().plan(), &plan));
}

#[test]
fn a_plan_without_chapters_presents_its_phases() {
    let mut driven = open_window(Lang::En, None);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.decamp");
    let plan = driven.state().plan();
    let items = plan.items().filter(|item| item.kind() != Kind::Chapter);
    let plan = decamp::plan::Plan::from_parts(plan.header().clone(), items).unwrap();
    decamp::file::save(&path, &plan).unwrap();
    let mut driven_without = open_window(Lang::En, Some(&path));
    press(&mut driven_without, NONE, Key::F5);
    assert_eq!(driven_without.state().presented().unwrap().count(), 5);
    let name = "Chapter 1 of 5: Phase 1: smallest and most remote bases";
    driven_without.get_by_role_and_label(Role::Image, name);
    press(&mut driven_without, NONE, Key::Escape);
    assert_eq!(driven_without.state().plan().count(Kind::Chapter), 0);

    press(&mut driven, Modifiers::COMMAND, Key::N);
    press(&mut driven, NONE, Key::F5);
    assert!(driven.state().presented().is_none());
    driven.get_by_label("Nothing to present: make a chapter of the view with Ctrl+M");
}
