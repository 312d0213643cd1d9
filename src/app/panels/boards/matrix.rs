//! The matrix of likelihood and impact. Risks are numbered discs that are dragged,
//! or moved with the arrows, from cell to cell; those not rated wait in a tray.

use eframe::egui::epaint::TextShape;
use eframe::egui::{Align2, Pos2, Rect, RichText, Sense, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::disc;
use crate::app::action::Action;
use crate::app::convert::{color32, font_id};
use crate::app::view::View;
use crate::board::{Level, Matrix, RATINGS};
use crate::draw::{Style, Theme};
use crate::scene::{Color, Face, Font};

/// The radius of a disc where there is room for it, and the least one.
pub const RADII: (f32, f32) = (10.0, 6.0);
/// Between two discs.
const AIR: f32 = 3.0;
/// Room for the names and figures of the axes.
const AXIS: Vec2 = vec2(34.0, 32.0);
/// The least height of a cell: a lower panel scrolls.
const LEAST_CELL: f32 = 26.0;

/// Where the cells lie.
#[derive(Clone, Copy)]
pub struct Grid {
    rect: Rect,
    tray: Rect,
}

/// Where a disc was let go.
#[derive(Clone, Copy, PartialEq)]
pub enum Target {
    Cell(u8, u8),
    Tray,
}

impl Grid {
    /// Likelihood grows upwards, impact to the right.
    fn cell(&self, likelihood: u8, impact: u8) -> Rect {
        let size = self.rect.size() / RATINGS.count() as f32;
        let column = f32::from(impact - RATINGS.start());
        let row = f32::from(RATINGS.end() - likelihood);
        Rect::from_min_size(self.rect.min + vec2(column * size.x, row * size.y), size)
    }

    pub fn target(&self, at: Pos2) -> Option<Target> {
        let hit = |(likelihood, impact): &(u8, u8)| self.cell(*likelihood, *impact).contains(at);
        let cells = RATINGS.flat_map(|likelihood| RATINGS.map(move |impact| (likelihood, impact)));
        let cell = cells.clone().find(hit).map(|(l, i)| Target::Cell(l, i));
        cell.or(self.tray.contains(at).then_some(Target::Tray))
    }

    pub fn area(&self, target: Target) -> Rect {
        match target {
            Target::Cell(likelihood, impact) => self.cell(likelihood, impact),
            Target::Tray => self.tray,
        }
    }
}

pub fn show(ui: &mut Ui, matrix: &Matrix, view: &View, actions: &mut Vec<Action>) {
    let tray = tray(ui, matrix, view);
    let room = ui.available_size();
    let least = LEAST_CELL * RATINGS.count() as f32;
    let size = vec2(room.x - AXIS.x, (room.y - AXIS.y).max(least));
    let (area, _) = ui.allocate_exact_size(size + AXIS, Sense::hover());
    let grid = Grid { rect: Rect::from_min_size(area.min + vec2(AXIS.x, 0.0), size), tray };
    axes(ui, &grid, view);
    for likelihood in RATINGS {
        for impact in RATINGS {
            cell(ui, grid.cell(likelihood, impact), likelihood, impact, view);
        }
    }
    let (radius, places) = places(tray.shrink(4.0), matrix.unrated.len());
    for (numbered, at) in matrix.unrated.iter().zip(places) {
        disc::show(ui, numbered, (at, radius), &grid, view, actions);
    }
    for ((likelihood, impact), risks) in &matrix.cells {
        let inner = grid.cell(*likelihood, *impact).shrink(3.0);
        let (radius, places) = self::places(inner, risks.len());
        for (numbered, at) in risks.iter().zip(places) {
            disc::show(ui, numbered, (at, radius), &grid, view, actions);
        }
    }
}

/// Room for those that are not rated; as high as they need.
fn tray(ui: &mut Ui, matrix: &Matrix, view: &View) -> Rect {
    let count = matrix.unrated.len();
    let text = view.words.fill("risks-unrated", &[("count", count.into())]);
    ui.label(RichText::new(text).small().weak());
    let step = 2.0 * RADII.0 + AIR;
    let a_row = (((ui.available_width() - 8.0) / step).floor() as usize).max(1);
    let rows = count.div_ceil(a_row).clamp(1, 2);
    let height = rows as f32 * step + 6.0;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let line = Stroke::new(1.0, color32(view.style.line));
    ui.painter().rect_stroke(rect, 4.0, line, StrokeKind::Inside);
    rect
}

/// The radius and the places of so many discs in an area: in rows from the top, or
/// smaller, or in the end one over the other.
fn places(area: Rect, count: usize) -> (f32, Vec<Pos2>) {
    let fitting = |radius: f32| {
        let step = 2.0 * radius + AIR;
        let columns = ((area.width() + AIR) / step).floor().max(1.0) as usize;
        let rows = ((area.height() + AIR) / step).floor().max(1.0) as usize;
        (columns * rows >= count).then_some((radius, columns))
    };
    let radii = (RADII.1 as u8..=RADII.0 as u8).rev().map(f32::from);
    let Some((radius, columns)) = radii.into_iter().find_map(fitting) else {
        let radius = RADII.1;
        let free = area.width() - 2.0 * radius;
        let at = |n: usize| area.left() + radius + free * n as f32 / (count - 1).max(1) as f32;
        return (radius, (0..count).map(|n| pos2(at(n), area.center().y)).collect());
    };
    let step = 2.0 * radius + AIR;
    let rows = count.div_ceil(columns);
    let height = rows as f32 * step - AIR;
    let place = |n: usize| {
        let in_row = columns.min(count - n / columns * columns);
        let width = in_row as f32 * step - AIR;
        let x = area.center().x - width / 2.0 + (n % columns) as f32 * step + radius;
        let y = area.center().y - height / 2.0 + (n / columns) as f32 * step + radius;
        pos2(x, y)
    };
    (radius, (0..count).map(place).collect())
}

fn axes(ui: &Ui, grid: &Grid, view: &View) {
    let painter = ui.painter();
    let quiet = color32(view.style.quiet);
    let small = font_id(Font::new(Face::Regular, 11.0));
    for rating in RATINGS {
        let row = grid.cell(rating, *RATINGS.start()).left_center() - vec2(8.0, 0.0);
        let column = grid.cell(*RATINGS.start(), rating).center_bottom() + vec2(0.0, 8.0);
        for at in [row, column] {
            painter.text(at, Align2::CENTER_CENTER, rating, small.clone(), quiet);
        }
    }
    let below = grid.rect.center_bottom() + vec2(0.0, 16.0);
    let impact = view.words.text("axis-impact");
    painter.text(below, Align2::CENTER_TOP, impact, small.clone(), quiet);
    let text = painter.layout_no_wrap(view.words.text("axis-likelihood"), small, quiet);
    let beside = grid.rect.left_center() + vec2(-AXIS.x, text.size().x / 2.0);
    let turned = TextShape::new(beside, text, quiet).with_angle(-std::f32::consts::FRAC_PI_2);
    painter.add(turned);
}

/// A cell with the colour, the hatch and the figure of its level.
fn cell(ui: &Ui, rect: Rect, likelihood: u8, impact: u8, view: &View) {
    let level = Level::of(likelihood, impact);
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, color32(level_color(level, view.style)));
    let lines = Stroke::new(1.0, color32(view.style.text.faded(0.10)));
    if let Some(step) = hatch_step(level) {
        // Lines of neighbours meet: all lie on one grid.
        let first = (rect.min.x - rect.height() + rect.max.y) / step;
        let mut x = first.floor() * step - rect.max.y;
        while x < rect.max.x {
            let (from, to) = (pos2(x, rect.max.y), pos2(x + rect.height(), rect.min.y));
            painter.line_segment([from, to], lines);
            x += step;
        }
    }
    let edge = Stroke::new(1.0, color32(view.style.panel));
    ui.painter().rect_stroke(rect, 0.0, edge, StrokeKind::Inside);
    let product = likelihood * impact;
    let font = font_id(Font::new(Face::Regular, 10.0));
    let quiet = color32(view.style.text.faded(0.55));
    painter.text(rect.min + vec2(4.0, 2.0), Align2::LEFT_TOP, product, font, quiet);
}

/// From pale to deep in one hue, so that every kind of colour vision tells them
/// apart by lightness.
pub fn level_color(level: Level, style: &Style) -> Color {
    let colors = match style.theme {
        Theme::Dark => [0x2C3238, 0x4D4330, 0x77552B, 0xA05A2C],
        Theme::Light | Theme::Print => [0xF3F1EB, 0xFBE6C0, 0xF3BE7C, 0xE08A4B],
    };
    Color::rgb(colors[level as usize])
}

/// Hatches lie closer the graver the level is; the lowest has none.
fn hatch_step(level: Level) -> Option<f32> {
    match level {
        Level::Low => None,
        Level::Medium => Some(14.0),
        Level::High => Some(8.0),
        Level::VeryHigh => Some(5.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn discs_stay_within_their_cell_however_many() {
        let area = Rect::from_min_size(pos2(10.0, 20.0), vec2(66.0, 34.0));
        for count in [0, 1, 2, 3, 4, 5, 10, 17, 100] {
            let (radius, places) = places(area, count);
            assert_eq!(places.len(), count);
            for at in &places {
                let disc = Rect::from_center_size(*at, Vec2::splat(2.0 * radius));
                assert!(area.expand(0.01).contains_rect(disc), "{count}: {disc:?} in {area:?}");
            }
        }
    }

    #[test]
    fn cells_are_found_where_they_lie() {
        let rect = Rect::from_min_size(pos2(100.0, 50.0), vec2(250.0, 150.0));
        let tray = Rect::from_min_size(pos2(100.0, 10.0), vec2(250.0, 30.0));
        let grid = Grid { rect, tray };
        for (x, y, expect) in [
            (101.0, 199.0, Some((1, 1))),
            (349.0, 51.0, Some((5, 5))),
            (349.0, 199.0, Some((1, 5))),
            (225.0, 125.0, Some((3, 3))),
            (99.0, 125.0, None),
        ] {
            let found = grid.target(pos2(x, y));
            assert!(found == expect.map(|(l, i)| Target::Cell(l, i)), "{x} {y}");
        }
        assert!(grid.target(pos2(120.0, 20.0)) == Some(Target::Tray));
    }
}
