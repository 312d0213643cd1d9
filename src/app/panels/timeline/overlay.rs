//! What lies over the picture of the timeline while something is under way: lines to
//! which a bar is drawn, bars that follow, handles, the focus and the box.

use eframe::egui::{Pos2, Rect as Area, Ui};

use super::bar::HANDLE;
use super::hold::Hold;
use crate::app::paint;
use crate::app::view::View;
use crate::draw::timeline::{BarBox, Layout};
use crate::scene::{Node, Outline, Path, Point, Rect, Stroke};

/// How much of the colour of a bar that follows is taken off.
const LIGHTER: f32 = 0.45;

/// `rect` is where the timeline lies.
pub(super) fn paint(
    ui: &Ui,
    rect: Area,
    layout: &Layout,
    bars: &[BarBox],
    hold: Option<&Hold>,
    view: &View,
) {
    let mut nodes = Vec::new();
    for bar in bars {
        if hold.is_some_and(|hold| hold.follows(&bar.id)) {
            let tint = view.style.panel.faded(LIGHTER);
            nodes.push(Node::new(Path::filled(rounded(bar.rect, 3.0), tint)));
        }
        let is_idle = !hold.is_some_and(Hold::is_pressed);
        if is_idle && view.state.hovered.as_ref() == Some(&bar.id) {
            nodes.extend(handles(bar.rect, view));
        }
        if ui.memory(|memory| memory.has_focus(super::bar::widget(ui, &bar.id))) {
            let ring = rounded(bar.rect.grown(2.5), 5.0);
            nodes.push(Node::new(Path::stroked(ring, Stroke::new(view.style.text, 1.5))));
        }
    }
    match hold {
        Some(Hold::Bars(drag)) if drag.is_live() => {
            nodes.extend(drag.guides.iter().map(|at| guide(layout, *at, view)));
        }
        Some(Hold::Box(band)) => {
            if let Some(pointer) = ui.ctx().pointer_latest_pos() {
                nodes.extend(band.rect(rect, layout, pointer).map(|area| box_of(area, view)));
            }
        }
        _ => {}
    }
    let body = layout.chart_body();
    let clip = Area::from_min_max(
        rect.min + eframe::egui::vec2(body.min.x, body.min.y),
        Pos2::new(rect.min.x + body.max.x, rect.min.y + body.max.y),
    );
    paint::nodes(&ui.painter_at(clip), &nodes, rect.min);
}

fn rounded(rect: Rect, corner: f32) -> Outline {
    Outline::Rect { rect, corner }
}

/// A grip at each end: within the bar, or beside it where it is narrow.
fn handles(bar: Rect, view: &View) -> [Node; 2] {
    let out = if bar.width() < Layout::NARROW { HANDLE / 2.0 } else { -HANDLE / 2.0 };
    [bar.min.x - out, bar.max.x + out].map(|x| {
        let grip = Rect::around(Point::new(x, bar.center().y), 3.0, bar.height() - 8.0);
        let edge = Stroke::new(view.style.text, 1.0);
        Node::new(Path::filled(rounded(grip, 1.5), view.style.panel).with_stroke(edge))
    })
}

/// The line to which an edge is drawn: the beginning of the day with that number.
fn guide(layout: &Layout, at: i64, view: &View) -> Node {
    let (x, body) = (layout.x_of(at as f64), layout.chart_body());
    let line = Outline::line([Point::new(x, body.min.y), Point::new(x, body.max.y)]);
    Node::new(Path::stroked(line, Stroke::dashed(view.style.text, 1.5, [5.0, 3.0])))
}

fn box_of(area: Area, view: &View) -> Node {
    let rect =
        Rect { min: Point::new(area.min.x, area.min.y), max: Point::new(area.max.x, area.max.y) };
    let edge = Stroke::new(view.style.accent, 1.0);
    Node::new(Path::filled(rounded(rect, 2.0), view.style.accent.faded(0.14)).with_stroke(edge))
}
