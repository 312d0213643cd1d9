//! `decamp export`: pictures, tables and map layers.

use std::sync::Arc;

use super::args::Export;
use super::output::{Fault, Report};
use super::{open, progress, sides, when};
use crate::calendar::{DateSpan, Moment};
use crate::draw::Furniture;
use crate::export::{self, FilmOptions, Format, Paper, Request, Table};
use crate::film::Script;
use crate::geo::{Camera, ViewSize};
use crate::i18n::{Lang, words};
use crate::job::Outcome;
use crate::plan::Plan;

pub fn run(args: &Export, lang: Lang) -> Result<Report, Fault> {
    let format = Format::of_path(&args.to);
    if args.table.is_some() && format.is_some_and(|format| format.ending != "csv") {
        let file = args.to.display().to_string();
        let message = words(lang).fill("cli-table-without-csv", &[("file", file.into())]);
        return Err(Fault::line(message));
    }
    if args.baseline.is_some() && args.table != Some(Table::Slips) {
        return Err(Fault::line(words(lang).text("cli-baseline-without-slips")));
    }
    let ready = open::ready(&args.plan.source, lang)?;
    let baseline = match (args.table, &args.baseline) {
        (Some(Table::Slips), name) => {
            Some(sides::baseline(&args.plan.source, &ready.plan, name.as_deref(), lang)?)
        }
        _ => None,
    };
    let baseline = baseline.map(|baseline| baseline.id.clone());
    let moment = match (&args.at, &args.phase) {
        (Some(at), _) => when::moment("--at", at, &ready.plan, lang)?,
        (None, Some(phase)) => when::end_of_phase(phase, &ready.plan, lang)?,
        (None, None) => Moment::close_of(ready.plan.horizon().start()),
    };
    let wanted = args.problems || args.kind.lists_problems();
    let problems = wanted.then(|| Arc::new(ready.problems(args.track.track)));
    let film = FilmOptions {
        script: script(args, &ready.plan, lang)?,
        frames_per_second: args.fps,
        days_per_second: args.days_per_second,
    };
    let request = Request {
        plan: ready.plan,
        schedule: ready.schedule,
        routes: ready.routes,
        theatre: ready.theatre,
        track: args.track.track,
        moment,
        form: args.kind,
        paper: Paper { size: args.paper, portrait: args.portrait },
        camera: args
            .bounds
            .map(|bounds| Camera::fitting(bounds, ViewSize::new(args.size.0, args.size.1), 0.0)),
        size: args.size,
        scale: args.scale,
        theme: args.theme,
        layers: None,
        lang,
        furniture: Furniture::ALL,
        problems,
        table: args.table,
        baseline,
        film,
    };
    match progress::follow(export::start(&args.to, request)) {
        Outcome::Done(Ok(())) => Ok(Report::done(String::new())),
        Outcome::Done(Err(error)) => Err(Fault::line(export::error_message(&error, lang))),
        Outcome::Panicked(message) => {
            Err(Fault::line(export::panic_message(&args.to, &message, lang)))
        }
    }
}

/// What a film shows: the days asked for, those of a phase, or else the chapters.
fn script(args: &Export, plan: &Plan, lang: Lang) -> Result<Script, Fault> {
    let day = |option: &str, text: &Option<String>| {
        let moment = text.as_ref().map(|text| when::moment(option, text, plan, lang));
        moment.transpose().map(|moment| moment.map(Moment::day))
    };
    let (from, until) = (day("--from", &args.from)?, day("--until", &args.until)?);
    if from.is_some() || until.is_some() {
        let horizon = plan.horizon();
        let (from, until) = (from.unwrap_or(horizon.start()), until.unwrap_or(horizon.end()));
        let days = DateSpan::new(from, until).ok_or_else(|| {
            let args = [("from", from.to_string().into()), ("until", until.to_string().into())];
            Fault::line(words(lang).fill("cli-from-after-until", &args))
        })?;
        return Ok(Script::Span(days));
    }
    match &args.phase {
        Some(phase) => when::phase(phase, plan, lang).map(Script::Span),
        None => Ok(Script::Chapters),
    }
}
