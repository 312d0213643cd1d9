//! Which units are at a site, and which are on their way, at a moment.

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

impl Schedule {
    /// What is at a site of each unit that has people or materiel there, in the order
    /// of their ids; none for a site the plan does not have.
    pub fn present(&self, track: Track, site: &SiteId, moment: Moment) -> Vec<Part<'_>> {
        let Some(site) = self.index.site(site) else { return Vec::new() };
        let (ledger, tick) = (&self.on(track).ledger, Tick::of(moment));
        let part = |unit: usize| {
            let people = ledger.units[unit].people().at(site).map_or(0, |steps| steps.at(tick));
            Part { unit: &self.index.units[unit], people: u64::try_from(people).unwrap_or(0) }
        };
        ledger.units_at(&self.index, site, tick).into_iter().map(part).collect()
    }

    /// What is on its way with a movement of each unit, batch after batch.
    pub fn aboard(&self, track: Track, movement: &MovementId, moment: Moment) -> Vec<Aboard<'_>> {
        let Some(number) = self.index.movement(movement) else { return Vec::new() };
        let book = &self.on(track).ledger.movements[number];
        let mut aboard: Vec<Aboard> = Vec::new();
        for batch in book.under_way(Tick::of(moment)) {
            for cargo in book.cargo(batch) {
                let stock = self.index.stocks[cargo.stock];
                let unit = &*self.index.units[stock.unit];
                let people = if is_people(stock.column) { cargo.amount } else { 0 };
                let people = u64::try_from(people).unwrap_or(0);
                // The stocks of a unit follow each other.
                match aboard.last_mut() {
                    Some(last) if (last.batch, &last.part.unit.id) == (batch.number, &unit.id) => {
                        last.part.people += people;
                    }
                    _ => aboard.push(Aboard { batch: batch.number, part: Part { unit, people } }),
                }
            }
        }
        aboard
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
    fn units_are_where_the_ledger_has_them() {
        let schedule = schedule(PLAN);
        let at = |site: &str, day| {
            let site = SiteId::new(site).unwrap();
            show(schedule.present(Track::Planned, &site, close(day)))
        };
        for (site, day, expect) in [
            ("kidal", 2, "a 30, b 10, c 0"),
            ("kidal", 3, "a 20, b 6, c 0"),
            ("kidal", 9, "c 0"),
            ("gao", 2, "d 5"),
            ("gao", 9, "a 30, b 10, d 5"),
            ("nowhere", 9, ""),
        ] {
            assert_eq!(at(site, day), expect, "{site} on day {day}");
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
