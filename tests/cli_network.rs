//! `decamp critical` and `decamp forecast`.

mod cli_common;

use cli_common::{BUNDLED, Desk};
use serde_json::{Value, json};

/// Two activities in a row, then a movement that takes everyone out by day.
fn plan(desk: &Desk, duration: Option<Value>) -> String {
    let span = |start: &str, end: &str| json!({ "start": start, "end": end });
    let place = json!({ "type": "Point", "coordinates": [-0.04, 16.27] });
    let site = |id: &str, kind: &str| {
        let properties = json!({ "name": id, "kind": kind });
        json!({ "type": "Feature", "id": id, "geometry": place, "properties": properties })
    };
    let basis = json!([{ "for": ["duration_days"], "status": "illustrative" }]);
    let plan = json!({
        "format": "decamp-plan",
        "version": 1,
        "title": { "fr": "Essai", "en": "Trial" },
        "theatre": "mali",
        "horizon": span("2023-07-01", "2023-12-31"),
        "sites": {
            "type": "FeatureCollection",
            "features": [site("gao", "camp"), site("out", "exit")],
        },
        "units": [{ "id": "u", "category": "military", "kind": "infantry", "site": "gao", "personnel": 50 }],
        "activities": [
            {
                "id": "a", "site": "gao", "kind": "inventory", "basis": basis,
                "planned": span("2023-07-01", "2023-07-10"), "duration_days": duration,
            },
            { "id": "b", "site": "gao", "kind": "closure", "planned": span("2023-07-01", "2023-07-08") },
        ],
        "movements": [{
            "id": "m", "kind": "repatriation", "from": "gao", "to": "out",
            "planned": span("2023-07-11", "2023-07-14"), "loads": [{ "unit": "u" }],
            "after": [{ "id": "a", "type": "FS" }, { "id": "b", "type": "FS" }],
        }],
        "limits": [{
            "id": "d", "kind": "deadline", "date": "2023-07-14",
            "name": { "fr": "Sortie", "en": "Way out" },
        }],
    });
    let path = desk.write("trial.decamp", serde_json::to_vec(&plan).unwrap());
    path.to_str().unwrap().to_owned()
}

fn likely() -> Option<Value> {
    Some(json!({ "low": 8, "likely": 10, "high": 15 }))
}

#[test]
fn float_and_the_critical_chain() {
    let desk = Desk::new();
    let plan = plan(&desk, None);
    for (lang, expect) in [
        (
            "fr",
            "Essai\n\
             Marges et chemin critique · Plan\n\
             Échéance : 14 juillet 2023 (Sortie)\n\
             \n\
             Chaîne critique, marge de 0 jour\n\
             \x20 Inventaire de gao  1er juil. – 10 juil. 2023\n\
             \x20 gao → out          11 juil. – 14 juil. 2023\n\
             \n\
             Activité ou mouvement  Dates                      Marge totale  Marge libre\n\
             Inventaire de gao      1er juil. – 10 juil. 2023           0 j          0 j\n\
             gao → out              11 juil. – 14 juil. 2023            0 j          0 j\n\
             Fermeture de gao       1er juil. – 8 juil. 2023            2 j          2 j\n",
        ),
        (
            "en",
            "Trial\n\
             Float and critical path · Plan\n\
             Deadline: 14 July 2023 (Way out)\n\
             \n\
             Critical chain, 0 days of float\n\
             \x20 Inventory of gao  1 Jul – 10 Jul 2023\n\
             \x20 gao → out         11 Jul – 14 Jul 2023\n\
             \n\
             Activity or movement  Dates                 Total float  Free float\n\
             Inventory of gao      1 Jul – 10 Jul 2023           0 d         0 d\n\
             gao → out             11 Jul – 14 Jul 2023          0 d         0 d\n\
             Closure of gao        1 Jul – 8 Jul 2023            2 d         2 d\n",
        ),
    ] {
        assert_eq!(desk.done(&["critical", &plan, "--lang", lang]), expect);
    }
    let found = desk.json(&["critical", &plan, "--json"]);
    let item = |id: &str, days: i64| json!({ "id": id, "float_days": days, "free_days": days });
    let expect = json!({
        "track": "planned",
        "end": "2023-07-14",
        "deadline": "d",
        "chain": ["a", "m"],
        "items": [item("a", 0), item("b", 2), item("m", 0)],
    });
    assert_eq!(found, expect);
}

#[test]
fn odds_say_what_they_rest_on() {
    let desk = Desk::new();
    for (lang, duration, expect) in [
        ("fr", None, &["Aucune durée à trois estimations", "100 %"][..]),
        ("en", None, &["No three-point durations", "100%", "Trial", "10,000 runs, seed 1"]),
        (
            "fr",
            likely(),
            &[
                "10 000 tirages, graine 1",
                "1 durée à trois estimations est tirée au sort, dont 1 seulement déduite ou illustrative",
                "Échéance                         Date  Tenue",
                "Sortie                14 juillet 2023   42 %  15 juillet 2023  16 juillet 2023",
                "Ce qui pèse le plus  Corrélation  Criticité",
                "Inventaire de gao           0,97       59 %",
            ],
        ),
        (
            "en",
            likely(),
            &[
                "1 of them merely inferred or illustrative",
                "Way out               14 July 2023  42%  15 July 2023  16 July 2023",
                "What drives it most  Correlation  Criticality",
                "Inventory of gao            0.97          59%",
            ],
        ),
    ] {
        let plan = plan(&desk, duration);
        let text = desk.done(&["forecast", &plan, "--lang", lang]);
        for part in expect {
            assert!(text.contains(part), "{part} in:\n{text}");
        }
    }
}

#[test]
fn odds_as_json() {
    let desk = Desk::new();
    let plan = plan(&desk, likely());
    let arguments = ["forecast", &plan, "--runs", "4000", "--seed", "7", "--json"];
    let odds = desk.json(&arguments);
    let names: Vec<&String> = odds.as_object().unwrap().keys().collect();
    let documented = [
        "runs",
        "seed",
        "track",
        "deadline",
        "p_met",
        "end",
        "spreads",
        "soft_spreads",
        "open_restrictions",
        "deadlines",
        "items",
        "drivers",
    ];
    assert_eq!(names, documented);
    assert_eq!((&odds["runs"], &odds["seed"]), (&json!(4000), &json!(7)));
    assert_eq!((&odds["spreads"], &odds["soft_spreads"]), (&json!(1), &json!(1)));
    assert_eq!(odds["deadline"], "2023-07-14");
    // Up to 10.5 days: 1 − 4.5² / (7 × 5) of the triangle.
    let met = odds["p_met"].as_f64().unwrap();
    assert!((met - (1.0 - 4.5 * 4.5 / 35.0)).abs() < 0.032, "{met}");
    let bars = odds["deadlines"][0]["histogram"].as_array().unwrap();
    let runs: u64 = bars.iter().map(|bar| bar["runs"].as_u64().unwrap()).sum();
    assert_eq!(runs, 4000);
    assert_eq!(odds["drivers"][0]["id"], "a");
    assert_eq!(desk.json(&arguments), odds);
    let other = desk.json(&["forecast", &plan, "--runs", "4000", "--seed", "8", "--json"]);
    assert_ne!(other["p_met"], odds["p_met"]);
}

#[test]
fn the_bundled_plan_has_no_estimates_and_says_so() {
    let desk = Desk::new();
    let odds = desk.json(&["forecast", BUNDLED, "--json"]);
    assert_eq!((&odds["spreads"], &odds["p_met"]), (&json!(0), &json!(1.0)));
    let critical = desk.json(&["critical", BUNDLED, "--json"]);
    assert_eq!(critical["end"], "2023-12-31");
    let chain = critical["chain"].as_array().unwrap();
    assert!(chain.len() > 1, "{chain:?}");
}

#[test]
fn runs_out_of_range_are_refused() {
    let desk = Desk::new();
    for runs in ["0", "1000001", "many"] {
        let run = desk.run(&["forecast", BUNDLED, "--runs", runs]);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{runs}");
    }
}
