//! What stands in which row of the timeline.

use std::collections::BTreeSet;

use crate::i18n::{Lang, Names, without_accents, words};
use crate::plan::{ActivityKind, Id, Plan};

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
/// phases; within one the activities by kind and name, then the movements. No date
/// has a part in it, so that a bar that is moved keeps its row. Groups in `folded`
/// show their head alone; `search` keeps what has it in its name, whatever the
/// accents.
pub fn rows(plan: &Plan, folded: &BTreeSet<Option<Id>>, search: &str, lang: Lang) -> Vec<Row> {
    let names = Names::new(plan, lang);
    let search = without_accents(search.trim());
    let activities = plan.activities().iter().map(|activity| Entry {
        phase: activity.phase.clone().map(Id::from),
        rank: Some(activity.kind.clone()),
        id: (*activity.id).clone(),
        name: names.activity(activity),
    });
    let movements = plan.movements().iter().map(|movement| Entry {
        phase: movement.phase.clone().map(Id::from),
        rank: None,
        id: (*movement.id).clone(),
        name: names.movement(movement),
    });
    let mut items: Vec<Entry> = activities.chain(movements).collect();
    items.retain(|entry| search.is_empty() || without_accents(&entry.name).contains(&search));
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
    /// The kind of an activity; None for a movement.
    rank: Option<ActivityKind>,
    id: Id,
    name: String,
}

impl Entry {
    fn order(&self) -> (bool, &Option<ActivityKind>, &str, &Id) {
        (self.rank.is_none(), &self.rank, &self.name, &self.id)
    }
}
