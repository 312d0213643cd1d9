//! Timeline and strength curve of a page, laid out for a width that the page
//! stretches.

use std::collections::BTreeSet;

use crate::calendar::Moment;
use crate::draw::strength::{self, Curves, StrengthLook};
use crate::draw::timeline::{self, Arrangement, Layout, NetworkLook, TimeScale, TimelineLook};
use crate::export::Request;
use crate::export::error::Broken;
use crate::i18n::Lang;
use crate::job::Control;
use crate::scene::{Item, Node, Point, Rect};

use super::course::Course;
use super::moments::Drawn;
use super::pool::{Pool, numbers};
use super::sketch::Sketch;

const WIDTH: f32 = 1280.0;
const GUTTER: f32 = 250.0;
/// What of the curve changes with the moment: its figures, left of the days.
const GUTTER_GROUP: &str = "gutter";
const CURVE: f32 = 88.0;
/// A moment of no plan, whose playhead lies outside of every chart: the page draws
/// its own.
const NEVER: f64 = -1.0e7;

/// Width, gutter and heights, for both languages alike.
pub fn measures(request: &Request) -> String {
    let layout = layout(request, 0.0);
    format!(
        "{{\"width\":{WIDTH},\"gutter\":{GUTTER},\"curve\":{CURVE},\"ruler\":{},\"head\":{},\"first\":{},\"perDay\":{}}}",
        Layout::RULER,
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
pub fn curve(
    request: &Request,
    lang: Lang,
    moments: &[Drawn],
    pool: &mut Pool,
    control: &Control,
) -> Result<String, Broken> {
    let curves = Curves::of(&request.schedule);
    let layout = layout(request, CURVE);
    let never = Moment::from_days(NEVER);
    let draw = |moment: Moment, draw: fn(&StrengthLook) -> Vec<Node>, pool: &mut Pool| {
        pool.palette.draw(|style| {
            draw(&StrengthLook {
                plan: &request.plan,
                curves: &curves,
                track: request.track,
                moment,
                layout: &layout,
                style,
                lang,
                hovered: None,
            })
        })
    };
    let mut still = draw(never, |look| strength::curve(look).nodes, pool);
    still.retain(|node| !matches!(&node.item, Item::Group(group) if group.name == GUTTER_GROUP));
    let groups = groups(pool, &layout, &still);
    let mut figures = Course::default();
    for (number, moment) in moments.iter().enumerate().filter(|(_, moment)| moment.is_close) {
        control.go_on()?;
        let nodes = draw(moment.at, strength::gutter, pool);
        figures.take(number, nodes, pool, |pool, node| {
            sketch(pool, &layout).timed(std::slice::from_ref(node), GUTTER)
        });
    }
    Ok(format!("{{\"groups\":{groups},\"figures\":{}}}", figures.json()))
}

fn sketch<'a>(pool: &'a mut Pool, layout: &Layout) -> Sketch<'a> {
    let window = Rect::new(0.0, 0.0, layout.width, layout.height);
    Sketch { pool, origin: Point::default(), window }
}

fn groups(pool: &mut Pool, layout: &Layout, nodes: &[Node]) -> String {
    let mut sketch = sketch(pool, layout);
    let group = |node: &Node| match &node.item {
        Item::Group(group) => {
            let entries = sketch.timed(&group.nodes, GUTTER);
            let list = sketch.pool.lists.number_of(numbers(entries));
            Some(format!("\"{}\":{list}", group.name))
        }
        _ => None,
    };
    format!("{{{}}}", nodes.iter().filter_map(group).collect::<Vec<_>>().join(","))
}
