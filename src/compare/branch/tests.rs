//! A branch over its life: begun, edited, followed by the plan, taken over, removed.

use serde_json::{Value, json};

use super::*;
use crate::calendar::Span;
use crate::compare::{Diff, Pick};
use crate::file;
use crate::plan::edit::Journal;

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn what_if() -> BranchId {
    BranchId::new("what-if").unwrap()
}

fn start() -> Plan {
    let text = br#"{ "format": "decamp-plan", "version": 1,
        "phases": [ { "id": "one", "name": "1" }, { "id": "two", "name": "2" } ],
        "sites": { "type": "FeatureCollection", "features": [
            { "type": "Feature", "id": "gao", "geometry": { "type": "Point", "coordinates": [0, 16] },
              "properties": { "name": "Gao", "kind": "camp" } } ] },
        "activities": [ { "id": "close", "site": "gao", "kind": "closure",
                          "planned": { "start": "2023-08-01", "end": "2023-08-05" } },
                        { "id": "clear", "site": "gao", "kind": "clearance" } ] }"#;
    file::read(text).unwrap().plan
}

fn span(start: &str, end: &str) -> Option<Span> {
    Some(Span::new(start.parse().ok(), end.parse().ok()))
}

fn planned(plan: &Plan, item: &str) -> Option<Span> {
    plan.timing(&id(item)).and_then(|timing| timing.planned)
}

/// Does to the branch what a command on its view asks for.
fn on_branch(journal: &mut Journal<&'static str>, make: impl Fn(&Plan) -> Command) {
    let view = view(journal.plan(), &what_if()).unwrap();
    let command = edit(journal.plan(), &what_if(), &view, make(&view.plan)).unwrap();
    journal.run("edit", command).unwrap();
}

fn edits(plan: &Plan) -> Value {
    let branch = plan.branches().get(&what_if()).unwrap();
    branch.edits.as_ref().map_or(Value::Null, |edits| edits.value().clone())
}

#[test]
fn a_branch_is_edited_without_touching_the_plan() {
    let mut journal = Journal::new(start());
    let begin = take(journal.plan(), &what_if(), "What if".into()).unwrap();
    journal.run("take", begin).unwrap();
    assert_eq!(edits(journal.plan()), Value::Null);
    let early = span("2023-07-20", "2023-07-25");
    on_branch(&mut journal, |view| Command::set_planned(view, &id("close"), early).unwrap());
    on_branch(&mut journal, |_| Command::Remove { kind: Kind::Activity, id: id("clear") });
    on_branch(&mut journal, |view| {
        let site = view.sites().iter().next().unwrap();
        Command::put(crate::plan::Site { accuracy_km: Some(2.0), ..(**site).clone() })
    });
    on_branch(&mut journal, |view| {
        let phase = view.phases().iter().next().unwrap();
        let added = crate::plan::Phase { id: id("zero").into(), ..(**phase).clone() };
        Command::Put { item: added.into(), position: Some(0) }
    });
    let written = json!({
        "phases": { "zero": { "name": "1" } },
        "sites": { "gao": { "properties": { "accuracy_km": 2 } } },
        "activities": { "clear": null,
            "close": { "planned": { "start": "2023-07-20", "end": "2023-07-25" } } },
        "order": { "phases": ["zero", "one", "two"] },
    });
    assert_eq!(edits(journal.plan()), written);
    assert_eq!(planned(journal.plan(), "close"), span("2023-08-01", "2023-08-05"));

    // What the branch does not edit follows the plan.
    let site = journal.plan().sites().iter().next().unwrap().clone();
    let renamed = crate::plan::Site { name: "Gao camp".into(), ..(*site).clone() };
    journal.run("rename", Command::put(renamed)).unwrap();
    let seen = view(journal.plan(), &what_if()).unwrap();
    let site = seen.plan.sites().iter().next().unwrap();
    assert_eq!((&site.name, site.accuracy_km), (&"Gao camp".into(), Some(2.0)));
    assert_eq!(planned(&seen.plan, "close"), early);

    // A single change is taken over.
    let diff = Diff::of(journal.plan(), &seen.plan);
    let take_over = diff.command(journal.plan(), &[Pick::Item(id("close"))]).unwrap();
    journal.run("take over", take_over).unwrap();
    assert_eq!(planned(journal.plan(), "close"), early);
    assert!(journal.plan().activities().find(&id("clear")).is_some());

    // All of it can be undone.
    assert!(journal.go_to(0));
    assert_eq!(**journal.plan(), start());
}

#[test]
fn edits_of_what_is_gone_are_kept() {
    let mut journal = Journal::new(start());
    let begin = take(journal.plan(), &what_if(), "What if".into()).unwrap();
    journal.run("take", begin).unwrap();
    let early = span("2023-07-20", "2023-07-25");
    on_branch(&mut journal, |view| Command::set_planned(view, &id("close"), early).unwrap());
    let kept = edits(journal.plan());
    journal.run("remove", Command::Remove { kind: Kind::Activity, id: id("close") }).unwrap();
    let seen = view(journal.plan(), &what_if()).unwrap();
    let unused =
        Unused { list: "activities".into(), id: Some("close".into()), why: WhyUnused::NoItem };
    assert_eq!(seen.unused, [unused]);
    assert_eq!(planned(&seen.plan, "close"), None);
    let late = span("2023-09-01", "2023-09-02");
    on_branch(&mut journal, |view| Command::set_planned(view, &id("clear"), late).unwrap());
    assert_eq!(edits(journal.plan())["activities"]["close"], kept["activities"]["close"]);
    // When the item is back, so is its edit.
    let old = start().item(&id("close")).unwrap();
    journal.run("put back", Command::put(old)).unwrap();
    let seen = view(journal.plan(), &what_if()).unwrap();
    assert_eq!((seen.unused, planned(&seen.plan, "close")), (vec![], early));
}

#[test]
fn edits_that_make_no_sense_are_kept_and_told() {
    let odd = json!({
        "activities": { "close": { "planned": { "start": "never" } }, "gao": { "kind": "closure" },
                        "No": { "kind": "closure" }, "clear": 5 },
        "later-list": { "x": {} },
        "header": { "as_of": "never" },
        "branches": { "what-if": null },
        "order": { "phases": ["two", "one", 7], "sites": [], "x": 1 },
    });
    let mut plan = start();
    let branch = Branch {
        id: what_if(),
        name: None,
        edits: Some(Opaque::new(odd.clone())),
        extra: Extra::default(),
    };
    plan.apply(Command::put(branch)).unwrap();
    let seen = view(&plan, &what_if()).unwrap();
    let mut told: Vec<_> =
        seen.unused.iter().map(|it| (it.list.as_str(), it.id.as_deref(), it.why)).collect();
    told.sort();
    use WhyUnused::*;
    assert_eq!(
        told,
        [
            ("activities", Some("No"), Invalid),
            ("activities", Some("clear"), Invalid),
            ("activities", Some("close"), Invalid),
            ("activities", Some("gao"), IdTaken),
            ("branches", None, NoList),
            ("header", None, Invalid),
            ("later-list", None, NoList),
            ("order", Some("sites"), NoList),
            ("order", Some("x"), NoList),
        ]
    );
    assert_eq!(seen.plan.ids(Kind::Phase), [id("two"), id("one")]);
    plan.apply(set(&plan, &what_if(), &seen.plan).unwrap()).unwrap();
    let after = edits(&plan);
    for member in ["activities", "later-list", "header", "branches"] {
        assert_eq!(after[member], odd[member], "{member}");
    }
    assert_eq!(after["order"], json!({ "phases": ["two", "one"], "sites": [], "x": 1 }));
}

fn lists_of(edits: &Value) -> Vec<&String> {
    edits.as_object().unwrap().keys().collect()
}

#[test]
fn lists_of_edits_stay_in_their_order() {
    // In a list of its own, behind one that has an edit which is used.
    let odd = json!({
        "phases": { "gao": { "name": "1" } },
        "activities": { "clear": { "kind": "closure" }, "one": { "kind": "closure" } },
    });
    let mut plan = start();
    let edits_now = Some(Opaque::new(odd.clone()));
    let branch = Branch { id: what_if(), name: None, edits: edits_now, extra: Extra::default() };
    plan.apply(Command::put(branch)).unwrap();
    let seen = view(&plan, &what_if()).unwrap();
    let lists: Vec<&str> = seen.unused.iter().map(|it| it.list.as_str()).collect();
    assert_eq!(lists, ["phases", "activities"]);
    plan.apply(set(&plan, &what_if(), &seen.plan).unwrap()).unwrap();
    assert_eq!(view(&plan, &what_if()).unwrap().unused, seen.unused);
    assert_eq!(lists_of(&edits(&plan)), lists_of(&odd));
}

#[test]
fn branches_are_named_and_removed_from_within() {
    let mut plan = start();
    plan.apply(take(&plan, &what_if(), "What if".into()).unwrap()).unwrap();
    let taken = take(&plan, &BranchId::new("gao").unwrap(), "".into());
    assert_eq!(taken, Err(EditError::IdTaken(id("gao"))));
    let new_name = rename(&plan, &what_if(), "Early".into()).unwrap();
    let seen = view(&plan, &what_if()).unwrap();
    plan.apply(edit(&plan, &what_if(), &seen, new_name).unwrap()).unwrap();
    assert_eq!(plan.branches().get(&what_if()).unwrap().name, Some("Early".into()));
    let seen = view(&plan, &what_if()).unwrap();
    plan.apply(edit(&plan, &what_if(), &seen, remove(&what_if())).unwrap()).unwrap();
    assert_eq!(plan, start());
    assert!(view(&plan, &what_if()).is_none());
    assert!(edit(&plan, &what_if(), &seen, Command::Batch(vec![])).is_err());
}
