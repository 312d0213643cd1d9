//! What pointer and keys do where there is no bar: ruler, rows and their names.

use eframe::egui::{PointerButton, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use crate::app::action::{Action, SelectHow};
use crate::app::view::View;
use crate::calendar::{DateSpan, Moment};
use crate::draw::timeline::{Layout, RowKind};
use crate::plan::Id;

/// What drags and clicks do where there is no bar.
pub(super) fn drag(
    ui: &Ui,
    ground: &Response,
    layout: &Layout,
    rect: Rect,
    bar_drag: bool,
    view: &View,
    actions: &mut Vec<Action>,
) {
    if ground.dragged_by(PointerButton::Middle) {
        let delta = ground.drag_delta();
        actions.push(Action::SetTimeScale(layout.scale.panned(delta.x)));
        let most = layout.max_scroll(view.rows.len());
        actions.push(Action::ScrollTimeline((layout.scroll - delta.y).clamp(0.0, most)));
        return;
    }
    if bar_drag {
        return;
    }
    let Some(pointer) = ground.interact_pointer_pos() else { return };
    let at = pointer - rect.min;
    let in_chart = at.x >= layout.gutter;
    if ground.double_clicked() && in_chart && at.y > Layout::head() {
        actions.push(Action::FitTimeline);
        return;
    }
    let origin = ui.input(|input| input.pointer.press_origin()).map(|origin| origin - rect.min);
    let Some(origin) = origin.or(ground.clicked().then_some(at)) else { return };
    if origin.x < layout.gutter {
        if ground.clicked() {
            click_name(ui, layout, at, view, actions);
        }
        return;
    }
    let on_ruler = origin.y < Layout::RULER;
    if on_ruler && ground.dragged_by(PointerButton::Primary) {
        let (a, b) = (layout.day_at(origin.x), layout.day_at(at.x));
        if let Some(range) = DateSpan::new(a.min(b), a.max(b)) {
            actions.push(Action::LoopRange(range));
        }
    } else if in_chart && (ground.dragged_by(PointerButton::Primary) || ground.clicked()) {
        if ground.clicked() && !on_ruler && at.y > Layout::head() {
            actions.push(Action::SelectNothing);
        }
        actions.push(Action::Pause);
        actions.push(Action::Seek(Moment::close_of(layout.day_at(at.x))));
    }
}

/// A click on a name: folds a group, selects an item.
fn click_name(ui: &Ui, layout: &Layout, at: Vec2, view: &View, actions: &mut Vec<Action>) {
    let row = layout.row_at(at.y).and_then(|index| view.rows.get(index));
    match row.map(|row| &row.kind) {
        Some(RowKind::Group { group, .. }) => actions.push(Action::Fold(group.clone())),
        Some(RowKind::Item(id)) => {
            actions.push(Action::Select(id.clone(), SelectHow::of(ui)));
        }
        None => {}
    }
}

/// The heads of groups are buttons for the keyboard and for screen readers.
pub(super) fn heads(ui: &Ui, rect: Rect, layout: &Layout, view: &View, actions: &mut Vec<Action>) {
    for index in layout.visible_rows(view.rows.len()) {
        let row = &view.rows[index];
        let RowKind::Group { group, folded, .. } = &row.kind else { continue };
        let y = layout.y_of_row(index);
        if y < Layout::head() {
            continue;
        }
        let area = Rect::from_min_size(rect.min + vec2(0.0, y), vec2(layout.gutter, Layout::ROW));
        let id = ui.scope_id().with(("group", group.as_ref().map(Id::as_str)));
        let response = ui.interact(area, id, Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(Role::DisclosureTriangle, true, !folded, &row.name)
        });
        if response.clicked() {
            actions.push(Action::Fold(group.clone()));
        }
    }
}
