//! Labels as pixels.

use tiny_skia::{FillRule, LineJoin, PathBuilder, Pixmap, PixmapPaint, Stroke, Transform};

use crate::scene::{Color, Label, Point, glyph_outline, shape};

use super::path::{MAX_WIDTH, append};
use super::sprites::{Key, STEPS, Sprite};
use super::{Canvas, Place, fill};

/// The largest letters that are drawn, in pixels to the em.
const MAX_SIZE: f32 = 4096.0;

pub fn draw(canvas: &mut Canvas<'_>, label: &Label, place: Place) {
    let bounds = label.bounds();
    let seen = bounds.is_somewhere() && bounds.intersection(canvas.window(place)).is_some();
    if !seen || label.font.size * canvas.scale > MAX_SIZE {
        return;
    }
    let drawn = |width: f32| width > 0.0 && 2.0 * width * canvas.scale <= MAX_WIDTH;
    let rim = label.halo.filter(|(_, width)| drawn(*width));
    let brush = Brush {
        letters: place.color(label.color),
        rim: rim.map_or(Color { a: 0, ..label.color }, |(color, _)| place.color(color)),
        // The inner half of the stroke lies under the letters.
        rim_width: rim.map_or(0.0, |(_, width)| 2.0 * width * canvas.scale),
    };
    let start = canvas.pixel(label.start(), place);
    let steps = [start.x, start.y].map(|side| (side * STEPS).round());
    let whole = steps.map(|steps| (steps / STEPS).floor());
    let part = [0, 1].map(|i| steps[i] / STEPS - whole[i]);
    let key = Key::new(
        label,
        [brush.letters, brush.rim],
        canvas.scale,
        part.map(|part| (part * STEPS) as u8),
    );
    let scale = canvas.scale;
    let sprite = canvas.sprites.get(key, || sprite(label, scale, part, &brush));
    if let Some(sprite) = sprite {
        let [x, y] = [0, 1].map(|i| (whole[i] as i32).saturating_add(sprite.corner[i]));
        let paint = PixmapPaint::default();
        let pixels = sprite.pixmap.as_ref();
        canvas.pixmap.draw_pixmap(x, y, pixels, &paint, Transform::identity(), None);
    } else if let Some(outline) = outline(label, scale, [0, 1].map(|i| steps[i] / STEPS)) {
        // Too large to be kept.
        brush.draw(canvas.pixmap, &outline, Transform::identity());
    }
}

/// What letters are drawn with.
struct Brush {
    letters: Color,
    rim: Color,
    /// In pixels; 0 for none.
    rim_width: f32,
}

impl Brush {
    fn draw(&self, pixmap: &mut Pixmap, outline: &tiny_skia::Path, at: Transform) {
        if let Some(paint) = fill::solid(self.rim).filter(|_| self.rim_width > 0.0) {
            let width = self.rim_width;
            let stroke = Stroke { width, line_join: LineJoin::Round, ..Stroke::default() };
            pixmap.stroke_path(outline, &paint, &stroke, at, None);
        }
        if let Some(paint) = fill::solid(self.letters) {
            pixmap.fill_path(outline, &paint, FillRule::Winding, at, None);
        }
    }
}

/// A label that begins in this part of a pixel, on nothing.
fn sprite(label: &Label, scale: f32, part: [f32; 2], brush: &Brush) -> Option<Sprite> {
    let outline = outline(label, scale, part)?;
    let bounds = outline.bounds();
    let reach = brush.rim_width / 2.0 + 1.0;
    let mut sprite = Sprite::room(
        [bounds.left() - reach, bounds.top() - reach],
        [bounds.right() + reach, bounds.bottom() + reach],
    )?;
    let [x, y] = sprite.corner.map(|side| -side as f32);
    brush.draw(&mut sprite.pixmap, &outline, Transform::from_translate(x, y));
    Some(sprite)
}

/// All glyphs of a label as one path in pixels, its baseline beginning at `start`.
fn outline(label: &Label, scale: f32, [x, y]: [f32; 2]) -> Option<tiny_skia::Path> {
    let size = label.font.points_per_unit();
    let mut path = PathBuilder::new();
    for glyph in shape(&label.text, label.font).glyphs {
        let at = |p: Point| Point {
            x: x + (glyph.x + p.x * size) * scale,
            y: y + (glyph.y + p.y * size) * scale,
        };
        for segment in glyph_outline(label.font.face, glyph.id) {
            append(&mut path, *segment, at);
        }
    }
    path.finish()
}
