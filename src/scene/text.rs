//! Text: which font, how wide, which glyphs.

use super::{Color, Point};

/// A line of text, placed by its baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub text: String,
    pub font: Font,
    /// Where the baseline begins, has its middle or ends.
    pub at: Point,
    pub anchor: Anchor,
    pub color: Color,
    /// Drawn around the letters, so that they stand out: colour and width of the
    /// rim in points.
    pub halo: Option<(Color, f32)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// The faces that are bundled: all of the family Inter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    Regular,
    SemiBold,
    Italic,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    pub face: Face,
    /// Points to the em.
    pub size: f32,
    /// Added behind every letter, in points.
    pub spacing: f32,
}

impl Font {
    pub const fn new(face: Face, size: f32) -> Font {
        Font { face, size, spacing: 0.0 }
    }
}

/// The width of a text in points, from the origin of its first letter to the end
/// of its last one.
pub fn measure(text: &str, font: Font) -> f32 {
    text.chars().count() as f32 * (font.size * 0.55 + font.spacing)
}
