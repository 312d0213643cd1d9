//! What pointer and keys do where there is no bar: ruler, rows and their names.

use eframe::egui::{PointerButton, Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::band::Band;
use super::hold::Hold;
use super::pick;
use crate::app::action::Action;
use crate::app::view::View;
use crate::calendar::{DateSpan, Moment};
use crate::draw::timeline::{Layout, RowKind};
use crate::plan::Id;

/// What drags and clicks do where there is no bar.
pub(super) fn act(
    ui: &Ui,
    ground: &Response,
    layout: &Layout,
    rect: Rect,
    hold: &mut Option<Hold>,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let Some(pointer) = ground.interact_pointer_pos() else { return };
    let at = pointer - rect.min;
    let in_chart = at.x >= layout.gutter;
    if ground.double_clicked() && in_chart && at.y > Layout::head() {
        actions.push(Action::FitTimeline);
        return;
    }
    let pressed = ui.input(|input| input.pointer.press_origin());
    let Some(pressed) = pressed.or(ground.clicked().then_some(pointer)) else { return };
    let origin = pressed - rect.min;
    if origin.x < layout.gutter {
        if ground.clicked() {
            click_name(ui, layout, at, view, actions);
        }
    } else if origin.y > Layout::head() {
        on_rows(ui, ground, layout, rect, pressed, hold, view, actions);
    } else {
        on_ruler(ground, layout, origin, at, actions);
    }
}

/// On empty rows a click selects nothing, a drag draws a box.
#[expect(clippy::too_many_arguments, reason = "what a pointer does depends on all of this")]
fn on_rows(
    ui: &Ui,
    ground: &Response,
    layout: &Layout,
    rect: Rect,
    pressed: Pos2,
    hold: &mut Option<Hold>,
    view: &View,
    actions: &mut Vec<Action>,
) {
    if ground.clicked() && !ui.input(|input| input.modifiers.command) {
        actions.push(Action::SelectNothing);
    }
    if ground.drag_started_by(PointerButton::Primary) {
        actions.push(Action::FinishGesture);
        *hold = Some(Hold::Box(Band::begin(ui, rect, layout, pressed, view)));
    }
}

/// A drag on the upper part of the ruler sets the loop, on the lower part it scrubs;
/// a click goes to the day.
fn on_ruler(ground: &Response, layout: &Layout, origin: Vec2, at: Vec2, actions: &mut Vec<Action>) {
    let is_dragged = ground.dragged_by(PointerButton::Primary);
    if is_dragged && origin.y < Layout::RULER {
        let (a, b) = (layout.day_at(origin.x), layout.day_at(at.x));
        if let Some(range) = DateSpan::new(a.min(b), a.max(b)) {
            actions.push(Action::LoopRange(range));
        }
    } else if is_dragged || ground.clicked() {
        actions.push(Action::Pause);
        actions.push(Action::Seek(Moment::close_of(layout.day_at(at.x))));
    }
}

/// The middle button takes days and rows along, from anywhere on the timeline.
pub(super) fn pan(
    ui: &Ui,
    layout: &mut Layout,
    rect: Rect,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let delta = ui.input(|input| {
        let pointer = &input.pointer;
        let from_here = pointer.press_origin().is_some_and(|origin| rect.contains(origin));
        let is_held = pointer.middle_down() && !pointer.button_pressed(PointerButton::Middle);
        if is_held && from_here { pointer.delta() } else { Vec2::ZERO }
    });
    if delta != Vec2::ZERO {
        layout.scale = layout.scale.panned(delta.x);
        layout.scroll = (layout.scroll - delta.y).clamp(0.0, layout.max_scroll(view.rows.len()));
        actions.push(Action::SetTimeScale(layout.scale));
        actions.push(Action::ScrollTimeline(layout.scroll));
    }
}

/// A click on a name: folds a group, selects an item.
fn click_name(ui: &Ui, layout: &Layout, at: Vec2, view: &View, actions: &mut Vec<Action>) {
    let row = layout.row_at(at.y).and_then(|index| view.rows.get(index));
    match row.map(|row| &row.kind) {
        Some(RowKind::Group { phase, .. }) => actions.push(Action::Fold(phase.clone())),
        Some(RowKind::Item(id)) => pick(ui, id, actions),
        None => {}
    }
}

/// The heads of groups are buttons for the keyboard and for screen readers.
pub(super) fn heads(ui: &Ui, rect: Rect, layout: &Layout, view: &View, actions: &mut Vec<Action>) {
    for index in layout.visible_rows(view.rows.len()) {
        let row = &view.rows[index];
        let RowKind::Group { phase, folded, .. } = &row.kind else { continue };
        let y = layout.y_of_row(index);
        if y < Layout::head() {
            continue;
        }
        let area = Rect::from_min_size(rect.min + vec2(0.0, y), vec2(layout.gutter, Layout::ROW));
        let id = ui.scope_id().with(("group", phase.as_ref().map(Id::as_str)));
        let response = ui.interact(area, id, Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(Role::DisclosureTriangle, true, !folded, &row.name)
        });
        if response.clicked() {
            actions.push(Action::Fold(phase.clone()));
        }
    }
}
