//! How much of a schedule is worked out anew after an edit: counted, not timed.

use std::sync::Arc;

use super::*;
use crate::schedule::testing::plan;
use crate::schedule::{Routes, Schedule};

const PLAN: &str = "site gao\nsite kidal\nsite ber\n\
                    unit a gao 100\nunit b gao 50\nunit c kidal 20\n\
                    act close-gao closure gao 20..21\nact close-ber closure ber 20..21\n\
                    move m gao>kidal 3..4 a:*\n\
                    move n gao>ber 3..4 b:* after=m:SS\n\
                    move o kidal>ber 9..9 c:*\n\
                    limit l ceiling max=500";

/// The plan with one item in place of the one with its id.
fn edited(before: &Plan, item: &str) -> Arc<Plan> {
    let new = plan(item).items().next().unwrap();
    let items = before.items().map(|old| if old.id() == new.id() { new.clone() } else { old });
    Arc::new(Plan::from_parts(before.header().clone(), items).unwrap())
}

fn names<'a>(ids: impl Iterator<Item = &'a crate::plan::Id>) -> String {
    ids.map(|id| id.as_str()).collect::<Vec<_>>().join(" ")
}

/// What is made anew: the books of units, of sites and of movements; and the timed
/// items and the sites that are checked again.
fn made_anew(item: &str) -> [String; 5] {
    let before = Schedule::of(&plan(PLAN), &Routes::default());
    let after = Schedule::after(&before, &edited(before.plan(), item), &Routes::default());
    let index = &after.index;
    let (new, old) = (&after.tracks[0], &before.tracks[0]);
    let (ledger, known) = (&new.ledger, &old.ledger);
    let items = after.plan.changed_since(&before.plan).unwrap();
    let concerned = Concerned::by_items(items, index, &before.index)
        .on_track((index, &after.lines, new), (&before.index, &before.lines, old));
    [
        names(changed(&ledger.units, &known.units).map(|n| &*index.units[n].id)),
        names(changed(&ledger.sites, &known.sites).map(|n| &*index.sites[n].id)),
        names(changed(&ledger.movements, &known.movements).map(|n| &*index.movements[n].id)),
        names(concerned.numbers(Each::Timed).map(|n| index.timed(n).id)),
        names(concerned.numbers(Each::Site).map(|n| &*index.sites[n].id)),
    ]
}

#[test]
fn an_edit_makes_anew_what_it_concerns_alone() {
    for (item, expect) in [
        // The other movement is linked to it.
        ("move m gao>kidal 5..6 a:*", ["a", "gao kidal", "m", "m n", "gao kidal"]),
        // Nothing of it is other than before; the sites are the same too.
        ("move o kidal>ber 9..9 c:*", ["", "", "", "o", ""]),
        // It matters to no balance, but to who comes and goes.
        ("act close-ber closure ber 22..23", ["", "", "", "close-ber n o", "ber"]),
        ("unit c kidal 25", ["c", "ber kidal", "o", "o", "ber kidal"]),
        ("unit c kidal 20 role=guard", ["", "", "", "o", "ber kidal"]),
        ("site ber personnel=10", ["", "", "", "close-ber n o", "ber"]),
        // Whatever else changes concerns all that is checked.
        ("limit l ceiling max=10", ["", "", "", "close-ber close-gao m n o", "ber gao kidal"]),
    ] {
        assert_eq!(made_anew(item), expect, "{item}");
    }
}
