//! What every page of paper has: the marking, the title block and the line of
//! sources.

use super::text::{label, leading, lines, wrap_at_most};
use super::{Look, table};
use crate::draw::furniture::{credit_words, marking_text};
use crate::draw::style::{DATE, QUIET, STRONG, TEXT};
use crate::draw::timeline::fitted;
use crate::draw::widths::measure;
use crate::i18n::{date_long, day_count, words};
use crate::scene::{Anchor, Font, Group, Node, Point, Rect, Stroke, part};

/// Of more sources the first ones are named.
const SOURCE_LINES: usize = 3;
const SOURCES: Font = Font { size: 9.5, ..QUIET };

/// How far the edges of a page are left free: 4 % of the shorter side.
pub fn margin(width: f32, height: f32) -> f32 {
    width.min(height) * 0.04
}

/// The handling line, centred above and below all else.
pub fn marking(look: &Look, page: Rect) -> Node {
    let text = marking_text(look.plan, look.lang);
    let room = margin(page.width(), page.height());
    let x = page.center().x;
    let lines = [page.min.y + room * 0.5, page.max.y - room * 0.5].map(|middle| {
        let at = Point::new(x, middle + STRONG.cap_height() / 2.0);
        label(text, STRONG, at, Anchor::Middle, look.style.error)
    });
    let shown = if text.is_empty() { Vec::new() } else { lines.to_vec() };
    Node::new(Group::named(part::MARGIN, shown))
}

/// Title at the left, date at the right, a rule below; and what is left of the
/// page.
pub fn title(look: &Look, room: Rect) -> (Vec<Node>, Rect) {
    let (style, lang) = (look.style, look.lang);
    let header = look.plan.header();
    let date = date_long(look.moment.day(), lang);
    let width = room.width() - measure(&date, DATE) - 24.0;
    let title = header.title.in_language(lang.tag());
    let title_font = title_font(title, width);
    let base = room.min.y + DATE.size * 0.82;
    let second = base + 22.0;
    let track = words(lang).word("track", look.track.as_word());
    let count = header.d_day.map(|d_day| day_count(look.moment.day(), d_day, lang));
    let right: Vec<String> = count.into_iter().chain([track]).collect();
    let right = right.join("  ·  ");
    let phases = fitted(&phases(look), TEXT, room.width() - measure(&right, TEXT) - 24.0);
    let at = |x: f32, y: f32| Point::new(x, y);
    let title = fitted(title, title_font, width);
    let (left, end) = (room.min.x, room.max.x);
    let shown = |text: &str, font, at, anchor, color| {
        (!text.is_empty()).then(|| label(text, font, at, anchor, color))
    };
    let title = shown(&title, title_font, at(left, base), Anchor::Start, style.text);
    let others = [
        shown(&date, DATE, at(end, base), Anchor::End, style.text),
        shown(&phases, TEXT, at(left, second), Anchor::Start, style.quiet),
        shown(&right, TEXT, at(end, second), Anchor::End, style.quiet),
    ];
    let nodes = vec![
        Node::new(Group::named(part::TITLE, title.into_iter().collect())),
        Node::new(Group::named(part::PARAGRAPH, others.into_iter().flatten().collect())),
        table::rule(left, second + 11.0, room.width(), Stroke::new(style.accent, 2.0)),
    ];
    (nodes, Rect { min: Point::new(left, second + 24.0), max: room.max })
}

/// As large as the title has room, down to the size of a heading.
fn title_font(title: &str, width: f32) -> Font {
    let size = DATE.size * (width / measure(title, DATE)).min(1.0);
    Font { size: size.max(16.0), ..DATE }
}

/// The innermost phases of the day, parted by dots.
fn phases(look: &Look) -> String {
    let names = look.plan.phases_on(look.moment.day());
    let names: Vec<&str> = names.map(|phase| phase.name.in_language(look.lang.tag())).collect();
    names.join("  ·  ")
}

/// What the plan and the map are taken from, along the lower edge; and what is
/// left of the page.
pub fn sources(look: &Look, room: Rect) -> (Vec<Node>, Rect) {
    let words = words(look.lang);
    let symbols = look.plan.sources().iter().map(|source| match &source.symbol {
        Some(symbol) => symbol.clone(),
        None => source.title.in_language(look.lang.tag()).to_owned(),
    });
    let symbols: Vec<String> = symbols.collect();
    let mut parts = Vec::new();
    if !symbols.is_empty() {
        let args = [("sources", symbols.join(", ").into()), ("count", symbols.len().into())];
        parts.push(words.fill("sheet-sources", &args));
    }
    let credit = credit_words(look.theatre, words);
    let credit = format!("{credit} {}", words.text("map-boundaries"));
    // The credit of the map may not be cut off: it has lines of its own.
    let mut texts = wrap_at_most(&parts.join(" "), SOURCES, room.width(), SOURCE_LINES);
    texts.extend(wrap_at_most(&credit, SOURCES, room.width(), SOURCE_LINES));
    let height = leading(SOURCES) * texts.len() as f32;
    let top = room.max.y - height;
    let (nodes, _) = lines(&texts, SOURCES, Point::new(room.min.x, top), look.style.quiet);
    let rest = Rect { min: room.min, max: Point::new(room.max.x, top - 10.0) };
    (vec![Node::new(Group::named(part::PARAGRAPH, nodes))], rest)
}
