//! How long the schedule of a large plan takes. Run by hand:
//! `cargo test --release --no-default-features --test schedule_speed -- --ignored --nocapture`

use std::sync::Arc;
use std::time::Instant;

use decamp::calendar::{Day, Moment, Span};
use decamp::plan::*;
use decamp::schedule::{Routes, Schedule, Track};

const SITES: usize = 1_000;
const UNITS: usize = 2_500;
const ACTIVITIES: usize = 3_000;
const MOVEMENTS: usize = 3_500;
const DAYS: usize = 550;

fn first_day() -> Day {
    Day::from_ymd(2023, 7, 1).unwrap()
}

/// Scattered as a plan's figures are, and the same each time.
fn scattered(n: usize, below: usize) -> usize {
    (n.wrapping_mul(2_654_435_761) >> 7) % below
}

fn id(prefix: &str, n: usize) -> Id {
    Id::new(&format!("{prefix}{n:05}")).unwrap()
}

fn timing(n: usize, prefix: &str) -> Timing {
    let start = first_day() + scattered(n, DAYS - 40) as i64;
    let planned = Span::new(Some(start), Some(start + 5 + scattered(n, 30) as i64));
    let other = id(prefix, scattered(n + 1, n.max(1)));
    let after = vec![Link::finish_start(other)];
    Timing { planned: Some(planned), after, ..Timing::default() }
}

fn site(n: usize) -> Site {
    Site {
        id: id("s", n).into(),
        place: None,
        name: Text::default(),
        aliases: Vec::new(),
        kind: if n.is_multiple_of(50) { SiteKind::Exit } else { SiteKind::Camp },
        sector: None,
        part_of: None,
        roles: Vec::new(),
        tags: Vec::new(),
        accuracy_km: None,
        capacity: Quantities::new(),
        basis: vec![Basis::default()],
        extra: Extra::default(),
        feature_extra: Extra::default(),
    }
}

fn unit(n: usize) -> Unit {
    Unit {
        id: id("u", n).into(),
        name: Text::default(),
        contributor: None,
        category: Category::KNOWN[n % 3].clone(),
        kind: UnitKind::Infantry,
        role: UnitRole::KNOWN[n % 5].clone(),
        part_of: None,
        owner: None,
        site: Some(id("s", scattered(n, SITES)).into()),
        personnel: 150,
        materiel: [("vehicles".to_string(), 30), ("containers".to_string(), 40)].into(),
        basis: vec![Basis::default()],
        extra: Extra::default(),
    }
}

fn activity(n: usize) -> Activity {
    Activity {
        id: id("a", n).into(),
        site: Some(id("s", n % SITES).into()),
        sector: None,
        kind: ActivityKind::KNOWN[n % ActivityKind::KNOWN.len()].clone(),
        name: None,
        phase: None,
        to: None,
        timing: timing(n, "a"),
        calendar: None,
        basis: vec![Basis::default()],
        extra: Extra::default(),
    }
}

fn movement(n: usize) -> Movement {
    let load = |unit: usize| Load {
        unit: id("u", unit).into(),
        personnel: None,
        materiel: None,
        extra: Extra::default(),
    };
    let unit = n % UNITS;
    Movement {
        id: id("m", n).into(),
        kind: MovementKind::Redeployment,
        name: None,
        from: id("s", scattered(unit, SITES)).into(),
        to: Some(id("s", scattered(n + 7, SITES)).into()),
        to_options: Vec::new(),
        mode: Some(Mode::Road),
        phase: None,
        timing: timing(n, "m"),
        trip_days: Some(2),
        loads: vec![load(unit), load((n + 1) % UNITS)],
        convoy: None,
        route: None,
        stops: Vec::new(),
        distance_km: None,
        disposition: None,
        recipient: None,
        needs: Vec::new(),
        basis: vec![Basis::default()],
        extra: Extra::default(),
    }
}

fn limit(n: usize) -> Limit {
    Limit {
        id: id("l", n).into(),
        kind: LimitKind::KNOWN[n].clone(),
        name: None,
        date: Some(first_day() + 180),
        max: Some(100_000),
        mode: None,
        per_day: [("vehicles".to_string(), 500)].into(),
        activity: None,
        days: None,
        who: None,
        except: None,
        place: None,
        span: None,
        basis: vec![Basis::default()],
        extra: Extra::default(),
    }
}

fn large_plan() -> Arc<Plan> {
    let horizon = Span::new(Some(first_day()), Some(first_day() + DAYS as i64 - 1));
    let header = Header { horizon, as_of: Some(first_day() + 100), ..Header::default() };
    let items = (0..SITES)
        .map(|n| site(n).into())
        .chain((0..UNITS).map(|n| unit(n).into()))
        .chain((0..ACTIVITIES).map(|n| activity(n).into()))
        .chain((0..MOVEMENTS).map(|n| movement(n).into()))
        .chain((0..4).map(|n| limit(n).into()));
    Arc::new(Plan::from_parts(header, items).unwrap())
}

#[test]
#[ignore = "measures; run by hand in release"]
fn large_plans_are_quick() {
    let plan = large_plan();
    let time = |name: &str, run: &dyn Fn()| {
        run();
        let rounds = 5;
        let start = Instant::now();
        (0..rounds).for_each(|_| run());
        println!("{name}: {:.2} ms", start.elapsed().as_secs_f64() * 1000.0 / f64::from(rounds));
    };
    time("schedule", &|| drop(Schedule::of(&plan, &Routes::default())));
    let schedule = Schedule::of(&plan, &Routes::default());
    let moment = Moment::close_of(first_day() + 200).plus(0.3);
    time("snapshot", &|| drop(schedule.snapshot(Track::Forecast, moment)));
    time("strength", &|| drop(schedule.strength(Track::Planned)));
    println!("problems: {}", schedule.problems(Track::Planned).len());
    println!("{:?}", schedule.snapshot(Track::Planned, moment).totals.moving);
}
