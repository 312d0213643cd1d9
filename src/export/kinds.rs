//! What people choose between when they export, and what each choice leaves open.

/// Something that is exported for a purpose, in one of several formats.
#[derive(Debug)]
pub struct Kind {
    /// Names it: the message `export-kind-WORD`.
    pub word: &'static str,
    /// The endings of its formats, the usual one first.
    pub endings: &'static [&'static str],
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
}

use Ask::{Film, Furniture, Lang, Moment, Problems, Size, Table, Theme, Track, View};

/// All kinds, in the order in which they are offered. A new one is a line here, and
/// its words in `export_window.ftl`.
pub const KINDS: &[Kind] = &[
    Kind {
        word: "picture",
        endings: &["png", "svg"],
        asks: &[Moment, View, Track, Lang, Theme, Problems, Furniture, Size],
    },
    Kind {
        word: "film",
        endings: &["mp4", "gif", "apng", "frames"],
        asks: &[Film, View, Track, Lang, Theme, Problems, Furniture, Size],
    },
    Kind { word: "table", endings: &["csv"], asks: &[Table, Track, Lang] },
    Kind { word: "map-data", endings: &["geojson"], asks: &[Moment, Track, Lang] },
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
