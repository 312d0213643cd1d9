//! The board of tasks: every row of the mandate with the tasks that take it over.

use eframe::egui::{Align, Layout, Panel, RichText, ScrollArea, Sense, Stroke, Ui, vec2};

use super::list::{self, ROW, Rows};
use super::signs::Standing;
use super::task_row::{self, Columns};
use super::{funds, sums};
use crate::app::action::Action;
use crate::app::boards::{BoardAction, TaskFilter};
use crate::app::convert::{color32, family};
use crate::app::view::View;
use crate::board::{Coverage, Paragraph, Row};
use crate::plan::Task;
use crate::scene::Face;

/// The widths of the number of a paragraph, of the item in it, and of what is said
/// of it at the end.
const GROUP: f32 = 48.0;
const ITEM: f32 = 40.0;
const TAG: f32 = 70.0;
/// From this width on, sums and money stand side by side.
const WIDE: f32 = 1500.0;

pub fn show(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let coverage = Coverage::of(view.plan);
    if coverage.rows.is_empty() && coverage.elsewhere.is_empty() && view.plan.funds().is_empty() {
        ui.weak(view.words.text("tasks-none"));
        return;
    }
    let side = |name: &'static str, width: f32| {
        Panel::right(name).resizable(true).default_size(width).size_range(220.0..=560.0)
    };
    if ui.available_width() >= WIDE {
        side("board-money", 330.0).show(ui, |ui| {
            scrolled(ui, "money", |ui| {
                funds::funds(ui, view, actions);
                funds::objectives(ui, view, actions);
            });
        });
        side("board-sums", 400.0).show(ui, |ui| {
            scrolled(ui, "sums", |ui| sums::show(ui, &coverage, view, actions));
        });
    } else {
        side("board-side", 360.0).show(ui, |ui| {
            scrolled(ui, "side", |ui| {
                sums::show(ui, &coverage, view, actions);
                funds::funds(ui, view, actions);
                funds::objectives(ui, view, actions);
            });
        });
    }
    caption(ui, &coverage, view, actions);
    let columns = Columns::of(ui.available_width() - 12.0);
    columns.heads(ui, view);
    scrolled(ui, "tasks", |ui| rows(ui, &coverage, &columns, view, actions));
}

fn scrolled(ui: &mut Ui, name: &str, show: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().id_salt(name).auto_shrink([false, false]).show(ui, |ui| {
        // The bar of the area lies over its right edge.
        let inner = ui.available_width() - 10.0;
        ui.set_max_width(inner);
        show(ui);
    });
}

/// How much of the mandate is addressed, and what the board is narrowed to.
fn caption(ui: &mut Ui, coverage: &Coverage, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    ui.horizontal(|ui| {
        let args = [
            ("rows", coverage.rows.len().into()),
            ("open", coverage.not_addressed().into()),
            ("tasks", view.plan.tasks().len().into()),
        ];
        ui.label(RichText::new(words.fill("tasks-caption", &args)).weak());
        let Some(filter) = &view.state.boards.filter else { return };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = filter_name(filter, view);
            let text = words.fill("filter-off", &[("filter", name.into())]);
            if ui.button(text).clicked() {
                actions.push(Action::Board(BoardAction::Filter(filter.clone())));
            }
        });
    });
}

/// What a filter keeps, in words.
fn filter_name(filter: &TaskFilter, view: &View) -> String {
    match filter {
        TaskFilter::NotAddressed => view.words.text("not-addressed"),
        TaskFilter::Status(status) => Standing::Task(status.clone()).word(view.words),
        TaskFilter::Recipient(Some(name)) => name.clone(),
        TaskFilter::Recipient(None) => view.words.text("no-recipient"),
    }
}

fn rows(
    ui: &mut Ui,
    coverage: &Coverage,
    columns: &Columns,
    view: &View,
    actions: &mut Vec<Action>,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let filter = view.state.boards.filter.as_ref();
    let keeps = |task: &Task| filter.is_none_or(|filter| filter.keeps_task(task));
    let mut list = Rows::default();
    let mut above: Option<Paragraph> = None;
    let kept = coverage.rows.iter().filter(|row| filter.is_none_or(|f| f.keeps_row(row)));
    for row in kept {
        let paragraph = Paragraph::of(row.mandate.paragraph.as_deref().unwrap_or_default());
        let same =
            |it: &Paragraph| (it.document, it.group) == (paragraph.document, paragraph.group);
        let begins = !above.as_ref().is_some_and(same);
        let document = above.is_none_or(|it| it.document != paragraph.document);
        if document && !paragraph.document.is_empty() {
            let name = RichText::new(paragraph.document).family(family(Face::SemiBold));
            ui.add_space(4.0);
            ui.label(name);
        }
        above = Some(paragraph);
        mandate_row(ui, &mut list, (row, paragraph, begins), view, actions);
        for task in row.tasks.iter().filter(|task| keeps(task)) {
            task_row::show(ui, &mut list, (&row.mandate.id, task), columns, view, actions);
        }
        if !row.is_addressed() {
            not_addressed(ui, columns, view);
        }
    }
    let elsewhere: Vec<_> = coverage.elsewhere.iter().filter(|task| keeps(task)).collect();
    if !elsewhere.is_empty() {
        line_above(ui, view);
        ui.label(RichText::new(view.words.text("tasks-elsewhere")).family(family(Face::SemiBold)));
        for task in elsewhere {
            task_row::show(ui, &mut list, (&task.id, task), columns, view, actions);
        }
    }
    list.keys(ui, true, view, actions);
}

/// The paragraph and the text of a row of the mandate; a new paragraph is parted
/// from the one above.
fn mandate_row(
    ui: &mut Ui,
    list: &mut Rows,
    (row, paragraph, begins): (&Row, Paragraph, bool),
    view: &View,
    actions: &mut Vec<Action>,
) {
    if begins {
        line_above(ui, view);
    }
    let mandate = row.mandate;
    let text = mandate.text.in_language(view.words.lang().tag());
    let name = format!("{} {text}", view.names().item(&mandate.id));
    let value = if row.is_addressed() { String::new() } else { view.words.text("not-addressed") };
    let (rect, response) = list.row(ui, ("row", &mandate.id), (&name, value), view, actions);
    // Where a paragraph begins, it says whether its rows are priority tasks.
    let priority = RichText::new(view.words.text("mandate-priority")).small().weak();
    let tag = if begins && mandate.priority { TAG } else { 0.0 };
    let inner = rect.shrink2(vec2(4.0, 0.0));
    let [group, item, words, tag] = list::columns(inner, [GROUP, ITEM, 1.0, tag]);
    if begins {
        let place = if paragraph.document.is_empty() { "" } else { "§\u{a0}" };
        let number = RichText::new(format!("{place}{}", paragraph.group));
        list::cell(ui, group, number.family(family(Face::SemiBold)));
    }
    list::cell(ui, item, RichText::new(paragraph.item).weak());
    list::cell(ui, words, text);
    if tag.width() > 0.0 {
        list::figure(ui, tag, priority);
    }
    response.on_hover_ui(|ui| {
        ui.set_max_width(420.0);
        ui.label(text);
        if mandate.priority {
            ui.weak(view.words.text("mandate-priority"));
        }
    });
}

/// Stands where the tasks of a row would.
fn not_addressed(ui: &mut Ui, columns: &Columns, view: &View) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let [status, rest] = columns.status_and_rest(rect);
    Standing::NotAddressed.show(ui, status, view);
    list::cell(ui, rest, RichText::new(view.words.text("not-addressed-hint")).weak());
    let mark = Stroke::new(3.0, color32(view.style.closing));
    ui.painter().vline(rect.min.x + 1.5, (rect.min.y - ROW + 3.0)..=(rect.max.y - 3.0), mark);
}

fn line_above(ui: &mut Ui, view: &View) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 7.0), Sense::hover());
    let line = Stroke::new(1.0, color32(view.style.line.faded(0.6)));
    ui.painter().hline(rect.x_range(), rect.center().y, line);
}
