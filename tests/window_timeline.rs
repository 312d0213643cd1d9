//! The timeline, driven by pointer and keys, and the plan looked at afterwards.
//!
//! | what the design asks for (interaction.md › Timeline) | tests |
//! |---|---|
//! | a drag on the top ruler sets the loop, below it scrubs | `the_ruler_sets_the_loop_and_scrubs` |
//! | middle-drag, wheel, Shift+wheel, Ctrl+wheel, double-click | `wheel_and_middle_button_move_the_view` |
//! | 8 px at each end resize, the middle moves; outside when narrow | `each_part_of_a_bar_does_its_own` |
//! | a drag starts after 4 px | `each_part_of_a_bar_does_its_own` |
//! | snap to days, magnetic within 6 px, Alt | `bars_are_drawn_to_what_is_near` |
//! | successors move live; pinned ones do not; tooltip | `what_depends_on_a_bar_follows_it`, `without_automatic_scheduling_a_broken_rule_is_told` |
//! | Esc, right-click, another window; released outside | `what_ends_a_drag` |
//! | the view scrolls by itself at its edges | `the_view_scrolls_at_its_edges` |
//! | one drag is one undo | `what_depends_on_a_bar_follows_it`, `several_bars_are_picked_and_moved` |
//! | Tab, Alt, Shift and Ctrl with arrows | `keys_move_bars`, `keys_walk_and_pick` |
//! | Enter edits dates in place; odd forms | `dates_are_typed_on_the_bar` |
//! | Del removes, Ctrl+D duplicates | `bars_are_duplicated_and_removed` |
//! | Ctrl+click, Shift+click, box, all selected move | `several_bars_are_picked_and_moved`, `a_box_takes_bars` |
//! | past the horizon, onto a holiday, while playing | `the_horizon_holds_and_a_holiday_does_not`, `what_plays_stands_still_for_a_drag` |
//! | Esc in a text field | `escape_in_a_field_leaves_the_selection` |
#![cfg(feature = "gui")]

mod window_common;

use eframe::egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, Rect, Role,
    TouchPhase, Vec2, pos2, vec2,
};
use egui_kittest::kittest::Queryable;

use window_common::{Driven, day, open_smooth, planned, press};

/// Two years, so that a day is about two points wide.
const PLAN: &str = r#"{ "format": "decamp-plan", "version": 1, "title": "Bars", "theatre": "world",
    "horizon": { "start": "2023-01-01", "end": "2024-12-31" },
    "calendars": [ { "id": "week", "weekend": ["sat", "sun"],
        "holidays": [ { "date": "2024-03-06" } ] } ],
    "limits": [ { "id": "until", "kind": "deadline", "name": "Deadline", "date": "2024-06-30" } ],
    "activities": [
        { "id": "a", "kind": "other", "name": "Alpha",
          "planned": { "start": "2023-03-01", "end": "2023-03-20" } },
        { "id": "b", "kind": "other", "name": "Bravo", "after": [ { "id": "a", "type": "FS" } ],
          "planned": { "start": "2023-05-01", "end": "2023-05-20" } },
        { "id": "c", "kind": "other", "name": "Charlie", "pinned": true,
          "after": [ { "id": "b", "type": "FS" } ],
          "planned": { "start": "2023-06-20", "end": "2023-07-20" } },
        { "id": "d", "kind": "other", "name": "Delta",
          "planned": { "start": "2023-10-01", "end": "2023-10-08" } },
        { "id": "e", "kind": "other", "name": "Echo", "calendar": "week",
          "planned": { "start": "2024-02-05", "end": "2024-03-01" } }
        MORE ] }"#;

fn open_with(more: usize) -> Driven {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bars.decamp");
    let row = |n: usize| {
        format!(
            r#", {{ "id": "x{n:02}", "kind": "other", "name": "Xray {n:02}",
                "planned": {{ "start": "2023-09-01", "end": "2023-09-30" }} }}"#
        )
    };
    let more: String = (0..more).map(row).collect();
    std::fs::write(&path, PLAN.replace("MORE", &more)).unwrap();
    open_smooth(Some(&path))
}

fn open() -> Driven {
    open_with(0)
}

fn rect(driven: &Driven, name: &str) -> Rect {
    driven.get_by_role_and_label(Role::Slider, name).rect()
}

/// The width of a day, by a bar of twenty days.
fn per_day(driven: &Driven) -> f32 {
    rect(driven, "Alpha").width() / 20.0
}

fn button(driven: &mut Driven, button: PointerButton, pos: Pos2, pressed: bool) {
    driven.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
    driven.run_steps(1);
}

fn hold(driven: &mut Driven, modifiers: Modifiers) {
    driven.event(Event::ModifiersChanged(modifiers));
    driven.run_steps(1);
}

/// Presses at a point and goes so far, in a few steps; the button stays down.
fn drag(driven: &mut Driven, from: Pos2, by: Vec2) {
    driven.hover_at(from);
    driven.run_steps(1);
    button(driven, PointerButton::Primary, from, true);
    for part in 1..=4 {
        driven.hover_at(from + by * (part as f32 / 4.0));
        driven.run_steps(1);
    }
    driven.run_steps(1);
}

fn release(driven: &mut Driven, at: Pos2) {
    button(driven, PointerButton::Primary, at, false);
    driven.run_steps(2);
}

fn drag_and_drop(driven: &mut Driven, from: Pos2, by: Vec2) {
    drag(driven, from, by);
    release(driven, from + by);
}

fn click_at(driven: &mut Driven, at: Pos2, modifiers: Modifiers) {
    hold(driven, modifiers);
    driven.hover_at(at);
    driven.run_steps(1);
    button(driven, PointerButton::Primary, at, true);
    button(driven, PointerButton::Primary, at, false);
    hold(driven, Modifiers::NONE);
    // So that the next click is no double-click.
    driven.run_steps(25);
}

fn click(driven: &mut Driven, name: &str, modifiers: Modifiers) {
    let at = rect(driven, name).center();
    click_at(driven, at, modifiers);
}

fn selected(driven: &Driven) -> Vec<String> {
    driven.state().selected().map(|id| id.to_string()).collect()
}

fn dates(driven: &Driven, id: &str) -> (String, String) {
    let span = planned(driven, id);
    (span.start.unwrap().to_string(), span.end.unwrap().to_string())
}

fn undo(driven: &mut Driven) {
    press(driven, Modifiers::COMMAND, Key::Z);
}

/// Takes back all that was done, however many steps it was.
fn undo_all(driven: &mut Driven) {
    while !driven.state().is_saved() {
        undo(driven);
    }
    // So that the next click is no double-click.
    driven.run_steps(25);
}

fn tells(driven: &Driven, text: &str) -> bool {
    driven.query_all_by_label_contains(text).next().is_some()
}

/// The timeline, and a height on its lower ruler.
fn timeline(driven: &Driven) -> (Rect, f32) {
    let rect = driven.get_by_role_and_label(Role::Group, "Timeline").rect();
    (rect, rect.min.y + 46.0)
}

#[test]
fn the_ruler_sets_the_loop_and_scrubs() {
    let mut driven = open();
    let (area, lower) = timeline(&driven);
    let alpha = rect(&driven, "Alpha");
    let from = pos2(alpha.min.x + 1.0, lower);
    drag(&mut driven, from, vec2(alpha.width() - 2.0, 0.0));
    assert_eq!(driven.state().day(), day("2023-03-20"), "below the ruler a drag scrubs");
    release(&mut driven, from + vec2(alpha.width() - 2.0, 0.0));

    let top = pos2(alpha.min.x + 1.0, area.min.y + 10.0);
    drag_and_drop(&mut driven, top, vec2(alpha.width() - 2.0, 0.0));
    assert_eq!(driven.state().day(), day("2023-03-20"), "above it, it does not");
    press(&mut driven, Modifiers::NONE, Key::Space);
    for _ in 0..8 {
        driven.run_steps(30);
        let now = driven.state().day();
        assert!((day("2023-03-01")..=day("2023-03-20")).contains(&now), "{now} is in the loop");
    }
    assert!(driven.state().is_playing());
}

#[test]
fn wheel_and_middle_button_move_the_view() {
    let mut driven = open_with(20);
    let wheel = |driven: &mut Driven, at: Pos2, delta: Vec2, modifiers: Modifiers| {
        hold(driven, modifiers);
        driven.hover_at(at);
        let (unit, phase) = (MouseWheelUnit::Point, TouchPhase::Move);
        let source = MouseWheelSource::Unknown;
        driven.event(Event::MouseWheel { unit, delta, phase, source, modifiers });
        driven.run_steps(20);
        hold(driven, Modifiers::NONE);
    };
    let (area, _) = timeline(&driven);
    let first = rect(&driven, "Alpha");
    // Zoom about the pointer: what is under it stays.
    let edge = first.left_center();
    wheel(&mut driven, edge, vec2(0.0, 100.0), Modifiers::COMMAND);
    let zoomed = rect(&driven, "Alpha");
    assert!(zoomed.width() > first.width() * 1.2, "{zoomed:?}");
    assert!((zoomed.min.x - first.min.x).abs() < 0.6, "{zoomed:?} {first:?}");
    // Shift: time; without: rows.
    wheel(&mut driven, edge, vec2(0.0, -30.0), Modifiers::SHIFT);
    let panned = rect(&driven, "Alpha");
    assert!(panned.min.x < zoomed.min.x - 10.0 && panned.min.y == zoomed.min.y, "{panned:?}");
    wheel(&mut driven, edge, vec2(0.0, -26.0), Modifiers::NONE);
    let scrolled = rect(&driven, "Bravo");
    assert!(scrolled.min.y < first.min.y + 20.0, "{scrolled:?}");

    // The middle button takes the view along, from a bar as well.
    let bravo = rect(&driven, "Bravo");
    driven.hover_at(bravo.center());
    driven.run_steps(1);
    button(&mut driven, PointerButton::Middle, bravo.center(), true);
    driven.hover_at(bravo.center() + vec2(40.0, 10.0));
    driven.run_steps(1);
    button(&mut driven, PointerButton::Middle, bravo.center() + vec2(40.0, 10.0), false);
    let moved = rect(&driven, "Bravo");
    assert!((moved.min - bravo.min - vec2(40.0, 10.0)).length() < 1.0, "{bravo:?} {moved:?}");
    assert!(driven.state().is_saved(), "no bar was moved by any of this");

    let empty = pos2(area.max.x - 20.0, area.max.y - 20.0);
    for _ in 0..2 {
        driven.hover_at(empty);
        button(&mut driven, PointerButton::Primary, empty, true);
        button(&mut driven, PointerButton::Primary, empty, false);
    }
    driven.run_steps(2);
    let back = rect(&driven, "Bravo");
    assert!((back.width() - first.width()).abs() < 0.1, "all is fitted: {back:?} {first:?}");
}

#[test]
fn each_part_of_a_bar_does_its_own() {
    // Where a bar is pressed: at its start or its end, and how far inside of it.
    let mut driven = open();
    let (alpha, delta) = (("2023-03-01", "2023-03-20"), ("2023-10-01", "2023-10-08"));
    for (name, at_end, inside, by, start, end) in [
        ("Alpha", false, 7.0, 5.0, 5, 0),
        ("Alpha", false, 9.0, 5.0, 5, 5),
        ("Alpha", true, 9.0, 5.0, 5, 5),
        ("Alpha", true, 7.0, 5.0, 0, 5),
        // Narrow: its handles lie outside, and all of it moves.
        ("Delta", false, -6.0, -5.0, -5, 0),
        ("Delta", false, 2.0, 5.0, 5, 5),
        ("Delta", true, 2.0, 5.0, 5, 5),
        ("Delta", true, -6.0, 5.0, 0, 5),
    ] {
        let (id, was) = if name == "Alpha" { ("a", alpha) } else { ("d", delta) };
        let (bar, day_width) = (rect(&driven, name), per_day(&driven));
        // The rectangle of a narrow bar holds its handles.
        let own = if name == "Delta" { bar.expand2(vec2(-8.0, 0.0)) } else { bar };
        let x = if at_end { own.max.x - inside } else { own.min.x + inside };
        drag_and_drop(&mut driven, pos2(x, own.center().y), vec2(by * day_width, 0.0));
        let expect = ((day(was.0) + start).to_string(), (day(was.1) + end).to_string());
        assert_eq!(dates(&driven, id), expect, "{name}, {inside} inside");
        undo_all(&mut driven);
    }
    let middle = rect(&driven, "Alpha").center();
    drag_and_drop(&mut driven, middle, vec2(3.5, 0.0));
    assert!(driven.state().is_saved(), "less than 4 points is no drag");
    driven.run_steps(25);
    drag_and_drop(&mut driven, middle, vec2(5.0, 0.0));
    assert!(!driven.state().is_saved());
}

#[test]
fn bars_are_drawn_to_what_is_near() {
    let mut driven = open();
    press(&mut driven, Modifiers::NONE, Key::G);
    let field = "Go to a date or a phase";
    driven.get_by_role_and_label(Role::TextInput, field).type_text("2023-11-15");
    driven.run_steps(2);
    press(&mut driven, Modifiers::NONE, Key::Enter);
    // Alpha, moved by so many days, and where it comes to rest: by its start or end.
    for (moved, modifiers, expect) in [
        // Its end is drawn to the start of Bravo, 41 days on.
        (39.3, Modifiers::NONE, 41),
        (39.3, Modifiers::ALT, 39),
        // Out of reach.
        (33.2, Modifiers::NONE, 33),
        // The start to the end of Bravo, 81 days on.
        (82.8, Modifiers::NONE, 81),
        // The deadline: its end to the close of 30 June 2024.
        (466.4, Modifiers::NONE, 468),
        // The playhead, at the close of 15 November: the start, 260 days on.
        (258.1, Modifiers::NONE, 260),
        (258.1, Modifiers::ALT, 258),
    ] {
        let (from, width) = (rect(&driven, "Alpha").center(), per_day(&driven));
        hold(&mut driven, modifiers);
        drag_and_drop(&mut driven, from, vec2(moved * width, 0.0));
        let span = planned(&driven, "a");
        assert_eq!(span.start, Some(day("2023-03-01") + expect), "{moved} {modifiers:?}");
        assert_eq!(span.end, Some(day("2023-03-20") + expect), "{moved} {modifiers:?}");
        hold(&mut driven, Modifiers::NONE);
        undo_all(&mut driven);
    }
}

#[test]
fn what_depends_on_a_bar_follows_it() {
    let mut driven = open();
    let before = ["a", "b", "c"].map(|id| dates(&driven, id));
    driven.get_by_role_and_label(Role::CheckBox, "Automatic scheduling").click();
    driven.run_steps(2);
    let (from, width) = (rect(&driven, "Alpha").center(), per_day(&driven));
    // Ten days past the start of Bravo.
    drag(&mut driven, from, vec2(51.0 * width, 0.0));
    assert_eq!(dates(&driven, "b").0, "2023-05-11", "it follows while the button is held");
    assert!(tells(&driven, "1 bar follows") && tells(&driven, "Float:"));
    assert!(tells(&driven, "+51 d"));
    assert_eq!(dates(&driven, "c"), before[2]);
    assert!(!tells(&driven, "Charlie stays"));

    // So far that Charlie would have to move, which is pinned.
    driven.hover_at(from + vec2(85.0 * width, 0.0));
    driven.run_steps(3);
    assert_eq!(dates(&driven, "b").0, "2023-06-14");
    assert_eq!(dates(&driven, "c"), before[2], "a pinned bar does not move");
    assert!(tells(&driven, "Charlie stays"));
    // And back: what followed comes back too.
    driven.hover_at(from + vec2(10.0 * width, 0.0));
    driven.run_steps(3);
    assert_eq!(dates(&driven, "b"), before[1]);
    driven.hover_at(from + vec2(51.0 * width, 0.0));
    driven.run_steps(2);
    release(&mut driven, from + vec2(51.0 * width, 0.0));
    assert_eq!(dates(&driven, "b").0, "2023-05-11");
    undo(&mut driven);
    assert_eq!(["a", "b", "c"].map(|id| dates(&driven, id)), before, "one drag is one undo");
}

#[test]
fn without_automatic_scheduling_a_broken_rule_is_told() {
    let mut driven = open();
    let before = dates(&driven, "b");
    let (from, width) = (rect(&driven, "Alpha").center(), per_day(&driven));
    drag(&mut driven, from, vec2(20.0 * width, 0.0));
    assert!(!tells(&driven, "link not kept"));
    driven.hover_at(from + vec2(51.0 * width, 0.0));
    driven.run_steps(3);
    assert!(tells(&driven, "link not kept"));
    assert_eq!(dates(&driven, "b"), before, "nothing moves by itself");
    release(&mut driven, from + vec2(51.0 * width, 0.0));
    assert_eq!(dates(&driven, "a").1, "2023-05-10", "nothing is corrected");
    assert!(!tells(&driven, "Float:"), "the tooltip goes with the drag");
}

#[test]
fn what_ends_a_drag() {
    let right = |driven: &mut Driven, at| {
        button(driven, PointerButton::Secondary, at, true);
        button(driven, PointerButton::Secondary, at, false);
    };
    let escape = |driven: &mut Driven, _| press(driven, Modifiers::NONE, Key::Escape);
    let other_window = |driven: &mut Driven, _| {
        driven.event(Event::WindowFocused(false));
        driven.run_steps(2);
    };
    let outside = |driven: &mut Driven, _| {
        driven.hover_at(pos2(1700.0, -80.0));
        driven.run_steps(1);
        driven.event(Event::PointerGone);
        driven.run_steps(2);
    };
    type End = fn(&mut Driven, Pos2);
    for (what, end, is_kept) in [
        ("right button", right as End, false),
        ("Esc", escape as End, false),
        ("another window", other_window as End, false),
        ("the pointer leaves the window", outside as End, true),
    ] {
        let mut driven = open();
        let before = planned(&driven, "d");
        let from = rect(&driven, "Delta").center();
        drag(&mut driven, from, vec2(60.0, 0.0));
        assert_ne!(planned(&driven, "d"), before);
        end(&mut driven, from + vec2(60.0, 0.0));
        release(&mut driven, pos2(1700.0, -80.0));
        assert_eq!(planned(&driven, "d") != before, is_kept, "{what}");
        assert_eq!(driven.state().is_saved(), !is_kept, "{what}");
        // It is over: the pointer moves nothing any more.
        let after = planned(&driven, "d");
        driven.hover_at(from + vec2(120.0, 0.0));
        driven.run_steps(2);
        assert_eq!(planned(&driven, "d"), after, "{what}");
        undo(&mut driven);
        assert_eq!(planned(&driven, "d"), before, "{what}: one step");
    }
}

#[test]
fn a_lost_release_ends_the_drag_at_the_next_press() {
    let mut driven = open();
    let before = planned(&driven, "d");
    let from = rect(&driven, "Delta").center();
    drag(&mut driven, from, vec2(60.0, 0.0));
    let after = planned(&driven, "d");
    assert_ne!(after, before);
    // The button comes down again, though nobody saw it go up.
    let here = from + vec2(60.0, 0.0);
    button(&mut driven, PointerButton::Primary, here, true);
    driven.hover_at(here + vec2(0.0, 40.0));
    driven.run_steps(2);
    release(&mut driven, here + vec2(0.0, 40.0));
    assert_eq!(planned(&driven, "d"), after);
    undo(&mut driven);
    assert_eq!(planned(&driven, "d"), before, "it was one step");
}

#[test]
fn the_view_scrolls_at_its_edges() {
    let mut driven = open_with(40);
    let (area, _) = timeline(&driven);
    // Zoomed so that the horizon reaches beyond the view.
    let alpha = rect(&driven, "Alpha");
    hold(&mut driven, Modifiers::COMMAND);
    driven.hover_at(alpha.left_center());
    let (unit, phase) = (MouseWheelUnit::Point, TouchPhase::Move);
    let (source, modifiers) = (MouseWheelSource::Unknown, Modifiers::COMMAND);
    let delta = vec2(0.0, 300.0);
    driven.event(Event::MouseWheel { unit, delta, phase, source, modifiers });
    driven.run_steps(20);
    hold(&mut driven, Modifiers::NONE);
    let (from, width) = (rect(&driven, "Alpha").center(), per_day(&driven));
    let edge = pos2(area.max.x - 6.0, from.y);
    drag(&mut driven, from, edge - from);
    driven.run_steps(60);
    let by_hand = ((edge.x - from.x) / width) as i64;
    let moved = planned(&driven, "a").start.unwrap() - day("2023-03-01");
    assert!(moved > by_hand + 5, "{moved} days, {by_hand} by hand alone");
    release(&mut driven, edge);
    undo(&mut driven);
    assert_eq!(dates(&driven, "a").0, "2023-03-01");

    // A box goes on into rows that were out of sight.
    let mut driven = open_with(40);
    let (area, _) = timeline(&driven);
    let from = pos2(rect(&driven, "Xray 00").max.x + 30.0, rect(&driven, "Alpha").min.y);
    let to = pos2(from.x - 100.0, area.max.y - 4.0);
    drag(&mut driven, from, to - from);
    let at_first = selected(&driven).len();
    driven.run_steps(60);
    assert!(selected(&driven).len() > at_first + 3, "{at_first}, then {:?}", selected(&driven));
}

#[test]
fn keys_move_bars() {
    let mut driven = open();
    click(&mut driven, "Alpha", Modifiers::NONE);
    let (ctrl, shift, alt) = (Modifiers::CTRL, Modifiers::SHIFT, Modifiers::ALT);
    let ctrl_shift = ctrl | shift | Modifiers::COMMAND;
    for (modifiers, key, expect) in [
        (alt, Key::ArrowRight, ("2023-03-02", "2023-03-21")),
        (alt, Key::ArrowLeft, ("2023-03-01", "2023-03-20")),
        (alt | shift, Key::ArrowRight, ("2023-03-01", "2023-03-21")),
        (alt | shift, Key::ArrowLeft, ("2023-03-01", "2023-03-20")),
        (ctrl_shift, Key::ArrowRight, ("2023-03-02", "2023-03-20")),
        (ctrl_shift, Key::ArrowLeft, ("2023-03-01", "2023-03-20")),
    ] {
        press(&mut driven, modifiers, key);
        let (start, end) = dates(&driven, "a");
        assert_eq!((start.as_str(), end.as_str()), expect, "{modifiers:?} {key:?}");
        driven.run_steps(70);
    }
    // Held, it is one step; a second later it is another one.
    for _ in 0..5 {
        press(&mut driven, alt, Key::ArrowRight);
    }
    driven.run_steps(70);
    press(&mut driven, alt, Key::ArrowRight);
    assert_eq!(dates(&driven, "a").0, "2023-03-07");
    undo(&mut driven);
    assert_eq!(dates(&driven, "a").0, "2023-03-06", "also within the second");
    press(&mut driven, Modifiers::COMMAND, Key::Y);
    assert_eq!(dates(&driven, "a").0, "2023-03-07", "and it can be done again");
    undo(&mut driven);
    undo(&mut driven);
    assert_eq!(dates(&driven, "a").0, "2023-03-01");

    // All that is selected moves.
    click(&mut driven, "Delta", Modifiers::COMMAND);
    press(&mut driven, alt, Key::ArrowRight);
    assert_eq!(
        (dates(&driven, "a").0, dates(&driven, "d").0),
        ("2023-03-02".into(), "2023-10-02".into())
    );
    // Automatic scheduling is the same for the keys.
    driven.get_by_role_and_label(Role::CheckBox, "Automatic scheduling").click();
    driven.run_steps(2);
    click(&mut driven, "Alpha", Modifiers::NONE);
    let (from, width) = (rect(&driven, "Alpha").center(), per_day(&driven));
    drag_and_drop(&mut driven, from, vec2(40.0 * width, 0.0));
    assert_eq!(dates(&driven, "a").1, "2023-04-30");
    for _ in 0..2 {
        press(&mut driven, alt, Key::ArrowRight);
    }
    assert_eq!(dates(&driven, "a").1, "2023-05-02");
    assert_eq!(dates(&driven, "b").0, "2023-05-03");
}

#[test]
fn what_keys_moved_is_saved_at_once() {
    let mut driven = open();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("copy.decamp");
    click(&mut driven, "Alpha", Modifiers::NONE);
    press(&mut driven, Modifiers::ALT, Key::ArrowRight);
    press(&mut driven, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    driven.run_steps(2);
    let field = |driven: &Driven, work: &dyn Fn(&egui_kittest::Node)| {
        work(&driven.get_by_role_and_label(Role::TextInput, "Path of the file"));
    };
    field(&driven, &|node| node.focus());
    driven.run_steps(2);
    press(&mut driven, Modifiers::COMMAND, Key::A);
    field(&driven, &|node| node.type_text(path.to_str().unwrap()));
    driven.run_steps(2);
    press(&mut driven, Modifiers::NONE, Key::Enter);
    driven.run_steps(3);
    let saved = decamp::file::open(&path).unwrap().plan;
    assert_eq!(saved, **driven.state().plan());
    assert_eq!(dates(&driven, "a").0, "2023-03-02");
}

#[test]
fn keys_walk_and_pick() {
    let mut driven = open_with(20);
    let (none, shift, ctrl) = (Modifiers::NONE, Modifiers::SHIFT, Modifiers::COMMAND);
    click(&mut driven, "Alpha", none);
    for (modifiers, key, expect) in [
        (none, Key::Tab, &["b"][..]),
        (none, Key::Tab, &["c"]),
        (shift, Key::Tab, &["b"]),
        (none, Key::ArrowUp, &["a"]),
        (none, Key::ArrowDown, &["b"]),
        (shift, Key::ArrowDown, &["b", "c"]),
        (shift, Key::ArrowDown, &["b", "c", "d"]),
        (shift, Key::ArrowUp, &["b", "c"]),
        (ctrl, Key::ArrowDown, &["b", "c"]),
        (ctrl, Key::ArrowDown, &["b", "c"]),
        (ctrl, Key::Space, &["b", "c", "e"]),
        (ctrl, Key::Space, &["b", "c"]),
    ] {
        press(&mut driven, modifiers, key);
        assert_eq!(selected(&driven), expect, "{modifiers:?} {key:?}");
    }
    // On to rows that were out of sight, which come into view.
    for _ in 0..15 {
        press(&mut driven, none, Key::Tab);
    }
    assert_eq!(selected(&driven), ["x14"]);
    rect(&driven, "Xray 14");
    press(&mut driven, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(dates(&driven, "x14").0, "2023-09-02");
}

#[test]
fn dates_are_typed_on_the_bar() {
    let (start, end) = ("Start (on the bar)", "End (on the bar)");
    let mut driven = open();
    click(&mut driven, "Alpha", Modifiers::NONE);
    // What is typed for the start and the end of Alpha, from 1 to 20 March.
    for (typed_start, typed_end, expect) in [
        ("3/3/23", "", ("2023-03-03", "2023-03-20")),
        ("28 févr.", "", ("2023-02-28", "2023-03-20")),
        ("D+61", "", ("2023-03-03", "2023-03-20")),
        ("+7j", "", ("2023-03-08", "2023-03-20")),
        ("", "31/03/2023", ("2023-03-01", "2023-03-31")),
        ("", "31 mars", ("2023-03-01", "2023-03-31")),
        ("", "J+91", ("2023-03-01", "2023-04-02")),
        ("", "+1s", ("2023-03-01", "2023-03-27")),
        ("2 March", "25 March", ("2023-03-02", "2023-03-25")),
        // A start after the end takes the end along.
        ("1 avril", "", ("2023-04-01", "2023-04-20")),
    ] {
        press(&mut driven, Modifiers::NONE, Key::Enter);
        driven.run_steps(5);
        assert!(driven.get_by_label(start).is_focused());
        if !typed_start.is_empty() {
            driven.get_by_label(start).type_text(typed_start);
            driven.run_steps(1);
        }
        if !typed_end.is_empty() {
            press(&mut driven, Modifiers::NONE, Key::Tab);
            driven.run_steps(2);
            driven.get_by_label(end).type_text(typed_end);
            driven.run_steps(1);
        }
        press(&mut driven, Modifiers::NONE, Key::Enter);
        driven.run_steps(3);
        let (from, to) = dates(&driven, "a");
        assert_eq!((from.as_str(), to.as_str()), expect, "{typed_start:?} {typed_end:?}");
        assert!(driven.query_by_label(start).is_none(), "the fields are gone");
        assert!(driven.get_by_role_and_label(Role::Slider, "Alpha").is_focused());
        undo_all(&mut driven);
    }
    // What is no date is refused, with the forms that are none, and stays to be mended.
    for refused in ["31 nov", "soon", "32/10/23", "+", "D+"] {
        press(&mut driven, Modifiers::NONE, Key::Enter);
        driven.run_steps(5);
        driven.get_by_label(start).type_text(refused);
        driven.run_steps(1);
        press(&mut driven, Modifiers::NONE, Key::Enter);
        driven.run_steps(3);
        assert!(tells(&driven, "Accepted forms"), "{refused}");
        assert!(driven.get_by_label(start).is_focused(), "{refused}");
        press(&mut driven, Modifiers::NONE, Key::Escape);
        driven.run_steps(3);
        assert!(driven.query_by_label(start).is_none(), "{refused}");
    }
    assert_eq!(selected(&driven), ["a"], "Esc leaves the field and no more");
    assert!(driven.state().is_saved());
    // A double-click opens them too.
    let at = rect(&driven, "Delta").center();
    for pressed in [true, false, true, false] {
        driven.hover_at(at);
        button(&mut driven, PointerButton::Primary, at, pressed);
    }
    driven.run_steps(5);
    assert!(driven.get_by_label(start).is_focused());
}

#[test]
fn bars_are_duplicated_and_removed() {
    let mut driven = open();
    let count = |driven: &Driven| driven.state().plan().activities().len();
    click(&mut driven, "Delta", Modifiers::NONE);
    press(&mut driven, Modifiers::COMMAND, Key::D);
    assert_eq!(count(&driven), 6);
    press(&mut driven, Modifiers::NONE, Key::Delete);
    assert_eq!(count(&driven), 5, "the copy, which is selected");
    undo(&mut driven);
    undo(&mut driven);
    assert!(driven.state().is_saved());
}

#[test]
fn several_bars_are_picked_and_moved() {
    let mut driven = open();
    click(&mut driven, "Alpha", Modifiers::NONE);
    click(&mut driven, "Delta", Modifiers::COMMAND);
    assert_eq!(selected(&driven), ["a", "d"]);
    click(&mut driven, "Delta", Modifiers::COMMAND);
    assert_eq!(selected(&driven), ["a"]);
    click(&mut driven, "Alpha", Modifiers::NONE);
    click(&mut driven, "Charlie", Modifiers::SHIFT);
    assert_eq!(selected(&driven), ["a", "b", "c"], "a range of rows");
    click(&mut driven, "Bravo", Modifiers::SHIFT);
    assert_eq!(selected(&driven), ["a", "b"], "from where it began");

    click(&mut driven, "Delta", Modifiers::COMMAND);
    let before = ["a", "b", "c", "d"].map(|id| planned(&driven, id));
    let (from, width) = (rect(&driven, "Bravo").center(), per_day(&driven));
    hold(&mut driven, Modifiers::ALT);
    drag_and_drop(&mut driven, from, vec2(10.0 * width, 0.0));
    hold(&mut driven, Modifiers::NONE);
    let moved = [10, 10, 0, 10];
    for ((id, before), days) in ["a", "b", "c", "d"].into_iter().zip(before).zip(moved) {
        assert_eq!(planned(&driven, id), before.moved(days), "{id}");
    }
    undo(&mut driven);
    assert!(driven.state().is_saved(), "one drag is one undo");
}

#[test]
fn a_box_takes_bars() {
    let mut driven = open();
    let now = driven.state().day();
    let (alpha, bravo) = (rect(&driven, "Alpha"), rect(&driven, "Bravo"));
    let from = pos2(bravo.max.x + 20.0, alpha.min.y);
    let to = pos2(alpha.center().x, bravo.center().y);
    drag(&mut driven, from, to - from);
    assert_eq!(selected(&driven), ["a", "b"], "while it is drawn");
    release(&mut driven, to);
    assert_eq!(selected(&driven), ["a", "b"]);
    assert_eq!(driven.state().day(), now, "it does not scrub");
    // With Ctrl, what was selected stays.
    let delta = rect(&driven, "Delta");
    driven.run_steps(25);
    hold(&mut driven, Modifiers::COMMAND);
    drag_and_drop(&mut driven, delta.left_center() - vec2(30.0, 0.0), vec2(40.0, 4.0));
    hold(&mut driven, Modifiers::NONE);
    assert_eq!(selected(&driven), ["a", "b", "d"]);
    // Esc gives it up.
    driven.run_steps(25);
    // From the other side: the dot and the arrow of its link lie before it now.
    drag(&mut driven, delta.right_center() + vec2(60.0, 0.0), vec2(-70.0, 4.0));
    assert_eq!(selected(&driven), ["d"]);
    press(&mut driven, Modifiers::NONE, Key::Escape);
    assert_eq!(selected(&driven), ["a", "b", "d"]);
    release(&mut driven, delta.center());
    assert_eq!(selected(&driven), ["a", "b", "d"]);
    // A click on nothing selects nothing.
    let (area, _) = timeline(&driven);
    driven.run_steps(25);
    click_at(&mut driven, area.max - vec2(20.0, 20.0), Modifiers::NONE);
    assert!(selected(&driven).is_empty());
    assert_eq!(driven.state().day(), now);
    assert!(driven.state().is_saved());
}

#[test]
fn the_horizon_holds_and_a_holiday_does_not() {
    for (id, name, by, expect) in [
        ("a", "Alpha", -900.0, ("2023-01-01", "2023-01-20")),
        ("e", "Echo", 900.0, ("2024-12-06", "2024-12-31")),
    ] {
        let mut driven = open();
        let from = rect(&driven, name).center();
        drag_and_drop(&mut driven, from, vec2(by, 0.0));
        let (start, end) = dates(&driven, id);
        assert_eq!((start.as_str(), end.as_str()), expect, "{name} by {by}");
    }
    // Echo ends on Friday 1 March; 6 March is a holiday of its calendar.
    let mut driven = open();
    let (from, width) = (rect(&driven, "Echo").center(), per_day(&driven));
    hold(&mut driven, Modifiers::ALT);
    drag(&mut driven, from, vec2(5.0 * width, 0.0));
    assert_eq!(dates(&driven, "e"), ("2024-02-10".into(), "2024-03-06".into()));
    assert!(tells(&driven, "6 Mar is a free day"), "the holiday");
    assert!(tells(&driven, "10 Feb is a free day"), "the weekend");
    release(&mut driven, from + vec2(5.0 * width, 0.0));
    assert_eq!(dates(&driven, "e").1, "2024-03-06", "it lies where it was put");
}

#[test]
fn what_plays_stands_still_for_a_drag() {
    let mut driven = open();
    press(&mut driven, Modifiers::NONE, Key::Space);
    driven.run_steps(10);
    assert!(driven.state().is_playing());
    let from = rect(&driven, "Delta").center();
    drag(&mut driven, from, vec2(40.0, 0.0));
    assert!(!driven.state().is_playing());
    let now = driven.state().day();
    driven.run_steps(30);
    assert_eq!(driven.state().day(), now);
    release(&mut driven, from + vec2(40.0, 0.0));
    assert!(!driven.state().is_saved());
}

#[test]
fn escape_in_a_field_leaves_the_selection() {
    let mut driven = open();
    click(&mut driven, "Alpha", Modifiers::NONE);
    driven.get_by_label("Search").focus();
    driven.run_steps(2);
    driven.get_by_label("Search").type_text("Al");
    driven.run_steps(2);
    press(&mut driven, Modifiers::NONE, Key::Escape);
    assert_eq!(selected(&driven), ["a"]);
    press(&mut driven, Modifiers::NONE, Key::Escape);
    assert!(selected(&driven).is_empty(), "outside of a field it clears the selection");
}
