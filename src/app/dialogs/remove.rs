//! Asks before more is removed than what was selected.

use std::collections::BTreeSet;

use eframe::egui::{RichText, ScrollArea, Ui};

use super::heading;
use crate::app::action::{Action, FormAction};
use crate::app::view::View;
use crate::plan::Id;
use crate::plan::edit::Removal;

/// How many names of each list are shown.
const MOST: usize = 40;

pub fn show(
    ui: &mut Ui,
    ids: &BTreeSet<Id>,
    removal: &Removal,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let words = view.words;
    let title = match ids.first() {
        Some(one) if ids.len() == 1 => {
            words.fill("remove-title", &[("item", view.names().item(one).into())])
        }
        _ => words.fill("remove-title-several", &[("count", ids.len().into())]),
    };
    heading(ui, &title);
    ScrollArea::vertical().max_height(320.0).auto_shrink([false, true]).show(ui, |ui| {
        names(ui, "remove-also", &removal.also_gone, view);
        names(ui, "remove-changed", &removal.changed, view);
    });
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        if ui.button(words.text("remove-confirm")).clicked() {
            actions.push(Action::CloseDialog);
            actions.push(Action::Form(FormAction::RemoveAll(ids.clone())));
        }
        let cancel = ui.button(words.text("cancel"));
        // Enter alone removes nothing.
        if ui.memory(|memory| memory.focused().is_none()) {
            cancel.request_focus();
        }
        if cancel.clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}

fn names(ui: &mut Ui, message: &str, ids: &[Id], view: &View) {
    if ids.is_empty() {
        return;
    }
    ui.label(RichText::new(view.words.text(message)).strong());
    for id in ids.iter().take(MOST) {
        ui.label(format!("• {}", view.names().item(id)));
    }
    if ids.len() > MOST {
        let more = (ids.len() - MOST).into();
        ui.label(view.words.fill("remove-more", &[("count", more)]));
    }
    ui.add_space(6.0);
}
