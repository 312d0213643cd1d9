//! Tables of small plans and what their boards show.

use serde_json::{Map, Value, json};

use super::*;
use crate::plan::edit::Command;
use crate::plan::{Id, Kind, Plan, TaskStatus};

/// A plan of these lists; items are named after their ids.
fn plan(lists: Value) -> Plan {
    let mut file =
        json!({ "format": "decamp-plan", "version": 1, "title": "", "theatre": "world" });
    for (list, items) in lists.as_object().unwrap() {
        let items: Vec<Value> =
            items.as_array().unwrap().iter().map(|it| named(list, it)).collect();
        file[list] = match list.as_str() {
            "sites" => json!({ "type": "FeatureCollection", "features": items }),
            _ => items.into(),
        };
    }
    crate::file::read(file.to_string().as_bytes()).unwrap().plan
}

fn named(list: &str, item: &Value) -> Value {
    let mut members: Map<String, Value> = item.as_object().unwrap().clone();
    let id = members["id"].clone();
    if list == "sites" {
        members.remove("id");
        members.insert("name".into(), id.clone());
        let at = json!({ "type": "Point", "coordinates": [0, 16] });
        return json!({ "type": "Feature", "id": id, "geometry": at, "properties": members });
    }
    let name = if list == "mandate" { "text" } else { "name" };
    if !["activities", "movements"].contains(&list) {
        members.entry(name).or_insert(id);
    }
    members.into()
}

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// `row: task task; …`, then the tasks elsewhere.
fn shown(coverage: &Coverage) -> String {
    let ids = |tasks: &[&std::sync::Arc<crate::plan::Task>]| {
        tasks.iter().map(|task| format!(" {}", task.id)).collect::<String>()
    };
    let mut rows: Vec<String> =
        coverage.rows.iter().map(|row| format!("{}:{}", row.mandate.id, ids(&row.tasks))).collect();
    rows.push(format!("-:{}", ids(&coverage.elsewhere)));
    rows.join("; ")
}

#[test]
fn rows_have_their_tasks_and_those_without_are_not_addressed() {
    for (lists, expect, open) in [
        (json!({}), "-:", 0),
        (json!({ "mandate": [{ "id": "b" }, { "id": "a" }] }), "b:; a:; -:", 2),
        // A plan without a mandate has tasks all the same.
        (json!({ "tasks": [{ "id": "t" }, { "id": "s" }] }), "-: t s", 0),
        (
            json!({ "mandate": [{ "id": "a" }, { "id": "b" }, { "id": "c" }],
                    "tasks": [{ "id": "t", "mandate": ["b", "a"] }, { "id": "s", "mandate": ["b"] },
                              { "id": "u" }] }),
            "a: t; b: t s; c:; -: u",
            1,
        ),
        // A row named twice has the task once; two tasks of one name are two.
        (
            json!({ "mandate": [{ "id": "a" }],
                    "tasks": [{ "id": "t", "name": "x", "mandate": ["a", "a"] },
                              { "id": "s", "name": "x", "mandate": ["a"] }] }),
            "a: t s; -:",
            0,
        ),
    ] {
        let plan = plan(lists);
        let coverage = Coverage::of(&plan);
        assert_eq!(shown(&coverage), expect);
        assert_eq!(coverage.not_addressed(), open, "{expect}");
    }
}

#[test]
fn a_row_that_was_taken_out_leaves_its_task_elsewhere() {
    let mut plan = plan(json!({ "mandate": [{ "id": "a" }],
                                "tasks": [{ "id": "t", "mandate": ["a"] }] }));
    plan.apply(Command::Remove { kind: Kind::Mandate, id: id("a") }).unwrap();
    assert_eq!(shown(&Coverage::of(&plan)), "-: t");
}

#[test]
fn paragraphs_are_parted() {
    for (text, document, group, item) in [
        ("S/RES/2531 (2020) § 28 a) iii) 2", "S/RES/2531 (2020)", "28 a)", "iii) 2"),
        ("S/RES/2531 (2020) § 28 f)", "S/RES/2531 (2020)", "28 f)", ""),
        ("S/RES/2531 (2020) § 22", "S/RES/2531 (2020)", "22", ""),
        ("S/RES/2531 (2020) § 63 iii", "S/RES/2531 (2020)", "63", "iii"),
        ("§ 4\u{a0}b) 1", "", "4\u{a0}b)", "1"),
        ("Mandat", "", "Mandat", ""),
        ("", "", "", ""),
        ("x §", "x", "", ""),
        ("§ 9 é)", "", "9", "é)"),
    ] {
        assert_eq!(Paragraph::of(text), Paragraph { document, group, item }, "{text}");
    }
}

/// `tasks/needs gap+unknown` of each sum.
fn sums<K: std::fmt::Debug>(sums: &[(Option<K>, Sum)], name: impl Fn(&K) -> String) -> String {
    let one = |(key, sum): &(Option<K>, Sum)| {
        let key = key.as_ref().map_or("-".into(), &name);
        let Sum { tasks, needs, gap_usd, unknown_gaps } = sum;
        format!("{key} {tasks}/{needs} {gap_usd}+{unknown_gaps}")
    };
    sums.iter().map(one).collect::<Vec<_>>().join("; ")
}

#[test]
fn sums_by_status_and_recipient() {
    let most = 1_000_000_000_000_u64;
    for (tasks, statuses, recipients) in [
        (json!([]), "", ""),
        (json!([{ "id": "t" }]), "- 1/0 0+1", "- 1/0 0+1"),
        (
            json!([{ "id": "a", "status": "partly", "recipients": ["UNDP", "UNOWAS"], "gap_usd": 5 },
                   { "id": "b", "status": "proposed", "recipients": ["UNOWAS"], "needs": "staff" },
                   { "id": "c" },
                   { "id": "d", "status": "partly", "recipients": ["UNOWAS"], "gap_usd": 0 },
                   { "id": "e", "status": "of-a-later-version" }]),
            "proposed 1/1 0+1; partly 2/0 5+0; of-a-later-version 1/0 0+1; - 1/0 0+1",
            "UNOWAS 3/1 5+1; UNDP 1/0 5+0; - 2/0 0+2",
        ),
        // A recipient named twice, or with blanks around, is one.
        (
            json!([{ "id": "a", "recipients": ["UNDP", " UNDP", ""], "gap_usd": most },
                   { "id": "b", "recipients": ["UNDP"], "gap_usd": most }]),
            "- 2/0 2000000000000+0",
            "UNDP 2/0 2000000000000+0",
        ),
    ] {
        let plan = plan(json!({ "tasks": tasks }));
        let status = |status: &TaskStatus| status.as_word().to_owned();
        assert_eq!(sums(&by_status(plan.tasks().iter()), status), statuses);
        let name = |name: &&str| (*name).to_owned();
        assert_eq!(sums(&by_recipient(plan.tasks().iter()), name), recipients);
    }
}

#[test]
fn funds_lack_what_is_needed_and_not_there() {
    for (fund, missing, share) in [
        (json!({}), None, None),
        (json!({ "available_usd": 590 }), None, None),
        (json!({ "needed_usd": 56 }), None, None),
        (json!({ "needed_usd": 56, "available_usd": 39 }), Some(17), Some(39.0 / 56.0)),
        (json!({ "needed_usd": 5, "available_usd": 9 }), Some(0), Some(1.0)),
        (json!({ "needed_usd": 0, "available_usd": 0 }), Some(0), Some(1.0)),
    ] {
        let mut fund = fund;
        fund["id"] = "f".into();
        let tasks = json!([{ "id": "t", "fund": "f" }, { "id": "s" }]);
        let plan = plan(json!({ "funds": [fund], "tasks": tasks }));
        let [funding] = &fundings(&plan)[..] else { panic!("one fund") };
        assert_eq!((funding.missing_usd, funding.share()), (missing, share), "{fund}");
        assert_eq!(funding.tasks.len(), 1);
    }
}

#[test]
fn risks_stand_in_a_cell_or_apart() {
    let plan = plan(json!({ "risks": [
        { "id": "a", "likelihood": 2, "impact": 5 }, { "id": "b", "likelihood": 3 },
        { "id": "c", "impact": 1 }, { "id": "d" }, { "id": "e", "likelihood": 2, "impact": 5 },
        { "id": "f", "likelihood": 5, "impact": 2 },
    ] }));
    let matrix = Matrix::of(&plan);
    let numbers = |risks: &[Numbered]| risks.iter().map(|risk| risk.number).collect::<Vec<_>>();
    assert_eq!(numbers(matrix.cell(2, 5)), [1, 5]);
    assert_eq!(numbers(matrix.cell(5, 2)), [6]);
    assert_eq!(numbers(matrix.cell(1, 1)), [0; 0]);
    assert_eq!(numbers(&matrix.unrated), [2, 3, 4]);
    assert_eq!(matrix.cells.len(), 2);
    for (likelihood, impact, level) in [
        (1, 1, Level::Low),
        (4, 1, Level::Low),
        (5, 1, Level::Medium),
        (3, 3, Level::Medium),
        (2, 5, Level::High),
        (3, 4, Level::High),
        (3, 5, Level::VeryHigh),
        (5, 5, Level::VeryHigh),
    ] {
        assert_eq!(Level::of(likelihood, impact), level, "{likelihood} × {impact}");
    }
}

#[test]
fn items_reach_their_sites() {
    let plan = plan(json!({
        "phases": [{ "id": "p" }, { "id": "p1", "parent": "p" }, { "id": "q" }],
        "sites": [{ "id": "gao", "kind": "camp", "sector": "east" },
                  { "id": "ansongo", "kind": "camp", "sector": "east" },
                  { "id": "kidal", "kind": "camp" }, { "id": "ber", "kind": "camp" },
                  { "id": "home", "kind": "exit" }],
        "activities": [{ "id": "close", "kind": "closure", "site": "kidal", "phase": "p1" },
                       { "id": "mikado", "kind": "dismantling", "sector": "east", "phase": "q" },
                       { "id": "abroad", "kind": "other", "phase": "p" }],
        "movements": [{ "id": "go", "kind": "repatriation", "from": "ber", "to": "home",
                        "phase": "p" }],
        "mandate": [{ "id": "row" }, { "id": "open-row" }],
        "funds": [{ "id": "fund" }],
        "tasks": [{ "id": "t", "mandate": ["row"], "sites": ["ber"], "activities": ["mikado"] },
                  { "id": "s", "mandate": ["row"], "sites": ["kidal"], "fund": "fund" }],
        "risks": [{ "id": "by-phase", "phases": ["p"] },
                  { "id": "by-site", "sites": ["kidal"], "phases": ["p", "q"] },
                  { "id": "nowhere" }],
    }));
    for (item, sites, wider) in [
        ("close", "kidal", ""),
        ("mikado", "ansongo gao", ""),
        ("abroad", "", ""),
        ("t", "ansongo ber gao", ""),
        ("row", "ansongo ber gao kidal", ""),
        ("open-row", "", ""),
        ("fund", "kidal", ""),
        ("by-phase", "", "ber kidal"),
        ("by-site", "kidal", "ansongo ber gao"),
        ("nowhere", "", ""),
        ("gao", "", ""),
        ("no-such-item", "", ""),
    ] {
        let Reach { sites: near, wider: far } = reach(&plan, &id(item));
        let ids = |set: &std::collections::BTreeSet<crate::plan::SiteId>| {
            set.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        };
        assert_eq!((ids(&near), ids(&far)), (sites.into(), wider.into()), "{item}");
    }
}

#[test]
fn phases_that_are_parts_of_each_other_end() {
    let mut plan =
        plan(json!({ "phases": [{ "id": "p" }], "risks": [{ "id": "r", "phases": ["p"] }] }));
    let phase = |id: &str, parent: &str| crate::plan::Phase {
        id: self::id(id).into(),
        parent: Some(self::id(parent).into()),
        ..(**plan.phases().iter().next().unwrap()).clone()
    };
    let ring = [phase("p", "q"), phase("q", "p")].map(Command::put);
    plan.apply(Command::Batch(ring.into())).unwrap();
    assert_eq!(reach(&plan, &id("r")), Reach::default());
}
