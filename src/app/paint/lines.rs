//! Lines in the window: thinned, dashed, hatched.

use eframe::egui::{self, Pos2, Shape, Stroke, Vec2, pos2};

use crate::scene::{Dash, Point, Rect, hatch_lines};

/// A line in the window.
pub(super) struct Contour {
    pub points: Vec<Pos2>,
    pub closed: bool,
}

/// The points of a line without those less than half a point from the last.
pub(super) fn thinned(contour: &[[f32; 2]], place: impl Fn(&[f32; 2]) -> Pos2) -> Vec<Pos2> {
    let mut points: Vec<Pos2> = Vec::with_capacity(contour.len());
    let last = contour.len().saturating_sub(1);
    for (i, point) in contour.iter().enumerate() {
        let point = place(point);
        let far = points.last().is_none_or(|before| (point - *before).length_sq() > 0.25);
        if far || i == last {
            points.push(point);
        }
    }
    points
}

/// A line cut where it turns back sharply: egui draws a long spike there.
pub(super) fn without_spikes(points: &[Pos2], closed: bool) -> Vec<Contour> {
    let count = points.len();
    let is_sharp = |i: usize| {
        let (before, here, after) =
            (points[(i + count - 1) % count], points[i], points[(i + 1) % count]);
        let (a, b) = ((here - before).normalized(), (after - here).normalized());
        a.dot(b) < -0.3
    };
    let inner = if closed { 0..count } else { 1..count.saturating_sub(1) };
    let cuts: Vec<usize> = inner.filter(|i| is_sharp(*i)).collect();
    let (Some(first), Some(last)) = (cuts.first(), cuts.last()) else {
        return vec![Contour { points: points.to_vec(), closed }];
    };
    let between = cuts.windows(2).map(|cut| points[cut[0]..=cut[1]].to_vec());
    let ends = if closed {
        vec![[&points[*last..], &points[..=*first]].concat()]
    } else {
        vec![points[..=*first].to_vec(), points[*last..].to_vec()]
    };
    let pieces = between.chain(ends).filter(|piece| piece.len() >= 2);
    pieces.map(|points| Contour { points, closed: false }).collect()
}

pub(super) fn is_dash(dash: &Dash) -> bool {
    !dash.lengths.is_empty() && dash.lengths.iter().all(|l| l.is_finite() && *l > 0.05)
}

/// The dashes of a line. The pattern goes on around corners.
pub(super) fn dashes(points: &[Pos2], line: Stroke, dash: &Dash) -> Vec<Shape> {
    let period: f32 = dash.lengths.iter().sum();
    let mut shapes = Vec::new();
    let mut place = dash.offset.rem_euclid(period);
    let mut index = 0;
    while place >= dash.lengths[index] {
        place -= dash.lengths[index];
        index = (index + 1) % dash.lengths.len();
    }
    let mut left = dash.lengths[index] - place;
    for pair in points.windows(2) {
        let length = pair[0].distance(pair[1]);
        let mut done = 0.0;
        while length - done > left {
            if index.is_multiple_of(2) {
                let ends = [done, done + left].map(|d| pair[0].lerp(pair[1], d / length));
                shapes.push(Shape::line_segment(ends, line));
            }
            done += left;
            index = (index + 1) % dash.lengths.len();
            left = dash.lengths[index];
        }
        if index.is_multiple_of(2) && length > done {
            let from = pair[0].lerp(pair[1], done / length);
            shapes.push(Shape::line_segment([from, pair[1]], line));
        }
        left -= length - done;
    }
    shapes
}

pub(super) fn is_convex(points: &[Pos2]) -> bool {
    let mut sign = 0.0_f32;
    for i in 0..points.len() {
        let [a, b, c] = [0, 1, 2].map(|k| points[(i + k) % points.len()]);
        let turn = (b - a).x * (c - b).y - (b - a).y * (c - b).x;
        if turn.abs() < 1e-3 {
            continue;
        }
        if sign != 0.0 && turn.signum() != sign {
            return false;
        }
        sign = turn.signum();
    }
    // A star turns one way all around, more than once: only few-cornered outlines
    // are worth the shortcut.
    points.len() <= 128
}

/// The lines of the hatch cut to the even-odd inside of closed contours. They are
/// fixed to the picture, whose corner lies at `picture` in the window.
pub(super) fn hatch_pieces(contours: &[Contour], picture: Vec2) -> Vec<[Pos2; 2]> {
    let points = contours.iter().flat_map(|contour| &contour.points);
    let around = egui::Rect::from_points(&points.copied().collect::<Vec<_>>());
    let around = around.translate(-picture);
    let rect = Rect {
        min: Point::new(around.min.x, around.min.y),
        max: Point::new(around.max.x, around.max.y),
    };
    let mut pieces = Vec::new();
    for line in hatch_lines(rect) {
        let [from, to] = line.map(|p| pos2(p.x, p.y) + picture);
        let mut crossings: Vec<f32> = vec![];
        for contour in contours {
            for i in 0..contour.points.len() {
                let next = contour.points[(i + 1) % contour.points.len()];
                crossings.extend(crossing([from, to], [contour.points[i], next]));
            }
        }
        crossings.sort_by(f32::total_cmp);
        let at = |share: f32| from.lerp(to, share);
        pieces.extend(crossings.chunks_exact(2).map(|pair| [at(pair[0]), at(pair[1])]));
    }
    pieces
}

/// Where an edge crosses a line, as a share of the line. An edge owns its first
/// point and not its last, so that a corner counts once.
pub(super) fn crossing(line: [Pos2; 2], edge: [Pos2; 2]) -> Option<f32> {
    let way = line[1] - line[0];
    let side = |p: Pos2| way.x * (p.y - line[0].y) - way.y * (p.x - line[0].x);
    let (a, b) = (side(edge[0]), side(edge[1]));
    if (a < 0.0) == (b < 0.0) {
        return None;
    }
    let on_edge = edge[0].lerp(edge[1], a / (a - b));
    Some((on_edge - line[0]).dot(way) / way.length_sq())
}
