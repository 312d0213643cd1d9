//! Edits of two people that meet, one by one.

use serde_json::{Value, json};

use super::{Merge, Place, Side, Why};
use crate::compare::MemberPath;
use crate::file;
use crate::plan::{Id, Plan};

/// A plan with a site, a unit, a movement and two phases, after these edits: what
/// is null at a path is taken out.
fn plan(edits: &[(&str, Value)]) -> Plan {
    let feature = |id: &str| {
        json!({ "type": "Feature", "id": id,
            "geometry": { "type": "Point", "coordinates": [0, 16] },
            "properties": { "name": id, "kind": "camp", "capacity": { "personnel": 100 } } })
    };
    let mut plan = json!({
        "format": "decamp-plan", "version": 1, "title": { "fr": "Retrait", "en": "Withdrawal" },
        "phases": [{ "id": "one", "name": "1" }, { "id": "two", "name": "2" }],
        "sites": { "type": "FeatureCollection", "features": [feature("gao"), feature("kidal")] },
        "units": [{ "id": "bn", "kind": "infantry", "site": "gao", "personnel": 50 },
                  { "id": "coy", "kind": "infantry", "site": "gao", "personnel": 20 }],
        "movements": [{ "id": "move", "kind": "redeployment", "from": "gao", "to": "kidal",
            "planned": { "start": "2023-08-01", "end": "2023-08-05" },
            "actual": { "start": "2023-08-02" },
            "loads": [{ "unit": "bn" }, { "unit": "coy" }] }],
    });
    for (path, value) in edits {
        let (parent, name) = path.rsplit_once('/').unwrap();
        let parent = plan.pointer_mut(parent).unwrap();
        match (parent, value) {
            (Value::Array(list), Value::Null) => drop(list.remove(name.parse().unwrap())),
            (Value::Array(list), value) if name == "-" => list.push(value.clone()),
            (Value::Array(list), value) => list[name.parse::<usize>().unwrap()] = value.clone(),
            (object, value) => object[name] = value.clone(),
        }
    }
    file::read(&serde_json::to_vec(&plan).unwrap()).unwrap().plan
}

/// The conflicts of two sides' edits, as `place: why`, and what a pointer into the
/// merged file leads to.
#[track_caller]
fn check(
    mine: &[(&str, Value)],
    theirs: &[(&str, Value)],
    conflicts: &[&str],
    expect: &[(&str, Value)],
) {
    let merge = Merge::of(&plan(&[]), &plan(mine), &plan(theirs));
    assert_eq!(told(&merge), conflicts);
    for (pointer, expect) in expect {
        assert_eq!(at(merge.plan(), pointer), *expect, "{pointer}");
    }
}

fn told(merge: &Merge) -> Vec<String> {
    let place = |place: &Place| match place {
        Place::Header(path) => path.to_string(),
        Place::Item(id, path) => format!("{id} {path}").trim().to_string(),
        Place::Order(kind) => format!("order of {}", kind.list()),
    };
    let conflicts = merge.conflicts().iter();
    conflicts.map(|it| format!("{}: {:?}", place(&it.place), it.why)).collect()
}

fn at(plan: &Plan, pointer: &str) -> Value {
    let file: Value = serde_json::from_slice(&file::write(plan)).unwrap();
    assert!(file::read(&file::write(plan)).is_ok(), "it can be opened");
    file.pointer(pointer).cloned().unwrap_or_default()
}

const MOVE: &str = "/movements/0";

#[test]
fn edits_of_different_members_are_both_there() {
    let edit = |path: &str, value| (format!("{MOVE}{path}"), value);
    let mine =
        [edit("/loads/0", json!({ "unit": "bn", "personnel": 40 })), edit("/mode", json!("road"))];
    let theirs =
        [edit("/loads/1", json!({ "unit": "coy", "personnel": 10 })), edit("/phase", json!("one"))];
    let [mine, theirs] = [&mine, &theirs].map(|it| it.each_ref().map(|(p, v)| (&**p, v.clone())));
    check(
        &mine,
        &theirs,
        &[],
        &[
            ("/movements/0/loads/0/personnel", json!(40)),
            ("/movements/0/loads/1/personnel", json!(10)),
            ("/movements/0/mode", json!("road")),
            ("/movements/0/phase", json!("one")),
        ],
    );
    check(
        &[("/title/fr", json!("Plan")), ("/movements/0/actual/end", json!("2023-08-06"))],
        &[
            ("/title/en", json!("Plan of it")),
            ("/movements/0/actual/cancelled", json!("2023-08-07")),
        ],
        &[],
        &[
            ("/title", json!({ "fr": "Plan", "en": "Plan of it" })),
            ("/movements/0/actual/end", json!("2023-08-06")),
            ("/movements/0/actual/cancelled", json!("2023-08-07")),
        ],
    );
    check(
        &[("/phases/-", json!({ "id": "three", "name": "3" }))],
        &[("/phases/0", Value::Null), ("/phases/-", json!({ "id": "four", "name": "4" }))],
        &[],
        &[
            ("/phases/0/id", json!("two")),
            ("/phases/1/id", json!("four")),
            ("/phases/3", json!(null)),
        ],
    );
}

#[test]
fn the_same_member_changed_differently_is_a_conflict() {
    let span = |start: &str, end: &str| json!({ "start": start, "end": end });
    // Dates belong together, even where each side moved another end.
    check(
        &[("/movements/0/planned", span("2023-08-03", "2023-08-05"))],
        &[("/movements/0/planned", span("2023-08-01", "2023-08-09"))],
        &["move planned: BothChanged"],
        &[("/movements/0/planned/start", json!("2023-08-03"))],
    );
    check(
        &[("/movements/0/loads/0", json!({ "unit": "bn", "personnel": 40 }))],
        &[("/movements/0/loads/0", Value::Null)],
        &["move loads[bn]: BothChanged"],
        &[("/movements/0/loads/0/personnel", json!(40))],
    );
    check(
        &[("/sites/features/0/properties/capacity/personnel", json!(1))],
        &[("/sites/features/0/properties/capacity/personnel", json!(2))],
        &["gao properties.capacity.personnel: BothChanged"],
        &[("/sites/features/0/properties/capacity/personnel", json!(1))],
    );
    let phase = |id: &str, name: &str| json!({ "id": id, "name": name });
    check(
        &[("/phases/-", phase("three", "3"))],
        &[("/phases/-", phase("three", "III"))],
        &["three: BothAdded"],
        &[("/phases/2/name", json!("3"))],
    );
    // Sound each by itself: together it would end before it starts.
    check(
        &[("/movements/0/actual/start", json!("2023-08-10"))],
        &[("/movements/0/actual/end", json!("2023-08-06"))],
        &["move actual: BothChanged"],
        &[("/movements/0/actual", json!({ "start": "2023-08-10" }))],
    );
}

#[test]
fn what_one_took_out_and_the_other_changed_is_a_conflict() {
    let mine = plan(&[("/phases/0", Value::Null)]);
    let theirs = plan(&[("/phases/0/name", json!("I"))]);
    let mut merge = Merge::of(&plan(&[]), &mine, &theirs);
    assert_eq!(told(&merge), ["one: GoneAndChanged"]);
    assert_eq!(at(merge.plan(), "/phases/0/id"), "two");
    assert!(!merge.is_settled());
    let place = Place::Item(Id::new("one").unwrap(), MemberPath::default());
    for (side, name) in [(Side::Theirs, "I"), (Side::Base, "1"), (Side::Mine, "2")] {
        assert!(merge.choose(&place, side));
        assert_eq!(at(merge.plan(), "/phases/0/name"), name);
        assert!(merge.is_settled());
    }
    assert!(!merge.choose(&Place::Header(MemberPath::default()), Side::Mine));
}

#[test]
fn nothing_points_at_what_is_not_there() {
    // Mine took the unit out, with what named it; theirs gives it a new movement.
    let mine = plan(&[("/units/1", Value::Null), ("/movements/0/loads/1", Value::Null)]);
    let added = json!({ "id": "more", "kind": "redeployment", "from": "kidal", "to": "gao",
        "loads": [{ "unit": "coy" }, { "unit": "bn" }] });
    let theirs = plan(&[("/movements/-", added)]);
    let mut merge = Merge::of(&plan(&[]), &mine, &theirs);
    assert_eq!(told(&merge), ["coy: Needed(more)"]);
    assert_eq!(at(merge.plan(), "/units/1/id"), "coy");
    assert_eq!(merge.conflicts()[0].why, Why::Needed(Id::new("more").unwrap()));
    merge.choose_all(Side::Theirs);
    assert_eq!(at(merge.plan(), "/units/1/id"), "coy");
    // Once it is to go, the movement does without it.
    merge.choose_all(Side::Mine);
    let place = merge.conflicts()[0].place.clone();
    assert!(merge.choose(&place, Side::Mine));
    assert_eq!(at(merge.plan(), "/units/1"), Value::Null);
    let more = Id::new("more").unwrap();
    assert_eq!(merge.plan().movements().find(&more).unwrap().loads.len(), 1);

    // The same id for things of two kinds.
    let mine = plan(&[("/phases/-", json!({ "id": "new", "name": "3" }))]);
    let unit = json!({ "id": "new", "kind": "infantry" });
    let theirs = plan(&[("/units/-", unit), ("/movements/0/loads/-", json!({ "unit": "new" }))]);
    let mut merge = Merge::of(&plan(&[]), &mine, &theirs);
    assert_eq!(told(&merge), ["new: BothAdded", "move: PointsNowhere(new)"]);
    assert_eq!(at(merge.plan(), "/phases/2/id"), "new");
    assert_eq!(at(merge.plan(), "/movements/0/loads/2"), Value::Null);
    let place = merge.conflicts()[0].place.clone();
    merge.choose(&place, Side::Theirs);
    assert_eq!(at(merge.plan(), "/movements/0/loads/2/unit"), "new");
    assert!(merge.is_settled());
}

#[test]
fn orders_changed_differently_are_a_conflict() {
    let order = |ids: [&str; 3]| {
        let phases = ids.map(|id| json!({ "id": id, "name": id }));
        plan(&[("/phases", json!(phases))])
    };
    let base = order(["a", "b", "c"]);
    let mut merge = Merge::of(&base, &order(["b", "a", "c"]), &order(["a", "c", "b"]));
    assert_eq!(told(&merge), ["order of phases: BothChanged"]);
    assert_eq!(at(merge.plan(), "/phases/0/id"), "b");
    merge.choose_all(Side::Theirs);
    assert_eq!(at(merge.plan(), "/phases/1/id"), "c");
}
