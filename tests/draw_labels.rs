//! Labels of the map over random cameras: none over another, no closing camp
//! without its name, none jumping while the plan plays. So with the symbols of units.

mod common;

use std::collections::BTreeMap;

use common::parts::{layer, letters};
use common::{Bundled, Shot};
use decamp::calendar::{Day, Moment};
use decamp::draw::Theme;
use decamp::geo::{Camera, LonLat, MapView, ViewSize};
use decamp::i18n::Lang;
use decamp::scene::{Group, Item, Label, Node, Point, Rect, Scene, Subject};
use decamp::schedule::{SiteState, Track};
use proptest::prelude::*;
use proptest::sample::select;

thread_local!(static BUNDLED: Bundled = Bundled::read());

/// The labels of the layer of names, with what each stands for.
fn names(scene: &Scene) -> Vec<(Label, Option<String>)> {
    let label = |node: &Node| match &node.item {
        Item::Label(label) => Some((label.clone(), subject(node))),
        _ => None,
    };
    layer(scene, "names").iter().filter_map(label).collect()
}

fn subject(node: &Node) -> Option<String> {
    match &node.subject {
        Some(Subject::Item(id)) => Some(id.to_string()),
        Some(Subject::Sector(id)) => Some(format!("sector {id}")),
        _ => None,
    }
}

/// What stands on the map and hides what lies below it.
fn panels(scene: &Scene) -> Vec<Rect> {
    layer(scene, "furniture").iter().filter_map(Node::bounds).collect()
}

/// What the symbols of units cover, in the rows of camps and beside the numbers of
/// those under way; without the pale rim, which may lie over anything.
fn symbols(scene: &Scene) -> Vec<Rect> {
    fn collect(nodes: &[Node], found: &mut Vec<Rect>) {
        for node in nodes {
            match &node.item {
                Item::Group(group) if group.name == "unit" => {
                    found.extend(node.bounds().map(|rect| rect.grown(-RIM)));
                }
                Item::Group(group) if group.name != "furniture" => collect(&group.nodes, found),
                _ => {}
            }
        }
    }
    const RIM: f32 = 1.5;
    let mut found = Vec::new();
    collect(&scene.nodes, &mut found);
    found
}

/// The numbers of those in the rows of camps who have no symbol, and of those under way.
fn numbers(scene: &Scene) -> Vec<Label> {
    let layers = scene.nodes.iter().filter_map(|node| match &node.item {
        Item::Group(Group { name: "units" | "batches", nodes, .. }) => Some(nodes),
        _ => None,
    });
    let rows = layers.flatten().filter_map(|node| match &node.item {
        Item::Group(row) => Some(&row.nodes),
        _ => None,
    });
    let label = |node: &Node| match &node.item {
        Item::Label(label) => Some(label.clone()),
        _ => None,
    };
    rows.flatten().filter_map(label).collect()
}

/// Names, numbers and symbols of a picture keep clear of each other.
fn apart(scene: &Scene) -> Result<(), TestCaseError> {
    let names = names(scene).into_iter().map(|(label, _)| label);
    let texts: Vec<Label> = names.chain(numbers(scene)).collect();
    for (i, a) in texts.iter().enumerate() {
        for b in &texts[..i] {
            prop_assert!(!letters(a).intersects(letters(b)), "{} and {}", a.text, b.text);
        }
    }
    let symbols = symbols(scene);
    for (i, a) in symbols.iter().enumerate() {
        for text in &texts {
            prop_assert!(!letters(text).intersects(*a), "{} and a symbol at {a:?}", text.text);
        }
        for b in &symbols[..i] {
            prop_assert!(!a.intersects(*b), "symbols at {a:?} and {b:?}");
        }
    }
    Ok(())
}

/// A day of the plan.
fn day() -> impl Strategy<Value = Day> {
    let first = Day::from_ymd(2023, 6, 30).unwrap();
    (0..=200_i64).prop_map(move |after| first + after)
}

fn shot() -> impl Strategy<Value = Shot> {
    let camera = (-14.0..6.0f64, 9.0..26.0f64, 3.0..10.0f64);
    let size = (320.0..2400.0f64, 240.0..1300.0f64);
    let themes = select(&[Theme::Light, Theme::Dark, Theme::Print][..]);
    let langs = select(&[Lang::Fr, Lang::En][..]);
    (camera, size, themes, langs, any::<bool>(), any::<bool>()).prop_map(
        |(camera, size, theme, lang, forecast, marks)| Shot {
            camera: Some(camera),
            size,
            theme,
            lang,
            forecast,
            marks,
            ..Shot::at("2023-10-01")
        },
    )
}

/// Where camps are well apart.
fn near_shot() -> impl Strategy<Value = Shot> {
    let camps = vec![(-0.05, 16.27), (-3.0, 16.77), (1.4, 18.44), (-8.0, 12.64), (-4.1, 14.5)];
    let around = (select(camps), -1.0..1.0f64, -1.0..1.0f64, 7.0..10.0f64);
    (shot(), around).prop_map(|(shot, ((lon, lat), east, north, zoom))| {
        let reach = (7.0 - zoom).exp2();
        Shot { camera: Some((lon + east * reach, lat + north * reach, zoom)), ..shot }
    })
}

/// The rows of camps, by who is in them, with the box around all.
fn crews(scene: &Scene) -> Vec<(String, Rect)> {
    let row = |node: &Node| {
        let Item::Group(group) = &node.item else { return None };
        let unit = |node: &Node| match &node.item {
            Item::Label(label) => label.text.clone(),
            _ => subject(node).unwrap_or_default(),
        };
        let units: Vec<String> = group.nodes.iter().map(unit).collect();
        Some((format!("{:?}: {units:?}", subject(node)), node.bounds()?))
    };
    layer(scene, "units").iter().filter_map(row).collect()
}

/// Each camp of the picture that is being closed has its name, but for those so near to
/// its edge.
fn closing_are_named(shot: &Shot, moment: Moment, edge: f32) -> Result<(), TestCaseError> {
    BUNDLED.with(|bundled| {
        let scene = bundled.scene_at(shot, moment);
        let named: Vec<_> = names(&scene).into_iter().filter_map(|(_, id)| id).collect();
        let (lon, lat, zoom) = shot.camera.unwrap();
        let size = ViewSize::new(shot.size.0, shot.size.1);
        let view = MapView::new(Camera::new(LonLat::new(lon, lat).unwrap(), zoom), size);
        let panels = panels(&scene);
        // A symbol at the very edge is hardly there.
        let frame = Rect::new(0.0, 0.0, shot.size.0 as f32, shot.size.1 as f32).grown(-edge);
        let track = if shot.forecast { Track::Forecast } else { Track::Planned };
        for now in &bundled.schedule.snapshot(track, moment).sites {
            let site = bundled.plan.sites().get(&now.id).unwrap();
            let Some(place) = site.place.filter(|_| now.state == SiteState::Closing) else {
                continue;
            };
            let at = Point::from(view.view_from_lonlat(place));
            if frame.contains(at) && !panels.iter().any(|panel| panel.contains(at)) {
                let id = site.id.to_string();
                prop_assert!(named.contains(&id), "{id} at {at:?} has no name");
            }
        }
        Ok(())
    })
}

#[test]
fn a_camp_that_closes_between_headline_and_legend_has_its_name() {
    let camera = Some((-0.398_70, 16.360_73, 8.209_13));
    let shot = Shot { size: (1093.64, 468.63), camera, ..Shot::at("2023-10-01") };
    let moment = Moment::beginning_of(Day::from_ymd(2023, 7, 16).unwrap());
    closing_are_named(&shot, moment, 40.0).unwrap_or_else(|fault| panic!("{fault}"));
}

/// Where all sites of the plan are in one corner of the picture, ways out lie close.
#[test]
fn numbers_at_ways_out_keep_clear_of_each_other() {
    let first = Day::from_ymd(2023, 6, 30).unwrap();
    for (size, camera) in [
        ((2086.46, 381.46), (0.0, 23.66, 4.7656)),
        ((564.34, 819.32), (5.737, 22.6, 4.717)),
        ((900.0, 500.0), (-2.0, 17.0, 3.2)),
    ] {
        let shot = Shot { size, camera: Some(camera), ..Shot::at("2023-10-01") };
        for after in [30, 64, 120, 180] {
            let moment = Moment::beginning_of(first + after);
            let scene = BUNDLED.with(|bundled| bundled.scene_at(&shot, moment));
            apart(&scene).unwrap_or_else(|fault| panic!("{shot:?} {after}: {fault}"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_two_names_overlap(shot in shot(), day in day()) {
        let scene = BUNDLED.with(|bundled| bundled.scene_at(&shot, Moment::beginning_of(day)));
        apart(&scene)?;
    }

    #[test]
    fn near_the_camps_symbols_of_units_keep_clear_of_all_names(shot in near_shot(), day in day()) {
        let scene = BUNDLED.with(|bundled| bundled.scene_at(&shot, Moment::beginning_of(day).plus(0.6)));
        apart(&scene)?;
    }

    #[test]
    fn no_row_jumps_as_long_as_the_same_are_in_it(shot in near_shot(), first in day()) {
        let mut places: BTreeMap<String, Rect> = BTreeMap::new();
        for after in 0..6 {
            let moment = Moment::beginning_of(first + after).plus(0.4);
            let scene = BUNDLED.with(|bundled| bundled.scene_at(&shot, moment));
            for (row, rect) in crews(&scene) {
                let place = *places.entry(row.clone()).or_insert(rect);
                prop_assert_eq!(place, rect, "{} jumps on {}", row, first + after);
            }
        }
    }

    #[test]
    fn a_camp_that_closes_has_its_name(shot in shot(), day in day()) {
        closing_are_named(&shot, Moment::beginning_of(day), 24.0)?;
    }

    #[test]
    fn from_near_too_a_camp_that_closes_has_its_name(shot in near_shot(), day in day()) {
        // Between the legend and the edge of the picture there is no room for a name.
        closing_are_named(&shot, Moment::beginning_of(day), 40.0)?;
    }

    #[test]
    fn no_name_jumps_while_the_plan_plays(shot in shot(), first in day()) {
        BUNDLED.with(|bundled| {
            let track = if shot.forecast { Track::Forecast } else { Track::Planned };
            let mut before: BTreeMap<String, (Option<SiteState>, Point)> = BTreeMap::new();
            for after in 0..6 {
                let moment = Moment::beginning_of(first + after).plus(0.4);
                let snapshot = bundled.schedule.snapshot(track, moment);
                let mut now = BTreeMap::new();
                for (label, id) in names(&bundled.scene_at(&shot, moment)) {
                    let state = snapshot.sites.iter().find(|site| Some(site.id.to_string()) == id);
                    let key = format!("{id:?} {}", label.text);
                    now.insert(key, (state.map(|site| site.state), label.at));
                }
                for (key, (state, at)) in &now {
                    if let Some((state_before, at_before)) = before.get(key)
                        && state == state_before
                    {
                        prop_assert_eq!(at, at_before, "{} jumps on {}", key, first + after);
                    }
                }
                before = now;
            }
            Ok(())
        })?;
    }
}
