//! Where it is from: status, source, place and the words themselves.

use eframe::egui::{Frame, Margin, RichText, Stroke, Ui};

use super::section;
use crate::app::convert::color32;
use crate::app::convert::family;
use crate::app::view::View;
use crate::plan::{Basis, BasisStatus};
use crate::scene::Face;

pub fn show(ui: &mut Ui, basis: &[Basis], view: &View) {
    if basis.is_empty() {
        return;
    }
    section(ui, &view.words.text("basis"));
    for entry in basis {
        one(ui, entry, view);
    }
}

fn one(ui: &mut Ui, entry: &Basis, view: &View) {
    let words = view.words;
    let color = match entry.status {
        BasisStatus::Stated => view.style.good,
        BasisStatus::Reported => view.style.accent,
        BasisStatus::Inferred | BasisStatus::Illustrative => view.style.warning,
        _ => view.style.quiet,
    };
    let frame = Frame::new()
        .inner_margin(Margin { left: 8, right: 0, top: 2, bottom: 2 })
        .stroke(Stroke::NONE);
    let shown = frame.show(ui, |ui| {
        let status = words.word("status", entry.status.as_word());
        let confidence = entry.confidence.as_ref().map(|c| format!(" ({})", c.as_word()));
        let of = members(&entry.of, view);
        let head = format!("{status}{}{of}", confidence.unwrap_or_default());
        ui.label(RichText::new(head).small().color(color32(color)));
        if let Some(quote) = &entry.quote {
            let quote = words.fill("quoted", &[("text", quote.as_str().into())]);
            ui.label(RichText::new(quote).family(family(Face::Italic)));
        }
        let source = entry.source.as_ref().map(|source| view.names().item(source));
        let place: Vec<String> = source.into_iter().chain(entry.place.clone()).collect();
        if !place.is_empty() {
            ui.small(place.join(", "));
        }
        if let Some(note) = &entry.note {
            ui.label(RichText::new(note.in_language(words.lang().tag())).small().weak());
        }
    });
    // The colour of the status, along the whole entry.
    let area = shown.response.rect;
    let line = Stroke::new(3.0, color32(color));
    ui.painter().vline(area.min.x + 1.5, area.y_range(), line);
}

/// ` – dates prévues`: what of the item the entry is about.
fn members(of: &[String], view: &View) -> String {
    if of.is_empty() {
        return String::new();
    }
    let names: Vec<String> = of.iter().map(|member| view.words.word("member", member)).collect();
    format!(" – {}", names.join(", "))
}
