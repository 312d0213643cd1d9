//! The forms of the inspector, driven by labels, and the plan looked at afterwards.
#![cfg(feature = "gui")]

mod window_common;

use std::fs;
use std::sync::Arc;

use decamp::file::{self, form};
use decamp::i18n::Lang;
use decamp::plan::{Id, Item, Kind, Unit};
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use serde_json::{Value, json};

use window_common::*;

fn item(driven: &Driven, id: &str) -> Option<Item> {
    driven.state().plan().item(&Id::new(id).unwrap())
}

/// A member of an item as the file would have it.
fn member(driven: &Driven, id: &str, name: &str) -> Value {
    let item = item(driven, id).unwrap_or_else(|| panic!("no item {id}"));
    form::members(&item).get(name).cloned().unwrap_or_default()
}

/// Selects an item in the outline by its name.
fn choose(driven: &mut Driven, name: &str) {
    type_over(driven, "Search", name);
    // Enter leaves the search field, so that keys go to the window.
    press(driven, Modifiers::NONE, Key::Enter);
    // Groups unfold.
    driven.run_steps(12);
    let row = driven.query_all_by_label(name).find(|row| row.rect().max.x < 320.0);
    row.expect("it is in the outline").click_accesskit();
    driven.run_steps(4);
}

fn more_fields(driven: &mut Driven) {
    driven.get_by_label("More fields").click_accesskit();
    driven.run_steps(30);
}

fn pick(driven: &mut Driven, combo: &str, choice: &str) {
    driven.get_by_role_and_label(Role::ComboBox, combo).click_accesskit();
    driven.run_steps(4);
    let found = driven.get_all_by_label(choice).last().map(|entry| entry.click_accesskit());
    assert!(found.is_some(), "{choice} in {combo}");
    driven.run_steps(4);
}

fn click(driven: &mut Driven, label: &str) {
    driven.get_by_label(label).click_accesskit();
    driven.run_steps(4);
}

#[test]
fn texts_numbers_words_and_places_of_a_site() {
    let mut driven = open_window(Lang::En, None);
    choose(&mut driven, "Ber");
    type_and_enter(&mut driven, "Name", "Ber camp");
    assert_eq!(member(&driven, "ber", "name"), "Ber camp");
    type_and_enter(&mut driven, "Accuracy (km)", "2.5");
    assert_eq!(member(&driven, "ber", "accuracy_km"), 2.5);
    type_and_enter(&mut driven, "Position", "-2.5, 16.8");
    assert_eq!(member(&driven, "ber", "geometry"), json!([-2.5, 16.8]));
    pick(&mut driven, "Kind", "temporary base");
    assert_eq!(member(&driven, "ber", "kind"), "temporary-base");
    more_fields(&mut driven);
    pick(&mut driven, "Add: Roles", "liquidation hub");
    assert_eq!(member(&driven, "ber", "roles"), json!(["liquidation-hub"]));
    click(&mut driven, "Remove: liquidation hub");
    assert_eq!(member(&driven, "ber", "roles"), Value::Null);
    type_and_enter(&mut driven, "Add: Other names", "Bêr");
    assert_eq!(member(&driven, "ber", "aliases"), json!(["Bêr"]));
    for _ in 0..7 {
        press(&mut driven, Modifiers::COMMAND, Key::Z);
    }
    assert!(driven.state().is_saved(), "each edit was one step");
}

#[test]
fn dates_references_and_ticks_of_an_activity() {
    let mut driven = open_window(Lang::En, None);
    choose(&mut driven, "Closure of Ber");
    more_fields(&mut driven);
    type_and_enter(&mut driven, "Deadline", "15 sept 2023");
    assert_eq!(member(&driven, "close-ber", "deadline"), "2023-09-15");
    driven.get_by_role_and_label(Role::CheckBox, "Dates fixed").click_accesskit();
    driven.run_steps(3);
    assert_eq!(member(&driven, "close-ber", "pinned"), true);
    // The list is searched as it is typed into.
    driven.get_by_role_and_label(Role::ComboBox, "Site").click_accesskit();
    driven.run_steps(4);
    let search = driven.get_all_by_role_and_label(Role::TextInput, "Search").last().unwrap();
    search.type_text("menak");
    driven.run_steps(3);
    press(&mut driven, Modifiers::NONE, Key::Enter);
    driven.run_steps(3);
    assert_eq!(member(&driven, "close-ber", "site"), "menaka");
    click(&mut driven, "Go to: Ménaka");
    let selected: Vec<_> = driven.state().selected().map(Id::to_string).collect();
    assert_eq!(selected, ["menaka"]);
}

#[test]
fn counts_and_loads() {
    let mut driven = open_window(Lang::En, None);
    let plan = driven.state().plan().clone();
    let counted = |unit: &&Arc<Unit>| unit.personnel > 0 && !unit.materiel.is_empty();
    let unit = plan.units().iter().find(counted).unwrap();
    let (kind, _) = unit.materiel.first_key_value().unwrap();
    let (id, name) = (unit.id.to_string(), unit.name.in_language("en").to_owned());
    choose(&mut driven, &name);
    type_and_enter(&mut driven, "Strength", "1,234");
    assert_eq!(member(&driven, &id, "personnel"), 1234);
    let word = decamp::i18n::words(Lang::En).word("materiel", kind);
    type_and_enter(&mut driven, &format!("Materiel – {word}"), "77");
    assert_eq!(member(&driven, &id, "materiel")[kind], 77);
    pick(&mut driven, "Add: Materiel", "aircraft");
    assert_eq!(member(&driven, &id, "materiel")["aircraft"], 0);
    click(&mut driven, "Remove: aircraft");
    assert_eq!(member(&driven, &id, "materiel").get("aircraft"), None);

    let carrier = plan.movements().iter().find(|m| m.loads.len() == 1).unwrap();
    let id = carrier.id.to_string();
    let names = decamp::i18n::Names::new(&plan, Lang::En);
    choose(&mut driven, &names.movement(carrier));
    let selected: Vec<_> = driven.state().selected().map(Id::to_string).collect();
    let id = if selected == [id.clone()] { id } else { selected[0].clone() };
    let before = member(&driven, &id, "loads").as_array().map_or(0, Vec::len);
    driven.get_by_role_and_label(Role::ComboBox, "Add: Loads").click_accesskit();
    driven.run_steps(4);
    let search = driven.get_all_by_role_and_label(Role::TextInput, "Search").last().unwrap();
    search.type_text(&name);
    driven.run_steps(3);
    press(&mut driven, Modifiers::NONE, Key::Enter);
    driven.run_steps(3);
    let loads = member(&driven, &id, "loads");
    assert_eq!(loads.as_array().unwrap().len(), before + 1);
    assert_eq!(loads[before]["unit"], unit.id.as_str());
}

#[test]
fn what_cannot_be_is_refused_at_its_field() {
    let mut driven = open_window(Lang::En, None);
    choose(&mut driven, "Ber");
    let before = driven.state().plan().clone();
    for (field, text, told) in [
        ("Accuracy (km)", "far", "A number is needed"),
        ("Accuracy (km)", "-3", "a number from 0 to"),
        ("Position", "-2.5, 99", "latitude 99"),
        ("Position", "there", "Longitude, then latitude"),
    ] {
        type_and_enter(&mut driven, field, text);
        assert!(driven.query_by_label_contains(told).is_some(), "{field}: {text}: {told}");
        assert_eq!(**driven.state().plan(), *before, "{field}: {text}");
    }
    assert!(driven.state().is_saved());
    type_and_enter(&mut driven, "Accuracy (km)", "4");
    assert!(driven.query_by_label_contains("latitude 99").is_none(), "it is forgotten");
}

#[test]
fn the_plan_itself_and_its_objectives() {
    let mut driven = open_window(Lang::En, None);
    let before = driven.state().plan().header().as_of;
    type_and_enter(&mut driven, "Known up to", "1 oct 2023");
    assert_eq!(driven.state().plan().header().as_of, Some(day("2023-10-01")));
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert_eq!(driven.state().plan().header().as_of, before);
    let count = driven.state().plan().objectives().len();
    click(&mut driven, "Add an objective");
    assert_eq!(driven.state().plan().objectives().len(), count + 1);
    type_and_enter(&mut driven, "Name", "Leave nothing behind");
    let last = driven.state().plan().objectives().iter().last().unwrap().clone();
    assert_eq!(last.name.in_language("en"), "Leave nothing behind");
}

#[test]
fn a_basis_is_read_then_edited() {
    let mut driven = open_window(Lang::En, None);
    choose(&mut driven, "Ber");
    let before = member(&driven, "ber", "basis");
    click(&mut driven, "Edit, or end editing: Basis 1");
    pick(&mut driven, "Basis 1 – Status", "inferred");
    let after = member(&driven, "ber", "basis");
    assert_eq!(after[0]["status"], "inferred");
    assert_eq!(after[0]["quote"], before[0]["quote"], "all else stays");
    click(&mut driven, "Add: Basis");
    let count = before.as_array().unwrap().len();
    assert_eq!(member(&driven, "ber", "basis").as_array().unwrap().len(), count + 1);
}

#[test]
fn several_items_are_set_at_once() {
    let mut driven = open_window(Lang::En, None);
    choose(&mut driven, "Closure of Ber");
    let other = "Closure of Ménaka";
    type_over(&mut driven, "Search", other);
    driven.run_steps(3);
    let row = driven.get_all_by_label(other).find(|row| row.rect().max.x < 320.0).unwrap();
    row.click_modifiers(Modifiers::COMMAND);
    driven.run_steps(3);
    assert_eq!(driven.state().selected().count(), 2);
    let before = driven.state().plan().clone();
    let phase = before.phases().iter().last().unwrap().clone();
    pick(&mut driven, "Phase", phase.name.in_language("en"));
    for id in ["close-ber", "close-menaka"] {
        assert_eq!(member(&driven, id, "phase"), phase.id.as_str(), "{id}");
    }
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert_eq!(**driven.state().plan(), *before, "it was one step");
}

#[test]
fn a_site_is_added_copied_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.decamp");
    fs::write(&path, file::write(&file::bundled_plan().1.plan)).unwrap();
    let mut driven = open_window(Lang::En, Some(&path));
    let before = driven.state().plan().clone();

    press(&mut driven, Modifiers::COMMAND, Key::K);
    driven.get_by_role_and_label(Role::TextInput, "All commands…").type_text("Add a site");
    driven.run_steps(2);
    press(&mut driven, Modifiers::NONE, Key::Enter);
    driven.run_steps(3);
    assert_eq!(driven.state().plan().sites().len(), before.sites().len() + 1);
    assert_eq!(member(&driven, "site-1", "name"), "New: site");

    press(&mut driven, Modifiers::COMMAND, Key::D);
    driven.run_steps(2);
    assert_eq!(member(&driven, "site-2", "geometry"), member(&driven, "site-1", "geometry"));
    press(&mut driven, Modifiers::NONE, Key::Delete);
    driven.run_steps(2);
    assert!(item(&driven, "site-2").is_none(), "nothing points at it: nothing is asked");

    choose(&mut driven, "Ber");
    press(&mut driven, Modifiers::NONE, Key::Delete);
    driven.get_by_label("Delete “Ber”?");
    driven.get_by_label("• Closure of Ber");
    press(&mut driven, Modifiers::NONE, Key::Escape);
    assert!(item(&driven, "ber").is_some(), "Esc removes nothing");
    press(&mut driven, Modifiers::NONE, Key::Delete);
    click(&mut driven, "Delete");
    assert!(item(&driven, "ber").is_none());
    assert!(item(&driven, "close-ber").is_none());
    press(&mut driven, Modifiers::COMMAND, Key::S);
    driven.run_steps(3);
    assert_eq!(file::open(&path).unwrap().plan, **driven.state().plan(), "it can be opened again");

    for _ in 0..4 {
        press(&mut driven, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(**driven.state().plan(), *before);
}

#[test]
fn every_kind_is_found_in_the_outline_and_has_a_form() {
    for lang in Lang::ALL {
        let mut driven = open_window(lang, None);
        let plan = driven.state().plan().clone();
        let names = decamp::i18n::Names::new(&plan, lang);
        let search = decamp::i18n::words(lang).text("action-search");
        for kind in Kind::ALL.iter().copied() {
            let Some(item) = plan.items().find(|item| item.kind() == kind) else { continue };
            let name = names.of(&item);
            type_over(&mut driven, &search, &name);
            driven.run_steps(2);
            let mut rows = driven.query_all_by_label(&name).filter(|r| r.rect().max.x < 330.0);
            assert!(rows.next().is_some(), "{kind:?}: {name}");
        }
    }
}

#[test]
fn a_long_group_of_the_outline_makes_the_rows_in_sight_and_goes_to_what_is_selected() {
    let mut driven = open_window(Lang::En, None);
    let plan = driven.state().plan().clone();
    let names = decamp::i18n::Names::new(&plan, Lang::En);
    let all: Vec<String> = plan.activities().iter().map(|it| names.activity(it)).collect();
    let header = format!("Activities ({})", all.len());
    driven.get_by_label(&header).scroll_to_me();
    driven.run_steps(4);
    driven.get_by_label(&header).click();
    driven.run_steps(12);
    let is_there = |driven: &Driven, name: &str| {
        driven.query_all_by_label(name).any(|row| row.rect().max.x < 320.0)
    };
    let made = all.iter().filter(|name| is_there(&driven, name)).count();
    assert!(made > 0 && made < all.len(), "{made} of {}", all.len());
    let hidden: Vec<&String> = all.iter().filter(|name| !is_there(&driven, name)).collect();
    let visible_bar = hidden
        .iter()
        .find(|name| driven.query_by_role_and_label(Role::Slider, name.as_str()).is_some());
    let name = visible_bar.expect("a bar in sight whose row is not");
    click_bar(&mut driven, name);
    driven.run_steps(8);
    assert!(is_there(&driven, name), "{name} is brought into sight");
}
