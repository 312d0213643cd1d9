//! The page that plays a plan: whole, harmless, and nothing in it from elsewhere.

mod cli_common;

use std::io::Read;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::read::DeflateDecoder;
use sha2::{Digest, Sha256};

use cli_common::Desk;

/// A plan of a few days whose every text tries to break out of where it stands.
const HOSTILE: &str = r#"{
  "format": "decamp-plan", "version": 1,
  "title": "</title></script><img src=x onerror=alert(1)>&amp;\"'",
  "marking": "<!-- {{script}} {{data}}",
  "theatre": "mali",
  "horizon": { "start": "2023-07-01", "end": "2023-07-06" },
  "sources": [{ "id": "s", "title": "https://example.org/</script>" }],
  "sites": { "type": "FeatureCollection", "features": [
    { "type": "Feature", "id": "a", "geometry": { "type": "Point", "coordinates": [-3.0, 16.7] },
      "properties": { "name": "</script><img onerror=alert(2)>", "kind": "camp",
        "basis": [{ "status": "stated", "source": "s" }] } },
    { "type": "Feature", "id": "b", "geometry": { "type": "Point", "coordinates": [0.0, 16.3] },
      "properties": { "name": "]]><b>", "kind": "camp" } }
  ] },
  "units": [{ "id": "u", "name": "U", "category": "military", "kind": "infantry",
    "personnel": 120, "site": "a" }],
  "movements": [{ "id": "m", "kind": "redeployment", "from": "a", "to": "b", "mode": "road",
    "planned": { "start": "2023-07-02", "end": "2023-07-04" }, "loads": [{ "unit": "u" }] }],
  "chapters": [{ "id": "c", "title": "'\"><script>alert(3)</script>", "moment": "2023-07-02",
    "notes": "</script>" }]
}"#;

fn page_of(plan: &str) -> String {
    let desk = Desk::new();
    desk.write("plan.decamp", plan);
    desk.done(&["export", "plan.decamp", "--to", "plan.html", "--lang", "fr"]);
    String::from_utf8(desk.read("plan.html")).unwrap()
}

/// The data of a page.
fn data_of(page: &str) -> serde_json::Value {
    let (_, inner) = parted(page);
    let packed = STANDARD.decode(&inner[1].1).expect("letters and digits");
    let mut json = String::new();
    DeflateDecoder::new(&packed[..]).read_to_string(&mut json).unwrap();
    serde_json::from_str(&json).expect("the data are JSON")
}

/// The page as XML: its markup keeps to what both HTML and XML know, but for script
/// and style, which are text to HTML alone.
fn checked(page: &str) -> roxmltree::Document<'_> {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    roxmltree::Document::parse_with_options(page, options).expect("the page is well-formed")
}

/// The page without what stands within its scripts and styles, and that.
fn parted(page: &str) -> (String, Vec<(String, String)>) {
    let (mut markup, mut inner, mut rest) = (String::new(), Vec::new(), page);
    while let Some(at) = ["<script", "<style"].iter().filter_map(|tag| rest.find(tag)).min() {
        let open = at + rest[at..].find('>').unwrap() + 1;
        let name = if rest[at..].starts_with("<style") { "style" } else { "script" };
        let close = open + rest[open..].find(&format!("</{name}")).unwrap();
        markup.push_str(&rest[..open]);
        inner.push((rest[at..open].to_owned(), rest[open..close].to_owned()));
        rest = &rest[close..];
    }
    markup.push_str(rest);
    (markup, inner)
}

#[test]
fn a_page_is_whole_and_lets_nothing_out_of_its_place() {
    let page = page_of(HOSTILE);
    let (markup, _) = parted(&page);
    let document = checked(&markup);
    let count = |name: &str| document.descendants().filter(|n| n.has_tag_name(name)).count();
    assert_eq!((count("script"), count("style"), count("img"), count("b")), (2, 1, 0, 1));
    assert!(!page.contains("<img"), "nothing of the plan is markup");
    assert!(!page.contains("{{"), "all places are filled");
    let title = document.descendants().find(|n| n.has_tag_name("title")).unwrap();
    assert_eq!(title.text(), Some("</title></script><img src=x onerror=alert(1)>&amp;\"'"));

    let data = data_of(&page);
    for lang in ["fr", "en"] {
        let told = &data["languages"][lang];
        assert_eq!(told["chapters"][0]["title"], "'\"><script>alert(3)</script>");
        let cards = told["cards"].as_array().unwrap();
        let camp = cards.iter().find(|c| c["name"] == "</script><img onerror=alert(2)>").unwrap();
        assert!(camp["source"].as_str().unwrap().contains("https://example.org/</script>"));
        assert_eq!(told["dates"].as_array().unwrap().len(), 6);
        // A day with a movement has pictures of its parts.
        assert!(data["moments"].as_array().unwrap().len() > 6);
    }
}

#[test]
fn a_page_may_do_nothing_but_what_is_in_it() {
    let page = page_of(HOSTILE);
    let (markup, inner) = parted(&page);
    let document = checked(&markup);
    let policy = document
        .descendants()
        .find(|n| n.attribute("http-equiv") == Some("Content-Security-Policy"))
        .and_then(|n| n.attribute("content"))
        .unwrap();
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let (style, script) = (&inner[0].1, &inner[2].1);
    let expect = format!(
        "default-src 'none'; script-src {}; style-src {}; font-src data:; base-uri 'none'; \
         form-action 'none'",
        hash(script),
        hash(style)
    );
    assert_eq!(policy, expect);
    // Addresses of the plan are text, and packed; there are no others.
    for address in ["http:", "https:", "//cdn", "url(h", "import "] {
        for (tag, text) in &inner {
            assert!(!text.contains(address), "{address} in {tag}");
        }
        assert!(!markup.contains(address), "{address}");
    }
    for name in ["src", "href", "onclick", "onerror", "style"] {
        assert!(document.descendants().all(|n| n.attribute(name).is_none()), "{name}");
    }
}

#[test]
fn the_same_plan_gives_the_same_page() {
    assert_eq!(page_of(HOSTILE), page_of(HOSTILE));
}

#[test]
fn all_numbers_of_a_page_lead_somewhere() {
    let page = page_of(HOSTILE);
    let data = data_of(&page);
    let pool = &data["pool"];
    let length = |name: &str| pool[name].as_array().unwrap().len() as i64;
    let list = |value: &serde_json::Value| value.as_array().unwrap().clone();
    for entries in list(&pool["lists"]) {
        assert!(list(&entries).iter().all(|e| e.as_i64().unwrap() < length("entries")));
    }
    for entry in list(&pool["entries"]) {
        assert!(entry[0].as_i64().unwrap() < length("nodes"));
    }
    for node in list(&pool["nodes"]) {
        match node[0].as_i64().unwrap() {
            0 | 1 => {
                for (i, shelf) in [(1, "outlines"), (2, "fills"), (3, "strokes")] {
                    assert!((-1..length(shelf)).contains(&node[i].as_i64().unwrap()), "{node}");
                }
            }
            2 => {
                for (i, shelf) in [(1, "texts"), (2, "fonts"), (4, "colors")] {
                    assert!((0..length(shelf)).contains(&node[i].as_i64().unwrap()), "{node}");
                }
            }
            kind => {
                assert_eq!(kind, 3);
                let inner = list(&node[1]);
                assert!(inner.iter().all(|n| n.as_i64().unwrap() < length("nodes")));
            }
        }
    }
}

#[test]
fn nothing_in_a_page_is_never_seen() {
    let data = data_of(&page_of(HOSTILE));
    let numbers = |value: &serde_json::Value| -> Vec<usize> {
        let list = value.as_array().unwrap().iter();
        list.map(|number| number.as_u64().unwrap() as usize).collect()
    };
    let values = |value: &serde_json::Value| -> Vec<serde_json::Value> {
        value.as_object().unwrap().values().cloned().collect()
    };
    let lists_of = |course: &serde_json::Value| numbers(course).into_iter().skip(1).step_by(2);
    let mut lists = std::collections::BTreeSet::new();
    for ground in data["grounds"].as_array().unwrap() {
        let layers = ground[1].as_array().unwrap().iter();
        lists.extend(layers.map(|layer| layer[1].as_u64().unwrap() as usize));
    }
    for lang in ["fr", "en"] {
        let told = &data["languages"][lang];
        for level in told["levels"].as_array().unwrap() {
            lists.extend(values(&level["layers"]).iter().flat_map(lists_of));
        }
        for panel in ["curve", "timeline"] {
            let groups = values(&told[panel]["groups"]);
            lists.extend(groups.iter().map(|list| list.as_u64().unwrap() as usize));
        }
        lists.extend(lists_of(&told["curve"]["figures"]));
    }
    let all = data["pool"]["lists"].as_array().unwrap();
    assert_eq!(lists.len(), all.len(), "every list is shown at some time");
    let entries: std::collections::BTreeSet<usize> = all.iter().flat_map(numbers).collect();
    assert_eq!(entries.len(), data["pool"]["entries"].as_array().unwrap().len());
}

#[test]
fn a_chapter_names_the_layers_it_shows() {
    let layers = r#""moment": "2023-07-02", "layers": ["land", "names"],"#;
    let plan = HOSTILE.replace(r#""moment": "2023-07-02","#, layers);
    let data = data_of(&page_of(&plan));
    for lang in ["fr", "en"] {
        let chapter = &data["languages"][lang]["chapters"][0];
        assert_eq!(chapter["layers"], serde_json::json!(["land", "names"]));
    }
    // The ground is written layer by layer, so that they can be left out.
    let layers = data["grounds"][0][1].as_array().unwrap();
    let names: Vec<_> = layers.iter().map(|layer| layer[0].as_str().unwrap()).collect();
    assert!(names.starts_with(&["land"]) && names.contains(&"rivers"), "{names:?}");
}
