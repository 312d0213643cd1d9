//! The plan's own layers in the outline, the one on top first.

use eframe::egui::{
    Align, CollapsingHeader, CursorIcon, Layout, Rangef, Rect, Response, RichText, Sense, Stroke,
    Ui,
};

use super::icons::{Icon, icon_button};
use crate::app::action::{Action, SelectHow};
use crate::app::convert::color32;
use crate::app::layers::LayerAction;
use crate::app::view::View;
use crate::plan::{Kind, Layer};

/// Always there, for it is where a layer is dropped and looked for; but of a search it
/// shows what was found, open.
pub fn group(ui: &mut Ui, found: impl Fn(&str) -> bool, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    let layers: Vec<&Layer> = view.plan.layers().iter().map(|layer| &**layer).collect();
    let searching = !view.state.search.trim().is_empty();
    let listed: Vec<(usize, &Layer)> = layers
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, layer)| found(&view.names().item(&layer.id)))
        .collect();
    if searching && listed.is_empty() {
        return;
    }
    let title = format!("{} ({})", words.text("kinds-layers"), listed.len());
    let header = CollapsingHeader::new(RichText::new(title).strong())
        .id_salt(("layers", searching))
        .default_open(searching);
    // Whoever adds the first one sees it.
    let opened = view.state.reveal.as_ref().filter(|id| view.plan.kind_of(id) == Some(Kind::Layer));
    header.open(opened.map(|_| true)).show(ui, |ui| {
        if layers.is_empty() {
            ui.add(
                eframe::egui::Label::new(RichText::new(words.text("layers-none")).weak()).wrap(),
            );
        }
        let rows = listed.iter().map(|(at, layer)| {
            let (rect, response) = row(ui, layer, *at, layers.len(), view, actions);
            Row { at: *at, layer, rect, response }
        });
        let rows: Vec<Row> = rows.collect();
        dragged(ui, &rows, view, actions);
        ui.horizontal(|ui| {
            super::inspector::add_button(ui, Kind::Layer, view, actions);
            if layers.is_empty() {
                return;
            }
            let reload = ui.small_button(words.text("layers-reload"));
            if reload.on_hover_text(words.text("layers-reload-hint")).clicked() {
                actions.push(Action::Layer(LayerAction::Reload));
            }
        });
    });
}

/// A layer as it stands in the list.
struct Row<'a> {
    /// Its place among all layers.
    at: usize,
    layer: &'a Layer,
    rect: Rect,
    /// Of its name.
    response: Response,
}

/// The layer whose name is dragged goes where it is dropped.
fn dragged(ui: &Ui, rows: &[Row], view: &View, actions: &mut Vec<Action>) {
    let held = |row: &&Row| row.response.dragged() || row.response.drag_stopped();
    let Some(row) = rows.iter().find(held) else { return };
    let Some(pointer) = ui.ctx().pointer_interact_pos() else { return };
    ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    let below = rows.iter().position(|row| pointer.y < row.rect.center().y);
    let (edge, slot) = match below.map(|below| &rows[below]) {
        Some(row) => (row.rect.top(), row.at),
        None => rows.last().map_or((0.0, 0), |last| (last.rect.bottom(), last.at + 1)),
    };
    let line = Stroke::new(2.0, color32(view.style.accent));
    ui.painter().hline(Rangef::new(row.rect.left(), row.rect.right()), edge, line);
    if row.response.drag_stopped() {
        // It leaves its own place before it goes into the other.
        let to = if slot > row.at { slot - 1 } else { slot };
        actions.push(Action::Layer(LayerAction::Move(row.layer.id.clone(), to)));
    }
}

/// The place of the row, and what is done to the name in it.
fn row(
    ui: &mut Ui,
    layer: &Layer,
    at: usize,
    count: usize,
    view: &View,
    actions: &mut Vec<Action>,
) -> (Rect, Response) {
    let words = view.words;
    let name = view.names().item(&layer.id);
    let naming = |message: &str| words.fill(message, &[("name", name.as_str().into())]);
    let row = ui.horizontal(|ui| {
        // The panel is narrow, and the name is what counts.
        ui.spacing_mut().item_spacing.x = 0.0;
        let (icon, label) = match layer.hidden {
            true => (Icon::ClosedEye, naming("layers-show")),
            false => (Icon::Eye, naming("layers-hide")),
        };
        if icon_button(ui, icon, &label, false).clicked() {
            actions.push(Action::Layer(LayerAction::Toggle(layer.id.clone())));
        }
        // From the right, so that the name has what is left.
        let controls = ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let mut step = |ui: &mut Ui, icon: Icon, message: &str, to: Option<usize>| {
                let button = |ui: &mut Ui| icon_button(ui, icon, &naming(message), false);
                let clicked = ui.add_enabled_ui(to.is_some(), button).inner.clicked();
                if let Some(to) = to.filter(|_| clicked) {
                    actions.push(Action::Layer(LayerAction::Move(layer.id.clone(), to)));
                }
            };
            let later = Some(at + 1).filter(|to| *to < count);
            step(ui, Icon::Down, "layers-down", later);
            step(ui, Icon::Up, "layers-up", at.checked_sub(1));
            let name = ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let is_read =
                    view.theatre.overlays().get(&layer.path).is_none_or(|read| read.is_ok());
                let mut text = RichText::new(&name);
                if layer.hidden {
                    text = text.weak();
                }
                if !is_read {
                    text = text.color(ui.visuals().warn_fg_color);
                }
                let response = ui.selectable_label(view.marked.contains(&layer.id), text);
                let response = response.interact(Sense::click_and_drag());
                if view.state.reveal.as_ref() == Some(&layer.id) && !response.clicked() {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    let how = SelectHow::of(ui);
                    actions.push(Action::Select((*layer.id).clone(), how));
                }
                response
            });
            name.inner
        });
        controls.inner
    });
    (row.response.rect, row.inner)
}
