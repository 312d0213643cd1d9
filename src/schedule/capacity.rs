//! What a site can hold of people and of each kind of materiel, and what it holds: one
//! rule for the check and for the ring on the map.

use std::ops::Range;

use super::Now;
use super::index::{Index, figure};
use super::ledger::Ledger;
use super::steps::Steps;
use super::tick::Tick;

/// One figure of a site's capacity, with the balances that count against it.
pub(super) struct Capacity<'a> {
    /// The columns of what is counted.
    pub columns: Range<usize>,
    pub max: i64,
    held: Vec<&'a Steps>,
}

/// None of a kind that the plan has nothing of.
pub(super) fn of_site<'a>(
    index: &'a Index,
    ledger: &'a Ledger,
    site: usize,
) -> impl Iterator<Item = Capacity<'a>> {
    index.sites[site].capacity.iter().filter_map(move |(kind, most)| {
        let columns = index.kinds.columns(kind)?;
        let all = ledger.sites[site].columns.iter();
        let held = all.filter(|(column, _)| columns.contains(column)).map(|(_, steps)| steps);
        Some(Capacity { held: held.collect(), columns, max: figure(*most) })
    })
}

impl Capacity<'_> {
    pub fn held(&self) -> Steps {
        Steps::sum(self.held.iter().copied())
    }

    fn is_over_at(&self, tick: Tick) -> bool {
        self.held.iter().map(|steps| steps.at(tick)).sum::<i64>() > self.max
    }
}

impl Now<'_> {
    /// Whether a site, by its number, holds more people or more of a kind than it can.
    pub fn is_over_capacity(&self, site: usize) -> bool {
        let (index, ledger, tick) = self.books();
        of_site(index, ledger, site).any(|capacity| capacity.is_over_at(tick))
    }
}
