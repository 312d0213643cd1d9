//! What a snapshot shows, and its JSON.

use serde_json::json;

use crate::calendar::Moment;
use crate::plan::{Movement, MovementId, SiteId, Stop, Unit};
use crate::schedule::testing::{close, day, schedule};
use crate::schedule::{MovementState, Routes, Schedule, Track};

const PLAN: &str = "site ber\nsite gao\nexit out\nphase one 1..9\nphase two 10..\nphase undated ..\n\
                    unit a ber 100 vehicles=6\nunit p ber 40 category=police containers=3\n\
                    unit c gao 30 category=civilian\n\
                    move m ber>gao 3..7 trip=2 a:* p:20,containers=1\n\
                    move n gao>out 5.. c:*\nmove o gao>out - actual=2..3 c:10\n\
                    act x closure ber 3..8\nact y handover ber 9..9";

fn json(schedule: &Schedule, moment: Moment) -> serde_json::Value {
    serde_json::to_value(schedule.snapshot(Track::Planned, moment)).unwrap()
}

#[test]
fn a_snapshot_is_printed_in_the_shape_of_the_format() {
    let found = json(&schedule(PLAN), close(3));
    let none = |n: u64| json!({ "military": n, "police": 0, "civilian": 0 });
    let holdings = |military: u64, police: u64, civilian: u64, vehicles: u64, containers: u64| {
        json!({
            "personnel": { "military": military, "police": police, "civilian": civilian },
            "materiel": { "vehicles": vehicles, "containers": containers },
        })
    };
    let site = |id: &str, state: &str, mut holdings: serde_json::Value| {
        let members = holdings.as_object_mut().unwrap();
        let mut site = json!({ "id": id, "state": state });
        site.as_object_mut().unwrap().append(members);
        site
    };
    let expect = json!({
        "date": "2023-07-03",
        "track": "planned",
        "phases": ["one"],
        "sites": [
            site("ber", "closing", holdings(75, 35, 0, 5, 3)),
            site("gao", "open", holdings(0, 0, 30, 0, 0)),
            site("out", "open", holdings(0, 0, 0, 0, 0)),
        ],
        "units": [
            { "id": "a", "at": { "ber": 75 }, "moving": 25, "departed": 0 },
            { "id": "c", "at": { "gao": 30 }, "moving": 0, "departed": 0 },
            { "id": "p", "at": { "ber": 35 }, "moving": 5, "departed": 0 },
        ],
        "movements": [
            { "id": "m", "state": "under-way", "batches": [{
                "progress": 0.5,
                "position": null,
                "personnel": { "military": 25, "police": 5 },
                "materiel": { "vehicles": 1 },
            }] },
            { "id": "n", "state": "planned", "batches": [] },
            { "id": "o", "state": "absent", "batches": [] },
        ],
        "totals": {
            "present": holdings(75, 35, 30, 5, 3),
            "moving": holdings(25, 5, 0, 1, 0),
            "departed": holdings(0, 0, 0, 0, 0),
            "disposed": holdings(0, 0, 0, 0, 0),
        },
    });
    assert_eq!(none(0), expect["totals"]["departed"]["personnel"]);
    // As text, so that the order of the members counts.
    assert_eq!(found.to_string(), expect.to_string());
}

#[test]
fn a_moment_within_a_day_has_departures_and_no_arrivals() {
    let schedule = schedule(PLAN);
    let m = MovementId::new("m").unwrap();
    for (moment, expect) in [
        (close(2), ("planned", vec![])),
        (close(2).plus(0.5), ("under-way", vec![(1, 0.25)])),
        (close(3), ("under-way", vec![(1, 0.5)])),
        (close(3).plus(0.5), ("under-way", vec![(1, 0.75), (2, 0.25)])),
        (close(4), ("under-way", vec![(2, 0.5)])),
        (close(6).plus(0.5), ("under-way", vec![(4, 0.75)])),
        (close(7), ("over", vec![])),
    ] {
        let snapshot = schedule.snapshot(Track::Planned, moment);
        let movement = snapshot.movement(&m).unwrap();
        let batches: Vec<_> = movement.batches.iter().map(|b| (b.number, b.progress)).collect();
        assert_eq!((movement.state.as_word(), batches), expect, "{moment}");
    }
    let noon = json(&schedule, Moment::beginning_of(day(3)).plus(0.5));
    assert_eq!(noon["date"], "2023-07-03T12:00");
}

#[test]
fn parts_that_are_asked_for_are_those_of_the_whole() {
    let schedule = schedule(PLAN);
    let mut under_way = 0;
    for number in 0..12 {
        for moment in [close(number), close(number).plus(0.5)] {
            let now = schedule.now(Track::Planned, moment);
            let whole = schedule.snapshot(Track::Planned, moment);
            let is_under_way =
                |number: &usize| whole.movements[*number].state == MovementState::UnderWay;
            let expect: Vec<usize> = (0..whole.movements.len()).filter(is_under_way).collect();
            assert_eq!(now.under_way(), expect, "{moment}");
            under_way += expect.len();
            for (number, site) in whole.sites.iter().enumerate() {
                assert_eq!(now.site(&site.id).as_ref(), Some(site));
                assert_eq!(now.state_at(number), site.state);
            }
            for unit in &whole.units {
                assert_eq!(now.unit(&unit.id).as_ref(), Some(unit));
                assert_eq!(now.departed(&unit.id), unit.departed);
            }
            for movement in &whole.movements {
                assert_eq!(now.movement(&movement.id).as_ref(), Some(movement));
            }
            assert_eq!(now.totals(), whole.totals);
        }
    }
    assert!(under_way > 10, "{under_way} movements under way");
}

#[test]
fn phases_are_those_whose_span_holds_the_day() {
    let schedule = schedule("phase a 1..9\nphase b 5..12\nphase c 10..\nphase d ..\nphase e ..6");
    for (n, expect) in [(1, "a e"), (6, "a b e"), (9, "a b"), (10, "b c"), (50, "c")] {
        let phases = schedule.snapshot(Track::Planned, close(n)).phases;
        let found: Vec<&str> = phases.iter().map(|id| id.as_str()).collect();
        assert_eq!(found.join(" "), expect, "{n}");
    }
}

#[test]
fn people_of_unknown_categories_are_counted_too() {
    let schedule = schedule("site gao\nunit a gao 7 category=volunteers\nunit b gao 5");
    let found = json(&schedule, close(1));
    let expect = json!({ "military": 5, "police": 0, "civilian": 0, "other": 7 });
    assert_eq!(found["totals"]["present"]["personnel"], expect);
}

#[test]
fn figures_beyond_all_reason_do_no_harm() {
    let plan = crate::schedule::testing::plan(
        "site gao\nexit out\nunit a gao 1\nmove m gao>out 3..9 trip=2 a:*",
    );
    let mut edited = (*plan).clone();
    for name in ["a", "b", "c"] {
        let id = crate::plan::UnitId::new(name).unwrap();
        let unit = plan.units().iter().next().unwrap();
        let unit = Unit { id, personnel: u64::MAX, ..(**unit).clone() };
        edited.apply(crate::plan::edit::Command::put(unit)).unwrap();
    }
    let schedule = Schedule::of(&std::sync::Arc::new(edited), &Default::default());
    assert!(schedule.snapshot(Track::Planned, close(20)).totals.departed.personnel.total() > 0);
}

#[test]
fn strength_has_a_row_for_each_day_of_change() {
    let schedule =
        schedule("horizon 2..20\nsite gao\nexit out\nunit a gao 100\nmove m gao>out 5..6 a:40");
    let rows: Vec<_> = schedule
        .strength(Track::Planned)
        .iter()
        .map(|(at, t)| {
            let people = [&t.present, &t.moving, &t.departed].map(|h| h.personnel.total());
            (crate::schedule::testing::number(*at), people)
        })
        .collect();
    assert_eq!(rows, [(2, [100, 0, 0]), (5, [60, 40, 0]), (6, [60, 0, 40])]);
}

#[test]
fn what_a_movement_carries_a_day_is_known_while_it_is_under_way() {
    let schedule = schedule(
        "site gao\nexit out\nunit a gao 90 vehicles=6\nunit b gao 40\nunit c gao 3\n\
         move m gao>out 3..5 trip=1 a:*\nmove n gao>out 3..7 trip=4 b:*\nmove o gao>out 3..6 trip=1 c:2",
    );
    let a_day = |days: f64| {
        let moment = Moment::beginning_of(day(1)).plus(days);
        let snapshot = schedule.snapshot(Track::Planned, moment);
        let people = |holdings: &crate::schedule::Holdings| holdings.personnel.total();
        snapshot.movements.iter().map(|m| m.a_day.as_ref().map(people)).collect::<Vec<_>>()
    };
    // From within the first day on, also at a close, when the trips of the day are over.
    for days in [2.1, 2.9, 3.0, 3.5, 4.0, 4.9] {
        assert_eq!(a_day(days), [Some(30), Some(20), Some(1)], "{days}");
    }
    // The last batches of a movement are still on their way.
    assert_eq!(a_day(6.5), [None, Some(20), None]);
    assert_eq!([a_day(2.0), a_day(7.0)], [[None; 3], [None; 3]]);
}

#[test]
fn a_batch_stands_on_its_line_and_rests_at_stops() {
    let plan = crate::schedule::testing::plan(
        "site a at=0,0\nsite b at=1,0\nsite c at=4,0\nunit u a 10\nmove m a>c 1..10 mode=air u:*",
    );
    let movement = plan.movements().iter().next().unwrap();
    let stop = Stop {
        site: SiteId::new("b").unwrap(),
        start: Some(day(3)),
        end: Some(day(6)),
        extra: Default::default(),
    };
    let stopping = Movement { stops: vec![stop], ..(**movement).clone() };
    let mut edited = (*plan).clone();
    edited.apply(crate::plan::edit::Command::put(stopping)).unwrap();
    let routes = Routes::of(&edited, &crate::theatre::Theatre::world());
    for (plan, rows) in [
        (plan, [(1.0, 0.1), (2.0, 0.2), (5.0, 0.5), (8.0, 0.8)]),
        (std::sync::Arc::new(edited), [(1.0, 0.125), (2.0, 0.25), (5.0, 0.25), (8.0, 0.625)]),
    ] {
        let schedule = Schedule::of(&plan, &routes);
        for (days, expect) in rows {
            let moment = Moment::beginning_of(day(1)).plus(days);
            let snapshot = schedule.snapshot(Track::Planned, moment);
            let batch = &snapshot.movements[0].batches[0];
            assert!((batch.progress - expect).abs() < 1e-6, "{days}: {}", batch.progress);
            let position = batch.position.unwrap();
            assert!((position.lon() - 4.0 * expect).abs() < 1e-6, "{days}: {position:?}");
        }
    }
}
