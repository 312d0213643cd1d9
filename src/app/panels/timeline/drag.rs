//! A drag of bars, and what it does to the plan.

use std::collections::BTreeSet;

use eframe::egui::{
    Align2, Color32, FontId, Id as WidgetId, Key, LayerId, Order, PointerButton, Pos2, Ui, pos2,
    vec2,
};

use crate::app::action::{Action, StepLabel};
use crate::app::convert::color32;
use crate::app::view::View;
use crate::calendar::{DateSpan, Day, Span};
use crate::plan::edit::Command;
use crate::plan::{Id, Plan};

/// A drag of bars, from press to release.
pub struct Drag {
    /// The bar that was taken hold of.
    grabbed: Id,
    part: BarPart,
    /// The bars that move, with their dates at the press.
    before: Vec<(Id, Span)>,
    /// The instant under the pointer at the press, in days since 1970.
    grabbed_at: f64,
    /// Where bars may be: the horizon of the press, whose open end the drag
    /// itself would move.
    room: DateSpan,
    days: i64,
    /// Given up with Esc or the other button, though the button is still held.
    cancelled: bool,
}

/// What of a bar is dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BarPart {
    Start,
    Middle,
    End,
}

impl Drag {
    /// Takes hold of a bar, at an instant in days since 1970. Dragging one of
    /// several selected bars moves them all, and the whole convoy of each; an end
    /// is dragged alone.
    pub(super) fn begin(bar: &Id, part: BarPart, grabbed_at: f64, view: &View) -> Drag {
        let mut ids = BTreeSet::from([bar.clone()]);
        if part == BarPart::Middle {
            if view.state.selected.contains(bar) {
                ids.extend(view.state.selected.iter().cloned());
            }
            ids = with_convoys(view.plan, ids);
        }
        let planned = |id: &Id| view.plan.timing(id).and_then(|timing| timing.planned);
        let before = ids.iter().filter_map(|id| Some((id.clone(), planned(id)?))).collect();
        let end = view.plan.header().horizon.end.unwrap_or(Day::MAX);
        let start = view.horizon.start();
        let room = DateSpan::new(start, end).unwrap_or(view.horizon);
        Drag { grabbed: bar.clone(), part, before, grabbed_at, room, days: 0, cancelled: false }
    }

    /// Gives the drag up; nothing happens until the button is released.
    pub fn cancel(&mut self) {
        self.cancelled = true;
    }

    pub(super) fn is_cancelled(&self) -> bool {
        self.cancelled
    }

    /// The bars that move, with their dates at the press.
    pub(super) fn before(&self) -> &[(Id, Span)] {
        &self.before
    }

    /// Moves the bars to follow the pointer, over an instant in days since 1970.
    /// True when that is not where they are already.
    pub(super) fn follow(&mut self, days: f64) -> bool {
        self.move_by((days - self.grabbed_at).round() as i64)
    }

    /// Moves the bars so many days from where they were at the press, or as far
    /// as there is room. True when that is not where they are already.
    pub(super) fn move_by(&mut self, days: i64) -> bool {
        let days = self.before.iter().fold(days, |days, (_, span)| match span.closed() {
            Some(span) => allowed(span, self.part, days, self.room),
            None => days,
        });
        std::mem::replace(&mut self.days, days) != days
    }

    /// The step of the journal, and the command that makes the plan follow.
    pub(super) fn edit(&self, view: &View) -> (StepLabel, Command) {
        let commands = self.before.iter().filter_map(|(id, span)| {
            let planned = moved(*span, self.part, self.days);
            Command::set_planned(view.plan, id, Some(planned)).ok()
        });
        (StepLabel::Dates(self.grabbed.clone()), Command::Batch(commands.collect()))
    }

    /// Old dates → new dates, and by how many days.
    pub(super) fn tooltip(&self, ui: &Ui, pointer: Pos2, view: &View) {
        let grabbed = self.before.iter().find(|(id, _)| *id == self.grabbed);
        let Some((_, before)) = grabbed else { return };
        let after = moved(*before, self.part, self.days);
        let names = view.names();
        let sign = if self.days < 0 { "−" } else { "+" };
        let days = view.words.fill(
            "days-moved",
            &[("count", self.days.into()), ("sign", sign.into()), ("size", self.days.abs().into())],
        );
        let text =
            format!("{} → {}   {days}", names.span_with_year(*before), names.span_with_year(after));
        let font = FontId::proportional(13.0);
        let galley = ui.painter().layout_no_wrap(text, font, Color32::PLACEHOLDER);
        let size = galley.size() + vec2(16.0, 10.0);
        let screen = ui.ctx().content_rect();
        let at = pos2(
            (pointer.x + 16.0).min(screen.max.x - size.x - 4.0),
            (pointer.y - size.y - 12.0).max(screen.min.y + 4.0),
        );
        let layer = LayerId::new(Order::Tooltip, WidgetId::unique("drag-tooltip"));
        let painter = ui.ctx().layer_painter(layer);
        let area = Align2::LEFT_TOP.anchor_size(at, size);
        painter.rect_filled(area, 4.0, color32(view.style.text));
        painter.galley(area.min + vec2(8.0, 5.0), galley, color32(view.style.panel));
    }
}

/// Lets the drag that is under way follow the pointer, wherever it goes; Esc and
/// the other button give it up, the release makes it a step.
pub(super) fn go_on(
    ui: &Ui,
    drag: &mut Option<Drag>,
    days_at: impl Fn(Pos2) -> f64,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let Some(current) = drag.as_mut() else { return };
    let (escape, other, held, pointer) = ui.input(|input| {
        let pointer = &input.pointer;
        let other = pointer.button_pressed(PointerButton::Secondary);
        let escape = input.key_pressed(Key::Escape);
        (escape, other, pointer.primary_down(), pointer.latest_pos())
    });
    if (escape || other) && !current.cancelled {
        current.cancel();
        actions.push(Action::CancelGesture);
    }
    if !current.cancelled
        && let Some(pointer) = pointer
        && current.follow(days_at(pointer))
    {
        let (label, command) = current.edit(view);
        actions.push(Action::Gesture(label, command));
    }
    if !held {
        if !current.cancelled {
            actions.push(Action::FinishGesture);
        }
        *drag = None;
    }
}

/// These items, and the movements that are in a convoy with one of them.
fn with_convoys(plan: &Plan, ids: BTreeSet<Id>) -> BTreeSet<Id> {
    let movements = plan.movements();
    let convoys: BTreeSet<&str> =
        ids.iter().filter_map(|id| movements.find(id)?.convoy.as_deref()).collect();
    let in_convoy = movements.iter().filter(|movement| {
        movement.convoy.as_deref().is_some_and(|convoy| convoys.contains(convoy))
    });
    let joined: Vec<Id> = in_convoy.map(|movement| (*movement.id).clone()).collect();
    ids.into_iter().chain(joined).collect()
}

/// The days a bar may go without leaving `room` or turning inside out. One that
/// lies beyond it already is not pushed back in.
fn allowed(span: DateSpan, part: BarPart, days: i64, room: DateSpan) -> i64 {
    let low = (room.start() - span.start()).min(0);
    let high = (room.end() - span.end()).max(0);
    let length = span.days() - 1;
    match part {
        BarPart::Middle => days.clamp(low, high),
        BarPart::Start => days.clamp(low, length),
        BarPart::End => days.clamp(-length, high),
    }
}

fn moved(span: Span, part: BarPart, days: i64) -> Span {
    let shift = |day: Option<Day>| day.map(|day| day + days);
    match part {
        BarPart::Middle => span.moved(days),
        BarPart::Start => Span { start: shift(span.start), ..span },
        BarPart::End => Span { end: shift(span.end), ..span },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_stays_within_the_horizon_and_keeps_a_day() {
        let day = |number| Day::from_number(number);
        let span = |from, to| DateSpan::new(day(from), day(to)).unwrap();
        let horizon = span(0, 100);
        for (bar, part, days, expect) in [
            (span(10, 19), BarPart::Middle, 5, 5),
            (span(10, 19), BarPart::Middle, 500, 81),
            (span(10, 19), BarPart::Middle, -500, -10),
            (span(10, 19), BarPart::End, -500, -9),
            (span(10, 19), BarPart::Start, 500, 9),
            (span(-20, -11), BarPart::Middle, -5, 0),
            (span(-20, -11), BarPart::Middle, 5, 5),
        ] {
            assert_eq!(allowed(bar, part, days, horizon), expect, "{bar:?} {part:?} {days}");
        }
    }
}
