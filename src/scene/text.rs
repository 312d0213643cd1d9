//! Text: which font, how wide, which glyphs.

use super::fonts::loaded;
use super::{Color, Point, Rect};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

/// The glyphs of a line of text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShapedText {
    pub glyphs: Vec<Glyph>,
    /// From the origin of the first letter to the end of the last one, with the
    /// spacing behind it, in points.
    pub width: f32,
}

/// A glyph and where its origin lies from that of its line: x to the right, y
/// down, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    pub id: u32,
    /// Which letter it belongs to: the place of its first byte in the text.
    pub cluster: u32,
    pub x: f32,
    pub y: f32,
}

impl Font {
    pub const fn new(face: Face, size: f32) -> Font {
        Font { face, size, spacing: 0.0 }
    }

    /// How far letters with accents reach above the baseline, in points.
    pub fn ascent(self) -> f32 {
        loaded(self.face).ascent * self.points_per_unit()
    }

    /// How far letters reach below the baseline, in points; positive.
    pub fn descent(self) -> f32 {
        loaded(self.face).descent * self.points_per_unit()
    }

    /// The height of a capital without accent, in points.
    pub fn cap_height(self) -> f32 {
        loaded(self.face).cap_height * self.points_per_unit()
    }

    /// What turns the units of [`super::glyph_outline`] into points.
    pub fn points_per_unit(self) -> f32 {
        self.size / loaded(self.face).units_per_em
    }
}

/// The width of a text in points, from the origin of its first letter to the end
/// of its last one with the spacing behind it.
pub fn measure(text: &str, font: Font) -> f32 {
    shape(text, font).width
}

/// The glyphs of a text, kerned. Control characters have none; for letters the
/// face lacks there is its empty box.
pub fn shape(text: &str, font: Font) -> ShapedText {
    let points = font.points_per_unit();
    let shaped = loaded(font.face).shape(text, font.spacing == 0.0);
    let mut glyphs = Vec::with_capacity(shaped.len());
    let mut x = 0.0;
    for (i, glyph) in shaped.iter().enumerate() {
        let [dx, dy] = glyph.shift.map(|shift| shift as f32 * points);
        glyphs.push(Glyph { id: glyph.id, cluster: glyph.cluster, x: x + dx, y: -dy });
        x += glyph.advance as f32 * points;
        // An accent that is a glyph of its own belongs to the letter before it.
        if shaped.get(i + 1).is_none_or(|next| next.cluster != glyph.cluster) {
            x += font.spacing;
        }
    }
    ShapedText { glyphs, width: x }
}

impl Label {
    /// Where the baseline begins.
    pub fn start(&self) -> Point {
        match self.anchor {
            Anchor::Start => self.at,
            _ => self.start_of(measure(&self.text, self.font)),
        }
    }

    /// Where the baseline begins when the text is `width` wide. The spacing
    /// behind the last letter does not count: nobody sees it, and without it
    /// spaced capitals stand right in the middle.
    pub(crate) fn start_of(&self, width: f32) -> Point {
        let seen = if width > 0.0 { width - self.font.spacing } else { 0.0 };
        match self.anchor {
            Anchor::Start => self.at,
            Anchor::Middle => self.at.plus(-seen / 2.0, 0.0),
            Anchor::End => self.at.plus(-seen, 0.0),
        }
    }

    /// The box all of the text and its halo lie in.
    pub fn bounds(&self) -> Rect {
        let width = measure(&self.text, self.font);
        let start = self.start_of(width);
        // Letters such as an italic f reach a little beyond their own width.
        let reach = self.font.size * 0.08;
        let rim = self.halo.map_or(0.0, |(_, width)| width);
        Rect {
            min: start.plus(-reach, -self.font.ascent()),
            max: start.plus(width + reach, self.font.descent()),
        }
        .grown(rim)
    }
}

#[cfg(test)]
mod tests {
    use skrifa::instance::{LocationRef, Size};
    use skrifa::{FontRef, MetadataProvider};

    use super::super::{Segment, glyph_outline, has_glyphs};
    use super::*;

    fn sum_of_advances(text: &str, font: Font) -> f32 {
        let file = FontRef::new(font.face.file()).unwrap();
        let metrics = file.glyph_metrics(Size::new(font.size), LocationRef::default());
        let advance = |c| metrics.advance_width(file.charmap().map(c).unwrap()).unwrap();
        text.chars().map(advance).sum()
    }

    fn label(text: &str, font: Font, anchor: Anchor) -> Label {
        let at = Point::new(100.0, 50.0);
        Label { text: text.into(), font, at, anchor, color: Color::BLACK, halo: None }
    }

    #[test]
    fn widths_are_the_advances_and_the_kerning() {
        for face in Face::ALL {
            let font = Font::new(face, 13.0);
            // Nothing is kerned between these letters.
            for text in ["HIHIN", "nnnn", "ÉÉÉ"] {
                let (width, expect) = (measure(text, font), sum_of_advances(text, font));
                assert!((width - expect).abs() < 0.01, "{face:?} {text}: {width}, {expect}");
            }
            assert!(measure("AVAV", font) < sum_of_advances("AVAV", font) - 1.0, "{face:?}");
        }
    }

    #[test]
    fn spacing_stands_behind_every_letter() {
        let plain = Font::new(Face::Regular, 12.0);
        let spaced = Font { spacing: 2.0, ..plain };
        // The last é is written with an accent of its own.
        for (text, letters) in [("MALI", 4.0), ("", 0.0), ("M", 1.0), ("e\u{301}t", 2.0)] {
            let (wide, narrow) = (measure(text, spaced), measure(text, plain));
            assert!((wide - narrow - letters * 2.0).abs() < 1e-3, "{text}: {wide}, {narrow}");
        }
    }

    #[test]
    fn anchors_say_where_the_text_stands() {
        let font = Font { spacing: 1.5, ..Font::new(Face::SemiBold, 20.0) };
        let seen = measure("GAO", font) - 1.5;
        for (anchor, before) in [(Anchor::Start, 0.0), (Anchor::Middle, 0.5), (Anchor::End, 1.0)] {
            let label = label("GAO", font, anchor);
            let start = label.start();
            assert!((start.x - 100.0 + before * seen).abs() < 1e-3, "{anchor:?}: {start:?}");
            let bounds = label.bounds();
            assert!(bounds.min.x < start.x && bounds.max.x > start.x + seen, "{bounds:?}");
            assert!(bounds.min.y < 50.0 - font.cap_height() && bounds.max.y > 50.0);
        }
    }

    #[test]
    fn every_letter_of_french_is_there() {
        let letters = "àâæçéèêëîïôœùûüÿ ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ « » ’ ‘ “ ” – — … → ← ≥ ≤ − ± × ° ′ ″ · • \
                       \u{202f}\u{a0} 0123456789 %€&@#§";
        for face in Face::ALL {
            let missing: String =
                letters.chars().filter(|c| !has_glyphs(&c.to_string(), face)).collect();
            assert_eq!(missing, "", "{face:?}");
            assert!(has_glyphs("a\tb\n", face));
            assert!(!has_glyphs("تمبكتو", face));
        }
    }

    #[test]
    fn outlines_lie_within_the_box() {
        let text = "Équipement fj QÇ";
        for face in Face::ALL {
            let font = Font::new(face, 100.0);
            let bounds = label(text, font, Anchor::Start).bounds();
            for glyph in shape(text, font).glyphs {
                for segment in glyph_outline(face, glyph.id) {
                    let (Segment::Move(p) | Segment::Line(p) | Segment::Cubic(_, _, p)) = segment
                    else {
                        continue;
                    };
                    let scale = font.points_per_unit();
                    let at = Point::new(100.0, 50.0).plus(glyph.x, glyph.y);
                    let at = at.plus(p.x * scale, p.y * scale);
                    assert!(bounds.contains(at), "{face:?} {at:?} {bounds:?}");
                }
            }
        }
    }

    #[test]
    fn odd_texts_have_a_finite_width() {
        let font = Font::new(Face::Regular, 13.0);
        for text in ["", "\0", "\u{200d}\u{301}", "تمبكتو Gao", "\u{fffe}", "🏕️", "\u{202e}abc"]
        {
            assert!(measure(text, font).is_finite(), "{text:?}");
        }
        assert_eq!(glyph_outline(Face::Regular, u32::MAX), &[]);
    }
}
