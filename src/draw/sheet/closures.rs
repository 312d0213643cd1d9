//! When which site closes, as a table.

use super::Look;
use super::table::Table;
use crate::calendar::{Day, Span};
use crate::i18n::{Names, date_short_with_year, words};
use crate::plan::{Activity, ActivityKind, Basis, Plan, Site, basis_of};
use crate::schedule::Track;

/// What ends a site, the plainest first.
pub const ENDINGS: [ActivityKind; 4] = [
    ActivityKind::Closure,
    ActivityKind::Handover,
    ActivityKind::Reduction,
    ActivityKind::Liquidation,
];

/// A site that ends, and when.
struct Row<'a> {
    site: &'a Site,
    ending: &'a Activity,
    planned: Option<Span>,
    /// When the last of closure and handover really ended.
    actual: Option<Day>,
}

/// Sites in the order of their dates. `cite` gives the number of a source, where
/// the page has such.
pub fn table(look: &Look, cite: &dyn Fn(&[Basis]) -> String) -> Table {
    let (names, words) = (Names::new(look.plan, look.lang), words(look.lang));
    let mut rows: Vec<Row> = look.plan.sites().iter().filter_map(|s| row(s, look)).collect();
    rows.sort_by_key(|row| {
        let span = row.planned.unwrap_or_default();
        (span.end.or(row.actual).unwrap_or(Day::from_number(i64::MAX / 4)), row.site.id.clone())
    });
    let cells = |row: &Row| {
        let state = look.schedule.site_state(look.track, &row.site.id, look.moment);
        let statuses: Vec<String> = basis_of(&row.ending.basis, "planned")
            .iter()
            .map(|basis| words.word("status", basis.status.as_word()))
            .take(1)
            .collect();
        vec![
            names.site(&row.site.id),
            row.planned.map_or_else(String::new, |span| names.span_with_year(span)),
            row.actual.map_or_else(String::new, |day| date_short_with_year(day, look.lang)),
            state.map_or_else(String::new, |state| words.word("site-state", state.as_word())),
            format!("{}{}", statuses.concat(), cite(&row.ending.basis)),
        ]
    };
    let heads = ["column-site", "sheet-planned", "sheet-actual", "column-state", "sheet-basis"];
    let heads = heads.map(|head| words.text(head)).to_vec();
    Table { heads, rows: rows.iter().map(cells).collect() }.without_empty_columns()
}

fn row<'a>(site: &'a Site, look: &Look<'a>) -> Option<Row<'a>> {
    let of_kind = |kind: &ActivityKind| find(look.plan, site, kind);
    let ending = ending(look.plan, site)?;
    let done = |kind: &ActivityKind| {
        let activity = of_kind(kind)?;
        let actual = activity.timing.actual.as_ref()?.end;
        actual.filter(|_| look.schedule.span(Track::Forecast, &activity.id).is_some())
    };
    let actual = ENDINGS[..2].iter().filter_map(done).max();
    Some(Row { site, ending, planned: ending.timing.planned, actual })
}

/// What ends a site: the plainest that is planned, or else the plainest there is.
pub fn ending<'a>(plan: &'a Plan, site: &Site) -> Option<&'a Activity> {
    let all = || ENDINGS.iter().filter_map(|kind| find(plan, site, kind));
    all().find(|activity| activity.timing.planned.is_some()).or_else(|| all().next())
}

/// The first activity of a kind at a site.
pub fn find<'a>(plan: &'a Plan, site: &Site, kind: &ActivityKind) -> Option<&'a Activity> {
    let fits = |a: &&Activity| a.site.as_ref() == Some(&site.id) && a.kind == *kind;
    plan.activities().iter().map(|activity| &**activity).find(fits)
}
