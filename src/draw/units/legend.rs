//! What the symbols of units mean: a legend of their own, on maps that show them.

use super::echelon::Echelon;
use super::rows::Crews;
use super::sign::Sign;
use crate::draw::legend::{Counts, Legend, Row};
use crate::draw::standing::Stage;
use crate::draw::style::Style;
use crate::i18n::{Words, words};
use crate::plan::{Category, UnitKind};
use crate::scene::{Point, Rect};

/// Half of the height of a frame.
const HALF: f32 = 5.5;
/// The parts of the picture it is, and its rows are.
const LEGEND: &str = "legend-units";
const KIND: &str = "legend-unit";
const PLANNED: &str = "legend-unit-planned";
const SIZES: &str = "legend-unit-sizes";

/// How far it keeps from camps at its sides, and above it: their names and rows have
/// room, also between it and other furniture. In points.
const FROM_CAMPS: (f32, f32) = (125.0, 30.0);
/// From one place that is looked at to the next.
const STEP: f32 = 20.0;

/// The legend of units, as far to the left of the lower edge as nothing is in its way.
/// None where no units are shown, where no legend is wanted, and where it would hide a
/// camp wherever it stood.
pub fn legend(stage: &Stage, crews: &Crews, taken: &[Rect], hidden: &[Rect]) -> Option<Legend> {
    let look = stage.look;
    let rows = rows(crews, words(look.lang));
    if rows.is_empty() || !look.furniture.legend {
        return None;
    }
    let is_hidden = |at: Point| hidden.iter().any(|rect| rect.contains(at));
    let camps = || stage.posts.iter().filter(|post| post.is_camp && !is_hidden(post.at));
    let is_free = |rect: &Rect| {
        let kept = Rect { min: rect.min.plus(-8.0, 0.0), max: rect.max.plus(8.0, 0.0) };
        let (side, above) = FROM_CAMPS;
        let around = Rect { min: rect.min.plus(-side, -above), max: rect.max.plus(side, above) };
        !taken.iter().any(|taken| taken.intersects(kept))
            && !camps().any(|post| around.contains(post.at))
    };
    Legend::of_blocks(LEGEND, stage, &[rows], |size| {
        let top = stage.lower_edge() - size.y;
        let last = stage.area.max.x - size.x;
        let places = (0..).map(|i| stage.area.min.x + STEP * i as f32);
        let mut places =
            places.take_while(|x| *x <= last).map(|x| Rect::new(x, top, size.x, size.y));
        places.find(is_free)
    })
}

/// A row for each kind that is ever at a camp of the picture, in the order of the
/// format; then what a guard, a dashed frame and the
/// marks above frames mean. So the legend keeps its rows while the plan plays, and its
/// counters say which kinds the rows of camps show now.
fn rows(crews: &Crews, words: &Words) -> Vec<Row<'static>> {
    let mut rows = Vec::new();
    for kind in UnitKind::KNOWN {
        let Some(unit) = crews.units().find(|unit| unit.kind == *kind) else { continue };
        let category = unit.category.clone();
        let sample = move |at: Point, style: &Style| {
            Sign::plain(kind, &category).nodes(middle(at, Sign::has_staff(kind)), HALF, style)
        };
        let label = words.word("unit-kind", kind.as_word());
        let counts = Some(Counts::Units(kind.clone()));
        rows.push(Row { counts, ..Row::plain(KIND, label, sample) });
    }
    if rows.is_empty() {
        return rows;
    }
    let of_military = Sign::plain(&UnitKind::Other, &Category::Military);
    if crews.units().any(|unit| Sign::of(unit).is_guard) {
        let sample = move |at: Point, style: &Style| {
            Sign { is_guard: true, ..of_military }.nodes(at, HALF, style)
        };
        rows.push(Row::plain(KIND, words.word("unit-role", "guard"), sample));
    }
    let sample = move |at: Point, style: &Style| {
        Sign { is_planned: true, ..of_military }.nodes(at, HALF, style)
    };
    rows.push(Row::plain(PLANNED, words.text("map-unit-planned"), sample));
    if crews.units().any(|unit| Echelon::of(unit).is_some()) {
        let sample = move |at: Point, style: &Style| {
            let sizes = [Echelon::Platoon, Echelon::Company, Echelon::Battalion];
            let marks = sizes.into_iter().zip([-10.5, 0.0, 9.0]).flat_map(|(echelon, x)| {
                Sign { echelon: Some(echelon), ..of_military }.size_mark(
                    at.plus(x, 0.0),
                    HALF,
                    style,
                )
            });
            marks.collect()
        };
        rows.push(Row::plain(SIZES, words.text("map-unit-sizes"), sample));
    }
    rows
}

/// Where the frame stands of a symbol that reaches below it.
fn middle(at: Point, with_staff: bool) -> Point {
    let bounds: Rect = Sign::bounds(Point::default(), HALF, with_staff);
    if with_staff { at.plus(0.0, -(bounds.max.y - HALF) / 2.0) } else { at }
}
