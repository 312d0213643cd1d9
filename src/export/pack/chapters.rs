//! What a pack has a page for: what the plan is told by, or the moment asked for.

use std::sync::Arc;

use crate::calendar::{DateSpan, Day};
use crate::export::Request;
use crate::film::{Told, camera_for, told};
use crate::geo::{Camera, ViewSize};
use crate::i18n::words;
use crate::plan::{Basis, CameraMember, Phase};

/// Some days of the plan, shown at the close of the last one.
pub struct Part {
    pub title: String,
    pub notes: String,
    pub days: DateSpan,
    pub camera: Option<CameraMember>,
    /// The layers of the map that are seen; None: all.
    pub layers: Option<Vec<String>>,
    /// What the words of the sources on these days are taken from.
    pub basis: Vec<Basis>,
}

/// The camera of a part in a view; None: all of the theatre.
pub fn camera(part: &Part, size: ViewSize) -> Option<Camera> {
    part.camera.as_ref().map(|camera| camera_for(camera, (size.width(), size.height())))
}

pub fn of(request: &Request) -> Vec<Part> {
    let horizon = request.plan.horizon();
    let mut since = horizon.start();
    let parts: Vec<Part> = told(&request.plan)
        .into_iter()
        .map(|told| {
            let part = part(request, told, since);
            since = part.days.end().max(since);
            part
        })
        .collect();
    if !parts.is_empty() {
        return parts;
    }
    let last = horizon.clamp(request.moment.day());
    vec![Part {
        title: words(request.lang).text("pack-theatre"),
        notes: String::new(),
        days: DateSpan::new(horizon.start(), last).unwrap_or(DateSpan::single(last)),
        camera: None,
        layers: None,
        basis: Vec::new(),
    }]
}

/// What is told of one moment is what happened `since` the part before.
fn part(request: &Request, told: Told, since: Day) -> Part {
    let (plan, tag) = (&request.plan, request.lang.tag());
    let last = told.last();
    let begins = if told.until.is_some() { told.first } else { since.min(last) };
    let days = DateSpan::new(begins, last).unwrap_or(DateSpan::single(last));
    let is_phase = |phase: &&Arc<Phase>| {
        let end = phase.span.end.unwrap_or(plan.horizon().end());
        phase.span.start == Some(days.start()) && end == days.end()
    };
    Part {
        title: told.title.in_language(tag).to_owned(),
        notes: told.notes.as_ref().map_or("", |notes| notes.in_language(tag)).to_owned(),
        days,
        camera: told.camera,
        layers: told.layers,
        basis: plan.phases().iter().find(is_phase).map_or(Vec::new(), |p| p.basis.clone()),
    }
}
