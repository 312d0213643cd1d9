//! Tables of moves and what follows from them.

use super::*;
use crate::schedule::testing::{plan, read_span, show_span};

/// Day 1 is a Saturday, so days 7 and 8 are Friday and Saturday.
const PLAN: &str = "site gao\nsite kidal\ncalendar w fri,sat modes=road\n\
                    calendar v fri,sat\nact a other gao 2..3\n";

fn check(options: Options, rows: &[(&str, &str, &str)]) {
    for (items, edit, expect) in rows {
        let plan = plan(&format!("{PLAN}{items}"));
        let edits: Vec<(Id, Span)> = edit
            .split_whitespace()
            .map(|edit| {
                let (id, span) = edit.split_once('=').unwrap();
                (Id::new(id).unwrap(), read_span(span).unwrap())
            })
            .collect();
        let found = Network::of(&plan, Track::Planned).follow(&edits, options);
        let moves = found.moves.iter().map(|(id, span)| format!("{id} {}", show_span(Some(*span))));
        let conflict = |it: &Conflict| format!("{} {} by {}", it.item, it.other, it.days);
        let conflicts = found.conflicts.iter().map(conflict);
        let told: Vec<String> = moves.chain(conflicts).collect();
        assert_eq!(told.join(", "), *expect, "{items} / {edit}");
    }
}

#[test]
fn what_depends_on_it_is_pushed_as_little_as_necessary() {
    check(
        Options::default(),
        &[
            // Each type of link, with lag.
            ("act b other gao 4..6 after=a:FS", "a=3..4", "b 5..7"),
            ("act b other gao 4..6 after=a:FS+2", "a=3..4", "b 7..9"),
            ("act b other gao 4..6 after=a:SS+1", "a=5..6", "b 6..8"),
            ("act b other gao 4..6 after=a:FF", "a=7..8", "b 6..8"),
            ("act b other gao 4..6 after=a:SF", "a=9..9", "b 6..8"),
            // There is room.
            ("act b other gao 6..8 after=a:FS", "a=4..5", ""),
            // On and on; earlier moves nothing.
            (
                "act b other gao 4..6 after=a:FS\nact c other gao 7..7 after=b:FS",
                "a=2..4",
                "b 5..7, c 8..8",
            ),
            ("act b other gao 4..6 after=a:FS", "a=1..2", ""),
            // A link that was broken before, and is not made worse.
            ("act b other gao 3..6 after=a:FS", "a=1..3", ""),
            ("act b other gao 3..6 after=a:FS", "a=2..4", "b 5..8"),
            // One's own limits.
            ("act b other gao 4..6 after=a:FS not-before=9", "a=2..4", "b 9..11"),
            ("act b other gao 4.. after=a:FS", "a=3..4", "b 5.."),
            ("act b other gao ..6 after=a:FF", "a=7..8", "b ..8"),
            ("act b other gao - after=a:FS", "a=3..4", ""),
            ("act b other gao 9..4 after=a:FS", "a=8..9", ""),
            // An event is what it is.
            ("event e 3\nact b other gao 4..4 after=a:FS,e:FS", "a=3..4", "b 5..5"),
            // Two that are moved together stay together.
            ("act b other gao 4..6 after=a:FS", "a=4..5 b=6..8", ""),
        ],
    );
}

#[test]
fn what_is_fixed_stays_and_shows_the_conflict() {
    check(
        Options::default(),
        &[
            ("act b other gao 4..6 after=a:FS pinned", "a=3..4", "b a by 1"),
            ("act b other gao 4..6 after=a:FS actual=4..", "a=3..4", "b a by 1"),
            ("act b other gao 4..6 after=a:FS cancelled=2", "a=3..4", "b a by 1"),
            // What was put there stays there.
            ("act b other gao 4..6 after=a:FS", "b=2..4", "b a by 2"),
            ("act b other gao 3..6 after=a:FS", "b=4..6", ""),
            ("act b other gao 4..6 after=a:FS", "a=3..4 b=4..6", "b a by 1"),
            (
                "act b other gao 4..6 after=a:FS pinned\nact c other gao 7..8 after=b:FS,a:SS",
                "a=3..4",
                "b a by 1",
            ),
        ],
    );
}

#[test]
fn calendars_and_closed_ways_are_kept_to() {
    check(
        Options::default(),
        &[
            // Three working days: Tuesday to Thursday, then Thursday, Sunday, Monday.
            ("act b other gao 4..6 after=a:FS calendar=v", "a=2..5", "b 6..10"),
            ("act b other gao 4..6 after=a:FS+1 calendar=v", "a=2..5", "b 9..11"),
            ("act b other gao 4..6 after=a:FF calendar=v", "a=2..7", "b 5..9"),
            // A movement goes on the days of its mode; its lag is in calendar days.
            ("move b gao>kidal 4..6 after=a:FS+1 mode=road", "a=2..5", "b 9..11"),
            ("move b gao>kidal 4..6 after=a:FS+1 mode=air", "a=2..5", "b 7..9"),
            // It does not go while its way is closed: a rainy season, by mode.
            (
                "restriction r closed 6..20 modes=air\nmove b gao>kidal 4..5 after=a:FS mode=air",
                "a=2..4",
                "b 21..22",
            ),
            (
                "restriction r closed 6.. modes=air\nmove b gao>kidal 4..5 after=a:FS mode=air",
                "a=2..4",
                "b 5..6",
            ),
        ],
    );
}

#[test]
fn pulling_back_brings_earlier_what_depends() {
    let rows = [
        (
            "act b other gao 6..8 after=a:FS\nact c other gao 12..12 after=b:FS",
            "a=1..2",
            "b 3..5, c 6..6",
        ),
        ("act b other gao 6..8 after=a:FS not-before=5", "a=1..2", "b 5..7"),
        ("act b other gao 6..8 after=a:FS pinned", "a=1..2", ""),
        ("act b other gao 6..8 after=a:FS,c:FS\nact c other gao 1..3", "a=1..2", "b 4..6"),
        ("act b other gao 6..8 after=a:FS", "a=5..6", "b 7..9"),
        ("act b other gao 6..8\nact c other gao 9..9 after=b:FS", "a=1..2", ""),
    ];
    check(Options { pull_back: true }, &rows);
    for (items, edit, _) in &rows[..4] {
        check(Options::default(), &[(*items, *edit, "")]);
    }
}

#[test]
fn links_of_a_cycle_move_nothing() {
    let cycle = "act b other gao 4..5 after=a:FS,c:FS\nact c other gao 6..7 after=b:FS\n\
                 act d other gao 8..9 after=c:FS";
    check(Options::default(), &[(cycle, "a=3..4", "b 5..6"), (cycle, "c=8..9", "d 10..11")]);
}

#[test]
fn rescheduling_is_the_edits_and_what_follows() {
    let plan = plan(&format!("{PLAN}act b other gao 4..6 after=a:FS"));
    let edit = (Id::new("a").unwrap(), read_span("4..5").unwrap());
    let found = Network::reschedule(&plan, &[edit], Options::default());
    let told: Vec<String> =
        found.moves.iter().map(|(id, span)| format!("{id} {}", show_span(Some(*span)))).collect();
    assert_eq!(told, ["a 4..5", "b 6..8"]);
}
