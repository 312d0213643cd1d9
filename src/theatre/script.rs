//! Which letters maps can write: those of the scripts that the bundled font has.

/// What stands on a map for a name in another script.
pub const UNREADABLE: &str = "□";

/// A text as a map writes it: itself, or [`UNREADABLE`].
pub fn readable(text: &str) -> &str {
    if is_readable(text) { text } else { UNREADABLE }
}

/// The blocks of Unicode with the letters of Latin, Greek and Cyrillic script, marks
/// on them, and usual signs. Tests hold them against the font.
const BLOCKS: [(char, char); 5] = [
    // Basic Latin to the letters of the International Phonetic Alphabet.
    (' ', '\u{02AF}'),
    // Letters that stand as marks, and marks on letters.
    ('\u{02B0}', '\u{036F}'),
    // Greek and Cyrillic.
    ('\u{0370}', '\u{04FF}'),
    // More of Latin.
    ('\u{1E00}', '\u{1EFF}'),
    // Dashes, quotation marks, spaces, sub- and superscripts, currencies, signs.
    ('\u{2000}', '\u{22FF}'),
];

/// Letters of these blocks that hardly any name has, nor does the font.
const LACKING: [char; 2] = ['ŉ', 'Ǆ'];

/// Whether a map can write a text.
pub fn is_readable(text: &str) -> bool {
    let is_known = |letter: char| {
        BLOCKS.iter().any(|(a, b)| (*a..=*b).contains(&letter)) && !LACKING.contains(&letter)
    };
    text.chars().all(|letter| letter.is_control() || is_known(letter))
}
