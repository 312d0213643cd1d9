//! The problems of the plan and what the reader noticed in its file.

use eframe::egui::{Grid, RichText, ScrollArea, Ui};

use super::{close_button, heading};
use crate::app::action::{Action, SelectHow, StepLabel};
use crate::app::paint::color32;
use crate::app::view::View;
use crate::calendar::Moment;
use crate::i18n::{date_short, fix_text, problem_message};
use crate::plan::edit::Command;
use crate::schedule::Severity;

pub fn show(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    heading(ui, &view.words.text("problems-title"));
    let problems = view.problems;
    if problems.is_empty() && view.file_notes.is_empty() {
        ui.label(view.words.text("problems-none"));
    }
    ScrollArea::vertical().max_height(420.0).auto_shrink([false, true]).show(ui, |ui| {
        Grid::new("problems").num_columns(3).striped(true).show(ui, |ui| {
            for problem in problems {
                let (word, color) = match problem.severity {
                    Severity::Error => ("severity-error", view.style.error),
                    Severity::Warning => ("severity-warning", view.style.warning),
                    Severity::Note => ("severity-note", view.style.quiet),
                };
                ui.label(RichText::new(view.words.text(word)).color(color32(color)));
                let date = problem.date.map(|day| date_short(day, view.words.lang()));
                ui.label(date.unwrap_or_default());
                let message = problem_message(problem, view.plan, view.words.lang());
                ui.set_max_width(520.0);
                if let Some(fix) = &problem.fix
                    && ui
                        .button(view.words.text("fix"))
                        .on_hover_text(fix_text(fix, view.plan, view.words.lang()))
                        .clicked()
                    && let Ok(command) =
                        Command::set_planned(view.plan, &fix.item, Some(fix.planned))
                {
                    actions.push(Action::Edit(StepLabel::Dates(fix.item.clone()), command));
                }
                if ui.link(message).clicked() {
                    actions.push(Action::CloseDialog);
                    if let Some(id) = problem.items.first() {
                        actions.push(Action::Select(id.clone(), SelectHow::Only));
                    }
                    if let Some(day) = problem.date {
                        actions.push(Action::Seek(Moment::close_of(day)));
                    }
                }
                ui.end_row();
            }
        });
        for note in view.file_notes {
            ui.label(note);
        }
    });
    close_button(ui, view, actions);
}
