//! The chain that gives up a camp.

use super::chain::{Anchor, Pending, PlannedStep, spans};
use super::ids::FreeIds;
use super::journeys::{Journeys, Stock, trip_days};
use super::steps::{MAX_DAYS, MAX_LAG, Step, StepKind, Template};
use crate::calendar::{DateSpan, Moment, Span};
use crate::i18n::{Names, in_both_languages};
use crate::plan::edit::Command;
use crate::plan::{
    Activity, ActivityId, Basis, Disposition, EventKind, Extra, Id, Item, Link, LinkType, Mode,
    PhaseId, Plan, Site, SiteId, Timing,
};
use crate::schedule::{Schedule, Track};

/// What a planner decides about a closure.
#[derive(Clone, Debug, PartialEq)]
pub struct Closing {
    pub site: SiteId,
    pub anchor: Anchor,
    pub template: Template,
    /// Where the people go; None: no movement of people is made.
    pub people: Option<Leg>,
    /// Where contingent-owned equipment goes.
    pub materiel: Option<Leg>,
    pub unoe: UnoeFate,
    /// Who receives the site, and what is left there; empty: not known yet.
    pub recipient: String,
}

/// A way out of the site.
#[derive(Clone, Debug, PartialEq)]
pub struct Leg {
    pub to: SiteId,
    pub mode: Option<Mode>,
}

/// What becomes of equipment owned by the United Nations.
#[derive(Clone, Debug, PartialEq)]
pub enum UnoeFate {
    /// Given up in place.
    Disposed(Disposition),
    /// Moved with the contingents' equipment, or as it would be.
    Moved,
}

/// Why no chain can be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClosingFault {
    NoSuchSite(SiteId),
    /// An exit is no camp.
    IsExit,
    /// No step is wanted that the plan does not have already.
    NothingToMake,
    /// A step lasts no day, or more than [`MAX_DAYS`]; or its lag is beyond
    /// [`MAX_LAG`].
    BadLength(StepKind),
    /// People or materiel would go to the site itself, or nowhere in the plan.
    BadDestination,
}

/// A closure that can be made.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    pub steps: Vec<PlannedStep>,
    /// What is new: activities and movements.
    pub items: Vec<Id>,
    /// Makes all of it in one step.
    pub command: Command,
    /// Some of its days lie outside of the plan's horizon.
    pub is_outside_horizon: bool,
}

/// The activity that a site has for a step, and its planned dates.
pub(super) fn existing(plan: &Plan, site: &SiteId, kind: StepKind) -> Option<(Id, DateSpan)> {
    // Nothing tells an `other` activity about hazardous material from any other.
    let wanted = (kind != StepKind::Hazardous).then(|| kind.activity_kind())?;
    let here = plan.activities().iter().filter(|activity| activity.site.as_ref() == Some(site));
    let of_kind = here.filter(|activity| activity.kind == wanted);
    let dated = of_kind.filter_map(|activity| {
        let timing = &activity.timing;
        let is_cancelled = timing.actual.as_ref().is_some_and(|actual| actual.cancelled.is_some());
        let span = timing.planned?.closed().filter(|_| !is_cancelled)?;
        Some(((*activity.id).clone(), span))
    });
    dated.max_by_key(|(_, span)| span.end())
}

/// Makes the chain. Steps that the plan has for the site keep their dates and are
/// linked to what is new before them.
pub fn closing(plan: &Plan, schedule: &Schedule, closing: &Closing) -> Result<Chain, ClosingFault> {
    let no_such = || ClosingFault::NoSuchSite(closing.site.clone());
    let site = plan.sites().get(&closing.site).ok_or_else(no_such)?;
    if site.is_exit() {
        return Err(ClosingFault::IsExit);
    }
    check(plan, closing)?;
    let wanted = closing.template.steps.iter().filter(|step| step.is_wanted);
    let pending: Vec<Pending> = wanted.map(|step| pending(plan, site, step, closing)).collect();
    if pending.iter().all(|step| step.existing.is_some()) {
        return Err(ClosingFault::NothingToMake);
    }
    let mut ids = FreeIds::of(plan);
    let spans = spans(&pending, closing.anchor);
    let steps: Vec<PlannedStep> = (pending.iter().zip(spans))
        .map(|(step, span)| PlannedStep {
            kind: step.kind,
            span,
            is_there: step.existing.is_some(),
            id: match &step.existing {
                Some((id, _)) => id.clone(),
                None => ids.make(&site.id, step.kind.as_word()),
            },
        })
        .collect();
    let stocks = stocks(schedule, site, &steps);
    let journeys = Journeys { plan, site, closing, stocks: &stocks, steps: &steps };
    let movements = journeys.all(&mut ids);
    let mut items: Vec<Item> = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| &steps[at]);
        let lag_days = closing.template.step(step.kind).lag_days;
        if step.is_there {
            items.extend(linked(plan, step, before));
            continue;
        }
        let mut after: Vec<Link> = Vec::new();
        if let Some(before) = before {
            let moved = movements.iter().filter(|m| m.of == before.kind).map(|m| m.id().clone());
            let links = [before.id.clone()].into_iter().chain(moved).map(Link::finish_start);
            after.extend(links.map(|link| Link { lag_days, ..link }));
        }
        if step.kind == StepKind::Handover {
            after.extend(agreements(plan).into_iter().map(Link::finish_start));
        }
        items.push(activity(plan, site, step, closing, after).into());
    }
    items.extend(movements.into_iter().map(|journey| journey.movement.into()));
    // An open end grows with what is planned.
    let horizon = plan.header().horizon;
    let is_outside = |step: &PlannedStep| {
        !horizon.contains(step.span.start()) || !horizon.contains(step.span.end())
    };
    let is_new = |item: &&Item| plan.kind_of(item.id()).is_none();
    Ok(Chain {
        is_outside_horizon: steps.iter().filter(|step| !step.is_there).any(is_outside),
        items: items.iter().filter(is_new).map(|item| item.id().clone()).collect(),
        steps,
        command: Command::Batch(items.into_iter().map(Command::put).collect()),
    })
}

fn check(plan: &Plan, closing: &Closing) -> Result<(), ClosingFault> {
    let is_bad = |step: &&Step| {
        !(1..=MAX_DAYS).contains(&step.days) || !(-MAX_LAG..=MAX_LAG).contains(&step.lag_days)
    };
    let wanted = closing.template.steps.iter().filter(|step| step.is_wanted);
    if let Some(step) = wanted.clone().find(is_bad) {
        return Err(ClosingFault::BadLength(step.kind));
    }
    let legs = [&closing.people, &closing.materiel].into_iter().flatten();
    for leg in legs {
        if leg.to == closing.site || !plan.sites().contains(&leg.to) {
            return Err(ClosingFault::BadDestination);
        }
    }
    Ok(())
}

/// A step with its length: as long as a trip of its movement at least.
fn pending(plan: &Plan, site: &Site, step: &Step, closing: &Closing) -> Pending {
    let leg = match step.kind {
        StepKind::PeopleOut => closing.people.as_ref(),
        StepKind::CoeOut => closing.materiel.as_ref(),
        StepKind::UnoeDisposal if closing.unoe == UnoeFate::Moved => closing.materiel.as_ref(),
        _ => None,
    };
    let trip = leg.and_then(|leg| trip_days(plan, site, leg)).unwrap_or(1);
    Pending {
        kind: step.kind,
        days: i64::from(step.days.max(trip)),
        lag_days: step.lag_days,
        existing: existing(plan, &site.id, step.kind),
    }
}

/// The units that would still be at the site at the end: those that have a movement
/// of their own before then are gone.
fn stocks(schedule: &Schedule, site: &Site, steps: &[PlannedStep]) -> Vec<Stock> {
    let Some(end) = steps.iter().map(|step| step.span.end()).max() else { return Vec::new() };
    let crew = schedule.crew(Track::Planned, &site.id, Moment::close_of(end));
    crew.present.iter().map(|part| Stock::of(part.unit)).collect()
}

fn activity(
    plan: &Plan,
    site: &Site,
    step: &PlannedStep,
    closing: &Closing,
    after: Vec<Link>,
) -> Activity {
    let is_handover = step.kind == StepKind::Handover;
    let recipient = closing.recipient.trim();
    let name = (step.kind == StepKind::Hazardous).then(|| {
        in_both_languages(|words| {
            let kind = words.text("closing-hazardous");
            Names::new(plan, words.lang()).at_site(kind, &site.id)
        })
    });
    Activity {
        id: ActivityId::from(step.id.clone()),
        site: Some(site.id.clone()),
        sector: None,
        kind: step.kind.activity_kind(),
        name,
        phase: phase_of(plan, step.span),
        to: (is_handover && !recipient.is_empty()).then(|| recipient.into()),
        timing: Timing { planned: Some(step.span.into()), after, ..Timing::default() },
        calendar: None,
        basis: basis(),
        extra: Extra::default(),
    }
}

/// What the plan has already, now also after the new step before it. It may
/// announce more days than its step takes, so only its end is tied.
fn linked(plan: &Plan, step: &PlannedStep, before: Option<&PlannedStep>) -> Option<Item> {
    let before = before.filter(|before| !before.is_there)?;
    let item = plan.item(&step.id)?;
    let mut timing = item.timing()?.clone();
    let link = Link { kind: LinkType::FinishFinish, ..Link::finish_start(before.id.clone()) };
    timing.after.push(link);
    Some(item.with_timing(timing))
}

/// The agreements that other handovers of the plan follow: a new one follows them
/// as well.
fn agreements(plan: &Plan) -> Vec<Id> {
    let handovers = plan.activities().iter();
    let handovers = handovers.filter(|a| a.kind == StepKind::Handover.activity_kind());
    let links = handovers.flat_map(|activity| &activity.timing.after);
    let is_agreement =
        |id: &Id| plan.events().find(id).is_some_and(|event| event.kind == EventKind::Agreement);
    let mut found: Vec<Id> = links.map(|link| link.other.clone()).filter(is_agreement).collect();
    found.sort();
    found.dedup();
    found
}

/// The innermost phase that has all days of a span.
pub(super) fn phase_of(plan: &Plan, span: DateSpan) -> Option<PhaseId> {
    let has_all = |span_of: Span| {
        span_of.closed().is_some_and(|all| all.contains(span.start()) && all.contains(span.end()))
    };
    let phases = plan.phases().iter().filter(|phase| has_all(phase.span));
    phases.last().map(|phase| phase.id.clone())
}

/// What a template makes is the planner's own decision.
pub(super) fn basis() -> Vec<Basis> {
    let note = in_both_languages(|words| words.text("closing-basis"));
    vec![Basis { note: Some(note), ..Basis::default() }]
}
