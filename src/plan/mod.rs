//! What planners wrote: the plan and its parts.
//!
//! Everything here is data. What follows from it is worked out in
//! [`crate::schedule`]; how it stands in a file is the business of
//! [`crate::file`]. A plan is made by [`Plan::from_parts`] and changed by
//! commands alone ([`edit`]):
//!
//! ```
//! use decamp::plan::{Header, Plan, edit::Command};
//!
//! let mut plan = Plan::default();
//! let header = Header { title: "Withdrawal".into(), ..Header::default() };
//! let inverse = plan.apply(Command::SetHeader(header.into())).unwrap();
//! assert_eq!(plan.header().title.in_language("en"), "Withdrawal");
//! plan.apply(inverse).unwrap();
//! assert_eq!(plan, Plan::default());
//! ```
//!
//! Its lists are closed to every other room, and what they hold is shared:
//!
//! ```compile_fail,E0616
//! let mut plan = decamp::plan::Plan::default();
//! plan.lists.sites = Default::default();
//! ```
//!
//! ```compile_fail,E0616
//! let mut plan = decamp::plan::Plan::default();
//! plan.header = Default::default();
//! ```
//!
//! ```compile_fail,E0624
//! # fn edit(mut plan: decamp::plan::Plan, site: decamp::plan::Site) {
//! plan.sites().clone().put(site.into(), None);
//! # }
//! ```
//!
//! ```compile_fail,E0594
//! # fn edit(mut plan: decamp::plan::Plan, site: decamp::plan::SiteId) {
//! plan.sites().get(&site).unwrap().accuracy_km = None;
//! # }
//! ```

#![deny(clippy::disallowed_methods)]

pub mod edit;

mod activity;
mod basis;
mod context;
mod extra;
mod header;
mod id;
mod item;
mod items;
mod movement;
mod presentation;
mod references;
mod site;
mod text;
mod timing;
mod transition;
mod unit;
pub(crate) mod word;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::calendar::{DateSpan, Day, Span};

pub use activity::{Activity, ActivityKind};
pub use basis::{Basis, BasisStatus, Confidence, basis_of, decided, is_soft};
pub use context::{
    Count, Event, EventKind, Limit, LimitKind, Measure, Objective, Phase, Report, Restriction,
    RestrictionKind, Selector, Source, Where,
};
pub use extra::{Extra, Opaque};
pub use header::Header;
pub use id::{
    ActivityId, BadId, BaselineId, BranchId, CalendarId, ChapterId, CountId, EventId, FundId, Id,
    LayerId, LimitId, MandateId, MovementId, ObjectiveId, PhaseId, ReportId, RestrictionId, RiskId,
    SectorId, SiteId, SourceId, TaskId, TypedId, UnitId,
};
pub use item::{Item, Kind};
pub use items::{Items, PlanItem};
pub use movement::{Disposition, Load, Mode, Movement, MovementKind, RoutePoint, Stop};
pub use presentation::{
    Baseline, Branch, CameraMember, Chapter, Holiday, Layer, LayerColor, LayerMark, LayerStyle,
    WeekdayWord, WorkCalendar,
};
pub use references::{Reference, Target};
pub use site::{Site, SiteKind, SiteRole};
pub use text::Text;
pub use timing::{Actual, Link, LinkType, ThreePoint, Timing};
pub use transition::{Fund, Mandate, Risk, Task, TaskStatus};
pub use unit::{Category, MAX_FIGURE, Owner, Quantities, Unit, UnitKind, UnitRole};
pub use word::Word;

/// How many days an open horizon reaches beyond the last dated item.
const OPEN_HORIZON_DAYS: i64 = 30;

/// A plan: its header and lists of items.
///
/// Ids are unique over all lists. References may still point at nothing: a plan
/// read from a file has none of these, an edited one can, and then it is a
/// problem that the schedule reports.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    header: Arc<Header>,
    lists: item::Lists,
    /// Which list each id is in.
    kinds: Arc<BTreeMap<Id, Kind>>,
}

/// Two items have the same id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DuplicateId(pub Id);

impl Plan {
    /// Makes a plan of its parts; items of a kind whose order means something
    /// keep the order given.
    pub fn from_parts(
        header: Header,
        items: impl IntoIterator<Item = Item>,
    ) -> Result<Plan, DuplicateId> {
        let mut plan = Plan { header: Arc::new(header), ..Plan::default() };
        let kinds = Arc::make_mut(&mut plan.kinds);
        for item in items {
            let (id, kind) = (item.id().clone(), item.kind());
            if kinds.insert(id.clone(), kind).is_some() {
                return Err(DuplicateId(id));
            }
            plan.lists.put(item, None);
        }
        Ok(plan)
    }

    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The kind of item that has this id.
    pub fn kind_of(&self, id: &Id) -> Option<Kind> {
        self.kinds.get(id).copied()
    }

    /// All ids, each with the kind of its item.
    pub fn kinds(&self) -> impl Iterator<Item = (&Id, Kind)> {
        self.kinds.iter().map(|(id, kind)| (id, *kind))
    }

    /// The item that has this id, of whatever kind.
    pub fn item(&self, id: &Id) -> Option<Item> {
        self.lists.get(self.kind_of(id)?, id)
    }

    /// The ids of all items of a kind, in the order of their list.
    pub fn ids(&self, kind: Kind) -> Vec<Id> {
        self.lists.ids(kind)
    }

    /// All items, list by list in the order of the file.
    pub fn items(&self) -> impl Iterator<Item = Item> {
        self.lists.iter()
    }

    /// The items that are other than in another revision of the plan, with their
    /// places among all items; what the two share is not looked into. None where one
    /// of the two has items that the other has not, or has them in another order.
    pub fn changed_since(&self, other: &Plan) -> Option<Vec<(usize, Item)>> {
        self.lists.changed_since(&other.lists)
    }

    /// The ids under which another plan has another item of a kind, or only one of the
    /// two has any, in the order of the ids; what they share is not looked into.
    pub fn differing<'a>(&'a self, other: &'a Plan, kind: Kind) -> Vec<&'a Id> {
        self.lists.differing(&other.lists, kind)
    }

    /// The dates and links of the activity or movement that has this id.
    pub fn timing(&self, id: &Id) -> Option<&Timing> {
        match self.kind_of(id)? {
            Kind::Activity => self.activities().find(id).map(|a| &a.timing),
            Kind::Movement => self.movements().find(id).map(|m| &m.timing),
            _ => None,
        }
    }

    /// The phases a day belongs to, without those of which it is in a part.
    pub fn phases_on(&self, day: Day) -> impl Iterator<Item = &Phase> {
        let now = move |phase: &&Phase| phase.span.contains(day);
        let phases = move || self.phases().iter().map(|phase| &**phase).filter(now);
        phases().filter(move |phase| !phases().any(|part| part.parent.as_ref() == Some(&phase.id)))
    }

    /// The days the plan covers. An end that is not given lies 30 days beyond
    /// the last dated item, a start that is not given on the first of them.
    pub fn horizon(&self) -> DateSpan {
        let given = self.header.horizon;
        if let Some(span) = given.closed() {
            return span;
        }
        let dated = self.dated_span();
        let start = given.start.or(dated.map(|span| span.start()));
        let start = start.or(given.end).unwrap_or(Day::from_number(0));
        let last = dated.map_or(start, |span| span.end());
        let end = given.end.unwrap_or((last + OPEN_HORIZON_DAYS).max(start));
        DateSpan::new(start, end).unwrap_or(DateSpan::single(start))
    }

    /// What `D+n` counts from.
    pub fn d_day(&self) -> Day {
        self.header.d_day.unwrap_or(self.horizon().start())
    }

    /// From the first to the last date of any activity, movement, event or phase.
    fn dated_span(&self) -> Option<DateSpan> {
        let of_span = |span: Span| [span.start, span.end];
        let of_timing = |timing: &Timing| {
            let planned = timing.planned.unwrap_or_default();
            let actual = timing.actual.as_ref().map(|a| Span::new(a.start, a.end));
            let [start, end] = of_span(actual.unwrap_or_default());
            [planned.start, planned.end, start, end]
        };
        let activities = self.activities().iter().flat_map(|a| of_timing(&a.timing));
        let movements = self.movements().iter().flat_map(|m| of_timing(&m.timing));
        let events = self.events().iter().flat_map(|e| [e.date, e.until]);
        let phases = self.phases().iter().flat_map(|p| of_span(p.span));
        activities
            .chain(movements)
            .chain(events)
            .chain(phases)
            .flatten()
            .map(DateSpan::single)
            .reduce(DateSpan::union)
    }
}
