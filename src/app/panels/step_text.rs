//! What a step of the journal did, in words.

use crate::app::action::{FormStep, StepLabel};
use crate::app::steps::{Step, Where};
use crate::app::view::View;
use crate::file::form;
use crate::i18n::Names;
use crate::plan::Id;

/// `dates de « Fermeture de Ber »`, and in which branch.
pub fn step_text(step: &Step, view: &View) -> String {
    let words = view.words;
    let what = what(step, view);
    match &step.place {
        Where::Branch(id) => {
            let branch = Names::new(view.whole, words.lang()).item(id);
            words.fill("step-in-branch", &[("step", what.into()), ("branch", branch.into())])
        }
        Where::Plan | Where::Whole => what,
    }
}

fn what(step: &Step, view: &View) -> String {
    let words = view.words;
    let item = |id: &Id| ("item", name(id, step, view).into());
    match &step.label {
        StepLabel::Dates(id) => words.fill("step-dates", &[item(id)]),
        StepLabel::Rename(id) => words.fill("step-rename", &[item(id)]),
        StepLabel::Actual(id) => words.fill("step-actual", &[item(id)]),
        StepLabel::Closing(id) => words.fill("step-closing", &[item(id)]),
        StepLabel::Rating(id) => words.fill("step-rating", &[item(id)]),
        StepLabel::Link { message, item: id } => words.fill(message, &[item(id)]),
        StepLabel::Form(form) => form_step(form, step, view),
        StepLabel::Rows { message, count } => words.fill(message, &[("count", (*count).into())]),
        StepLabel::Chapter { message, title } => {
            words.fill(message, &[("item", title.as_str().into())])
        }
        StepLabel::Named { message, name } => {
            words.fill(message, &[("name", name.as_str().into())])
        }
    }
}

/// What an item is called now; where it is gone, what it was called then.
fn name(id: &Id, step: &Step, view: &View) -> String {
    let then = step.name.as_ref().filter(|_| view.plan.kind_of(id).is_none());
    then.map_or_else(
        || view.names().item(id),
        |name| name.in_language(view.words.lang().tag()).to_owned(),
    )
}

fn form_step(form: &FormStep, step: &Step, view: &View) -> String {
    let words = view.words;
    let member = |record: &str, member: &str| ("member", words.member(record, member).into());
    let item = |name: &str| ("item", name.to_owned().into());
    match form {
        FormStep::Member { item: id, member: of } => {
            let record = view.plan.kind_of(id).map_or("", form::kind_name);
            words.fill("step-member", &[member(record, of), item(&name(id, step, view))])
        }
        FormStep::Header { member: name } => words.fill("step-header", &[member("header", name)]),
        FormStep::Several { count, record, member: name } => {
            words.fill("step-several", &[member(record, name), ("count", (*count).into())])
        }
        FormStep::Add { name } => words.fill("step-add", &[item(name)]),
        FormStep::Duplicate { name } => words.fill("step-duplicate", &[item(name)]),
        FormStep::Remove { name } => words.fill("step-remove", &[item(name)]),
        FormStep::RemoveSeveral { count } => {
            words.fill("step-remove-several", &[("count", (*count).into())])
        }
    }
}
