//! The map of a job as a scene, and what is said about it besides.

use std::collections::BTreeSet;

use super::Job;
use crate::draw::{self, Look, Style};
use crate::geo::{Camera, MapView, ViewSize};
use crate::i18n::{date_long, words};
use crate::scene::Scene;

/// How far from the edges the theatre stays when all of it is shown, as a share
/// of the shorter side.
const MARGIN: f64 = 0.06;

pub fn scene(job: &Job) -> Scene {
    let size = ViewSize::new(job.size.0, job.size.1);
    let margin = size.width().min(size.height()) * MARGIN;
    let camera = job.camera.unwrap_or_else(|| Camera::fitting(job.theatre.bounds(), size, margin));
    draw::map(&Look {
        plan: job.plan,
        schedule: job.schedule,
        routes: job.routes,
        theatre: job.theatre,
        view: MapView::new(camera, size),
        track: job.track,
        moment: job.moment,
        style: &Style::of(job.theme),
        lang: job.lang,
        selected: &BTreeSet::new(),
        touched: &BTreeSet::new(),
        hovered: None,
        furniture: job.furniture,
        edges: None,
    })
}

/// What the picture shows: `Withdrawal of MINUSMA, 20 August 2023 (Plan)`.
pub fn title(job: &Job) -> String {
    let title = job.plan.header().title.in_language(job.lang.tag());
    let date = date_long(job.moment.day(), job.lang);
    let track = words(job.lang).word("track", job.track.as_word());
    if title.is_empty() {
        format!("{date} ({track})")
    } else {
        format!("{title}, {date} ({track})")
    }
}

/// The handling line of the plan; None for none.
pub fn marking(job: &Job) -> Option<String> {
    let marking = job.plan.header().marking.in_language(job.lang.tag()).trim();
    (!marking.is_empty()).then(|| marking.to_owned())
}
