//! Drives the map: places and points, drags that can be looked at on the way.

use decamp::geo::{LonLat, MapView, ViewPoint, ViewSize};
use eframe::egui::{
    Event, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, Rect, Role,
    TouchPhase, Vec2, vec2,
};
use egui_kittest::kittest::Queryable;

use super::Driven;

/// Where the map is, and what it shows.
pub fn chart(driven: &Driven) -> (Rect, MapView) {
    let area = driven.get_by_role_and_label(Role::Image, "Map").rect();
    let size = ViewSize::new(f64::from(area.width()), f64::from(area.height()));
    (area, MapView::new(driven.state().map_camera().unwrap(), size))
}

pub fn at(driven: &Driven, place: LonLat) -> Pos2 {
    let (area, map) = chart(driven);
    let at = map.view_from_lonlat(place);
    area.min + vec2(at.x as f32, at.y as f32)
}

pub fn place_at(driven: &Driven, point: Pos2) -> LonLat {
    let (area, map) = chart(driven);
    let at = point - area.min;
    map.lonlat_from_view(ViewPoint { x: f64::from(at.x), y: f64::from(at.y) })
}

/// Keys that are held from now on.
pub fn hold(driven: &mut Driven, modifiers: Modifiers) {
    driven.event(Event::ModifiersChanged(modifiers));
    driven.run_steps(1);
}

pub fn button(driven: &mut Driven, button: PointerButton, pos: Pos2, pressed: bool) {
    driven.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
    driven.run_steps(1);
}

pub fn click(driven: &mut Driven, at: Pos2) {
    driven.hover_at(at);
    driven.run_steps(1);
    button(driven, PointerButton::Primary, at, true);
    button(driven, PointerButton::Primary, at, false);
    driven.run_steps(2);
}

pub fn click_with(driven: &mut Driven, at: Pos2, modifiers: Modifiers) {
    hold(driven, modifiers);
    click(driven, at);
    hold(driven, Modifiers::NONE);
}

/// Presses at a point and goes elsewhere, in a few steps; the button stays down.
pub fn drag(driven: &mut Driven, from: Pos2, by: Vec2) {
    driven.hover_at(from);
    driven.run_steps(1);
    button(driven, PointerButton::Primary, from, true);
    for part in 1..=4 {
        driven.hover_at(from + by * (part as f32 / 4.0));
        driven.run_steps(1);
    }
    driven.run_steps(2);
}

pub fn drag_to(driven: &mut Driven, from: Pos2, to: Pos2) {
    drag(driven, from, to - from);
}

/// Lets the button go where the pointer is.
pub fn release(driven: &mut Driven) {
    let at = driven.ctx.pointer_latest_pos().unwrap();
    button(driven, PointerButton::Primary, at, false);
    driven.run_steps(3);
}

pub fn wheel(driven: &mut Driven, at: Pos2, by: f32) {
    driven.hover_at(at);
    let (unit, phase, delta) = (MouseWheelUnit::Point, TouchPhase::Move, vec2(0.0, by));
    let (source, modifiers) = (MouseWheelSource::Unknown, Modifiers::NONE);
    driven.event(Event::MouseWheel { unit, delta, phase, source, modifiers });
    driven.run_steps(40);
}
