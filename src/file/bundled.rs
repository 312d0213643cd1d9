//! Plans that come with the program, and the empty one.

use super::{Opened, read};
use crate::calendar::{Day, Span};
use crate::plan::{Header, Plan};

/// The bundled plans by name, the first being the one that opens by default.
pub const BUNDLED: &[(&str, &str)] =
    &[("minusma-2023", include_str!("../../assets/plans/minusma-2023.decamp"))];

/// The texts of the documents that bundled plans quote, by the name in `file` of
/// a source.
const SOURCES: &[(&str, &str)] = &[
    ("S-2023-611.fr.txt", include_str!("../../assets/sources/S-2023-611.fr.txt")),
    ("S-RES-2531-2020.fr.txt", include_str!("../../assets/sources/S-RES-2531-2020.fr.txt")),
];

/// The bundled plan of a name.
pub fn bundled(name: &str) -> Option<Opened> {
    let (_, text) = BUNDLED.iter().find(|(known, _)| *known == name)?;
    Some(read(text.as_bytes()).expect("tests read the bundled plans"))
}

/// The plan that opens by default, and its name.
pub fn bundled_plan() -> (&'static str, Opened) {
    let name = BUNDLED[0].0;
    (name, bundled(name).expect("it is the first of the list"))
}

/// The text of a document that a bundled plan quotes.
pub fn bundled_source(file: &str) -> Option<&'static str> {
    SOURCES.iter().find(|(known, _)| *known == file).map(|(_, text)| *text)
}

/// A plan without anything in it, on the map of the world, for a year from a day.
pub fn empty_plan(from: Day) -> Plan {
    let horizon = Span::new(Some(from), Some(from + 364));
    let header = Header { theatre: "world".into(), horizon, ..Header::default() };
    Plan::from_parts(header, []).expect("nothing is twice in nothing")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bundled_plans_are_read_without_a_note() {
        for (name, text) in BUNDLED {
            let opened = read(text.as_bytes()).unwrap_or_else(|problems| panic!("{problems:#?}"));
            assert_eq!(opened.notes, [], "{name}");
            let sources = opened.plan.sources().iter().filter_map(|s| s.file.as_deref());
            for file in sources {
                assert!(bundled_source(file).is_some(), "{file}");
            }
        }
    }
}
