//! A finished picture as data.
//!
//! A scene says what is to be seen, in points of its own size, with nothing left
//! to decide: window, SVG and pixels all show the same scene. Its vocabulary is
//! what every one of them can draw. Each node carries what it stands for, so
//! that pointing at a picture finds the camp, the bar or the movement.

#![deny(clippy::disallowed_methods)]

mod bounds;
mod color;
mod dump;
mod fonts;
mod hatch;
mod hit;
mod outline;
pub mod part;
mod text;
mod trace;

use crate::plan::{Id, SectorId};

pub use bounds::FARTHEST;
pub use color::Color;
pub use dump::dump;
pub use fonts::{glyph_outline, has_glyphs};
pub use hatch::{HATCH_STEP, HATCH_WIDTH, hatch_lines};
pub use hit::{nearest_on_piece, subject_at};
pub use outline::{Outline, Placement, Point, Rect, Segment};
pub use text::{Anchor, Face, Font, Glyph, Label, ShapedText, measure, shape};
pub use trace::{Trace, rect_segments};

/// A picture: nodes from back to front on a background.
#[derive(Clone, Debug)]
pub struct Scene {
    /// Width and height in points.
    pub width: f32,
    pub height: f32,
    pub background: Color,
    pub nodes: Vec<Node>,
}

/// Something in a picture, with what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub subject: Option<Subject>,
    pub item: Item,
}

/// What a node stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// An item of the plan.
    Item(Id),
    Sector(SectorId),
    /// A part of the picture itself, such as `legend` or `ruler`.
    Part(&'static str),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    Path(Path),
    Label(Label),
    Group(Group),
}

/// An outline that is filled, stroked or both.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    pub outline: Outline,
    pub fill: Option<Fill>,
    pub stroke: Option<Stroke>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fill {
    Solid(Color),
    /// Parallel lines at 45°, 8 points apart and 2 wide, fixed to the picture.
    Hatch {
        line: Color,
        ground: Option<Color>,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    pub color: Color,
    /// In points, also where the outline is scaled.
    pub width: f32,
    pub dash: Option<Dash>,
}

/// Lengths of dashes and gaps in turn, in points, and where along them to begin.
#[derive(Clone, Debug, PartialEq)]
pub struct Dash {
    pub lengths: Vec<f32>,
    pub offset: f32,
}

/// Nodes that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The layer's name, as it stands in an SVG file.
    pub name: &'static str,
    /// How far the nodes are moved.
    pub offset: Point,
    /// What lies outside is not drawn; in the coordinates of the nodes, so that it
    /// moves with them.
    pub clip: Option<Rect>,
    /// Multiplied into the colours of the nodes, 0 to 1.
    pub opacity: f32,
    pub nodes: Vec<Node>,
}

impl Scene {
    pub fn new(width: f32, height: f32, background: Color) -> Scene {
        Scene { width, height, background, nodes: Vec::new() }
    }
}

impl Node {
    pub fn new(item: impl Into<Item>) -> Node {
        Node { subject: None, item: item.into() }
    }

    pub fn of(subject: Subject, item: impl Into<Item>) -> Node {
        Node { subject: Some(subject), item: item.into() }
    }
}

impl Path {
    pub fn filled(outline: Outline, color: Color) -> Path {
        Path { outline, fill: Some(Fill::Solid(color)), stroke: None }
    }

    pub fn stroked(outline: Outline, stroke: Stroke) -> Path {
        Path { outline, fill: None, stroke: Some(stroke) }
    }

    pub fn with_stroke(self, stroke: Stroke) -> Path {
        Path { stroke: Some(stroke), ..self }
    }
}

impl Stroke {
    pub fn new(color: Color, width: f32) -> Stroke {
        Stroke { color, width, dash: None }
    }

    pub fn dashed(color: Color, width: f32, lengths: impl Into<Vec<f32>>) -> Stroke {
        Stroke { color, width, dash: Some(Dash { lengths: lengths.into(), offset: 0.0 }) }
    }
}

impl Group {
    /// A group that changes nothing of its nodes.
    pub fn named(name: &'static str, nodes: Vec<Node>) -> Group {
        Group { name, offset: Point::default(), clip: None, opacity: 1.0, nodes }
    }
}

impl From<Path> for Item {
    fn from(path: Path) -> Item {
        Item::Path(path)
    }
}

impl From<Label> for Item {
    fn from(label: Label) -> Item {
        Item::Label(label)
    }
}

impl From<Group> for Item {
    fn from(group: Group) -> Item {
        Item::Group(group)
    }
}
