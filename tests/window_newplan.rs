//! A plan for another country, made and mended in the window as a new user would.
#![cfg(feature = "gui")]

mod window_common;

use std::fs;
use std::path::{Path, PathBuf};

use decamp::file;
use decamp::i18n::Lang;
use decamp::plan::{ActivityKind, Id, Plan};
use decamp::schedule::{Code, Routes, Schedule, Track};
use decamp::theatre::Theatre;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use window_common::*;

fn theatre_file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/theatres").join(name)
}

/// Picks an entry of a menu.
fn menu(driven: &mut Driven, menu: &str, entry: &str) {
    driven.get_by_label(menu).click();
    driven.run_steps(3);
    driven.get_by_label_contains(entry).click();
    driven.run_steps(4);
}

fn click(driven: &mut Driven, label: &str) {
    driven.get_by_label(label).click();
    driven.run_steps(4);
}

/// Two files, a title and the days: a plan with its sites.
fn new_plan(lang: Lang) -> Driven {
    let mut driven = open_window(lang, None);
    let fr = lang == Lang::Fr;
    let say = |french: &'static str, english: &'static str| if fr { french } else { english };
    menu(&mut driven, say("Fichier", "File"), say("depuis GeoJSON", "from GeoJSON"));
    let sites = theatre_file("plateau/bureaux.geojson");
    type_and_enter(&mut driven, "Sites", sites.to_str().unwrap());
    let sectors = theatre_file("plateau/zones.geojson");
    type_and_enter(&mut driven, say("Secteurs", "Sectors"), sectors.to_str().unwrap());
    type_and_enter(&mut driven, say("Titre", "Title"), "Plateau");
    type_and_enter(&mut driven, say("Premier jour", "First day"), "2031-03-01");
    type_and_enter(&mut driven, say("Dernier jour", "Last day"), "2032-12-31");
    driven.get_by_label_contains("3 sites");
    click(&mut driven, say("Créer le plan", "Make the plan"));
    driven
}

fn activity(plan: &Plan, kind: ActivityKind) -> Id {
    let found = plan.activities().iter().find(|activity| activity.kind == kind);
    (*found.expect("the chain has it").id).clone()
}

fn broken_links(plan: &std::sync::Arc<Plan>) -> usize {
    let schedule = Schedule::of(plan, &Routes::of(plan, &Theatre::world()));
    let problems = schedule.problems(Track::Planned).iter();
    problems.filter(|problem| problem.code == Code::LinkBroken).count()
}

#[test]
fn a_plan_is_made_of_two_files() {
    for lang in [Lang::Fr, Lang::En] {
        let driven = new_plan(lang);
        let plan = driven.state().plan();
        assert_eq!(plan.sites().len(), 4, "three and a way out");
        assert_eq!(plan.header().title.in_language("fr"), "Plateau");
        assert!(plan.sites().iter().all(|site| site.is_exit() || site.sector.is_some()));
        assert!(!driven.state().is_saved(), "it is nowhere on disk");
        assert_eq!(driven.state().day(), day("2031-03-01"));
        // The map is fitted: every site is on it.
        for name in ["Bureau d’Orame", "Bureau de Sel", "Siège de Tarn"] {
            on_map(&driven, name);
        }
    }
}

#[test]
fn a_camp_is_closed_in_one_step_and_its_problems_are_mended() {
    let mut driven = new_plan(Lang::En);
    let before = driven.state().plan().clone();
    on_map(&driven, "Bureau de Sel").click();
    driven.run_steps(4);
    click(&mut driven, "Close this camp…");
    type_and_enter(&mut driven, "End of the handover", "30 sept 2031");
    driven.get_by_label("No new problems");
    click(&mut driven, "Add to the plan");
    let closed = driven.state().plan().clone();
    assert_eq!(closed.activities().len(), 8);
    let selected: Vec<&Id> = driven.state().selected().collect();
    assert_eq!(selected.len(), 8, "what is new is selected");
    let handover = activity(&closed, ActivityKind::Handover);
    assert_eq!(planned(&driven, handover.as_str()).end, Some(day("2031-09-30")));

    // One step to take it back, and one to have it again.
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert_eq!(*driven.state().plan(), before);
    press(&mut driven, Modifiers::COMMAND, Key::Y);
    assert_eq!(*driven.state().plan(), closed);

    // A step that is moved later breaks the chain; the offered fixes mend it, each
    // handing the delay on to the next.
    let name = "Environmental clearance of Bureau de Sel";
    bar(&mut driven, name);
    click_bar(&mut driven, name);
    for _ in 0..3 {
        press(&mut driven, Modifiers::ALT, Key::ArrowRight);
    }
    assert_eq!(broken_links(driven.state().plan()), 1);
    // The list of problems offers the fixes.
    press(&mut driven, Modifiers::COMMAND, Key::Num5);
    let mut fixes = 0;
    while broken_links(driven.state().plan()) > 0 {
        driven.query_all_by_label("Fix").next().expect("a fix is offered").click();
        driven.run_steps(4);
        fixes += 1;
        assert!(fixes < 20, "the chain has an end");
    }
    let end = planned(&driven, handover.as_str()).end;
    assert_eq!(end, Some(day("2031-10-03")));
}

#[test]
fn steps_can_be_changed_before_they_are_made() {
    let mut driven = new_plan(Lang::En);
    // The menu of the camp on the map, then the one of the window.
    on_map(&driven, "Siège de Tarn").click_secondary();
    driven.run_steps(3);
    click(&mut driven, "Close this camp…");
    driven.get_by_label("Close a camp");
    click(&mut driven, "Cancel");
    menu(&mut driven, "Edit", "Close a camp");
    type_and_enter(&mut driven, "End of the handover", "2031-09-30");
    click(&mut driven, "Hazardous material out");
    click(&mut driven, "Add to the plan");
    let plan = driven.state().plan();
    assert_eq!(plan.activities().len(), 7);
    assert!(plan.activities().iter().all(|activity| activity.kind != ActivityKind::Other));
}

#[test]
fn a_file_that_does_not_do_is_told_and_can_be_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let wrong = folder.path().join("wrong.geojson");
    fs::write(&wrong, "{ \"type\": ").unwrap();
    let mut driven = open_window(Lang::En, None);
    menu(&mut driven, "File", "from GeoJSON");
    type_and_enter(&mut driven, "Sites", wrong.to_str().unwrap());
    driven.get_by_label_contains("wrong.geojson");
    let zones = theatre_file("plateau/zones.geojson");
    type_and_enter(&mut driven, "Sites", zones.to_str().unwrap());
    click(&mut driven, "Make the plan");
    driven.get_by_label_contains("feature 1: a site must be a point");
    let sites = theatre_file("plateau/bureaux.geojson");
    type_and_enter(&mut driven, "Sites", sites.to_str().unwrap());
    click(&mut driven, "Make the plan");
    assert_eq!(driven.state().plan().sites().len(), 4);
}

#[test]
fn the_files_are_chosen_in_the_dialog_and_esc_leads_back() {
    let mut driven = open_window(Lang::En, None);
    menu(&mut driven, "File", "from GeoJSON");
    click(&mut driven, "Choose… Sites");
    driven.get_by_label("Choose a GeoJSON file");
    press(&mut driven, Modifiers::NONE, Key::Escape);
    driven.get_by_label("New plan from GeoJSON");
    click(&mut driven, "Choose… Sites");
    let sites = theatre_file("coast/sites.geojson");
    type_and_enter(&mut driven, "Path of the file", sites.to_str().unwrap());
    driven.get_by_label_contains("3 sites");
    click(&mut driven, "Make the plan");
    assert_eq!(driven.state().plan().sites().len(), 3);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("coast.decamp");
    press(&mut driven, Modifiers::COMMAND, Key::S);
    driven.run_steps(2);
    type_and_enter(&mut driven, "Path of the file", path.to_str().unwrap());
    assert_eq!(file::open(&path).unwrap().plan, **driven.state().plan());
}

#[test]
fn the_theatre_s_own_map_is_used() {
    let mut driven = open_window(Lang::En, None);
    menu(&mut driven, "File", "from GeoJSON");
    let of = |name: &str| theatre_file("south").join(name).to_str().unwrap().to_owned();
    type_and_enter(&mut driven, "Sites", &of("camps.geojson"));
    type_and_enter(&mut driven, "Country or borders", &of("sectors.geojson"));
    driven.get_by_label_contains("must be called boundary.geojson");
    type_and_enter(&mut driven, "Country or borders", &of("boundary.geojson"));
    click(&mut driven, "Make the plan");
    let plan = driven.state().plan();
    assert!(plan.header().theatre.ends_with("tests/data/theatres/south/"));
    let sectors: Vec<_> = plan.sites().iter().filter_map(|site| site.sector.clone()).collect();
    assert_eq!(sectors.len(), 3);
    on_map(&driven, "Camp Austral");
}
