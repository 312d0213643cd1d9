//! Flows on the map: as wide as what they carry a day, along roads and great circles,
//! beside each other, and hatched by as much as is too much.

mod common;

use common::parts::labels;
use common::{Bundled, Shot};
use decamp::calendar::Moment;
use decamp::draw::{self, Look, Theme};
use decamp::scene::{Fill, Group, Item, Node, Outline, Path, Point, Scene, Segment};
use geo::{Geodesic, InterpolatePoint};
use serde_json::{Value, json};

const GAO: [f64; 2] = [-0.04472, 16.27167];
const KIDAL: [f64; 2] = [1.40778, 18.44111];
const BAMAKO: [f64; 2] = [-8.0, 12.65];
const DHAKA: [f64; 2] = [90.4, 23.8];

/// A plan of camps, each with a unit of people and vehicles, with these movements.
fn plan_of(sites: &[(&str, [f64; 2])], movements: Value, limits: Value) -> Bundled {
    let basis = json!([{ "status": "planner" }]);
    let sites_of = sites.iter().map(|(id, at)| {
        json!({ "type": "Feature", "id": id, "geometry": { "type": "Point", "coordinates": at },
            "properties": { "name": id, "kind": "camp", "basis": basis } })
    });
    let units = sites.iter().map(|(id, _)| {
        json!({ "id": format!("unit-{id}"), "name": id, "category": "military", "kind": "infantry",
            "site": id, "personnel": 2000, "materiel": { "vehicles": 200 }, "basis": basis })
    });
    let plan = json!({ "format": "decamp-plan", "version": 1, "theatre": "mali",
        "horizon": { "start": "2023-07-01", "end": "2023-12-31" },
        "sites": { "type": "FeatureCollection", "features": sites_of.collect::<Vec<_>>() },
        "units": units.collect::<Vec<_>>(), "movements": movements, "limits": limits });
    Bundled::of(&serde_json::to_vec(&plan).unwrap())
}

/// People of the unit at `from` who move in a mode, in August.
fn moving(from: &str, to: &str, mode: &str, days: [u8; 2], trip_days: u8, people: u32) -> Value {
    let [start, end] = days.map(|day| format!("2023-08-{day:02}"));
    let id = format!("{from}-{to}-{mode}-{}", days[0]);
    json!({ "id": id, "kind": "redeployment", "from": from, "to": to, "mode": mode,
        "planned": { "start": start, "end": end }, "trip_days": trip_days,
        "loads": [{ "unit": format!("unit-{from}"), "personnel": people, "materiel": {} }],
        "basis": [{ "status": "planner" }] })
}

fn groups<'a>(nodes: &'a [Node], name: &str) -> Vec<&'a Group> {
    let mut found = Vec::new();
    for node in nodes {
        if let Item::Group(group) = &node.item {
            if group.name == name {
                found.push(group);
            } else {
                found.extend(groups(&group.nodes, name));
            }
        }
    }
    found
}

fn paths(group: &Group) -> Vec<&Path> {
    let path = |node| match node {
        &Node { item: Item::Path(ref path), .. } => Some(path),
        _ => None,
    };
    group.nodes.iter().filter_map(path).collect()
}

fn width(path: &Path) -> f32 {
    path.stroke.as_ref().expect("a band is a stroke").width
}

/// How wide the band of a flow of one movement is.
fn band_width(flow: &Group) -> f32 {
    width(paths(flow)[1])
}

/// The corners of a line.
fn corners(path: &Path) -> Vec<Point> {
    let Outline::Segments(segments) = &path.outline else { panic!("a line") };
    let corner = |segment: &Segment| match *segment {
        Segment::Move(p) | Segment::Line(p) | Segment::Cubic(_, _, p) => Some(p),
        _ => None,
    };
    segments.iter().filter_map(corner).collect()
}

fn distance_to(line: &[Point], point: Point) -> f32 {
    let to_piece = |pair: &[Point]| {
        let (a, b) = (pair[0], pair[1]);
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let along = ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy).max(1e-9);
        a.towards(b, along.clamp(0.0, 1.0)).distance(point)
    };
    line.windows(2).map(to_piece).fold(f32::INFINITY, f32::min)
}

const NEAR_GAO: Option<(f64, f64, f64)> = Some((0.7, 17.3, 7.5));

#[test]
fn what_is_over_a_lift_is_hatched_on_its_day_by_its_share() {
    let sites = [("gao", GAO), ("kidal", KIDAL)];
    // A hundred a day, and on the 10th, for a day, a hundred and fifty more.
    let movements = json!([
        moving("gao", "kidal", "road", [1, 26], 7, 2000),
        moving("gao", "kidal", "air", [10, 10], 1, 150),
    ]);
    let limit = |people: u32| {
        json!([{ "id": "lift", "kind": "lift", "per_day": { "personnel": people },
            "basis": [{ "status": "planner" }] }])
    };
    let shot = |date| Shot { camera: NEAR_GAO, ..Shot::at(date) };
    for (theme, error) in [(Theme::Light, 0xC4302B), (Theme::Print, 0)] {
        let plan = plan_of(&sites, movements.clone(), limit(200));
        let scene = plan.scene(&Shot { theme, ..shot("2023-08-10") });
        let flows = groups(&scene.nodes, "flow");
        assert_eq!(flows.len(), 2, "also the one that is over at the close of the day");
        for flow in flows {
            // Fifty of two hundred and fifty are too many.
            let over = groups(&flow.nodes, "over")[0];
            let [ground, hatch, edge] = paths(over)[..] else { panic!("ground, hatch and edge") };
            let share = width(ground) / band_width(flow);
            assert!((share - 0.2).abs() < 1e-3, "{share}");
            for path in [hatch, edge] {
                let color = path.stroke.as_ref().unwrap().color;
                assert_eq!(color, decamp::scene::Color::rgb(error));
            }
            let Outline::Segments(strokes) = &hatch.outline else { panic!("strokes") };
            assert!(strokes.len() > 40, "{}", strokes.len());
        }
        // The ring and the flow have one word.
        let word = "au-delà de la capacité";
        assert!(labels(&scene.nodes).iter().any(|label| label.text == word));
    }
    let over = |limits: Value, date| {
        let scene = plan_of(&sites, movements.clone(), limits).scene(&shot(date));
        groups(&scene.nodes, "over").len()
    };
    for (limits, date, expect) in [
        (limit(200), "2023-08-09", 0),
        (limit(200), "2023-08-11", 0),
        (limit(250), "2023-08-10", 0),
        (limit(90), "2023-08-11", 1),
        (json!([]), "2023-08-10", 0),
    ] {
        assert_eq!(over(limits.clone(), date), expect, "{limits} {date}");
    }
}

#[test]
fn flows_are_as_wide_as_what_they_carry_a_day_whatever_the_hour() {
    let sites = [("gao", GAO), ("kidal", KIDAL)];
    let shot = Shot { camera: NEAR_GAO, ..Shot::at("2023-08-10") };
    for (trip_days, people_a_day) in [(1, 20), (3, 20), (1, 100), (10, 4)] {
        let days = 21 - u32::from(trip_days);
        let movement = moving("gao", "kidal", "road", [1, 20], trip_days, people_a_day * days);
        let plan = plan_of(&sites, json!([movement]), json!([]));
        let expect = (1.2 + 0.85 * (people_a_day as f32).sqrt()).clamp(2.0, 10.0);
        for moment in ["2023-08-01T09:00", "2023-08-05", "2023-08-05T13:00", "2023-08-19"] {
            let scene = plan.scene_at(&shot, moment.parse::<Moment>().unwrap());
            let flows = groups(&scene.nodes, "flow");
            let found = band_width(flows[0]);
            assert!((found - expect).abs() < 1e-3, "{trip_days} {people_a_day} {moment}: {found}");
        }
    }
}

#[test]
fn marks_run_while_the_plan_plays_unless_less_motion_is_asked_for() {
    let sites = [("gao", GAO), ("kidal", KIDAL)];
    let movement = moving("gao", "kidal", "road", [1, 20], 5, 800);
    let plan = plan_of(&sites, json!([movement]), json!([]));
    let marks = |still: bool, moment: &str| {
        let moment = moment.parse::<Moment>().unwrap();
        let scene = plan.look(&Shot { camera: NEAR_GAO, ..Shot::at("2023-08-10") }, |look| {
            draw::map(&Look { moment, still, ..*look })
        });
        let flow = groups(&scene.nodes, "flow")[0].clone();
        paths(&flow)[2].stroke.as_ref().and_then(|stroke| stroke.dash.clone()).expect("dashes")
    };
    for (still, moves) in [(false, true), (true, false)] {
        let [first, next] = ["2023-08-10T06:00", "2023-08-10T12:00"].map(|at| marks(still, at));
        assert_eq!(first != next, moves);
    }
}

#[test]
fn a_flight_follows_the_great_circle() {
    let sites = [("bamako", BAMAKO), ("dhaka", DHAKA)];
    let flight = moving("bamako", "dhaka", "air", [1, 20], 1, 1000);
    let plan = plan_of(&sites, json!([flight]), json!([]));
    let [from, to] = [BAMAKO, DHAKA].map(|[lon, lat]| geo::Point::new(lon, lat));
    let middle = Geodesic.point_at_ratio_between(from, to, 0.5);
    for zoom in [2.5, 4.0, 6.0, 8.0] {
        let shot = Shot { camera: Some((middle.x(), middle.y(), zoom)), ..Shot::at("2023-08-05") };
        let scene = plan.scene(&shot);
        let flows = groups(&scene.nodes, "flow");
        let line = corners(paths(flows[0])[0]);
        let view = plan.look(&shot, |look| look.view);
        let on_earth = |share: f64| {
            let at = Geodesic.point_at_ratio_between(from, to, share);
            Point::from(view.view_from_lonlat(decamp::geo::LonLat::new(at.x(), at.y()).unwrap()))
        };
        // Not what its sites and its head hide.
        for step in 100..900 {
            let at = on_earth(f64::from(step) / 1000.0);
            assert!(distance_to(&line, at) < 1.0, "{zoom} {step}: {}", distance_to(&line, at));
        }
        // It is far from the straight line of the map.
        let (a, b) = (line[0], line[line.len() - 1]);
        assert!(distance_to(&[a, b], on_earth(0.5)) > 0.08 * a.distance(b));
    }
}

/// The bands of all flows: their lines and how wide they are.
fn bands(scene: &Scene) -> Vec<(Vec<Point>, f32)> {
    let flows = groups(&scene.nodes, "flow");
    flows.iter().map(|flow| (corners(paths(flow)[1]), band_width(flow))).collect()
}

#[test]
fn flows_on_one_way_are_parted_in_both_directions() {
    let there_and_back = json!([
        moving("gao", "bamako", "air", [1, 20], 1, 800),
        moving("bamako", "gao", "air", [1, 20], 1, 800),
    ]);
    let mut soft = moving("gao", "kidal", "road", [2, 20], 5, 800);
    soft["basis"] = json!([{ "status": "illustrative" }]);
    let three_on_a_road = json!([
        moving("gao", "kidal", "road", [1, 20], 5, 800),
        moving("kidal", "gao", "road", [1, 20], 5, 1600),
        soft,
    ]);
    let sites = [("bamako", BAMAKO), ("gao", GAO), ("kidal", KIDAL)];
    for (movements, camera, count) in [
        (there_and_back, (-4.0, 14.5, 6.5), 2),
        (three_on_a_road.clone(), (0.7, 17.3, 7.0), 3),
        (three_on_a_road, (0.7, 17.3, 8.0), 3),
    ] {
        let plan = plan_of(&sites, movements, json!([]));
        let scene = plan.scene(&Shot { camera: Some(camera), ..Shot::at("2023-08-12") });
        let bands = bands(&scene);
        assert_eq!(bands.len(), count);
        for (i, (line, width)) in bands.iter().enumerate() {
            let inner = &line[line.len() / 4..line.len() * 3 / 4];
            assert!(!inner.is_empty());
            for (other, other_width) in bands[..i].iter().chain(&bands[i + 1..]) {
                let apart = (width + other_width) / 2.0;
                for point in inner {
                    let distance = distance_to(other, *point);
                    assert!(distance > apart, "{i} {camera:?}: {distance} of {apart}");
                }
            }
        }
        // Heads keep off the discs of sites.
        let disc = |site: &&Group| {
            let Item::Path(Path { outline: Outline::Circle { center, radius }, .. }) =
                &site.nodes[0].item
            else {
                panic!("a disc")
            };
            (*center, *radius)
        };
        let discs: Vec<(Point, f32)> = groups(&scene.nodes, "site").iter().map(disc).collect();
        for flow in groups(&scene.nodes, "flow") {
            let is_head = |path: &&&Path| matches!(path.fill, Some(Fill::Solid(_)));
            let paths = paths(flow);
            let heads: Vec<_> = paths.iter().filter(is_head).collect();
            assert!(heads.len() > 1);
            for corner in heads.iter().flat_map(|head| corners(head)) {
                assert!(discs.iter().all(|(at, radius)| at.distance(corner) > *radius));
            }
        }
    }
}

#[test]
fn a_flight_that_leaves_along_a_road_is_parted_from_it() {
    // In the direction of the road, and from there on straight.
    let far = [KIDAL[0] + (KIDAL[0] - GAO[0]), KIDAL[1] + (KIDAL[1] - GAO[1])];
    let sites = [("gao", GAO), ("kidal", KIDAL), ("far", far)];
    let movements = json!([
        moving("gao", "kidal", "road", [1, 20], 5, 800),
        moving("gao", "far", "air", [1, 20], 1, 800),
    ]);
    let plan = plan_of(&sites, movements, json!([]));
    let scene = plan.scene(&Shot { camera: NEAR_GAO, ..Shot::at("2023-08-12") });
    let [(a, wide), (b, narrow)] = &bands(&scene)[..] else { panic!("two flows") };
    let apart = (wide + narrow) / 2.0;
    let near_its_beginning = a.iter().filter(|p| (40.0..60.0).contains(&p.distance(a[0])));
    let distances: Vec<f32> = near_its_beginning.map(|p| distance_to(b, *p)).collect();
    assert!(!distances.is_empty());
    assert!(distances.iter().all(|distance| *distance > apart), "{distances:?} of {apart}");
}

#[test]
fn flights_have_a_plane_and_a_word_in_the_legend() {
    let sites = [("bamako", BAMAKO), ("gao", GAO)];
    let solids = |mode: &str| {
        let movement = moving("bamako", "gao", mode, [1, 20], 1, 800);
        let plan = plan_of(&sites, json!([movement]), json!([]));
        let scene = plan.scene(&Shot { size: (1600.0, 1000.0), ..Shot::at("2023-08-05") });
        let corners_of = |path: &&Path| match (&path.fill, &path.outline) {
            (Some(_), Outline::Segments(segments)) => Some(segments.len()),
            _ => None,
        };
        let flow = paths(groups(&scene.nodes, "flow")[0]);
        let solids: Vec<usize> = flow.iter().filter_map(corners_of).collect();
        let has_word = labels(&scene.nodes).iter().any(|label| label.text == "par avion");
        (solids, has_word)
    };
    let ((flying, flying_word), (driving, driving_word)) = (solids("air"), solids("road"));
    assert_eq!((driving.len(), driving[0]), (2, driving[1]), "two heads");
    assert_eq!((flying.len(), flying[1]), (2, driving[0]), "a plane and a head");
    assert!(flying[0] > 2 * driving[0]);
    assert!(flying_word && !driving_word);
}
