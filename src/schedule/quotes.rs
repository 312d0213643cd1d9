//! Whether a document says what is quoted from it.

use std::collections::{BTreeMap, HashMap};

use crate::plan::{Source, SourceId};

/// The texts of the sources of a plan, as far as they are at hand.
#[derive(Clone, Debug, Default)]
pub struct SourceTexts(BTreeMap<SourceId, SourceText>);

/// The text of a document, made comparable.
#[derive(Clone, Debug)]
pub struct SourceText {
    flowing: String,
    /// What was asked before: plans ask the same after each edit.
    answers: HashMap<String, bool>,
}

impl SourceTexts {
    pub fn of(texts: impl IntoIterator<Item = (Source, String)>) -> SourceTexts {
        let comparable = |(source, text): (Source, String)| {
            let symbol = source.symbol.as_deref();
            let text = SourceText::new(&text, symbol);
            (source.id, text)
        };
        SourceTexts(texts.into_iter().map(comparable).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a source says this; None where its text is not at hand.
    pub fn says(&mut self, source: &SourceId, quote: &str) -> Option<bool> {
        Some(self.0.get_mut(source)?.says(quote))
    }
}

impl SourceText {
    /// `symbol`: what stands at the head of each page, `S/2023/611`.
    pub fn new(text: &str, symbol: Option<&str>) -> SourceText {
        let flowing = flowing(text, symbol.unwrap_or_default());
        SourceText { flowing, answers: HashMap::new() }
    }

    /// Whether it has the words of a quote, whole and one after the other. What
    /// pages and setting add does not count, nor does which quotation marks or
    /// apostrophes are used. An ellipsis in brackets, `[…]`, leaves words out.
    pub fn says(&mut self, quote: &str) -> bool {
        if let Some(known) = self.answers.get(quote) {
            return *known;
        }
        let found = self.finds(quote);
        self.answers.insert(quote.to_owned(), found);
        found
    }

    fn finds(&self, quote: &str) -> bool {
        let quote = quote.replace("[...]", "[…]").replace("(…)", "[…]").replace("(...)", "[…]");
        let mut rest = self.flowing.as_str();
        let mut parts = quote.split("[…]").map(|part| flowing(part, "")).filter(|p| !p.is_empty());
        let Some(first) = parts.next() else { return false };
        std::iter::once(first).chain(parts).all(|part| match find_words(rest, &part) {
            Some(end) => {
                rest = &rest[end..];
                true
            }
            None => false,
        })
    }
}

/// Where a part of a text ends that has these words and cuts none at its ends.
fn find_words(text: &str, part: &str) -> Option<usize> {
    let cuts_word = |before: &str, behind: &str| {
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        is_word(before.chars().next_back()) && is_word(behind.chars().next())
    };
    let whole = |(at, found): &(usize, &str)| {
        let behind = &text[at + found.len()..];
        !cuts_word(&text[..*at], found) && !cuts_word(found, behind)
    };
    text.match_indices(part).find(whole).map(|(at, found)| at + found.len())
}

/// A text without what its pages and its setting added: page heads and feet, line
/// ends, runs of spaces, spaces around apostrophes and within quotation marks.
fn flowing(text: &str, symbol: &str) -> String {
    let words = text.lines().map(str::trim).filter(|line| !is_furniture(line, symbol));
    let words: Vec<&str> = words.flat_map(str::split_whitespace).collect();
    let one_mark = |c: char| match c {
        '\'' | '‘' | 'ʼ' => '’',
        '«' | '»' | '“' | '”' | '„' => '"',
        other => other,
    };
    let text: String = words.join(" ").chars().map(one_mark).collect();
    text.replace(" ’", "’").replace("’ ", "’").replace("\" ", "\"").replace(" \"", "\"")
}

/// `S/2023/611`, `3/15 23-15769`, `23-15769 4/15`, or the address of a footnote.
fn is_furniture(line: &str, symbol: &str) -> bool {
    let figures = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let pair = |word: &str, between: char| {
        word.split_once(between).is_some_and(|(a, b)| figures(a) && figures(b))
    };
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_page = match words[..] {
        [a, b] => pair(a, '/') && pair(b, '-') || pair(a, '-') && pair(b, '/'),
        _ => false,
    };
    !symbol.is_empty() && line == symbol || is_page || line.starts_with("https://undocs.org/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_furniture_and_setting_do_not_count() {
        let text = "restitution  au \n\n https://undocs.org/fr/S/RES/2690(2023)\n\n S/2023/611 \n \
                    3/15 23-15769 \n\n23-15769 4/15\nGouvernement de l ’équipe\u{a0}: en 2023/24\n\
                    dite « la Mission » au Mali";
        for (quote, expect) in [
            ("restitution au Gouvernement de l’équipe", true),
            ("l'équipe : en 2023/24", true),
            ("Gouvernement de l’équipe\u{202f}: en", true),
            ("restitution", true),
            ("dite “la Mission” au Mali", true),
            ("dite \"la Mission\" au Mali", true),
            ("restitution […] en 2023/24", true),
            ("en 2023/24 […] restitution", false),
            ("au gouvernement", false),
            ("restitution Gouvernement", false),
            ("stitution au", false),
            ("au Gouv", false),
            ("2023/24 restitution", false),
            ("", false),
            ("[…]", false),
        ] {
            let mut text = SourceText::new(text, Some("S/2023/611"));
            assert_eq!(text.says(quote), expect, "{quote}");
            assert_eq!(text.says(quote), expect, "{quote}, asked again");
        }
    }
}
