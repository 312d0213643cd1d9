//! The table of the mandate: each row with the tasks that take it over.

use super::{Ground, PART, Rows, amount, column, founding, table};
use crate::board::{Coverage, Row, Sum, recipients};

pub fn rows(ground: &Ground) -> Rows {
    let Ground { request, words, names } = ground;
    let coverage = Coverage::of(&request.plan);
    let head = |id: &str| words.text(id);
    let mut columns = vec![
        column(head("column-id"), |row: &Row| row.mandate.id.to_string()),
        column(head("column-paragraph"), |row: &Row| {
            row.mandate.paragraph.clone().unwrap_or_default()
        }),
        column(head("column-text"), |row: &Row| ground.text(&row.mandate.text)),
        column(head("column-priority"), |row: &Row| {
            words.text(if row.mandate.priority { "yes" } else { "no" })
        }),
        column(head("column-task-status"), |row: &Row| {
            if !row.is_addressed() {
                return words.text("not-addressed");
            }
            let statuses = row.tasks.iter().filter_map(|task| task.status.as_ref());
            founding::distinct(statuses.map(|status| ground.task_status(status))).join(PART)
        }),
        column(head("column-tasks"), |row: &Row| {
            row.tasks.iter().map(|task| names.item(&task.id)).collect::<Vec<_>>().join(PART)
        }),
        column(head("column-recipients"), |row: &Row| {
            founding::distinct(row.tasks.iter().flat_map(|task| recipients(task))).join(PART)
        }),
        column(head("column-gap"), |row: &Row| {
            let sum = Sum::of(row.tasks.iter().copied());
            amount(sum.has_gap().then_some(sum.gap_usd))
        }),
        column(head("column-source"), |row: &Row| ground.sources(&row.mandate.basis)),
    ];
    columns.extend(ground.marking());
    table(&columns, coverage.rows.iter())
}
