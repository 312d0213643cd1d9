//! Features of the plan's own layers under the pointer, and the one that is looked at.

use eframe::egui::{Painter, Pos2, RichText, Tooltip, Ui};

use super::chart::Chart;
use super::ground_id;
use crate::app::paint;
use crate::app::view::View;
use crate::draw::overlays::{self, Under};
use crate::scene::Point;

/// How far beside a feature the pointer may be, in points.
const TOUCH: f32 = 4.0;

/// The feature on top at a point of the window.
pub(super) fn under<'a>(chart: &Chart, at: Pos2, view: &View<'a>) -> Option<Under<'a>> {
    let at = Point::from(chart.point(at));
    overlays::under(view.plan, view.theatre, &chart.map, at, TOUCH)
}

/// Its name, the first of its properties, and the layer it is of.
pub(super) fn card(ui: &Ui, pointer: Pos2, under: &Under, view: &View) {
    /// More of them stand in the inspector, once it is clicked.
    const MOST: usize = 4;
    /// Longer texts too.
    const LETTERS: usize = 60;
    let id = ground_id().with("layer-card");
    Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), id, pointer).gap(14.0).show(|ui| {
        let name = under.piece.name(view.words.lang().tag());
        if let Some(name) = name {
            ui.strong(name);
        }
        let told = under.piece.data().readable().filter(|(_, text)| Some(*text) != name);
        let told = told.filter(|(_, text)| text.chars().count() <= LETTERS);
        for (property, text) in told.take(MOST) {
            let message = [("name", property.into()), ("value", text.into())];
            ui.label(view.words.fill("layers-property", &message));
        }
        ui.label(RichText::new(view.names().item(&under.layer.id)).weak());
    });
}

/// Marks the feature that is looked at, over the ground and under all that moves.
pub(super) fn paint(painter: &Painter, chart: &Chart, view: &View) {
    let Some(chosen) = view.state.chosen_feature() else { return };
    let nodes = overlays::chosen(view.plan, view.theatre, &chart.map, chosen, view.style);
    paint::nodes(painter, &nodes, chart.rect.min);
}
