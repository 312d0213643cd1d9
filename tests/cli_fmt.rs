//! `decamp fmt` writes a plan in its canonical form, `decamp schema` describes it.

mod cli_common;

use cli_common::{BUNDLED, Desk, plan_with};
use serde_json::Value;

#[test]
fn the_canonical_form_is_reached_at_once() {
    let desk = Desk::new();
    let full = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/full.decamp");
    desk.write("loose.decamp", plan_with(r#""phases": [ { "id": "one" } ]"#));
    for (source, first, second) in
        [(BUNDLED, "a1", "a2"), (full, "b1", "b2"), ("loose.decamp", "c1", "c2")]
    {
        desk.run(&["fmt", source, "--to", first]);
        desk.run(&["fmt", first, "--to", second]);
        assert_eq!(desk.read(first), desk.read(second), "{source}");
    }
    let text = String::from_utf8(desk.read("c1")).unwrap();
    assert!(text.starts_with("{\n  \"format\": \"decamp-plan\",\n  \"version\": 1,\n"), "{text}");
    assert!(text.ends_with("}\n"));
    // In place, too.
    desk.done(&["fmt", "loose.decamp", "--to", "loose.decamp"]);
    assert_eq!(desk.read("loose.decamp"), desk.read("c1"));
}

#[test]
fn what_is_noticed_about_the_file_is_told() {
    let desk = Desk::new();
    desk.write("plan.decamp", plan_with(r#""events": [ { "id": "e", "kind": "flood" } ]"#));
    let run = desk.run(&["fmt", "plan.decamp", "--to", "out.decamp"]);
    assert_eq!(run.status, 0);
    assert!(run.err.starts_with("plan.decamp: [unknown-word] events[0].kind: "), "{}", run.err);
    assert!(String::from_utf8(desk.read("out.decamp")).unwrap().contains("\"flood\""));
}

#[test]
fn the_schema_is_json() {
    let schema: Value = Desk::new().json(&["schema"]);
    assert_eq!(schema["type"], "object");
}
