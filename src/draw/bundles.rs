//! Which movements are under way, along which lines of the picture, and how wide.

use std::collections::BTreeMap;

use super::courses::Course;
use super::lanes;
use super::map::Frame;
use super::ways::Way;
use crate::plan::{Category, Mode, Movement, MovementKind, Plan, SiteId, Unit, is_soft};
use crate::schedule::{BatchNow, Holdings, MovementNow};

/// A movement under way, or several that go the same way and carry the same.
pub struct Flow<'a> {
    pub way: Way,
    pub cargo: Cargo,
    pub soft: bool,
    /// Each movement with its share of the width.
    pub movements: Vec<(&'a Movement, f32)>,
    pub width: f32,
    pub parcels: Vec<Parcel<'a>>,
    pub from: &'a SiteId,
    /// Out of the theatre, to where the map has no place.
    pub leads_out: bool,
    pub by_air: bool,
    /// The share of the width that is more than can be lifted on this day.
    pub over: f32,
}

/// What a flow carries for the most part: decides how it is drawn.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cargo {
    People(Category),
    Materiel,
}

/// A batch on its way, or several that are near each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parcel<'a> {
    /// The share of the way behind it.
    pub progress: f32,
    pub people: u64,
    /// The unit with the most people in it, where that is shown.
    pub unit: Option<&'a Unit>,
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

/// All flows of the picture, the widest first.
pub fn under_way<'a>(frame: &Frame<'a>) -> Vec<Flow<'a>> {
    let mut groups: BTreeMap<Key, Vec<(&'a Course, &MovementNow)>> = BTreeMap::new();
    for (course, now) in &frame.movements {
        let key = key(frame.look.plan, &course.movement, now);
        groups.entry(key).or_default().push((course, now));
    }
    let flow = |(key, movements): (Key<'a>, Vec<_>)| flow(frame, key, &movements);
    let mut flows: Vec<Flow> = groups.into_iter().filter_map(flow).collect();
    lanes::fan_out(&mut flows, frame.standing.outer);
    lanes::place_parcels(&mut flows, frame);
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

/// What a movement carries now for the most part: on the way, or where nothing is just
/// then, a day.
pub fn cargo(plan: &Plan, movement: &Movement, now: &MovementNow) -> Cargo {
    let a_day = now.a_day.iter().filter(|_| now.batches.is_empty());
    let carried = || now.batches.iter().map(|batch| &batch.holdings).chain(a_day.clone());
    let mut people = [(0u64, Category::Military), (0, Category::Police), (0, Category::Civilian)];
    for (sum, category) in &mut people {
        *sum = carried().map(|holdings| holdings.personnel.of(category)).sum();
    }
    let moving = people.into_iter().max_by_key(|(sum, _)| *sum).filter(|(sum, _)| *sum > 0);
    let has_materiel = carried().any(|holdings| !holdings.materiel.is_empty());
    match moving {
        Some((_, category)) => Cargo::People(category),
        None if has_materiel || movement.kind == MovementKind::Materiel => Cargo::Materiel,
        // It carries nothing: what it is for.
        None => Cargo::People(intended(plan, movement)),
    }
}

fn intended(plan: &Plan, movement: &Movement) -> Category {
    let units = movement.loads.iter().filter_map(|load| plan.units().get(&load.unit));
    let most = units.max_by_key(|unit| unit.personnel);
    most.map_or(Category::Military, |unit| unit.category.clone())
}

fn flow<'a>(
    frame: &Frame<'a>,
    key: Key<'a>,
    movements: &[(&'a Course, &MovementNow)],
) -> Option<Flow<'a>> {
    let first = movements[0].0;
    let way = frame.way_along(first)?;
    let amounts: Vec<f32> = movements.iter().map(|(_, now)| a_day(now, &key.cargo)).collect();
    let total: f32 = amounts.iter().sum();
    let share = |amount: f32| {
        if total > 0.0 { amount / total } else { 1.0 / movements.len() as f32 }
    };
    let lane = frame.lane(first)?;
    let (start, length) = (frame.way_start(first), way.length());
    let parcel = |now: &MovementNow, batch: &BatchNow| Parcel {
        progress: ((lane.reached(batch.progress) - start) / length).clamp(0.0, 1.0),
        people: batch.holdings.personnel.total(),
        unit: frame.travellers.lead(&now.id, batch.number, &key.cargo),
    };
    let parcels =
        movements.iter().flat_map(|(_, now)| now.batches.iter().map(|batch| parcel(now, batch)));
    let shares = movements.iter().zip(&amounts);
    let over =
        |((_, now), amount): (&(_, &MovementNow), &f32)| now.over_lift as f32 * share(*amount);
    Some(Flow {
        way,
        width: width(total),
        over: shares.map(over).sum(),
        by_air: key.by_air,
        movements: movements
            .iter()
            .zip(&amounts)
            .map(|((course, _), amount)| (&*course.movement, share(*amount)))
            .collect(),
        parcels: parcels.collect(),
        from: key.from,
        leads_out: first.leads_out,
        cargo: key.cargo,
        soft: key.soft,
    })
}

/// How many people, or how many pieces of materiel, leave with a movement on a day: with
/// the batch that left last, for one leaves a day.
fn a_day(now: &MovementNow, cargo: &Cargo) -> f32 {
    let amount = |holdings: &Holdings| match cargo {
        Cargo::People(_) => holdings.personnel.total(),
        Cargo::Materiel => holdings.materiel.iter().map(|(_, n)| n).sum(),
    };
    // The last one may carry only the other: then the last one before that carries this.
    let earlier = now.batches.iter().rev().map(|batch| &batch.holdings);
    now.a_day.iter().chain(earlier).map(amount).find(|amount| *amount > 0).unwrap_or(0) as f32
}

/// The width for so many people, or pieces of materiel, a day, in points.
fn width(amount: f32) -> f32 {
    (1.2 + 0.85 * amount.sqrt()).clamp(2.0, 10.0)
}

/// How many people have left the theatre, of the units that are ever brought home from
/// a site.
pub fn departed(frame: &Frame, from: &SiteId) -> u64 {
    let units = frame.standing.roster.courses.leaving(from).iter();
    units.map(|unit| frame.now.departed(unit)).sum()
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
