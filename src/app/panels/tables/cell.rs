//! One cell: its text, clicked or typed into.

use eframe::egui::{
    Key, Modifiers, Rect, RichText, Role, Sense, StrokeKind, TextEdit, TextStyle, TextWrapMode,
    Tooltip, Ui, WidgetInfo, WidgetText, pos2, vec2,
};

use super::grid::{Frame, cell_id};
use super::ground_id;
use crate::app::action::Action;
use crate::app::convert::{color32, family};
use crate::app::tables::{Reach, TableAction};
use crate::app::typed_field;
use crate::i18n::without_accents;
use crate::scene::Face;
use crate::table::{self, Column, Row};

/// How many words or names are offered at once.
const MAX_OFFERS: usize = 8;

pub fn show(
    ui: &mut Ui,
    rect: Rect,
    at: usize,
    column: Column,
    frame: &Frame,
    actions: &mut Vec<Action>,
) {
    let row = frame.rows.row(at);
    let look = frame.view.tables.look();
    let cursor = look.cursor.as_ref();
    let is_cursor = cursor.is_some_and(|c| c.column == column && c.row == *row.item.id());
    if is_cursor && look.is_open {
        typing(ui, rect, row, column, frame, actions);
    } else {
        still(ui, rect, row, column, frame, actions);
    }
    if is_cursor {
        let line = (1.5, color32(frame.view.style.accent));
        ui.painter().rect_stroke(rect.shrink(0.5), 2.0, line, StrokeKind::Inside);
    }
}

fn still(
    ui: &mut Ui,
    rect: Rect,
    row: &Row,
    column: Column,
    frame: &Frame,
    actions: &mut Vec<Action>,
) {
    let id = cell_id(row.item.id().as_str(), column);
    // Not by Tab: the table has the focus as a whole.
    let response = ui.interact(rect.intersect(ui.clip_rect()), id, Sense::CLICK);
    let text = column.shown(row, &frame.ground);
    response.widget_info(|| {
        let name = frame.view.names().of(&row.item);
        let label = format!("{name} – {}", column.name(frame.view.words));
        WidgetInfo::labeled(Role::Cell, true, label)
    });
    ui.ctx().accesskit_node_builder(id, |node| node.set_value(text.clone()));
    if response.hovered() {
        actions.push(Action::Hover(Some(row.item.id().clone())));
    }
    if response.clicked() {
        ui.memory_mut(|memory| memory.request_focus(ground_id()));
        let modifiers = ui.input(|input| input.modifiers);
        let how = match (modifiers.command, modifiers.shift) {
            (true, _) => Reach::Toggle,
            (_, true) => Reach::Range,
            // A second click into several selected rows leaves them so.
            _ if response.double_clicked() => Reach::Along,
            _ => Reach::Only,
        };
        let go = TableAction::Go { row: row.item.id().clone(), column, how };
        actions.push(Action::Table(go));
    }
    if response.double_clicked() {
        actions.push(Action::Table(TableAction::Open));
    }
    let kind = row.item.kind();
    let is_first = frame.view.tables.look().columns.first() == Some(&column);
    let face = if is_first { Face::SemiBold } else { Face::Regular };
    let rich = RichText::new(&text).family(family(face));
    let room = rect.width() - 12.0;
    let galley =
        WidgetText::from(rich).into_galley(ui, Some(TextWrapMode::Truncate), room, TextStyle::Body);
    let x = match column.is_number(kind) {
        true => rect.max.x - 6.0 - galley.size().x,
        false => rect.min.x + 6.0,
    };
    let color = match column {
        Column::Computed(computed) if computed != table::Computed::Name => {
            ui.visuals().weak_text_color()
        }
        _ => ui.visuals().text_color(),
    };
    let is_cut = galley.elided;
    let place = pos2(x, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(place, galley, color);
    if is_cut {
        response.on_hover_text(text);
    }
}

fn typing(
    ui: &mut Ui,
    rect: Rect,
    row: &Row,
    column: Column,
    frame: &Frame,
    actions: &mut Vec<Action>,
) {
    let id = cell_id(row.item.id().as_str(), column).with("typed");
    let name = column.name(frame.view.words);
    let shown = column.shown(row, &frame.ground);
    let typed: Option<String> = ui.data(|data| data.get_temp(id));
    let is_new = typed.is_none();
    let mut text = typed.unwrap_or_else(|| shown.clone());
    let leave =
        |text: Option<String>, go_on: bool| Action::Table(TableAction::Leave { text, go_on });
    // Before the field gets them: Tab would go elsewhere.
    let tab = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Tab));
    let error = table::edit(&[row], column, &text, &frame.ground).err();
    let edit = TextEdit::singleline(&mut text).id(id).desired_width(rect.width()).text_color(
        match error {
            Some(_) => ui.visuals().error_fg_color,
            None => ui.visuals().text_color(),
        },
    );
    let response = typed_field::name(ui.put(rect.shrink2(vec2(1.0, 1.0)), edit), &name);
    if is_new {
        response.request_focus();
        select_all(ui, id, text.chars().count());
    }
    ui.data_mut(|data| data.insert_temp(id, text.clone()));
    let offered = offers(column, row, &text, &shown, frame);
    let mut chosen = None;
    if error.is_some() || !offered.is_empty() {
        Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), id.with("offers"), rect).show(|ui| {
            for offer in &offered {
                if ui
                    .selectable_label(without_accents(offer) == without_accents(&text), offer)
                    .clicked()
                {
                    chosen = Some(offer.clone());
                }
            }
            if let Some(refusal) = error.iter().flatten().next() {
                ui.small(RichText::new(&refusal.reason).color(ui.visuals().error_fg_color));
            }
        });
    }
    let several = frame.view.state.selected.len();
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let escape = ui.input(|input| input.key_pressed(Key::Escape));
    let done = if let Some(chosen) = chosen {
        Some(leave(Some(chosen), false))
    } else if escape {
        Some(leave(None, false))
    } else if tab || (!is_new && !has_focus) {
        // Left as it was in one row, it is also left in the others.
        let given = (text != shown || several > 1).then_some(text);
        Some(leave(given.filter(|text| *text != shown), tab))
    } else {
        None
    };
    if let Some(done) = done {
        ui.data_mut(|data| data.remove_temp::<String>(id));
        actions.push(done);
    }
}

/// The whole text is selected: what is typed takes its place.
fn select_all(ui: &Ui, id: eframe::egui::Id, length: usize) {
    use eframe::egui::text::{CCursor, CCursorRange};
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let range = CCursorRange::two(CCursor::new(0), CCursor::new(length));
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), id);
}

/// What can stand in the cell, where that is a list: words, or names that begin to
/// be typed.
fn offers(column: Column, row: &Row, text: &str, shown: &str, frame: &Frame) -> Vec<String> {
    let all = column.offers(row.item.kind(), &frame.ground);
    // As long as nothing was typed, all are on offer.
    let wanted = if text == shown { String::new() } else { without_accents(text.trim()) };
    let fits = |offer: &String| without_accents(offer).contains(&wanted);
    let fitting: Vec<String> = all.into_iter().filter(fits).collect();
    let is_done = fitting.len() == 1 && without_accents(&fitting[0]) == wanted;
    if is_done { Vec::new() } else { fitting.into_iter().take(MAX_OFFERS).collect() }
}
