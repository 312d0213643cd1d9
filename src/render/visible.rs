//! What of a line can be seen.
//!
//! A map that is looked at closely has most of its points outside of the
//! picture, and one seen from afar has many to the pixel. Drawing all of them is
//! what takes the time.

use crate::geo::{Contour, Geometry};
use crate::scene::{Placement, Point, Rect, Trace};

/// Which part of a plane is drawn, and how closely.
#[derive(Clone, Copy, Debug)]
pub struct Window {
    pub rect: Rect,
    /// Points nearer than this to the one before, across and down, are left out.
    pub step: f32,
}

impl Window {
    /// The contours of a geometry that may be seen, placed. Within the window
    /// they fill and stroke as the whole geometry does, dashes aside: what lies
    /// outside is cut short.
    pub fn contours(&self, geometry: &Geometry, placement: Placement) -> Vec<Trace> {
        let closed = geometry.is_area();
        let trace = |contour: &Contour| {
            let within = self.rect.is_somewhere().then(|| self.meets(contour, placement))??;
            let points = contour.iter().map(|p| placement.apply(*p));
            let trace = self.thinned(points, closed);
            Some(if within { trace } else { self.cut_short(&trace) })
        };
        geometry.contours().iter().filter_map(trace).filter(|t| t.points.len() > 1).collect()
    }

    /// The same without cutting short, for dashes that count the length of a line.
    pub fn whole_contours(&self, geometry: &Geometry, placement: Placement) -> Vec<Trace> {
        let trace = |contour: &Contour| {
            self.meets(contour, placement)?;
            Some(self.thinned(contour.iter().map(|p| placement.apply(*p)), geometry.is_area()))
        };
        geometry.contours().iter().filter_map(trace).filter(|t| t.points.len() > 1).collect()
    }

    /// None for a contour whose box lies outside of the window, else whether it
    /// lies within.
    fn meets(&self, contour: &Contour, placement: Placement) -> Option<bool> {
        let (mut min, mut max) = ([f32::INFINITY; 2], [f32::NEG_INFINITY; 2]);
        for p in contour {
            min = [min[0].min(p[0]), min[1].min(p[1])];
            max = [max[0].max(p[0]), max[1].max(p[1])];
        }
        let bounds = Rect::around_all([placement.apply(min), placement.apply(max)])?;
        self.rect.intersection(bounds)?;
        Some(self.rect.contains(bounds.min) && self.rect.contains(bounds.max))
    }

    fn thinned(&self, points: impl ExactSizeIterator<Item = Point>, closed: bool) -> Trace {
        let end = points.len().saturating_sub(1);
        let mut kept: Vec<Point> = Vec::with_capacity(points.len());
        for (i, p) in points.enumerate() {
            let near = |q: &Point| (p.x - q.x).abs() < self.step && (p.y - q.y).abs() < self.step;
            // A line ends where it ends.
            if kept.last().is_none_or(|q| !near(q)) || (i == end && !closed) {
                kept.push(p);
            }
        }
        Trace { points: kept, closed }
    }

    /// The same line with fewer points outside of the window.
    ///
    /// As long as a line stays on the outer side of one edge of the window, it
    /// may as well run straight: that neither crosses the window nor changes
    /// what is inside of a ring there.
    pub fn cut_short(&self, trace: &Trace) -> Trace {
        let mut points = Vec::with_capacity(trace.points.len().min(1024));
        // The edges beyond which all points since the last one kept lie.
        let mut beyond = 0;
        let mut waiting: Option<Point> = None;
        for &p in &trace.points {
            let sides = self.sides(p);
            if beyond & sides == 0
                && let Some(last) = waiting.take()
            {
                points.push(last);
                beyond = self.sides(last);
            }
            if beyond & sides == 0 {
                points.push(p);
                beyond = sides;
            } else {
                beyond &= sides;
                waiting = Some(p);
            }
        }
        points.extend(waiting);
        Trace { points, closed: trace.closed }
    }

    /// What of a ring lies within the window, with edges along those of the
    /// window where it was cut: to be filled, not to be stroked.
    pub fn cut_off(&self, trace: &Trace) -> Trace {
        // Sutherland and Hodgman (1974): one edge of the window after the other.
        let Rect { min, max } = self.rect;
        let room: [fn(Point, Point, Point) -> f32; 4] = [
            |p, min, _| p.x - min.x,
            |p, _, max| max.x - p.x,
            |p, min, _| p.y - min.y,
            |p, _, max| max.y - p.y,
        ];
        let mut points = trace.points.clone();
        for room in room.map(|room| move |p| room(p, min, max)) {
            let mut kept = Vec::with_capacity(points.len() + 4);
            let mut from = points.last().copied();
            for &to in &points {
                if let Some(from) = from
                    && (room(from) >= 0.0) != (room(to) >= 0.0)
                {
                    kept.push(from.towards(to, room(from) / (room(from) - room(to))));
                }
                if room(to) >= 0.0 {
                    kept.push(to);
                }
                from = Some(to);
            }
            points = kept;
        }
        Trace { points, closed: true }
    }

    /// One bit for each edge of the window a point lies beyond.
    fn sides(&self, p: Point) -> u8 {
        let Rect { min, max } = self.rect;
        u8::from(p.x < min.x)
            | u8::from(p.x > max.x) << 1
            | u8::from(p.y < min.y) << 2
            | u8::from(p.y > max.y) << 3
    }

    /// The pieces of a line within the window, each with the length of the line
    /// before it, so that its dashes go on as if all had been drawn.
    pub fn pieces(&self, trace: &Trace) -> Vec<(Vec<Point>, f32)> {
        let back = trace.closed.then(|| trace.points.first().copied()).flatten();
        let mut ends = trace.points.iter().copied().chain(back);
        let mut pieces: Vec<(Vec<Point>, f32)> = Vec::new();
        let Some(mut from) = ends.next() else { return pieces };
        let mut length = 0.0;
        let mut goes_on = false;
        for to in ends {
            let full = from.distance(to);
            match self.within(from, to) {
                Some([first, last]) => {
                    let end = from.towards(to, last);
                    match pieces.last_mut().filter(|_| goes_on && first == 0.0) {
                        Some((points, _)) => points.push(end),
                        None => {
                            pieces.push((vec![from.towards(to, first), end], length + full * first))
                        }
                    }
                    goes_on = last == 1.0;
                }
                None => goes_on = false,
            }
            length += full;
            from = to;
        }
        pieces
    }

    /// Between which shares (0 to 1) of its way a line is within the window.
    fn within(&self, from: Point, to: Point) -> Option<[f32; 2]> {
        // Liang and Barsky (1984): each edge leaves a part of the line.
        let Rect { min, max } = self.rect;
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let edges = [
            (-dx, from.x - min.x),
            (dx, max.x - from.x),
            (-dy, from.y - min.y),
            (dy, max.y - from.y),
        ];
        let (mut first, mut last) = (0.0f32, 1.0f32);
        for (outwards, room) in edges {
            if outwards < 0.0 {
                first = first.max(room / outwards);
            } else if outwards > 0.0 {
                last = last.min(room / outwards);
            } else if room < 0.0 {
                return None;
            }
        }
        (first < last).then_some([first, last])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WINDOW: Window = Window {
        rect: Rect { min: Point { x: 0.0, y: 0.0 }, max: Point { x: 10.0, y: 10.0 } },
        step: 0.5,
    };

    fn trace(points: &[(f32, f32)], closed: bool) -> Trace {
        Trace { points: points.iter().map(|(x, y)| Point::new(*x, *y)).collect(), closed }
    }

    fn is_inside(trace: &Trace, p: Point) -> bool {
        let points = &trace.points;
        let mut inside = false;
        for (i, a) in points.iter().enumerate() {
            let b = points[(i + 1) % points.len()];
            if (a.y <= p.y) != (b.y <= p.y) {
                inside ^= a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x) > p.x;
            }
        }
        inside
    }

    #[test]
    fn a_ring_around_the_window_keeps_its_corners_only() {
        let mut points: Vec<_> = (0..=100).map(|i| (i as f32 - 40.0, -5.0)).collect();
        points.extend((0..=100).map(|i| (60.0, i as f32)));
        points.extend((0..=100).map(|i| (60.0 - i as f32, 100.0)));
        let short = WINDOW.cut_short(&trace(&points, true));
        assert!(short.points.len() <= 6, "{short:?}");
        assert!(is_inside(&short, Point::new(5.0, 5.0)));
    }

    #[test]
    fn pieces_count_what_lies_before_them() {
        let line = trace(&[(-5.0, 5.0), (5.0, 5.0), (5.0, 25.0), (8.0, 25.0), (8.0, 5.0)], false);
        let p = Point::new;
        let expect = [
            (vec![p(0.0, 5.0), p(5.0, 5.0), p(5.0, 10.0)], 5.0),
            (vec![p(8.0, 10.0), p(8.0, 5.0)], 48.0),
        ];
        assert_eq!(WINDOW.pieces(&line), expect);
        assert_eq!(WINDOW.pieces(&trace(&[], true)), []);
    }

    proptest! {
        #[test]
        fn cutting_changes_nothing_inside(
            points in prop::collection::vec((-30.0f32..40.0, -30.0f32..40.0), 3..30),
            x in 0.1f32..9.9,
            y in 0.1f32..9.9,
        ) {
            let (whole, at) = (trace(&points, true), Point::new(x, y));
            let short = WINDOW.cut_short(&whole);
            prop_assert!(short.points.len() <= whole.points.len());
            prop_assert_eq!(is_inside(&whole, at), is_inside(&short, at));
            let off = WINDOW.cut_off(&whole);
            prop_assert_eq!(is_inside(&whole, at), is_inside(&off, at));
            let reached = Rect::around_all(off.points).is_none_or(|rect| {
                let window = WINDOW.rect.grown(1e-3);
                window.contains(rect.min) && window.contains(rect.max)
            });
            prop_assert!(reached);
        }
    }
}
