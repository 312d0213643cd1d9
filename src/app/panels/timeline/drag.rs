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
use crate::draw::timeline::BarBox;
use crate::plan::Id;
use crate::plan::edit::Command;

/// A drag of bars, from press to release.
pub struct Drag {
    /// The bar that was taken hold of.
    grabbed: Id,
    part: BarPart,
    /// The bars that move, with their dates at the press.
    before: Vec<(Id, Span)>,
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
    /// Takes hold of a bar. Dragging one of several selected bars moves them all;
    /// an end is dragged alone.
    pub(super) fn begin(bar: &BarBox, part: BarPart, view: &View) -> Drag {
        let selected = &view.state.selected;
        let ids: BTreeSet<Id> = if part == BarPart::Middle && selected.contains(&bar.id) {
            selected.clone()
        } else {
            BTreeSet::from([bar.id.clone()])
        };
        let planned = |id: &Id| view.plan.timing(id).and_then(|timing| timing.planned);
        let before = ids.iter().filter_map(|id| Some((id.clone(), planned(id)?))).collect();
        Drag { grabbed: bar.id.clone(), part, before, days: 0, cancelled: false }
    }

    /// Whether this bar was taken hold of, and the drag not given up.
    pub(super) fn holds(&self, bar: &Id) -> bool {
        self.grabbed == *bar && !self.cancelled
    }

    pub(super) fn is_cancelled(&self) -> bool {
        self.cancelled
    }

    /// The bars that move, with their dates at the press.
    pub(super) fn before(&self) -> &[(Id, Span)] {
        &self.before
    }

    /// Moves the bars so many days from where they were at the press, or as far
    /// as the horizon lets them. True when that is not where they are already.
    pub(super) fn move_to(&mut self, days: i64, horizon: DateSpan) -> bool {
        let days = self.before.iter().fold(days, |days, (_, span)| match span.closed() {
            Some(span) => allowed(span, self.part, days, horizon),
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
        let text = format!("{} → {}   {days}", names.span(*before), names.span(after));
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

/// Esc and the other button give a drag up.
pub(super) fn cancel(ui: &Ui, drag: &mut Option<Drag>, actions: &mut Vec<Action>) {
    let Some(current) = drag.as_mut() else { return };
    let (escape, other, held) = ui.input(|input| {
        let other = input.pointer.button_pressed(PointerButton::Secondary);
        (input.key_pressed(Key::Escape), other, input.pointer.primary_down())
    });
    if (escape || other) && !current.cancelled {
        current.cancelled = true;
        actions.push(Action::CancelGesture);
    }
    if !held && current.cancelled {
        *drag = None;
    }
}

/// The days a bar may go without leaving the horizon or turning inside out. One
/// that lies beyond the horizon already is not pushed back in.
fn allowed(span: DateSpan, part: BarPart, days: i64, horizon: DateSpan) -> i64 {
    let low = (horizon.start() - span.start()).min(0);
    let high = (horizon.end() - span.end()).max(0);
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
