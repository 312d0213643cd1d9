//! What holds for the network of links of any plan: automatic scheduling, float
//! and the odds of the deadline.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use decamp::calendar::{Day, Span};
use decamp::plan::edit::Command;
use decamp::plan::*;
use decamp::schedule::{
    Code, Critical, Network, Odds, OddsOptions, Options, Routes, Schedule, Track,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

fn day(number: i64) -> Day {
    Day::from_ymd(2023, 6, 30).unwrap() + number
}

fn id(number: usize) -> Id {
    Id::new(&format!("i{number}")).unwrap()
}

/// An item as drawn; links lead to items by number.
#[derive(Clone, Debug)]
struct Draft {
    start: i64,
    days: i64,
    pinned: bool,
    actual: bool,
    calendar: bool,
    /// A movement, by road; else an activity.
    moves: bool,
    not_before: Option<i64>,
    deadline: Option<i64>,
    links: Vec<(usize, usize, i64)>,
}

fn drafts(most: usize) -> impl Strategy<Value = Vec<Draft>> {
    let links = vec((0..12_usize, 0..4_usize, -3..5_i64), 0..3);
    let flags = (prop::bool::weighted(0.1), prop::bool::weighted(0.1), any::<bool>());
    let bounds = (option::weighted(0.2, 1..50_i64), option::weighted(0.15, 20..70_i64));
    let draft =
        (1..40_i64, 1..9_i64, flags, prop::bool::weighted(0.3), bounds, links).prop_map(
            |(start, days, (pinned, actual, calendar), moves, (not_before, deadline), links)| {
                Draft { start, days, pinned, actual, calendar, moves, not_before, deadline, links }
            },
        );
    vec(draft, 2..most)
}

/// Links that would lead to later items are turned, so that there is no cycle.
fn without_cycles(mut drafts: Vec<Draft>) -> Vec<Draft> {
    for (number, draft) in drafts.iter_mut().enumerate() {
        draft.links.retain_mut(|(other, ..)| {
            *other %= number.max(1);
            number > 0
        });
    }
    drafts
}

/// The plan of some drafts. A calendar without Fridays and Saturdays counts for
/// road movements too, and the road is closed from day 22 to 26.
fn plan(drafts: &[Draft]) -> Plan {
    let mut items: Vec<Item> = vec![calendar().into(), closed().into()];
    items.extend(["gao", "kidal"].map(|name| site(name).into()));
    for (number, draft) in drafts.iter().enumerate() {
        let span = Span::new(Some(day(draft.start)), Some(day(draft.start + draft.days - 1)));
        let actual = Actual { start: span.start, ..Actual::default() };
        let link = |(other, kind, lag_days): &(usize, usize, i64)| Link {
            kind: LinkType::KNOWN[*kind].clone(),
            lag_days: *lag_days,
            ..Link::finish_start(id(other % drafts.len()))
        };
        let timing = Timing {
            planned: Some(span),
            actual: draft.actual.then_some(actual),
            pinned: draft.pinned,
            not_before: draft.not_before.map(day),
            deadline: draft.deadline.map(day),
            after: draft.links.iter().map(link).collect(),
            ..Timing::default()
        };
        items.push(match draft.moves {
            true => movement(number, timing).into(),
            false => activity(number, timing, draft.calendar).into(),
        });
    }
    let horizon = Span::new(Some(day(1)), Some(day(90)));
    Plan::from_parts(Header { horizon, ..Header::default() }, items).unwrap()
}

fn calendar() -> WorkCalendar {
    let (name, extra) = Default::default();
    WorkCalendar {
        id: CalendarId::new("working").unwrap(),
        name,
        weekend: vec![WeekdayWord::Friday, WeekdayWord::Saturday],
        holidays: vec![Holiday { date: Some(day(18)), name: None, extra: Extra::default() }],
        modes: vec![Mode::Road],
        extra,
    }
}

fn closed() -> Restriction {
    let (name, sites, to_sites, sectors, factor, actual, basis, extra) = Default::default();
    let planned = Some(Span::new(Some(day(22)), Some(day(26))));
    let id = RestrictionId::new("closed").unwrap();
    let (kind, modes) = (RestrictionKind::Closed, vec![Mode::Road]);
    Restriction {
        id,
        kind,
        name,
        modes,
        sites,
        to_sites,
        sectors,
        factor,
        planned,
        actual,
        basis,
        extra,
    }
}

fn site(name: &str) -> Site {
    let (aliases, roles, tags, capacity, basis) = Default::default();
    let (extra, feature_extra) = Default::default();
    Site {
        id: SiteId::new(name).unwrap(),
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

fn activity(number: usize, timing: Timing, calendar: bool) -> Activity {
    Activity {
        id: ActivityId::from(id(number)),
        site: Some(SiteId::new("gao").unwrap()),
        sector: None,
        kind: ActivityKind::Other,
        name: None,
        phase: None,
        to: None,
        timing,
        calendar: calendar.then(|| CalendarId::new("working").unwrap()),
        basis: Vec::new(),
        extra: Extra::default(),
    }
}

fn movement(number: usize, timing: Timing) -> Movement {
    let (to_options, loads, stops, needs, basis) = Default::default();
    Movement {
        id: MovementId::from(id(number)),
        kind: MovementKind::Redeployment,
        name: None,
        from: SiteId::new("gao").unwrap(),
        to: Some(SiteId::new("kidal").unwrap()),
        to_options,
        mode: Some(Mode::Road),
        phase: None,
        timing,
        trip_days: None,
        loads,
        convoy: None,
        route: None,
        stops,
        distance_km: None,
        disposition: None,
        recipient: None,
        needs,
        basis,
        extra: Extra::default(),
    }
}

fn schedule(plan: &Plan) -> Schedule {
    Schedule::of(&Arc::new(plan.clone()), &Routes::default())
}

/// What the check of links finds, by item and the one it depends on; and the items
/// of cycles.
fn broken(plan: &Plan) -> (BTreeSet<(Id, Id)>, BTreeSet<Id>) {
    let schedule = schedule(plan);
    let of = |code| schedule.problems(Track::Planned).iter().filter(move |p| p.code == code);
    let pairs = of(Code::LinkBroken).map(|p| (p.items[0].clone(), p.items[1].clone()));
    (pairs.collect(), of(Code::CyclicLinks).flat_map(|p| p.items.clone()).collect())
}

fn after(plan: &Plan, edits: &[(Id, Span)], options: Options) -> Plan {
    let moves = Network::reschedule(plan, edits, options);
    let mut plan = plan.clone();
    plan.apply(Command::set_planned_all(&plan, &moves.moves).unwrap()).unwrap();
    plan
}

fn planned(plan: &Plan, id: &Id) -> Span {
    plan.timing(id).unwrap().planned.unwrap()
}

/// Edits of existing items, one each, that move them by some days.
fn edits(plan: &Plan, drawn: &[(usize, i64)], count: usize) -> Vec<(Id, Span)> {
    let mut seen = BTreeSet::new();
    let numbers = drawn.iter().map(|(number, days)| (number % count, *days));
    let once = numbers.filter(|(number, _)| seen.insert(*number)).collect::<Vec<_>>();
    once.into_iter().map(|(n, days)| (id(n), planned(plan, &id(n)).moved(days))).collect()
}

/// The last end, or None where something is broken that held in the plan.
fn last_end(plan: &Plan, count: usize, edits: &[(Id, Span)]) -> Option<Day> {
    let moves = Network::of(plan, Track::Planned).pushed(edits);
    let moved = moves.moves.iter().chain(edits);
    let moved: std::collections::BTreeMap<&Id, Span> = moved.map(|(id, s)| (id, *s)).collect();
    let ends = (0..count).map(id).map(|id| {
        let old = planned(plan, &id).end.unwrap();
        let new = moved.get(&id).map_or(old, |span| span.end.unwrap());
        let late = plan.timing(&id).unwrap().deadline.is_some_and(|d| new > d && old <= d);
        (!late).then_some(new)
    });
    let ends: Option<Vec<Day>> = ends.collect();
    if moves.conflicts.is_empty() { ends?.into_iter().max() } else { None }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// With cycles, broken links and pinned items as they come.
    #[test]
    fn automatic_scheduling_breaks_nothing_and_moves_nothing_that_is_fixed(
        drafts in drafts(12),
        drawn in vec((0..12_usize, -10..20_i64), 1..4),
        pull_back in any::<bool>(),
    ) {
        let before = plan(&drafts);
        let edits = edits(&before, &drawn, drafts.len());
        let edited: BTreeSet<&Id> = edits.iter().map(|(id, _)| id).collect();
        let after = after(&before, &edits, Options { pull_back });
        let (was_broken, cyclic) = broken(&before);
        let (is_broken, _) = broken(&after);
        for (item, other) in is_broken.difference(&was_broken) {
            let timing = before.timing(item).unwrap();
            let fixed = timing.pinned || timing.actual.is_some() || edited.contains(item);
            let circular = cyclic.contains(item) && cyclic.contains(other);
            prop_assert!(fixed || circular, "{item} after {other}");
        }
        for number in 0..drafts.len() {
            let id = id(number);
            let timing = before.timing(&id).unwrap();
            if !edited.contains(&id) && (timing.pinned || timing.actual.is_some()) {
                prop_assert_eq!(planned(&after, &id), planned(&before, &id));
            }
            if !edited.contains(&id) && planned(&after, &id) != planned(&before, &id) {
                prop_assert!(planned(&after, &id).start >= timing.not_before);
                let later = planned(&after, &id).start > planned(&before, &id).start;
                prop_assert!(pull_back || later);
            }
        }
    }

    #[test]
    fn the_order_of_edits_makes_no_difference(
        drafts in drafts(12),
        drawn in vec((0..12_usize, -10..20_i64), 1..5),
        turn in 0..5_usize,
        pull_back in any::<bool>(),
    ) {
        let plan = plan(&drafts);
        let edits = edits(&plan, &drawn, drafts.len());
        let mut turned = edits.clone();
        turned.rotate_left(turn % edits.len());
        turned.reverse();
        let options = Options { pull_back };
        let moves = Network::reschedule(&plan, &edits, options);
        prop_assert_eq!(moves, Network::reschedule(&plan, &turned, options));
    }

    /// Delays, made one after the other: each item is put off to a day at least.
    #[test]
    fn delays_one_by_one_come_to_the_same_in_any_order(
        drafts in drafts(12),
        drawn in vec((0..12_usize, 0..20_i64), 1..5),
        turn in 0..5_usize,
    ) {
        let drafts: Vec<Draft> = drafts
            .into_iter()
            .map(|d| Draft { calendar: false, moves: false, not_before: None, ..d })
            .collect();
        let plan = plan(&drafts);
        let edits = edits(&plan, &drawn, drafts.len());
        let one_by_one = |edits: &[(Id, Span)]| {
            let at_least = |plan: Plan, (id, span): &(Id, Span)| {
                let is = planned(&plan, id);
                let edit = if is.start >= span.start { is } else { *span };
                after(&plan, &[(id.clone(), edit)], Options::default())
            };
            edits.iter().fold(plan.clone(), at_least)
        };
        let mut turned = edits.clone();
        turned.rotate_left(turn % edits.len());
        turned.reverse();
        prop_assert_eq!(one_by_one(&edits), one_by_one(&turned));
    }

    /// By brute force: an item can slip by its float, and not by a day more.
    #[test]
    fn float_is_how_far_an_item_can_slip(drafts in drafts(9)) {
        let in_time = |draft: Draft| {
            let end = draft.start + draft.days - 1;
            let deadline = draft.deadline.filter(|deadline| *deadline >= end);
            Draft { actual: false, deadline, ..draft }
        };
        let drafts: Vec<Draft> = without_cycles(drafts).into_iter().map(in_time).collect();
        let plan = plan(&drafts);
        let network = Network::of(&plan, Track::Planned);
        let end = last_end(&plan, drafts.len(), &[]);
        for float in &Critical::of(&plan, Track::Planned).items {
            let slipped = |days| [(float.id.clone(), float.span.moved(days))];
            let end_after = |days| last_end(&plan, drafts.len(), &slipped(days));
            prop_assert!(0 <= float.free && float.free <= float.total);
            // What loses a day at its end on which nobody works may even end earlier.
            let is_well = |days| end_after(days).is_some_and(|after| Some(after) <= end);
            prop_assert!(is_well(float.total), "{:?}", float);
            prop_assert!(!is_well(float.total + 1), "{:?}", float);
            // Free float moves nothing else, and a day more does, or breaks something.
            let pushed = network.pushed(&slipped(float.free));
            prop_assert!(pushed.moves.is_empty() && pushed.conflicts.is_empty(), "{:?}", float);
            let pushed = network.pushed(&slipped(float.free + 1));
            let moves = !pushed.moves.is_empty() || !pushed.conflicts.is_empty();
            prop_assert!(moves || float.free == float.total, "{:?}", float);
        }
    }

    /// Whatever is broken or fixed in it.
    #[test]
    fn odds_without_spread_are_the_plan(drafts in drafts(12), forecast in any::<bool>()) {
        let mut plan = plan(&drafts);
        for (number, draft) in drafts.iter().enumerate() {
            // Where a calendar counts, estimates are in its days.
            let counts = !draft.calendar && !draft.moves;
            let days = draft.days as u32;
            let days = ThreePoint { low: days, likely: days, high: days, ..Default::default() };
            let command = Command::set_timing(&plan, &id(number), |timing| {
                timing.duration_days = counts.then_some(days);
            });
            plan.apply(command.unwrap()).unwrap();
        }
        let schedule = schedule(&plan);
        let track = if forecast { Track::Forecast } else { Track::Planned };
        let odds = odds(&schedule, track, 100, 1, 1);
        prop_assert!(odds.spreads.is_empty());
        for item in &odds.items {
            let end = schedule.span(track, &item.id).unwrap().end;
            prop_assert_eq!((Some(item.p50), Some(item.p80)), (end, end));
        }
    }

    #[test]
    fn the_number_of_threads_makes_no_difference(drafts in drafts(10), seed in any::<u64>()) {
        let mut plan = plan(&drafts);
        for (number, draft) in drafts.iter().enumerate().filter(|(n, _)| n % 2 == 0) {
            let days = draft.days as u32;
            let days = ThreePoint { low: days, likely: days + 2, high: 3 * days + 9, ..Default::default() };
            let command = Command::set_timing(&plan, &id(number), |t| t.duration_days = Some(days));
            plan.apply(command.unwrap()).unwrap();
        }
        let schedule = schedule(&plan);
        let one = odds(&schedule, Track::Planned, 150, seed, 1);
        for threads in [2, 7] {
            let mut many = odds(&schedule, Track::Planned, 150, seed, threads);
            many.options.threads = 1;
            prop_assert_eq!(&many, &one);
        }
    }
}

fn odds(schedule: &Schedule, track: Track, runs: u32, seed: u64, threads: usize) -> Odds {
    let options = OddsOptions { track, runs, seed, threads, open_restrictions: true };
    Odds::of(schedule, options, &|_| true).unwrap()
}

/// Items in a row, each after the one before it, whose lengths are triangles with
/// these corners. Every one is planned as short as it can be, so that nothing waits
/// for its planned day.
fn chain(links: usize, low: i64, likely: i64, high: i64) -> Plan {
    let item = |number: usize| {
        let start = 1 + number as i64 * low;
        let links = if number == 0 { vec![] } else { vec![(number - 1, 0, 0)] };
        let (pinned, actual, calendar, moves) = Default::default();
        let (not_before, deadline) = (None, None);
        Draft { start, days: low, pinned, actual, calendar, moves, not_before, deadline, links }
    };
    let mut plan = plan(&(0..links).map(item).collect::<Vec<_>>());
    let [low, likely, high] = [low, likely, high].map(|days| days as u32);
    for number in 0..links {
        let days = ThreePoint { low, likely, high, ..Default::default() };
        let command = Command::set_timing(&plan, &id(number), |t| t.duration_days = Some(days));
        plan.apply(command.unwrap()).unwrap();
    }
    plan
}

/// The sum of n triangles (a, c, b) has the mean n (a + b + c) / 3 and the variance
/// n (a² + b² + c² − ab − ac − bc) / 18, to which rounding each to whole days adds
/// n / 12; for many of them it is a normal distribution.
#[test]
fn a_chain_ends_when_theory_says() {
    const RUNS: u32 = 20_000;
    for (links, low, likely, high) in [(12, 10, 20, 30), (40, 5, 10, 15), (60, 10, 12, 30)] {
        let [n, a, c, b] = [links as i64, low, likely, high].map(|figure| figure as f64);
        let mean = n * (a + b + c) / 3.0;
        let spread = (a * a + b * b + c * c - a * b - a * c - b * c) / 18.0 + 1.0 / 12.0;
        let deviation = (n * spread).sqrt();
        // The third moment of a skewed triangle, by which the median lies off the mean.
        let third =
            2.0_f64.sqrt() / 5.0 * (a + b - 2.0 * c) * (2.0 * a - b - c) * (a - 2.0 * b + c);
        let width = (a * a + b * b + c * c - a * b - a * c - b * c).powf(1.5);
        let skew = third / width / n.sqrt();
        let found = odds(&schedule(&chain(links, low, likely, high)), Track::Planned, RUNS, 7, 2);
        // Four standard errors of a quantile, and half a day for whole days.
        let error = |share: f64, density: f64| {
            0.5 + 4.0 * deviation * (share * (1.0 - share) / f64::from(RUNS)).sqrt() / density
        };
        for (percent, z, density) in [(50, 0.0, 0.3989), (80, 0.8416, 0.2800)] {
            // Cornish and Fisher: the quantile of a slightly skewed sum.
            let expect = mean + deviation * (z + skew * (z * z - 1.0) / 6.0);
            let days = found.end.percentile(percent).unwrap() - day(0);
            let off = (days as f64 - expect).abs();
            let bound = error(percent as f64 / 100.0, density);
            assert!(off <= bound, "P{percent} of {links}: {days}, {expect:.2} ± {bound:.2}");
        }
        // All weigh alike: their correlation with the sum is 1 / √n.
        for driver in &found.drivers {
            assert!((driver.weight - 1.0 / n.sqrt()).abs() < 0.03, "{driver:?}");
            // A run in which an item is as short as planned puts off nothing.
            assert!(driver.criticality > 0.99, "{driver:?}");
        }
        assert_eq!(found.drivers.len(), links);
    }
}

#[test]
fn runs_can_be_watched_and_stopped() {
    let schedule = schedule(&chain(5, 10, 20, 30));
    for threads in [1, 2] {
        let (track, open_restrictions) = (Track::Planned, true);
        let options = OddsOptions { track, runs: 1_000, seed: 1, threads, open_restrictions };
        assert_eq!(Odds::of(&schedule, options, &|_| false), None);
        assert_eq!(Odds::of(&schedule, options, &|done| done < 500), None);
        let most = AtomicU32::new(0);
        let watch = |done| most.fetch_max(done, Ordering::Relaxed) <= 1_000;
        assert!(Odds::of(&schedule, options, &watch).is_some());
        assert_eq!(most.into_inner(), 1_000);
    }
}
