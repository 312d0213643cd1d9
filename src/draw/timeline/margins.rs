//! How far bars can slip, and where the odds see their ends: thin lines beside them.

use super::links::bar_dates;
use super::{Layout, TimelineLook};
use crate::calendar::Day;
use crate::plan::Id;
use crate::scene::{Color, Node, Outline, Path, Point, Stroke};
use crate::schedule::{ItemOdds, Odds, Track};

/// The margins of the rows that can be seen: of all where the critical chain is
/// marked, else of what is selected or pointed at.
pub(super) fn draw(look: &TimelineLook) -> Vec<Node> {
    let mut nodes = Vec::new();
    for index in look.layout.visible_rows(look.rows.len()) {
        let Some(id) = look.rows[index].item() else { continue };
        let attended = look.selected.contains(id) || look.hovered == Some(id);
        if look.network.marks_critical || attended {
            nodes.extend(float_tail(look, id, index, attended));
        }
        nodes.extend(odds_marks(look, id, index));
    }
    nodes
}

/// Total float: from the end of the bar to the last day it may end on; in the colour
/// of errors from there to the end where it is late already.
fn float_tail(look: &TimelineLook, id: &Id, row: usize, attended: bool) -> Vec<Node> {
    let Some(float) = look.network.critical.and_then(|critical| critical.float(id)) else {
        return Vec::new();
    };
    let Some(end) = float.span.end.filter(|_| float.total != 0) else { return Vec::new() };
    let style = look.style;
    let color = match () {
        () if float.total < 0 => style.error,
        () if attended => style.quiet,
        () => style.quiet.faded(0.45),
    };
    let last = end.number().saturating_add(float.total).clamp(Day::MIN.number(), Day::MAX.number());
    let y = bottom(look.layout, row);
    let (from, to) = (look.layout.x_of((end.number() + 1) as f64), after(look, last));
    vec![line([from, y], [to, y], color, 1.5), line([to, y - 3.0], [to, y + 2.0], color, 1.5)]
}

/// Where the end falls in half of all runs and in eight of ten, where that is not
/// the end of the bar.
fn odds_marks(look: &TimelineLook, id: &Id, row: usize) -> Vec<Node> {
    let Some(odds) = look.network.odds.and_then(|odds| of_item(odds, id)) else {
        return Vec::new();
    };
    let end = match look.track {
        Track::Planned => bar_dates(look.plan, look.schedule, id),
        Track::Forecast => look.schedule.span(Track::Forecast, id),
    };
    let end = end.and_then(|span| span.end);
    if [Some(odds.p50), Some(odds.p80)] == [end, end] {
        return Vec::new();
    }
    let color = look.style.warning;
    let y = look.layout.y_of_row(row) + 2.0;
    let [p50, p80] = [odds.p50, odds.p80].map(|day| after(look, day.number()));
    let head = |x: f32, filled: bool| {
        let corners = [(-3.0, -1.5), (3.0, -1.5), (0.0, 3.5)];
        let outline = Outline::polygon(corners.map(|(dx, dy)| Point::new(x + dx, y + dy)));
        let fill = if filled { color } else { look.style.panel };
        Node::new(Path::filled(outline, fill).with_stroke(Stroke::new(color, 1.2)))
    };
    vec![line([p50, y], [p80, y], color, 1.2), head(p50, false), head(p80, true)]
}

/// The odds of one item.
pub fn of_item<'a>(odds: &'a Odds, id: &Id) -> Option<&'a ItemOdds> {
    let found = odds.items.binary_search_by(|item| item.id.cmp(id)).ok()?;
    Some(&odds.items[found])
}

/// Below the bar of a row.
fn bottom(layout: &Layout, row: usize) -> f32 {
    layout.y_of_row(row) + (Layout::ROW + Layout::BAR) / 2.0 + 1.0
}

/// Where a day ends.
fn after(look: &TimelineLook, day: i64) -> f32 {
    look.layout.x_of((day + 1) as f64)
}

fn line(from: [f32; 2], to: [f32; 2], color: Color, width: f32) -> Node {
    let ends = [from, to].map(|[x, y]| Point::new(x, y));
    Node::new(Path::stroked(Outline::line(ends), Stroke::new(color, width)))
}
