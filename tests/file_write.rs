//! What is written is read again as the same plan, and edits change few lines.

use decamp::calendar::{Day, Span};
use decamp::file;
use decamp::geo::LonLat;
use decamp::plan::edit::Command;
use decamp::plan::*;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;

const FULL: &str = include_str!("data/full.decamp");

fn written(plan: &Plan) -> String {
    String::from_utf8(file::write(plan)).unwrap()
}

fn read(text: &str) -> Plan {
    file::read(text.as_bytes()).unwrap().plan
}

#[test]
fn a_plan_with_every_member_is_written_as_it_was() {
    let opened = file::read(FULL.as_bytes()).unwrap();
    assert_eq!(opened.notes, []);
    assert_eq!(written(&opened.plan), FULL);
}

#[test]
fn an_empty_plan_names_its_format_alone() {
    let text = "{\n  \"format\": \"decamp-plan\",\n  \"version\": 1\n}\n";
    assert_eq!(written(&Plan::default()), text);
    assert_eq!(read(text), Plan::default());
}

#[test]
fn the_plans_of_the_assets_lose_nothing() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/plans");
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let paths = entries.map(|entry| entry.unwrap().path());
    for path in paths.filter(|path| path.extension().is_some_and(|e| e == "decamp")) {
        let opened = file::open(&path).unwrap_or_else(|e| panic!("{e:?}"));
        assert_eq!(opened.notes, [], "{}", path.display());
        assert_eq!(read(&written(&opened.plan)), opened.plan, "{}", path.display());
    }
}

#[test]
fn unknown_members_survive_in_order() {
    // One unknown member behind the last of each object that can keep it.
    let objects = [
        "    {\n      \"id\": \"close-ber\",",
        "          \"name\": \"Gao\",",
        "        \"type\": \"Feature\",\n        \"id\": \"gao\",",
    ];
    let mut text = FULL.to_string();
    for start in objects {
        assert!(text.contains(start), "{start}");
        let indent: String = start.chars().take_while(|c| *c == ' ').collect();
        let more = format!(
            "{start}\n{indent}\"z_later\": [1, null, {{ \"x\": 1.0 }}],\n{indent}\"a_later\": null,"
        );
        text = text.replacen(start, &more, 1);
    }
    text = text.replacen(
        "{ \"status\": \"planner\" }",
        "{ \"status\": \"planner\", \"z\": 1, \"a\": {} }",
        1,
    );
    text =
        text.replacen("\"version\": 1,", "\"version\": 1,\n  \"z_top\": 1,\n  \"a_top\": true,", 1);
    text = text.replacen("\"FeatureCollection\",\n    \"features\": [\n      {\n        \"type\": \"Feature\",\n        \"id\": \"ber\"",
        "\"FeatureCollection\",\n    \"crs\": \"x\",\n    \"features\": [\n      {\n        \"type\": \"Feature\",\n        \"id\": \"ber\"", 1);

    let once = written(&read(&text));
    for (earlier, later) in [("\"z_later\"", "\"a_later\""), ("\"z_top\"", "\"a_top\"")] {
        assert_eq!(once.matches(earlier).count(), text.matches(earlier).count(), "{earlier}");
        let (first, second) = (once.find(earlier).unwrap(), once.find(later).unwrap());
        assert!(first < second, "{once}");
    }
    assert!(once.contains("{ \"status\": \"planner\", \"z\": 1, \"a\": {} }"));
    assert!(once.contains("\"crs\": \"x\""));
    assert!(once.contains("{ \"x\": 1.0 }"));
    assert!(once.ends_with("\"z_top\": 1,\n  \"a_top\": true\n}\n"));
    assert_eq!(written(&read(&once)), once);
}

#[test]
fn unknown_words_are_written_back() {
    let text = FULL.replacen("\"kind\": \"clearance\"", "\"kind\": \"sweeping\"", 1);
    assert_eq!(written(&read(&text)), text);
}

#[test]
fn one_edited_date_changes_one_line() {
    let mut plan = read(FULL);
    let before = written(&plan);
    let id = Id::new("close-ber").unwrap();
    let mut span = plan.timing(&id).unwrap().planned.unwrap();
    span.end = span.end.map(|end| end + 7);
    let command = Command::set_planned(&plan, &id, Some(span)).unwrap();
    plan.apply(command).unwrap();
    let after = written(&plan);
    let changed: Vec<(&str, &str)> =
        before.lines().zip(after.lines()).filter(|(a, b)| a != b).collect();
    assert_eq!(before.lines().count(), after.lines().count());
    assert_eq!(
        changed,
        [(
            "      \"planned\": { \"start\": \"2023-08-10\", \"end\": \"2023-08-15\" },",
            "      \"planned\": { \"start\": \"2023-08-10\", \"end\": \"2023-08-22\" },",
        )]
    );
}

#[test]
fn lines_stay_within_100_columns_where_they_can_be_broken() {
    let long: Vec<String> = (0..60).map(|i| format!("étiquette-{i}")).collect();
    let site = "\"name\": \"Gao\",";
    let text = FULL.replacen(site, &format!("{site} \"later\": {long:?},"), 1);
    let text = written(&read(&text));
    assert!(text.contains("\"étiquette-59\""));
    for line in text.lines() {
        assert!(line.chars().count() <= 100, "{line}");
    }
}

#[test]
fn saves_and_opens_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.decamp");
    let plan = read(FULL);
    file::save(&path, &plan).unwrap();
    assert_eq!(file::open(&path).unwrap().plan, plan);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), FULL);
}

// Small plans of any content: sites s0 to s3, units, and what points at them.

fn day() -> impl Strategy<Value = Day> {
    (Day::MIN.number()..=Day::MAX.number()).prop_map(Day::from_number)
}

fn span() -> impl Strategy<Value = Span> {
    (option::of(day()), option::of(day())).prop_map(|(a, b)| match (a, b) {
        (Some(a), Some(b)) => Span::new(Some(a.min(b)), Some(a.max(b))),
        (a, b) => Span::new(a, b),
    })
}

fn text() -> impl Strategy<Value = Text> {
    let by_language = (any::<String>(), any::<String>());
    prop_oneof![
        any::<String>().prop_map(Text::Same),
        by_language
            .prop_map(|(fr, en)| Text::ByLanguage(vec![("fr".into(), fr), ("en".into(), en)])),
    ]
}

fn place() -> impl Strategy<Value = LonLat> {
    (-180.0..=180.0, -90.0..=90.0).prop_map(|(lon, lat)| LonLat::new(lon, lat).unwrap())
}

fn quantities() -> impl Strategy<Value = Quantities> {
    btree_map(any::<String>(), 0..1_000_000_000_000u64, 0..4)
}

fn extra() -> impl Strategy<Value = Extra> {
    let value = prop_oneof![
        Just(serde_json::Value::Null),
        any::<i64>().prop_map(serde_json::Value::from),
        (-1e300..1e300).prop_map(serde_json::Value::from),
        any::<String>().prop_map(serde_json::Value::from),
        vec(any::<u8>(), 0..40).prop_map(serde_json::Value::from),
    ];
    option::of(value)
        .prop_map(|value| Extra::new(value.into_iter().map(|v| ("x-later".into(), v)).collect()))
}

fn actual() -> impl Strategy<Value = Actual> {
    (span(), option::of(day()), extra()).prop_map(|(span, cancelled, extra)| Actual {
        start: span.start,
        end: span.end,
        cancelled,
        extra,
    })
}

fn timing() -> BoxedStrategy<Timing> {
    let days = option::of((0..100u32, 0..100u32, 0..100u32));
    let after = option::of(-1_000..1_000i64);
    (option::of(span()), option::of(actual()), any::<bool>(), option::of(day()), days, after)
        .prop_map(|(planned, actual, pinned, deadline, days, lag)| Timing {
            planned,
            actual,
            pinned,
            not_before: deadline,
            deadline,
            duration_days: days.map(|(low, more, most)| ThreePoint {
                low,
                likely: low + more,
                high: low + more + most,
                extra: Extra::default(),
            }),
            after: lag
                .map(|lag_days| Link { lag_days, ..Link::finish_start(Id::new("a0").unwrap()) })
                .into_iter()
                .collect(),
        })
        .boxed()
}

fn id(prefix: &str, number: usize) -> Id {
    Id::new(&format!("{prefix}{number}")).unwrap()
}

prop_compose! {
    fn site(number: usize)(
        place in place(), name in text(), tags in vec(any::<String>(), 0..4), capacity in quantities(),
        accuracy_km in option::of(0.0..100.0), extra in extra(), feature_extra in extra(),
        part_of in option::of(0..4usize),
    ) -> Item {
        Site {
            id: id("s", number).into(), place: Some(place), name, aliases: tags.clone(),
            kind: SiteKind::Camp, sector: None, part_of: part_of.map(|n| id("s", n).into()),
            roles: vec![SiteRole::ForceHq], tags, accuracy_km, capacity, basis: vec![], extra,
            feature_extra,
        }.into()
    }
}

prop_compose! {
    fn activity(number: usize)(
        site in 0..4usize, name in option::of(text()), timing in timing(), extra in extra(),
        kind in "[a-z]{1,9}", quote in option::of(any::<String>()),
    ) -> Item {
        let basis = Basis { quote, ..Basis::default() };
        Activity {
            id: id("a", number).into(), site: Some(id("s", site).into()), sector: None,
            kind: ActivityKind::from_word(&kind), name, phase: None, to: None, timing, calendar: None,
            basis: vec![basis], extra,
        }.into()
    }
}

prop_compose! {
    fn movement(number: usize)(
        from in 0..4usize, to in option::of(0..4usize), timing in timing(), extra in extra(),
        trip_days in option::of(1..100u32), materiel in option::of(quantities()),
        route in option::of(vec(place(), 0..4)), convoy in option::of(any::<String>()),
    ) -> Item {
        let load = Load { unit: id("u", 0).into(), personnel: None, materiel, extra: Extra::default() };
        Movement {
            id: id("m", number).into(), kind: MovementKind::Redeployment, name: None,
            from: id("s", from).into(), to: to.map(|n| id("s", n).into()), to_options: vec![],
            mode: Some(Mode::Air), phase: None, timing, trip_days, loads: vec![load], convoy,
            route: route.map(|points| points.into_iter().map(RoutePoint::Place).collect()),
            stops: vec![], distance_km: None, disposition: None, recipient: None, needs: vec![],
            basis: vec![], extra,
        }.into()
    }
}

prop_compose! {
    fn unit()(name in text(), personnel in 0..10_000u64, materiel in quantities()) -> Item {
        Unit {
            id: id("u", 0).into(), name, contributor: None, category: Category::Police,
            kind: UnitKind::Fpu, role: UnitRole::Guard, part_of: None, owner: Some(Owner::Un),
            site: Some(id("s", 0).into()), personnel, materiel, basis: vec![],
            extra: Extra::default(),
        }.into()
    }
}

prop_compose! {
    fn plan()(
        title in text(), marking in text(), theatre in any::<String>(), horizon in span(),
        as_of in option::of(day()), extra in extra(), sites_extra in extra(), unit in unit(),
        sites in (0..4).map(|n| site(n).boxed()).collect::<Vec<_>>(),
        activities in (0..2).map(|n| activity(n).boxed()).collect::<Vec<_>>(),
        movements in (0..2).map(|n| movement(n).boxed()).collect::<Vec<_>>(),
        phases in vec(text(), 0..4),
    ) -> Plan {
        let header = Header {
            title, marking, theatre, sectors: None, horizon, as_of, d_day: as_of, extra, sites_extra,
        };
        // The order of phases means something: these are not in that of their ids.
        let phases = phases.into_iter().enumerate().rev().map(|(i, name)| Phase {
            id: id("p", i).into(), name, span: Span::default(), parent: None, color: None,
            basis: vec![], extra: Extra::default(),
        }.into());
        let items = [sites, vec![unit], activities, movements].concat();
        Plan::from_parts(header, phases.chain(items)).unwrap()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_is_written_is_read_again(plan in plan()) {
        let text = written(&plan);
        let again = file::read(text.as_bytes());
        let again = again.map_err(|problems| TestCaseError::fail(format!("{problems:?}\n{text}")))?;
        prop_assert_eq!(&again.plan, &plan);
        prop_assert_eq!(written(&again.plan), text);
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes in vec(any::<u8>(), 0..200)) {
        let _ = file::read(&bytes);
    }

    #[test]
    fn a_mutilated_plan_is_read_without_panic(
        at in 0..FULL.len(), cut in 0..60usize, put in "[\\[\\]{}\",:0-9a-z\\-]{0,6}",
    ) {
        let mut bytes = FULL.as_bytes().to_vec();
        bytes.splice(at..(at + cut).min(FULL.len()), put.bytes());
        match file::read(&bytes) {
            Ok(opened) => prop_assert!(file::read(&file::write(&opened.plan)).is_ok()),
            Err(problems) => prop_assert!(!problems.is_empty()),
        }
    }
}
