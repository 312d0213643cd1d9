//! What is checked: one file for each check, one line for each in the table.

mod arrives_at_closed_site;
mod blocked_by_restriction;
mod carries_nothing;
mod closed_hub_assumed;
mod count_differs;
mod cyclic_links;
mod disposal_not_allowed;
mod early_late;
mod end_before_start;
mod found;
mod huge_figure;
mod leaves_after_handover;
mod ledger_residual;
mod left_behind;
mod limit_ceiling;
mod limit_deadline;
mod limit_guard;
mod limit_lift;
mod limit_minimum;
mod link_broken;
mod more_than_present;
mod needs_not_met;
mod no_source;
mod outside_phase;
mod over_capacity;
mod own_dates;
mod report_differs;
pub(super) mod restricted;
mod site_ends;
mod too_fast;
mod undated;
mod unit_elsewhere;
mod unknown_reference;
mod unplanned_restriction;
pub(super) mod whom;
mod window;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::concerned::Concerned;
use super::index::Index;
use super::ledger::Ledger;
use super::problem::{Code, Problem, Severity};
use super::states::SiteStates;
use super::tracks::{Spans, Track};
use super::workdays::Workdays;
use super::{OnTrack, What};
use crate::geo::Polyline;
use crate::plan::{CalendarId, Item, Plan, RestrictionKind};
use restricted::{InForce, in_force};
use site_ends::{SiteEnds, ends_of_sites};

use found::Finder;
pub(super) use found::Found;

/// Looks for one kind of problem.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// What it can find.
    pub codes: &'static [Code],
    pub scope: Scope,
    run: Run,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The plan as it is written, the same on all tracks.
    Plan,
    /// What follows from the dates of a track. In the forecast it is a deviation
    /// from the plan, and so no more than a warning.
    Track,
}

/// A check of one item after another is run anew, after an edit, for those alone
/// that are [`Concerned`]; any other is run as a whole.
#[derive(Clone, Copy, Debug)]
enum Run {
    Plan(fn(&PlanContext) -> Vec<Problem>),
    Items(fn(&PlanContext, &Item, &mut Vec<Problem>)),
    PlanEach(Each, fn(&PlanContext, usize, &mut Vec<Problem>)),
    Track(fn(&Context) -> Vec<Problem>),
    TrackEach(Each, fn(&Context, usize, &mut Vec<Problem>)),
}

/// What a check looks at one after another, by the numbers of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Each {
    Activity,
    Movement,
    /// Activities and movements, numbered together.
    Timed,
    Site,
}

/// All checks. A new one is a new file and a line here.
pub const CHECKS: &[Check] = &[
    Check::of_items(&[Code::UnknownReference], unknown_reference::check),
    Check::of_items(&[Code::EndBeforeStart], end_before_start::check),
    Check::of_plan(&[Code::CyclicLinks], cyclic_links::check),
    Check::of_plan(&[Code::HugeFigure], huge_figure::check),
    Check::of_plan(&[Code::CountDiffers], count_differs::check),
    Check::of_items(&[Code::NoSource], no_source::check),
    Check::of_plan_each(Each::Timed, &[Code::OutsidePhase], outside_phase::check),
    Check::of_plan_each(Each::Movement, &[Code::DisposalNotAllowed], disposal_not_allowed::check),
    Check::of_each(Each::Timed, &[Code::LinkBroken], link_broken::check),
    Check::of_each(Each::Movement, &[Code::TooFast], too_fast::check),
    Check::of_track(&[Code::MoreThanPresent], more_than_present::check),
    Check::of_each(Each::Movement, &[Code::CarriesNothing], carries_nothing::check),
    Check::of_track(&[Code::UnitElsewhere], unit_elsewhere::check),
    Check::of_each(Each::Site, &[Code::LeftBehind], left_behind::check),
    Check::of_each(Each::Timed, &[Code::NotBefore, Code::MissesOwnDeadline], own_dates::check),
    Check::of_each(Each::Movement, &[Code::ArrivesAtClosedSite], arrives_at_closed_site::check),
    Check::of_each(Each::Movement, &[Code::LeavesAfterHandover], leaves_after_handover::check),
    Check::of_track(&[Code::ClosedHubAssumed], closed_hub_assumed::check),
    Check::of_each(Each::Site, &[Code::OverCapacity], over_capacity::check),
    Check::of_each(Each::Movement, &[Code::BlockedByRestriction], blocked_by_restriction::check),
    Check::of_track(&[Code::UnplannedRestriction], unplanned_restriction::check),
    Check::of_track(&[Code::NeedsNotMet], needs_not_met::check),
    Check::of_each(Each::Activity, &[Code::Early, Code::Late], early_late::check),
    Check::of_track(&[Code::AfterDeadline], limit_deadline::check),
    Check::of_track(&[Code::OverCeiling], limit_ceiling::check),
    Check::of_track(&[Code::OverLift], limit_lift::check),
    Check::of_each(Each::Site, &[Code::MaterielWithoutGuard], limit_guard::check),
    Check::of_each(
        Each::Activity,
        &[Code::LiquidationTooShort, Code::TooShort],
        limit_minimum::check,
    ),
    Check::of_track(&[Code::ReportDiffers], report_differs::check),
    Check::of_each(Each::Movement, &[Code::Undated], undated::check),
    Check::of_track(&[Code::LedgerResidual], ledger_residual::check),
];

impl Check {
    const fn of_plan(codes: &'static [Code], run: fn(&PlanContext) -> Vec<Problem>) -> Check {
        Check { codes, scope: Scope::Plan, run: Run::Plan(run) }
    }

    const fn of_items(
        codes: &'static [Code],
        run: fn(&PlanContext, &Item, &mut Vec<Problem>),
    ) -> Check {
        Check { codes, scope: Scope::Plan, run: Run::Items(run) }
    }

    const fn of_plan_each(
        each: Each,
        codes: &'static [Code],
        run: fn(&PlanContext, usize, &mut Vec<Problem>),
    ) -> Check {
        Check { codes, scope: Scope::Plan, run: Run::PlanEach(each, run) }
    }

    const fn of_track(codes: &'static [Code], run: fn(&Context) -> Vec<Problem>) -> Check {
        Check { codes, scope: Scope::Track, run: Run::Track(run) }
    }

    const fn of_each(
        each: Each,
        codes: &'static [Code],
        run: fn(&Context, usize, &mut Vec<Problem>),
    ) -> Check {
        Check { codes, scope: Scope::Track, run: Run::TrackEach(each, run) }
    }
}

/// What a check of the plan as it is written may look at.
#[derive(Clone, Copy)]
pub(super) struct PlanContext<'a> {
    pub plan: &'a Plan,
    pub index: &'a Index,
}

/// What a check of a track may look at.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub plan: &'a Plan,
    pub index: &'a Index,
    pub track: Track,
    pub spans: &'a Spans,
    pub states: &'a SiteStates,
    /// The line of each movement, where it has one.
    pub lines: &'a [Option<Arc<Polyline>>],
    pub ledger: &'a Ledger,
    /// When each site is closed and handed over.
    pub ends: &'a [SiteEnds],
    /// The restrictions that let nothing go, and those that make ways slower.
    pub closed: &'a [InForce<'a>],
    pub slow: &'a [InForce<'a>],
    pub workdays: &'a BTreeMap<&'a CalendarId, Workdays>,
}

impl Context<'_> {
    /// What is counted in a column.
    pub fn what(&self, column: usize) -> What {
        self.index.kinds.name(column).map_or(What::People, |kind| What::Materiel(kind.clone()))
    }

    /// Whether a change of planned dates can mend what is found here: dates of
    /// the forecast follow from actual ones as well.
    pub fn can_fix(&self) -> bool {
        self.track == Track::Planned
    }
}

/// What is wrong with what is concerned, whatever the track.
pub(super) fn about_the_plan(plan: &Plan, index: &Index, concerned: &Concerned) -> Found {
    let context = PlanContext { plan, index };
    let mut found = Found::default();
    for (at, check) in CHECKS.iter().enumerate() {
        match check.run {
            Run::Plan(run) => found.note(at, 0, |problems| problems.extend(run(&context))),
            Run::Items(run) => {
                for (number, item) in &concerned.items {
                    found.note(at, *number, |problems| run(&context, item, problems));
                }
            }
            Run::PlanEach(each, run) => {
                for number in concerned.numbers(each) {
                    found.note(at, number, |problems| run(&context, number, problems));
                }
            }
            Run::Track(_) | Run::TrackEach(..) => {}
        }
    }
    found
}

/// All that is wrong on a track: the same as before where nothing is concerned.
///
/// `of_plan` are the concerned of all tracks, and what is wrong with them;
/// `on_track`, those of this one.
pub(super) fn all(
    context: &Context,
    (of_plan, about_the_plan): (&Concerned, &Found),
    on_track: &Concerned,
    earlier: Option<&Found>,
) -> Found {
    let mut found = about_the_plan.clone();
    let first = found.problems.len();
    for (at, check) in CHECKS.iter().enumerate() {
        match check.run {
            Run::Track(run) => found.note(at, 0, |problems| problems.extend(run(context))),
            Run::TrackEach(each, run) => {
                for number in on_track.numbers(each) {
                    found.note(at, number, |problems| run(context, number, problems));
                }
            }
            Run::Plan(_) | Run::Items(_) | Run::PlanEach(..) => {}
        }
    }
    if context.track == Track::Forecast {
        // That balances do not add up is never how things turned out.
        let deviations = found.problems[first..].iter_mut();
        for problem in deviations.filter(|problem| problem.code != Code::LedgerResidual) {
            problem.severity = problem.severity.max(Severity::Warning);
        }
    }
    let found = found.sorted();
    let Some(earlier) = earlier else { return found };
    let stays = |finder: &Finder| match CHECKS[finder.check].run {
        Run::Plan(_) | Run::Track(_) => false,
        Run::Items(_) => !of_plan.has_item(finder.number),
        Run::PlanEach(each, _) => !of_plan.has(each, finder.number),
        Run::TrackEach(each, _) => !on_track.has(each, finder.number),
    };
    let kept = earlier.iter().filter(|(_, finder)| stays(finder));
    Found::merged(kept.map(|(problem, finder)| (problem.clone(), *finder)), found)
}

/// What several checks of a track look at, worked out once.
pub(super) struct Shared<'a> {
    ends: Vec<SiteEnds>,
    closed: Vec<InForce<'a>>,
    slow: Vec<InForce<'a>>,
    workdays: BTreeMap<&'a CalendarId, Workdays>,
}

impl<'a> Shared<'a> {
    pub fn of(plan: &'a Plan, index: &Index, track: Track, spans: &Spans) -> Shared<'a> {
        let calendars = plan.calendars().iter();
        Shared {
            ends: ends_of_sites(index, spans),
            closed: in_force(plan, track, &RestrictionKind::Closed),
            slow: in_force(plan, track, &RestrictionKind::Slow),
            workdays: calendars.filter_map(|c| Some((&c.id, Workdays::of(c)?))).collect(),
        }
    }

    pub fn context(
        &'a self,
        plan: &'a Plan,
        index: &'a Index,
        lines: &'a [Option<Arc<Polyline>>],
        track: Track,
        on: &'a OnTrack,
    ) -> Context<'a> {
        let OnTrack { spans, states, ledger, .. } = on;
        let Shared { ends, closed, slow, workdays } = self;
        Context { plan, index, track, spans, states, lines, ledger, ends, closed, slow, workdays }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::{SOURCE_CODES, THEATRE_CODES};

    #[test]
    fn every_code_is_found_by_exactly_one_check() {
        for code in Code::ALL {
            let finders = CHECKS.iter().filter(|check| check.codes.contains(code)).count();
            let elsewhere = THEATRE_CODES.iter().chain(SOURCE_CODES);
            let elsewhere = elsewhere.filter(|other| *other == code).count();
            assert_eq!(finders + elsewhere, 1, "{code:?}");
        }
    }
}
