//! The view scrolls by itself where something is dragged to its edges.

use eframe::egui::{Pos2, Rect, Ui};

use crate::app::action::Action;
use crate::app::view::View;
use crate::calendar::DateSpan;
use crate::draw::timeline::Layout;

/// How near the edge it begins, in points.
const ZONE: f32 = 24.0;
/// How far the pointer must have come towards the edge: who takes hold of a bar
/// there does not want to leave.
const TOWARDS: f32 = 12.0;
/// Points a second, for each point that the pointer is in the zone or beyond.
const PACE: f32 = 14.0;
const MOST: f32 = 1200.0;

/// Scrolls rows and time while the pointer is at an edge or beyond. `origin` is
/// where the button was pressed; time does not go beyond `room`.
pub(super) fn scroll(
    ui: &Ui,
    rect: Rect,
    layout: &mut Layout,
    origin: Pos2,
    room: DateSpan,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let Some(pointer) = ui.ctx().pointer_latest_pos() else { return };
    let seconds = ui.input(|input| input.stable_dt.min(0.1));
    let body = layout.chart_body();
    let (left, right) = (rect.min.x + body.min.x, rect.min.x + body.max.x);
    let (top, bottom) = (rect.min.y + body.min.y, rect.min.y + body.max.y);
    let dx = seconds * pace(pointer.x, origin.x, left, right);
    let dy = seconds * pace(pointer.y, origin.y, top, bottom);
    let before = (layout.scale, layout.scroll);
    if dx != 0.0 {
        let panned = layout.scale.panned(-dx);
        let first = layout.scale.first;
        let low = first.min(room.start().number() as f64);
        let width = f64::from(body.width()) / panned.per_day;
        let high = first.max((room.end().number() + 1) as f64 - width);
        layout.scale.first = panned.first.clamp(low, high);
    }
    if dy != 0.0 {
        layout.scroll = (layout.scroll + dy).clamp(0.0, layout.max_scroll(view.rows.len()));
    }
    if layout.scale != before.0 {
        actions.push(Action::SetTimeScale(layout.scale));
        ui.ctx().request_repaint();
    }
    if layout.scroll != before.1 {
        actions.push(Action::ScrollTimeline(layout.scroll));
        ui.ctx().request_repaint();
    }
}

/// Points a second, negative towards `low`.
fn pace(at: f32, origin: f32, low: f32, high: f32) -> f32 {
    let (below, above) = (low + ZONE - at, at - (high - ZONE));
    let pace = match (below > 0.0, above > 0.0) {
        (true, _) if at < origin - TOWARDS => -below,
        (_, true) if at > origin + TOWARDS => above,
        _ => 0.0,
    };
    (pace * PACE).clamp(-MOST, MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_faster_the_farther_out_and_only_towards_the_edge() {
        for (at, origin, expect) in [
            (500.0, 400.0, 0.0),
            (110.0, 400.0, -14.0 * PACE),
            (0.0, 400.0, -MOST),
            (990.0, 400.0, 14.0 * PACE),
            // Taken hold of at the edge.
            (110.0, 105.0, 0.0),
            (990.0, 985.0, 0.0),
        ] {
            assert_eq!(pace(at, origin, 100.0, 1000.0), expect, "{at} from {origin}");
        }
    }
}
