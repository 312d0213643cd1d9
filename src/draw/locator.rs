//! A small map that shows where in the world the large one is.

use super::furniture::Furnishing;
use super::standing::Stage;
use crate::geo::{Camera, LonLat, MapView, ViewSize};
use crate::scene::{Group, Node, Outline, Path, Point, Rect, Stroke, Subject};
use crate::theatre::{countries, disputed_borders};

const WIDTH: f32 = 132.0;
const HEIGHT: f32 = 116.0;
/// A view wider than this needs no locator: it is one.
const WIDEST_DEGREES: f64 = 60.0;

/// Whether the picture is large enough, and what it shows small enough.
pub fn has_room(stage: &Stage) -> bool {
    let size = stage.look.view.size();
    let bounds = stage.look.view.bounds();
    size.width() >= 900.0 && size.height() >= 500.0 && bounds.width() * 360.0 <= WIDEST_DEGREES
}

/// How much of the lower edge the locator takes, with the gap before it.
pub fn reserved_width(stage: &Stage) -> f32 {
    if stage.look.furniture.locator && has_room(stage) { WIDTH + 16.0 } else { 0.0 }
}

pub fn draw(stage: &Stage) -> Furnishing {
    let look = stage.look;
    let style = look.style;
    let rect = Rect {
        min: Point::new(stage.area.max.x - WIDTH, stage.lower_edge() - HEIGHT),
        max: Point::new(stage.area.max.x, stage.lower_edge()),
    };
    let corner = rect.min;
    let shown = look.view.bounds();
    // The continent around the theatre: as far as Africa is wide.
    let center = LonLat::from(shown.center());
    let center = LonLat::wrapped(center.lon() + 14.0, center.lat() - 15.0);
    let view =
        MapView::new(Camera::new(center, 0.72), ViewSize::new(f64::from(WIDTH), f64::from(HEIGHT)));
    let sea = Outline::Rect { rect: Rect::new(0.0, 0.0, WIDTH, HEIGHT), corner: 0.0 };
    let mut nodes = vec![Node::new(Path::filled(sea, style.water))];
    let rim = Stroke::new(style.border.faded(0.5), 0.4);
    for country in countries().within(view.bounds()) {
        let outline = Outline::of_map(country.geometry(1.0), &view);
        nodes.push(Node::new(Path::filled(outline, style.land).with_stroke(rim.clone())));
    }
    // No border is disputed on the large map and settled here.
    for line in disputed_borders().within(view.bounds()) {
        let outline = Outline::of_map(line.geometry(1.0), &view);
        let dashed = Stroke::dashed(rim.color, rim.width, [1.5, 1.5]);
        nodes.push(Node::new(Path::stroked(outline.clone(), Stroke::new(style.land, 1.2))));
        nodes.push(Node::new(Path::stroked(outline, dashed)));
    }
    for country in look.theatre.layers().boundary.iter() {
        let outline = Outline::of_map(country.geometry(1.0), &view);
        nodes.push(Node::new(Path::filled(outline, style.accent.faded(0.55))));
    }
    let at = |p| Point::from(view.view_from_world(p));
    let window = Rect { min: at(shown.min), max: at(shown.max) };
    let window = Outline::Rect { rect: window, corner: 0.0 };
    nodes.push(Node::new(Path::stroked(window, Stroke::new(style.text, 1.2))));
    let map = Group {
        name: "locator-map",
        offset: corner,
        clip: Some(Rect::new(0.0, 0.0, WIDTH, HEIGHT)),
        opacity: 1.0,
        nodes,
    };
    let frame_line = Stroke::new(style.line, 1.0);
    let nodes = vec![
        Node::new(map),
        Node::new(Path::stroked(Outline::Rect { rect, corner: 0.0 }, frame_line)),
    ];
    Furnishing {
        nodes: vec![Node::of(Subject::Part("locator"), Group::named("locator", nodes))],
        taken: vec![rect.grown(6.0)],
        hidden: vec![rect],
    }
}
