//! Small sums with rings and lines on the Mercator plane.

use crate::geo::WorldPoint;

/// The edges of a ring without its closing point.
pub(super) fn edges(ring: &[WorldPoint]) -> impl Iterator<Item = (WorldPoint, WorldPoint)> {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

pub(super) fn area(ring: &[WorldPoint]) -> f64 {
    edges(ring).map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f64>().abs() / 2.0
}

/// Whether the edge crosses a line from the point eastwards. A point is inside a
/// ring when an odd number of edges do; of two rings with a common border, a
/// point on it is inside one.
pub(super) fn crosses(p: WorldPoint, a: WorldPoint, b: WorldPoint) -> bool {
    (a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x
}

/// A ring that can be asked quickly whether a point lies inside: its edges by how
/// far south they are.
pub(super) struct RingIndex<'a> {
    ring: &'a [WorldPoint],
    top: f64,
    height: f64,
    /// For each strip the numbers of the edges in it, by their first points.
    strips: Vec<Vec<u32>>,
}

impl<'a> RingIndex<'a> {
    pub fn of(ring: &'a [WorldPoint]) -> RingIndex<'a> {
        let ys = || ring.iter().map(|point| point.y);
        let top = ys().fold(f64::INFINITY, f64::min);
        let bottom = ys().fold(f64::NEG_INFINITY, f64::max);
        let count = (ring.len() / 4).clamp(1, 4096);
        let height = ((bottom - top) / count as f64).max(f64::MIN_POSITIVE);
        let mut index = RingIndex { ring, top, height, strips: vec![Vec::new(); count] };
        for (i, (a, b)) in edges(ring).enumerate() {
            let (first, last) = (index.strip(a.y.min(b.y)), index.strip(a.y.max(b.y)));
            index.strips[first..=last].iter_mut().for_each(|strip| strip.push(i as u32));
        }
        index
    }

    fn strip(&self, y: f64) -> usize {
        (((y - self.top) / self.height) as usize).min(self.strips.len() - 1)
    }

    pub fn holds(&self, point: WorldPoint) -> bool {
        let next = |i: usize| self.ring[(i + 1) % self.ring.len()];
        let strip = self.strips[self.strip(point.y)].iter().map(|i| *i as usize);
        strip.filter(|i| crosses(point, self.ring[*i], next(*i))).count() % 2 == 1
    }
}

/// From a point to the piece of a straight line between `a` and `b`.
pub(super) fn squared_distance(p: WorldPoint, a: WorldPoint, b: WorldPoint) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let squared_length = dx * dx + dy * dy;
    // The ends of a piece without length are the same point.
    let divisor = if squared_length > 0.0 { squared_length } else { 1.0 };
    let share = (((p.x - a.x) * dx + (p.y - a.y) * dy) / divisor).clamp(0.0, 1.0);
    let (x, y) = (a.x + dx * share - p.x, a.y + dy * share - p.y);
    x * x + y * y
}
