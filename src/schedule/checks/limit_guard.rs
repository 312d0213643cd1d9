//! `materiel-without-guard`: materiel is at a site and nobody guards it.

use super::Context;
use crate::calendar::Day;
use crate::plan::{Id, Limit, LimitKind, UnitRole};
use crate::schedule::holdings::is_people;
use crate::schedule::now::at_site;
use crate::schedule::problem::{Code, Detail, Problem, Severity};
use crate::schedule::steps::Steps;
use crate::schedule::tick::Tick;

/// At the close of the limit's date and of every later day, where there is
/// materiel there are also people of a guard or rear-party unit.
pub(super) fn check(context: &Context, number: usize, problems: &mut Vec<Problem>) {
    if context.ledger.sites[number].columns.is_empty() {
        return;
    }
    let site = &context.index.sites[number];
    for limit in context.plan.limits().iter().filter(|limit| limit.kind == LimitKind::Guard) {
        let first = limit.date.unwrap_or(context.ledger.opening_day);
        if limit.place.as_ref().is_none_or(|place| place.holds(site)) {
            problems.extend(check_site(context, limit, number, first));
        }
    }
}

fn check_site(context: &Context, limit: &Limit, site: usize, first: Day) -> Vec<Problem> {
    let columns = context.ledger.sites[site].columns.iter();
    let materiel = Steps::sum(columns.filter(|(c, _)| !is_people(*c)).map(|(_, steps)| steps));
    let guards = Steps::sum(guards_at(context, site));
    let unguarded = materiel.with(&guards, |amount, guards| if guards > 0 { 0 } else { amount });
    let breaches = unguarded.breaches(0, first, None).into_iter();
    breaches.map(|breach| unguarded_from(context, limit, site, breach.first)).collect()
}

/// The people of guards and rear parties there.
fn guards_at<'a>(context: &Context<'a>, site: usize) -> impl Iterator<Item = &'a Steps> {
    let Context { index, ledger, .. } = *context;
    let guards = ledger.sites[site].stocks.iter().filter(move |stock| {
        let unit = index.stocks[**stock].unit;
        let is_people = index.people_of(unit) == **stock;
        is_people && matches!(index.units[unit].role, UnitRole::Guard | UnitRole::RearParty)
    });
    guards.filter_map(move |stock| ledger.at(index, *stock, site))
}

fn unguarded_from(context: &Context, limit: &Limit, site: usize, day: Day) -> Problem {
    let tick = Tick::close_of(day);
    let Context { index, ledger, .. } = *context;
    let holds = |unit: &usize| {
        let mut materiel = index.stocks_of(*unit).skip(1);
        materiel.any(|stock| ledger.at(index, stock, site).is_some_and(|steps| steps.at(tick) > 0))
    };
    let owners = ledger.units_at(index, site, tick).into_iter().filter(holds);
    let owners = owners.map(|unit| (*index.units[unit].id).clone());
    let items: Vec<Id> = [(*limit.id).clone()].into_iter().chain(owners).collect();
    let materiel = at_site(ledger, &index.kinds, site, tick).materiel;
    Problem {
        site: Some(index.sites[site].id.clone()),
        date: Some(day),
        detail: Detail::Unguarded { materiel },
        ..Problem::new(Code::MaterielWithoutGuard, Severity::Error, items)
    }
}

#[cfg(test)]
mod tests {
    use crate::schedule::testing::check_problems;

    #[test]
    fn materiel_is_guarded() {
        let plan = "site gao\nsite kidal\nunit a gao 100 vehicles=60\nunit g gao 20 role=guard\n\
                    unit r kidal 10 role=rear-party\n";
        for (items, expect) in [
            ("limit l guard date=5 where=gao", ""),
            (
                "limit l guard date=5 where=gao\nmove m gao>kidal 7..8 g:*",
                "error materiel-without-guard l a at gao on 7: vehicles 60",
            ),
            (
                "limit l guard date=9 where=gao\nmove m gao>kidal 7..8 g:*",
                "error materiel-without-guard l a at gao on 9: vehicles 60",
            ),
            ("limit l guard date=9 where=kidal\nmove m gao>kidal 7..8 g:*", ""),
            (
                "limit l guard date=5\nmove m gao>kidal 7..8 g:*\nmove n kidal>gao 9..9 r:*\n\
                 move o gao>kidal 10..10 r:*",
                "error materiel-without-guard l a at gao on 7: vehicles 60\n\
                 error materiel-without-guard l a at gao on 10: vehicles 60",
            ),
            ("limit l guard date=5\nmove m gao>kidal 3..4 g:* a:*", ""),
        ] {
            check_problems("materiel-without-guard", &[(&format!("{plan}{items}"), expect)]);
        }
    }
}
