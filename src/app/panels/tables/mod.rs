//! The tables of the plan: one for each kind of item, to be sorted, filtered, typed
//! into, and exchanged with spreadsheets.

mod bar;
mod cell;
mod grid;
mod head;
mod keys;

use eframe::egui::{Id as WidgetId, Ui};

use crate::app::action::Action;
use crate::app::table_acts::TableRows;
use crate::app::view::View;

/// The widget that has the focus while the keys go to a table.
pub fn ground_id() -> WidgetId {
    WidgetId::unique("table")
}

pub fn show(ui: &mut Ui, rows: &TableRows, view: &View, actions: &mut Vec<Action>) {
    bar::show(ui, rows, view, actions);
    grid::show(ui, rows, view, actions);
}
