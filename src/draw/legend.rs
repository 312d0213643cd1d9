//! The legend: what each symbol means, and how many sites are in each state now.

use super::flows;
use super::furniture::{Furnishing, panel, words_on_panel};
use super::map::Frame;
use super::overlays;
use super::shapes::arc;
use super::style::{QUIET, Style};
use super::symbols::Symbol;
use super::widths::measure;
use crate::i18n::{Names, Words, words};
use crate::plan::{ActivityKind, Category, Plan};
use crate::scene::{Anchor, Font, Group, Node, Outline, Path, Point, Rect, Stroke, Subject};
use crate::schedule::SiteState;
use crate::theatre::Theatre;

const ROW: f32 = 19.0;
/// Between the rows of states and those of lines.
const GAP: f32 = 8.0;
const PADDING: f32 = 12.0;
/// The column of symbols.
const SYMBOLS: f32 = 30.0;
/// Between a label and its counter.
const BEFORE_COUNT: f32 = 14.0;
const COUNTERS: Font = Font { size: 11.0, ..super::style::STRONG };

/// The part of the picture that explains a layer of the plan.
const LAYER: &str = "legend-layer";
/// A legend of more of them would be a list.
const MOST_LAYERS: usize = 8;

/// A state with the parts of the picture its row is: the window lets a reader
/// filter by clicking on it.
const STATES: [(SiteState, &str); 8] = [
    (SiteState::Planned, "legend-planned"),
    (SiteState::Open, "legend-open"),
    (SiteState::Closing, "legend-closing"),
    (SiteState::Reducing, "legend-reducing"),
    (SiteState::Reduced, "legend-reduced"),
    (SiteState::Liquidating, "legend-liquidating"),
    (SiteState::Closed, "legend-closed"),
    (SiteState::HandedOver, "legend-handed-over"),
];

/// Draws what a row explains around a point.
type Sample<'a> = Box<dyn Fn(Point, &Style) -> Vec<Node> + 'a>;

struct Row<'a> {
    part: &'static str,
    label: String,
    count: Option<usize>,
    sample: Sample<'a>,
}

pub fn draw(frame: &Frame) -> Furnishing {
    let look = frame.look;
    let words = words(look.lang);
    let states = state_rows(frame, words);
    let lines = line_rows(look.plan, look.theatre, words);
    let layers = layer_rows(frame);
    let mut blocks = vec![states, lines, layers];
    blocks.retain(|rows| !rows.is_empty());
    let all = of_blocks(frame, &blocks);
    // Rather without the plan's own layers than none at all.
    blocks.retain(|rows| rows.iter().all(|row| row.part != LAYER));
    all.or_else(|| of_blocks(frame, &blocks)).unwrap_or_default()
}

/// None where they find no room.
fn of_blocks(frame: &Frame, blocks: &[Vec<Row>]) -> Option<Furnishing> {
    let style = frame.look.style;
    let label_width = |row: &Row| measure(&row.label, QUIET);
    let labels = blocks.iter().flatten().map(label_width).fold(0.0, f32::max);
    let column = SYMBOLS + labels + BEFORE_COUNT + measure("00", COUNTERS);
    let tall = |blocks: &[Vec<Row>]| {
        let rows = blocks.iter().map(Vec::len).sum::<usize>() as f32;
        PADDING * 1.5 + ROW * rows + GAP * blocks.len().saturating_sub(1) as f32
    };
    // A legend that fills half of the map hides more than it explains.
    let (highest, widest) = (frame.area.height() * 0.62, frame.area.width() * 0.45);
    let is_tall = tall(blocks) <= highest;
    let size = if is_tall {
        Point::new(PADDING * 2.0 + column, tall(blocks))
    } else {
        // On a low map the blocks stand side by side.
        let highest_block = blocks.iter().map(|rows| tall(std::slice::from_ref(rows)));
        let count = blocks.len() as f32;
        let width = PADDING * (count + 1.0) + column * count;
        Point::new(width, highest_block.fold(0.0, f32::max))
    };
    if size.y > highest || size.x > widest {
        return None;
    }
    let rect = place(frame, size);
    let mut nodes = vec![panel(rect, style)];
    let top = rect.min.y + PADDING * 0.75 + ROW / 2.0;
    let mut at = Point::new(rect.min.x + PADDING, top);
    for rows in blocks {
        for row in rows {
            nodes.push(row.draw(at, column, style));
            at.y += ROW;
        }
        at = match is_tall {
            true => at.plus(0.0, GAP),
            false => Point::new(at.x + column + PADDING, top),
        };
    }
    Some(Furnishing {
        nodes: vec![Node::of(Subject::Part("legend"), Group::named("legend", nodes))],
        taken: vec![rect.grown(4.0)],
        hidden: vec![rect],
    })
}

/// The lower left corner; the upper one where only that is free of camps and no
/// headline stands there.
fn place(frame: &Frame, size: Point) -> Rect {
    let furniture = frame.look.furniture;
    let at = |y: f32| Rect::new(frame.area.min.x, y, size.x, size.y);
    let (lower, upper) = (at(frame.lower_edge() - size.y), at(frame.area.min.y));
    let hides =
        |rect: Rect| frame.sites.iter().any(|s| s.is_camp && rect.grown(8.0).contains(s.at));
    let may_rise = !furniture.title && !furniture.date;
    if may_rise && hides(lower) && !hides(upper) { upper } else { lower }
}

impl Row<'_> {
    /// From the middle of its left end on, in a column so wide.
    fn draw(&self, Point { x, y }: Point, column: f32, style: &Style) -> Node {
        let mut nodes = (self.sample)(Point::new(x + SYMBOLS / 2.0 - 4.0, y), style);
        let baseline = y + QUIET.size * 0.36;
        let none_now = self.count == Some(0);
        let color = if none_now { style.quiet } else { style.text };
        let at = Point::new(x + SYMBOLS, baseline);
        nodes.push(words_on_panel(&self.label, QUIET, at, Anchor::Start, color));
        if let Some(count) = self.count {
            let at = Point::new(x + column, baseline);
            let text = count.to_string();
            nodes.push(words_on_panel(&text, COUNTERS, at, Anchor::End, color));
        }
        Node::of(Subject::Part(self.part), Group::named(self.part, nodes))
    }
}

fn state_rows(frame: &Frame, words: &Words) -> Vec<Row<'static>> {
    let plan = frame.look.plan;
    let states = STATES.iter().filter(|(state, _)| can_occur(plan, *state));
    states
        .map(|(state, part)| {
            let state = *state;
            Row {
                part,
                label: words.word("site-state", state.as_word()),
                count: Some(frame.sites.iter().filter(|s| s.is_camp && s.state == state).count()),
                sample: Box::new(move |at, style| Symbol::plain(at, state).nodes(style)),
            }
        })
        .collect()
}

/// Whether a site of the plan can come into a state. It does not depend on the
/// moment, so that the legend keeps its rows while the plan plays.
fn can_occur(plan: &Plan, state: SiteState) -> bool {
    use ActivityKind::*;
    let any = |kinds: &[ActivityKind]| plan.activities().iter().any(|a| kinds.contains(&a.kind));
    match state {
        SiteState::Open => true,
        SiteState::Planned => any(&[Opening]),
        SiteState::HandedOver => any(&[Handover]),
        SiteState::Closed => any(&[Closure, Liquidation]),
        SiteState::Liquidating => any(&[Liquidation]),
        SiteState::Reducing | SiteState::Reduced => any(&[Reduction]),
        SiteState::Closing => any(&[
            Drawdown,
            PeopleOut,
            CoeOut,
            UnoeDisposal,
            Clearance,
            Inventory,
            Closure,
            Dismantling,
        ]),
    }
}

/// The layers that the plan brings along, the one on top first.
fn layer_rows<'a>(frame: &Frame<'a>) -> Vec<Row<'a>> {
    let look = frame.look;
    let names = Names::new(look.plan, look.lang);
    let laid = overlays::laid(look.plan, look.theatre, look.layers);
    let row = |laid: overlays::Laid<'a>| Row {
        part: LAYER,
        label: shortened(&names.item(&laid.layer.id)),
        count: None,
        sample: Box::new(move |at, style| laid.sample(at, style)),
    };
    laid.into_iter().take(MOST_LAYERS).map(row).collect()
}

/// A name that leaves room for the map.
fn shortened(name: &str) -> String {
    const LETTERS: usize = 32;
    match name.chars().count() <= LETTERS {
        true => name.to_owned(),
        false => format!("{}…", name.chars().take(LETTERS - 1).collect::<String>().trim_end()),
    }
}

fn line_rows(plan: &Plan, theatre: &Theatre, words: &Words) -> Vec<Row<'static>> {
    let mut rows = Vec::new();
    let categories = [
        (Category::Military, "legend-military"),
        (Category::Police, "legend-police"),
        (Category::Civilian, "legend-civilian"),
    ];
    let has = |category: &Category| plan.units().iter().any(|u| u.category == *category);
    for (category, part) in categories.into_iter().filter(|(category, _)| has(category)) {
        rows.push(Row {
            part,
            label: words.word("category", category.as_word()),
            count: None,
            sample: Box::new(move |at, style| flows::sample(at, Some(&category), style)),
        });
    }
    if !rows.is_empty() {
        rows.insert(
            0,
            Row {
                part: "legend-size",
                label: words.text("map-people-size"),
                count: None,
                sample: Box::new(|at, style| {
                    let ring = |center: Point, radius| {
                        let circle = Outline::Circle { center, radius };
                        Node::new(Path::filled(circle, style.accent.faded(0.75)))
                    };
                    vec![
                        ring(at.plus(-10.0, 0.0), 2.2),
                        ring(at.plus(-3.2, 0.0), 3.6),
                        ring(at.plus(7.0, 0.0), 5.6),
                    ]
                }),
            },
        );
    }
    if plan.units().iter().any(|unit| !unit.materiel.is_empty()) {
        rows.push(Row {
            part: "legend-materiel-flow",
            label: words.text("map-materiel-flow"),
            count: None,
            sample: Box::new(|at, style| flows::sample(at, None, style)),
        });
        rows.push(Row {
            part: "legend-materiel",
            label: words.text("map-materiel-here"),
            count: None,
            sample: Box::new(|at, style| {
                let ring = arc(at, 7.0, 0.0, 0.7);
                let disc = Outline::Circle { center: at, radius: 3.5 };
                vec![
                    Node::new(Path::filled(disc, style.line)),
                    Node::new(Path::stroked(ring, Stroke::new(style.materiel, 2.0))),
                ]
            }),
        });
    }
    if theatre.layers().roads.iter().any(|road| road.data.is_schematic) {
        rows.push(Row {
            part: "legend-roads",
            label: words.text("map-roads"),
            count: None,
            sample: Box::new(|at, style| {
                let line = Outline::line([at.plus(-12.0, 0.0), at.plus(12.0, 0.0)]);
                vec![Node::new(Path::stroked(line, super::roads::stroke(style)))]
            }),
        });
    }
    rows
}
