//! The register of risks: a list, and beside it the matrix they stand in.

use eframe::egui::{ComboBox, Id as WidgetId, Panel, Rect, RichText, ScrollArea, Sense, Ui, vec2};

use super::super::inspector;
use super::list::{self, Rows};
use super::{disc, edit, matrix};
use crate::app::action::Action;
use crate::app::convert::family;
use crate::app::view::View;
use crate::board::{Matrix, Numbered, RATINGS};
use crate::plan::{Kind, Risk};
use crate::scene::Face;

/// The widths of number and ratings, and the shares of the others of the rest.
const NUMBER: f32 = 24.0;
const RATING: f32 = 52.0;
/// Below this width mitigation, sites and phases are told when pointed at.
const ROOMY: f32 = 640.0;

pub fn show(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    if view.plan.risks().is_empty() {
        ui.weak(view.words.text("risks-none"));
        return;
    }
    let width = (ui.available_width() * 0.36).clamp(340.0, 640.0);
    let panel = Panel::right("risk-matrix")
        .resizable(true)
        .default_size(width)
        .size_range(280.0..=(ui.available_width() - 240.0).max(280.0));
    panel.show(ui, |ui| matrix::show(ui, &Matrix::of(view.plan), view, actions));
    let columns = Columns::of(ui.available_width());
    columns.heads(ui, view);
    ScrollArea::vertical().id_salt("risks").auto_shrink([false, false]).show(ui, |ui| {
        let inner = ui.available_width() - 10.0;
        ui.set_max_width(inner);
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut list = Rows::default();
        for (at, risk) in view.plan.risks().iter().enumerate() {
            row(ui, &mut list, Numbered { number: at + 1, risk }, &columns, view, actions);
        }
        list.keys(ui, false, view, actions);
    });
}

struct Columns {
    widths: [f32; 7],
}

impl Columns {
    fn of(width: f32) -> Columns {
        let [name, mitigations, sites, phases] =
            if width >= ROOMY { [0.36, 0.27, 0.20, 0.17] } else { [1.0, 0.0, 0.0, 0.0] };
        Columns { widths: [NUMBER, name, RATING, RATING, mitigations, sites, phases] }
    }

    fn cells(&self, row: Rect) -> [Rect; 7] {
        list::columns(row.shrink2(vec2(4.0, 0.0)), self.widths)
    }

    fn heads(&self, ui: &mut Ui, view: &View) {
        let size = vec2(ui.available_width() - 10.0, 16.0);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let messages = [
            "column-number",
            "head-risk",
            "head-likelihood",
            "head-impact",
            "column-mitigations",
            "column-sites",
            "column-phases",
        ];
        for (column, message) in self.cells(rect).into_iter().zip(messages) {
            if column.width() > 0.0 {
                list::head(ui, column, view.words.text(message));
            }
        }
    }
}

fn row(
    ui: &mut Ui,
    list: &mut Rows,
    numbered: Numbered,
    columns: &Columns,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let risk = numbered.risk;
    let name = view.names().item(&risk.id);
    let rated = disc::rating_text(&numbered, view);
    let (rect, response) = list.row(ui, ("risk", &risk.id), (&name, rated), view, actions);
    if !ui.is_rect_visible(rect) {
        return;
    }
    let [number, title, likelihood, impact, mitigations, sites, phases] = columns.cells(rect);
    disc::number(ui.painter(), number.center(), 9.5, &numbered, false, view);
    list::cell(ui, title, name.as_str());
    let ratings = [
        (likelihood, "field-likelihood-of", risk.likelihood),
        (impact, "field-impact-of", risk.impact),
    ];
    for (column, message, value) in ratings {
        let label = view.words.fill(message, &[("item", name.as_str().into())]);
        let Some(chosen) = rating(ui, column, (message, risk), &label, value, view) else {
            continue;
        };
        actions.extend(match message {
            "field-impact-of" => edit::rating(risk, risk.likelihood, chosen),
            _ => edit::rating(risk, chosen, risk.impact),
        });
    }
    let measures: Vec<&str> =
        risk.mitigations.iter().map(|text| text.in_language(view.words.lang().tag())).collect();
    if mitigations.width() > 0.0 {
        list::cell(ui, mitigations, RichText::new(measures.join(" · ")).weak());
        list::links(ui, sites, &risk.sites, view, actions);
        // Names of phases are long; what they are called in full is told beside.
        let short: Vec<&str> = risk.phases.iter().map(|phase| phase.as_str()).collect();
        let names: Vec<String> = risk.phases.iter().map(|it| view.names().item(it)).collect();
        list::cell(ui, phases, RichText::new(short.join(", "))).on_hover_text(names.join("\n"));
    }
    response.on_hover_ui(|ui| {
        ui.set_max_width(440.0);
        ui.label(RichText::new(&name).family(family(Face::SemiBold)));
        for measure in measures {
            ui.label(format!("• {measure}"));
        }
        inspector::basis::read(ui, Kind::Risk, &risk.basis, view);
    });
}

/// A list of the ratings and of none; what was chosen.
fn rating(
    ui: &mut Ui,
    rect: Rect,
    (key, risk): (&str, &Risk),
    label: &str,
    value: Option<u8>,
    view: &View,
) -> Option<Option<u8>> {
    let text = |rating: Option<u8>| rating.map_or_else(|| "–".into(), |it: u8| it.to_string());
    let id = WidgetId::unique((view.document, key.to_owned(), risk.id.as_str().to_owned()));
    let mut picked = None;
    list::inside(ui, rect, |ui| {
        let combo = ComboBox::from_id_salt(id).width(RATING).selected_text(text(value));
        let shown = combo.show_ui(ui, |ui| {
            for choice in std::iter::once(None).chain(RATINGS.map(Some)) {
                if ui.selectable_label(choice == value, text(choice)).clicked() {
                    picked = Some(choice);
                }
            }
        });
        shown.response.ctx.accesskit_node_builder(shown.response.id, |node| node.set_label(label));
    });
    picked
}
