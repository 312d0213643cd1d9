//! The dates of a bar, typed in place.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Area, Frame, Id as WidgetId, Order, Rect, RichText, Ui, vec2};

use super::bar::{on_screen, widget};
use crate::app::action::Action;
use crate::app::bar_acts::BarAction;
use crate::app::date_field::{DateChange, SpanEnd, date_field, with_end};
use crate::app::view::View;
use crate::calendar::Span;
use crate::draw::timeline::BarBox;
use crate::i18n::date_long;

/// How many frames the first field is given the focus: a new area is not yet
/// there in its first one.
const OPENING: u8 = 3;
/// The width of a field with what is told below it, in points.
const COLUMN: f32 = 172.0;
/// Where the field is noted that was entered last.
const ENTERED: &str = "typed-dates-entered";

/// Shows the fields below the bar whose dates are being typed. Enter and leaving
/// them takes what was typed, Esc does not; both lead back to the bar.
pub(super) fn show(ui: &Ui, rect: Rect, bars: &[BarBox], view: &View, actions: &mut Vec<Action>) {
    let frames = WidgetId::unique("typed-dates-frames");
    let Some(id) = &view.state.bars.typing else {
        ui.data_mut(|data| {
            data.remove_temp::<u8>(frames);
            data.remove::<WidgetId>(WidgetId::unique(ENTERED));
        });
        return;
    };
    let close = Action::Bars(BarAction::TypeDates(None));
    let Some(bar) = bars.iter().find(|bar| bar.id == *id) else {
        actions.push(close);
        return;
    };
    let field = |end: SpanEnd| WidgetId::unique(("typed-dates", view.document, id.as_str(), end));
    let [start, end] = [SpanEnd::Start, SpanEnd::End].map(field);
    let age = ui.data(|data| data.get_temp::<u8>(frames)).unwrap_or(0);
    if age < OPENING {
        ui.data_mut(|data| data.insert_temp(frames, age + 1));
        ui.memory_mut(|memory| memory.request_focus(start));
        ui.ctx().request_repaint();
    }
    let span = view.plan.timing(id).and_then(|timing| timing.planned).unwrap_or_default();
    let own = on_screen(bar, rect);
    let at = own.left_bottom().max(rect.left_top()) + vec2(0.0, 4.0);
    let area = Area::new(WidgetId::unique("typed-dates")).order(Order::Foreground);
    area.fixed_pos(at).constrain(true).show(ui.ctx(), |ui| {
        Frame::popup(ui.style()).show(ui, |ui| {
            ui.label(RichText::new(view.names().item(id)).strong());
            ui.horizontal(|ui| {
                for end in [SpanEnd::Start, SpanEnd::End] {
                    if let Some(span) = one(ui, field(end), end, span, view) {
                        let planned = (span != Span::default()).then_some(span);
                        actions.push(Action::Bars(BarAction::SetPlanned(id.clone(), planned)));
                    }
                }
            });
        });
    });
    let is_typing = ui.memory(|memory| memory.has_focus(start) || memory.has_focus(end));
    if age >= OPENING && !is_typing {
        actions.push(close);
        if ui.memory(|memory| memory.focused().is_none()) {
            ui.memory_mut(|memory| memory.request_focus(widget(ui, id)));
        }
    }
}

/// One date; the span with it, if it was changed.
fn one(ui: &mut Ui, field: WidgetId, end: SpanEnd, span: Span, view: &View) -> Option<Span> {
    let (heading, name, value) = match end {
        SpanEnd::Start => ("field-start", "bars-typed-start", span.start),
        SpanEnd::End => ("field-end", "bars-typed-end", span.end),
    };
    let label = view.words.text(name);
    let change = ui.vertical(|ui| {
        ui.set_width(COLUMN);
        ui.small(view.words.text(heading));
        date_field(ui, field, &label, value, view.typed_context(), view.words)
    });
    // What stands there when the field is entered is typed over at once.
    let entered = WidgetId::unique(ENTERED);
    let is_entered = ui.data(|data| data.get_temp(entered)) == Some(field);
    if ui.memory(|memory| memory.has_focus(field))
        && !is_entered
        && let Some(mut state) = TextEditState::load(ui.ctx(), field)
    {
        let length = value.map_or(0, |day| date_long(day, view.words.lang()).chars().count());
        let all = CCursorRange::two(CCursor::new(0), CCursor::new(length));
        state.cursor.set_char_range(Some(all));
        state.store(ui.ctx(), field);
        ui.data_mut(|data| data.insert_temp(entered, field));
    }
    let day = match change.inner? {
        DateChange::To(day) => Some(day),
        DateChange::Cleared => None,
    };
    Some(with_end(span, end, day))
}
