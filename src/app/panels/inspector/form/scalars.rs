//! Values that are one thing: typed, ticked or chosen.

use eframe::egui::{RichText, Ui};
use serde_json::{Map, Value};

use super::picker::Picker;
use super::{Form, Spot};
use crate::app::date_field::{DateChange, date_field};
use crate::app::typed_field::TypedField;
use crate::file::Shape;
use crate::i18n::{Choice, Lang};
use crate::plan::Id;

/// Members whose texts take several lines.
const LONG_TEXTS: &[&str] = &["quote", "note", "notes", "text"];
/// About as many letters as a field shows in one line.
const ONE_LINE: usize = 28;

impl Form<'_> {
    /// A field for what can be typed; says below it why a text cannot be taken.
    pub fn typed(
        &mut self,
        ui: &mut Ui,
        spot: &Spot,
        shape: &Shape,
        member: &str,
        value: &Value,
    ) -> Option<Value> {
        let shown = self.text.write(shape, value);
        let (id, error) = (self.id(spot), ui.visuals().error_fg_color);
        let width = (ui.available_width() - 10.0).max(60.0);
        let field = TypedField { id, label: &spot.label, shown: &shown, hint: "", width };
        let read = |text: &str| self.text.read(shape, text, value);
        let is_long = LONG_TEXTS.contains(&member) || shown.chars().count() > ONE_LINE;
        let finished = match is_long && *shape == Shape::Text {
            true => field.show_lines(ui),
            false => field.show(ui, |text| read(text).err().map(|_| error)),
        };
        let typing: Option<String> = ui.data(|data| data.get_temp(id));
        if let Some(Err(message)) = typing.map(|text| read(&text)) {
            ui.small(RichText::new(message).color(error));
        }
        match read(&finished?) {
            Ok(read) => Some(read),
            Err(message) => {
                self.refuse(ui, spot, message);
                None
            }
        }
    }

    pub fn date(&mut self, ui: &mut Ui, spot: &Spot, value: &Value) -> Option<Value> {
        let (view, day) = (self.view, value.as_str().and_then(|day| day.parse().ok()));
        let context = view.typed_context();
        match date_field(ui, self.id(spot), &spot.label, day, context, view.words)? {
            DateChange::To(day) => Some(day.to_string().into()),
            DateChange::Cleared => Some(Value::Null),
        }
    }

    pub fn bool(&mut self, ui: &mut Ui, spot: &Spot, value: &Value) -> Option<Value> {
        let mut on = value.as_bool().unwrap_or(false);
        let word = self.view.words.text(if on { "yes" } else { "no" });
        let box_ = ui.checkbox(&mut on, word);
        box_.ctx.accesskit_node_builder(box_.id, |node| node.set_label(spot.label.clone()));
        box_.changed().then(|| on.into())
    }

    /// One text, or one for each language.
    pub fn localised(
        &mut self,
        ui: &mut Ui,
        spot: &Spot,
        member: &str,
        value: &Value,
    ) -> Option<Value> {
        let Some(texts) = value.as_object() else {
            let changed = self.typed(ui, spot, &Shape::Text, member, value);
            let words = self.view.words;
            let name = format!("{} – {}", spot.label, words.text("form-by-language-hint"));
            let split =
                value.is_string() && self.small_button(ui, &words.text("form-by-language"), &name);
            let each = || Lang::ALL.iter().map(|lang| (lang.tag().to_owned(), value.clone()));
            return changed.or_else(|| split.then(|| Value::Object(each().collect())));
        };
        let mut changed = None;
        let own = Lang::ALL.iter().map(|lang| lang.tag());
        let others = texts
            .keys()
            .map(String::as_str)
            .filter(|tag| Lang::ALL.iter().all(|lang| lang.tag() != *tag));
        for tag in own.chain(others) {
            let old = texts.get(tag).cloned().unwrap_or_default();
            let language = tag.to_uppercase();
            let new = ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.add_space(5.0);
                    ui.small(RichText::new(tag).weak());
                });
                ui.vertical(|ui| {
                    self.typed(ui, &spot.within(tag, &language), &Shape::Text, member, &old)
                })
                .inner
            });
            if let Some(new) = new.inner {
                changed = Some(with_member(texts, tag, new));
            }
        }
        changed
    }

    /// A word or a sector.
    pub fn choice(
        &mut self,
        ui: &mut Ui,
        spot: &Spot,
        shape: &Shape,
        optional: bool,
        value: &Value,
    ) -> Option<Value> {
        let shown = value.is_string().then(|| self.text.write(shape, value));
        self.pick(ui, spot, shown, optional, || self.text.choices(shape))
    }

    /// An item, and what leads there.
    pub fn reference(
        &mut self,
        ui: &mut Ui,
        spot: &Spot,
        shape: &Shape,
        optional: bool,
        value: &Value,
    ) -> Option<Value> {
        let id = value.as_str().and_then(|id| Id::new(id).ok());
        ui.horizontal(|ui| {
            let picked = self.choice(ui, spot, shape, optional, value);
            if let Some(id) = id.filter(|id| self.view.plan.kind_of(id).is_some()) {
                self.go_to(ui, &id);
            }
            picked
        })
        .inner
    }

    /// A list to choose one of; the first entry takes the value out, where it may be.
    fn pick(
        &self,
        ui: &mut Ui,
        spot: &Spot,
        shown: Option<String>,
        optional: bool,
        choices: impl FnOnce() -> Vec<Choice>,
    ) -> Option<Value> {
        let words = self.view.words;
        let has_value = shown.is_some();
        let shown = shown.unwrap_or_else(|| words.text("form-choose"));
        let (id, label) = (self.id(spot), spot.label.as_str());
        let picker = Picker { id, label, shown: &shown, free: false, words };
        let picked = picker.show(ui, || {
            let none = Choice { value: String::new(), name: words.text("form-clear") };
            let none = (optional && has_value).then_some(none);
            none.into_iter().chain(choices()).collect()
        });
        picked.map(|value| if value.is_empty() { Value::Null } else { value.into() })
    }
}

/// An object with one member changed; null takes it out, and the last one the object.
pub fn with_member(object: &Map<String, Value>, name: &str, value: Value) -> Value {
    let mut object = object.clone();
    match value {
        Value::Null => object.shift_remove(name),
        value => object.insert(name.to_owned(), value),
    };
    if object.is_empty() { Value::Null } else { object.into() }
}
