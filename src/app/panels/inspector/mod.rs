//! What is selected: name, dates, basis and quotes, and what can be changed.

pub mod basis;
mod dated;
mod site;

use eframe::egui::{RichText, ScrollArea, Ui};

use crate::app::action::{Action, SelectHow};
use crate::app::view::View;
use crate::i18n::{date_long, number};
use crate::plan::{Id, Item, Plan, Unit};

pub use dated::planned_start;

pub fn show(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let mut selected = view.state.selected.iter();
        match (selected.next(), selected.next()) {
            (None, _) => plan_overview(ui, view.plan, view, actions),
            (Some(id), None) => match view.plan.item(id) {
                Some(item) => item_details(ui, &item, view, actions),
                None => plan_overview(ui, view.plan, view, actions),
            },
            (Some(_), Some(_)) => several(ui, view, actions),
        }
    });
}

/// Nothing is selected: what the plan is about.
fn plan_overview(ui: &mut Ui, plan: &Plan, view: &View, actions: &mut Vec<Action>) {
    let tag = view.words.lang().tag();
    ui.heading(plan.header().title.in_language(tag));
    ui.label(RichText::new(view.words.text("inspector-hint")).weak());
    if !plan.objectives().is_empty() {
        section(ui, &view.words.text("objectives"));
        for objective in plan.objectives().iter() {
            ui.label(format!("• {}", objective.name.in_language(tag)));
        }
    }
    if !plan.sources().is_empty() {
        section(ui, &view.words.text("sources"));
        for source in plan.sources().iter() {
            link(ui, &source.id, view, actions);
        }
    }
}

fn several(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let count = view.state.selected.len();
    ui.heading(view.words.fill("selected-count", &[("count", count.into())]));
    for id in &view.state.selected {
        link(ui, id, view, actions);
    }
}

fn item_details(ui: &mut Ui, item: &Item, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    match item {
        Item::Site(site) => site::show(ui, site, view, actions),
        Item::Activity(activity) => {
            dated::show(ui, item, &activity.timing, view, actions);
            if let Some(site) = &activity.site {
                row(ui, &words.text("field-site"), |ui| link(ui, site, view, actions));
            }
            if let Some(to) = &activity.to {
                row(ui, &words.text("field-recipient"), |ui| {
                    ui.label(to.in_language(words.lang().tag()));
                });
            }
            basis::show(ui, &activity.basis, view);
        }
        Item::Movement(movement) => {
            dated::show(ui, item, &movement.timing, view, actions);
            dated::movement(ui, movement, view, actions);
            basis::show(ui, &movement.basis, view);
        }
        Item::Unit(unit) => {
            unit_details(ui, unit, view, actions);
            basis::show(ui, &unit.basis, view);
        }
        Item::Phase(phase) => {
            heading(ui, &view.names().of(item), &words.text("kind-phase"));
            ui.label(view.names().span_with_year(phase.span));
            basis::show(ui, &phase.basis, view);
        }
        Item::Event(event) => {
            heading(ui, &view.names().of(item), &words.word("event-kind", event.kind.as_word()));
            if let Some(date) = event.date {
                ui.label(date_long(date, words.lang()));
            }
            basis::show(ui, &event.basis, view);
        }
        Item::Limit(limit) => {
            heading(ui, &view.names().of(item), &words.word("limit-kind", limit.kind.as_word()));
            if let Some(date) = limit.date {
                ui.label(date_long(date, words.lang()));
            }
            basis::show(ui, &limit.basis, view);
        }
        Item::Source(source) => {
            heading(ui, &view.names().of(item), &words.text("kind-source"));
            ui.label(source.title.in_language(words.lang().tag()));
            if let Some(url) = &source.url {
                ui.small(url);
            }
        }
        other => heading(ui, &view.names().of(other), &words.word("list", other.kind().list())),
    }
}

fn unit_details(ui: &mut Ui, unit: &Unit, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    let category = words.word("category", unit.category.as_word());
    let kind = words.word("unit-kind", unit.kind.as_word());
    heading(ui, &view.names().item(&unit.id), &format!("{category} · {kind}"));
    row(ui, &words.text("field-people"), |ui| {
        ui.label(number(unit.personnel as i64, words.lang()));
    });
    for (kind, count) in &unit.materiel {
        row(ui, &words.word("materiel", kind), |ui| {
            ui.label(number(*count as i64, words.lang()));
        });
    }
    if let Some(contributor) = &unit.contributor {
        row(ui, &words.text("field-contributor"), |ui| {
            ui.label(contributor);
        });
    }
    if let Some(site) = &unit.site {
        row(ui, &words.text("field-site"), |ui| link(ui, site, view, actions));
    }
}

/// The name of an item, and below it what it is.
pub(super) fn heading(ui: &mut Ui, name: &str, kind: &str) {
    ui.heading(name);
    ui.label(RichText::new(kind).weak());
    ui.add_space(4.0);
}

pub(super) fn section(ui: &mut Ui, name: &str) {
    ui.add_space(10.0);
    ui.label(RichText::new(name).strong());
}

/// A name at the left, a value beside it.
pub(super) fn row(ui: &mut Ui, name: &str, value: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        let width = 92.0;
        let start = ui.cursor().min.x;
        ui.label(RichText::new(name).weak());
        let used = ui.cursor().min.x - start;
        ui.add_space((width - used).max(0.0));
        value(ui);
    });
}

/// A name that selects its item.
pub(super) fn link(ui: &mut Ui, id: &Id, view: &View, actions: &mut Vec<Action>) {
    if ui.link(view.names().item(id)).clicked() {
        actions.push(Action::Select(id.clone(), SelectHow::Only));
    }
}
