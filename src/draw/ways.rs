//! Lines over the map as flows need them: in points of the picture, rounded at
//! their corners, shifted to a side, cut at the edge, walked by share of length.

use super::trail::Trail;
use crate::geo::MapView;
use crate::scene::{Outline, Point, Rect, Segment, nearest_on_piece};

/// A line of the picture; at least two points, none on the one before.
///
/// It may leave the world at one side and come in at the other: between two points
/// that are more than half a world apart it jumps, which is no part of its length.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    points: Vec<Point>,
    /// Length from the beginning to each point, in points.
    reached: Vec<f32>,
    /// How wide the world is, in points.
    world: f32,
}

/// Points of a way that are nearer to each other are one for the eye.
const NEAR: f32 = 1.5;
/// How much of each side of a corner is rounded off, at most, in points.
const ROUNDING: f32 = 14.0;

impl Way {
    /// None for a line that has no length in the picture.
    pub fn new(points: impl IntoIterator<Item = Point>) -> Option<Way> {
        Way::around(f32::MAX, points)
    }

    fn around(world: f32, points: impl IntoIterator<Item = Point>) -> Option<Way> {
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
        let mut way = Way { points: kept, reached: vec![0.0], world };
        for i in 1..way.points.len() {
            let (a, b) = (way.points[i - 1], way.points[i]);
            let length = if way.jumps(a, b) { 0.0 } else { a.distance(b) };
            way.reached.push(way.reached[i - 1] + length);
        }
        Some(way)
    }

    /// A line on the Earth as a view shows it.
    pub fn of(trail: &Trail, view: &MapView) -> Option<Way> {
        let points = trail.points.iter().map(|point| view.view_from_world(*point).into());
        Way::around(view.camera().scale() as f32, points)
    }

    /// Whether the way goes from one side of the world to the other between two of its
    /// points.
    fn jumps(&self, a: Point, b: Point) -> bool {
        (b.x - a.x).abs() > self.world / 2.0
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
        let ends = (self.at(from).0, self.at(to).0);
        Way::around(self.world, std::iter::once(ends.0).chain(inner).chain([ends.1]))
    }

    /// The same way `by` points to the right of its direction; at its ends no more than
    /// `at_ends`, so that it still meets its sites.
    pub fn beside(&self, by: f32, at_ends: f32) -> Way {
        if by == 0.0 {
            return self.clone();
        }
        let at_end = by.clamp(-at_ends, at_ends);
        // Shifted fully once away from either end.
        let ramp = (self.length() / 3.0).min(40.0);
        // A straight line needs points to bend at.
        let steps = (self.length() / 20.0).ceil().clamp(4.0, 64.0) as usize;
        let even = (0..=steps).map(|i| self.length() * i as f32 / steps as f32);
        let shifted = even.map(|length| {
            let (point, angle) = self.at(length);
            let ease = (length.min(self.length() - length) / ramp).clamp(0.0, 1.0);
            let by = at_end + (by - at_end) * ease * (2.0 - ease);
            point.plus(-angle.sin() * by, angle.cos() * by)
        });
        Way::around(self.world, shifted).unwrap_or_else(|| self.clone())
    }

    /// The same way `by` points to the right of its direction, also at its ends.
    pub fn shifted(&self, by: f32) -> Way {
        let last = self.points.len() - 1;
        let shift = |i: usize| {
            let (mut a, mut b) = (self.points[i.max(1) - 1], self.points[(i + 1).min(last)]);
            // At the edge of the world only one side counts.
            if self.jumps(a, self.points[i]) {
                a = self.points[i];
            } else if self.jumps(self.points[i], b) {
                b = self.points[i];
            }
            let length = a.distance(b).max(NEAR);
            self.points[i].plus(-(b.y - a.y) / length * by, (b.x - a.x) / length * by)
        };
        Way::around(self.world, (0..=last).map(shift)).unwrap_or_else(|| self.clone())
    }

    /// The way as it is drawn, with its corners rounded: what lies beside that line and
    /// across it goes around them as well.
    pub fn smooth(&self) -> Way {
        const PIECES: u8 = 5;
        let Outline::Segments(segments) = self.outline() else { return self.clone() };
        let mut points: Vec<Point> = Vec::new();
        for segment in segments {
            match (segment, points.last().copied()) {
                (Segment::Move(p) | Segment::Line(p), _) => points.push(p),
                (Segment::Cubic(a, b, end), Some(start)) => {
                    let shares = (1..=PIECES).map(|i| f32::from(i) / f32::from(PIECES));
                    points.extend(shares.map(|share| on_curve([start, a, b, end], share)));
                }
                _ => {}
            }
        }
        Way::around(self.world, points).unwrap_or_else(|| self.clone())
    }

    /// Strokes that lean forward across the way, each from `from` to `to` points to the
    /// right of it: one every `gap` points, the first `offset` from its beginning, as far
    /// as they lie in `seen`. None where there are none.
    pub fn slants(
        &self,
        (from, to): (f32, f32),
        gap: f32,
        offset: f32,
        seen: Rect,
    ) -> Option<Outline> {
        let lean = (to - from) / 2.0;
        let mut segments = Vec::new();
        for (pair, reached) in self.points.windows(2).zip(self.reached.windows(2)) {
            let (a, b) = (pair[0], pair[1]);
            let length = reached[1] - reached[0];
            let Some([enter, leave]) = within([a, b], seen).filter(|_| length > 0.0) else {
                continue;
            };
            let (dx, dy) = ((b.x - a.x) / length, (b.y - a.y) / length);
            // Counted, since a way from near may be longer than small steps add up to.
            let number = |share: f32| ((reached[0] + share * length - offset) / gap).ceil();
            let (first, last) = (number(enter).max(0.0) as i64, number(leave) as i64);
            for place in (first..=last).map(|number| offset + number as f32 * gap) {
                if place < reached[0] || place >= reached[1] {
                    continue;
                }
                let middle = a.towards(b, (place - reached[0]) / length);
                let on = |side: f32, ahead: f32| {
                    middle.plus(-dy * side + dx * ahead, dx * side + dy * ahead)
                };
                if seen.contains(middle) {
                    segments.push(Segment::Move(on(from, -lean)));
                    segments.push(Segment::Line(on(to, lean)));
                }
            }
        }
        (!segments.is_empty()).then_some(Outline::Segments(segments))
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
        self.nearest(point).0
    }

    /// How far a point is from the way, and the length from its beginning at which it is
    /// nearest.
    pub fn nearest(&self, point: Point) -> (f32, f32) {
        let mut nearest = (f32::INFINITY, 0.0);
        for (pair, reached) in self.points.windows(2).zip(&self.reached) {
            let (a, b) = (pair[0], pair[1]);
            if self.jumps(a, b) {
                continue;
            }
            let (distance, share) = nearest_on_piece([a, b], point);
            if distance < nearest.0 {
                nearest = (distance, reached + share * a.distance(b));
            }
        }
        nearest
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
        for i in 1..points.len() {
            let (before, corner) = (points[i - 1], points[i]);
            if self.jumps(before, corner) {
                segments.push(Segment::Move(corner));
                continue;
            }
            let after = points.get(i + 1).filter(|after| !self.jumps(corner, **after));
            let Some(after) = after else {
                segments.push(Segment::Line(corner));
                continue;
            };
            let (a, b) = (corner.distance(before), corner.distance(*after));
            let round = rounding.min(a / 2.0).min(b / 2.0);
            let enter = corner.towards(before, round / a);
            let leave = corner.towards(*after, round / b);
            segments.push(Segment::Line(enter));
            segments.push(Segment::Cubic(
                enter.towards(corner, 0.6),
                leave.towards(corner, 0.6),
                leave,
            ));
        }
        Outline::Segments(segments)
    }
}

/// The part of a straight line that lies in a rectangle: the shares of its length (0 to
/// 1) at which it enters and leaves; None where it passes by.
fn within([a, b]: [Point; 2], rect: Rect) -> Option<[f32; 2]> {
    let axes = [(a.x, b.x, rect.min.x, rect.max.x), (a.y, b.y, rect.min.y, rect.max.y)];
    let mut part = [0.0_f32, 1.0];
    for (a, b, min, max) in axes {
        if a == b {
            if a < min || a > max {
                return None;
            }
            continue;
        }
        let (one, other) = ((min - a) / (b - a), (max - a) / (b - a));
        part = [part[0].max(one.min(other)), part[1].min(one.max(other))];
    }
    (part[0] <= part[1]).then_some(part)
}

/// A point of a curve by its share (0 to 1), after de Casteljau.
fn on_curve([start, a, b, end]: [Point; 4], share: f32) -> Point {
    let (first, middle, last) =
        (start.towards(a, share), a.towards(b, share), b.towards(end, share));
    first.towards(middle, share).towards(middle.towards(last, share), share)
}

#[cfg(test)]
mod tests;
