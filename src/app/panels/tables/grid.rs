//! The grid of a table: its first column and its head stay in sight, and only the
//! cells that can be seen are made.

use std::ops::Range;

use eframe::egui::{
    Id as WidgetId, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::{cell, ground_id, head, keys};
use crate::app::action::Action;
use crate::app::convert::color32;
use crate::app::table_acts::{TableRows, ground};
use crate::app::view::View;
use crate::table::{Column, Ground};

pub const ROW: f32 = 24.0;

/// Where the columns lie, from the left end of the table.
pub struct Columns {
    pub list: Vec<Column>,
    /// One more than there are columns.
    edges: Vec<f32>,
}

impl Columns {
    fn of(view: &View) -> Columns {
        let look = view.tables.look();
        let mut edges = vec![0.0];
        for column in &look.columns {
            let last = edges[edges.len() - 1];
            edges.push(last + look.width(*column, view.tables.kind));
        }
        Columns { list: look.columns.clone(), edges }
    }

    pub fn ends(&self, at: usize) -> (f32, f32) {
        (self.edges[at], self.edges[at + 1])
    }

    fn width(&self) -> f32 {
        self.edges[self.edges.len() - 1]
    }

    /// How much of the left is taken by the column that stays.
    fn fixed(&self) -> f32 {
        self.edges[1]
    }
}

/// What the cells of a frame have in common.
pub struct Frame<'a> {
    pub view: &'a View<'a>,
    pub ground: Ground<'a>,
    pub rows: &'a TableRows,
}

pub fn show(ui: &mut Ui, rows: &TableRows, view: &View, actions: &mut Vec<Action>) {
    let columns = Columns::of(view);
    let area = ui.available_rect_before_wrap();
    let body = area.with_min_y(area.min.y + head::HEIGHT);
    let back = ui.interact(body, ground_id(), Sense::click());
    let label = view.words.text("tab-tables");
    back.widget_info(|| WidgetInfo::labeled(Role::Table, true, &label));
    if back.clicked() {
        back.request_focus();
    }
    let frame = Frame { view, ground: ground(view), rows };
    let page = (body.height() / ROW).floor().max(1.0) as usize;
    keys::act(ui, &frame, &columns.list, page, actions);

    let mut inside = ui.new_child(UiBuilder::new().max_rect(body).id_salt("table-body"));
    let salt = ("table-scroll", view.document, view.tables.kind.list());
    let scrolled = ScrollArea::both().id_salt(salt).auto_shrink(false).show_viewport(
        &mut inside,
        |ui, seen| {
            let size = vec2(columns.width(), rows.len() as f32 * ROW);
            ui.set_min_size(size);
            let origin = ui.min_rect().min;
            reveal(ui, origin, &columns, &frame);
            let clip = ui.clip_rect();
            let first = (seen.min.y / ROW).floor().max(0.0) as usize;
            let last = ((seen.max.y / ROW).ceil() as usize).min(rows.len());
            stripes(ui, origin.y, first..last, &frame);
            let fixed_edge = clip.min.x + columns.fixed();
            let moving = clip.with_min_x(fixed_edge.min(clip.max.x));
            let fixed = clip.with_max_x(fixed_edge.min(clip.max.x));
            for at in first..last {
                let top = origin.y + at as f32 * ROW;
                for (number, column) in columns.list.iter().enumerate() {
                    let (left, right) = columns.ends(number);
                    let (x, clip) =
                        if number == 0 { (clip.min.x, fixed) } else { (origin.x, moving) };
                    let rect = Rect::from_min_max(pos2(x + left, top), pos2(x + right, top + ROW));
                    if rect.intersects(clip) {
                        ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
                            ui.set_clip_rect(clip.intersect(ui.clip_rect()));
                            cell::show(ui, rect, at, *column, &frame, actions);
                        });
                    }
                }
            }
            let line = ui.visuals().widgets.noninteractive.bg_stroke;
            ui.painter().vline(fixed_edge, clip.y_range(), line);
            seen.min.x
        },
    );
    let head = area.with_max_y(body.min.y);
    head::show(ui, head, scrolled.inner, &columns, &frame, actions);
    if rows.len() == 0 {
        let message = if rows.all.is_empty() { "table-empty" } else { "table-none-found" };
        let middle = body.center_top() + vec2(0.0, ROW);
        let text = view.words.text(message);
        let font = eframe::egui::TextStyle::Body.resolve(ui.style());
        let color = ui.visuals().weak_text_color();
        ui.painter().text(middle, eframe::egui::Align2::CENTER_CENTER, text, font, color);
    }
    ui.advance_cursor_after_rect(area);
}

/// Brings a row into view that is asked for, and the cursor with it.
fn reveal(ui: &Ui, origin: eframe::egui::Pos2, columns: &Columns, frame: &Frame) {
    let Some(row) = &frame.view.state.reveal else { return };
    let Some(at) = frame.rows.position(row) else { return };
    let cursor = frame.view.tables.look().cursor.as_ref().filter(|cursor| cursor.row == *row);
    let number = cursor.and_then(|c| columns.list.iter().position(|it| *it == c.column));
    let clip = ui.clip_rect();
    let (left, right) = match number {
        Some(number) if number > 0 => {
            let (left, right) = columns.ends(number);
            // Not behind the column that stays.
            (origin.x + left - columns.fixed(), origin.x + right)
        }
        _ => (clip.min.x, clip.max.x),
    };
    let top = origin.y + at as f32 * ROW;
    ui.scroll_to_rect(Rect::from_min_max(pos2(left, top), pos2(right, top + ROW)), None);
}

/// What lies behind the rows: those selected, that under the pointer, and lines.
fn stripes(ui: &Ui, top: f32, seen: Range<usize>, frame: &Frame) {
    let clip = ui.clip_rect();
    let pointer = ui.ctx().pointer_hover_pos().filter(|at| clip.contains(*at));
    for at in seen {
        let top = top + at as f32 * ROW;
        let rect = Rect::from_x_y_ranges(clip.x_range(), top..=top + ROW);
        let id = frame.rows.row(at).item.id();
        let fill = if frame.view.state.selected.contains(id) {
            ui.visuals().selection.bg_fill
        } else if pointer.is_some_and(|pointer| rect.contains(pointer)) {
            color32(frame.view.style.accent.faded(0.08))
        } else {
            ui.visuals().panel_fill
        };
        ui.painter().rect_filled(rect, 0.0, fill);
        let line = color32(frame.view.style.line.faded(0.5));
        ui.painter().hline(clip.x_range(), top + ROW - 0.5, (0.5, line));
    }
}

/// The widget of a cell: the same wherever the row stands.
pub fn cell_id(row: &str, column: Column) -> WidgetId {
    ground_id().with((row, column.key()))
}
