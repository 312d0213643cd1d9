//! Ways are walked, shifted and cut as they should.

use super::*;
use crate::geo::{Camera, LonLat, Polyline, ViewSize, great_circle};

fn way(points: &[(f32, f32)]) -> Way {
    Way::new(points.iter().map(|(x, y)| Point::new(*x, *y))).unwrap()
}

#[test]
fn ways_are_walked_and_cut() {
    let way = way(&[(0.0, 0.0), (100.0, 0.0), (100.0, 50.0)]);
    assert_eq!(way.length(), 150.0);
    assert_eq!(way.at(120.0).0, Point::new(100.0, 20.0));
    let part = way.part(50.0, 125.0).unwrap();
    assert_eq!((part.start(), part.end()), (Point::new(50.0, 0.0), Point::new(100.0, 25.0)));
    let inside = way.until_edge(Rect::new(-10.0, -10.0, 200.0, 40.0)).unwrap();
    assert!((inside.end().y - 30.0).abs() < 0.1, "{inside:?}");
}

#[test]
fn a_way_beside_meets_the_same_ends() {
    let way = way(&[(0.0, 0.0), (200.0, 0.0)]);
    let beside = way.beside(8.0, 0.0);
    assert_eq!((beside.start(), beside.end()), (way.start(), way.end()));
    assert!((beside.at(beside.length() / 2.0).0.y - 8.0).abs() < 0.01);
    let beside = way.beside(8.0, 5.0);
    let ends = [beside.start(), beside.end()];
    assert_eq!(ends, [Point::new(0.0, 5.0), Point::new(200.0, 5.0)]);
}

#[test]
fn a_smooth_way_goes_around_corners_as_its_outline_does() {
    let way = way(&[(0.0, 0.0), (100.0, 0.0), (100.0, 50.0)]);
    let smooth = way.smooth();
    assert_eq!((smooth.start(), smooth.end()), (way.start(), way.end()));
    // The middle of the curve is 5.44 from the corner, that of a piece of it a little more.
    let corner = smooth.distance(Point::new(100.0, 0.0));
    assert!((5.4..5.7).contains(&corner), "{corner}");
    let longer = way.length() - smooth.length();
    assert!((2.0..8.0).contains(&longer), "{longer}");
}

#[test]
fn slanted_strokes_lie_across_a_way_where_it_is_seen() {
    let way = way(&[(0.0, 0.0), (100.0, 0.0), (100.0, 50.0)]);
    let seen = Rect::new(15.0, -10.0, 200.0, 40.0);
    let Some(Outline::Segments(found)) = way.slants((-1.0, 3.0), 20.0, 5.0, seen) else {
        panic!("some are seen")
    };
    let p = Point::new;
    let strokes = [
        [p(23.0, -1.0), p(27.0, 3.0)],
        [p(43.0, -1.0), p(47.0, 3.0)],
        [p(63.0, -1.0), p(67.0, 3.0)],
        [p(83.0, -1.0), p(87.0, 3.0)],
        // Around the corner.
        [p(101.0, 3.0), p(97.0, 7.0)],
        [p(101.0, 23.0), p(97.0, 27.0)],
    ];
    let expect = strokes.map(|[a, b]| [Segment::Move(a), Segment::Line(b)]);
    assert_eq!(found, expect.concat());
    assert!(way.slants((-1.0, 3.0), 20.0, 5.0, Rect::new(0.0, 90.0, 9.0, 9.0)).is_none());
}

#[test]
fn a_way_across_the_antimeridian_leaves_the_world_and_comes_in_again() {
    let place = |lon, lat| LonLat::new(lon, lat).unwrap();
    let view = MapView::new(Camera::new(place(0.0, 0.0), 2.0), ViewSize::new(1024.0, 512.0));
    for (from, to) in
        [(place(170.0, -10.0), place(-150.0, 20.0)), (place(-150.0, 20.0), place(170.0, -10.0))]
    {
        let line = Polyline::new(great_circle(from, to)).unwrap();
        let way = Way::of(&Trail::of(&line), &view).unwrap();
        // 40 of 360 degrees wide, and 30 high, which is a little more in the projection.
        assert!((142.2..145.0).contains(&way.length()), "{}", way.length());
        for step in 0..=20 {
            let share = step as f32 / 20.0;
            let x = way.at(way.length() * share).0.x;
            assert!(!(200.0..990.0).contains(&x), "{x}");
        }
        let beside = way.beside(6.0, 3.0);
        let part = way.part(10.0, 140.0).unwrap();
        for way in [&way, &way.shifted(5.0), &beside, &part] {
            let Outline::Segments(segments) = way.outline() else { panic!("segments") };
            let moves = segments.iter().filter(|s| matches!(s, Segment::Move(_))).count();
            assert_eq!(moves, 2);
            assert!(way.length() < 160.0 && way.distance(Point::new(512.0, 256.0)) > 300.0);
        }
    }
}

#[test]
fn a_flight_over_a_pole_stays_in_the_picture() {
    let place = |lon, lat| LonLat::new(lon, lat).unwrap();
    let view = MapView::new(Camera::new(place(0.0, 0.0), 2.0), ViewSize::new(1024.0, 1024.0));
    for (from, to) in
        [(place(10.0, 70.0), place(-170.0, 75.0)), (place(40.0, -80.0), place(-130.0, -60.0))]
    {
        let way =
            Way::of(&Trail::of(&Polyline::new(great_circle(from, to)).unwrap()), &view).unwrap();
        let area = way.area();
        assert!(area.min.y >= -0.01 && area.max.y <= 1024.01, "{area:?}");
        assert!(way.length().is_finite() && way.length() < 1500.0, "{}", way.length());
    }
}

#[test]
fn what_has_no_length_is_no_way() {
    assert!(Way::new([Point::new(1.0, 1.0), Point::new(1.5, 1.0)]).is_none());
    assert!(Way::new([]).is_none());
}
