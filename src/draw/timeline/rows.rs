//! What stands in which row of the timeline.

use std::collections::BTreeSet;

use super::ties::Rows;
use crate::i18n::{Lang, Names, without_accents, words};
use crate::plan::{Activity, ActivityKind, Id, Movement, Plan, SectorId, SiteId};

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
    Group {
        /// A phase or a sector, or None for what belongs to none.
        group: Option<Id>,
        folded: bool,
        /// The activities and movements of its rows, where those are folded away.
        members: Vec<Id>,
    },
    Item(Id),
}

/// What the groups of rows are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    #[default]
    Phases,
    /// Of the site of an activity, and of the site a movement comes from.
    Sectors,
}

/// Which rows there are, and how they are grouped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arrangement {
    pub grouping: Grouping,
    /// Groups that show their head alone.
    pub folded: BTreeSet<Option<Id>>,
    /// Keeps what has it in its name, whatever the accents.
    pub search: String,
    /// Keeps what is one of these, or is about one of them; None: all.
    pub only: Option<BTreeSet<Id>>,
}

impl Row {
    /// The item whose bar stands in this row.
    pub fn item(&self) -> Option<&Id> {
        match &self.kind {
            RowKind::Item(id) => Some(id),
            RowKind::Group { .. } => None,
        }
    }

    /// What the row is about: of a folded group, it and all that is folded away.
    pub fn about(&self) -> impl Iterator<Item = &Id> {
        let (members, own) = match &self.kind {
            RowKind::Group { group, folded: true, members } => (&members[..], group.as_ref()),
            RowKind::Group { .. } => (&[][..], None),
            RowKind::Item(id) => (&[][..], Some(id)),
        };
        members.iter().chain(own)
    }
}

/// The rows of a plan: activities and movements by phase, in the order of the
/// phases, or by sector; within a phase the activities by kind and name, then the
/// movements, within a sector the same site by site. No date has a part in it, so
/// that a bar that is moved keeps its row. `sector_name` is for the heads.
pub fn rows(
    plan: &Plan,
    arrangement: &Arrangement,
    sector_name: &dyn Fn(&SectorId) -> String,
    lang: Lang,
) -> Rows {
    let Arrangement { grouping, folded, search, only } = arrangement;
    let names = Names::new(plan, lang);
    let search = without_accents(search.trim());
    let activities = plan.activities().iter();
    let activities = activities.map(|activity| Entry::activity(plan, activity, &names));
    let movements = plan.movements().iter();
    let movements = movements.map(|movement| Entry::movement(plan, movement, &names));
    let mut items: Vec<Entry> = activities.chain(movements).collect();
    items.retain(|entry| {
        let found = search.is_empty() || without_accents(&entry.name).contains(&search);
        found && only.as_ref().is_none_or(|only| entry.about.iter().any(|id| only.contains(id)))
    });
    let by_site = *grouping == Grouping::Sectors;
    items.sort_by(|a, b| a.order(by_site).cmp(&b.order(by_site)));

    let groups: Vec<Option<Id>> = match grouping {
        Grouping::Phases => plan.phases().iter().map(|phase| Some((*phase.id).clone())).collect(),
        Grouping::Sectors => {
            let sectors: BTreeSet<Id> = items.iter().filter_map(|it| it.sector.clone()).collect();
            sectors.into_iter().map(Some).collect()
        }
    };
    let known: BTreeSet<&Id> = groups.iter().flatten().collect();
    let of_group = |entry: &Entry| {
        let own = if by_site { &entry.sector } else { &entry.phase };
        own.clone().filter(|id| known.contains(id))
    };
    let none = if by_site { "no-sector" } else { "timeline-no-phase" };
    let mut rows = Vec::new();
    for group in groups.iter().cloned().chain([None]) {
        let members: Vec<_> = items.iter().filter(|entry| of_group(entry) == group).collect();
        if members.is_empty() {
            continue;
        }
        // A search shows what it found, folded or not.
        let is_folded = folded.contains(&group) && search.is_empty();
        let (shown, hidden) = if is_folded { (vec![], members) } else { (members, vec![]) };
        rows.push(Row {
            name: match &group {
                Some(id) if by_site => sector_name(&SectorId::from(id.clone())),
                Some(id) => names.item(id),
                None => words(lang).text(none),
            },
            kind: RowKind::Group {
                group,
                folded: is_folded,
                members: hidden.iter().map(|entry| entry.id.clone()).collect(),
            },
            depth: 0,
        });
        rows.extend(shown.into_iter().map(|entry| Row {
            kind: RowKind::Item(entry.id.clone()),
            name: entry.name.clone(),
            depth: 1,
        }));
    }
    Rows::of(rows, plan)
}

struct Entry {
    id: Id,
    name: String,
    /// The kind of an activity; None for a movement.
    rank: Option<ActivityKind>,
    phase: Option<Id>,
    sector: Option<Id>,
    /// The name of the site where it is or begins.
    site: Option<String>,
    /// Itself, and the items it belongs to.
    about: Vec<Id>,
}

impl Entry {
    fn activity(plan: &Plan, activity: &Activity, names: &Names) -> Entry {
        let own = activity.sector.clone();
        let sector = own.or_else(|| sector_of(plan, activity.site.as_ref()?)).map(Id::from);
        let phase = activity.phase.clone().map(Id::from);
        let site = activity.site.clone().map(Id::from);
        let id = (*activity.id).clone();
        Entry {
            name: names.activity(activity),
            rank: Some(activity.kind.clone()),
            site: activity.site.as_ref().map(|site| names.site(site)),
            about: [Some(id.clone()), phase.clone(), sector.clone(), site]
                .into_iter()
                .flatten()
                .collect(),
            id,
            phase,
            sector,
        }
    }

    fn movement(plan: &Plan, movement: &Movement, names: &Names) -> Entry {
        let sector = sector_of(plan, &movement.from).map(Id::from);
        let phase = movement.phase.clone().map(Id::from);
        let id = (*movement.id).clone();
        let ends = [Some(&movement.from), movement.to.as_ref()];
        let ends = ends.into_iter().flatten().map(|site| (**site).clone());
        let units = movement.loads.iter().map(|load| (*load.unit).clone());
        let own = [Some(id.clone()), phase.clone(), sector.clone()];
        Entry {
            name: names.movement(movement),
            rank: None,
            site: Some(names.site(&movement.from)),
            about: own.into_iter().flatten().chain(ends).chain(units).collect(),
            id,
            phase,
            sector,
        }
    }

    fn order(&self, by_site: bool) -> impl Ord + '_ {
        let site = self.site.as_deref().filter(|_| by_site);
        (site, self.rank.is_none(), &self.rank, self.name.as_str(), &self.id)
    }
}

fn sector_of(plan: &Plan, site: &SiteId) -> Option<SectorId> {
    plan.sites().get(site)?.sector.clone()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::testing::plan;

    const PLAN: &str = "site gao sector=east\nsite ber sector=west\nsite kati\n\
        unit u ber 10\n\
        act a closure gao 3..9\nact b closure ber 3..9\nact c clearance ber 3..9\n\
        act d other kati 3..9\nmove m ber>gao 3..9 u:*";

    /// The rows as a text: heads, and below each its items.
    fn told(arrangement: &Arrangement) -> String {
        let name = |sector: &SectorId| format!("[{}]", sector.as_str());
        let rows = rows(&plan(PLAN), arrangement, &name, Lang::En);
        let told = rows.iter().map(|row| match &row.kind {
            RowKind::Item(id) => id.to_string(),
            RowKind::Group { members, .. } if members.is_empty() => row.name.clone(),
            RowKind::Group { members, .. } => format!("{}({})", row.name, members.len()),
        });
        told.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn rows_are_grouped_folded_and_filtered() {
        let id = |text: &str| Id::new(text).unwrap();
        let sectors = Arrangement { grouping: Grouping::Sectors, ..Arrangement::default() };
        assert_eq!(told(&sectors), "[east] a [west] c b m In no sector d");
        let folded = BTreeSet::from([Some(id("west")), None]);
        let folded = Arrangement { folded, ..sectors.clone() };
        assert_eq!(told(&folded), "[east] a [west](3) In no sector(1)");
        let found = Arrangement { search: "clearance".into(), ..folded };
        assert_eq!(told(&found), "[west] c", "a search shows what it found");
        for (only, expect) in [
            ("ber", "[west] c b m"),
            ("gao", "[east] a [west] m"),
            ("west", "[west] c b m"),
            ("u", "[west] m"),
            ("a", "[east] a"),
            ("nothing", ""),
        ] {
            let only = Some(BTreeSet::from([id(only)]));
            assert_eq!(told(&Arrangement { only, ..sectors.clone() }), expect);
        }
    }
}
