//! How much room things take up in a picture.

use super::{Group, Item, Node, Outline, Path, Point, Rect, Segment};

/// How far from its corner a picture reaches at most, in points. What lies
/// beyond is drawn nowhere, as is what has a number that is not finite: so far
/// away, 32 bits no longer tell one point from the next.
pub const FARTHEST: f32 = 1e9;

impl Rect {
    /// The smallest rectangle around all points; None without a point.
    pub fn around_all(points: impl IntoIterator<Item = Point>) -> Option<Rect> {
        points.into_iter().map(|p| Rect { min: p, max: p }).reduce(Rect::union)
    }

    pub fn union(self, other: Rect) -> Rect {
        Rect {
            min: Point::new(self.min.x.min(other.min.x), self.min.y.min(other.min.y)),
            max: Point::new(self.max.x.max(other.max.x), self.max.y.max(other.max.y)),
        }
    }

    /// What both cover; None where they do not meet.
    pub fn intersection(self, other: Rect) -> Option<Rect> {
        let both = Rect {
            min: Point::new(self.min.x.max(other.min.x), self.min.y.max(other.min.y)),
            max: Point::new(self.max.x.min(other.max.x), self.max.y.min(other.max.y)),
        };
        (both.min.x <= both.max.x && both.min.y <= both.max.y).then_some(both)
    }

    /// Whether it lies anywhere: all of its numbers are finite and less than
    /// [`FARTHEST`].
    pub fn is_somewhere(self) -> bool {
        let corners = [self.min.x, self.min.y, self.max.x, self.max.y];
        // Written so that NaN fails as well.
        corners.iter().all(|x| x.abs() < FARTHEST)
    }
}

impl Outline {
    /// The box the outline lies in; control points of curves count as part of
    /// it. None where it has no points, is inside out or lies nowhere.
    pub fn bounds(&self) -> Option<Rect> {
        let bounds = match self {
            Outline::Geometry(geometry, placement) => {
                let (bounds, origin) = (geometry.bounds(), geometry.origin());
                let place = |x: f64, y: f64| {
                    let offset = placement.offset;
                    Point {
                        x: ((x - origin.x) * placement.scale) as f32 + offset.x,
                        y: ((y - origin.y) * placement.scale) as f32 + offset.y,
                    }
                };
                let corners =
                    [place(bounds.min.x, bounds.min.y), place(bounds.max.x, bounds.max.y)];
                Rect::around_all(corners)?
            }
            Outline::Circle { center, radius } if *radius >= 0.0 => {
                Rect::around(*center, radius * 2.0, radius * 2.0)
            }
            Outline::Rect { rect, corner } if corner.is_finite() => rect.intersection(*rect)?,
            Outline::Circle { .. } | Outline::Rect { .. } => return None,
            Outline::Segments(segments) => {
                let points = || segments.iter().flat_map(Segment::points);
                // `min` and `max` pass over a NaN, so each point is looked at.
                if !points().all(|p| p.x.is_finite() && p.y.is_finite()) {
                    return None;
                }
                Rect::around_all(points())?
            }
        };
        bounds.is_somewhere().then_some(bounds)
    }

    /// Whether a point inside of two of its rings is outside: so it is for map
    /// geometry, where a ring within a ring is a hole. Other outlines are filled
    /// by the non-zero rule.
    pub fn is_even_odd(&self) -> bool {
        matches!(self, Outline::Geometry(..))
    }
}

impl Segment {
    fn points(&self) -> impl Iterator<Item = Point> + use<> {
        let (points, count) = match *self {
            Segment::Move(p) | Segment::Line(p) => ([p; 3], 1),
            Segment::Cubic(a, b, p) => ([a, b, p], 3),
            Segment::Close => ([Point::default(); 3], 0),
        };
        points.into_iter().take(count)
    }
}

impl Path {
    /// The box the path lies in, its stroke included; None where there is
    /// nothing to draw.
    pub fn bounds(&self) -> Option<Rect> {
        // A corner of a rectangle reaches further out than its edges; no other
        // corner does, as all of them are rounded.
        let reach = self.stroke.as_ref().map_or(0.0, |stroke| stroke.width / 2.0);
        let bounds = self.outline.bounds()?.grown(reach);
        (bounds.is_somewhere() && reach >= 0.0).then_some(bounds)
    }
}

impl Group {
    /// Whether its nodes lie anywhere: all of its own numbers are finite.
    pub fn is_somewhere(&self) -> bool {
        let numbers = [self.offset.x, self.offset.y, self.opacity];
        numbers.iter().all(|x| x.is_finite()) && self.clip.is_none_or(Rect::is_somewhere)
    }
}

impl Node {
    /// The box the node lies in; None where there is nothing to draw.
    pub fn bounds(&self) -> Option<Rect> {
        match &self.item {
            Item::Path(path) => path.bounds(),
            Item::Label(label) => Some(label.bounds()).filter(|bounds| bounds.is_somewhere()),
            Item::Group(group) => {
                let all = group.nodes.iter().filter_map(Node::bounds).reduce(Rect::union)?;
                let seen = group.clip.map_or(Some(all), |clip| clip.intersection(all))?;
                Some(seen.moved(group.offset.x, group.offset.y)).filter(|rect| rect.is_somewhere())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Color, Stroke};
    use super::*;

    #[test]
    fn strokes_offsets_and_clips_count() {
        let disc = Outline::Circle { center: Point::new(10.0, 10.0), radius: 4.0 };
        let path = Path::stroked(disc, Stroke::new(Color::BLACK, 2.0));
        assert_eq!(path.bounds(), Some(Rect::new(5.0, 5.0, 10.0, 10.0)));
        let mut group = Group::named("discs", vec![Node::new(path)]);
        group.offset = Point::new(100.0, 0.0);
        group.clip = Some(Rect::new(0.0, 0.0, 12.0, 12.0));
        assert_eq!(Node::new(group).bounds(), Some(Rect::new(105.0, 5.0, 7.0, 7.0)));
    }

    #[test]
    fn what_has_no_numbers_is_nowhere() {
        let nan = Point::new(1.0, f32::NAN);
        for outline in [
            Outline::line([Point::default(), nan, Point::new(3.0, 3.0)]),
            Outline::line([]),
            Outline::Circle { center: nan, radius: 1.0 },
            Outline::Circle { center: Point::default(), radius: f32::INFINITY },
            Outline::Rect { rect: Rect { min: nan, max: nan }, corner: 0.0 },
            Outline::Rect { rect: Rect::new(0.0, 0.0, 1.0, 1.0), corner: f32::NAN },
            Outline::Rect { rect: Rect::new(0.0, 0.0, -1.0, 1.0), corner: 0.0 },
            Outline::Circle { center: Point::default(), radius: -1.0 },
        ] {
            assert_eq!(outline.bounds(), None, "{outline:?}");
        }
    }
}
