//! The map: what is where, and what is under way, at a moment.
//!
//! The ground of a map depends on theatre, view and style, and on the layers that the
//! plan brings along; the window and
//! the exports keep it while the camera rests. Everything else is drawn anew for
//! each moment.

use std::collections::BTreeSet;

use super::furniture::{self, Furnishing};
use super::rings::Soil;
use super::style::Style;
use super::{
    bundles, critical, exits, flows, lakes, land, marks, names, overlays, rivers, roads, sectors,
    sites, towns,
};
use crate::calendar::Moment;
use crate::geo::MapView;
use crate::i18n::Lang;
use crate::plan::{Id, Plan};
use crate::scene::{Group, Node, Point, Rect, Scene};
use crate::schedule::{Problems, Routes, Schedule, Snapshot, Track};
use crate::theatre::Theatre;

/// All that a map is made of.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    pub plan: &'a Plan,
    pub schedule: &'a Schedule,
    pub routes: &'a Routes,
    pub theatre: &'a Theatre,
    pub view: MapView,
    pub track: Track,
    pub moment: Moment,
    pub style: &'a Style,
    pub lang: Lang,
    pub selected: &'a BTreeSet<Id>,
    /// Sites the selection may touch: drawn fainter than those it is about.
    pub touched: &'a BTreeSet<Id>,
    pub hovered: Option<&'a Id>,
    /// The problems whose marks the sites have; None: no marks.
    pub problems: Option<&'a Problems>,
    pub furniture: Furniture,
    /// What this picture is about, below the title of the plan; such as the title of
    /// a chapter.
    pub caption: Option<&'a str>,
    /// The names of the layers that are drawn, out of [`layers`], and the ids of those
    /// of the plan; None for all.
    pub layers: Option<&'a [String]>,
    /// How far the furniture keeps from the edges; None for what suits the size.
    pub edges: Option<Insets>,
}

/// What the ground of a map is made of: the key under which it can be kept.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// For the layers it brings along; nothing else of it is drawn here.
    pub plan: &'a Plan,
    pub theatre: &'a Theatre,
    pub view: MapView,
    pub style: &'a Style,
    pub layers: Option<&'a [String]>,
}

/// Which pieces of furniture a map has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Furniture {
    pub title: bool,
    pub date: bool,
    pub legend: bool,
    pub scale: bool,
    pub north: bool,
    pub locator: bool,
    pub sources: bool,
    pub marking: bool,
}

/// Distances from the edges of a picture, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Insets {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

/// A layer by its name in the picture.
type GroundLayer = (&'static str, fn(&Ground) -> Vec<Node>);
type LiveLayer = (&'static str, fn(&Frame) -> Vec<Node>);

/// From back to front. A new layer of the ground is a new file and a line here.
const GROUND: [GroundLayer; 7] = [
    ("land", land::draw),
    ("sectors", sectors::draw),
    ("lakes", lakes::draw),
    ("rivers", rivers::draw),
    ("borders", land::borders),
    ("roads", roads::draw),
    ("towns", towns::draw),
];

/// From back to front. A new layer that changes with the moment is a new file and
/// a line here.
const LIVE: &[LiveLayer] = &[
    ("critical", critical::draw),
    ("ways", flows::selected),
    ("flows", flows::lines),
    ("sites", sites::draw),
    ("names", names::draw),
    ("batches", flows::batches),
    ("problems", marks::draw),
];

/// A map at a moment, with what its layers share.
pub struct Frame<'a> {
    pub look: &'a Look<'a>,
    pub snapshot: Snapshot,
    /// The whole picture.
    pub outer: Rect,
    /// Where furniture stands.
    pub area: Rect,
    pub sites: Vec<sites::SiteMark<'a>>,
    pub soil: Soil,
    /// What the furniture covers.
    pub taken: Vec<Rect>,
    /// What lies there cannot be seen at all.
    pub hidden: Vec<Rect>,
    pub exits: Vec<exits::Exit<'a>>,
    pub names: Vec<names::PlacedName>,
    pub flows: Vec<bundles::Flow<'a>>,
    /// The critical chain that is marked.
    pub critical: &'a [Id],
}

/// The whole map.
pub fn map(look: &Look) -> Scene {
    let size = look.view.size();
    let mut scene = Scene::new(size.width() as f32, size.height() as f32, look.style.water);
    scene.nodes = base(&look.ground());
    scene.nodes.extend(live(look));
    scene
}

/// The part of the map that stays while the camera rests.
pub fn base(ground: &Ground) -> Vec<Node> {
    let names = GROUND.map(|(name, _)| name);
    let mut nodes = Vec::new();
    for (name, draw) in GROUND {
        nodes.extend(layer("layers", overlays::draw(ground, Some(name), &names)));
        if is_wanted(ground.layers, name) {
            nodes.extend(layer(name, draw(ground)));
        }
    }
    nodes.extend(layer("layers", overlays::draw(ground, None, &names)));
    nodes
}

/// The part of the map that changes with the moment.
pub fn live(look: &Look) -> Vec<Node> {
    live_marking(look, &[])
}

/// The same with the items of the critical chain marked.
pub fn live_marking<'a>(look: &'a Look<'a>, critical: &'a [Id]) -> Vec<Node> {
    let mut frame = Frame { critical, ..Frame::new(look) };
    let Furnishing { nodes, taken, hidden } = furniture::draw(&frame);
    (frame.taken, frame.hidden) = (taken, hidden);
    frame.exits = exits::exits(look, &frame.sites, frame.outer, &frame.taken);
    frame.names = names::placed(&frame);
    frame.flows = bundles::under_way(frame.ground(), &frame.snapshot);
    let wanted = LIVE.iter().filter(|(name, _)| is_wanted(look.layers, name));
    let mut layers: Vec<Node> =
        wanted.filter_map(|(name, draw)| layer(name, draw(&frame))).collect();
    layers.extend(layer("furniture", nodes));
    layers
}

/// The names of all layers, from back to front: those of the ground, then those that
/// change with the moment.
pub fn layers() -> impl Iterator<Item = &'static str> {
    let ground = GROUND.iter().map(|(name, _)| *name);
    ground.chain(LIVE.iter().map(|(name, _)| *name))
}

fn is_wanted(layers: Option<&[String]>, name: &str) -> bool {
    layers.is_none_or(|layers| layers.iter().any(|layer| layer == name))
}

/// A layer of the picture; none without anything in it.
fn layer(name: &'static str, nodes: Vec<Node>) -> Option<Node> {
    (!nodes.is_empty()).then(|| Node::new(Group::named(name, nodes)))
}

impl<'a> Look<'a> {
    pub fn ground(&self) -> Ground<'a> {
        let Look { plan, theatre, view, style, layers, .. } = *self;
        Ground { plan, theatre, view, style, layers }
    }
}

impl Furniture {
    pub const NONE: Furniture = Furniture {
        title: false,
        date: false,
        legend: false,
        scale: false,
        north: false,
        locator: false,
        sources: false,
        marking: false,
    };
    pub const ALL: Furniture = Furniture {
        title: true,
        date: true,
        legend: true,
        scale: true,
        north: true,
        locator: true,
        sources: true,
        marking: true,
    };
}

impl Insets {
    pub fn even(by: f32) -> Insets {
        Insets { left: by, top: by, right: by, bottom: by }
    }

    fn within(self, rect: Rect) -> Rect {
        Rect {
            min: rect.min.plus(self.left, self.top),
            max: rect.max.plus(-self.right, -self.bottom),
        }
    }
}

impl<'a> Frame<'a> {
    fn new(look: &'a Look<'a>) -> Frame<'a> {
        let size = look.view.size();
        let (width, height) = (size.width() as f32, size.height() as f32);
        let outer = Rect { min: Point::default(), max: Point::new(width, height) };
        let snapshot = look.schedule.snapshot(look.track, look.moment);
        let marking =
            look.furniture.marking && !furniture::marking_text(look.plan, look.lang).is_empty();
        let edges = look.edges.unwrap_or_else(|| {
            let even = Insets::even((width.min(height) * 0.03).clamp(10.0, 32.0));
            // A line for the marking above and below all else.
            let line = if marking { 14.0 } else { 0.0 };
            Insets { top: even.top + line, bottom: even.bottom + line, ..even }
        });
        let area = edges.within(outer);
        let sites = sites::marks(look, &snapshot);
        let (taken, hidden, exits, names, flows) = Default::default();
        let soil = Soil::of(look.theatre, &look.view);
        Frame {
            look,
            snapshot,
            outer,
            area,
            sites,
            soil,
            taken,
            hidden,
            exits,
            names,
            flows,
            critical: &[],
        }
    }

    /// What ways of movements are made of.
    pub fn ground(&self) -> bundles::Ground<'a, '_> {
        let Frame { look, sites, exits, names, outer, .. } = self;
        bundles::Ground { look, sites, exits, names, outer: *outer }
    }

    /// The baseline of the line of sources.
    pub fn sources_line(&self) -> f32 {
        self.area.max.y - 1.0
    }

    /// The lower edge of what stands above the line of sources.
    pub fn lower_edge(&self) -> f32 {
        let sources = self.look.furniture.sources && self.area.width() >= furniture::ROOMY_WIDTH;
        if sources { self.sources_line() - 17.0 } else { self.area.max.y }
    }

    /// Whether a point is near enough to the picture to be drawn.
    pub fn shows(&self, at: Point) -> bool {
        self.outer.grown(40.0).contains(at)
    }
}
