//! One bar: pointed at, clicked, taken hold of.

use eframe::egui::{
    CursorIcon, Id as WidgetId, Key, PointerButton, Pos2, Rect, Role, Sense, Ui, WidgetInfo, pos2,
    vec2,
};

use super::drag::Drag;
use super::hold::Hold;
use super::moving::BarPart;
use super::{bar_menu, keys, pick};
use crate::app::action::{Action, SelectHow};
use crate::app::bar_acts::BarAction;
use crate::app::focus;
use crate::app::view::View;
use crate::draw::timeline::{BarBox, Layout};
use crate::plan::Id;

/// How far from the end of a bar the pointer takes hold of that end, in points.
pub(super) const HANDLE: f32 = 8.0;

/// Lets pointer and keys act on a bar. `rect` is where the timeline lies.
pub(super) fn interact(
    ui: &Ui,
    rect: Rect,
    layout: &Layout,
    bar: &BarBox,
    hold: &mut Option<Hold>,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let id = widget(ui, &bar.id);
    let own = on_screen(bar, rect);
    let body = layout.chart_body();
    let visible = Rect::from_min_max(pos2(body.min.x, body.min.y), pos2(body.max.x, body.max.y));
    let area = reach(own).intersect(visible.translate(rect.min.to_vec2()));
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    // A bar that the keys have moved out of sight keeps the focus.
    if !area.is_positive() && !has_focus {
        return;
    }
    let response = ui.interact(area, id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, view.names().item(&bar.id)));
    ui.ctx().accesskit_node_builder(id, |node| node.set_value(view.names().span(bar.span.into())));

    if let Some(pointer) = response.hover_pos() {
        actions.push(Action::Hover(Some(bar.id.clone())));
        let cursor = match part_of(own, pointer) {
            BarPart::Middle => CursorIcon::Grab,
            _ => CursorIcon::ResizeHorizontal,
        };
        ui.ctx().set_cursor_icon(cursor);
    }
    if response.clicked() {
        response.request_focus();
        pick(ui, &bar.id, actions);
    }
    if response.double_clicked() {
        actions.push(Action::Bars(BarAction::TypeDates(Some(bar.id.clone()))));
    }
    if response.drag_started_by(PointerButton::Primary)
        && let Some(origin) = ui.input(|input| input.pointer.press_origin())
    {
        response.request_focus();
        let at = layout.days_at(origin.x - rect.min.x);
        // What an earlier gesture left open is done, what plays stands still, and the
        // days stay where they are under the pointer, also where dragging makes the
        // horizon longer.
        actions.push(Action::FinishGesture);
        actions.push(Action::Pause);
        actions.push(Action::SetTimeScale(layout.scale));
        let drag = Drag::begin(&bar.id, part_of(own, origin), origin, at, view);
        *hold = Some(Hold::Bars(drag));
        if !view.state.selected.contains(&bar.id) {
            actions.push(Action::Select(bar.id.clone(), SelectHow::Only));
        }
    }
    // Whoever comes with Tab acts on this bar from now on.
    if response.gained_focus() && ui.input(|input| input.key_pressed(Key::Tab)) {
        actions.push(Action::Select(bar.id.clone(), SelectHow::Only));
    }
    let dragging = hold.as_ref().is_some_and(Hold::is_pressed);
    bar_menu::show(&response, &bar.id, dragging, view, actions);
    if response.has_focus() {
        focus::takes(ui.ctx(), response.id, focus::ROW);
        // The key that led here was for the bar before.
        if !response.gained_focus() {
            keys::act(ui, &response, &bar.id, hold, view, actions);
        }
    }
}

/// The widget of a bar.
pub(super) fn widget(ui: &Ui, bar: &Id) -> WidgetId {
    ui.scope_id().with(("bar", bar.as_str()))
}

pub(super) fn on_screen(bar: &BarBox, rect: Rect) -> Rect {
    let own = Rect::from_min_max(
        pos2(bar.rect.min.x, bar.rect.min.y),
        pos2(bar.rect.max.x, bar.rect.max.y),
    );
    own.translate(rect.min.to_vec2())
}

/// A bar with its handles, which lie outside of a narrow one.
fn reach(bar: Rect) -> Rect {
    if bar.width() < Layout::NARROW { bar.expand2(vec2(HANDLE, 0.0)) } else { bar }
}

/// Which part of a bar lies under the pointer.
fn part_of(bar: Rect, pointer: Pos2) -> BarPart {
    let inside = if bar.width() < Layout::NARROW { 0.0 } else { HANDLE };
    if pointer.x < bar.min.x + inside {
        BarPart::Start
    } else if pointer.x > bar.max.x - inside {
        BarPart::End
    } else {
        BarPart::Middle
    }
}
