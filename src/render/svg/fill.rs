//! Colours and hatches as attributes.

use crate::render::data::number;
use crate::scene::{Color, HATCH_STEP, HATCH_WIDTH, Point};

use super::xml::Tag;
use super::{Place, Writer};

/// The fill of an element in one colour.
pub fn solid(tag: &mut Tag<'_>, color: Color) {
    paint(tag, ["fill", "fill-opacity"], color);
}

/// The stroke of an element, without its width.
pub fn line(tag: &mut Tag<'_>, color: Color) {
    paint(tag, ["stroke", "stroke-opacity"], color);
}

fn paint(tag: &mut Tag<'_>, [name, opacity]: [&str; 2], color: Color) {
    // In hexadecimal with alpha would be shorter, but older programs know it not.
    tag.set(name, &Color { a: 255, ..color }.to_string());
    if color.a < 255 {
        tag.set(opacity, &number(f32::from(color.a) / 255.0, 3));
    }
}

/// The id of the pattern of hatch lines in a colour.
pub fn hatch(writer: &mut Writer, color: Color, place: &Place) -> String {
    let color = color.faded(place.opacity);
    let (step, half) = (number(HATCH_STEP, 2), HATCH_STEP / 2.0);
    // A pattern moves with the group it is used in: this takes it back to the
    // picture. The line stands in the middle of its tile, so that the tiles have
    // no edges to be seen; moved back as well, one runs through the origin.
    let [x, y] = [-place.moved.x, -place.moved.y].map(|x| number(x, 2));
    let back = if place.moved == Point::default() { "" } else { &format!("translate({x} {y}) ") };
    let transform = format!("{back}rotate(45) translate({} 0)", number(-half, 2));
    let key = format!("{color} {transform}");
    if let Some(id) = writer.hatches.get(&key) {
        return id.clone();
    }
    let id = writer.free_id(&format!("hatch-{}", color.to_string().trim_start_matches('#')));
    let mut tag = Tag::open(&mut writer.defs, 2, "pattern");
    tag.set("id", &id)
        .set("width", &step)
        .set("height", &step)
        .set("patternUnits", "userSpaceOnUse")
        .set("patternTransform", &transform);
    tag.end_open();
    let mut tag = Tag::open(&mut writer.defs, 3, "rect");
    tag.set_number("x", half - HATCH_WIDTH / 2.0)
        .set_number("width", HATCH_WIDTH)
        .set("height", &step);
    solid(&mut tag, color);
    tag.end();
    super::xml::close(&mut writer.defs, 2, "pattern");
    writer.hatches.insert(key, id.clone());
    id
}
