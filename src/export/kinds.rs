//! What people choose between when they export, and what each choice leaves open.

/// Something that is exported for a purpose, in one of several formats.
#[derive(Debug)]
pub struct Kind {
    /// Names it: the message `export-kind-WORD`.
    pub word: &'static str,
    /// The endings of its formats, the usual one first.
    pub endings: &'static [&'static str],
    /// What it is of, where formats can hold several.
    pub form: Form,
    pub asks: &'static [Ask],
}

/// A question that an export has to have answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// At which moment?
    Moment,
    /// What the window shows of the map, or all of the theatre?
    View,
    Track,
    Lang,
    Theme,
    /// With the marks of problems?
    Problems,
    Furniture,
    /// How large?
    Size,
    /// Which days, how fast?
    Film,
    /// Which table?
    Table,
    /// Which paper?
    Paper,
}

use super::Form;
use Ask::{Film, Furniture, Lang, Moment, Paper, Problems, Size, Table, Theme, Track, View};

/// All kinds, in the order in which they are offered. A new one is a line here, and
/// its words in `export_window.ftl`.
pub const KINDS: &[Kind] = &[
    Kind {
        word: "picture",
        endings: &["png", "svg", "pdf"],
        form: Form::Picture,
        asks: &[Moment, View, Track, Lang, Theme, Problems, Furniture, Size],
    },
    Kind {
        word: "film",
        endings: &["mp4", "gif", "apng", "frames"],
        form: Form::Picture,
        asks: &[Film, View, Track, Lang, Theme, Problems, Furniture, Size],
    },
    Kind {
        word: "sheet",
        endings: &["pdf", "png", "svg"],
        form: Form::Sheet,
        asks: &[Moment, View, Track, Lang, Theme, Paper],
    },
    Kind {
        word: "pack",
        endings: &["pdf"],
        form: Form::Pack,
        asks: &[Moment, Track, Lang, Theme, Paper],
    },
    Kind { word: "page", endings: &["html"], form: Form::Picture, asks: &[Track, Lang] },
    Kind { word: "slides", endings: &["pptx"], form: Form::Picture, asks: &[Track, Lang, Theme] },
    Kind { word: "table", endings: &["csv"], form: Form::Picture, asks: &[Table, Track, Lang] },
    Kind {
        word: "map-data",
        endings: &["geojson"],
        form: Form::Picture,
        asks: &[Moment, Track, Lang],
    },
];

impl Kind {
    /// The first kind that has a format with this ending.
    pub fn of_ending(ending: &str) -> Option<&'static Kind> {
        KINDS.iter().find(|kind| kind.endings.contains(&ending))
    }

    pub fn asks(&self, ask: Ask) -> bool {
        self.asks.contains(&ask)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::ENDINGS;
    use crate::i18n::{Lang, words};

    #[test]
    fn every_format_belongs_to_a_kind_and_has_words() {
        for ending in ENDINGS {
            assert!(Kind::of_ending(ending).is_some(), "{ending}");
        }
        for kind in KINDS {
            for lang in Lang::ALL {
                assert!(words(lang).has(&format!("export-kind-{}", kind.word)), "{}", kind.word);
                for ending in kind.endings {
                    assert!(ENDINGS.contains(ending), "{ending}");
                    assert!(words(lang).has(&format!("export-format-{ending}")), "{ending}");
                }
            }
        }
    }
}
