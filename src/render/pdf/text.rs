//! Labels as text of a page.

use std::ops::Range;

use krilla::geom::{PathBuilder, Point as PdfPoint};
use krilla::paint::{FillRule, LineJoin, Stroke};
use krilla::text::{GlyphId, KrillaGlyph};

use crate::scene::{Label, Point, ShapedText, glyph_outline, shape};

use super::{Painter, Place, fill, path};

pub fn draw(painter: &mut Painter<'_, '_>, label: &Label, place: Place) {
    let bounds = label.bounds();
    let seen = bounds.is_somewhere() && bounds.intersection(place.window).is_some();
    if !seen || label.text.is_empty() || label.font.size <= 0.0 {
        return;
    }
    let shaped = shape(&label.text, label.font);
    let start = place.at(label.start_of(shaped.width));
    if let Some((color, width)) = label.halo {
        // The inner half lies under the letters.
        let stroke = fill::line(color, width * 2.0, place);
        halo(painter, label, &shaped, start, stroke);
    }
    let Some(color) = fill::solid(label.color, FillRule::NonZero, place) else { return };
    // Letters that are set apart would be found as words of one letter each.
    let is_spaced = label.font.spacing != 0.0;
    if is_spaced {
        painter.tags.text(&mut painter.surface, &label.text);
    } else {
        painter.tags.content(&mut painter.surface);
    }
    let font = painter.fonts.of(label.font.face);
    let glyphs = glyphs(&label.text, &shaped, label.font.size);
    painter.surface.set_stroke(None);
    painter.surface.set_fill(Some(color));
    let start = PdfPoint::from_xy(start.x, start.y);
    painter.surface.draw_glyphs(start, &glyphs, font, &label.text, label.font.size, false);
    if is_spaced {
        painter.tags.pause(&mut painter.surface);
    }
}

/// The rim around the letters, drawn as outlines: as text it would be found twice.
fn halo(
    painter: &mut Painter<'_, '_>,
    label: &Label,
    shaped: &ShapedText,
    start: Point,
    stroke: Option<Stroke>,
) {
    let Some(stroke) = stroke else { return };
    let size = label.font.points_per_unit();
    let mut rim = PathBuilder::new();
    for glyph in &shaped.glyphs {
        let origin = start.plus(glyph.x, glyph.y);
        let outline = glyph_outline(label.font.face, glyph.id);
        path::push_segments(&mut rim, outline, |p| origin.plus(p.x * size, p.y * size));
    }
    let Some(rim) = rim.finish() else { return };
    painter.tags.content(&mut painter.surface);
    painter.surface.set_fill(None);
    painter.surface.set_stroke(Some(Stroke { line_join: LineJoin::Round, ..stroke }));
    painter.surface.draw_path(&rim);
}

/// The glyphs as the library wants them: each with its way to the next one, in
/// sizes of the font.
fn glyphs(text: &str, shaped: &ShapedText, size: f32) -> Vec<KrillaGlyph> {
    let glyphs = &shaped.glyphs;
    let first = glyphs.first().map_or(0.0, |glyph| glyph.x);
    let mut at = 0.0;
    let advance = |(i, glyph): (usize, &crate::scene::Glyph)| {
        let next = glyphs.get(i + 1).map_or(shaped.width, |next| next.x);
        // The line begins at its origin, also where the first glyph does not.
        let offset = if i == 0 { first } else { 0.0 };
        let way = next - at;
        at = next;
        KrillaGlyph::new(
            GlyphId::new(glyph.id),
            way / size,
            offset / size,
            -glyph.y / size,
            0.0,
            letter(text, glyph.cluster, glyphs),
            None,
        )
    };
    glyphs.iter().enumerate().map(advance).collect()
}

/// The bytes of the letter a glyph belongs to: up to where the next one begins.
fn letter(text: &str, cluster: u32, glyphs: &[crate::scene::Glyph]) -> Range<usize> {
    let later = glyphs.iter().map(|glyph| glyph.cluster).filter(|other| *other > cluster).min();
    cluster as usize..later.map_or(text.len(), |next| next as usize)
}
