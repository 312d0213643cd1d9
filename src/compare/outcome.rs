//! What differs in what follows from two plans: dates, peaks, deadlines, problems.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::calendar::{Day, Span};
use crate::plan::{Category, Id, Kind, LimitKind, Plan};
use crate::schedule::{Code, Problem, Schedule, Track, only_in};

/// What differs between two schedules on one track.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// Items of both plans whose dates are not the same, by list and id.
    pub moved: Vec<OutcomeMove>,
    pub peaks: Vec<PeakDiff>,
    pub deadlines: Vec<DeadlineDiff>,
    /// Problems that only the second has, the worst first.
    pub gained: Vec<Arc<Problem>>,
    /// Problems that only the first has.
    pub lost: Vec<Arc<Problem>>,
}

/// An item whose dates differ; None: absent from the track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeMove {
    pub id: Id,
    pub from: Option<Span>,
    pub to: Option<Span>,
}

/// The largest number of people in the theatre, present or moving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeakDiff {
    /// None: all categories together.
    pub category: Option<Category>,
    pub from: Peak,
    pub to: Peak,
}

/// A largest number, and the first day on which it is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peak {
    pub people: u64,
    pub date: Day,
}

/// Whether a deadline is met: a limit of that kind, or the own one of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadlineDiff {
    pub id: Id,
    /// None: the plan has no such deadline.
    pub from: Option<bool>,
    pub to: Option<bool>,
}

impl Outcome {
    /// What differs in what follows, from the first to the second.
    pub fn of(from: &Schedule, to: &Schedule, track: Track) -> Outcome {
        Outcome {
            moved: moved(from, to, track),
            peaks: peaks(from, to, track),
            deadlines: deadlines(from, to, track),
            gained: only_in(to.problems(track), from.problems(track)),
            lost: only_in(from.problems(track), to.problems(track)),
        }
    }

    pub fn is_empty(&self) -> bool {
        *self == Outcome::default()
    }
}

fn moved(from: &Schedule, to: &Schedule, track: Track) -> Vec<OutcomeMove> {
    let ids = |kind| from.plan().ids(kind).into_iter();
    let both = ids(Kind::Activity).chain(ids(Kind::Movement));
    let both = both.filter(|id| to.plan().kind_of(id) == from.plan().kind_of(id));
    let spans = |id: Id| {
        let (from, to) = (from.span(track, &id), to.span(track, &id));
        OutcomeMove { id, from, to }
    };
    both.map(spans).filter(|moved| moved.from != moved.to).collect()
}

fn peaks(from: &Schedule, to: &Schedule, track: Track) -> Vec<PeakDiff> {
    let categories = Category::KNOWN.iter().filter(|category| **category != Category::Stores);
    let all = categories.cloned().map(Some).chain([None]);
    let peaks = all.filter_map(|category| {
        let peak = |schedule| peak(schedule, track, category.as_ref());
        Some(PeakDiff { from: peak(from)?, to: peak(to)?, category })
    });
    peaks.filter(|peak| peak.from != peak.to).collect()
}

fn peak(schedule: &Schedule, track: Track, category: Option<&Category>) -> Option<Peak> {
    let days = schedule.strength(track).into_iter().map(|(date, totals)| {
        let people = [&totals.present.personnel, &totals.moving.personnel];
        let of = |category: &Category| people.iter().map(|people| people.of(category)).sum();
        let all = || people.iter().map(|people| people.total()).sum();
        Peak { people: category.map_or_else(all, of), date }
    });
    days.reduce(|peak, day| if day.people > peak.people { day } else { peak })
}

fn deadlines(from: &Schedule, to: &Schedule, track: Track) -> Vec<DeadlineDiff> {
    let (from, to) = (met(from, track), met(to, track));
    let mut ids: Vec<&Id> = from.keys().chain(to.keys()).collect();
    ids.sort();
    ids.dedup();
    let diff = |id: &Id| DeadlineDiff {
        id: id.clone(),
        from: from.get(id).copied(),
        to: to.get(id).copied(),
    };
    ids.into_iter().map(diff).filter(|diff| diff.from != diff.to).collect()
}

/// All deadlines of a plan, and whether each is met.
fn met(schedule: &Schedule, track: Track) -> BTreeMap<Id, bool> {
    let plan: &Plan = schedule.plan();
    let limits = plan.limits().iter();
    let limits = limits.filter(|it| it.kind == LimitKind::Deadline && it.date.is_some());
    let own = plan.items().filter(|item| item.timing().is_some_and(|it| it.deadline.is_some()));
    let ids = limits.map(|limit| (*limit.id).clone()).chain(own.map(|item| item.id().clone()));
    let mut met: BTreeMap<Id, bool> = ids.map(|id| (id, true)).collect();
    let about = [Code::AfterDeadline, Code::MissesOwnDeadline];
    for problem in schedule.problems(track).iter().filter(|it| about.contains(&it.code)) {
        if let Some(met) = problem.items.first().and_then(|id| met.get_mut(id)) {
            *met = false;
        }
    }
    met
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::edit::Command;
    use crate::schedule::Routes;

    fn schedule(plan: &Plan) -> Schedule {
        Schedule::of(&Arc::new(plan.clone()), &Routes::default())
    }

    #[test]
    fn peaks_and_deadlines_follow_from_who_is_there() {
        let text = br#"{ "format": "decamp-plan", "version": 1,
            "horizon": { "start": "2023-07-01", "end": "2023-12-31" },
            "sites": { "type": "FeatureCollection", "features": [
                { "type": "Feature", "id": "gao", "geometry": { "type": "Point", "coordinates": [0, 16] },
                  "properties": { "name": "Gao", "kind": "camp" } },
                { "type": "Feature", "id": "out", "geometry": null,
                  "properties": { "name": "Out", "kind": "exit" } } ] },
            "units": [ { "id": "bn", "kind": "infantry", "site": "gao", "personnel": 100 } ],
            "movements": [ { "id": "home", "kind": "repatriation", "from": "gao", "to": "out",
                "planned": { "start": "2023-08-01", "end": "2023-08-10" }, "loads": [ { "unit": "bn" } ] } ],
            "limits": [ { "id": "d", "kind": "deadline", "date": "2023-08-31" } ] }"#;
        let plan = crate::file::read(text).unwrap().plan;
        let home = Id::new("home").unwrap();
        let span = |from: &str, to: &str| Some(Span::new(from.parse().ok(), to.parse().ok()));
        let late = span("2023-09-01", "2023-09-10");
        let mut other = plan.clone();
        other.apply(Command::set_planned(&plan, &home, late).unwrap()).unwrap();
        let mut unit = (**plan.units().iter().next().unwrap()).clone();
        unit.personnel = 120;
        other.apply(Command::put(unit)).unwrap();

        let outcome = Outcome::of(&schedule(&plan), &schedule(&other), Track::Planned);
        let moved = OutcomeMove { id: home, from: span("2023-08-01", "2023-08-10"), to: late };
        assert_eq!(outcome.moved, [moved]);
        let peak = |people| Peak { people, date: "2023-07-01".parse().unwrap() };
        let diff = |category| PeakDiff { category, from: peak(100), to: peak(120) };
        assert_eq!(outcome.peaks, [diff(Some(Category::Military)), diff(None)]);
        let id = Id::new("d").unwrap();
        assert_eq!(outcome.deadlines, [DeadlineDiff { id, from: Some(true), to: Some(false) }]);
        let codes: Vec<Code> = outcome.gained.iter().map(|problem| problem.code).collect();
        assert!(codes.contains(&Code::AfterDeadline), "{codes:?}");
        let back = Outcome::of(&schedule(&other), &schedule(&plan), Track::Planned);
        assert_eq!(back.lost, outcome.gained);
        assert!(Outcome::of(&schedule(&other), &schedule(&other), Track::Forecast).is_empty());
    }
}
