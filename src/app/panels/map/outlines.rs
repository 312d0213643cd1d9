//! The lines of sectors that are edited, and the one that is being drawn.

use eframe::egui::{Pos2, Response, Shape, Stroke, Ui};

use super::chart::Chart;
use super::sites::{guide, road_corner};
use crate::app::convert::color32;
use crate::app::mapping::{Hold, Tool};
use crate::app::paint;
use crate::app::view::View;
use crate::geo::LonLat;
use crate::scene::{Color, Node, Outline, Path, Point, Stroke as SceneStroke};
use crate::sectors::{Sectors, Snap};

/// How near to a corner or an edge a corner is drawn to it, in points.
pub(super) const SNAP: f64 = 8.0;

/// The place of a point that a click puts, and what it was drawn to.
pub(super) fn snapped_point(
    ui: &Ui,
    chart: &Chart,
    at: Pos2,
    view: &View,
) -> (LonLat, Option<LonLat>) {
    let free = chart.place(at);
    if ui.input(|input| input.modifiers.alt) {
        return (free, None);
    }
    let drawn_to = match view.state.map.tool {
        Tool::AddSite => road_corner(chart, at, view),
        Tool::DrawSector => {
            // The first corner closes the ring.
            let first = view.state.map.points.first().copied();
            let first = first.filter(|first| chart.at(*first).distance(at) <= SNAP as f32);
            first.or_else(|| snap(chart, at, view).map(|snap| snap.place))
        }
        _ => None,
    };
    (drawn_to.unwrap_or(free), drawn_to)
}

fn snap(chart: &Chart, at: Pos2, view: &View) -> Option<Snap> {
    view.state.map.guides()?.nearest(chart.point(at), &chart.map, SNAP)
}

/// The chosen sector, what moves with the corner that is held, the ring that is drawn.
pub(super) fn paint(ui: &Ui, response: &Response, chart: &Chart, view: &View) {
    let map = &view.state.map;
    if map.tool.puts_points()
        && let Some(at) = response.hover_pos()
        && let (_, Some(place)) = snapped_point(ui, chart, at, view)
    {
        guide(ui, chart, chart.at(place), view);
    }
    if map.tool.puts_points() && response.has_focus() && !response.contains_pointer() {
        crosshair(ui, chart, view);
    }
    let Some(sectors) = map.sectors() else { return };
    let reshaped = map.hold.as_ref().and_then(|hold| hold.reshaped(sectors));
    let is_refused = matches!(reshaped, Some(Err(_)));
    let accent = if is_refused { view.style.error } else { view.style.accent };
    let shown = match &reshaped {
        Some(Ok(reshaped)) => reshaped,
        _ => sectors,
    };
    for (number, ring) in shown.rings() {
        let is_chosen = map.sector.as_ref() == Some(&shown.list[number].id);
        let is_changed = sectors.list.get(number) != shown.list.get(number);
        if is_chosen || is_changed {
            closed(ui, chart, ring, accent, view);
        }
    }
    held(ui, chart, sectors, is_refused, view);
    if map.tool == Tool::DrawSector {
        drawn(ui, response, chart, view);
    }
}

fn closed(ui: &Ui, chart: &Chart, ring: &[LonLat], color: Color, view: &View) {
    let mut line: Vec<Point> = Vec::with_capacity(ring.len());
    for place in ring {
        let at = chart.at(*place);
        let at = Point::new(at.x, at.y);
        // What is nearer than a point to the one before is not seen.
        if line.last().is_none_or(|last| last.distance(at) >= 1.0) {
            line.push(at);
        }
    }
    let outline = Outline::polygon(line);
    let rim = SceneStroke::new(view.style.panel.faded(0.7), 4.2);
    let line = SceneStroke::new(color, 2.2);
    let strokes = [rim, line].map(|stroke| Node::new(Path::stroked(outline.clone(), stroke)));
    paint::nodes(&ui.painter_at(chart.rect), &strokes, Pos2::ZERO);
}

/// What a corner is drawn to, or that it cannot be put here.
fn held(ui: &Ui, chart: &Chart, sectors: &Sectors, is_refused: bool, view: &View) {
    let Some(Hold::Corner(corner)) = &view.state.map.hold else { return };
    let at = chart.at(corner.to);
    let painter = ui.painter_at(chart.rect);
    if is_refused {
        // The way it would take, from the corners beside it.
        let line = Stroke::new(1.6, color32(view.style.error));
        for (_, ring) in sectors.rings() {
            let Some(place) = ring.iter().position(|place| *place == corner.from) else { continue };
            let beside =
                [ring[(place + ring.len() - 1) % ring.len()], ring[(place + 1) % ring.len()]];
            for other in beside {
                painter.extend(Shape::dashed_line(&[chart.at(other), at], line, 5.0, 4.0));
            }
        }
    } else if corner.guide.is_some() {
        guide(ui, chart, at, view);
    }
}

fn drawn(ui: &Ui, response: &Response, chart: &Chart, view: &View) {
    let points = &view.state.map.points;
    let next = response.hover_pos().map(|at| snapped_point(ui, chart, at, view).0);
    let line: Vec<Pos2> = points.iter().copied().chain(next).map(|place| chart.at(place)).collect();
    if points.is_empty() {
        return;
    }
    let painter = ui.painter_at(chart.rect);
    let accent = color32(view.style.accent);
    let rim = color32(view.style.panel.faded(0.8));
    if line.len() > 2 {
        let corners = line.iter().map(|at| Point::new(at.x, at.y));
        let fill = Path::filled(Outline::polygon(corners), view.style.accent.faded(0.12));
        paint::nodes(&painter, &[Node::new(fill)], Pos2::ZERO);
        let back = [line[line.len() - 1], line[0]];
        painter.extend(Shape::dashed_line(&back, Stroke::new(1.4, accent), 5.0, 4.0));
    }
    painter.line(line.clone(), Stroke::new(4.2, rim));
    painter.line(line, Stroke::new(2.2, accent));
    for (i, place) in points.iter().enumerate() {
        let radius = if i == 0 { 5.5 } else { 4.0 };
        painter.circle(chart.at(*place), radius, rim, Stroke::new(2.0, accent));
    }
}

/// Where Space puts a point while the pointer is elsewhere.
fn crosshair(ui: &Ui, chart: &Chart, view: &View) {
    let painter = ui.painter_at(chart.rect);
    let middle = chart.rect.center();
    for (width, color) in [(4.0, view.style.panel.faded(0.8)), (1.6, view.style.accent)] {
        let stroke = Stroke::new(width, color32(color));
        painter.hline(middle.x - 12.0..=middle.x + 12.0, middle.y, stroke);
        painter.vline(middle.x, middle.y - 12.0..=middle.y + 12.0, stroke);
    }
}
