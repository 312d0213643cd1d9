//! Into which parts a plan is told: its chapters, or its phases where it has none.

use crate::calendar::Day;
use crate::plan::{CameraMember, Plan, Text};

/// A part of what is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter {
    pub title: Text,
    pub first: Day,
    /// Not before the first.
    pub last: Day,
    /// None: all of the theatre.
    pub camera: Option<CameraMember>,
    pub notes: Option<Text>,
}

/// All parts, in their order. Phases without a date are none.
pub fn of(plan: &Plan) -> Vec<Chapter> {
    let horizon = plan.horizon();
    let chapters: Vec<Chapter> = plan
        .chapters()
        .iter()
        .map(|chapter| {
            let first = chapter.moment.unwrap_or(horizon.start());
            Chapter {
                title: chapter.title.clone(),
                first,
                last: chapter.until.unwrap_or(first).max(first),
                camera: chapter.camera.clone(),
                notes: chapter.notes.clone(),
            }
        })
        .collect();
    if !chapters.is_empty() {
        return chapters;
    }
    let dated = plan.phases().iter().filter(|phase| phase.span != Default::default());
    dated
        .map(|phase| {
            let first = horizon.clamp(phase.span.start.unwrap_or(horizon.start()));
            let last = horizon.clamp(phase.span.end.unwrap_or(horizon.end()));
            let (title, notes) = (phase.name.clone(), None);
            Chapter { title, first, last: last.max(first), camera: None, notes }
        })
        .collect()
}
