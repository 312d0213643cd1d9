//! Where the lines of a hatch run, the same in every picture.

use super::{Point, Rect};

/// How far apart the lines are, from middle to middle, and how wide, in points.
pub const HATCH_STEP: f32 = 8.0;
pub const HATCH_WIDTH: f32 = 2.0;

/// The middles of the hatch lines that cross a rectangle, each from one edge of
/// it to another.
///
/// They rise to the right at 45°; one of them runs through the upper left corner
/// of the picture, and so x + y is a multiple of 8·√2 along each.
pub fn hatch_lines(rect: Rect) -> impl Iterator<Item = [Point; 2]> {
    let along_axis = HATCH_STEP * std::f32::consts::SQRT_2;
    let (Rect { min, max }, finite) = (rect, rect.is_somewhere());
    let first = ((min.x + min.y) / along_axis).ceil();
    let last = ((max.x + max.y) / along_axis).floor();
    let count = if finite { (last - first + 1.0).clamp(0.0, 100_000.0) as u32 } else { 0 };
    (0..count).map(move |i| {
        let sum = (first + i as f32) * along_axis;
        let x = [(sum - max.y).max(min.x), (sum - min.y).min(max.x)];
        x.map(|x| Point::new(x, sum - x))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_to_the_rectangle_and_to_the_picture() {
        let rect = Rect::new(37.0, -12.0, 90.0, 26.0);
        let lines: Vec<_> = hatch_lines(rect).collect();
        assert_eq!(lines.len(), 10);
        for [from, to] in lines {
            assert!(rect.grown(1e-3).contains(from) && rect.grown(1e-3).contains(to));
            let steps = (from.x + from.y) / std::f32::consts::SQRT_2 / HATCH_STEP;
            assert!((steps - steps.round()).abs() < 1e-4, "{steps}");
            assert!(((to.x - from.x) + (to.y - from.y)).abs() < 1e-3, "45°");
        }
        assert_eq!(hatch_lines(Rect::new(f32::NAN, 0.0, 1.0, 1.0)).count(), 0);
    }
}
