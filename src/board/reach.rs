//! Which sites an item is about.

use std::collections::BTreeSet;

use crate::plan::{Activity, Id, Item, Phase, PhaseId, Plan, SiteId, Task};

/// The sites an item is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Those it names, itself or through what belongs to it.
    pub sites: BTreeSet<SiteId>,
    /// Those it may touch beyond: where something happens in its phases. Without
    /// those of `sites`.
    pub wider: BTreeSet<SiteId>,
}

/// The sites an item is about, other than itself: of an activity its site, or all
/// of its sector; of a task its sites and activities; of a fund and a row of the
/// mandate those of their tasks; of a risk its sites, and beyond them those of its
/// phases.
pub fn reach(plan: &Plan, id: &Id) -> Reach {
    let mut reach = Reach::default();
    let drawn = |with: &dyn Fn(&Task) -> bool| {
        let tasks = plan.tasks().iter().filter(|task| with(task));
        tasks.flat_map(|task| of_task(plan, task)).collect()
    };
    match plan.item(id) {
        Some(Item::Activity(activity)) => reach.sites = of_activity(plan, &activity),
        Some(Item::Task(task)) => reach.sites = of_task(plan, &task),
        Some(Item::Fund(fund)) => reach.sites = drawn(&|task| task.fund.as_ref() == Some(&fund.id)),
        Some(Item::Mandate(row)) => reach.sites = drawn(&|task| task.mandate.contains(&row.id)),
        Some(Item::Risk(risk)) => {
            reach.sites = risk.sites.iter().cloned().collect();
            reach.wider = of_phases(plan, &risk.phases);
            reach.wider.retain(|site| !reach.sites.contains(site));
        }
        _ => {}
    }
    reach
}

fn of_activity(plan: &Plan, activity: &Activity) -> BTreeSet<SiteId> {
    if let Some(site) = &activity.site {
        return BTreeSet::from([site.clone()]);
    }
    let Some(sector) = &activity.sector else { return BTreeSet::new() };
    let within = plan.sites().iter().filter(|site| site.sector.as_ref() == Some(sector));
    within.map(|site| site.id.clone()).collect()
}

fn of_task(plan: &Plan, task: &Task) -> BTreeSet<SiteId> {
    let activities = task.activities.iter().filter_map(|id| plan.activities().get(id));
    let theirs = activities.flat_map(|activity| of_activity(plan, activity));
    task.sites.iter().cloned().chain(theirs).collect()
}

/// Where something is done or someone goes in these phases and those within them.
/// Exits are no sites of a phase: they lie outside the theatre.
fn of_phases(plan: &Plan, phases: &[PhaseId]) -> BTreeSet<SiteId> {
    let phases = with_parts(plan, phases);
    let meant = |phase: &Option<PhaseId>| phase.as_ref().is_some_and(|it| phases.contains(it));
    let activities = plan.activities().iter().filter(|activity| meant(&activity.phase));
    let done = activities.flat_map(|activity| of_activity(plan, activity));
    let movements = plan.movements().iter().filter(|movement| meant(&movement.phase));
    let ends = movements.flat_map(|m| std::iter::once(m.from.clone()).chain(m.to.clone()));
    let known = |id: &SiteId| plan.sites().get(id).is_some_and(|site| !site.is_exit());
    done.chain(ends).filter(known).collect()
}

/// These phases and all that are parts of them, also where parts form a ring.
fn with_parts(plan: &Plan, phases: &[PhaseId]) -> BTreeSet<PhaseId> {
    let mut all: BTreeSet<PhaseId> = phases.iter().cloned().collect();
    loop {
        let is_part = |phase: &&std::sync::Arc<Phase>| {
            !all.contains(&phase.id) && phase.parent.as_ref().is_some_and(|it| all.contains(it))
        };
        let parts: Vec<PhaseId> =
            plan.phases().iter().filter(is_part).map(|phase| phase.id.clone()).collect();
        if parts.is_empty() {
            return all;
        }
        all.extend(parts);
    }
}
