//! The list of problems: filtered at the top, grouped below.

use eframe::egui::{
    Align, Button, ComboBox, Id as WidgetId, Layout, Rect, RichText, TextEdit, Ui, UiBuilder, vec2,
};

use super::list::{List, cell};
use super::problem;
use crate::app::action::Action;
use crate::app::problem_list::{Filter, Line};
use crate::app::problems::ProblemAction;
use crate::app::typed_field;
use crate::app::view::View;
use crate::calendar::Day;
use crate::i18n::{Lang, date_long, date_short, problem_title, severity_word, with_capital};
use crate::schedule::{Code, Severity};

/// Where the words of a line begin: behind the mark, behind the date.
const TEXT: f32 = 30.0;
const DATE: f32 = 78.0;
const LONG_DATE: f32 = 138.0;

const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

/// `places` are those of the problems that are listed, `texts` all messages.
pub fn show(
    ui: &mut Ui,
    places: &[usize],
    texts: &[String],
    view: &View,
    actions: &mut Vec<Action>,
) {
    filters(ui, places.len(), view, actions);
    ui.add_space(2.0);
    ui.separator();
    let list = &view.state.problem_list;
    let lines = list.lines(view.problems, places);
    let notes = &view.file_notes.texts;
    // They are about no item and have no code.
    let filter = &list.filter;
    let with_notes = !filter.only_selected && filter.code.is_none() && filter.text.is_empty();
    let notes: &[String] = if with_notes { notes } else { &[] };
    if lines.is_empty() && notes.is_empty() {
        let none = if view.problems.all().is_empty() { "problems-none" } else { "problems-hidden" };
        ui.weak(view.words.text(none));
    }
    let chosen =
        |line: &Line| matches!(line, Line::One { number, .. } if Some(*number) == list.chosen);
    let reveal = list.reveal.then(|| lines.iter().position(chosen)).flatten();
    if list.reveal {
        actions.push(Action::Problem(ProblemAction::Revealed));
    }
    let rows = List { name: "problems", count: lines.len() + notes.len(), reveal };
    let is_problem = |at: usize| matches!(lines.get(at), Some(Line::One { .. }));
    let go_to = rows.show_passing(
        ui,
        |at| !is_problem(at),
        |ui, at, area| match lines.get(at) {
            Some(Line::Head { severity, code, count, folded }) => {
                head(ui, &rows, (at, area), (*severity, *code), (*count, *folded), view, actions);
            }
            Some(Line::One { place, number }) => {
                let text = &texts[*place];
                one(ui, &rows, (at, area), (*place, *number), text, view, actions);
            }
            None => cell(ui, area.with_min_x(area.min.x + TEXT), &notes[at - lines.len()]),
        },
    );
    if let Some(Line::One { number, .. }) = go_to.and_then(|at| lines.get(at)) {
        actions.push(Action::Problem(ProblemAction::Choose(*number)));
    }
}

/// What is listed: by severity, code, text and selection.
fn filters(ui: &mut Ui, listed: usize, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    let before = &view.state.problem_list.filter;
    let mut filter = before.clone();
    ui.horizontal_wrapped(|ui| {
        for severity in SEVERITIES {
            let name = words
                .fill(count_word(severity), &[("count", view.problems.count(severity).into())]);
            problem::mark(ui, severity, view);
            if ui.add(Button::selectable(!filter.hidden.contains(&severity), name)).clicked()
                && !filter.hidden.remove(&severity)
            {
                filter.hidden.insert(severity);
            }
        }
        ui.separator();
        codes(ui, &mut filter, view);
        let hint = words.text("problem-filter");
        let edit = TextEdit::singleline(&mut filter.text)
            .id(WidgetId::unique("problem-filter"))
            .hint_text(&hint)
            .desired_width(180.0);
        typed_field::name(ui.add(edit), &hint);
        ui.checkbox(&mut filter.only_selected, words.text("problem-only-selected"));
        let all = view.problems.all().len();
        if listed != all {
            let args = [("listed", listed.into()), ("all", all.into())];
            ui.weak(words.fill("problem-listed", &args));
        }
    });
    if filter != *before {
        actions.push(Action::Problem(ProblemAction::Filter(filter)));
    }
}

fn count_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "count-errors",
        Severity::Warning => "count-warnings",
        Severity::Note => "count-notes",
    }
}

/// The codes that were found.
fn codes(ui: &mut Ui, filter: &mut Filter, view: &View) {
    let lang = view.words.lang();
    let every = view.words.text("problem-every-code");
    let title = |code: Code| with_capital(&problem_title(code, lang));
    let name = |code: Option<Code>| code.map_or_else(|| every.clone(), title);
    let mut found: Vec<Code> = view.problems.all().iter().map(|problem| problem.code).collect();
    found.sort_unstable();
    found.dedup();
    let combo = ComboBox::from_id_salt("problem-code").width(200.0);
    combo.selected_text(name(filter.code)).show_ui(ui, |ui| {
        for code in std::iter::once(None).chain(found.into_iter().map(Some)) {
            ui.selectable_value(&mut filter.code, code, name(code));
        }
    });
}

/// The head of a group: a click or a key folds it.
fn head(
    ui: &mut Ui,
    rows: &List,
    (at, area): (usize, Rect),
    (severity, code): (Severity, Code),
    (count, folded): (usize, bool),
    view: &View,
    actions: &mut Vec<Action>,
) {
    let title = with_capital(&problem_title(code, view.words.lang()));
    let args = [("name", title.into()), ("count", count.into())];
    let name = view.words.fill("tab-with-count", &args);
    let response = rows.heading(ui, at, area, &name, folded);
    cell(ui, area.with_min_x(area.min.x + TEXT - 4.0), RichText::new(name).strong());
    if response.clicked() {
        actions.push(Action::Problem(ProblemAction::Fold(severity, code)));
    }
}

/// A problem by its place among all and its number among those listed: a click or
/// Enter shows where it is.
fn one(
    ui: &mut Ui,
    rows: &List,
    (at, area): (usize, Rect),
    (place, number): (usize, usize),
    text: &str,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let found = &view.problems.all()[place];
    let lang = view.words.lang();
    let chosen = view.state.problem_list.chosen == Some(number);
    let name = format!("{} – {text}", severity_word(found.severity, lang));
    let response = rows.ground(ui, at, area, &name, chosen);
    problem::paint_mark(ui, area.left_center() + vec2(18.0, 0.0), found.severity, view);
    let inside = area.with_min_x(area.min.x + TEXT).with_max_x(area.max.x - 8.0);
    let layout = Layout::right_to_left(Align::Center);
    let mut line = ui.new_child(UiBuilder::new().max_rect(inside).layout(layout));
    problem::fix_button(&mut line, found, view, actions);
    let rest = line.available_rect_before_wrap();
    // A year of its own is said where the plan has several.
    let years = view.horizon.start().year() != view.horizon.end().year();
    let (width, date) = match years {
        true => (LONG_DATE, date_long as fn(Day, Lang) -> String),
        false => (DATE, date_short as fn(Day, Lang) -> String),
    };
    if let Some(day) = found.date {
        cell(ui, rest, RichText::new(date(day, lang)).weak());
    }
    cell(ui, rest.with_min_x(rest.min.x + width), text);
    if response.on_hover_text(text).clicked() {
        actions.push(Action::Problem(ProblemAction::GoTo(number)));
    }
}
