//! Which movements are under way, along which lines of the picture, and how wide.

use std::collections::{BTreeMap, BTreeSet};

use super::exits::{Exit, leads_nowhere};
use super::lanes;
use super::map::Look;
use super::names::PlacedName;
use super::sites::{self, SiteMark};
use super::ways::Way;
use crate::plan::{Category, Mode, Movement, MovementKind, Plan, SiteId, UnitId, is_soft};
use crate::scene::Rect;
use crate::schedule::{BatchNow, MovementNow, MovementState, Snapshot};

/// A movement under way, or several that go the same way and carry the same.
pub struct Flow<'a> {
    pub way: Way,
    pub cargo: Cargo,
    pub soft: bool,
    /// Each movement with its share of the width.
    pub movements: Vec<(&'a Movement, f32)>,
    pub width: f32,
    pub parcels: Vec<Parcel>,
    pub from: &'a SiteId,
    /// Out of the theatre, to where the map has no place.
    pub leads_out: bool,
}

/// What a flow carries for the most part: decides how it is drawn.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cargo {
    People(Category),
    Materiel,
}

/// A batch on its way, or several that are near each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parcel {
    /// The share of the way behind it.
    pub progress: f32,
    pub people: u64,
}

/// Flows that are drawn as one have all of this in common.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a> {
    from: &'a SiteId,
    to: Option<&'a SiteId>,
    by_air: bool,
    cargo: Cargo,
    soft: bool,
}

/// Shorter ways are bent into a bow, or they would hide under their sites.
const SHORT: f32 = 70.0;

/// All flows of the picture, the widest first.
pub fn under_way<'a>(ground: Ground<'a, '_>, snapshot: &Snapshot) -> Vec<Flow<'a>> {
    let plan = ground.look.plan;
    let mut groups: BTreeMap<Key, Vec<(&'a Movement, &MovementNow)>> = BTreeMap::new();
    for now in snapshot.movements.iter().filter(|now| now.state == MovementState::UnderWay) {
        let Some(movement) = plan.movements().get(&now.id) else { continue };
        groups.entry(key(plan, movement, now)).or_default().push((movement, now));
    }
    let mut flows: Vec<Flow> =
        groups.into_iter().filter_map(|(key, movements)| flow(ground, key, &movements)).collect();
    lanes::fan_out(&mut flows);
    lanes::place_parcels(&mut flows, ground.outer, ground.sites, ground.names);
    flows.sort_by(|a, b| b.width.total_cmp(&a.width));
    flows
}

fn key<'a>(plan: &Plan, movement: &'a Movement, now: &MovementNow) -> Key<'a> {
    Key {
        from: &movement.from,
        to: movement.to.as_ref(),
        by_air: movement.mode == Some(Mode::Air),
        cargo: cargo(plan, movement, now),
        soft: is_soft(&movement.basis, "planned") || is_soft(&movement.basis, "loads"),
    }
}

/// What a movement carries now for the most part.
pub fn cargo(plan: &Plan, movement: &Movement, now: &MovementNow) -> Cargo {
    let mut people = [(0u64, Category::Military), (0, Category::Police), (0, Category::Civilian)];
    for (sum, category) in &mut people {
        *sum = now.batches.iter().map(|b| b.holdings.personnel.of(category)).sum();
    }
    let moving = people.into_iter().max_by_key(|(sum, _)| *sum).filter(|(sum, _)| *sum > 0);
    let has_materiel = now.batches.iter().any(|batch| !batch.holdings.materiel.is_empty());
    match moving {
        Some((_, category)) => Cargo::People(category),
        None if has_materiel || movement.kind == MovementKind::Materiel => Cargo::Materiel,
        // Nobody is on the way just now: what it is for.
        None => Cargo::People(intended(plan, movement)),
    }
}

fn intended(plan: &Plan, movement: &Movement) -> Category {
    let units = movement.loads.iter().filter_map(|load| plan.units().get(&load.unit));
    let most = units.max_by_key(|unit| unit.personnel);
    most.map_or(Category::Military, |unit| unit.category.clone())
}

fn flow<'a>(
    ground: Ground<'a, '_>,
    key: Key<'a>,
    movements: &[(&'a Movement, &MovementNow)],
) -> Option<Flow<'a>> {
    let way = ground.way_of(movements[0].0)?;
    let a_day = |now: &MovementNow| {
        let amount = |batch: &BatchNow| match key.cargo {
            Cargo::People(_) => batch.holdings.personnel.total(),
            Cargo::Materiel => batch.holdings.materiel.iter().map(|(_, n)| n).sum(),
        };
        // One batch leaves a day.
        let sum: u64 = now.batches.iter().map(amount).sum();
        sum as f32 / now.batches.len().max(1) as f32
    };
    let amounts: Vec<f32> = movements.iter().map(|(_, now)| a_day(now)).collect();
    let total: f32 = amounts.iter().sum();
    let share = |amount: f32| {
        if total > 0.0 { amount / total } else { 1.0 / movements.len() as f32 }
    };
    let parcel = |batch: &BatchNow| Parcel {
        progress: batch.progress as f32,
        people: batch.holdings.personnel.total(),
    };
    Some(Flow {
        way,
        width: width(total),
        movements: movements.iter().zip(&amounts).map(|((m, _), a)| (*m, share(*a))).collect(),
        parcels: movements.iter().flat_map(|(_, now)| now.batches.iter().map(parcel)).collect(),
        from: key.from,
        leads_out: leads_nowhere(ground.look, movements[0].0),
        cargo: key.cargo,
        soft: key.soft,
    })
}

/// The width for an amount a day, in points.
fn width(amount: f32) -> f32 {
    (1.2 + 0.85 * amount.sqrt()).clamp(2.0, 10.0)
}

/// For each site from which units ever leave, how many people of these have left.
pub fn departed<'a>(plan: &'a Plan, snapshot: &Snapshot) -> BTreeMap<&'a SiteId, u64> {
    let mut leaving: BTreeMap<&SiteId, BTreeSet<&UnitId>> = BTreeMap::new();
    for movement in plan.movements().iter() {
        if movement.kind == MovementKind::Repatriation {
            let units = movement.loads.iter().map(|load| &load.unit);
            leaving.entry(&movement.from).or_default().extend(units);
        }
    }
    let people = |units: BTreeSet<&UnitId>| {
        units.into_iter().filter_map(|unit| snapshot.unit(unit)).map(|unit| unit.departed).sum()
    };
    leaving.into_iter().map(|(from, units)| (from, people(units))).collect()
}

/// What ways of movements are made of.
#[derive(Clone, Copy)]
pub struct Ground<'a, 'b> {
    pub look: &'b Look<'a>,
    pub sites: &'b [SiteMark<'a>],
    pub exits: &'b [Exit<'a>],
    pub names: &'b [PlacedName],
    pub outer: Rect,
}

impl<'a> Ground<'a, '_> {
    fn mark(&self, id: &SiteId) -> Option<&SiteMark<'a>> {
        sites::find(self.sites, id)
    }

    /// The way of a movement from the middle of one symbol to that of the other,
    /// on every day the same; None where it has none in the picture.
    pub fn whole_way_of(&self, movement: &Movement) -> Option<Way> {
        let from = self.mark(&movement.from)?;
        match movement.to.as_ref().and_then(|to| self.mark(to)) {
            Some(to) => self.way_between(from, to, movement),
            None if leads_nowhere(self.look, movement) => {
                let exit = self.exits.iter().find(|exit| *exit.from == movement.from)?;
                Some(exit.way.clone())
            }
            None => None,
        }
    }

    /// The part of the way that is seen: from the edge of one symbol to that of the
    /// other, as large as they are now.
    pub fn way_of(&self, movement: &Movement) -> Option<Way> {
        let way = self.whole_way_of(movement)?;
        let start = self.mark(&movement.from)?.symbol.radius + 3.0;
        let to = movement.to.as_ref().and_then(|to| self.mark(to));
        let end = to.map_or(0.0, |to| match to.site.is_exit() {
            true => 10.0,
            false => to.symbol.radius + 4.5,
        });
        way.part(start, way.length() - end)
    }

    fn way_between(&self, from: &SiteMark, to: &SiteMark, movement: &Movement) -> Option<Way> {
        if from.at.distance(to.at) < SHORT {
            return Way::bow(from.at, to.at, -from.at.distance(to.at).min(22.0));
        }
        let way = match self.look.routes.line(movement) {
            Some(line) => Way::of(line, &self.look.view)?,
            None => Way::new([from.at, to.at])?,
        };
        if to.site.is_exit() {
            return way.until_edge(self.outer.grown(-26.0)).or(Some(way));
        }
        // What flies is told from what drives by its bow towards the sky.
        let flies = movement.mode == Some(Mode::Air) && movement.route.is_none();
        if flies { Way::bow(from.at, to.at, way.length() * 0.1) } else { Some(way) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_grow_with_the_root_of_the_amount() {
        for (amount, expect) in [(0.0, 2.0), (4.0, 2.9), (25.0, 5.45), (400.0, 10.0)] {
            assert!((width(amount) - expect).abs() < 1e-3, "{amount}: {}", width(amount));
        }
    }
}
