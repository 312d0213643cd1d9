//! Outlines as elements.

use crate::render::data::{number, push_trace, segment_data};
use crate::render::visible::Window;
use crate::scene::{Color, Dash, Fill, Outline, Path, Point, Rect, Stroke, Subject};

use super::xml::Tag;
use super::{Place, Writer, fill};

/// Decimals of points: fewer would make the fine lines of maps jagged when the picture
/// is enlarged.
const DECIMALS: u32 = 2;

/// Points of map geometry nearer to each other than this are one, in points:
/// 0.07 mm on paper.
const MAP_STEP: f32 = 0.2;

pub fn write(writer: &mut Writer, path: &Path, of: Option<&Subject>, place: &Place) {
    let seen = path.bounds().and_then(|bounds| bounds.intersection(place.window));
    let Some(form) = seen.and_then(|_| Form::of(path, place.window)) else { return };
    let may_fill = !matches!(&path.outline, Outline::Geometry(geometry, _) if !geometry.is_area());
    let stroke = path.stroke.as_ref().filter(|stroke| stroke.width > 0.0);
    match path.fill.filter(|_| may_fill) {
        Some(Fill::Hatch { line, ground: Some(ground) }) => {
            // The ground is no part of the pattern: at the edges of its tiles it
            // would have seams.
            let id = writer.subject_id(of);
            let mut tag = Tag::open(&mut writer.body, place.depth, "g");
            subject(&mut tag, id, of);
            tag.end_open();
            let inner = place.depth + 1;
            let ground = Paint::Color(ground.faded(place.opacity));
            element(writer, inner, None, &form, Some(ground), None, place);
            let lines = Paint::Pattern(fill::hatch(writer, line, place));
            element(writer, inner, None, &form, Some(lines), stroke, place);
            super::xml::close(&mut writer.body, place.depth, "g");
        }
        Some(Fill::Hatch { line, ground: None }) => {
            let lines = Paint::Pattern(fill::hatch(writer, line, place));
            element(writer, place.depth, of, &form, Some(lines), stroke, place);
        }
        Some(Fill::Solid(color)) => {
            let color = Paint::Color(color.faded(place.opacity));
            element(writer, place.depth, of, &form, Some(color), stroke, place);
        }
        None => element(writer, place.depth, of, &form, None, stroke, place),
    }
}

/// What a node stands for.
pub fn subject(tag: &mut Tag<'_>, id: Option<String>, of: Option<&Subject>) {
    if let Some(id) = id {
        tag.set("id", &id);
    }
    if let Some(of) = of {
        tag.set("data-subject", &of.to_string());
    }
}

/// Place and size of a `<rect>`.
pub fn rect(tag: &mut Tag<'_>, rect: Rect) {
    tag.set_number("x", rect.min.x)
        .set_number("y", rect.min.y)
        .set_number("width", rect.width())
        .set_number("height", rect.height());
}

enum Paint {
    Color(Color),
    /// By its id.
    Pattern(String),
}

/// The element of an outline and its geometric attributes.
enum Form {
    Circle(Point, f32),
    Rect(Rect, f32),
    /// The `d` of a `<path>`, and whether it is filled by the even-odd rule.
    Path(String, bool),
}

impl Form {
    fn of(path: &Path, window: Rect) -> Option<Form> {
        Some(match &path.outline {
            Outline::Circle { center, radius } => Form::Circle(*center, *radius),
            Outline::Rect { rect, corner } => Form::Rect(*rect, *corner),
            Outline::Segments(segments) => {
                Form::Path(segment_data(segments, Point::default(), DECIMALS), false)
            }
            Outline::Geometry(geometry, placement) => {
                let reach = path.stroke.as_ref().map_or(0.0, |stroke| stroke.width);
                let window = Window { rect: window.grown(reach + 1.0), step: MAP_STEP };
                let dashed = path.stroke.as_ref().is_some_and(|stroke| stroke.dash.is_some());
                let traces = if dashed {
                    window.whole_contours(geometry, *placement)
                } else {
                    window.contours(geometry, *placement)
                };
                let mut data = String::new();
                for trace in &traces {
                    push_trace(&mut data, trace, Point::default(), DECIMALS);
                }
                if data.is_empty() {
                    return None;
                }
                Form::Path(data, true)
            }
        })
    }
}

fn element(
    writer: &mut Writer,
    depth: usize,
    of: Option<&Subject>,
    form: &Form,
    paint: Option<Paint>,
    stroke: Option<&Stroke>,
    place: &Place,
) {
    let id = writer.subject_id(of);
    let name = match form {
        Form::Circle(..) => "circle",
        Form::Rect(..) => "rect",
        Form::Path(..) => "path",
    };
    let mut tag = Tag::open(&mut writer.body, depth, name);
    subject(&mut tag, id, of);
    match form {
        Form::Circle(center, radius) => {
            tag.set_number("cx", center.x).set_number("cy", center.y).set_number("r", *radius);
        }
        Form::Rect(of, corner) => {
            rect(&mut tag, *of);
            if *corner > 0.0 {
                tag.set_number("rx", *corner);
            }
        }
        Form::Path(data, even_odd) => {
            tag.set("d", data);
            if *even_odd && paint.is_some() {
                tag.set("fill-rule", "evenodd");
            }
        }
    }
    match paint {
        Some(Paint::Color(color)) => fill::solid(&mut tag, color),
        Some(Paint::Pattern(id)) => {
            tag.set("fill", &format!("url(#{id})"));
        }
        None => {
            tag.set("fill", "none");
        }
    }
    if let Some(stroke) = stroke {
        fill::line(&mut tag, stroke.color.faded(place.opacity));
        tag.set_number("stroke-width", stroke.width);
        if matches!(form, Form::Rect(..)) {
            tag.set("stroke-linejoin", "miter");
        }
        if let Some(dash) = &stroke.dash {
            dashes(&mut tag, dash);
        }
    }
    tag.end();
}

fn dashes(tag: &mut Tag<'_>, dash: &Dash) {
    let possible = dash.lengths.iter().all(|length| length.is_finite() && *length >= 0.0);
    if !possible || !dash.offset.is_finite() || dash.lengths.iter().sum::<f32>() <= 0.0 {
        return;
    }
    let lengths: Vec<_> = dash.lengths.iter().map(|length| number(*length, 2)).collect();
    tag.set("stroke-dasharray", &lengths.join(" "));
    if dash.offset != 0.0 {
        tag.set_number("stroke-dashoffset", dash.offset);
    }
}
