//! Where bars stood in a baseline, and by how much they have moved since.

use super::{Layout, TimelineLook};
use crate::calendar::Span;
use crate::draw::style::QUIET;
use crate::draw::widths::measure;
use crate::i18n::{Names, signed_days};
use crate::plan::Timing;
use crate::scene::{Anchor, Label, Node, Outline, Path, Point, Rect};

/// The height of the thin bar below a bar, and the space between the two.
const THIN: f32 = 3.0;
const GAP: f32 = 1.0;

/// The thin bars of all visible rows, and the days moved behind the bars.
pub(super) fn bars(look: &TimelineLook) -> Vec<Node> {
    let Some(baseline) = look.baseline else { return Vec::new() };
    let mut nodes = Vec::new();
    for row in look.layout.visible_rows(look.rows.len()) {
        let Some(id) = look.rows[row].item() else { continue };
        let Some(then) = baseline.planned.get(id) else { continue };
        let area = look.layout.span_rect(*then, row);
        let thin = Rect {
            min: Point::new(area.min.x, area.max.y + GAP),
            max: Point::new(area.max.x, area.max.y + GAP + THIN),
        };
        let outline = Outline::Rect { rect: thin, corner: 1.5 };
        nodes.push(Node::new(Path::filled(outline, look.style.quiet)));
        if let Some(timing) = look.plan.timing(id) {
            nodes.extend(days_moved(look, row, *then, timing));
        }
    }
    nodes
}

/// `+4 jours`, behind the dates of a bar whose end has moved.
fn days_moved(look: &TimelineLook, row: usize, then: Span, timing: &Timing) -> Option<Node> {
    let now = timing.planned?;
    let days = [(then.end, now.end), (then.start, now.start)]
        .into_iter()
        .find_map(|(then, now)| Some(now? - then?).filter(|days| *days != 0))?;
    let style = look.style;
    Some(Node::new(Label {
        text: signed_days(days, look.lang),
        font: QUIET,
        at: Point::new(behind(look, row, then, timing), look.layout.y_of_row(row) + 17.0),
        anchor: Anchor::Start,
        color: if days > 0 { style.warning } else { style.good },
        halo: None,
    }))
}

/// Where there is room behind all that is drawn of a bar.
fn behind(look: &TimelineLook, row: usize, then: Span, timing: &Timing) -> f32 {
    let right = |span: Span| look.layout.span_rect(span, row).max.x;
    let actual = timing.actual.as_ref().map(|it| Span::new(it.start, it.end));
    let bars = [timing.planned, actual].into_iter().flatten();
    let mut x = bars.map(right).fold(f32::MIN, f32::max) + 8.0;
    if let Some(planned) = timing.planned.filter(|_| look.layout.shows_dates()) {
        x += measure(&Names::new(look.plan, look.lang).span(planned), QUIET) + 8.0;
    }
    x.max(right(then) + 8.0)
}

impl Layout {
    /// Whether days are wide enough for the dates of a bar to be read behind it.
    pub(super) fn shows_dates(&self) -> bool {
        self.scale.per_day >= 1.2
    }
}
