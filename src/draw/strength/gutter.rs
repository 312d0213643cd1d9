//! The legend and the figures of the axis, left of the curve.

use super::STACK;
use super::frame::Frame;
use crate::draw::style::QUIET;
use crate::i18n::{number, words};
use crate::scene::{
    Anchor, Color, Face, Font, Label, Node, Outline, Path, Point, Rect, Stroke, measure,
};
use crate::schedule::Track;

const ROW: f32 = 15.0;
/// Where the names of the legend begin, behind their colours.
const NAMES: f32 = 28.0;
const TOTAL: Font = Font::new(Face::SemiBold, 11.0);

/// What a colour or a line stands for, and how many that is at the playhead.
struct Entry {
    sign: Sign,
    name: String,
    count: Option<u64>,
}

enum Sign {
    None,
    Area(Color),
    Line(Color),
}

pub(super) fn gutter(frame: &Frame) -> Vec<Node> {
    let (layout, style) = (frame.look.layout, frame.look.style);
    let mut nodes = Vec::new();
    let edge = layout.gutter - 0.5;
    let line = Outline::line([Point::new(edge, 0.0), Point::new(edge, layout.height)]);
    nodes.push(Node::new(Path::stroked(line, Stroke::new(style.line, 1.0))));
    let mut room = layout.gutter - 8.0;
    for figure in frame.axis.figures() {
        let y = frame.y(figure);
        let tick = Outline::line([Point::new(edge - 4.0, y), Point::new(edge, y)]);
        nodes.push(Node::new(Path::stroked(tick, Stroke::new(style.line, 1.0))));
        let text = number(i64::try_from(figure).unwrap_or(i64::MAX), frame.look.lang);
        room = room.min(edge - 8.0 - measure(&text, QUIET) - 12.0);
        let at = Point::new(edge - 8.0, (y + 4.0).max(10.0));
        nodes.push(label(text, QUIET, at, Anchor::End, style.quiet));
    }
    legend(frame, room, &mut nodes);
    nodes
}

/// As many entries as there is room for, the least needed left out first.
fn legend(frame: &Frame, room: f32, nodes: &mut Vec<Node>) {
    let (look, style) = (frame.look, frame.look.style);
    let rows = ((look.layout.height - 4.0) / ROW).floor().max(0.0) as usize;
    let entries = entries(frame, rows);
    let lang = look.lang;
    let written = |entry: &Entry| {
        entry.count.map(|count| number(i64::try_from(count).unwrap_or(i64::MAX), lang))
    };
    let font = |entry: &Entry| if matches!(entry.sign, Sign::None) { TOTAL } else { QUIET };
    let names = entries.iter().map(|e| measure(&e.name, font(e))).fold(0.0, f32::max);
    let figures = entries.iter().filter_map(written);
    let figures = figures.map(|text| measure(&text, TOTAL)).fold(0.0, f32::max);
    let counts_end = NAMES + names + 16.0 + figures;
    let with_counts = counts_end <= room;
    let top = (look.layout.height - entries.len() as f32 * ROW) / 2.0;
    for (row, entry) in entries.iter().enumerate() {
        let middle = top + (row as f32 + 0.5) * ROW;
        let square = Rect::around(Point::new(17.0, middle), 10.0, 10.0);
        match entry.sign {
            Sign::None => {}
            Sign::Area(color) => {
                let outline = Outline::Rect { rect: square, corner: 2.0 };
                nodes.push(Node::new(Path::filled(outline, color)));
            }
            Sign::Line(color) => {
                let ends = [Point::new(square.min.x, middle), Point::new(square.max.x, middle)];
                nodes.push(Node::new(Path::stroked(Outline::line(ends), Stroke::new(color, 1.0))));
            }
        }
        let baseline = middle + 4.0;
        let at = Point::new(NAMES, baseline);
        nodes.push(label(entry.name.clone(), font(entry), at, Anchor::Start, style.text));
        if let Some(text) = written(entry).filter(|_| with_counts) {
            let at = Point::new(counts_end, baseline);
            nodes.push(label(text, font(entry), at, Anchor::End, style.text));
        }
    }
}

fn entries(frame: &Frame, rows: usize) -> Vec<Entry> {
    let (look, style) = (frame.look, frame.look.style);
    let words = words(look.lang);
    let there =
        |track: Track| look.curves.on(track).at(look.moment.day()).map(|figures| figures.there);
    let shown = there(look.track);
    let mut entries = Vec::new();
    for (band, category) in STACK.iter().enumerate().take(frame.bands()).rev() {
        let name = match band {
            3 => words.text("strength-other"),
            _ => words.word("category", category.as_word()),
        };
        let sign = Sign::Area(style.panel.towards(style.category(category), 0.72));
        entries.push(Entry { sign, name, count: shown.map(|people| people.of(category)) });
    }
    if entries.len() < rows && frame.other_stairs().is_some() {
        let track = frame.other_track();
        let name = words.word("track", track.as_word());
        let count = there(track).map(|people| people.total());
        entries.push(Entry { sign: Sign::Line(style.text), name, count });
    }
    if entries.len() < rows {
        let count = shown.map(|people| people.total());
        entries.insert(0, Entry { sign: Sign::None, name: words.text("strength-total"), count });
    }
    entries
}

fn label(text: String, font: Font, at: Point, anchor: Anchor, color: Color) -> Node {
    Node::new(Label { text, font, at, anchor, color, halo: None })
}
