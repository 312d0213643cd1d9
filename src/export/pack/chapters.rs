//! What a pack has a page for: the chapters of the plan, or its phases, or the
//! moment asked for.

use crate::calendar::DateSpan;
use crate::export::Request;
use crate::film::camera_for;
use crate::geo::{Camera, ViewSize};
use crate::i18n::words;
use crate::plan::{Basis, CameraMember, Phase};

/// Some days of the plan, shown at the close of the last one.
pub struct Part {
    pub title: String,
    pub notes: String,
    pub days: DateSpan,
    pub camera: Option<CameraMember>,
    /// What the words of the sources on these days are taken from.
    pub basis: Vec<Basis>,
}

/// The camera of a part in a view; None: all of the theatre.
pub fn camera(part: &Part, size: ViewSize) -> Option<Camera> {
    part.camera.as_ref().map(|camera| camera_for(camera, (size.width(), size.height())))
}

pub fn of(request: &Request) -> Vec<Part> {
    let chapters = chapters(request);
    let parts = if chapters.is_empty() { phases(request) } else { chapters };
    if !parts.is_empty() {
        return parts;
    }
    let horizon = request.plan.horizon();
    let last = horizon.clamp(request.moment.day());
    vec![Part {
        title: words(request.lang).text("pack-theatre"),
        notes: String::new(),
        days: DateSpan::new(horizon.start(), last).unwrap_or(DateSpan::single(last)),
        camera: None,
        basis: Vec::new(),
    }]
}

/// A chapter of one moment tells what happened since the one before it.
fn chapters(request: &Request) -> Vec<Part> {
    let (plan, tag) = (&request.plan, request.lang.tag());
    let mut since = plan.horizon().start();
    let part = |chapter: &crate::plan::Chapter| {
        let first = chapter.moment.unwrap_or(since);
        let last = chapter.until.unwrap_or(first);
        let begins = if chapter.until.is_some() { first } else { since.min(last) };
        let days = DateSpan::new(begins, last).unwrap_or(DateSpan::single(last));
        since = last.max(since);
        let is_phase = |phase: &&std::sync::Arc<Phase>| {
            phase.span.start.is_some() && phase.span.closed() == Some(days)
        };
        Part {
            title: chapter.title.in_language(tag).to_owned(),
            notes: chapter.notes.as_ref().map_or("", |notes| notes.in_language(tag)).to_owned(),
            days,
            camera: chapter.camera.clone(),
            basis: plan.phases().iter().find(is_phase).map_or(Vec::new(), |p| p.basis.clone()),
        }
    };
    plan.chapters().iter().map(|chapter| &**chapter).map(part).collect()
}

/// The phases that have days and no parts of their own.
fn phases(request: &Request) -> Vec<Part> {
    let plan = &request.plan;
    let has_parts =
        |phase: &Phase| plan.phases().iter().any(|p| p.parent.as_ref() == Some(&phase.id));
    let part = |phase: &std::sync::Arc<Phase>| {
        let horizon = plan.horizon();
        let first = phase.span.start?;
        let last = phase.span.end.unwrap_or(horizon.end());
        Some(Part {
            title: phase.name.in_language(request.lang.tag()).to_owned(),
            notes: String::new(),
            days: DateSpan::new(first, last)?,
            camera: None,
            basis: phase.basis.clone(),
        })
    };
    plan.phases().iter().filter(|phase| !has_parts(phase)).filter_map(part).collect()
}
