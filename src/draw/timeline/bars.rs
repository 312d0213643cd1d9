//! Rows and their bars.

use super::rows::RowKind;
use super::{Layout, TimelineLook, actuals, marks};
use crate::calendar::Span;
use crate::draw::style::{QUIET, STRONG, TEXT};
use crate::draw::widths::measure;
use crate::plan::{Activity, ActivityKind, Basis, Id, Item, Movement, Timing, is_soft};
use crate::scene::{Anchor, Color, Fill, Label, Node, Outline, Path, Point, Rect, Stroke, Subject};

/// How far behind a bar its dates stand: links and the dots they are drawn from come
/// before them.
const BEHIND: f32 = 17.0;

/// The names at the left and the lines between rows.
pub(super) fn rows(look: &TimelineLook) -> Vec<Node> {
    let (layout, style) = (look.layout, look.style);
    let mut nodes = Vec::new();
    for index in layout.visible_rows(look.rows.len()) {
        let row = &look.rows[index];
        let y = layout.y_of_row(index);
        let whole = Rect::new(0.0, y, layout.width, Layout::ROW);
        let (font, color, x) = match &row.kind {
            RowKind::Group { folded, .. } => {
                let tint = style.line.faded(0.25);
                nodes.push(Node::new(Path::filled(rect(whole, 0.0), tint)));
                nodes.push(Node::new(Path::filled(
                    arrow(Point::new(14.0, y + 13.0), *folded),
                    style.quiet,
                )));
                (STRONG, style.text, 26.0)
            }
            RowKind::Item(id) => {
                if look.selected.contains(id) {
                    let tint = style.accent.faded(0.14);
                    nodes.push(Node::new(Path::filled(rect(whole, 0.0), tint)));
                }
                let font = if look.network.is_critical(id) { STRONG } else { TEXT };
                (font, style.text, 26.0 + 12.0 * row.depth as f32 - 12.0)
            }
        };
        let line = Outline::line([whole.min.plus(0.0, Layout::ROW), whole.max]);
        nodes.push(Node::new(Path::stroked(line, Stroke::new(style.line.faded(0.35), 1.0))));
        let label = Label {
            text: fitted(&row.name, font, layout.gutter - x - 8.0 - marks::room(look, row)),
            font,
            at: Point::new(x, y + 17.5),
            anchor: Anchor::Start,
            color,
            halo: None,
        };
        nodes.push(match row.item() {
            Some(id) => Node::of(Subject::Item(id.clone()), label),
            None => Node::new(label),
        });
    }
    nodes
}

/// A text shortened with an ellipsis so that it is no wider than `room`.
pub(in crate::draw) fn fitted(text: &str, font: crate::scene::Font, room: f32) -> String {
    if measure(text, font) <= room {
        return text.to_owned();
    }
    let mut short: String = text.to_owned();
    while short.pop().is_some() {
        let tried = format!("{}…", short.trim_end());
        if measure(&tried, font) <= room {
            return tried;
        }
    }
    String::new()
}

fn rect(rect: Rect, corner: f32) -> Outline {
    Outline::Rect { rect, corner }
}

fn arrow(center: Point, folded: bool) -> Outline {
    let corners: [(f32, f32); 3] = if folded {
        [(-3.0, -4.5), (3.5, 0.0), (-3.0, 4.5)]
    } else {
        [(-4.5, -3.0), (4.5, -3.0), (0.0, 3.5)]
    };
    Outline::polygon(corners.map(|(dx, dy)| center.plus(dx, dy)))
}

/// What a bar is drawn from.
struct BarItem<'a> {
    timing: &'a Timing,
    basis: &'a [Basis],
    color: Color,
    is_handover: bool,
}

fn bar_item<'a>(look: &TimelineLook, item: &'a Item) -> Option<BarItem<'a>> {
    let style = look.style;
    match item {
        Item::Activity(activity) => {
            let Activity { timing, basis, kind, .. } = &**activity;
            let color = match kind {
                ActivityKind::Handover => style.good,
                ActivityKind::Liquidation => style.civilian,
                ActivityKind::Reduction => style.closing.towards(style.panel, 0.3),
                ActivityKind::Opening => style.accent,
                _ => style.closing,
            };
            Some(BarItem { timing, basis, color, is_handover: *kind == ActivityKind::Handover })
        }
        Item::Movement(movement) => {
            let Movement { timing, basis, .. } = &**movement;
            let unit = movement.loads.first().and_then(|load| look.plan.units().get(&load.unit));
            let color = match unit {
                Some(unit) => style.category(&unit.category),
                None => style.military,
            };
            Some(BarItem { timing, basis, color, is_handover: false })
        }
        _ => None,
    }
}

/// The bars of all visible rows: planned dates as a bar, actual and forecast ones as
/// thin lines within it, the place before a drag as an outline.
pub(super) fn bars(look: &TimelineLook) -> Vec<Node> {
    let mut nodes = Vec::new();
    for index in look.layout.visible_rows(look.rows.len()) {
        let Some(id) = look.rows[index].item() else { continue };
        for (_, span) in look.ghosts.iter().filter(|(ghost, _)| ghost == id) {
            let ghost = rect(look.layout.span_rect(*span, index), 3.0);
            let stroke = Stroke::dashed(look.style.quiet, 1.0, [3.0, 2.0]);
            nodes.push(Node::new(Path::stroked(ghost, stroke)));
        }
        let Some(item) = look.plan.item(id) else { continue };
        if let Some(bar) = bar_item(look, &item) {
            draw_bar(look, id, index, &bar, &mut nodes);
        }
    }
    nodes
}

fn draw_bar(look: &TimelineLook, id: &Id, row: usize, bar: &BarItem, nodes: &mut Vec<Node>) {
    let (layout, style) = (look.layout, look.style);
    let of = |path: Path| Node::of(Subject::Item(id.clone()), path);
    let emphasis = look.selected.contains(id);
    let critical = look.network.is_critical(id);
    let edge = match () {
        () if emphasis => style.accent,
        () if critical => style.text,
        () => bar.color.towards(style.text, 0.25),
    };
    let width = if emphasis || critical || look.hovered == Some(id) { 2.0 } else { 1.0 };
    if let Some(planned) = bar.timing.planned {
        let area = layout.span_rect(planned, row);
        let shape = if bar.is_handover { rect(area.grown(-3.0), 5.0) } else { rect(area, 3.0) };
        let soft = is_soft(bar.basis, "planned");
        let fill = if soft {
            Fill::Hatch {
                line: bar.color.faded(0.75),
                ground: Some(style.panel.towards(bar.color, 0.22)),
            }
        } else {
            Fill::Solid(style.panel.towards(bar.color, 0.75))
        };
        nodes.push(of(Path {
            outline: shape,
            fill: Some(fill),
            stroke: Some(Stroke::new(edge, width)),
        }));
    }
    nodes.extend(actuals::draw(look, id, row, bar.timing));
    given_up(look, row, bar, nodes);
    dates_behind(look, row, bar, nodes);
}

/// What was given up is struck out.
fn given_up(look: &TimelineLook, row: usize, bar: &BarItem, nodes: &mut Vec<Node>) {
    let Some(planned) = bar.timing.planned else { return };
    let actual = bar.timing.actual.as_ref();
    if actual.is_some_and(|actual| actual.cancelled.is_some()) {
        let area = look.layout.span_rect(planned, row);
        let middle = area.center().y;
        let ends = [Point::new(area.min.x - 4.0, middle), Point::new(area.max.x + 4.0, middle)];
        nodes
            .push(Node::new(Path::stroked(Outline::line(ends), Stroke::new(look.style.text, 1.5))));
    }
}

/// The dates of a bar behind its end, where days are wide enough to read them.
fn dates_behind(look: &TimelineLook, row: usize, bar: &BarItem, nodes: &mut Vec<Node>) {
    if !look.layout.shows_dates() {
        return;
    }
    let Some(planned) = bar.timing.planned else { return };
    let actual = bar.timing.actual.as_ref().map(|a| Span::new(a.start, a.end));
    let right = [Some(planned), actual]
        .into_iter()
        .flatten()
        .map(|span| look.layout.span_rect(span, row).max.x)
        .fold(f32::MIN, f32::max);
    let names = crate::i18n::Names::new(look.plan, look.lang);
    nodes.push(Node::new(Label {
        text: names.span(planned),
        font: QUIET,
        at: Point::new(right + BEHIND, look.layout.y_of_row(row) + 17.0),
        anchor: Anchor::Start,
        color: look.style.quiet,
        halo: None,
    }));
}
