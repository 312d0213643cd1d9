//! Items taken apart into members and put together again.

use std::collections::BTreeMap;

use decamp::compare::{Change, Diff};
use decamp::file::{self, Field, Place, Problem, Shape, form};
use decamp::i18n::{CompareText, Lang, MemberText, words};
use decamp::plan::{Id, Item, Kind, Plan};
use decamp::theatre::Theatre;
use serde_json::{Value, json};

fn full() -> Plan {
    file::read(include_bytes!("data/full.decamp")).unwrap().plan
}

fn plans() -> [Plan; 2] {
    [full(), file::bundled_plan().1.plan]
}

fn item(plan: &Plan, id: &str) -> Item {
    plan.item(&Id::new(id).unwrap()).unwrap_or_else(|| panic!("no item {id}"))
}

fn first(plan: &Plan, kind: Kind) -> Item {
    plan.items().find(|item| item.kind() == kind).unwrap_or_else(|| panic!("no {kind:?}"))
}

fn field(kind: Kind, name: &str) -> &'static Field {
    form::fields(kind).iter().find(|field| field.name == name).unwrap()
}

#[test]
fn every_item_is_the_sum_of_its_members() {
    for plan in plans() {
        let mut count = 0;
        for item in plan.items() {
            let members = form::members(&item);
            assert_eq!(form::item(item.kind(), members.clone(), &plan), Ok(item.clone()));
            assert_eq!(form::with(&item, members, &plan), Ok(item));
            count += 1;
        }
        assert!(count > 20);
        let members = form::header_members(plan.header());
        assert_eq!(form::header_with(plan.header(), members).as_ref(), Ok(plan.header()));
    }
}

#[test]
fn every_kind_has_its_members_and_each_is_met() {
    let plan = full();
    for kind in Kind::ALL.iter().copied() {
        let fields = form::fields(kind);
        assert_eq!((fields[0].name, &fields[0].shape), ("id", &Shape::Id));
        for field in fields {
            let is_there = |item: &Item| form::members(item).contains_key(field.name);
            let mut items = plan.items().filter(|item| item.kind() == kind);
            assert!(items.any(|item| is_there(&item)), "{kind:?} {}", field.name);
        }
    }
}

/// What is not known to this version is kept through an edit, at every depth.
#[test]
fn unknown_members_survive_an_edit() {
    let mut file: Value = serde_json::from_slice(include_bytes!("data/full.decamp")).unwrap();
    file["sites"]["features"][0]["bbox"] = json!([0, 0, 1, 1]);
    file["sites"]["features"][0]["properties"]["id"] = json!(17);
    file["movements"][0]["loads"][0]["pallets"] = json!(3);
    let plan = file::read(file.to_string().as_bytes()).unwrap().plan;
    let changed = |id: &Value, name: &str, value: Value| {
        let item = item(&plan, id.as_str().unwrap());
        let members = [(name.to_string(), value)].into_iter().collect();
        let changed = form::with(&item, members, &plan).unwrap();
        let changed = Plan::from_parts(Default::default(), [changed]).unwrap();
        String::from_utf8(file::write(&changed)).unwrap()
    };
    let site = changed(&file["sites"]["features"][0]["id"], "name", "Elsewhere".into());
    assert!(site.contains("\"bbox\"") && site.contains("\"id\": 17"), "{site}");
    assert!(site.contains("Elsewhere"), "{site}");
    let loads = file["movements"][0]["loads"].clone();
    let movement = changed(&file["movements"][0]["id"], "loads", loads);
    assert!(movement.contains("\"pallets\": 3"), "{movement}");
}

/// An edit gives the very item that a file with the change gives.
#[test]
fn a_changed_member_is_read_as_in_a_file() {
    let plan = full();
    let file: Value = serde_json::from_slice(include_bytes!("data/full.decamp")).unwrap();
    for (kind, name, path, value) in [
        (Kind::Site, "name", "/sites/features/0/properties/name", json!({ "fr": "Ici" })),
        (Kind::Site, "capacity", "/sites/features/0/properties/capacity", json!({ "tents": 3 })),
        (Kind::Unit, "personnel", "/units/0/personnel", json!(12)),
        (Kind::Movement, "needs", "/movements/0/needs", json!(["escort"])),
        (Kind::Risk, "impact", "/risks/0/impact", json!(null)),
    ] {
        let mut changed = file.clone();
        let (object, member) = path.rsplit_once('/').unwrap();
        changed.pointer_mut(object).expect(path)[member] = value.clone();
        let other = file::read(changed.to_string().as_bytes()).unwrap().plan;
        let id =
            file.pointer(object.trim_end_matches("/properties")).unwrap()["id"].as_str().unwrap();
        let members = [(name.to_string(), value)].into_iter().collect();
        let edited = form::with(&item(&plan, id), members, &plan).unwrap();
        assert_eq!(edited.kind(), kind);
        assert_eq!(edited, item(&other, id), "{name}");
        assert_ne!(edited, item(&plan, id), "{name}");
    }
}

#[test]
fn what_a_file_may_not_say_no_form_may() {
    let plan = full();
    for (kind, name, value, code) in [
        (Kind::Site, "geometry", json!([0, 91]), "geometry: latitude-range"),
        (Kind::Site, "kind", json!(null), "kind: missing"),
        (Kind::Site, "part_of", json!("nowhere"), "part_of: no-such-item"),
        (Kind::Unit, "personnel", json!(-1), "personnel: bad-number"),
        (Kind::Phase, "color", json!("red"), "color: bad-color"),
        (Kind::Phase, "span", json!({ "start": "2023-02-30" }), "span.start: no-such-day"),
        (Kind::Movement, "from", json!("nowhere"), "from: no-such-item"),
        (Kind::Movement, "loads", json!([{ "personnel": 1 }]), "loads[0]: missing"),
        (Kind::Risk, "impact", json!(6), "impact: bad-number"),
    ] {
        let members = [(name.to_string(), value)].into_iter().collect();
        let problems = form::with(&first(&plan, kind), members, &plan).unwrap_err();
        let told: Vec<String> = problems.iter().map(Problem::to_string).collect();
        assert_eq!(told, [code], "{kind:?}");
    }
    let members = [("as_of".to_string(), json!("soon"))].into_iter().collect();
    let problems = form::header_with(plan.header(), members).unwrap_err();
    assert_eq!(problems[0].place, Place::Member("as_of".into()));
}

#[test]
fn an_id_that_is_taken_is_refused() {
    let plan = full();
    let other = first(&plan, Kind::Unit).id().as_str().to_owned();
    let mut members = form::members(&first(&plan, Kind::Site));
    members["id"] = other.into();
    let problems = form::item(Kind::Site, members, &plan).unwrap_err();
    assert_eq!(problems[0].to_string(), "id: duplicate-id");
}

#[test]
fn a_blank_item_of_every_kind_can_be_added_and_written() {
    for plan in plans() {
        for kind in Kind::ALL.iter().copied() {
            let blank = form::blank(kind, &Id::new("brand-new").unwrap(), &plan).unwrap();
            let items = plan.items().chain([blank]);
            let grown = Plan::from_parts(plan.header().clone(), items).unwrap();
            let bytes = file::write(&grown);
            assert_eq!(file::read(&bytes).unwrap().plan, grown, "{kind:?}");
        }
    }
    let empty = file::empty_plan("2023-07-01".parse().unwrap());
    let id = Id::new("brand-new").unwrap();
    assert!(form::blank(Kind::Movement, &id, &empty).is_none(), "it would leave from nowhere");
    assert!(form::blank(Kind::Site, &id, &empty).is_some());
}

/// What is written of a member can be typed again, and means the same.
#[test]
fn members_are_typed_as_they_are_written() {
    for plan in plans() {
        for lang in Lang::ALL {
            let text = MemberText::new(&plan, lang);
            for item in plan.items() {
                let members = form::members(&item);
                for field in form::fields(item.kind()) {
                    let Some(value) = members.get(field.name) else { continue };
                    if !MemberText::can_read(&field.shape) || says_separator(value) {
                        continue;
                    }
                    let written = text.write(&field.shape, value);
                    let read = text.read(&field.shape, &written, value).unwrap_or_else(|error| {
                        panic!("{} of {}: {written:?}: {error}", field.name, item.id())
                    });
                    let changed = [(field.name.to_string(), read)].into_iter().collect();
                    assert_eq!(form::with(&item, changed, &plan).as_ref(), Ok(&item), "{written}");
                }
            }
        }
    }
}

#[test]
fn sectors_are_called_as_on_the_map() {
    let theatre = Theatre::bundled("mali").unwrap();
    let plan = file::bundled_plan().1.plan;
    let sectors = &field(Kind::Restriction, "sectors").shape;
    let Shape::List(sector) = sectors else { panic!("it is a list") };
    let text = MemberText::new(&plan, Lang::Fr);
    let east = json!(["east", "far-east"]);
    assert_eq!(text.write(sectors, &east), "east; far-east", "without a map");
    assert_eq!(text.on(&theatre).write(sectors, &east), "Est; far-east");
    let choices = text.on(&theatre).choices(sector);
    let names: Vec<&str> = choices.iter().map(|choice| choice.name.as_str()).collect();
    assert_eq!(names, ["Centre", "Est", "Nord", "Ouest", "Sud"]);
    let north = choices.iter().find(|choice| choice.name == "Nord").unwrap();
    assert_eq!(north.value, "north");

    let gao = plan.item(&Id::new("gao").unwrap()).unwrap();
    let west = [("sector".to_string(), json!("west"))].into_iter().collect();
    let gao = form::with(&gao, west, &plan).unwrap();
    let items = plan.items().map(|item| if item.id() == gao.id() { gao.clone() } else { item });
    let moved = Plan::from_parts(plan.header().clone(), items).unwrap();
    let diff = Diff::of(&plan, &moved);
    let Change::Changed { members, .. } = &diff.items[0].change else { panic!("it is changed") };
    let say = CompareText::new(&plan, &moved, Lang::Fr).on(&theatre);
    assert_eq!(say.member_lines(Some(Kind::Site), &members[0]), ["secteur\u{a0}: Est → Ouest"]);
}

/// A list with a semicolon in one of its texts needs a form of its own.
fn says_separator(value: &Value) -> bool {
    value.is_array() && value.to_string().contains(';')
}

#[test]
fn people_type_members() {
    let plan = file::bundled_plan().1.plan;
    let theatre = Theatre::bundled("mali").unwrap();
    let typed = |lang, kind, name, typed: &str, old: Value| {
        MemberText::new(&plan, lang).on(&theatre).read(&field(kind, name).shape, typed, &old)
    };
    use Kind::*;
    let none = Value::Null;
    for (lang, kind, name, text, old, expect) in [
        (Lang::Fr, Unit, "personnel", "1 234", none.clone(), Ok(json!(1234))),
        (Lang::En, Unit, "personnel", "1,234", none.clone(), Ok(json!(1234))),
        (Lang::Fr, Site, "accuracy_km", "2,5", none.clone(), Ok(json!(2.5))),
        (Lang::En, Site, "accuracy_km", "2.5", none.clone(), Ok(json!(2.5))),
        (Lang::En, Site, "accuracy_km", "1,234.5", none.clone(), Ok(json!(1234.5))),
        (Lang::En, Site, "accuracy_km", "12,5", none.clone(), Err("A number is needed")),
        (Lang::En, Site, "accuracy_km", "0,25", none.clone(), Err("A number is needed")),
        (Lang::Fr, Site, "kind", "base temporaire", none.clone(), Ok(json!("temporary-base"))),
        (Lang::Fr, Site, "kind", "Temporary base", none.clone(), Ok(json!("temporary-base"))),
        (Lang::Fr, Activity, "site", "menaka", none.clone(), Ok(json!("menaka"))),
        (Lang::Fr, Activity, "site", "Ménaka", none.clone(), Ok(json!("menaka"))),
        (Lang::Fr, Activity, "deadline", "+7j", json!("2023-08-01"), Ok(json!("2023-08-08"))),
        (Lang::En, Activity, "pinned", "Yes", none.clone(), Ok(json!(true))),
        (Lang::Fr, Activity, "pinned", "", json!(true), Ok(none.clone())),
        (
            Lang::En,
            Site,
            "name",
            "Camp",
            json!({"fr":"Le camp"}),
            Ok(json!({"fr":"Le camp","en":"Camp"})),
        ),
        (Lang::Fr, Site, "sector", "Est", none.clone(), Ok(json!("east"))),
        (Lang::Fr, Site, "sector", "east", none.clone(), Ok(json!("east"))),
        (Lang::Fr, Site, "sector", "far-east", none.clone(), Ok(json!("far-east"))),
        (
            Lang::En,
            Site,
            "sector",
            "Far East",
            none.clone(),
            Err("The map has no sector “Far East”"),
        ),
        (
            Lang::En,
            Restriction,
            "sectors",
            "Nord; east",
            none.clone(),
            Ok(json!(["north", "east"])),
        ),
        (Lang::Fr, Restriction, "sites", "Ber; gao", none.clone(), Ok(json!(["ber", "gao"]))),
        (
            Lang::Fr,
            Activity,
            "planned",
            "1er août 2023 – 31 août 2023",
            none.clone(),
            Ok(json!({"start":"2023-08-01","end":"2023-08-31"})),
        ),
        (Lang::En, Site, "geometry", "-0.05, 16.27", none.clone(), Ok(json!([-0.05, 16.27]))),
        (Lang::En, Unit, "personnel", "many", none.clone(), Err("A number is needed")),
        (Lang::En, Activity, "deadline", "31 Nov 2023", none.clone(), Err("There is no such day")),
        (
            Lang::En,
            Site,
            "geometry",
            "here",
            none.clone(),
            Err("Longitude, then latitude, in degrees: -0.05, 16.27"),
        ),
        (
            Lang::En,
            Activity,
            "site",
            "Nowhere",
            none,
            Err("The plan has no item “Nowhere” that can stand here"),
        ),
    ] {
        let read = typed(lang, kind, name, text, old);
        assert_eq!(
            read.as_ref().map_err(String::as_str),
            expect.as_ref().map_err(|e| *e),
            "{text}"
        );
    }
}

/// All records of the plan file, by name: also those within others.
fn records() -> BTreeMap<&'static str, &'static [Field]> {
    fn visit(shape: &Shape, into: &mut BTreeMap<&'static str, &'static [Field]>) {
        match shape {
            Shape::List(of) => visit(of, into),
            Shape::Record { name, fields } => {
                into.insert(name, fields);
                fields.iter().for_each(|field| visit(&field.shape, into));
            }
            _ => {}
        }
    }
    let mut records = BTreeMap::from([("header", form::header_fields())]);
    for kind in Kind::ALL.iter().copied() {
        records.insert(form::kind_name(kind), form::fields(kind));
        form::fields(kind).iter().for_each(|field| visit(&field.shape, &mut records));
    }
    form::header_fields().iter().for_each(|field| visit(&field.shape, &mut records));
    records
}

#[test]
fn every_member_kind_and_word_has_a_name_in_both_languages() {
    for lang in Lang::ALL {
        let words = words(lang);
        for (record, fields) in records() {
            for field in fields {
                let named =
                    [format!("member-{}", field.name), format!("member-{record}-{}", field.name)];
                assert!(named.iter().any(|id| words.has(id)), "{record}: {}", field.name);
                let shape = match &field.shape {
                    Shape::List(of) => of,
                    other => other,
                };
                if let Shape::Word(list) = shape {
                    for word in &list.known {
                        assert!(
                            words.has(&format!("{}-{word}", list.name)),
                            "{} {word}",
                            list.name
                        );
                    }
                }
            }
        }
        for kind in Kind::ALL.iter().copied() {
            for id in ["kind-", "action-add-"].map(|id| format!("{id}{}", form::kind_name(kind))) {
                assert!(words.has(&id), "{id}");
            }
            assert!(words.has(&format!("kinds-{}", kind.list())), "{kind:?}");
        }
    }
}
