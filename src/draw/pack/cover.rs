//! The cover: what the pack is, as of when, and what is in it.

use super::super::sheet::text::{label, leading, lines, wrap_at_most};
use super::super::sheet::{GAP, Look, page, pictures, table};
use super::super::style::{DATE, STRONG, TEXT};
use super::super::timeline::fitted;
use super::super::widths::measure;
use crate::i18n::{date_long, words};
use crate::scene::{Anchor, Font, Group, Node, Point, Rect, Scene, Stroke, part};

/// A line of the list of contents: a name and its page.
pub type Contents = (String, usize);

const TITLE: Font = Font { size: 32.0, ..DATE };
/// Of a longer list the last lines are left out.
const LINE: f32 = 22.0;

/// The cover, with the map at its moment.
pub fn cover(look: &Look, contents: &[Contents]) -> Scene {
    let (mut scene, room) = page(look);
    let (text, map) = parted(room);
    let (style, lang) = (look.style, look.lang);
    let (words, header) = (words(lang), look.plan.header());
    let mut at = text.min.plus(0.0, text.height() * 0.08);

    let over =
        label(&words.text("pack-title"), STRONG, at.plus(0.0, 13.0), Anchor::Start, style.accent);
    scene.nodes.push(Node::new(Group::named(part::PARAGRAPH, vec![over])));
    at = at.plus(0.0, 26.0);
    let title = wrap_at_most(header.title.in_language(lang.tag()), TITLE, text.width(), 4);
    let (nodes, height) = lines(&title, TITLE, at, style.text);
    scene.nodes.push(Node::new(Group::named(part::TITLE, nodes)));
    at = at.plus(0.0, height + 10.0);

    let situation = ("pack-situation", Some(look.moment.day()));
    for (message, day) in [situation, ("pack-as-of", header.as_of)] {
        let Some(day) = day else { continue };
        let text = words.fill(message, &[("date", date_long(day, lang).into())]);
        let (nodes, height) = lines(&[text], TEXT, at, style.quiet);
        scene.nodes.push(Node::new(Group::named(part::PARAGRAPH, nodes)));
        at = at.plus(0.0, height);
    }
    at = at.plus(0.0, 18.0);
    scene.nodes.push(table::rule(at.x, at.y, text.width(), Stroke::new(style.accent, 2.0)));
    at = at.plus(0.0, 14.0);
    scene.nodes.extend(list(look, contents, Rect { min: at, max: text.max }));
    scene.nodes.push(pictures::map(look, map, None));
    scene.nodes.push(table::rim(map, style));
    scene
}

fn parted(room: Rect) -> (Rect, Rect) {
    let Rect { min, max } = room;
    if room.width() > room.height() {
        let edge = min.x + room.width() * 0.4;
        (
            Rect { min, max: Point::new(edge, max.y) },
            Rect { min: Point::new(edge + GAP * 2.0, min.y), max },
        )
    } else {
        let edge = min.y + room.height() * 0.55;
        (
            Rect { min, max: Point::new(max.x, edge) },
            Rect { min: Point::new(min.x, edge + GAP), max },
        )
    }
}

fn list(look: &Look, contents: &[Contents], room: Rect) -> Vec<Node> {
    let style = look.style;
    let heading = words(look.lang).text("pack-contents");
    let heading = label(&heading, STRONG, room.min.plus(0.0, 13.0), Anchor::Start, style.text);
    let lines = contents.iter().enumerate().map(|(i, (name, page))| {
        let y = room.min.y + leading(STRONG) + 8.0 + LINE * i as f32 + TEXT.size;
        let number = page.to_string();
        let name = fitted(name, TEXT, room.width() - measure(&number, TEXT) - 16.0);
        let nodes = vec![
            label(&name, TEXT, Point::new(room.min.x, y), Anchor::Start, style.text),
            label(&number, TEXT, Point::new(room.max.x, y), Anchor::End, style.quiet),
        ];
        (y, Node::new(Group::named(part::ITEM, nodes)))
    });
    let fitting = lines.take_while(|(y, _)| *y <= room.max.y).map(|(_, node)| node).collect();
    vec![
        Node::new(Group::named(part::HEADING, vec![heading])),
        Node::new(Group::named(part::LIST, fitting)),
    ]
}
