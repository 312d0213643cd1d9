//! Recording what really happened to an activity or a movement.

use super::{Command, EditError};
use crate::calendar::Day;
use crate::plan::{Actual, Id, Plan};

/// What is reported of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    Started(Day),
    Finished(Day),
    /// It was given up on this day.
    GivenUp(Day),
    /// Nothing is known of it after all.
    Nothing,
}

/// Why something cannot be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unrecorded {
    /// It would end before it started.
    EndsBeforeItStarts,
    /// What is over cannot be given up.
    IsOver,
    /// What was given up neither starts nor ends.
    IsGivenUp,
    /// It is no activity and no movement.
    Edit(EditError),
}

impl Record {
    /// What is known of an item with this added; None: nothing.
    pub fn onto(self, known: Option<&Actual>) -> Result<Option<Actual>, Unrecorded> {
        let mut actual = known.cloned().unwrap_or_default();
        let is_given_up = actual.cancelled.is_some();
        match self {
            Record::Started(_) | Record::Finished(_) if is_given_up => {
                return Err(Unrecorded::IsGivenUp);
            }
            Record::Started(day) => actual.start = Some(day),
            Record::Finished(day) => actual.end = Some(day),
            Record::GivenUp(_) if actual.end.is_some() => return Err(Unrecorded::IsOver),
            Record::GivenUp(day) => actual.cancelled = Some(day),
            Record::Nothing => (actual.start, actual.end, actual.cancelled) = (None, None, None),
        }
        let last = actual.end.or(actual.cancelled);
        if actual.start.zip(last).is_some_and(|(start, last)| last < start) {
            return Err(Unrecorded::EndsBeforeItStarts);
        }
        Ok((actual != Actual::default()).then_some(actual))
    }
}

impl Command {
    /// Records what happened to an activity or a movement.
    pub fn record(plan: &Plan, id: &Id, record: Record) -> Result<Command, Unrecorded> {
        let timing = plan.timing(id);
        let actual = record.onto(timing.and_then(|timing| timing.actual.as_ref()))?;
        Command::set_timing(plan, id, |timing| timing.actual = actual).map_err(Unrecorded::Edit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_recorded_never_contradicts_itself() {
        use Record::*;
        use Unrecorded::*;
        let day = Day::from_number;
        let known = |start: Option<i64>, end: Option<i64>, cancelled: Option<i64>| {
            let [start, end, cancelled] = [start, end, cancelled].map(|it| it.map(day));
            Some(Actual { start, end, cancelled, ..Actual::default() })
        };
        for (before, record, after) in [
            (None, Started(day(3)), Ok(known(Some(3), None, None))),
            (None, Finished(day(3)), Ok(known(None, Some(3), None))),
            (known(Some(3), None, None), Finished(day(3)), Ok(known(Some(3), Some(3), None))),
            (known(Some(3), None, None), Finished(day(2)), Err(EndsBeforeItStarts)),
            (known(None, Some(3), None), Started(day(4)), Err(EndsBeforeItStarts)),
            (known(Some(3), Some(5), None), Started(day(4)), Ok(known(Some(4), Some(5), None))),
            (known(Some(3), None, None), GivenUp(day(4)), Ok(known(Some(3), None, Some(4)))),
            (known(Some(3), None, None), GivenUp(day(2)), Err(EndsBeforeItStarts)),
            (known(None, Some(3), None), GivenUp(day(4)), Err(IsOver)),
            (known(None, None, Some(3)), Started(day(4)), Err(IsGivenUp)),
            (known(None, None, Some(3)), Finished(day(4)), Err(IsGivenUp)),
            (known(Some(3), None, Some(4)), Nothing, Ok(None)),
            (None, Nothing, Ok(None)),
        ] {
            assert_eq!(record.onto(before.as_ref()), after, "{before:?} {record:?}");
        }
    }
}
