//! Scenes as parts of a page.
//!
//! A map that is zoomed stretches its routes and borders, while symbols and
//! letters keep their size and move along. Here it is decided which is which.

use crate::render::data::{number, push_trace, segment_data};
use crate::render::visible::Window;
use crate::scene::{
    Anchor, Fill, Font, Item, Label, Node, Outline, Path, Point, Rect, Stroke, Subject,
    rect_segments,
};

use super::live::RUNNING;
use super::pool::{Pool, length, numbers, quoted};

/// What is this small and filled is a symbol, in points.
const SYMBOL: f32 = 44.0;
/// Groups that are one symbol, with the first of their nodes in its middle.
const SYMBOLS: [&str; 3] = ["site", "batch", "out"];
/// Points of map geometry nearer to each other than this are one, in points.
const STEP: f32 = 0.4;
/// Decimals of points in path data.
const DECIMALS: u32 = 1;

/// Turns the nodes of one picture into parts.
pub struct Sketch<'a> {
    pub pool: &'a mut Pool,
    /// What becomes the origin: the middle of a map.
    pub origin: Point,
    /// What can be seen.
    pub window: Rect,
}

/// How a list of the timeline follows its width.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// Left of the days.
    No = 0,
    /// With the days.
    Days = 1,
    /// With the whole.
    Whole = 2,
}

impl Sketch<'_> {
    /// The entries of nodes of a map layer. `anchor_of` says where the site of a label
    /// is, so that the label stays beside it.
    pub fn map(
        &mut self,
        layer: &str,
        nodes: &[Node],
        anchor_of: &dyn Fn(&Subject) -> Option<Point>,
    ) -> Vec<usize> {
        let mut entries = Vec::new();
        self.map_nodes(layer == RUNNING, nodes, anchor_of, None, &mut entries);
        entries
    }

    fn map_nodes(
        &mut self,
        runs: bool,
        nodes: &[Node],
        anchor_of: &dyn Fn(&Subject) -> Option<Point>,
        above: Option<&Subject>,
        entries: &mut Vec<usize>,
    ) {
        for node in nodes {
            let subject = node.subject.as_ref().or(above);
            let entry = match &node.item {
                Item::Group(group) if SYMBOLS.contains(&group.name) => {
                    let Some(at) = middle(&group.nodes) else { continue };
                    (self.symbol(&group.nodes, at), at)
                }
                Item::Group(group) => {
                    self.map_nodes(runs, &group.nodes, anchor_of, subject, entries);
                    continue;
                }
                Item::Label(label) => {
                    let at = subject.and_then(anchor_of).unwrap_or(label.at);
                    (Some(self.label(label, at)), at)
                }
                Item::Path(path) => match symbol_at(path) {
                    Some(at) => (self.path(path, at, false, false), at),
                    None => (self.path(path, self.origin, true, runs), self.origin),
                },
            };
            if let (Some(number), at) = entry {
                entries.push(self.entry(number, at, subject));
            }
        }
    }

    /// A symbol as one node.
    fn symbol(&mut self, nodes: &[Node], at: Point) -> Option<usize> {
        let parts = self.parts(nodes, at);
        (!parts.is_empty()).then(|| self.pool.nodes.number_of(format!("[3,{}]", numbers(parts))))
    }

    /// Nodes that keep their size, by where they are from a point.
    fn parts(&mut self, nodes: &[Node], from: Point) -> Vec<usize> {
        let mut parts = Vec::new();
        for node in nodes {
            match &node.item {
                Item::Path(path) => parts.extend(self.path(path, from, false, false)),
                Item::Label(label) => parts.push(self.label(label, from)),
                Item::Group(group) => {
                    let inner = from.plus(-group.offset.x, -group.offset.y);
                    let (window, seen) = (self.window, group.clip.unwrap_or(self.window));
                    self.window = seen;
                    let of_group = self.parts(&group.nodes, inner);
                    self.window = window;
                    match group.clip {
                        Some(clip) => {
                            let min = clip.min.plus(-inner.x, -inner.y);
                            let clip = [min.x, min.y, clip.width(), clip.height()].map(length);
                            let node = format!("[3,{},[{}]]", numbers(of_group), clip.join(","));
                            parts.push(self.pool.nodes.number_of(node));
                        }
                        None => parts.extend(of_group),
                    }
                }
            }
        }
        parts
    }

    /// The entry of a piece of furniture, with the side of the picture it keeps to:
    /// 0 left or top, 0.5 the middle, 1 right or bottom. None for what cannot be seen.
    pub fn furniture(&mut self, piece: &Node, size: (f32, f32)) -> Option<usize> {
        let bounds = piece.bounds()?;
        let parts = self.parts(std::slice::from_ref(piece), Point::default());
        let node = self.pool.nodes.number_of(format!("[3,{}]", numbers(parts)));
        let across = side(bounds.min.x, bounds.max.x, size.0);
        let down = side(bounds.min.y, bounds.max.y, size.1);
        let part = match &piece.subject {
            Some(Subject::Part(part)) => part,
            _ => "",
        };
        let entry = format!("[{node},{across},{down},{}]", quoted(part));
        Some(self.pool.entries.number_of(entry))
    }

    /// The entries of nodes on the axis of time, where days begin at `gutter`.
    pub fn timed(&mut self, nodes: &[Node], gutter: f32) -> Vec<usize> {
        let mut entries = Vec::new();
        self.timed_nodes(nodes, gutter, &mut entries);
        entries
    }

    fn timed_nodes(&mut self, nodes: &[Node], gutter: f32, entries: &mut Vec<usize>) {
        for node in nodes {
            let (number, at, stretch) = match &node.item {
                Item::Group(group) => {
                    self.timed_nodes(&group.nodes, gutter, entries);
                    continue;
                }
                Item::Label(label) => {
                    let in_gutter = label.start().x < gutter;
                    let stretch = if in_gutter { Stretch::No } else { Stretch::Days };
                    (Some(self.label(label, label.at)), label.at, stretch)
                }
                Item::Path(path) => {
                    let Some(bounds) = path.bounds() else { continue };
                    let stretch = if bounds.max.x <= gutter + 1.0 {
                        Stretch::No
                    } else if bounds.min.x.abs() < 2.0 && bounds.max.x > self.window.max.x - 2.0 {
                        Stretch::Whole
                    } else {
                        Stretch::Days
                    };
                    let from = Point::default();
                    (self.path(path, from, false, false), from, stretch)
                }
            };
            if let Some(number) = number {
                let [x, y] = [at.x, at.y].map(length);
                let entry = format!("[{number},{x},{y},{}]", stretch as u8);
                entries.push(self.pool.entries.number_of(entry));
            }
        }
    }

    fn entry(&mut self, node: usize, at: Point, subject: Option<&Subject>) -> usize {
        let [x, y] = [at.x - self.origin.x, at.y - self.origin.y].map(length);
        let entry = match subject {
            Some(Subject::Item(id)) => {
                let subject = self.pool.subjects.number_of(id.as_str().to_owned());
                format!("[{node},{x},{y},{subject}]")
            }
            _ => format!("[{node},{x},{y}]"),
        };
        self.pool.entries.number_of(entry)
    }

    /// None for what cannot be seen.
    fn path(&mut self, path: &Path, from: Point, stretches: bool, runs: bool) -> Option<usize> {
        let data = self.data(&path.outline, from);
        if data.is_empty() {
            return None;
        }
        let outline = self.pool.outlines.number_of(quoted(&data));
        let is_line = matches!(&path.outline, Outline::Geometry(g, _) if !g.is_area());
        let fill = path.fill.filter(|_| !is_line).map(|fill| self.fill(fill));
        let stroke = path.stroke.as_ref().map(|stroke| self.stroke(stroke, runs));
        let or_none = |number: Option<usize>| number.map_or("-1".to_owned(), |n| n.to_string());
        let (kind, fill, stroke) = (u8::from(stretches), or_none(fill), or_none(stroke));
        Some(self.pool.nodes.number_of(format!("[{kind},{outline},{fill},{stroke}]")))
    }

    fn fill(&mut self, fill: Fill) -> usize {
        let colors = match fill {
            Fill::Solid(color) => vec![self.pool.palette.number_of(color)],
            Fill::Hatch { line, ground } => {
                let line = self.pool.palette.number_of(line);
                let ground = ground.map(|ground| self.pool.palette.number_of(ground));
                let none = -1;
                let ground = ground.map_or(none.to_string(), |ground| ground.to_string());
                return self.pool.fills.number_of(format!("[{line},{ground}]"));
            }
        };
        self.pool.fills.number_of(numbers(colors))
    }

    fn stroke(&mut self, stroke: &Stroke, runs: bool) -> usize {
        let color = self.pool.palette.number_of(stroke.color);
        let width = (stroke.width * 100.0).round() / 100.0;
        let dash = match &stroke.dash {
            Some(dash) => {
                let lengths: Vec<String> = dash.lengths.iter().map(|l| length(*l)).collect();
                // What runs begins where the moment says.
                let offset = if runs { "\"runs\"".into() } else { length(dash.offset) };
                format!(",[{}],{offset}", lengths.join(","))
            }
            None => String::new(),
        };
        self.pool.strokes.number_of(format!("[{color},{width}{dash}]"))
    }

    fn label(&mut self, label: &Label, from: Point) -> usize {
        let text = self.pool.texts.number_of(quoted(&label.text));
        let font = self.font(label.font);
        // What is set apart begins where we say: browsers differ in whether the space
        // behind the last letter counts.
        let spaced = label.font.spacing != 0.0;
        let (at, anchor) = match label.anchor {
            _ if spaced => (label.start(), 0),
            Anchor::Start => (label.at, 0),
            Anchor::Middle => (label.at, 1),
            Anchor::End => (label.at, 2),
        };
        let color = self.pool.palette.number_of(label.color);
        let [x, y] = [at.x - from.x, at.y - from.y].map(length);
        let halo = match label.halo {
            Some((color, width)) => format!(",{},{width}", self.pool.palette.number_of(color)),
            None => String::new(),
        };
        let node = format!("[2,{text},{font},{anchor},{color},{x},{y}{halo}]");
        self.pool.nodes.number_of(node)
    }

    fn font(&mut self, font: Font) -> usize {
        let italic = u8::from(font.face.is_italic());
        let font = format!("[{},{italic},{},{}]", font.face.weight(), font.size, font.spacing);
        self.pool.fonts.number_of(font)
    }

    /// The outline as in the `d` of SVG, by where it is from a point.
    fn data(&self, outline: &Outline, from: Point) -> String {
        match outline {
            Outline::Geometry(geometry, placement) => {
                let window = Window { rect: self.window, step: STEP };
                let mut data = String::new();
                for trace in window.contours(geometry, *placement) {
                    push_trace(&mut data, &trace, from, DECIMALS);
                }
                data
            }
            Outline::Circle { center, radius } => {
                let (x, y) = (center.x - from.x - radius, center.y - from.y);
                let [x, y, r, d, back] =
                    [x, y, *radius, 2.0 * radius, -2.0 * radius].map(|x| number(x, DECIMALS));
                format!("M{x} {y}a{r} {r} 0 1 1 {d} 0a{r} {r} 0 1 1 {back} 0Z")
            }
            Outline::Rect { rect, corner } => {
                segment_data(&rect_segments(*rect, *corner), from, DECIMALS)
            }
            Outline::Segments(segments) => segment_data(segments, from, DECIMALS),
        }
    }
}

/// To which side of a picture a piece keeps.
fn side(min: f32, max: f32, size: f32) -> &'static str {
    if min < size * 0.1 {
        "0"
    } else if max > size * 0.75 {
        "1"
    } else {
        "0.5"
    }
}

/// Where a symbol that is one path has its middle; None for what is no symbol.
fn symbol_at(path: &Path) -> Option<Point> {
    let is_map = matches!(path.outline, Outline::Geometry(..));
    let bounds = path.outline.bounds().filter(|_| path.fill.is_some() && !is_map)?;
    (bounds.width().max(bounds.height()) < SYMBOL).then(|| bounds.center())
}

/// The middle of the first path.
fn middle(nodes: &[Node]) -> Option<Point> {
    nodes.iter().find_map(|node| match &node.item {
        Item::Path(path) => path.outline.bounds().map(Rect::center),
        Item::Group(group) => middle(&group.nodes),
        Item::Label(_) => None,
    })
}
