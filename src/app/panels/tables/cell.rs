//! One cell: its text, clicked or typed into.

use eframe::egui::{
    Id as WidgetId, Key, Modifiers, Rect, RichText, Role, Sense, StrokeKind, TextEdit, TextStyle,
    TextWrapMode, Tooltip, Ui, WidgetInfo, WidgetText, pos2, vec2,
};

use super::grid::{Frame, cell_id};
use super::ground_id;
use crate::app::action::Action;
use crate::app::convert::{color32, family};
use crate::app::panels::kept::kept;
use crate::app::tables::{Reach, TableAction};
use crate::app::typed_field;
use crate::i18n::without_accents;
use crate::scene::Face;
use crate::table::{self, Column, Refusal, Row};

/// How many words or names are offered at once.
const MAX_OFFERS: usize = 8;

/// Whether it is the cell that is typed into.
pub fn show(
    ui: &mut Ui,
    rect: Rect,
    at: usize,
    column: Column,
    frame: &Frame,
    actions: &mut Vec<Action>,
) -> bool {
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
    is_cursor && look.is_open
}

/// What a cell is called: `Ber – Kind`.
fn cell_name(row: &Row, column: Column, frame: &Frame) -> String {
    let item = frame.view.names().of(&row.item);
    format!("{item} – {}", column.name(row.item.kind(), frame.view.words))
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
    response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, cell_name(row, column, frame)));
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

/// What can stand in a cell.
struct Offer {
    text: String,
    /// For the search.
    plain: String,
}

impl Offer {
    fn all(row: &Row, column: Column, frame: &Frame) -> Vec<Offer> {
        let texts = column.offers(row.item.kind(), &frame.ground).into_iter();
        texts.map(|text| Offer { plain: without_accents(&text), text }).collect()
    }
}

/// The field in a cell, and below it what can stand there, or why the text cannot.
fn typing(
    ui: &mut Ui,
    rect: Rect,
    row: &Row,
    column: Column,
    frame: &Frame,
    actions: &mut Vec<Action>,
) {
    let id = typed_id(row.item.id().as_str(), column);
    let shown = column.shown(row, &frame.ground);
    let typed: Option<String> = ui.data(|data| data.get_temp(id));
    let is_new = typed.is_none();
    let mut text = typed.unwrap_or_else(|| shown.clone());
    let made_from = (frame.view.plan_key, frame.view.words.lang());
    let all = kept(ui, id.with("all-offers"), made_from, || Offer::all(row, column, frame));
    // Before the field gets them: Tab would go elsewhere.
    let (tab, down, up) = ui.input_mut(|input| {
        let mut key = |key| input.consume_key(Modifiers::NONE, key);
        (key(Key::Tab), key(Key::ArrowDown), key(Key::ArrowUp))
    });
    if !all.is_empty() && (down || up) {
        text = neighbour(&all, &text, down);
    }
    let error = kept(ui, id.with("error"), (made_from, text.clone()), || {
        table::edit(&[row], column, &text, &frame.ground).err()
    });
    let color = match *error {
        Some(_) => ui.visuals().error_fg_color,
        None => ui.visuals().text_color(),
    };
    let edit = TextEdit::singleline(&mut text).id(id).desired_width(rect.width()).text_color(color);
    let response = ui.put(rect.shrink2(vec2(1.0, 1.0)), edit);
    let name = cell_name(row, column, frame);
    let response = typed_field::name(response, &name);
    if response.changed() {
        // What is wrong with the new text shows with the next frame.
        ui.ctx().request_repaint();
    }
    if is_new {
        response.request_focus();
        select_all(ui, id, text.chars().count());
    }
    ui.data_mut(|data| data.insert_temp(id, text.clone()));
    let offered = offers(&all, &text, &shown);
    let chosen = below(ui, rect, id, row, &offered, &text, (*error).as_deref(), frame);
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let escape = ui.input(|input| input.key_pressed(Key::Escape));
    let text = if escape {
        None
    } else if chosen.is_some() {
        chosen
    } else if tab || (!is_new && !has_focus) {
        // The beginning of a word stands for the first one that is on offer.
        let first = offered.into_iter().next().filter(|_| error.is_some() && !text.is_empty());
        Some(first.unwrap_or(text))
    } else {
        return;
    };
    ui.data_mut(|data| data.remove_temp::<String>(id));
    let text = text.filter(|text| *text != shown);
    actions.push(Action::Table(TableAction::Leave { text, go_on: tab }));
}

/// Leaves a cell that has gone out of sight while it was typed into.
pub fn leave_unseen(ui: &Ui, frame: &Frame, actions: &mut Vec<Action>) {
    let look = frame.view.tables.look();
    let Some(cursor) = look.cursor.as_ref().filter(|_| look.is_open) else { return };
    let id = typed_id(cursor.row.as_str(), cursor.column);
    if let Some(text) = ui.data_mut(|data| data.remove_temp::<String>(id)) {
        let at = frame.rows.position(&cursor.row);
        let shown = at.map(|at| cursor.column.shown(frame.rows.row(at), &frame.ground));
        let text = Some(text).filter(|text| Some(text) != shown.as_ref());
        actions.push(Action::Table(TableAction::Leave { text, go_on: false }));
    }
}

fn typed_id(row: &str, column: Column) -> WidgetId {
    cell_id(row, column).with("typed")
}

/// What is told below a cell that is typed into. What was clicked of it is returned.
#[expect(clippy::too_many_arguments, reason = "all of them are of one cell")]
fn below(
    ui: &Ui,
    rect: Rect,
    id: WidgetId,
    row: &Row,
    offered: &[String],
    text: &str,
    error: Option<&[Refusal]>,
    frame: &Frame,
) -> Option<String> {
    let selected = &frame.view.state.selected;
    let several = selected.len() > 1 && selected.contains(row.item.id());
    if offered.is_empty() && error.is_none() && !several {
        return None;
    }
    let mut chosen = None;
    Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), id.with("offers"), rect).show(|ui| {
        for offer in offered {
            let is_typed = without_accents(offer) == without_accents(text);
            if ui.selectable_label(is_typed, offer).clicked() {
                chosen = Some(offer.clone());
            }
        }
        if let Some(refusal) = error.and_then(|refused| refused.first()) {
            ui.small(RichText::new(&refusal.reason).color(ui.visuals().error_fg_color));
        }
        if several {
            let args = [("count", selected.len().into())];
            ui.small(RichText::new(frame.view.words.fill("table-sets", &args)).weak());
        }
    });
    chosen
}

/// The offer after or before a text.
fn neighbour(all: &[Offer], text: &str, down: bool) -> String {
    let wanted = without_accents(text.trim());
    let exact = all.iter().position(|offer| offer.plain == wanted);
    let begun = || all.iter().position(|offer| offer.plain.contains(&wanted));
    let at = match exact {
        Some(at) => (at + if down { 1 } else { all.len() - 1 }) % all.len(),
        None => begun().unwrap_or(0),
    };
    all[at].text.clone()
}

/// The whole text is selected: what is typed takes its place.
fn select_all(ui: &Ui, id: WidgetId, length: usize) {
    use eframe::egui::text::{CCursor, CCursorRange};
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let range = CCursorRange::two(CCursor::new(0), CCursor::new(length));
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), id);
}

/// What can stand in the cell, where that is a list, and goes with what was typed.
fn offers(all: &[Offer], text: &str, shown: &str) -> Vec<String> {
    // As long as nothing was typed, all are on offer.
    let wanted = if text == shown { String::new() } else { without_accents(text.trim()) };
    let fits = |offer: &&Offer| offer.plain.contains(&wanted);
    let fitting: Vec<&Offer> = all.iter().filter(fits).collect();
    let is_done = fitting.len() == 1 && fitting[0].plain == wanted;
    let most = if is_done { 0 } else { MAX_OFFERS };
    fitting.into_iter().take(most).map(|offer| offer.text.clone()).collect()
}
