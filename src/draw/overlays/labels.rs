//! The texts beside the features of a plan's own layers.

use super::super::area_names::{along, from_the_middle};
use super::super::labels::{Spot, Wish};
use super::super::names::wish;
use super::super::standing::Stage;
use super::super::style::QUIET;
use super::super::widths::measure;
use super::{Laid, MARK, laid};
use crate::scene::{Font, Point};
use crate::theatre::{Attributes, Feature, readable};

/// More texts of one layer than this cover the map whatever is done.
const MOST: usize = 200;
const FONT: Font = Font { size: 10.5, ..QUIET };

/// The texts that want a place, those of the layer on top first.
pub fn wishes(stage: &Stage) -> Vec<Wish> {
    let look = stage.look;
    let laid = laid(look.plan, look.theatre, look.layers).into_iter();
    laid.filter(|it| it.style.label.is_some()).flat_map(|it| of_layer(&it, stage)).collect()
}

/// One wish after another, so that none is made beyond the last that counts: to measure
/// a text and to find a place for it is most of the work.
fn of_layer(laid: &Laid, stage: &Stage) -> Vec<Wish> {
    let look = stage.look;
    let (view, part) = (look.view, look.view.bounds());
    let zoom = view.camera().zoom;
    let property = laid.style.label.as_deref().unwrap_or_default();
    let tag = look.lang.tag();
    // Dark enough to read, and still the layer's own.
    let color = laid.color(look.style).towards(look.style.text, 0.25);
    let wish = |text: &str, spot| wish(text, FONT, color, Some(look.style.country), spot);
    let spots = laid.overlay.spots.within(part).filter_map(|spot| {
        let at = Point::from(view.view_from_lonlat(spot.place()));
        let text = text_of(spot, property, tag).filter(|_| stage.outer.contains(at))?;
        Some(wish(text, Spot::Beside { at, gap: MARK + 2.0, leader: false }))
    });
    let lines = laid.overlay.lines.within(part).filter_map(|line| {
        let text = text_of(line, property, tag)?;
        let points = from_the_middle(along(line.geometry(zoom), stage)).take(20);
        let half = measure(text, FONT) / 2.0;
        let beside = points.flat_map(|at| [at.plus(half + 4.0, -9.0), at.plus(-half - 4.0, 9.0)]);
        Some(wish(text, Spot::Over(beside.collect())))
    });
    let areas = laid.overlay.areas.within(part).filter_map(|area| {
        let text = text_of(area, property, tag)?;
        // One that sticks out of its area by more than half would be anybody's.
        let width = area.bounds().width() * view.camera().scale();
        if width * 2.0 < f64::from(measure(text, FONT)) {
            return None;
        }
        let at = Point::from(view.view_from_lonlat(area.label_at()));
        let near = [0.0, -12.0, 12.0, -24.0, 24.0].map(|dy| at.plus(0.0, dy));
        Some(wish(text, Spot::Over(near.to_vec())))
    });
    spots.chain(lines).chain(areas).take(MOST).collect()
}

/// What is written beside a feature. Names have languages.
fn text_of<'a, S>(
    feature: &'a Feature<Attributes, S>,
    property: &str,
    tag: &str,
) -> Option<&'a str> {
    if property == "name" {
        return feature.names.name(tag);
    }
    feature.data.text(property).map(readable)
}
