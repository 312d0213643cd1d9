//! Sites as widgets: selected, and moved while sites are edited.

use eframe::egui::{
    CursorIcon, Pos2, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, vec2,
};

use super::chart::Chart;
use super::picture::Side;
use super::{menu, navigate};
use crate::app::action::{Action, SelectHow};
use crate::app::convert::color32;
use crate::app::mapping::{Hold, MapAction, Tool};
use crate::app::view::View;
use crate::geo::LonLat;
use crate::plan::{Site, SiteId};
use crate::scene::Subject;

/// How near to a corner of the roads a site is drawn to it, in points.
const SNAP: f32 = 8.0;
/// How far an arrow moves a site, in points; with Shift farther.
const STEP: f32 = 1.0;
const LARGE_STEP: f32 = 10.0;

/// Each site is a button, for tests and screen readers as well.
///
/// Where camps are close their squares overlap: a click is for the symbol that is
/// under the pointer, the key for the site that has the focus.
pub(super) fn show(ui: &Ui, chart: &Chart, side: &Side, actions: &mut Vec<Action>) {
    let view = &side.view;
    let edits = view.state.map.tool == Tool::Sites;
    for site in view.plan.sites().iter() {
        let Some(place) = site.place else { continue };
        let center = chart.at(place);
        if !side.area.contains(center) || side.hidden.contains(&*site.id) {
            continue;
        }
        let area = Rect::from_center_size(center, Vec2::splat(24.0)).intersect(side.area);
        let id = ui.scope_id().with(("site", site.id.as_str()));
        let sense = if edits { Sense::click_and_drag() } else { Sense::click() };
        let response = ui.interact(area, id, sense);
        response
            .widget_info(|| WidgetInfo::labeled(Role::Button, true, view.names().site(&site.id)));
        ui.ctx().accesskit_node_builder(id, |node| node.set_value(view.state_word(&site.id)));
        response.context_menu(|ui| menu::of_site(ui, site, place, view, actions));
        if response.clicked() {
            let pointer = response.interact_pointer_pos();
            let id = match pointer.and_then(|at| side.subject_at(chart, at)) {
                Some(Subject::Item(id)) => Some(id.clone()),
                Some(Subject::Part(_)) => None,
                _ => Some((*site.id).clone()),
            };
            actions.extend(id.map(|id| Action::Select(id, SelectHow::of(ui))));
        }
        if edits {
            edit(ui, &response, chart, site, place, view, actions);
        }
        if response.has_focus() {
            let ring = Stroke::new(1.6, color32(view.style.accent));
            ui.painter_at(chart.rect).circle_stroke(center, 14.0, ring);
        }
    }
}

/// A drag moves the site, and so do the arrows while it has the focus.
fn edit(
    ui: &Ui,
    response: &Response,
    chart: &Chart,
    site: &Site,
    place: LonLat,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let hold = |grip: Vec2, by_keys| {
        let id: SiteId = site.id.clone();
        Action::Map(MapAction::Hold(Some(Hold::Site { id, grip: (grip.x, grip.y), by_keys })))
    };
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::Move);
    }
    if response.drag_started() {
        let origin = ui.input(|input| input.pointer.press_origin());
        let grip = origin.map_or(Vec2::ZERO, |origin| chart.at(place) - origin);
        begin(chart, site, actions);
        actions.push(hold(grip, None));
    }
    if response.dragged()
        && let Some(Hold::Site { id, grip, by_keys: None }) = &view.state.map.hold
        && *id == site.id
        && let Some(pointer) = response.interact_pointer_pos()
    {
        let free = ui.input(|input| input.modifiers.alt);
        let at = pointer + vec2(grip.0, grip.1);
        let road = road_corner(chart, at, view).filter(|_| !free);
        if let Some(corner) = road {
            guide(ui, chart, chart.at(corner), view);
        }
        let to = road.unwrap_or_else(|| chart.place(at));
        actions.push(Action::Map(MapAction::MoveSite(site.id.clone(), to)));
    }
    if response.drag_stopped() {
        actions.push(Action::Map(MapAction::Release));
    }
    if response.has_focus() {
        let step = navigate::arrows(ui, response);
        if step != Vec2::ZERO {
            let held = matches!(&view.state.map.hold,
                Some(Hold::Site { id, by_keys: Some(_), .. }) if *id == site.id);
            if !held {
                begin(chart, site, actions);
            }
            let (now, large) = ui.input(|input| (input.time, input.modifiers.shift));
            actions.push(hold(Vec2::ZERO, Some(now)));
            let by = step * if large { LARGE_STEP } else { STEP };
            let to = chart.moved(place, by);
            actions.push(Action::Map(MapAction::MoveSite(site.id.clone(), to)));
        }
    }
}

/// The map stays as it is while a site moves: else it would go on fitting all of them.
fn begin(chart: &Chart, site: &Site, actions: &mut Vec<Action>) {
    actions.push(Action::FinishGesture);
    actions.push(Action::Look(chart.map.camera()));
    actions.push(Action::Select((*site.id).clone(), SelectHow::Only));
}

/// The nearest point where roads end or meet, where one is near.
pub(super) fn road_corner(chart: &Chart, at: Pos2, view: &View) -> Option<LonLat> {
    let nodes = view.theatre.road_graph().nodes().iter();
    let with_distance = nodes.map(|node| (chart.at(*node).distance(at), *node));
    let nearest = with_distance.min_by(|a, b| a.0.total_cmp(&b.0))?;
    (nearest.0 <= SNAP).then_some(nearest.1)
}

/// The mark of what a place was drawn to.
pub(super) fn guide(ui: &Ui, chart: &Chart, at: Pos2, view: &View) {
    let painter = ui.painter_at(chart.rect);
    painter.circle_stroke(at, 9.0, Stroke::new(4.0, color32(view.style.panel.faded(0.8))));
    painter.circle_stroke(at, 9.0, Stroke::new(2.0, color32(view.style.warning)));
}
