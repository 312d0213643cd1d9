//! The table of slips: how far items have moved since a baseline, on the track of
//! the request.

use super::{Ground, Rows, column, date, table};
use crate::compare::baseline::{self, Slip};

pub fn rows(ground: &Ground) -> Rows {
    let Ground { request, words, names } = ground;
    let head = |id: &str| words.text(id);
    let days = |days: Option<i64>| days.map_or_else(String::new, |days| days.to_string());
    let mut columns = vec![
        column(head("column-id"), |it: &Slip| it.id.to_string()),
        column(head("column-name"), |it: &Slip| names.item(&it.id)),
        column(head("column-change"), |it: &Slip| words.word("slip", it.kind.as_word())),
        column(head("column-baseline-start"), |it: &Slip| date(it.then.and_then(|it| it.start))),
        column(head("column-baseline-end"), |it: &Slip| date(it.then.and_then(|it| it.end))),
        column(head("column-now-start"), |it: &Slip| date(it.now.and_then(|it| it.start))),
        column(head("column-now-end"), |it: &Slip| date(it.now.and_then(|it| it.end))),
        column(head("column-slip-start"), move |it: &Slip| days(it.start_days)),
        column(head("column-slip-end"), move |it: &Slip| days(it.end_days)),
        column(head("column-slip-length"), move |it: &Slip| days(it.length_days)),
    ];
    columns.extend(ground.marking());
    let now = |id: &_| request.schedule.span(request.track, id);
    let baseline = baseline::current(&request.plan, request.baseline.as_ref());
    let slips = baseline.map(|baseline| baseline::slips(&request.plan, baseline, now));
    table(&columns, slips.unwrap_or_default().iter())
}
