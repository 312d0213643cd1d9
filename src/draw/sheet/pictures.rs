//! The pictures on a page: map, strength curve and timeline, each a figure.

use std::collections::BTreeSet;

use super::{Look, closures};
use crate::draw::strength::{self, StrengthLook};
use crate::draw::timeline::{
    self, Arrangement, Layout, NetworkLook, Row, Rows, TimeScale, TimelineLook,
};
use crate::draw::{self, Furniture};
use crate::geo::{Camera, MapView, ViewSize};
use crate::plan::{Id, Item};
use crate::scene::{Group, Node, Outline, Path, Point, Rect, Scene, part};

/// How far from the edges of its figure the theatre stays, as a share of the
/// shorter side.
const MAP_MARGIN: f64 = 0.04;

/// The furniture of a map on a page: what the title block does not say.
const FURNITURE: Furniture =
    Furniture { legend: true, scale: true, north: true, locator: true, ..Furniture::NONE };

/// A scene as a figure of the page.
fn figure(scene: Scene, at: Point) -> Node {
    let rect = Rect::new(0.0, 0.0, scene.width, scene.height);
    let ground = Path::filled(Outline::Rect { rect, corner: 0.0 }, scene.background);
    let nodes = std::iter::once(Node::new(ground)).chain(scene.nodes).collect();
    let group = Group::named(part::FIGURE, nodes);
    Node::new(Group { offset: at, clip: Some(rect), ..group })
}

/// How large a map is that fills a part of a page.
pub fn view_size(rect: Rect) -> ViewSize {
    ViewSize::new(f64::from(rect.width()), f64::from(rect.height()))
}

/// The map; all of the theatre where no camera is given.
pub fn map(look: &Look, rect: Rect, camera: Option<Camera>) -> Node {
    let size = view_size(rect);
    let margin = size.width().min(size.height()) * MAP_MARGIN;
    let camera = camera.unwrap_or_else(|| draw::fitting(look.plan, look.theatre, size, margin));
    let view = MapView::new(camera, size);
    let scene = draw::map(&draw::Look {
        track: look.track,
        critical: &draw::critical_of(look.layers, look.plan, look.track),
        furniture: FURNITURE,
        layers: look.layers,
        ..draw::Look::of(
            look.schedule,
            look.routes,
            look.theatre,
            view,
            look.moment,
            look.style,
            look.lang,
        )
    });
    figure(scene, rect.min)
}

/// How days lie in curve and timeline.
pub fn layout(look: &Look, width: f32, height: f32) -> Layout {
    let gutter = (width * 0.3).clamp(110.0, 240.0);
    let scale = TimeScale::fitting(look.plan.horizon(), width - gutter);
    Layout { width, height, gutter, scale, scroll: 0.0 }
}

pub fn curve(look: &Look, rect: Rect) -> Node {
    let scene = strength::curve(&StrengthLook {
        plan: look.plan,
        curves: look.curves,
        track: look.track,
        moment: look.moment,
        layout: &layout(look, rect.width(), rect.height()),
        style: look.style,
        lang: look.lang,
        hovered: None,
    });
    figure(scene, rect.min)
}

/// The rows that have room in a height: all, or the activities, or one for each
/// site that ends; at last none, and the ruler with its phases stands alone.
pub fn rows(look: &Look, room: f32) -> Rows {
    // Grouped by phase, they name no sector.
    let by_phase = Arrangement::default();
    let all = timeline::rows(look.plan, &by_phase, &|sector| sector.to_string(), look.lang);
    let activity = |row: &&Row| match look.plan.item(row.item()?) {
        Some(Item::Activity(activity)) => Some(activity),
        _ => None,
    };
    let is_ending = |row: &&Row| {
        activity(row).is_some_and(|activity| {
            let site = activity.site.as_ref().and_then(|site| look.plan.sites().get(site));
            let ending = site.and_then(|site| closures::ending(look.plan, site));
            ending.is_some_and(|ending| ending.id == activity.id)
        })
    };
    let is_activity = |row: &&Row| row.item().is_none() || activity(row).is_some();
    let candidates =
        [all.only(is_activity, look.plan), all.only(is_ending, look.plan), Rows::default()];
    let fits = |rows: &Rows| height_of(rows) <= room;
    std::iter::once(all).chain(candidates).find(fits).unwrap_or_default()
}

/// The height of a timeline with these rows.
pub fn height_of(rows: &[Row]) -> f32 {
    Layout::head() + Layout::ROW * rows.len() as f32
}

pub fn timeline(look: &Look, rows: &Rows, rect: Rect) -> Node {
    const NOTHING: &BTreeSet<Id> = &BTreeSet::new();
    let scene = timeline::timeline(&TimelineLook {
        plan: look.plan,
        schedule: look.schedule,
        moment: look.moment,
        rows,
        layout: &layout(look, rect.width(), rect.height()),
        style: look.style,
        lang: look.lang,
        selected: NOTHING,
        hovered: None,
        problems: None,
        ghosts: &[],
        baseline: None,
        loop_range: None,
        track: look.track,
        network: NetworkLook::default(),
    });
    figure(scene, rect.min)
}
