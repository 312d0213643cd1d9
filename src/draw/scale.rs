//! Scale bar and north arrow.

use super::furniture::{Furnishing, words_at};
use super::locator;
use super::standing::Stage;
use super::style::{QUIET, STRONG};
use super::widths::measure;
use crate::i18n::{Lang, words};
use crate::scene::{Group, Node, Outline, Path, Point, Rect, Segment, Stroke, Subject};

/// The longest scale bar, in points.
const LONGEST: f64 = 150.0;

/// A bar of a round length, near the lower right corner.
pub fn bar(stage: &Stage) -> Furnishing {
    let style = stage.look.style;
    let meters_per_point = stage.look.view.meters_per_point();
    let meters = round_below(LONGEST * meters_per_point);
    let length = (meters / meters_per_point) as f32;
    let text = length_text(meters, stage.look.lang);
    let (right, base) = (stage.area.max.x, stage.lower_edge());
    let right = right - locator::reserved_width(stage);
    let left = right - length;
    let bracket = |color, width| {
        let p = |x, y| Point::new(x, base + y);
        let line = vec![
            Segment::Move(p(left, -6.0)),
            Segment::Line(p(left, 0.0)),
            Segment::Line(p(right, 0.0)),
            Segment::Line(p(right, -6.0)),
            Segment::Move(p((left + right) / 2.0, -4.0)),
            Segment::Line(p((left + right) / 2.0, 0.0)),
        ];
        Node::new(Path::stroked(Outline::Segments(line), Stroke::new(color, width)))
    };
    let width = measure(&text, QUIET);
    let nodes = vec![
        bracket(style.land.faded(0.85), 4.0),
        bracket(style.text, 1.3),
        words_at(&text, QUIET, Point::new(right - width, base - 10.0), style.text, style),
    ];
    let rect = Rect { min: Point::new(left, base - 22.0), max: Point::new(right, base) };
    Furnishing {
        nodes: vec![Node::of(Subject::Part("scale"), Group::named("scale", nodes))],
        taken: vec![rect.grown(4.0)],
        ..Furnishing::default()
    }
}

/// The largest of 1, 2, 5, 10, … that is not above a length.
fn round_below(length: f64) -> f64 {
    let power = 10f64.powf(length.max(1.0).log10().floor());
    [5.0, 2.0, 1.0].into_iter().map(|f| f * power).find(|l| *l <= length).unwrap_or(power)
}

fn length_text(meters: f64, lang: Lang) -> String {
    if meters >= 1000.0 {
        words(lang).fill("map-km", &[("km", ((meters / 1000.0).round() as i64).into())])
    } else {
        words(lang).fill("map-m", &[("m", (meters.round() as i64).into())])
    }
}

/// An arrow in the upper right corner: north is up on every map here.
pub fn north(stage: &Stage) -> Furnishing {
    let style = stage.look.style;
    let top = Point::new(stage.area.max.x - 10.0, stage.area.min.y);
    let half = |side: f32| Outline::polygon([top, top.plus(side * 7.5, 24.0), top.plus(0.0, 18.5)]);
    let letter = words(stage.look.lang).text("map-north");
    let width = measure(&letter, STRONG);
    let rim = Stroke::new(style.text, 1.1);
    let nodes = vec![
        Node::new(Path::filled(half(-1.0), style.text).with_stroke(rim.clone())),
        Node::new(Path::filled(half(1.0), style.panel).with_stroke(rim)),
        words_at(&letter, STRONG, top.plus(-width / 2.0, 38.0), style.text, style),
    ];
    Furnishing {
        nodes: vec![Node::of(Subject::Part("north"), Group::named("north", nodes))],
        taken: vec![Rect::around(top.plus(0.0, 20.0), 20.0, 42.0).grown(4.0)],
        ..Furnishing::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scale_bars_have_round_lengths() {
        for (room, expect) in [
            (730_000.0, 500_000.0),
            (200_000.0, 200_000.0),
            (199_999.0, 100_000.0),
            (1_400.0, 1_000.0),
            (0.3, 1.0),
        ] {
            assert_eq!(round_below(room), expect, "{room}");
        }
        assert_eq!(length_text(500_000.0, Lang::Fr), "500 km");
        assert_eq!(length_text(500.0, Lang::En), "500 m");
    }
}
