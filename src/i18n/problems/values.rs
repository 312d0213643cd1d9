//! Figures, sizes, lists and other people's texts, as they stand in a message.

use crate::i18n::numbers::decimal;
use crate::i18n::{Lang, words};

/// The longest text of a file that a message repeats, in characters.
const MAX_QUOTED: usize = 80;

/// At most so many names are listed; the others are counted.
const MAX_NAMES: usize = 4;

/// A text from outside, on one line: characters that break or turn it replaced,
/// and cut where it is too long to be read.
pub(super) fn one_line(text: &str, max_chars: usize) -> String {
    let turns = |c: char| matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let shown = |c: char| if c.is_control() || turns(c) { '\u{fffd}' } else { c };
    let mut chars = text.chars().map(shown);
    let mut line: String = chars.by_ref().take(max_chars).collect();
    if chars.next().is_some() {
        line.push('…');
    }
    line
}

/// A word or id of a file, short enough to stand within a message.
pub(super) fn word(text: &str) -> String {
    one_line(text, MAX_QUOTED)
}

/// A number of bytes in the largest unit of which there is at least one, rounded
/// to a tenth below ten: `64 MiB`, in French `64 Mio`.
pub(super) fn size(bytes: u64, lang: Lang) -> String {
    let words = words(lang);
    if bytes < 1024 {
        return words.fill("size-bytes", &[("count", bytes.into())]);
    }
    let mut value = bytes as f64 / 1024.0;
    let mut unit = "size-kib";
    for larger in ["size-mib", "size-gib", "size-tib"] {
        if value < 1024.0 {
            break;
        }
        value /= 1024.0;
        unit = larger;
    }
    let rounded = if value < 10.0 { (value * 10.0).round() / 10.0 } else { value.round() };
    words.fill(unit, &[("size", decimal(rounded, lang).into())])
}

/// `A, B et C`.
pub(super) fn listed(parts: &[String], lang: Lang) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => {
            let first = first.join(", ");
            let args = [("first", first.into()), ("last", last.as_str().into())];
            words(lang).fill("list-and", &args)
        }
    }
}

/// `« A », « B » et « C »`; of many names the first ones and how many more.
pub(super) fn names_listed(names: &[String], lang: Lang) -> String {
    let words = words(lang);
    let quoted = |name: &String| words.fill("list-name", &[("name", name.as_str().into())]);
    // Counting a single one takes as much room as its name.
    let shown = if names.len() > MAX_NAMES { MAX_NAMES - 1 } else { names.len() };
    let mut parts: Vec<String> = names[..shown].iter().map(quoted).collect();
    if shown < names.len() {
        parts.push(words.fill("list-more", &[("count", (names.len() - shown).into())]));
    }
    listed(&parts, lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_sizes() {
        for (bytes, fr, en) in [
            (1, "1\u{a0}octet", "1 byte"),
            (1000, "1\u{202f}000\u{a0}octets", "1,000 bytes"),
            (1536, "1,5\u{a0}Kio", "1.5 KiB"),
            (64 << 20, "64\u{a0}Mio", "64 MiB"),
            (1 << 30, "1\u{a0}Gio", "1 GiB"),
            (5000 << 40, "5\u{202f}000\u{a0}Tio", "5,000 TiB"),
        ] {
            assert_eq!(size(bytes, Lang::Fr), fr);
            assert_eq!(size(bytes, Lang::En), en);
        }
    }

    #[test]
    fn lists_a_few_names_and_counts_the_rest() {
        let names = |n: usize| ["A", "B", "C", "D", "E"][..n].iter().map(|s| s.to_string());
        for (n, expect) in [
            (0, ""),
            (1, "“A”"),
            (2, "“A” and “B”"),
            (4, "“A”, “B”, “C” and “D”"),
            (5, "“A”, “B”, “C” and 2 others"),
        ] {
            assert_eq!(names_listed(&names(n).collect::<Vec<_>>(), Lang::En), expect);
        }
    }

    #[test]
    fn keeps_texts_from_outside_on_one_line() {
        assert_eq!(one_line("a\nb", 9), "a\u{fffd}b");
        assert_eq!(one_line("gao\u{202e}pmaced", 9), "gao\u{fffd}pmace…");
        assert_eq!(one_line("abcdé", 5), "abcdé");
        assert_eq!(one_line("abcdéf", 5), "abcdé…");
    }
}
