//! Planned dates as they once were, and what has moved since.

use std::collections::BTreeSet;

use crate::calendar::{Day, Span};
use crate::plan::edit::{Command, EditError};
use crate::plan::{Baseline, BaselineId, Extra, Id, Kind, Plan, Text, Timing};

/// How an item stands to a baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlipKind {
    /// As it was.
    Same,
    Moved,
    /// It has dates now and had none then.
    Added,
    /// It had dates then and has none now.
    Gone,
}

/// How far an activity or movement has moved since a baseline, in days; later and
/// longer are positive, None where an end is or was open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    pub id: Id,
    pub kind: SlipKind,
    pub then: Option<Span>,
    pub now: Option<Span>,
    pub start_days: Option<i64>,
    pub end_days: Option<i64>,
    pub length_days: Option<i64>,
}

impl SlipKind {
    pub const ALL: [SlipKind; 4] =
        [SlipKind::Same, SlipKind::Moved, SlipKind::Added, SlipKind::Gone];

    pub fn as_word(self) -> &'static str {
        match self {
            SlipKind::Same => "same",
            SlipKind::Moved => "moved",
            SlipKind::Added => "added",
            SlipKind::Gone => "gone",
        }
    }
}

/// Takes the planned dates of all items down, under an id that is free.
pub fn take(plan: &Plan, id: &BaselineId, name: Text, taken: Day) -> Result<Command, EditError> {
    if plan.kind_of(id).is_some() {
        return Err(EditError::IdTaken((**id).clone()));
    }
    let activities = plan.activities().iter().map(|it| (&*it.id, it.timing.planned));
    let movements = plan.movements().iter().map(|it| (&*it.id, it.timing.planned));
    let dated = activities.chain(movements);
    let planned = dated.filter_map(|(id, span)| Some((id.clone(), span?))).collect();
    let (id, extra) = (id.clone(), Extra::default());
    let name = Some(name);
    Ok(Command::put(Baseline { id, name, taken: Some(taken), planned, extra }))
}

/// Gives a baseline another name.
pub fn rename(plan: &Plan, id: &BaselineId, name: Text) -> Result<Command, EditError> {
    let old = plan.baselines().get(id).ok_or_else(|| EditError::NoSuchItem((**id).clone()))?;
    Ok(Command::put(Baseline { name: Some(name), ..(**old).clone() }))
}

/// Takes a baseline out.
pub fn remove(id: &BaselineId) -> Command {
    Command::Remove { kind: Kind::Baseline, id: (**id).clone() }
}

/// The baseline to compare with: the one that was chosen, where it is still there;
/// else the one that was taken last, by date and then by id.
pub fn current<'a>(plan: &'a Plan, chosen: Option<&BaselineId>) -> Option<&'a Baseline> {
    let chosen = chosen.and_then(|id| plan.baselines().get(id));
    let last = || plan.baselines().iter().max_by_key(|it| (it.taken, &it.id));
    chosen.or_else(last).map(|baseline| &**baseline)
}

/// The slips of all items that have dates now or had them then, by id. `now`
/// gives the dates to compare with, which are those of a track.
pub fn slips(plan: &Plan, baseline: &Baseline, now: impl Fn(&Id) -> Option<Span>) -> Vec<Slip> {
    let activities = plan.activities().iter().map(|it| &*it.id);
    let movements = plan.movements().iter().map(|it| &*it.id);
    let ids: BTreeSet<&Id> = activities.chain(movements).chain(baseline.planned.keys()).collect();
    let slip = |id: &Id| Slip::of(id, baseline.planned.get(id).copied(), now(id));
    let slips = ids.into_iter().map(slip);
    slips.filter(|slip| slip.then.is_some() || slip.now.is_some()).collect()
}

impl Slip {
    /// How far an item has moved that had some dates then and has others now.
    pub fn of(id: &Id, then: Option<Span>, now: Option<Span>) -> Slip {
        let days = |end: fn(Span) -> Option<Day>| Some(now.and_then(end)? - then.and_then(end)?);
        let length = |span: Option<Span>| span.and_then(Span::closed).map(|span| span.days());
        let kind = match (then, now) {
            (None, _) => SlipKind::Added,
            (_, None) => SlipKind::Gone,
            (then, now) if then == now => SlipKind::Same,
            _ => SlipKind::Moved,
        };
        Slip {
            id: id.clone(),
            kind,
            then,
            now,
            start_days: days(|span| span.start),
            end_days: days(|span| span.end),
            length_days: length(now).zip(length(then)).map(|(now, then)| now - then),
        }
    }
}

/// The plan with the dates of a baseline: what it had none for is not planned,
/// and what is gone stays so.
pub fn plan_of(plan: &Plan, baseline: &Baseline) -> Plan {
    let mut dated = plan.clone();
    for item in plan.items() {
        let Some(timing) = item.timing() else { continue };
        let planned = baseline.planned.get(item.id()).copied();
        if timing.planned != planned {
            let timing = Timing { planned, ..timing.clone() };
            let put = dated.apply(Command::put(item.with_timing(timing)));
            put.expect("an item can always be put in its own place");
        }
    }
    dated
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> BaselineId {
        BaselineId::new(text).unwrap()
    }

    #[test]
    fn baselines_are_taken_named_chosen_and_removed() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let start = crate::file::bundled_plan().1.plan;
        let mut plan = start.clone();
        let run = |plan: &mut Plan, command: Command| plan.apply(command).unwrap();
        for (name, taken) in [("b", "2023-09-01"), ("a", "2023-09-01"), ("c", "2023-08-01")] {
            let take = take(&plan, &id(name), name.into(), day(taken)).unwrap();
            run(&mut plan, take);
        }
        assert_eq!(current(&plan, None).unwrap().id, id("b"));
        assert_eq!(current(&plan, Some(&id("c"))).unwrap().id, id("c"));
        assert_eq!(current(&plan, Some(&id("gone"))).unwrap().id, id("b"));
        let taken = take(&plan, &id("a"), "".into(), day("2023-08-01"));
        assert_eq!(taken, Err(EditError::IdTaken((*id("a")).clone())));

        let new_name = rename(&plan, &id("a"), "New".into()).unwrap();
        run(&mut plan, new_name);
        assert_eq!(plan.baselines().get(&id("a")).unwrap().name, Some("New".into()));
        assert!(rename(&plan, &id("gone"), "New".into()).is_err());
        let planned = plan.items().filter(|it| it.timing().is_some_and(|it| it.planned.is_some()));
        assert_eq!(plan.baselines().get(&id("a")).unwrap().planned.len(), planned.count());
        for name in ["a", "b", "c"] {
            run(&mut plan, remove(&id(name)));
        }
        assert_eq!(plan, start);
    }

    #[test]
    fn slips_are_counted_in_days() {
        let span = |text: &str| {
            let (start, end) = text.split_once("..")?;
            let day = |text: &str| text.parse().ok().map(Day::from_number);
            Some(Span::new(day(start), day(end)))
        };
        let name = Id::new("x").unwrap();
        for (then, now, kind, days) in [
            ("1..5", "1..5", SlipKind::Same, (Some(0), Some(0), Some(0))),
            ("1..5", "3..9", SlipKind::Moved, (Some(2), Some(4), Some(2))),
            ("1..5", "0..", SlipKind::Moved, (Some(-1), None, None)),
            ("1..5", "-", SlipKind::Gone, (None, None, None)),
            ("-", "1..5", SlipKind::Added, (None, None, None)),
        ] {
            let slip = Slip::of(&name, span(then), span(now));
            let (start_days, end_days, length_days) = days;
            let (id, then, now) = (name.clone(), span(then), span(now));
            assert_eq!(slip, Slip { id, kind, then, now, start_days, end_days, length_days });
        }
    }
}
