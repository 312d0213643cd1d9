//! The units of a moment: who is at the camps of a picture, and who is on the way.

use std::collections::BTreeMap;

use super::rows::{HALF, MORE, Slot, are_shown, members, more_text};
use super::sign::Sign;
use crate::draw::bundles::Cargo;
use crate::draw::map::Frame;
use crate::draw::style::Style;
use crate::plan::{MovementId, Site, Unit};
use crate::scene::{Anchor, Group, Label, Node, Point, Rect, Subject};
use crate::schedule::{Aboard, MovementNow, MovementState};

/// Who goes with the movements that are under way in a picture; nobody where units
/// are not shown.
#[derive(Default)]
pub struct Travellers<'a>(BTreeMap<&'a MovementId, Vec<Aboard<'a>>>);

impl<'a> Travellers<'a> {
    pub fn of(frame: &Frame<'a>) -> Travellers<'a> {
        let look = frame.look;
        if !are_shown(look) {
            return Travellers::default();
        }
        let under_way = |(_, now): &&(_, MovementNow)| now.state == MovementState::UnderWay;
        let aboard = frame.movements.iter().filter(under_way).map(|(course, now)| {
            let aboard = look.schedule.aboard(look.track, &now.id, look.moment);
            (&course.movement.id, aboard)
        });
        Travellers(aboard.collect())
    }

    /// The unit with the most people in a batch, rather one of the cargo its flow is drawn
    /// as; None where nobody is in it.
    pub fn lead(&self, movement: &MovementId, batch: i64, cargo: &Cargo) -> Option<&'a Unit> {
        let parts = self.0.get(movement)?.iter().filter(|it| it.batch == batch).map(|it| it.part);
        let counted = |unit: &Unit| *cargo == Cargo::People(unit.category.clone());
        let led = parts.filter(|part| part.people > 0);
        led.max_by_key(|part| (counted(part.unit), part.people)).map(|part| part.unit)
    }
}

/// The row of a camp.
pub struct Shown<'a> {
    site: &'a Site,
    /// What it covers.
    pub area: Rect,
    /// All units that are there or on their way there.
    pub all: Vec<Sign<'a>>,
    /// Those that have a symbol, with its middle.
    seated: Vec<(&'a Unit, Sign<'a>, Point)>,
    /// How many have none, and where that is said.
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
        let crew = members(look.schedule.crew(look.track, &site.id, look.moment)).into_iter();
        let signed: Vec<(&Unit, Sign)> = crew.map(|it| (it.part.unit, it.sign())).collect();
        let total = signed.len();
        if total == 0 {
            return None;
        }
        let (present, expected) =
            signed.split_at(signed.partition_point(|(_, sign)| !sign.is_planned));
        // However many are there, one of those that are expected is seen.
        let there = present.len().min(slot.most - expected.len().min(1));
        let coming = expected.len().min(slot.most - there);
        let (seats, area, text) = slot.seats(there + coming, total - there - coming);
        let chosen = present[..there].iter().chain(&expected[..coming]);
        let seated = chosen.zip(seats).map(|((unit, sign), at)| (*unit, *sign, at)).collect();
        let others = Some((total - there - coming, text)).filter(|(others, _)| *others > 0);
        let all = signed.iter().map(|(_, sign)| *sign).collect();
        Some(Shown { site, area, all, seated, others })
    }

    fn nodes(&self, style: &Style) -> Vec<Node> {
        let symbol = |(unit, sign, at): &(&Unit, Sign, Point)| {
            let subject = Subject::Item((*unit.id).clone());
            Node::of(subject, Group::named("unit", sign.nodes(*at, HALF, style)))
        };
        let mut nodes: Vec<Node> = self.seated.iter().map(symbol).collect();
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
        Node::of(subject, Group::named("crew", row.nodes(frame.look.style)))
    };
    frame.rows.iter().map(row).collect()
}
