//! The paragraph a row of the mandate stands in.

/// `S/RES/2531 (2020) § 28 a) iii) 2` in its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph<'a> {
    /// `S/RES/2531 (2020)`
    pub document: &'a str,
    /// `28 a)`: the number, and the letter where it is parted by letters.
    pub group: &'a str,
    /// `iii) 2`: the item in it.
    pub item: &'a str,
}

impl<'a> Paragraph<'a> {
    /// The parts of what a plan names as paragraph. A text without `§` is a group
    /// of its own.
    pub fn of(text: &'a str) -> Paragraph<'a> {
        let Some((document, place)) = text.split_once('§') else {
            return Paragraph { document: "", group: text.trim(), item: "" };
        };
        let place = place.trim();
        let number = place.find(char::is_whitespace).unwrap_or(place.len());
        let after = place[number..].trim_start();
        let mut letters = after.chars();
        let letter = letters.next().is_some_and(|c| c.is_ascii_lowercase());
        let parted = letter && letters.next() == Some(')');
        let end = if parted { place.len() - after.len() + 2 } else { number };
        Paragraph {
            document: document.trim(),
            group: &place[..end],
            item: place[end..].trim_start(),
        }
    }
}
