//! Items that reach another one by several ways.
//!
//! The backward pass looks at each way by itself. That is too little for an item that
//! can be asked for more at one end where it lies than where it is pushed, and less at
//! the other (see [`Late::asked`](super::Late)): what one way may ask as long as it
//! stays, another may spoil by pushing it. Such items are few; for those that reach one,
//! slipping is tried out.

use super::Backwards;
use crate::calendar::Span;
use crate::plan::Id;

impl Backwards<'_> {
    /// Takes from the float of what reaches such an item the days that it cannot
    /// slip by all its ways at once.
    pub(super) fn hold_joint(&mut self) {
        for number in self.reaching(self.uneven()) {
            while self.late[number].float > 0 && !self.is_well(number) {
                let late = &mut self.late[number];
                late.float -= 1;
                late.free = late.free.min(late.float);
            }
        }
    }

    /// Items that several ask for their dates, and that allow for each of the two most
    /// at another place.
    fn uneven(&self) -> Vec<usize> {
        let is_uneven = |number: &usize| {
            let [pushed, lying] = self.late[*number].asked;
            lying.or(pushed) != lying && lying.or(pushed) != pushed && self.is_asked_twice(*number)
        };
        (0..self.late.len()).filter(is_uneven).collect()
    }

    fn is_asked_twice(&self, number: usize) -> bool {
        let mut ties = self.network.ties_into(number);
        let Some(first) = ties.next() else { return false };
        ties.any(|tie| tie.from != first.from)
    }

    /// What something of these depends on, each once.
    fn reaching(&self, mut open: Vec<usize>) -> Vec<usize> {
        let mut is_found = vec![false; self.late.len()];
        let mut found = Vec::new();
        while let Some(number) = open.pop() {
            for tie in self.network.ties_into(number) {
                if !std::mem::replace(&mut is_found[tie.from], true) {
                    found.push(tie.from);
                    open.push(tie.from);
                }
            }
        }
        found
    }

    /// Whether all is in time, and nothing fixed in the way, when an item slips by
    /// its float.
    fn is_well(&self, number: usize) -> bool {
        let node = &self.network.nodes[number];
        let slipped = node.span.unwrap_or_default().moved(self.late[number].float);
        let pushed = self.network.pushed(&[(node.id.clone(), slipped)]);
        let of = |id: &Id| self.network.number(id).unwrap_or(number);
        let late = |(id, span): &(Id, Span)| span.end > Some(self.due[of(id)]);
        let stands = |id: &Id| self.is_fixed(&self.network.nodes[of(id)]);
        !pushed.moves.iter().any(late) && !pushed.conflicts.iter().any(|it| stands(&it.item))
    }
}
