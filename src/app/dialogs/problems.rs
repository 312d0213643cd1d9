//! The problems of the plan and what the reader noticed in its file.

use eframe::egui::{RichText, ScrollArea, Ui};

use super::{close_button, heading};
use crate::app::action::{Action, SelectHow, StepLabel};
use crate::app::convert::color32;
use crate::app::view::View;
use crate::calendar::Moment;
use crate::i18n::{date_short, fix_text, problem_message, problem_title, severity_word};
use crate::plan::edit::Command;
use crate::schedule::{Problem, Severity};

pub fn show(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    heading(ui, &view.words.text("problems-title"));
    if view.problems.is_empty() && view.file_notes.texts.is_empty() {
        ui.label(view.words.text("problems-none"));
    }
    ScrollArea::vertical().max_height(420.0).auto_shrink([false, true]).show(ui, |ui| {
        for problem in view.problems {
            one(ui, problem, view, actions);
        }
        for note in &view.file_notes.texts {
            ui.label(note);
        }
    });
    close_button(ui, view, actions);
}

/// Severity and date, the message as a link to its place, and what would mend it.
fn one(ui: &mut Ui, problem: &Problem, view: &View, actions: &mut Vec<Action>) {
    let lang = view.words.lang();
    let color = match problem.severity {
        Severity::Error => view.style.error,
        Severity::Warning => view.style.warning,
        Severity::Note => view.style.quiet,
    };
    ui.horizontal(|ui| {
        let severity = severity_word(problem.severity, lang);
        ui.label(RichText::new(severity).small().color(color32(color)));
        let title = problem_title(problem.code, lang);
        ui.label(RichText::new(title).small().weak());
        if let Some(day) = problem.date {
            ui.small(date_short(day, lang));
        }
    });
    if ui.link(problem_message(problem, view.plan, lang)).clicked() {
        actions.push(Action::CloseDialog);
        if let Some(id) = problem.items.first() {
            actions.push(Action::Select(id.clone(), SelectHow::Only));
        }
        if let Some(day) = problem.date {
            actions.push(Action::Seek(Moment::close_of(day)));
        }
    }
    if let Some(fix) = &problem.fix {
        let mend = ui.button(fix_text(fix, view.plan, lang));
        if mend.clicked()
            && let Ok(command) = Command::set_planned(view.plan, &fix.item, Some(fix.planned))
        {
            actions.push(Action::Edit(StepLabel::Dates(fix.item.clone()), command));
        }
    }
    ui.add_space(6.0);
}
