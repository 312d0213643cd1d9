//! What is selected: name, dates, basis and quotes, and what can be changed.

pub mod basis;
mod dated;
mod form;
mod groups;
mod layer;
mod margins;
mod problems;
mod site;
mod tracked;

use eframe::egui::{RichText, ScrollArea, Ui};

use self::form::{Form, Subject};
use crate::app::action::{Action, FormAction, SelectHow};
use crate::app::panels::units;
use crate::app::view::View;
use crate::file::form as form_of;
use crate::plan::{Id, Item, Kind, Plan};

pub fn show(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let mut selected = view.state.selected.iter();
        match (selected.next(), selected.next()) {
            (None, _) => plan_overview(ui, view.plan, view, actions),
            (Some(id), None) => match view.plan.item(id) {
                Some(item) => {
                    problems::show(ui, id, view, actions);
                    item_details(ui, &item, view, actions);
                }
                None => plan_overview(ui, view.plan, view, actions),
            },
            (Some(_), Some(_)) => several(ui, view, actions),
        }
    });
}

/// Nothing is selected: what the plan is about.
fn plan_overview(ui: &mut Ui, plan: &Plan, view: &View, actions: &mut Vec<Action>) {
    ui.heading(plan.header().title.in_language(view.words.lang().tag()));
    ui.label(RichText::new(view.words.text("inspector-hint")).weak());
    let mut form = Form::new(view, actions);
    form.show(ui, &Subject::header(plan.header()), &[]);
    section(ui, &view.words.text("objectives"));
    for objective in plan.objectives().iter() {
        link(ui, &objective.id, view, actions);
    }
    add_button(ui, Kind::Objective, view, actions);
    section(ui, &view.words.text("sources"));
    for source in plan.sources().iter() {
        link(ui, &source.id, view, actions);
    }
    add_button(ui, Kind::Source, view, actions);
}

fn several(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    /// More links than this are of no use to anyone.
    const MOST: usize = 12;
    let count = view.state.selected.len();
    ui.heading(view.words.fill("selected-count", &[("count", count.into())]));
    for id in view.state.selected.iter().take(MOST) {
        link(ui, id, view, actions);
    }
    if count > MOST {
        ui.weak(view.words.fill("remove-more", &[("count", (count - MOST).into())]));
    }
    let subject = Subject::of_selection(ui, view);
    Form::new(view, actions).show(ui, &subject, &[]);
}

fn item_details(ui: &mut Ui, item: &Item, view: &View, actions: &mut Vec<Action>) {
    let skip = match item {
        Item::Site(site) => {
            site::show(ui, site, view, actions);
            &["basis"][..]
        }
        Item::Activity(_) | Item::Movement(_) => {
            if let Some(timing) = item.timing() {
                dated::show(ui, item, timing, view, actions);
                margins::show(ui, item.id(), view);
            }
            &["basis", "name", "planned", "actual"]
        }
        Item::Unit(unit) => {
            heading(ui, &view.names().of(item), &kind_word(item, view), |ui| {
                units::sign(ui, &units::sign_of(unit, view), view);
            });
            &["basis"]
        }
        other => {
            heading(ui, &view.names().of(other), &kind_word(other, view), |_| {});
            if let Item::Layer(own) = other {
                layer::show(ui, own, view, actions);
            }
            &["basis"]
        }
    };
    let subject = Subject::item(item);
    let mut form = Form::new(view, actions);
    form.show(ui, &subject, skip);
    if let Item::Site(site) = item {
        site::happenings(ui, site, view, form.actions);
    }
    if let Some(basis) = item.basis() {
        basis::show(ui, &mut form, &subject, basis);
    }
}

/// What an item is: `limite · échéance`.
fn kind_word(item: &Item, view: &View) -> String {
    let words = view.words;
    let kind = words.text(&format!("kind-{}", form_of::kind_name(item.kind())));
    let of = match item {
        Item::Unit(unit) => words.word("unit-kind", unit.kind.as_word()),
        Item::Event(event) => words.word("event-kind", event.kind.as_word()),
        Item::Limit(limit) => words.word("limit-kind", limit.kind.as_word()),
        Item::Restriction(it) => words.word("restriction-kind", it.kind.as_word()),
        _ => return kind,
    };
    format!("{kind} · {of}")
}

/// What adds an item of a kind.
pub fn add_button(ui: &mut Ui, kind: Kind, view: &View, actions: &mut Vec<Action>) {
    let name = view.words.text(&format!("action-add-{}", form_of::kind_name(kind)));
    if ui.small_button(name).clicked() {
        actions.push(Action::Form(FormAction::Add(kind)));
    }
}

/// The name of an item behind what stands `before` it, and below it what it is.
fn heading(ui: &mut Ui, name: &str, kind: &str, before: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        before(ui);
        ui.heading(name);
    });
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
        let width = 112.0;
        let start = ui.cursor().min.x;
        ui.label(RichText::new(name).weak());
        let used = ui.cursor().min.x - start;
        ui.add_space((width - used).max(0.0));
        value(ui);
    });
}

/// A name that selects its item.
pub fn link(ui: &mut Ui, id: &Id, view: &View, actions: &mut Vec<Action>) {
    if ui.link(view.names().item(id)).clicked() {
        actions.push(Action::Select(id.clone(), SelectHow::Only));
    }
}
