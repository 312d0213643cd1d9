//! The strength curve of the bundled plan and of small plans.

mod golden_common;

use std::sync::Arc;

use decamp::calendar::{Day, Moment};
use decamp::draw::strength::{Curves, StrengthLook, ceilings, curve};
use decamp::draw::timeline::{Layout, TimeScale};
use decamp::draw::{Style, Theme};
use decamp::i18n::Lang;
use decamp::plan::Plan;
use decamp::scene::{Scene, dump};
use decamp::schedule::{Routes, Schedule, Track};
use decamp::theatre::Theatre;
use golden_common::Golden;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn layout(first: Day) -> Layout {
    let scale = TimeScale { first: first.number() as f64, per_day: 5.0 };
    Layout { width: 1280.0, height: 80.0, gutter: 280.0, scale, scroll: 0.0 }
}

fn bundled() -> (Arc<Plan>, Schedule) {
    let plan = Arc::new(decamp::file::bundled_plan().1.plan);
    let theatre = Theatre::bundled("mali").unwrap();
    let schedule = Schedule::of(&plan, &Routes::of(&plan, &theatre));
    (plan, schedule)
}

fn scene(plan: &Plan, curves: &Curves, track: Track, at: &str) -> Scene {
    curve(&StrengthLook {
        plan,
        curves,
        track,
        moment: Moment::close_of(day(at)),
        layout: &layout(plan.horizon().start()),
        style: &Style::of(Theme::Light),
        lang: Lang::Fr,
        hovered: None,
    })
}

#[test]
fn the_curve_of_the_bundled_plan_is_as_it_was() {
    let (plan, schedule) = bundled();
    let curves = Curves::of(&schedule);
    let mut golden = Golden::default();
    for track in Track::ALL {
        let drawn = dump(&scene(&plan, &curves, track, "2023-08-20"));
        golden.check(&format!("strength-{}.txt", track.as_word()), &drawn);
    }
    golden.finish();
}

#[test]
fn nobody_is_lost_along_the_curve() {
    let (plan, schedule) = bundled();
    let curves = Curves::of(&schedule);
    let horizon = plan.horizon();
    for track in Track::ALL {
        let opening = schedule.opening(track).present.personnel.total();
        let curve = curves.on(track);
        assert!(curve.at(horizon.start() + -1).is_none());
        for offset in 0..horizon.days() {
            let day = horizon.start() + offset;
            let totals = schedule.snapshot(track, Moment::close_of(day)).totals;
            let figures = curve.at(day).unwrap();
            let there = totals.present.personnel.total() + totals.moving.personnel.total();
            assert_eq!(figures.there.total(), there, "{track:?} {day}");
            let entered = totals.entered.personnel.total();
            assert_eq!(there + figures.departed.total(), opening + entered, "{track:?} {day}");
        }
    }
}

/// A camp of 100 soldiers, 30 police officers and 20 civilians; 40 soldiers leave
/// on 10 January.
fn small(limits: &str, reports: &str) -> (Arc<Plan>, Curves) {
    let unit = |category: &str, people: u64| {
        format!(
            r#"{{ "id": "{category}", "name": "x", "category": "{category}", "kind": "other", "site": "camp",
                "personnel": {people} }}"#
        )
    };
    let units = [unit("military", 100), unit("police", 30), unit("civilian", 20)].join(",");
    let text = format!(
        r#"{{ "format": "decamp-plan", "version": 1, "title": "x", "theatre": "world",
            "d_day": "2023-01-01",
            "horizon": {{ "start": "2023-01-01", "end": "2023-01-31" }},
            "sites": {{ "type": "FeatureCollection", "features": [
                {{ "type": "Feature", "id": "camp", "geometry": {{ "type": "Point", "coordinates": [1.0, 15.0] }},
                    "properties": {{ "name": "Camp", "kind": "camp" }} }},
                {{ "type": "Feature", "id": "out", "geometry": null,
                    "properties": {{ "name": "Out", "kind": "exit" }} }}
            ] }},
            "units": [{units}],
            "movements": [
                {{ "id": "leave", "kind": "repatriation", "from": "camp", "to": "out",
                    "mode": "air", "planned": {{ "start": "2023-01-10", "end": "2023-01-10" }},
                    "loads": [{{ "unit": "military", "personnel": 40 }}] }}
            ],
            "limits": [{limits}], "reports": [{reports}] }}"#
    );
    let opened = decamp::file::read(text.as_bytes());
    let plan = Arc::new(opened.expect("the small plan is read").plan);
    let schedule = Schedule::of(&plan, &Routes::default());
    (plan, Curves::of(&schedule))
}

#[test]
fn reports_lie_where_they_can_be_compared() {
    for (report, expect) in [
        (r#""measure": "present", "personnel": { "total": 120 }"#, Some(120)),
        (r#""measure": "departed", "personnel": { "total": 35 }"#, Some(115)),
        (r#""measure": "departed", "personnel": { "uniformed": 35 }"#, Some(95)),
        (r#""measure": "departed", "personnel": { "military": 50 }"#, Some(50)),
        (r#""measure": "present", "personnel": { "military": 90, "police": 9 }"#, Some(99)),
        // Police officers alone do not stand on the axis.
        (r#""measure": "present", "personnel": { "police": 9 }"#, None),
        (r#""measure": "departed", "personnel": { "total": 151 }"#, None),
        (r#""measure": "present", "sites": ["camp"], "personnel": { "total": 9 }"#, None),
        (r#""measure": "present""#, None),
    ] {
        let report = format!(r#"{{ "id": "r", "date": "2023-01-15", {report} }}"#);
        let (_, curves) = small("", &report);
        let there: Vec<u64> =
            curves.on(Track::Planned).reports.iter().map(|report| report.there).collect();
        assert_eq!(there, Vec::from_iter(expect), "{report}");
    }
}

#[test]
fn ceilings_stand_on_what_is_below_them() {
    for (limit, line, excess) in [
        (r#""max": 90, "who": { "categories": ["military"] }"#, Some(90), Some(10)),
        (r#""max": 100, "who": { "categories": ["military"] }"#, Some(100), None),
        (r#""max": 25, "who": { "categories": ["police"] }"#, Some(125), Some(5)),
        (r#""max": 99, "who": { "categories": ["police", "military"] }"#, Some(99), Some(31)),
        (r#""max": 9, "who": { "categories": ["civilian", "military"] }"#, None, None),
        (r#""max": 9, "who": { "categories": ["military"], "roles": ["guard"] }"#, None, None),
        (
            r#""max": 9, "who": { "categories": ["military"] }, "where": { "sites": ["camp"] }"#,
            None,
            None,
        ),
        (r#""max": 9"#, None, None),
    ] {
        let limit = format!(r#"{{ "id": "c", "kind": "ceiling", {limit} }}"#);
        let (plan, curves) = small(&limit, "");
        let opening = curves.on(Track::Planned).at(day("2023-01-01")).unwrap().there;
        let found = ceilings(&plan);
        assert_eq!(found.first().map(|c| c.line(&opening)), line, "{limit}");
        assert_eq!(found.first().and_then(|c| c.excess(&opening)), excess, "{limit}");
    }
}

#[test]
fn what_is_too_much_is_hatched_and_what_is_too_high_is_named() {
    for (max, hatched, line) in [(90, true, true), (120, false, true), (5_000, false, false)] {
        let limit = format!(
            r#"{{ "id": "c", "kind": "ceiling", "max": {max},
                "who": {{ "categories": ["military"] }} }}"#
        );
        let (plan, curves) = small(&limit, "");
        let drawn = dump(&scene(&plan, &curves, Track::Planned, "2023-01-05"));
        assert_eq!(drawn.contains("hatch"), hatched, "{max}:\n{drawn}");
        assert_eq!(drawn.contains("dash"), line, "{max}:\n{drawn}");
        assert!(drawn.contains("[item:c]"), "{max}:\n{drawn}");
    }
}

#[test]
fn a_plan_without_people_has_a_curve() {
    let plan = Arc::new(Plan::default());
    let curves = Curves::of(&Schedule::of(&plan, &Routes::default()));
    let drawn = dump(&scene(&plan, &curves, Track::Forecast, "2023-01-05"));
    assert!(!drawn.contains("NaN") && !drawn.contains("inf"), "{drawn}");
}
