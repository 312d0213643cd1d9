//! Tables of plans and their float.

use super::*;
use crate::schedule::testing::{number, plan};

fn told(text: &str, track: Track) -> String {
    let critical = Critical::of(&plan(text), track);
    let item = |it: &Float| format!("{} {}/{}", it.id, it.total, it.free);
    let items: Vec<String> = critical.items.iter().map(item).collect();
    let chain: Vec<&str> = critical.chain.iter().map(Id::as_str).collect();
    let end = critical.end.map_or("-".into(), |end| number(end).to_string());
    format!("{end}: {}; {}", items.join(" "), chain.join(" "))
}

#[test]
fn float_total_and_free() {
    let plan = "site gao\nexit out\nunit u gao 50\n";
    for (items, expect) in [
        ("", "-: ; "),
        ("act a other gao 1..4", "4: a 0/0; a"),
        // A parallel item has what the chain leaves it.
        (
            "act a other gao 1..4\nact b other gao 1..2\nact c other gao 5..9 after=a:FS,b:FS",
            "9: a 0/0 b 2/2 c 0/0; a c",
        ),
        // Float is shared along a way; free float is the last one's.
        (
            "act a other gao 1..2\nact b other gao 3..4 after=a:FS\nact c other gao 1..9",
            "9: a 5/0 b 5/5 c 0/0; c",
        ),
        ("act a other gao 1..4 deadline=6\nact b other gao 1..9", "9: a 2/2 b 0/0; b"),
        ("act a other gao 1..4 deadline=3\nact b other gao 1..9", "9: a -1/0 b 0/0; a"),
        // Late by what depends on it.
        (
            "act a other gao 1..4\nact b other gao 5..9 after=a:FS deadline=7",
            "9: a -2/0 b -2/0; a b",
        ),
        // A pinned item does not give way.
        (
            "act a other gao 1..4\nact b other gao 6..7 after=a:FS pinned\nact c other gao 1..9",
            "9: a 1/1 b 2/2 c 0/0; c",
        ),
        // A deadline binds those who take out whom it is about, and what they wait for.
        (
            "limit d deadline date=7\nact a other gao 1..3\nmove m gao>out 4..5 u:* after=a:FS\n\
             act z other gao 1..20",
            "7: a 2/0 m 2/2 z 0/0; a m",
        ),
        (
            "limit d deadline date=30\nmove m gao>out 4..5 u:*\nact z other gao 1..20",
            "30: m 25/25 z 10/10; m",
        ),
        // Links of all types.
        ("act a other gao 1..4\nact b other gao 2..9 after=a:SS", "9: a 1/1 b 0/0; b"),
        ("act a other gao 1..4\nact b other gao 2..9 after=a:FF", "9: a 5/5 b 0/0; b"),
        ("act a other gao 3..4\nact b other gao 2..9 after=a:SF-1", "9: a 5/5 b 0/0; b"),
        // What has no end has no float.
        ("act a other gao 1..\nact b other gao 2..9", "9: b 0/0; b"),
    ] {
        assert_eq!(told(&format!("{plan}{items}"), Track::Planned), expect, "{items}");
    }
}

#[test]
fn in_the_forecast_what_is_over_is_not_told() {
    let plan = "asof 6\nsite gao\nact a other gao 1..4 actual=1..6\n\
                act b other gao 5..9 after=a:FS\nact c other gao 5..8 actual=5..";
    assert_eq!(told(plan, Track::Planned), "9: a 0/0 b 0/0 c 1/1; a b");
    assert_eq!(told(plan, Track::Forecast), "11: b 0/0 c 3/3; b");
}
