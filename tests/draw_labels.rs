//! Labels of the map over random cameras: none over another, no closing camp
//! without its name, none jumping while the plan plays.

mod common;

use std::collections::BTreeMap;

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
    let layer = scene.nodes.iter().find_map(|node| match &node.item {
        Item::Group(group) if group.name == "names" => Some(&group.nodes),
        _ => None,
    });
    let label = |node: &Node| match &node.item {
        Item::Label(label) => Some((label.clone(), subject(node))),
        _ => None,
    };
    layer.map_or(Vec::new(), |nodes| nodes.iter().filter_map(label).collect())
}

fn subject(node: &Node) -> Option<String> {
    match &node.subject {
        Some(Subject::Item(id)) => Some(id.to_string()),
        Some(Subject::Sector(id)) => Some(format!("sector {id}")),
        _ => None,
    }
}

/// What the letters of a label cover.
fn letters(label: &Label) -> Rect {
    let start = label.start();
    let width = decamp::scene::measure(&label.text, label.font) - label.font.spacing;
    Rect::new(start.x, start.y - label.font.cap_height(), width, label.font.cap_height())
}

/// What stands on the map and hides what lies below it.
fn panels(scene: &Scene) -> Vec<Rect> {
    let furniture = scene.nodes.iter().find_map(|node| match &node.item {
        Item::Group(Group { name: "furniture", nodes, .. }) => Some(nodes),
        _ => None,
    });
    furniture.map_or(Vec::new(), |nodes| nodes.iter().filter_map(Node::bounds).collect())
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_two_names_overlap(shot in shot(), day in day()) {
        let scene = BUNDLED.with(|bundled| bundled.scene_at(&shot, Moment::beginning_of(day)));
        let names = names(&scene);
        for (i, (a, _)) in names.iter().enumerate() {
            for (b, _) in &names[..i] {
                prop_assert!(!letters(a).intersects(letters(b)), "{} and {}", a.text, b.text);
            }
        }
    }

    #[test]
    fn a_camp_that_closes_has_its_name(shot in shot(), day in day()) {
        let moment = Moment::beginning_of(day);
        BUNDLED.with(|bundled| {
            let scene = bundled.scene_at(&shot, moment);
            let named: Vec<_> = names(&scene).into_iter().filter_map(|(_, id)| id).collect();
            let (lon, lat, zoom) = shot.camera.unwrap();
            let size = ViewSize::new(shot.size.0, shot.size.1);
            let view = MapView::new(Camera::new(LonLat::new(lon, lat).unwrap(), zoom), size);
            let panels = panels(&scene);
            // A symbol at the very edge is hardly there.
            let frame = Rect::new(0.0, 0.0, shot.size.0 as f32, shot.size.1 as f32).grown(-24.0);
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
        })?;
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
