//! Distances over several points.

use eframe::egui::{Align2, Pos2, Response, Shape, Stroke, StrokeKind, Ui, vec2};

use super::chart::Chart;
use crate::app::convert::{color32, font_id};
use crate::app::mapping::Tool;
use crate::app::view::View;
use crate::geo::{LonLat, distance_km, great_circle};
use crate::i18n::Words;
use crate::scene::{Face, Font};

const LEG: Font = Font::new(Face::Regular, 12.0);
const TOTAL: Font = Font::new(Face::SemiBold, 13.0);
/// A leg shorter than this has no room for its length, in points.
const ROOMY: f32 = 56.0;

/// What is measured, and on to the pointer.
pub(super) fn paint(ui: &Ui, response: &Response, chart: &Chart, view: &View) {
    let map = &view.state.map;
    if map.tool != Tool::Measure || map.points.is_empty() {
        return;
    }
    let next = response.hover_pos().map(|at| chart.place(at));
    let places: Vec<LonLat> = map.points.iter().copied().chain(next).collect();
    let painter = ui.painter_at(chart.rect);
    let (ink, rim) = (color32(view.style.text), color32(view.style.panel.faded(0.85)));
    for (i, leg) in places.windows(2).enumerate() {
        let line = great_circle(leg[0], leg[1]);
        let line: Vec<Pos2> = line.into_iter().map(|place| chart.at(place)).collect();
        painter.line(line.clone(), Stroke::new(4.5, rim));
        // The leg to the pointer is not put yet.
        match i + 1 < map.points.len() {
            true => {
                painter.line(line, Stroke::new(1.8, ink));
            }
            false => painter.extend(Shape::dashed_line(&line, Stroke::new(1.8, ink), 6.0, 4.0)),
        }
        let ends = [chart.at(leg[0]), chart.at(leg[1])];
        if places.len() > 2 && ends[0].distance(ends[1]) > ROOMY {
            let middle = ends[0] + (ends[1] - ends[0]) / 2.0;
            let text = length_text(distance_km(leg[0], leg[1]), view.words);
            tag(ui, chart, middle, Align2::CENTER_CENTER, text, LEG, view);
        }
    }
    for place in &map.points {
        painter.circle(chart.at(*place), 4.0, rim, Stroke::new(1.8, ink));
    }
    if let (Some(last), true) = (places.last(), places.len() > 1) {
        let at = chart.at(*last) + vec2(14.0, 12.0);
        tag(ui, chart, at, Align2::LEFT_TOP, total_text(&places, view.words), TOTAL, view);
    }
}

/// The length of the way over all places.
pub(super) fn total_text(places: &[LonLat], words: &Words) -> String {
    let km = places.windows(2).map(|leg| distance_km(leg[0], leg[1])).sum();
    length_text(km, words)
}

/// `1 234 km`; what is shorter than 10 km in metres.
fn length_text(km: f64, words: &Words) -> String {
    let (message, name, figure) =
        if km < 10.0 { ("map-m", "m", km * 1000.0) } else { ("map-km", "km", km) };
    words.fill(message, &[(name, (figure.round() as i64).into())])
}

/// A text on a ground of its own.
fn tag(ui: &Ui, chart: &Chart, at: Pos2, align: Align2, text: String, font: Font, view: &View) {
    let painter = ui.painter_at(chart.rect);
    let color = color32(view.style.text);
    let galley = painter.layout_no_wrap(text, font_id(font), color);
    let ground = align.anchor_size(at, galley.size() + vec2(10.0, 4.0));
    let ground = ground.translate(vec2((chart.rect.right() - ground.right()).min(0.0), 0.0));
    let rim = Stroke::new(0.8, color32(view.style.line));
    painter.rect(ground, 3.0, color32(view.style.panel.faded(0.94)), rim, StrokeKind::Inside);
    painter.galley(ground.min + vec2(5.0, 2.0), galley, color);
}
