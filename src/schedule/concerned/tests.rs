//! How much of a schedule is worked out anew after an edit: counted, not timed.

use std::sync::Arc;

use super::*;
use crate::plan::Plan;
use crate::schedule::checks::{Anew, CHECKS};
use crate::schedule::testing::plan;
use crate::schedule::{Routes, Schedule};

const PLAN: &str = "site gao\nsite kidal\nsite ber\n\
                    unit a gao 100\nunit b gao 50\nunit c kidal 20\n\
                    act close-gao closure gao 20..21\nact close-ber closure ber 20..21\n\
                    move m gao>kidal 3..4 a:*\n\
                    move n gao>ber 3..4 b:* after=m:SS\n\
                    move o kidal>ber 9..9 c:*\n\
                    limit l ceiling max=500\nphase p 3..9\nevent e 5\n\
                    restriction r closed 3..9 sites=ber modes=air\ncalendar w fri,sat\n\
                    source s symbol=S/1\nreport x 9 departed military=60\ncount k sites 3";

/// The plan with one item in place of the one with its id.
fn edited(before: &Plan, item: &str) -> Arc<Plan> {
    let new = plan(item).items().next().unwrap();
    let items = before.items().map(|old| if old.id() == new.id() { new.clone() } else { old });
    Arc::new(Plan::from_parts(before.header().clone(), items).unwrap())
}

fn names<'a>(ids: impl Iterator<Item = &'a crate::plan::Id>) -> String {
    ids.map(|id| id.as_str()).collect::<Vec<_>>().join(" ")
}

/// What is made anew: the books of units, of sites and of movements; the timed items
/// and the sites that are checked again; and the checks that are run as a whole, or
/// of everything.
fn made_anew(item: &str) -> [String; 6] {
    let before = Schedule::of(&plan(PLAN), &Routes::default());
    let after = Schedule::after(&before, &edited(before.plan(), item), &Routes::default());
    let index = &after.index;
    let (new, old) = (&after.tracks[0], &before.tracks[0]);
    let (ledger, known) = (&new.ledger, &old.ledger);
    let items = after.plan.changed_since(&before.plan).unwrap();
    let changed_items = Changed::of(items, index);
    let horizon = after.plan.horizon();
    let since = Since { changed: &changed_items, index: &before.index, on: old, horizon };
    let concerned = Concerned::by_items(&changed_items, index, &before.index).on_track(
        (index, &after.lines, new),
        &since,
        &before.lines,
    );
    let anew = Anew { concerned: &concerned, since, index, ledger: Some(ledger) };
    let whole = CHECKS.iter().filter(|check| anew.is_as_a_whole(check));
    let sorted = |each: Each| {
        let mut numbers: Vec<usize> = concerned.numbers(each).collect();
        numbers.sort_unstable();
        numbers.into_iter()
    };
    [
        names(changed(&ledger.units, &known.units).map(|n| &*index.units[n].id)),
        names(changed(&ledger.sites, &known.sites).map(|n| &*index.sites[n].id)),
        names(changed(&ledger.movements, &known.movements).map(|n| &*index.movements[n].id)),
        names(sorted(Each::Timed).map(|n| index.timed(n).id)),
        names(sorted(Each::Site).map(|n| &*index.sites[n].id)),
        whole.map(|check| check.codes[0].as_word()).collect::<Vec<_>>().join(" "),
    ]
}

#[test]
fn an_edit_makes_anew_what_it_concerns_alone() {
    const OF_BALANCES: &str = "more-than-present after-deadline over-ceiling over-lift \
                               report-differs ledger-residual";
    const OF_SITES: &str = "count-differs after-deadline over-ceiling over-lift report-differs";
    for (item, expect) in [
        // The other movement is linked to it.
        ("move m gao>kidal 5..6 a:*", ["a", "gao kidal", "m", "m n", "gao kidal", OF_BALANCES]),
        // Nothing of it is other than before.
        ("move o kidal>ber 9..9 c:*", ["", "", "", "", "", ""]),
        // It matters to no balance, but to who comes and goes.
        ("act close-ber closure ber 22..23", ["", "", "", "close-ber n o", "ber", ""]),
        (
            "unit c kidal 25",
            [
                "c",
                "ber kidal",
                "o",
                "o",
                "ber kidal",
                "count-differs more-than-present after-deadline over-ceiling over-lift \
                 report-differs ledger-residual",
            ],
        ),
        (
            "unit c kidal 20 role=guard",
            ["", "", "", "o", "ber kidal", "count-differs after-deadline over-ceiling over-lift"],
        ),
        ("site ber personnel=10", ["", "", "", "close-ber n o", "ber", OF_SITES]),
        // Of the other kinds each concerns those checks alone that look at it.
        (
            "limit l ceiling max=10",
            [
                "",
                "",
                "",
                "",
                "",
                "after-deadline over-ceiling over-lift materiel-without-guard \
                 liquidation-too-short",
            ],
        ),
        ("phase p 3..19", ["", "", "", "", "", "outside-phase blocked-by-restriction"]),
        ("event e 6", ["", "", "", "", "", "link-broken"]),
        (
            "restriction r closed 3..19",
            [
                "",
                "",
                "",
                "",
                "",
                "too-fast blocked-by-restriction unplanned-restriction needs-not-met",
            ],
        ),
        ("calendar w sat,sun", ["", "", "", "", "", "link-broken"]),
        ("report x 9 departed military=61", ["", "", "", "", "", "report-differs"]),
        ("count k sites 4", ["", "", "", "", "", "count-differs"]),
        ("source s symbol=S/2", ["", "", "", "", "", ""]),
    ] {
        assert_eq!(made_anew(item), expect, "{item}");
    }
}
