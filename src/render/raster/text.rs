//! Labels as pixels.

use tiny_skia::{FillRule, LineJoin, PathBuilder, Stroke, Transform};

use crate::scene::{Label, Point, glyph_outline, shape};

use super::path::{MAX_WIDTH, append};
use super::{Canvas, Place, fill};

/// The largest letters that are drawn, in pixels to the em.
const MAX_SIZE: f32 = 4096.0;

pub fn draw(canvas: &mut Canvas<'_>, label: &Label, place: Place) {
    let bounds = label.bounds();
    let seen = bounds.is_somewhere() && bounds.intersection(canvas.window(place)).is_some();
    if !seen || label.font.size * canvas.scale > MAX_SIZE {
        return;
    }
    let Some(outline) = outline(canvas, label, place) else { return };
    let drawn = |width: f32| width > 0.0 && 2.0 * width * canvas.scale <= MAX_WIDTH;
    if let Some((color, width)) = label.halo.filter(|(_, width)| drawn(*width))
        && let Some(paint) = fill::solid(color, place)
    {
        // The inner half lies under the letters.
        let width = 2.0 * width * canvas.scale;
        let stroke = Stroke { width, line_join: LineJoin::Round, ..Stroke::default() };
        canvas.pixmap.stroke_path(&outline, &paint, &stroke, Transform::identity(), None);
    }
    if let Some(paint) = fill::solid(label.color, place) {
        let rule = FillRule::Winding;
        canvas.pixmap.fill_path(&outline, &paint, rule, Transform::identity(), None);
    }
}

/// All glyphs of a label as one path, in pixels of the canvas.
fn outline(canvas: &Canvas<'_>, label: &Label, place: Place) -> Option<tiny_skia::Path> {
    let shaped = shape(&label.text, label.font);
    let start = label.start_of(shaped.width);
    let size = label.font.points_per_unit();
    let pixel = canvas.pixels_of(place);
    let mut path = PathBuilder::new();
    for glyph in shaped.glyphs {
        let origin = start.plus(glyph.x, glyph.y);
        let at = |p: Point| pixel(origin.plus(p.x * size, p.y * size));
        for segment in glyph_outline(label.font.face, glyph.id) {
            append(&mut path, *segment, at);
        }
    }
    path.finish()
}
