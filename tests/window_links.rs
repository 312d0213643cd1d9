//! Links, the critical chain, rows and the odds, driven by labels, pointer and keys.
#![cfg(feature = "gui")]

mod window_common;

use std::path::PathBuf;

use decamp::i18n::Lang;
use decamp::plan::{Id, Link};
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, Role};
use egui_kittest::kittest::Queryable;
use window_common::*;

const F9: (Modifiers, Key) = (Modifiers::NONE, Key::F9);

/// Three camps of two sectors, each with one activity; the second one depends on the
/// first. `more` goes into the first.
fn small(folder: &tempfile::TempDir, more: &str) -> PathBuf {
    let path = folder.path().join("small.decamp");
    let sites = [("one", "north", 1), ("two", "east", 2), ("three", "east", 3)];
    let sites = sites.map(|(id, sector, lon)| {
        format!(
            r#"{{ "type": "Feature", "id": "{id}",
            "geometry": {{ "type": "Point", "coordinates": [-{lon}, 15] }},
            "properties": {{ "kind": "camp", "name": "{id}", "sector": "{sector}" }} }}"#
        )
    });
    let text = format!(
        r#"{{ "format": "decamp-plan", "version": 1, "title": "Small", "theatre": "mali",
        "horizon": {{ "start": "2023-07-01", "end": "2023-12-31" }},
        "sites": {{ "type": "FeatureCollection", "features": [ {} ] }},
        "activities": [
            {{ "id": "a", "kind": "other", "name": "First", "site": "one",
                "planned": {{ "start": "2023-08-01", "end": "2023-08-31" }} {more} }},
            {{ "id": "b", "kind": "other", "name": "Second", "site": "two",
                "planned": {{ "start": "2023-09-10", "end": "2023-09-30" }},
                "after": [ {{ "id": "a", "type": "FS", "lag_days": 0 }} ] }},
            {{ "id": "c", "kind": "other", "name": "Third", "site": "three",
                "planned": {{ "start": "2023-10-10", "end": "2023-11-10" }} }} ] }}"#,
        sites.join(", ")
    );
    std::fs::write(&path, text).unwrap();
    path
}

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// What an item depends on: `a FS+2`.
fn links(driven: &Driven, item: &str) -> Vec<String> {
    let plan = driven.state().plan();
    let tell = |link: &Link| match link.lag_days {
        0 => format!("{} {}", link.other, link.kind.as_word()),
        days => format!("{} {}{days:+}", link.other, link.kind.as_word()),
    };
    plan.timing(&id(item)).unwrap().after.iter().map(tell).collect()
}

fn rect(driven: &Driven, name: &str) -> Rect {
    driven.get_by_role_and_label(Role::Slider, name).rect()
}

/// Takes hold of a dot of a bar, and holds it over a point.
fn hold(driven: &mut Driven, dot: &str, to: Pos2) {
    let from = driven.get_by_role_and_label(Role::Button, dot).rect().center();
    driven.hover_at(from);
    driven.step();
    driven.drag_at(from);
    driven.step();
    for share in [0.3, 0.7, 1.0] {
        driven.hover_at(from + (to - from) * share);
        driven.step();
    }
    driven.step();
}

/// The heads of the groups in view, from the top down.
fn heads(driven: &Driven) -> Vec<String> {
    let heads = driven.get_all_by_role(Role::DisclosureTriangle);
    // With the outline shut, those of other panels are farther to the right.
    let heads = heads.filter(|node| node.rect().min.x < 50.0);
    let mut heads: Vec<_> = heads.map(|node| (node.rect().min.y, label_of(&node))).collect();
    heads.sort_by(|a, b| a.0.total_cmp(&b.0));
    heads.into_iter().map(|(_, name)| name).collect()
}

fn label_of(node: &egui_kittest::Node) -> String {
    use egui_kittest::kittest::NodeT;
    node.accesskit_node().label().unwrap_or_default()
}

fn command(driven: &mut Driven, name: &str) {
    press(driven, Modifiers::COMMAND, Key::K);
    driven.get_by_role_and_label(Role::TextInput, "All commands…").type_text(name);
    driven.run_steps(2);
    press(driven, Modifiers::NONE, Key::Enter);
    driven.run_steps(2);
}

#[test]
fn a_link_is_drawn_from_a_dot_to_the_end_it_is_dropped_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = small(&folder, "");
    for (dot, to_end, expect) in [
        ("Link from the end of Second", false, "b FS"),
        ("Link from the end of Second", true, "b FF"),
        ("Link from the start of Second", false, "b SS"),
        ("Link from the start of Second", true, "b SF"),
    ] {
        let mut driven = open_window(Lang::En, Some(&path));
        click_bar(&mut driven, "Second");
        let third = rect(&driven, "Third");
        let side = if to_end { third.right_center() } else { third.left_center() };
        hold(&mut driven, dot, side);
        assert_eq!(links(&driven, "c"), [""; 0], "nothing while the button is held");
        driven.drop_at(side);
        driven.run_steps(3);
        assert_eq!(links(&driven, "c"), [expect], "{dot}");
        assert_eq!(planned(&driven, "b").start, Some(day("2023-09-10")), "no bar was dragged");
        press(&mut driven, Modifiers::COMMAND, Key::Z);
        assert_eq!(links(&driven, "c"), [""; 0], "one link is one undo");
        assert!(driven.state().is_saved());
    }
}

#[test]
fn a_link_that_would_close_a_cycle_is_refused_with_the_cycle() {
    let folder = tempfile::tempdir().unwrap();
    let mut driven = open_window(Lang::En, Some(&small(&folder, "")));
    click_bar(&mut driven, "Second");
    let first = rect(&driven, "First").left_center();
    hold(&mut driven, "Link from the end of Second", first);
    driven.get_by_label("Cycle: First → Second → First");
    driven.drop_at(first);
    driven.run_steps(3);
    assert_eq!(links(&driven, "a"), [""; 0]);
    assert!(driven.state().is_saved());
}

#[test]
fn escape_gives_a_link_up() {
    let folder = tempfile::tempdir().unwrap();
    let mut driven = open_window(Lang::En, Some(&small(&folder, "")));
    click_bar(&mut driven, "Second");
    let third = rect(&driven, "Third").left_center();
    hold(&mut driven, "Link from the end of Second", third);
    press(&mut driven, Modifiers::NONE, Key::Escape);
    driven.drop_at(third);
    driven.run_steps(3);
    assert_eq!(links(&driven, "c"), [""; 0]);
    assert_eq!(driven.state().selected().count(), 1, "the selection stays");
}

#[test]
fn a_link_on_its_way_ends_as_a_drag_does() {
    let folder = tempfile::tempdir().unwrap();
    let path = small(&folder, "");
    let button = |driven: &mut Driven, button, pos, pressed| {
        let modifiers = Modifiers::NONE;
        driven.event(Event::PointerButton { pos, button, pressed, modifiers });
        driven.step();
    };
    type End = fn(&mut Driven, Pos2);
    let ends: [(&str, End); 4] = [
        ("Esc", |driven, _| press(driven, Modifiers::NONE, Key::Escape)),
        ("another window", |driven, _| {
            driven.event(Event::WindowFocused(false));
            driven.run_steps(2);
        }),
        ("another tab", |driven, _| {
            press(driven, Modifiers::COMMAND, Key::Num2);
            press(driven, Modifiers::COMMAND, Key::Num1);
        }),
        // The release was lost outside of the window.
        ("pressed again", |driven, pos| {
            let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
            driven.event(Event::PointerButton { pos, button, pressed: true, modifiers });
            driven.step();
        }),
    ];
    for (name, end) in ends {
        let mut driven = open_window(Lang::En, Some(&path));
        click_bar(&mut driven, "Second");
        let third = rect(&driven, "Third").left_center();
        hold(&mut driven, "Link from the end of Second", third);
        driven.get_by_label_contains("Second → Third");
        end(&mut driven, third);
        assert!(driven.query_by_label_contains("Second → Third").is_none(), "{name}");
        button(&mut driven, PointerButton::Primary, third, false);
        driven.run_steps(3);
        assert_eq!(links(&driven, "c"), [""; 0], "{name}");
        // Nothing of it is left: Esc is for the selection again.
        press(&mut driven, Modifiers::NONE, Key::Escape);
        assert_eq!(driven.state().selected().count(), 0, "{name}");
    }
}

#[test]
fn a_link_is_opened_changed_and_taken_away() {
    let folder = tempfile::tempdir().unwrap();
    let mut driven = open_window(Lang::En, Some(&small(&folder, "")));
    click_bar(&mut driven, "Second");
    let arrow = |driven: &mut Driven, name: &str| {
        driven.get_by_role_and_label(Role::Button, name).click_accesskit();
        driven.run_steps(3);
    };
    arrow(&mut driven, "Link: First → Second · finish → start");
    driven.get_by_label("start → start").click();
    driven.run_steps(3);
    assert_eq!(links(&driven, "b"), ["a SS"]);
    type_over(&mut driven, "Lag in days", "+3 d");
    press(&mut driven, Modifiers::NONE, Key::Enter);
    assert_eq!(links(&driven, "b"), ["a SS+3"]);
    type_over(&mut driven, "Lag in days", "soon");
    press(&mut driven, Modifiers::NONE, Key::Enter);
    assert_eq!(links(&driven, "b"), ["a SS+3"], "what is no number changes nothing");
    // With its details open, Del is for the link and not for the bar.
    press(&mut driven, Modifiers::NONE, Key::Delete);
    assert_eq!(links(&driven, "b"), [""; 0]);
    assert!(driven.state().plan().timing(&id("b")).is_some());
    for expect in ["a SS+3", "a SS", "a FS"] {
        press(&mut driven, Modifiers::COMMAND, Key::Z);
        assert_eq!(links(&driven, "b"), [expect]);
    }
    arrow(&mut driven, "Link: First → Second · finish → start");
    driven.get_by_label("Remove the link").click();
    driven.run_steps(3);
    assert_eq!(links(&driven, "b"), [""; 0]);
}

#[test]
fn a_click_on_the_line_itself_opens_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut driven = open_window(Lang::En, Some(&small(&folder, "")));
    let (first, second) = (rect(&driven, "First"), rect(&driven, "Second"));
    // Half way along the level part, in the row of the second bar.
    let at = Pos2::new((first.max.x + second.min.x) / 2.0, second.center().y);
    driven.hover_at(at);
    driven.run_steps(3);
    driven.drag_at(at);
    driven.step();
    driven.drop_at(at);
    driven.run_steps(3);
    driven.get_by_label("Remove the link");
    press(&mut driven, Modifiers::NONE, Key::Escape);
    assert!(driven.query_by_label("Remove the link").is_none());
}

/// With Ctrl, so that it joins the selection.
fn click_bar_too(driven: &mut Driven, name: &str) {
    let pos = rect(driven, name).center();
    driven.hover_at(pos);
    driven.step();
    let (button, modifiers) = (PointerButton::Primary, Modifiers::COMMAND);
    for pressed in [true, false] {
        let event = Event::PointerButton { pos, button, pressed, modifiers };
        driven.event_modifiers(event, modifiers);
        driven.step();
    }
    driven.run_steps(2);
}

#[test]
fn what_is_selected_is_linked_by_a_command() {
    let folder = tempfile::tempdir().unwrap();
    let mut driven = open_window(Lang::En, Some(&small(&folder, "")));
    click_bar(&mut driven, "Third");
    command(&mut driven, "Link (finish");
    driven.get_by_label("Select at least two bars to link");
    for name in ["Second", "First"] {
        click_bar_too(&mut driven, name);
    }
    assert_eq!(driven.state().selected().count(), 3);
    command(&mut driven, "Link (finish");
    assert_eq!(
        (links(&driven, "b"), links(&driven, "c")),
        (vec!["a FS".into()], vec!["b FS".into()])
    );
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert_eq!(links(&driven, "c"), [""; 0]);
}

#[test]
fn links_that_would_close_a_cycle_are_refused_together() {
    let folder = tempfile::tempdir().unwrap();
    // The first depends on the third, and begins before all others.
    let mut driven = open_window(
        Lang::En,
        Some(&small(&folder, r#", "after": [ { "id": "c", "type": "FS" } ]"#)),
    );
    for name in ["First", "Second", "Third"] {
        click_bar_too(&mut driven, name);
    }
    assert_eq!(driven.state().selected().count(), 3);
    command(&mut driven, "Link (finish");
    driven.get_by_label("Cycle: Third → First → Second → Third");
    assert_eq!(links(&driven, "c"), [""; 0]);
    assert!(driven.state().is_saved());
}

#[test]
fn rows_are_grouped_by_sector_and_narrowed_to_the_selection() {
    let mut driven = open_window(Lang::En, None);
    press(&mut driven, Modifiers::NONE, Key::F3);
    assert!(heads(&driven)[0].starts_with("Phase 1"), "{:?}", heads(&driven));
    command(&mut driven, "Group by sector");
    let first = heads(&driven);
    assert!(first.iter().all(|name| name.starts_with("Sector")), "{first:?}");
    // A head folds its rows away, and opens for what is selected in it.
    let head = driven.get_by_role_and_label(Role::DisclosureTriangle, &first[0]);
    head.click_accesskit();
    driven.run_steps(3);
    assert!(heads(&driven).len() > first.len(), "{:?}", heads(&driven));

    command(&mut driven, "Only the selection");
    on_map(&driven, "Kidal").click();
    driven.run_steps(4);
    assert_eq!(heads(&driven).first().map(String::as_str), Some("Sector North"));
    driven.get_by_role_and_label(Role::Slider, "Closure of Kidal");
    // A bar of these rows that is selected leaves them as they are.
    let before = heads(&driven);
    click_bar(&mut driven, "Closure of Kidal");
    assert_eq!(heads(&driven), before);
    driven.get_by_role_and_label(Role::Slider, "Closure of Kidal");
    on_map(&driven, "Gao").click();
    driven.run_steps(4);
    assert!(driven.query_by_role_and_label(Role::Slider, "Closure of Kidal").is_none());
}

#[test]
fn the_critical_chain_is_told_with_the_float() {
    let folder = tempfile::tempdir().unwrap();
    let mut driven = open_window(Lang::En, Some(&small(&folder, "")));
    press(&mut driven, F9.0, F9.1);
    click_bar(&mut driven, "Second");
    driven.get_by_label("Total float");
    // The plan ends on 10 November: 41 days after 30 September.
    assert_eq!(driven.query_all_by_label("41 days").count(), 2, "total and free");
    click_bar(&mut driven, "Third");
    driven.get_by_label("on the critical chain");
    assert!(driven.query_all_by_label("41 days").next().is_none());
}

/// Steps until the odds of the plan as it is now are known.
fn settle(driven: &mut Driven) {
    for _ in 0..100_000 {
        driven.step();
        if driven.state().odds().is_some() {
            return driven.run_steps(2);
        }
        std::thread::yield_now();
    }
    panic!("the odds never came");
}

#[test]
fn the_odds_follow_an_edit_and_say_what_they_rest_on() {
    let folder = tempfile::tempdir().unwrap();
    let spread = r#", "duration_days": { "low": 25, "likely": 31, "high": 60 }"#;
    let mut driven = open_window(Lang::En, Some(&small(&folder, spread)));
    settle(&mut driven);
    let before = driven.state().odds().unwrap().clone();
    assert_eq!((before.options.runs, before.spreads.len()), (10_000, 1));
    driven.get_by_label_contains("Odds: P80 on ");

    // Longer by a month: what comes out later moves later too.
    click_bar(&mut driven, "Second");
    type_over(&mut driven, "Planned dates – End", "20 dec. 2023");
    press(&mut driven, Modifiers::NONE, Key::Enter);
    assert!(driven.state().odds().is_none(), "those of the plan before are not of this one");
    settle(&mut driven);
    let after = driven.state().odds().unwrap().clone();
    assert!(after.end.percentile(80) > before.end.percentile(80));

    press(&mut driven, Modifiers::COMMAND, Key::F9);
    driven.run_steps(3);
    driven.get_by_label_contains("1 three-point duration");
    driven.get_by_label("P50");
    driven.get_by_label_contains("How the runs are spread");
    // What drives it leads to its bar.
    let drivers = driven.get_all_by_role_and_label(Role::Link, "First");
    let lowest = drivers.max_by(|a, b| a.rect().min.y.total_cmp(&b.rect().min.y)).unwrap();
    lowest.click_accesskit();
    driven.run_steps(3);
    assert_eq!(driven.state().selected().collect::<Vec<_>>(), [&id("a")]);
}

#[test]
fn without_estimates_there_is_no_percentage() {
    let mut driven = open_window(Lang::En, None);
    settle(&mut driven);
    assert!(driven.state().odds().unwrap().spreads.is_empty());
    driven.get_by_label("Odds: no length estimated").click();
    driven.run_steps(3);
    assert!(driven.query_by_label_contains("No three-point").is_some());
    assert!(driven.query_by_label("P50").is_none());
}
