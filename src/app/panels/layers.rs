//! The plan's own layers in the outline, the one on top first; and what the pointer is
//! told of them on the map.

use eframe::egui::{Align, CollapsingHeader, Id as WidgetId, Layout, Pos2, RichText, Tooltip, Ui};

use super::icons::{Icon, icon_button};
use crate::app::action::{Action, FormStep, SelectHow, StepLabel};
use crate::app::layers::LayerAction;
use crate::app::view::View;
use crate::draw::overlays;
use crate::geo::MapView;
use crate::plan::edit::Command;
use crate::plan::{Kind, Layer, LayerStyle};
use crate::scene::Point;

/// How far beside a feature the pointer may be, in points.
const TOUCH: f32 = 4.0;

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
        for (at, layer) in listed {
            row(ui, layer, at, layers.len(), view, actions);
        }
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

fn row(
    ui: &mut Ui,
    layer: &Layer,
    at: usize,
    count: usize,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let words = view.words;
    let name = view.names().item(&layer.id);
    let naming = |message: &str| words.fill(message, &[("name", name.as_str().into())]);
    ui.horizontal(|ui| {
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
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
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
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
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
                if view.state.reveal.as_ref() == Some(&layer.id) && !response.clicked() {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    let how = SelectHow::of(ui);
                    actions.push(Action::Select((*layer.id).clone(), how));
                }
            });
        });
    });
}

/// What the file of a layer holds, and which of its properties can be written beside
/// the features.
pub fn contents(ui: &mut Ui, layer: &Layer, view: &View, actions: &mut Vec<Action>) {
    /// More of them are typed into the form.
    const MOST: usize = 12;
    let Some(Ok(overlay)) = view.theatre.overlays().get(&layer.path) else { return };
    let words = view.words;
    let counts = [
        ("layers-areas", overlay.areas.len()),
        ("layers-lines", overlay.lines.len()),
        ("layers-points", overlay.spots.len()),
    ];
    let there = counts.into_iter().filter(|(_, count)| *count > 0);
    let texts = there.map(|(message, count)| words.fill(message, &[("count", count.into())]));
    ui.weak(texts.collect::<Vec<_>>().join(" · "));
    let style = layer.style.clone().unwrap_or_default();
    let none = words.text("layers-no-label");
    let properties = overlay.properties();
    let choices = properties.iter().take(MOST).map(|name| (Some(*name), *name));
    ui.horizontal_wrapped(|ui| {
        ui.label(words.text("layers-labels"));
        for (label, text) in std::iter::once((None, none.as_str())).chain(choices) {
            let chosen = style.label.as_deref() == label;
            if ui.selectable_label(chosen, text).clicked() && !chosen {
                let style = LayerStyle { label: label.map(Into::into), ..style.clone() };
                let step = FormStep::Member { item: (*layer.id).clone(), member: "label".into() };
                let layer = Layer { style: Some(style), ..layer.clone() };
                actions.push(Action::Edit(StepLabel::Form(step), Command::put(layer)));
            }
        }
    });
    ui.add_space(4.0);
}

/// The feature of a layer under the pointer, where nothing else is there.
pub fn card(ui: &Ui, map: &MapView, corner: Pos2, pointer: Pos2, view: &View) {
    let at = pointer - corner;
    let (at, tag) = (Point::new(at.x, at.y), view.words.lang().tag());
    let Some(under) = overlays::under(view.plan, view.theatre, map, at, TOUCH, tag) else {
        return;
    };
    let id = WidgetId::unique("layer-card");
    Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), id, pointer).gap(14.0).show(|ui| {
        let layer = view.names().item(&under.layer.id);
        if let Some(name) = under.name {
            ui.strong(name);
        }
        ui.weak(layer);
    });
}
