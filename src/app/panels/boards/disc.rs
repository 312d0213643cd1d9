//! A risk as a numbered disc, which is dragged or moved by keys to be rated.

use eframe::egui::{
    Align2, EventFilter, Id as WidgetId, Key, LayerId, Order, Painter, Pos2, Rect, Response,
    RichText, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

use super::edit;
use super::matrix::{Grid, RADII, Target, level_color};
use crate::app::action::{Action, SelectHow};
use crate::app::boards::BoardAction;
use crate::app::convert::{color32, family, font_id};
use crate::app::focus;
use crate::app::view::View;
use crate::board::{Numbered, RATINGS};
use crate::scene::{Color, Face, Font};

/// `probabilité 2, incidence 5 : élevé`, or that it is not rated.
pub fn rating_text(numbered: &Numbered, view: &View) -> String {
    let words = view.words;
    let Some(((likelihood, impact), level)) = numbered.cell().zip(numbered.level()) else {
        return words.text("risk-unrated");
    };
    let args = [
        ("likelihood", u64::from(likelihood).into()),
        ("impact", u64::from(impact).into()),
        ("level", words.word("risk-level", level.as_word()).into()),
    ];
    words.fill("risk-rated", &args)
}

/// The number of a risk in a disc; in a list it has the colour of its level.
pub fn number(
    painter: &Painter,
    at: Pos2,
    radius: f32,
    numbered: &Numbered,
    in_matrix: bool,
    view: &View,
) {
    let style = view.style;
    let selected = view.state.selected.contains(&*numbered.risk.id);
    let level = numbered.level().filter(|_| !in_matrix);
    let (fill, ink) = match (selected, level) {
        (true, _) => (style.military, Color::WHITE),
        (false, Some(level)) => (level_color(level, style), style.text),
        (false, None) => (style.panel, style.text),
    };
    let line = if in_matrix || level.is_some() { style.text } else { style.quiet };
    painter.circle(at, radius, color32(fill), Stroke::new(1.2, color32(line)));
    let size = if radius < 8.0 { 8.5 } else { 11.0 };
    let font = font_id(Font::new(Face::SemiBold, size));
    painter.text(at, Align2::CENTER_CENTER, numbered.number, font, color32(ink));
}

/// A disc of the matrix or the tray: clicked, dragged, moved by keys.
pub fn show(
    ui: &mut Ui,
    numbered: &Numbered,
    (at, radius): (Pos2, f32),
    grid: &Grid,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let risk = numbered.risk;
    let id = ui.scope_id().with(("disc", risk.id.as_str()));
    let rect = Rect::from_center_size(at, Vec2::splat(2.0 * radius));
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let name = view.names().item(&risk.id);
    let label =
        view.words.fill("risk-disc", &[("number", numbered.number.into()), ("name", name.into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    let rated = rating_text(numbered, view);
    ui.ctx().accesskit_node_builder(id, |node| node.set_value(rated.as_str()));
    let held = dragged(ui, &response, numbered, grid, view, actions);
    if !held {
        number(ui.painter(), at, radius, numbered, true, view);
    }
    if response.has_focus() {
        let ring = Stroke::new(2.0, color32(view.style.accent));
        ui.painter().circle_stroke(at, radius + 2.5, ring);
        keys(ui, &response, numbered, view, actions);
    }
    // One that is dragged is selected too: its sites light up, and keys move it on.
    if response.clicked() || response.drag_started() {
        response.request_focus();
        actions.push(Action::Select((*risk.id).clone(), SelectHow::of(ui)));
    }
    if response.double_clicked() {
        actions.push(Action::Board(BoardAction::Inspect((*risk.id).clone())));
    }
    if !held {
        response.on_hover_ui(|ui| {
            ui.label(RichText::new(label).family(family(Face::SemiBold)));
            ui.label(rated);
        });
    }
}

/// Shows a disc that is being dragged under the pointer, and rates the risk where
/// it is let go; Esc gives the drag up. Whether it is on its way.
fn dragged(
    ui: &Ui,
    response: &Response,
    numbered: &Numbered,
    grid: &Grid,
    view: &View,
    actions: &mut Vec<Action>,
) -> bool {
    let given_up: WidgetId = response.id.with("given-up");
    if !response.dragged() && !response.drag_stopped() {
        ui.data_mut(|data| data.remove_temp::<bool>(given_up));
        return false;
    }
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        ui.data_mut(|data| data.insert_temp(given_up, true));
    }
    let is_given_up = ui.data(|data| data.get_temp(given_up)).unwrap_or(false);
    let Some(pointer) = response.interact_pointer_pos().filter(|_| !is_given_up) else {
        return false;
    };
    let target = grid.target(pointer);
    if response.drag_stopped() {
        actions.extend(match target {
            Some(Target::Cell(l, i)) => edit::rating(numbered.risk, Some(l), Some(i), view),
            Some(Target::Tray) => edit::rating(numbered.risk, None, None, view),
            None => None,
        });
        return false;
    }
    let layer = LayerId::new(Order::Tooltip, response.id);
    let painter = ui.ctx().layer_painter(layer);
    if let Some(target) = target {
        let line = Stroke::new(2.5, color32(view.style.accent));
        painter.rect_stroke(grid.area(target), 2.0, line, StrokeKind::Inside);
    }
    number(&painter, pointer, RADII.0, numbered, true, view);
    true
}

/// The arrows move the disc by a cell: up is likelier, right is graver. A risk
/// without a rating starts at the least. Backspace takes the rating away:
/// Delete takes away what is selected.
fn keys(ui: &Ui, response: &Response, numbered: &Numbered, view: &View, actions: &mut Vec<Action>) {
    focus::takes(ui.ctx(), response.id, focus::ARROWS);
    let filter =
        EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input(|input| input.modifiers.is_none() && input.key_pressed(key));
    for (key, likelier, graver) in [
        (Key::ArrowUp, 1, 0),
        (Key::ArrowDown, -1, 0),
        (Key::ArrowRight, 0, 1),
        (Key::ArrowLeft, 0, -1),
    ] {
        if pressed(key) {
            let (likelihood, impact) = match numbered.cell() {
                Some((likelihood, impact)) => (moved(likelihood, likelier), moved(impact, graver)),
                None => (*RATINGS.start(), *RATINGS.start()),
            };
            actions.extend(edit::rating(numbered.risk, Some(likelihood), Some(impact), view));
        }
    }
    if pressed(Key::Backspace) {
        actions.extend(edit::rating(numbered.risk, None, None, view));
    }
    if pressed(Key::Enter) {
        actions.push(Action::Board(BoardAction::Inspect((*numbered.risk.id).clone())));
    }
}

fn moved(rating: u8, by: i8) -> u8 {
    rating.saturating_add_signed(by).clamp(*RATINGS.start(), *RATINGS.end())
}
