//! What of a plan's own layers lies under a point of the map.

use super::{Laid, MARK, laid};
use crate::geo::{LonLat, MapView, ViewPoint, WorldBounds};
use crate::plan::{Layer, Plan};
use crate::scene::{Color, Node, Outline, Path, Point, Scene, Stroke, Subject};
use crate::theatre::Theatre;

/// A feature of a layer.
pub struct Under<'a> {
    pub layer: &'a Layer,
    /// Its name in the language that was asked for.
    pub name: Option<&'a str>,
}

/// The feature on top at a point of a view, or none; `reach` is how far beside it the
/// point may be, in points. `tag` is the language of its name.
pub fn under<'a>(
    plan: &'a Plan,
    theatre: &'a Theatre,
    view: &MapView,
    at: Point,
    reach: f32,
    tag: &str,
) -> Option<Under<'a>> {
    laid(plan, theatre, None).into_iter().find_map(|laid| {
        let name = feature_at(&laid, view, at, reach, tag)?;
        Some(Under { layer: laid.layer, name })
    })
}

/// The name of the feature at a point. The outer None: there is no feature.
fn feature_at<'a>(
    laid: &Laid<'a>,
    view: &MapView,
    at: Point,
    reach: f32,
    tag: &str,
) -> Option<Option<&'a str>> {
    let zoom = view.camera().zoom;
    let overlay = laid.overlay;
    let corner = |by: f32| {
        let x = f64::from(at.x + by);
        view.world_from_view(ViewPoint { x, y: f64::from(at.y + by) })
    };
    let around = |by: f32| WorldBounds { min: corner(-by), max: corner(by) };
    let near = overlay.spots.within(around(MARK + reach)).last();
    if let Some(spot) = near {
        return Some(spot.names.name(tag));
    }
    let is_on = |outline: Outline| {
        let stroke = Stroke::new(Color::BLACK, laid.style.line_width as f32);
        let mut scene = Scene::new(0.0, 0.0, Color::WHITE);
        scene.nodes = vec![Node::of(Subject::Part("layer"), Path::stroked(outline, stroke))];
        scene.subject_at(at, reach).is_some()
    };
    let lines = overlay.lines.within(around(laid.style.line_width as f32 + reach));
    let mut lines = lines.filter(|line| is_on(Outline::of_map(line.geometry(zoom), view)));
    if let Some(line) = lines.next() {
        return Some(line.names.name(tag));
    }
    let place: LonLat = corner(0.0).into();
    let area = overlay.areas.within(around(0.0)).filter(|area| area.contains(place)).last();
    area.map(|area| area.names.name(tag))
}
