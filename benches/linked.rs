//! A plan of nothing but linked activities, in layers of a hundred: each depends on
//! two of the layer before it, and starts on the first day they allow.
//!
//! `benches/taskjuggler.py` writes the same network for TaskJuggler.

use decamp::calendar::{Day, Span};
use decamp::plan::*;

/// How many items stand in a layer.
pub const LAYER: usize = 100;

/// A plan of so many items; with spread, each lasts as planned or half as long
/// again, and a deadline is set that holds for none of them.
pub fn plan(items: usize, spread: bool) -> Plan {
    let first = Day::from_ymd(2024, 1, 1).expect("a day of the calendar");
    let mut ends: Vec<Day> = Vec::with_capacity(items);
    let mut list: Vec<Item> = vec![site().into()];
    for number in 0..items {
        let before = before(number);
        let start = before.iter().map(|other| ends[*other] + 1).max().unwrap_or(first);
        let days = days(number);
        ends.push(start + (days - 1));
        let timing = Timing {
            planned: Some(Span::new(Some(start), ends.last().copied())),
            duration_days: spread.then(|| ThreePoint {
                low: days as u32,
                likely: days as u32 + 1,
                high: 2 * days as u32,
                extra: Extra::default(),
            }),
            after: before.iter().map(|other| Link::finish_start(id(*other))).collect(),
            ..Timing::default()
        };
        list.push(activity(number, timing).into());
    }
    let last = ends.iter().max().copied();
    let horizon = Span::new(Some(first), last.map(|last| last + 400));
    Plan::from_parts(Header { horizon, ..Header::default() }, list).expect("ids are unique")
}

pub fn id(number: usize) -> Id {
    Id::new(&format!("t{number}")).expect("a good id")
}

/// How long an item lasts: 2 to 8 days.
fn days(number: usize) -> i64 {
    2 + (number * 5 % 7) as i64
}

/// What an item depends on: the same places as in `benches/taskjuggler.py`.
fn before(number: usize) -> Vec<usize> {
    let Some(layer) = (number / LAYER).checked_sub(1) else { return Vec::new() };
    let at = |n: usize| layer * LAYER + n % LAYER;
    let (one, other) = (at(number * 7 + 3), at(number * 13 + 11));
    if one == other { vec![one] } else { vec![one, other] }
}

fn site() -> Site {
    let (aliases, roles, tags, capacity, basis) = Default::default();
    let (extra, feature_extra) = Default::default();
    Site {
        id: SiteId::new("gao").expect("a good id"),
        place: None,
        name: Text::default(),
        aliases,
        kind: SiteKind::Camp,
        sector: None,
        part_of: None,
        roles,
        tags,
        accuracy_km: None,
        capacity,
        basis,
        extra,
        feature_extra,
    }
}

fn activity(number: usize, timing: Timing) -> Activity {
    Activity {
        id: ActivityId::from(id(number)),
        site: Some(SiteId::new("gao").expect("a good id")),
        sector: None,
        kind: ActivityKind::Other,
        name: None,
        phase: None,
        to: None,
        timing,
        calendar: None,
        basis: Vec::new(),
        extra: Extra::default(),
    }
}
