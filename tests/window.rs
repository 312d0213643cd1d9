//! The window, driven by labels, pointer and keys, and the plan looked at afterwards.
#![cfg(feature = "gui")]

mod window_common;

use std::fs;

use decamp::file;
use decamp::i18n::{Lang, Names};
use decamp::plan::{Id, MovementKind};
use eframe::egui::accesskit::Toggled;
use eframe::egui::{Key, Modifiers, Pos2, Role, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use window_common::*;

#[test]
fn dragging_a_closure_changes_plan_and_map_in_the_same_frame() {
    let mut driven = open_window(Lang::En, None);
    let before = planned(&driven, "close-kidal");
    let from = bar(&mut driven, "Closure of Kidal");
    // The playhead to 15 November: by plan, Kidal is open.
    let to = |driven: &mut Driven, text: &str| {
        press(driven, Modifiers::NONE, Key::Escape);
        press(driven, Modifiers::NONE, Key::G);
        driven.get_by_role_and_label(Role::TextInput, "Go to a date or a phase").type_text(text);
        driven.step();
        press(driven, Modifiers::NONE, Key::Enter);
        driven.run_steps(2);
    };
    to(&mut driven, "28 nov 2023");
    assert_eq!(driven.state().day(), day("2023-11-28"));
    let site = |driven: &Driven| on_map(driven, "Kidal").value().unwrap();
    assert_eq!(site(&driven), "open");

    drag(&mut driven, from, -60.0);
    let held = planned(&driven, "close-kidal");
    assert!(held.start < before.start, "{held:?}");
    assert_eq!(site(&driven), "closing", "the map follows while the button is held");
    driven.drop_at(from + vec2(-60.0, 0.0));
    driven.run_steps(2);
    assert_eq!(planned(&driven, "close-kidal"), held);
    assert!(!driven.state().is_saved());

    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert_eq!(planned(&driven, "close-kidal"), before, "one drag is one undo");
    assert!(driven.state().is_saved());
    press(&mut driven, Modifiers::COMMAND, Key::Y);
    assert_eq!(planned(&driven, "close-kidal"), held);
}

#[test]
fn escape_gives_a_drag_up() {
    let mut driven = open_window(Lang::En, None);
    let before = planned(&driven, "close-ber");
    let from = bar(&mut driven, "Closure of Ber");
    drag(&mut driven, from, 80.0);
    assert_ne!(planned(&driven, "close-ber"), before);
    press(&mut driven, Modifiers::NONE, Key::Escape);
    assert_eq!(planned(&driven, "close-ber"), before);
    driven.hover_at(from + vec2(120.0, 0.0));
    driven.step();
    assert_eq!(planned(&driven, "close-ber"), before, "given up for good");
    driven.drop_at(from + vec2(120.0, 0.0));
    driven.run_steps(2);
    assert_eq!(planned(&driven, "close-ber"), before);
    assert!(driven.state().is_saved());
}

#[test]
fn the_ends_of_a_bar_are_dragged_alone() {
    let mut driven = open_window(Lang::En, None);
    let before = planned(&driven, "close-ber");
    bar(&mut driven, "Closure of Ber");
    let rect = driven.get_by_role_and_label(Role::Slider, "Closure of Ber").rect();
    let end = rect.right_center() - vec2(3.0, 0.0);
    drag(&mut driven, end, 40.0);
    driven.drop_at(end + vec2(40.0, 0.0));
    driven.run_steps(2);
    let after = planned(&driven, "close-ber");
    assert_eq!(after.start, before.start);
    assert!(after.end > before.end, "{after:?}");
}

#[test]
fn the_keyboard_moves_a_bar() {
    let mut driven = open_window(Lang::En, None);
    bar(&mut driven, "Closure of Ber");
    click_bar(&mut driven, "Closure of Ber");
    let before = planned(&driven, "close-ber");
    press(&mut driven, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(planned(&driven, "close-ber"), before.moved(1));
    press(&mut driven, Modifiers::ALT | Modifiers::SHIFT, Key::ArrowRight);
    let end = before.end.map(|end| end + 2);
    assert_eq!(planned(&driven, "close-ber").end, end);
}

#[test]
fn dates_are_typed_in_the_inspector() {
    let mut driven = open_window(Lang::En, None);
    bar(&mut driven, "Closure of Ber");
    click_bar(&mut driven, "Closure of Ber");
    let field = "Planned dates – End";
    type_over(&mut driven, field, "20 sept. 2023");
    press(&mut driven, Modifiers::NONE, Key::Enter);
    assert_eq!(planned(&driven, "close-ber").end, Some(day("2023-09-20")));
}

#[test]
fn a_plan_is_saved_opened_and_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.decamp");
    let bundled = file::bundled_plan().1.plan;
    fs::write(&path, file::write(&bundled)).unwrap();
    let before = fs::read_to_string(&path).unwrap();

    let mut driven = open_window(Lang::En, Some(&path));
    let from = bar(&mut driven, "Closure of Kidal");
    drag(&mut driven, from, -60.0);
    driven.drop_at(from + vec2(-60.0, 0.0));
    driven.run_steps(2);
    press(&mut driven, Modifiers::COMMAND, Key::S);
    driven.run_steps(2);
    assert!(driven.state().is_saved());

    let after = fs::read_to_string(&path).unwrap();
    let changed: Vec<_> = before.lines().zip(after.lines()).filter(|(a, b)| a != b).collect();
    assert_eq!(before.lines().count(), after.lines().count());
    assert_eq!(changed.len(), 1, "only the dates differ: {changed:?}");
    assert!(changed[0].1.contains("\"planned\""), "{changed:?}");
    let again = open_window(Lang::En, Some(&path));
    assert_eq!(again.state().plan(), driven.state().plan());
}

#[test]
fn unsaved_work_is_asked_about() {
    let mut driven = open_window(Lang::En, None);
    let from = bar(&mut driven, "Closure of Ber");
    drag(&mut driven, from, 60.0);
    driven.drop_at(from + vec2(60.0, 0.0));
    driven.run_steps(2);
    let moved = planned(&driven, "close-ber");
    press(&mut driven, Modifiers::COMMAND, Key::N);
    driven.get_by_label("Unsaved changes");
    press(&mut driven, Modifiers::NONE, Key::Escape);
    assert_eq!(planned(&driven, "close-ber"), moved, "Esc keeps the plan");
    press(&mut driven, Modifiers::COMMAND, Key::N);
    driven.get_by_label("Do not save").click();
    driven.run_steps(3);
    assert!(driven.state().plan().activities().is_empty());
}

#[test]
fn a_new_plan_is_saved_under_a_typed_path() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new");
    let mut driven = open_window(Lang::En, None);
    press(&mut driven, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    driven.run_steps(2);
    driven.get_by_role_and_label(Role::TextInput, "Path of the file").focus();
    driven.run_steps(2);
    press(&mut driven, Modifiers::COMMAND, Key::A);
    driven
        .get_by_role_and_label(Role::TextInput, "Path of the file")
        .type_text(path.to_str().unwrap());
    driven.run_steps(2);
    press(&mut driven, Modifiers::NONE, Key::Enter);
    driven.run_steps(3);
    let saved = path.with_extension("decamp");
    assert_eq!(file::open(&saved).unwrap().plan, **driven.state().plan());
}

#[test]
fn a_broken_file_leaves_the_open_plan() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("broken.decamp");
    fs::write(&path, "{ \"format\": ").unwrap();
    let driven = open_window(Lang::Fr, Some(&path));
    driven.get_by_label("L’opération a échoué");
    assert!(!driven.state().plan().activities().is_empty());
}

#[test]
fn the_keys_of_playback() {
    let mut driven = open_window(Lang::En, None);
    assert_eq!(driven.state().day(), day("2023-07-01"));
    for (modifiers, key, expect) in [
        (Modifiers::NONE, Key::ArrowRight, "2023-07-02"),
        (Modifiers::SHIFT, Key::ArrowRight, "2023-07-09"),
        (Modifiers::NONE, Key::ArrowLeft, "2023-07-08"),
        (Modifiers::NONE, Key::PageDown, "2023-07-15"),
        (Modifiers::NONE, Key::PageDown, "2023-09-01"),
        (Modifiers::NONE, Key::End, "2024-12-31"),
        (Modifiers::NONE, Key::Home, "2023-07-01"),
    ] {
        press(&mut driven, modifiers, key);
        assert_eq!(driven.state().day(), day(expect), "{key:?}");
    }
    press(&mut driven, Modifiers::NONE, Key::Space);
    assert!(driven.state().is_playing());
    driven.run_steps(30);
    assert!(driven.state().day() > day("2023-07-01"));
    press(&mut driven, Modifiers::NONE, Key::K);
    assert!(!driven.state().is_playing());
}

#[test]
fn a_camp_on_the_map_is_selected_everywhere() {
    let mut driven = open_window(Lang::Fr, None);
    on_map(&driven, "Tessalit").click();
    driven.run_steps(3);
    let selected: Vec<_> = driven.state().selected().map(|id| id.to_string()).collect();
    assert_eq!(selected, ["tessalit"]);
    // The inspector tells its name as a heading, and what happens there.
    assert!(driven.query_all_by_label("Fermeture de Tessalit").count() >= 1);
}

#[test]
fn the_language_is_switched_at_once() {
    let mut driven = open_window(Lang::Fr, None);
    driven.get_by_label("Fichier");
    driven.get_by_label("EN").click();
    driven.run_steps(3);
    driven.get_by_label("File");
    assert!(driven.query_by_label("Fichier").is_none());
}

#[test]
fn a_drag_ends_where_the_button_is_released_also_off_the_chart() {
    let mut driven = open_window(Lang::En, None);
    let before = planned(&driven, "close-ber");
    let from = bar(&mut driven, "Closure of Ber");
    drag(&mut driven, from, 60.0);
    // Out of the window's timeline altogether, and released there.
    driven.hover_at(Pos2::new(from.x + 60.0, 300.0));
    driven.step();
    driven.drop_at(Pos2::new(from.x + 60.0, 300.0));
    driven.run_steps(2);
    let after = planned(&driven, "close-ber");
    assert!(after.start > before.start, "{after:?}");
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert_eq!(planned(&driven, "close-ber"), before, "it was one whole step");
}

#[test]
fn undo_within_a_drag_gives_the_drag_up_and_no_more() {
    let mut driven = open_window(Lang::En, None);
    let from = bar(&mut driven, "Closure of Ber");
    drag(&mut driven, from, 40.0);
    driven.drop_at(from + vec2(40.0, 0.0));
    driven.run_steps(2);
    let first = planned(&driven, "close-ber");
    let from = from + vec2(40.0, 0.0);
    drag(&mut driven, from, 60.0);
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert_eq!(planned(&driven, "close-ber"), first);
    driven.drop_at(from + vec2(60.0, 0.0));
    driven.run_steps(2);
    assert_eq!(planned(&driven, "close-ber"), first);
}

#[test]
fn what_is_being_typed_is_saved_with_the_plan() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.decamp");
    fs::write(&path, file::write(&file::bundled_plan().1.plan)).unwrap();
    let mut driven = open_window(Lang::En, Some(&path));
    bar(&mut driven, "Closure of Ber");
    click_bar(&mut driven, "Closure of Ber");
    let field = "Planned dates – End";
    type_over(&mut driven, field, "20 sept. 2023");
    press(&mut driven, Modifiers::COMMAND, Key::S);
    driven.run_steps(2);
    assert!(driven.state().is_saved());
    let saved = file::open(&path).unwrap().plan;
    let timing = saved.timing(&Id::new("close-ber").unwrap()).unwrap();
    assert_eq!(timing.planned.unwrap().end, Some(day("2023-09-20")));
}

#[test]
fn a_date_typed_before_another_bar_is_clicked_counts() {
    let mut driven = open_window(Lang::En, None);
    bar(&mut driven, "Closure of Ber");
    click_bar(&mut driven, "Closure of Ber");
    let field = "Planned dates – End";
    type_over(&mut driven, field, "20 sept. 2023");
    on_map(&driven, "Gao").click();
    driven.run_steps(3);
    assert_eq!(planned(&driven, "close-ber").end, Some(day("2023-09-20")));
}

#[test]
fn a_date_that_is_none_changes_nothing() {
    let mut driven = open_window(Lang::En, None);
    let before = planned(&driven, "close-ber");
    bar(&mut driven, "Closure of Ber");
    click_bar(&mut driven, "Closure of Ber");
    for text in ["31 nov 2023", "soon", "99/99/99"] {
        let field = "Planned dates – End";
        type_over(&mut driven, field, text);
        assert!(driven.query_by_label_contains("Accepted forms").is_some(), "{text}");
        press(&mut driven, Modifiers::NONE, Key::Enter);
        assert_eq!(planned(&driven, "close-ber"), before, "{text}");
    }
    assert!(driven.state().is_saved());
}

#[test]
fn space_plays_after_a_bar_was_clicked() {
    let mut driven = open_window(Lang::En, None);
    bar(&mut driven, "Closure of Ber");
    click_bar(&mut driven, "Closure of Ber");
    press(&mut driven, Modifiers::NONE, Key::Space);
    assert!(driven.state().is_playing());
    press(&mut driven, Modifiers::NONE, Key::Space);
    let day = driven.state().day();
    press(&mut driven, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(driven.state().day(), day + 1);
}

#[test]
fn a_camp_clicked_on_the_map_brings_its_bars_into_view() {
    let mut driven = open_window(Lang::En, None);
    let closure = |driven: &Driven| {
        driven.query_by_role_and_label(Role::Slider, "Closure of Kidal").is_some()
    };
    assert!(!closure(&driven), "its phase is further down");
    on_map(&driven, "Kidal").click();
    driven.run_steps(4);
    assert!(closure(&driven));
}

#[test]
fn a_file_changed_by_others_is_not_written_over_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.decamp");
    fs::write(&path, file::write(&file::bundled_plan().1.plan)).unwrap();
    let mut driven = open_window(Lang::En, Some(&path));
    fs::write(&path, "somebody else was here").unwrap();
    let from = bar(&mut driven, "Closure of Ber");
    drag(&mut driven, from, 60.0);
    driven.drop_at(from + vec2(60.0, 0.0));
    driven.run_steps(2);
    press(&mut driven, Modifiers::COMMAND, Key::S);
    driven.get_by_label("File changed meanwhile");
    assert_eq!(fs::read_to_string(&path).unwrap(), "somebody else was here");
    driven.get_by_label("Replace").click();
    driven.run_steps(3);
    assert_eq!(file::open(&path).unwrap().plan, **driven.state().plan());
}

#[test]
fn a_plan_with_an_open_horizon_is_dragged_by_the_pointer_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("open.decamp");
    let text = r#"{ "format": "decamp-plan", "version": 1, "title": "Open", "theatre": "world",
        "horizon": { "start": "2023-01-01" },
        "activities": [ { "id": "a", "kind": "other", "name": "Work",
            "planned": { "start": "2023-03-01", "end": "2023-03-20" } } ] }"#;
    fs::write(&path, text).unwrap();
    let moved = |steps: usize| {
        let mut driven = open_window(Lang::En, Some(&path));
        let from = bar(&mut driven, "Work");
        driven.hover_at(from);
        driven.drag_at(from);
        driven.step();
        for step in 1..=steps {
            driven.hover_at(from + vec2(300.0 * step as f32 / steps as f32, 0.0));
            driven.step();
        }
        driven.drop_at(from + vec2(300.0, 0.0));
        driven.run_steps(2);
        planned(&driven, "a")
    };
    assert_eq!(moved(1), moved(12));
}

#[test]
fn the_strength_curve_tells_its_figures_and_seeks() {
    let mut driven = open_window(Lang::En, None);
    let strip = |driven: &Driven| {
        let node = driven.get_by_role_and_label(Role::Slider, "Strength curve");
        (node.rect(), node.value().unwrap())
    };
    let (rect, value) = strip(&driven);
    assert!(value.starts_with("1 July 2023 – Plan: civilians "), "{value}");

    let at = rect.center() + vec2(100.0, 0.0);
    driven.hover_at(at);
    driven.run_steps(2);
    let (_, pointed) = strip(&driven);
    assert_ne!(pointed, value, "the figures of the day that is pointed at");
    assert_eq!(driven.state().day(), day("2023-07-01"), "pointing does not move the playhead");

    driven.drag_at(at);
    driven.step();
    driven.drop_at(at);
    driven.run_steps(2);
    let sought = driven.state().day();
    assert!(sought > day("2023-09-01"), "{sought}");
    drag(&mut driven, at, 60.0);
    assert!(driven.state().day() > sought, "a drag takes the playhead along");
    driven.drop_at(at + vec2(60.0, 0.0));
    driven.run_steps(2);

    let rows = driven.get_by_role_and_label(Role::Group, "Timeline").rect();
    assert_eq!((rows.min.x, rows.max.x), (rect.min.x, rect.max.x));
    press(&mut driven, Modifiers::NONE, Key::F7);
    assert!(driven.query_by_role_and_label(Role::Slider, "Strength curve").is_none());
    let higher = driven.get_by_role_and_label(Role::Group, "Timeline").rect();
    assert!(higher.height() > rows.height());
}

#[test]
fn the_strength_curve_follows_a_drag() {
    let mut driven = open_window(Lang::En, None);
    // A departure whose name no other bar has.
    let plan = driven.state().plan().clone();
    let name = |id: &Id| Names::new(&plan, Lang::En).item(id);
    let (departure, span) = plan
        .movements()
        .iter()
        .filter(|movement| movement.kind == MovementKind::Repatriation)
        .find_map(|movement| {
            let own = name(&movement.id);
            let others = plan.movements().iter().filter(|m| m.id != movement.id);
            let alone = others.map(|other| name(&other.id)).all(|other| other != own);
            alone.then_some(())?;
            Some((own, movement.timing.planned?.closed()?))
        })
        .expect("somebody leaves");
    press(&mut driven, Modifiers::NONE, Key::G);
    driven
        .get_by_role_and_label(Role::TextInput, "Go to a date or a phase")
        .type_text(&span.end().to_string());
    driven.step();
    press(&mut driven, Modifiers::NONE, Key::Enter);
    driven.run_steps(2);
    assert_eq!(driven.state().day(), span.end());
    let from = bar(&mut driven, &departure);
    let told = |driven: &Driven| {
        driven.get_by_role_and_label(Role::Slider, "Strength curve").value().unwrap()
    };
    let before = told(&driven);
    drag(&mut driven, from, 60.0);
    assert_ne!(told(&driven), before, "while the button is held");
    press(&mut driven, Modifiers::NONE, Key::Escape);
    assert_eq!(told(&driven), before);
}

#[test]
fn the_tabs_below_the_map_are_reached_by_pointer_and_keys() {
    let mut driven = open_window(Lang::En, None);
    let is_there = |driven: &Driven, text: &str| driven.query_by_label_contains(text).is_some();
    let timeline =
        |driven: &Driven| driven.query_by_role_and_label(Role::Group, "Timeline").is_some();
    assert!(timeline(&driven));
    driven.get_by_role_and_label(Role::Tab, "Tasks").click();
    driven.run_steps(2);
    assert!(!timeline(&driven) && is_there(&driven, "21 tasks"));
    press(&mut driven, Modifiers::COMMAND, Key::Num4);
    assert!(is_there(&driven, "17 risks"));
    // What is played and where the camps are stays in sight in each of them.
    driven.get_by_label("Play");
    on_map(&driven, "Gao");
    press(&mut driven, Modifiers::COMMAND, Key::Num1);
    assert!(timeline(&driven));
}

#[test]
fn a_drag_does_not_outlive_its_tab() {
    let mut driven = open_window(Lang::En, None);
    let before = planned(&driven, "close-ber");
    let from = bar(&mut driven, "Closure of Ber");
    drag(&mut driven, from, 80.0);
    press(&mut driven, Modifiers::COMMAND, Key::Num2);
    assert_eq!(planned(&driven, "close-ber"), before);
    press(&mut driven, Modifiers::COMMAND, Key::Num1);
    driven.drop_at(from + vec2(80.0, 0.0));
    driven.run_steps(2);
    assert_eq!(planned(&driven, "close-ber"), before);
    assert!(driven.state().is_saved());
}

#[test]
fn menus_tell_what_is_on() {
    let mut driven = open_window(Lang::En, None);
    let is_on = |driven: &mut Driven, menu: &str, entry: &str| {
        driven.get_by_label(menu).click();
        driven.run_steps(3);
        let in_menu = [Role::MenuItemCheckBox, Role::MenuItemRadio];
        let toggled = {
            let mut named = driven.get_all_by_label(entry).map(|node| node.accesskit_node());
            named.find(|node| in_menu.contains(&node.role())).unwrap().toggled()
        };
        press(driven, Modifiers::NONE, Key::Escape);
        driven.run_steps(2);
        toggled == Some(Toggled::True)
    };
    // What switches it, and whether it is on before and after.
    for (menu, entry, (modifiers, key), before, after) in [
        ("View", "Show the timeline", (Modifiers::COMMAND, Key::Num2), true, false),
        ("View", "Show the tasks", (Modifiers::COMMAND, Key::Num3), false, true),
        ("View", "Critical path", (Modifiers::NONE, Key::F9), false, true),
        ("View", "All links", (Modifiers::SHIFT, Key::F9), false, true),
        ("View", "Odds…", (Modifiers::COMMAND, Key::F9), false, true),
        ("View", "Show the outline", (Modifiers::NONE, Key::F3), true, false),
        ("View", "Show the inspector", (Modifiers::NONE, Key::F4), true, false),
        ("View", "Show the strength curve", (Modifiers::NONE, Key::F7), true, false),
        ("Playback", "Loop: off, range, all", (Modifiers::COMMAND, Key::L), false, true),
    ] {
        assert_eq!(is_on(&mut driven, menu, entry), before, "{entry}");
        press(&mut driven, modifiers, key);
        assert_eq!(is_on(&mut driven, menu, entry), after, "{entry} after its key");
    }
    // Those without keys.
    for (menu, entry) in [
        ("View", "Group by sector"),
        ("View", "Only the selection"),
        ("Edit", "Automatic scheduling"),
    ] {
        assert!(!is_on(&mut driven, menu, entry), "{entry}");
        driven.get_by_label(menu).click();
        driven.run_steps(3);
        driven.get_by_label(entry).click();
        driven.run_steps(3);
        assert!(is_on(&mut driven, menu, entry), "{entry} after a click");
    }
}
