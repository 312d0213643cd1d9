//! Lines over the map as flows need them: in points of the picture, rounded at
//! their corners, shifted to a side, cut at the edge, walked by share of length.

use crate::geo::{MapView, Polyline};
use crate::scene::{Outline, Point, Rect, Segment};

/// A line of the picture; at least two points, none on the one before.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    points: Vec<Point>,
    /// Length from the beginning to each point, in points.
    reached: Vec<f32>,
}

/// Points of a way that are nearer to each other are one for the eye.
const NEAR: f32 = 1.5;
/// How much of each side of a corner is rounded off, at most, in points.
const ROUNDING: f32 = 14.0;

impl Way {
    /// None for a line that has no length in the picture.
    pub fn new(points: impl IntoIterator<Item = Point>) -> Option<Way> {
        let mut kept: Vec<Point> = Vec::new();
        let mut last = None;
        for point in points {
            if kept.last().is_none_or(|before: &Point| before.distance(point) >= NEAR) {
                kept.push(point);
            }
            last = Some(point);
        }
        // The end is where the line ends, however near it is to the point before.
        if kept.len() >= 2
            && let Some(end) = last
        {
            *kept.last_mut()? = end;
        }
        if kept.len() < 2 {
            return None;
        }
        let mut reached = vec![0.0];
        for pair in kept.windows(2) {
            reached.push(reached[reached.len() - 1] + pair[0].distance(pair[1]));
        }
        Some(Way { points: kept, reached })
    }

    /// A line on the Earth as a view shows it.
    pub fn of(line: &Polyline, view: &MapView) -> Option<Way> {
        Way::new(line.points().iter().map(|place| Point::from(view.view_from_lonlat(*place))))
    }

    pub fn start(&self) -> Point {
        self.points[0]
    }

    pub fn end(&self) -> Point {
        self.points[self.points.len() - 1]
    }

    pub fn length(&self) -> f32 {
        self.reached[self.reached.len() - 1]
    }

    /// The point at a length from the beginning, and the direction there in
    /// radians, clockwise from the east.
    pub fn at(&self, length: f32) -> (Point, f32) {
        let length = length.clamp(0.0, self.length());
        let next = self.reached.partition_point(|l| *l < length).clamp(1, self.points.len() - 1);
        let (a, b) = (self.points[next - 1], self.points[next]);
        let (from, to) = (self.reached[next - 1], self.reached[next]);
        let share = if to > from { (length - from) / (to - from) } else { 0.0 };
        (a.towards(b, share), (b.y - a.y).atan2(b.x - a.x))
    }

    /// The part between two lengths from the beginning.
    pub fn part(&self, from: f32, to: f32) -> Option<Way> {
        let (from, to) = (from.max(0.0), to.min(self.length()));
        if to - from < NEAR {
            return None;
        }
        let inner = self.points.iter().zip(&self.reached);
        let inner = inner.filter(|(_, l)| **l > from && **l < to).map(|(p, _)| *p);
        Way::new(std::iter::once(self.at(from).0).chain(inner).chain([self.at(to).0]))
    }

    /// The same way `by` points to the right of its direction; it begins and ends
    /// where it did, so that it still meets its sites.
    pub fn beside(&self, by: f32) -> Way {
        if by == 0.0 {
            return self.clone();
        }
        // Shifted fully once away from either end.
        let ramp = (self.length() / 3.0).min(40.0);
        // A straight line needs points to bend at.
        let steps = (self.length() / 20.0).ceil().clamp(4.0, 64.0) as usize;
        let even = (0..=steps).map(|i| self.length() * i as f32 / steps as f32);
        let shifted = even.map(|length| {
            let (point, angle) = self.at(length);
            let ease = (length.min(self.length() - length) / ramp).clamp(0.0, 1.0);
            let by = by * ease * (2.0 - ease);
            point.plus(-angle.sin() * by, angle.cos() * by)
        });
        Way::new(shifted).unwrap_or_else(|| self.clone())
    }

    /// The same way `by` points to the right of its direction, also at its ends.
    pub fn shifted(&self, by: f32) -> Way {
        let last = self.points.len() - 1;
        let shift = |i: usize| {
            let (a, b) = (self.points[i.max(1) - 1], self.points[(i + 1).min(last)]);
            let length = a.distance(b).max(NEAR);
            self.points[i].plus(-(b.y - a.y) / length * by, (b.x - a.x) / length * by)
        };
        Way::new((0..=last).map(shift)).unwrap_or_else(|| self.clone())
    }

    /// A bow from one point to another that rises `height` points, or hangs down
    /// where that is negative.
    pub fn bow(from: Point, to: Point, height: f32) -> Option<Way> {
        const PIECES: usize = 16;
        let length = from.distance(to).max(NEAR);
        let (nx, ny) = ((to.y - from.y) / length, -(to.x - from.x) / length);
        let (nx, ny) = if ny > 0.0 { (-nx, -ny) } else { (nx, ny) };
        Way::new((0..=PIECES).map(|i| {
            let share = i as f32 / PIECES as f32;
            let rise = 4.0 * share * (1.0 - share) * height;
            from.towards(to, share).plus(nx * rise, ny * rise)
        }))
    }

    /// How far a point is from the way.
    pub fn distance(&self, point: Point) -> f32 {
        let of_piece = |pair: &[Point]| distance_to_piece([pair[0], pair[1]], point);
        self.points.windows(2).map(of_piece).fold(f32::INFINITY, f32::min)
    }

    /// The first part that lies within a rectangle, as far as it reaches from
    /// its beginning; None where it begins outside.
    pub fn until_edge(&self, rect: Rect) -> Option<Way> {
        if !rect.contains(self.start()) {
            return None;
        }
        let leaves = self.points.iter().position(|p| !rect.contains(*p));
        let Some(next) = leaves else { return Some(self.clone()) };
        let (mut low, mut high) = (self.reached[next - 1], self.reached[next]);
        for _ in 0..12 {
            let middle = (low + high) / 2.0;
            if rect.contains(self.at(middle).0) { low = middle } else { high = middle }
        }
        self.part(0.0, low)
    }

    /// The box around it.
    pub fn area(&self) -> Rect {
        Rect::around_all(self.points.iter().copied()).expect("a way has two points")
    }

    #[cfg(test)]
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The line with its corners rounded.
    pub fn outline(&self) -> Outline {
        self.rounded(ROUNDING)
    }

    /// The line with at most so much of each side of a corner rounded off.
    pub fn rounded(&self, rounding: f32) -> Outline {
        let points = &self.points;
        let mut segments = vec![Segment::Move(points[0])];
        for i in 1..points.len() - 1 {
            let (before, corner, after) = (points[i - 1], points[i], points[i + 1]);
            let (a, b) = (corner.distance(before), corner.distance(after));
            let round = rounding.min(a / 2.0).min(b / 2.0);
            let enter = corner.towards(before, round / a);
            let leave = corner.towards(after, round / b);
            segments.push(Segment::Line(enter));
            segments.push(Segment::Cubic(
                enter.towards(corner, 0.6),
                leave.towards(corner, 0.6),
                leave,
            ));
        }
        segments.push(Segment::Line(self.end()));
        Outline::Segments(segments)
    }
}

/// How far a point is from a straight line.
pub fn distance_to_piece([a, b]: [Point; 2], point: Point) -> f32 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let along = ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy);
    a.towards(b, along.clamp(0.0, 1.0)).distance(point)
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let beside = way.beside(8.0);
        assert_eq!((beside.start(), beside.end()), (way.start(), way.end()));
        assert!((beside.at(beside.length() / 2.0).0.y - 8.0).abs() < 0.01);
    }

    #[test]
    fn what_has_no_length_is_no_way() {
        assert!(Way::new([Point::new(1.0, 1.0), Point::new(1.5, 1.0)]).is_none());
        assert!(Way::new([]).is_none());
    }
}
