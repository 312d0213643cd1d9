//! Days that were set for something, and how a span comes to lie within them.

use crate::calendar::{Day, Span};

/// How a span lies outside of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Outside {
    /// The first day on which it does.
    pub first: Day,
    /// At both ends together.
    pub days: i64,
}

/// None where it lies within, as far as that is known, or where either of the two
/// ends before it starts.
pub(super) fn outside(is: Span, window: Span) -> Option<Outside> {
    if is_reversed(is) || is_reversed(window) {
        return None;
    }
    let (first, last) = (is.start.or(is.end)?, is.end.or(is.start)?);
    let before = window.start.map_or(0, |start| (start - first).max(0));
    let after = window.end.map_or(0, |end| (last - end).max(0));
    let left_at = window.end.map_or(first, |end| first.max(end + 1));
    let first = if before > 0 { first } else { left_at };
    (before + after > 0).then_some(Outside { first, days: before + after })
}

/// The span moved into a window by as little as possible. One that is too long is
/// cut at the ends that stand out, and given the whole window where nothing of it
/// lay within. None where less than `least_days` would be left.
pub(super) fn moved_into(is: Span, window: Span, least_days: i64) -> Option<Span> {
    let (first, last) = (is.start.or(is.end)?, is.end.or(is.start)?);
    let room = window.closed().map(|window| window.days());
    if room.is_none_or(|room| last - first < room) {
        let later = window.start.map_or(0, |start| (start - first).max(0));
        let earlier = window.end.map_or(0, |end| (last - end).max(0));
        return Some(is.moved(later - earlier));
    }
    let window = window.closed()?;
    let cut = Span::new(Some(first.max(window.start())), Some(last.min(window.end())));
    let cut = cut.closed().unwrap_or(window);
    (cut.days() >= least_days).then_some(cut.into())
}

fn is_reversed(span: Span) -> bool {
    matches!((span.start, span.end), (Some(start), Some(end)) if end < start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::testing::{number, read_span, show_span};

    #[test]
    fn a_span_comes_into_a_window_with_the_least_change() {
        for (is, window, expect) in [
            ("5..9", "3..20", ""),
            ("5..9", "..", ""),
            ("..9", "3..20", ""),
            ("5..9", "9..3", ""),
            ("1..4", "3..20", "1 by 2: 3..6"),
            ("18..23", "3..20", "21 by 3: 15..20"),
            ("30..33", "3..20", "30 by 13: 17..20"),
            ("30..", "3..20", "30 by 10: 20.."),
            ("..2", "3..20", "2 by 1: ..3"),
            ("1..4", "3..", "1 by 2: 3..6"),
            // Too long.
            ("1..30", "3..20", "1 by 12: 3..20"),
            ("5..30", "3..20", "21 by 10: 5..20"),
            ("30..60", "3..20", "30 by 40: 3..20"),
            ("19..60", "3..20", "21 by 40: -"),
        ] {
            let (is, window) = (read_span(is).unwrap(), read_span(window).unwrap());
            let told = outside(is, window).map_or(String::new(), |outside| {
                let fix = show_span(moved_into(is, window, 3));
                format!("{} by {}: {fix}", number(outside.first), outside.days)
            });
            assert_eq!(told, expect, "{is:?} {window:?}");
        }
    }
}
