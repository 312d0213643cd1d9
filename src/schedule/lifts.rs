//! What leaves on each day against what can be lifted: the one rule of the check
//! `over-lift` and of the map.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::changed::Since;
use super::checks::whom;
use super::index::{Index, figure};
use super::ledger::Ledger;
use crate::calendar::Day;
use crate::plan::{Kind, Limit, LimitKind, Plan};

/// Every lift of a plan on one track.
#[derive(Clone, Debug, Default)]
pub(super) struct Lifts {
    /// In the order of the ids of the limits.
    pub all: Vec<Lift>,
    /// For each day the movements of which more leaves than can be lifted, in order,
    /// and the share of it that is too much.
    over: BTreeMap<Day, Vec<(usize, f64)>>,
}

/// How much of one kind may leave on a day, and what does.
#[derive(Clone, Debug)]
pub(super) struct Lift {
    pub limit: Arc<Limit>,
    /// The first of the columns that are counted.
    pub column: usize,
    pub per_day: i64,
    /// Only days on which something leaves.
    pub days: BTreeMap<Day, Leaving>,
}

/// What leaves on a day.
#[derive(Clone, Debug, Default)]
pub(super) struct Leaving {
    pub amount: i64,
    /// As they take what is there.
    pub movements: Vec<Part>,
}

/// What leaves on a day with one movement.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub movement: usize,
    /// Of the units that are meant; at least 1.
    counted: i64,
    /// Of all units.
    carried: i64,
}

/// What lifts are worked out from, besides the ledger.
pub(super) const LOOKED_AT: [Kind; 4] = [Kind::Limit, Kind::Movement, Kind::Site, Kind::Unit];

impl Lifts {
    pub fn of(plan: &Plan, index: &Index, ledger: &Ledger) -> Lifts {
        let limits = plan.limits().iter().filter(|limit| limit.kind == LimitKind::Lift);
        let all: Vec<Lift> = limits.flat_map(|limit| Lift::all_of(index, ledger, limit)).collect();
        let over = over_by_day(&all);
        Lifts { all, over }
    }

    /// The same as [`Lifts::of`], given those of another revision of the plan.
    pub fn after(since: &Since, plan: &Plan, index: &Index, ledger: &Arc<Ledger>) -> Arc<Lifts> {
        let is_same = Arc::ptr_eq(ledger, &since.on.ledger)
            && !LOOKED_AT.iter().any(|kind| since.changed.has(*kind));
        if is_same { since.on.lifts.clone() } else { Arc::new(Lifts::of(plan, index, ledger)) }
    }

    /// The movements of which more leaves on a day than can be lifted, in order, and
    /// the share of it that is too much, above 0 and up to 1.
    pub fn over_on(&self, day: Day) -> &[(usize, f64)] {
        self.over.get(&day).map_or(&[], Vec::as_slice)
    }
}

impl Lift {
    /// One for each kind that is counted in a plan.
    fn all_of(index: &Index, ledger: &Ledger, limit: &Arc<Limit>) -> Vec<Lift> {
        let lifted = lifted(index, limit);
        let of_kind = |(kind, per_day): (&String, &u64)| {
            let columns = index.kinds.columns(kind)?;
            let days = leaving_by_day(index, ledger, limit, &lifted, &columns);
            let (limit, per_day) = (limit.clone(), figure(*per_day));
            Some(Lift { limit, column: columns.start, per_day, days })
        };
        limit.per_day.iter().filter_map(of_kind).collect()
    }
}

/// All that leave on a day share what is too much by what each of them carries: none
/// of them is the one that should have stayed.
fn over_by_day(lifts: &[Lift]) -> BTreeMap<Day, Vec<(usize, f64)>> {
    let mut over: BTreeMap<Day, BTreeMap<usize, f64>> = BTreeMap::new();
    for lift in lifts {
        for (day, leaving) in lift.days.iter().filter(|(_, it)| it.amount > lift.per_day) {
            let excess = (leaving.amount - lift.per_day) as f64 / leaving.amount as f64;
            for part in &leaving.movements {
                let share = excess * part.counted as f64 / part.carried as f64;
                let worst = over.entry(*day).or_default().entry(part.movement).or_default();
                *worst = worst.max(share);
            }
        }
    }
    over.into_iter().map(|(day, shares)| (day, shares.into_iter().collect())).collect()
}

/// The movements that a limit counts, by their mode and where they start. A movement
/// from nowhere moves nothing.
fn lifted(index: &Index, limit: &Limit) -> Vec<usize> {
    let holds = |site: &usize| limit.place.as_ref().is_none_or(|p| p.holds(&index.sites[*site]));
    let starts_at = |movement: usize, site: usize| index.from[movement] == Some(site);
    let is_lifted =
        |movement: &usize| limit.mode.is_none() || limit.mode == index.movements[*movement].mode;
    let inside = (0..index.sites.len()).filter(holds);
    let there = inside.flat_map(|site| {
        let there = index.movements_at[site].iter().copied();
        there.filter(move |movement| starts_at(*movement, site))
    });
    let mut lifted: Vec<usize> = there.filter(is_lifted).collect();
    lifted.sort_unstable();
    lifted
}

fn leaving_by_day(
    index: &Index,
    ledger: &Ledger,
    limit: &Limit,
    lifted: &[usize],
    columns: &Range<usize>,
) -> BTreeMap<Day, Leaving> {
    let within = limit.span.unwrap_or_default();
    let mut days: BTreeMap<Day, Leaving> = BTreeMap::new();
    let is_meant = |stock: usize| whom::is_meant(limit, &index.units[index.stocks[stock].unit]);
    for movement in lifted {
        let book = &ledger.movements[*movement];
        for batch in book.batches.iter().filter(|batch| within.contains(batch.departs)) {
            let mut part = Part { movement: *movement, counted: 0, carried: 0 };
            for cargo in book.cargo(batch) {
                if columns.contains(&index.stocks[cargo.stock].column) {
                    part.carried += cargo.amount;
                    part.counted += if is_meant(cargo.stock) { cargo.amount } else { 0 };
                }
            }
            if part.counted > 0 {
                let leaving = days.entry(batch.departs).or_default();
                leaving.amount += part.counted;
                leaving.movements.push(part);
            }
        }
    }
    for leaving in days.values_mut() {
        leaving.movements.sort_by_key(|part| ledger.turns[part.movement]);
    }
    days
}

#[cfg(test)]
mod tests {
    use crate::schedule::Track;
    use crate::schedule::testing::{close, schedule};

    /// The movements that are over a lift at the close of a day, and by which share.
    fn over(plan: &str, day: i64) -> String {
        let snapshot = schedule(plan).snapshot(Track::Planned, close(day));
        let over = snapshot.movements.iter().filter(|movement| movement.over_lift > 0.0);
        let told = over.map(|m| format!("{} {:.3}", m.id, m.over_lift));
        told.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn what_leaves_beyond_a_lift_is_known_for_each_day() {
        // On days 3 and 5 twenty vehicles leave Gao, on day 4 forty.
        let plan = "site gao\nsite kidal\nunit a gao 100 vehicles=60\nunit b gao 80 vehicles=20\n\
                    move m gao>kidal 3..5 mode=road trip=1 a:*\n\
                    move n gao>kidal 4..6 mode=road b:*\n";
        for (limits, expect) in [
            ("", ["", "", "", ""]),
            ("limit l lift mode=road vehicles=40", ["", "", "", ""]),
            // A fifth of forty: of both movements, and on this day alone.
            ("limit l lift mode=road vehicles=32", ["", "m 0.200, n 0.200", "", ""]),
            ("limit l lift mode=road vehicles=15", ["m 0.250", "m 0.625, n 0.625", "m 0.250", ""]),
            ("limit l lift mode=road vehicles=15 span=5..", ["", "", "m 0.250", ""]),
            ("limit l lift mode=air vehicles=1", ["", "", "", ""]),
            // The worst of several limits counts.
            (
                "limit l lift vehicles=32\nlimit k lift vehicles=30 where=gao",
                ["", "m 0.250, n 0.250", "", ""],
            ),
        ] {
            let found = [3, 4, 5, 6].map(|day| over(&format!("{plan}{limits}"), day));
            assert_eq!(found, expect, "{limits}");
        }
    }

    #[test]
    fn only_those_who_are_meant_are_too_many() {
        // Of the hundred that leave, forty are meant, and twenty of these too many.
        let plan = "site gao\nsite kidal\nunit a gao 60\nunit p gao 40 category=police\n\
                    move m gao>kidal 3..3 trip=1 a:* p:*\nlimit l lift personnel=20 who=police";
        assert_eq!(over(plan, 3), "m 0.200");
    }

    #[test]
    fn a_lift_of_nothing_is_exceeded_by_all() {
        let plan = "site gao\nsite kidal\nunit a gao 60\nmove m gao>kidal 3..4 trip=1 a:*\n\
                    limit l lift personnel=0";
        assert_eq!([2, 3, 4].map(|day| over(plan, day)), ["", "m 1.000", "m 1.000"]);
    }
}
