//! `needs-not-met`: an escort, air support or evacuation is asked for and is not
//! there.

use super::Context;
use super::restricted::Way;
use crate::calendar::Day;
use crate::plan::{Mode, UnitKind};
use crate::schedule::holdings::is_people;
use crate::schedule::problem::{Code, Detail, Problem, Severity};
use crate::schedule::tick::Tick;

/// Looked at on the day on which a movement first leaves:
///
/// - `escort`: people of an armed unit go along, with it or with another movement
///   of its convoy, or are at the site it leaves.
/// - `air-support`: an aviation unit has people in the theatre, and no restriction
///   closes the way by air.
/// - `evacuation`: people of a medical unit go along or are at one of its ends, or
///   there is air support.
///
/// Nothing is known of other needs. Only a note: a plan seldom says all of it.
pub(super) fn check(context: &Context, number: usize, problems: &mut Vec<Problem>) {
    let index = context.index;
    let movement = &index.movements[number];
    let first = context.ledger.batches(number).first();
    let Some(first) = first.filter(|_| !movement.needs.is_empty()) else { return };
    let Some(way) = Way::of(context, number) else { return };
    let only = [number];
    let convoy = index.convoys.with(movement);
    let support = Support {
        context,
        way,
        day: first.departs,
        together: if convoy.is_empty() { &only } else { convoy },
    };
    let missing = movement.needs.iter().filter(|need| !support.meets(need));
    let needs: Vec<String> = missing.cloned().collect();
    if !needs.is_empty() {
        problems.push(Problem {
            site: Some(movement.from.clone()),
            date: Some(support.day),
            detail: Detail::Needs { needs },
            ..Problem::new(Code::NeedsNotMet, Severity::Note, vec![(*movement.id).clone()])
        });
    }
}

/// What a movement can count on.
struct Support<'a> {
    context: &'a Context<'a>,
    way: Way<'a>,
    /// On which it first leaves.
    day: Day,
    /// It and the other movements of its convoy.
    together: &'a [usize],
}

impl Support<'_> {
    fn meets(&self, need: &str) -> bool {
        match need {
            "escort" => self.goes_along(is_armed) || self.is_at(Some(&self.way.from.id), is_armed),
            "air-support" => self.has_air_support(),
            "evacuation" => {
                let ends = [Some(&self.way.from.id), self.way.to.map(|to| &to.id)];
                let is_medical = |kind: &UnitKind| *kind == UnitKind::Medical;
                self.goes_along(is_medical)
                    || ends.into_iter().any(|site| self.is_at(site, is_medical))
                    || self.has_air_support()
            }
            _ => true,
        }
    }

    fn goes_along(&self, is_meant: fn(&UnitKind) -> bool) -> bool {
        let Context { index, ledger, .. } = *self.context;
        let books = self.together.iter().map(|movement| &ledger.movements[*movement]);
        books
            .flat_map(|book| book.all_cargo())
            .map(|cargo| index.stocks[cargo.stock])
            .any(|stock| is_people(stock.column) && is_meant(&index.units[stock.unit].kind))
    }

    /// Whether a unit has people at a site on the morning of that day.
    fn is_at(&self, site: Option<&crate::plan::SiteId>, is_meant: fn(&UnitKind) -> bool) -> bool {
        let Context { index, ledger, .. } = *self.context;
        let Some(site) = site.and_then(|site| index.site(site)) else { return false };
        let morning = Tick::close_of(self.day - 1);
        ledger.sites[site].stocks.iter().any(|number| {
            let stock = index.stocks[*number];
            is_people(stock.column)
                && is_meant(&index.units[stock.unit].kind)
                && ledger.at(index, *number, site).is_some_and(|steps| steps.at(morning) > 0)
        })
    }

    fn has_air_support(&self) -> bool {
        let Context { index, ledger, .. } = *self.context;
        let by_air = Way { mode: Some(&Mode::Air), ..self.way };
        let is_closed =
            self.context.closed.iter().any(|it| it.holds_on(self.day) && it.is_about(by_air));
        let morning = Tick::close_of(self.day - 1);
        let flies = |unit: &usize| index.units[*unit].kind == UnitKind::Aviation;
        let aviation =
            self.context.aviation.get_or_init(|| (0..index.units.len()).filter(flies).collect());
        let is_there = |unit: &usize| ledger.units[*unit].in_theatre.at(morning) > 0;
        !is_closed && aviation.iter().any(is_there)
    }
}

fn is_armed(kind: &UnitKind) -> bool {
    matches!(kind, UnitKind::Infantry | UnitKind::Armour | UnitKind::Convoy | UnitKind::Fpu)
}

#[cfg(test)]
mod tests {
    use crate::schedule::testing::check_problems;

    #[test]
    fn what_is_asked_for_is_there() {
        let plan = "site gao\nsite kidal\nsite bamako\nexit out\n\
                    unit s kidal 10 kind=stores vehicles=40\n";
        let missing = |needs: &str| format!("note needs-not-met m at kidal on 9: {needs}");
        let convoy = "move m kidal>gao 9..12 mode=road s:* ";
        for (items, needs, expect) in [
            ("", "escort,air-support,evacuation", missing("escort, air-support, evacuation")),
            ("", "hrddp,water", String::new()),
            ("unit a kidal 100", "escort", String::new()),
            ("unit a kidal 100 kind=engineer", "escort", missing("escort")),
            ("unit a kidal 100\nmove n kidal>gao 3..4 a:*", "escort", missing("escort")),
            // With another movement of its convoy.
            (
                "unit a gao 100\nmove n gao>kidal 8..12 convoy=north a:*",
                "escort convoy=north",
                String::new(),
            ),
            ("unit h bamako 50 kind=aviation", "air-support,evacuation", String::new()),
            ("unit h out 50 kind=aviation", "air-support", missing("air-support")),
            (
                "unit h bamako 50 kind=aviation\nrestriction r closed 5..9 modes=air sites=kidal",
                "air-support",
                missing("air-support"),
            ),
            (
                "unit h bamako 50 kind=aviation\nrestriction r closed 5..8 modes=air sites=kidal",
                "air-support",
                String::new(),
            ),
            ("unit d gao 20 kind=medical", "evacuation", String::new()),
            ("unit d bamako 20 kind=medical", "evacuation", missing("evacuation")),
        ] {
            let plan = format!("{plan}{items}\n{convoy}needs={needs}");
            check_problems("needs-not-met", &[(&plan, &expect)]);
        }
    }
}
