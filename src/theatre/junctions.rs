//! Points where lines part or meet.

use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;

use super::detail::{Frame, Path};
use super::threads;
use crate::geo::{WorldBounds, WorldPoint};

/// A point as a key: its bits.
pub(super) type Key = (u64, u64);

pub(super) fn key(point: WorldPoint) -> Key {
    // Adding zero turns −0 into 0.
    ((point.x + 0.0).to_bits(), (point.y + 0.0).to_bits())
}

/// Points where lines part or meet; these stay at every level of detail.
#[derive(Debug, Default)]
pub(super) struct Junctions {
    /// Their hashes, sorted.
    points: Vec<u64>,
    frame: Frame,
}

impl Junctions {
    /// The junctions of all these paths: points whose two neighbours are not the
    /// same on every path through them, and points on the edge of a frame.
    ///
    /// Maps have millions of points, and a table of them takes more memory than the
    /// points do: hashes of points and neighbours are sorted instead, of those points
    /// that may lie on several paths. Two points with one hash would be kept where they
    /// need not be, and do no harm.
    pub fn of<'a>(paths: impl IntoIterator<Item = &'a Path>, frame: Frame) -> Junctions {
        let paths: Vec<&Path> = paths.into_iter().collect();
        let Some(sieve) = Sieve::of(&paths) else { return Junctions { points: vec![], frame } };
        let turns: Vec<&[&Path]> = paths.chunks(PATHS_PER_TURN).collect();
        let found = threads::all(&turns, |paths| {
            let mut found = <[Vec<_>; SHARES]>::default();
            paths.iter().for_each(|path| sieve.find_shared(path, &mut found));
            found
        });
        let shares: [usize; SHARES] = std::array::from_fn(|share| share);
        let points = threads::all(&shares, |share| {
            let of_share: Vec<&[Around]> = found.iter().map(|turn| &turn[*share][..]).collect();
            parting(of_share.concat())
        });
        Junctions { points: points.concat(), frame }
    }

    /// Tells which points within some bounds are junctions; None where none can be.
    pub fn within(&self, bounds: WorldBounds) -> Option<impl Fn(WorldPoint) -> bool> {
        let frame = Some(self.frame).filter(|frame| frame.reaches(bounds));
        let is_junction = move |point| {
            self.points.binary_search(&hash(key(point))).is_ok()
                || frame.is_some_and(|frame| frame.sides(point) != 0)
        };
        (frame.is_some() || !self.points.is_empty()).then_some(is_junction)
    }
}

/// In how many shares points are sorted, by the highest bits of their hashes: so each
/// sort is one of few and on any thread.
const SHARES: usize = 8;

/// The hash of a point, and one of both its neighbours.
type Around = (u64, u64);

/// The points that have not the same neighbours wherever they are, in their order.
fn parting(mut around: Vec<Around>) -> Vec<u64> {
    around.sort_unstable();
    let of_point = around.chunk_by(|a, b| a.0 == b.0);
    // Sorted: all are alike if the first and the last are.
    let parting = of_point.filter(|all| all[0].1 != all[all.len() - 1].1);
    parting.map(|all| all[0].0).collect()
}

/// How many paths a thread looks through at a time.
pub(super) const PATHS_PER_TURN: usize = 64;

/// Tells points that may lie on several paths from those that surely lie on one, by two
/// bits for each slot of a table (Bloom 1970): whether a point was put there, and
/// whether another.
///
/// The slots of points near each other are near each other too, in a row of four times
/// the bytes that a processor fetches at a time: to look at one that is far off takes
/// longer than all the rest. In shorter rows the points of a line meet each other.
struct Sieve {
    bounds: WorldBounds,
    /// How many cells a unit of the plane has, in both directions. The points of a cell
    /// share a row.
    cells: (f64, f64),
    rows: usize,
    table: Vec<AtomicU64>,
}

/// Slots in a row, and in a word of it.
const ROW: usize = 1024;
const WORD: usize = 32;

impl Sieve {
    /// None without a path.
    fn of(paths: &[&Path]) -> Option<Sieve> {
        let bounds = paths.iter().map(|path| path.bounds).reduce(WorldBounds::union)?;
        let points: usize = paths.iter().map(|path| path.points.len()).sum();
        // A cell for four points: of a line, many come to one cell.
        let side = (points as f64 / 4.0).sqrt();
        let cells = |length: f64| if length > 0.0 { side / length } else { 0.0 };
        let cells = (cells(bounds.width()), cells(bounds.height()));
        // Twelve slots for each point: one of some twelve is kept for nothing, or of six
        // where lines wander about in their cells.
        let rows = (12 * points).div_ceil(ROW);
        let table = std::iter::repeat_with(AtomicU64::default).take(rows * ROW / WORD).collect();
        let sieve = Sieve { bounds, cells, rows, table };
        let turns: Vec<&[&Path]> = paths.chunks(PATHS_PER_TURN).collect();
        threads::all(&turns, |paths| {
            let mut last = Last::default();
            let points = paths.iter().flat_map(|path| &path.points);
            points.for_each(|point| sieve.put(*point, &mut last));
        });
        Some(sieve)
    }

    /// The word and the bit of a point.
    fn place(&self, point: WorldPoint, last: &mut Last) -> (usize, usize) {
        let WorldBounds { min, .. } = self.bounds;
        let column = ((point.x - min.x) * self.cells.0) as u32;
        let line = ((point.y - min.y) * self.cells.1) as u32;
        if last.cell != Some((column, line)) {
            let row = (spread((column.into(), line.into())) * self.rows as u64) >> 32;
            *last = Last { cell: Some((column, line)), row: row as usize };
        }
        let slot = spread(key(point)) as usize % ROW;
        ((last.row * ROW + slot) / WORD, 2 * (slot % WORD))
    }

    /// In whatever order points are put, the same slots are found to be shared.
    fn put(&self, point: WorldPoint, last: &mut Last) {
        let (word, bit) = self.place(point, last);
        let before = self.table[word].fetch_or(1 << bit, Relaxed);
        if before >> bit & 1 != 0 {
            self.table[word].fetch_or(2 << bit, Relaxed);
        }
    }

    /// Adds the points of a path that may lie on several, each to its share. At the ends
    /// of a line the neighbour is the end itself.
    fn find_shared(&self, path: &Path, found: &mut [Vec<Around>; SHARES]) {
        let n = path.points.len();
        let mut last = Last::default();
        for (i, point) in path.points.iter().enumerate() {
            if self.is_shared(*point, &mut last) {
                let here = hash(key(*point));
                let before = i.checked_sub(1).unwrap_or(if path.closed { n - 1 } else { i });
                let after = if i + 1 < n {
                    i + 1
                } else if path.closed {
                    0
                } else {
                    i
                };
                let [before, after] = [before, after].map(|i| hash(key(path.points[i])));
                let share = (here / (u64::MAX / SHARES as u64 + 1)) as usize;
                found[share].push((here, hash((before.min(after), before.max(after)))));
            }
        }
    }

    fn is_shared(&self, point: WorldPoint, last: &mut Last) -> bool {
        let (word, bit) = self.place(point, last);
        self.table[word].load(Relaxed) >> bit & 2 != 0
    }
}

/// The cell of the point before, and its row: of a line, many points come to one cell.
#[derive(Default)]
struct Last {
    cell: Option<(u32, u32)>,
    row: usize,
}

/// A pair of numbers as one of 32 bits: two products spread them well enough for a
/// table, and are soon worked out.
fn spread((a, b): (u64, u64)) -> u64 {
    let mixed = a.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(b.rotate_left(32));
    mixed.wrapping_mul(0xD6E8_FEB8_6659_FD93) >> 32
}

/// Spreads a pair of numbers over all there are (the finisher of MurmurHash3).
fn hash((a, b): (u64, u64)) -> u64 {
    let mix = |mut x: u64| {
        x = (x ^ (x >> 33)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
        x = (x ^ (x >> 33)).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
        x ^ (x >> 33)
    };
    mix(a ^ mix(b).rotate_left(32).wrapping_add(0x9E37_79B9_7F4A_7C15))
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    /// By looking at every point of every path.
    fn found_one_by_one(paths: &[Path]) -> HashSet<Key> {
        let mut around: HashMap<Key, HashSet<[Key; 2]>> = HashMap::new();
        for Path { points, closed, .. } in paths {
            let n = points.len();
            let at = |i: usize| key(points[i]);
            for i in 0..n {
                let ends = if *closed { [n - 1, 0] } else { [i, i] };
                let before = if i > 0 { i - 1 } else { ends[0] };
                let after = if i + 1 < n { i + 1 } else { ends[1] };
                let mut both = [at(before), at(after)];
                both.sort_unstable();
                around.entry(at(i)).or_default().insert(both);
            }
        }
        around.into_iter().filter(|(_, all)| all.len() > 1).map(|(point, _)| point).collect()
    }

    proptest! {
        #[test]
        fn junctions_are_where_paths_part(
            lists in vec((vec((0..7_u32, 0..7_u32), 2..12), any::<bool>()), 1..30),
        ) {
            let inside = |n: u32| 0.3 + f64::from(n) / 20.0;
            let path = |(list, closed): (Vec<(u32, u32)>, bool)| {
                let points = list.into_iter().map(|(x, y)| WorldPoint { x: inside(x), y: inside(y) });
                let points = points.collect();
                if closed { Path::ring(points) } else { Path::line(points) }
            };
            let paths: Vec<Path> = lists.into_iter().filter_map(path).collect();
            let expect = found_one_by_one(&paths);
            let junctions = Junctions::of(&paths, Frame::default());
            for Path { points, bounds, .. } in &paths {
                let is_junction = junctions.within(*bounds);
                for point in points {
                    let found = is_junction.as_ref().is_some_and(|it| it(*point));
                    prop_assert_eq!(found, expect.contains(&key(*point)));
                }
            }
        }
    }
}
