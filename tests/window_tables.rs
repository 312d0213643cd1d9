//! The tables of the window, driven by labels, pointer and keys.
#![cfg(feature = "gui")]

mod window_common;

use decamp::i18n::Lang;
use decamp::plan::{BasisStatus, Id, Site, basis_of};
use eframe::egui::{Event, Key, Modifiers, OutputCommand, Role};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};
use window_common::{Driven, open_window, planned, press};

/// The window with the table of a kind.
fn table(lang: Lang, kind: &str) -> Driven {
    let mut driven = open_window(lang, None);
    press(&mut driven, Modifiers::COMMAND, Key::Num2);
    driven.get_by_role_and_label(Role::Button, kind).click();
    driven.run_steps(3);
    driven
}

/// The texts of a column, from the top down.
fn column(driven: &Driven, name: &str) -> Vec<String> {
    let end = format!(" – {name}");
    let cells = driven.get_all_by_role(Role::Cell);
    let mut cells: Vec<(f32, String)> = cells
        .filter(|cell| cell.accesskit_node().label().is_some_and(|label| label.ends_with(&end)))
        .map(|cell| (cell.rect().min.y, cell.value().unwrap_or_default()))
        .collect();
    cells.sort_by(|a, b| a.0.total_cmp(&b.0));
    cells.into_iter().map(|(_, text)| text).collect()
}

fn click_cell(driven: &mut Driven, cell: &str, modifiers: Modifiers) {
    driven.get_by_role_and_label(Role::Cell, cell).click_modifiers(modifiers);
    driven.run_steps(3);
}

fn click_head(driven: &mut Driven, name: &str, modifiers: Modifiers) {
    driven.get_by_role_and_label(Role::ColumnHeader, name).click_modifiers(modifiers);
    driven.run_steps(3);
}

/// The cell of a column that is being typed into.
fn typed_cell<'a>(driven: &'a Driven, column: &str) -> Node<'a> {
    let end = format!(" – {column}");
    let mut fields = driven.get_all_by_role(Role::TextInput);
    let field =
        fields.find(|node| node.accesskit_node().label().is_some_and(|l| l.ends_with(&end)));
    field.expect("a cell of the column is open")
}

/// Types into the cell at the cursor, and leaves it with Enter.
fn type_into(driven: &mut Driven, column: &str, text: &str) {
    press(driven, Modifiers::NONE, Key::F2);
    driven.run_steps(2);
    typed_cell(driven, column).type_text(text);
    driven.run_steps(2);
    press(driven, Modifiers::NONE, Key::Enter);
    driven.run_steps(3);
}

fn type_in_field(driven: &mut Driven, field: &str, text: &str) {
    driven.get_by_label(field).focus();
    driven.run_steps(2);
    driven.get_by_label(field).type_text(text);
    driven.run_steps(3);
}

fn paste(driven: &mut Driven, text: &str) {
    driven.event(Event::Paste(text.into()));
    driven.run_steps(4);
}

fn copied(driven: &mut Driven) -> String {
    driven.event(Event::Copy);
    driven.step();
    let commands = driven.output().platform_output.commands.clone();
    let text = commands.into_iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text),
        _ => None,
    });
    text.expect("something was copied")
}

fn site(driven: &Driven, id: &str) -> Site {
    (**driven.state().plan().sites().find(&Id::new(id).unwrap()).unwrap()).clone()
}

fn is_sorted(figures: &[String]) -> bool {
    let figures: Vec<u64> =
        figures.iter().map(|text| text.replace(',', "").parse().unwrap()).collect();
    assert!(figures.len() > 5, "{figures:?}");
    figures.is_sorted()
}

#[test]
fn a_click_on_a_head_sorts_and_another_turns_it_round() {
    let mut driven = table(Lang::En, "Sites");
    assert!(!is_sorted(&column(&driven, "People")));
    click_head(&mut driven, "People", Modifiers::NONE);
    assert!(is_sorted(&column(&driven, "People")), "figures, not texts");
    click_head(&mut driven, "People", Modifiers::NONE);
    let mut falling = column(&driven, "People");
    falling.reverse();
    assert!(is_sorted(&falling));
    click_head(&mut driven, "People", Modifiers::NONE);
    assert!(!is_sorted(&column(&driven, "People")), "a third click gives it up");
}

#[test]
fn with_shift_a_second_column_decides_among_equals() {
    let mut driven = table(Lang::En, "Sites");
    click_head(&mut driven, "Sector", Modifiers::NONE);
    click_head(&mut driven, "People", Modifiers::SHIFT);
    let sectors = column(&driven, "Sector");
    let people = column(&driven, "People");
    let centre = sectors.iter().filter(|sector| *sector == "Centre").count();
    assert!(sectors[..centre].iter().all(|sector| sector == "Centre"), "{sectors:?}");
    let figures: Vec<u64> =
        people[..centre].iter().map(|text| text.replace(',', "").parse().unwrap()).collect();
    assert!(centre > 1 && figures.is_sorted(), "{figures:?}");
}

#[test]
fn filters_leave_the_rows_that_fit() {
    let mut driven = table(Lang::Fr, "Sites");
    type_in_field(&mut driven, "Filtre\u{a0}: Secteur", "est");
    let sectors = column(&driven, "Secteur");
    assert!(sectors.iter().all(|sector| sector == "Est" || sector == "Ouest"), "{sectors:?}");
    assert!(sectors.len() > 3);
    type_in_field(&mut driven, "Rechercher dans le tableau", "menaka");
    assert_eq!(column(&driven, "Nom"), ["Ménaka"], "accents do not matter");
    driven.get_by_label("Effacer les filtres").click();
    driven.run_steps(3);
    assert!(column(&driven, "Nom").len() > 5);
}

#[test]
fn a_row_is_selected_everywhere_and_arrows_go_on() {
    let mut driven = table(Lang::En, "Sites");
    click_cell(&mut driven, "Ansongo – Name", Modifiers::NONE);
    let selected =
        |driven: &Driven| driven.state().selected().map(|id| id.to_string()).collect::<Vec<_>>();
    assert_eq!(selected(&driven), ["ansongo"]);
    press(&mut driven, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(selected(&driven), ["bamako"]);
    let day = driven.state().day();
    press(&mut driven, Modifiers::NONE, Key::ArrowRight);
    assert_eq!((selected(&driven), driven.state().day()), (vec!["bamako".into()], day));
    press(&mut driven, Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(selected(&driven), ["bamako", "ber"]);
    click_cell(&mut driven, "Aguelhok – Name", Modifiers::COMMAND);
    assert_eq!(selected(&driven), ["aguelhok", "bamako", "ber"]);
    press(&mut driven, Modifiers::COMMAND, Key::A);
    assert_eq!(selected(&driven).len(), driven.state().plan().sites().len());
}

#[test]
fn a_date_is_typed_into_a_cell_and_undone() {
    let mut driven = table(Lang::En, "Activities");
    let before = planned(&driven, "close-ber");
    let cell = "Closure of Ber – Planned end";
    type_in_field(&mut driven, "Search the table", "Closure of Ber");
    click_cell(&mut driven, cell, Modifiers::NONE);
    type_into(&mut driven, "Planned end", "20 sept. 2023");
    assert_eq!(planned(&driven, "close-ber").end, Some("2023-09-20".parse().unwrap()));
    assert_eq!(
        driven.get_by_role_and_label(Role::Cell, cell).value().unwrap(),
        "20 September 2023"
    );
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert_eq!(planned(&driven, "close-ber"), before);
    type_into(&mut driven, "Planned end", "31 nov 2023");
    assert_eq!(planned(&driven, "close-ber"), before, "there is no such day");
    assert!(driven.state().is_saved());
}

#[test]
fn what_is_typed_goes_into_all_selected_rows_in_one_step() {
    let mut driven = table(Lang::En, "Sites");
    let kinds =
        |driven: &Driven| ["ansongo", "ber"].map(|id| site(driven, id).kind.as_word().to_owned());
    click_cell(&mut driven, "Ansongo – Kind", Modifiers::NONE);
    click_cell(&mut driven, "Ber – Kind", Modifiers::COMMAND);
    type_into(&mut driven, "Kind", "temporary base");
    assert_eq!(kinds(&driven), ["temporary-base", "temporary-base"]);
    let basis = site(&driven, "ber").basis;
    assert_eq!(basis_of(&basis, "kind")[0].status, BasisStatus::Planner, "no source says so");
    assert_eq!(site(&driven, "aguelhok").kind.as_word(), "camp", "not selected");
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert_eq!(kinds(&driven), ["camp", "camp"]);
}

#[test]
fn ctrl_d_fills_the_first_value_down_and_duplicates_nothing() {
    let mut driven = table(Lang::En, "Sites");
    let sites = driven.state().plan().sites().len();
    let kinds = |driven: &Driven| {
        ["ansongo", "ber", "aguelhok"].map(|id| site(driven, id).kind.as_word().to_owned())
    };
    click_cell(&mut driven, "Ansongo – Kind", Modifiers::NONE);
    type_into(&mut driven, "Kind", "temporary base");
    press(&mut driven, Modifiers::NONE, Key::Escape);
    click_cell(&mut driven, "Ansongo – Kind", Modifiers::NONE);
    click_cell(&mut driven, "Ber – Kind", Modifiers::COMMAND);
    press(&mut driven, Modifiers::COMMAND, Key::D);
    assert_eq!(kinds(&driven), ["temporary-base", "temporary-base", "camp"]);
    assert_eq!(driven.state().plan().sites().len(), sites, "nothing was duplicated");
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert_eq!(kinds(&driven), ["temporary-base", "camp", "camp"], "one step");
}

#[test]
fn the_beginning_of_a_word_is_enough_and_arrows_go_through_the_words() {
    let mut driven = table(Lang::En, "Sites");
    let kind = |driven: &Driven| site(driven, "ber").kind.as_word().to_owned();
    click_cell(&mut driven, "Ber – Kind", Modifiers::NONE);
    type_into(&mut driven, "Kind", "headq");
    assert_eq!(kind(&driven), "headquarters");
    press(&mut driven, Modifiers::NONE, Key::F2);
    driven.run_steps(2);
    press(&mut driven, Modifiers::NONE, Key::ArrowDown);
    press(&mut driven, Modifiers::NONE, Key::Enter);
    driven.run_steps(3);
    assert_eq!(kind(&driven), "airfield", "the next one of the list");
}

#[test]
fn shift_and_arrows_select_a_range() {
    let mut driven = table(Lang::En, "Sites");
    click_cell(&mut driven, "Ansongo – Name", Modifiers::NONE);
    for _ in 0..2 {
        driven.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    }
    driven.run_steps(3);
    assert_eq!(driven.state().selected().count(), 3);
}

#[test]
fn escape_leaves_a_cell_as_it_was_and_tab_goes_on() {
    let mut driven = table(Lang::En, "Sites");
    click_cell(&mut driven, "Ber – Name", Modifiers::NONE);
    press(&mut driven, Modifiers::NONE, Key::F2);
    driven.run_steps(2);
    typed_cell(&driven, "Name").type_text("Elsewhere");
    driven.run_steps(2);
    press(&mut driven, Modifiers::NONE, Key::Escape);
    driven.run_steps(2);
    assert!(driven.state().is_saved());
    assert_eq!(driven.state().selected().count(), 1, "the row stays selected");
    press(&mut driven, Modifiers::NONE, Key::Enter);
    driven.run_steps(2);
    typed_cell(&driven, "Name").type_text("Ber camp");
    driven.run_steps(2);
    press(&mut driven, Modifiers::NONE, Key::Tab);
    driven.run_steps(3);
    assert_eq!(site(&driven, "ber").name.in_language("en"), "Ber camp");
    typed_cell(&driven, "Kind");
}

#[test]
fn copied_rows_are_pasted_again_and_changed_cells_change() {
    let mut driven = table(Lang::En, "Sites");
    click_cell(&mut driven, "Ber – Name", Modifiers::NONE);
    click_cell(&mut driven, "Gao – Name", Modifiers::COMMAND);
    let text = copied(&mut driven);
    let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines[0][..4], ["Id", "Name", "Kind", "Sector"]);
    assert_eq!(lines[1][..3], ["ber", "Ber", "camp"]);
    assert_eq!(lines.len(), 3);
    paste(&mut driven, &text);
    assert!(driven.state().is_saved(), "nothing is changed by what was copied");
    paste(&mut driven, &text.replace("\tBer\t", "\tBer (old)\t"));
    assert_eq!(site(&driven, "ber").name.in_language("en"), "Ber (old)");
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert!(driven.state().is_saved(), "pasting was one step");
}

#[test]
fn a_block_is_pasted_from_the_cell_on() {
    let mut driven = table(Lang::En, "Sites");
    click_cell(&mut driven, "Ansongo – Kind", Modifiers::NONE);
    paste(&mut driven, "airfield\tWest\nport\tSouth\n");
    let told = |id: &str| {
        let site = site(&driven, id);
        (site.kind.as_word().to_owned(), site.sector.unwrap().to_string())
    };
    assert_eq!(told("ansongo"), ("airfield".into(), "west".into()));
    assert_eq!(told("bamako"), ("port".into(), "south".into()));
}

#[test]
fn a_block_with_a_cell_that_does_not_fit_changes_nothing_and_says_why() {
    let mut driven = table(Lang::En, "Sites");
    click_cell(&mut driven, "Ansongo – Kind", Modifiers::NONE);
    paste(&mut driven, "airfield\nno such kind\n");
    assert!(driven.state().is_saved());
    driven.get_by_label_contains("Line 2 – Kind – “no such kind”: Unknown word");
}

#[test]
fn new_rows_are_asked_about_before_they_are_added() {
    let mut driven = table(Lang::En, "Units");
    let count = driven.state().plan().units().len();
    let cell = first_cell(&driven, "Name");
    click_cell(&mut driven, &cell, Modifiers::NONE);
    let block = "Name\tCategory\tKind\tRole\tSite\tStrength\n\
                 Togo 2\tmilitary\tinfantry\toperations\tDouentza\t120\n";
    let block = format!("Id\t{}", block.replace("\nTogo", "\n\tTogo"));
    paste(&mut driven, &block);
    driven.get_by_label_contains("1 item will be added");
    assert_eq!(driven.state().plan().units().len(), count);
    driven.get_by_role_and_label(Role::Button, "Paste").click();
    driven.run_steps(4);
    let unit = driven.state().plan().units().find(&Id::new("togo-2").unwrap()).unwrap().clone();
    assert_eq!((unit.personnel, unit.site.as_ref().unwrap().as_str()), (120, "douentza"));
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert_eq!(driven.state().plan().units().len(), count);
}

fn first_cell(driven: &Driven, name: &str) -> String {
    let end = format!(" – {name}");
    let labels =
        driven.get_all_by_role(Role::Cell).filter_map(|cell| cell.accesskit_node().label());
    labels.into_iter().find(|label| label.ends_with(&end)).unwrap()
}

#[test]
fn rows_are_removed_and_come_back() {
    let mut driven = table(Lang::En, "Activities");
    let before = driven.state().plan().clone();
    type_in_field(&mut driven, "Search the table", "Closure of Ber");
    click_cell(&mut driven, "Closure of Ber – Name", Modifiers::NONE);
    press(&mut driven, Modifiers::NONE, Key::Delete);
    assert!(driven.state().plan().kind_of(&Id::new("close-ber").unwrap()).is_none());
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert_eq!(*driven.state().plan(), before);
}

#[test]
fn a_column_is_shown_and_hidden() {
    let mut driven = table(Lang::En, "Sites");
    assert!(driven.query_by_role_and_label(Role::ColumnHeader, "Id").is_none());
    driven.get_by_label("Columns").click();
    driven.run_steps(2);
    driven.get_by_role_and_label(Role::CheckBox, "Id").click();
    driven.run_steps(3);
    driven.get_by_role_and_label(Role::ColumnHeader, "Id");
}
