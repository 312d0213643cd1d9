//! What stands around a map: headline, legend, scale bar, north, locator map,
//! sources and marking.

use super::map::Frame;
use super::style::{QUIET, STRONG, Style};
use super::widths::measure;
use super::{headline, legend, locator, scale};
use crate::i18n::{Lang, Words, words};
use crate::plan::Plan;
use crate::scene::{
    Anchor, Color, Font, Group, Label, Node, Outline, Path, Point, Rect, Stroke, Subject,
};
use crate::theatre::{Credit, Theatre};

/// Pieces of furniture and where they stand: no label goes there.
#[derive(Debug, Default)]
pub struct Furnishing {
    pub nodes: Vec<Node>,
    pub taken: Vec<Rect>,
    /// What lies there cannot be seen at all.
    pub hidden: Vec<Rect>,
}

/// A map narrower than this has neither locator map nor sources.
pub const ROOMY_WIDTH: f32 = 700.0;

/// When there is a piece, and the piece.
type Piece = (fn(&Frame) -> bool, fn(&Frame) -> Furnishing);

/// A new piece is a new line here.
const PIECES: &[Piece] = &[
    (|f| f.look.furniture.title || f.look.furniture.date, headline::draw),
    (|f| f.look.furniture.legend, legend::draw),
    (|f| f.look.furniture.scale, scale::bar),
    (|f| f.look.furniture.north, scale::north),
    (|f| f.look.furniture.locator && locator::has_room(f), locator::draw),
    (|f| f.look.furniture.sources && f.area.width() >= ROOMY_WIDTH, sources),
    (|f| f.look.furniture.marking, marking),
];

pub fn draw(frame: &Frame) -> Furnishing {
    let mut all = Furnishing::default();
    for (is_wanted, draw) in PIECES {
        if is_wanted(frame) {
            let piece = draw(frame);
            all.nodes.extend(piece.nodes);
            all.taken.extend(piece.taken);
            all.hidden.extend(piece.hidden);
        }
    }
    all
}

/// A ground on which text can be read over any map.
pub fn panel(rect: Rect, style: &Style) -> Node {
    let outline = Outline::Rect { rect, corner: 4.0 };
    let rim = Stroke::new(style.line.faded(0.5), 0.8);
    Node::new(Path::filled(outline, style.panel.faded(0.92)).with_stroke(rim))
}

/// A text that stands on the bare map.
pub fn words_at(text: &str, font: Font, at: Point, color: Color, style: &Style) -> Node {
    let halo = Some((style.land.faded(0.85), 3.0));
    Node::new(Label { text: text.into(), font, at, anchor: Anchor::Start, color, halo })
}

/// A text on a panel.
pub fn words_on_panel(text: &str, font: Font, at: Point, anchor: Anchor, color: Color) -> Node {
    Node::new(Label { text: text.into(), font, at, anchor, color, halo: None })
}

/// Whom a picture names as the makers of its map, and of what is laid over it.
pub fn credit_words(theatre: &Theatre, words: &Words) -> String {
    let credit = match theatre.credit() {
        Credit::Mali => words.text("map-credit"),
        // Beneath every theatre lie the countries of the world.
        Credit::Unknown => words.text("map-credit-world"),
        Credit::Own(text) => format!("{text} {}", words.text("map-credit-world")),
    };
    match theatre.overlays().credit() {
        Credit::Own(text) => format!("{credit} {text}"),
        Credit::Mali | Credit::Unknown => credit,
    }
}

/// What the plan and the map are taken from, along the lower edge.
fn sources(frame: &Frame) -> Furnishing {
    let look = frame.look;
    let font = Font { size: 9.5, ..QUIET };
    let words = words(look.lang);
    let mut parts = Vec::new();
    parts.extend(source_words(look.plan, words));
    parts.push(credit_words(look.theatre, words));
    parts.push(words.text("map-boundaries"));
    // The last parts go first when there is no room for all of them.
    let (start, end) = (frame.area.min.x, frame.area.max.x);
    while parts.len() > 1 && measure(&parts.join(" "), font) > end - start {
        parts.pop();
    }
    let text = parts.join(" ");
    let at = Point::new(start, frame.sources_line());
    let rect = Rect::new(at.x, at.y - 9.0, measure(&text, font), 12.0);
    Furnishing {
        nodes: vec![Node::of(
            Subject::Part("sources"),
            Group::named("sources", vec![words_at(&text, font, at, look.style.quiet, look.style)]),
        )],
        taken: vec![rect.grown(2.0)],
        ..Furnishing::default()
    }
}

/// The first sources of the plan, and how many others there are.
fn source_words(plan: &Plan, words: &Words) -> Option<String> {
    const NAMED: usize = 3;
    let mut symbols: Vec<&str> =
        plan.sources().iter().filter_map(|source| source.symbol.as_deref()).collect();
    symbols.dedup();
    let named = symbols[..symbols.len().min(NAMED)].join(", ");
    let others = symbols.len().saturating_sub(NAMED);
    let args = [("sources", named.into()), ("others", others.into())];
    (!symbols.is_empty()).then(|| words.fill("map-sources", &args))
}

/// The handling line of the plan; empty for none.
pub fn marking_text(plan: &Plan, lang: Lang) -> &str {
    plan.header().marking.in_language(lang.tag()).trim()
}

fn marking(frame: &Frame) -> Furnishing {
    let look = frame.look;
    let text = marking_text(look.plan, look.lang);
    if text.is_empty() {
        return Furnishing::default();
    }
    let middle = frame.outer.center().x;
    let mut marking = Furnishing::default();
    for baseline in [frame.outer.min.y + 15.0, frame.outer.max.y - 7.0] {
        let at = Point::new(middle, baseline);
        let width = measure(text, STRONG);
        let ground = Rect::new(middle - width / 2.0, baseline - 12.0, width, 16.0).grown(3.0);
        let words = words_on_panel(text, STRONG, at, Anchor::Middle, look.style.error);
        let nodes = vec![panel(ground, look.style), words];
        marking.nodes.push(Node::of(Subject::Part("marking"), Group::named("marking", nodes)));
        marking.taken.push(ground);
    }
    marking
}
