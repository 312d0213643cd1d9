//! Units with their symbols: in cards and in the inspector.

use eframe::egui::{Sense, Ui, vec2};

use crate::app::paint;
use crate::app::view::View;
use crate::draw::units::{Sign, by_size};
use crate::plan::{SiteId, Unit};
use crate::scene::Point;
use crate::schedule::Part;

/// Half of the height of a frame, in points.
const HALF: f32 = 6.0;

/// What of a unit is at a site, or on its way there.
pub struct Entry<'a> {
    pub part: Part<'a>,
    pub is_expected: bool,
}

/// The units at a site, the largest first, then those on their way there.
pub fn of_site<'a>(site: &SiteId, view: &View<'a>) -> Vec<Entry<'a>> {
    let View { schedule, track, moment, .. } = *view;
    let present = schedule.present(track, site, moment);
    let expected = schedule.expected(track, site, moment);
    let both =
        [(present, false), (expected, true)].into_iter().flat_map(|(mut parts, expected)| {
            parts.sort_by(|a, b| by_size(a.unit).cmp(&by_size(b.unit)));
            parts.into_iter().map(move |part| Entry { part, is_expected: expected })
        });
    both.collect()
}

/// Entries below each other, at most so many; `name` shows that of a unit.
pub fn list(
    ui: &mut Ui,
    entries: &[Entry],
    most: usize,
    view: &View,
    mut name: impl FnMut(&mut Ui, &Unit),
) {
    for Entry { part, is_expected } in entries.iter().take(most) {
        ui.horizontal_wrapped(|ui| {
            sign(ui, &Sign { is_planned: *is_expected, ..Sign::of(part.unit) }, view);
            name(ui, part.unit);
            let count = [("count", part.people.into())];
            match (part.people, is_expected) {
                (_, true) => drop(ui.weak(view.words.fill("units-coming", &count))),
                (0, false) => {}
                (_, false) => drop(ui.weak(view.words.fill("people", &count))),
            }
        });
    }
    if entries.len() > most {
        ui.weak(view.words.fill("remove-more", &[("count", (entries.len() - most).into())]));
    }
}

/// The symbol of a unit; what it says stands beside it in words.
pub fn sign(ui: &mut Ui, sign: &Sign, view: &View) {
    let bounds = Sign::bounds(Point::default(), HALF, Sign::has_staff(sign.kind));
    let size = vec2(bounds.width(), bounds.height());
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    let at = area.min - vec2(bounds.min.x, bounds.min.y);
    paint::nodes(ui.painter(), &sign.nodes(Point::default(), HALF, view.style), at);
}
