//! What a picture is of: the map alone, a sheet, a briefing pack.

use super::{ExportFault, Format, KINDS, Request};

/// What a file of pictures shows. Formats that are no pictures, such as tables, know
/// no others than the first.
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

impl Form {
    pub const ALL: [Form; 3] = [Form::Picture, Form::Sheet, Form::Pack];

    pub fn as_word(self) -> &'static str {
        match self {
            Form::Picture => "picture",
            Form::Sheet => "sheet",
            Form::Pack => "pack",
        }
    }

    /// The endings of the formats that can hold this.
    pub fn endings(self) -> impl Iterator<Item = &'static str> {
        let kinds = KINDS.iter().filter(move |kind| kind.form == self);
        kinds.flat_map(|kind| kind.endings).copied()
    }

    /// Whether the problems of the plan are listed in it, whether or not a map marks
    /// them.
    pub fn lists_problems(self) -> bool {
        self == Form::Pack
    }
}

/// Whether a format can hold what is asked for.
pub fn check(request: &Request, format: &Format) -> Result<(), ExportFault> {
    match request.form.endings().any(|ending| ending == format.ending) {
        true => Ok(()),
        false => Err(ExportFault::FormOfFile { form: request.form }),
    }
}
