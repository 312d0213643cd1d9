//! Windows over the window: questions, files, lists.

mod about;
mod closing;
mod closing_outlook;
mod date;
mod export;
mod files;
mod merge;
mod message;
mod naming;
mod new_plan;
mod palette;
mod remove;

use std::collections::BTreeSet;
use std::path::PathBuf;

use eframe::egui::{Context, Frame, Id as WidgetId, Key, Margin, Modal, Ui};

use super::action::Action;
use super::view::View;
use crate::plan::Id;
use crate::plan::edit::Removal;
use crate::table::Pasted;

pub use closing::ClosingDialog;
pub use export::ExportDialog;
pub use files::{FileDialog, FilePurpose, Picked, PlanFile, SystemPicker};
pub use merge::MergeDialog;
pub use naming::{Naming, NamingDialog};
pub use new_plan::{MapSource, NewPlanDialog};
pub use palette::keys_text;

/// What is open over the window.
pub enum Dialog {
    /// Unsaved work would be lost.
    Unsaved(Pending),
    /// Closing would stop the exports under way.
    StopExports,
    /// Someone else changed the file that is to be written.
    ChangedOnDisk(PathBuf),
    File(FileDialog),
    /// Something failed: one clear message.
    Failure {
        lines: Vec<String>,
    },
    Date {
        text: String,
    },
    Palette {
        query: String,
        chosen: usize,
    },
    NewPlan(Box<NewPlanDialog>),
    Closing(Box<ClosingDialog>),
    Naming(NamingDialog),
    Merge(Box<MergeDialog>),
    Export(Box<ExportDialog>),
    /// More than what was selected would go.
    Remove {
        ids: BTreeSet<Id>,
        removal: Removal,
    },
    /// Pasting adds items: shall it?
    Pasting(Pasted),
    Keys,
    About,
}

/// What waits until unsaved work is saved or given up.
#[derive(Clone, Debug, PartialEq)]
pub enum Pending {
    New,
    NewGeoJson,
    Bundled,
    Open(PathBuf),
    Quit,
}

impl Dialog {
    /// In points.
    fn width(&self) -> f32 {
        match self {
            Dialog::NewPlan(_) | Dialog::Closing(_) | Dialog::Merge(_) => 640.0,
            Dialog::Export(_) => export::WIDTH,
            _ => 560.0,
        }
    }

    /// Whether a click beside it closes it: not where something was put together.
    fn may_click_away(&self) -> bool {
        !matches!(self, Dialog::Unsaved(_) | Dialog::File(_)) && !self.keeps_work()
    }

    /// Whether it comes back after another dialog stood over it.
    pub fn keeps_work(&self) -> bool {
        matches!(
            self,
            Dialog::NewPlan(_) | Dialog::Closing(_) | Dialog::Merge(_) | Dialog::Export(_)
        )
    }
}

/// Shows the dialog that is open.
pub fn show(ctx: &Context, dialog: &mut Dialog, view: &View, actions: &mut Vec<Action>) {
    let frame = Frame::window(&ctx.global_style()).inner_margin(Margin::same(16));
    let modal = Modal::new(WidgetId::unique("dialog")).frame(frame);
    let response = modal.show(ctx, |ui| {
        ui.set_max_width(dialog.width());
        contents(ui, dialog, view, actions);
    });
    let escape = ctx.input(|input| input.key_pressed(Key::Escape));
    let may_click_away = dialog.may_click_away();
    if escape || (may_click_away && response.backdrop_response.clicked()) {
        actions.push(Action::CloseDialog);
    }
}

fn contents(ui: &mut Ui, dialog: &mut Dialog, view: &View, actions: &mut Vec<Action>) {
    match dialog {
        Dialog::Unsaved(_) => message::unsaved(ui, view, actions),
        Dialog::StopExports => message::stop_exports(ui, view, actions),
        Dialog::ChangedOnDisk(path) => message::changed_on_disk(ui, path, view, actions),
        Dialog::Failure { lines } => message::failure(ui, lines, view, actions),
        Dialog::File(file) => files::show(ui, file, view, actions),
        Dialog::Date { text } => date::show(ui, text, view, actions),
        Dialog::Palette { query, chosen } => palette::show(ui, query, chosen, view, actions),
        Dialog::NewPlan(new) => new_plan::show(ui, new, view, actions),
        Dialog::Closing(closing) => closing::show(ui, closing, view, actions),
        Dialog::Naming(naming) => naming::show(ui, naming, view, actions),
        Dialog::Merge(merge) => merge::show(ui, merge, view, actions),
        Dialog::Export(export) => export::show(ui, export, view, actions),
        Dialog::Remove { ids, removal } => remove::show(ui, ids, removal, view, actions),
        Dialog::Pasting(pasted) => message::pasting(ui, pasted, view, actions),
        Dialog::Keys => palette::keys(ui, view, actions),
        Dialog::About => about::show(ui, view, actions),
    }
}

/// A heading with the space that belongs to it. Named after an action, it drops
/// the ellipsis that announced it.
fn heading(ui: &mut Ui, text: &str) {
    ui.heading(text.trim_end_matches('…'));
    ui.add_space(6.0);
}

fn close_button(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    ui.add_space(8.0);
    let close = ui.button(view.words.text("close"));
    // Enter closes it, without the pointer.
    if ui.memory(|memory| memory.focused().is_none()) {
        close.request_focus();
    }
    if close.clicked() {
        actions.push(Action::CloseDialog);
    }
}
