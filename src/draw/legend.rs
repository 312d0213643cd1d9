//! The legend: what each symbol means, and how many sites are in each state now.

use super::bands;
use super::bundles::Cargo;
use super::disputed;
use super::furniture::{panel, words_on_panel};
use super::legend_ground::LegendGround;
use super::map::{Frame, Look};
use super::overlays;
use super::roster::Kinds;
use super::shapes::{arc, sample_line};
use super::standing::Stage;
use super::style::{QUIET, Style};
use super::symbols::{Badge, Symbol, badge_sample, over_ring};
use super::widths::measure;
use crate::i18n::{Names, Words, words};
use crate::plan::{ActivityKind, Category, UnitKind};
use crate::scene::{Anchor, Font, Group, Node, Outline, Path, Point, Rect, Stroke, Subject};
use crate::schedule::SiteState;

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
pub const STATES: [(SiteState, &str); 8] = [
    (SiteState::Planned, "legend-planned"),
    (SiteState::Open, "legend-open"),
    (SiteState::Closing, "legend-closing"),
    (SiteState::Reducing, "legend-reducing"),
    (SiteState::Reduced, "legend-reduced"),
    (SiteState::Liquidating, "legend-liquidating"),
    (SiteState::Closed, "legend-closed"),
    (SiteState::HandedOver, "legend-handed-over"),
];

/// A badge with the part of the picture its row is, and its word: the list and the one
/// of it.
const BADGES: [(Badge, &str, &str, &str); 5] = [
    (Badge::Flag, "legend-headquarters", "site-kind", "headquarters"),
    (Badge::Pennant, "legend-sector-hq", "site-role", "sector-hq"),
    (Badge::Triangle, "legend-temporary-base", "site-kind", "temporary-base"),
    (Badge::Runway, "legend-airfield", "site-kind", "airfield"),
    (Badge::Anchor, "legend-port", "site-kind", "port"),
];

/// What goes by the ways of the map, with the parts their rows are.
pub const CARGOES: [(Cargo, &str); 4] = [
    (Cargo::People(Category::Military), "legend-military"),
    (Cargo::People(Category::Police), "legend-police"),
    (Cargo::People(Category::Civilian), "legend-civilian"),
    (Cargo::Materiel, "legend-materiel-flow"),
];

/// Draws what a row explains around a point.
pub type Sample<'a> = Box<dyn Fn(Point, &Style) -> Vec<Node> + 'a>;

pub struct Row<'a> {
    pub part: &'static str,
    pub label: String,
    pub counts: Option<Counts>,
    pub sample: Sample<'a>,
}

/// What a row counts at the moment.
#[derive(Clone)]
pub enum Counts {
    /// The camps in a state.
    Sites(SiteState),
    /// The units of a kind in the rows of the camps of the picture.
    Units(UnitKind),
}

/// A legend but for its counters.
pub struct Legend {
    /// The part of the picture that it is.
    part: &'static str,
    rect: Rect,
    lines: Vec<Line>,
    /// How wide each block of lines is.
    column: f32,
}

/// A row in its place.
struct Line {
    part: &'static str,
    label: String,
    counts: Option<Counts>,
    /// The middle of its left end.
    at: Point,
    symbol: Vec<Node>,
}

impl Legend {
    /// None where it is not wanted or there is no room for it. `headline` is the room of
    /// the headline, if there is one.
    pub fn of(stage: &Stage, headline: Option<Rect>) -> Option<Legend> {
        let look = stage.look;
        if !look.furniture.legend {
            return None;
        }
        let (words, kinds) = (words(look.lang), &stage.roster.kinds);
        let (states, signs) = (state_rows(kinds, words), kind_rows(stage, words));
        let lines = line_rows(look, kinds, words);
        let mut blocks = vec![states, lines, signs, layer_rows(look)];
        blocks.retain(|rows| !rows.is_empty());
        // Rather some of it than nothing; but of camps a part of a legend hides none.
        let ground = LegendGround::of(stage, headline);
        (1..=blocks.len()).rev().find_map(|count| {
            let placed = |size| Some(ground.place(stage, size));
            let legend = Legend::of_blocks("legend", stage, &blocks[..count], placed)?;
            (count == blocks.len() || !ground.hides_camp(legend.rect)).then_some(legend)
        })
    }

    /// None where they find no room. `place` is asked where one of this size may stand.
    pub fn of_blocks(
        part: &'static str,
        stage: &Stage,
        blocks: &[Vec<Row>],
        place: impl FnOnce(Point) -> Option<Rect>,
    ) -> Option<Legend> {
        let label_width = |row: &Row| measure(&row.label, QUIET);
        let labels = blocks.iter().flatten().map(label_width).fold(0.0, f32::max);
        let column = SYMBOLS + labels + BEFORE_COUNT + measure("00", COUNTERS);
        let tall = |blocks: &[Vec<Row>]| {
            let rows = blocks.iter().map(Vec::len).sum::<usize>() as f32;
            PADDING * 1.5 + ROW * rows + GAP * blocks.len().saturating_sub(1) as f32
        };
        // A legend that fills half of the map hides more than it explains.
        let (highest, widest) = (stage.area.height() * 0.62, stage.area.width() * 0.45);
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
        let rect = place(size)?;
        let top = rect.min.y + PADDING * 0.75 + ROW / 2.0;
        let mut at = Point::new(rect.min.x + PADDING, top);
        let mut lines = Vec::new();
        for rows in blocks {
            for row in rows {
                lines.push(row.at(at, stage.look.style));
                at.y += ROW;
            }
            at = match is_tall {
                true => at.plus(0.0, GAP),
                false => Point::new(at.x + column + PADDING, top),
            };
        }
        Some(Legend { part, rect, lines, column })
    }

    pub fn rect(&self) -> Rect {
        self.rect
    }

    pub fn draw(&self, frame: &Frame) -> Node {
        let style = frame.look.style;
        let mut nodes = vec![panel(self.rect, style)];
        let count = |line: &Line| line.counts.as_ref().map(|counts| counts.now(frame));
        let line = |line: &Line| line.draw(self.column, count(line), style);
        nodes.extend(self.lines.iter().map(line));
        Node::of(Subject::Part(self.part), Group::named(self.part, nodes))
    }
}

impl Counts {
    fn now(&self, frame: &Frame) -> usize {
        match self {
            Counts::Sites(state) => {
                let camps = frame.standing.posts.iter().filter(|post| post.is_camp);
                camps.filter(|post| frame.now.state_at(post.number) == *state).count()
            }
            Counts::Units(kind) => {
                let units = frame.rows.iter().flat_map(|row| &row.all);
                units.filter(|unit| unit.kind == kind).count()
            }
        }
    }
}

impl<'a> Row<'a> {
    /// Without a counter.
    pub fn plain(
        part: &'static str,
        label: String,
        sample: impl Fn(Point, &Style) -> Vec<Node> + 'a,
    ) -> Row<'a> {
        Row { part, label, counts: None, sample: Box::new(sample) }
    }

    fn at(&self, at: Point, style: &Style) -> Line {
        let Row { part, counts, sample, .. } = self;
        let symbol = sample(at.plus(SYMBOLS / 2.0 - 4.0, 0.0), style);
        Line { part, label: self.label.clone(), counts: counts.clone(), at, symbol }
    }
}

impl Line {
    fn draw(&self, column: f32, count: Option<usize>, style: &Style) -> Node {
        let mut nodes = self.symbol.clone();
        // On a whole point, where letters are sharp at any whole number of pixels to it.
        let baseline = Point::new(self.at.x, (self.at.y + QUIET.size * 0.36).round());
        let none_now = count == Some(0);
        let color = if none_now { style.quiet } else { style.text };
        let at = baseline.plus(SYMBOLS, 0.0);
        nodes.push(words_on_panel(&self.label, QUIET, at, Anchor::Start, color));
        if let Some(count) = count {
            let at = baseline.plus(column, 0.0);
            let text = count.to_string();
            nodes.push(words_on_panel(&text, COUNTERS, at, Anchor::End, color));
        }
        Node::of(Subject::Part(self.part), Group::named(self.part, nodes))
    }
}

fn state_rows(kinds: &Kinds, words: &Words) -> Vec<Row<'static>> {
    let states = STATES.iter().filter(|(state, _)| can_occur(kinds, *state));
    states
        .map(|(state, part)| {
            let state = *state;
            Row {
                part,
                label: words.word("site-state", state.as_word()),
                counts: Some(Counts::Sites(state)),
                sample: Box::new(move |at, style| Symbol::plain(at, state).nodes(style)),
            }
        })
        .collect()
}

/// Whether a site of the plan can come into a state. It does not depend on the
/// moment, so that the legend keeps its rows while the plan plays.
fn can_occur(kinds: &Kinds, state: SiteState) -> bool {
    use ActivityKind::*;
    let all = &kinds.activities;
    let any = |kinds: &[ActivityKind]| all.iter().any(|kind| kinds.contains(kind));
    match state {
        SiteState::Open => true,
        SiteState::Planned => any(&[Opening]),
        SiteState::HandedOver => any(&[Handover]),
        SiteState::Closed => any(&[Closure, Liquidation]),
        SiteState::Liquidating => any(&[Liquidation]),
        SiteState::Reducing | SiteState::Reduced => any(&[Reduction]),
        SiteState::Closing => all.iter().any(ActivityKind::leads_to_closure),
    }
}

/// What the sites in the picture are beside camps, how flights look, and what it means
/// that a ring or a part of a flow is hatched.
fn kind_rows(stage: &Stage, words: &Words) -> Vec<Row<'static>> {
    let has = |badge: Badge| stage.posts.iter().any(|post| post.badge == Some(badge));
    let shown = BADGES.iter().filter(|(badge, ..)| has(*badge));
    let mut rows: Vec<Row> = shown
        .map(|(badge, part, list, word)| {
            let badge = *badge;
            let sample = move |at: Point, style: &Style| vec![badge_sample(badge, at, style)];
            Row::plain(part, words.word(list, word), sample)
        })
        .collect();
    if stage.roster.kinds.has_flights {
        rows.push(Row::plain("legend-air", words.text("map-air"), bands::air_sample));
    }
    let Kinds { has_capacity, has_lift, .. } = stage.roster.kinds;
    if has_capacity || has_lift {
        // One beside the other, or alone in the middle.
        let (left, right, length) =
            if has_capacity && has_lift { (-4.5, 8.5, 8.0) } else { (0.0, 0.0, 18.0) };
        let sample = move |at: Point, style: &Style| {
            let center = at.plus(left, 0.0);
            let disc = Outline::Circle { center, radius: 3.0 };
            let ring = [over_ring(center, 0.5, style), Node::new(Path::filled(disc, style.accent))];
            let band = bands::over_sample(at.plus(right, 0.0), length, style);
            let ring = ring.into_iter().filter(|_| has_capacity);
            ring.chain(band.into_iter().filter(|_| has_lift)).collect()
        };
        rows.push(Row::plain("legend-over", words.text("map-over-capacity"), sample));
    }
    rows
}

/// The layers that the plan brings along, the one on top first.
fn layer_rows<'a>(look: &Look<'a>) -> Vec<Row<'a>> {
    let names = Names::new(look.plan, look.lang);
    let laid = overlays::laid(look.plan, look.theatre, look.layers);
    let row = |laid: overlays::Laid<'a>| {
        let label = shortened(&names.item(&laid.layer.id));
        Row::plain(LAYER, label, move |at, style| laid.sample(at, style))
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

fn line_rows(look: &Look, kinds: &Kinds, words: &Words) -> Vec<Row<'static>> {
    let Look { theatre, view, .. } = look;
    let mut rows = Vec::new();
    let has = |category: &Category| kinds.categories.contains(category);
    if CARGOES.iter().any(|(cargo, _)| matches!(cargo, Cargo::People(people) if has(people))) {
        rows.push(Row::plain("legend-size", words.text("map-people-size"), people_size));
    }
    for (cargo, part) in &CARGOES {
        let (is_there, label) = match cargo {
            Cargo::People(category) => (has(category), words.word("category", category.as_word())),
            Cargo::Materiel => (kinds.has_materiel, words.text("map-materiel-flow")),
        };
        if is_there {
            rows.push(Row::plain(part, label, move |at, style| bands::sample(at, cargo, style)));
        }
    }
    if kinds.has_materiel {
        rows.push(Row::plain("legend-materiel", words.text("map-materiel-here"), materiel_here));
    }
    if theatre.layers().roads.iter().any(|road| road.data.is_schematic) {
        rows.push(Row::plain("legend-roads", words.text("map-roads"), |at, style| {
            vec![Node::new(Path::stroked(sample_line(at), super::roads::stroke(style)))]
        }));
    }
    if !disputed::seen(theatre, view).is_empty() {
        rows.push(Row::plain("legend-disputed", words.text("map-disputed"), |at, style| {
            disputed::nodes(&sample_line(at), style).into()
        }));
    }
    rows
}

/// Discs of more and more people.
fn people_size(at: Point, style: &Style) -> Vec<Node> {
    let disc = |(x, radius)| {
        let circle = Outline::Circle { center: at.plus(x, 0.0), radius };
        Node::new(Path::filled(circle, style.accent.faded(0.75)))
    };
    [(-10.0, 2.2), (-3.2, 3.6), (7.0, 5.6)].map(disc).into()
}

fn materiel_here(at: Point, style: &Style) -> Vec<Node> {
    let ring = arc(at, 7.0, 0.0, 0.7);
    let disc = Outline::Circle { center: at, radius: 3.5 };
    vec![
        Node::new(Path::filled(disc, style.line)),
        Node::new(Path::stroked(ring, Stroke::new(style.materiel, 2.0))),
    ]
}
