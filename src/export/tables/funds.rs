//! The table of funds: what is needed, there and missing, and what draws on it.

use super::{Ground, PART, Rows, amount, column, date, founding, table};
use crate::board::{Funding, fundings};

pub fn rows(ground: &Ground) -> Rows {
    let Ground { request, words, names } = ground;
    let funds = fundings(&request.plan);
    let head = |id: &str| words.text(id);
    let mut columns = vec![
        column(head("column-id"), |it: &Funding| it.fund.id.to_string()),
        column(head("column-name"), |it: &Funding| names.item(&it.fund.id)),
        column(head("column-from-day"), |it: &Funding| date(it.fund.span.and_then(|s| s.start))),
        column(head("column-to-day"), |it: &Funding| date(it.fund.span.and_then(|s| s.end))),
        column(head("column-needed"), |it: &Funding| amount(it.fund.needed_usd)),
        column(head("column-available"), |it: &Funding| amount(it.fund.available_usd)),
        column(head("column-missing"), |it: &Funding| amount(it.missing_usd)),
        column(head("column-tasks"), |it: &Funding| {
            it.tasks.iter().map(|task| names.item(&task.id)).collect::<Vec<_>>().join(PART)
        }),
    ];
    for (name, member) in
        [("column-basis-needed", "needed_usd"), ("column-basis-available", "available_usd")]
    {
        columns.push(column(head(name), move |it: &Funding| {
            ground.statuses(founding::of_member(&it.fund.basis, member))
        }));
    }
    columns.push(column(head("column-source"), |it: &Funding| ground.sources(&it.fund.basis)));
    columns.extend(ground.marking());
    table(&columns, funds.iter())
}
