//! What holds for the schedule of any plan, however broken.

use std::collections::BTreeMap;
use std::sync::Arc;

use decamp::calendar::{Day, Moment, Span};
use decamp::geo::LonLat;
use decamp::plan::edit::Command;
use decamp::plan::*;
use decamp::schedule::{
    Code, Holdings, Problem, Routes, Schedule, Severity, Snapshot, TotalsNow, Track,
};
use decamp::theatre::Theatre;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

const SITES: [&str; 5] = ["gao", "kidal", "ber", "out", "missing"];
const NEEDS: [&str; 4] = ["escort", "air-support", "evacuation", "hrddp"];
const UNITS: [&str; 4] = ["u0", "u1", "u2", "missing"];

fn first_day() -> Day {
    Day::from_ymd(2023, 7, 1).unwrap()
}

/// Mostly days of two months, now and then the ends of the calendar's range.
fn any_day() -> impl Strategy<Value = Day> {
    prop_oneof![
        60 => (0..60_i64).prop_map(|n| first_day() + n),
        1 => Just(first_day() - 4000),
        1 => Just(first_day() + 4000),
    ]
}

fn any_span() -> impl Strategy<Value = Span> {
    let ordered = (any_day(), 0..20_i64).prop_map(|(start, n)| (Some(start), Some(start + n)));
    prop_oneof![
        6 => ordered,
        1 => (option::of(any_day()), option::of(any_day())),
    ]
    .prop_map(|(start, end)| Span::new(start, end))
}

fn any_timing() -> impl Strategy<Value = Timing> {
    let actual = (option::of(any_day()), option::of(any_day()), option::weighted(0.1, any_day()))
        .prop_map(|(start, end, cancelled)| Actual { start, end, cancelled, ..Actual::default() });
    let lag = prop_oneof![8 => -5..5_i64, 1 => any::<i64>()];
    let link = (0..13_usize, 0..5_usize, lag).prop_map(|(other, kind, lag_days)| Link {
        kind: LinkType::from_word(["FS", "SS", "FF", "SF", "XX"][kind]),
        lag_days,
        ..Link::finish_start(Id::new(&format!("i{other}")).unwrap())
    });
    (option::weighted(0.9, any_span()), option::weighted(0.3, actual), vec(link, 0..3))
        .prop_map(|(planned, actual, after)| Timing { planned, actual, after, ..Timing::default() })
}

fn any_materiel() -> impl Strategy<Value = Quantities> {
    let kind = prop_oneof![Just("vehicles"), Just("tonnes"), Just("kites")];
    vec((kind, 0..40_u64), 0..3)
        .prop_map(|some| some.into_iter().map(|(kind, n)| (kind.to_string(), n)).collect())
}

fn any_site_id() -> impl Strategy<Value = SiteId> {
    // Missing sites are rare, or nothing would ever move.
    (0..20_usize).prop_map(|n| SiteId::new(SITES[if n == 19 { 4 } else { n % 4 }]).unwrap())
}

fn any_unit() -> impl Strategy<Value = Unit> {
    let words = (0..5_usize, 0..3_usize, 0..UnitKind::KNOWN.len());
    (option::weighted(0.8, any_site_id()), 0..300_u64, any_materiel(), words).prop_map(
        |(site, personnel, materiel, (category, role, kind))| Unit {
            id: UnitId::new("u").unwrap(),
            name: Text::default(),
            contributor: None,
            category: Category::from_word(
                ["military", "police", "civilian", "stores", "choir"][category],
            ),
            kind: UnitKind::KNOWN[kind].clone(),
            role: UnitRole::from_word(["operations", "guard", "rear-party"][role]),
            part_of: None,
            owner: None,
            site,
            personnel,
            materiel,
            basis: Vec::new(),
            extra: Extra::default(),
        },
    )
}

fn any_activity() -> impl Strategy<Value = Activity> {
    (any_site_id(), 0..ActivityKind::KNOWN.len(), any_timing()).prop_map(|(site, kind, timing)| {
        Activity {
            id: ActivityId::new("i").unwrap(),
            site: Some(site),
            sector: None,
            kind: ActivityKind::KNOWN[kind].clone(),
            name: None,
            phase: None,
            to: None,
            timing,
            calendar: None,
            basis: Vec::new(),
            extra: Extra::default(),
        }
    })
}

fn any_movement() -> impl Strategy<Value = Movement> {
    let load = (0..16_usize, option::of(0..200_u64), option::of(any_materiel())).prop_map(
        |(unit, personnel, materiel)| Load {
            unit: UnitId::new(UNITS[if unit == 15 { 3 } else { unit % 3 }]).unwrap(),
            personnel,
            materiel,
            extra: Extra::default(),
        },
    );
    let kinds = 0..MovementKind::KNOWN.len();
    let places = (any_site_id(), option::weighted(0.9, any_site_id()));
    let stop = (any_site_id(), option::of(any_day()), option::of(any_day()))
        .prop_map(|(site, start, end)| Stop { site, start, end, extra: Extra::default() });
    let loads = (vec(load, 0..4), vec(stop, 0..3));
    let loads = (loads, any::<bool>(), vec(0..4_usize, 0..3));
    (places, kinds, any_timing(), option::of(0..9_u32), loads).prop_map(
        |((from, to), kind, timing, trip_days, ((loads, stops), by_road, needs))| Movement {
            id: MovementId::new("i").unwrap(),
            kind: MovementKind::KNOWN[kind].clone(),
            name: None,
            from,
            to,
            to_options: Vec::new(),
            mode: Some(if by_road { Mode::Road } else { Mode::Air }),
            phase: None,
            timing,
            trip_days,
            loads,
            convoy: by_road.then(|| if needs.len() > 1 { "north" } else { "south" }.to_string()),
            route: None,
            stops,
            distance_km: None,
            disposition: None,
            recipient: None,
            needs: needs.into_iter().map(|n| NEEDS[n].to_string()).collect(),
            basis: Vec::new(),
            extra: Extra::default(),
        },
    )
}

fn any_limit() -> impl Strategy<Value = Limit> {
    let kinds = 0..LimitKind::KNOWN.len();
    (kinds, option::of(any_day()), option::of(0..300_u64), any_materiel(), option::of(any_span()))
        .prop_map(|(kind, date, max, per_day, span)| Limit {
            id: LimitId::new("l").unwrap(),
            kind: LimitKind::KNOWN[kind].clone(),
            name: None,
            date,
            max,
            mode: None,
            per_day,
            activity: Some(ActivityKind::Closure),
            days: max.map(|max| max as u32),
            who: Some(Selector::default()),
            except: Some(Selector::default()),
            place: None,
            span,
            basis: Vec::new(),
            extra: Extra::default(),
        })
}

fn any_restriction() -> impl Strategy<Value = Item> {
    let kinds = 0..RestrictionKind::KNOWN.len();
    (kinds, option::of(any_span()), option::of(any_span()), any_site_id(), any::<bool>()).prop_map(
        |(kind, planned, actual, site, by_air)| {
            Item::from(Restriction {
                id: RestrictionId::new("r").unwrap(),
                kind: RestrictionKind::KNOWN[kind].clone(),
                name: None,
                modes: if by_air { vec![Mode::Air] } else { vec![Mode::Road] },
                sites: vec![site],
                to_sites: Vec::new(),
                sectors: Vec::new(),
                factor: Some(2.0),
                planned,
                actual,
                basis: Vec::new(),
                extra: Extra::default(),
            })
        },
    )
}

fn any_report() -> impl Strategy<Value = Item> {
    (any_day(), 0..300_u64, vec(any_site_id(), 0..2), any::<bool>()).prop_map(
        |(date, people, sites, has_left)| {
            Item::from(Report {
                id: ReportId::new("q").unwrap(),
                date: Some(date),
                measure: if has_left { Measure::Departed } else { Measure::Present },
                personnel: [("total".to_string(), people)].into(),
                materiel: [("vehicles".to_string(), people / 10)].into(),
                sites,
                approx: false,
                basis: Vec::new(),
                extra: Extra::default(),
            })
        },
    )
}

fn any_count() -> impl Strategy<Value = Item> {
    (0..3_usize, 0..300_u64).prop_map(|(of, value)| {
        Item::from(Count {
            id: CountId::new("k").unwrap(),
            of: ["sites", "personnel", "vehicles"][of].to_string(),
            value: Some(value),
            place: None,
            basis: Vec::new(),
            extra: Extra::default(),
        })
    })
}

/// Links may hang on it.
fn any_event() -> impl Strategy<Value = Item> {
    option::of(any_day()).prop_map(|date| {
        Item::from(Event {
            id: EventId::new("i12").unwrap(),
            kind: EventKind::KNOWN[0].clone(),
            name: Text::default(),
            date,
            until: None,
            site: None,
            movement: None,
            place: None,
            symbolic: false,
            basis: Vec::new(),
            extra: Extra::default(),
        })
    })
}

fn any_task() -> impl Strategy<Value = Item> {
    option::of(any_day()).prop_map(|due| {
        Item::from(Task {
            id: TaskId::new("t").unwrap(),
            name: Text::default(),
            mandate: Vec::new(),
            recipients: Vec::new(),
            status: None,
            needs: None,
            gap_usd: None,
            due,
            fund: None,
            sites: Vec::new(),
            activities: Vec::new(),
            basis: Vec::new(),
            extra: Extra::default(),
        })
    })
}

/// Of each kind that has no numbers in the index at most one.
fn any_others() -> BoxedStrategy<Vec<Item>> {
    let most = 0.8;
    let some = (
        option::weighted(most, any_restriction()),
        option::weighted(most, any_report()),
        option::weighted(most, any_count()),
        option::weighted(most, any_event()),
        option::weighted(most, any_task()),
    );
    some.prop_map(|(a, b, c, d, e)| [a, b, c, d, e].into_iter().flatten().collect()).boxed()
}

fn sites() -> impl Iterator<Item = Item> {
    SITES[..4].iter().enumerate().map(|(n, id)| {
        Item::from(Site {
            id: SiteId::new(id).unwrap(),
            place: Some(LonLat::new(n as f64 - 3.0, 15.0 + (n % 2) as f64).unwrap()),
            name: Text::default(),
            aliases: Vec::new(),
            kind: if *id == "out" { SiteKind::Exit } else { SiteKind::Camp },
            sector: None,
            part_of: None,
            roles: if *id == "gao" { vec![SiteRole::LiquidationHub] } else { Vec::new() },
            tags: Vec::new(),
            accuracy_km: None,
            capacity: BTreeMap::new(),
            basis: Vec::new(),
            extra: Extra::default(),
            feature_extra: Extra::default(),
        })
    })
}

/// Small, and as broken as an edited plan can be: circles of links, references
/// to nothing, reversed and open spans, lags beyond all reason.
///
/// Boxed: the types of what makes it are too large for the stack of a debug build.
fn any_plan() -> BoxedStrategy<Plan> {
    let items = (
        vec(any_unit().boxed(), 3),
        vec(any_activity().boxed(), 0..4),
        vec(any_movement().boxed(), 0..8),
        vec(any_limit().boxed(), 0..3),
        (option::of(any_day()), any_others()),
    );
    items
        .prop_map(|(units, activities, movements, limits, (as_of, others))| {
            let id = |prefix: &str, n: usize| Id::new(&format!("{prefix}{n}")).unwrap();
            let mut items: Vec<Item> = sites().collect();
            for (n, it) in units.into_iter().enumerate() {
                items.push(Unit { id: id("u", n).into(), ..it }.into());
            }
            // Activities and movements share one numbering, so that links find both.
            let first = activities.len();
            for (n, it) in activities.into_iter().enumerate() {
                items.push(Activity { id: id("i", n).into(), ..it }.into());
            }
            for (n, it) in movements.into_iter().enumerate() {
                items.push(Movement { id: id("i", first + n).into(), ..it }.into());
            }
            for (n, it) in limits.into_iter().enumerate() {
                items.push(Limit { id: id("l", n).into(), ..it }.into());
            }
            items.extend(others);
            let horizon = Span::new(Some(first_day()), Some(first_day() + 70));
            Plan::from_parts(Header { horizon, as_of, ..Header::default() }, items).unwrap()
        })
        .boxed()
}

/// What may be done to a plan: an item of another plan put into it, in place of the
/// one with its id where there is one; an item taken out; its sites and header.
fn any_edit() -> impl Strategy<Value = Vec<Command>> {
    let put = (any_plan(), any::<prop::sample::Index>()).prop_map(|(donor, which)| {
        let items: Vec<Item> = donor.items().collect();
        Command::put(which.get(&items).clone())
    });
    let header = any_plan().prop_map(|donor| Command::SetHeader(Arc::new(donor.header().clone())));
    let remove = (0..14_usize).prop_map(|n| {
        let kinds = [Kind::Movement, Kind::Activity, Kind::Unit, Kind::Limit];
        let (kind, prefix) = (kinds[n % 4], ["i", "i", "u", "l"][n % 4]);
        Command::Remove { kind, id: Id::new(&format!("{prefix}{}", n / 4)).unwrap() }
    });
    let site =
        (0..4_usize, any::<bool>(), 0..200_u64, 0..9_u32).prop_map(|(n, exit, most, lat)| {
            let Some(Item::Site(site)) = sites().nth(n) else { unreachable!("sites alone") };
            let mut site = (*site).clone();
            site.kind = if exit { SiteKind::Exit } else { SiteKind::Camp };
            site.roles = if lat < 5 { vec![SiteRole::ReceivingHub] } else { Vec::new() };
            site.capacity = [("personnel".to_string(), most)].into();
            site.place = LonLat::new(0.5, 10.0 + f64::from(lat)).ok();
            Command::put(site)
        });
    let other = prop_oneof![any_restriction(), any_report(), any_count(), any_event(), any_task()];
    let other = other.prop_map(Command::put);
    vec(prop_oneof![12 => put, 3 => other, 2 => site, 1 => remove, 1 => header], 1..3)
}

/// All that can be asked of a schedule.
fn assert_same(found: &Schedule, expect: &Schedule, routes: &Routes) {
    for track in Track::ALL {
        assert_eq!(found.problems(track), expect.problems(track));
        assert_eq!(found.strength(track), expect.strength(track));
        assert_eq!(found.opening(track), expect.opening(track));
        assert_eq!(found.opening_day(track), expect.opening_day(track));
        let days = (-2..72).map(|n| first_day() + n).chain([Day::MIN, Day::MAX]);
        for day in days {
            let moment = Moment::close_of(day).plus(0.5);
            assert_eq!(found.snapshot(track, moment), expect.snapshot(track, moment), "{moment}");
        }
        for movement in expect.plan().movements().iter() {
            assert_eq!(found.span(track, &movement.id), expect.span(track, &movement.id));
            assert_eq!(found.moved(track, &movement.id), expect.moved(track, &movement.id));
            assert_eq!(found.line(&movement.id), routes.line(movement));
        }
    }
}

/// A plan whose figures are all as large as a file may give them, or larger.
fn huge(plan: &Plan, figure: u64) -> Plan {
    let all = |some: &Quantities| some.keys().map(|kind| (kind.clone(), figure)).collect();
    let items = plan.items().map(|item| match item {
        Item::Unit(it) => {
            Unit { personnel: figure, materiel: all(&it.materiel), ..(*it).clone() }.into()
        }
        Item::Movement(it) => {
            let load = |load: &Load| Load {
                personnel: load.personnel.map(|_| figure),
                materiel: load.materiel.as_ref().map(all),
                ..load.clone()
            };
            Movement { loads: it.loads.iter().map(load).collect(), ..(*it).clone() }.into()
        }
        Item::Limit(it) => {
            let max = it.max.map(|max| if max % 2 == 0 { 0 } else { figure });
            Limit { max, days: Some(u32::MAX), per_day: all(&it.per_day), ..(*it).clone() }.into()
        }
        other => other,
    });
    Plan::from_parts(plan.header().clone(), items.collect::<Vec<_>>()).unwrap()
}

/// Every kind of thing that is counted: categories of people, kinds of materiel.
fn kinds(holdings: &Holdings) -> Vec<u64> {
    let people = &holdings.personnel;
    let people = [people.military, people.police, people.civilian, people.other];
    people.into_iter().chain(holdings.materiel.iter().map(|(_, amount)| amount)).collect()
}

fn add(a: Vec<u64>, b: Vec<u64>) -> Vec<u64> {
    a.iter().zip(&b).map(|(a, b)| a + b).collect()
}

/// Opening + entered = present + moving + departed + disposed, for every kind.
fn assert_adds_up(opening: &TotalsNow, now: &TotalsNow, at: &str) {
    let sum = |parts: &[&Holdings]| parts.iter().map(|part| kinds(part)).reduce(add);
    let known = sum(&[&opening.present, &now.entered]);
    let found = sum(&[&now.present, &now.moving, &now.departed, &now.disposed]);
    assert_eq!(known, found, "{at}");
}

/// What is at sites, with units and in batches is what the totals say.
fn assert_agrees(snapshot: &Snapshot, plan: &Plan) {
    let at_sites = snapshot.sites.iter().map(|site| kinds(&site.holdings)).reduce(add);
    assert_eq!(at_sites.unwrap(), kinds(&snapshot.totals.present));
    let batches = snapshot.movements.iter().flat_map(|movement| &movement.batches);
    let moving = batches.map(|batch| kinds(&batch.holdings)).reduce(add);
    let moving_total = kinds(&snapshot.totals.moving);
    assert_eq!(moving.unwrap_or(vec![0; moving_total.len()]), moving_total);
    let mut present = 0;
    for unit in &snapshot.units {
        let at: u64 = unit.at.iter().map(|(_, people)| people).sum();
        let whole = plan.units().get(&unit.id).unwrap().personnel;
        assert!(at + unit.moving + unit.departed <= whole, "{}", unit.id);
        present += at;
    }
    assert_eq!(present, snapshot.totals.present.personnel.total());
}

/// The number and progress of each batch under way, by movement.
fn batches(snapshot: &Snapshot) -> Vec<Vec<(i64, f64)>> {
    let of_one = |movement: &decamp::schedule::MovementNow| {
        movement.batches.iter().map(|batch| (batch.number, batch.progress)).collect()
    };
    snapshot.movements.iter().map(of_one).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_ledger_adds_up_at_every_moment(plan in any_plan()) {
        let plan = Arc::new(plan);
        let schedule = Schedule::of(&plan, &Routes::default());
        for track in Track::ALL {
            let opening = schedule.opening(track);
            let days = (-5..75).map(|n| first_day() + n);
            let days = days.chain([Day::MIN, schedule.opening_day(track) - 1, Day::MAX]);
            for day in days {
                for moment in [Moment::close_of(day), Moment::close_of(day).plus(0.5)] {
                    let snapshot = schedule.snapshot(track, moment);
                    assert_adds_up(&opening, &snapshot.totals, &moment.to_string());
                    assert_agrees(&snapshot, &plan);
                }
            }
            for (day, now) in schedule.strength(track) {
                assert_adds_up(&opening, &now, &day.to_string());
            }
            let residual = |p: &&Arc<Problem>| p.code == Code::LedgerResidual;
            prop_assert_eq!(schedule.problems(track).iter().find(residual), None);
        }
    }

    /// Tests check for overflow, so that adding up is all there is to do.
    #[test]
    fn figures_beyond_measure_overflow_nothing(
        plan in any_plan(),
        figure in prop_oneof![Just(1_000_000_000_000_u64), Just(u64::MAX)],
    ) {
        let plan = Arc::new(huge(&plan, figure));
        let schedule = Schedule::of(&plan, &Routes::default());
        for track in Track::ALL {
            let opening = schedule.opening(track);
            for (day, now) in schedule.strength(track) {
                assert_adds_up(&opening, &now, &day.to_string());
            }
            let residual = |p: &&Arc<Problem>| p.code == Code::LedgerResidual;
            prop_assert_eq!(schedule.problems(track).iter().find(residual), None);
            let told = schedule.problems(track).iter().any(|p| p.code == Code::HugeFigure);
            prop_assert_eq!(told, figure == u64::MAX);
        }
    }

    #[test]
    fn a_batch_moves_without_jumps(plan in any_plan(), track in 0..2_usize) {
        const STEP_DAYS: f64 = 1.0 / 8.0;
        // A trip takes a day at least, and so does the way between two rests.
        const MOST: f64 = STEP_DAYS + 1e-9;
        let routes = Routes::of(&plan, &Theatre::world());
        let schedule = Schedule::of(&Arc::new(plan), &routes);
        let start = Moment::beginning_of(first_day());
        let mut before: Option<Vec<Vec<(i64, f64)>>> = None;
        for step in 0..(70 * 8) {
            let moment = start.plus(f64::from(step) * STEP_DAYS);
            let snapshot = schedule.snapshot(Track::ALL[track], moment);
            for movement in &snapshot.movements {
                let line = schedule.line(&movement.id);
                for batch in &movement.batches {
                    prop_assert_eq!(batch.position, line.map(|line| line.at(batch.progress)));
                }
            }
            let now = batches(&snapshot);
            for (old, new) in before.iter().flatten().zip(&now) {
                for (number, progress) in new {
                    // One that was not there has just left.
                    let old = old.iter().find(|batch| batch.0 == *number).map_or(0.0, |b| b.1);
                    // It is at 1 already while it rests at its destination.
                    prop_assert!((0.0..=1.0).contains(progress));
                    prop_assert!((0.0..=MOST).contains(&(progress - old)));
                }
                // One that is there no longer had all but arrived.
                for (_, progress) in old.iter().filter(|o| new.iter().all(|n| n.0 != o.0)) {
                    prop_assert!(*progress >= 1.0 - MOST);
                }
            }
            before = Some(now);
        }
    }

    #[test]
    fn a_schedule_is_the_same_each_time(plan in any_plan()) {
        let plan = Arc::new(plan);
        let one = Schedule::of(&plan, &Routes::default());
        let other = Schedule::of(&plan, &Routes::default());
        let moment = Moment::close_of(first_day() + 20);
        for track in Track::ALL {
            prop_assert_eq!(one.snapshot(track, moment), other.snapshot(track, moment));
            prop_assert_eq!(one.problems(track), other.problems(track));
        }
    }

    /// However a plan was edited, what follows from it is as if it had just been opened.
    #[test]
    fn after_any_edits_a_schedule_is_that_of_the_plan(
        plan in any_plan(),
        edits in vec(any_edit(), 1..8),
    ) {
        let theatre = Theatre::world();
        let mut plan = Arc::new(plan);
        let mut routes = Routes::of(&plan, &theatre);
        let mut schedule = Schedule::of(&plan, &routes);
        for edit in edits {
            let mut edited = (*plan).clone();
            for command in edit {
                // Another kind of item may have the id, or there is nothing to remove.
                let _ = edited.apply(command);
            }
            let edited = Arc::new(edited);
            routes = Routes::after(&routes, &plan, &edited, &theatre);
            schedule = Schedule::after(&schedule, &edited, &routes);
            let expect = Routes::of(&edited, &theatre);
            assert_same(&schedule, &Schedule::of(&edited, &expect), &expect);
            plan = edited;
        }
    }

    /// But for what is wrong with the plan as it is written.
    #[test]
    fn in_the_forecast_deviations_are_no_errors(plan in any_plan()) {
        let schedule = Schedule::of(&Arc::new(plan), &Routes::default());
        for problem in schedule.problems(Track::Forecast) {
            let of_plan = matches!(
                problem.code,
                Code::UnknownReference | Code::EndBeforeStart | Code::CyclicLinks
            );
            prop_assert!(of_plan || problem.severity > Severity::Error, "{:?}", problem);
        }
    }

    /// A site's state never depends on the moments looked at before.
    #[test]
    fn a_site_has_a_state_at_any_moment(plan in any_plan(), days in -1e7..1e7_f64) {
        let schedule = Schedule::of(&Arc::new(plan), &Routes::default());
        let snapshot = schedule.snapshot(Track::Forecast, Moment::from_days(days));
        for site in &snapshot.sites {
            let state = schedule.site_state(Track::Forecast, &site.id, snapshot.moment);
            prop_assert_eq!(state, Some(site.state));
        }
    }
}
