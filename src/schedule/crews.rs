//! Which units are at a site, and which are on their way, at a moment.

use std::collections::BTreeMap;

use super::holdings::is_people;
use super::tick::Tick;
use super::{Schedule, Track};
use crate::calendar::Moment;
use crate::plan::{MovementId, SiteId, Unit};

/// What of a unit is at one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part<'a> {
    pub unit: &'a Unit,
    /// 0 where only materiel of it is there.
    pub people: u64,
}

/// What of a unit goes with one batch of a movement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aboard<'a> {
    /// As in [`super::BatchNow`].
    pub batch: i64,
    pub part: Part<'a>,
}

/// The units of a site, each list in the order of their ids.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Crew<'a> {
    /// Those that have people or materiel there.
    pub present: Vec<Part<'a>>,
    /// Those of which something is on its way there, and nothing is there yet.
    pub expected: Vec<Part<'a>>,
}

impl Schedule {
    /// Who is at a site, and who is on the way there; nobody for a site the plan does
    /// not have.
    pub fn crew(&self, track: Track, site: &SiteId, moment: Moment) -> Crew<'_> {
        let Some(site) = self.index.site(site) else { return Crew::default() };
        let (ledger, tick) = (&self.on(track).ledger, Tick::of(moment));
        let there = ledger.units_at(&self.index, site, tick);
        let mut coming: BTreeMap<usize, u64> = BTreeMap::new();
        let movements = self.index.movements_at[site].iter();
        for movement in movements.filter(|movement| self.index.to[**movement] == Some(site)) {
            for (_, unit, amount) in self.cargo_under_way(track, *movement, tick) {
                *coming.entry(unit).or_default() += amount;
            }
        }
        coming.retain(|unit, _| there.binary_search(unit).is_err());
        let part = |(unit, people): (usize, u64)| Part { unit: &self.index.units[unit], people };
        let present = there.into_iter().map(|unit| {
            let people = ledger.units[unit].people().at(site).map_or(0, |steps| steps.at(tick));
            part((unit, u64::try_from(people).unwrap_or(0)))
        });
        Crew { present: present.collect(), expected: coming.into_iter().map(part).collect() }
    }

    /// What is on its way with a movement of each unit, batch after batch.
    pub fn aboard(&self, track: Track, movement: &MovementId, moment: Moment) -> Vec<Aboard<'_>> {
        let Some(number) = self.index.movement(movement) else { return Vec::new() };
        let mut aboard: Vec<Aboard> = Vec::new();
        for (batch, unit, people) in self.cargo_under_way(track, number, Tick::of(moment)) {
            let unit = &*self.index.units[unit];
            // The stocks of a unit follow each other.
            match aboard.last_mut() {
                Some(last) if (last.batch, &last.part.unit.id) == (batch, &unit.id) => {
                    last.part.people += people;
                }
                _ => aboard.push(Aboard { batch, part: Part { unit, people } }),
            }
        }
        aboard
    }

    /// The numbers of batches under way and of the units that have something in them,
    /// with how many people: 0 for each kind of materiel.
    fn cargo_under_way(
        &self,
        track: Track,
        movement: usize,
        tick: Tick,
    ) -> impl Iterator<Item = (i64, usize, u64)> {
        let book = &self.on(track).ledger.movements[movement];
        book.under_way(tick).iter().flat_map(move |batch| {
            book.cargo(batch).iter().map(move |cargo| {
                let stock = self.index.stocks[cargo.stock];
                let people = if is_people(stock.column) { cargo.amount } else { 0 };
                (batch.number, stock.unit, u64::try_from(people).unwrap_or(0))
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::testing::{close, schedule};

    const PLAN: &str = "site gao\nsite kidal\nunit a kidal 30 vehicles=4\n\
                        unit b kidal 10\nunit c kidal 0 containers=2\nunit d gao 5\n\
                        move m kidal>gao 3..6 trip=2 a:* b:10";

    /// The units of a list with their people: `a 30, c 0`.
    fn show<'a>(parts: impl IntoIterator<Item = Part<'a>>) -> String {
        let part = |part: Part| format!("{} {}", part.unit.id, part.people);
        parts.into_iter().map(part).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn units_are_where_the_ledger_has_them_and_expected_until_a_part_is_there() {
        let schedule = schedule(PLAN);
        // Batches leave on days 3, 4 and 5 and arrive a day later.
        for (site, day, present, expected) in [
            ("kidal", 2, "a 30, b 10, c 0", ""),
            ("kidal", 3, "a 20, b 7, c 0", ""),
            ("kidal", 9, "c 0", ""),
            ("gao", 2, "d 5", ""),
            ("gao", 3, "d 5", "a 10, b 3"),
            ("gao", 4, "a 10, b 3, d 5", ""),
            ("gao", 9, "a 30, b 10, d 5", ""),
            ("nowhere", 3, "", ""),
            ("nowhere", 9, "", ""),
        ] {
            let id = SiteId::new(site).unwrap();
            let crew = schedule.crew(Track::Planned, &id, close(day));
            assert_eq!(show(crew.present), present, "{site} on day {day}");
            assert_eq!(show(crew.expected), expected, "on the way to {site} on day {day}");
        }
    }

    #[test]
    fn batches_carry_what_the_snapshot_counts() {
        let schedule = schedule(PLAN);
        let id = MovementId::new("m").unwrap();
        let mut seen = 0;
        for day in 1..9 {
            let aboard = schedule.aboard(Track::Planned, &id, close(day));
            let snapshot = schedule.snapshot(Track::Planned, close(day));
            for batch in &snapshot.movement(&id).unwrap().batches {
                let parts = aboard.iter().filter(|it| it.batch == batch.number).map(|it| it.part);
                let parts: Vec<Part> = parts.collect();
                let people: u64 = parts.iter().map(|part| part.people).sum();
                assert_eq!(people, batch.holdings.personnel.total(), "day {day}");
                assert_eq!(parts.len(), 2, "{} on day {day}", show(parts));
                seen += 1;
            }
        }
        assert!(seen >= 2, "{seen} batches");
    }
}
