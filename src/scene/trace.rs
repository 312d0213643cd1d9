//! Outlines as straight lines.

use super::{Outline, Point, Rect, Segment};

/// A line from point to point; `closed` when it returns to its first one.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    pub points: Vec<Point>,
    pub closed: bool,
}

impl Outline {
    /// The outline as straight lines that keep within `tolerance` points of it.
    /// None of them is empty.
    pub fn traces(&self, tolerance: f32) -> Vec<Trace> {
        match self {
            Outline::Geometry(geometry, placement) => {
                let closed = geometry.is_area();
                let trace = |contour: &Vec<[f32; 2]>| Trace {
                    points: contour.iter().map(|p| placement.apply(*p)).collect(),
                    closed,
                };
                geometry.contours().iter().map(trace).collect()
            }
            Outline::Circle { center, radius } => vec![circle(*center, *radius, tolerance)],
            Outline::Rect { rect, corner } => {
                segment_traces(&rect_segments(*rect, *corner), tolerance)
            }
            Outline::Segments(segments) => segment_traces(segments, tolerance),
        }
    }
}

/// A rectangle clockwise from its upper left corner; `corner` is the radius of
/// its corners, at most half of its shorter side.
pub fn rect_segments(rect: Rect, corner: f32) -> Vec<Segment> {
    let (Rect { min, max }, p) = (rect, Point::new);
    let corner = corner.min(rect.width() / 2.0).min(rect.height() / 2.0);
    if corner <= 0.0 {
        let others = [p(max.x, min.y), max, p(min.x, max.y)].map(Segment::Line);
        return [&[Segment::Move(min)], &others[..], &[Segment::Close]].concat();
    }
    // How far the control points of a quarter of a circle lie from its corner:
    // they are 4/3·(√2 − 1) of the radius away from its ends.
    let pull = corner * (1.0 - 0.552_284_8);
    vec![
        Segment::Move(p(min.x, min.y + corner)),
        Segment::Cubic(p(min.x, min.y + pull), p(min.x + pull, min.y), p(min.x + corner, min.y)),
        Segment::Line(p(max.x - corner, min.y)),
        Segment::Cubic(p(max.x - pull, min.y), p(max.x, min.y + pull), p(max.x, min.y + corner)),
        Segment::Line(p(max.x, max.y - corner)),
        Segment::Cubic(p(max.x, max.y - pull), p(max.x - pull, max.y), p(max.x - corner, max.y)),
        Segment::Line(p(min.x + corner, max.y)),
        Segment::Cubic(p(min.x + pull, max.y), p(min.x, max.y - pull), p(min.x, max.y - corner)),
        Segment::Close,
    ]
}

fn circle(center: Point, radius: f32, tolerance: f32) -> Trace {
    // A chord over an angle a is r·(1 − cos(a/2)) ≈ r·a²/8 away from its arc.
    let angle = (8.0 * tolerance / radius.abs().max(tolerance)).sqrt();
    let count = (std::f32::consts::TAU / angle).ceil().clamp(8.0, 1024.0) as usize;
    let point = |i| {
        let (sin, cos) = (std::f32::consts::TAU * i as f32 / count as f32).sin_cos();
        center.plus(radius * cos, radius * sin)
    };
    Trace { points: (0..count).map(point).collect(), closed: true }
}

/// After `Close` a line goes on from the first point of the contour, as in SVG;
/// a line without a start begins at its own first point.
fn segment_traces(segments: &[Segment], tolerance: f32) -> Vec<Trace> {
    let mut traces: Vec<Trace> = Vec::new();
    for segment in segments {
        if *segment == Segment::Close {
            if let Some(trace) = traces.last_mut() {
                trace.closed = true;
            }
            continue;
        }
        let first = match *segment {
            Segment::Move(p) | Segment::Line(p) | Segment::Cubic(p, ..) => p,
            Segment::Close => continue,
        };
        match traces.last() {
            Some(trace) if !matches!(segment, Segment::Move(_)) => {
                if trace.closed {
                    let points = vec![trace.points[0]];
                    traces.push(Trace { points, closed: false });
                }
            }
            _ => traces.push(Trace { points: vec![first], closed: false }),
        }
        let Some(trace) = traces.last_mut() else { continue };
        match *segment {
            Segment::Line(p) => trace.points.push(p),
            Segment::Cubic(a, b, p) => curve(&mut trace.points, a, b, p, tolerance),
            Segment::Move(_) | Segment::Close => {}
        }
    }
    traces
}

fn curve(points: &mut Vec<Point>, a: Point, b: Point, to: Point, tolerance: f32) {
    let Some(&from) = points.last() else { return };
    // How many lines keep within the tolerance: Wang's formula for cubics.
    let bend = |p: Point, q: Point, r: Point| (p.x - 2.0 * q.x + r.x).hypot(p.y - 2.0 * q.y + r.y);
    let most = bend(from, a, b).max(bend(a, b, to));
    let count = (0.75 * most / tolerance).sqrt().ceil().clamp(1.0, 256.0) as usize;
    points.extend((1..count).map(|i| {
        let t = i as f32 / count as f32;
        let (ab, bc, cd) = (from.towards(a, t), a.towards(b, t), b.towards(to, t));
        ab.towards(bc, t).towards(bc.towards(cd, t), t)
    }));
    points.push(to);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_stays_within_the_tolerance() {
        for radius in [0.5, 6.0, 300.0] {
            let center = Point::new(5.0, -3.0);
            let traces = Outline::Circle { center, radius }.traces(0.1);
            let points = &traces[0].points;
            for (i, p) in points.iter().enumerate() {
                let middle = p.towards(points[(i + 1) % points.len()], 0.5);
                assert!(middle.distance(center) > radius - 0.11, "{radius}");
            }
        }
    }

    #[test]
    fn segments_become_lines_by_the_rules_of_svg() {
        let p = Point::new;
        let traces = Outline::Segments(vec![
            Segment::Move(p(0.0, 0.0)),
            Segment::Line(p(4.0, 0.0)),
            Segment::Line(p(4.0, 4.0)),
            Segment::Close,
            Segment::Line(p(-1.0, 0.0)),
            Segment::Move(p(9.0, 9.0)),
            Segment::Cubic(p(9.0, 12.0), p(12.0, 15.0), p(15.0, 15.0)),
        ])
        .traces(0.05);
        assert_eq!(traces.len(), 3);
        assert!(traces[0].closed && traces[0].points.len() == 3);
        assert_eq!(traces[1].points, [p(0.0, 0.0), p(-1.0, 0.0)]);
        assert!(traces[2].points.len() > 4 && traces[2].points.last() == Some(&p(15.0, 15.0)));
    }
}
