//! Exporting: what, in which format, what it shows, how large, and where to.

mod film;
mod shows;
mod size;
mod target;

use std::path::{Path, PathBuf};

use eframe::egui::{Align, ComboBox, Grid, Layout, ScrollArea, Ui, vec2};

use super::heading;
use crate::app::action::Action;
use crate::app::export_choices::{ExportChoices, Shown};
use crate::app::typed_field;
use crate::app::view::View;
use crate::export::{Ask, KINDS, Table};

/// In points.
pub const WIDTH: f32 = 660.0;
/// The column of labels and the boxes beside it.
const LABEL_WIDTH: f32 = 104.0;
const BOX_WIDTH: f32 = 220.0;
/// What of the height of the window is left to everything but the questions.
const AROUND: f32 = 210.0;

/// An export that is being put together.
pub struct ExportDialog {
    pub choices: ExportChoices,
    /// What the window shows of the map.
    pub shown: Shown,
    /// The path as it is typed.
    pub path: String,
    /// The file that would be written over: asked once.
    confirm: Option<PathBuf>,
    /// Whether there is something at a path: the disk is not asked in every frame.
    found: Option<(PathBuf, bool)>,
    /// Not shown yet: the cursor of an earlier dialog is forgotten.
    fresh: bool,
}

impl ExportDialog {
    pub fn new(choices: ExportChoices, shown: Shown, path: &Path) -> ExportDialog {
        let path = path.to_string_lossy().into_owned();
        ExportDialog { choices, shown, path, confirm: None, found: None, fresh: true }
    }

    /// A file that was chosen: whoever chose it has agreed to write over it.
    pub fn take_path(&mut self, path: &Path) {
        self.choices.follow(path);
        let path = self.choices.with_ending(path);
        self.path = path.to_string_lossy().into_owned();
        self.confirm = Some(path);
    }

    /// Whether there is something at a path already, as it was when it was typed.
    fn is_there(&mut self, path: &Path) -> bool {
        let known = self.found.as_ref().filter(|(known, _)| known == path);
        known.map(|(_, there)| *there).unwrap_or_else(|| {
            let there = path.exists();
            self.found = Some((path.to_owned(), there));
            there
        })
    }

    /// Another format was chosen.
    fn follow_format(&mut self) {
        if !self.path.trim().is_empty() {
            let path = self.choices.with_ending(Path::new(self.path.trim()));
            self.path = path.to_string_lossy().into_owned();
        }
        self.confirm = None;
    }
}

pub fn show(ui: &mut Ui, dialog: &mut ExportDialog, view: &View, actions: &mut Vec<Action>) {
    ui.set_width(WIDTH);
    heading(ui, &view.words.text("action-export"));
    let height = (ui.ctx().content_rect().height() - AROUND).max(120.0);
    ScrollArea::vertical().max_height(height).show(ui, |ui| {
        Grid::new("export").num_columns(2).spacing([12.0, 7.0]).show(ui, |ui| {
            let before = dialog.choices.ending;
            kinds(ui, &mut dialog.choices, view);
            if dialog.choices.ending != before {
                dialog.follow_format();
            }
            questions(ui, dialog, view);
        });
    });
    ui.separator();
    target::show(ui, dialog, view, actions);
}

/// What is exported, and in which format.
fn kinds(ui: &mut Ui, choices: &mut ExportChoices, view: &View) {
    let words = view.words;
    row(ui, "export-what", view, |ui, _| {
        lines(ui, |ui| {
            for kind in KINDS {
                let name = words.word("export-kind", kind.word);
                if ui.selectable_label(choices.kind.word == kind.word, name).clicked() {
                    choices.kind = kind;
                    if !kind.endings.contains(&choices.ending) {
                        choices.ending = kind.endings[0];
                    }
                }
            }
        });
    });
    row(ui, "export-format", view, |ui, _| {
        lines(ui, |ui| {
            for ending in choices.kind.endings {
                let name = words.word("export-format", ending);
                if ui.selectable_label(choices.ending == *ending, name).clicked() {
                    choices.ending = ending;
                }
            }
        });
    });
}

/// What the kind leaves open, question by question.
fn questions(ui: &mut Ui, dialog: &mut ExportDialog, view: &View) {
    let ExportDialog { choices, shown, .. } = dialog;
    for ask in choices.kind.asks {
        match ask {
            Ask::Table => table(ui, choices, view),
            Ask::Moment => shows::moment(ui, choices, view),
            Ask::Film => film::days_and_pace(ui, choices, *shown, view),
            Ask::View => shows::part_of_map(ui, choices, view),
            Ask::Track => shows::track(ui, choices, view),
            Ask::Lang => shows::lang(ui, choices, view),
            Ask::Theme => shows::theme(ui, choices, view),
            Ask::Problems => shows::problems(ui, choices, view),
            Ask::Furniture => shows::furniture(ui, choices, view),
            Ask::Paper => size::paper(ui, choices, view),
            Ask::Size => size::size(ui, choices, *shown, view),
        }
    }
}

fn table(ui: &mut Ui, choices: &mut ExportChoices, view: &View) {
    let words = view.words;
    let has_baseline = view.plan.baselines().iter().next().is_some();
    let offered = Table::ALL.into_iter().filter(|table| *table != Table::Slips || has_baseline);
    let options: Vec<(Table, String)> =
        offered.map(|table| (table, words.word("export-table", table.as_word()))).collect();
    if !options.iter().any(|(table, _)| *table == choices.table) {
        choices.table = Table::Activities;
    }
    row(ui, "export-table", view, |ui, label| choose(ui, label, &mut choices.table, &options));
}

/// A row of the dialog: its label, and what answers it.
fn row<R>(ui: &mut Ui, label: &str, view: &View, answer: impl FnOnce(&mut Ui, &str) -> R) {
    let label = view.words.text(label);
    let size = vec2(LABEL_WIDTH, ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_width(LABEL_WIDTH);
        ui.label(&label);
    });
    answer(ui, &label);
    ui.end_row();
}

/// Answers side by side, in as many lines as they need. A grid takes what is wrapped
/// for one line, so they stand in a column of their own.
fn lines(ui: &mut Ui, answers: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| ui.horizontal_wrapped(answers));
}

/// A box with one of several answers.
fn choose<T: Clone + PartialEq>(ui: &mut Ui, label: &str, chosen: &mut T, options: &[(T, String)]) {
    let shown = options.iter().find(|(option, _)| option == chosen);
    let shown = shown.map_or(String::new(), |(_, name)| name.clone());
    let response =
        ComboBox::from_id_salt(label).selected_text(shown).width(BOX_WIDTH).show_ui(ui, |ui| {
            for (option, name) in options {
                ui.selectable_value(chosen, option.clone(), name);
            }
        });
    typed_field::name(response.response, label);
}
