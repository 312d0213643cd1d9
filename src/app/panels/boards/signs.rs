//! The signs of statuses: told apart by their shape as well as by colour.

use eframe::egui::{Color32, Pos2, Rect, RichText, Sense, Shape, Stroke, Ui, Vec2, vec2};

use crate::app::convert::color32;
use crate::app::view::View;
use crate::draw::Style;
use crate::i18n::Words;
use crate::plan::TaskStatus;
use crate::scene::Color;

/// How large a sign is.
const RADIUS: f32 = 5.0;

#[derive(Clone, Copy)]
enum Sign {
    Ring,
    HalfDisc,
    Diamond,
    Triangle,
    HalfSquare,
    Square,
    Cross,
    Disc,
    Dash,
    DashedRing,
}

/// Where a row of the mandate or a task of it stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// No task names the row.
    NotAddressed,
    Task(Option<TaskStatus>),
}

impl Standing {
    pub fn word(&self, words: &Words) -> String {
        match self {
            Standing::NotAddressed => words.text("not-addressed"),
            Standing::Task(Some(status)) => words.word("task-status", status.as_word()),
            Standing::Task(None) => words.text("no-status"),
        }
    }

    fn sign(&self, style: &Style) -> (Sign, Color) {
        let Standing::Task(status) = self else { return (Sign::DashedRing, style.closing) };
        match status {
            Some(TaskStatus::Proposed) => (Sign::Ring, style.accent),
            Some(TaskStatus::Consultation) => (Sign::HalfDisc, style.accent),
            Some(TaskStatus::Conditional) => (Sign::Diamond, style.warning),
            Some(TaskStatus::Continuing) => (Sign::Triangle, style.good),
            Some(TaskStatus::Partly) => (Sign::HalfSquare, style.warning),
            Some(TaskStatus::Declared) => (Sign::Square, style.accent),
            Some(TaskStatus::NotTransferable) => (Sign::Cross, style.error),
            Some(TaskStatus::Transferred) => (Sign::Disc, style.good),
            Some(TaskStatus::Unknown(_)) | None => (Sign::Dash, style.quiet),
        }
    }

    /// The sign and its word, on the line of `rect`.
    pub fn show(&self, ui: &mut Ui, rect: Rect, view: &View) {
        paint(ui, self, rect.left_center() + vec2(RADIUS + 1.0, 0.0), view.style);
        let text = RichText::new(self.word(view.words));
        let rect = rect.with_min_x(rect.min.x + 2.0 * RADIUS + 8.0);
        super::list::cell(ui, rect, text);
    }

    /// The sign alone, taking its room in a line.
    pub fn lead(&self, ui: &mut Ui, view: &View) {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(2.0 * RADIUS + 4.0), Sense::hover());
        paint(ui, self, rect.center(), view.style);
    }
}

fn paint(ui: &Ui, standing: &Standing, center: Pos2, style: &Style) {
    let (sign, color) = standing.sign(style);
    ui.painter().extend(shapes(sign, center, color32(color)));
}

fn shapes(sign: Sign, c: Pos2, color: Color32) -> Vec<Shape> {
    let line = Stroke::new(1.6, color);
    let polygon = |points: &[(f32, f32)]| -> Vec<Pos2> {
        points.iter().map(|(x, y)| c + vec2(*x, *y)).collect()
    };
    let filled =
        |points: &[(f32, f32)]| Shape::convex_polygon(polygon(points), color, Stroke::NONE);
    let ring = Shape::circle_stroke(c, RADIUS, line);
    let square = Rect::from_center_size(c, Vec2::splat(9.0));
    match sign {
        Sign::Ring => vec![ring],
        Sign::Disc => vec![Shape::circle_filled(c, RADIUS + 0.5, color)],
        Sign::HalfDisc => {
            let half = (0..=12).map(|step| {
                let angle = std::f32::consts::PI * (0.5 + step as f32 / 12.0);
                c + RADIUS * Vec2::angled(angle)
            });
            vec![Shape::convex_polygon(half.collect(), color, Stroke::NONE), ring]
        }
        Sign::Diamond => {
            let corners = polygon(&[(0.0, -5.5), (5.5, 0.0), (0.0, 5.5), (-5.5, 0.0)]);
            vec![Shape::closed_line(corners, line)]
        }
        Sign::Triangle => vec![filled(&[(-4.0, -5.5), (5.5, 0.0), (-4.0, 5.5)])],
        Sign::HalfSquare => vec![
            filled(&[(-4.5, 4.5), (-4.5, -4.5), (4.5, 4.5)]),
            Shape::rect_stroke(square, 0.0, line, eframe::egui::StrokeKind::Middle),
        ],
        Sign::Square => vec![Shape::rect_filled(square, 0.0, color)],
        Sign::Cross => [[(-4.5, -4.5), (4.5, 4.5)], [(-4.5, 4.5), (4.5, -4.5)]]
            .iter()
            .map(|ends| Shape::line(polygon(ends), Stroke::new(2.0, color)))
            .collect(),
        Sign::Dash => vec![Shape::line(polygon(&[(-4.5, 0.0), (4.5, 0.0)]), line)],
        Sign::DashedRing => (0..6)
            .map(|part| {
                let arc = (0..=4).map(|step| {
                    let turn = (part as f32 + step as f32 / 4.0 * 0.6) / 6.0;
                    c + RADIUS * Vec2::angled(turn * std::f32::consts::TAU)
                });
                Shape::line(arc.collect(), line)
            })
            .collect(),
    }
}

/// A line with a sign, to choose a status by; whether it was chosen.
pub fn choice(ui: &mut Ui, standing: &Standing, chosen: bool, view: &View) -> bool {
    ui.horizontal(|ui| {
        standing.lead(ui, view);
        ui.selectable_label(chosen, standing.word(view.words)).clicked()
    })
    .inner
}
