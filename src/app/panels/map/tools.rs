//! The tools of the map, below its north arrow.

use eframe::egui::{Frame, Layout, Margin, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

use super::chart::Chart;
use crate::app::action::Action;
use crate::app::convert::color32;
use crate::app::mapping::{MapAction, SwipeAction, Tool};
use crate::app::panels::icons::{Icon, icon_button};
use crate::app::view::View;

/// The size of the whole, in points.
const WIDTH: f32 = 32.0;
const HEIGHT: f32 = 4.0 * 24.0 + 3.0 * 2.0 + 4.0;

pub(super) fn show(ui: &mut Ui, chart: &Chart, view: &View, actions: &mut Vec<Action>) {
    let (width, height) = (chart.rect.width(), chart.rect.height());
    // The margin of what stands around the map, the marking and the arrow.
    let inset = (width.min(height) * 0.03).clamp(10.0, 32.0);
    let top = chart.rect.top() + inset + 60.0;
    if top + HEIGHT > chart.rect.bottom() {
        return;
    }
    let at = pos2(chart.rect.right() - inset - 10.0 - WIDTH / 2.0, top);
    let map = &view.state.map;
    let tools = [
        (Icon::Measure, "action-measure", Tool::Measure),
        (Icon::Sites, "action-edit-sites", Tool::Sites),
        (Icon::Sectors, "action-edit-sectors", Tool::Sectors),
    ];
    let area = Rect::from_min_size(at, vec2(WIDTH, HEIGHT));
    let builder = UiBuilder::new().max_rect(area).layout(Layout::top_down(Default::default()));
    ui.scope_builder(builder, |ui| {
        let frame = Frame::new()
            .fill(color32(view.style.panel.faded(0.92)))
            .stroke(Stroke::new(0.8, color32(view.style.line.faded(0.5))))
            .corner_radius(4.0)
            .inner_margin(Margin::same(2));
        frame.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for (icon, name, tool) in tools {
                let is_on = map.tool == tool
                    || matches!((tool, map.tool), (Tool::Sites, Tool::AddSite))
                    || matches!((tool, map.tool), (Tool::Sectors, Tool::DrawSector));
                if icon_button(ui, icon, &view.words.text(name), is_on).clicked() {
                    let tool = if is_on { map.tool } else { tool };
                    actions.push(Action::Map(MapAction::Use(tool)));
                }
            }
            let name = view.words.text("action-compare-map");
            if icon_button(ui, Icon::Swipe, &name, map.swipe.is_some()).clicked() {
                actions.push(Action::Map(MapAction::Compare(SwipeAction::Toggle)));
            }
        });
    });
}
