//! Timeline and strength curve of a page, laid out for a width that the page
//! stretches.

use std::collections::BTreeSet;

use crate::calendar::Moment;
use crate::draw::strength::{self, Curves, StrengthLook};
use crate::draw::timeline::{self, Arrangement, Layout, NetworkLook, TimeScale, TimelineLook};
use crate::export::Request;
use crate::i18n::Lang;
use crate::scene::{Item, Node, Point, Rect};

use super::pool::{Pool, numbers};
use super::sketch::Sketch;

const WIDTH: f32 = 1280.0;
const GUTTER: f32 = 250.0;
const CURVE: f32 = 88.0;
/// A moment of no plan, whose playhead lies outside of every chart: the page draws
/// its own.
const NEVER: f64 = -1.0e7;

/// Width, gutter and heights, for both languages alike.
pub fn measures(request: &Request) -> String {
    let layout = layout(request, 0.0);
    format!(
        "{{\"width\":{WIDTH},\"gutter\":{GUTTER},\"curve\":{CURVE},\"head\":{},\"first\":{},\"perDay\":{}}}",
        Layout::head(),
        layout.scale.first,
        layout.scale.per_day,
    )
}

fn layout(request: &Request, height: f32) -> Layout {
    let scale = TimeScale::fitting(request.plan.horizon(), WIDTH - GUTTER);
    Layout { width: WIDTH, height, gutter: GUTTER, scale, scroll: 0.0 }
}

/// The timeline in a language as JSON: its height and the list of each group.
pub fn timeline(request: &Request, lang: Lang, pool: &mut Pool) -> String {
    // Grouped by phase, they name no sector.
    let by_phase = Arrangement::default();
    let rows = timeline::rows(&request.plan, &by_phase, &|sector| sector.to_string(), lang);
    let layout = layout(request, Layout::head() + rows.len() as f32 * Layout::ROW);
    let nothing = BTreeSet::new();
    let nodes = pool.palette.draw(|style| {
        let look = TimelineLook {
            plan: &request.plan,
            schedule: &request.schedule,
            moment: Moment::from_days(NEVER),
            rows: &rows,
            layout: &layout,
            style,
            lang,
            selected: &nothing,
            hovered: None,
            problems: request.problems.as_deref(),
            ghosts: &[],
            baseline: None,
            loop_range: None,
            track: request.track,
            network: NetworkLook::default(),
        };
        timeline::timeline(&look).nodes
    });
    let groups = groups(pool, &layout, &nodes);
    format!("{{\"height\":{},\"groups\":{groups}}}", layout.height)
}

/// The strength curve in a language as JSON: the list of each group, and of the
/// figures beside it from which moment on.
pub fn curve(request: &Request, lang: Lang, moments: &[(Moment, bool)], pool: &mut Pool) -> String {
    let curves = Curves::of(&request.schedule);
    let layout = layout(request, CURVE);
    let mut at = |moment: Moment| {
        pool.palette.draw(|style| {
            let look = StrengthLook {
                plan: &request.plan,
                curves: &curves,
                track: request.track,
                moment,
                layout: &layout,
                style,
                lang,
                hovered: None,
            };
            strength::curve(&look).nodes
        })
    };
    let is_gutter =
        |node: &Node| matches!(&node.item, Item::Group(group) if group.name == "gutter");
    let still = at(Moment::from_days(NEVER));
    let mut figures: Vec<(usize, Vec<Node>)> = Vec::new();
    for (number, (moment, is_close)) in moments.iter().enumerate() {
        if *is_close {
            figures.push((number, at(*moment).into_iter().filter(is_gutter).collect()));
        }
    }
    let still: Vec<Node> = still.into_iter().filter(|node| !is_gutter(node)).collect();
    let groups = groups(pool, &layout, &still);
    let mut course: Vec<usize> = Vec::new();
    let mut sketch = sketch(pool, &layout);
    for (number, nodes) in figures {
        let list = sketch.timed(&nodes, GUTTER);
        if course.last() != Some(&list) {
            course.extend([number, list]);
        }
    }
    format!("{{\"groups\":{groups},\"figures\":{}}}", numbers(course))
}

fn sketch<'a>(pool: &'a mut Pool, layout: &Layout) -> Sketch<'a> {
    let window = Rect::new(0.0, 0.0, layout.width, layout.height);
    Sketch { pool, origin: Point::default(), window }
}

fn groups(pool: &mut Pool, layout: &Layout, nodes: &[Node]) -> String {
    let mut sketch = sketch(pool, layout);
    let group = |node: &Node| match &node.item {
        Item::Group(group) => {
            Some(format!("\"{}\":{}", group.name, sketch.timed(&group.nodes, GUTTER)))
        }
        _ => None,
    };
    format!("{{{}}}", nodes.iter().filter_map(group).collect::<Vec<_>>().join(","))
}
