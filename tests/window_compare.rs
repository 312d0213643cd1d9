//! Baselines, actual dates, branches, the comparison, merging and the history in the
//! window.
#![cfg(feature = "gui")]

mod window_common;

use std::fs;
use std::path::{Path, PathBuf};

use decamp::calendar::Span;
use decamp::file;
use decamp::i18n::Lang;
use decamp::plan::edit::Command;
use decamp::plan::{Id, Plan};
use eframe::egui::{Key, Modifiers, Role, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use tempfile::TempDir;
use window_common::{Driven, bar, click_bar, day, drag, open_window, planned, press};

const BER: &str = "Closure of Ber";
const CTRL: Modifiers = Modifiers::COMMAND;

/// Runs an action by its name, with the palette.
fn run(driven: &mut Driven, name: &str) {
    press(driven, CTRL, Key::K);
    let field = driven.get_all_by_role(Role::TextInput).last().unwrap();
    field.type_text(name);
    driven.run_steps(2);
    press(driven, Modifiers::NONE, Key::Enter);
    driven.run_steps(2);
}

fn click(driven: &mut Driven, label: &str) {
    driven.get_by_label(label).click();
    driven.run_steps(3);
}

/// Answers the dialog that asks for a name.
fn name_it(driven: &mut Driven, name: &str, button: &str) {
    let field = driven.get_all_by_role_and_label(Role::TextInput, "Name").last().unwrap();
    field.focus();
    driven.run_steps(2);
    press(driven, CTRL, Key::A);
    driven.get_all_by_role_and_label(Role::TextInput, "Name").last().unwrap().type_text(name);
    driven.run_steps(2);
    driven.get_by_role_and_label(Role::Button, button).click();
    driven.run_steps(3);
}

fn select_ber(driven: &mut Driven) {
    if driven.query_by_role_and_label(Role::Slider, BER).is_none() {
        bar(driven, BER);
    }
    click_bar(driven, BER);
}

/// Moves the bar of Ber by a day with the keys.
fn move_ber(driven: &mut Driven, key: Key) {
    select_ber(driven);
    press(driven, Modifiers::ALT, key);
}

fn whole_planned(driven: &Driven, id: &str) -> Span {
    driven.state().whole_plan().timing(&Id::new(id).unwrap()).unwrap().planned.unwrap()
}

/// The rows of the list that is shown, as they are read out.
fn listed(driven: &Driven) -> Vec<String> {
    let rows = driven.get_all_by_role(Role::ListItem);
    rows.filter_map(|row| row.accesskit_node().label()).collect()
}

fn take_branch(driven: &mut Driven, name: &str) {
    run(driven, "New branch");
    name_it(driven, name, "Make the branch");
}

fn saved_copy(plan: &Plan, name: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, file::write(plan)).unwrap();
    (folder, path)
}

/// Types the path of a file into the dialog that asks for one.
fn choose_file(driven: &mut Driven, path: &Path) {
    driven.get_by_role_and_label(Role::TextInput, "Path of the file").focus();
    driven.run_steps(2);
    press(driven, CTRL, Key::A);
    let field = driven.get_by_role_and_label(Role::TextInput, "Path of the file");
    field.type_text(path.to_str().unwrap());
    driven.run_steps(2);
    press(driven, Modifiers::NONE, Key::Enter);
    driven.run_steps(3);
}

#[test]
fn a_baseline_is_taken_and_the_slip_is_told() {
    let mut driven = open_window(Lang::En, None);
    run(&mut driven, "Take a baseline");
    name_it(&mut driven, "July plan", "Take the baseline");
    assert_eq!(driven.state().plan().baselines().len(), 1);
    for _ in 0..3 {
        move_ber(&mut driven, Key::ArrowRight);
    }
    // In the inspector, and in the table of slips, the furthest first.
    driven.get_by_label("+3 days");
    press(&mut driven, CTRL, Key::Num6);
    click(&mut driven, "Slips");
    assert_eq!(listed(&driven)[0], "Closure of Ber – +3 days");
    // Renamed, removed and brought back.
    run(&mut driven, "Rename the baseline shown");
    name_it(&mut driven, "First plan", "Rename");
    let name = |driven: &Driven| {
        let baseline = driven.state().plan().baselines().iter().next().cloned();
        baseline.map(|it| it.name.as_ref().unwrap().in_language("en").to_owned())
    };
    assert_eq!(name(&driven).as_deref(), Some("First plan"));
    run(&mut driven, "Remove the baseline shown");
    assert_eq!(name(&driven), None);
    press(&mut driven, CTRL, Key::Z);
    assert_eq!(name(&driven).as_deref(), Some("First plan"));
}

#[test]
fn what_happened_is_recorded_with_keys_and_in_the_menu_of_a_bar() {
    let mut driven = open_window(Lang::En, None);
    let actual = |driven: &Driven, id: &str| {
        let timing = driven.state().plan().timing(&Id::new(id).unwrap()).cloned().unwrap();
        timing.actual.map(|it| (it.start, it.end, it.cancelled))
    };
    let before = actual(&driven, "close-ber");
    select_ber(&mut driven);
    press(&mut driven, Modifiers::NONE, Key::PageDown);
    assert_eq!(driven.state().day(), day("2023-07-15"));
    press(&mut driven, CTRL, Key::B);
    let start = Some(day("2023-07-15"));
    assert_eq!(actual(&driven, "close-ber"), Some((start, Some(day("2023-08-13")), None)));
    // What would end before it started is refused, and said.
    press(&mut driven, Modifiers::NONE, Key::Home);
    press(&mut driven, CTRL, Key::T);
    assert_eq!(actual(&driven, "close-ber"), Some((start, Some(day("2023-08-13")), None)));
    driven.get_by_label("“Closure of Ber” would end before it started");
    press(&mut driven, CTRL, Key::Z);
    assert_eq!(actual(&driven, "close-ber"), before);
    // The menu of the bar.
    let bar = |driven: &Driven| driven.get_by_role_and_label(Role::Slider, BER).rect().center();
    let at = bar(&driven);
    driven.hover_at(at);
    driven.get_by_role_and_label(Role::Slider, BER).click_secondary();
    driven.run_steps(3);
    click(&mut driven, "Clear actual dates");
    assert_eq!(actual(&driven, "close-ber"), None);
    driven.get_by_role_and_label(Role::Slider, BER).click_secondary();
    driven.run_steps(3);
    driven.get_all_by_label("Given up on 1 July 2023").last().unwrap().click();
    driven.run_steps(3);
    let given_up = Some((None, None, Some(day("2023-07-01"))));
    assert_eq!(actual(&driven, "close-ber"), given_up);
}

#[test]
fn the_day_up_to_which_dates_are_known_is_offered() {
    let mut plan = file::bundled_plan().1.plan;
    let header = decamp::plan::Header { as_of: Some(day("2023-07-01")), ..plan.header().clone() };
    plan.apply(Command::SetHeader(header.into())).unwrap();
    let (_folder, path) = saved_copy(&plan, "old.decamp");
    let mut driven = open_window(Lang::En, Some(&path));
    let offer = driven.get_by_label_contains("Set the plan as of");
    let wanted = offer.accesskit_node().label().unwrap();
    click(&mut driven, &wanted);
    let as_of = driven.state().plan().header().as_of.unwrap();
    assert!(as_of > day("2023-08-13"), "{as_of}");
    assert!(driven.query_by_label_contains("Set the plan as of").is_none());
}

#[test]
fn a_branch_is_edited_saved_and_opened_and_the_plan_stays() {
    let (_folder, path) = saved_copy(&file::bundled_plan().1.plan, "plan.decamp");
    let mut driven = open_window(Lang::En, Some(&path));
    let before = planned(&driven, "close-ber");
    take_branch(&mut driven, "Early");
    driven.get_by_value("Branch “Early”");
    // With the keys, and by a drag that is one step.
    move_ber(&mut driven, Key::ArrowRight);
    assert_eq!(planned(&driven, "close-ber"), before.moved(1));
    let from = driven.get_by_role_and_label(Role::Slider, BER).rect().center();
    drag(&mut driven, from, 40.0);
    let dragged = planned(&driven, "close-ber");
    assert!(dragged.start > before.moved(1).start, "the bar follows the pointer");
    assert_eq!(whole_planned(&driven, "close-ber"), before, "the plan itself stays");
    driven.drop_at(from + vec2(40.0, 0.0));
    driven.run_steps(3);
    assert_eq!(planned(&driven, "close-ber"), dragged);
    press(&mut driven, CTRL, Key::Z);
    assert_eq!(planned(&driven, "close-ber"), before.moved(1));
    // Back to the plan; undo leads to the branch it undoes in.
    press(&mut driven, CTRL | Modifiers::SHIFT, Key::B);
    assert_eq!(planned(&driven, "close-ber"), before);
    press(&mut driven, CTRL, Key::Y);
    assert_eq!(planned(&driven, "close-ber"), dragged);
    press(&mut driven, CTRL, Key::S);
    driven.run_steps(2);
    assert!(driven.state().is_saved());

    let mut again = open_window(Lang::En, Some(&path));
    assert_eq!(planned(&again, "close-ber"), before);
    press(&mut again, CTRL | Modifiers::SHIFT, Key::B);
    assert_eq!(planned(&again, "close-ber"), dragged);
    run(&mut again, "Remove the branch shown");
    assert_eq!(planned(&again, "close-ber"), before);
    assert_eq!(again.state().plan().branches().len(), 0);
}

#[test]
fn a_change_of_a_branch_is_taken_over() {
    let mut driven = open_window(Lang::En, None);
    let before = planned(&driven, "close-ber");
    take_branch(&mut driven, "Early");
    move_ber(&mut driven, Key::ArrowRight);
    press(&mut driven, CTRL | Modifiers::SHIFT, Key::B);
    press(&mut driven, CTRL, Key::Num6);
    let rows = listed(&driven);
    assert!(rows[0].starts_with("Closure of Ber – "), "{rows:?}");
    assert!(rows[0].contains("+1 day"), "{rows:?}");
    click(&mut driven, "Take over: Closure of Ber");
    assert_eq!(whole_planned(&driven, "close-ber"), before.moved(1));
    driven.get_by_label("No difference");
    press(&mut driven, CTRL, Key::Z);
    assert_eq!(whole_planned(&driven, "close-ber"), before);
    assert_eq!(listed(&driven), rows);
}

#[test]
fn another_file_is_compared() {
    let mut plan = file::bundled_plan().1.plan;
    let id = Id::new("close-ber").unwrap();
    let before = plan.timing(&id).unwrap().planned.unwrap();
    plan.apply(Command::set_planned(&plan, &id, Some(before.moved(4))).unwrap()).unwrap();
    let (_folder, path) = saved_copy(&plan, "theirs.decamp");
    let mut driven = open_window(Lang::En, None);
    press(&mut driven, CTRL, Key::Num6);
    click(&mut driven, "To");
    click(&mut driven, "Another file…");
    choose_file(&mut driven, &path);
    let rows = listed(&driven);
    assert!(rows.iter().any(|row| row.contains("+4 days")), "{rows:?}");
    // A click selects what the row is about.
    driven.get_by_role_and_label(Role::ListItem, &rows[0]).click();
    driven.run_steps(3);
    assert_eq!(driven.state().selected().collect::<Vec<_>>(), [&id]);
}

#[test]
fn the_history_leads_back_and_forth() {
    let mut driven = open_window(Lang::En, None);
    let start = driven.state().plan().clone();
    for _ in 0..3 {
        move_ber(&mut driven, Key::ArrowRight);
    }
    let end = driven.state().plan().clone();
    press(&mut driven, CTRL, Key::Num7);
    let rows = listed(&driven);
    assert_eq!(rows.len(), 4, "{rows:?}");
    assert!(rows[3].ends_with("dates of “Closure of Ber”"), "{rows:?}");
    driven.get_by_role_and_label(Role::ListItem, "Plan at the beginning of the history").click();
    driven.run_steps(3);
    assert_eq!(driven.state().plan(), &start);
    assert!(driven.state().is_saved());
    // Enter goes to the row that the arrows lead to.
    for _ in 0..3 {
        press(&mut driven, Modifiers::NONE, Key::ArrowDown);
    }
    press(&mut driven, Modifiers::NONE, Key::Enter);
    driven.run_steps(2);
    assert_eq!(driven.state().plan(), &end);
}

#[test]
fn a_merge_settles_its_conflicts_one_by_one() {
    let base = file::bundled_plan().1.plan;
    let (ber, gao) = (Id::new("close-ber").unwrap(), Id::new("close-menaka").unwrap());
    let span = |plan: &Plan, id: &Id| plan.timing(id).unwrap().planned.unwrap();
    let mut theirs = base.clone();
    for id in [&ber, &gao] {
        let moved = span(&base, id).moved(7);
        theirs.apply(Command::set_planned(&theirs, id, Some(moved)).unwrap()).unwrap();
    }
    let (_folder, path) = saved_copy(&base, "mine.decamp");
    let (_other, other) = saved_copy(&theirs, "theirs.decamp");
    let mut driven = open_window(Lang::En, Some(&path));
    move_ber(&mut driven, Key::ArrowRight);
    let mine = driven.state().plan().clone();
    run(&mut driven, "Merge with a file");
    choose_file(&mut driven, &other);
    driven.get_by_label("Conflict 1 of 1");
    assert!(driven.get_by_label("Merge").accesskit_node().is_disabled());
    click(&mut driven, "theirs");
    // The plan from which both come is chosen already: nothing is merged anew.
    click(&mut driven, "This plan as it was opened");
    click(&mut driven, "Merge");
    assert_eq!(span(driven.state().plan(), &ber), span(&base, &ber).moved(7));
    assert_eq!(span(driven.state().plan(), &gao), span(&base, &gao).moved(7));
    press(&mut driven, CTRL, Key::Z);
    assert_eq!(driven.state().plan(), &mine);
}
