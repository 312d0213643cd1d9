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
        let batches = self.index.movement(movement).map(|number| &ledger.batches_of[number]);
        for batch in batches.into_iter().flatten() {
            for cargo in ledger.cargo(*batch) {
                holdings.add(self.index.stocks[cargo.stock].column, cargo.amount);
            }
        }
        holdings
    }
}
