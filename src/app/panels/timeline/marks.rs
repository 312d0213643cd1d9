//! The marks of problems on the timeline: they tell what is wrong, and lead there.

use eframe::egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2};

use crate::app::action::{Action, SelectHow};
use crate::app::panels::problem;
use crate::app::view::View;
use crate::draw::timeline::{Layout, marks};

/// `rect` is where the timeline lies.
pub(super) fn interact(
    ui: &Ui,
    rect: Rect,
    layout: &Layout,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let body = layout.body();
    let body = Rect::from_min_max(pos2(body.min.x, body.min.y), pos2(body.max.x, body.max.y));
    for mark in marks(view.plan, view.schedule, view.problems, view.rows, layout) {
        let own = mark.rect();
        let own = Rect::from_min_max(pos2(own.min.x, own.min.y), pos2(own.max.x, own.max.y));
        let mut body = body;
        if !mark.in_gutter {
            body.min.x = layout.chart().min.x;
        }
        let area = own.intersect(body);
        if !area.is_positive() {
            continue;
        }
        let id = ui.scope_id().with(("mark", mark.item.as_ref().map(|id| id.as_str()), mark.row));
        let response = ui.interact(area.translate(rect.min.to_vec2()), id, Sense::click());
        response.widget_info(|| {
            let args = [("item", view.rows[mark.row].name.as_str().into())];
            WidgetInfo::labeled(Role::Button, true, view.words.fill("problem-marks-of", &args))
        });
        let response =
            response.on_hover_ui(|ui| problem::hints(ui, view.rows[mark.row].about(), view));
        if response.clicked()
            && let Some(item) = mark.item
        {
            actions.push(Action::Select(item, SelectHow::of(ui)));
        }
    }
}
