//! `decamp export`: pictures, tables and map layers.

use super::args::Export;
use super::output::{Fault, Report};
use super::{open, progress, when};
use crate::calendar::Moment;
use crate::draw::Furniture;
use crate::export::{self, Format, Request};
use crate::i18n::{Lang, words};
use crate::job::Outcome;

pub fn run(args: &Export, lang: Lang) -> Result<Report, Fault> {
    let format = Format::of_path(&args.to);
    if args.table.is_some() && format.is_some_and(|format| format.ending != "csv") {
        let file = args.to.display().to_string();
        let message = words(lang).fill("cli-table-without-csv", &[("file", file.into())]);
        return Err(Fault::line(message));
    }
    let ready = open::ready(&args.plan.source, lang)?;
    let moment = match (&args.at, &args.phase) {
        (Some(at), _) => when::moment(at, &ready.plan, lang)?,
        (None, Some(phase)) => when::end_of_phase(phase, &ready.plan, lang)?,
        (None, None) => Moment::close_of(ready.plan.horizon().start()),
    };
    let request = Request {
        plan: ready.plan,
        schedule: ready.schedule,
        routes: ready.routes,
        theatre: ready.theatre,
        track: args.track.track,
        moment,
        camera: None,
        size: args.size,
        scale: args.scale,
        theme: args.theme,
        lang,
        furniture: Furniture::ALL,
        table: args.table,
    };
    match progress::follow(export::start(&args.to, request)) {
        Outcome::Done(Ok(())) => Ok(Report::done(String::new())),
        Outcome::Done(Err(error)) => Err(Fault::line(export::error_message(&error, lang))),
        Outcome::Panicked(message) => {
            Err(Fault::line(export::panic_message(&args.to, &message, lang)))
        }
    }
}
