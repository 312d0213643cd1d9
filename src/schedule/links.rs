//! What a link asks of the dates of the item that depends.

use super::workdays::Workdays;
use crate::calendar::{Day, Span};
use crate::plan::{Link, LinkType};

/// Which end of an item is bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkEnd {
    Start,
    End,
}

/// One end of an item may not lie before a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Requirement {
    pub end: LinkEnd,
    pub earliest: Day,
}

impl Requirement {
    /// What a link asks for, given the dates of the other item. None where the
    /// date it hangs on is not known, or the link is of an unknown type.
    ///
    /// - FS: start ≥ the other's end + 1 + lag
    /// - SS: start ≥ the other's start + lag
    /// - FF: end ≥ the other's end + lag
    /// - SF: end ≥ the other's start − 1 + lag
    ///
    /// The lag counts calendar days, or those of a working calendar.
    pub(super) fn of(link: &Link, other: Span, workdays: Option<&Workdays>) -> Option<Requirement> {
        let (end, from) = match link.kind {
            LinkType::FinishStart => (LinkEnd::Start, other.end? + 1),
            LinkType::StartStart => (LinkEnd::Start, other.start?),
            LinkType::FinishFinish => (LinkEnd::End, other.end?),
            LinkType::StartFinish => (LinkEnd::End, other.start? - 1),
            LinkType::Unknown(_) => return None,
        };
        let earliest = match workdays {
            Some(workdays) => workdays.after(from, link.lag_days),
            None => from + link.lag_days,
        };
        Some(Requirement { end, earliest })
    }

    /// The latest day of the other item at which the link still asks for no more
    /// than `allowed`; of its start or its end, as [`Requirement::source`] says.
    pub(super) fn latest_source(link: &Link, allowed: Day, workdays: Option<&Workdays>) -> Day {
        let from = match workdays {
            Some(workdays) => workdays.latest_before(allowed, link.lag_days),
            None => allowed - link.lag_days,
        };
        match link.kind {
            LinkType::FinishStart => from - 1,
            LinkType::StartFinish => from + 1,
            _ => from,
        }
    }

    /// Which end of the other item a link hangs on.
    pub(super) fn source(link: &Link) -> LinkEnd {
        match link.kind {
            LinkType::StartStart | LinkType::StartFinish => LinkEnd::Start,
            _ => LinkEnd::End,
        }
    }

    /// The day of the end in question.
    pub fn day_of(self, span: Span) -> Option<Day> {
        match self.end {
            LinkEnd::Start => span.start,
            LinkEnd::End => span.end,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Extra, Id};
    use crate::schedule::testing::{day, read_span};

    #[test]
    fn each_type_ties_its_two_ends() {
        use LinkEnd::{End, Start};
        let id = Id::new("other").unwrap();
        for (kind, lag_days, other, expect) in [
            ("FS", 0, "3..9", Some((Start, 10))),
            ("FS", 2, "3..9", Some((Start, 12))),
            ("FS", -4, "3..9", Some((Start, 6))),
            ("SS", 0, "3..9", Some((Start, 3))),
            ("SS", 5, "3..9", Some((Start, 8))),
            ("FF", 0, "3..9", Some((End, 9))),
            ("FF", 2, "3..9", Some((End, 11))),
            ("SF", 0, "3..9", Some((End, 2))),
            ("SF", 3, "3..9", Some((End, 5))),
            ("FS", 0, "3..", None),
            ("SS", 0, "3..", Some((Start, 3))),
            ("SS", 0, "..9", None),
            ("XX", 0, "3..9", None),
        ] {
            let kind = LinkType::from_word(kind);
            let link = Link { other: id.clone(), kind, lag_days, extra: Extra::default() };
            let found = Requirement::of(&link, read_span(other).unwrap(), None);
            let found = found.map(|r| (r.end, r.earliest - day(1) + 1));
            assert_eq!(found, expect, "{link:?} {other}");
        }
    }
}
