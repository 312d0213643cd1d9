//! Outlines as paths of a page.

use krilla::geom::{Path as PdfPath, PathBuilder, Rect as PdfRect};
use krilla::paint::{FillRule, LineJoin, Stroke as PdfStroke, StrokeDash};

use crate::render::visible::Window;
use crate::scene::{Dash, Fill, Outline, Path, Point, Rect, Segment, Trace, rect_segments};

use super::{Painter, Place, fill};

/// Points of map geometry nearer to each other than this are one, in points of
/// paper: 0.07 mm.
const MAP_STEP: f32 = 0.2;

/// How far the control points of a quarter of a circle lie from its ends, in
/// radii: 4/3·(√2 − 1).
const PULL: f32 = 0.552_284_8;

pub fn draw(painter: &mut Painter<'_, '_>, path: &Path, place: Place) {
    let seen = path.bounds().and_then(|bounds| bounds.intersection(place.window));
    let (Some(seen), Some(form)) = (seen, form(path, painter.scale, place)) else { return };
    painter.tags.content(&mut painter.surface);
    let rule = if path.outline.is_even_odd() { FillRule::EvenOdd } else { FillRule::NonZero };
    let may_fill = !matches!(&path.outline, Outline::Geometry(geometry, _) if !geometry.is_area());
    let (solid, lines) = match path.fill.filter(|_| may_fill) {
        Some(Fill::Solid(color)) => (Some(color), None),
        Some(Fill::Hatch { line, ground }) => (ground, Some(line)),
        None => (None, None),
    };
    if let Some(paint) = solid.and_then(|color| fill::solid(color, rule, place)) {
        painter.surface.set_stroke(None);
        painter.surface.set_fill(Some(paint));
        painter.surface.draw_path(&form);
    }
    if let Some(color) = lines {
        let on_page = seen.moved(place.moved.x, place.moved.y);
        fill::hatch(painter, color, &form, rule, on_page, place);
    }
    let stroke = path.stroke.as_ref();
    if let Some((stroke, line)) =
        stroke.and_then(|stroke| Some((stroke, fill::line(stroke.color, stroke.width, place)?)))
    {
        let join = match path.outline {
            Outline::Rect { .. } => LineJoin::Miter,
            _ => LineJoin::Round,
        };
        let dash = stroke.dash.as_ref().and_then(dash);
        painter.surface.set_fill(None);
        painter.surface.set_stroke(Some(PdfStroke { line_join: join, dash, ..line }));
        painter.surface.draw_path(&form);
    }
}

/// A rectangle of the page, to clip to; None for one without a place.
pub fn rect(rect: Rect, place: Place) -> Option<PdfPath> {
    let (min, max) = (place.at(rect.min), place.at(rect.max));
    let mut path = PathBuilder::new();
    path.push_rect(PdfRect::from_ltrb(min.x, min.y, max.x, max.y)?);
    path.finish()
}

fn dash(dash: &Dash) -> Option<StrokeDash> {
    let possible = dash.lengths.iter().all(|length| length.is_finite() && *length >= 0.0);
    let total: f32 = dash.lengths.iter().sum();
    let drawn = possible && dash.offset.is_finite() && total > 0.0;
    // A pattern of an odd number of lengths repeats after two rounds.
    let offset = dash.offset.rem_euclid(total * 2.0);
    drawn.then(|| StrokeDash { array: dash.lengths.clone(), offset })
}

fn form(path: &Path, scale: f32, place: Place) -> Option<PdfPath> {
    let mut form = PathBuilder::new();
    match &path.outline {
        Outline::Geometry(geometry, placement) => {
            let reach = path.stroke.as_ref().map_or(0.0, |stroke| stroke.width);
            let rect = place.window.grown(reach + 1.0);
            let window = Window { rect, step: MAP_STEP / scale };
            let dashed = path.stroke.as_ref().is_some_and(|stroke| stroke.dash.is_some());
            let traces = if dashed {
                window.whole_contours(geometry, *placement)
            } else {
                window.contours(geometry, *placement)
            };
            traces.iter().for_each(|trace| push_trace(&mut form, trace, place));
        }
        Outline::Circle { center, radius } => push_circle(&mut form, place.at(*center), *radius),
        Outline::Rect { rect, corner } => {
            push_segments(&mut form, &rect_segments(*rect, *corner), |p| place.at(p));
        }
        Outline::Segments(segments) => push_segments(&mut form, segments, |p| place.at(p)),
    }
    form.finish()
}

fn push_trace(form: &mut PathBuilder, trace: &Trace, place: Place) {
    for (i, point) in trace.points.iter().enumerate() {
        let p = place.at(*point);
        if i == 0 { form.move_to(p.x, p.y) } else { form.line_to(p.x, p.y) }
    }
    if trace.closed {
        form.close();
    }
}

fn push_circle(form: &mut PathBuilder, center: Point, radius: f32) {
    let at = |x: f32, y: f32| center.plus(x * radius, y * radius);
    let quarter = |a: (f32, f32), b: (f32, f32), to: (f32, f32)| {
        Segment::Cubic(at(a.0, a.1), at(b.0, b.1), at(to.0, to.1))
    };
    let segments = [
        Segment::Move(at(1.0, 0.0)),
        quarter((1.0, PULL), (PULL, 1.0), (0.0, 1.0)),
        quarter((-PULL, 1.0), (-1.0, PULL), (-1.0, 0.0)),
        quarter((-1.0, -PULL), (-PULL, -1.0), (0.0, -1.0)),
        quarter((PULL, -1.0), (1.0, -PULL), (1.0, 0.0)),
        Segment::Close,
    ];
    push_segments(form, &segments, |p| p);
}

/// Goes on with a path, its points put where `at` puts them.
pub fn push_segments(form: &mut PathBuilder, segments: &[Segment], at: impl Fn(Point) -> Point) {
    let mut is_begun = false;
    for segment in segments {
        match *segment {
            Segment::Move(p) => form.move_to(at(p).x, at(p).y),
            // A contour without a start begins at its own first point.
            Segment::Line(p) | Segment::Cubic(p, ..) if !is_begun => {
                form.move_to(at(p).x, at(p).y);
            }
            _ => {}
        }
        match *segment {
            Segment::Line(p) => form.line_to(at(p).x, at(p).y),
            Segment::Cubic(a, b, p) => {
                let (a, b, p) = (at(a), at(b), at(p));
                form.cubic_to(a.x, a.y, b.x, b.y, p.x, p.y);
            }
            Segment::Close if is_begun => form.close(),
            Segment::Move(_) | Segment::Close => {}
        }
        is_begun |= *segment != Segment::Close;
    }
}
