//! A form of all members of what is selected, made of the table of the file.

mod lists;
mod picker;
mod quantities;
mod records;
mod scalars;
mod subject;

use eframe::egui::{Align, CollapsingHeader, Id as WidgetId, Layout, RichText, Ui, vec2};
use serde_json::Value;

use super::groups::{Group, group_of};
use super::section;
use crate::app::action::Action;
use crate::app::view::View;
use crate::file::{Field, Shape};
use crate::i18n::{MemberText, member_problem, with_capital};
use crate::plan::Id;

pub use lists::list;
pub use subject::Subject;

/// How wide the names of members are.
const NAMES_WIDTH: f32 = 104.0;

/// What every part of a form knows.
pub struct Form<'a> {
    pub view: &'a View<'a>,
    pub text: MemberText<'a>,
    pub actions: &'a mut Vec<Action>,
}

/// Where a value stands in the form.
#[derive(Clone, Debug)]
pub struct Spot {
    /// Unique in the document, and the same in every frame.
    key: String,
    /// The name by which tests and screen readers find it.
    label: String,
}

impl Spot {
    pub fn new(key: String, label: String) -> Spot {
        Spot { key, label }
    }

    pub fn label(&self) -> String {
        self.label.clone()
    }

    fn within(&self, part: &str, label: &str) -> Spot {
        Spot { key: format!("{}.{part}", self.key), label: format!("{} – {label}", self.label) }
    }

    pub fn nth(&self, index: usize) -> Spot {
        Spot {
            key: format!("{}.{index}", self.key),
            label: format!("{} {}", self.label, index + 1),
        }
    }
}

impl<'a> Form<'a> {
    pub fn new(view: &'a View<'a>, actions: &'a mut Vec<Action>) -> Form<'a> {
        let text = MemberText::new(view.plan, view.words.lang()).on(view.theatre);
        Form { view, text, actions }
    }

    /// All members but those in `skip`, in groups; empty ones are folded away.
    pub fn show(&mut self, ui: &mut Ui, subject: &Subject, skip: &[&str]) {
        let fields = subject.fields();
        let fields: Vec<&Field> =
            fields.iter().copied().filter(|field| !skip.contains(&field.name)).collect();
        let is_shown = |field: &&&Field| field.required || subject.says(field.name);
        for group in Group::ALL.iter().copied() {
            let mut members = fields.iter().filter(is_shown).filter(|f| group_of(f.name) == group);
            let Some(first) = members.next() else { continue };
            section(ui, &self.view.words.text(group.message()));
            for field in std::iter::once(first).chain(members) {
                self.member(ui, subject, field);
            }
        }
        let empty: Vec<&&Field> = fields.iter().filter(|field| !is_shown(field)).collect();
        if empty.is_empty() {
            return;
        }
        ui.add_space(6.0);
        CollapsingHeader::new(RichText::new(self.view.words.text("form-more")).weak())
            .id_salt("form-more")
            .show_unindented(ui, |ui| {
                for field in empty {
                    self.member(ui, subject, field);
                }
            });
    }

    /// One member with its name; what a person did with it is asked for.
    pub fn member(&mut self, ui: &mut Ui, subject: &Subject, field: &Field) {
        let name = self.name_of(subject.record(), field.name);
        let spot = Spot::new(format!("{}.{}", subject.key(), field.name), name.clone());
        let value = subject.value(field);
        let changed = if is_block(&field.shape) {
            ui.add_space(2.0);
            self.block(ui, &spot, &name, field, &value)
        } else {
            labelled(ui, &name, |ui| {
                if subject.differs(field.name) {
                    ui.small(RichText::new(self.view.words.text("form-differ")).weak());
                }
                self.value(ui, &spot, field, &value)
            })
        };
        if let Some(value) = changed {
            self.change(ui, subject, field, &spot, value);
        }
        self.refusal(ui, &spot);
    }

    /// Asks for a change of a member, or says why it cannot be.
    pub fn change(&mut self, ui: &Ui, subject: &Subject, field: &Field, spot: &Spot, value: Value) {
        match subject.set(field.name, value, self.view.plan) {
            Ok((label, command)) => self.actions.push(Action::Edit(label, command)),
            Err(problems) => {
                let lang = self.view.words.lang();
                let lines = problems.iter().map(|problem| member_problem(&problem.what, lang));
                self.refuse(ui, spot, lines.collect::<Vec<_>>().join("\n"));
            }
        }
    }

    /// Shows a value of a shape that fits beside its name.
    fn value(&mut self, ui: &mut Ui, spot: &Spot, field: &Field, value: &Value) -> Option<Value> {
        let optional = !field.required && field.default.is_none();
        let value = match (&field.default, value) {
            (Some(default), Value::Null) => default,
            _ => value,
        };
        match &field.shape {
            Shape::Bool => self.bool(ui, spot, value),
            Shape::Date => self.date(ui, spot, value),
            Shape::Localised => self.localised(ui, spot, field.name, value),
            shape @ (Shape::Word(_) | Shape::Sector) => {
                self.choice(ui, spot, shape, optional, value)
            }
            shape @ Shape::Reference(_) => self.reference(ui, spot, shape, optional, value),
            Shape::List(of) => self.chips(ui, spot, field.name, of, value),
            Shape::Quantities => self.quantities(ui, spot, value),
            shape => self.typed(ui, spot, shape, field.name, value),
        }
    }

    /// The name of a member of a record: `Nature`.
    fn name_of(&self, record: &str, member: &str) -> String {
        with_capital(&self.view.words.member(record, member))
    }

    pub fn id(&self, spot: &Spot) -> WidgetId {
        WidgetId::unique((self.view.document, spot.key.clone()))
    }

    /// Remembers why an input was refused, until something else is done.
    fn refuse(&self, ui: &Ui, spot: &Spot, message: String) {
        let refused = (self.view.journal.revision(), message);
        ui.data_mut(|data| data.insert_temp(self.id(spot).with("refused"), refused));
    }

    pub fn refusal(&self, ui: &mut Ui, spot: &Spot) {
        let refused: Option<(u64, String)> =
            ui.data(|data| data.get_temp(self.id(spot).with("refused")));
        if let Some((revision, message)) = refused
            && revision == self.view.journal.revision()
        {
            ui.small(RichText::new(message).color(ui.visuals().error_fg_color));
        }
    }

    /// A small button; `name` is what screen readers and tests call it.
    pub fn small_button(&self, ui: &mut Ui, sign: &str, name: &str) -> bool {
        let button = ui.small_button(sign).on_hover_text(name);
        button.widget_info(|| {
            eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Button, true, name)
        });
        button.clicked()
    }

    /// Puts what is meant into a message: `Retirer : Ber`.
    pub fn naming(&self, message: &str, what: &str) -> String {
        self.view.words.fill(message, &[("what", what.into())])
    }

    fn go_to(&mut self, ui: &mut Ui, id: &Id) {
        let name = self.naming("form-go-to", &self.view.names().item(id));
        if self.small_button(ui, "→", &name) {
            let how = crate::app::action::SelectHow::Only;
            self.actions.push(Action::Select(id.clone(), how));
        }
    }
}

/// Whether values of a shape need the width of the panel.
fn is_block(shape: &Shape) -> bool {
    match shape {
        Shape::Record { .. } | Shape::SpanById | Shape::Opaque => true,
        Shape::List(of) => {
            matches!(**of, Shape::Record { .. } | Shape::Localised | Shape::RoutePoint)
        }
        _ => false,
    }
}

/// A name at the left, and what belongs to it beside it.
fn labelled<T>(ui: &mut Ui, name: &str, value: impl FnOnce(&mut Ui) -> T) -> T {
    let row = ui.horizontal_top(|ui| {
        let size = vec2(NAMES_WIDTH, ui.spacing().interact_size.y);
        ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
            ui.set_width(NAMES_WIDTH);
            ui.add_space(4.0);
            ui.label(RichText::new(name).weak());
        });
        ui.vertical(value).inner
    });
    row.inner
}
