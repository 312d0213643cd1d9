//! The map: what is where, and what is under way, at a moment.
//!
//! The ground of a map depends on theatre, view and style, and on the layers that the
//! plan brings along; window and exports keep it while the camera rests. So they do
//! with its [`Standing`], the places of all that stands on it. Everything else is drawn
//! anew for each moment.

use std::collections::BTreeSet;

use super::courses::{Course, Lane};
use super::standing::{Stage, Standing};
use super::style::Style;
use super::ways::Way;
use super::{
    bundles, critical, flows, furniture, lakes, land, marks, names, overlays, rivers, roads,
    sectors, sites, towns, units,
};
use crate::calendar::Moment;
use crate::geo::MapView;
use crate::i18n::Lang;
use crate::plan::{Id, MovementId, Plan};
use crate::scene::{Group, Node, Rect, Scene};
use crate::schedule::{Critical, MovementNow, Now, Problems, Routes, Schedule, Track};
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
    /// The items of the critical chain that is marked.
    pub critical: &'a [Id],
    pub furniture: Furniture,
    /// What this picture is about, below the title of the plan; such as the title of
    /// a chapter.
    pub caption: Option<&'a str>,
    /// The names of the layers that are drawn, out of [`layers`], and the ids of those
    /// of the plan; None for all.
    pub layers: Option<&'a [String]>,
    /// How far the furniture keeps from the edges; None for what suits the size.
    pub edges: Option<Insets>,
    /// Whether the marks on flows stand still while the plan plays, for who asked the
    /// system for less motion.
    pub still: bool,
}

impl<'a> Look<'a> {
    /// The plan of a schedule as planned: all layers and furniture, nothing marked.
    pub fn of(
        schedule: &'a Schedule,
        routes: &'a Routes,
        theatre: &'a Theatre,
        view: MapView,
        moment: Moment,
        style: &'a Style,
        lang: Lang,
    ) -> Look<'a> {
        const NOTHING: &BTreeSet<Id> = &BTreeSet::new();
        Look {
            plan: schedule.plan(),
            schedule,
            routes,
            theatre,
            view,
            track: Track::Planned,
            moment,
            style,
            lang,
            selected: NOTHING,
            touched: NOTHING,
            hovered: None,
            problems: None,
            critical: &[],
            furniture: Furniture::ALL,
            caption: None,
            layers: None,
            edges: None,
            still: false,
        }
    }
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

/// The layer of the critical chain, which is drawn where it is known.
const CRITICAL: &str = "critical";

/// From back to front. A new layer that changes with the moment is a new file and
/// a line here.
const LIVE: &[LiveLayer] = &[
    (CRITICAL, critical::draw),
    ("ways", flows::selected),
    ("flows", flows::lines),
    ("sites", sites::draw),
    (units::LAYER, units::draw),
    ("names", names::draw),
    ("batches", flows::batches),
    ("problems", marks::draw),
];

/// A map at a moment, with what its layers share.
pub struct Frame<'a> {
    pub look: &'a Look<'a>,
    pub standing: &'a Standing,
    pub now: Now<'a>,
    /// Those of the posts.
    pub sites: sites::Marks<'a>,
    /// The movements that go by ways of the picture, in the order of their ids.
    pub movements: Vec<(&'a Course, MovementNow)>,
    pub names: Vec<names::PlacedName<'a>>,
    pub travellers: units::Travellers<'a>,
    pub rows: Vec<units::Shown<'a>>,
    pub flows: Vec<bundles::Flow<'a>>,
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
    live_on(look, &Standing::of(look))
}

/// The same, where the standing of the map was kept from another moment.
pub fn live_on(look: &Look, standing: &Standing) -> Vec<Node> {
    let now = look.schedule.now(look.track, look.moment);
    let sites = sites::Marks::of(look, standing, now);
    let (movements, names, travellers, rows, flows) = Default::default();
    let mut frame = Frame { look, standing, now, sites, movements, names, travellers, rows, flows };
    frame.movements = frame.seen_movements();
    frame.names = names::shown(&frame);
    frame.travellers = units::Travellers::of(&frame);
    frame.rows = units::Shown::all(&frame);
    frame.flows = bundles::under_way(&frame);
    let wanted = LIVE.iter().filter(|(name, _)| is_wanted(look.layers, name));
    let mut layers: Vec<Node> =
        wanted.filter_map(|(name, draw)| layer(name, draw(&frame))).collect();
    layers.extend(layer("furniture", furniture::draw(&frame)));
    layers
}

/// The names of all layers, from back to front: those of the ground, then those that
/// change with the moment.
pub fn layers() -> impl Iterator<Item = &'static str> {
    let ground = GROUND.iter().map(|(name, _)| *name);
    ground.chain(LIVE.iter().map(|(name, _)| *name))
}

/// The critical chain, where it is one of the layers that were chosen.
pub fn critical_of(layers: Option<&[String]>, plan: &Plan, track: Track) -> Vec<Id> {
    if lists_critical(layers) { Critical::of(plan, track).chain } else { Vec::new() }
}

/// Whether layers were chosen, and the critical chain is one of them.
pub fn lists_critical(layers: Option<&[String]>) -> bool {
    layers.is_some() && is_wanted(layers, CRITICAL)
}

/// Whether a layer is one of those that were chosen.
pub(super) fn is_wanted(layers: Option<&[String]>, name: &str) -> bool {
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

    pub fn within(self, rect: Rect) -> Rect {
        Rect {
            min: rect.min.plus(self.left, self.top),
            max: rect.max.plus(-self.right, -self.bottom),
        }
    }
}

impl<'a> Frame<'a> {
    /// How far outside of the picture something may lie and still reach into it.
    pub const NEAR: f32 = 40.0;

    pub fn stage(&self) -> Stage<'a> {
        self.standing.stage(self.look)
    }

    /// Whether something in a box may reach into the picture.
    pub fn meets(&self, area: Rect) -> bool {
        self.standing.outer.grown(Self::NEAR).intersects(area)
    }

    /// The way of a movement, from the middle of one symbol to that of the other.
    pub fn lane(&self, course: &Course) -> Option<&'a Lane> {
        self.standing.lanes.get(course, &self.stage(), &self.standing.exits)
    }

    /// What goes by outside of the picture is left out before anything is worked out
    /// for it.
    fn seen_movements(&self) -> Vec<(&'a Course, MovementNow)> {
        let area = self.standing.outer.grown(Self::NEAR);
        let is_seen = |course: &Course| {
            course.may_meet(area, &self.look.view)
                && self.lane(course).is_some_and(|lane| self.meets(lane.area))
        };
        let courses = &self.standing.roster.courses;
        let shown = self.now.shown().into_iter().filter_map(|number| {
            let course = courses.at(number).filter(|course| is_seen(course))?;
            Some((course, self.now.movement_at(number)))
        });
        shown.collect()
    }

    /// The part of a way that is seen: from the edge of one symbol to that of the other,
    /// as large as they are now.
    pub fn way_along(&self, course: &Course) -> Option<Way> {
        let way = &self.lane(course)?.way;
        let start = self.way_start(course);
        let to = course.to.map(|to| &self.sites[to]);
        let end = to.map_or(0.0, |to| match to.site.is_exit() {
            true => 10.0,
            false => to.symbol.radius + 4.5,
        });
        way.part(start, way.length() - end)
    }

    /// How much of a way the symbol hides that it begins at.
    pub fn way_start(&self, course: &Course) -> f32 {
        self.sites[course.from].symbol.radius + 3.0
    }

    pub fn way_of(&self, movement: &MovementId) -> Option<Way> {
        self.way_along(self.standing.roster.courses.of_movement(movement)?)
    }
}
