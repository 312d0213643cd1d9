//! Which restrictions are in force when, and which movements they are about.

use super::Context;
use crate::calendar::{Day, Span};
use crate::plan::{Mode, Plan, Restriction, RestrictionKind, Site};
use crate::schedule::Track;

/// A restriction and the days on which it holds on a track.
#[derive(Clone, Copy, Debug)]
pub(in crate::schedule) struct InForce<'a> {
    pub restriction: &'a Restriction,
    /// An open end reaches to infinity.
    pub span: Span,
}

/// A way from a site to another, in a mode.
#[derive(Clone, Copy, Debug)]
pub(in crate::schedule) struct Way<'a> {
    pub mode: Option<&'a Mode>,
    pub from: &'a Site,
    pub to: Option<&'a Site>,
}

/// The restrictions of a kind that ever hold: on the planned track those that are
/// planned, in the forecast the actual ones, and the planned ones for the rest.
pub(super) fn in_force<'a>(
    plan: &'a Plan,
    track: Track,
    kind: &RestrictionKind,
) -> Vec<InForce<'a>> {
    let span_of = |restriction: &Restriction| match track {
        Track::Planned => restriction.planned,
        Track::Forecast => restriction.actual.or(restriction.planned),
    };
    let of_kind = plan.restrictions().iter().filter(|it| it.kind == *kind);
    let dated = of_kind.filter_map(|restriction| {
        let span = span_of(restriction).filter(|span| span.start.or(span.end).is_some())?;
        Some(InForce { restriction, span })
    });
    dated.collect()
}

impl InForce<'_> {
    /// Whether it is about a way. All lists it gives must agree: `modes`, with the
    /// mode; `to_sites`, with where it leads, and `sites` then with where it comes
    /// from; `sites` alone, with either end; `sectors`, with that of either end.
    pub fn is_about(&self, way: Way) -> bool {
        let Restriction { modes, sites, to_sites, sectors, .. } = self.restriction;
        let leads_to = |list: &[_]| way.to.is_some_and(|to| list.contains(&to.id));
        let in_sector = |site: &Site| site.sector.as_ref().is_some_and(|s| sectors.contains(s));
        let by_mode = modes.is_empty() || way.mode.is_some_and(|mode| modes.contains(mode));
        let by_site = match (sites.is_empty(), to_sites.is_empty()) {
            (true, true) => true,
            (true, false) => leads_to(to_sites),
            (false, true) => sites.contains(&way.from.id) || leads_to(sites),
            (false, false) => sites.contains(&way.from.id) && leads_to(to_sites),
        };
        let by_sector = sectors.is_empty() || in_sector(way.from) || way.to.is_some_and(in_sector);
        by_mode && by_site && by_sector
    }

    pub fn holds_on(&self, day: Day) -> bool {
        self.span.contains(day)
    }
}

impl<'a> Way<'a> {
    /// The way of a movement whose first site the plan has.
    pub fn of(context: &Context<'a>, movement: usize) -> Option<Way<'a>> {
        let index = context.index;
        let from = &*index.sites[index.from[movement]?];
        let to = index.to[movement].map(|to| &*index.sites[to]);
        Some(Way { mode: index.movements[movement].mode.as_ref(), from, to })
    }
}
