//! Dates of the command line.

use super::output::Fault;
use crate::calendar::{DateSpan, Day, Moment, TypedContext, TypedDateError, read_typed};
use crate::i18n::{Lang, words};
use crate::plan::{Phase, Plan};

/// A date (its close), a date and time, or a date as planners type it; `+7d`
/// counts from the first day of the plan. `option` is what it was given with.
pub fn moment(option: &str, text: &str, plan: &Plan, lang: Lang) -> Result<Moment, Fault> {
    if let Ok(moment) = text.trim().parse() {
        return Ok(moment);
    }
    let horizon = plan.horizon();
    let context = TypedContext { from: horizon.start(), d_day: plan.d_day(), horizon };
    typed(option, text, context, lang).map(Moment::close_of)
}

/// A date as planners type it, given with an option such as `--from`.
pub fn typed(option: &str, text: &str, context: TypedContext, lang: Lang) -> Result<Day, Fault> {
    read_typed(text, context).map_err(|error| {
        let message = match error {
            TypedDateError::NotUnderstood => "cli-bad-date",
            TypedDateError::NoSuchDay => "cli-no-such-day",
        };
        let args = [("option", option.to_owned().into()), ("text", text.to_owned().into())];
        Fault::line(words(lang).fill(message, &args))
    })
}

/// The close of the last day of a phase.
pub fn end_of_phase(id: &str, plan: &Plan, lang: Lang) -> Result<Moment, Fault> {
    let end = phase_of(id, plan, lang)?.span.end.map(Moment::close_of);
    end.ok_or_else(|| undated(id, lang))
}

/// The days of a phase with both of its ends.
pub fn phase(id: &str, plan: &Plan, lang: Lang) -> Result<DateSpan, Fault> {
    phase_of(id, plan, lang)?.span.closed().ok_or_else(|| undated(id, lang))
}

fn phase_of<'a>(id: &str, plan: &'a Plan, lang: Lang) -> Result<&'a Phase, Fault> {
    let phase = plan.phases().iter().find(|phase| phase.id.as_str() == id);
    phase.map(|phase| &**phase).ok_or_else(|| {
        let known: Vec<&str> = plan.phases().iter().map(|phase| phase.id.as_str()).collect();
        let args = [("phase", id.into()), ("known", known.join(", ").into())];
        Fault::line(words(lang).fill("cli-no-such-phase", &args))
    })
}

fn undated(id: &str, lang: Lang) -> Fault {
    Fault::line(words(lang).fill("cli-undated-phase", &[("phase", id.into())]))
}
