//! The menu of a bar: recording what really happened, and its dates.

use eframe::egui::{Button, Response, Ui};

use crate::app::action::{Action, SelectHow};
use crate::app::actuals::RecordAction;
use crate::app::bar_acts::BarAction;
use crate::app::view::View;
use crate::i18n::date_long;
use crate::plan::Id;

/// Opens with the other button, unless that gave a drag up.
pub(super) fn show(
    response: &Response,
    id: &Id,
    dragging: bool,
    view: &View,
    actions: &mut Vec<Action>,
) {
    if dragging {
        return;
    }
    // It is about all that is selected, and a bar beside that is selected alone.
    if response.secondary_clicked() && !view.state.selected.contains(id) {
        actions.push(Action::Select(id.clone(), SelectHow::Only));
    }
    response.context_menu(|ui| entries(ui, id, view, actions));
}

fn entries(ui: &mut Ui, id: &Id, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    let mut entry = |ui: &mut Ui, name: String, is_there: bool, action: Action| {
        if ui.add_enabled(is_there, Button::new(name)).clicked() {
            actions.push(action);
            ui.close();
        }
    };
    for (message, record) in [
        ("bar-started", RecordAction::Started),
        ("bar-finished", RecordAction::Finished),
        ("bar-given-up", RecordAction::GivenUp),
    ] {
        entry(ui, on_day(message, view), true, Action::Record(record));
    }
    let known = view.plan.timing(id).is_some_and(|timing| timing.actual.is_some());
    entry(ui, words.text("action-not-recorded"), known, Action::Record(RecordAction::Nothing));
    ui.separator();
    entry(ui, words.text("bar-dates"), true, Action::Bars(BarAction::TypeDates(Some(id.clone()))));
}

/// `Début réel le 13 août 2023`, on the day of the playhead.
pub fn on_day(message: &str, view: &View) -> String {
    let date = date_long(view.moment.day(), view.words.lang());
    view.words.fill(message, &[("date", date.into())])
}
