//! Colours and hatches as paint.

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, Stroke};

use crate::scene::{Color, HATCH_WIDTH, Rect, hatch_lines};

use super::{Painter, Place};

/// A fill of one colour; None where it could not be seen.
pub fn solid(color: Color, rule: FillRule, place: Place) -> Option<Fill> {
    let color = color.faded(place.opacity);
    let (paint, opacity) = paint(color);
    (color.a > 0).then(|| Fill { paint: paint.into(), opacity, rule })
}

/// A line of one colour; None where it could not be seen.
pub fn line(color: Color, width: f32, place: Place) -> Option<Stroke> {
    let color = color.faded(place.opacity);
    let (paint, opacity) = paint(color);
    let stroke = Stroke { paint: paint.into(), opacity, width, ..Stroke::default() };
    (color.a > 0 && width > 0.0).then_some(stroke)
}

fn paint(color: Color) -> (rgb::Color, NormalizedF32) {
    let opacity = NormalizedF32::new(f32::from(color.a) / 255.0).unwrap_or(NormalizedF32::ONE);
    (rgb::Color::new(color.r, color.g, color.b), opacity)
}

/// The lines of a hatch within an outline that lies in a box, both on the page.
/// They are drawn one by one and cut off: programs draw patterns with seams.
pub fn hatch(
    painter: &mut Painter<'_, '_>,
    color: Color,
    inside: &Path,
    rule: FillRule,
    bounds: Rect,
    place: Place,
) {
    let Some(stroke) = line(color, HATCH_WIDTH, place) else { return };
    let mut lines = PathBuilder::new();
    for [from, to] in hatch_lines(bounds.grown(HATCH_WIDTH)) {
        lines.move_to(from.x, from.y);
        lines.line_to(to.x, to.y);
    }
    let Some(lines) = lines.finish() else { return };
    painter.surface.push_clip_path(inside, &rule);
    painter.surface.set_fill(None);
    painter.surface.set_stroke(Some(stroke));
    painter.surface.draw_path(&lines);
    painter.surface.pop();
}
