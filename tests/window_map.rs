//! The map, driven by pointer and keys, and the plan looked at afterwards.
//!
//! | what the design asks for (interaction.md › Map) | tests |
//! |---|---|
//! | wheel about the pointer | `the_wheel_zooms_about_the_pointer` |
//! | drag pans; double-click in, with Shift out | `drag_and_double_click_move_the_view` |
//! | Shift+drag box zoom | `a_box_is_enlarged` |
//! | + - 0 F; mouse back and forward for earlier views | `earlier_views_come_back` |
//! | hover card | `a_card_tells_of_the_site_under_the_pointer` |
//! | a click selects on map, timeline and outline, in view | `a_click_selects_everywhere` |
//! | right-click: coordinates, measure, new site | `the_menu_copies_measures_and_adds` |
//! | a site moves only while sites are edited; Esc, one step, keys | `sites_move_only_while_they_are_edited`, `a_site_is_moved_by_keys` |
//! | sites added, removed, drawn to the roads | `sites_are_put_and_taken_away`, `a_site_is_drawn_to_the_roads` |
//! | legend entries are counters and filters | `the_legend_filters`, `the_legend_filters_whole_flows`; as counters and with the rest of the furniture: `tests/draw_map.rs` |
//! | arrowheads when paused, widths, state by shape | `tests/draw_map.rs` (golden scenes), `src/draw/symbols.rs` |
//! | measuring | `distances_are_measured_over_several_points` |
//!
//! Sectors on the map: `tests/window_sectors.rs`. Two dates or tracks side by side:
//! `tests/window_swipe.rs`.
#![cfg(feature = "gui")]

mod window_common;

use decamp::geo::{LonLat, distance_km};
use decamp::i18n::Lang;
use decamp::plan::{Id, SiteId};
use eframe::egui::{Key, Modifiers, OutputCommand, PointerButton, Rect, Role, vec2};
use egui_kittest::kittest::Queryable;

use window_common::map::{at, button, chart, click, drag, drag_to, hold, place_at, release, wheel};
use window_common::{Driven, on_map, open_smooth, press};

fn open() -> Driven {
    open_smooth(None)
}

fn site_place(driven: &Driven, id: &str) -> LonLat {
    driven.state().plan().sites().get(&SiteId::new(id).unwrap()).unwrap().place.unwrap()
}

fn zoom(driven: &Driven) -> f64 {
    driven.state().map_camera().unwrap().zoom
}

#[test]
fn the_wheel_zooms_about_the_pointer() {
    let mut driven = open();
    // Over a camp as well as over the land.
    for point in [on_map(&driven, "Gao").rect().center(), chart(&driven).0.center()] {
        let (before, place) = (zoom(&driven), place_at(&driven, point));
        wheel(&mut driven, point, 200.0);
        assert!(zoom(&driven) > before + 0.5);
        assert!(at(&driven, place).distance(point) < 0.5, "the place stays under the pointer");
    }
}

#[test]
fn drag_and_double_click_move_the_view() {
    let mut driven = open();
    let point = chart(&driven).0.center() + vec2(-200.0, 90.0);
    let place = place_at(&driven, point);
    drag(&mut driven, point, vec2(60.0, -30.0));
    release(&mut driven);
    assert!(at(&driven, place).distance(point + vec2(60.0, -30.0)) < 1.0);
    for (modifiers, levels) in [(Modifiers::NONE, 1.0), (Modifiers::SHIFT, -1.0)] {
        // The click before is not the first of this double-click.
        driven.run_steps(60);
        let before = zoom(&driven);
        hold(&mut driven, modifiers);
        click(&mut driven, point);
        click(&mut driven, point);
        hold(&mut driven, Modifiers::NONE);
        assert!((zoom(&driven) - before - levels).abs() < 1e-6, "{levels}");
    }
}

#[test]
fn a_box_is_enlarged() {
    let mut driven = open();
    let (area, _) = chart(&driven);
    let (from, by) = (area.center() - vec2(150.0, 60.0), vec2(200.0, 100.0));
    let (middle, before) = (place_at(&driven, from + by / 2.0), zoom(&driven));
    hold(&mut driven, Modifiers::SHIFT);
    drag(&mut driven, from, by);
    press(&mut driven, Modifiers::SHIFT, Key::Escape);
    release(&mut driven);
    assert_eq!(zoom(&driven), before, "a box that is given up enlarges nothing");
    hold(&mut driven, Modifiers::SHIFT);
    drag(&mut driven, from, by);
    release(&mut driven);
    hold(&mut driven, Modifiers::NONE);
    let expect = (area.width() / by.x).min(area.height() / by.y).log2();
    assert!((zoom(&driven) - before - f64::from(expect)).abs() < 0.01);
    assert!(at(&driven, middle).distance(area.center()) < 2.0);
}

#[test]
fn earlier_views_come_back() {
    let mut driven = open();
    let start = driven.state().map_camera().unwrap();
    let middle = chart(&driven).0.center() + vec2(-230.0, 60.0);
    wheel(&mut driven, middle, 100.0);
    driven.run_steps(90);
    let near = driven.state().map_camera().unwrap();
    drag(&mut driven, middle, vec2(80.0, 40.0));
    release(&mut driven);
    let moved = driven.state().map_camera().unwrap();
    for (extra, expect) in [
        (PointerButton::Extra1, near),
        (PointerButton::Extra1, start),
        (PointerButton::Extra2, near),
        (PointerButton::Extra2, moved),
    ] {
        button(&mut driven, extra, middle, true);
        button(&mut driven, extra, middle, false);
        driven.run_steps(1);
        assert_eq!(driven.state().map_camera(), Some(expect));
    }
    for (modifiers, key, expect) in [
        (Modifiers::SHIFT, Key::PageUp, near),
        (Modifiers::SHIFT, Key::PageUp, start),
        (Modifiers::SHIFT, Key::PageDown, near),
    ] {
        press(&mut driven, modifiers, key);
        assert_eq!(driven.state().map_camera(), Some(expect));
    }
    press(&mut driven, Modifiers::NONE, Key::Plus);
    assert!((zoom(&driven) - near.zoom - 0.5).abs() < 1e-9);
    press(&mut driven, Modifiers::NONE, Key::Minus);
    assert!((zoom(&driven) - near.zoom).abs() < 1e-9);
    on_map(&driven, "Kidal").click();
    driven.run_steps(2);
    press(&mut driven, Modifiers::NONE, Key::F);
    assert!(at(&driven, site_place(&driven, "kidal")).distance(chart(&driven).0.center()) < 1.0);
    press(&mut driven, Modifiers::NONE, Key::Num0);
    assert!((zoom(&driven) - start.zoom).abs() < 1e-9);
}

#[test]
fn a_card_tells_of_the_site_under_the_pointer() {
    let mut driven = open();
    let point = on_map(&driven, "Gao").rect().center();
    driven.hover_at(point);
    driven.run_steps(4);
    driven.get_by_label_contains(" · open");
    driven.get_by_label_contains("Next:");
    let card = |driven: &Driven, text: &str| driven.query_all_by_label_contains(text).count();
    assert!(card(&driven, " people ·") > 0, "people and materiel");
    driven.hover_at(chart(&driven).0.left_top() + vec2(4.0, 4.0));
    driven.run_steps(4);
    assert_eq!(card(&driven, "Next:"), 0);
}

#[test]
fn a_click_selects_everywhere() {
    let mut driven = open();
    let point = on_map(&driven, "Tessalit").rect().center();
    click(&mut driven, point);
    driven.run_steps(20);
    let selected: Vec<_> = driven.state().selected().map(Id::to_string).collect();
    assert_eq!(selected, ["tessalit"]);
    let window = driven.ctx.content_rect();
    let in_outline = driven.get_all_by_role_and_label(Role::Button, "Tessalit");
    let mut in_outline = in_outline.filter(|node| node.value().is_none());
    assert!(in_outline.any(|node| window.contains_rect(node.rect()) && node.rect().left() < 240.0));
    let bar = driven.get_by_role_and_label(Role::Slider, "Closure of Tessalit").rect();
    assert!(window.contains_rect(bar), "{bar:?}");
}

/// Opens the menu of the map at a point.
fn menu(driven: &mut Driven, point: eframe::egui::Pos2) {
    driven.hover_at(point);
    driven.run_steps(1);
    button(driven, PointerButton::Secondary, point, true);
    button(driven, PointerButton::Secondary, point, false);
    driven.run_steps(3);
}

#[test]
fn the_menu_copies_measures_and_adds() {
    let mut driven = open();
    let point = at(&driven, LonLat::new(-2.0, 20.0).unwrap());
    let place = place_at(&driven, point);
    let texts = [
        decamp::geo::decimal(place),
        decamp::geo::dms(place),
        decamp::geo::mgrs(place, 5).unwrap(),
    ];
    for text in texts {
        menu(&mut driven, point);
        driven.get_by_label(&format!("Copy {text}")).click();
        driven.step();
        let commands = driven.output().platform_output.commands.clone();
        assert!(commands.contains(&OutputCommand::CopyText(text)), "{commands:?}");
        driven.run_steps(2);
    }
    menu(&mut driven, point);
    driven.get_by_label("Measure from here").click();
    driven.run_steps(3);
    driven.get_by_label("Done");
    press(&mut driven, Modifiers::NONE, Key::Escape);
    // Gone with the tool: what stands above the map.
    assert!(driven.query_by_label("Done").is_none());
    menu(&mut driven, point);
    driven.get_by_label("New site here").click();
    driven.run_steps(3);
    let new = driven.state().selected().next().unwrap().clone();
    let site = driven.state().plan().sites().find(&new).unwrap().clone();
    assert!(distance_km(site.place.unwrap(), place) < 0.01);
    assert_eq!(site.sector.as_ref().map(|sector| sector.as_str()), Some("west"));
}

#[test]
fn sites_move_only_while_they_are_edited() {
    let mut driven = open();
    let from = site_place(&driven, "kidal");
    let point = at(&driven, from);
    drag(&mut driven, point, vec2(70.0, 40.0));
    release(&mut driven);
    assert_eq!(site_place(&driven, "kidal"), from, "the map is moved, not the site");
    press(&mut driven, Modifiers::NONE, Key::E);
    let (point, steps) = (at(&driven, from), driven.state().whole_plan().clone());
    let to = place_at(&driven, point + vec2(50.0, 30.0));
    hold(&mut driven, Modifiers::ALT);
    drag(&mut driven, point, vec2(50.0, 30.0));
    assert!(distance_km(site_place(&driven, "kidal"), to) < 0.1, "live, before it is released");
    press(&mut driven, Modifiers::ALT, Key::Escape);
    assert_eq!(site_place(&driven, "kidal"), from, "Esc gives it up");
    release(&mut driven);
    hold(&mut driven, Modifiers::ALT);
    assert!(driven.state().is_saved());
    drag(&mut driven, point, vec2(50.0, 30.0));
    release(&mut driven);
    hold(&mut driven, Modifiers::NONE);
    assert!(distance_km(site_place(&driven, "kidal"), to) < 0.1);
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert_eq!(site_place(&driven, "kidal"), from, "one drag is one step");
    assert_eq!(**driven.state().whole_plan(), *steps);
}

#[test]
fn a_site_is_moved_by_keys() {
    let mut driven = open();
    press(&mut driven, Modifiers::NONE, Key::E);
    let from = site_place(&driven, "gao");
    on_map(&driven, "Gao").focus();
    driven.run_steps(2);
    let day = driven.state().day();
    for key in [Key::ArrowRight, Key::ArrowRight, Key::ArrowDown] {
        press(&mut driven, Modifiers::NONE, key);
    }
    let to = site_place(&driven, "gao");
    let by = at(&driven, to) - at(&driven, from);
    assert!((by - vec2(2.0, 1.0)).length() < 0.1, "{by:?}");
    assert_eq!(driven.state().day(), day, "the arrows are for the site");
    driven.run_steps(90);
    press(&mut driven, Modifiers::COMMAND, Key::Z);
    assert_eq!(site_place(&driven, "gao"), from, "keys in a row are one step");
}

#[test]
fn sites_are_put_and_taken_away() {
    let mut driven = open();
    let count = driven.state().plan().sites().len();
    press(&mut driven, Modifiers::NONE, Key::E);
    driven.get_by_label("New site").click();
    driven.run_steps(2);
    let point = at(&driven, LonLat::new(-4.0, 21.0).unwrap());
    let place = place_at(&driven, point);
    click(&mut driven, point);
    assert_eq!(driven.state().plan().sites().len(), count + 1);
    let new = driven.state().selected().next().unwrap().clone();
    let put = driven.state().plan().sites().find(&new).unwrap().place.unwrap();
    assert!(distance_km(put, place) < 0.01);
    press(&mut driven, Modifiers::NONE, Key::Delete);
    assert_eq!(driven.state().plan().sites().len(), count, "nothing depends on it");
    // Much depends on a camp: that is asked first.
    let gao = at(&driven, site_place(&driven, "gao"));
    click(&mut driven, gao);
    press(&mut driven, Modifiers::NONE, Key::Delete);
    assert_eq!(driven.state().plan().sites().len(), count);
    driven.get_by_role_and_label(Role::Button, "Cancel");
}

#[test]
fn a_site_is_drawn_to_the_roads() {
    let mut driven = open();
    press(&mut driven, Modifiers::NONE, Key::E);
    let theatre = decamp::theatre::Theatre::bundled("mali").unwrap();
    let kidal = site_place(&driven, "kidal");
    let near = |node: &&LonLat| (50.0..400.0).contains(&distance_km(**node, kidal));
    let node = *theatre.road_graph().nodes().iter().find(near).unwrap();
    let (from, to) = (at(&driven, kidal), at(&driven, node));
    drag_to(&mut driven, from, to + vec2(4.0, -3.0));
    release(&mut driven);
    assert_eq!(site_place(&driven, "kidal"), node);
}

#[test]
fn the_legend_filters() {
    let mut driven = open();
    let shown = |driven: &Driven, name: &str| {
        let mut named = driven.query_all_by_role_and_label(Role::Button, name);
        named.any(|node| node.value().is_some())
    };
    assert!(shown(&driven, "Gao"));
    let row = driven.get_by_role_and_label(Role::CheckBox, "Legend: open").rect().center();
    click(&mut driven, row);
    assert!(!shown(&driven, "Gao"), "what is open is hidden");
    let card = driven.query_by_label("Some things are hidden by the legend");
    assert!(card.is_some(), "and that is told");
    driven.get_by_label("Show everything on the map").click();
    driven.run_steps(3);
    assert!(shown(&driven, "Gao"));
}

/// A hundred people a day by road, and on the 10th of August, for that day, a hundred and
/// fifty more by air, where two hundred a day may go.
const OVER_A_LIFT: &str = r#"{"format": "decamp-plan", "version": 1, "theatre": "mali",
    "horizon": {"start": "2023-08-09", "end": "2023-12-31"},
    "sites": {"type": "FeatureCollection", "features": [
        {"type": "Feature", "id": "gao",
            "geometry": {"type": "Point", "coordinates": [-0.04472, 16.27167]},
            "properties": {"name": "Gao", "kind": "camp", "basis": [{"status": "planner"}]}},
        {"type": "Feature", "id": "kidal",
            "geometry": {"type": "Point", "coordinates": [1.40778, 18.44111]},
            "properties": {"name": "Kidal", "kind": "camp", "basis": [{"status": "planner"}]}}]},
    "units": [{"id": "u", "name": "u", "category": "military", "kind": "infantry", "site": "gao",
        "personnel": 2000, "basis": [{"status": "planner"}]}],
    "movements": [
        {"id": "by-road", "kind": "redeployment", "from": "gao", "to": "kidal", "mode": "road",
            "planned": {"start": "2023-08-10", "end": "2023-08-19"}, "trip_days": 2,
            "loads": [{"unit": "u", "personnel": 900}], "basis": [{"status": "planner"}]},
        {"id": "by-air", "kind": "redeployment", "from": "gao", "to": "kidal", "mode": "air",
            "planned": {"start": "2023-08-10", "end": "2023-08-10"}, "trip_days": 1,
            "loads": [{"unit": "u", "personnel": 150}], "basis": [{"status": "planner"}]}],
    "limits": [{"id": "lift", "kind": "lift", "per_day": {"personnel": 200},
        "basis": [{"status": "planner"}]}]}"#;

#[test]
fn the_legend_filters_whole_flows() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.decamp");
    std::fs::write(&plan, OVER_A_LIFT).unwrap();
    let mut driven = open_smooth(Some(&plan));
    // What is drawn between the camps.
    let drawn = |driven: &Driven| {
        let middle = ["gao", "kidal"].map(|id| site_place(driven, id));
        let (from, to) = (at(driven, middle[0]), at(driven, middle[1]));
        let area = Rect::from_center_size(from.lerp(to, 0.5), vec2(20.0, 20.0));
        let shapes = driven.output().shapes.iter();
        shapes.filter(|it| it.shape.visual_bounding_rect().intersects(area)).count()
    };
    let click_row = |driven: &mut Driven| {
        let row = driven.get_by_role_and_label(Role::CheckBox, "Legend: military").rect();
        click(driven, row.center());
        driven.run_steps(40);
    };
    click_row(&mut driven);
    let nothing = drawn(&driven);
    press(&mut driven, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(driven.state().day().to_string(), "2023-08-10");
    assert_eq!(drawn(&driven), nothing, "also of what is over at the close of the day");
    click_row(&mut driven);
    assert!(drawn(&driven) > nothing + 6, "bands, their marks, and hatches over them");
}

#[test]
fn distances_are_measured_over_several_points() {
    let mut driven = open();
    press(&mut driven, Modifiers::NONE, Key::M);
    let places = ["bamako", "gao", "kidal"].map(|id| site_place(&driven, id));
    let km = |places: &[LonLat]| {
        let km: f64 = places.windows(2).map(|leg| distance_km(leg[0], leg[1])).sum();
        km.round() as i64
    };
    for place in places {
        let point = at(&driven, place);
        click(&mut driven, point);
        driven.run_steps(40);
    }
    assert_eq!(driven.state().selected().count(), 0, "a click puts a point and selects nothing");
    let figure = |driven: &Driven, km: i64| {
        let text = |km: i64| decamp::i18n::number(km, Lang::En) + " km";
        // A point of the window is about a kilometre.
        (km - 3..=km + 3).any(|km| driven.query_by_label(&text(km)).is_some())
    };
    assert!(figure(&driven, km(&places)));
    press(&mut driven, Modifiers::NONE, Key::Backspace);
    assert!(figure(&driven, km(&places[..2])));
    press(&mut driven, Modifiers::NONE, Key::Escape);
    assert!(driven.query_by_label("Done").is_none());
    // By keys alone: the map has the focus, and Space puts a point in its middle.
    press(&mut driven, Modifiers::NONE, Key::M);
    driven.hover_at(eframe::egui::pos2(5.0, 5.0));
    driven.run_steps(1);
    let middle = place_at(&driven, chart(&driven).0.center());
    press(&mut driven, Modifiers::NONE, Key::Space);
    press(&mut driven, Modifiers::NONE, Key::ArrowRight);
    press(&mut driven, Modifiers::NONE, Key::ArrowRight);
    press(&mut driven, Modifiers::NONE, Key::Space);
    assert!(!driven.state().is_playing());
    let next = place_at(&driven, chart(&driven).0.center());
    assert!(figure(&driven, km(&[middle, next])));
}
