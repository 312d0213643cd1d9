//! One run: a plan with the lengths that were drawn.

use super::draw::Draws;
use super::model::{Model, Part};
use crate::calendar::{Day, Span};
use crate::schedule::links::Requirement;
use crate::schedule::network::pushed;

/// What an item that lies later than planned was put off by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    Part(usize),
    Restriction(usize),
}

/// The dates of one run.
pub struct State {
    /// By part.
    pub spans: Vec<Span>,
    pub causes: Vec<Option<Cause>>,
    /// The lengths that were drawn, where any were.
    pub lengths: Vec<Option<i64>>,
    /// The last day on which each restriction holds.
    pub lifted: Vec<Day>,
}

impl State {
    pub fn of(model: &Model) -> State {
        State {
            spans: model.parts.iter().map(|part| part.span).collect(),
            causes: vec![None; model.parts.len()],
            lengths: vec![None; model.parts.len()],
            lifted: model.restrictions.iter().map(|open| open.low).collect(),
        }
    }

    pub fn run(&mut self, model: &Model, mut draws: Draws) {
        for (lifted, open) in self.lifted.iter_mut().zip(&model.restrictions) {
            *lifted = Day::from_number(draws.between(open.low.number(), open.high.number()));
        }
        for (at, part) in model.parts.iter().enumerate() {
            self.lengths[at] = part.spread.map(|spread| spread.at(draws.share()));
            let (span, cause) = self.place(model, part, self.lengths[at]);
            self.spans[at] = span;
            self.causes[at] = cause;
        }
    }

    fn place(&self, model: &Model, part: &Part, drawn: Option<i64>) -> (Span, Option<Cause>) {
        let placing = part.node.placing.as_ref().expect("an event is no part");
        let Some((planned, usual)) = part.closed else {
            let asked = self.asked(part).map(|(asked, _)| asked);
            return (pushed(part.node, part.span, asked), None);
        };
        let length = drawn.unwrap_or(usual);
        let end = match length == usual {
            true => planned.end(),
            false => placing.end_of(planned.start(), length),
        };
        if part.begun {
            let end = model.as_of.map_or(end, |as_of| as_of.max(end));
            return (Span::new(Some(planned.start()), Some(end)), None);
        }
        let here = Span::new(Some(planned.start()), Some(end));
        let (mut start, mut cause) = (planned.start(), None);
        let is_unmet = |(asked, _): (Requirement, _)| asked.day_of(here) < Some(asked.earliest);
        if self.asked(part).any(is_unmet) {
            for (asked, by) in self.asked(part) {
                let later = placing.start_for(asked, length);
                if later > start {
                    (start, cause) = (later, by.map(Cause::Part));
                }
            }
        }
        for &number in &part.held_by {
            let lifted = self.lifted[number];
            if start >= model.restrictions[number].from && start <= lifted {
                (start, cause) = (lifted + 1, Some(Cause::Restriction(number)));
            }
        }
        if start == planned.start() {
            return (here, None);
        }
        let start = part.node.not_before.map_or(start, |not_before| not_before.max(start));
        (placing.first_from(start, length).into(), cause)
    }

    /// What links ask for, without those that the plan breaks and that ask for no
    /// more than in the plan.
    fn asked<'a>(
        &'a self,
        part: &'a Part,
    ) -> impl Iterator<Item = (Requirement, Option<usize>)> + Clone + 'a {
        part.bonds.iter().filter_map(move |bond| {
            let source = bond.part.map_or(bond.source, |part| self.spans[part]);
            let asked = bond.tie.asks(Some(source))?;
            let counts = bond.is_met || bond.planned.is_none_or(|day| asked.earliest > day);
            counts.then_some((asked, bond.part))
        })
    }
}
