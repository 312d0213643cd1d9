//! What is shaded: days on which nobody works, and days on which a movement's way
//! is closed.

use super::ruler::column;
use super::{Layout, TimelineLook};
use crate::calendar::{Day, Span, Weekday};
use crate::plan::{Plan, WorkCalendar};
use crate::scene::{Fill, Node, Outline, Path, Subject};
use crate::schedule::{self, Closures};

/// Narrower days are not told apart.
const LEAST_DAY: f64 = 3.0;

/// Weekends and holidays, across all rows.
pub(super) fn days_off(look: &TimelineLook) -> Vec<Node> {
    let (layout, style) = (look.layout, look.style);
    if layout.scale.per_day < LEAST_DAY {
        return Vec::new();
    }
    let chart = layout.chart();
    // By number: the last day of the calendar has no next one.
    let (first, last) = (layout.day_at(chart.min.x), layout.day_at(chart.max.x));
    let shown = (first.number()..=last.number()).map(Day::from_number);
    let off = shown.filter_map(|day| {
        let opacity = if is_holiday(look.plan, day) {
            0.42
        } else if is_weekend(look.plan, day) {
            0.22
        } else {
            return None;
        };
        let one = Span::new(Some(day), Some(day));
        let rect = column(layout, one, Layout::head(), layout.height);
        let outline = Outline::Rect { rect, corner: 0.0 };
        Some(Node::new(Path::filled(outline, style.line.faded(opacity))))
    });
    off.collect()
}

fn is_holiday(plan: &Plan, day: Day) -> bool {
    let on_day =
        |calendar: &WorkCalendar| calendar.holidays.iter().any(|holiday| holiday.date == Some(day));
    plan.calendars().iter().any(|calendar| on_day(calendar))
}

/// Off in every calendar of the plan; Saturday and Sunday where it has none.
fn is_weekend(plan: &Plan, day: Day) -> bool {
    let today = day.weekday();
    if plan.calendars().is_empty() {
        return matches!(today, Weekday::Saturday | Weekday::Sunday);
    }
    let off = |calendar: &WorkCalendar| {
        calendar.weekend.iter().any(|word| schedule::weekday(word) == Some(today))
    };
    plan.calendars().iter().all(|calendar| off(calendar))
}

/// In the rows of movements, the days on which their way is closed on the track.
pub(super) fn closed_ways(look: &TimelineLook) -> Vec<Node> {
    let closures = Closures::of(look.plan, look.track);
    let layout = look.layout;
    let mut nodes = Vec::new();
    for index in layout.visible_rows(look.rows.len()) {
        let movement = look.rows[index].item().and_then(|id| look.plan.movements().find(id));
        let Some(movement) = movement else { continue };
        let y = layout.y_of_row(index);
        for (restriction, span) in closures.about(movement) {
            let rect = column(layout, span, y + 1.0, y + Layout::ROW - 1.0);
            let line = look.style.warning.faded(0.3);
            let hatch = Fill::Hatch { line, ground: Some(look.style.warning.faded(0.07)) };
            let path = Path {
                outline: Outline::Rect { rect, corner: 0.0 },
                fill: Some(hatch),
                stroke: None,
            };
            nodes.push(Node::of(Subject::Item((**restriction).clone()), path));
        }
    }
    nodes
}
