//! One bar: taken hold of, dragged, moved with the keys.

use eframe::egui::{
    CursorIcon, EventFilter, Id as WidgetId, Key, Modifiers, PointerButton, Pos2, Rect, Response,
    Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::bar_menu;
use super::drag::{BarPart, Drag};
use crate::app::action::{Action, SelectHow};
use crate::app::view::View;
use crate::draw::timeline::{BarBox, Layout};

/// How far from the end of a bar the pointer takes hold of that end, in points.
const HANDLE: f32 = 8.0;
/// A bar narrower than this has its handles outside.
const NARROW: f32 = 24.0;

/// Lets pointer and keys act on a bar. `rect` is where the timeline lies.
pub(super) fn interact(
    ui: &Ui,
    rect: Rect,
    layout: &Layout,
    bar: &BarBox,
    drag: &mut Option<Drag>,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let body = layout.chart_body();
    let own = Rect::from_min_max(
        pos2(bar.rect.min.x, bar.rect.min.y),
        pos2(bar.rect.max.x, bar.rect.max.y),
    );
    let narrow = own.width() < NARROW;
    let reach = if narrow { own.expand2(vec2(HANDLE, 0.0)) } else { own };
    let visible = Rect::from_min_max(pos2(body.min.x, body.min.y), pos2(body.max.x, body.max.y));
    let area = reach.intersect(visible).translate(rect.min.to_vec2());
    if area.width() <= 0.0 || area.height() <= 0.0 {
        return;
    }
    let id = ui.scope_id().with(("bar", bar.id.as_str()));
    let response = ui.interact(area, id, Sense::click_and_drag());
    let name = view.names().item(&bar.id);
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &name));
    ui.ctx().accesskit_node_builder(id, |node| node.set_value(view.names().span(bar.span.into())));
    let own = own.translate(rect.min.to_vec2());
    let part_at = |pointer: Pos2| part_of(own, narrow, pointer);

    if let Some(pointer) = response.hover_pos() {
        actions.push(Action::Hover(Some(bar.id.clone())));
        let cursor = match part_at(pointer) {
            BarPart::Middle => CursorIcon::Grab,
            _ => CursorIcon::ResizeHorizontal,
        };
        ui.ctx().set_cursor_icon(cursor);
    }
    if response.clicked() {
        response.request_focus();
        actions.push(Action::Select(bar.id.clone(), SelectHow::of(ui)));
    }
    if response.drag_started_by(PointerButton::Primary)
        && let Some(origin) = ui.input(|input| input.pointer.press_origin())
    {
        let at = layout.days_at(origin.x - rect.min.x);
        *drag = Some(Drag::begin(&bar.id, part_at(origin), at, view));
        // What an earlier gesture left open is done, and the days stay where they
        // are under the pointer, also where dragging makes the horizon longer.
        actions.push(Action::FinishGesture);
        actions.push(Action::SetTimeScale(layout.scale));
        if !view.state.selected.contains(&bar.id) {
            actions.push(Action::Select(bar.id.clone(), SelectHow::Only));
        }
    }
    bar_menu::show(&response, &bar.id, drag.is_some(), view, actions);
    if response.has_focus() {
        ui.data_mut(|data| data.insert_temp(focused_bar(), Some(response.id)));
        keys(ui, &response, bar, view, actions);
    }
}

/// Where the bar is noted that has the focus: Space and the arrows are not for it.
pub fn focused_bar() -> WidgetId {
    WidgetId::unique("focused-bar")
}

/// Which part of a bar lies under the pointer.
fn part_of(bar: Rect, narrow: bool, pointer: Pos2) -> BarPart {
    let reach = if narrow { 0.0 } else { HANDLE };
    if pointer.x < bar.min.x + reach {
        BarPart::Start
    } else if pointer.x > bar.max.x - reach {
        BarPart::End
    } else {
        BarPart::Middle
    }
}

/// Alt with the arrows moves a bar that has the focus, with Shift its end; Ctrl
/// and Shift move its start.
fn keys(ui: &Ui, response: &Response, bar: &BarBox, view: &View, actions: &mut Vec<Action>) {
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let combinations = [
        (Modifiers::ALT, BarPart::Middle),
        (Modifiers::ALT | Modifiers::SHIFT, BarPart::End),
        (Modifiers::CTRL | Modifiers::SHIFT, BarPart::Start),
    ];
    for (modifiers, part) in combinations {
        for (key, days) in [(Key::ArrowLeft, -1), (Key::ArrowRight, 1)] {
            let exactly = ui.input(|input| {
                input.key_pressed(key)
                    && input.modifiers.alt == modifiers.alt
                    && input.modifiers.shift == modifiers.shift
                    && input.modifiers.command == modifiers.ctrl
            });
            if exactly {
                let mut drag = Drag::begin(&bar.id, part, 0.0, view);
                if drag.move_by(days) {
                    let (label, command) = drag.edit(view);
                    actions.push(Action::Edit(label, command));
                }
            }
        }
    }
    if ui.input(|input| input.key_pressed(Key::Enter)) {
        actions.push(Action::Select(bar.id.clone(), SelectHow::Only));
        actions.push(Action::EditDates(bar.id.clone()));
    }
}
