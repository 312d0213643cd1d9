//! The head of a table: names to sort by, edges to drag, and a row of filters.

use std::collections::BTreeSet;

use eframe::egui::accesskit::SortDirection;
use eframe::egui::{
    CursorIcon, PopupCloseBehavior, Rect, Role, ScrollArea, Sense, Shape, Stroke, TextEdit,
    TextStyle, TextWrapMode, Ui, UiBuilder, WidgetInfo, WidgetText,
    containers::menu::{MenuButton, MenuConfig},
    pos2, vec2,
};

use super::grid::{Columns, Frame, ROW};
use super::ground_id;
use crate::app::action::Action;
use crate::app::convert::{color32, family};
use crate::app::panels::kept::{Same, kept};
use crate::app::tables::TableAction;
use crate::app::typed_field;
use crate::app::view::View;
use crate::scene::Face;
use crate::table::{Column, Filter};

pub const HEIGHT: f32 = 2.0 * ROW + 4.0;

/// How near to its edge the pointer takes hold of a column.
const GRIP: f32 = 4.0;
/// Of more different texts than these, none are offered.
const MAX_CHOICES: usize = 60;

pub fn show(
    ui: &mut Ui,
    area: Rect,
    scrolled: f32,
    columns: &Columns,
    frame: &Frame,
    actions: &mut Vec<Action>,
) {
    let line = ui.visuals().widgets.noninteractive.bg_stroke;
    let fixed_edge = (area.min.x + columns.ends(0).1).min(area.max.x);
    // The column that stays comes last: it covers the others.
    for number in (1..columns.list.len()).chain([0]) {
        let (left, right) = columns.ends(number);
        let (x, clip) = match number {
            0 => (area.min.x, area.with_max_x(fixed_edge)),
            _ => (area.min.x - scrolled, area.with_min_x(fixed_edge)),
        };
        let rect = Rect::from_x_y_ranges(x + left..=x + right, area.y_range());
        if !rect.intersects(clip) {
            continue;
        }
        let column = columns.list[number];
        ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt(("head", column.key())), |ui| {
            ui.set_clip_rect(clip.intersect(ui.clip_rect()));
            let (name, filter) = rect.split_top_bottom_at_y(rect.min.y + ROW);
            sorter(ui, name, column, frame, actions);
            filter_field(ui, filter.shrink2(vec2(2.0, 2.0)), column, frame, actions);
            edge(ui, rect, column, frame, actions);
        });
    }
    ui.painter().hline(area.x_range(), area.max.y, line);
    ui.painter().vline(fixed_edge, area.y_range(), line);
}

fn sorter(ui: &mut Ui, rect: Rect, column: Column, frame: &Frame, actions: &mut Vec<Action>) {
    let id = ground_id().with(("sort", column.key()));
    let response = ui.interact(rect.intersect(ui.clip_rect()), id, Sense::click());
    let name = column.name(frame.view.tables.kind, frame.view.words);
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &name));
    let sort = &frame.view.tables.look().query.sort;
    let sorted = sort.iter().position(|(other, _)| *other == column);
    if let Some(at) = sorted {
        let direction = match sort[at].1 {
            true => SortDirection::Descending,
            false => SortDirection::Ascending,
        };
        ui.ctx().accesskit_node_builder(id, |node| node.set_sort_direction(direction));
    }
    if response.clicked() {
        let also = ui.input(|input| input.modifiers.shift);
        actions.push(Action::Table(TableAction::Sort { column, also }));
    }
    let visuals = ui.style().interact(&response);
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect.shrink(1.0), 3.0, visuals.weak_bg_fill);
    }
    let mark = match sorted {
        Some(_) => 22.0,
        None => 0.0,
    };
    let room = rect.width() - 12.0 - mark;
    let text = WidgetText::from(eframe::egui::RichText::new(&name).family(family(Face::SemiBold)));
    let galley = text.into_galley(ui, Some(TextWrapMode::Truncate), room, TextStyle::Body);
    let is_cut = galley.elided;
    let number = column.is_number(frame.view.tables.kind);
    let x = match number {
        true => rect.max.x - 6.0 - mark - galley.size().x,
        false => rect.min.x + 6.0,
    };
    let at = pos2(x, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ui.visuals().text_color());
    if let Some(at) = sorted {
        sort_mark(ui, pos2(rect.max.x - 14.0, rect.center().y), at, sort.len(), sort[at].1, frame);
    }
    let hint = frame.view.words.text("table-sort-hint");
    let hint = if is_cut { format!("{name}\n{hint}") } else { hint };
    response.on_hover_text(hint);
}

/// An arrow, with its number where there are several.
fn sort_mark(
    ui: &Ui,
    middle: eframe::egui::Pos2,
    at: usize,
    of: usize,
    falling: bool,
    frame: &Frame,
) {
    let up = if falling { -1.0 } else { 1.0 };
    let point = |x: f32, y: f32| middle + vec2(x, y * up);
    let color = color32(frame.view.style.accent);
    let points = vec![point(-4.0, 2.5), point(4.0, 2.5), point(0.0, -3.5)];
    let stroke = Stroke::NONE;
    ui.painter().add(Shape::convex_polygon(points, color, stroke));
    if of > 1 {
        let font = TextStyle::Small.resolve(ui.style());
        let align = eframe::egui::Align2::LEFT_CENTER;
        let text = (at + 1).to_string();
        ui.painter().text(middle + vec2(5.0, 0.0), align, text, font, color);
    }
}

fn filter_field(ui: &mut Ui, rect: Rect, column: Column, frame: &Frame, actions: &mut Vec<Action>) {
    let look = frame.view.tables.look();
    let words = frame.view.words;
    let name = column.name(frame.view.tables.kind, words);
    let filter = look.filter_of(column);
    let (field, button) = rect.split_left_right_at_x(rect.max.x - 24.0);
    let label = words.fill("table-filter-of", &[("column", name.as_str().into())]);
    let mut text = match filter {
        Some(Filter::Contains(text)) => text.clone(),
        Some(Filter::OneOf(texts)) => texts.iter().cloned().collect::<Vec<_>>().join(", "),
        None => String::new(),
    };
    let hint = words.text("table-filter");
    let edit = TextEdit::singleline(&mut text)
        .id(ground_id().with(("filter", column.key())))
        .hint_text(hint)
        .desired_width(field.width())
        .clip_text(true);
    let response = typed_field::name(ui.put(field, edit), &label);
    if response.changed() {
        let filter = (!text.trim().is_empty()).then_some(Filter::Contains(text));
        actions.push(Action::Table(TableAction::Filter(column, filter)));
    }
    ui.scope_builder(UiBuilder::new().max_rect(button), |ui| {
        ui.spacing_mut().button_padding = vec2(3.0, 0.0);
        choices(ui, column, filter, frame, actions);
    });
}

/// The texts of the column, to be ticked.
fn choices(
    ui: &mut Ui,
    column: Column,
    filter: Option<&Filter>,
    frame: &Frame,
    actions: &mut Vec<Action>,
) {
    let name = column.name(frame.view.tables.kind, frame.view.words);
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let (menu, _) = MenuButton::new("   ").config(config).ui(ui, |ui| {
        let View { plan_key, track, moment, theatre, .. } = *frame.view;
        let lang = frame.view.words.lang();
        let made_from =
            (plan_key, frame.view.tables.kind, column, lang, track, moment, Same::of(theatre));
        let place = ground_id().with("choices");
        let texts = kept(ui, place, made_from, || texts_of(column, frame));
        let Some(texts) = &*texts else {
            ui.label(frame.view.words.text("table-too-many-choices"));
            return;
        };
        let chosen = match filter {
            Some(Filter::OneOf(chosen)) => Some(chosen),
            _ => None,
        };
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for text in texts {
                let mut on = chosen.is_some_and(|chosen| chosen.contains(text));
                let empty = frame.view.words.text("table-no-text");
                let label = if text.is_empty() { &empty } else { text };
                if ui.checkbox(&mut on, label).changed() {
                    let mut wanted = chosen.cloned().unwrap_or_default();
                    if on {
                        wanted.insert(text.clone());
                    } else {
                        wanted.remove(text);
                    }
                    let filter = (!wanted.is_empty()).then_some(Filter::OneOf(wanted));
                    actions.push(Action::Table(TableAction::Filter(column, filter)));
                }
            }
        });
    });
    // The bundled fonts have no such sign.
    let point = |x: f32, y: f32| menu.rect.center() + vec2(x, y);
    let points = vec![point(-4.0, -2.0), point(4.0, -2.0), point(0.0, 3.0)];
    let color = match filter {
        Some(Filter::OneOf(_)) => color32(frame.view.style.accent),
        _ => ui.visuals().weak_text_color(),
    };
    ui.painter().add(Shape::convex_polygon(points, color, Stroke::NONE));
    let label = frame.view.words.fill("table-choices-of", &[("column", name.into())]);
    menu.ctx.accesskit_node_builder(menu.id, |node| node.set_label(label));
}

/// The different texts of a column; None where there are too many to be offered.
fn texts_of(column: Column, frame: &Frame) -> Option<BTreeSet<String>> {
    let mut texts = BTreeSet::new();
    for row in frame.rows.all.iter() {
        texts.insert(column.shown(row, &frame.ground));
        if texts.len() > MAX_CHOICES {
            return None;
        }
    }
    Some(texts)
}

/// The right edge of a column can be dragged.
fn edge(ui: &Ui, rect: Rect, column: Column, frame: &Frame, actions: &mut Vec<Action>) {
    let grip = Rect::from_x_y_ranges(rect.max.x - GRIP..=rect.max.x + GRIP, rect.y_range());
    let id = ground_id().with(("edge", column.key()));
    let response = ui.interact(grip.intersect(ui.clip_rect()), id, Sense::DRAG);
    if response.hovered() || response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeColumn);
        let line = (1.5, color32(frame.view.style.accent));
        ui.painter().vline(rect.max.x, rect.y_range(), line);
    } else {
        let line = ui.visuals().widgets.noninteractive.bg_stroke;
        ui.painter().vline(rect.max.x, rect.y_range().shrink(4.0), line);
    }
    if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged()) {
        let width = pointer.x - rect.min.x;
        actions.push(Action::Table(TableAction::Widen(column, width)));
    }
}
