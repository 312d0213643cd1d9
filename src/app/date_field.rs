//! A field for a date, as planners type it.

use eframe::egui::{Id as WidgetId, Key, RichText, Ui};

use super::typed_field::TypedField;
use crate::calendar::{Day, Span, TypedContext, read_typed};
use crate::i18n::{Words, date_long};

/// What a person did with a date field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateChange {
    To(Day),
    Cleared,
}

/// An end of a span, for which there is a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SpanEnd {
    Start,
    End,
}

/// A span with one end changed. Where the ends would cross, the other end moves
/// along, so that the length stays.
pub fn with_end(span: Span, end: SpanEnd, day: Option<Day>) -> Span {
    let length = span.closed().map(|span| span.days() - 1);
    match (end, day, length) {
        (SpanEnd::Start, Some(day), Some(length)) if span.end.is_some_and(|e| e < day) => {
            Span::new(Some(day), Some(day + length))
        }
        (SpanEnd::End, Some(day), Some(length)) if span.start.is_some_and(|s| s > day) => {
            Span::new(Some(day - length), Some(day))
        }
        (SpanEnd::Start, day, _) => Span { start: day, ..span },
        (SpanEnd::End, day, _) => Span { end: day, ..span },
    }
}

/// Shows a date that can be typed over; `+7d` counts from the date itself.
/// What is no date changes nothing, and the accepted forms are told below; Enter
/// leaves it there to be mended.
pub fn date_field(
    ui: &mut Ui,
    id: WidgetId,
    label: &str,
    value: Option<Day>,
    context: TypedContext,
    words: &Words,
) -> Option<DateChange> {
    let shown = value.map_or(String::new(), |day| date_long(day, words.lang()));
    let hint = words.text("date-none");
    let context = TypedContext { from: value.unwrap_or(context.from), ..context };
    let error = ui.visuals().error_fg_color;
    let is_wrong = |text: &str| !text.trim().is_empty() && read_typed(text, context).is_err();
    let field = TypedField { id, label, shown: &shown, hint: &hint, width: 156.0 };
    let finished = field.show(ui, |text| is_wrong(text).then_some(error));
    let typed: Option<String> = ui.data(|data| data.get_temp(id));
    if typed.is_some_and(|text| is_wrong(&text)) {
        ui.small(RichText::new(words.text("date-forms")).color(error));
    }
    let text = finished?;
    if is_wrong(&text) && ui.input(|input| input.key_pressed(Key::Enter)) {
        ui.data_mut(|data| data.insert_temp(id, text));
        ui.memory_mut(|memory| memory.request_focus(id));
        return None;
    }
    if text.trim().is_empty() {
        return value.map(|_| DateChange::Cleared);
    }
    read_typed(&text, context).ok().filter(|day| Some(*day) != value).map(DateChange::To)
}
