//! `decamp fmt`: a plan file in its canonical form.

use super::args::Fmt;
use super::open;
use super::output::{DONE, Fault, Report};
use crate::file;
use crate::i18n::{Lang, disk_error};

pub fn run(args: &Fmt, lang: Lang) -> Result<Report, Fault> {
    let source = &args.plan.source;
    let opened = open::plan(source, lang)?;
    file::save(&args.to, &opened.plan).map_err(|error| Fault::line(disk_error(&error, lang)))?;
    // Among them is what could not be kept.
    let notes = open::in_file(source, &opened.notes, lang);
    Ok(Report { text: String::new(), notes, status: DONE })
}
