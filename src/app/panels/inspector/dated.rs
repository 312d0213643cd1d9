//! Activities and movements: the name, and the dates that can be edited.

use eframe::egui::{Id as WidgetId, Ui};

use super::{heading, row, section, tracked};
use crate::app::action::{Action, StepLabel};
use crate::app::bar_acts::BarAction;
use crate::app::date_field::{DateChange, SpanEnd, date_field, with_end};
use crate::app::typed_field::TypedField;
use crate::app::view::View;
use crate::calendar::{Day, Span};
use crate::plan::edit::Command;
use crate::plan::{Activity, Actual, Id, Item, Movement, Text, Timing};
use crate::schedule::Track;

/// The name, then planned and actual dates.
pub fn show(ui: &mut Ui, item: &Item, timing: &Timing, view: &View, actions: &mut Vec<Action>) {
    let kind = match item {
        Item::Activity(activity) => view.names().activity_kind(&activity.kind),
        Item::Movement(movement) => view.names().movement_kind(&movement.kind),
        _ => String::new(),
    };
    heading(ui, &view.names().of(item), &kind, |_| {});
    name(ui, item, view, actions);
    planned(ui, item.id(), timing, view, actions);
    actual(ui, item, timing, view, actions);
    let forecast = view.schedule.span(Track::Forecast, item.id());
    if let Some(span) = forecast {
        row(ui, &view.words.text("field-forecast"), |ui| {
            ui.label(view.names().span_with_year(span));
        });
    }
}

/// A name of its own; an empty field goes back to the composed one.
fn name(ui: &mut Ui, item: &Item, view: &View, actions: &mut Vec<Action>) {
    let tag = view.words.lang().tag();
    let own = match item {
        Item::Activity(activity) => activity.name.as_ref(),
        Item::Movement(movement) => movement.name.as_ref(),
        _ => return,
    };
    let label = view.words.text("field-name");
    let shown = own.map_or(String::new(), |name| name.in_language(tag).to_owned());
    row(ui, &label, |ui| {
        let field = TypedField {
            id: field_id(view.document, "field-name", item.id(), ""),
            label: &label,
            shown: &shown,
            hint: &view.names().of(item),
            width: 170.0,
        };
        let Some(text) = field.show(ui, |_| None) else { return };
        let text = text.trim();
        let name = match own {
            Some(own) if text.is_empty() => own.without(tag),
            Some(own) => Some(own.with(tag, text)),
            None => (!text.is_empty()).then(|| Text::Same(text.to_owned())),
        };
        let renamed: Item = match item {
            Item::Activity(activity) => Activity { name, ..(**activity).clone() }.into(),
            Item::Movement(movement) => Movement { name, ..(**movement).clone() }.into(),
            other => other.clone(),
        };
        let step = StepLabel::Rename(item.id().clone());
        actions.push(Action::Edit(step, Command::put(renamed)));
    });
}

/// Two date fields; what was changed in one of them.
fn span_fields(ui: &mut Ui, key: &str, id: &Id, span: Span, view: &View) -> Option<Span> {
    let mut changed = None;
    let fields = [
        (SpanEnd::Start, "start", "field-start", span.start),
        (SpanEnd::End, "end", "field-end", span.end),
    ];
    for (end, part, message, value) in fields {
        let name = view.words.text(message);
        let label = format!("{} – {name}", view.words.text(key));
        row(ui, &name, |ui| {
            let widget = field_id(view.document, key, id, part);
            let change = date_field(ui, widget, &label, value, view.typed_context(), view.words);
            let day = match change {
                Some(DateChange::To(day)) => Some(Some(day)),
                Some(DateChange::Cleared) => Some(None),
                None => None,
            };
            if let Some(day) = day {
                changed = Some(with_end(span, end, day));
            }
        });
    }
    changed
}

/// Unique for the document as well: what was typed into a field of one is not found
/// again in another.
fn field_id(document: u64, key: &str, id: &Id, part: &str) -> WidgetId {
    WidgetId::unique((document, key.to_owned(), id.as_str().to_owned(), part.to_owned()))
}

fn planned(ui: &mut Ui, id: &Id, timing: &Timing, view: &View, actions: &mut Vec<Action>) {
    section(ui, &view.words.text("dates-planned"));
    let span = timing.planned.unwrap_or_default();
    if let Some(span) = span_fields(ui, "dates-planned", id, span, view) {
        let planned = (span != Span::default()).then_some(span);
        actions.push(Action::Bars(BarAction::SetPlanned(id.clone(), planned)));
    }
    if let Some(span) = timing.planned.and_then(Span::closed) {
        row(ui, &view.words.text("field-length"), |ui| {
            ui.label(view.words.fill("days", &[("count", span.days().into())]));
        });
    }
    tracked::slip(ui, id, timing, view);
}

fn actual(ui: &mut Ui, item: &Item, timing: &Timing, view: &View, actions: &mut Vec<Action>) {
    section(ui, &view.words.text("dates-actual"));
    let known = timing.actual.clone().unwrap_or_default();
    let span = Span::new(known.start, known.end);
    if let Some(span) = span_fields(ui, "dates-actual", item.id(), span, view) {
        let actual = Actual { start: span.start, end: span.end, ..known.clone() };
        let empty = actual == Actual::default();
        let timing = Timing { actual: (!empty).then_some(actual), ..timing.clone() };
        let command = Command::put(item.with_timing(timing));
        actions.push(Action::Edit(StepLabel::Actual(item.id().clone()), command));
    }
    tracked::record_buttons(ui, view, actions);
    if let Some(day) = known.cancelled {
        cancelled(ui, item, timing, day, view, actions);
    }
}

/// The day on which it was given up.
fn cancelled(
    ui: &mut Ui,
    item: &Item,
    timing: &Timing,
    day: Day,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let name = view.words.text("field-cancelled");
    row(ui, &name, |ui| {
        let widget = field_id(view.document, "field-cancelled", item.id(), "");
        let change = date_field(ui, widget, &name, Some(day), view.typed_context(), view.words);
        let cancelled = match change {
            Some(DateChange::To(day)) => Some(day),
            Some(DateChange::Cleared) => None,
            None => return,
        };
        let known = timing.actual.clone().unwrap_or_default();
        let actual = Actual { cancelled, ..known };
        let actual = (actual != Actual::default()).then_some(actual);
        let timing = Timing { actual, ..timing.clone() };
        let command = Command::put(item.with_timing(timing));
        actions.push(Action::Edit(StepLabel::Actual(item.id().clone()), command));
    });
}
