//! Commands on dates and links of one item or of several.

use super::{Command, EditError};
use crate::calendar::Span;
use crate::plan::{Id, Link, Plan, Timing};

impl Command {
    /// Changes the dates and links of an activity or a movement.
    pub fn set_timing(
        plan: &Plan,
        id: &Id,
        change: impl FnOnce(&mut Timing),
    ) -> Result<Command, EditError> {
        let missing = || EditError::NoSuchItem(id.clone());
        let item = plan.item(id).ok_or_else(missing)?;
        let mut timing = item.timing().ok_or_else(missing)?.clone();
        change(&mut timing);
        Ok(Command::put(item.with_timing(timing)))
    }

    /// Sets the planned dates of an activity or a movement.
    pub fn set_planned(plan: &Plan, id: &Id, planned: Option<Span>) -> Result<Command, EditError> {
        Command::set_timing(plan, id, |timing| timing.planned = planned)
    }

    /// Sets the planned dates of several: one step, as automatic scheduling needs it.
    pub fn set_planned_all(plan: &Plan, moves: &[(Id, Span)]) -> Result<Command, EditError> {
        let one = |(id, span): &(Id, Span)| Command::set_planned(plan, id, Some(*span));
        moves.iter().map(one).collect::<Result<_, _>>().map(Command::Batch)
    }

    /// Makes an item depend on another one. A link of the same type between the two
    /// is replaced.
    pub fn link(plan: &Plan, dependent: &Id, link: Link) -> Result<Command, EditError> {
        Command::set_timing(plan, dependent, |timing| {
            let same = |it: &&mut Link| it.other == link.other && it.kind == link.kind;
            match timing.after.iter_mut().find(same) {
                Some(old) => *old = link,
                None => timing.after.push(link),
            }
        })
    }

    /// Takes a link away: the one that is equal to this, wherever it stands.
    pub fn unlink(plan: &Plan, dependent: &Id, link: &Link) -> Result<Command, EditError> {
        Command::set_timing(plan, dependent, |timing| timing.after.retain(|it| it != link))
    }
}
