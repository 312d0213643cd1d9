//! Names stay where they are on the ground while the map is moved.

mod common;

use std::collections::BTreeMap;

use common::parts::layer;
use common::{Bundled, Shot};
use decamp::draw::{self, Furniture, Look};
use decamp::geo::{Camera, LonLat, MapView, ViewSize};
use decamp::scene::{Item, Point, Rect};
use proptest::prelude::*;

const SIZE: (f64, f64) = (1280.0, 720.0);

/// The labels of the map without furniture, and how far the map was moved for it.
fn names(bundled: &Bundled, from: Camera, moved: (f64, f64)) -> BTreeMap<String, Point> {
    let size = ViewSize::new(SIZE.0, SIZE.1);
    let camera = MapView::new(from, size).panned(moved.0, moved.1);
    let scene = bundled.look(&Shot::at("2023-10-20"), |look| {
        let view = MapView::new(camera, size);
        draw::map(&Look { view, furniture: Furniture::NONE, ..*look })
    });
    let label = |item: &Item| match item {
        Item::Label(label) => Some((label.text.clone(), label.at)),
        _ => None,
    };
    layer(&scene, "names").iter().filter_map(|node| label(&node.item)).collect()
}

thread_local!(static BUNDLED: Bundled = Bundled::read());

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// All of the theatre is seen before and after.
    #[test]
    fn no_name_of_the_theatre_jumps_while_the_map_is_moved(dx in -120..=120_i32, dy in -20..=20_i32) {
        const OWN: [&str; 6] = ["Gao", "Kidal", "Mopti (Sévaré)", "Bamako", "SECTEUR OUEST", "Kayes"];
        BUNDLED.with(|bundled| {
            let camera = draw::whole(&bundled.plan, &bundled.theatre, ViewSize::new(SIZE.0, SIZE.1));
            let moved = (f64::from(dx), f64::from(dy));
            let (before, after) = (names(bundled, camera, (0.0, 0.0)), names(bundled, camera, moved));
            for name in OWN {
                let expect = before[name].plus(dx as f32, dy as f32);
                prop_assert!(after[name].distance(expect) < 0.1, "{name} by {dx}, {dy}");
            }
            Ok(())
        })?;
    }
}

/// From near, what comes into view or leaves it may push names, but few of them.
#[test]
fn few_names_jump_while_a_part_of_the_map_is_moved() {
    let bundled = Bundled::read();
    let (mut seen, mut jumped) = (0, Vec::new());
    let inner = Rect::new(0.0, 0.0, SIZE.0 as f32, SIZE.1 as f32).grown(-100.0);
    for (lon, lat, zoom) in
        [(0.5, 17.0, 6.9), (-3.0, 16.0, 7.6), (-8.0, 13.0, 7.2), (2.0, 15.0, 4.6)]
    {
        let camera = Camera::new(LonLat::new(lon, lat).unwrap(), zoom);
        for (dx, dy) in [(9.0, 0.0), (0.0, 9.0), (6.0, -7.0)] {
            let mut before = names(&bundled, camera, (0.0, 0.0));
            for step in 1..=10 {
                let step = f64::from(step);
                let after = names(&bundled, camera, (dx * step, dy * step));
                for (name, at) in before.iter().filter(|(_, at)| inner.contains(**at)) {
                    seen += 1;
                    let expect = at.plus(dx as f32, dy as f32);
                    if after.get(name).is_none_or(|at| at.distance(expect) > 0.5) {
                        jumped
                            .push(format!("{name} at {zoom} from {at:?} to {:?}", after.get(name)));
                    }
                }
                before = after;
            }
        }
    }
    println!("{} of {seen}: {jumped:#?}", jumped.len());
    assert!(jumped.len() * 50 < seen, "{} of {seen}: {jumped:#?}", jumped.len());
}
