//! Sums beside the board: by status and by recipient. One that is clicked narrows
//! the board to it.

use eframe::egui::{Rect, Response, RichText, Role, Sense, Ui, WidgetInfo, vec2};

use super::list::{self, ROW};
use super::signs::Standing;
use crate::app::action::Action;
use crate::app::boards::{BoardAction, TaskFilter};
use crate::app::convert::{color32, family};
use crate::app::view::View;
use crate::board::{Coverage, Sum, by_recipient, by_status};
use crate::i18n::{dollars, number};
use crate::scene::Face;

/// Name, tasks, gap, gaps without a figure, needs.
const WIDTHS: [f32; 5] = [1.0, 38.0, 50.0, 54.0, 42.0];

fn columns(rect: Rect) -> [Rect; 5] {
    list::columns_apart(rect, 4.0, WIDTHS)
}

pub fn show(ui: &mut Ui, coverage: &Coverage, view: &View, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let words = view.words;
    heads(ui, &words.text("sums-by-status"), view);
    let tasks = || view.plan.tasks().iter();
    for (status, sum) in by_status(tasks()) {
        let standing = Standing::Task(status.clone());
        let line = Line { name: &standing.word(words), sum: Some(sum), count: sum.tasks };
        let filter = TaskFilter::Status(status);
        line.show(ui, filter, |ui, rect| standing.show(ui, rect, view), view, actions);
    }
    let open = coverage.not_addressed();
    if open > 0 {
        let standing = Standing::NotAddressed;
        let line = Line { name: &standing.word(words), sum: None, count: open };
        let filter = TaskFilter::NotAddressed;
        line.show(ui, filter, |ui, rect| standing.show(ui, rect, view), view, actions);
    }
    total(ui, Sum::of(tasks()), view);
    ui.add_space(10.0);
    heads(ui, &words.text("sums-by-recipient"), view);
    for (recipient, sum) in by_recipient(tasks()) {
        let name = recipient.map_or_else(|| words.text("no-recipient"), Into::into);
        let line = Line { name: &name, sum: Some(sum), count: sum.tasks };
        let filter = TaskFilter::Recipient(recipient.map(Into::into));
        let show = |ui: &mut Ui, rect: Rect| {
            list::cell(ui, rect, name.as_str());
        };
        line.show(ui, filter, show, view, actions);
    }
}

fn heads(ui: &mut Ui, title: &str, view: &View) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    let [name, tasks, gap, unknown, needs] = columns(rect);
    list::cell(ui, name, RichText::new(title).family(family(Face::SemiBold)));
    for (column, message, hint) in [
        (tasks, "sum-tasks", "sum-tasks-hint"),
        (gap, "sum-gap", "sum-gap-hint"),
        (unknown, "sum-unknown", "sum-unknown-hint"),
        (needs, "sum-needs", "sum-needs-hint"),
    ] {
        let text = RichText::new(view.words.text(message)).small().weak();
        list::figure(ui, column, text).on_hover_text(view.words.text(hint));
    }
}

/// A sum and what it is of.
struct Line<'a> {
    name: &'a str,
    /// None for rows of the mandate that have no tasks to be summed up.
    sum: Option<Sum>,
    count: usize,
}

impl Line<'_> {
    fn show(
        &self,
        ui: &mut Ui,
        filter: TaskFilter,
        name: impl FnOnce(&mut Ui, Rect),
        view: &View,
        actions: &mut Vec<Action>,
    ) {
        let on = view.state.boards.filter.as_ref() == Some(&filter);
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
        let label = view.words.fill("filter-on", &[("filter", self.name.into())]);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &label));
        let count = self.count.to_string();
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(count));
        background(ui, rect, &response, on, view);
        if response.clicked() {
            actions.push(Action::Board(BoardAction::Filter(filter)));
        }
        let cells = columns(rect);
        name(ui, cells[0].with_min_x(cells[0].min.x + 4.0));
        figures(ui, cells, self.count, self.sum, view, |text| text);
    }
}

fn total(ui: &mut Ui, sum: Sum, view: &View) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let line = eframe::egui::Stroke::new(1.0, color32(view.style.line));
    ui.painter().hline(rect.x_range(), rect.min.y, line);
    let cells = columns(rect);
    let strong = |text: RichText| text.family(family(Face::SemiBold));
    let name = strong(RichText::new(view.words.text("sum-total")));
    list::cell(ui, cells[0].with_min_x(cells[0].min.x + 4.0), name);
    figures(ui, cells, sum.tasks, Some(sum), view, strong);
}

fn figures(
    ui: &mut Ui,
    [_, tasks, gap, unknown, needs]: [Rect; 5],
    count: usize,
    sum: Option<Sum>,
    view: &View,
    weight: impl Fn(RichText) -> RichText,
) {
    let lang = view.words.lang();
    let figure = |ui: &mut Ui, rect, text: String| {
        list::figure(ui, rect, weight(RichText::new(text)));
    };
    figure(ui, tasks, number(count as i64, lang));
    let Some(sum) = sum else { return };
    let known = sum.has_gap().then(|| dollars(sum.gap_usd, lang));
    figure(ui, gap, known.unwrap_or_else(|| "–".into()));
    figure(ui, unknown, number(sum.unknown_gaps as i64, lang));
    figure(ui, needs, number(sum.needs as i64, lang));
}

fn background(ui: &Ui, rect: Rect, response: &Response, on: bool, view: &View) {
    let strength = match (on, response.hovered() || response.has_focus()) {
        (true, _) => 0.22,
        (false, true) => 0.08,
        (false, false) => return,
    };
    ui.painter().rect_filled(rect, 3.0, color32(view.style.accent.faded(strength)));
}
