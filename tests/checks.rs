//! A small good plan, broken once for each rule: exactly that problem is found.

mod problem_common;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use decamp::file;
use decamp::plan::edit::Command;
use decamp::plan::{Id, Kind, Plan, Unit};
use decamp::schedule::{
    Code, Problem, Routes, Schedule, SourceTexts, Track, source_problems, theatre_problems,
};
use decamp::theatre::{Overlays, Theatre};
use serde_json::{Value, json};

/// Kidal is cleared to Gao, closed and handed over; Timbuktu is a hub; a guard
/// stays, and all others are home by the end of June.
fn good() -> Value {
    let basis = json!([{ "status": "planner" }]);
    let site = |id: &str, lon: f64, lat: f64, roles: Value| {
        json!({ "type": "Feature", "id": id,
            "geometry": { "type": "Point", "coordinates": [lon, lat] },
            "properties": { "name": id, "kind": "camp", "sector": "east", "roles": roles,
                "capacity": { "personnel": 2000 }, "basis": basis } })
    };
    let span = |start: &str, end: &str| json!({ "start": format!("2024-{start}"), "end": format!("2024-{end}") });
    let home = json!({ "type": "Feature", "id": "home", "geometry": null,
        "properties": { "name": "home", "kind": "exit", "basis": basis } });
    json!({
        "format": "decamp-plan", "version": 1, "theatre": "mali",
        "horizon": { "start": "2024-01-01", "end": "2024-12-31" },
        "sources": [ { "id": "order", "title": "order", "file": "order.txt" } ],
        "phases": [ { "id": "p1", "name": "1", "span": span("01-01", "06-30"), "basis": basis } ],
        "sites": { "type": "FeatureCollection", "features": [
            site("gao", -0.04, 16.27, json!(["liquidation-hub"])),
            site("kidal", 1.4, 18.44, json!([])),
            site("timbuktu", -3.0, 16.77, json!(["receiving-hub", "liquidation-hub"])),
            home ] },
        "units": [
            { "id": "bn", "name": "bn", "category": "military", "kind": "infantry", "site": "kidal",
              "personnel": 800, "materiel": { "vehicles": 100 }, "basis": basis },
            { "id": "heli", "name": "heli", "category": "military", "kind": "aviation", "site": "gao",
              "personnel": 80, "materiel": { "aircraft": 4 }, "basis": basis },
            { "id": "guard", "name": "guard", "category": "police", "kind": "fpu", "role": "guard",
              "site": "gao", "personnel": 140, "basis": basis },
            { "id": "stores", "name": "stores", "category": "stores", "kind": "stores", "owner": "un",
              "site": "gao", "personnel": 0, "materiel": { "containers": 60 }, "basis": basis } ],
        "activities": [
            { "id": "close", "kind": "closure", "site": "kidal", "phase": "p1", "basis": basis,
              "planned": span("02-01", "03-10") },
            { "id": "hand", "kind": "handover", "site": "kidal", "phase": "p1", "basis": basis,
              "planned": span("03-11", "03-15"), "after": [ { "id": "close", "type": "FS" } ] },
            { "id": "liquidate", "kind": "liquidation", "site": "gao", "basis": basis,
              "planned": span("07-01", "12-31") } ],
        "movements": [
            { "id": "convoy", "kind": "redeployment", "from": "kidal", "to": "gao", "mode": "road",
              "phase": "p1", "planned": span("02-10", "02-20"), "trip_days": 6, "distance_km": 350,
              "needs": ["escort", "air-support"], "loads": [ { "unit": "bn" } ], "basis": basis },
            { "id": "flight", "kind": "repatriation", "from": "gao", "to": "home", "mode": "air",
              "phase": "p1", "planned": span("06-01", "06-20"), "trip_days": 1,
              "loads": [ { "unit": "bn", "materiel": {} }, { "unit": "heli" } ], "basis": basis },
            { "id": "gift", "kind": "disposal", "from": "gao", "disposition": "gifted",
              "recipient": "mairie", "planned": span("05-01", "05-10"),
              "loads": [ { "unit": "stores", "materiel": { "containers": 20 } } ],
              "basis": basis } ],
        "events": [ { "id": "note", "kind": "report", "name": "note", "date": "2024-02-01", "basis": basis } ],
        "limits": [
            { "id": "deadline", "kind": "deadline", "date": "2024-06-30", "except": { "units": ["guard"] }, "basis": basis },
            { "id": "ceiling", "kind": "ceiling", "max": 1020, "basis": basis },
            { "id": "lift", "kind": "lift", "mode": "road", "per_day": { "vehicles": 100 }, "basis": basis },
            { "id": "guards", "kind": "guard", "date": "2024-07-01", "where": { "sites": ["gao"] }, "basis": basis },
            { "id": "half-year", "kind": "minimum", "activity": "liquidation", "days": 180, "basis": basis },
            { "id": "three-days", "kind": "minimum", "activity": "handover", "days": 3, "basis": basis } ],
        "restrictions": [
            { "id": "held", "kind": "closed", "modes": ["road"], "sites": ["gao"], "to_sites": ["kidal"],
              "planned": span("01-01", "12-31"), "basis": basis } ],
        "reports": [ { "id": "left", "date": "2024-06-30", "measure": "departed",
            "personnel": { "military": 880 }, "basis": [ { "status": "stated", "source": "order",
            "quote": "880 have left" } ] } ],
        "counts": [ { "id": "n", "of": "sites", "value": 3, "basis": basis } ]
    })
}

/// An item of a plan by its id.
fn item<'a>(plan: &'a mut Value, list: &str, id: &str) -> &'a mut Value {
    let list = match list {
        "sites" => &mut plan["sites"]["features"],
        list => &mut plan[list],
    };
    let items = list.as_array_mut().unwrap().iter_mut();
    items.into_iter().find(|item| item["id"] == id).unwrap()
}

fn read(plan: &Value) -> Arc<Plan> {
    let read = file::read(plan.to_string().as_bytes());
    Arc::new(read.unwrap_or_else(|problems| panic!("{problems:#?}")).plan)
}

/// The text of the one source of the plan.
const ORDER: &str = "By the end of June 880 have\nleft for “home”.";

fn problems(plan: &Value, track: Track) -> Vec<Arc<Problem>> {
    problems_of(&read(plan), track)
}

/// All that is wrong on a track: the plan's own problems, and those on its theatre
/// and in its quotes.
fn problems_of(plan: &Arc<Plan>, track: Track) -> Vec<Arc<Problem>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let paths = plan.layers().iter().map(|layer| layer.path.clone());
    let layers = Overlays::read(paths, Some(folder), &Overlays::default(), |_, _| ());
    let theatre = Theatre::bundled("mali").unwrap().with_overlays(layers);
    let texts = plan.sources().iter().map(|source| ((**source).clone(), ORDER.to_owned()));
    let schedule = Schedule::of(plan, &Routes::default());
    let mut found = schedule.problems(track).to_vec();
    let elsewhere = theatre_problems(plan, &theatre);
    let quoted = source_problems(plan, &mut SourceTexts::of(texts));
    found.extend(elsewhere.into_iter().chain(quoted).map(Arc::new));
    found
}

fn told(problem: &Arc<Problem>) -> String {
    let items: Vec<String> = problem.items.iter().map(|id| id.to_string()).collect();
    format!("{} {} {}", problem.severity.as_word(), problem.code.as_word(), items.join(" "))
}

#[test]
fn the_good_plan_is_good() {
    for track in Track::ALL {
        let found: Vec<String> = problems(&good(), track).iter().map(told).collect();
        assert_eq!(found, Vec::<String>::new(), "{track:?}");
    }
}

/// What is set in which item, and what is found then, on the planned track but for
/// what only the forecast has.
const BREAKS: &[(&str, &str, &str, &str, &str)] = &[
    (
        "activities",
        "hand",
        "after",
        r#"[{"id":"close","type":"FS","lag_days":1}]"#,
        "error link-broken hand close",
    ),
    ("activities", "close", "after", r#"[{"id":"close","type":"SS"}]"#, "error cyclic-links close"),
    ("movements", "convoy", "trip_days", "12", "error too-fast convoy"),
    ("movements", "convoy", "distance_km", "421", "warning too-fast convoy"),
    (
        "movements",
        "gift",
        "loads",
        r#"[{"unit":"stores","materiel":{"containers":61}}]"#,
        "error more-than-present gift stores",
    ),
    (
        "movements",
        "gift",
        "loads",
        r#"[{"unit":"bn","personnel":0,"materiel":{}}]"#,
        "warning carries-nothing gift",
    ),
    (
        "movements",
        "convoy",
        "loads",
        r#"[{"unit":"bn"},{"unit":"stores"}]"#,
        "warning unit-elsewhere convoy stores",
    ),
    (
        "movements",
        "convoy",
        "loads",
        r#"[{"unit":"bn","materiel":{}}]"#,
        "error left-behind hand bn",
    ),
    ("reports", "left", "personnel", r#"{"military":870}"#, "note report-differs left"),
    (
        "reports",
        "left",
        "basis",
        r#"[{"status":"stated","source":"order","quote":"890 have left"}]"#,
        "warning quote-not-in-source left",
    ),
    (
        "reports",
        "left",
        "basis",
        r#"[{"status":"stated","source":"order","quote":"have left for \"home\""}]"#,
        "",
    ),
    ("limits", "deadline", "date", r#""2024-06-10""#, "error after-deadline deadline bn heli"),
    ("limits", "ceiling", "max", "1000", "error over-ceiling ceiling"),
    ("limits", "lift", "per_day", r#"{"vehicles":10}"#, "error over-lift lift convoy"),
    ("limits", "guards", "where", r#"{"sites":["kidal","gao"]}"#, ""),
    ("units", "guard", "role", r#""support""#, "error materiel-without-guard guards bn stores"),
    ("limits", "half-year", "days", "200", "error liquidation-too-short liquidate half-year"),
    ("limits", "three-days", "days", "6", "error too-short hand three-days"),
    ("movements", "gift", "planned", r#"{"start":"2024-05-01","end":null}"#, "note undated gift"),
    ("counts", "n", "value", "4", "note count-differs n"),
    ("events", "note", "basis", "[]", "note no-source note"),
    (
        "phases",
        "p1",
        "span",
        r#"{"start":"2024-02-10","end":"2024-06-30"}"#,
        "warning outside-phase close p1",
    ),
    ("movements", "gift", "not_before", r#""2024-05-02""#, "error not-before gift"),
    ("movements", "gift", "deadline", r#""2024-05-09""#, "error misses-own-deadline gift"),
    ("sites", "gao", "properties.capacity", r#"{"personnel":1000}"#, "error over-capacity gao"),
    ("restrictions", "held", "to_sites", "[]", "error blocked-by-restriction convoy held"),
    ("restrictions", "held", "kind", r#""slow""#, ""),
    ("restrictions", "held", "planned", "null", ""),
    ("units", "heli", "kind", r#""engineer""#, "note needs-not-met convoy"),
    (
        "movements",
        "gift",
        "loads",
        r#"[{"unit":"heli","personnel":0,"materiel":{"aircraft":1}}]"#,
        "error disposal-not-allowed gift heli",
    ),
    (
        "movements",
        "gift",
        "recipient",
        r#""Police nationale""#,
        "warning disposal-not-allowed gift",
    ),
    ("activities", "close", "actual", r#"{"end":"2024-01-20"}"#, "note early close"),
    ("activities", "hand", "actual", r#"{"end":"2024-03-18"}"#, "warning late hand"),
    ("sites", "timbuktu", "geometry.coordinates", "[16.77,-3.0]", "note outside-theatre timbuktu"),
    ("sites", "timbuktu", "properties.sector", r#""far""#, "note unknown-sector timbuktu"),
];

/// What is added to which list, and what is found then.
const ADDITIONS: &[(&str, &str, &str)] = &[
    (
        "restrictions",
        r#"{"id":"x","kind":"advisory","actual":{"start":"2024-03-01"}}"#,
        "note unplanned-restriction x",
    ),
    (
        "activities",
        r#"{"id":"x","kind":"handover","site":"kidal","planned":{"start":"2024-02-01","end":"2024-02-12"}}"#,
        "",
    ),
    (
        "movements",
        r#"{"id":"x","kind":"redeployment","from":"gao","to":"kidal","mode":"air","planned":{"start":"2024-04-01","end":"2024-04-02"},
            "loads":[{"unit":"guard","personnel":20}]}"#,
        "error arrives-at-closed-site x close",
    ),
    (
        "activities",
        r#"{"id":"x","kind":"liquidation","site":"timbuktu","planned":{"start":"2024-01-01","end":"2024-12-31"}},
           {"id":"y","kind":"handover","site":"timbuktu","planned":{"start":"2024-02-01","end":"2024-02-12"}}"#,
        "error closed-hub-assumed timbuktu x",
    ),
    ("layers", r#"{"id":"x","path":"tests/data/layers/made-up.kml"}"#, ""),
    ("layers", r#"{"id":"x","path":"tests/data/layers/gone.kml"}"#, "note layer-missing x"),
    ("layers", r#"{"id":"x","path":"Cargo.toml"}"#, "note layer-unreadable x"),
];

const HANDED_OVER_TOO_EARLY: &str = "error leaves-after-handover convoy hand";

/// With a basis, for nothing else is to be wrong.
fn added(list: &str, items: &str) -> Value {
    let mut plan = good();
    let items: Value = serde_json::from_str(&format!("[{items}]")).unwrap();
    for item in items.as_array().unwrap() {
        let mut item = item.clone();
        item["basis"] = json!([{ "status": "planner" }]);
        // A list that the good plan has nothing in begins here.
        match plan[list].as_array_mut() {
            Some(list) => list.push(item),
            None => plan[list] = json!([item]),
        }
    }
    plan
}

fn broken(list: &str, id: &str, member: &str, value: &str) -> Value {
    let mut plan = good();
    let mut place = item(&mut plan, list, id);
    for name in member.split('.') {
        place = &mut place[name];
    }
    *place = serde_json::from_str(value).unwrap();
    plan
}

/// The track on which problems as they are told are found.
fn track_of(expect: &str) -> Track {
    let word = expect.split(' ').nth(1);
    let code = Code::ALL.iter().find(|code| Some(code.as_word()) == word);
    code.map_or(Track::Planned, |code| problem_common::track_of(*code))
}

#[test]
fn each_break_is_found_and_nothing_else() {
    let mut failed = Vec::new();
    let mut check = |plan: Value, what: String, expect: &str| {
        let found = problems(&plan, track_of(expect));
        let found: Vec<String> = found.iter().map(told).collect();
        if found.join("\n") != expect {
            failed.push(format!("{what}\n  expected {expect:?}\n  found {found:#?}"));
        }
    };
    for (list, id, member, value, expect) in BREAKS {
        check(broken(list, id, member, value), format!("{id} {member} {value}"), expect);
    }
    for (list, items, expect) in ADDITIONS {
        check(added(list, items), (*items).to_string(), expect);
    }
    // A site may be handed over before the last day of its closure.
    let mut plan =
        broken("activities", "hand", "planned", r#"{"start":"2024-02-09","end":"2024-02-13"}"#);
    item(&mut plan, "activities", "hand")["after"] = json!([]);
    check(plan, "handed over too early".into(), HANDED_OVER_TOO_EARLY);
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// Reading a file refuses what these do to the plan in the window.
fn edits() -> Vec<(Command, &'static str)> {
    let plan = read(&good());
    let id = |text: &str| Id::new(text).unwrap();
    let reversed =
        decamp::calendar::Span::new("2024-05-10".parse().ok(), "2024-05-01".parse().ok());
    let stores = Unit::clone(plan.units().find(&id("stores")).unwrap());
    vec![
        (
            Command::Remove { kind: Kind::Phase, id: id("p1") },
            "error unknown-reference close\nerror unknown-reference convoy\n\
             error unknown-reference flight\nerror unknown-reference hand",
        ),
        (
            Command::set_planned(&plan, &id("gift"), Some(reversed)).unwrap(),
            "error end-before-start gift",
        ),
        (
            // Not yet in the theatre, so that no ceiling is exceeded.
            Command::put(Unit { personnel: u64::MAX, id: id("more").into(), site: None, ..stores }),
            "error huge-figure more",
        ),
    ]
}

#[test]
fn each_bad_edit_is_found_and_nothing_else() {
    for (command, expect) in edits() {
        let mut plan = Plan::clone(&read(&good()));
        plan.apply(command).unwrap();
        let found = problems_of(&Arc::new(plan), Track::Planned);
        let found: Vec<String> = found.iter().map(told).collect();
        assert_eq!(found.join("\n"), expect);
    }
}

/// Nothing breaks this rule of the ledger: that it is watched over is tested there.
const NEVER: [Code; 1] = [Code::LedgerResidual];

#[test]
fn every_code_has_its_break() {
    let edits = edits();
    let broken = BREAKS.iter().map(|(.., expect)| *expect);
    let added = ADDITIONS.iter().map(|(.., expect)| *expect);
    let edited = edits.iter().map(|(_, expect)| *expect);
    let all = broken.chain(added).chain(edited).chain([HANDED_OVER_TOO_EARLY]);
    let found: BTreeSet<&str> =
        all.flat_map(str::lines).filter_map(|line| line.split(' ').nth(1)).collect();
    let expect: BTreeSet<&str> =
        Code::ALL.iter().filter(|c| !NEVER.contains(c)).map(|c| c.as_word()).collect();
    assert_eq!(found, expect);
}

/// A fix that is offered mends what it is offered for. It moves one item: nothing new
/// comes of it but links of the next ones, whose fixes mend them in turn.
#[test]
fn fixes_mend() {
    let broken = BREAKS.iter().map(|(list, id, member, value, _)| broken(list, id, member, value));
    let added = ADDITIONS.iter().map(|(list, items, _)| added(list, items));
    let mut mended = BTreeSet::new();
    for plan in broken.chain(added) {
        let before = problems(&plan, Track::Planned);
        for problem in &before {
            let Some(fix) = &problem.fix else { continue };
            let day = |day: Option<decamp::calendar::Day>| day.map(|day| day.to_string());
            let mut plan = plan.clone();
            let of_list = |list: &&str| {
                plan[list].as_array().unwrap().iter().any(|item| item["id"] == fix.item.as_str())
            };
            let list = ["activities", "movements"].into_iter().find(of_list).unwrap();
            item(&mut plan, list, fix.item.as_str())["planned"] =
                json!({ "start": day(fix.planned.start), "end": day(fix.planned.end) });
            let is_next = |it: &&Arc<Problem>| {
                it.code == Code::LinkBroken && it.fix.is_some() && it.items[1..].contains(&fix.item)
            };
            let after = problems(&plan, Track::Planned);
            let after: BTreeSet<String> =
                after.iter().filter(|it| !is_next(it)).map(told).collect();
            let mut expect: BTreeSet<String> = before.iter().map(told).collect();
            expect.remove(&told(problem));
            // Others may go with it.
            assert!(after.is_subset(&expect), "{}: {fix:?}\n{after:#?}", told(problem));
            mended.insert(problem.code.as_word());
        }
    }
    assert!(mended.len() > 3, "{mended:?}");
}
