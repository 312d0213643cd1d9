//! A scene as an SVG file.
//!
//! Text stays text. Every group is a `<g>` with the name of its layer; what
//! stands for something has it in `data-subject`, and the first node of each
//! such subject has an `id` made of it.

mod fill;
mod font;
mod path;
mod text;
mod xml;

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::render::data::number;
use crate::scene::{Face, Group, Item, Node, Point, Rect, Scene, Subject};

use xml::Tag;

/// What an SVG file holds besides the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct SvgOptions {
    /// The name of the picture and what is to be seen, for those who cannot see it.
    pub title: Option<String>,
    pub description: Option<String>,
    /// Whether the faces that are used come with it, some 350 kB each: the text
    /// then looks the same where Inter is not installed.
    pub embed_fonts: bool,
}

impl Default for SvgOptions {
    fn default() -> SvgOptions {
        SvgOptions { title: None, description: None, embed_fonts: true }
    }
}

/// The SVG file of a scene, a user unit to the point. The same scene gives the
/// same bytes. What lies outside of the picture is left out.
pub fn document(scene: &Scene, options: &SvgOptions) -> String {
    let mut writer = Writer::default();
    let size = Rect::new(0.0, 0.0, scene.width, scene.height);
    let place = Place { window: size, moved: Point::default(), opacity: 1.0, depth: 1 };
    writer.nodes(&scene.nodes, &place);

    let mut file = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let (width, height) = (number(scene.width, 2), number(scene.height, 2));
    let mut root = Tag::open(&mut file, 0, "svg");
    root.set("xmlns", "http://www.w3.org/2000/svg")
        .set("width", &width)
        .set("height", &height)
        .set("viewBox", &format!("0 0 {width} {height}"))
        .set("role", "img")
        .set("font-family", "Inter, sans-serif")
        .set("stroke-linejoin", "round")
        // Without it some programs round the widths of letters to pixels.
        .set("text-rendering", "geometricPrecision");
    root.end_open();
    for (name, text) in [("title", &options.title), ("desc", &options.description)] {
        if let Some(text) = text {
            Tag::open(&mut file, 1, name).end_with(text);
        }
    }
    if options.embed_fonts && !writer.faces.is_empty() {
        font::style(&mut file, &writer.faces);
    }
    if !writer.defs.is_empty() {
        file.push_str("  <defs>\n");
        file.push_str(&writer.defs);
        file.push_str("  </defs>\n");
    }
    if scene.background.a > 0 {
        let mut tag = Tag::open(&mut file, 1, "rect");
        tag.set("width", &width).set("height", &height);
        fill::solid(&mut tag, scene.background);
        tag.end();
    }
    file.push_str(&writer.body);
    file.push_str("</svg>\n");
    file
}

/// The parts of a file while they are written.
#[derive(Default)]
struct Writer {
    body: String,
    defs: String,
    ids: HashSet<String>,
    /// The ids of hatches by colour and place.
    hatches: HashMap<String, String>,
    faces: BTreeSet<Face>,
}

/// What the groups around a node do to it.
struct Place {
    /// What can be seen, in points of the nodes.
    window: Rect,
    /// How far the nodes are moved in the picture.
    moved: Point,
    opacity: f32,
    depth: usize,
}

impl Writer {
    fn nodes(&mut self, nodes: &[Node], place: &Place) {
        for node in nodes {
            let subject = node.subject.as_ref();
            match &node.item {
                Item::Path(path) => path::write(self, path, subject, place),
                Item::Label(label) => text::write(self, label, subject, place),
                Item::Group(group) => self.group(group, subject, place),
            }
        }
    }

    fn group(&mut self, group: &Group, subject: Option<&Subject>, place: &Place) {
        if !group.is_somewhere() {
            return;
        }
        let Point { x, y } = group.offset;
        let window = place.window.moved(-x, -y);
        let Some(window) = group.clip.map_or(Some(window), |clip| clip.intersection(window)) else {
            return;
        };
        let clip = group.clip.map(|clip| self.clip(clip));
        let id = self.free_id(group.name);
        let mut tag = Tag::open(&mut self.body, place.depth, "g");
        tag.set("id", &id).set("data-name", group.name);
        if group.offset != Point::default() {
            let (x, y) = (number(x, 2), number(y, 2));
            tag.set("transform", &format!("translate({x} {y})"));
        }
        if let Some(clip) = clip {
            tag.set("clip-path", &format!("url(#{clip})"));
        }
        if let Some(subject) = subject {
            tag.set("data-subject", &subject.to_string());
        }
        tag.end_open();
        let opacity = place.opacity * group.opacity.clamp(0.0, 1.0);
        let moved = place.moved.plus(x, y);
        self.nodes(&group.nodes, &Place { window, moved, opacity, depth: place.depth + 1 });
        xml::close(&mut self.body, place.depth, "g");
    }

    /// The id of a clip to a rectangle.
    fn clip(&mut self, clip: Rect) -> String {
        let id = self.free_id("clip");
        let mut tag = Tag::open(&mut self.defs, 2, "clipPath");
        tag.set("id", &id);
        tag.end_open();
        let mut tag = Tag::open(&mut self.defs, 3, "rect");
        path::rect(&mut tag, clip);
        tag.end();
        xml::close(&mut self.defs, 2, "clipPath");
        id
    }

    /// An id nothing else in the file has, made of a name.
    fn free_id(&mut self, name: &str) -> String {
        let allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let name: String = name.chars().map(|c| if allowed(c) { c } else { '-' }).collect();
        let mut id = name.clone();
        let mut count = 1;
        while !self.ids.insert(id.clone()) {
            count += 1;
            id = format!("{name}-{count}");
        }
        id
    }

    /// The id of a subject, for the first of its nodes.
    fn subject_id(&mut self, subject: Option<&Subject>) -> Option<String> {
        let id = subject?.to_string().replace(':', "-");
        self.ids.insert(id.clone()).then_some(id)
    }
}
