//! When sites are closed and handed over, and by which activity.

use super::Context;
use crate::calendar::Day;
use crate::plan::{ActivityKind, Id};
use crate::schedule::index::Index;
use crate::schedule::tracks::Spans;

/// The last day of what ends a site, and the activity that is over then.
#[derive(Clone, Copy, Debug)]
pub(in crate::schedule) struct End {
    pub day: Day,
    pub activity: usize,
}

/// What is known of the end of one site.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::schedule) struct SiteEnds {
    /// The first closure is over, or every liquidation is.
    pub closed: Option<End>,
    /// Every handover is over.
    pub handed_over: Option<End>,
}

impl SiteEnds {
    /// The end after which nothing should arrive.
    pub fn given_up(&self) -> Option<End> {
        [self.closed, self.handed_over].into_iter().flatten().min_by_key(|end| end.day)
    }
}

/// The last of ends that all have to come: None without any, `Some(None)` when one
/// of them is not known.
#[derive(Clone, Copy, Default)]
struct All(Option<Option<End>>);

impl All {
    fn note(&mut self, end: Option<End>) {
        self.0 = Some(match (self.0, end) {
            (None, end) => end,
            (Some(Some(known)), Some(end)) if known.day < end.day => Some(end),
            (Some(Some(known)), Some(_)) => Some(known),
            _ => None,
        });
    }
}

impl SiteEnds {
    pub fn of(index: &Index, spans: &Spans, site: usize) -> SiteEnds {
        let mut closure: Option<End> = None;
        let (mut liquidations, mut handovers) = (All::default(), All::default());
        for number in &index.activities_at[site] {
            let Some(span) = spans.activities[*number] else { continue };
            // Nothing is over before it has begun.
            let day = span.end.map(|end| span.start.map_or(end, |start| start.max(end)));
            let end = day.map(|day| End { day, activity: *number });
            match index.activities[*number].kind {
                ActivityKind::Handover => handovers.note(end),
                ActivityKind::Liquidation => liquidations.note(end),
                ActivityKind::Closure => {
                    closure = [closure, end].into_iter().flatten().min_by_key(|end| end.day);
                }
                _ => {}
            }
        }
        let closed = [closure, liquidations.0.flatten()].into_iter().flatten();
        SiteEnds { closed: closed.min_by_key(|end| end.day), handed_over: handovers.0.flatten() }
    }
}

/// The activity that ends a site.
pub(super) fn id_of(context: &Context, end: End) -> Id {
    (*context.index.activities[end.activity].id).clone()
}
