//! The corners and edges of the chosen sector as handles.

use std::sync::Arc;

use eframe::egui::{
    CursorIcon, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use super::chart::Chart;
use super::outlines::SNAP;
use super::{ground_id, navigate};
use crate::app::action::Action;
use crate::app::convert::color32;
use crate::app::mapping::{CornerHold, Hold, MapAction, Reshape, Tool};
use crate::app::view::View;
use crate::geo::LonLat;
use crate::sectors::{Guides, Sector, Sectors, middle, rounded_place};

/// Handles that are nearer to each other than this stand for one: the map is to be
/// enlarged first.
const APART: f32 = 11.0;
/// An edge shorter than this has no handle in its middle.
const ROOMY: f32 = 34.0;
/// How far an arrow moves a corner, in points; with Shift farther.
const STEP: f32 = 1.0;
const LARGE_STEP: f32 = 10.0;

/// What the handles need to know.
struct Handles<'a, 'v> {
    chart: &'a Chart,
    view: &'a View<'v>,
    sectors: &'a Sectors,
    sector: &'a Sector,
    name: String,
}

/// Shows the handles of the chosen sector.
pub(super) fn show(ui: &Ui, chart: &Chart, view: &View, actions: &mut Vec<Action>) {
    let map = &view.state.map;
    let (Tool::Sectors, Some(sectors)) = (map.tool, map.sectors()) else { return };
    let Some(sector) = map.sector.as_deref().and_then(|id| sectors.find(id)) else { return };
    let name = sector.name(view.words.lang().tag()).unwrap_or(&sector.id).to_owned();
    let handles = Handles { chart, view, sectors, sector, name };
    handles.grip(ui, actions);
    for (number, ring) in sector.polygons.iter().flatten().enumerate() {
        for index in handles.shown(ring) {
            handles.corner(ui, number, ring, index, actions);
        }
    }
}

impl Handles<'_, '_> {
    /// The corners of a ring that are in sight and far enough from each other.
    fn shown(&self, ring: &[LonLat]) -> Vec<usize> {
        let mut last: Option<Pos2> = None;
        let chosen = self.view.state.map.corner;
        let is_shown = |index: &usize| {
            let at = self.chart.at(ring[*index]);
            let far = last.is_none_or(|last| last.distance(at) >= APART);
            let shown = self.chart.rect.contains(at) && (far || Some(ring[*index]) == chosen);
            if shown {
                last = Some(at);
            }
            shown
        };
        (0..ring.len()).filter(is_shown).collect()
    }

    /// A corner, and the handle in the middle of the edge after it.
    fn corner(
        &self,
        ui: &Ui,
        number: usize,
        ring: &[LonLat],
        index: usize,
        actions: &mut Vec<Action>,
    ) {
        let place = ring[index];
        let next = ring[(index + 1) % ring.len()];
        let ends = [self.chart.at(place), self.chart.at(next)];
        self.square_at(ui, (number, index), place, ends[0], actions);
        // After it, so that Tab goes along the ring.
        if ends[0].distance(ends[1]) >= ROOMY {
            self.edge(ui, (number, index), [place, next], actions);
        }
    }

    fn square_at(
        &self,
        ui: &Ui,
        (number, index): (usize, usize),
        place: LonLat,
        at: Pos2,
        actions: &mut Vec<Action>,
    ) {
        let map = &self.view.state.map;
        let held = held_corner(self.view, place, None);
        let at = held.map_or(at, |corner| self.chart.at(corner.to));
        let id = ground_id().with(("corner", &self.sector.id, number, index));
        let response =
            ui.interact(Rect::from_center_size(at, Vec2::splat(13.0)), id, Sense::click_and_drag());
        let args = [("number", (index + 1).into()), ("sector", self.name.as_str().into())];
        let name = self.view.words.fill("map-corner", &args);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let is_chosen = map.corner == Some(place) || held.is_some();
        self.square(ui, at, &response, is_chosen);
        if response.clicked() {
            if ui.input(|input| input.modifiers.command) {
                let remove = Reshape::RemoveCorner(place);
                actions.push(Action::Map(MapAction::Reshape(remove)));
                return;
            }
            response.request_focus();
        }
        if (response.clicked() || response.gained_focus()) && map.corner != Some(place) {
            actions.push(Action::Map(MapAction::ChooseCorner(Some(place))));
        }
        self.drag(ui, &response, place, None, actions);
        if response.has_focus() {
            let to = held.map_or(place, |corner| corner.to);
            self.nudge(ui, &response, to, actions, |to, now| {
                Hold::Corner(self.hold(place, rounded_place(to), None, Some(now)))
            });
        }
    }

    /// The middle of an edge: dragged, it becomes a corner.
    fn edge(
        &self,
        ui: &Ui,
        (number, index): (usize, usize),
        edge: [LonLat; 2],
        actions: &mut Vec<Action>,
    ) {
        let place = middle(edge);
        let held = held_corner(self.view, place, Some(edge));
        let at = self.chart.at(held.map_or(place, |corner| corner.to));
        if !self.chart.rect.contains(at) {
            return;
        }
        let id = ground_id().with(("edge", &self.sector.id, number, index));
        let area = Rect::from_center_size(at, Vec2::splat(12.0));
        let response = ui.interact(area, id, Sense::click_and_drag());
        let args = [("number", (index + 1).into()), ("sector", self.name.as_str().into())];
        let name = self.view.words.fill("map-edge", &args);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let style = self.view.style;
        let active = response.hovered() || response.has_focus() || held.is_some();
        let fill = if active { style.accent } else { style.panel };
        let rim = Stroke::new(1.3, color32(style.accent));
        let radius = if active { 5.0 } else { 3.6 };
        ui.painter_at(self.chart.rect).circle(at, radius, color32(fill), rim);
        if response.clicked() {
            actions.push(Action::Map(MapAction::Reshape(Reshape::PartEdge(edge))));
        }
        self.drag(ui, &response, place, Some(edge), actions);
    }

    /// A handle that moves the sector as a whole.
    fn grip(&self, ui: &Ui, actions: &mut Vec<Action>) {
        let sector = self.view.theatre.sectors().find(&self.sector.id);
        let Some(place) = sector.map(|sector| sector.label_at()) else { return };
        let held = match &self.view.state.map.hold {
            Some(Hold::Sector { from, to, .. }) => Some((*from, *to)),
            _ => None,
        };
        let shift = held.map_or(Vec2::ZERO, |(from, to)| self.chart.at(to) - self.chart.at(from));
        let at = self.free_of_sites(self.chart.at(place)) + shift;
        if !self.chart.rect.contains(at) {
            return;
        }
        let id = ground_id().with(("grip", &self.sector.id));
        let area = Rect::from_center_size(at, Vec2::splat(24.0));
        let response = ui.interact(area, id, Sense::click_and_drag());
        let name =
            self.view.words.fill("map-move-sector", &[("sector", self.name.as_str().into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        paint_grip(ui, self.chart, at, &response, self.view);
        let hold = |from, to, by_keys| {
            let id = self.sector.id.clone();
            Action::Map(MapAction::Hold(Some(Hold::Sector { id, from, to, by_keys })))
        };
        let pointer = response.interact_pointer_pos().map(|at| self.chart.place(at));
        if response.drag_started()
            && let Some(origin) = ui.input(|input| input.pointer.press_origin())
        {
            let from = self.chart.place(origin);
            actions.push(hold(from, pointer.unwrap_or(from), None));
        } else if response.dragged()
            && let (Some((from, _)), Some(to)) = (held, pointer)
        {
            actions.push(hold(from, to, None));
        }
        if response.drag_stopped() {
            actions.push(Action::Map(MapAction::Release));
        }
        if response.has_focus() {
            let (from, to) = held.unwrap_or((place, place));
            self.nudge(ui, &response, to, actions, |to, now| Hold::Sector {
                id: self.sector.id.clone(),
                from,
                to,
                by_keys: Some(now),
            });
        }
        response.on_hover_text(name);
    }

    /// The first place near a point where no site is below the grip.
    fn free_of_sites(&self, at: Pos2) -> Pos2 {
        let sites = self.view.plan.sites().iter().filter_map(|site| site.place);
        let sites: Vec<Pos2> = sites.map(|place| self.chart.at(place)).collect();
        let beside = [(0.0, 0.0), (0.0, 32.0), (0.0, -32.0), (40.0, 0.0), (-40.0, 0.0)];
        let mut places = beside.into_iter().map(|(x, y)| at + vec2(x, y));
        let is_free = |at: &Pos2| sites.iter().all(|site| site.distance(*at) > 30.0);
        places.find(is_free).unwrap_or(at)
    }

    /// What a drag does to a corner, or to the edge that gets one.
    fn drag(
        &self,
        ui: &Ui,
        response: &Response,
        place: LonLat,
        parts: Option<[LonLat; 2]>,
        actions: &mut Vec<Action>,
    ) {
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::Move);
        }
        let pointer = response.interact_pointer_pos();
        let begun = response.drag_started().then(|| self.hold(place, place, parts, None));
        let held = held_corner(self.view, place, parts).filter(|held| held.by_keys.is_none());
        if let (Some(mut corner), Some(at)) = (begun.or(held.cloned()), pointer)
            && response.dragged()
        {
            let free = ui.input(|input| input.modifiers.alt);
            let snap = corner.guides.nearest(self.chart.point(at), &self.chart.map, SNAP);
            let snap = snap.filter(|_| !free);
            corner.to = snap.map_or_else(|| rounded_place(self.chart.place(at)), |snap| snap.place);
            corner.guide = snap.map(|snap| snap.guide);
            actions.push(Action::Map(MapAction::Hold(Some(Hold::Corner(corner)))));
        }
        if response.drag_stopped() {
            actions.push(Action::Map(MapAction::Release));
        }
    }

    fn hold(
        &self,
        from: LonLat,
        to: LonLat,
        parts: Option<[LonLat; 2]>,
        by_keys: Option<f64>,
    ) -> CornerHold {
        // A corner that is not there yet is one of the ring it is to come into.
        let corner = parts.map_or(from, |[corner, _]| corner);
        let guides = match by_keys {
            Some(_) => Guides::default(),
            None => Guides::of(self.sectors, self.view.theatre, Some(corner)),
        };
        CornerHold { from, to, parts, guide: None, guides: Arc::new(guides), by_keys }
    }

    /// The arrows move what has the focus.
    fn nudge(
        &self,
        ui: &Ui,
        response: &Response,
        from: LonLat,
        actions: &mut Vec<Action>,
        hold: impl Fn(LonLat, f64) -> Hold,
    ) {
        let step = navigate::arrows(ui, response);
        if step == Vec2::ZERO {
            return;
        }
        let (now, large) = ui.input(|input| (input.time, input.modifiers.shift));
        let to = self.chart.moved(from, step * if large { LARGE_STEP } else { STEP });
        actions.push(Action::Map(MapAction::Hold(Some(hold(to, now)))));
    }

    fn square(&self, ui: &Ui, at: Pos2, response: &Response, is_chosen: bool) {
        let style = self.view.style;
        let active = is_chosen || response.hovered() || response.has_focus();
        let fill = if active { style.accent } else { style.panel };
        let size = if active { 10.0 } else { 8.0 };
        let area = Rect::from_center_size(at, Vec2::splat(size));
        let rim = Stroke::new(1.6, color32(style.accent));
        let painter = ui.painter_at(self.chart.rect);
        painter.rect(area, 1.0, color32(fill), rim, StrokeKind::Middle);
        if response.has_focus() {
            let ring = Stroke::new(1.4, color32(style.text));
            painter.rect_stroke(area.expand(3.5), 2.0, ring, StrokeKind::Middle);
        }
    }
}

/// The corner that is held, if it is this one.
fn held_corner<'a>(
    view: &'a View,
    from: LonLat,
    parts: Option<[LonLat; 2]>,
) -> Option<&'a CornerHold> {
    match &view.state.map.hold {
        Some(Hold::Corner(corner)) if corner.from == from && corner.parts == parts => Some(corner),
        _ => None,
    }
}

fn paint_grip(ui: &Ui, chart: &Chart, at: Pos2, response: &Response, view: &View) {
    let active = response.hovered() || response.dragged() || response.has_focus();
    let (fill, ink) = match active {
        true => (view.style.accent, view.style.panel),
        false => (view.style.panel, view.style.accent),
    };
    let painter = ui.painter_at(chart.rect);
    painter.circle(at, 11.0, color32(fill), Stroke::new(1.4, color32(view.style.accent)));
    let line = Stroke::new(1.5, color32(ink));
    for way in [vec2(1.0, 0.0), vec2(-1.0, 0.0), vec2(0.0, 1.0), vec2(0.0, -1.0)] {
        let (tip, side) = (at + way * 7.0, way.rot90() * 2.2);
        painter.line_segment([at, tip], line);
        painter.line(vec![tip - way * 2.4 + side, tip, tip - way * 2.4 - side], line);
    }
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::Move);
    }
}
