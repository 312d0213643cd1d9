//! Lists of short values, as chips in a row.

use eframe::egui::Ui;
use serde_json::Value;

use super::picker::Picker;
use super::{Form, Spot};
use crate::app::action::{Action, SelectHow};
use crate::app::typed_field::TypedField;
use crate::file::Shape;
use crate::i18n::Choice;
use crate::plan::Id;

/// What a movement needs.
const NEEDS: &str = "needs";

impl Form<'_> {
    /// `member` is that of which the values are a list.
    pub fn chips(
        &mut self,
        ui: &mut Ui,
        spot: &Spot,
        member: &str,
        of: &Shape,
        value: &Value,
    ) -> Option<Value> {
        let values = value.as_array().map(Vec::as_slice).unwrap_or_default();
        let mut removed = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for (index, value) in values.iter().enumerate() {
                let name = self.chip(ui, member, of, value);
                if self.small_button(ui, "×", &self.naming("form-remove-from", &name)) {
                    removed = Some(index);
                }
                ui.add_space(4.0);
            }
        });
        let added = self.add_chip(ui, spot, of, values);
        if let Some(index) = removed {
            let mut values = values.to_vec();
            values.remove(index);
            return Some(list(values));
        }
        added.map(|added| list([values, &[added]].concat()))
    }

    /// What one of the list is called; a click on an item goes there.
    fn chip(&mut self, ui: &mut Ui, member: &str, of: &Shape, value: &Value) -> String {
        let text = value.as_str().unwrap_or_default();
        let name = match member {
            // Free texts, but those that checks know are among the words.
            NEEDS => self.view.words.word("problem-need", text),
            _ => self.text.write(of, value),
        };
        let item = Id::new(text).ok().filter(|_| matches!(of, Shape::Reference(_)));
        match item {
            Some(id) => {
                if ui.link(&name).clicked() {
                    self.actions.push(Action::Select(id, SelectHow::Only));
                }
            }
            None => {
                ui.label(&name);
            }
        }
        name
    }

    fn add_chip(
        &mut self,
        ui: &mut Ui,
        spot: &Spot,
        of: &Shape,
        values: &[Value],
    ) -> Option<Value> {
        let words = self.view.words;
        let label = words.fill("form-add-to", &[("member", spot.label.as_str().into())]);
        let (id, add) = (self.id(spot), words.text("form-add"));
        let picker = Picker { id, label: &label, shown: &add, free: false, words };
        let new = |choices: Vec<Choice>| -> Vec<Choice> {
            let is_new = |choice: &Choice| !values.iter().any(|value| *value == choice.value);
            choices.into_iter().filter(is_new).collect()
        };
        let picked = match of {
            Shape::Reference(_) | Shape::Sector | Shape::Word(_) => {
                picker.show(ui, || new(self.text.choices(of)))
            }
            _ => {
                let width = (ui.available_width() - 10.0).max(60.0);
                let field = TypedField { id, label: &label, shown: "", hint: &add, width };
                field.show(ui, |_| None).filter(|text| !text.trim().is_empty())
            }
        };
        picked.map(Value::from)
    }
}

/// A list as a member; an empty one says nothing.
pub fn list(values: Vec<Value>) -> Value {
    if values.is_empty() { Value::Null } else { values.into() }
}
