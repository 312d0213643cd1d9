//! How much each point of a line matters, so that lines can be thinned for a zoom.
//!
//! A point's weight is the largest tolerance at which Douglas and Peucker (1973)
//! keep it: thinning a line is dropping the points below a tolerance, and a
//! coarser level never has a point that a finer one lacks.
//!
//! Areas share their borders. Lines are cut where they part or meet, and each
//! piece is weighed from the same end whichever area it is seen from: both sides
//! of a border keep the same points, and no gaps open between them.

use super::junctions::{Junctions, key};
use super::scales::Scales;
use crate::geo::{WorldBounds, WorldPoint};

/// A line, or a ring without its closing point, and the weights of its points.
///
/// Two points at least, three if it is closed; neighbours differ.
#[derive(Clone, Debug)]
pub(super) struct Path {
    pub points: Vec<WorldPoint>,
    /// As long as `points`; in units of the plane. Infinite where pieces meet. Empty
    /// until it is weighed: then every point is kept.
    weights: Vec<f32>,
    pub bounds: WorldBounds,
    pub closed: bool,
}

impl Path {
    /// An unweighed line. None for fewer than two different points.
    pub fn line(points: Vec<WorldPoint>) -> Option<Path> {
        Path::of(points, false, 2)
    }

    /// An unweighed ring. None for fewer than three different points.
    pub fn ring(mut points: Vec<WorldPoint>) -> Option<Path> {
        while points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        Path::of(points, true, 3)
    }

    fn of(mut points: Vec<WorldPoint>, closed: bool, least: usize) -> Option<Path> {
        points.dedup();
        points.shrink_to_fit();
        let bounds = WorldBounds::around(points.iter().copied())?;
        (points.len() >= least).then_some(Path { points, weights: Vec::new(), bounds, closed })
    }

    /// The longer side of its bounds, in units of the plane.
    pub fn extent(&self) -> f64 {
        self.bounds.width().max(self.bounds.height())
    }

    /// Whether it ends where it begins and is no larger than `size`.
    pub fn is_loop_within(&self, size: f64) -> bool {
        self.points.first() == self.points.last() && self.extent() < size
    }

    /// Gives its points weights that fit other paths weighed with the same
    /// junctions.
    pub fn weigh(&mut self, junctions: &Junctions, scales: &mut Scales) {
        let pieces = match junctions.within(self.bounds) {
            Some(is_junction) => pieces(&self.points, self.closed, |i| is_junction(self.points[i])),
            None => pieces(&self.points, self.closed, |_| false),
        };
        let mut weights = vec![f32::INFINITY; self.points.len()];
        for piece in pieces {
            scales.weigh_piece(&self.points, &piece, &mut weights);
        }
        self.weights = weights;
    }

    /// The points that matter at a tolerance, in units of the plane; never fewer
    /// than the ends of a line or the corners of a triangle.
    pub fn thinned(&self, tolerance: f64) -> Vec<WorldPoint> {
        if self.weights.is_empty() {
            return self.points.clone();
        }
        let least = if self.closed { 3 } else { 2 };
        let keep = |limit: f32| {
            let kept = self.points.iter().zip(&self.weights).filter(|(_, w)| **w >= limit);
            kept.map(|(point, _)| *point).collect::<Vec<_>>()
        };
        let kept = keep(tolerance as f32);
        if kept.len() >= least {
            return kept;
        }
        let mut order: Vec<usize> = (0..self.points.len()).collect();
        // A stable order: of equal weights the first points.
        order.sort_by(|a, b| self.weights[*b].total_cmp(&self.weights[*a]));
        order.truncate(least);
        order.sort_unstable();
        order.into_iter().map(|i| self.points[i]).collect()
    }

    /// The pieces between points that are kept at any tolerance, as paths of
    /// their own, each in the direction it was weighed in.
    pub fn pieces(&self) -> Vec<Path> {
        let weight = |i: usize| self.weights.get(i).copied().unwrap_or(f32::INFINITY);
        let is_end = |i: usize| weight(i) == f32::INFINITY;
        let of_piece = |piece: Vec<usize>| {
            let points: Vec<WorldPoint> = piece.iter().map(|i| self.points[*i]).collect();
            let weights = piece.iter().map(|i| weight(*i)).collect();
            let bounds = WorldBounds::around(points.iter().copied())?;
            Some(Path { points, weights, bounds, closed: false })
        };
        let pieces = pieces(&self.points, self.closed, is_end);
        // None is without a point.
        pieces.into_iter().filter_map(of_piece).collect()
    }
}

/// How near an edge a point lies on it: four centimetres, far below the precision of maps.
const NEAR: f64 = 1e-9;

/// Maps of the world end at 85.05° rather than where the plane does.
const NEAR_POLE: f64 = 5e-5;

/// Edges at which maps were cut: those of the plane, and perhaps a rectangle.
/// A line along them is no border.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Frame(pub Option<WorldBounds>);

impl Frame {
    /// Whether the line between two points runs along an edge.
    pub fn cuts(self, a: WorldPoint, b: WorldPoint) -> bool {
        self.sides(a) & self.sides(b) != 0
    }

    /// Whether all of a line runs along edges.
    pub fn cuts_all(self, line: &[WorldPoint]) -> bool {
        line.windows(2).all(|pair| self.cuts(pair[0], pair[1]))
    }

    /// Whether a point within some bounds may lie on an edge: asked once for a path,
    /// which hardly ever comes near one.
    pub fn reaches(self, bounds: WorldBounds) -> bool {
        let WorldBounds { min, max } = bounds;
        let of_plane = Frame(None);
        let meets = |from: f64, to: f64, edge: f64| from - NEAR <= edge && edge <= to + NEAR;
        of_plane.sides(min) | of_plane.sides(max) != 0
            || self.0.is_some_and(|cut| {
                [cut.min.x, cut.max.x].iter().any(|edge| meets(min.x, max.x, *edge))
                    || [cut.min.y, cut.max.y].iter().any(|edge| meets(min.y, max.y, *edge))
            })
    }

    /// One bit for each edge the point lies on.
    pub fn sides(self, point: WorldPoint) -> u8 {
        let at = |a: f64, b: f64| (a - b).abs() < NEAR;
        let of_plane =
            [point.x < NEAR, point.x > 1.0 - NEAR, point.y < NEAR_POLE, point.y > 1.0 - NEAR_POLE];
        let of_cut = self.0.map_or([false; 4], |cut| {
            let (WorldPoint { x, y }, WorldBounds { min, max }) = (point, cut);
            [at(x, min.x), at(x, max.x), at(y, min.y), at(y, max.y)]
        });
        let sides = of_plane.into_iter().chain(of_cut).enumerate();
        sides.fold(0, |bits, (i, is_at)| bits | u8::from(is_at) << i)
    }
}

/// Cuts a path at some of its points, into lists of indices; both ends belong to
/// a piece.
///
/// A ring without such a point is one piece that ends where it begins, at its
/// smallest point. Pieces run from their smaller end: a piece of two paths is the
/// same list of points in both.
fn pieces(points: &[WorldPoint], closed: bool, is_end: impl Fn(usize) -> bool) -> Vec<Vec<usize>> {
    let n = points.len();
    let smallest = || (0..n).min_by_key(|i| key(points[*i])).unwrap_or(0);
    let first = if closed { (0..n).find(|i| is_end(*i)).unwrap_or_else(smallest) } else { 0 };
    let steps = if closed { n } else { n - 1 };
    let after = |step: usize| if first + step < n { first + step } else { first + step - n };
    let mut pieces = Vec::new();
    let mut from = 0;
    for step in 1..=steps {
        if step == steps || is_end(after(step)) {
            pieces.push(from_smaller_end(points, (from..step + 1).map(after).collect()));
            from = step;
        }
    }
    pieces
}

fn from_smaller_end(points: &[WorldPoint], mut piece: Vec<usize>) -> Vec<usize> {
    let at = |i: usize| key(points[piece[i]]);
    let n = piece.len();
    // The second points decide for a piece that ends where it begins.
    if (at(0), at(1)) > (at(n - 1), at(n - 2)) {
        piece.reverse();
    }
    piece
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;
    use crate::theatre::Theatre;
    use crate::theatre::junctions::Key;
    use crate::theatre::plane::edges;

    /// Hundredths of the plane, away from its edges.
    fn points(list: &[(i32, i32)]) -> Vec<WorldPoint> {
        let inside = |hundredths: i32| 0.5 + f64::from(hundredths) / 100.0;
        list.iter().map(|(x, y)| WorldPoint { x: inside(*x), y: inside(*y) }).collect()
    }

    fn weigh_all(paths: &[Path]) -> Vec<Path> {
        let junctions = Junctions::of(paths, Frame::default());
        let weighed = |path: &Path| {
            let mut path = path.clone();
            path.weigh(&junctions, &mut Scales::default());
            path
        };
        paths.iter().map(weighed).collect()
    }

    #[test]
    fn points_nearer_than_the_tolerance_go() {
        let line = Path::line(points(&[(0, 0), (1, 0), (2, 5), (3, 1), (4, 0)])).unwrap();
        let line = &weigh_all(&[line])[0];
        for (tolerance, expect) in
            [(0.0, 5), (0.5, 5), (0.6, 4), (2.0, 3), (4.9, 3), (5.1, 2), (1e9, 2)]
        {
            assert_eq!(line.thinned(tolerance / 100.0).len(), expect, "{tolerance}");
        }
    }

    #[test]
    fn a_ring_stays_a_triangle_and_a_frame_stays_whole() {
        let ring = Path::ring(points(&[(0, 3), (1, 4), (2, 3), (1, 3), (1, 2), (0, 3)])).unwrap();
        assert_eq!(weigh_all(&[ring])[0].thinned(1e9).len(), 3);
        let corner = |x, y| WorldPoint { x, y };
        let frame = Frame(WorldBounds::around([corner(0.2, 0.2), corner(0.9, 0.9)]));
        for (a, b, cut) in [
            ((0.2, 0.3), (0.2, 0.4), true),
            ((0.2, 0.3), (0.3, 0.2), false),
            ((0.3, 0.9), (0.9, 0.9), true),
            ((0.3, 0.3), (0.3, 0.4), false),
            ((1.0, 0.3), (1.0, 0.4), true),
            ((0.3, 0.00002), (0.4, 0.00002), true),
        ] {
            assert_eq!(frame.cuts(corner(a.0, a.1), corner(b.0, b.1)), cut, "{a:?} {b:?}");
        }
    }

    proptest! {
        #[test]
        fn what_has_a_point_on_an_edge_reaches_it(list in vec((0..9_usize, 0..9_usize), 1..4)) {
            // On the edges of the plane and of a rectangle, just beside them, and within.
            const PLACES: [f64; 9] =
                [0.0, 1e-9, 4e-5, 0.3, 0.3 - 9.99e-10, 0.3 + 1.01e-9, 0.5, 0.7 + 9e-10, 1.0];
            let point = |(x, y): (usize, usize)| WorldPoint { x: PLACES[x], y: PLACES[y] };
            let points: Vec<WorldPoint> = list.into_iter().map(point).collect();
            let around = |points: &[WorldPoint]| WorldBounds::around(points.iter().copied());
            let square = |from, to| around(&[from, to].map(|at| WorldPoint { x: at, y: at }));
            for frame in [Frame(None), Frame(square(0.3, 0.7))] {
                let is_on_edge = points.iter().any(|point| frame.sides(*point) != 0);
                prop_assert!(frame.reaches(around(&points).unwrap()) || !is_on_edge);
                prop_assert!(!frame.reaches(square(0.4, 0.6).unwrap()));
            }
        }
    }

    #[test]
    fn every_edge_of_a_sector_is_one_of_another_or_of_the_boundary() {
        let theatre = Theatre::bundled("mali").unwrap();
        let layers = theatre.layers();
        let boundary = layers.boundary.iter().flat_map(|area| area.shape.rings());
        let rings: Vec<&Path> =
            layers.sectors.iter().flat_map(|area| area.shape.rings()).chain(boundary).collect();
        for tolerance in [1e-3, 1e-4, 1e-5, 1e-6, 0.0] {
            let mut counts: HashMap<(Key, Key), usize> = HashMap::new();
            for ring in &rings {
                for (a, b) in edges(&ring.thinned(tolerance)) {
                    let (a, b) = (key(a), key(b));
                    *counts.entry((a.min(b), a.max(b))).or_default() += 1;
                }
            }
            let odd = counts.values().filter(|count| **count != 2).count();
            assert_eq!(odd, 0, "of {} at {tolerance}", counts.len());
        }
    }
}
