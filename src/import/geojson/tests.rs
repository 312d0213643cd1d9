//! What becomes of files with sites and sectors.

use super::*;
use crate::calendar::Span;
use crate::plan::{Plan, Site};
use crate::theatre::Theatre;

fn table(json: &str) -> FeatureTable {
    FeatureTable::read("sites.geojson", json.as_bytes()).unwrap()
}

/// A collection of points, each with these properties.
fn points(properties: &[&str]) -> String {
    let feature = |(at, properties): (usize, &&str)| {
        format!(
            r#"{{ "type": "Feature", "properties": {{ {properties} }},
                 "geometry": {{ "type": "Point", "coordinates": [{}, 1] }} }}"#,
            at as f64 + 0.5
        )
    };
    let features: Vec<String> = properties.iter().enumerate().map(feature).collect();
    format!(r#"{{ "type": "FeatureCollection", "features": [ {} ] }}"#, features.join(","))
}

const TWO_SECTORS: &str = r#"{ "type": "FeatureCollection", "features": [
    { "type": "Feature", "properties": { "nom": "Côte Ouest" },
      "geometry": { "type": "Polygon", "coordinates": [[[0,0],[1,0],[1,2],[0,2],[0,0]]] } },
    { "type": "Feature", "properties": { "nom": "Est" },
      "geometry": { "type": "Polygon", "coordinates": [[[1,0],[3,0],[3,2],[1,2],[1,0]]] } } ] }"#;

fn make(
    sites: &FeatureTable,
    sectors: Option<&str>,
    mapping: &Mapping,
) -> Result<Plan, ImportFault> {
    let own = sectors.map(|json| {
        let table = FeatureTable::read("sectors.geojson", json.as_bytes()).unwrap();
        own_sectors(&table, json.as_bytes(), Some("nom")).unwrap()
    });
    let theatre = Theatre::of_plan("world", None, own.as_ref()).unwrap();
    new_plan(&NewPlan {
        title: "New".into(),
        horizon: Span::default(),
        theatre_name: "world".into(),
        theatre: &theatre,
        own_sectors: own,
        sites,
        mapping,
        exit_name: "Out".into(),
    })
}

/// `id kind sector name aliases` of all sites.
fn told(plan: &Plan) -> Vec<String> {
    let tell = |site: &Site| {
        let sector = site.sector.as_ref().map_or("-", |sector| sector.as_str());
        let name = site.name.in_language("en");
        let more = [site.aliases.clone(), site.tags.clone()].concat().join(",");
        format!("{} {} {sector} {name} {more}", site.id, site.kind.as_word()).trim_end().to_owned()
    };
    plan.sites().iter().map(|site| tell(site)).collect()
}

#[test]
fn sites_are_placed_and_named() {
    for (properties, sectors, expect) in [
        // By the place, and an exit is added.
        (
            &[r#""name": "Été""#, r#""name": "Gao", "type": "airport""#][..],
            Some(TWO_SECTORS),
            &["ete camp cote-ouest Été", "exit exit - Out", "gao airfield est Gao"][..],
        ),
        // By a property, in any letters; what no sector is called stays as it is said.
        (
            &[
                r#""name": "a", "sector": "EST""#,
                r#""name": "b", "sector": "cote-ouest""#,
                r#""name": "d", "sector": "Nowhere""#,
            ],
            Some(TWO_SECTORS),
            &["a camp est a", "b camp cote-ouest b", "d camp est d", "exit exit - Out"],
        ),
        (
            &[r#""name": "a", "sector": "Lake Side""#],
            None,
            &["a camp lake-side a", "exit exit - Out"],
        ),
        // Codes: for names, and beside them.
        (
            &[r#""code": "B-01""#, r#""code": 7, "name": "Seven""#],
            None,
            &["b-01 camp - B-01", "exit exit - Out", "seven camp - Seven 7"],
        ),
        // Names that are none, or twice, or in other letters.
        (
            &[r#""name": "東", "code": "T1""#, r#""name": "Ber""#, r#""name": "BER""#, ""],
            None,
            &[
                "ber camp - Ber",
                "ber-2 camp - BER",
                "exit exit - Out",
                "site-4 camp - 4",
                "t1 camp - 東 T1",
            ],
        ),
        // An exit of its own, and a kind nobody knows.
        (
            &[r#""name": "Quai", "kind": "exit""#, r#""name": "Mill", "kind": "windmill""#],
            Some(TWO_SECTORS),
            &["mill camp est Mill windmill", "quai exit - Quai"],
        ),
        // The id of the added exit does not meet a site of that name.
        (&[r#""name": "Exit""#], None, &["exit camp - Exit", "exit-2 exit - Out"]),
    ] {
        let table = table(&points(properties));
        let plan = make(&table, sectors, &Mapping::guessed(&table)).unwrap();
        let mut expect: Vec<String> = expect.iter().map(|line| (*line).to_owned()).collect();
        expect.sort();
        let mut found = told(&plan);
        found.sort();
        // `4` stands for a name that its feature lacks.
        assert_eq!(found, expect, "{properties:?}");
    }
}

#[test]
fn properties_are_mapped_as_they_are_named() {
    let table = table(&points(&[r#""name": "no", "label_b": "Yes", "beds": 40, "n": -3"#]));
    let mut mapping = Mapping::guessed(&table);
    assert_eq!(mapping.property(Field::Name), Some("name"));
    assert_eq!(mapping.property(Field::Capacity), Some("beds"));
    mapping.set(Field::Name, Some("label_b".into()));
    let plan = make(&table, None, &mapping).unwrap();
    let site = plan.sites().iter().find(|site| site.name == "Yes".into()).unwrap();
    assert_eq!(site.capacity.get("personnel"), Some(&40));
    // A capacity below nothing is none.
    mapping.set(Field::Capacity, Some("n".into()));
    let plan = make(&table, None, &mapping).unwrap();
    assert!(plan.sites().iter().all(|site| site.capacity.is_empty()));
    // A plan that was made can be read again, whatever figures its sites came with.
    for (beds, expect) in [
        ("0", Some(0)),
        ("1e12", Some(1_000_000_000_000)),
        ("1e13", None),
        ("1e300", None),
        (r#""inf""#, None),
        (r#""NaN""#, None),
    ] {
        let table = self::table(&points(&[&*format!(r#""name": "a", "beds": {beds}"#)]));
        let plan = make(&table, None, &Mapping::guessed(&table)).unwrap();
        let site = plan.sites().iter().find(|site| site.name == "a".into()).unwrap();
        assert_eq!(site.capacity.get("personnel").copied(), expect, "{beds}");
    }
    mapping.set(Field::Kind, Some("sort".into()));
    let fault = make(&table, None, &mapping).unwrap_err();
    let known = ["beds", "label_b", "n", "name"].map(String::from).to_vec();
    let expect = ImportFault::NoSuchProperty {
        file: "sites.geojson".into(),
        property: "sort".into(),
        known,
    };
    assert_eq!(fault, expect);
}

#[test]
fn a_feature_of_the_wrong_geometry_is_told_by_its_number() {
    let areas = table(TWO_SECTORS);
    let fault = make(&areas, None, &Mapping::default()).unwrap_err();
    let file = "sites.geojson".to_owned();
    assert_eq!(fault, ImportFault::NotAPoint { file: file.clone(), feature: 1 });
    let sites = points(&[r#""name": "a""#]);
    let fault = own_sectors(&table(&sites), sites.as_bytes(), None).unwrap_err();
    assert_eq!(fault, ImportFault::NotAnArea { file: file.clone(), feature: 1 });
    let nothing = table(r#"{ "type": "FeatureCollection", "features": [] }"#);
    let fault = make(&nothing, None, &Mapping::default()).unwrap_err();
    assert_eq!(fault, ImportFault::NoSites { file });
}

#[test]
fn a_file_says_by_its_geometry_what_it_holds() {
    let mixed = format!(
        "{},{}",
        points(&[""]).trim_end_matches("] }"),
        TWO_SECTORS.split_once("[\n").unwrap().1
    );
    for (json, expect) in [
        (points(&["", ""]).as_str(), Some(Contents::Sites)),
        (TWO_SECTORS, Some(Contents::Sectors)),
        (mixed.as_str(), None),
        (r#"{ "type": "FeatureCollection", "features": [] }"#, None),
    ] {
        assert_eq!(contents(&table(json)), expect, "{json}");
    }
}
