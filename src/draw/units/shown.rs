//! The units of a moment: who is at the camps of a picture, and who is on the way.

use std::collections::BTreeMap;

use super::rows::{HALF, MORE, Slot, are_shown, by_size, more_text};
use super::sign::Sign;
use crate::draw::courses::Course;
use crate::draw::map::Frame;
use crate::plan::{MovementId, Site, Unit};
use crate::scene::{Anchor, Group, Label, Node, Point, Rect, Subject};
use crate::schedule::Aboard;

/// Who goes with the movements that are under way in a picture; nobody where units
/// are not shown.
#[derive(Default)]
pub struct Travellers<'a>(BTreeMap<&'a MovementId, (&'a Course, Vec<Aboard<'a>>)>);

impl<'a> Travellers<'a> {
    pub fn of(frame: &Frame<'a>) -> Travellers<'a> {
        let look = frame.look;
        if !are_shown(look) {
            return Travellers::default();
        }
        let aboard = frame.under_way.iter().map(|(course, now)| {
            let aboard = look.schedule.aboard(look.track, &now.id, look.moment);
            (&course.movement.id, (*course, aboard))
        });
        Travellers(aboard.collect())
    }

    /// The unit with the most people in a batch; None where nobody is in it.
    pub fn lead(&self, movement: &MovementId, batch: i64) -> Option<&'a Unit> {
        let (_, aboard) = self.0.get(movement)?;
        let parts = aboard.iter().filter(|it| it.batch == batch).map(|it| it.part);
        let led = parts.filter(|part| part.people > 0);
        led.max_by_key(|part| part.people).map(|part| part.unit)
    }

    /// The units on their way to a camp, by the number of its post.
    fn to(&self, post: usize) -> impl Iterator<Item = &'a Unit> {
        let there = self.0.values().filter(move |(course, _)| course.to == Some(post));
        there.flat_map(|(_, aboard)| aboard.iter().map(|it| it.part.unit))
    }
}

/// The row of a camp.
pub struct Shown<'a> {
    site: &'a Site,
    /// What it covers.
    pub area: Rect,
    /// All units that are there or on their way there: those that are there first, and
    /// of these the largest.
    pub units: Vec<Sign<'a>>,
    /// The middles of the symbols of the first ones.
    seats: Vec<(Point, &'a Unit)>,
    /// How many have no symbol, and where that is said.
    others: Option<(usize, Point)>,
}

impl<'a> Shown<'a> {
    /// The rows of a moment. One over which a name must lie that had no place before
    /// gives way to it.
    pub fn all(frame: &Frame<'a>) -> Vec<Shown<'a>> {
        let rows = frame.standing.names.rows().iter().filter_map(|slot| Shown::of(slot, frame));
        rows.filter(|row| !frame.names.iter().any(|name| name.covers(row.area))).collect()
    }

    /// None where nobody is.
    fn of(slot: &Slot, frame: &Frame<'a>) -> Option<Shown<'a>> {
        let look = frame.look;
        let site = frame.sites[slot.post].site;
        let present = look.schedule.present(look.track, &site.id, look.moment);
        let mut present: Vec<&Unit> = present.into_iter().map(|part| part.unit).collect();
        present.sort_by(|a, b| by_size(a).cmp(&by_size(b)));
        let is_there = |unit: &&Unit| present.iter().any(|there| there.id == unit.id);
        let mut expected: Vec<&Unit> =
            frame.travellers.to(slot.post).filter(|unit| !is_there(unit)).collect();
        expected.sort_by(|a, b| by_size(a).cmp(&by_size(b)));
        expected.dedup_by(|a, b| a.id == b.id);
        let planned =
            expected.iter().copied().map(|unit| Sign { is_planned: true, ..Sign::of(unit) });
        let signs: Vec<Sign> = present.iter().copied().map(Sign::of).chain(planned).collect();
        if signs.is_empty() {
            return None;
        }
        let count = signs.len().min(slot.most);
        let others = signs.len() - count;
        let (seats, area, text) = slot.seats(count, others);
        let units = present.iter().chain(&expected).copied();
        let seats = seats.into_iter().zip(units).collect();
        let others = (others > 0).then_some((others, text));
        Some(Shown { site, area, units: signs, seats, others })
    }

    fn nodes(&self, frame: &Frame) -> Vec<Node> {
        let style = frame.look.style;
        let both = self.seats.iter().zip(&self.units);
        let symbol = |((at, unit), sign): (&(Point, &Unit), &Sign)| {
            let subject = Subject::Item((*unit.id).clone());
            Node::of(subject, Group::named("unit", sign.nodes(*at, HALF, style)))
        };
        let mut nodes: Vec<Node> = both.map(symbol).collect();
        nodes.extend(self.others.map(|(count, at)| {
            Node::new(Label {
                text: more_text(count),
                font: MORE,
                at,
                anchor: Anchor::Start,
                color: style.text,
                halo: Some((style.casing, 2.5)),
            })
        }));
        nodes
    }
}

/// The rows of all camps.
pub fn draw(frame: &Frame) -> Vec<Node> {
    let row = |row: &Shown| {
        let subject = Subject::Item((*row.site.id).clone());
        Node::of(subject, Group::named("crew", row.nodes(frame)))
    };
    frame.rows.iter().map(row).collect()
}
