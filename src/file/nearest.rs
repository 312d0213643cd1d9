//! The word somebody probably meant.

/// More than two slips make another word.
const MAX_SLIPS: usize = 2;

/// The candidate that differs by the fewest slips, of at most two: a letter too
/// many, missing, wrong, or two exchanged. The first one of several.
/// A word must be longer than the slips it is forgiven.
pub(super) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let word: Vec<char> = word.chars().take(64).collect();
    let slips =
        candidates.into_iter().filter_map(|candidate| Some((slips(&word, candidate)?, candidate)));
    // `min_by_key` gives the first of several.
    slips
        .filter(|(slips, _)| *slips < word.len())
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, word)| word)
}

/// The optimal string alignment distance, where it is at most [`MAX_SLIPS`].
fn slips(word: &[char], other: &str) -> Option<usize> {
    // Bytes are no fewer than characters: most candidates need no more than this.
    if other.len() + MAX_SLIPS < word.len() {
        return None;
    }
    let other: Vec<char> = other.chars().take(word.len() + MAX_SLIPS + 1).collect();
    if other.len().abs_diff(word.len()) > MAX_SLIPS {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for i in 1..=word.len() {
        let mut row = vec![i];
        for j in 1..=other.len() {
            let wrong = usize::from(word[i - 1] != other[j - 1]);
            let mut least = (last[j - 1] + wrong).min(last[j] + 1).min(row[j - 1] + 1);
            let exchanged =
                i > 1 && j > 1 && word[i - 1] == other[j - 2] && word[i - 2] == other[j - 1];
            if exchanged {
                least = least.min(before[j - 2] + 1);
            }
            row.push(least);
        }
        if row.iter().all(|slips| *slips > MAX_SLIPS) {
            return None;
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|slips| *slips <= MAX_SLIPS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_word_that_was_meant() {
        let known = ["gao", "ber", "bamako", "tombouctou"];
        for (word, expect) in [
            ("gaoo", Some("gao")),
            ("gao", Some("gao")),
            ("abmako", Some("bamako")),
            ("tombuctu", Some("tombouctou")),
            ("tombukto", None),
            ("kidal", None),
            ("ga", Some("gao")),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, known), expect, "{word:?}");
        }
    }
}
