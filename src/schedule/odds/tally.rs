//! What many runs add up to. Whole numbers alone, so that the order in which runs
//! are added makes no difference.

use super::days::Days;
use super::model::Model;
use super::run::{Cause, State};
use super::{DeadlineOdds, Driver, ItemOdds, Odds, Spread};
use crate::calendar::{Day, Moment};
use crate::plan::{Id, LimitId, Plan, is_soft};
use crate::schedule::Schedule;
use crate::schedule::checks::whom::is_meant;
use crate::schedule::network::{Network, main_gate};

/// Something that is over when the last of some items is.
pub struct Goal {
    /// The last end of those that cannot move.
    still: Option<Day>,
    parts: Vec<usize>,
}

impl Goal {
    pub fn of(
        network: &Network,
        part_of: &[Option<usize>],
        numbers: impl Iterator<Item = usize>,
    ) -> Goal {
        let mut goal = Goal { still: None, parts: Vec::new() };
        for number in numbers {
            let end = network.nodes[number].span.and_then(|span| span.end);
            match part_of[number] {
                Some(part) => goal.parts.push(part),
                None => goal.still = goal.still.max(end),
            }
        }
        goal
    }

    /// The day on which it is over, and the part that is the last.
    fn reached(&self, state: &State) -> (Option<Day>, Option<usize>) {
        let mut last = (self.still, None);
        for &part in &self.parts {
            let end = state.spans[part].end;
            if end > last.0 {
                last = (end, Some(part));
            }
        }
        last
    }
}

/// Sums over runs, from which correlations follow.
#[derive(Clone, Copy, Default)]
struct Sums {
    x: i128,
    xx: i128,
    xy: i128,
    critical: u32,
}

pub struct Tally {
    runs: u32,
    met: Vec<u32>,
    /// By goal.
    reached: Vec<Days>,
    /// By part.
    ends: Vec<Days>,
    /// Parts, then restrictions.
    drivers: Vec<Sums>,
    y: i128,
    yy: i128,
}

impl Tally {
    pub fn of(model: &Model) -> Tally {
        let horizon = model.plan.horizon();
        let start = |part: &super::model::Part| part.span.start.unwrap_or(horizon.start());
        Tally {
            runs: 0,
            met: vec![0; model.gates.len()],
            reached: vec![Days::from(horizon.start()); model.goals.len()],
            ends: model.parts.iter().map(|part| Days::from(start(part))).collect(),
            drivers: vec![Sums::default(); model.parts.len() + model.restrictions.len()],
            y: 0,
            yy: 0,
        }
    }

    pub fn add(&mut self, model: &Model, state: &State) {
        self.runs += 1;
        for (days, span) in self.ends.iter_mut().zip(&state.spans) {
            if let Some(end) = span.end {
                days.add(end, 1);
            }
        }
        for (number, goal) in model.goals.iter().enumerate() {
            let (day, last) = goal.reached(state);
            if let Some(day) = day {
                self.reached[number].add(day, 1);
            }
            if let Some(gate) = model.gates.get(number) {
                self.met[number] += u32::from(day.is_none_or(|day| day <= gate.date));
            }
            if number == model.main_goal() {
                self.weigh(model, state, day, last);
            }
        }
    }

    /// Adds what was drawn, and who lies on the chain that decides the main goal.
    fn weigh(&mut self, model: &Model, state: &State, day: Option<Day>, last: Option<usize>) {
        let y = day.map_or(0, |day| i128::from(day.number()));
        self.y += y;
        self.yy += y * y;
        let lengths = state.lengths.iter().map(|length| length.unwrap_or(0));
        let lifted = state.lifted.iter().map(|day| day.number());
        for (sums, x) in self.drivers.iter_mut().zip(lengths.chain(lifted)) {
            let x = i128::from(x);
            sums.x += x;
            sums.xx += x * x;
            sums.xy += x * y;
        }
        let mut at = last;
        while let Some(part) = at {
            self.drivers[part].critical += 1;
            at = match state.causes[part] {
                Some(Cause::Part(before)) => Some(before),
                Some(Cause::Restriction(number)) => {
                    self.drivers[model.parts.len() + number].critical += 1;
                    None
                }
                None => None,
            };
        }
    }

    pub fn merge(&mut self, other: &Tally) {
        self.runs += other.runs;
        self.y += other.y;
        self.yy += other.yy;
        self.met.iter_mut().zip(&other.met).for_each(|(met, other)| *met += other);
        self.reached.iter_mut().zip(&other.reached).for_each(|(days, other)| days.merge(other));
        self.ends.iter_mut().zip(&other.ends).for_each(|(days, other)| days.merge(other));
        for (sums, other) in self.drivers.iter_mut().zip(&other.drivers) {
            sums.x += other.x;
            sums.xx += other.xx;
            sums.xy += other.xy;
            sums.critical += other.critical;
        }
    }

    /// One run that stands for many.
    pub fn repeat(&mut self, runs: u32) {
        self.runs *= runs;
        self.met.iter_mut().for_each(|met| *met *= runs);
        self.reached.iter_mut().chain(&mut self.ends).for_each(|days| days.repeat(runs));
        self.drivers.iter_mut().for_each(|sums| sums.critical *= runs);
    }

    pub fn odds(mut self, model: &Model, schedule: &Schedule) -> Odds {
        let end = self.reached.pop().expect("the last goal is the last day of all");
        let deadlines = model.gates.iter().zip(self.reached.iter().zip(&self.met));
        let deadlines = deadlines.map(|(gate, (out, met))| {
            let last = end.percentile(100).map_or(gate.date, |last| last.max(gate.date));
            let left = left(model.plan, schedule, model.options.track, &gate.limit, last);
            let met = if left > 0 { 0 } else { *met };
            DeadlineOdds { limit: gate.limit.clone(), date: gate.date, met, left, out: out.clone() }
        });
        let deadlines = deadlines.collect();
        Odds {
            options: model.options,
            spreads: spreads(model),
            restrictions: model.restrictions.iter().map(|open| open.id.clone()).collect(),
            deadlines,
            main: main_gate(model.gates),
            items: self.items(model),
            drivers: self.weighed(model),
            end,
        }
    }

    fn items(&self, model: &Model) -> Vec<ItemOdds> {
        let nodes = &model.network.nodes;
        let mut part_of = vec![None; nodes.len()];
        for (at, part) in model.parts.iter().enumerate() {
            part_of[part.number] = Some(at);
        }
        let item = |number: usize| {
            let node = &nodes[number];
            let end = node.span.filter(|_| node.placing.is_some())?.end?;
            let at = |percent| match part_of[number] {
                Some(part) => self.ends[part].percentile(percent).unwrap_or(end),
                None => end,
            };
            Some(ItemOdds { id: node.id.clone(), p50: at(50), p80: at(80) })
        };
        let mut items: Vec<ItemOdds> = (0..nodes.len()).filter_map(item).collect();
        items.sort_by(|a, b| a.id.cmp(&b.id));
        items
    }

    fn weighed(&self, model: &Model) -> Vec<Driver> {
        let parts = model.parts.iter().map(|p| p.spread.is_some().then(|| p.node.id.clone()));
        let restrictions = model.restrictions.iter().map(|open| Some((*open.id).clone()));
        let named = parts.chain(restrictions).zip(&self.drivers);
        let driver = |(id, sums): (Option<Id>, &Sums)| {
            let criticality = f64::from(sums.critical) / f64::from(self.runs.max(1));
            Some(Driver { id: id?, weight: self.correlation(sums), criticality })
        };
        let mut drivers: Vec<Driver> = named.filter_map(driver).collect();
        drivers.retain(|driver| driver.weight != 0.0 || driver.criticality != 0.0);
        let order = |a: &Driver, b: &Driver| {
            let by_weight = b.weight.abs().total_cmp(&a.weight.abs());
            by_weight.then(b.criticality.total_cmp(&a.criticality)).then(a.id.cmp(&b.id))
        };
        drivers.sort_by(order);
        drivers
    }

    /// Of Pearson; 0 where one of the two is always the same.
    fn correlation(&self, sums: &Sums) -> f64 {
        let n = i128::from(self.runs);
        let spread = |sum: i128, squares: i128| (n * squares - sum * sum) as f64;
        let both = spread(sums.x, sums.xx) * spread(self.y, self.yy);
        if both <= 0.0 { 0.0 } else { (n * sums.xy - sums.x * self.y) as f64 / both.sqrt() }
    }
}

fn spreads(model: &Model) -> Vec<Spread> {
    let drawn = model.parts.iter().filter(|part| part.spread.is_some());
    let mut spreads: Vec<Spread> = drawn
        .map(|part| {
            let item = model.plan.item(&part.node.id);
            let basis = item.as_ref().and_then(|item| item.basis()).unwrap_or_default();
            Spread { id: part.node.id.clone(), soft: is_soft(basis, "duration_days") }
        })
        .collect();
    spreads.sort_by(|a, b| a.id.cmp(&b.id));
    spreads
}

/// How many people a deadline is about are still there when all is over.
fn left(
    plan: &Plan,
    schedule: &Schedule,
    track: crate::schedule::Track,
    limit: &Id,
    last: Day,
) -> u64 {
    let Some(limit) = plan.limits().get(&LimitId::from(limit.clone())) else { return 0 };
    let snapshot = schedule.snapshot(track, Moment::close_of(plan.horizon().end().max(last)));
    let inside = |site: &crate::plan::SiteId| match &limit.place {
        Some(place) => plan.sites().get(site).is_some_and(|site| place.holds(site)),
        None => true,
    };
    let meant = snapshot
        .units
        .iter()
        .filter(|now| plan.units().get(&now.id).is_some_and(|unit| is_meant(limit, unit)));
    let people = meant.map(|now| {
        let present: u64 = now.at.iter().filter(|(site, _)| inside(site)).map(|(_, n)| *n).sum();
        present + if limit.place.is_none() { now.moving } else { 0 }
    });
    people.sum()
}
