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
mod restricted;
mod site_ends;
mod too_fast;
mod undated;
mod unit_elsewhere;
mod unknown_reference;
mod unplanned_restriction;
mod whom;
mod window;

use std::sync::Arc;

use super::index::Index;
use super::ledger::Ledger;
use super::problem::{Code, Problem, Severity};
use super::states::SiteStates;
use super::tracks::{Spans, Track};
use super::{OnTrack, What};
use crate::geo::Polyline;
use crate::plan::Plan;

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

#[derive(Clone, Copy, Debug)]
enum Run {
    OnPlan(fn(&PlanContext) -> Vec<Problem>),
    OnTrack(fn(&Context) -> Vec<Problem>),
}

/// All checks. A new one is a new file and a line here.
pub const CHECKS: &[Check] = &[
    Check::of_plan(&[Code::UnknownReference], unknown_reference::check),
    Check::of_plan(&[Code::EndBeforeStart], end_before_start::check),
    Check::of_plan(&[Code::CyclicLinks], cyclic_links::check),
    Check::of_plan(&[Code::HugeFigure], huge_figure::check),
    Check::of_plan(&[Code::CountDiffers], count_differs::check),
    Check::of_plan(&[Code::NoSource], no_source::check),
    Check::of_plan(&[Code::OutsidePhase], outside_phase::check),
    Check::of_plan(&[Code::DisposalNotAllowed], disposal_not_allowed::check),
    Check::of_track(&[Code::LinkBroken], link_broken::check),
    Check::of_track(&[Code::TooFast], too_fast::check),
    Check::of_track(&[Code::MoreThanPresent], more_than_present::check),
    Check::of_track(&[Code::CarriesNothing], carries_nothing::check),
    Check::of_track(&[Code::UnitElsewhere], unit_elsewhere::check),
    Check::of_track(&[Code::LeftBehind], left_behind::check),
    Check::of_track(&[Code::NotBefore, Code::MissesOwnDeadline], own_dates::check),
    Check::of_track(&[Code::ArrivesAtClosedSite], arrives_at_closed_site::check),
    Check::of_track(&[Code::LeavesAfterHandover], leaves_after_handover::check),
    Check::of_track(&[Code::ClosedHubAssumed], closed_hub_assumed::check),
    Check::of_track(&[Code::OverCapacity], over_capacity::check),
    Check::of_track(&[Code::BlockedByRestriction], blocked_by_restriction::check),
    Check::of_track(&[Code::UnplannedRestriction], unplanned_restriction::check),
    Check::of_track(&[Code::NeedsNotMet], needs_not_met::check),
    Check::of_track(&[Code::Early, Code::Late], early_late::check),
    Check::of_track(&[Code::AfterDeadline], limit_deadline::check),
    Check::of_track(&[Code::OverCeiling], limit_ceiling::check),
    Check::of_track(&[Code::OverLift], limit_lift::check),
    Check::of_track(&[Code::MaterielWithoutGuard], limit_guard::check),
    Check::of_track(&[Code::LiquidationTooShort, Code::TooShort], limit_minimum::check),
    Check::of_track(&[Code::ReportDiffers], report_differs::check),
    Check::of_track(&[Code::Undated], undated::check),
    Check::of_track(&[Code::LedgerResidual], ledger_residual::check),
];

impl Check {
    const fn of_plan(codes: &'static [Code], run: fn(&PlanContext) -> Vec<Problem>) -> Check {
        Check { codes, scope: Scope::Plan, run: Run::OnPlan(run) }
    }

    const fn of_track(codes: &'static [Code], run: fn(&Context) -> Vec<Problem>) -> Check {
        Check { codes, scope: Scope::Track, run: Run::OnTrack(run) }
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

/// What is wrong whatever the track.
pub(super) fn about_the_plan(plan: &Plan, index: &Index) -> Vec<Problem> {
    let context = PlanContext { plan, index };
    let run = |check: &Check| match check.run {
        Run::OnPlan(run) => run(&context),
        Run::OnTrack(_) => Vec::new(),
    };
    CHECKS.iter().flat_map(run).collect()
}

/// All that is wrong on a track, the worst first, then by date and items.
pub(super) fn all(
    plan: &Plan,
    index: &Index,
    lines: &[Option<Arc<Polyline>>],
    track: Track,
    on: &OnTrack,
    about_the_plan: &[Problem],
) -> Vec<Problem> {
    let OnTrack { spans, states, ledger, .. } = on;
    let context = Context { plan, index, track, spans, states, lines, ledger };
    let mut problems = about_the_plan.to_vec();
    for check in CHECKS {
        if let Run::OnTrack(run) = check.run {
            problems.extend(run(&context));
        }
    }
    if track == Track::Forecast {
        for problem in problems.iter_mut().filter(|p| is_deviation(p.code)) {
            problem.severity = problem.severity.max(Severity::Warning);
        }
    }
    problems.sort_by(|a, b| {
        // Undated problems stand last.
        let key = |p: &Problem| (p.severity, p.date.is_none(), p.date, p.code);
        key(a).cmp(&key(b)).then_with(|| a.items.cmp(&b.items))
    });
    problems
}

fn is_deviation(code: Code) -> bool {
    let of_track = |check: &&Check| check.scope == Scope::Track;
    let found = CHECKS.iter().filter(of_track).any(|check| check.codes.contains(&code));
    // That balances do not add up is never how things turned out.
    found && code != Code::LedgerResidual
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
