//! What has happened, within a bar: a solid thin line for what is known, an empty
//! one for what the forecast makes of the rest.

use super::{Layout, TimelineLook};
use crate::calendar::{Day, Span};
use crate::plan::{Id, Timing};
use crate::scene::{Node, Outline, Path, Point, Rect, Stroke, Subject};
use crate::schedule::Track;

/// Half the height of the thin lines.
const HALF: f32 = 3.0;

/// The lines of actual and forecast dates of an item.
pub(super) fn draw(look: &TimelineLook, id: &Id, row: usize, timing: &Timing) -> Vec<Node> {
    let Some(forecast) = look.schedule.span(Track::Forecast, id) else { return Vec::new() };
    let known = known_days(timing, look.plan.header().as_of);
    let style = look.style;
    let of = |path: Path| Node::of(Subject::Item(id.clone()), path);
    let mut nodes = Vec::new();
    let differs = known.is_some() || timing.planned.is_some_and(|planned| planned != forecast);
    if differs && known.is_none_or(|known| known != forecast) {
        let outline = thin(look.layout, forecast, row);
        let path = Path::filled(outline, style.panel.faded(0.7));
        nodes.push(of(path.with_stroke(Stroke::new(style.quiet, 1.0))));
    }
    if let Some(known) = known {
        let ground = Stroke::new(style.panel, 1.5);
        let path = Path::filled(thin(look.layout, known, row), style.text).with_stroke(ground);
        nodes.push(of(path));
    }
    nodes
}

/// The days on which it is known to have gone on. Where it has begun and its end is
/// not known, up to the day as of which dates are known; where the end alone is
/// known, that day.
fn known_days(timing: &Timing, as_of: Option<Day>) -> Option<Span> {
    let actual = timing.actual.as_ref()?;
    match (actual.start, actual.end) {
        (None, None) => None,
        (None, end) => Some(Span::new(end, end)),
        (Some(start), Some(end)) => Some(Span::new(Some(start), Some(end))),
        (Some(start), None) => {
            let until = as_of.filter(|as_of| *as_of > start).unwrap_or(start);
            Some(Span::new(Some(start), Some(until)))
        }
    }
}

fn thin(layout: &Layout, span: Span, row: usize) -> Outline {
    let area = layout.span_rect(span, row);
    let middle = area.center().y;
    let rect = Rect {
        min: Point::new(area.min.x, middle - HALF),
        max: Point::new(area.max.x, middle + HALF),
    };
    Outline::Rect { rect, corner: 2.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Actual;

    #[test]
    fn what_is_known_reaches_no_further_than_it_is_known() {
        let day = |n: i64| Day::from_number(n);
        for (start, end, as_of, expect) in [
            (None, None, Some(20), None),
            (Some(3), Some(9), Some(20), Some((3, 9))),
            (Some(3), None, Some(20), Some((3, 20))),
            (Some(3), None, None, Some((3, 3))),
            // Dated after what is known: a slip of the planner, told elsewhere.
            (Some(30), None, Some(20), Some((30, 30))),
            (None, Some(9), Some(20), Some((9, 9))),
        ] {
            let (start, end) = (start.map(day), end.map(day));
            let actual = Some(Actual { start, end, ..Actual::default() });
            let timing = Timing { actual, ..Timing::default() };
            let expect = expect.map(|(a, b)| Span::new(Some(day(a)), Some(day(b))));
            assert_eq!(known_days(&timing, as_of.map(day)), expect, "{start:?} {end:?}");
        }
    }
}
