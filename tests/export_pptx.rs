//! Slides: the package is whole, and every slide says what it should.

mod cli_common;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use cli_common::Desk;

/// Three days of two camps, with a chapter of hostile words, or with a phase alone.
fn plan(chapters: bool) -> String {
    let told = match chapters {
        true => {
            r#", "chapters": [{ "id": "c", "title": "<a:t> & \"Ber\"", "moment": "2023-07-01",
                "until": "2023-07-03", "notes": "First line\nSecond <line>",
                "camera": { "center": [-3.0, 16.7], "zoom": 6.5 } }]"#
        }
        false => "",
    };
    format!(
        r#"{{
  "format": "decamp-plan", "version": 1, "title": "Two camps", "marking": "UN & NOTHING ELSE",
  "theatre": "mali", "horizon": {{ "start": "2023-07-01", "end": "2023-07-03" }},
  "sources": [{{ "id": "s", "symbol": "S/1", "title": "A letter" }}],
  "phases": [{{ "id": "p", "name": "The phase", "span": {{ "start": "2023-07-01", "end": "2023-07-02" }} }}],
  "sites": {{ "type": "FeatureCollection", "features": [
    {{ "type": "Feature", "id": "a", "geometry": {{ "type": "Point", "coordinates": [-3.0, 16.7] }},
      "properties": {{ "name": "Ber", "kind": "camp" }} }} ] }},
  "units": [{{ "id": "u", "name": "U", "category": "military", "kind": "infantry",
    "personnel": 1200, "site": "a" }}],
  "activities": [{{ "id": "x", "kind": "closure", "site": "a",
    "planned": {{ "start": "2023-07-01", "end": "2023-07-02" }},
    "basis": [{{ "status": "stated", "source": "s" }}] }}]{told}
}}"#
    )
}

type Parts = BTreeMap<String, Vec<u8>>;

fn parts_of(plan: &str) -> Parts {
    let desk = Desk::new();
    desk.write("plan.decamp", plan);
    let days = ["--days-per-second", "10", "--fps", "2"];
    let call =
        [&["export", "plan.decamp", "--to", "plan.pptx", "--lang", "fr"][..], &days].concat();
    desk.done(&call);
    let mut zip = zip::ZipArchive::new(Cursor::new(desk.read("plan.pptx"))).unwrap();
    (0..zip.len())
        .map(|i| {
            let mut file = zip.by_index(i).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            let name = file.name().unwrap().into_owned();
            (name, bytes)
        })
        .collect()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// A path from the folder of a part.
fn joined(part: &str, target: &str) -> String {
    let mut folders: Vec<&str> = part.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            ".." => drop(folders.pop()),
            step => folders.push(step),
        }
    }
    folders.join("/")
}

#[test]
fn every_part_is_well_formed_known_and_reached() {
    let parts = parts_of(&plan(true));
    let types = roxmltree::Document::parse(text(&parts["[Content_Types].xml"])).unwrap();
    let attribute = |name: &'static str| {
        types.descendants().filter_map(move |n| n.attribute(name)).collect::<Vec<_>>()
    };
    let (defaults, overrides) = (attribute("Extension"), attribute("PartName"));
    for path in &overrides {
        assert!(parts.contains_key(&path[1..]), "{path} has a type and is not there");
    }
    let mut reached = vec!["[Content_Types].xml".to_owned()];
    for (path, bytes) in &parts {
        let ending = path.rsplit_once('.').unwrap().1;
        let known = defaults.contains(&ending) || overrides.contains(&format!("/{path}").as_str());
        assert!(known || path == "[Content_Types].xml", "{path} has no type");
        if !matches!(ending, "xml" | "rels") {
            continue;
        }
        let document =
            roxmltree::Document::parse(text(bytes)).unwrap_or_else(|e| panic!("{path}: {e}"));
        if ending == "rels" {
            reached.push(path.clone());
            let owner = path.replace("_rels/", "").replace(".rels", "");
            for relation in document.root_element().children() {
                let target = joined(&owner, relation.attribute("Target").unwrap());
                assert!(parts.contains_key(&target), "{path} leads to {target}");
                reached.push(target);
            }
        } else {
            // Each relation that a part names, it has.
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            let rels = parts.get(&format!("{folder}/_rels/{name}.rels")).map(|b| text(b));
            let names = document.descendants().flat_map(|n| n.attributes().collect::<Vec<_>>());
            for id in names.map(|a| a.value()).filter(|v| v.starts_with("rId")) {
                let has = rels.is_some_and(|rels| rels.contains(&format!("Id=\"{id}\"")));
                assert!(has || path.contains("_rels"), "{path} names {id}");
            }
        }
    }
    for path in parts.keys() {
        assert!(reached.contains(path), "nothing leads to {path}");
    }
}

/// All text of a part, a line to the paragraph.
fn said(bytes: &[u8]) -> Vec<String> {
    let document = roxmltree::Document::parse(text(bytes)).unwrap();
    let paragraphs =
        document.descendants().filter(|n| n.tag_name().name() == "p" && n.has_children());
    let words = |p: roxmltree::Node| {
        p.descendants().filter(|n| n.is_text()).filter_map(|n| n.text()).collect::<String>()
    };
    paragraphs.map(words).filter(|line| !line.is_empty()).collect()
}

#[test]
fn a_slide_has_title_facts_sources_marking_and_notes() {
    let parts = parts_of(&plan(true));
    let slide = said(&parts["ppt/slides/slide2.xml"]);
    for line in [
        "<a:t> & \"Ber\"",
        "Présents\u{a0}: 1\u{202f}200",
        "Fermeture de Ber\u{a0}: jusqu’au 2 juil.",
        "UN & NOTHING ELSE",
    ] {
        assert!(slide.iter().any(|said| said == line), "{line} in {slide:?}");
    }
    assert!(slide.iter().any(|line| line.starts_with("Sources\u{a0}: S/1")), "{slide:?}");
    let notes = said(&parts["ppt/notesSlides/notesSlide2.xml"]);
    assert_eq!(notes, ["First line", "Second <line>"]);
    assert_eq!(said(&parts["ppt/slides/slide1.xml"])[0], "Two camps");
    assert!(parts["ppt/media/chapter1.png"].starts_with(b"\x89PNG"));
    assert_eq!(&parts["ppt/media/film.mp4"][4..8], b"ftyp");
    assert!(!parts.contains_key("ppt/slides/slide4.xml"), "cover, chapter, film");
}

#[test]
fn a_plan_without_chapters_has_a_slide_for_each_phase() {
    let parts = parts_of(&plan(false));
    assert_eq!(said(&parts["ppt/slides/slide2.xml"])[0], "The phase");
    assert!(parts.contains_key("ppt/slides/slide3.xml"));
}

#[test]
fn the_still_is_the_first_frame_of_the_film() {
    let desk = Desk::new();
    desk.write("plan.decamp", plan(true));
    let days = ["--days-per-second", "10", "--fps", "2", "--size", "1280x720", "--lang", "fr"];
    desk.done(&[&["export", "plan.decamp", "--to", "film.frames"][..], &days].concat());
    let still = &parts_of(&plan(true))["ppt/media/still.png"];
    assert!(*still == desk.read("film.frames/frame-00001.png"));
}
