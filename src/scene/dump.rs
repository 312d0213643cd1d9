//! A scene as text, for tests and for reading.

use std::fmt::{self, Write};

use crate::geo::Geometry;

use super::{
    Anchor, Face, Fill, Group, Item, Label, Node, Outline, Path, Placement, Rect, Scene, Segment,
    Stroke, Subject,
};

/// A scene as text: a line for each node, the nodes of a group indented. Says
/// all that is in the scene but the points of map geometry; lengths are rounded
/// to a tenth of a point, so that the text stays the same from machine to machine.
pub fn dump(scene: &Scene) -> String {
    let (width, height) = (number(scene.width), number(scene.height));
    let mut out = format!("scene {width}×{height} on {}\n", scene.background);
    nodes(&mut out, &scene.nodes, 1);
    out
}

/// `item:ber`, `sector:east`, `part:legend`.
impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Subject::Item(id) => write!(f, "item:{id}"),
            Subject::Sector(id) => write!(f, "sector:{}", id.as_str()),
            Subject::Part(part) => write!(f, "part:{part}"),
        }
    }
}

fn nodes(out: &mut String, nodes_within: &[Node], depth: usize) {
    for node in nodes_within {
        let mut line = "  ".repeat(depth);
        match &node.item {
            Item::Path(path) => path_words(&mut line, path),
            Item::Label(label) => label_words(&mut line, label),
            Item::Group(group) => group_words(&mut line, group),
        }
        if let Some(subject) = &node.subject {
            push(&mut line, format_args!(" [{subject}]"));
        }
        out.push_str(&line);
        out.push('\n');
        if let Item::Group(group) = &node.item {
            nodes(out, &group.nodes, depth + 1);
        }
    }
}

fn group_words(line: &mut String, group: &Group) {
    push(line, format_args!("group {}", group.name));
    if group.offset != Default::default() {
        push(line, format_args!(" moved {}", pair(group.offset.x, group.offset.y)));
    }
    if let Some(clip) = group.clip {
        push(line, format_args!(" clip {}", rect_words(clip)));
    }
    if group.opacity != 1.0 {
        push(line, format_args!(" opacity {:.2}", group.opacity));
    }
}

fn label_words(line: &mut String, label: &Label) {
    let face = match label.font.face {
        Face::Regular => "regular",
        Face::SemiBold => "semibold",
        Face::Italic => "italic",
    };
    let anchor = match label.anchor {
        Anchor::Start => "from",
        Anchor::Middle => "around",
        Anchor::End => "up to",
    };
    let (at, size) = (pair(label.at.x, label.at.y), number(label.font.size));
    push(line, format_args!("label {:?} {anchor} {at} {face} {size}", label.text));
    if label.font.spacing != 0.0 {
        push(line, format_args!(" spaced {}", number(label.font.spacing)));
    }
    push(line, format_args!(" {}", label.color));
    if let Some((color, width)) = label.halo {
        push(line, format_args!(" halo {color} {}", number(width)));
    }
}

fn path_words(line: &mut String, path: &Path) {
    match &path.outline {
        Outline::Geometry(geometry, placement) => geometry_words(line, geometry, placement),
        Outline::Circle { center, radius } => {
            push(
                line,
                format_args!("circle {} radius {}", pair(center.x, center.y), number(*radius)),
            );
        }
        Outline::Rect { rect, corner } => {
            push(line, format_args!("rect {}", rect_words(*rect)));
            if *corner != 0.0 {
                push(line, format_args!(" corner {}", number(*corner)));
            }
        }
        Outline::Segments(segments) => {
            line.push_str("path");
            segments.iter().for_each(|segment| segment_words(line, segment));
        }
    }
    match path.fill {
        Some(Fill::Solid(color)) => push(line, format_args!(" fill {color}")),
        Some(Fill::Hatch { line: color, ground: None }) => {
            push(line, format_args!(" hatch {color}"));
        }
        Some(Fill::Hatch { line: color, ground: Some(ground) }) => {
            push(line, format_args!(" hatch {color} on {ground}"));
        }
        None => {}
    }
    if let Some(stroke) = &path.stroke {
        stroke_words(line, stroke);
    }
}

fn geometry_words(line: &mut String, geometry: &Geometry, placement: &Placement) {
    let form = if geometry.is_area() { "areas" } else { "lines" };
    let (contours, points) = (geometry.contours().len(), geometry.vertex_count());
    let at = pair(placement.offset.x, placement.offset.y);
    let width = geometry.bounds().width() * placement.scale;
    let height = geometry.bounds().height() * placement.scale;
    let (width, height) = (number(width as f32), number(height as f32));
    push(
        line,
        format_args!(
            "geometry {form} {contours} contours {points} points at {at} {width}×{height}"
        ),
    );
}

fn segment_words(line: &mut String, segment: &Segment) {
    match segment {
        Segment::Move(p) => push(line, format_args!(" M {}", pair(p.x, p.y))),
        Segment::Line(p) => push(line, format_args!(" L {}", pair(p.x, p.y))),
        Segment::Cubic(a, b, p) => {
            let [a, b, p] = [a, b, p].map(|p| pair(p.x, p.y));
            push(line, format_args!(" C {a} {b} {p}"));
        }
        Segment::Close => line.push_str(" Z"),
    }
}

fn stroke_words(line: &mut String, stroke: &Stroke) {
    push(line, format_args!(" stroke {} {}", stroke.color, number(stroke.width)));
    if let Some(dash) = &stroke.dash {
        let lengths: Vec<_> = dash.lengths.iter().map(|length| number(*length)).collect();
        push(line, format_args!(" dash {}", lengths.join("-")));
        if dash.offset != 0.0 {
            push(line, format_args!(" from {}", number(dash.offset)));
        }
    }
}

fn rect_words(rect: Rect) -> String {
    let (at, width, height) = (pair(rect.min.x, rect.min.y), rect.width(), rect.height());
    format!("{at} {}×{}", number(width), number(height))
}

fn pair(x: f32, y: f32) -> String {
    format!("{},{}", number(x), number(y))
}

/// To a tenth, without a needless `.0` and never `-0`.
fn number(x: f32) -> String {
    let text = format!("{x:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".into() } else { text.into() }
}

fn push(line: &mut String, words: fmt::Arguments<'_>) {
    line.write_fmt(words).expect("a String takes all that is written to it");
}
