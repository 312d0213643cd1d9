//! What stands around a map: headline, legend, scale bar, north, locator map,
//! sources and marking.

use super::legend::Legend;
use super::map::Frame;
use super::standing::Stage;
use super::style::{QUIET, STRONG, Style};
use super::units::{self, Crews};
use super::widths::measure;
use super::{headline, locator, scale};
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
type Piece = (fn(&Stage) -> bool, fn(&Stage) -> Furnishing);

/// What does not change with the moment. A new piece is a new line here.
const STILL: &[Piece] = &[
    (|s| s.look.furniture.scale, scale::bar),
    (|s| s.look.furniture.north, scale::north),
    (|s| s.look.furniture.locator && locator::has_room(s), locator::draw),
    (|s| s.look.furniture.sources && s.area.width() >= ROOMY_WIDTH, sources),
    (|s| s.look.furniture.marking, marking),
];

/// All furniture, but for what it says of the moment.
pub struct Fixtures {
    legend: Option<Legend>,
    /// What the symbols of units mean.
    units: Option<Legend>,
    still: Vec<Node>,
    /// No label goes there.
    pub taken: Vec<Rect>,
    /// What lies there cannot be seen at all.
    pub hidden: Vec<Rect>,
}

impl Fixtures {
    pub fn of(stage: &Stage, crews: &Crews) -> Fixtures {
        let headline = headline::room(stage);
        let legend = Legend::of(stage, headline);
        let hidden: Vec<Rect> = legend.iter().map(Legend::rect).collect();
        let mut fixtures = Fixtures {
            taken: headline
                .into_iter()
                .chain(hidden.iter().copied())
                .map(|r| r.grown(4.0))
                .collect(),
            legend,
            units: None,
            still: Vec::new(),
            hidden,
        };
        for (_, draw) in STILL.iter().filter(|(is_wanted, _)| is_wanted(stage)) {
            let piece = draw(stage);
            fixtures.still.extend(piece.nodes);
            fixtures.taken.extend(piece.taken);
            fixtures.hidden.extend(piece.hidden);
        }
        fixtures.units = units::legend(stage, crews, &fixtures.taken, &fixtures.hidden);
        if let Some(rect) = fixtures.units.as_ref().map(Legend::rect) {
            fixtures.taken.push(rect.grown(4.0));
            fixtures.hidden.push(rect);
        }
        fixtures
    }
}

pub fn draw(frame: &Frame) -> Vec<Node> {
    let Fixtures { legend, units, still, .. } = &frame.standing.fixtures;
    let legends = legend.iter().chain(units).map(|legend| legend.draw(frame));
    headline::draw(frame).into_iter().chain(legends).chain(still.iter().cloned()).collect()
}

/// A ground on which text can be read over any map.
pub fn panel(rect: Rect, style: &Style) -> Node {
    let outline = Outline::Rect { rect, corner: 4.0 };
    let rim = Stroke::new(style.line.faded(0.5), 0.8);
    Node::new(Path::filled(outline, style.panel).with_stroke(rim))
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

/// The sizes of the line of sources, the best one first.
const SOURCES: [f32; 3] = [9.5, 9.0, 8.5];

/// What the plan and the map are taken from, along the lower edge.
fn sources(stage: &Stage) -> Furnishing {
    let look = stage.look;
    let words = words(look.lang);
    let mut parts = Vec::new();
    parts.extend(source_words(look.plan, words));
    parts.push(credit_words(look.theatre, words));
    parts.push(words.text("map-boundaries"));
    let (start, end) = (stage.area.min.x, stage.area.max.x);
    let of_size = |size| Font { size, ..QUIET };
    let fits = |text: &str, font: Font| measure(text, font) <= end - start;
    // Rather a little smaller than without what is said of borders. Where that does not
    // help either, the last parts go first.
    let mut text = parts.join(" ");
    let font = SOURCES.map(of_size).into_iter().find(|font| fits(&text, *font));
    let font = font.unwrap_or(of_size(SOURCES[0]));
    while parts.len() > 1 && !fits(&text, font) {
        parts.pop();
        text = parts.join(" ");
    }
    let at = Point::new(start, stage.sources_line());
    let rect = Rect::new(at.x, at.y - 9.0, measure(&text, font), 12.0);
    Furnishing {
        nodes: vec![Node::of(
            Subject::Part("sources"),
            Group::named("sources", vec![words_at(&text, font, at, look.style.quiet, look.style)]),
        )],
        // A name after the last word would read on.
        taken: vec![Rect { max: rect.max.plus(12.0, 0.0), ..rect }.grown(2.0)],
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

fn marking(stage: &Stage) -> Furnishing {
    let look = stage.look;
    let text = marking_text(look.plan, look.lang);
    if text.is_empty() {
        return Furnishing::default();
    }
    let middle = stage.outer.center().x;
    let mut marking = Furnishing::default();
    for baseline in [stage.outer.min.y + 15.0, stage.outer.max.y - 7.0] {
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
