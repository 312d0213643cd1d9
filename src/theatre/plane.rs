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

/// From a point to the piece of a straight line between `a` and `b`.
pub(super) fn squared_distance(p: WorldPoint, a: WorldPoint, b: WorldPoint) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let along = ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy);
    // A piece without length gives NaN: its ends are the same point.
    let share = if along.is_finite() { along.clamp(0.0, 1.0) } else { 0.0 };
    let (x, y) = (a.x + dx * share - p.x, a.y + dy * share - p.y);
    x * x + y * y
}
