//! What stands in which row of the timeline.

use std::collections::BTreeSet;

use crate::calendar::{Day, Span};
use crate::i18n::{Lang, Names, words};
use crate::plan::{Id, Plan, Timing};

/// One row: the head of a group, or an activity or movement.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub kind: RowKind,
    pub name: String,
    /// How far it is indented.
    pub depth: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub enum RowKind {
    /// A phase, or None for what belongs to no phase.
    Group {
        phase: Option<Id>,
        folded: bool,
    },
    Item(Id),
}

impl Row {
    /// The item whose bar stands in this row.
    pub fn item(&self) -> Option<&Id> {
        match &self.kind {
            RowKind::Item(id) => Some(id),
            RowKind::Group { .. } => None,
        }
    }
}

/// The rows of a plan: activities and movements by phase, in the order of the
/// phases and within one by their first date. Groups in `folded` show their head
/// alone; `search` keeps what has it in its name.
pub fn rows(plan: &Plan, folded: &BTreeSet<Option<Id>>, search: &str, lang: Lang) -> Vec<Row> {
    let names = Names::new(plan, lang);
    let search = search.trim().to_lowercase();
    let mut items: Vec<Entry> = Vec::new();
    for activity in plan.activities().iter() {
        items.push(Entry {
            phase: activity.phase.clone().map(Id::from),
            first: first_day(&activity.timing),
            is_movement: false,
            id: (*activity.id).clone(),
            name: names.activity(activity),
        });
    }
    for movement in plan.movements().iter() {
        items.push(Entry {
            phase: movement.phase.clone().map(Id::from),
            first: first_day(&movement.timing),
            is_movement: true,
            id: (*movement.id).clone(),
            name: names.movement(movement),
        });
    }
    items.retain(|entry| search.is_empty() || entry.name.to_lowercase().contains(&search));
    items.sort_by(|a, b| a.order().cmp(&b.order()));

    let known =
        |phase: &Option<Id>| phase.as_ref().is_some_and(|id| plan.phases().find(id).is_some());
    let phases = plan.phases().iter().map(|phase| Some((*phase.id).clone()));
    let mut rows = Vec::new();
    for phase in phases.chain([None]) {
        let belongs = |entry: &&Entry| match &phase {
            Some(_) => entry.phase == phase,
            None => !known(&entry.phase),
        };
        let members: Vec<_> = items.iter().filter(belongs).collect();
        if members.is_empty() {
            continue;
        }
        // A search shows what it found, folded or not.
        let is_folded = folded.contains(&phase) && search.is_empty();
        rows.push(Row {
            name: match &phase {
                Some(id) => names.item(id),
                None => words(lang).text("timeline-no-phase"),
            },
            kind: RowKind::Group { phase, folded: is_folded },
            depth: 0,
        });
        if !is_folded {
            rows.extend(members.iter().map(|entry| Row {
                kind: RowKind::Item(entry.id.clone()),
                name: entry.name.clone(),
                depth: 1,
            }));
        }
    }
    rows
}

struct Entry {
    phase: Option<Id>,
    first: Option<Day>,
    is_movement: bool,
    id: Id,
    name: String,
}

impl Entry {
    fn order(&self) -> (Day, bool, &Id) {
        (self.first.unwrap_or(Day::MAX), self.is_movement, &self.id)
    }
}

/// The planned start; for what was never planned, the actual one. Independent of
/// the end, so that a bar that is resized keeps its row.
fn first_day(timing: &Timing) -> Option<Day> {
    let actual = timing.actual.as_ref().map(|a| Span::new(a.start, a.end));
    let span = timing.planned.or(actual)?;
    span.start.or(span.end)
}
