//! Pages of a briefing pack: cover, chapters, tables.
//!
//! What they say is handed over; here it is laid out, over as many pages as it
//! takes.

mod chapter;
mod cover;
mod tables;

use super::sheet::text::label;
use super::sheet::{Look, block, table};
use super::style::{QUIET, TEXT};
use crate::i18n::words;
use crate::scene::{Anchor, Font, Group, Node, Point, Rect, Scene, Stroke, part};

pub use chapter::{Chapter, chapter};
pub use cover::{Contents, cover};
pub use tables::table_pages;

/// The heading of a page.
const HEADING: Font = Font { size: 20.0, ..super::style::DATE };

/// An empty page with a heading, what stands at the right of it, and what is left.
fn headed(look: &Look, heading: &str, right: &str) -> (Scene, Rect) {
    let (mut scene, room) = super::sheet::page(look);
    let base = room.min.y + HEADING.size;
    let width = room.width() - super::widths::measure(right, TEXT) - 24.0;
    let heading = super::timeline::fitted(heading, HEADING, width);
    let text =
        label(&heading, HEADING, Point::new(room.min.x, base), Anchor::Start, look.style.text);
    scene.nodes.push(Node::new(Group::named(part::HEADING, vec![text])));
    if !right.is_empty() {
        let at = Point::new(room.max.x, base);
        let text = label(right, TEXT, at, Anchor::End, look.style.quiet);
        scene.nodes.push(Node::new(Group::named(part::PARAGRAPH, vec![text])));
    }
    let stroke = Stroke::new(look.style.accent, 2.0);
    scene.nodes.push(table::rule(room.min.x, base + 12.0, room.width(), stroke));
    (scene, Rect { min: Point::new(room.min.x, base + 26.0), max: room.max })
}

/// Puts its number on a page, and of what it is a page.
pub fn number(look: &Look, scene: &mut Scene, page: usize, pages: usize) {
    let (width, height) = (scene.width, scene.height);
    let room = block::margin(width, height);
    let base = height - room * 0.5 + QUIET.cap_height() / 2.0;
    let title = look.plan.header().title.in_language(look.lang.tag());
    let args = [("page", page.into()), ("pages", pages.into())];
    let number = words(look.lang).fill("pack-page", &args);
    // The marking has the middle.
    let title = super::timeline::fitted(title, QUIET, width * 0.32);
    let ends = [(title, room, Anchor::Start), (number, width - room, Anchor::End)];
    let nodes = ends.map(|(text, x, anchor)| {
        label(&text, QUIET, Point::new(x, base), anchor, look.style.quiet)
    });
    scene.nodes.push(Node::new(Group::named(part::MARGIN, nodes.to_vec())));
}
