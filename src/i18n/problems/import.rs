//! Words for why no plan can be made of somebody's files.

use super::values::word;
use crate::i18n::{Lang, words};
use crate::import::geojson::ImportFault;

/// In one line, with what to do about it.
pub fn import_fault(fault: &ImportFault, lang: Lang) -> String {
    let words = words(lang);
    match fault {
        ImportFault::NotAPoint { file, feature } => {
            let args = [("file", word(file).into()), ("feature", (*feature).into())];
            words.fill("import-not-a-point", &args)
        }
        ImportFault::NotAnArea { file, feature } => {
            let args = [("file", word(file).into()), ("feature", (*feature).into())];
            words.fill("import-not-an-area", &args)
        }
        ImportFault::NoSuchProperty { file, property, known } => {
            let args = [
                ("file", word(file).into()),
                ("property", word(property).into()),
                ("known", known.join(", ").into()),
            ];
            words.fill("import-no-such-property", &args)
        }
        ImportFault::NoSites { file } => {
            words.fill("import-no-sites", &[("file", word(file).into())])
        }
    }
}
