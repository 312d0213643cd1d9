//! The camera under wheel, drag, double-click, box and keys.

use eframe::egui::{
    CursorIcon, EventFilter, Id as WidgetId, Key, PointerButton, Rect, Response, Stroke,
    StrokeKind, Ui, Vec2, vec2,
};

use super::chart::Chart;
use super::ground_id;
use crate::app::action::Action;
use crate::app::convert::color32;
use crate::app::mapping::{Hold, MapAction, Tool};
use crate::app::view::View;
use crate::geo::{Camera, ViewPoint, WorldBounds};

/// A box with a side shorter than this is no box, in points.
const LEAST_BOX: f32 = 8.0;
/// Turns of the wheel that follow each other within so many seconds are one move.
const ONE_MOVE_SECS: f64 = 1.0;
/// How far an arrow moves the map, in points; with Shift less.
const STEP: f32 = 60.0;
const FINE_STEP: f32 = 10.0;

/// The camera after what was asked for in this frame.
pub(super) fn moved(
    ui: &Ui,
    response: &Response,
    chart: &Chart,
    view: &View,
    actions: &mut Vec<Action>,
) -> Option<Camera> {
    for (button, action) in
        [(PointerButton::Extra1, Action::EarlierView), (PointerButton::Extra2, Action::LaterView)]
    {
        // Over a camp as well: it does not take these buttons.
        if response.contains_pointer() && ui.input(|input| input.pointer.button_clicked(button)) {
            actions.push(action);
        }
    }
    dragged(ui, response, chart, view, actions)
        .or_else(|| double_clicked(ui, response, chart, view, actions))
        .or_else(|| wheeled(ui, response, chart, actions))
        .or_else(|| stepped(ui, response, chart))
}

fn remember(chart: &Chart, actions: &mut Vec<Action>) {
    actions.push(Action::Map(MapAction::Remember(chart.map.camera())));
}

/// A drag moves the map; with Shift it draws the box that is to be seen.
fn dragged(
    ui: &Ui,
    response: &Response,
    chart: &Chart,
    view: &View,
    actions: &mut Vec<Action>,
) -> Option<Camera> {
    let (primary, middle) = (PointerButton::Primary, PointerButton::Middle);
    let shift = ui.input(|input| input.modifiers.shift);
    if response.drag_started_by(primary) && shift {
        let origin = ui.input(|input| input.pointer.press_origin())?;
        let hold = Hold::Box(chart.point(origin));
        actions.push(Action::Map(MapAction::Hold(Some(hold))));
        return None;
    }
    if let Some(Hold::Box(from)) = &view.state.map.hold {
        return boxed(response, chart, *from, actions);
    }
    if response.drag_started_by(primary) || response.drag_started_by(middle) {
        remember(chart, actions);
    }
    // A box that was given up does not become a drag.
    if response.dragged_by(middle) || response.dragged_by(primary) && !shift {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        let delta = response.drag_delta();
        return (delta != Vec2::ZERO)
            .then(|| chart.map.panned(f64::from(delta.x), f64::from(delta.y)));
    }
    None
}

/// What fills the map once the box is let go.
fn boxed(
    response: &Response,
    chart: &Chart,
    from: ViewPoint,
    actions: &mut Vec<Action>,
) -> Option<Camera> {
    if !response.drag_stopped() {
        return None;
    }
    actions.push(Action::Map(MapAction::Hold(None)));
    let area = box_in(response, chart, from)?;
    if area.width() < LEAST_BOX || area.height() < LEAST_BOX {
        return None;
    }
    let corners = [area.min, area.max].map(|at| chart.map.world_from_view(chart.point(at)));
    remember(chart, actions);
    Some(Camera::fitting(WorldBounds::around(corners)?, chart.map.size(), 0.0))
}

fn box_in(response: &Response, chart: &Chart, from: ViewPoint) -> Option<Rect> {
    let to = response.interact_pointer_pos()?;
    let from = chart.rect.min + vec2(from.x as f32, from.y as f32);
    Some(Rect::from_two_pos(from, to).intersect(chart.rect))
}

/// The box that is being drawn.
pub(super) fn paint_box(ui: &Ui, response: &Response, chart: &Chart, view: &View) {
    let Some(Hold::Box(from)) = &view.state.map.hold else { return };
    let Some(area) = box_in(response, chart, *from) else { return };
    let accent = color32(view.style.accent);
    let painter = ui.painter_at(chart.rect);
    let stroke = Stroke::new(1.2, accent);
    painter.rect(area, 0.0, accent.gamma_multiply(0.12), stroke, StrokeKind::Inside);
    ui.ctx().set_cursor_icon(CursorIcon::ZoomIn);
}

fn double_clicked(
    ui: &Ui,
    response: &Response,
    chart: &Chart,
    view: &View,
    actions: &mut Vec<Action>,
) -> Option<Camera> {
    if !response.double_clicked() {
        return None;
    }
    if view.state.map.tool.puts_points() {
        if view.state.map.tool == Tool::DrawSector {
            actions.push(Action::Map(MapAction::Finish));
        }
        return None;
    }
    remember(chart, actions);
    let out = ui.input(|input| input.modifiers.shift);
    let at = chart.point(response.interact_pointer_pos()?);
    Some(chart.map.zoomed_about(at, if out { -1.0 } else { 1.0 }))
}

fn wheeled(
    ui: &Ui,
    response: &Response,
    chart: &Chart,
    actions: &mut Vec<Action>,
) -> Option<Camera> {
    if !response.contains_pointer() {
        return None;
    }
    let at = chart.point(ui.input(|input| input.pointer.latest_pos())?);
    let (scroll, zoom, now) =
        ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta(), input.time));
    let levels = f64::from(scroll) / 160.0 + f64::from(zoom).log2();
    if levels == 0.0 {
        return None;
    }
    let id = ground_id().with("wheel");
    let last: Option<f64> = ui.data(|data| data.get_temp(id));
    if last.is_none_or(|last| now - last > ONE_MOVE_SECS) {
        remember(chart, actions);
    }
    ui.data_mut(|data| data.insert_temp(id, now));
    Some(chart.map.zoomed_about(at, levels))
}

/// The arrows move the map while it has the focus.
fn stepped(ui: &Ui, response: &Response, chart: &Chart) -> Option<Camera> {
    if !response.has_focus() {
        return None;
    }
    let step = arrows(ui, response);
    (step != Vec2::ZERO).then(|| {
        let fine = ui.input(|input| input.modifiers.shift);
        let by = -step * if fine { FINE_STEP } else { STEP };
        chart.map.panned(f64::from(by.x), f64::from(by.y))
    })
}

/// Where the part of the map is kept that has the focus.
pub(super) fn focus_place() -> WidgetId {
    ground_id().with("focus")
}

/// How often each arrow was pressed, and keeps the focus where it is.
pub(super) fn arrows(ui: &Ui, response: &Response) -> Vec2 {
    let filter =
        EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    ui.data_mut(|data| data.insert_temp(focus_place(), response.id));
    ui.input(|input| {
        let times = |key| input.num_presses(key) as f32;
        let plain = !input.modifiers.command && !input.modifiers.alt;
        let step = vec2(
            times(Key::ArrowRight) - times(Key::ArrowLeft),
            times(Key::ArrowDown) - times(Key::ArrowUp),
        );
        if plain { step } else { Vec2::ZERO }
    })
}
