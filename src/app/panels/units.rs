//! Units with their symbols: in cards and in the inspector.

use eframe::egui::{Align, Layout, Sense, TextStyle, Ui, UiBuilder, vec2};

use crate::app::paint;
use crate::app::view::View;
use crate::draw::units::{Member, Sign, members};
use crate::i18n::number;
use crate::plan::{SiteId, Unit};
use crate::scene::Point;

/// Half of the height of a frame, in points.
const HALF: f32 = 6.0;

/// The units at a site, the largest first, then those on their way there.
pub fn of_site<'a>(site: &SiteId, view: &View<'a>) -> Vec<Member<'a>> {
    let View { schedule, track, moment, .. } = *view;
    members(schedule.crew(track, site, moment))
}

/// Units below each other, at most so many; `name` shows that of a unit.
pub fn list(
    ui: &mut Ui,
    entries: &[Member],
    most: usize,
    view: &View,
    mut name: impl FnMut(&mut Ui, &Unit),
) {
    for member @ Member { part, is_expected } in entries.iter().take(most) {
        // Marks of size rise above the line.
        ui.add_space(3.0);
        ui.horizontal_top(|ui| {
            sign(ui, &member.sign(), view);
            people(ui, part.people, view);
            ui.vertical(|ui| {
                name(ui, part.unit);
                if *is_expected {
                    ui.weak(view.words.text("unit-coming"));
                }
            });
        });
    }
    if entries.len() > most {
        ui.weak(view.words.fill("remove-more", &[("count", (entries.len() - most).into())]));
    }
}

/// A column of numbers; none where only materiel is there.
fn people(ui: &mut Ui, people: u64, view: &View) {
    let size = vec2(34.0, ui.text_style_height(&TextStyle::Body));
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    if people > 0 {
        let text = number(people as i64, view.words.lang());
        let cell = UiBuilder::new().max_rect(area).layout(Layout::right_to_left(Align::Center));
        ui.scope_builder(cell, |ui| ui.label(text));
    }
}

/// The symbol of a unit, its frame in the middle of a line of text; what it says stands
/// beside it in words.
pub fn sign(ui: &mut Ui, sign: &Sign, view: &View) {
    let width = Sign::bounds(Point::default(), HALF, false).width();
    let size = vec2(width, ui.text_style_height(&TextStyle::Body));
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    let nodes = sign.nodes(Point::default(), HALF, view.style);
    paint::nodes(ui.painter(), &nodes, area.center());
}
