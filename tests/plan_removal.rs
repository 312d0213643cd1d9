//! What goes with an item, and that nothing is left pointing at it.

use std::collections::BTreeSet;

use decamp::file;
use decamp::plan::edit::{Command, Removal};
use decamp::plan::{Id, Kind, Plan};

fn full() -> Plan {
    file::read(include_bytes!("data/full.decamp")).unwrap().plan
}

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn removal(plan: &Plan, ids: &[&str]) -> Removal {
    Removal::of(plan, &ids.iter().map(|text| id(text)).collect())
}

/// A plan whose members are as in `lists`.
fn plan_of(lists: &str) -> Plan {
    let text = format!(
        r#"{{ "format": "decamp-plan", "version": 1, "title": "T", "theatre": "world",
        "sites": {{ "type": "FeatureCollection", "features": [
            {{ "type": "Feature", "id": "a", "geometry": {{ "type": "Point", "coordinates": [0, 0] }},
               "properties": {{ "name": "A", "kind": "camp" }} }},
            {{ "type": "Feature", "id": "b", "geometry": {{ "type": "Point", "coordinates": [1, 0] }},
               "properties": {{ "name": "B", "kind": "camp", "part_of": "a" }} }} ] }},
        "units": [ {{ "id": "u", "name": "U", "kind": "infantry", "site": "a" }},
                   {{ "id": "v", "name": "V", "kind": "infantry", "part_of": "u" }} ],
        {lists} }}"#
    );
    file::read(text.as_bytes()).unwrap_or_else(|problems| panic!("{problems:#?}")).plan
}

#[test]
fn no_reference_is_left_whatever_is_removed() {
    for plan in [full(), file::bundled_plan().1.plan] {
        let mut kinds = BTreeSet::new();
        for item in plan.items() {
            let removal = Removal::of(&plan, &[item.id().clone()].into());
            let mut rest = plan.clone();
            let back = rest.apply(removal.command).unwrap();
            assert_eq!(rest.kind_of(item.id()), None);
            for (other, reference) in
                rest.items().flat_map(|i| i.references().into_iter().map(move |r| (i.clone(), r)))
            {
                let kind = rest.kind_of(&reference.id);
                let holds = kind.is_some_and(|kind| reference.target.accepts(kind));
                assert!(holds, "{} of {} after {}", reference.member, other.id(), item.id());
            }
            rest.apply(back).unwrap();
            assert_eq!(rest, plan, "{} comes back", item.id());
            kinds.insert(item.kind());
        }
        assert!(kinds.len() > 10);
    }
    let kinds: BTreeSet<Kind> = full().items().map(|item| item.kind()).collect();
    assert_eq!(kinds.len(), Kind::ALL.len(), "every kind was tried");
}

#[test]
fn what_is_left_can_be_opened_again() {
    let plan = file::bundled_plan().1.plan;
    for site in plan.sites().iter() {
        let mut rest = plan.clone();
        rest.apply(Removal::of(&plan, &[(*site.id).clone()].into()).command).unwrap();
        assert_eq!(file::read(&file::write(&rest)).unwrap().plan, rest, "{}", site.id);
    }
}

#[test]
fn what_cannot_do_without_it_goes_as_well() {
    let lists = r#"
        "activities": [ { "id": "close-a", "kind": "closure", "site": "a" },
                        { "id": "after-all", "kind": "other", "after": [ { "id": "close-a" } ] } ],
        "movements": [ { "id": "out", "kind": "redeployment", "from": "a", "to": "b",
                         "loads": [ { "unit": "u" } ] },
                       { "id": "in", "kind": "redeployment", "from": "b", "to": "a",
                         "loads": [ { "unit": "u" }, { "unit": "v" } ],
                         "route": [ "a", [0.5, 0.1] ], "stops": [ { "site": "a" } ] } ],
        "events": [ { "id": "left", "kind": "other", "name": "Left", "movement": "out" } ],
        "limits": [ { "id": "of-u", "kind": "deadline", "date": "2023-12-31",
                      "who": { "units": ["u"] } },
                    { "id": "but-u", "kind": "deadline", "date": "2023-12-31",
                      "except": { "units": ["u"] } },
                    { "id": "of-both", "kind": "deadline", "date": "2023-12-31",
                      "who": { "units": ["u", "v"] } },
                    { "id": "at-a", "kind": "ceiling", "max": 3, "where": { "sites": ["a"] } } ]"#;
    let plan = plan_of(lists);
    let names = |ids: &[Id]| ids.iter().map(Id::to_string).collect::<Vec<_>>().join(" ");
    for (removed, gone, changed) in [
        ("a", "at-a close-a out", "b u after-all in left"),
        ("u", "of-u", "v in out but-u of-both"),
        ("out", "", "left"),
        ("close-a", "", "after-all"),
        ("left", "", ""),
    ] {
        let removal = removal(&plan, &[removed]);
        let mut found: Vec<String> = removal.changed.iter().map(Id::to_string).collect();
        let mut expect: Vec<&str> = changed.split_whitespace().collect();
        found.sort();
        expect.sort();
        assert_eq!(
            (names(&removal.also_gone).as_str(), found),
            (gone, expect.iter().map(|s| s.to_string()).collect()),
            "{removed}"
        );
    }
    let mut rest = plan.clone();
    rest.apply(removal(&plan, &["u"]).command).unwrap();
    // An exception for the unit alone must not become one for everybody.
    assert_eq!(rest.limits().find(&id("but-u")).unwrap().except, None);
    assert_eq!(rest.movements().find(&id("in")).unwrap().loads.len(), 1);
    let mut rest = plan.clone();
    rest.apply(removal(&plan, &["a"]).command).unwrap();
    let movement = rest.movements().find(&id("in")).unwrap();
    assert_eq!((movement.to.as_ref(), movement.stops.len()), (None, 0));
    assert_eq!(movement.route.as_ref().unwrap().len(), 1);
}

#[test]
fn what_is_not_there_is_passed_over() {
    let plan = full();
    let removal = removal(&plan, &["nothing-of-the-kind"]);
    assert_eq!(removal.command, Command::Batch(Vec::new()));
}
