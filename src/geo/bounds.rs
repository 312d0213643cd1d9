//! Rectangles on the Mercator plane.

use super::WorldPoint;

/// An upright rectangle on the Mercator plane; `min` is its north-western corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorldBounds {
    pub min: WorldPoint,
    pub max: WorldPoint,
}

impl WorldBounds {
    /// The smallest rectangle around all points; None without a point.
    pub fn around(points: impl IntoIterator<Item = WorldPoint>) -> Option<WorldBounds> {
        points.into_iter().map(|p| WorldBounds { min: p, max: p }).reduce(WorldBounds::union)
    }

    pub fn union(self, other: WorldBounds) -> WorldBounds {
        WorldBounds {
            min: WorldPoint { x: self.min.x.min(other.min.x), y: self.min.y.min(other.min.y) },
            max: WorldPoint { x: self.max.x.max(other.max.x), y: self.max.y.max(other.max.y) },
        }
    }

    pub fn intersects(self, other: WorldBounds) -> bool {
        self.min.x <= other.max.x
            && other.min.x <= self.max.x
            && self.min.y <= other.max.y
            && other.min.y <= self.max.y
    }

    pub fn contains(self, point: WorldPoint) -> bool {
        (self.min.x..=self.max.x).contains(&point.x) && (self.min.y..=self.max.y).contains(&point.y)
    }

    pub fn width(self) -> f64 {
        self.max.x - self.min.x
    }

    pub fn height(self) -> f64 {
        self.max.y - self.min.y
    }

    pub fn center(self) -> WorldPoint {
        self.min.towards(self.max, 0.5)
    }

    /// Grown on each side by `share` of its own width and height.
    pub fn grown(self, share: f64) -> WorldBounds {
        let (dx, dy) = (self.width() * share, self.height() * share);
        WorldBounds {
            min: WorldPoint { x: self.min.x - dx, y: self.min.y - dy },
            max: WorldPoint { x: self.max.x + dx, y: self.max.y + dy },
        }
    }
}
