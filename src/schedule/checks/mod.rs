//! What is checked: one file for each check, one line for each in the table.

mod arrives_at_closed_site;
mod blocked_by_restriction;
mod carries_nothing;
mod closed_hub_assumed;
mod context;
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
mod running;
mod site_ends;
mod too_fast;
mod undated;
mod unit_elsewhere;
mod unknown_reference;
mod unplanned_restriction;
pub(super) mod whom;
mod window;

use super::lifts;
use super::problem::{Code, Problem};
use crate::plan::{Item, Kind};

pub(super) use context::{Context, PlanContext, Shared};
pub(super) use found::Found;
pub(super) use running::{Anew, about_the_plan, all};
pub(super) use site_ends::SiteEnds;

/// Looks for one kind of problem.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// What it can find.
    pub codes: &'static [Code],
    pub scope: Scope,
    run: Run,
    /// When any of this changes, it is run anew as a whole.
    looks_at: &'static [Look],
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
/// that are [`super::concerned::Concerned`]; any other as a whole, or not at all.
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
    /// A site with all that starts, ends and happens there.
    Hub,
    /// A movement with all it can count on.
    Needy,
}

/// What a check looks at besides the one item it is about; of a check of the whole,
/// all that it looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// The items of a kind.
    All(Kind),
    /// Which activities and movements depend on which.
    Links,
    /// Any balance, and so the dates of movements.
    Ledger,
}

/// All checks. A new one is a new file and a line here.
pub const CHECKS: &[Check] = &[
    Check::of_items(&[Code::UnknownReference], unknown_reference::check),
    Check::of_items(&[Code::EndBeforeStart], end_before_start::check),
    Check::of_plan(&[Code::CyclicLinks], &[Look::Links], cyclic_links::check),
    Check::of_items(&[Code::HugeFigure], huge_figure::check),
    Check::of_plan(
        &[Code::CountDiffers],
        &[Look::All(Kind::Count), Look::All(Kind::Site), Look::All(Kind::Unit)],
        count_differs::check,
    ),
    Check::of_items(&[Code::NoSource], no_source::check),
    Check::of_plan_each(Each::Timed, &[Code::OutsidePhase], outside_phase::check)
        .looking_at(&[Look::All(Kind::Phase)]),
    Check::of_plan_each(Each::Movement, &[Code::DisposalNotAllowed], disposal_not_allowed::check),
    Check::of_each(Each::Timed, &[Code::LinkBroken], link_broken::check)
        .looking_at(&[Look::All(Kind::Event), Look::All(Kind::WorkCalendar)]),
    Check::of_each(Each::Movement, &[Code::TooFast], too_fast::check)
        .looking_at(&[Look::All(Kind::Restriction)]),
    Check::of_track(
        &[Code::MoreThanPresent],
        &[Look::Ledger, Look::All(Kind::Movement)],
        more_than_present::check,
    ),
    Check::of_each(Each::Movement, &[Code::CarriesNothing], carries_nothing::check),
    Check::of_each(Each::Movement, &[Code::UnitElsewhere], unit_elsewhere::check),
    Check::of_each(Each::Site, &[Code::LeftBehind], left_behind::check),
    Check::of_each(Each::Timed, &[Code::NotBefore, Code::MissesOwnDeadline], own_dates::check),
    Check::of_each(Each::Movement, &[Code::ArrivesAtClosedSite], arrives_at_closed_site::check),
    Check::of_each(Each::Movement, &[Code::LeavesAfterHandover], leaves_after_handover::check),
    Check::of_each(Each::Hub, &[Code::ClosedHubAssumed], closed_hub_assumed::check),
    Check::of_each(Each::Site, &[Code::OverCapacity], over_capacity::check),
    Check::of_each(Each::Movement, &[Code::BlockedByRestriction], blocked_by_restriction::check)
        .looking_at(&[Look::All(Kind::Restriction), Look::All(Kind::Phase)]),
    Check::of_track(
        &[Code::UnplannedRestriction],
        &[Look::All(Kind::Restriction)],
        unplanned_restriction::check,
    ),
    Check::of_each(Each::Needy, &[Code::NeedsNotMet], needs_not_met::check)
        .looking_at(&[Look::All(Kind::Restriction)]),
    Check::of_each(Each::Activity, &[Code::Early, Code::Late], early_late::check),
    Check::of_track(&[Code::AfterDeadline], WHOM, limit_deadline::check),
    Check::of_track(&[Code::OverCeiling], WHOM, limit_ceiling::check),
    Check::of_track(&[Code::OverLift], LIFTS, limit_lift::check),
    Check::of_each(Each::Site, &[Code::MaterielWithoutGuard], limit_guard::check)
        .looking_at(&[Look::All(Kind::Limit)]),
    Check::of_each(
        Each::Activity,
        &[Code::LiquidationTooShort, Code::TooShort],
        limit_minimum::check,
    )
    .looking_at(&[Look::All(Kind::Limit)]),
    Check::of_track(
        &[Code::ReportDiffers],
        &[Look::Ledger, Look::All(Kind::Report), Look::All(Kind::Movement), Look::All(Kind::Site)],
        report_differs::check,
    ),
    Check::of_each(Each::Movement, &[Code::Undated], undated::check),
    Check::of_track(&[Code::LedgerResidual], &[Look::Ledger], ledger_residual::check),
];

/// What lifts look at.
const LIFTS: &[Look] = &{
    let [a, b, c, d] = lifts::LOOKED_AT;
    [Look::Ledger, Look::All(a), Look::All(b), Look::All(c), Look::All(d)]
};

/// What limits of people look at.
const WHOM: &[Look] =
    &[Look::Ledger, Look::All(Kind::Limit), Look::All(Kind::Site), Look::All(Kind::Unit)];

impl Check {
    const fn of_plan(
        codes: &'static [Code],
        looks_at: &'static [Look],
        run: fn(&PlanContext) -> Vec<Problem>,
    ) -> Check {
        Check { codes, scope: Scope::Plan, run: Run::Plan(run), looks_at }
    }

    const fn of_items(
        codes: &'static [Code],
        run: fn(&PlanContext, &Item, &mut Vec<Problem>),
    ) -> Check {
        Check { codes, scope: Scope::Plan, run: Run::Items(run), looks_at: &[] }
    }

    const fn of_plan_each(
        each: Each,
        codes: &'static [Code],
        run: fn(&PlanContext, usize, &mut Vec<Problem>),
    ) -> Check {
        Check { codes, scope: Scope::Plan, run: Run::PlanEach(each, run), looks_at: &[] }
    }

    const fn of_track(
        codes: &'static [Code],
        looks_at: &'static [Look],
        run: fn(&Context) -> Vec<Problem>,
    ) -> Check {
        Check { codes, scope: Scope::Track, run: Run::Track(run), looks_at }
    }

    const fn of_each(
        each: Each,
        codes: &'static [Code],
        run: fn(&Context, usize, &mut Vec<Problem>),
    ) -> Check {
        Check { codes, scope: Scope::Track, run: Run::TrackEach(each, run), looks_at: &[] }
    }

    const fn looking_at(self, looks_at: &'static [Look]) -> Check {
        Check { looks_at, ..self }
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

    #[test]
    fn a_check_of_the_whole_says_what_it_looks_at() {
        for check in CHECKS.iter().filter(|it| matches!(it.run, Run::Plan(_) | Run::Track(_))) {
            assert!(!check.looks_at.is_empty(), "{:?} would never be run again", check.codes);
        }
    }
}
