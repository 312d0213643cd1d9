//! Tables of plans and their odds.

use super::*;
use crate::schedule::testing::{number, schedule};

const PLAN: &str = "horizon 1..60\nsite gao\nsite kidal\nexit out\nunit u gao 50\n";

fn odds(text: &str, track: Track, runs: u32) -> Odds {
    let options = OddsOptions { track, runs, seed: 1, threads: 2, open_restrictions: true };
    Odds::of(&schedule(&format!("{PLAN}{text}")), options, &|_| true).unwrap()
}

fn days(days: &Days) -> String {
    let [p50, p80] =
        [50, 80].map(|p| days.percentile(p).map_or("-".into(), |d| number(d).to_string()));
    format!("{p50} {p80}")
}

#[test]
fn without_spread_a_deadline_is_met_or_not() {
    for (items, expect) in [
        ("move m gao>out 3..9 u:*", "met 100 left 0 out 9 9"),
        ("move m gao>out 3..11 u:*", "met 0 left 0 out 11 11"),
        ("move m gao>out 3..9 u:20", "met 0 left 30 out 9 9"),
        ("move m gao>kidal 3..9 u:*", "met 0 left 50 out - -"),
        ("move m gao>- 3..9 u:* kind=separation", "met 100 left 0 out 9 9"),
        // A way out without an end takes nobody out.
        ("move m gao>out 3.. u:*", "met 0 left 50 out - -"),
    ] {
        let odds = odds(&format!("limit d deadline date=10\n{items}"), Track::Planned, 100);
        let it = odds.deadline().unwrap();
        let told = format!("met {} left {} out {}", it.met, it.left, days(&it.out));
        assert_eq!(told, expect, "{items}");
        assert!(odds.spreads.is_empty() && odds.drivers.is_empty());
    }
    assert_eq!(odds("act a other gao 3..9", Track::Planned, 10).deadline(), None);
}

/// A length from 4 to 8 with 6 most likely: a half, a quarter and a 32nd of the
/// triangle lie up to the middles between days.
#[test]
fn a_delay_travels_along_links() {
    let plan = "limit d deadline date=14\nact a other gao 1..6 duration=4/6/8\n\
                move m gao>out 7..14 u:* after=a:FS";
    let odds = odds(plan, Track::Planned, 20_000);
    // The movement does not leave before its planned day, so that it is late if the
    // length is 7 or 8: above 6.5, which is 9/32 of the triangle.
    let late = 1.0 - odds.deadline().unwrap().p_met(20_000);
    assert!((late - 9.0 / 32.0).abs() < 0.013, "{late}");
    let told: Vec<String> = odds
        .items
        .iter()
        .map(|it| format!("{} {} {}", it.id, number(it.p50), number(it.p80)))
        .collect();
    assert_eq!(told, ["a 6 7", "m 14 15"]);
    let [driver] = &odds.drivers[..] else { panic!("{:?}", odds.drivers) };
    assert_eq!(driver.id.as_str(), "a");
    assert!(driver.weight > 0.7 && driver.weight < 1.0);
    assert!((driver.criticality - late).abs() < 1e-9);
    let whole: u64 = odds.deadline().unwrap().out.total();
    assert_eq!(whole, 20_000);
}

#[test]
fn what_has_happened_is_certain_in_the_forecast() {
    for (actual, expect) in [
        ("", "6 7"),
        // Not over before the last report.
        ("actual=1..", "7 7"),
        ("actual=1..9", "9 9"),
    ] {
        let as_of = if actual.is_empty() { "" } else { "asof 7\n" };
        let plan = format!("{as_of}act a other gao 1..6 duration=4/6/8 {actual}");
        let odds = odds(&plan, Track::Forecast, 2_000);
        assert_eq!(days(&odds.end), expect, "{actual}");
        assert_eq!(odds.spreads.len(), usize::from(actual != "actual=1..9"));
    }
}

/// Lifted after any of the days 10 to 60, all equally likely: half of the time by
/// day 35. What left before is not held up.
#[test]
fn a_closed_way_of_unknown_end_is_open_to_the_horizon() {
    let plan = "restriction r closed 10.. modes=air\nmove m gao>out 20..22 mode=air u:*\n\
                move n gao>out 5..7 mode=air\nmove o gao>out 20..22 mode=road";
    let found = odds(plan, Track::Planned, 20_000);
    assert_eq!(found.restrictions.len(), 1);
    let by_id = |id: &str| found.items.iter().find(|it| it.id.as_str() == id).unwrap();
    assert!((number(by_id("m").p50) - 38).abs() <= 1, "{:?}", by_id("m"));
    for (id, end) in [("n", 7), ("o", 22)] {
        assert_eq!((number(by_id(id).p50), number(by_id(id).p80)), (end, end));
    }
    let [driver] = &found.drivers[..] else { panic!("{:?}", found.drivers) };
    assert!(driver.id.as_str() == "r" && driver.weight > 0.9);
    let options = OddsOptions { open_restrictions: false, ..found.options };
    let schedule = schedule(&format!("{PLAN}{plan}"));
    let without = Odds::of(&schedule, options, &|_| true).unwrap();
    assert!(without.restrictions.is_empty());
    assert_eq!(days(&without.end), "22 22");
}

/// A pin is a decision; what is late does not ask for it. A broken link moves
/// nothing until it is made worse.
#[test]
fn pins_and_broken_links() {
    for (items, expect) in [
        ("act b other gao 7..9 after=a:FS pinned", "12 12"),
        ("act b other gao 7..9 after=a:FS", "12 12"),
        ("act b other gao 20..22 after=a:FS", "22 22"),
        ("act b other gao 3..9 after=a:FS", "16 16"),
        ("act b other gao 3..9\nact c other gao 4..9 after=b:FS", "9 9"),
        // An item that shortens keeps the links it keeps in the plan.
        ("act b other gao 4..6 after=a:FF duration=1/1/1", "9 9"),
    ] {
        let plan = format!("act a other gao 1..6 duration=9/9/9\n{items}");
        assert_eq!(days(&odds(&plan, Track::Planned, 1).end), expect, "{items}");
    }
}
