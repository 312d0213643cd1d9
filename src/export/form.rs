//! What a picture is of: the map alone, a sheet, a briefing pack.

use super::{ExportFault, Format, Request};

/// What a file of pictures shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// The map, in the size asked for.
    #[default]
    Picture,
    /// One page of paper with all that matters.
    Sheet,
    /// A page for each chapter, with tables and sources.
    Pack,
}

/// All forms by the word of the command line, with the endings of the formats that
/// can hold them. Formats that are no pictures, such as tables, know no others
/// than the first.
pub const FORMS: &[(&str, Form, &[&str])] = &[
    ("picture", Form::Picture, super::ENDINGS),
    ("sheet", Form::Sheet, &["pdf", "png", "svg"]),
    ("pack", Form::Pack, &["pdf"]),
];

impl Form {
    /// The endings of the formats that can hold this.
    pub fn endings(self) -> &'static [&'static str] {
        let row = FORMS.iter().find(|(_, form, _)| *form == self);
        row.expect("every form has its row").2
    }
}

/// Whether a format can hold what is asked for.
pub fn check(request: &Request, format: &Format) -> Result<(), ExportFault> {
    let endings = request.form.endings();
    match endings.contains(&format.ending) {
        true => Ok(()),
        false => Err(ExportFault::FormOfFile { endings }),
    }
}
