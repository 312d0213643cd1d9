//! Where it is from: status, source, place and the words themselves.

use eframe::egui::{Button, Frame, Margin, RichText, Role, Stroke, Ui, WidgetInfo};

use super::form::{Form, Spot, Subject, list};
use super::section;
use crate::app::convert::color32;
use crate::app::convert::family;
use crate::app::view::View;
use crate::file::Shape;
use crate::file::form::kind_name;
use crate::plan::{Basis, BasisStatus, Kind};
use crate::scene::Face;

/// The entries, each to be read until somebody wants to change it.
pub fn show(ui: &mut Ui, form: &mut Form, subject: &Subject, basis: &[Basis]) {
    let Some(field) = subject.field("basis") else { return };
    let words = form.view.words;
    section(ui, &words.text("basis"));
    let Shape::List(of) = &field.shape else { return };
    let value = subject.value(field);
    let entries = value.as_array().map(Vec::as_slice).unwrap_or_default();
    let spot = Spot::new(format!("{}.basis", subject.key()), words.text("basis"));
    let mut changed = None;
    for (index, (entry, value)) in basis.iter().zip(entries).enumerate() {
        let spot = spot.nth(index);
        let open = form.id(&spot).with("edited");
        let edited: bool = ui.data(|data| data.get_temp(open)).unwrap_or_default();
        if edited {
            let object = value.as_object().cloned().unwrap_or_default();
            if let Some(value) = form.record(ui, &spot, "basis", of.fields(), &object) {
                let mut entries = entries.to_vec();
                entries[index] = value;
                changed = Some(entries);
            }
        } else {
            one(ui, subject.record(), entry, form.view);
        }
        ui.horizontal(|ui| {
            ui.add_space(8.0);
            let (sign, wish) = match edited {
                true => ("form-end-edit", false),
                false => ("form-edit", true),
            };
            let what = form.naming("form-edit-entry", &spot.label());
            if quiet_button(ui, &words.text(sign), &what) {
                ui.data_mut(|data| data.insert_temp(open, wish));
            }
            if edited && form.small_button(ui, "×", &form.naming("form-remove-from", &spot.label()))
            {
                ui.data_mut(|data| data.remove_temp::<bool>(open));
                let mut entries = entries.to_vec();
                entries.remove(index);
                changed = Some(entries);
            }
        });
        ui.add_space(2.0);
    }
    let add = words.fill("form-add-to", &[("member", words.text("basis").into())]);
    if form.small_button(ui, &words.text("form-add"), &add) {
        let open = form.id(&spot.nth(entries.len())).with("edited");
        ui.data_mut(|data| data.insert_temp(open, true));
        changed = Some([entries, &[serde_json::json!({})]].concat());
    }
    if let Some(entries) = changed {
        form.change(ui, subject, field, &spot, list(entries));
    }
    form.refusal(ui, &spot);
}

/// The entries of an item of a kind, only to be read: in hints and on boards.
pub fn read(ui: &mut Ui, kind: Kind, basis: &[Basis], view: &View) {
    if !basis.is_empty() {
        section(ui, &view.words.text("basis"));
    }
    for entry in basis {
        one(ui, kind_name(kind), entry, view);
    }
}

/// `record` is the kind of object that the entry is about, as the file calls it.
fn one(ui: &mut Ui, record: &str, entry: &Basis, view: &View) {
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
        let of = members(record, &entry.of, view);
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
fn members(record: &str, of: &[String], view: &View) -> String {
    if of.is_empty() {
        return String::new();
    }
    let names: Vec<String> = of.iter().map(|member| view.words.member(record, member)).collect();
    format!(" – {}", names.join(", "))
}

/// A button without a frame: there is one at every entry.
fn quiet_button(ui: &mut Ui, text: &str, name: &str) -> bool {
    let button = ui.add(Button::new(RichText::new(text).small().weak()).frame(false));
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    button.clicked()
}
