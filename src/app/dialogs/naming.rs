//! Asking for the name of a baseline or a branch.

use eframe::egui::{Button, Id as WidgetId, Key, RichText, TextEdit, Ui};

use super::heading;
use crate::app::action::Action;
use crate::app::date_field::{DateChange, date_field};
use crate::app::typed_field;
use crate::app::versions::VersionAction;
use crate::app::view::View;
use crate::calendar::{Day, TypedContext};
use crate::plan::Id;

/// What gets a name.
#[derive(Clone, Debug, PartialEq)]
pub enum Naming {
    /// A baseline that is taken.
    Baseline { taken: Day },
    /// A branch that begins as what is shown.
    Branch,
    /// What has one already.
    Again(Id),
}

/// A name that is being typed.
pub struct NamingDialog {
    what: Naming,
    name: String,
}

impl NamingDialog {
    pub fn new(what: Naming, name: String) -> NamingDialog {
        NamingDialog { what, name }
    }

    fn action(&self) -> VersionAction {
        let name = self.name.trim().to_owned();
        match &self.what {
            Naming::Baseline { taken } => VersionAction::TakeBaseline { name, taken: *taken },
            Naming::Branch => VersionAction::TakeBranch { name },
            Naming::Again(id) => VersionAction::Rename(id.clone(), name),
        }
    }
}

pub fn show(ui: &mut Ui, dialog: &mut NamingDialog, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    let (title, hint, make) = match dialog.what {
        Naming::Baseline { .. } => ("action-take-baseline", "baseline-hint", "baseline-make"),
        Naming::Branch => ("action-new-branch", "branch-hint", "branch-make"),
        Naming::Again(_) => ("naming-rename", "naming-rename-hint", "naming-rename"),
    };
    heading(ui, &words.text(title));
    ui.label(RichText::new(words.text(hint)).weak());
    ui.add_space(6.0);
    let label = words.text("field-name");
    ui.label(&label);
    let id = WidgetId::unique("naming");
    let edit = TextEdit::singleline(&mut dialog.name).id(id).desired_width(320.0);
    let response = typed_field::name(ui.add(edit), &label);
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if ui.memory(|memory| memory.focused().is_none()) && !entered {
        response.request_focus();
    }
    if let Naming::Baseline { taken } = &mut dialog.what {
        ui.add_space(6.0);
        let label = words.text("baseline-taken");
        ui.label(&label);
        let context = TypedContext { from: *taken, ..view.typed_context() };
        let id = WidgetId::unique("baseline-taken");
        if let Some(DateChange::To(day)) = date_field(ui, id, &label, Some(*taken), context, words)
        {
            *taken = day;
        }
    }
    ui.add_space(10.0);
    let is_named = !dialog.name.trim().is_empty();
    ui.horizontal(|ui| {
        let make = ui.add_enabled(is_named, Button::new(words.text(make)));
        if make.clicked() || (entered && is_named) {
            actions.push(Action::CloseDialog);
            actions.push(Action::Version(dialog.action()));
        }
        if ui.button(words.text("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}
