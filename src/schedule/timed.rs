//! What activities and movements have in common.

use crate::plan::{Activity, CalendarId, Id, Movement, PhaseId, SiteId, Timing};

/// An activity or a movement.
#[derive(Clone, Copy)]
pub(super) struct Timed<'a> {
    pub id: &'a Id,
    /// Where it is, or starts.
    pub site: Option<&'a SiteId>,
    pub timing: &'a Timing,
    pub phase: Option<&'a PhaseId>,
    pub calendar: Option<&'a CalendarId>,
    /// It cannot last less long than this.
    pub least_days: i64,
}

impl<'a> Timed<'a> {
    pub fn activity(activity: &'a Activity) -> Timed<'a> {
        Timed {
            id: &activity.id,
            site: activity.site.as_ref(),
            timing: &activity.timing,
            phase: activity.phase.as_ref(),
            calendar: activity.calendar.as_ref(),
            least_days: 1,
        }
    }

    pub fn movement(movement: &'a Movement) -> Timed<'a> {
        Timed {
            id: &movement.id,
            site: Some(&movement.from),
            timing: &movement.timing,
            phase: movement.phase.as_ref(),
            calendar: None,
            least_days: movement.trip_days.map_or(1, i64::from),
        }
    }
}
