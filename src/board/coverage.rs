//! Which tasks take over each row of the mandate.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::plan::{Mandate, MandateId, Plan, Task};

/// The rows of a mandate and the tasks that take them over.
///
/// Every task of the plan stands under each row it names, once, and under
/// `elsewhere` where it names none that exists.
#[derive(Clone, Debug)]
pub struct Coverage<'a> {
    /// In the order of the plan.
    pub rows: Vec<Row<'a>>,
    /// Tasks that take over no row of the mandate.
    pub elsewhere: Vec<&'a Arc<Task>>,
}

/// A row of the mandate.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    pub mandate: &'a Arc<Mandate>,
    /// In the order of the plan. None: the row is not addressed.
    pub tasks: Vec<&'a Arc<Task>>,
}

impl Row<'_> {
    pub fn is_addressed(&self) -> bool {
        !self.tasks.is_empty()
    }
}

impl<'a> Coverage<'a> {
    pub fn of(plan: &'a Plan) -> Coverage<'a> {
        let rows = plan.mandate().iter().map(|mandate| Row { mandate, tasks: Vec::new() });
        let mut rows: Vec<Row> = rows.collect();
        let places: BTreeMap<&MandateId, usize> =
            rows.iter().enumerate().map(|(at, row)| (&row.mandate.id, at)).collect();
        let mut elsewhere = Vec::new();
        for task in plan.tasks().iter() {
            let named: BTreeSet<usize> =
                task.mandate.iter().filter_map(|id| places.get(id).copied()).collect();
            for at in &named {
                rows[*at].tasks.push(task);
            }
            if named.is_empty() {
                elsewhere.push(task);
            }
        }
        Coverage { rows, elsewhere }
    }

    /// How many rows no task names.
    pub fn not_addressed(&self) -> usize {
        self.rows.iter().filter(|row| !row.is_addressed()).count()
    }
}
