//! How many tasks there are of a kind, and what they lack.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::plan::{Task, TaskStatus};

/// What a number of tasks lack together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    pub tasks: usize,
    /// How many of them say what they need.
    pub needs: usize,
    /// The gaps that have a figure, in US dollars.
    pub gap_usd: u64,
    /// How many tasks have no figure for their gap: not the same as no gap.
    pub unknown_gaps: usize,
}

impl Sum {
    pub fn of<'a>(tasks: impl IntoIterator<Item = &'a Arc<Task>>) -> Sum {
        tasks.into_iter().fold(Sum::default(), |sum, task| Sum {
            tasks: sum.tasks + 1,
            needs: sum.needs + usize::from(task.needs.is_some()),
            gap_usd: sum.gap_usd.saturating_add(task.gap_usd.unwrap_or(0)),
            unknown_gaps: sum.unknown_gaps + usize::from(task.gap_usd.is_none()),
        })
    }

    /// Whether at least one gap has a figure.
    pub fn has_gap(&self) -> bool {
        self.unknown_gaps < self.tasks
    }
}

/// Sums for each status that occurs, in the order of the format; tasks without a
/// status come last. Each task is in one of them.
pub fn by_status<'a>(
    tasks: impl IntoIterator<Item = &'a Arc<Task>>,
) -> Vec<(Option<TaskStatus>, Sum)> {
    let groups = grouped(tasks, |task| vec![task.status.clone()]);
    let mut sums: Vec<_> = groups.into_iter().collect();
    sums.sort_by_key(|(status, _)| status.is_none());
    sums
}

/// Sums for each recipient, those of most tasks first; tasks that name none come
/// last. A task with several recipients is in the sum of each of them, so that
/// these sums add up to more than all tasks.
pub fn by_recipient<'a>(
    tasks: impl IntoIterator<Item = &'a Arc<Task>>,
) -> Vec<(Option<&'a str>, Sum)> {
    let groups = grouped(tasks, |task| {
        let named: Vec<_> = recipients(task).into_iter().map(Some).collect();
        if named.is_empty() { vec![None] } else { named }
    });
    let mut sums: Vec<_> = groups.into_iter().collect();
    sums.sort_by_key(|(recipient, sum)| (recipient.is_none(), Reverse(sum.tasks)));
    sums
}

/// The recipients of a task, each once.
pub fn recipients(task: &Task) -> Vec<&str> {
    let mut list = Vec::new();
    for name in task.recipients.iter().map(|name| name.trim()) {
        if !name.is_empty() && !list.contains(&name) {
            list.push(name);
        }
    }
    list
}

fn grouped<'a, K: Ord>(
    tasks: impl IntoIterator<Item = &'a Arc<Task>>,
    keys: impl Fn(&'a Task) -> Vec<K>,
) -> BTreeMap<K, Sum> {
    let mut groups: BTreeMap<K, Vec<&Arc<Task>>> = BTreeMap::new();
    for task in tasks {
        for key in keys(task) {
            groups.entry(key).or_default().push(task);
        }
    }
    groups.into_iter().map(|(key, tasks)| (key, Sum::of(tasks))).collect()
}
