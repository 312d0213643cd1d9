//! The board of tasks and the register of risks, driven by labels, pointer and keys.
#![cfg(feature = "gui")]

mod window_common;

use decamp::i18n::Lang;
use decamp::plan::{BasisStatus, Id, Risk, RiskId, Task, TaskId, TaskStatus, basis_of};
use eframe::egui::accesskit::Toggled;
use eframe::egui::{Key, Modifiers, Pos2, Role};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};
use window_common::{Driven, open_window, press, type_over};

const ELECTIONS: &str = "Electoral support";
const EQUIPMENT: &str = "Volume of equipment to repatriate";

fn open(key: Key) -> Driven {
    let mut driven = open_window(Lang::En, None);
    press(&mut driven, Modifiers::COMMAND, key);
    driven.run_steps(2);
    driven
}

fn task(driven: &Driven, id: &str) -> Task {
    (**driven.state().plan().tasks().get(&TaskId::new(id).unwrap()).unwrap()).clone()
}

fn risk(driven: &Driven, id: &str) -> Risk {
    (**driven.state().plan().risks().get(&RiskId::new(id).unwrap()).unwrap()).clone()
}

fn rating(driven: &Driven, id: &str) -> (Option<u8>, Option<u8>) {
    let risk = risk(driven, id);
    (risk.likelihood, risk.impact)
}

fn selected(driven: &Driven) -> Vec<String> {
    driven.state().selected().map(Id::to_string).collect()
}

/// A row of a list.
fn row<'a>(driven: &'a Driven, name: &'a str) -> Node<'a> {
    driven.get_by_role_and_label(Role::ListBoxOption, name)
}

fn click(driven: &mut Driven, role: Role, name: &str) {
    driven.get_by_role_and_label(role, name).click_accesskit();
    // What was selected is scrolled into view, which takes its time.
    driven.run_steps(30);
}

/// Narrows the board to a status or a recipient, and on asking again no more.
fn filter(driven: &mut Driven, name: &str) {
    click(driven, Role::Button, &format!("Show only: {name}"));
}

/// How many rows of the mandate and tasks are listed.
fn listed(driven: &Driven) -> (usize, usize) {
    let rows = driven.get_all_by_role(Role::ListBoxOption);
    let names: Vec<String> = rows.filter_map(|row| row.accesskit_node().label()).collect();
    let of_mandate = names.iter().filter(|name| name.starts_with("S/RES/2531")).count();
    (of_mandate, names.len() - of_mandate)
}

#[test]
fn the_whole_mandate_stands_on_the_board() {
    let mut driven = open(Key::Num3);
    driven.get_by_label("36 rows of the mandate, 9 not addressed · 21 tasks");
    let (rows, under) = listed(&driven);
    let named: usize = driven.state().plan().tasks().iter().map(|task| task.mandate.len()).sum();
    assert_eq!((rows, under), (36, named), "a task stands under each row it names");
    for (name, tasks) in [("continuing", "2"), ("under consultation", "8"), ("PNUD", "3")] {
        let label = format!("Show only: {name}");
        let sum = driven.get_by_role_and_label(Role::Button, &label);
        assert_eq!(sum.value().as_deref(), Some(tasks), "{name}");
    }

    filter(&mut driven, "not addressed");
    assert_eq!(listed(&driven), (9, 0));
    filter(&mut driven, "continuing");
    assert_eq!(listed(&driven), (4, 4), "local mediation under three rows, elections under one");
    filter(&mut driven, "continuing");
    assert_eq!(listed(&driven), (rows, under), "asked again, all");
}

#[test]
fn a_task_is_selected_and_its_sites_are_lit() {
    let mut driven = open(Key::Num3);
    let name = "Stabilization strategy for the central regions";
    click(&mut driven, Role::ListBoxOption, name);
    assert_eq!(selected(&driven), ["t7"]);
    let lit = |driven: &Driven, site: &str| {
        let mut named = driven.get_all_by_label(site);
        named.any(|node| node.accesskit_node().toggled() == Some(Toggled::True))
    };
    for (site, expect) in [("Douentza", true), ("Ogossagou", true), ("Kidal", false)] {
        assert_eq!(lit(&driven, site), expect, "{site}");
    }
}

#[test]
fn status_recipients_and_gap_are_changed_in_place() {
    let mut driven = open(Key::Num3);
    let before = task(&driven, "t6");
    click(&mut driven, Role::ListBoxOption, ELECTIONS);

    click(&mut driven, Role::ComboBox, &format!("Status of “{ELECTIONS}”"));
    let choice = driven.get_all_by_label("transferred").last().unwrap();
    choice.click_accesskit();
    driven.run_steps(3);
    let changed = task(&driven, "t6");
    assert_eq!(changed.status, Some(TaskStatus::Transferred));
    let basis = basis_of(&changed.basis, "status");
    assert_eq!(basis.len(), 1);
    assert_eq!(basis[0].status, BasisStatus::Planner, "no document says so");

    type_over(&mut driven, &format!("Gap of “{ELECTIONS}”"), "12.5M");
    press(&mut driven, Modifiers::NONE, Key::Enter);
    assert_eq!(task(&driven, "t6").gap_usd, Some(12_500_000));
    type_over(&mut driven, &format!("Gap of “{ELECTIONS}”"), "a lot");
    press(&mut driven, Modifiers::NONE, Key::Enter);
    assert_eq!(task(&driven, "t6").gap_usd, Some(12_500_000), "what is no amount changes nothing");
    type_over(&mut driven, &format!("Recipients of “{ELECTIONS}”"), "PNUD; ; UNOPS ");
    press(&mut driven, Modifiers::NONE, Key::Enter);
    assert_eq!(task(&driven, "t6").recipients, ["PNUD", "UNOPS"]);

    for _ in 0..3 {
        press(&mut driven, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(task(&driven, "t6"), before, "three changes, three steps");
    assert!(driven.state().is_saved());
}

#[test]
fn the_arrows_walk_through_a_list_and_enter_opens_the_inspector() {
    let mut driven = open(Key::Num4);
    row(&driven, "Six-month deadline").focus();
    driven.run_steps(2);
    for (key, expect) in [(Key::ArrowDown, "r2"), (Key::ArrowDown, "r3"), (Key::ArrowUp, "r2")] {
        press(&mut driven, Modifiers::NONE, key);
        assert_eq!(selected(&driven), [expect]);
    }
    press(&mut driven, Modifiers::NONE, Key::F4);
    let heading = |driven: &Driven| driven.query_all_by_label("Armed terrorist groups").count();
    let without = heading(&driven);
    press(&mut driven, Modifiers::NONE, Key::Enter);
    assert_eq!(heading(&driven), without + 1, "the inspector is open again");
}

/// Rows are no buttons: what the program does with its plain keys, it does still.
#[test]
fn space_plays_and_the_arrows_step_from_a_row() {
    for (tab, name, steps) in [
        (Key::Num4, "Six-month deadline", 1),
        // Here the arrows fold.
        (Key::Num3, "Stabilization strategy for the central regions", 0),
    ] {
        let mut driven = open(tab);
        click(&mut driven, Role::ListBoxOption, name);
        let (chosen, day) = (selected(&driven), driven.state().day());
        press(&mut driven, Modifiers::NONE, Key::ArrowRight);
        assert_eq!(driven.state().day(), day + steps, "{name}");
        press(&mut driven, Modifiers::NONE, Key::Space);
        assert!(driven.state().is_playing(), "{name}");
        press(&mut driven, Modifiers::NONE, Key::Space);
        assert!(!driven.state().is_playing(), "{name}");
        assert_eq!(selected(&driven), chosen, "{name}");
    }
}

/// The disc of a risk, in the matrix or the tray.
fn disc(driven: &Driven, number: usize, name: &str) -> Pos2 {
    let label = format!("Risk {number}: {name}");
    driven.get_by_role_and_label(Role::Button, &label).rect().center()
}

fn drag_to(driven: &mut Driven, from: Pos2, to: Pos2) {
    driven.hover_at(from);
    driven.step();
    driven.drag_at(from);
    driven.step();
    for part in 1..=4 {
        driven.hover_at(from + (to - from) * (part as f32 / 4.0));
        driven.step();
    }
}

#[test]
fn a_risk_is_dragged_into_the_matrix_and_back() {
    let mut driven = open(Key::Num4);
    let waiting = disc(&driven, 3, EQUIPMENT);
    // The cell of another risk, which is rated in the list.
    for (label, value) in
        [("Likelihood of “Transit through Niger”", "4"), ("Impact of “Transit through Niger”", "5")]
    {
        click(&mut driven, Role::ComboBox, label);
        let choice = driven.get_all_by_label(value).last().unwrap();
        choice.click_accesskit();
        driven.run_steps(3);
    }
    assert_eq!(rating(&driven, "r6"), (Some(4), Some(5)));
    let there = disc(&driven, 6, "Transit through Niger");

    let from = disc(&driven, 3, EQUIPMENT);
    assert!((from - waiting).length() < 60.0, "it waits in the tray");
    drag_to(&mut driven, from, there);
    assert_eq!(rating(&driven, "r3"), (None, None), "not before it is let go");
    driven.drop_at(there);
    driven.run_steps(3);
    assert_eq!(rating(&driven, "r3"), (Some(4), Some(5)));
    assert_eq!(selected(&driven), ["r3"], "its sites are lit");
    let given = risk(&driven, "r3");
    for member in ["likelihood", "impact"] {
        assert_eq!(basis_of(&given.basis, member)[0].status, BasisStatus::Planner);
    }
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert_eq!(rating(&driven, "r3"), (None, None), "one drag is one step");
    press(&mut driven, Modifiers::COMMAND, Key::Y);

    // Esc gives a drag up.
    let rated = disc(&driven, 3, EQUIPMENT);
    drag_to(&mut driven, rated, from);
    press(&mut driven, Modifiers::NONE, Key::Escape);
    driven.drop_at(from);
    driven.run_steps(3);
    assert_eq!(rating(&driven, "r3"), (Some(4), Some(5)));

    drag_to(&mut driven, rated, from);
    driven.drop_at(from);
    driven.run_steps(3);
    assert_eq!(rating(&driven, "r3"), (None, None), "the tray takes the rating away");
    assert!(basis_of(&risk(&driven, "r3").basis, "impact").iter().all(|b| b.of.is_empty()));
}

#[test]
fn the_keys_move_a_disc_from_cell_to_cell() {
    let mut driven = open(Key::Num4);
    let label = format!("Risk 3: {EQUIPMENT}");
    driven.get_by_role_and_label(Role::Button, &label).focus();
    driven.run_steps(2);
    for (key, expect) in [
        (Key::ArrowUp, (Some(1), Some(1))),
        (Key::ArrowUp, (Some(2), Some(1))),
        (Key::ArrowRight, (Some(2), Some(2))),
        (Key::ArrowLeft, (Some(2), Some(1))),
        (Key::ArrowLeft, (Some(2), Some(1))),
        (Key::Backspace, (None, None)),
    ] {
        press(&mut driven, Modifiers::NONE, key);
        assert_eq!(rating(&driven, "r3"), expect, "{key:?}");
    }
}

#[test]
fn details_are_unfolded_with_the_words_of_the_source() {
    let mut driven = open(Key::Num3);
    let name = "Secure environment for aid; airstrips and supply routes";
    filter(&mut driven, "Équipe de pays pour l’action humanitaire");
    let quote = "l’accent étant mis sur les bandes d’atterrissage";
    let quotes = |driven: &Driven| driven.query_all_by_label_contains(quote).count();
    assert_eq!(quotes(&driven), 0);
    let unfold = format!("Unfold “{name}”");
    let fold = driven.get_all_by_role_and_label(Role::Button, &unfold).next().unwrap();
    fold.click_accesskit();
    driven.run_steps(3);
    assert!(quotes(&driven) > 0);
    let activity =
        driven.get_all_by_label("Secure airstrips and supply routes after the exit").next();
    activity.unwrap().click_accesskit();
    driven.run_steps(3);
    assert_eq!(selected(&driven), ["secure-airstrips"]);
}

#[test]
fn a_plan_without_tasks_and_risks_says_so() {
    let mut driven = open_window(Lang::Fr, None);
    press(&mut driven, Modifiers::COMMAND, Key::N);
    driven.run_steps(3);
    for (key, text) in [
        (Key::Num3, "Ce plan n’a ni mandat, ni tâches, ni fonds."),
        (Key::Num4, "Ce plan n’a pas de risques."),
    ] {
        press(&mut driven, Modifiers::COMMAND, key);
        driven.run_steps(2);
        driven.get_by_label(text);
    }
}
