//! `count-differs`: a document gives another number than the plan has.

use super::PlanContext;
use crate::plan::{Category, Count, Site, SiteKind, Unit};
use crate::schedule::index::figure;
use crate::schedule::problem::{Code, Detail, Problem, Severity};

pub(super) fn check(context: &PlanContext) -> Vec<Problem> {
    let differing = |count: &std::sync::Arc<Count>| {
        let document = figure(count.value?);
        let plan = counted(context, count)?;
        (document != plan).then(|| Problem {
            excess: Some(plan - document),
            detail: Detail::Count { of: count.of.clone(), document, plan },
            ..Problem::new(Code::CountDiffers, Severity::Note, vec![(*count.id).clone()])
        })
    };
    context.plan.counts().iter().filter_map(differing).collect()
}

/// The plan's own number: of sites, or of the people or materiel that units
/// have. None for something the plan does not count.
fn counted(context: &PlanContext, count: &Count) -> Option<i64> {
    let inside = |site: &Site| count.place.as_ref().is_none_or(|place| place.holds(site));
    if count.of == "sites" {
        let is_held = |site: &Site| {
            use SiteKind::{Camp, Headquarters, TemporaryBase};
            matches!(site.kind, Camp | TemporaryBase | Headquarters)
        };
        let held = context.index.sites.iter().filter(|site| is_held(site) && inside(site));
        return Some(held.count() as i64);
    }
    let site_of = |unit: &Unit| unit.site.as_ref().and_then(|site| context.plan.sites().get(site));
    let is_meant = |unit: &Unit| match &count.place {
        None => true,
        Some(_) => site_of(unit).is_some_and(|site| inside(site)),
    };
    let units = context.index.units.iter().filter(|unit| is_meant(unit));
    let people = |counts: fn(&Category) -> bool| {
        let meant = units.clone().filter(|unit| counts(&unit.category));
        Some(meant.map(|unit| figure(unit.personnel)).sum())
    };
    match count.of.as_str() {
        "military" => people(|c| *c == Category::Military),
        "police" => people(|c| *c == Category::Police),
        "civilian" => people(|c| *c == Category::Civilian),
        "uniformed" => people(|c| matches!(c, Category::Military | Category::Police)),
        "personnel" | "total" => people(|_| true),
        kind => {
            context.index.kinds.column(kind)?;
            Some(units.map(|unit| figure(unit.materiel.get(kind).copied().unwrap_or(0))).sum())
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::schedule::testing::check_problems;

    #[test]
    fn a_document_may_count_otherwise() {
        let plan = "site gao\nsite kidal kind=temporary-base\nsite bamako kind=headquarters\n\
                    site border kind=waypoint\nexit out\n\
                    unit a gao 100 vehicles=5\nunit p kidal 40 category=police vehicles=2\n";
        let rows = [
            ("count n sites 3", ""),
            ("count n sites 4", "note count-differs n by -1: sites document 4 plan 3"),
            ("count n military 100", ""),
            (
                "count n uniformed 130",
                "note count-differs n by 10: uniformed document 130 plan 140",
            ),
            ("count n vehicles 7", ""),
            ("count n vehicles 5 where=gao", ""),
            ("count n sites 2 where=gao", "note count-differs n by -1: sites document 2 plan 1"),
            ("count n unicorns 1", ""),
        ];
        let rows = rows.map(|(count, expect)| (format!("{plan}{count}"), expect));
        let rows: Vec<(&str, &str)> = rows.iter().map(|(p, e)| (p.as_str(), *e)).collect();
        check_problems("count-differs", &rows);
    }
}
