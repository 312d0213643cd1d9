//! The list of problems, their marks and fixes in the window.
#![cfg(feature = "gui")]

mod window_common;

use std::fs;
use std::path::PathBuf;

use decamp::calendar::Day;
use decamp::file;
use decamp::i18n::Lang;
use decamp::plan::Id;
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use tempfile::TempDir;
use window_common::{Driven, day, open_window, planned, press, type_over};

const LINK: &str = "Handover of Ber";

/// The bundled plan with two errors that can be mended: Ber is handed over before
/// it is closed, and Ménaka may not be closed as early as that. An event has no
/// basis.
fn broken_plan() -> (TempDir, PathBuf) {
    let mut plan: serde_json::Value = serde_json::from_slice(
        &fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/plans/minusma-2023.decamp"))
            .unwrap(),
    )
    .unwrap();
    let mut change = |list: &str, id: &str, member: &str, value: serde_json::Value| {
        let items = plan[list].as_array_mut().unwrap();
        items.iter_mut().find(|item| item["id"] == id).unwrap()[member] = value;
    };
    change(
        "activities",
        "handover-ber",
        "after",
        serde_json::json!([{ "id": "close-ber", "type": "FS" }]),
    );
    change("activities", "close-menaka", "not_before", serde_json::json!("2023-08-01"));
    change("events", "gao-trucks", "basis", serde_json::json!([]));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("broken.decamp");
    fs::write(&path, plan.to_string()).unwrap();
    file::open(&path).unwrap();
    (folder, path)
}

fn open_broken() -> (TempDir, Driven) {
    let (folder, path) = broken_plan();
    (folder, open_window(Lang::En, Some(&path)))
}

fn selected(driven: &Driven) -> Vec<String> {
    driven.state().selected().map(Id::to_string).collect()
}

/// The problems in the list, as they are read out.
fn listed(driven: &Driven) -> Vec<String> {
    let rows = driven.get_all_by_role(Role::ListItem);
    rows.filter_map(|row| row.accesskit_node().label()).collect()
}

fn show_list(driven: &mut Driven) {
    press(driven, Modifiers::COMMAND, Key::Num5);
}

#[test]
fn the_status_line_leads_to_the_list() {
    let (_folder, mut driven) = open_broken();
    driven.get_by_label("2 errors").click();
    driven.run_steps(3);
    let all = listed(&driven);
    assert!(all[0].starts_with("error – “Handover of Ber” starts on"), "{all:?}");
    assert!(all[1].starts_with("error – “Closure of Ménaka” starts on"), "{all:?}");
    assert!(all.iter().any(|row| row.starts_with("warning – ")), "{all:?}");
    // The tab says how many there are, and the map stays in sight.
    driven.get_by_role_and_label(Role::Tab, "Problems (10)");
    driven.get_by_label("Play");
}

#[test]
fn a_problem_is_gone_to_and_mended() {
    let (_folder, mut driven) = open_broken();
    show_list(&mut driven);
    let before = planned(&driven, "handover-ber");
    driven.get_by_label_contains("error – “Handover of Ber”").click();
    driven.run_steps(3);
    assert_eq!(selected(&driven), ["handover-ber"]);
    assert_eq!(driven.state().day(), day("2023-07-15"));
    // In the list and in the inspector, which tells the problem as well.
    assert_eq!(driven.get_all_by_label("Fix").count(), 3);
    press(&mut driven, Modifiers::COMMAND, Key::F8);
    let mended = planned(&driven, "handover-ber");
    assert_eq!(mended.start, "2023-09-01".parse::<Day>().ok());
    assert!(listed(&driven).iter().all(|row| !row.starts_with("error – “Handover")));
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert_eq!(planned(&driven, "handover-ber"), before, "one fix is one undo");

    let fix = driven.get_all_by_label("Fix").next().unwrap();
    fix.click();
    driven.run_steps(2);
    assert_ne!(planned(&driven, "handover-ber"), before);
}

#[test]
fn the_keys_lead_from_problem_to_problem() {
    let (_folder, mut driven) = open_broken();
    press(&mut driven, Modifiers::NONE, Key::F8);
    assert_eq!(selected(&driven), ["handover-ber"]);
    press(&mut driven, Modifiers::NONE, Key::F8);
    assert_eq!(selected(&driven), ["close-menaka"]);
    press(&mut driven, Modifiers::SHIFT, Key::F8);
    assert_eq!(selected(&driven), ["handover-ber"]);
    press(&mut driven, Modifiers::SHIFT, Key::F8);
    assert_eq!(selected(&driven), ["gao-trucks"], "round and round");

    // In the list the arrows choose, and Enter goes there.
    press(&mut driven, Modifiers::NONE, Key::F8);
    show_list(&mut driven);
    driven.get_by_label_contains("error – “Handover of Ber”").focus();
    driven.run_steps(2);
    press(&mut driven, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(selected(&driven), ["handover-ber"]);
    press(&mut driven, Modifiers::NONE, Key::Enter);
    driven.run_steps(2);
    assert_eq!(selected(&driven), ["close-menaka"]);
}

#[test]
fn the_list_is_filtered() {
    let (_folder, mut driven) = open_broken();
    show_list(&mut driven);
    let severities = |driven: &Driven| -> Vec<String> {
        let rows = listed(driven);
        rows.iter().map(|row| row.split(' ').next().unwrap().to_owned()).collect()
    };
    // The status line has the same words, and stands before the list.
    driven.get_all_by_label("4 warnings").last().unwrap().click();
    driven.run_steps(2);
    driven.get_all_by_label("4 notes").last().unwrap().click();
    driven.run_steps(2);
    assert_eq!(severities(&driven), ["error", "error"]);
    // Whatever the accents.
    type_over(&mut driven, "Filter the problems", "menaka");
    assert_eq!(listed(&driven).len(), 1);
    type_over(&mut driven, "Filter the problems", "nothing of the kind");
    driven.get_by_label("No problem fits this filter");
    type_over(&mut driven, "Filter the problems", " ");
    press(&mut driven, Modifiers::NONE, Key::Escape);

    driven.get_by_label_contains("error – “Closure of Ménaka”").click();
    driven.run_steps(2);
    driven.get_by_label("Only what is selected").click();
    driven.run_steps(2);
    assert_eq!(listed(&driven).len(), 1);
    driven.get_by_label("Only what is selected").click();
    driven.run_steps(2);
    assert_eq!(listed(&driven).len(), 2);
    driven.get_by_role_and_label(Role::DisclosureTriangle, "Link not kept (1)").click();
    driven.run_steps(2);
    assert_eq!(listed(&driven).len(), 1, "a group is folded");
}

#[test]
fn bars_have_marks_that_tell_and_lead() {
    let (_folder, mut driven) = open_broken();
    let name = format!("Problems of “{LINK}”");
    driven.get_by_label("Search").focus();
    driven.run_steps(2);
    driven.get_by_label("Search").type_text(LINK);
    driven.run_steps(3);
    let mark = driven.get_by_role_and_label(Role::Button, &name).rect().center();
    let bar = driven.get_by_role_and_label(Role::Slider, LINK).rect();
    assert!(mark.x < bar.min.x && (mark.y - bar.center().y).abs() < 1.0, "{mark:?} {bar:?}");
    let tells = |driven: &Driven| driven.query_by_label_contains("starts on 15 July").is_some();
    assert!(!tells(&driven));
    driven.hover_at(mark);
    driven.run_steps(40);
    assert!(tells(&driven), "pointing at it tells what is wrong");
    driven.get_by_role_and_label(Role::Button, &name).click();
    driven.run_steps(2);
    assert_eq!(selected(&driven), ["handover-ber"]);
    // What nothing is wrong with has no mark.
    assert!(driven.query_by_label("Problems of “Closure of Goundam”").is_none());
}

#[test]
fn a_folded_phase_has_the_worst_of_what_it_hides() {
    let (_folder, mut driven) = open_broken();
    let marks = |driven: &Driven| -> Vec<String> {
        let all = driven.query_all_by_label_contains("Problems of");
        all.filter_map(|mark| mark.accesskit_node().label()).collect()
    };
    assert!(marks(&driven).iter().all(|name| !name.contains("Phase 1")), "{:?}", marks(&driven));
    let phase = driven.get_all_by_label_contains("Phase 1");
    let head = phase.into_iter().next().unwrap();
    head.click();
    driven.run_steps(2);
    assert!(marks(&driven).iter().any(|name| name.contains("Phase 1")), "{:?}", marks(&driven));
}

#[test]
fn space_plays_and_the_arrows_step_from_a_problem_of_the_list() {
    let (_folder, mut driven) = open_broken();
    show_list(&mut driven);
    driven.get_by_label_contains("error – “Handover of Ber”").click();
    driven.run_steps(3);
    let day = driven.state().day();
    press(&mut driven, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(driven.state().day(), day + 1);
    press(&mut driven, Modifiers::NONE, Key::Space);
    assert!(driven.state().is_playing());
}
