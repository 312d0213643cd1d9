//! Money and objectives beside the board of tasks.

use eframe::egui::{Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::super::inspector;
use crate::app::action::{Action, SelectHow};
use crate::app::convert::{color32, family};
use crate::app::view::View;
use crate::board::{Funding, fundings};
use crate::i18n::dollars;
use crate::plan::Kind;
use crate::scene::Face;

pub fn funds(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let fundings = fundings(view.plan);
    if fundings.is_empty() {
        return;
    }
    title(ui, &view.words.text("funds"));
    for funding in &fundings {
        one(ui, funding, view, actions);
        ui.add_space(8.0);
    }
}

fn title(ui: &mut Ui, text: &str) {
    ui.spacing_mut().item_spacing.y = 3.0;
    ui.add_space(10.0);
    ui.label(RichText::new(text).family(family(Face::SemiBold)));
    ui.add_space(2.0);
}

/// A fund: its name, how much of what it needs is there, and what draws on it.
fn one(ui: &mut Ui, funding: &Funding, view: &View, actions: &mut Vec<Action>) {
    let fund = funding.fund;
    let selected = view.state.selected.contains(&*fund.id);
    let name = view.names().item(&fund.id);
    let response = ui.selectable_label(selected, &name);
    if response.clicked() {
        actions.push(Action::Select((*fund.id).clone(), SelectHow::of(ui)));
    }
    response.on_hover_ui(|ui| {
        ui.set_max_width(420.0);
        inspector::basis::read(ui, Kind::Fund, &fund.basis, view);
    });
    let text = amounts(funding, view);
    bar(ui, funding, &format!("{name} : {text}"), view);
    ui.label(RichText::new(text).small());
    ui.horizontal_wrapped(|ui| {
        for task in &funding.tasks {
            inspector::link(ui, &task.id, view, actions);
        }
    });
}

/// `39 M$ sur 56 M$, manque 17 M$`, as far as it is known.
fn amounts(funding: &Funding, view: &View) -> String {
    let (words, lang) = (view.words, view.words.lang());
    let fund = funding.fund;
    let needed = fund.needed_usd.map(|usd| dollars(usd, lang));
    let available = fund.available_usd.map(|usd| dollars(usd, lang));
    let missing = funding.missing_usd.map(|usd| dollars(usd, lang));
    match (needed, available, missing) {
        (Some(needed), Some(available), Some(missing)) => {
            let args = [
                ("needed", needed.into()),
                ("available", available.into()),
                ("missing", missing.into()),
            ];
            words.fill("fund-amounts", &args)
        }
        (None, Some(available), _) => {
            words.fill("fund-need-unknown", &[("available", available.into())])
        }
        (Some(needed), None, _) => words.fill("fund-means-unknown", &[("needed", needed.into())]),
        _ => words.text("fund-unknown"),
    }
}

/// What is there of what is needed. Without a known need the bar has no end: it
/// is dashed.
fn bar(ui: &mut Ui, funding: &Funding, label: &str, view: &View) {
    let size = vec2(ui.available_width().min(300.0), 10.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, label));
    let frame = Stroke::new(1.0, color32(view.style.quiet));
    let painter = ui.painter();
    match funding.share() {
        Some(share) => {
            let filled = Rect::from_min_size(rect.min, vec2(rect.width() * share, rect.height()));
            painter.rect_filled(rect, 2.0, color32(view.style.line.faded(0.35)));
            painter.rect_filled(filled, 2.0, color32(view.style.military));
            painter.rect_stroke(rect, 2.0, frame, StrokeKind::Inside);
        }
        None => {
            let corners = [
                rect.left_top(),
                rect.right_top(),
                rect.right_bottom(),
                rect.left_bottom(),
                rect.left_top(),
            ];
            painter.extend(eframe::egui::Shape::dashed_line(&corners, frame, 4.0, 3.0));
        }
    }
}

pub fn objectives(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    if view.plan.objectives().is_empty() {
        return;
    }
    title(ui, &view.words.text("objectives"));
    for (at, objective) in view.plan.objectives().iter().enumerate() {
        let selected = view.state.selected.contains(&*objective.id);
        let letter = char::from(b'a' + (at % 26) as u8);
        let text = format!("{letter})\u{a0}{}", view.names().item(&objective.id));
        let response = ui.add(eframe::egui::Button::selectable(selected, text).wrap());
        if response.clicked() {
            actions.push(Action::Select((*objective.id).clone(), SelectHow::of(ui)));
        }
        response.on_hover_ui(|ui| {
            ui.set_max_width(420.0);
            inspector::basis::read(ui, Kind::Objective, &objective.basis, view);
        });
    }
}
