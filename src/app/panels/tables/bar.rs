//! Above a table: which kind it shows, what is searched for, and its columns.

use eframe::egui::{
    Align, Button, ComboBox, Id as WidgetId, Layout, PopupCloseBehavior, RichText, ScrollArea,
    TextEdit, Ui,
    containers::menu::{MenuButton, MenuConfig},
};

use crate::app::action::Action;
use crate::app::table_acts::TableRows;
use crate::app::tables::TableAction;
use crate::app::typed_field;
use crate::app::view::View;
use crate::plan::Kind;
use crate::table::columns;

/// The kinds that are a click away; the others are in a list.
const FIRST: [Kind; 4] = [Kind::Site, Kind::Unit, Kind::Movement, Kind::Activity];

pub fn show(ui: &mut Ui, rows: &TableRows, view: &View, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        kinds(ui, view, actions);
        ui.separator();
        search(ui, view, actions);
        let (shown, all) = (rows.len(), rows.all.len());
        let args = [("shown", shown.into()), ("all", all.into())];
        let message = if shown == all { "table-rows" } else { "table-rows-of" };
        ui.label(RichText::new(view.words.fill(message, &args)).weak());
        let query = &view.tables.look().query;
        let is_filtered = !query.filters.is_empty() || !query.text.is_empty();
        if is_filtered && ui.button(view.words.text("table-clear-filters")).clicked() {
            actions.push(Action::Table(TableAction::ClearFilters));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            column_list(ui, view, actions);
        });
    });
}

fn kinds(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let chosen = view.tables.kind;
    let name = |kind: Kind| view.words.word("kinds", kind.list());
    let mut one = |ui: &mut Ui, kind: Kind| {
        if ui.add(Button::selectable(chosen == kind, name(kind))).clicked() {
            actions.push(Action::Table(TableAction::Show(kind)));
        }
    };
    for kind in FIRST {
        one(ui, kind);
    }
    let others = Kind::ALL.iter().copied().filter(|kind| !FIRST.contains(kind));
    let shown =
        if FIRST.contains(&chosen) { view.words.text("table-others") } else { name(chosen) };
    ComboBox::from_id_salt("table-kinds").width(96.0).height(400.0).selected_text(shown).show_ui(
        ui,
        |ui| {
            for kind in others {
                one(ui, kind);
            }
        },
    );
}

fn search(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let mut text = view.tables.look().query.text.clone();
    let hint = view.words.text("table-search");
    let edit = TextEdit::singleline(&mut text)
        .id(WidgetId::unique("table-search"))
        .hint_text(&hint)
        .desired_width(190.0);
    if typed_field::name(ui.add(edit), &hint).changed() {
        actions.push(Action::Table(TableAction::Search(text)));
    }
}

fn column_list(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let look = view.tables.look();
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    MenuButton::new(view.words.text("table-columns")).config(config).ui(ui, |ui| {
        ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            for column in columns(view.tables.kind).into_iter().skip(1) {
                let mut on = look.columns.contains(&column);
                if ui.checkbox(&mut on, column.name(view.tables.kind, view.words)).changed() {
                    actions.push(Action::Table(TableAction::ShowColumn(column, on)));
                }
            }
        });
    });
}
