//! What the file of a layer holds: how many features, which of their properties can be
//! written beside them, and the one that is looked at.

use eframe::egui::{RichText, Ui};

use super::row;
use crate::app::action::{Action, FormStep, StepLabel};
use crate::app::layers::LayerAction;
use crate::app::panels::icons::{Icon, icon_button};
use crate::app::view::View;
use crate::plan::edit::Command;
use crate::plan::{Layer, LayerStyle};
use crate::theatre::{Overlay, file_and_table, path_of_table};

/// More choices than this are typed into the form.
const MOST: usize = 12;

pub(super) fn show(ui: &mut Ui, layer: &Layer, view: &View, actions: &mut Vec<Action>) {
    let Some(Ok(overlay)) = view.theatre.overlays().get(&layer.path) else { return };
    let words = view.words;
    let counts = [
        ("layers-areas", overlay.areas.len()),
        ("layers-lines", overlay.lines.len()),
        ("layers-points", overlay.spots.len()),
    ];
    let there = counts.into_iter().filter(|(_, count)| *count > 0);
    let texts = there.map(|(message, count)| words.fill(message, &[("count", count.into())]));
    ui.weak(texts.collect::<Vec<_>>().join(" · "));
    if overlay.tables.len() > 1 {
        tables(ui, layer, overlay, view, actions);
    }
    labels(ui, layer, overlay, view, actions);
    ui.add_space(6.0);
    features(ui, layer, overlay, view, actions);
    ui.add_space(6.0);
}

/// Which tables of the file are shown: one, or all.
fn tables(ui: &mut Ui, layer: &Layer, overlay: &Overlay, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    let (file, chosen) = file_and_table(&layer.path);
    let all = words.text("layers-all-tables");
    let tables = overlay.tables.iter().take(MOST).map(|name| (Some(name.as_str()), name.as_str()));
    ui.horizontal_wrapped(|ui| {
        ui.label(words.text("layers-tables"));
        for (table, text) in std::iter::once((None, all.as_str())).chain(tables) {
            let is_chosen = chosen == table;
            if ui.selectable_label(is_chosen, text).clicked() && !is_chosen {
                let layer = Layer { path: path_of_table(file, table), ..layer.clone() };
                actions.push(member_edit("path", layer));
            }
        }
    });
}

/// Which property is written beside the features.
fn labels(ui: &mut Ui, layer: &Layer, overlay: &Overlay, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    let style = layer.style.clone().unwrap_or_default();
    let none = words.text("layers-no-label");
    let properties = overlay.properties();
    let choices = properties.iter().take(MOST).map(|name| (Some(*name), *name));
    ui.horizontal_wrapped(|ui| {
        ui.label(words.text("layers-labels"));
        for (label, text) in std::iter::once((None, none.as_str())).chain(choices) {
            let chosen = style.label.as_deref() == label;
            if ui.selectable_label(chosen, text).clicked() && !chosen {
                let style = LayerStyle { label: label.map(Into::into), ..style.clone() };
                let layer = Layer { style: Some(style), ..layer.clone() };
                actions.push(member_edit("label", layer));
            }
        }
    });
}

/// What changes a member of a layer, which is as given afterwards.
fn member_edit(member: &str, layer: Layer) -> Action {
    let step = FormStep::Member { item: (*layer.id).clone(), member: member.into() };
    Action::Edit(StepLabel::Form(step), Command::put(layer))
}

/// From one feature to the next, and what the one that is looked at is.
fn features(ui: &mut Ui, layer: &Layer, overlay: &Overlay, view: &View, actions: &mut Vec<Action>) {
    let count = overlay.count();
    if count == 0 {
        return;
    }
    let words = view.words;
    let chosen = view.state.chosen_feature().map(|(_, number)| number);
    ui.horizontal(|ui| {
        // Around the end and back to the first.
        let back = chosen.unwrap_or(0).checked_sub(1).unwrap_or(count - 1);
        let next = chosen.map_or(0, |number| (number + 1) % count);
        for (icon, message, to) in
            [(Icon::Back, "layers-previous", back), (Icon::Forward, "layers-next", next)]
        {
            if icon_button(ui, icon, &words.text(message), false).clicked() {
                actions.push(Action::Layer(LayerAction::GoTo(layer.id.clone(), to)));
            }
        }
        let args = [("at", chosen.map_or(0, |number| number + 1).into()), ("count", count.into())];
        ui.label(words.fill("layers-feature", &args));
    });
    let Some(piece) = chosen.and_then(|number| overlay.piece(number)) else { return };
    if let Some(name) = piece.name(words.lang().tag()) {
        ui.label(RichText::new(name).strong());
    }
    for (property, text) in piece.data().readable() {
        row(ui, property, |ui| {
            ui.label(beginning(text));
        });
    }
}

/// A text as far as anybody reads it here.
fn beginning(text: &str) -> String {
    const LETTERS: usize = 500;
    match text.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
