//! The list of problems: filtered at the top, grouped below.

use eframe::egui::{
    Align, Button, ComboBox, EventFilter, Id as WidgetId, Key, Label, Layout, Rect, RichText, Role,
    ScrollArea, Sense, Shape, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::problem;
use crate::app::action::Action;
use crate::app::problem_list::{Filter, Line};
use crate::app::problems::ProblemAction;
use crate::app::typed_field;
use crate::app::view::View;
use crate::calendar::Day;
use crate::i18n::{Lang, date_long, date_short, problem_title, severity_word, with_capital};
use crate::schedule::{Code, Severity};

/// The height of a line, in points.
const LINE: f32 = 24.0;
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
    keys(ui, places.len(), view, actions);
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().auto_shrink([false, false]).show_viewport(ui, |ui, seen| {
        let height = (lines.len() + notes.len()) as f32 * LINE;
        ui.set_min_size(vec2(ui.available_width(), height));
        let all = ui.max_rect();
        let area = |index: usize| {
            let top = all.min.y + index as f32 * LINE;
            Rect::from_min_max(pos2(all.min.x, top), pos2(all.max.x, top + LINE))
        };
        let chosen =
            |line: &Line| matches!(line, Line::One { number, .. } if Some(*number) == list.chosen);
        if list.reveal {
            let place = lines.iter().position(chosen);
            if let Some(place) = place {
                ui.scroll_to_rect(area(place), None);
            }
            actions.push(Action::Problem(ProblemAction::Revealed));
        }
        let first = (seen.min.y / LINE).floor().max(0.0) as usize;
        let last = (seen.max.y / LINE).ceil().max(0.0) as usize;
        for (index, line) in lines.iter().enumerate() {
            // The chosen one may have the focus, and would lose it out of sight.
            if !(first..last).contains(&index) && !chosen(line) {
                continue;
            }
            match line {
                Line::Head { severity, code, count, folded } => {
                    head(ui, area(index), (*severity, *code), *count, *folded, view, actions);
                }
                Line::One { place, number } => {
                    let text = &texts[*place];
                    one(ui, area(index), *place, *number, text, view, actions);
                }
            }
        }
        for (index, note) in notes.iter().enumerate() {
            let area = area(lines.len() + index);
            let mut line = ui.new_child(UiBuilder::new().max_rect(area.with_min_x(TEXT)));
            line.add(Label::new(note).truncate());
        }
    });
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
    area: Rect,
    (severity, code): (Severity, Code),
    count: usize,
    folded: bool,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let title = with_capital(&problem_title(code, view.words.lang()));
    let args = [("name", title.into()), ("count", count.into())];
    let name = view.words.fill("tab-with-count", &args);
    let id = ui.scope_id().with(("head", severity.as_word(), code.as_word()));
    let response = ui.interact(area, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let visuals = ui.style().interact(&response);
    let fill = ui.visuals().faint_bg_color;
    ui.painter().rect_filled(area, 0.0, fill);
    if response.has_focus() {
        let stroke = visuals.bg_stroke;
        ui.painter().rect_stroke(area, 2.0, stroke, StrokeKind::Inside);
    }
    let at = area.left_center();
    let turned = if folded { 0.0 } else { 1.0 };
    let triangle = [(-3.0, -4.0), (3.5, 0.0), (-3.0, 4.0)].map(|(x, y): (f32, f32)| {
        let (x, y) = if turned > 0.0 { (-y, x) } else { (x, y) };
        at + vec2(12.0 + x, y)
    });
    let color = ui.visuals().weak_text_color();
    ui.painter().add(Shape::convex_polygon(triangle.to_vec(), color, Stroke::NONE));
    let inside = area.with_min_x(area.min.x + TEXT - 4.0);
    let layout = Layout::left_to_right(Align::Center);
    let mut line = ui.new_child(UiBuilder::new().max_rect(inside).layout(layout));
    let text = RichText::new(name).strong();
    line.add(Label::new(text).selectable(false).truncate());
    if response.clicked() {
        actions.push(Action::Problem(ProblemAction::Fold(severity, code)));
    }
}

/// A problem: a click or Enter shows where it is.
fn one(
    ui: &mut Ui,
    area: Rect,
    place: usize,
    number: usize,
    text: &str,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let found = &view.problems.all()[place];
    let list = &view.state.problem_list;
    let lang = view.words.lang();
    let chosen = list.chosen == Some(number);
    let id = row_id(number);
    let response = ui.interact(area, id, Sense::click());
    let severity = severity_word(found.severity, lang);
    let name = format!("{severity} – {text}");
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, chosen, &name));
    if chosen {
        let fill = ui.visuals().selection.bg_fill.gamma_multiply(0.6);
        ui.painter().rect_filled(area, 2.0, fill);
    } else if response.hovered() {
        ui.painter().rect_filled(area, 2.0, ui.visuals().faint_bg_color);
    }
    if response.has_focus() {
        let stroke = ui.visuals().widgets.hovered.bg_stroke;
        ui.painter().rect_stroke(area, 2.0, stroke, StrokeKind::Inside);
    }
    problem::paint_mark(ui, area.left_center() + vec2(18.0, 0.0), found.severity, view);
    let inside = area.with_min_x(area.min.x + TEXT).with_max_x(area.max.x - 8.0);
    let layout = Layout::right_to_left(Align::Center);
    let mut line = ui.new_child(UiBuilder::new().max_rect(inside).layout(layout));
    problem::fix_button(&mut line, found, view, actions);
    line.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let start = ui.cursor().min.x;
        // A year of its own is said where the plan has several.
        let years = view.horizon.start().year() != view.horizon.end().year();
        let (width, date) = match years {
            true => (LONG_DATE, date_long as fn(Day, Lang) -> String),
            false => (DATE, date_short as fn(Day, Lang) -> String),
        };
        if let Some(day) = found.date {
            let date = RichText::new(date(day, lang)).weak();
            ui.add(Label::new(date).selectable(false));
        }
        ui.add_space((start + width - ui.cursor().min.x).max(0.0));
        ui.add(Label::new(text).selectable(false).truncate());
    });
    let response = response.on_hover_text(text);
    if response.clicked() {
        response.request_focus();
        actions.push(Action::Problem(ProblemAction::GoTo(number)));
    }
}

/// The arrows choose, where a line of the list has the focus.
fn keys(ui: &Ui, count: usize, view: &View, actions: &mut Vec<Action>) {
    let Some(focused) = ui.memory(|memory| memory.focused()) else { return };
    // Nearly always the chosen one.
    let chosen = view.state.problem_list.chosen;
    let numbers = chosen.into_iter().chain(0..count);
    let Some(number) = numbers.into_iter().find(|number| row_id(*number) == focused) else {
        return;
    };
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, filter));
    for (key, next) in
        [(Key::ArrowDown, number.checked_add(1)), (Key::ArrowUp, number.checked_sub(1))]
    {
        let next = next.filter(|next| *next < count);
        if let Some(next) = next.filter(|_| ui.input(|input| input.key_pressed(key))) {
            actions.push(Action::Problem(ProblemAction::Choose(next)));
            ui.memory_mut(|memory| memory.request_focus(row_id(next)));
        }
    }
}

fn row_id(number: usize) -> WidgetId {
    WidgetId::unique("problem-row").with(number)
}
