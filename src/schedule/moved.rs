//! How much a movement moves in all.

use super::holdings::Holdings;
use super::{Schedule, Track};
use crate::plan::Id;

impl Schedule {
    /// All that a movement carries on a track, over all of its batches; nothing
    /// for one that the plan does not have.
    pub fn moved(&self, track: Track, movement: &Id) -> Holdings {
        let ledger = &self.on(track).ledger;
        let mut holdings = Holdings::none(&self.index.kinds);
        let book = self.index.movement(movement).map(|number| &ledger.movements[number]);
        for cargo in book.iter().flat_map(|book| book.all_cargo()) {
            holdings.add(self.index.stocks[cargo.stock].column, cargo.amount);
        }
        holdings
    }
}
