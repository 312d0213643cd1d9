//! Colours and hatches as paint.

use tiny_skia::{GradientStop, LinearGradient, Paint, Point, Shader, SpreadMode, Transform};

use crate::scene::{Color, Fill, HATCH_STEP, HATCH_WIDTH};

use super::{Canvas, Place};

pub fn color(color: Color) -> tiny_skia::Color {
    tiny_skia::Color::from_rgba8(color.r, color.g, color.b, color.a)
}

/// A paint of one colour; None where it could not be seen.
pub fn solid(of: Color) -> Option<Paint<'static>> {
    let shader = Shader::SolidColor(color(of));
    (of.a > 0).then(|| Paint { shader, ..Paint::default() })
}

/// What to fill an outline with, one after the other.
pub fn paints(fill: Fill, canvas: &Canvas<'_>, place: Place) -> Vec<Paint<'static>> {
    match fill {
        Fill::Solid(color) => solid(place.color(color)).into_iter().collect(),
        Fill::Hatch { line, ground } => {
            let ground = ground.and_then(|ground| solid(place.color(ground)));
            ground.into_iter().chain(hatch(place.color(line), canvas)).collect()
        }
    }
}

/// The lines of a hatch as a gradient that repeats, with a ramp of a pixel at
/// the edges of each line: sharp at any scale, and where they are in the picture
/// does not depend on what is filled.
fn hatch(line: Color, canvas: &Canvas<'_>) -> Option<Paint<'static>> {
    let [x, y] = canvas.corner.map(|corner| -corner as f32);
    // The step runs down to the right, across the lines.
    let step = HATCH_STEP * canvas.scale * std::f32::consts::FRAC_1_SQRT_2;
    let (start, end) = (Point::from_xy(x, y), Point::from_xy(x + step, y + step));
    let half = HATCH_WIDTH / HATCH_STEP / 2.0;
    let ramp = (0.5 / (HATCH_STEP * canvas.scale)).min(half);
    let (on, off) = (color(line), color(Color { a: 0, ..line }));
    let stops = [
        (0.0, on),
        (half - ramp, on),
        (half + ramp, off),
        (1.0 - half - ramp, off),
        (1.0 - half + ramp, on),
        (1.0, on),
    ]
    .map(|(at, color)| GradientStop::new(at, color));
    let shader =
        LinearGradient::new(start, end, stops.into(), SpreadMode::Repeat, Transform::identity())?;
    (line.a > 0).then(|| Paint { shader, ..Paint::default() })
}
