//! Outlines that symbols are made of.

use std::f32::consts::{FRAC_PI_2, TAU};

use crate::scene::{Outline, Point, Segment};

/// Where a clock's hand points at a share (0 to 1) of its round, beginning at
/// twelve.
pub fn on_clock(center: Point, radius: f32, share: f32) -> Point {
    let (sin, cos) = (share * TAU - FRAC_PI_2).sin_cos();
    center.plus(radius * cos, radius * sin)
}

/// A level line around a point, as legends show one.
pub fn sample_line(at: Point) -> Outline {
    Outline::line([at.plus(-12.0, 0.0), at.plus(12.0, 0.0)])
}

/// The rim of a clock from one share of its round to a later one.
pub fn arc(center: Point, radius: f32, from: f32, to: f32) -> Outline {
    let start = Segment::Move(on_clock(center, radius, from));
    Outline::Segments(std::iter::once(start).chain(turn(center, radius, from, to)).collect())
}

/// The face of a clock from one share of its round to a later one.
pub fn pie(center: Point, radius: f32, from: f32, to: f32) -> Outline {
    let mut segments = vec![Segment::Move(center)];
    segments.push(Segment::Line(on_clock(center, radius, from)));
    segments.extend(turn(center, radius, from, to));
    segments.push(Segment::Close);
    Outline::Segments(segments)
}

/// Curves along a circle, none over more than a quarter of it.
fn turn(center: Point, radius: f32, from: f32, to: f32) -> impl Iterator<Item = Segment> {
    let pieces = ((to - from) * 4.0).ceil().max(1.0);
    let step = (to - from) / pieces;
    // The control points lie on the tangents (Riškus 2006, equation 9).
    let reach = 4.0 / 3.0 * (step * TAU / 4.0).tan();
    (0..pieces as usize).map(move |i| {
        let a = from + step * i as f32;
        let (start, end) = (on_clock(center, radius, a), on_clock(center, radius, a + step));
        let off =
            |p: Point, reach: f32| p.plus(-(p.y - center.y) * reach, (p.x - center.x) * reach);
        Segment::Cubic(off(start, reach), off(end, -reach), end)
    })
}

/// A triangle with a level base, its middle at `center`.
pub fn triangle(center: Point, radius: f32) -> Outline {
    Outline::polygon([0.0, 1.0 / 3.0, 2.0 / 3.0].map(|share| on_clock(center, radius, share)))
}

/// An arrowhead with its tip at `tip`, flying towards `angle` (radians, clockwise
/// from the east).
pub fn arrowhead(tip: Point, angle: f32, size: f32) -> Outline {
    let (sin, cos) = angle.sin_cos();
    let from_tip =
        |back: f32, side: f32| tip.plus(-back * cos - side * sin, -back * sin + side * cos);
    Outline::polygon([
        tip,
        from_tip(size, size * 0.5),
        from_tip(size * 0.78, 0.0),
        from_tip(size, -size * 0.5),
    ])
}

/// A plane seen from above, flying towards `angle`, from nose to tail `length` long.
pub fn plane(center: Point, angle: f32, length: f32) -> Outline {
    /// One half of it from nose to tail: ahead, and to the side, of the middle.
    const HALF: [(f32, f32); 10] = [
        (1.0, 0.0),
        (0.8, 0.13),
        (0.28, 0.15),
        (-0.28, 0.95),
        (-0.52, 0.95),
        (-0.2, 0.15),
        (-0.66, 0.12),
        (-0.9, 0.42),
        (-1.05, 0.42),
        (-0.92, 0.0),
    ];
    let (sin, cos) = angle.sin_cos();
    let other = HALF[1..9].iter().rev().map(|(ahead, side)| (*ahead, -side));
    let size = length / 2.0;
    Outline::polygon(HALF.into_iter().chain(other).map(|(ahead, side)| {
        center.plus((ahead * cos - side * sin) * size, (ahead * sin + side * cos) * size)
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_stay_on_their_circle() {
        let center = Point::new(10.0, 20.0);
        let Outline::Segments(segments) = arc(center, 8.0, 0.0, 0.7) else { panic!("segments") };
        let mut at = None;
        for segment in segments {
            match segment {
                Segment::Move(p) => at = Some(p),
                Segment::Cubic(a, b, end) => {
                    let start = at.replace(end).unwrap();
                    let mid =
                        |p: fn(Point) -> f32| (p(start) + 3.0 * p(a) + 3.0 * p(b) + p(end)) / 8.0;
                    let middle = Point::new(mid(|p| p.x), mid(|p| p.y));
                    for p in [start, middle, end] {
                        assert!((p.distance(center) - 8.0).abs() < 0.01, "{p:?}");
                    }
                }
                other => panic!("{other:?}"),
            }
        }
        // 70 % of a round ends to the left and above of the middle.
        let end = at.unwrap();
        assert!(end.x < center.x && end.y > center.y, "{end:?}");
    }
}
