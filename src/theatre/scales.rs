//! The algorithm of Douglas and Peucker (1973), turned into weights of points.

use crate::geo::WorldPoint;

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
pub(super) struct Scales {
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
    /// The weights of a piece of a line, given the numbers of its points.
    pub fn weigh_piece(&mut self, points: &[WorldPoint], piece: &[usize], weights: &mut [f32]) {
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
    use super::*;

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
}
