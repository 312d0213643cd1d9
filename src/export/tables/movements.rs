//! The table of movements. People and materiel are those moved on the track of
//! the request.

use super::{Ground, Rows, column, founding, table};
use crate::plan::Movement;

pub fn rows(ground: &Ground) -> Rows {
    let Ground { request, words, names } = ground;
    let moved = |it: &Movement| request.schedule.moved(request.track, &it.id);
    let head = |id: &str| words.text(id);
    let mut columns = vec![
        column(head("column-id"), |it: &Movement| it.id.to_string()),
        column(head("column-name"), |it: &Movement| names.movement(it)),
        column(head("column-kind"), |it: &Movement| names.movement_kind(&it.kind)),
        column(head("column-from"), |it: &Movement| names.site(&it.from)),
        column(head("column-to"), |it: &Movement| {
            it.to.as_ref().map_or_else(String::new, |to| names.site(to))
        }),
        column(head("column-mode"), |it: &Movement| {
            it.mode.as_ref().map_or_else(String::new, |mode| words.word("mode", mode.as_word()))
        }),
        column(head("column-phase"), |it: &Movement| ground.phase(&it.phase)),
    ];
    columns.extend(ground.dates(|it: &Movement| (&*it.id, &it.timing)));
    columns.push(column(head("column-people"), move |it: &Movement| {
        moved(it).personnel.total().to_string()
    }));
    for kind in request.schedule.kinds().names() {
        columns.push(column(words.word("materiel", kind), move |it: &Movement| {
            moved(it).materiel.of(kind).to_string()
        }));
    }
    columns.extend([
        column(head("column-status"), |it: &Movement| {
            ground.statuses(founding::of_member(&it.basis, "planned"))
        }),
        column(head("column-status-loads"), |it: &Movement| {
            ground.statuses(founding::of_loads(it, &request.plan))
        }),
        column(head("column-source"), |it: &Movement| ground.sources(&it.basis)),
    ]);
    columns.extend(ground.marking());
    table(&columns, request.plan.movements().iter().map(|it| &**it))
}
