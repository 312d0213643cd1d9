//! The map or the sheet of a request as a scene, and what is said about it besides.

use super::{Form, Request};
use crate::calendar::Moment;
use crate::draw::strength::Curves;
use crate::draw::{self, Look, Style, sheet};
use crate::film::camera_in;
use crate::geo::{Camera, MapView, ViewSize};
use crate::i18n::{date_long, words};
use crate::scene::Scene;

/// The camera of a picture: all of the theatre, where none is asked for.
pub fn camera(request: &Request) -> Camera {
    let whole = || draw::whole(&request.plan, &request.theatre, size(request));
    request.camera.unwrap_or_else(whole)
}

fn size(request: &Request) -> ViewSize {
    ViewSize::new(request.size.0, request.size.1)
}

/// The map, or the sheet where one is asked for.
pub fn scene(request: &Request) -> Scene {
    let style = Style::of(request.theme);
    if request.form == Form::Sheet {
        let curves = Curves::of(&request.schedule);
        // The map on it shows what a picture of the size would show.
        let camera = |map: ViewSize| {
            let map = (map.width(), map.height());
            request.camera.map(|camera| camera_in(camera, request.size, map))
        };
        return sheet::sheet(&paper_look(request, &style, &curves), camera);
    }
    let critical = draw::critical_of(request.layers.as_deref(), &request.plan, request.track);
    let look = look(request, &style, camera(request), request.moment);
    draw::map(&Look { critical: &critical, ..look })
}

/// What the figures of a sheet show, in their order.
pub fn sheet_figures(request: &Request) -> Vec<String> {
    let words = words(request.lang);
    let others = ["sheet-curve", "sheet-timeline"].map(|name| words.text(name));
    std::iter::once(title(request)).chain(others).collect()
}

/// What pages of paper are made of.
pub fn paper_look<'a>(
    request: &'a Request,
    style: &'a Style,
    curves: &'a Curves,
) -> sheet::Look<'a> {
    sheet::Look {
        plan: &request.plan,
        schedule: &request.schedule,
        routes: &request.routes,
        theatre: &request.theatre,
        curves,
        track: request.track,
        moment: request.moment,
        layers: request.layers.as_deref(),
        style,
        lang: request.lang,
        paper: request.paper,
    }
}

/// What the map of a request is made of, at another moment and seen elsewhere.
pub fn look<'a>(
    request: &'a Request,
    style: &'a Style,
    camera: Camera,
    moment: Moment,
) -> Look<'a> {
    let Request { schedule, routes, theatre, .. } = request;
    let view = MapView::new(camera, size(request));
    Look {
        track: request.track,
        furniture: request.furniture,
        layers: request.layers.as_deref(),
        problems: request.problems.as_deref(),
        ..Look::of(schedule, routes, theatre, view, moment, style, request.lang)
    }
}

/// What the picture shows: `Withdrawal of MINUSMA, 20 August 2023 (Plan)`.
pub fn title(request: &Request) -> String {
    let title = request.plan.header().title.in_language(request.lang.tag());
    let date = date_long(request.moment.day(), request.lang);
    let track = words(request.lang).word("track", request.track.as_word());
    if title.is_empty() {
        format!("{date} ({track})")
    } else {
        format!("{title}, {date} ({track})")
    }
}

/// The handling line of the plan; None for none.
pub fn marking(request: &Request) -> Option<String> {
    let marking = request.plan.header().marking.in_language(request.lang.tag()).trim();
    (!marking.is_empty()).then(|| marking.to_owned())
}
