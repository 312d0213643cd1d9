//! How the checks are run: all of them, or after an edit those that can find
//! otherwise than before.

use std::sync::Arc;

use super::context::{Context, PlanContext};
use super::found::{Finder, Found};
use super::{CHECKS, Check, Each, Look, Run};
use crate::plan::Plan;
use crate::schedule::changed::Since;
use crate::schedule::concerned::Concerned;
use crate::schedule::index::Index;
use crate::schedule::ledger::Ledger;
use crate::schedule::problem::{Code, Severity};
use crate::schedule::tracks::Track;

/// What an edit leaves to be checked anew. The ledger is that of a track; for the
/// checks of the plan as it is written there is none.
#[derive(Clone, Copy)]
pub(in crate::schedule) struct Anew<'a> {
    pub concerned: &'a Concerned,
    pub since: Since<'a>,
    pub index: &'a Index,
    pub ledger: Option<&'a Arc<Ledger>>,
}

impl Anew<'_> {
    /// Whether what a check looks at besides single items is other than before.
    pub fn is_as_a_whole(&self, check: &Check) -> bool {
        let Anew { since, index, ledger, .. } = self;
        check.looks_at.iter().any(|look| match look {
            Look::All(kind) => since.changed.has(*kind),
            Look::Links => !Arc::ptr_eq(&index.dependencies, &since.index.dependencies),
            Look::Ledger => ledger.is_some_and(|ledger| !Arc::ptr_eq(ledger, &since.on.ledger)),
        })
    }
}

/// What of a check is run.
enum Part<'a> {
    All,
    /// For those alone that are concerned; of a check of the whole, nothing.
    Of(&'a Concerned),
}

impl<'a> Part<'a> {
    fn of(check: &Check, anew: Option<&Anew<'a>>) -> Part<'a> {
        match anew {
            Some(anew) if !anew.is_as_a_whole(check) => Part::Of(anew.concerned),
            _ => Part::All,
        }
    }

    fn is_all(&self) -> bool {
        matches!(self, Part::All)
    }

    fn numbers(&self, each: Each, index: &Index) -> Vec<usize> {
        match self {
            Part::All => (0..each.count(index)).collect(),
            Part::Of(concerned) => concerned.numbers(each).collect(),
        }
    }

    /// Whether what was found before of something is still so.
    fn leaves(&self, finder: &Finder) -> bool {
        let Part::Of(concerned) = self else { return false };
        match CHECKS[finder.check].run {
            Run::Plan(_) | Run::Track(_) => true,
            Run::Items(_) => !concerned.has_item(finder.number),
            Run::PlanEach(each, _) | Run::TrackEach(each, _) => !concerned.has(each, finder.number),
        }
    }
}

impl Each {
    fn count(self, index: &Index) -> usize {
        match self {
            Each::Activity => index.activities.len(),
            Each::Movement | Each::Needy => index.movements.len(),
            Each::Timed => index.count_of_timed(),
            Each::Site | Each::Hub => index.sites.len(),
        }
    }
}

/// What is wrong with the plan as it is written, of what has to be checked; without
/// anything known from before, of all.
pub(in crate::schedule) fn about_the_plan(
    plan: &Plan,
    index: &Index,
    anew: Option<&Anew>,
) -> Found {
    let context = PlanContext { plan, index };
    let mut found = Found::default();
    for (at, check) in CHECKS.iter().enumerate() {
        let part = Part::of(check, anew);
        match check.run {
            Run::Plan(run) if part.is_all() => {
                found.note(at, 0, |problems| problems.extend(run(&context)));
            }
            Run::Items(run) => {
                let mut look = |(number, item)| {
                    found.note(at, number, |problems| run(&context, &item, problems));
                };
                match anew {
                    Some(anew) => anew.since.changed.items.iter().cloned().for_each(&mut look),
                    None => plan.items().enumerate().for_each(&mut look),
                }
            }
            Run::PlanEach(each, run) => {
                for number in part.numbers(each, index) {
                    found.note(at, number, |problems| run(&context, number, problems));
                }
            }
            Run::Plan(_) | Run::Track(_) | Run::TrackEach(..) => {}
        }
    }
    found
}

/// All that is wrong on a track.
///
/// `of_plan`: what is to be checked whatever the track, and what is wrong with that;
/// `on_track`: what is to be checked on this one, and what was found there before.
pub(in crate::schedule) fn all(
    context: &Context,
    (of_plan, about_the_plan): (Option<&Anew>, &Found),
    on_track: Option<(&Anew, &Found)>,
) -> Found {
    let anew = on_track.map(|(anew, _)| anew);
    let mut found = Found::default();
    for (at, check) in CHECKS.iter().enumerate() {
        let part = Part::of(check, anew);
        match check.run {
            Run::Track(run) if part.is_all() => {
                found.note(at, 0, |problems| problems.extend(run(context)));
            }
            Run::TrackEach(each, run) => {
                for number in part.numbers(each, context.index) {
                    found.note(at, number, |problems| run(context, number, problems));
                }
            }
            Run::Track(_) | Run::Plan(_) | Run::Items(_) | Run::PlanEach(..) => {}
        }
    }
    if context.track == Track::Forecast {
        // That balances do not add up is never how things turned out.
        found.change(|problem| {
            if problem.code != Code::LedgerResidual {
                problem.severity = problem.severity.max(Severity::Warning);
            }
        });
    }
    let found = found.with(about_the_plan).sorted();
    let Some((_, earlier)) = on_track else { return found };
    let parts: Vec<Part> = CHECKS
        .iter()
        .map(|check| match check.run {
            Run::Track(_) | Run::TrackEach(..) => Part::of(check, anew),
            Run::Plan(_) | Run::Items(_) | Run::PlanEach(..) => Part::of(check, of_plan),
        })
        .collect();
    Found::merged(earlier, |finder| parts[finder.check].leaves(finder), found)
}
