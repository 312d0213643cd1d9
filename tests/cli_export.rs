//! `decamp export` writes pictures, tables and map layers, always the same bytes.

mod cli_common;

use std::collections::BTreeMap;

use cli_common::{BUNDLED, Desk, plan_with};
use geojson::{FeatureCollection, GeoJson, GeometryValue};

fn export(desk: &Desk, to: &str, more: &[&str]) -> Vec<u8> {
    let usual = ["export", BUNDLED, "--to", to];
    let at: &[&str] = if more.contains(&"--phase") { &[] } else { &["--at", "2023-08-20"] };
    assert_eq!(desk.done(&[&usual, at, more].concat()), "");
    desk.read(to)
}

#[test]
fn the_same_moment_gives_the_same_bytes() {
    let desk = Desk::new();
    for (name, more) in [
        ("map.png", &["--size", "640x400"][..]),
        ("map.svg", &["--theme", "print"]),
        ("map.geojson", &["--track", "forecast"]),
        ("table.csv", &[]),
        ("table.csv", &["--table", "movements"]),
    ] {
        assert_eq!(export(&desk, name, more), export(&desk, name, more), "{name}");
    }
    assert_eq!(desk.files(), ["map.geojson", "map.png", "map.svg", "table.csv"]);
}

#[test]
fn a_png_has_the_size_asked_for() {
    let desk = Desk::new();
    for (size, scale, expect) in
        [("640x400", "1", (640, 400)), ("320x200", "2.5", (800, 500)), ("16x16", "1", (16, 16))]
    {
        let more = ["--size", size, "--scale", scale, "--theme", "dark"];
        let bytes = export(&desk, "map.png", &more);
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut pixels).unwrap();
        assert_eq!((frame.width, frame.height), expect);
    }
}

/// The texts of an SVG.
fn texts(svg: Vec<u8>) -> Vec<String> {
    let svg = String::from_utf8(svg).unwrap();
    let tree = roxmltree::Document::parse(&svg).unwrap();
    let texts = tree.descendants().filter(|node| node.has_tag_name("text"));
    texts.filter_map(|node| node.text()).map(str::to_owned).collect()
}

#[test]
fn text_of_an_svg_stays_text() {
    let desk = Desk::new();
    for (lang, name) in [("fr", "Tombouctou"), ("en", "Timbuktu")] {
        let texts = texts(export(&desk, "map.svg", &["--lang", lang]));
        assert!(texts.iter().any(|text| text.contains(name)), "{name} in {texts:?}");
    }
}

#[test]
fn a_picture_shows_the_part_asked_for() {
    let desk = Desk::new();
    // Small towns, each seen from near alone: one north of Gao, one east of Kidal.
    for (bounds, seen, unseen) in [
        ("-1.5,15.5,1.5,17.5", "Bourem", "Ti-n-Essako"),
        ("1,17.5,3.5,19.5", "Ti-n-Essako", "Bourem"),
    ] {
        for shape in [["--size", "900x600"], ["--size", "600x900"], ["--kind", "sheet"]] {
            let texts =
                texts(export(&desk, "map.svg", &[&["--bounds", bounds][..], &shape].concat()));
            assert!(texts.contains(&seen.to_owned()), "{seen} in {shape:?}: {texts:?}");
            assert!(!texts.contains(&unseen.to_owned()), "{unseen} in {shape:?}");
        }
    }
}

#[test]
fn a_phase_is_shown_at_its_end() {
    let desk = Desk::new();
    let map = String::from_utf8(export(&desk, "map.geojson", &["--phase", "1"])).unwrap();
    assert!(map.contains("\"date\": \"2023-08-31\""));
}

#[test]
fn tables_are_read_by_spreadsheets() {
    let desk = Desk::new();
    for (lang, delimiter, table, heads) in [
        ("fr", b';', "activities", ["Identifiant", "Début prévu", "Fondement des dates"]),
        ("en", b',', "activities", ["Id", "Planned start", "Basis of the dates"]),
        ("fr", b';', "movements", ["De", "personnel", "véhicules"]),
        ("en", b',', "movements", ["From", "people", "vehicles"]),
        ("fr", b';', "tasks", ["Repreneurs", "Manque (USD)", "Fondement du statut"]),
        ("en", b',', "tasks", ["Recipients", "Gap (USD)", "Basis of the status"]),
        ("fr", b';', "mandate", ["Paragraphe", "Tâches", "Statut"]),
        ("en", b',', "mandate", ["Paragraph", "Tasks", "Status"]),
        ("fr", b';', "risks", ["Probabilité", "Incidence", "Mesures d’atténuation"]),
        ("en", b',', "risks", ["Likelihood", "Impact", "Mitigation"]),
    ] {
        let bytes = export(&desk, "table.csv", &["--lang", lang, "--table", table]);
        let text = bytes.strip_prefix(b"\xEF\xBB\xBF").expect("a byte order mark");
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text);
        let found: Vec<String> = reader.headers().unwrap().iter().map(Into::into).collect();
        for head in heads {
            assert!(found.contains(&head.to_owned()), "{head} in {found:?}");
        }
        let rows: Vec<BTreeMap<String, String>> =
            reader.deserialize().collect::<Result<_, _>>().unwrap();
        assert!(rows.len() > 10, "{table}");
    }
}

#[test]
fn figures_nobody_published_are_no_facts_in_a_table() {
    let desk = Desk::new();
    let bytes = export(&desk, "table.csv", &["--lang", "en", "--table", "movements"]);
    let mut reader = csv::Reader::from_reader(&bytes[3..]);
    let rows: Vec<BTreeMap<String, String>> =
        reader.deserialize().collect::<Result<_, _>>().unwrap();
    let row = rows.iter().find(|row| row["Id"] == "aguelhok-gao").unwrap();
    assert_eq!(row["people"], "470");
    assert_eq!(row["Basis of the dates"], "stated by the source");
    assert_eq!(row["Basis of the figures"], "illustrative");
}

/// One row of an English table of the bundled plan.
fn row(desk: &Desk, table: &str, id: &str) -> BTreeMap<String, String> {
    let bytes = export(desk, "table.csv", &["--lang", "en", "--table", table]);
    let mut reader = csv::Reader::from_reader(&bytes[3..]);
    let mut rows = reader.deserialize::<BTreeMap<String, String>>().map(Result::unwrap);
    rows.find(|row| row["Id"] == id).unwrap_or_else(|| panic!("{id} in {table}"))
}

#[test]
fn the_boards_are_tables_too() {
    let desk = Desk::new();
    for (table, id, cells) in [
        (
            "tasks",
            "t6",
            &[
                ("Mandate", "S/RES/2531 (2020) § 28 d) iii)"),
                ("Recipients", "PNUD | ONU-Femmes"),
                ("Status", "continuing"),
                ("Gap (USD)", "17000000"),
                ("Fund", "Electoral project (UNDP, UN-Women)"),
                ("Basis of the status", "inferred"),
                ("Basis of the gap", "stated by the source"),
            ][..],
        ),
        ("tasks", "t17", &[("Activities", "Secure airstrips and supply routes after the exit")]),
        ("tasks", "t4", &[("Gap (USD)", ""), ("Recipients", "")]),
        ("mandate", "m-28d-iii", &[("Status", "continuing"), ("Gap (USD)", "17000000")]),
        ("mandate", "m-29a", &[("Status", "not addressed"), ("Tasks", ""), ("Gap (USD)", "")]),
        ("mandate", "m-47", &[("Status", "under consultation | partly transferable | proposed")]),
        ("risks", "r16", &[("No.", "16"), ("Likelihood", ""), ("Level", ""), ("Sites", "Ménaka")]),
        (
            "funds",
            "electoral-project",
            &[
                ("Needed (USD)", "56000000"),
                ("Available (USD)", "39000000"),
                ("Missing (USD)", "17000000"),
                ("Tasks", "Electoral support"),
                ("Basis of what is available", "inferred"),
            ],
        ),
        ("funds", "ga-77-312", &[("Needed (USD)", ""), ("Missing (USD)", "")]),
    ] {
        let row = row(&desk, table, id);
        for (head, expect) in cells {
            assert_eq!(row[*head], *expect, "{head} of {id}");
        }
    }
}

#[test]
fn map_programs_read_the_map_layer() {
    let desk = Desk::new();
    let text = String::from_utf8(export(&desk, "map.geojson", &["--track", "forecast"])).unwrap();
    let collection = FeatureCollection::try_from(text.parse::<GeoJson>().unwrap()).unwrap();
    let find = |id: &str| {
        let has_id = |feature: &&geojson::Feature| {
            feature.id == Some(geojson::feature::Id::String(id.into()))
        };
        collection.features.iter().find(has_id).unwrap()
    };
    let ber = find("ber");
    assert!(matches!(ber.geometry.as_ref().unwrap().value, GeometryValue::Point { .. }));
    for (name, expect) in [
        ("state", "handed-over"),
        ("name_fr", "Ber"),
        ("closure_planned_start", "2023-07-15"),
        ("closure_planned_end", "2023-08-31"),
        ("closure_forecast_end", "2023-08-13"),
    ] {
        assert_eq!(ber.property(name).unwrap(), expect, "{name}");
    }
    let convoy = find("north-convoy-aguelhok");
    assert!(matches!(convoy.geometry.as_ref().unwrap().value, GeometryValue::LineString { .. }));
    for (name, expect) in
        [("start", "2023-10-23"), ("end", "2023-10-29"), ("mode", "road"), ("state", "planned")]
    {
        assert_eq!(convoy.property(name).unwrap(), expect, "{name}");
    }
    assert_eq!(convoy.property("people").unwrap(), 470);
}

#[test]
fn marks_of_problems_are_shown_where_they_are_asked_for() {
    let desk = Desk::new();
    let svg = |more: &[&str]| {
        let more = [&["--track", "forecast", "--size", "640x400"], more].concat();
        String::from_utf8(export(&desk, "map.svg", &more)).unwrap()
    };
    let (without, with) = (svg(&[]), svg(&["--problems"]));
    assert!(!without.contains("problems") && with.contains("problems"));
}

#[test]
fn layers_of_a_plan_are_in_every_picture_and_a_missing_one_is_a_note() {
    let desk = Desk::new();
    let made_up = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/layers/made-up.kml");
    desk.write("made-up.kml", std::fs::read(made_up).unwrap());
    let layers = r#""layers": [
        { "id": "ford", "path": "made-up.kml", "name": "Ford", "style": { "label": "name" } },
        { "id": "gone", "path": "gone.geojson", "name": "Gone" } ]"#;
    desk.write("plan.decamp", plan_with(layers));
    let usual = ["export", "plan.decamp", "--at", "2023-08-20", "--lang", "fr"];
    for name in ["map.svg", "map.png", "map.pdf"] {
        desk.done(&[&usual[..], &["--to", name]].concat());
    }
    let svg = String::from_utf8(desk.read("map.svg")).unwrap();
    assert!(svg.contains("Gué") && svg.contains("Ford"), "its text and its name in the legend");
    desk.write("bare.decamp", plan_with(""));
    let bare = ["export", "bare.decamp", "--at", "2023-08-20", "--lang", "fr"];
    for name in ["bare.png", "bare.pdf"] {
        desk.done(&[&bare[..], &["--to", name]].concat());
    }
    assert!(desk.read("map.png") != desk.read("bare.png"), "it is drawn");
    assert!(desk.read("map.pdf").len() > desk.read("bare.pdf").len(), "it is drawn");

    let found = desk.json(&["check", "plan.decamp", "--json", "--lang", "fr"]);
    let problems = found["problems"].as_array().unwrap();
    let missing: Vec<_> = problems.iter().filter(|it| it["code"] == "layer-missing").collect();
    assert_eq!(missing.len(), 1, "{found:#}");
    assert_eq!(
        (&missing[0]["severity"], &missing[0]["items"][0]),
        (&"note".into(), &"gone".into())
    );
    assert!(missing[0]["message"].as_str().unwrap().contains("gone.geojson"), "{found:#}");
}
