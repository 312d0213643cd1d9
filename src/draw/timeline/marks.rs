//! Where the timeline marks problems: before the bars, and at the heads of folded
//! groups.

use super::rows::{Row, RowKind};
use super::{Layout, TimelineLook};
use crate::calendar::Span;
use crate::draw::marks::{REACH, mark};
use crate::plan::{Id, Plan};
use crate::scene::{Group, Node, Point, Rect, Subject};
use crate::schedule::{Problems, Schedule, Severity, Track};

/// How far the middle of a mark lies before its bar; handles of narrow bars are
/// between them.
const BEFORE: f32 = 9.0;
const BEFORE_NARROW: f32 = 16.0;
/// The middle of a mark in the names, from their right edge.
const IN_GUTTER: f32 = 11.0;

/// A mark in a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The number of the row.
    pub row: usize,
    /// The activity, the movement, or the phase of a head.
    pub item: Option<Id>,
    pub at: Point,
    pub severity: Severity,
    /// Among the names, and not at a bar.
    pub in_gutter: bool,
}

impl Mark {
    pub fn rect(&self) -> Rect {
        Rect::around(self.at, 2.0 * REACH + 2.0, 2.0 * REACH + 2.0)
    }
}

/// The marks of the rows that can be seen.
pub fn marks(
    plan: &Plan,
    schedule: &Schedule,
    problems: &Problems,
    rows: &[Row],
    layout: &Layout,
) -> Vec<Mark> {
    let visible = layout.visible_rows(rows.len());
    let mut marks = Vec::new();
    for index in visible {
        let middle = layout.y_of_row(index) + Layout::ROW / 2.0;
        let gutter = Point::new(layout.gutter - IN_GUTTER, middle);
        let row = &rows[index];
        let Some(severity) = problems.worst_of(row.about()) else { continue };
        marks.push(match &row.kind {
            RowKind::Group { group, .. } => {
                // A sector is no item.
                let item = group.clone().filter(|id| plan.kind_of(id).is_some());
                Mark { row: index, item, at: gutter, severity, in_gutter: true }
            }
            RowKind::Item(id) => {
                let left = left_of_bar(plan, schedule, layout, id, index);
                let at = left.map_or(gutter, |left| Point::new(left, middle));
                let item = Some(id.clone());
                Mark { row: index, item, at, severity, in_gutter: left.is_none() }
            }
        });
    }
    marks
}

/// Where the mark of a bar has its middle: before all that is drawn of it, and
/// within the chart as long as any of the bar is. None without a bar.
fn left_of_bar(
    plan: &Plan,
    schedule: &Schedule,
    layout: &Layout,
    id: &Id,
    row: usize,
) -> Option<f32> {
    let planned = plan.timing(id).and_then(|timing| timing.planned);
    let forecast = schedule.span(Track::Forecast, id);
    let is_dated = |span: &Span| span.start.or(span.end).is_some();
    let bars: Vec<Rect> = [planned, forecast]
        .into_iter()
        .flatten()
        .filter(is_dated)
        .map(|span| layout.span_rect(span, row))
        .collect();
    let left = bars.iter().map(|bar| bar.min.x).reduce(f32::min)?;
    let right = bars.iter().map(|bar| bar.max.x).fold(left, f32::max);
    let before = if right - left < Layout::NARROW { BEFORE_NARROW } else { BEFORE };
    let edge = layout.chart().min.x + REACH + 2.0;
    let at = left - before;
    // A bar that begins farther to the left still shows that something is wrong.
    Some(if right > edge { at.max(edge) } else { at })
}

/// The marks of a picture; none where it shows no problems.
pub(super) fn of_look(look: &TimelineLook) -> Vec<Mark> {
    let Some(problems) = look.problems else { return Vec::new() };
    marks(look.plan, look.schedule, problems, look.rows, look.layout)
}

/// Those among the names, or those at the bars.
pub(super) fn draw(look: &TimelineLook, marks: &[Mark], in_gutter: bool) -> Vec<Node> {
    let wanted = marks.iter().filter(|it| it.in_gutter == in_gutter);
    wanted
        .map(|it| {
            let node = mark(it.at, it.severity, look.style);
            match &it.item {
                Some(id) => Node::of(Subject::Item(id.clone()), Group::named("mark", vec![node])),
                None => node,
            }
        })
        .collect()
}

/// How much room the name of a row leaves for its mark.
pub(super) fn room(look: &TimelineLook, row: &Row) -> f32 {
    match (&row.kind, look.problems) {
        (RowKind::Group { folded: true, .. }, Some(_)) => IN_GUTTER + REACH,
        _ => 0.0,
    }
}
