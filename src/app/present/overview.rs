//! All chapters at once, to go to any.

use eframe::egui::{
    Area, Id as WidgetId, Order, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2,
};

use super::Presentation;
use crate::app::convert::color32;
use crate::app::panels::chapters::{Grid, name, paint};
use crate::app::thumbnails::Thumbnails;
use crate::app::view::View;
use crate::film::Step;

const CELL: (f32, f32) = (280.0, 238.0);
const GAP: f32 = 16.0;
const MARGIN: f32 = 40.0;
/// How much larger the text is than in the list of chapters.
const LARGER: f32 = 1.4;

fn grid(width: f32, count: usize) -> Grid {
    Grid::fitting(width - 2.0 * MARGIN, vec2(CELL.0, CELL.1), GAP, count)
}

/// How many chapters stand in a row.
pub fn columns(ui: &Ui) -> usize {
    grid(ui.ctx().content_rect().width(), 1).columns
}

/// Shows them over the picture; a click asks for one.
pub fn show(
    ui: &Ui,
    presentation: &Presentation,
    thumbnails: &mut Thumbnails,
    view: &View,
) -> Option<Step> {
    let chosen = presentation.show.chosen()?;
    let screen = ui.ctx().content_rect();
    let area = Area::new(WidgetId::unique("present-all")).order(Order::Foreground);
    area.fixed_pos(screen.min)
        .show(ui.ctx(), |ui| {
            ui.painter().rect_filled(screen, 0.0, color32(view.style.panel));
            ui.set_min_size(screen.size());
            cells(ui, screen, chosen, presentation, thumbnails, view)
        })
        .inner
}

fn cells(
    ui: &mut Ui,
    screen: Rect,
    chosen: usize,
    presentation: &Presentation,
    thumbnails: &mut Thumbnails,
    view: &View,
) -> Option<Step> {
    let chapters = &presentation.chapters;
    let grid = grid(screen.width(), chapters.len());
    let mut asked = None;
    ScrollArea::vertical().id_salt("present-all").auto_shrink(false).show(ui, |ui| {
        let size = vec2(ui.available_width(), grid.size().y + 2.0 * MARGIN);
        let (area, _) =
            ui.allocate_exact_size(size.max(vec2(0.0, screen.height())), Sense::hover());
        // In the middle, as long as there is room.
        let room = area.size() - grid.size();
        let origin = area.min.to_vec2() + (room / 2.0).max(vec2(MARGIN, MARGIN));
        for (index, chapter) in chapters.iter().enumerate() {
            let rect = grid.cell(index).translate(origin);
            let id = ui.scope_id().with(("chapter", index));
            let response = ui.interact(rect, id, Sense::click());
            let label = name(index, chapter, view);
            let is_chosen = index == chosen;
            response
                .widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &label));
            paint(ui, rect, index, chapter, is_chosen, LARGER, thumbnails, view);
            if is_chosen {
                ui.scroll_to_rect(rect, None);
            }
            if response.clicked() {
                asked = Some(Step::To(index));
            }
        }
    });
    asked
}
