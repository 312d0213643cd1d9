//! The layers that a plan brings along, over the ground of the map and under all that
//! moves.

mod chosen;
mod labels;
mod under;

use std::sync::Arc;

use super::map::{Ground, is_wanted};
use super::shapes::{sample_line, triangle};
use super::style::Style;
use crate::geo::{MapView, WorldBounds};
use crate::plan::{Layer, LayerMark, LayerStyle, Plan};
use crate::scene::{Color, Group, Node, Outline, Path, Point, Rect, Stroke, Subject};
use crate::theatre::{Area, Attributes, Line, Overlay, Theatre};

pub use chosen::chosen;
pub use labels::wishes;
pub use under::{Under, under};

/// From the middle of a mark to its edge, in points.
const MARK: f32 = 4.0;
/// What is smaller, in points across, is not drawn.
const SMALLEST: f64 = 0.75;

/// A layer of the plan whose file was read and that is shown.
pub struct Laid<'a> {
    pub layer: &'a Layer,
    pub overlay: &'a Overlay,
    pub style: LayerStyle,
}

/// The layers that a map shows, the one on top first, as the plan lists them.
/// `wanted` are the names of all layers that are shown; None for all.
pub fn laid<'a>(plan: &'a Plan, theatre: &'a Theatre, wanted: Option<&[String]>) -> Vec<Laid<'a>> {
    let laid = |layer: &'a Arc<Layer>| {
        let overlay = theatre.overlays().get(&layer.path)?.as_ref().ok()?;
        let style = layer.style.clone().unwrap_or_default();
        let is_shown = !layer.hidden && is_wanted(wanted, layer.id.as_str());
        is_shown.then_some(Laid { layer, overlay, style })
    };
    plan.layers().iter().filter_map(laid).collect()
}

/// What lies right under a layer of the ground: what names it in its `below`. With
/// None what lies over all of the ground, since it names none of `ground`.
pub fn draw(map: &Ground, below: Option<&str>, ground: &[&str]) -> Vec<Node> {
    let is_here = |layer: &Layer| {
        let named = layer.below.as_deref().filter(|name| ground.contains(name));
        named == below
    };
    let laid = laid(map.plan, map.theatre, map.layers).into_iter();
    laid.rev()
        .filter(|laid| is_here(laid.layer))
        .map(|laid| laid.node(map.view, map.style))
        .collect()
}

impl Laid<'_> {
    pub fn color(&self, style: &Style) -> Color {
        style.layer(&self.style.color)
    }

    fn node(&self, view: MapView, style: &Style) -> Node {
        let part = view.bounds();
        let least = SMALLEST / view.camera().scale();
        let is_seen = |bounds: WorldBounds| bounds.width().max(bounds.height()) >= least;
        let Overlay { areas, lines, spots, .. } = self.overlay;
        let mut nodes = Vec::new();
        for area in areas.within(part).filter(|area| is_seen(area.bounds())) {
            nodes.extend(self.area(area, &view, style));
        }
        for line in lines.within(part).filter(|line| is_seen(line.bounds())) {
            nodes.extend(self.line(line, &view, style));
        }
        for spot in spots.within(part) {
            let at = Point::from(view.view_from_lonlat(spot.place()));
            nodes.extend(mark(&self.style.mark, at, MARK, self.color(style), style.casing));
        }
        let subject = Subject::Item((*self.layer.id).clone());
        Node::of(subject, Group::named("layer", nodes))
    }

    /// Filled, and stroked where the map was not cut.
    fn area(&self, area: &Area<Attributes>, view: &MapView, style: &Style) -> Vec<Node> {
        let zoom = view.camera().zoom;
        let (geometry, edge) = (area.geometry(zoom), area.outline(zoom));
        let opacity = self.style.fill_opacity as f32;
        let stroke = self.stroke(style);
        let mut filled = (opacity > 0.0).then(|| {
            let color = self.color(style).faded(opacity);
            Path::filled(Outline::of_map(geometry, view), color)
        });
        let mut stroked = None;
        if let Some((edge, stroke)) = edge.zip(stroke) {
            match &mut filled {
                Some(filled) if Arc::ptr_eq(edge, geometry) => filled.stroke = Some(stroke),
                _ => stroked = Some(Path::stroked(Outline::of_map(edge, view), stroke)),
            }
        }
        filled.into_iter().chain(stroked).map(Node::new).collect()
    }

    fn line(&self, line: &Line<Attributes>, view: &MapView, style: &Style) -> Option<Node> {
        let outline = Outline::of_map(line.geometry(view.camera().zoom), view);
        Some(Node::new(Path::stroked(outline, self.stroke(style)?)))
    }

    /// None for a line without width.
    fn stroke(&self, style: &Style) -> Option<Stroke> {
        let width = self.style.line_width as f32;
        (width > 0.0).then(|| Stroke::new(self.color(style), width))
    }

    /// What the layer looks like, around a point of the legend: a mark where it has
    /// points alone, a line where it has these, otherwise a patch.
    pub fn sample(&self, at: Point, style: &Style) -> Vec<Node> {
        let Overlay { areas, lines, .. } = self.overlay;
        let (color, stroke) = (self.color(style), self.stroke(style));
        if !areas.is_empty() {
            let rect = Rect::around(at, 20.0, 10.0);
            let fill = color.faded(self.style.fill_opacity as f32);
            let patch = Path::filled(Outline::Rect { rect, corner: 1.5 }, fill);
            return vec![Node::new(match stroke {
                Some(stroke) => patch.with_stroke(stroke),
                None => patch,
            })];
        }
        if !lines.is_empty() {
            let line = |it| Node::new(Path::stroked(sample_line(at), it));
            return stroke.map(line).into_iter().collect();
        }
        mark(&self.style.mark, at, MARK, color, style.casing).into_iter().collect()
    }
}

/// The mark of a point, with a rim that parts it from what lies below.
fn mark(kind: &LayerMark, at: Point, radius: f32, color: Color, rim: Color) -> Option<Node> {
    let solid = |outline: Outline| {
        Some(Node::new(Path::filled(outline, color).with_stroke(Stroke::new(rim, 0.8))))
    };
    match kind {
        LayerMark::None => None,
        LayerMark::Disc | LayerMark::Unknown(_) => {
            solid(Outline::Circle { center: at, radius: radius * 0.95 })
        }
        LayerMark::Square => {
            let side = radius * 1.7;
            solid(Outline::Rect { rect: Rect::around(at, side, side), corner: 0.0 })
        }
        LayerMark::Triangle => solid(triangle(at.plus(0.0, radius * 0.2), radius * 1.25)),
        LayerMark::Cross => {
            let arm = radius * 0.9;
            let bar = |dx: f32| Outline::line([at.plus(-dx, -arm), at.plus(dx, arm)]);
            let bars = [bar(arm), bar(-arm)].map(|bar| {
                let stroked =
                    |color, width| Node::new(Path::stroked(bar.clone(), Stroke::new(color, width)));
                [stroked(rim, 3.2), stroked(color, 1.8)]
            });
            let [[a_rim, a], [b_rim, b]] = bars;
            Some(Node::new(Group::named("mark", vec![a_rim, b_rim, a, b])))
        }
    }
}
