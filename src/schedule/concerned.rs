//! What has to be checked anew after an edit.

use std::sync::Arc;

use super::changed::{Changed, Since};
use super::checks::Each;
use super::index::Index;
use super::{Lines, OnTrack};
use crate::plan::UnitKind;

/// Everything of which a check may find otherwise than before.
///
/// Rather too much than too little. A check of one item may look at the item and
/// what it names, at the dates it is linked to, at the books of its units or its
/// site, and at when its sites are given up. What it looks at besides, such as the
/// limits of the plan, it says itself ([`super::checks::Look`]).
#[derive(Clone, Debug)]
pub(super) struct Concerned {
    /// The places of items among all items of the plan, in order.
    pub items: Vec<usize>,
    /// Activities and movements, by their numbers among both.
    timed: Marks,
    sites: Marks,
    hubs: Marks,
    needy: Marks,
    /// Where the movements begin among the timed items.
    first_movement: usize,
}

/// A set of numbers.
#[derive(Clone, Debug, Default)]
struct Marks {
    is_marked: Vec<bool>,
    marked: Vec<usize>,
}

impl Marks {
    fn none_of(count: usize) -> Marks {
        Marks { is_marked: vec![false; count], marked: Vec::new() }
    }

    fn put(&mut self, number: usize) {
        if !std::mem::replace(&mut self.is_marked[number], true) {
            self.marked.push(number);
        }
    }

    fn put_all(&mut self, numbers: impl IntoIterator<Item = usize>) {
        numbers.into_iter().for_each(|number| self.put(number));
    }
}

impl Concerned {
    /// Whatever the track: what is concerned after items changed.
    pub fn by_items(changed: &Changed, index: &Index, earlier: &Index) -> Concerned {
        let mut concerned = Concerned {
            items: changed.items.iter().map(|(place, _)| *place).collect(),
            timed: Marks::none_of(index.count_of_timed()),
            sites: Marks::none_of(index.sites.len()),
            hubs: Marks::none_of(index.sites.len()),
            needy: Marks::none_of(index.movements.len()),
            first_movement: index.timed_movement(0),
        };
        for site in &changed.sites {
            concerned.timed.put_all(index.activities_at[*site].iter().copied());
            concerned.note_end(index, *site);
        }
        for number in &changed.activities {
            concerned.timed.put(*number);
            for site in [index.site_of[*number], earlier.site_of[*number]].into_iter().flatten() {
                concerned.note_end(index, site);
            }
        }
        for number in &changed.movements {
            concerned.timed.put(index.timed_movement(*number));
        }
        for unit in &changed.units {
            let movements = index.loads_of[*unit].iter().map(|(movement, _)| *movement);
            concerned.timed.put_all(movements.map(|number| index.timed_movement(number)));
        }
        concerned
    }

    /// What is concerned on a track besides.
    pub fn on_track(
        &self,
        (index, lines, on): (&Index, &Lines, &OnTrack),
        since: &Since,
        earlier_lines: &Lines,
    ) -> Concerned {
        let mut concerned = self.clone();
        // What depends on items that changed.
        for number in &self.timed.marked {
            concerned.timed.put_all(index.dependencies.after[*number].iter().copied());
        }
        if !std::ptr::eq(lines, earlier_lines) {
            for (movement, (line, earlier)) in lines.iter().zip(earlier_lines).enumerate() {
                if line.as_ref().map(Arc::as_ptr) != earlier.as_ref().map(Arc::as_ptr) {
                    concerned.timed.put(index.timed_movement(movement));
                }
            }
        }
        let (ledger, known) = (&on.ledger, &since.on.ledger);
        for unit in &since.changed.units {
            let stocks = &ledger.units[*unit].stocks;
            let held = stocks.iter().flat_map(|stock| &stock.held);
            concerned.sites.put_all(held.map(|(site, _)| *site));
        }
        if !Arc::ptr_eq(ledger, known) {
            for unit in changed(&ledger.units, &known.units) {
                let books = [&ledger.units[unit], &known.units[unit]];
                let legs = books.into_iter().flat_map(|book| book.course.legs());
                let movements = legs.map(|leg| index.timed_movement(leg.trip.movement));
                concerned.timed.put_all(movements);
            }
            concerned.sites.put_all(changed(&ledger.sites, &known.sites));
            if ledger.opening_day != known.opening_day {
                concerned.sites.put_all(0..index.sites.len());
            }
        }
        concerned.note_hubs(index, since.index);
        concerned.note_needy(index, on, since);
        concerned
    }

    /// A site of which activities changed, so that it may be given up at another
    /// time: the movements from and to there are concerned as well.
    fn note_end(&mut self, index: &Index, site: usize) {
        self.sites.put(site);
        let movements = index.movements_at[site].iter();
        self.timed.put_all(movements.map(|number| index.timed_movement(*number)));
    }

    fn movements(&self) -> impl Iterator<Item = usize> {
        self.timed.marked.iter().filter_map(|number| number.checked_sub(self.first_movement))
    }

    /// Sites that are concerned, and where movements start or end that are.
    fn note_hubs(&mut self, index: &Index, earlier: &Index) {
        let ends = self.movements().flat_map(|movement| {
            let now = [index.from[movement], index.to[movement]];
            let before = [earlier.from[movement], earlier.to[movement]];
            now.into_iter().chain(before).flatten()
        });
        let sites = self.sites.marked.iter().copied().chain(ends);
        let sites: Vec<usize> = sites.collect();
        self.hubs.put_all(sites);
    }

    /// Movements that are concerned, go together with one that is, start or end at a
    /// site that is, or can count on aircraft that others had before.
    fn note_needy(&mut self, index: &Index, on: &OnTrack, since: &Since) {
        let mut needy: Vec<usize> = Vec::new();
        for movement in self.movements() {
            needy.push(movement);
            needy.extend(index.convoys.with(&index.movements[movement]));
            needy.extend(since.index.convoys.with(&since.index.movements[movement]));
        }
        for site in &self.sites.marked {
            needy.extend(&index.movements_at[*site]);
        }
        let flies = |index: &Index, unit: usize| index.units[unit].kind == UnitKind::Aviation;
        let mut new_books = changed(&on.ledger.units, &since.on.ledger.units);
        let mut units = since.changed.units.iter().copied();
        if new_books.any(|unit| flies(index, unit))
            || units.any(|unit| flies(index, unit) || flies(since.index, unit))
        {
            needy.extend(&index.convoys.needy);
        }
        self.needy.put_all(needy);
    }

    pub fn has_item(&self, place: usize) -> bool {
        self.items.binary_search(&place).is_ok()
    }

    pub fn has(&self, each: Each, number: usize) -> bool {
        match each {
            Each::Movement => self.timed.is_marked[self.first_movement + number],
            _ => self.of(each).is_marked[number],
        }
    }

    /// In no order.
    pub fn numbers(&self, each: Each) -> Box<dyn Iterator<Item = usize> + '_> {
        let marked = self.of(each).marked.iter().copied();
        match each {
            Each::Activity => Box::new(marked.filter(|number| *number < self.first_movement)),
            Each::Movement => Box::new(self.movements()),
            _ => Box::new(marked),
        }
    }

    fn of(&self, each: Each) -> &Marks {
        match each {
            Each::Activity | Each::Movement | Each::Timed => &self.timed,
            Each::Site => &self.sites,
            Each::Hub => &self.hubs,
            Each::Needy => &self.needy,
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
