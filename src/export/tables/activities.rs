//! The table of activities.

use super::{Ground, Rows, column, founding, table};
use crate::plan::Activity;

pub fn rows(ground: &Ground) -> Rows {
    let Ground { request, words, names } = ground;
    let head = |id: &str| words.text(id);
    let mut columns = vec![
        column(head("column-id"), |it: &Activity| it.id.to_string()),
        column(head("column-name"), |it: &Activity| names.activity(it)),
        column(head("column-kind"), |it: &Activity| names.activity_kind(&it.kind)),
        column(head("column-site"), |it: &Activity| {
            it.site.as_ref().map_or_else(String::new, |site| names.site(site))
        }),
        column(head("column-sector"), |it: &Activity| {
            let site = it.site.as_ref().and_then(|site| request.plan.sites().get(site));
            let of_site = site.and_then(|site| site.sector.as_ref());
            let Some(sector) = it.sector.as_ref().or(of_site) else { return String::new() };
            let name = request.theatre.sector_name(sector.as_str(), request.lang.tag());
            name.unwrap_or(sector.as_str()).to_owned()
        }),
        column(head("column-phase"), |it: &Activity| ground.phase(&it.phase)),
    ];
    columns.extend(ground.dates(|it: &Activity| (&*it.id, &it.timing)));
    columns.extend([
        column(head("column-status"), |it: &Activity| {
            ground.statuses(founding::of_member(&it.basis, "planned"))
        }),
        column(head("column-source"), |it: &Activity| ground.sources(&it.basis)),
    ]);
    columns.extend(ground.marking());
    table(&columns, request.plan.activities().iter().map(|it| &**it))
}
