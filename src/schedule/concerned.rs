//! What has to be checked anew after an edit.

use std::sync::Arc;

use super::checks::Each;
use super::index::Index;
use super::{Lines, OnTrack};
use crate::plan::{Item, Kind, Plan};

/// Everything of which a check may find otherwise than before.
///
/// Rather too much than too little. A check of one item may look at the item and
/// what it names, at the dates it is linked to, at the books of its units or its
/// site, at when its sites are given up, and at all that is no site, unit, activity
/// or movement: when such an item changes, everything is concerned.
#[derive(Clone, Debug)]
pub(super) struct Concerned {
    /// With their places among all items of the plan, in order.
    pub items: Vec<(usize, Item)>,
    /// Activities and movements, by their numbers among both.
    timed: Vec<bool>,
    sites: Vec<bool>,
    /// Where the movements begin among the timed items.
    first_movement: usize,
}

impl Concerned {
    pub fn everything(plan: &Plan, index: &Index) -> Concerned {
        Concerned::all(plan.items().enumerate().collect(), index, true)
    }

    fn all(items: Vec<(usize, Item)>, index: &Index, is_concerned: bool) -> Concerned {
        Concerned {
            items,
            timed: vec![is_concerned; index.count_of_timed()],
            sites: vec![is_concerned; index.sites.len()],
            first_movement: index.timed_movement(0),
        }
    }

    /// Whatever the track: what is concerned after these items changed.
    pub fn by_items(items: Vec<(usize, Item)>, index: &Index, earlier: &Index) -> Concerned {
        let is_numbered = |item: &Item| {
            matches!(item.kind(), Kind::Site | Kind::Unit | Kind::Activity | Kind::Movement)
        };
        let has_others = !items.iter().all(|(_, item)| is_numbered(item));
        let mut concerned = Concerned::all(items, index, has_others);
        if has_others {
            return concerned;
        }
        let mut ends = vec![false; index.sites.len()];
        for site in changed(&index.sites, &earlier.sites) {
            concerned.sites[site] = true;
            ends[site] = true;
            index.activities_at[site].iter().for_each(|number| concerned.timed[*number] = true);
        }
        for number in changed(&index.activities, &earlier.activities) {
            concerned.timed[number] = true;
            let sites = [index.site_of[number], earlier.site_of[number]];
            sites.into_iter().flatten().for_each(|site| ends[site] = true);
        }
        for number in changed(&index.movements, &earlier.movements) {
            concerned.timed[index.timed_movement(number)] = true;
        }
        for unit in changed(&index.units, &earlier.units) {
            for (movement, _) in &index.loads_of[unit] {
                concerned.timed[index.timed_movement(*movement)] = true;
            }
        }
        concerned.note_ends(index, &ends);
        concerned
    }

    /// What is concerned on a track besides.
    pub fn on_track(
        &self,
        (index, lines, on): (&Index, &Lines, &OnTrack),
        (earlier_index, earlier_lines, earlier): (&Index, &Lines, &OnTrack),
    ) -> Concerned {
        let mut concerned = self.clone();
        let mut ends = vec![false; index.sites.len()];
        let mut is_new = self.timed.clone();
        for (number, is_new) in is_new.iter_mut().enumerate() {
            if on.spans.timed(number) != earlier.spans.timed(number) {
                *is_new = true;
                concerned.timed[number] = true;
                if let Some(Some(site)) = index.site_of.get(number) {
                    ends[*site] = true;
                }
            }
        }
        for (number, links) in index.links.iter().enumerate() {
            concerned.timed[number] |= links.iter().any(|other| is_new[*other]);
        }
        for movement in 0..index.movements.len() {
            let same = match (&lines[movement], &earlier_lines[movement]) {
                (Some(line), Some(earlier)) => Arc::ptr_eq(line, earlier),
                (None, None) => true,
                _ => false,
            };
            concerned.timed[self.first_movement + movement] |= !same;
        }
        let (ledger, known) = (&on.ledger, &earlier.ledger);
        for unit in changed(&ledger.units, &known.units) {
            let legs = [&ledger.units[unit], &known.units[unit]];
            for leg in legs.iter().flat_map(|book| book.course.legs()) {
                concerned.timed[self.first_movement + leg.trip.movement] = true;
            }
        }
        for unit in changed(&index.units, &earlier_index.units) {
            let stocks = &ledger.units[unit].stocks;
            for (site, _) in stocks.iter().flat_map(|stock| &stock.held) {
                concerned.sites[*site] = true;
            }
        }
        for site in changed(&ledger.sites, &known.sites) {
            concerned.sites[site] = true;
        }
        if ledger.opening_day != known.opening_day {
            concerned.sites.fill(true);
        }
        concerned.note_ends(index, &ends);
        concerned
    }

    /// Sites of which activities changed, so that they may be given up at other
    /// times: the movements from and to there are concerned as well.
    fn note_ends(&mut self, index: &Index, ends: &[bool]) {
        let has_new_end = |site: Option<usize>| site.is_some_and(|site| ends[site]);
        for (movement, (from, to)) in index.from.iter().zip(&*index.to).enumerate() {
            self.timed[self.first_movement + movement] |= has_new_end(*from) || has_new_end(*to);
        }
        self.sites.iter_mut().zip(ends).for_each(|(site, ends)| *site |= *ends);
    }

    pub fn has_item(&self, place: usize) -> bool {
        self.items.binary_search_by_key(&place, |(place, _)| *place).is_ok()
    }

    pub fn has(&self, each: Each, number: usize) -> bool {
        self.of(each)[number]
    }

    pub fn numbers(&self, each: Each) -> impl Iterator<Item = usize> {
        let concerned = self.of(each).iter().enumerate();
        concerned.filter(|(_, is_concerned)| **is_concerned).map(|(number, _)| number)
    }

    fn of(&self, each: Each) -> &[bool] {
        match each {
            Each::Activity => &self.timed[..self.first_movement],
            Each::Movement => &self.timed[self.first_movement..],
            Each::Timed => &self.timed,
            Each::Site => &self.sites,
        }
    }
}

/// The numbers of those that are not the same any more.
fn changed<T>(now: &[Arc<T>], earlier: &[Arc<T>]) -> impl Iterator<Item = usize> {
    let both = now.iter().zip(earlier).enumerate();
    both.filter(|(_, (now, earlier))| !Arc::ptr_eq(now, earlier)).map(|(number, _)| number)
}

#[cfg(test)]
mod tests;
