//! Objects within items: loads, links, stops, spans. Those of a list can be folded.

use eframe::egui::{Frame, Label, Margin, RichText, Ui, collapsing_header::CollapsingState};
use serde_json::{Map, Value};

use super::lists::list;
use super::picker::Picker;
use super::scalars::with_member;
use super::{Form, Spot, is_block, labelled};
use crate::calendar::Day;
use crate::file::{Field, Shape, form};
use crate::plan::{Kind, Target};

/// Lists whose order means something.
const ORDERED: &[&str] = &["stops", "route", "mitigations", "to_options"];

/// What was asked of one of a list.
enum Wish {
    Change(Value),
    Remove,
    Earlier,
    Later,
}

impl Form<'_> {
    /// A value that takes the width of the panel, below its name.
    pub fn block(
        &mut self,
        ui: &mut Ui,
        spot: &Spot,
        name: &str,
        field: &Field,
        value: &Value,
    ) -> Option<Value> {
        match &field.shape {
            Shape::Record { name: record, fields } => {
                self.optional_record(ui, spot, name, (*record, *fields), field, value)
            }
            Shape::List(of) => {
                ui.label(RichText::new(name).weak());
                self.rows(ui, spot, of, ORDERED.contains(&field.name), value)
            }
            Shape::SpanById => {
                self.spans(ui, name, value);
                None
            }
            _ => {
                labelled(ui, name, |ui| ui.small(self.text.write(&field.shape, value)));
                None
            }
        }
    }

    /// An object that can be added and taken out as a whole.
    fn optional_record(
        &mut self,
        ui: &mut Ui,
        spot: &Spot,
        name: &str,
        (record, fields): (&str, &'static [Field]),
        field: &Field,
        value: &Value,
    ) -> Option<Value> {
        let words = self.view.words;
        let Some(object) = value.as_object() else {
            let label = words.fill("form-add-to", &[("member", spot.label.as_str().into())]);
            let wanted =
                labelled(ui, name, |ui| self.small_button(ui, &words.text("form-add"), &label));
            return wanted.then(|| self.blank(record, &field.shape)).flatten();
        };
        let removed = ui.horizontal(|ui| {
            ui.label(RichText::new(name).weak());
            let label = self.naming("form-remove-from", name);
            !field.required && self.small_button(ui, "×", &label)
        });
        if removed.inner {
            return Some(Value::Null);
        }
        indented(ui, |ui| self.record(ui, spot, record, fields, object))
    }

    /// A new object with what it must have. A span begins as one day, since one
    /// without any date would be nothing.
    fn blank(&self, record: &str, shape: &Shape) -> Option<Value> {
        let day: Day = self.view.moment.day();
        match record {
            "span" | "actual" => Some(serde_json::json!({ "start": day.to_string() })),
            _ => form::blank_value(shape, self.view.plan),
        }
    }

    /// The members of an object; the object with what was changed.
    pub fn record(
        &mut self,
        ui: &mut Ui,
        spot: &Spot,
        record: &str,
        fields: &'static [Field],
        object: &Map<String, Value>,
    ) -> Option<Value> {
        let mut changed = None;
        for field in fields {
            let name = self.name_of(record, field.name);
            let part = spot.within(field.name, &name);
            let value = object.get(field.name).cloned().unwrap_or_default();
            let new = match is_block(&field.shape) {
                true => self.block(ui, &part, &name, field, &value),
                false => labelled(ui, &name, |ui| self.value(ui, &part, field, &value)),
            };
            if let Some(new) = new {
                changed = Some(with_member(object, field.name, new));
            }
        }
        changed
    }

    /// One row for each of a list, and what adds another.
    fn rows(
        &mut self,
        ui: &mut Ui,
        spot: &Spot,
        of: &Shape,
        ordered: bool,
        value: &Value,
    ) -> Option<Value> {
        let values = value.as_array().map(Vec::as_slice).unwrap_or_default();
        let mut wish = None;
        for (index, value) in values.iter().enumerate() {
            let last = index + 1 == values.len();
            let moves = (ordered && index > 0, ordered && !last);
            if let Some(found) = self.row(ui, &spot.nth(index), of, moves, value) {
                wish = Some((index, found));
            }
        }
        let added = self.add_row(ui, spot, of);
        let mut values = values.to_vec();
        match wish {
            Some((index, Wish::Change(value))) => values[index] = value,
            Some((index, Wish::Remove)) => drop(values.remove(index)),
            Some((index, Wish::Earlier)) => values.swap(index - 1, index),
            Some((index, Wish::Later)) => values.swap(index, index + 1),
            None => values.push(added?),
        }
        Some(list(values))
    }

    fn row(
        &mut self,
        ui: &mut Ui,
        spot: &Spot,
        of: &Shape,
        (earlier, later): (bool, bool),
        value: &Value,
    ) -> Option<Wish> {
        let buttons = |form: &Self, ui: &mut Ui, what: &str| {
            let button = |ui: &mut Ui, on: bool, sign: &str, message: &str| {
                on && form.small_button(ui, sign, &form.naming(message, what))
            };
            let earlier = button(ui, earlier, "↑", "form-earlier").then_some(Wish::Earlier);
            let later = button(ui, later, "↓", "form-later").then_some(Wish::Later);
            let remove = button(ui, true, "×", "form-remove-from").then_some(Wish::Remove);
            remove.or(earlier).or(later)
        };
        match of {
            Shape::Record { name, fields } => {
                let summary = self.summary(fields, value);
                let id = self.id(spot).with("row");
                let state = CollapsingState::load_with_default_open(ui.ctx(), id, false);
                let header = state.show_header(ui, |ui| {
                    // It does not decide how wide the panel is.
                    let width = (ui.available_width() - 44.0).max(60.0);
                    ui.scope(|ui| {
                        ui.set_max_width(width);
                        ui.add(Label::new(&summary).truncate())
                    });
                    buttons(self, ui, &summary)
                });
                let none = Map::new();
                let object = value.as_object().unwrap_or(&none);
                let (_, wish, body) = header.body(|ui| self.record(ui, spot, name, fields, object));
                let changed = body.and_then(|body| body.inner).map(Wish::Change);
                wish.inner.or(changed)
            }
            Shape::Localised => {
                let changed = self.localised(ui, spot, "", value).map(|value| match value {
                    Value::Null => Wish::Remove,
                    value => Wish::Change(value),
                });
                ui.horizontal(|ui| buttons(self, ui, &spot.label)).inner.or(changed)
            }
            _ => {
                let text = self.text.write(of, value);
                ui.horizontal(|ui| {
                    ui.label(&text);
                    buttons(self, ui, &text)
                })
                .inner
            }
        }
    }

    /// What another of a list begins with: an item to point at, where that is what
    /// it is about.
    fn add_row(&mut self, ui: &mut Ui, spot: &Spot, of: &Shape) -> Option<Value> {
        let words = self.view.words;
        let label = words.fill("form-add-to", &[("member", spot.label.as_str().into())]);
        let (id, add) = (self.id(spot), words.text("form-add"));
        let picker = Picker { id, label: &label, shown: &add, free: false, words };
        let target = |field: &Field| match (field.required, &field.shape) {
            (true, Shape::Reference(target)) => Some((field.name, *target)),
            _ => None,
        };
        if let Some((name, target)) = of.fields().iter().find_map(target) {
            let picked = picker.show(ui, || self.text.choices(&Shape::Reference(target)))?;
            let blank = form::blank_value(of, self.view.plan)?;
            return Some(with_member(blank.as_object()?, name, picked.into()));
        }
        match of {
            Shape::RoutePoint => {
                let sites = Shape::Reference(Target::One(Kind::Site));
                picker.show(ui, || self.text.choices(&sites)).map(Value::from)
            }
            Shape::Record { name, .. } => {
                self.small_button(ui, &add, &label).then(|| self.blank(name, of)).flatten()
            }
            _ => self.typed(ui, spot, &Shape::Text, "", &Value::Null),
        }
    }

    /// `Bataillon 3 · 120`: what an object says, in short.
    fn summary(&self, fields: &[Field], value: &Value) -> String {
        let parts = fields.iter().filter(|field| !is_block(&field.shape));
        let texts = parts.map(|field| self.text.write(&field.shape, &value[field.name]));
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).take(3).collect();
        texts.join(" · ")
    }

    /// Dates by item, to be read.
    fn spans(&self, ui: &mut Ui, name: &str, value: &Value) {
        ui.label(RichText::new(name).weak());
        indented(ui, |ui| ui.small(self.text.write(&Shape::SpanById, value)));
    }
}

fn indented<T>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> T) -> T {
    let margin = Margin { left: 10, right: 0, top: 0, bottom: 2 };
    Frame::new().inner_margin(margin).show(ui, contents).inner
}
