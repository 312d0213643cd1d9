//! Every problem of a bad file is found in one go, each at its place.

use std::fs;
use std::path::Path;

use decamp::disk::DiskFault;
use decamp::file::{self, OpenProblem, Problem};

fn lines(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(Problem::to_string).collect()
}

fn problems(text: &[u8]) -> Vec<String> {
    match file::read(text) {
        Ok(_) => Vec::new(),
        Err(problems) => lines(&problems),
    }
}

/// A plan with two sites, a unit, a phase and an activity, and these members.
fn plan_with(members: &str) -> String {
    let comma = if members.is_empty() { "" } else { "," };
    format!(
        r#"{{ "format": "decamp-plan", "version": 1,
        "sites": {{ "type": "FeatureCollection", "features": [
            {{ "type": "Feature", "id": "gao", "geometry": {{ "type": "Point", "coordinates": [0, 16] }},
               "properties": {{ "kind": "camp" }} }},
            {{ "type": "Feature", "id": "home", "properties": {{ "kind": "exit" }} }} ] }},
        "units": [ {{ "id": "bn", "kind": "infantry" }} ],
        "phases": [ {{ "id": "one" }} ],
        "activities": [ {{ "id": "close-gao", "kind": "closure", "site": "gao" }} ]{comma}
        {members} }}"#
    )
}

#[test]
fn finds_what_is_wrong_with_a_whole_file() {
    for (text, expect) in [
        (&b""[..], &[": empty"][..]),
        (b" \n\t ", &[": empty"]),
        (b"\xEF\xBB\xBF", &[": empty"]),
        (b"\xFF\xFE{\x00}\x00", &["1:1: not-text"]),
        (b"{\n \"\xC3\xA9\": \"\xE9\" }", &["2:8: not-text"]),
        (b"{", &["1:1: not-json"]),
        (b"{ \"format\": NaN }", &["1:13: not-json"]),
        (b"{ \"format\": 1e999 }", &["1:17: not-json"]),
        (b"{ \"a\": 1,\n  }", &["2:3: not-json"]),
        (b"{} {}", &["1:4: not-json"]),
        ("{ \"é\": \"é\" x }".as_bytes(), &["1:12: not-json"]),
        (b"plan", &["1:1: not-json"]),
        (b"[]", &[": not-a-plan"]),
        (b"{}", &[": not-a-plan"]),
        (b"null", &[": not-a-plan"]),
        (br#"{ "type": "FeatureCollection", "features": [] }"#, &[": not-a-plan"]),
        (br#"{ "format": "other", "version": 1 }"#, &[": not-a-plan"]),
        (br#"{ "format": "decamp-plan", "version": 2, "sites": 7 }"#, &[": later-version"]),
        (br#"{ "format": "decamp-plan" }"#, &[": missing"]),
        (br#"{ "version": 1 }"#, &[": missing"]),
        (br#"{ "format": "decamp-plan", "version": "1" }"#, &["version: wrong-type"]),
        (br#"{ "format": "decamp-plan", "version": 0 }"#, &["version: bad-number"]),
        (br#"{ "format": "decamp-plan", "version": 1 }"#, &[]),
        (b"\xEF\xBB\xBF{ \"format\": \"decamp-plan\", \"version\": 1 }", &[]),
    ] {
        assert_eq!(problems(text), expect, "{}", String::from_utf8_lossy(text));
    }
}

#[test]
fn finds_what_is_wrong_within_a_plan() {
    for (members, expect) in [
        ("", &[][..]),
        // Types.
        (r#""title": 3"#, &["title: wrong-type"]),
        (r#""title": { "fr": 3, "en": "x" }"#, &["title.fr: wrong-type"]),
        (r#""horizon": "2023""#, &["horizon: wrong-type"]),
        (r#""events": {}"#, &["events: wrong-type"]),
        (r#""events": [ 1, null ]"#, &["events[0]: wrong-type", "events[1]: wrong-type"]),
        (r#""sectors": []"#, &["sectors: wrong-type"]),
        // Dates.
        (r#""as_of": "2023-13-01""#, &["as_of: no-such-day"]),
        (r#""as_of": "31/12/2023""#, &["as_of: bad-date"]),
        (r#""as_of": 20230101"#, &["as_of: wrong-type"]),
        (
            r#""horizon": { "start": "2023-02-01", "end": "2023-01-31" }"#,
            &["horizon.end: end-before-start"],
        ),
        (
            r#""events": [ { "id": "e", "kind": "report", "date": "2023-02-01", "until": "2023-01-01" } ]"#,
            &["events[0].until: end-before-start"],
        ),
        // Ids and references.
        (r#""events": [ { "kind": "report" } ]"#, &["events[0]: missing"]),
        (r#""events": [ { "id": "e" } ]"#, &["events[0]: missing"]),
        (r#""events": [ { "id": "Éa", "kind": "report" } ]"#, &["events[0].id: bad-id"]),
        (r#""events": [ { "id": "gao", "kind": "report" } ]"#, &["events[0].id: duplicate-id"]),
        (
            r#""movements": [ { "id": "m", "kind": "supply", "from": "gaoo", "to": "bn" } ]"#,
            &["movements[0].from: no-such-item", "movements[0].to: wrong-kind"],
        ),
        (
            r#""movements": [ { "id": "m", "kind": "supply", "from": "gao", "route": ["x", [1, 99], 3],
               "loads": [ { "unit": "nobody" }, {} ], "after": [ { "id": "gao" }, { "id": "close-gao" } ] } ]"#,
            &[
                "movements[0].loads[0].unit: no-such-item",
                "movements[0].loads[1]: missing",
                "movements[0].route[0]: no-such-item",
                "movements[0].route[1]: latitude-range",
                "movements[0].route[2]: wrong-type",
                "movements[0].after[0].id: wrong-kind",
            ],
        ),
        (
            r#""baselines": [ { "id": "b", "planned": { "close-gao": {}, "gao": {}, "x": {}, "No": {} } } ]"#,
            // What it has dates of may be gone.
            &["baselines[0].planned.No: bad-id"],
        ),
        // An item with a fault is still there to be pointed at.
        (
            r#""funds": [ { "id": "f", "needed_usd": "much" } ], "tasks": [ { "id": "t", "fund": "f" } ]"#,
            &["funds[0].needed_usd: wrong-type"],
        ),
        // A fault hides neither its neighbours nor the references beside it.
        (
            r#""events": [ { "id": "e", "kind": 1, "date": "x", "site": "y", "symbolic": 2 } ]"#,
            &[
                "events[0].date: bad-date",
                "events[0].kind: wrong-type",
                "events[0].site: no-such-item",
                "events[0].symbolic: wrong-type",
            ],
        ),
        // Numbers.
        (
            r#""counts": [ { "id": "c", "of": "sites", "value": -1 } ]"#,
            &["counts[0].value: bad-number"],
        ),
        (
            r#""counts": [ { "id": "c", "of": "sites", "value": 1.5 } ]"#,
            &["counts[0].value: bad-number"],
        ),
        (r#""counts": [ { "id": "c", "of": "sites", "value": 12.0 } ]"#, &[]),
        (
            r#""counts": [ { "id": "c", "of": "sites", "value": 1e13 } ]"#,
            &["counts[0].value: bad-number"],
        ),
        (r#""risks": [ { "id": "r", "impact": 6 } ]"#, &["risks[0].impact: bad-number"]),
        (
            r#""reports": [ { "id": "r", "personnel": { "police": -3, "military": null } } ]"#,
            &["reports[0].personnel.police: bad-number"],
        ),
        (
            r#""movements": [ { "id": "m", "kind": "supply", "from": "gao", "trip_days": 0,
               "distance_km": -1, "duration_days": { "low": 3, "likely": 2, "high": 4 } } ]"#,
            &[
                "movements[0].duration_days: estimates-out-of-order",
                "movements[0].trip_days: bad-number",
                "movements[0].distance_km: bad-number",
            ],
        ),
        (
            r##""phases": [ { "id": "p", "color": "#12345g" } ]"##,
            &["phases: duplicate-member", "phases[0].color: bad-color"],
        ),
        // Coordinates.
        (
            r#""events": [ { "id": "e", "kind": "report", "coordinates": [181, 0] } ]"#,
            &["events[0].coordinates: longitude-range"],
        ),
        (
            r#""events": [ { "id": "e", "kind": "report", "coordinates": [1] } ]"#,
            &["events[0].coordinates: wrong-type"],
        ),
        (
            r#""events": [ { "id": "e", "kind": "report", "coordinates": [1, 2, 3, 4] } ]"#,
            &["events[0].coordinates: wrong-type"],
        ),
        // Members that occur twice.
        (
            r#""marking": "a", "events": [ { "id": "e", "kind": "report", "id": "e" } ], "marking": "b""#,
            &["events[0].id: duplicate-member", "marking: duplicate-member"],
        ),
    ] {
        assert_eq!(problems(plan_with(members).as_bytes()), expect, "{members}");
    }
}

#[test]
fn finds_what_is_wrong_with_sites() {
    let gao = r#""type": "Feature", "id": "gao""#;
    let kind = r#""properties": { "kind": "camp" }"#;
    for (features, expect) in [
        (format!("{{ {gao}, {kind} }}"), &["sites.features[0]: missing"][..]),
        (
            format!(
                r#"{{ {gao}, {kind}, "geometry": {{ "type": "Polygon", "coordinates": [] }} }}"#
            ),
            &[
                "sites.features[0].geometry.type: wrong-type",
                "sites.features[0].geometry.coordinates: wrong-type",
            ],
        ),
        (format!(r#"{{ {gao}, "geometry": null }}"#), &["sites.features[0]: missing"]),
        (
            r#"{ "type": "Feature", "id": 7, "properties": { "kind": "exit" } }"#.into(),
            &["sites.features[0].id: wrong-type"],
        ),
        (
            r#"{ "id": "home", "properties": { "kind": "exit", "part_of": "camp" } }"#.into(),
            &[
                "sites.features[0].type: wrong-type",
                "sites.features[0].properties.part_of: no-such-item",
            ],
        ),
    ] {
        let sites =
            format!(r#""sites": {{ "type": "FeatureCollection", "features": [ {features} ] }}"#);
        let text = format!(r#"{{ "format": "decamp-plan", "version": 1, {sites} }}"#);
        assert_eq!(problems(text.as_bytes()), expect, "{features}");
    }
}

#[test]
fn offers_the_id_that_was_meant() {
    let text = plan_with(r#""movements": [ { "id": "m", "kind": "supply", "from": "gaoo" } ]"#);
    let problems = file::read(text.as_bytes()).unwrap_err();
    let file::ProblemKind::NoSuchItem { id, nearest, .. } = &problems[0].what else {
        panic!("{problems:?}")
    };
    assert_eq!((id.as_str(), nearest.as_deref()), ("gaoo", Some("gao")));
}

#[test]
fn notes_what_it_does_not_know() {
    for (members, expect) in [
        (r#""custom": [ { "any": "thing" } ]"#, &[][..]),
        (r#""marknig": "x""#, &["marknig: unknown-member"]),
        (r#""horizon": { "until": "x" }"#, &["horizon.until: not-kept"]),
        (r#""events": [ { "id": "e", "kind": "party" } ]"#, &["events[0].kind: unknown-word"]),
        (
            r#""events": [ { "id": "e", "kind": "report", "coordinates": [1, 2, 3] } ]"#,
            &["events[0].coordinates: altitude-dropped"],
        ),
    ] {
        let opened = file::read(plan_with(members).as_bytes()).unwrap();
        assert_eq!(lines(&opened.notes), expect, "{members}");
    }
}

#[test]
fn absent_and_null_mean_the_same() {
    let absent = file::read(plan_with("").as_bytes()).unwrap().plan;
    let null = plan_with(r#""title": null, "sectors": null, "events": null, "horizon": null"#)
        .replace(r#""kind": "infantry""#, r#""kind": "infantry", "role": null, "materiel": null"#);
    assert_eq!(file::read(null.as_bytes()).unwrap().plan, absent);
}

#[test]
fn lists_a_thousand_problems_and_counts_the_rest() {
    let events = vec!["{}"; 800].join(",");
    let found = problems(plan_with(&format!(r#""events": [ {events} ]"#)).as_bytes());
    // Each lacks its id and its kind.
    assert_eq!(found.len(), 1_001);
    assert_eq!(found[1_000], ": more");
}

#[test]
fn survives_hostile_files() {
    let deep = |n: usize| plan_with(&format!(r#""deep": {}{}"#, "[".repeat(n), "]".repeat(n)));
    assert_eq!(problems(deep(100).as_bytes()).len(), 0);
    let found = file::read(deep(100_000).as_bytes()).unwrap_err();
    assert_eq!(found[0].what, file::ProblemKind::NotJson(file::JsonFault::TooDeep));
    let many = plan_with(&format!(r#""many": [ {}0 ]"#, "0,".repeat(6_000_000)));
    assert_eq!(problems(many.as_bytes()), [": too-many-values"]);
}

#[test]
fn refuses_what_cannot_be_read_from_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let huge = folder.path().join("huge.decamp");
    fs::File::create(&huge).unwrap().set_len(1 << 30).unwrap();
    for (path, expect) in [
        (folder.path().join("none.decamp"), DiskFault::NotFound),
        (folder.path().to_path_buf(), DiskFault::IsFolder),
        (huge, DiskFault::TooLarge { bytes: 1 << 30, limit: file::MAX_BYTES }),
    ] {
        let error = file::open(&path).unwrap_err();
        assert_eq!(error.path, path);
        let OpenProblem::Disk(disk) = error.problem else { panic!("{error:?}") };
        assert_eq!(disk.fault, expect);
    }
}

/// `tests/broken` holds one file for each way to be no plan; its list of
/// problems is the golden text beside them.
#[test]
fn finds_the_problems_of_the_broken_files() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken");
    let entries = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> =
        entries.filter(|p| p.extension().is_some_and(|e| e == "decamp")).collect();
    files.sort();
    let mut found = String::new();
    for path in files {
        found += &format!("{}\n", path.file_name().unwrap().to_str().unwrap());
        let error = file::open(&path).unwrap_err();
        let OpenProblem::File(problems) = error.problem else { panic!("{error:?}") };
        found.extend(problems.iter().map(|problem| format!("  {problem}\n")));
    }
    let golden = fs::read_to_string(folder.join("problems.txt")).unwrap_or_default();
    assert_eq!(found, golden, "the problems found are:\n{found}");
}
