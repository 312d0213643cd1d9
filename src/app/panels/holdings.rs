//! People and materiel in words, for cards and the inspector.

use crate::i18n::{Words, number};
use crate::schedule::Holdings;

/// Each category of people that is there, and how many, in words.
pub fn people(holdings: &Holdings, words: &Words) -> Vec<(String, String)> {
    let people = holdings.personnel;
    [("military", people.military), ("police", people.police), ("civilian", people.civilian)]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(category, count)| (words.word("category", category), written(count, words)))
        .collect()
}

/// Each kind of materiel that is there, and how much, in words.
pub fn materiel(holdings: &Holdings, words: &Words) -> Vec<(String, String)> {
    let present = holdings.materiel.iter().filter(|(_, count)| *count > 0);
    present.map(|(kind, count)| (words.word("materiel", kind), written(count, words))).collect()
}

fn written(count: u64, words: &Words) -> String {
    number(count as i64, words.lang())
}
