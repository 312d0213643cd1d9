//! Movements under way: bands along their routes, with what travels on them.

use std::collections::BTreeMap;

use super::bundles::{self, Cargo, Flow};
use super::exits::{Exit, NUMBER};
use super::map::Frame;
use super::shapes::arrowhead;
use super::style::{STRONG, Style, Theme};
use super::symbols::out_mark;
use super::units::{Body, with_number};
use super::widths::measure;
use crate::i18n::{Lang, number, words};
use crate::plan::{Category, Movement, SiteId};
use crate::scene::{
    Anchor, Color, Dash, Font, Group, Label, Node, Outline, Path, Point, Rect, Stroke, Subject,
};

/// How far dashes move in a day of the plan, in points: one after the other at
/// the usual speeds of playback.
const POINTS_A_DAY: f64 = 16.0;
/// The light dashes on a band of people, and the band of materiel itself.
const LIGHT: [f32; 2] = [7.0, 17.0];
const DASHES: [f32; 2] = [8.0, 4.0];
/// Farther away there is no room for numbers.
const NUMBERS_ZOOM: f64 = 4.2;
const PARCEL: Font = Font { size: 10.0, ..STRONG };

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
    shown.flat_map(|flow| line(frame, flow)).collect()
}

fn subject(movement: &Movement) -> Subject {
    Subject::Item((*movement.id).clone())
}

fn color(cargo: &Cargo, style: &Style) -> Color {
    match cargo {
        Cargo::People(category) => style.category(category),
        Cargo::Materiel => style.materiel,
    }
}

fn line(frame: &Frame, flow: &Flow) -> Vec<Node> {
    let style = frame.look.style;
    let ink = color(&flow.cargo, style).faded(if flow.soft { 0.7 } else { 0.95 });
    let head = head_size(flow.width);
    let Some(band) = flow.way.part(0.0, flow.way.length() - head * 0.7) else {
        return Vec::new();
    };
    let offset = |period: f32| {
        let run = frame.look.moment.days() * POINTS_A_DAY;
        -(run.rem_euclid(f64::from(period)) as f32)
    };
    let dashed = |color, width, lengths: [f32; 2]| Stroke {
        color,
        width,
        dash: Some(Dash { offset: offset(lengths.iter().sum()), lengths: lengths.into() }),
    };
    let rim = Stroke::new(style.casing.faded(0.8), flow.width + 2.5);
    let mut nodes = vec![Node::new(Path::stroked(band.outline(), rim))];
    // Each movement has its stripe of the band, so that pointing finds it.
    let mut side = -flow.width / 2.0;
    for (movement, share) in &flow.movements {
        let width = flow.width * share;
        let stripe =
            if flow.movements.len() == 1 { band.clone() } else { band.shifted(side + width / 2.0) };
        side += width;
        let stroke = match flow.cargo {
            Cargo::People(_) => Stroke::new(ink, width),
            Cargo::Materiel => dashed(ink, width, DASHES),
        };
        nodes.push(Node::of(subject(movement), Path::stroked(stripe.outline(), stroke)));
    }
    if flow.cargo != Cargo::Materiel {
        let light = if style.theme == Theme::Dark { style.text } else { style.casing };
        let light = light.faded(if flow.soft { 0.4 } else { 0.6 });
        let stroke = dashed(light, (flow.width * 0.3).max(1.0), LIGHT);
        nodes.push(Node::new(Path::stroked(band.outline(), stroke)));
    }
    let length = flow.way.length();
    // A second head half way, where there is room for two.
    let places: &[f32] = if length > 90.0 { &[0.6, 1.0] } else { &[1.0] };
    for share in places {
        let (tip, angle) = flow.way.at(length * share);
        let outline = arrowhead(tip, angle, head);
        let path = if flow.soft {
            Path::filled(outline, style.casing).with_stroke(Stroke::new(ink, 1.4))
        } else {
            Path::filled(outline, ink).with_stroke(Stroke::new(style.casing.faded(0.8), 1.0))
        };
        nodes.push(Node::of(subject(flow.movements[0].0), path));
    }
    vec![Node::new(Group::named("flow", nodes))]
}

fn head_size(width: f32) -> f32 {
    7.0 + width * 1.1
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
                    let body = Body::new(at, number_width(parcel.people, look.lang));
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

/// How wide a number of people on their way is drawn.
pub fn number_width(people: u64, lang: Lang) -> f32 {
    measure(&number(people as i64, lang), PARCEL) + 9.0
}

/// A number of people on their way.
fn pill(at: Point, text: &str, cargo: &Cargo, soft: bool, style: &Style) -> Vec<Node> {
    let ink = color(cargo, style);
    let rect = Rect::around(at, measure(text, PARCEL) + 9.0, 15.0);
    let outline = Outline::Rect { rect, corner: 7.5 };
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
    let rect = Rect::around(at, 9.0, 9.0);
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
    if departed > 0 {
        let text = words(look.lang).fill("map-departed", &[("people", departed.into())]);
        let dx = if exit.anchor == Anchor::End { -12.0 } else { 12.0 };
        nodes.push(Node::new(Label {
            text,
            font: NUMBER,
            at: exit.mark.plus(dx, NUMBER.cap_height() / 2.0),
            anchor: exit.anchor,
            color: look.style.text,
            halo: Some((look.style.casing, 2.5)),
        }));
    }
    nodes
}

/// How a flow looks in a legend.
pub fn sample(at: Point, category: Option<&Category>, style: &Style) -> Vec<Node> {
    let line = Outline::line([at.plus(-12.0, 0.0), at.plus(5.0, 0.0)]);
    let ink = category.map_or(style.materiel, |category| style.category(category));
    let stroke = match category {
        Some(_) => Stroke::new(ink, 4.0),
        None => Stroke::dashed(ink, 4.0, [5.0, 2.5]),
    };
    vec![
        Node::new(Path::stroked(line, stroke)),
        Node::new(Path::filled(arrowhead(at.plus(12.0, 0.0), 0.0, 9.5), ink)),
    ]
}
