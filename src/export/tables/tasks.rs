//! The table of tasks: who takes over what, and what is lacking.

use super::{Ground, PART, Rows, amount, column, date, founding, table};
use crate::board::recipients;
use crate::plan::Task;

pub fn rows(ground: &Ground) -> Rows {
    let Ground { request, words, names } = ground;
    let head = |id: &str| words.text(id);
    let mut columns = vec![
        column(head("column-id"), |it: &Task| it.id.to_string()),
        column(head("column-name"), |it: &Task| names.item(&it.id)),
        column(head("column-mandate"), |it: &Task| ground.items(&it.mandate)),
        column(head("column-recipients"), |it: &Task| recipients(it).join(PART)),
        column(head("column-task-status"), |it: &Task| {
            it.status.as_ref().map_or_else(String::new, |status| ground.task_status(status))
        }),
        column(head("column-needs"), |it: &Task| ground.optional_text(&it.needs)),
        column(head("column-gap"), |it: &Task| amount(it.gap_usd)),
        column(head("column-due"), |it: &Task| date(it.due)),
        column(head("column-fund"), |it: &Task| {
            it.fund.as_ref().map_or_else(String::new, |fund| names.item(fund))
        }),
        column(head("column-sites"), |it: &Task| ground.items(&it.sites)),
        column(head("column-activities"), |it: &Task| ground.items(&it.activities)),
    ];
    for (name, member) in [("column-basis-status", "status"), ("column-basis-gap", "gap_usd")] {
        columns.push(column(head(name), move |it: &Task| {
            ground.statuses(founding::of_member(&it.basis, member))
        }));
    }
    columns.push(column(head("column-source"), |it: &Task| ground.sources(&it.basis)));
    columns.extend(ground.marking());
    table(&columns, request.plan.tasks().iter().map(|it| &**it))
}
