//! Ruler, phase bands, deadlines and the playhead.

use std::collections::BTreeMap;

use super::bars::fitted;
use super::month_labels::month_labels;
use super::{Layout, TimelineLook, shading};
use crate::calendar::{Day, Span};
use crate::draw::style::{QUIET, STRONG};
use crate::draw::widths::measure;
use crate::i18n::Names;
use crate::plan::{Id, LimitKind};
use crate::scene::{Anchor, Color, Label, Node, Outline, Path, Point, Rect, Stroke, Subject};

/// The most a deadline's name may take of the ruler, in points.
const FLAG: f32 = 180.0;

fn vertical(x: f32, top: f32, bottom: f32, stroke: Stroke) -> Node {
    Node::new(Path::stroked(Outline::line([Point::new(x, top), Point::new(x, bottom)]), stroke))
}

fn label(text: String, x: f32, y: f32, anchor: Anchor, strong: bool, color: Color) -> Label {
    let font = if strong { STRONG } else { QUIET };
    Label { text, font, at: Point::new(x, y), anchor, color, halo: None }
}

/// The first days of the months that can be seen, and of the one after.
pub(in crate::draw) fn months(layout: &Layout) -> Vec<Day> {
    let chart = layout.chart();
    let last = layout.day_at(chart.max.x);
    let mut months = vec![layout.day_at(chart.min.x).first_of_month()];
    // A bound keeps a chart of all time from taking forever.
    while months.len() < 2000 && months[months.len() - 1] <= last {
        months.push(months[months.len() - 1].first_of_next_month());
    }
    months
}

/// Days off where days are wide enough, months, and the tints of the phases.
pub(super) fn grid(look: &TimelineLook) -> Vec<Node> {
    let (layout, style) = (look.layout, look.style);
    let top = Layout::head();
    let mut nodes = Vec::new();
    for (index, phase) in leaf_phases(look).into_iter().enumerate() {
        let area = column(layout, phase.span, top, layout.height);
        let tint = phase_color(look, &phase, index).faded(0.10);
        nodes.push(Node::new(Path::filled(Outline::Rect { rect: area, corner: 0.0 }, tint)));
    }
    nodes.extend(shading::days_off(look));
    for month in months(layout) {
        let x = layout.x_of(month.number() as f64);
        let stroke = Stroke::new(style.line.faded(0.7), 1.0);
        nodes.push(vertical(x, top, layout.height, stroke));
    }
    nodes
}

pub(super) fn column(layout: &Layout, span: Span, top: f32, bottom: f32) -> Rect {
    let chart = layout.chart();
    let left = span.start.map_or(chart.min.x, |d| layout.x_of(d.number() as f64));
    let right = span.end.map_or(chart.max.x, |d| layout.x_of((d.number() + 1) as f64));
    Rect { min: Point::new(left, top), max: Point::new(right.max(left), bottom) }
}

/// A phase that has no parts of its own.
struct LeafPhase {
    id: crate::plan::Id,
    span: Span,
    color: Option<String>,
}

fn leaf_phases(look: &TimelineLook) -> Vec<LeafPhase> {
    let phases = look.plan.phases();
    let is_parent =
        |id: &crate::plan::PhaseId| phases.iter().any(|other| other.parent.as_ref() == Some(id));
    phases
        .iter()
        .filter(|phase| !is_parent(&phase.id))
        .map(|phase| LeafPhase {
            id: (*phase.id).clone(),
            span: phase.span,
            color: phase.color.clone(),
        })
        .collect()
}

fn phase_color(look: &TimelineLook, phase: &LeafPhase, index: usize) -> Color {
    let own = phase.color.as_deref().and_then(Color::from_hex);
    // Every other phase is paler, so that neighbours are told apart.
    let paler = look.style.accent.towards(look.style.panel, 0.55);
    own.unwrap_or(if index.is_multiple_of(2) { look.style.accent } else { paler })
}

/// Months, days or weeks, and below them the names of the phases.
pub(super) fn ruler(look: &TimelineLook) -> Vec<Node> {
    let (layout, style) = (look.layout, look.style);
    let mut nodes = Vec::new();
    let ground = Outline::Rect { rect: layout.top(), corner: 0.0 };
    nodes.push(Node::of(Subject::Part("ruler"), Path::filled(ground, style.panel)));
    let mut chart_nodes = Vec::new();
    if let Some(range) = look.loop_range {
        let area = column(layout, range.into(), 0.0, Layout::RULER);
        let outline = Outline::Rect { rect: area, corner: 0.0 };
        chart_nodes.push(Node::new(Path::filled(outline, style.accent.faded(0.22))));
    }
    month_names(look, &mut chart_nodes);
    day_numbers(look, &mut chart_nodes);
    phase_names(look, &mut chart_nodes);
    let clip = Some(Rect { max: Point::new(layout.width, Layout::head()), ..layout.chart() });
    let group = crate::scene::Group::named("ruler-chart", chart_nodes);
    nodes.push(Node::new(crate::scene::Group { clip, ..group }));
    let bottom =
        Outline::line([Point::new(0.0, Layout::head()), Point::new(layout.width, Layout::head())]);
    nodes.push(Node::new(Path::stroked(bottom, Stroke::new(style.line, 1.0))));
    nodes
}

fn month_names(look: &TimelineLook, nodes: &mut Vec<Node>) {
    let (layout, style) = (look.layout, look.style);
    for month in months(layout) {
        let x = layout.x_of(month.number() as f64);
        nodes.push(vertical(x, 0.0, Layout::RULER, Stroke::new(style.line, 1.0)));
    }
    for (x, text) in month_labels(layout, look.lang) {
        nodes.push(Node::new(label(text, x, 14.0, Anchor::Start, true, style.text)));
    }
}

/// The number of every day, or of the days 1, 8, 15 and 22, as room allows.
fn day_numbers(look: &TimelineLook, nodes: &mut Vec<Node>) {
    let (layout, style) = (look.layout, look.style);
    let per_day = layout.scale.per_day as f32;
    let every = match per_day {
        w if w >= 18.0 => 1,
        w if w >= 3.2 => 7,
        _ => return,
    };
    for month in months(layout) {
        let days = (month.first_of_next_month() - month) as u32;
        for number in (1..=days).filter(|n| every == 1 || matches!(n, 1 | 8 | 15 | 22)) {
            let x = layout.x_of((month + i64::from(number - 1)).number() as f64);
            if x < layout.chart().min.x - per_day || x > layout.width {
                continue;
            }
            let middle = x + per_day / 2.0;
            let text = label(number.to_string(), middle, 29.0, Anchor::Middle, false, style.quiet);
            nodes.push(Node::new(text));
        }
    }
}

fn phase_names(look: &TimelineLook, nodes: &mut Vec<Node>) {
    let (layout, style) = (look.layout, look.style);
    let names = Names::new(look.plan, look.lang);
    for (index, phase) in leaf_phases(look).into_iter().enumerate() {
        let area = column(layout, phase.span, Layout::RULER, Layout::head() - 2.0);
        let color = phase_color(look, &phase, index);
        let inner = Rect { min: area.min.plus(0.5, 0.0), max: area.max.plus(-0.5, 0.0) };
        let band = Outline::Rect { rect: inner, corner: 3.0 };
        let tint = style.panel.towards(color, 0.24);
        nodes.push(Node::of(Subject::Item(phase.id.clone()), Path::filled(band, tint)));
        let left = area.min.x.max(layout.chart().min.x) + 6.0;
        let text = fitted(&names.item(&phase.id), QUIET, area.max.x - left - 4.0);
        nodes.push(Node::new(label(
            text,
            left,
            Layout::RULER + 13.0,
            Anchor::Start,
            false,
            style.text,
        )));
    }
}

/// Deadlines nobody can miss, and the playhead.
pub(super) fn marks(look: &TimelineLook) -> Vec<Node> {
    let (layout, style) = (look.layout, look.style);
    let mut nodes = deadlines(look);
    let x = layout.x_of_moment(look.moment);
    nodes.push(vertical(x, Layout::RULER - 6.0, layout.height, Stroke::new(style.accent, 2.0)));
    // Below the names of months and phases, so that it covers none of them.
    let head = [(-6.0, -12.0), (6.0, -12.0), (6.0, -6.0), (0.0, 0.0), (-6.0, -6.0)];
    let head = Outline::polygon(head.map(|(dx, dy)| Point::new(x + dx, Layout::RULER + dy)));
    nodes.push(Node::of(Subject::Part("playhead"), Path::filled(head, style.accent)));
    nodes
}

/// A line for each day on which something must be done, with the name of what; of
/// several things the shortest name, and how many more there are.
fn deadlines(look: &TimelineLook) -> Vec<Node> {
    let (layout, style) = (look.layout, look.style);
    let names = Names::new(look.plan, look.lang);
    let mut by_date: BTreeMap<Day, Vec<(String, Id)>> = BTreeMap::new();
    let limits = look.plan.limits().iter().filter(|limit| limit.kind == LimitKind::Deadline);
    for limit in limits {
        if let Some(date) = limit.date {
            let name = (names.item(&limit.id), (*limit.id).clone());
            by_date.entry(date).or_default().push(name);
        }
    }
    let mut nodes = Vec::new();
    // From the last on, which matters most: those before it have what room it leaves.
    let mut free = layout.width;
    for (date, mut named) in by_date.into_iter().rev() {
        let x = layout.x_of((date.number() + 1) as f64);
        nodes.push(vertical(x, Layout::RULER, layout.height, Stroke::new(style.error, 2.0)));
        named.sort_by_key(|(name, _)| name.chars().count());
        let (name, id) = named.swap_remove(0);
        let more = match named.len() {
            0 => String::new(),
            count => format!("  +{count}"),
        };
        let flag_of = |room: f32| {
            let room = room - 10.0 - measure(&more, QUIET);
            let name = fitted(&name, QUIET, room.min(FLAG)) + &more;
            let width = measure(&name, QUIET) + 10.0;
            (name, width)
        };
        let (before, after) = (x - layout.chart().min.x, free - x);
        let whole = flag_of(f32::INFINITY);
        // On the side where there is room for it, else on the one with more of it.
        let is_after = whole.1 <= after || (whole.1 > before && after >= before);
        let (name, width) = flag_of(if is_after { after } else { before });
        let left = if is_after { x } else { x - width };
        free = x.min(left);
        let flag = Rect::new(left, Layout::RULER - 15.0, width, 15.0);
        let outline = Outline::Rect { rect: flag, corner: 2.0 };
        nodes.push(Node::of(Subject::Item(id), Path::filled(outline, style.error)));
        let white = label(name, left + 5.0, flag.max.y - 4.0, Anchor::Start, false, style.panel);
        nodes.push(Node::new(white));
    }
    nodes
}
