//! Labels as elements.

use crate::scene::{Anchor, Label, Subject};

use super::xml::Tag;
use super::{Place, Writer, fill};

pub fn write(writer: &mut Writer, label: &Label, subject: Option<&Subject>, place: &Place) {
    let bounds = label.bounds();
    let seen = bounds.is_somewhere() && bounds.intersection(place.window).is_some();
    if !seen || label.text.is_empty() || label.font.size <= 0.0 {
        return;
    }
    writer.faces.insert(label.font.face);
    let id = writer.subject_id(subject);
    let mut tag = Tag::open(&mut writer.body, place.depth, "text");
    super::path::subject(&mut tag, id, subject);
    // Programs differ in whether the spacing behind the last letter belongs to
    // the text when they anchor it; we say ourselves where it begins.
    let spaced = label.font.spacing != 0.0;
    let at = if spaced { label.start() } else { label.at };
    tag.set_number("x", at.x).set_number("y", at.y).set_number("font-size", label.font.size);
    if label.font.face.weight() != 400 {
        tag.set("font-weight", &label.font.face.weight().to_string());
    }
    if label.font.face.is_italic() {
        tag.set("font-style", "italic");
    }
    if spaced {
        tag.set_number("letter-spacing", label.font.spacing);
    } else if label.anchor != Anchor::Start {
        tag.set("text-anchor", if label.anchor == Anchor::End { "end" } else { "middle" });
    }
    // Otherwise spaces that follow each other or the edges are dropped.
    if label.text.trim() != label.text || label.text.contains("  ") {
        tag.set("xml:space", "preserve");
    }
    fill::solid(&mut tag, label.color.faded(place.opacity));
    if let Some((color, width)) = label.halo.filter(|(_, width)| *width > 0.0) {
        fill::line(&mut tag, color.faded(place.opacity));
        // The inner half lies under the letters.
        tag.set_number("stroke-width", width * 2.0).set("paint-order", "stroke");
    }
    tag.end_with(&label.text);
}
