//! The register of risks. Likelihood and impact are empty until a planner gives
//! them.

use super::{Ground, PART, Rows, column, founding, table};
use crate::board::{Numbered, reach};

pub fn rows(ground: &Ground) -> Rows {
    let Ground { request, words, names } = ground;
    let risks = request.plan.risks().iter().enumerate();
    let risks: Vec<Numbered> = risks.map(|(at, risk)| Numbered { number: at + 1, risk }).collect();
    let head = |id: &str| words.text(id);
    let rating = |rating: Option<u8>| rating.map_or_else(String::new, |it| it.to_string());
    let mut columns = vec![
        column(head("column-number"), |it: &Numbered| it.number.to_string()),
        column(head("column-id"), |it: &Numbered| it.risk.id.to_string()),
        column(head("column-name"), |it: &Numbered| names.item(&it.risk.id)),
        column(head("column-likelihood"), move |it: &Numbered| rating(it.risk.likelihood)),
        column(head("column-impact"), move |it: &Numbered| rating(it.risk.impact)),
        column(head("column-level"), |it: &Numbered| {
            it.level().map_or_else(String::new, |level| words.word("risk-level", level.as_word()))
        }),
        column(head("column-mitigations"), |it: &Numbered| {
            it.risk.mitigations.iter().map(|text| ground.text(text)).collect::<Vec<_>>().join(PART)
        }),
        column(head("column-phases"), |it: &Numbered| ground.items(&it.risk.phases)),
        column(head("column-sites"), |it: &Numbered| ground.items(&it.risk.sites)),
        column(head("column-sites-of-phases"), |it: &Numbered| {
            let wider: Vec<_> = reach(&request.plan, &it.risk.id).wider.into_iter().collect();
            ground.items(&wider)
        }),
    ];
    columns.extend([
        column(head("column-basis-sites"), |it: &Numbered| {
            ground.statuses(founding::of_member(&it.risk.basis, "sites"))
        }),
        column(head("column-source"), |it: &Numbered| ground.sources(&it.risk.basis)),
    ]);
    columns.extend(ground.marking());
    table(&columns, risks.iter())
}
