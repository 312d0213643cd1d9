//! The plan on one sheet of paper: title block, map, strength curve, timeline,
//! table of dates, sources and marking.
//!
//! Also what every page of paper is made of, for [`super::pack`].

pub mod block;
pub mod closures;
pub mod paper;
pub mod pictures;
pub mod table;
pub mod text;

use super::Style;
use super::strength::Curves;
use super::style::{QUIET, STRONG};
use crate::calendar::Moment;
use crate::geo::{Camera, ViewSize};
use crate::i18n::{Lang, words};
use crate::plan::Plan;
use crate::scene::{Anchor, Font, Group, Node, Point, Rect, Scene, part};
use crate::schedule::{Routes, Schedule, Track};
use crate::theatre::Theatre;
use text::label;

pub use paper::{Paper, PaperSize, SIZES};

/// Between the parts of a page.
pub const GAP: f32 = 16.0;
/// A curve lower than this cannot be read.
const LOWEST_CURVE: f32 = 96.0;
/// The table of dates.
const DATES: Font = Font { size: 10.0, ..QUIET };
/// What the table takes of the height beside the map at most.
const MOST_TABLE: f32 = 0.5;

/// All that a page is made of.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    pub plan: &'a Plan,
    pub schedule: &'a Schedule,
    pub routes: &'a Routes,
    pub theatre: &'a Theatre,
    pub curves: &'a Curves,
    pub track: Track,
    pub moment: Moment,
    /// The layers of the map that are seen; None: all.
    pub layers: Option<&'a [String]>,
    pub style: &'a Style,
    pub lang: Lang,
    pub paper: Paper,
}

/// An empty page, and what is left of it within its margins.
pub fn page(look: &Look) -> (Scene, Rect) {
    let (width, height) = look.paper.scene_size();
    let mut scene = Scene::new(width, height, look.style.panel);
    let whole = Rect::new(0.0, 0.0, width, height);
    scene.nodes.push(block::marking(look, whole));
    (scene, whole.grown(-block::margin(width, height)))
}

/// The sheet. `camera` is asked for the size of the map; None: all of the theatre.
pub fn sheet(look: &Look, camera: impl FnOnce(ViewSize) -> Option<Camera>) -> Scene {
    let (mut scene, room) = page(look);
    let (title, room) = block::title(look, room);
    let (sources, room) = block::sources(look, room);
    let (map, facts) = parted(room);
    scene.nodes.extend(title);
    scene.nodes.push(pictures::map(look, map, camera(pictures::view_size(map))));
    scene.nodes.push(table::rim(map, look.style));
    scene.nodes.extend(beside(look, facts));
    scene.nodes.extend(sources);
    scene
}

/// The room of the map, and that of everything else: side by side, or on upright
/// paper one above the other.
fn parted(room: Rect) -> (Rect, Rect) {
    let Rect { min, max } = room;
    if room.width() > room.height() {
        let edge = min.x + (room.width() - GAP) * 0.56;
        let (left, right) = (Point::new(edge, max.y), Point::new(edge + GAP, min.y));
        (Rect { min, max: left }, Rect { min: right, max })
    } else {
        let edge = min.y + (room.height() - GAP) * 0.46;
        let (upper, lower) = (Point::new(max.x, edge), Point::new(min.x, edge + GAP));
        (Rect { min, max: upper }, Rect { min: lower, max })
    }
}

/// The height of a heading.
pub const HEADING: f32 = 22.0;

/// Curve, timeline and table from top to bottom. The curve takes what the others
/// leave, so that no corner stays empty.
fn beside(look: &Look, room: Rect) -> Vec<Node> {
    let words = words(look.lang);
    let dates = closures::table(look, &|_| String::new());
    let laid = dates.laid(DATES, room.width());
    let (all, most) = (dates.rows.len(), room.height() * MOST_TABLE - HEADING);
    let mut shown = laid.fitting(0, most);
    if shown.end < all {
        // A line says how many others there are.
        shown = laid.fitting(0, most - text::leading(QUIET));
    }
    let more = if shown.end < all { text::leading(QUIET) + 4.0 } else { 0.0 };
    let table_height = match all {
        0 => 0.0,
        _ => {
            let rows: f32 = shown.clone().map(|row| laid.row_height(row)).sum();
            HEADING + laid.head_height() + rows + more + GAP
        }
    };
    let for_timeline = room.height() - table_height - LOWEST_CURVE - HEADING * 2.0 - GAP;
    let rows = pictures::rows(look, for_timeline);
    let timeline_height = pictures::height_of(&rows);
    let curve_height = room.height() - table_height - timeline_height - HEADING * 2.0 - GAP;

    let mut nodes = Vec::new();
    let mut y = room.min.y;
    let mut below = |name: &str, height: f32, nodes: &mut Vec<Node>| {
        nodes.push(heading(look, &words.text(name), Point::new(room.min.x, y)));
        let rect = Rect::new(room.min.x, y + HEADING, room.width(), height);
        y = rect.max.y + GAP;
        rect
    };
    let curve = below("sheet-curve", curve_height, &mut nodes);
    nodes.push(pictures::curve(look, curve));
    nodes.push(table::rim(curve, look.style));
    let timeline = below("sheet-timeline", timeline_height, &mut nodes);
    nodes.push(pictures::timeline(look, &rows, timeline));
    nodes.push(table::rim(timeline, look.style));
    if all > 0 {
        let dates = below("sheet-closures", 0.0, &mut nodes);
        let (table, height) = laid.draw(shown.clone(), dates.min, look.style);
        nodes.push(table);
        if shown.end < all {
            let text = words.fill("sheet-more-rows", &[("count", (all - shown.end).into())]);
            let at = dates.min.plus(6.0, height + text::leading(QUIET));
            nodes.push(label(&text, QUIET, at, Anchor::Start, look.style.quiet));
        }
    }
    nodes
}

/// What stands above a part of a page.
pub fn heading(look: &Look, text: &str, at: Point) -> Node {
    let at = at.plus(0.0, STRONG.size);
    let text = label(text, STRONG, at, Anchor::Start, look.style.text);
    Node::new(Group::named(part::HEADING, vec![text]))
}
