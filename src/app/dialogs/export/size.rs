//! How large a picture is: one of the usual sizes, or any other.

use eframe::egui::{DragValue, RichText, Ui};

use super::{choose, row};
use crate::app::export_choices::{ExportChoices, PRESETS, PictureSize, Shown};
use crate::app::typed_field;
use crate::app::view::View;
use crate::export::SIZES;

/// In points; smaller ones have no room for anything.
const SIDES: std::ops::RangeInclusive<u32> = 16..=16_384;
const SCALES: std::ops::RangeInclusive<f32> = 1.0..=4.0;

pub fn size(ui: &mut Ui, choices: &mut ExportChoices, shown: Shown, view: &View) {
    let words = view.words;
    let mut options: Vec<((PictureSize, f32), String)> = PRESETS
        .iter()
        .map(|preset| ((preset.size, preset.scale), words.word("export-size", preset.word)))
        .collect();
    let mut chosen = (choices.size, choices.scale);
    if !options.iter().any(|(preset, _)| *preset == chosen) {
        options.push((chosen, words.text("export-size-other")));
    }
    row(ui, "export-picture-size", view, |ui, label| {
        choose(ui, label, &mut chosen, &options);
    });
    (choices.size, choices.scale) = chosen;
    row(ui, "export-points", view, |ui, _| {
        ui.horizontal(|ui| {
            let (width, height) = choices.points(shown);
            let (mut width, mut height) = (width.round() as u32, height.round() as u32);
            let before = (width, height);
            typed_field::name(
                ui.add(DragValue::new(&mut width).range(SIDES)),
                &words.text("export-width"),
            );
            ui.label("×");
            typed_field::name(
                ui.add(DragValue::new(&mut height).range(SIDES)),
                &words.text("export-height"),
            );
            if (width, height) != before {
                choices.size = PictureSize::Points(width, height);
            }
            ui.add_space(8.0);
            let name = words.text("export-scale");
            ui.label(&name);
            let scale = DragValue::new(&mut choices.scale).range(SCALES).speed(0.05);
            typed_field::name(ui.add(scale.min_decimals(0).max_decimals(2)), &name);
            ui.label(RichText::new(pixels(choices, shown, view)).weak());
        });
    });
}

/// How many pixels there will be.
fn pixels(choices: &ExportChoices, shown: Shown, view: &View) -> String {
    let (width, height) = choices.points(shown);
    let pixels = |side: f64| (side * f64::from(choices.scale)).round() as i64;
    let args = [("width", pixels(width).into()), ("height", pixels(height).into())];
    view.words.fill("export-pixels", &args)
}

/// The paper of a sheet or a pack.
pub fn paper(ui: &mut Ui, choices: &mut ExportChoices, view: &View) {
    let words = view.words;
    row(ui, "export-paper", view, |ui, label| {
        ui.horizontal(|ui| {
            let sizes: Vec<_> =
                SIZES.iter().map(|(name, size, ..)| (*size, (*name).to_owned())).collect();
            choose(ui, label, &mut choices.paper.size, &sizes);
            ui.checkbox(&mut choices.paper.portrait, words.text("export-portrait"));
        });
    });
}
