//! The rules of the ledger, one table each.

use crate::plan::UnitId;
use crate::schedule::testing::{close, number, schedule};
use crate::schedule::{Holdings, Schedule, Track};

const PLACES: &str = "site gao\nsite kidal\nsite bamako\nexit out\nexit border\n";

/// Where the people of a unit are: `gao 60, moving 20, departed 20`.
fn unit_at(schedule: &Schedule, unit: &str, day: i64) -> String {
    let snapshot = schedule.snapshot(Track::Planned, close(day));
    let unit = snapshot.unit(&UnitId::new(unit).unwrap()).unwrap();
    let mut parts: Vec<String> = unit.at.iter().map(|(site, n)| format!("{site} {n}")).collect();
    for (word, count) in [("moving", unit.moving), ("departed", unit.departed)] {
        if count > 0 {
            parts.push(format!("{word} {count}"));
        }
    }
    parts.join(", ")
}

/// Where unit `a` is at the close of days.
fn check(plan: &str, expect: &[(i64, &str)]) {
    check_unit(plan, "a", expect);
}

fn check_unit(plan: &str, unit: &str, expect: &[(i64, &str)]) {
    let schedule = schedule(&format!("{PLACES}{plan}"));
    for (day, expect) in expect {
        assert_eq!(unit_at(&schedule, unit, *day), *expect, "day {day} of\n{plan}");
    }
}

/// The totals of one kind: present, moving, departed, disposed, entered.
fn totals(plan: &str, day: i64, of: fn(&Holdings) -> u64) -> [u64; 5] {
    let now = schedule(&format!("{PLACES}{plan}")).snapshot(Track::Planned, close(day)).totals;
    [&now.present, &now.moving, &now.departed, &now.disposed, &now.entered].map(of)
}

fn people(holdings: &Holdings) -> u64 {
    holdings.personnel.total()
}

fn vehicles(holdings: &Holdings) -> u64 {
    holdings.materiel.of("vehicles")
}

#[test]
fn each_unit_opens_wholly_at_its_site() {
    check("unit a gao 100", &[(0, "gao 100"), (60, "gao 100")]);
    // What opens at an exit or nowhere is elsewhere, never departed.
    check("unit a out 100", &[(0, ""), (60, "")]);
    check("unit a - 100", &[(0, ""), (60, "")]);
    assert_eq!(totals("unit a out 100 vehicles=5", 9, people), [0; 5]);
}

#[test]
fn the_ledger_opens_with_the_horizon_or_the_first_movement() {
    for (plan, expect) in [
        ("horizon 5..60", 5),
        ("horizon 5..60\nunit a gao 1\nmove m gao>kidal 9..9 a:*", 5),
        ("horizon 5..60\nunit a gao 1\nmove m gao>kidal 2..9 a:*", 2),
        ("horizon 5..60\nunit a gao 1\nmove m gao>kidal 2.. a:*", 5),
    ] {
        let opening = schedule(&format!("{PLACES}{plan}")).opening_day(Track::Planned);
        assert_eq!(number(opening), expect, "{plan}");
    }
    check(
        "horizon 5..60\nunit a gao 10\nmove m gao>kidal 2..3 a:*",
        &[(1, "gao 10"), (2, "moving 10"), (3, "kidal 10")],
    );
}

#[test]
fn what_arrives_leaves_on_the_next_day_at_the_earliest() {
    let first = "unit a gao 100\nmove m gao>kidal 3..4 a:*\n";
    check(&format!("{first}move n kidal>bamako 4..4 a:*"), &[(4, "kidal 100"), (9, "kidal 100")]);
    check(&format!("{first}move n kidal>bamako 5..5 a:*"), &[(4, "kidal 100"), (5, "bamako 100")]);
}

#[test]
fn movements_of_one_day_take_in_the_order_of_links_then_start_then_id() {
    let unit = "unit a gao 100\n";
    for (movements, expect) in [
        ("move m gao>kidal 3..3 a:80\nmove n gao>bamako 3..3 a:80", "bamako 20, kidal 80"),
        (
            "move m gao>kidal 3..3 a:80 after=n:SS\nmove n gao>bamako 3..3 a:80",
            "bamako 80, kidal 20",
        ),
        // The second batch of the one that started earlier.
        ("move m gao>kidal 3..3 a:80\nmove n gao>bamako 2..3 trip=1 a:100", "bamako 100"),
        // A circle: by start and id.
        (
            "move m gao>kidal 3..3 a:80 after=n:SS\nmove n gao>bamako 3..3 a:80 after=m:SS",
            "bamako 20, kidal 80",
        ),
    ] {
        check(&format!("{unit}{movements}"), &[(3, expect)]);
    }
}

#[test]
fn a_batch_leaves_each_day_and_arrives_after_its_trip() {
    // Without a trip length, one batch for the whole span.
    check(
        "unit a gao 100\nmove m gao>kidal 3..6 a:*",
        &[(2, "gao 100"), (3, "moving 100"), (5, "moving 100"), (6, "kidal 100")],
    );
    check(
        "unit a gao 100\nmove m gao>kidal 3..6 trip=2 a:90",
        &[
            (3, "gao 70, moving 30"),
            (4, "gao 40, kidal 30, moving 30"),
            (5, "gao 10, kidal 60, moving 30"),
            (6, "gao 10, kidal 90"),
        ],
    );
    check(
        "unit a gao 100\nmove m gao>kidal 3..4 trip=1 a:*",
        &[(3, "gao 50, kidal 50"), (4, "kidal 100")],
    );
    // Longer than the span: as long as the span.
    check(
        "unit a gao 100\nmove m gao>kidal 3..4 trip=9 a:*",
        &[(3, "moving 100"), (4, "kidal 100")],
    );
}

#[test]
fn without_both_dates_or_places_nothing_moves() {
    for movement in [
        "move m gao>kidal 3.. a:*",
        "move m gao>kidal ..9 a:*",
        "move m gao>kidal .. a:*",
        "move m gao>kidal - a:*",
        "move m gao>kidal 9..3 a:*",
        "move m gao>nowhere 3..4 a:*",
        "move m nowhere>gao 3..4 a:*",
        "move m gao>kidal 3..4 nobody:*",
    ] {
        check(&format!("unit a gao 100\n{movement}"), &[(9, "gao 100"), (60, "gao 100")]);
    }
}

#[test]
fn all_that_is_there_includes_later_arrivals() {
    let moves = "unit a gao 100\nmove m gao>kidal 3..6 trip=1 a:*\nmove b gao>bamako 1..1 a:60\n\
                 move c bamako>gao 3..4 a:*";
    check(
        moves,
        &[
            (2, "bamako 60, gao 40"),
            (3, "gao 30, kidal 10, moving 60"),
            (4, "gao 80, kidal 20"),
            (5, "gao 40, kidal 60"),
            (6, "kidal 100"),
        ],
    );
}

#[test]
fn materiel_follows_its_load() {
    let unit = "unit a gao 100 vehicles=9 containers=4\n";
    for (load, expect) in [
        ("a:*", (100, 9, 4)),
        ("a:10", (10, 9, 4)),
        ("a:*,vehicles=3", (100, 3, 0)),
        ("a:0,containers=9", (0, 0, 4)),
    ] {
        let plan = format!("{PLACES}{unit}move m gao>out 3..4 {load}");
        let departed = schedule(&plan).snapshot(Track::Planned, close(4)).totals.departed;
        let found = (people(&departed), vehicles(&departed), departed.materiel.of("containers"));
        assert_eq!(found, expect, "{load}");
    }
}

#[test]
fn more_asked_than_present_takes_what_is_there() {
    check("unit a gao 100\nmove m gao>kidal 3..4 a:130", &[(4, "kidal 100")]);
    // What was missing is caught up once it is there.
    check(
        "unit a gao 100\nmove l gao>kidal 1..1 a:*\nmove m gao>bamako 3..6 trip=1 a:80\n\
         move n kidal>gao 3..3 a:*",
        &[(3, "gao 100"), (4, "bamako 40, gao 60"), (6, "bamako 80, gao 20")],
    );
}

#[test]
fn who_was_in_the_theatre_departs_at_an_exit() {
    let plan = "unit a gao 100 vehicles=5\nmove m gao>out 3..4 a:*\n";
    check(plan, &[(3, "moving 100"), (4, "departed 100"), (60, "departed 100")]);
    assert_eq!(totals(plan, 4, vehicles), [0, 0, 5, 0, 0]);
    // Coming back lessens departed, and nobody enters.
    let back = format!("{plan}move n out>kidal 8..9 a:30,vehicles=2");
    check(&back, &[(8, "moving 30, departed 70"), (9, "kidal 30, departed 70")]);
    assert_eq!(totals(&back, 9, people), [30, 0, 70, 0, 0]);
    assert_eq!(totals(&back, 9, vehicles), [2, 0, 3, 0, 0]);
    // Only from where one left to.
    let elsewhere = format!("{plan}move n border>kidal 8..9 a:30");
    check(&elsewhere, &[(9, "departed 100")]);
}

#[test]
fn without_a_destination_people_depart_and_materiel_is_disposed_of() {
    let plan = "unit a gao 100 vehicles=5\nmove m gao>- 3..4 kind=separation a:60,vehicles=2";
    check(plan, &[(3, "gao 40, moving 60"), (4, "gao 40, departed 60")]);
    assert_eq!(totals(plan, 4, people), [40, 0, 60, 0, 0]);
    assert_eq!(totals(plan, 4, vehicles), [3, 0, 0, 2, 0]);
}

#[test]
fn who_comes_from_elsewhere_enters() {
    for plan in [
        "unit a out 50 vehicles=5\nmove m out>gao 3..4 kind=deployment a:30,vehicles=5",
        "unit a - 50 vehicles=5\nmove m out>gao 3..4 kind=deployment a:30,vehicles=5",
        "unit a - 50 vehicles=5\nmove m bamako>gao 3..4 kind=deployment a:30,vehicles=5",
    ] {
        check(plan, &[(2, ""), (3, "moving 30"), (4, "gao 30")]);
        assert_eq!(totals(plan, 4, people), [30, 0, 0, 0, 30], "{plan}");
        assert_eq!(totals(plan, 4, vehicles), [5, 0, 0, 0, 5], "{plan}");
    }
    // Nobody comes from nowhere to a camp and leaves it.
    check("unit a - 50\nmove m bamako>gao 3..4 a:*", &[(4, "")]);
    // Who had departed comes back first; the rest enters.
    let plan = "unit a out 50\nmove m out>gao 3..3 a:20\nmove n gao>out 5..5 a:*\nmove o out>gao 7..7 a:30";
    check(plan, &[(3, "gao 20"), (5, "departed 20"), (7, "gao 30")]);
    assert_eq!(totals(plan, 7, people), [30, 0, 0, 0, 30]);
}

#[test]
fn opening_and_entered_are_all_there_is() {
    let plan = "unit a gao 100 vehicles=7\nunit x out 40 vehicles=2\n\
                move m gao>out 3..9 trip=3 a:80,vehicles=5\nmove n out>kidal 4..6 trip=2 x:*\n\
                move o gao>- 7..8 kind=disposal a:0,vehicles=2\nmove p kidal>border 12..14 x:*";
    for day in 0..=20 {
        for of in [people, vehicles] {
            let [present, moving, departed, disposed, entered] = totals(plan, day, of);
            let opening = totals(plan, 0, of)[0];
            assert_eq!(opening + entered, present + moving + departed + disposed, "day {day}");
        }
    }
}

#[test]
fn movements_of_one_convoy_move_on_their_own_dates() {
    let plan = "unit a gao 10\nunit b gao 20\nmove m gao>kidal 3..4 a:*\nmove n gao>kidal 5..6 b:*";
    check_unit(plan, "a", &[(3, "moving 10"), (4, "kidal 10")]);
    check_unit(plan, "b", &[(4, "gao 20"), (5, "moving 20")]);
}
