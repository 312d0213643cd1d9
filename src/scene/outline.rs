//! The outlines of paths.

use std::sync::Arc;

use crate::geo::{Geometry, MapView, ViewPoint};

/// A point of a picture: x to the right, y down, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    pub x: f32,
    pub y: f32,
}

/// An upright rectangle; `min` is its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    pub min: Point,
    pub max: Point,
}

/// The form of a path.
#[derive(Clone, Debug)]
pub enum Outline {
    /// Map geometry, projected once and shared, put into the picture.
    Geometry(Arc<Geometry>, Placement),
    Circle {
        center: Point,
        radius: f32,
    },
    Rect {
        rect: Rect,
        corner: f32,
    },
    /// Lines and curves from segment to segment.
    Segments(Vec<Segment>),
}

/// Geometry is shared, not copied: that of a map is equal to itself alone.
impl PartialEq for Outline {
    fn eq(&self, other: &Outline) -> bool {
        match (self, other) {
            (Outline::Geometry(a, at), Outline::Geometry(b, bt)) => Arc::ptr_eq(a, b) && at == bt,
            (
                Outline::Circle { center: a, radius: r },
                Outline::Circle { center: b, radius: s },
            ) => a == b && r == s,
            (Outline::Rect { rect: a, corner: r }, Outline::Rect { rect: b, corner: s }) => {
                a == b && r == s
            }
            (Outline::Segments(a), Outline::Segments(b)) => a == b,
            _ => false,
        }
    }
}

/// How the plane of a geometry lies in the picture: a point of the geometry is
/// scaled and then moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placement {
    pub scale: f64,
    pub offset: Point,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    Move(Point),
    Line(Point),
    /// A cubic Bézier curve by its two control points and its end.
    Cubic(Point, Point, Point),
    Close,
}

impl Point {
    pub fn new(x: f32, y: f32) -> Point {
        Point { x, y }
    }

    pub fn plus(self, dx: f32, dy: f32) -> Point {
        Point { x: self.x + dx, y: self.y + dy }
    }

    pub fn distance(self, other: Point) -> f32 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// The point at `share` of the way to `other`.
    pub fn towards(self, other: Point, share: f32) -> Point {
        self.plus((other.x - self.x) * share, (other.y - self.y) * share)
    }
}

impl From<ViewPoint> for Point {
    fn from(point: ViewPoint) -> Point {
        Point { x: point.x as f32, y: point.y as f32 }
    }
}

impl Rect {
    pub fn new(x: f32, y: f32, width: f32, height: f32) -> Rect {
        Rect { min: Point::new(x, y), max: Point::new(x + width, y + height) }
    }

    pub fn around(center: Point, width: f32, height: f32) -> Rect {
        Rect::new(center.x - width / 2.0, center.y - height / 2.0, width, height)
    }

    pub fn width(self) -> f32 {
        self.max.x - self.min.x
    }

    pub fn height(self) -> f32 {
        self.max.y - self.min.y
    }

    pub fn center(self) -> Point {
        self.min.towards(self.max, 0.5)
    }

    pub fn contains(self, point: Point) -> bool {
        (self.min.x..=self.max.x).contains(&point.x) && (self.min.y..=self.max.y).contains(&point.y)
    }

    pub fn intersects(self, other: Rect) -> bool {
        self.min.x < other.max.x
            && other.min.x < self.max.x
            && self.min.y < other.max.y
            && other.min.y < self.max.y
    }

    /// Grown on each side; shrunk for a negative number.
    pub fn grown(self, by: f32) -> Rect {
        Rect { min: self.min.plus(-by, -by), max: self.max.plus(by, by) }
    }

    pub fn moved(self, dx: f32, dy: f32) -> Rect {
        Rect { min: self.min.plus(dx, dy), max: self.max.plus(dx, dy) }
    }
}

impl Placement {
    /// Where a map view puts a geometry.
    pub fn of(geometry: &Geometry, view: &MapView) -> Placement {
        Placement {
            scale: view.camera().scale(),
            offset: view.view_from_world(geometry.origin()).into(),
        }
    }

    pub fn apply(&self, point: [f32; 2]) -> Point {
        Point {
            x: (f64::from(point[0]) * self.scale) as f32 + self.offset.x,
            y: (f64::from(point[1]) * self.scale) as f32 + self.offset.y,
        }
    }
}

impl Outline {
    /// A map geometry as a view shows it.
    pub fn of_map(geometry: &Arc<Geometry>, view: &MapView) -> Outline {
        Outline::Geometry(geometry.clone(), Placement::of(geometry, view))
    }

    pub fn line(points: impl IntoIterator<Item = Point>) -> Outline {
        let mut points = points.into_iter();
        let start = points.next().map(Segment::Move);
        Outline::Segments(start.into_iter().chain(points.map(Segment::Line)).collect())
    }

    pub fn polygon(points: impl IntoIterator<Item = Point>) -> Outline {
        let Outline::Segments(mut segments) = Outline::line(points) else {
            unreachable!("a line is made of segments")
        };
        segments.push(Segment::Close);
        Outline::Segments(segments)
    }
}
