//! How far an item can slip, and where the odds see its end.

use eframe::egui::Ui;

use super::{row, section};
use crate::app::view::View;
use crate::draw::timeline::odds_of_item;
use crate::i18n::date_short;
use crate::plan::Id;

/// Nothing for what has no end, or is over.
pub(super) fn show(ui: &mut Ui, id: &Id, view: &View) {
    let Some(float) = view.critical.float(id) else { return };
    let words = view.words;
    section(ui, &words.text("group-margins"));
    for (name, days) in [("field-total-float", float.total), ("field-free-float", float.free)] {
        row(ui, &words.text(name), |ui| {
            let text = words.fill("margin-days", &[("days", days.into())]);
            match days < 0 {
                true => ui.colored_label(ui.visuals().error_fg_color, text),
                false => ui.label(text),
            };
            if name == "field-total-float" && view.critical.chain.contains(id) {
                ui.weak(words.text("margin-critical"));
            }
        });
    }
    let odds = view.odds.latest().filter(|(odds, _)| !odds.spreads.is_empty());
    if let Some(item) = odds.and_then(|(odds, _)| odds_of_item(odds, id)) {
        let [p50, p80] = [item.p50, item.p80].map(|day| date_short(day, words.lang()));
        let text = words.fill("odds-item", &[("p50", p50.into()), ("p80", p80.into())]);
        row(ui, &words.text("field-odds-end"), |ui| {
            ui.label(text);
        });
    }
}
