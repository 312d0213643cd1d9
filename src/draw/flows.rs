//! Movements under way: bands along their routes, with what travels on them.

use std::collections::BTreeMap;

use super::bands::{self, color};
use super::bundles::{self, Cargo, Flow};
use super::exits::{Exit, NUMBER};
use super::map::Frame;
use super::style::{STRONG, Style};
use super::symbols::out_mark;
use super::units::{Body, with_number};
use super::widths::measure;
use crate::i18n::{Lang, number, words};
use crate::plan::{Movement, SiteId};
use crate::scene::{Anchor, Font, Group, Label, Node, Outline, Path, Point, Rect, Stroke, Subject};

/// Farther away there is no room for numbers.
const NUMBERS_ZOOM: f64 = 4.2;
const PARCEL: Font = Font { size: 10.0, ..STRONG };
/// How much wider than its number, and how high, what stands around a number is.
const PILL: (f32, f32) = (9.0, 15.0);
/// The side of the square that stands for materiel.
const CRATE: f32 = 9.0;

/// The routes of selected movements, whether they are under way or not.
pub fn selected(frame: &Frame) -> Vec<Node> {
    let look = frame.look;
    let hovered = look.hovered.into_iter().map(|id| (id, 0.35));
    let ids = look.selected.iter().map(|id| (id, 0.9)).chain(hovered);
    ids.filter_map(|(id, opacity)| {
        let movement = look.plan.movements().find(id)?;
        let way = frame.way_of(&movement.id)?;
        let stroke = |color, width| Stroke::new(color, width);
        let nodes = vec![
            Node::new(Path::stroked(way.outline(), stroke(look.style.casing.faded(opacity), 5.0))),
            Node::new(Path::stroked(way.outline(), stroke(look.style.accent.faded(opacity), 2.0))),
        ];
        Some(Node::of(subject(movement), Group::named("way", nodes)))
    })
    .collect()
}

pub fn lines(frame: &Frame) -> Vec<Node> {
    // An arrow out of the theatre says nothing without its mark.
    let has_marks = frame.look.view.camera().zoom >= NUMBERS_ZOOM;
    let shown = frame.flows.iter().filter(|flow| has_marks || !flow.leads_out);
    shown.filter_map(|flow| bands::draw(frame, flow)).collect()
}

fn subject(movement: &Movement) -> Subject {
    Subject::Item((*movement.id).clone())
}

/// What travels on the flows, and where they leave.
pub fn batches(frame: &Frame) -> Vec<Node> {
    let look = frame.look;
    let mut nodes = Vec::new();
    if look.view.camera().zoom < NUMBERS_ZOOM {
        return nodes;
    }
    for flow in &frame.flows {
        let subject = subject(flow.movements[0].0);
        for parcel in &flow.parcels {
            let (at, _) = flow.way.at(flow.way.length() * parcel.progress);
            let people = number(parcel.people as i64, look.lang);
            let pill = |at| pill(at, &people, &flow.cargo, flow.soft, look.style);
            let symbol = match parcel.unit {
                Some(unit) => {
                    let body = Body::new(at, parcel_size(parcel.people, look.lang).0);
                    let (sign, at) = with_number(body, unit, look.style);
                    [vec![sign], pill(at)].concat()
                }
                None if parcel.people > 0 => pill(at),
                None => crate_of(at, look.style),
            };
            nodes.push(Node::of(subject.clone(), Group::named("batch", symbol)));
        }
    }
    // One mark for all who leave from a site: of its widest flow.
    let mut leading_out: BTreeMap<&SiteId, &Flow> = BTreeMap::new();
    for flow in frame.flows.iter().filter(|flow| flow.leads_out) {
        leading_out.entry(flow.from).or_insert(flow);
    }
    for exit in &frame.standing.exits {
        nodes.extend(leading_out.get(&exit.from).map(|flow| {
            let subject = subject(flow.movements[0].0);
            let departed = bundles::departed(frame, &exit.from);
            Node::of(subject, Group::named("out", out(frame, exit, departed)))
        }));
    }
    nodes
}

/// How wide and how high a batch is drawn: the number of its people, or a crate.
pub fn parcel_size(people: u64, lang: Lang) -> (f32, f32) {
    match people {
        0 => (CRATE, CRATE),
        people => (measure(&number(people as i64, lang), PARCEL) + PILL.0, PILL.1),
    }
}

/// A number of people on their way.
fn pill(at: Point, text: &str, cargo: &Cargo, soft: bool, style: &Style) -> Vec<Node> {
    let ink = color(cargo, style);
    let rect = Rect::around(at, measure(text, PARCEL) + PILL.0, PILL.1);
    let outline = Outline::Rect { rect, corner: PILL.1 / 2.0 };
    let (ground, letters) = if soft { (style.panel, ink) } else { (ink, style.casing) };
    let rim = if soft { ink } else { style.casing };
    let label = Label {
        text: text.into(),
        font: PARCEL,
        at: at.plus(0.0, PARCEL.cap_height() / 2.0),
        anchor: Anchor::Middle,
        color: letters,
        halo: None,
    };
    let ground = Path::filled(outline, ground).with_stroke(Stroke::new(rim, 1.2));
    vec![Node::new(ground), Node::new(label)]
}

/// Materiel on its way.
fn crate_of(at: Point, style: &Style) -> Vec<Node> {
    let rect = Rect::around(at, CRATE, CRATE);
    let middle = Outline::line([Point::new(rect.min.x, at.y), Point::new(rect.max.x, at.y)]);
    let rim = Stroke::new(style.casing, 1.2);
    vec![
        Node::new(
            Path::filled(Outline::Rect { rect, corner: 1.5 }, style.materiel)
                .with_stroke(rim.clone()),
        ),
        Node::new(Path::stroked(middle, rim)),
    ]
}

/// The mark behind the arrow out of a site, and how many have left there.
fn out(frame: &Frame, exit: &Exit, departed: u64) -> Vec<Node> {
    let look = frame.look;
    let mut nodes = out_mark(exit.mark, look.style);
    if let Some(anchor) = exit.anchor.filter(|_| departed > 0) {
        let text = words(look.lang).fill("map-departed", &[("people", departed.into())]);
        let dx = if anchor == Anchor::End { -12.0 } else { 12.0 };
        nodes.push(Node::new(Label {
            text,
            font: NUMBER,
            at: exit.mark.plus(dx, NUMBER.cap_height() / 2.0),
            anchor,
            color: look.style.text,
            halo: Some((look.style.casing, 2.5)),
        }));
    }
    nodes
}
