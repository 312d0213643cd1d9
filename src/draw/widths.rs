//! Widths of texts, remembered: a map shows the same names frame after frame, and
//! shaping them is most of the work of placing them.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::scene::{self, Face, Font};

/// So many widths are remembered before all are forgotten.
const MOST: usize = 4096;

/// The texts of one font: its face, and the bits of its size and spacing.
type Key = (Face, u32, u32);

thread_local! {
    static KNOWN: RefCell<HashMap<Key, HashMap<Box<str>, f32>>> = RefCell::default();
}

/// The same as [`scene::measure`], at the second call without shaping.
pub fn measure(text: &str, font: Font) -> f32 {
    KNOWN.with_borrow_mut(|known| {
        let key = (font.face, font.size.to_bits(), font.spacing.to_bits());
        let of_font = known.entry(key).or_default();
        if let Some(width) = of_font.get(text) {
            return *width;
        }
        let width = scene::measure(text, font);
        if of_font.len() >= MOST {
            of_font.clear();
        }
        of_font.insert(text.into(), width);
        // Zooming changes sizes: fonts come and go as well.
        if known.len() > 64 {
            known.clear();
        }
        width
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_text() {
        let fonts = [Font::new(Face::Regular, 11.0), Font::new(Face::SemiBold, 11.0)];
        for font in fonts {
            for text in ["Gao", "Tombouctou", "Gao"] {
                assert_eq!(measure(text, font), scene::measure(text, font));
            }
        }
    }
}
