//! Bars on their way to other days: which of them move, how far they may, and what
//! follows them.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::action::StepLabel;
use crate::app::view::View;
use crate::calendar::{DateSpan, Day, Span};
use crate::plan::edit::Command;
use crate::plan::{Id, Plan};
use crate::schedule::{Moves, Network, Track};

/// What of a bar moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BarPart {
    Start,
    Middle,
    End,
}

/// Bars on their way, from press to release. Always worked out from the plan as it
/// was at the press.
pub(super) struct Moving {
    /// The bar that was taken hold of.
    grabbed: Id,
    part: BarPart,
    /// The bars that move, with their dates at the press.
    before: Vec<(Id, Span)>,
    /// Where bars may be: the horizon of the press, whose open end the bars
    /// themselves would move.
    room: DateSpan,
    days: i64,
    plan: Arc<Plan>,
    network: Network,
    /// Whether what depends on the bars follows them.
    is_automatic: bool,
    follow: Moves,
}

impl Moving {
    /// Takes hold of a bar.
    pub fn begin(bar: &Id, part: BarPart, view: &View) -> Moving {
        let planned = |id: &Id| view.plan.timing(id).and_then(|timing| timing.planned);
        let ids = movers(bar, part, view);
        let before = ids.iter().filter_map(|id| Some((id.clone(), planned(id)?))).collect();
        let end = view.plan.header().horizon.end.unwrap_or(Day::MAX);
        let start = view.horizon.start();
        Moving {
            grabbed: bar.clone(),
            part,
            before,
            room: DateSpan::new(start, end).unwrap_or(view.horizon),
            days: 0,
            plan: view.plan.clone(),
            network: Network::of(view.plan, Track::Planned),
            is_automatic: view.automatic,
            follow: Moves::default(),
        }
    }

    pub fn grabbed(&self) -> &Id {
        &self.grabbed
    }

    pub fn room(&self) -> DateSpan {
        self.room
    }

    pub fn days(&self) -> i64 {
        self.days
    }

    /// What follows the bars, and what does not though a link asks for it.
    pub fn follow(&self) -> &Moves {
        &self.follow
    }

    /// How many bars somebody took hold of.
    pub fn count(&self) -> usize {
        self.before.len()
    }

    /// The dates of the bar that was taken hold of: at the press, and now.
    pub fn dates(&self) -> Option<(Span, Span)> {
        let (_, before) = self.before.iter().find(|(id, _)| *id == self.grabbed)?;
        Some((*before, moved(*before, self.part, self.days)))
    }

    /// Whether it moves by hand or follows.
    pub fn moves(&self, id: &Id) -> bool {
        self.before.iter().any(|(it, _)| it == id) || self.follows(id)
    }

    pub fn follows(&self, id: &Id) -> bool {
        self.follow.moves.binary_search_by(|(it, _)| it.cmp(id)).is_ok()
    }

    /// Whether these are the bars that a key would move now.
    pub fn is_of(&self, bar: &Id, part: BarPart, view: &View) -> bool {
        let ids = self.before.iter().map(|(id, _)| id);
        self.grabbed == *bar && self.part == part && ids.eq(&movers(bar, part, view))
    }

    /// Where all that moves lay at the press.
    pub fn ghosts(&self) -> Vec<(Id, Span)> {
        let pushed = self.follow.moves.iter();
        let pushed = pushed.filter_map(|(id, _)| Some((id.clone(), self.network.span(id)?)));
        self.before.iter().cloned().chain(pushed).collect()
    }

    /// The edges of the bar in hand that move, as they were at the press: each is
    /// the beginning of the day with that number.
    pub fn edges(&self) -> Vec<i64> {
        let Some((before, _)) = self.dates() else { return Vec::new() };
        let start = before.start.filter(|_| self.part != BarPart::End);
        let end = before.end.filter(|_| self.part != BarPart::Start);
        start.map(Day::number).into_iter().chain(end.map(|end| end.number() + 1)).collect()
    }

    /// Moves the bars so many days from where they were at the press, or as far as
    /// there is room. True when that is not where they are already.
    pub fn move_by(&mut self, days: i64) -> bool {
        let days = self.before.iter().fold(days, |days, (_, span)| match span.closed() {
            Some(span) => allowed(span, self.part, days, self.room),
            None => days,
        });
        if days == self.days {
            return false;
        }
        self.days = days;
        if self.is_automatic {
            self.follow = self.network.pushed(&self.edits());
        }
        true
    }

    /// The step of the journal, and the command that makes the plan follow.
    pub fn edit(&self) -> (StepLabel, Command) {
        let moves: Vec<_> = self.edits().into_iter().chain(self.follow.moves.clone()).collect();
        let command = Command::set_planned_all(&self.plan, &moves);
        let command = command.expect("the bars are of this plan");
        (StepLabel::Dates(self.grabbed.clone()), command)
    }

    /// The days on which the bar in hand now starts or ends though its calendar
    /// counts them as free.
    pub fn free_days(&self) -> Vec<Day> {
        let Some((before, now)) = self.dates() else { return Vec::new() };
        let ends = [(before.start, now.start), (before.end, now.end)];
        let moved = ends.into_iter().filter(|(before, now)| before != now);
        let days = moved.filter_map(|(_, now)| now);
        let mut free: Vec<Day> =
            days.filter(|day| !self.network.works_on(&self.grabbed, *day)).collect();
        free.dedup();
        free
    }

    fn edits(&self) -> Vec<(Id, Span)> {
        let now = |(id, span): &(Id, Span)| (id.clone(), moved(*span, self.part, self.days));
        self.before.iter().map(now).collect()
    }
}

/// The bars that move with one: dragging one of several selected bars moves them
/// all, and the whole convoy of each; an end moves alone.
fn movers(bar: &Id, part: BarPart, view: &View) -> BTreeSet<Id> {
    let mut ids = BTreeSet::from([bar.clone()]);
    if part == BarPart::Middle {
        if view.state.selected.contains(bar) {
            ids.extend(view.state.selected.iter().cloned());
        }
        ids = with_convoys(view.plan, ids);
    }
    let is_planned = |id: &Id| view.plan.timing(id).is_some_and(|timing| timing.planned.is_some());
    ids.into_iter().filter(is_planned).collect()
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
