//! `decamp snapshot` says who and what is where.

mod cli_common;

use cli_common::{BUNDLED, Desk};
use serde_json::Value;

fn state<'a>(snapshot: &'a Value, site: &str) -> &'a str {
    let sites = snapshot["sites"].as_array().unwrap();
    let site = sites.iter().find(|it| it["id"] == site).unwrap();
    site["state"].as_str().unwrap()
}

#[test]
fn the_bundled_plan_and_what_became_of_it() {
    let desk = Desk::new();
    for (date, track, site, expect) in [
        ("2023-11-15", "planned", "kidal", "open"),
        ("2023-11-15", "planned", "ber", "handed-over"),
        ("2023-11-15", "forecast", "kidal", "handed-over"),
        ("2024-01-15", "planned", "tombouctou", "liquidating"),
        ("2024-01-15", "forecast", "tombouctou", "handed-over"),
    ] {
        let arguments = ["snapshot", BUNDLED, "--at", date, "--track", track, "--json"];
        let snapshot = desk.json(&arguments);
        assert_eq!(state(&snapshot, site), expect, "{site} on {date}, {track}");
        assert_eq!(snapshot["date"], date);
        assert_eq!(snapshot["track"], track);
    }
}

#[test]
fn json_has_the_documented_members() {
    let desk = Desk::new();
    let snapshot = desk.json(&["snapshot", BUNDLED, "--at", "2023-08-20", "--json"]);
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let all = ["date", "track", "phases", "sites", "units", "movements", "totals"];
    assert_eq!(names(&snapshot), all);
    assert_eq!(names(&snapshot["sites"][0]), ["id", "state", "personnel", "materiel"]);
    assert_eq!(names(&snapshot["units"][0]), ["id", "at", "moving", "departed"]);
    assert_eq!(names(&snapshot["movements"][0]), ["id", "state", "batches"]);
    assert_eq!(names(&snapshot["totals"]), ["present", "moving", "departed", "disposed"]);
    // The plan is the usual track.
    assert_eq!(snapshot["track"], "planned");
}

#[test]
fn dates_are_read_as_planners_write_them() {
    let desk = Desk::new();
    for (at, expect) in [
        ("2023-08-20", "2023-08-20"),
        ("2023-08-20T06:30", "2023-08-20T06:30"),
        ("20 août", "2023-08-20"),
        ("20/08/23", "2023-08-20"),
        ("D+50", "2023-08-20"),
        ("j+50", "2023-08-20"),
        ("-1d", "2023-06-30"),
    ] {
        let snapshot = desk.json(&["snapshot", BUNDLED, "--at", at, "--json"]);
        assert_eq!(snapshot["date"], expect, "{at}");
    }
}

#[test]
fn people_read_a_table_in_their_language() {
    let desk = Desk::new();
    for (lang, expect) in [
        ("fr", ["Retrait de la MINUSMA", "20 août 2023 · J+50 · Plan", "Tombouctou", "véhicules"]),
        ("en", ["Withdrawal of MINUSMA", "20 August 2023 · D+50 · Plan", "Timbuktu", "vehicles"]),
    ] {
        let text = desk.done(&["snapshot", BUNDLED, "--at", "2023-08-20", "--lang", lang]);
        for part in expect {
            assert!(text.contains(part), "{part} in:\n{text}");
        }
        let wide = text.lines().find(|line| line.chars().count() > 120);
        assert_eq!(wide, None);
    }
}

#[test]
fn the_language_of_the_system_is_followed() {
    let desk = Desk::new();
    let mut command = desk.command(&["snapshot", BUNDLED, "--at", "2023-08-20"]);
    let output = command.env("LANG", "fr_ML.UTF-8").output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("Retrait"));
}
