//! Which movements are under way, along which lines of the picture, and how wide.

use std::collections::BTreeMap;

use super::courses::Course;
use super::lanes;
use super::map::Frame;
use super::ways::Way;
use crate::plan::{Category, Mode, Movement, MovementKind, Plan, SiteId, Unit, is_soft};
use crate::schedule::{BatchNow, MovementNow};

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
    for (course, now) in &frame.under_way {
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
    frame: &Frame<'a>,
    key: Key<'a>,
    movements: &[(&'a Course, &MovementNow)],
) -> Option<Flow<'a>> {
    let first = movements[0].0;
    let way = frame.way_along(first)?;
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
    let parcel = |now: &MovementNow, batch: &BatchNow| Parcel {
        progress: batch.progress as f32,
        people: batch.holdings.personnel.total(),
        unit: frame.travellers.lead(&now.id, batch.number, &key.cargo),
    };
    let parcels =
        movements.iter().flat_map(|(_, now)| now.batches.iter().map(|batch| parcel(now, batch)));
    Some(Flow {
        way,
        width: width(total),
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

/// The width for an amount a day, in points.
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
