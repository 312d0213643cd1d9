//! The differences of two versions, in sections; single ones can be taken over.

use eframe::egui::{Align, Layout, Rect, RichText, Ui, UiBuilder, vec2};

use super::version_name;
use crate::app::action::{Action, SelectHow};
use crate::app::comparing::{CompareAction, Comparison, End, Row, Section};
use crate::app::panels::list::{List, cell};
use crate::app::panels::name_button;
use crate::app::view::View;
use crate::calendar::Moment;

/// How much of a row the name may take, and the room of the button at its end.
const NAME: f32 = 0.3;
const BUTTON: f32 = 96.0;

enum Line<'a> {
    Head(&'a Section),
    Row(&'a Row),
}

/// Takes over all that differs.
pub fn take_all(ui: &mut Ui, comparison: &Comparison, view: &View, actions: &mut Vec<Action>) {
    let Some(into) = comparison.into() else { return };
    let changes = comparison.sections.iter().flat_map(|section| &section.rows);
    if changes.filter(|row| row.pick.is_some()).count() == 0 {
        return;
    }
    let (word, here, other) = match into {
        End::From => ("take-all", &comparison.from, &comparison.to),
        End::To => ("take-all-back", &comparison.to, &comparison.from),
    };
    let hint = view.words.fill(
        "take-all-hint",
        &[("here", version_name(here, view).into()), ("other", version_name(other, view).into())],
    );
    let button = ui.button(view.words.text(word)).on_hover_text(hint);
    if button.clicked() {
        let name = version_name(other, view);
        actions.push(Action::Compare(CompareAction::TakeOver(None, name)));
    }
}

pub fn show(ui: &mut Ui, comparison: &Comparison, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    if comparison.from == comparison.to {
        ui.weak(words.text("compare-choose"));
        return;
    }
    if comparison.sections.is_empty() {
        ui.weak(words.text("compare-same"));
        return;
    }
    if comparison.into().is_none() {
        ui.weak(words.text("compare-none-shown"));
    }
    let folded = &view.state.comparing.folded;
    let mut lines = Vec::new();
    for section in &comparison.sections {
        lines.push(Line::Head(section));
        if !folded.contains(&section.kind) {
            lines.extend(section.rows.iter().map(Line::Row));
        }
    }
    let list = List { name: "differences", count: lines.len(), reveal: None };
    list.show(ui, |ui, at, area| match &lines[at] {
        Line::Head(section) => {
            let is_folded = folded.contains(&section.kind);
            let response = list.heading(ui, at, area, &section.title, is_folded);
            let title = RichText::new(&section.title).strong();
            cell(ui, area.with_min_x(area.min.x + 26.0), title);
            if response.clicked() {
                actions.push(Action::Compare(CompareAction::Fold(section.kind)));
            }
        }
        Line::Row(row) => {
            let chosen = row.item.as_ref().is_some_and(|item| view.state.selected.contains(item));
            let name = format!("{} – {}", row.name, row.text);
            let response = list.ground(ui, at, area, &name, chosen);
            let left = area.min.x + 30.0;
            // What is about nothing by name needs no column for it.
            let middle = match row.name.is_empty() {
                true => left,
                false => left + (area.width() * NAME).min(320.0),
            };
            let inside = area.with_max_x(area.max.x - BUTTON);
            cell(ui, inside.with_min_x(left).with_max_x(middle - 12.0), row.name.as_str());
            cell(ui, inside.with_min_x(middle), row.text.as_str());
            take_one(ui, area, row, comparison, view, actions);
            let response = response.on_hover_text(&row.text);
            if response.clicked() {
                if let Some(item) = &row.item {
                    actions.push(Action::Select(item.clone(), SelectHow::of(ui)));
                }
                if let Some(day) = row.day {
                    actions.push(Action::Pause);
                    actions.push(Action::Seek(Moment::close_of(day)));
                }
            }
        }
    });
}

/// The button that takes one change over.
fn take_one(
    ui: &mut Ui,
    area: Rect,
    row: &Row,
    comparison: &Comparison,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let (Some(into), Some(pick)) = (comparison.into(), &row.pick) else { return };
    // From the plan that is shown to a later one a change is taken over; the other
    // way it is taken back.
    let (word, here) = match into {
        End::From => ("take-over", &comparison.from),
        End::To => ("take-back", &comparison.to),
    };
    let area = area.shrink2(vec2(6.0, 1.0));
    let layout = Layout::right_to_left(Align::Center);
    let mut end = ui.new_child(UiBuilder::new().max_rect(area).layout(layout));
    let hint = view.words.fill("take-hint", &[("here", version_name(here, view).into())]);
    let button = end.small_button(view.words.text(word)).on_hover_text(hint);
    let label = view.words.fill(
        "take-of",
        &[("take", view.words.text(word).into()), ("item", row.name.as_str().into())],
    );
    name_button(&button, &label);
    if button.clicked() {
        let taken = CompareAction::TakeOver(Some(pick.clone()), row.name.clone());
        actions.push(Action::Compare(taken));
    }
}
