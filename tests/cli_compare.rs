//! `decamp diff`, `decamp merge` and the table of slips.

mod cli_common;

use cli_common::{BUNDLED, Desk, plan_with};
use serde_json::{Value, json};

/// A plan with one closure, a phase, a deadline and more.
fn plan(closure: &str, more: &str) -> String {
    let basis = r#""basis": [{ "status": "planner" }]"#;
    plan_with(&format!(
        r#""activities": [
            {{ "id": "close-gao", "site": "gao", "kind": "closure", {basis}, {closure} }},
            {{ "id": "clear-gao", "site": "gao", "kind": "clearance", {basis},
               "planned": {{ "start": "2023-08-01", "end": "2023-08-05" }} }} ] {more}"#
    ))
}

fn span(start: &str, end: &str) -> String {
    format!(r#""planned": {{ "start": "2023-08-{start}", "end": "2023-08-{end}" }}"#)
}

#[track_caller]
fn desk(plans: &[(&str, String)]) -> Desk {
    let desk = Desk::new();
    for (name, text) in plans {
        desk.write(name, text);
        desk.done(&["fmt", name, "--to", name]);
    }
    desk
}

#[test]
fn a_plan_does_not_differ_from_itself() {
    let desk = Desk::new();
    assert_eq!(desk.done(&["diff", BUNDLED, BUNDLED]), "No difference\n");
    let found = desk.json(&["diff", BUNDLED, BUNDLED, "--json"]);
    for (member, value) in found.as_object().unwrap() {
        assert!(member == "track" || *value == json!([]), "{member}");
    }
}

#[test]
fn differences_and_what_follows_are_told() {
    let deadline = format!(r#"{}, "deadline": "2023-08-20""#, span("10", "15"));
    let late = format!(r#"{}, "deadline": "2023-08-20""#, span("12", "25"));
    let phase = r#", "phases": [ { "id": "1", "name": "Phase 1" } ]"#;
    let desk = desk(&[("a.decamp", plan(&deadline, "")), ("b.decamp", plan(&late, phase))]);
    let run = desk.run(&["diff", "a.decamp", "b.decamp", "--json"]);
    assert_eq!((run.status, run.err.as_str()), (1, ""));
    let found: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(
        found["changed"],
        json!([
            { "id": "close-gao", "list": "activities", "member": "planned.start",
              "from": "2023-08-10", "to": "2023-08-12" },
            { "id": "close-gao", "list": "activities", "member": "planned.end",
              "from": "2023-08-15", "to": "2023-08-25" },
        ])
    );
    assert_eq!(found["added"], json!([{ "id": "1", "list": "phases" }]));
    assert_eq!(found["removed"], json!([]));
    let (from, to) = ("2023-08-10", "2023-08-12");
    assert_eq!(found["moved"][0]["from"], json!({ "start": from, "end": "2023-08-15" }));
    assert_eq!(found["moved"][0]["to"], json!({ "start": to, "end": "2023-08-25" }));
    let deadlines = json!([{ "id": "close-gao", "from": "met", "to": "missed" }]);
    assert_eq!(found["deadlines"], deadlines);
    let gained = found["problems_gained"].as_array().unwrap();
    let codes: Vec<&Value> = gained.iter().map(|problem| &problem["code"]).collect();
    assert!(codes.contains(&&json!("misses-own-deadline")), "{codes:?}");
    assert_eq!(found["problems_lost"], json!([]));

    let run = desk.run(&["diff", "a.decamp", "b.decamp", "--lang", "fr"]);
    assert_eq!(run.status, 1);
    for line in [
        "Ajoutés (1)",
        "  Phase 1 (1)",
        "Modifiés (1)",
        "  Fermeture de gao (close-gao)",
        "    dates prévues › début : 10 août 2023 → 12 août 2023 (+2 jours)",
        "    dates prévues › fin : 15 août 2023 → 25 août 2023 (+10 jours)",
        "  Fermeture de gao (close-gao) : tenue → manquée",
    ] {
        assert!(run.out.lines().any(|it| it == line), "{line}\n{}", run.out);
    }
}

#[test]
fn a_branch_and_a_baseline_are_compared_with_their_plan() {
    let more = r#",
        "baselines": [ { "id": "letter", "name": "The letter", "taken": "2023-08-01", "planned": {
            "close-gao": { "start": "2023-08-08", "end": "2023-08-13" },
            "close-ber": { "start": "2023-08-01", "end": "2023-08-02" } } } ],
        "branches": [ { "id": "b-early", "name": "Early", "edits": { "activities": {
            "close-gao": { "planned": { "start": "2023-08-06", "end": "2023-08-09" } },
            "clear-gao": null,
            "close-ber": { "planned": null } } } } ]"#;
    let desk = desk(&[("a.decamp", plan(&span("10", "15"), more))]);
    let run = desk.run(&["diff", "a.decamp", "--branch2", "b-early", "--json"]);
    assert_eq!(run.status, 1);
    // What the plan no longer has is kept, and told.
    assert!(run.err.contains("activities.close-ber"), "{}", run.err);
    let found: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(found["changed"][1]["to"], "2023-08-09");
    assert_eq!(found["removed"], json!([{ "id": "clear-gao", "list": "activities" }]));

    let run = desk.run(&["diff", "a.decamp", "--baseline1", "The letter", "--json"]);
    let found: Value = serde_json::from_str(&run.out).unwrap();
    // It had no date then.
    assert_eq!(found["changed"][0]["id"], "clear-gao");
    assert_eq!(found["changed"][0]["from"], Value::Null);
    assert_eq!(found["changed"][2]["from"], "2023-08-08");

    for (arguments, told) in [
        (&["diff", "a.decamp"][..], "only one plan"),
        (&["diff", "a.decamp", "--branch2", "nowhere"], "b-early"),
        (&["diff", "a.decamp", "--baseline2", "nowhere"], "letter"),
        (&["diff", "a.decamp", "b.decamp"], "b.decamp"),
        (&["export", "a.decamp", "--to", "x.csv", "--table", "slips", "--baseline", "x"], "letter"),
        (&["export", BUNDLED, "--to", "x.csv", "--table", "slips"], "no baseline"),
    ] {
        let run = desk.run(arguments);
        assert_eq!(run.status, 2, "{arguments:?}");
        assert!(run.err.contains(told), "{}", run.err);
    }
    assert_eq!(desk.files(), ["a.decamp"]);

    desk.done(&[
        "export",
        "a.decamp",
        "--to",
        "slips.csv",
        "--table",
        "slips",
        "--baseline",
        "letter",
    ]);
    let table = String::from_utf8(desk.read("slips.csv")).unwrap();
    let rows: Vec<&str> = table.lines().skip(1).collect();
    assert_eq!(
        rows,
        [
            "clear-gao,Environmental clearance of gao,added,,,2023-08-01,2023-08-05,,,",
            "close-ber,close-ber,gone,2023-08-01,2023-08-02,,,,,",
            "close-gao,Closure of gao,moved,2023-08-08,2023-08-13,2023-08-10,2023-08-15,2,2,0",
        ]
    );
}

#[test]
fn two_peoples_edits_become_one_plan() {
    let phase = r#", "phases": [ { "id": "1", "name": "Phase 1" } ]"#;
    let base = plan(&span("10", "15"), "");
    let mine = plan(&span("12", "17"), "");
    let theirs = plan(&span("10", "15"), phase);
    let other = plan(&span("11", "16"), phase);
    let desk = desk(&[
        ("base.decamp", base),
        ("mine.decamp", mine),
        ("theirs.decamp", theirs),
        ("other.decamp", other),
        ("both.decamp", plan(&span("12", "17"), phase)),
    ]);
    let merge = |theirs, more: &[&str]| {
        let arguments = ["merge", "base.decamp", "mine.decamp", theirs, "--to", "out.decamp"];
        desk.run(&[&arguments, more].concat())
    };
    let run = merge("theirs.decamp", &[]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_eq!(desk.read("out.decamp"), desk.read("both.decamp"));
    std::fs::remove_file(desk.path("out.decamp")).unwrap();

    let run = merge("other.decamp", &["--lang", "fr"]);
    assert_eq!(run.status, 1);
    assert!(!desk.path("out.decamp").exists());
    for line in [
        "1 conflit",
        "  Fermeture de gao (close-gao) › dates prévues",
        "    modifié différemment des deux côtés",
        "    origine : 10 août 2023 – 15 août 2023",
        "    ma version : 12 août 2023 – 17 août 2023",
        "    leur version : 11 août 2023 – 16 août 2023",
    ] {
        assert!(run.out.lines().any(|it| it == line), "{line}\n{}", run.out);
    }
    for (side, day) in [("mine", "2023-08-12"), ("theirs", "2023-08-11")] {
        let run = merge("other.decamp", &["--prefer", side]);
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        let out: Value = serde_json::from_slice(&desk.read("out.decamp")).unwrap();
        assert_eq!(out["activities"][1]["planned"]["start"], day);
        assert_eq!(out["phases"][0]["id"], "1");
    }
    assert_eq!(merge("nowhere.decamp", &[]).status, 2);
}
