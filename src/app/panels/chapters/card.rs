//! One chapter as a card: its number, picture, title and days.

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Color32, Id as WidgetId, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};

use super::Grid;
use crate::app::convert::{color32, font_id};
use crate::app::thumbnails::Thumbnails;
use crate::app::view::View;
use crate::calendar::Span;
use crate::plan::{Chapter, ChapterId};
use crate::scene::{Face, Font};

const STRONG: Font = Font::new(Face::SemiBold, 12.0);
const QUIET: Font = Font::new(Face::Regular, 11.0);
const CORNER: f32 = 4.0;
const TITLE_ROWS: usize = 2;

/// The widget of a chapter, wherever it stands.
pub fn id(chapter: &ChapterId) -> WidgetId {
    WidgetId::unique(("chapter-card", chapter.as_str()))
}

pub fn show(
    ui: &Ui,
    rect: Rect,
    index: usize,
    chapter: &Chapter,
    thumbnails: &mut Thumbnails,
    view: &View,
) -> Response {
    let response = ui.interact(rect, id(&chapter.id), Sense::click_and_drag());
    let name = name(index, chapter, view);
    let selected = view.state.selected.contains(&*chapter.id);
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), selected, &name)
    });
    let days = days(chapter, view);
    response.ctx.accesskit_node_builder(response.id, |node| node.set_value(days));
    paint(ui, rect, index, chapter, selected || response.has_focus(), 1.0, thumbnails, view);
    if response.hovered() && !selected {
        let rim = Stroke::new(1.0, color32(view.style.accent));
        ui.painter().rect_stroke(rect, CORNER, rim, StrokeKind::Inside);
    }
    response
}

/// `2. Phase 1: smallest bases`.
pub fn name(index: usize, chapter: &Chapter, view: &View) -> String {
    format!("{}. {}", index + 1, chapter.title.in_language(view.words.lang().tag()))
}

/// Its days as they are read; nothing without any.
pub fn days(chapter: &Chapter, view: &View) -> String {
    let end = chapter.until.or(chapter.moment);
    let span = Span { start: chapter.moment, end };
    chapter.moment.map_or(String::new(), |_| view.names().span_with_year(span))
}

/// Draws a card; `size` enlarges its text.
#[expect(clippy::too_many_arguments, reason = "a picture of this many things")]
pub fn paint(
    ui: &Ui,
    rect: Rect,
    index: usize,
    chapter: &Chapter,
    chosen: bool,
    size: f32,
    thumbnails: &mut Thumbnails,
    view: &View,
) {
    let painter = ui.painter().with_clip_rect(rect.expand(2.0).intersect(ui.clip_rect()));
    let style = view.style;
    if chosen {
        painter.rect_filled(rect, CORNER, color32(style.accent.faded(0.18)));
    }
    let inner = rect.shrink(4.0 * size);
    let picture = Rect::from_min_size(inner.min, vec2(inner.width(), inner.width() * 9.0 / 16.0));
    painter.rect_filled(picture, 2.0, color32(style.water));
    if let Some(texture) = thumbnails.picture(ui.ctx(), chapter, view) {
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        painter.image(texture, picture, whole, Color32::WHITE);
    }
    painter.rect_stroke(picture, 2.0, Stroke::new(1.0, color32(style.line)), StrokeKind::Inside);
    let mut at = picture.left_bottom() + vec2(0.0, 4.0 * size);
    for (text, font, color, rows) in [
        (name(index, chapter, view), STRONG, style.text, TITLE_ROWS),
        (days(chapter, view), QUIET, style.quiet, 1),
    ] {
        let font = font_id(Font { size: font.size * size, ..font });
        let mut job = LayoutJob::simple(text, font, color32(color), inner.width());
        job.wrap.max_rows = rows;
        let galley = painter.layout_job(job);
        let height = galley.size().y;
        painter.galley(at, galley, color32(color));
        at.y += height + 1.0;
    }
    if chosen {
        let rim = Stroke::new(2.0 * size, color32(style.accent));
        painter.rect_stroke(rect, CORNER, rim, StrokeKind::Inside);
    }
}

/// The line at which a chapter that is dragged would be put.
pub fn insertion(ui: &Ui, grid: &Grid, slot: usize, count: usize, origin: Vec2, view: &View) {
    // Behind the last of a row rather than before the first of the next.
    let behind = slot == count || (slot > 0 && slot.is_multiple_of(grid.columns));
    let cell = grid.cell(if behind { slot - 1 } else { slot }).translate(origin);
    let x = if behind { cell.right() + super::GAP / 2.0 } else { cell.left() - super::GAP / 2.0 };
    let line = Stroke::new(3.0, color32(view.style.accent));
    ui.painter().vline(x, cell.y_range(), line);
}
