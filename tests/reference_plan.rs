//! The bundled reference plan holds what its two documents say.

mod cli_common;

use std::collections::{BTreeMap, BTreeSet};

use cli_common::{BUNDLED, Desk};
use decamp::film::STAGE;
use decamp::geo::{Camera, LonLat, MapView, ViewSize};
use serde_json::Value;

fn plan() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/plans/minusma-2023.decamp");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

fn list<'a>(value: &'a Value, member: &str) -> &'a [Value] {
    value[member].as_array().map_or(&[], Vec::as_slice)
}

fn word<'a>(value: &'a Value, member: &str) -> &'a str {
    value[member].as_str().unwrap_or_default()
}

fn words<'a>(value: &'a Value, member: &str) -> BTreeSet<&'a str> {
    list(value, member).iter().filter_map(Value::as_str).collect()
}

fn number(value: &Value) -> i64 {
    value.as_i64().unwrap_or(0)
}

fn snapshot(date: &str, track: &str) -> Value {
    Desk::new().json(&["snapshot", BUNDLED, "--at", date, "--track", track, "--json"])
}

/// Everyone and everything of all units, by category and kind.
fn sums(plan: &Value) -> BTreeMap<String, i64> {
    let mut sums = BTreeMap::new();
    for unit in list(plan, "units") {
        let category = unit["category"].as_str().unwrap_or("military");
        *sums.entry(category.to_owned()).or_default() += number(&unit["personnel"]);
        for (kind, count) in unit["materiel"].as_object().into_iter().flatten() {
            *sums.entry(kind.clone()).or_default() += number(count);
        }
    }
    sums
}

#[test]
fn units_add_up_to_the_mission() {
    let sums = sums(&plan());
    for (what, expect) in [
        ("military", 11_620),
        ("police", 1_500),
        ("civilian", 1_786),
        ("vehicles", 4_000),
        ("containers", 5_500),
        ("stores", 0),
    ] {
        assert_eq!(sums[what], expect, "{what}");
    }
}

#[test]
fn the_ledger_opens_with_all_units_and_loses_nobody() {
    let sums = sums(&plan());
    let totals = |date: &str, track: &str, places: &[&str]| {
        let totals = snapshot(date, track)["totals"].take();
        let mut found: BTreeMap<String, i64> = BTreeMap::new();
        for place in places {
            for group in ["personnel", "materiel"] {
                for (kind, count) in totals[place][group].as_object().into_iter().flatten() {
                    *found.entry(kind.clone()).or_default() += number(count);
                }
            }
        }
        found
    };
    let units: BTreeMap<String, i64> =
        sums.into_iter().filter(|(kind, _)| kind != "stores").collect();
    for track in ["planned", "forecast"] {
        assert_eq!(totals("2023-07-01", track, &["present"]), units, "{track}");
        for date in ["2023-08-20", "2023-11-01", "2023-12-31", "2024-12-31"] {
            let all = ["present", "moving", "departed", "disposed"];
            assert_eq!(totals(date, track, &all), units, "{track} on {date}");
        }
    }
}

/// A guard unit, rear parties and liquidation staff, nobody else.
#[test]
fn those_stay_whom_the_letter_lets_stay() {
    let plan = plan();
    let roles: BTreeMap<&str, &str> =
        list(&plan, "units").iter().map(|unit| (word(unit, "id"), word(unit, "role"))).collect();
    let staying: BTreeSet<&str> = roles
        .iter()
        .filter(|(_, role)| ["guard", "rear-party", "liquidation"].contains(role))
        .map(|(id, _)| *id)
        .collect();
    for (date, expect) in [("2023-12-31", 1_149), ("2024-01-15", 1_149)] {
        let now = snapshot(date, "planned");
        let mut people = 0;
        for unit in list(&now, "units") {
            let here = unit["at"].as_object().unwrap().values().map(number).sum::<i64>();
            let here = here + number(&unit["moving"]);
            let stays = staying.contains(word(unit, "id"));
            assert!(here == 0 || stays, "{} on {date}", unit["id"]);
            assert!(here > 0 || !stays || date > "2023-12-31", "{} on {date}", unit["id"]);
            people += here;
        }
        assert!((people - expect).abs() <= 15, "{people} on {date}");
    }
}

#[test]
fn rear_parties_belong_to_a_unit_and_one_unit_guards() {
    let plan = plan();
    let with_role = |role: &str| {
        let units = list(&plan, "units").iter().filter(move |unit| word(unit, "role") == role);
        units.collect::<Vec<_>>()
    };
    let guards = with_role("guard");
    assert_eq!(guards.len(), 1);
    assert_eq!((word(guards[0], "category"), word(guards[0], "kind")), ("police", "fpu"));
    let rear = with_role("rear-party");
    assert_eq!(rear.len(), 7);
    assert!(rear.iter().all(|unit| !word(unit, "part_of").is_empty()), "{rear:?}");
}

/// The forecast follows what was reported within a tenth.
#[test]
fn the_curve_passes_near_the_reports() {
    for report in list(&plan(), "reports") {
        if report["sites"].is_array() {
            continue; // of one place, not of the country
        }
        let departed = snapshot(word(report, "date"), "forecast")["totals"]["departed"].take();
        let count = |category: &str| number(&departed["personnel"][category]);
        for (what, reported) in report["personnel"].as_object().unwrap() {
            let reported = number(reported);
            let uniformed = count("military") + count("police");
            let found = match what.as_str() {
                "uniformed" => uniformed,
                "total" => uniformed + count("civilian"),
                category => count(category),
            };
            let off = (found - reported).abs();
            assert!(off * 10 <= reported, "{} {what}: {found}, not {reported}", report["id"]);
        }
        let containers = number(&report["materiel"]["containers"]);
        assert!(containers == 0 || number(&departed["materiel"]["containers"]) == containers);
    }
}

#[test]
fn the_old_statements_hold() {
    for (site, date, track, expect) in [
        ("kidal", "2023-11-15", "planned", "open"),
        ("ber", "2023-11-15", "planned", "handed-over"),
        ("kidal", "2023-11-15", "forecast", "handed-over"),
        ("tombouctou", "2024-01-15", "planned", "liquidating"),
        ("tombouctou", "2024-01-15", "forecast", "handed-over"),
    ] {
        let now = snapshot(date, track);
        let found = list(&now, "sites").iter().find(|it| word(it, "id") == site).unwrap();
        assert_eq!(word(found, "state"), expect, "{site} on {date}, {track}");
    }
}

/// What the checks find by plan: trips that are fast for the lines between places, and
/// counts of the letter that its own lists do not come to.
const FOUND_BY_PLAN: &[&str] = &[
    "too-fast ogossagou-mopti",
    "too-fast aguelhok-gao",
    "too-fast douentza-mopti",
    "too-fast tessalit-gao",
    "count-differs n-sites",
    "count-differs n-total",
    "count-differs n-uniformed",
];

/// And in the forecast: what went otherwise, and reports that are near the curve.
const FOUND_IN_FORECAST: &[&str] = &[
    "unplanned-restriction customs-limits",
    "link-broken handover-ogossagou handover-agreement-draft",
    "leaves-after-handover ogossagou-mopti handover-ogossagou",
    "link-broken handover-ber handover-agreement-draft",
    "leaves-after-handover ber-tombouctou handover-ber",
    "unplanned-restriction gao-trucks-held",
    "after-deadline gate-september civ-ops-aguelhok civ-ops-ansongo \
     civ-ops-bamako civ-ops-douentza civ-ops-gao civ-ops-kidal \
     civ-ops-mopti civ-ops-tessalit civ-ops-tombouctou",
    "unplanned-restriction ansongo-flights",
    "unplanned-restriction ansongo-fuel",
    "closed-hub-assumed tombouctou liquidate-tombouctou \
     tombouctou-civ-liq-out tombouctou-materiel-home \
     tombouctou-unoe-disposal",
    "liquidation-too-short liquidate-gao liquidation-minimum",
    "left-behind handover-bamako civ-last-bamako",
    "liquidation-too-short liquidate-bamako liquidation-minimum",
    "closed-hub-assumed bamako bamako-civ-last-out",
    "leaves-after-handover bamako-civ-last-out handover-bamako",
    "report-differs r-0804",
    "report-differs r-0814",
    "unplanned-restriction domestic-flights",
    "unplanned-restriction niger-transit",
    "report-differs r-0828",
    "report-differs r-0927",
    "report-differs r-1031",
    "unplanned-restriction kidal-no-air-cover",
    "early close-kidal",
    "early handover-kidal",
    "report-differs r-1113",
    "early close-ansongo",
    "early handover-ansongo",
    "report-differs r-1119",
    "report-differs r-1201",
    "report-differs r-1208",
    "report-differs r-1211",
    "report-differs r-1228-tombouctou",
    "count-differs n-sites",
    "count-differs n-total",
    "count-differs n-uniformed",
];

#[test]
fn checks_find_what_is_known_and_nothing_else() {
    for (track, expect) in [("planned", FOUND_BY_PLAN), ("forecast", FOUND_IN_FORECAST)] {
        let found = Desk::new().json(&["check", BUNDLED, "--track", track, "--json"]);
        assert_eq!(found["counts"]["error"], 0, "{found:#}");
        let told = |problem: &Value| {
            let items = list(problem, "items").iter().map(|id| id.as_str().unwrap());
            [word(problem, "code")].into_iter().chain(items).collect::<Vec<_>>().join(" ")
        };
        let found: Vec<String> = list(&found, "problems").iter().map(told).collect();
        assert_eq!(found, expect, "{track}");
    }
}

#[test]
fn tasks_meet_the_mandate() {
    let plan = plan();
    let rows: BTreeSet<&str> = list(&plan, "mandate").iter().map(|row| word(row, "id")).collect();
    let mut addressed = BTreeSet::new();
    let tasks = list(&plan, "tasks");
    for task in tasks {
        let named = words(task, "mandate");
        assert!(!named.is_empty() && named.is_subset(&rows), "{}", task["id"]);
        assert!(!word(task, "status").is_empty(), "{}", task["id"]);
        addressed.extend(named);
    }
    assert_eq!((rows.len(), tasks.len()), (36, 21));
    let open: Vec<&str> = rows.difference(&addressed).copied().collect();
    // Communications, quick-impact projects, sanctions cooperation, the G5 Sahel,
    // free movement, environment and roadmap.
    let expect = ["m-27", "m-29a", "m-29b-1", "m-29b-2", "m-30", "m-38", "m-50", "m-59", "m-64"];
    assert_eq!(open, expect);
}

#[test]
fn risks_await_the_planner() {
    let plan = plan();
    let risks = list(&plan, "risks");
    assert_eq!(risks.len(), 17);
    for risk in risks {
        assert!(risk["likelihood"].is_null() && risk["impact"].is_null(), "{}", risk["id"]);
    }
}

fn find<'a>(plan: &'a Value, member: &str, id: &str) -> &'a Value {
    let found = list(plan, member).iter().find(|it| word(it, "id") == id);
    found.unwrap_or_else(|| panic!("{id} in {member}"))
}

/// Money, objectives, communications: what the letter says of them is in the plan.
#[test]
fn money_objectives_and_communications() {
    let plan = plan();
    assert_eq!(list(&plan, "objectives").len(), 4);
    for (fund, needed, available, quote) in [
        ("ga-77-312", None, Some(590_000_000), "590 millions de dollars"),
        ("ga-77-312", None, Some(590_000_000), "ne couvrira pas totalement"),
        ("hrp-2023", Some(751_500_000), Some(159_400_000), "159,4 millions"),
        ("electoral-project", Some(56_000_000), Some(39_000_000), "17 millions de dollars"),
    ] {
        let fund = find(&plan, "funds", fund);
        assert_eq!(
            (fund["needed_usd"].as_i64(), fund["available_usd"].as_i64()),
            (needed, available)
        );
        let quotes = list(fund, "basis").iter().map(|basis| word(basis, "quote"));
        assert!(quotes.into_iter().any(|it| it.contains(quote)), "{quote}");
    }
    let activities = list(&plan, "activities");
    // Radio Mikado is dismantled sector by sector, with a hard stop.
    for sector in ["north", "west", "east", "centre"] {
        let radio = find(&plan, "activities", &format!("mikado-{sector}"));
        assert_eq!((word(radio, "kind"), word(radio, "sector")), ("dismantling", sector));
        assert_eq!(word(radio, "deadline"), "2023-12-31");
    }
    // Every handover follows the draft agreement.
    let handovers = activities.iter().filter(|it| word(it, "kind") == "handover");
    for handover in handovers {
        let mut links = list(handover, "after").iter();
        assert!(links.any(|it| word(it, "id") == "handover-agreement-draft"), "{}", handover["id"]);
    }
    assert_eq!(word(find(&plan, "events", "handover-agreement-draft"), "kind"), "agreement");
    // Still needed while customs limit them.
    let imports = find(&plan, "activities", "imports-needed");
    assert_eq!(word(&imports["planned"], "end"), "2023-12-31");
    let customs = find(&plan, "restrictions", "customs-limits");
    assert_eq!(word(customs, "kind"), "no-import");
    assert!(word(&customs["actual"], "start") < word(&imports["planned"], "start"));
    // Work outside the country has no site.
    let abroad = find(&plan, "activities", "liquidation-abroad");
    assert!(abroad["site"].is_null() && abroad["sector"].is_null());
    assert_eq!(
        words(find(&plan, "tasks", "t17"), "activities"),
        BTreeSet::from(["secure-airstrips"])
    );
    let minimum = find(&plan, "limits", "liquidation-minimum");
    assert_eq!(number(&minimum["days"]), 366 + 181, "1 January 2024 to 30 June 2025");
}

/// The gate of 30 September is about staff, not about formed units.
#[test]
fn gates_mean_staff() {
    let plan = plan();
    for (id, date, except) in [
        ("gate-september", "2023-09-30", ["liquidation", "support"].as_slice()),
        ("gate-december", "2023-12-31", &["liquidation"]),
    ] {
        let gate = find(&plan, "limits", id);
        assert_eq!(word(gate, "date"), date);
        let kinds = words(&gate["who"], "kinds").into_iter().collect::<Vec<_>>();
        assert_eq!(kinds, ["civil-staff", "staff-officers"]);
        assert_eq!(words(&gate["except"], "roles").into_iter().collect::<Vec<_>>(), except);
    }
}

/// What happened and was not in the letter has no planned dates.
#[test]
fn what_was_not_in_the_letter_is_not_planned() {
    let plan = plan();
    for (id, start, end) in [
        ("gao-egy-home", None, "2023-07-28"),
        ("north-convoy-tessalit", Some("2023-10-21"), "2023-10-29"),
        ("north-convoy-aguelhok", Some("2023-10-23"), "2023-10-29"),
        ("tessalit-ndjamena", Some("2023-10-14"), "2023-10-20"),
        ("kidal-convoy", Some("2023-10-31"), "2023-11-07"),
    ] {
        let found = find(&plan, "movements", id);
        assert!(found["planned"].is_null(), "{id}");
        assert_eq!(found["actual"]["start"].as_str(), start, "{id}");
        assert_eq!(word(&found["actual"], "end"), end, "{id}");
    }
}

/// A chapter for each phase, of its days, with the sites in the picture at which
/// something closes or shrinks in it.
#[test]
fn chapters_present_every_phase() {
    let plan = plan();
    let sites: BTreeMap<&str, LonLat> = list(&plan["sites"], "features")
        .iter()
        .filter_map(|site| {
            let at = list(&site["geometry"], "coordinates");
            let place = LonLat::new(at.first()?.as_f64()?, at.get(1)?.as_f64()?).ok()?;
            Some((word(site, "id"), place))
        })
        .collect();
    let phases = list(&plan, "phases");
    for phase in phases {
        let id = word(phase, "id");
        let chapter = find(&plan, "chapters", &format!("c-{id}"));
        for lang in ["fr", "en"] {
            assert!(chapter["title"][lang].is_string() && chapter["notes"][lang].is_string());
        }
        assert_eq!(chapter["moment"], phase["span"]["start"], "{id}");
        // A phase in parts plays in the chapters of these; nothing moves in the last.
        let parts: Vec<&Value> = phases.iter().filter(|it| it["parent"] == id).collect();
        let plays = parts.is_empty() && id != "3";
        let until = if plays { &phase["span"]["end"] } else { &Value::Null };
        assert_eq!(&chapter["until"], until, "{id}");

        let center = list(&chapter["camera"], "center");
        let center = LonLat::new(center[0].as_f64().unwrap(), center[1].as_f64().unwrap());
        let camera = Camera::new(center.unwrap(), chapter["camera"]["zoom"].as_f64().unwrap());
        let (width, height) = STAGE;
        let view = MapView::new(camera, ViewSize::new(width, height));
        let in_phase = |activity: &&Value| activity["phase"] == id;
        let about = list(&plan, "activities").iter().filter(in_phase);
        let kinds = ["closure", "handover", "reduction"];
        let about = about.filter(|it| kinds.contains(&word(it, "kind")));
        let about: BTreeSet<&str> = about.map(|activity| word(activity, "site")).collect();
        assert_eq!(about.is_empty(), !parts.is_empty(), "{id}: {about:?}");
        for site in about {
            let at = view.view_from_lonlat(sites[site]);
            let inside =
                (60.0..width - 60.0).contains(&at.x) && (60.0..height - 60.0).contains(&at.y);
            assert!(inside, "{site} in {id}: {at:?}");
        }
    }
}
