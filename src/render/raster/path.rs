//! Outlines as pixels.

use tiny_skia::{FillRule, LineJoin, PathBuilder, StrokeDash, Transform};

use crate::geo::Geometry;
use crate::render::visible::Window;
use crate::scene::{Dash, Outline, Path, Placement, Point, Segment, Trace, rect_segments};

use super::{Canvas, Place, fill};

/// Points nearer to each other than this are one, in pixels.
const THINNING: f32 = 0.5;

/// How exactly curves are followed where they have to be made of lines, in pixels.
const FLATNESS: f32 = 0.1;

/// Outlines that reach further beyond the canvas than this are cut off, in
/// pixels: the rasterizer loses its precision far outside.
const FAR: f32 = 4096.0;

/// The widest line that is drawn, in pixels.
pub const MAX_WIDTH: f32 = 4096.0;

pub fn draw(canvas: &mut Canvas<'_>, path: &Path, place: Place) {
    let window = canvas.window(place);
    let stroke = path.stroke.as_ref().filter(|stroke| stroke.width > 0.0);
    let stroke = stroke.filter(|stroke| stroke.width * canvas.scale <= MAX_WIDTH);
    let reach = stroke.map_or(0.0, |stroke| stroke.width);
    let Some(bounds) = path.outline.bounds() else { return };
    if bounds.grown(reach).intersection(window).is_none() {
        return;
    }
    let window = Window { rect: window.grown(reach), step: THINNING / canvas.scale };
    let near = window.rect.grown(FAR / canvas.scale);
    let far = !(near.contains(bounds.min) && near.contains(bounds.max));
    let builder = Builder { scale: canvas.scale, window, pixel: canvas.pixels_of(place) };

    if let Some(fill) = path.fill.filter(|_| has_inside(&path.outline)) {
        let cut = if far { Builder::cut_to_fill } else { Builder::whole };
        let rule = if path.outline.is_even_odd() { FillRule::EvenOdd } else { FillRule::Winding };
        let Some(inside) = cut(&builder, &path.outline) else { return };
        for paint in fill::paints(fill, canvas, place) {
            canvas.pixmap.fill_path(&inside, &paint, rule, Transform::identity(), None);
        }
    }

    let Some((stroke, paint)) = stroke.zip(stroke.and_then(|s| fill::solid(place.color(s.color))))
    else {
        return;
    };
    let dash = stroke.dash.as_ref().filter(|dash| is_visible(dash, canvas.scale));
    let pieces = match &path.outline {
        outline if far || dash.is_some() => builder.pieces(outline),
        // One after the other takes less time than all at once, but where two of
        // them meet a transparent colour would be seen twice.
        Outline::Geometry(geometry, placement) if place.color(stroke.color).a == 255 => {
            builder.contours(geometry, *placement)
        }
        outline => builder.whole(outline).into_iter().map(|whole| (whole, 0.0)).collect(),
    };
    let mut line = tiny_skia::Stroke {
        width: stroke.width * canvas.scale,
        line_join: join(&path.outline, stroke.width * canvas.scale),
        ..tiny_skia::Stroke::default()
    };
    for (piece, before) in pieces {
        line.dash = dash.and_then(|dash| skia_dash(dash, before, canvas.scale));
        canvas.pixmap.stroke_path(&piece, &paint, &line, Transform::identity(), None);
    }
}

/// How a line of so many pixels goes around its corners.
fn join(outline: &Outline, width: f32) -> LineJoin {
    match outline {
        Outline::Rect { .. } => LineJoin::Miter,
        // Nobody can tell them from round ones, which take half as long again.
        Outline::Geometry(..) if width < 2.5 => LineJoin::Bevel,
        _ => LineJoin::Round,
    }
}

/// Lines of a map have none, though others that end where they began do.
fn has_inside(outline: &Outline) -> bool {
    !matches!(outline, Outline::Geometry(geometry, _) if !geometry.is_area())
}

/// Dashes too small to be told apart are drawn as a line, as are impossible ones.
fn is_visible(dash: &Dash, scale: f32) -> bool {
    let total: f32 = dash.lengths.iter().sum();
    let possible = dash.lengths.iter().all(|length| length.is_finite() && *length >= 0.0);
    possible && dash.offset.is_finite() && total * scale > 0.25
}

fn skia_dash(dash: &Dash, before: f32, scale: f32) -> Option<StrokeDash> {
    let mut lengths: Vec<f32> = dash.lengths.iter().map(|length| length * scale).collect();
    if lengths.len() % 2 == 1 {
        lengths.extend_from_within(..);
    }
    StrokeDash::new(lengths, (dash.offset + before) * scale)
}

/// Turns outlines into paths of a canvas' pixels.
struct Builder<F> {
    scale: f32,
    window: Window,
    /// Where a point of the outline lies.
    pixel: F,
}

impl<F: Fn(Point) -> Point> Builder<F> {
    /// All of an outline that matters for what is seen, to be filled and stroked.
    fn whole(&self, outline: &Outline) -> Option<tiny_skia::Path> {
        let mut path = PathBuilder::new();
        match outline {
            Outline::Geometry(geometry, placement) => {
                for trace in self.window.contours(geometry, *placement) {
                    self.push_trace(&mut path, &trace);
                }
            }
            Outline::Circle { center, radius } => {
                let center = (self.pixel)(*center);
                path.push_circle(center.x, center.y, radius * self.scale);
            }
            Outline::Rect { rect, corner } => {
                self.push_segments(&mut path, &rect_segments(*rect, *corner));
            }
            Outline::Segments(segments) => self.push_segments(&mut path, segments),
        }
        path.finish()
    }

    /// The contours of map geometry, as [`Self::pieces`] that are whole.
    fn contours(&self, geometry: &Geometry, placement: Placement) -> Vec<(tiny_skia::Path, f32)> {
        let path = |trace: &Trace| {
            let mut path = PathBuilder::new();
            self.push_trace(&mut path, trace);
            Some((path.finish()?, 0.0))
        };
        self.window.contours(geometry, placement).iter().filter_map(path).collect()
    }

    /// What of the inside of an outline is seen.
    fn cut_to_fill(&self, outline: &Outline) -> Option<tiny_skia::Path> {
        let mut path = PathBuilder::new();
        for trace in self.traces(outline, false) {
            self.push_trace(&mut path, &self.window.cut_off(&trace));
        }
        path.finish()
    }

    /// What of the line is seen, each piece with the length of the line before
    /// it in points.
    fn pieces(&self, outline: &Outline) -> Vec<(tiny_skia::Path, f32)> {
        let piece = |(points, before): (Vec<_>, f32)| {
            let mut path = PathBuilder::new();
            self.push_trace(&mut path, &Trace { points, closed: false });
            Some((path.finish()?, before))
        };
        let traces = self.traces(outline, true);
        traces.iter().flat_map(|trace| self.window.pieces(trace)).filter_map(piece).collect()
    }

    /// An outline as straight lines, in points; those of a map without what is
    /// not seen, unless their `length` matters.
    fn traces(&self, outline: &Outline, length: bool) -> Vec<Trace> {
        match outline {
            Outline::Geometry(geometry, placement) if length => {
                self.window.whole_contours(geometry, *placement)
            }
            Outline::Geometry(geometry, placement) => self.window.contours(geometry, *placement),
            outline => outline.traces(FLATNESS / self.scale),
        }
    }

    fn push_trace(&self, path: &mut PathBuilder, trace: &Trace) {
        for (i, point) in trace.points.iter().enumerate() {
            let p = (self.pixel)(*point);
            if i == 0 { path.move_to(p.x, p.y) } else { path.line_to(p.x, p.y) }
        }
        if trace.closed && trace.points.len() > 1 {
            path.close();
        }
    }

    fn push_segments(&self, path: &mut PathBuilder, segments: &[Segment]) {
        let at = &self.pixel;
        for segment in segments {
            // A contour without a start begins at its own first point.
            let start = match *segment {
                Segment::Line(p) | Segment::Cubic(p, ..) if path.is_empty() => Some(at(p)),
                _ => None,
            };
            if let Some(p) = start {
                path.move_to(p.x, p.y);
            }
            append(path, *segment, at);
        }
    }
}

/// Goes on with a path, its points put where `at` puts them.
pub(super) fn append(path: &mut PathBuilder, segment: Segment, at: impl Fn(Point) -> Point) {
    match segment {
        Segment::Move(p) => path.move_to(at(p).x, at(p).y),
        Segment::Line(p) => path.line_to(at(p).x, at(p).y),
        Segment::Cubic(a, b, p) => {
            let (a, b, p) = (at(a), at(b), at(p));
            path.cubic_to(a.x, a.y, b.x, b.y, p.x, p.y);
        }
        Segment::Close => path.close(),
    }
}
