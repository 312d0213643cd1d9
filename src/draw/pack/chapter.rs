//! A chapter: the map at its moment, and what happens.

use super::super::sheet::text::{label, leading, lines, wrap};
use super::super::sheet::{GAP, HEADING, Look, heading, pictures, table};
use super::super::style::TEXT;
use super::headed;
use crate::geo::{Camera, ViewSize};
use crate::i18n::{date_long, words};
use crate::scene::{Anchor, Group, Node, Point, Rect, Scene, part};

/// What a chapter says. Its moment is that of the look.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chapter {
    pub title: String,
    /// What the speaker says; may be empty.
    pub notes: String,
    pub facts: Vec<String>,
}

/// Between one fact and the next.
const BETWEEN: f32 = 7.0;
/// The column of bullets.
const BULLET: f32 = 14.0;

/// The strength curve stands below the facts where it has so much room.
const LOWEST_CURVE: f32 = 96.0;
const HIGHEST_CURVE: f32 = 210.0;

/// The pages of a chapter: the first has the map, the others what has no room
/// beside it. `camera` is asked for the size of the map; None: all of the theatre.
pub fn chapter(
    look: &Look,
    chapter: &Chapter,
    camera: impl FnOnce(ViewSize) -> Option<Camera>,
) -> Vec<Scene> {
    let date = date_long(look.moment.day(), look.lang);
    let (mut scene, room) = headed(look, &chapter.title, &date);
    let (map, mut text) = parted(room);
    scene.nodes.push(pictures::map(look, map, camera(pictures::view_size(map))));
    scene.nodes.push(table::rim(map, look.style));

    let mut pages = vec![scene];
    let notes = wrap(&chapter.notes, TEXT, text.width());
    if !notes.is_empty() {
        let most = ((text.height() - 40.0) / leading(TEXT)).max(1.0) as usize;
        let (nodes, height) =
            lines(&notes[..notes.len().min(most)], TEXT, text.min, look.style.quiet);
        push(&mut pages, Node::new(Group::named(part::PARAGRAPH, nodes)));
        text.min = text.min.plus(0.0, height + GAP);
    }

    let mut items: Vec<Node> = Vec::new();
    for fact in &chapter.facts {
        let height =
            |room: Rect| wrap(fact, TEXT, room.width() - BULLET).len() as f32 * leading(TEXT);
        if text.min.y + height(text) > text.max.y {
            push(&mut pages, Node::new(Group::named(part::LIST, std::mem::take(&mut items))));
            let (next, room) = headed(look, &chapter.title, &date);
            pages.push(next);
            text = room;
        }
        let texts = wrap(fact, TEXT, text.width() - BULLET);
        let bullet =
            label("•", TEXT, text.min.plus(0.0, TEXT.size), Anchor::Start, look.style.accent);
        let (mut nodes, height) = lines(&texts, TEXT, text.min.plus(BULLET, 0.0), look.style.text);
        nodes.insert(0, bullet);
        items.push(Node::new(Group::named(part::ITEM, nodes)));
        text.min = text.min.plus(0.0, height + BETWEEN);
    }
    push(&mut pages, Node::new(Group::named(part::LIST, items)));
    let left = text.max.y - text.min.y - GAP - HEADING;
    if left >= LOWEST_CURVE {
        // Level with the lower edge of the map.
        let top = text.max.y - left.min(HIGHEST_CURVE);
        let rect = Rect { min: Point::new(text.min.x, top), max: text.max };
        let name = words(look.lang).text("sheet-curve");
        push(&mut pages, heading(look, &name, rect.min.plus(0.0, -HEADING)));
        push(&mut pages, pictures::curve(look, rect));
        push(&mut pages, table::rim(rect, look.style));
    }
    pages
}

fn push(pages: &mut [Scene], node: Node) {
    pages.last_mut().expect("a chapter has a page").nodes.push(node);
}

fn parted(room: Rect) -> (Rect, Rect) {
    let Rect { min, max } = room;
    if room.width() > room.height() {
        let edge = min.x + room.width() * 0.6;
        (
            Rect { min, max: Point::new(edge, max.y) },
            Rect { min: Point::new(edge + GAP * 1.5, min.y), max },
        )
    } else {
        let edge = min.y + room.height() * 0.56;
        (
            Rect { min, max: Point::new(max.x, edge) },
            Rect { min: Point::new(min.x, edge + GAP), max },
        )
    }
}
