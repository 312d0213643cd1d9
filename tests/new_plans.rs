//! Plans for other countries than Mali: made, closed camp by camp, checked, exported.

mod cli_common;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use decamp::calendar::Moment;
use decamp::file;
use decamp::plan::edit::Command;
use decamp::plan::{
    Basis, Category, Extra, Mode, Owner, Plan, SiteId, Unit, UnitId, UnitKind, UnitRole,
};
use decamp::schedule::{Routes, Schedule, Severity, Track};
use decamp::template::{Anchor, Closing, Preview, Template, closing};
use decamp::theatre::{Credit, Theatre};

use cli_common::{Desk, Run};

/// A folder of `tests/data/theatres` and what becomes of it.
struct Case {
    folder: &'static str,
    options: &'static [&'static str],
    /// `id sector` of all sites but the exit that is added.
    sites: &'static [&'static str],
    /// The camp that is closed, and by when.
    camp: &'static str,
    until: &'static str,
    /// Who is there.
    category: Category,
    /// The horizon once the camp is closed; an open end follows the last date.
    horizon: [&'static str; 2],
    credit: &'static str,
}

const CASES: &[Case] = &[
    Case {
        folder: "plateau",
        options: &["--from", "2031-03-01", "--capacity-property", "effectif", "--title", "Départ"],
        sites: &["bureau-d-orame ouest", "bureau-de-sel est", "siege-de-tarn ouest"],
        camp: "bureau-d-orame",
        until: "2031-09-30",
        category: Category::Civilian,
        horizon: ["2031-03-01", "2031-10-30"],
        credit: "Made with Natural Earth.",
    },
    Case {
        folder: "codes",
        options: &["--from", "2030-01-01", "--until", "2030-12-31"],
        sites: &["b-01 n", "b-02 n", "c-7 s"],
        camp: "c-7",
        until: "2030-11-30",
        category: Category::Military,
        horizon: ["2030-01-01", "2030-12-31"],
        credit: "Survey of Nowhere, 1901 Made with Natural Earth.",
    },
    Case {
        folder: "coast",
        options: &["--from", "2027-06-01", "--until", "2028-05-31"],
        sites: &["camp-inland coast", "harbour-of-kell coast", "high-sea -"],
        camp: "harbour-of-kell",
        until: "2028-03-31",
        category: Category::Military,
        horizon: ["2027-06-01", "2028-05-31"],
        credit: "Made with Natural Earth.",
    },
    Case {
        folder: "south",
        options: &["--from", "2029-01-01", "--until", "2030-12-31"],
        sites: &["base-sud lower", "camp-austral lower", "camp-nord upper"],
        camp: "camp-nord",
        until: "2030-10-31",
        category: Category::Police,
        horizon: ["2029-01-01", "2030-12-31"],
        credit: "Maps by nobody (fictitious) Made with Natural Earth.",
    },
    Case {
        folder: "date-line",
        options: &["--from", "2029-01-01", "--until", "2029-12-31"],
        sites: &["camp-east-of-the-line -", "camp-west-of-the-line -"],
        camp: "camp-west-of-the-line",
        until: "2029-11-30",
        category: Category::Military,
        horizon: ["2029-01-01", "2029-12-31"],
        credit: "Made with Natural Earth.",
    },
];

fn theatres() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/theatres")
}

fn folder(name: &str) -> String {
    theatres().join(name).to_string_lossy().into_owned()
}

impl Case {
    /// Makes the plan with the program, and reads it.
    fn make(&self, desk: &Desk) -> Plan {
        let folder = folder(self.folder);
        let to = ["new", "--theatre", &folder, "--to", "new.decamp", "--lang", "en"];
        desk.done(&[&to[..], self.options].concat());
        let opened = file::open(&desk.path("new.decamp")).unwrap();
        assert_eq!(opened.notes, [], "{}", self.folder);
        opened.plan
    }

    fn theatre(&self, desk: &Desk, plan: &Plan) -> Arc<Theatre> {
        let header = plan.header();
        let sectors = header.sectors.as_ref().map(|sectors| sectors.value());
        Theatre::of_plan(&header.theatre, Some(desk.folder.path()), sectors).unwrap()
    }

    /// With people and stores at the camp, and the camp closed by template.
    fn closed(&self, plan: Plan, theatre: &Theatre) -> Plan {
        let mut plan = plan;
        let camp = SiteId::new(self.camp).unwrap();
        let unit = |id: &str, category: Category, personnel, containers| Unit {
            id: UnitId::new(id).unwrap(),
            name: id.into(),
            contributor: None,
            category,
            kind: UnitKind::Other,
            role: UnitRole::Operations,
            part_of: None,
            owner: (personnel == 0).then_some(Owner::Un),
            site: Some(camp.clone()),
            personnel,
            materiel: [("containers".to_owned(), containers)].into(),
            basis: vec![Basis::default()],
            extra: Extra::default(),
        };
        let people = unit("people", self.category.clone(), 30, 6);
        let stores = unit("stores", Category::Stores, 0, 20);
        for unit in [people, stores] {
            plan.apply(Command::put(unit)).unwrap();
        }
        let now = Arc::new(plan);
        let schedule = Schedule::of(&now, &Routes::of(&now, theatre));
        let site = now.sites().get(&camp).unwrap();
        let mut wanted = Closing::proposed(&now, site, Template::standard());
        wanted.anchor = Anchor::Ends(self.until.parse().unwrap());
        let chain = closing(&now, &schedule, &wanted).unwrap();
        let preview = Preview::of(&schedule, theatre, &chain.command).unwrap();
        assert_eq!(preview.count(Severity::Error), 0, "{}: {:?}", self.folder, preview.gained);
        assert!(!chain.is_outside_horizon, "{}", self.folder);
        Arc::unwrap_or_clone(preview.plan)
    }
}

#[test]
fn sites_stand_in_their_sectors() {
    for case in CASES {
        let desk = Desk::new();
        let plan = case.make(&desk);
        let theatre = case.theatre(&desk, &plan);
        let placed = plan.sites().iter().filter(|site| site.place.is_some());
        let sites: Vec<String> = placed
            .map(|site| {
                let sector = site.sector.as_ref().map_or("-", |sector| sector.as_str());
                format!("{} {sector}", site.id)
            })
            .collect();
        assert_eq!(sites, case.sites, "{}", case.folder);
        assert!(plan.sites().iter().any(|site| site.is_exit()), "{}", case.folder);
        for site in plan.sites().iter() {
            let known =
                site.sector.as_ref().is_none_or(|id| theatre.sectors().find(id.as_str()).is_some());
            assert!(known, "{}: {:?}", case.folder, site.sector);
        }
    }
}

#[test]
fn a_camp_is_closed_checked_and_exported_anywhere() {
    for case in CASES {
        let desk = Desk::new();
        let plan = case.make(&desk);
        let theatre = case.theatre(&desk, &plan);
        let plan = case.closed(plan, &theatre);
        let horizon = plan.horizon();
        let [start, end] = case.horizon;
        assert_eq!([horizon.start().to_string(), horizon.end().to_string()], [start, end]);
        file::save(&desk.path("closed.decamp"), &plan).unwrap();

        let found = desk.run(&["check", "closed.decamp", "--lang", "en"]);
        assert_eq!(found.status, 0, "{}: {}", case.folder, found.out);
        let at = ["snapshot", "closed.decamp", "--at", case.until];
        let now = desk.json(&[&at[..], &["--json"]].concat());
        let sites = now["sites"].as_array().unwrap();
        let camp = sites.iter().find(|site| site["id"] == case.camp).unwrap();
        assert_eq!(camp["state"], "handed-over", "{}", case.folder);
        let schedule = Schedule::of(&Arc::new(plan.clone()), &Routes::of(&plan, &theatre));
        let moment = Moment::close_of(case.until.parse().unwrap());
        let totals = schedule.snapshot(Track::Planned, moment).totals;
        assert_eq!(totals.departed.personnel.total(), 30, "{}", case.folder);

        let mut texts = vec![desk.done(&at)];
        for file in ["map.svg", "map.png", "activities.csv", "sites.geojson"] {
            desk.done(&["export", "closed.decamp", "--to", file, "--at", case.until]);
            let bytes = desk.read(file);
            if file.ends_with("svg") {
                // Its words alone: the font in it has all letters in any order.
                let svg = String::from_utf8(bytes).unwrap();
                let words = svg.lines().filter(|line| line.contains("<text"));
                texts.push(words.collect::<Vec<_>>().join("\n"));
            } else if !file.ends_with("png") {
                texts.push(String::from_utf8(bytes).unwrap());
            }
        }
        for text in &texts {
            // Nobody set a D-day, and this is another country.
            for foreign in ["Mali", "MINUSMA", "13,289", "GSHHG", "D+", "D-day"] {
                assert!(!text.contains(foreign), "{}: {foreign} in\n{text}", case.folder);
            }
        }
        assert!(texts[1].contains(case.credit), "{}: {}", case.folder, texts[1]);
    }
}

#[test]
fn a_sea_exit_is_left_by_sea() {
    let case = CASES.iter().find(|case| case.folder == "coast").unwrap();
    let desk = Desk::new();
    let plan = case.make(&desk);
    let plan = case.closed(plan.clone(), &case.theatre(&desk, &plan));
    let coe = plan.movements().iter().find(|movement| movement.id.as_str().contains("coe"));
    let coe = coe.expect("the contingent's equipment leaves");
    assert_eq!(coe.mode, Some(Mode::Sea));
    assert_eq!(coe.to.as_ref().map(|to| to.as_str()), Some("high-sea"));
}

#[test]
fn the_credit_is_the_theatre_s_own() {
    let own = |text: &str| Credit::Own(text.into());
    for (folder, expect) in
        [("codes", own("Survey of Nowhere, 1901")), ("south", own("Maps by nobody (fictitious)"))]
    {
        let theatre = Theatre::from_folder(&theatres().join(folder)).unwrap();
        assert_eq!(*theatre.credit(), expect, "{folder}");
    }
    assert_eq!(*Theatre::bundled("mali").unwrap().credit(), Credit::Mali);
    assert_eq!(*Theatre::world().credit(), Credit::Unknown);
}

#[test]
fn what_cannot_become_a_plan_is_told() {
    let broken = r#"{ "type": "FeatureCollection", "features": [
        { "type": "Feature", "properties": {}, "geometry": { "type": "Point", "coordinates": [1, 2] } },
        { "type": "Feature", "properties": {}, "geometry": { "type": "Point", "coordinates": [500000, 2] } } ] }"#;
    let line = r#"{ "type": "FeatureCollection", "features": [
        { "type": "Feature", "properties": {}, "geometry": { "type": "Point", "coordinates": [1, 2] } },
        { "type": "Feature", "properties": {}, "geometry": { "type": "LineString", "coordinates": [[1, 2], [3, 4]] } } ] }"#;
    let point = r#"{ "type": "FeatureCollection", "features": [
        { "type": "Feature", "properties": {}, "geometry": { "type": "Point", "coordinates": [1, 2] } } ] }"#;
    for (files, options, expect) in [
        (&[][..], &[][..], "no file of points was found"),
        (
            &[("a.geojson", point), ("b.geojson", point)],
            &[],
            "several files of points: a.geojson, b.geojson",
        ),
        (&[("camps.geojson", broken)], &[], "camps.geojson, feature 2"),
        (&[("camps.geojson", line)], &[], "camps.geojson, feature 2: a site must be a point"),
        (
            &[("a.geojson", point)],
            &["--sectors", "maps/a.geojson"],
            "feature 1: a sector must be an area",
        ),
        (&[("a.geojson", point)], &["--name-property", "nom"], "no feature has the property"),
        (&[("a.geojson", point)], &["--from", "never"], "never"),
        (
            &[("a.geojson", point)],
            &["--from", "2030-01-02", "--until", "2030-01-01"],
            "end before it starts",
        ),
        (&[("a.geojson", point)], &["--sites", "nowhere.geojson"], "nowhere.geojson"),
    ] {
        let desk = Desk::new();
        std::fs::create_dir(desk.path("maps")).unwrap();
        for (name, text) in files {
            std::fs::write(desk.path("maps").join(name), text).unwrap();
        }
        let new = ["new", "--theatre", "maps", "--to", "p.decamp", "--lang", "en"];
        let run = desk.run(&[&new[..], options].concat());
        assert_eq!(run.status, 2, "{expect}");
        assert!(run.err.contains(expect), "{expect} in {}", run.err);
        assert!(!desk.path("p.decamp").exists(), "{expect}");
    }
}

#[test]
fn a_plan_names_its_map_from_where_it_lies() {
    let desk = Desk::new();
    let maps = desk.path("work/maps");
    std::fs::create_dir_all(&maps).unwrap();
    for file in std::fs::read_dir(theatres().join("codes")).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), maps.join(file.file_name())).unwrap();
    }
    for (to, plan, expect) in
        [("p.decamp", "work/p.decamp", "maps/"), ("../p.decamp", "p.decamp", "work/maps/")]
    {
        let mut new = desk.command(&["new", "--theatre", "maps", "--to", to]);
        let run = Run::of(new.current_dir(desk.path("work")).output().unwrap());
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{to}");
        let plan = file::open(&desk.path(plan)).unwrap().plan;
        assert_eq!(plan.header().theatre, expect, "{to}");
    }
}

#[test]
fn a_file_that_is_there_is_not_written_over() {
    let desk = Desk::new();
    desk.write("p.decamp", "mine");
    let folder = folder("codes");
    let run = desk.run(&["new", "--theatre", &folder, "--to", "p.decamp"]);
    assert_eq!(run.status, 2);
    assert_eq!(desk.read("p.decamp"), b"mine");
}
