//! Words for what is wrong with the maps of a theatre.

use crate::i18n::Lang;
use crate::theatre::{TheatreError, TheatreNote};

/// Why a theatre cannot be used, and what to do about it, in one line.
pub fn theatre_error(error: &TheatreError, _lang: Lang) -> String {
    error.to_string()
}

/// What was put right or left out in a file of a theatre.
pub fn theatre_note(note: &TheatreNote, _lang: Lang) -> String {
    format!("{}: {:?}", note.file, note.kind)
}
