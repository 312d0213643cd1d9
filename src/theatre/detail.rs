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
    pub fn weigh(&mut self, junctions: &Junctions) {
        let mut weights = vec![f32::INFINITY; self.points.len()];
        let mut scales = Scales::default();
        for piece in pieces(&self.points, self.closed, |i| junctions.has(self.points[i])) {
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

    /// One bit for each edge the point lies on.
    pub fn sides(self, point: WorldPoint) -> u8 {
        // Four centimetres, far below the precision of maps.
        const NEAR: f64 = 1e-9;
        // Maps of the world end at 85.05° rather than where the plane does.
        const NEAR_POLE: f64 = 5e-5;
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
    let mut pieces = Vec::new();
    let mut piece = vec![first];
    for step in 1..=steps {
        let i = (first + step) % n;
        piece.push(i);
        if step == steps || is_end(i) {
            pieces.push(from_smaller_end(points, std::mem::replace(&mut piece, vec![i])));
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

/// Weights below this are not told apart: a third of a point at the finest level.
const FINEST: f32 = 0.3 / (256.0 * 1024.0);

/// Longer pieces are cut for weighing, which else takes quadratic time for some.
const LONGEST_PIECE: usize = 1024;

/// Weighs pieces; keeps its room for the next one.
///
/// Most of the opening of a large map goes into this. So distances are measured in 32
/// bits from the first point of a piece, which is exact to some metres even for a piece
/// around the Earth, and which weights have as well; and squares are compared, not roots.
#[derive(Default)]
struct Scales {
    xs: Vec<f32>,
    ys: Vec<f32>,
    open: Vec<Stretch>,
}

/// What lies between two points of a piece, by their numbers.
#[derive(Clone, Copy)]
struct Stretch {
    from: usize,
    to: usize,
    /// The square of the weight of the point at which it was parted from the rest: none
    /// in it matters more.
    most: f32,
}

impl Scales {
    fn weigh_piece(&mut self, points: &[WorldPoint], piece: &[usize], weights: &mut [f32]) {
        let mut start = 0;
        while start + 1 < piece.len() {
            let end = (start + LONGEST_PIECE).min(piece.len() - 1);
            let part = &piece[start..=end];
            let origin = points[part[0]];
            self.xs.clear();
            self.xs.extend(part.iter().map(|i| (points[*i].x - origin.x) as f32));
            self.ys.clear();
            self.ys.extend(part.iter().map(|i| (points[*i].y - origin.y) as f32));
            self.weigh(part, weights);
            start = end;
        }
    }

    /// Of the points that are there, whose numbers are those of the piece.
    fn weigh(&mut self, piece: &[usize], weights: &mut [f32]) {
        let last = piece.len() - 1;
        weights[piece[0]] = f32::INFINITY;
        weights[piece[last]] = f32::INFINITY;
        if last > 1 {
            self.open.push(Stretch { from: 0, to: last, most: f32::INFINITY });
        }
        while let Some(Stretch { from, to, most }) = self.open.pop() {
            let (farthest, square) = self.farthest(from, to);
            let square = square.min(most);
            if square < FINEST * FINEST {
                piece[from + 1..to].iter().for_each(|i| weights[*i] = 0.0);
                continue;
            }
            weights[piece[farthest]] = square.sqrt();
            for (from, to) in [(farthest, to), (from, farthest)] {
                match to - from {
                    1 => (),
                    // Most stretches are that short in the end.
                    2 => weights[piece[from + 1]] = self.weight_between(from, to, square),
                    _ => self.open.push(Stretch { from, to, most: square }),
                }
            }
        }
    }

    fn edge(&self, from: usize, to: usize) -> Edge {
        Edge::between((self.xs[from], self.ys[from]), (self.xs[to], self.ys[to]))
    }

    /// The weight of the only point between two.
    fn weight_between(&self, from: usize, to: usize, most: f32) -> f32 {
        let square = self.edge(from, to).squared_distance(self.xs[from + 1], self.ys[from + 1]);
        if square < FINEST * FINEST { 0.0 } else { square.min(most).sqrt() }
    }

    /// The first of the points between two that are farthest from the line between
    /// them, and the square of how far it is.
    fn farthest(&self, from: usize, to: usize) -> (usize, f32) {
        let edge = self.edge(from, to);
        let (xs, ys) = (&self.xs[from + 1..to], &self.ys[from + 1..to]);
        let (at, square) = if xs.len() < FEW {
            edge.farthest_of_few(xs, ys)
        } else {
            edge.farthest_of_many(xs, ys)
        };
        (from + 1 + at, square)
    }
}

/// Fewer points are looked through one by one.
const FEW: usize = 16;

/// How many are looked through at a time.
const LANES: usize = 4;

/// A piece of a straight line, to measure distances from.
struct Edge {
    from: (f32, f32),
    /// To its other end.
    along: (f32, f32),
    /// One divided by the square of its length; 0 for one without length, whose ends
    /// are the same point.
    by_square: f32,
}

impl Edge {
    fn between(from: (f32, f32), to: (f32, f32)) -> Edge {
        let along = (to.0 - from.0, to.1 - from.1);
        let square = along.0 * along.0 + along.1 * along.1;
        let by_square = if square >= f32::MIN_POSITIVE { square.recip() } else { 0.0 };
        Edge { from, along, by_square }
    }

    #[inline]
    fn squared_distance(&self, x: f32, y: f32) -> f32 {
        let (x, y) = (x - self.from.0, y - self.from.1);
        let share = (x * self.along.0 + y * self.along.1) * self.by_square;
        // Unlike `clamp`, this says nothing of what is no number, and is one instruction.
        let share = if share > 0.0 { share } else { 0.0 };
        let share = if share < 1.0 { share } else { 1.0 };
        let (x, y) = (self.along.0 * share - x, self.along.1 * share - y);
        x * x + y * y
    }

    /// The number of the first of the farthest points, and the square of how far it is.
    fn farthest_of_few(&self, xs: &[f32], ys: &[f32]) -> (usize, f32) {
        let mut best = (0, -1.0);
        for (i, (x, y)) in xs.iter().zip(ys).enumerate() {
            let square = self.squared_distance(*x, *y);
            if square > best.1 {
                best = (i, square);
            }
        }
        best
    }

    /// The same: each lane looks through every fourth point, none waiting for another.
    fn farthest_of_many(&self, xs: &[f32], ys: &[f32]) -> (usize, f32) {
        let (fours, rest) = xs.as_chunks::<LANES>();
        let mut squares = [-1.0_f32; LANES];
        let mut starts = [0_i32; LANES];
        let mut start = 0;
        for (x, y) in fours.iter().zip(ys.as_chunks::<LANES>().0) {
            for lane in 0..LANES {
                let square = self.squared_distance(x[lane], y[lane]);
                let is_farther = square > squares[lane];
                squares[lane] = if is_farther { square } else { squares[lane] };
                starts[lane] = if is_farther { start } else { starts[lane] };
            }
            start += LANES as i32;
        }
        let mut best = (0, -1.0);
        for lane in 0..LANES {
            let found = (starts[lane] as usize + lane, squares[lane]);
            if found.1 > best.1 || (found.1 == best.1 && found.0 < best.0) {
                best = found;
            }
        }
        let behind = xs.len() - rest.len();
        let last = self.farthest_of_few(&xs[behind..], &ys[behind..]);
        if last.1 > best.1 { (behind + last.0, last.1) } else { best }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

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
            path.weigh(&junctions);
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
    fn the_farthest_of_many_is_that_of_few() {
        let edge = Edge::between((0.0, 0.0), (3.0, 1.0));
        // Few different places, so that many are equally far.
        let place = |i: usize, n: usize| ((i * i * 7 + i) % n) as f32;
        for count in 0..70 {
            for n in [2, 3, 11, 97] {
                let xs: Vec<f32> = (0..count).map(|i| place(i, n)).collect();
                let ys: Vec<f32> = (0..count).map(|i| place(i + 5, n)).collect();
                assert_eq!(edge.farthest_of_many(&xs, &ys), edge.farthest_of_few(&xs, &ys));
            }
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
