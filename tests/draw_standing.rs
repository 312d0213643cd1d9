//! What a map keeps from moment to moment changes no picture: drawn on the standing of
//! any other day, it is the same as drawn anew.

mod common;

use std::sync::Arc;

use common::{Bundled, Shot};
use decamp::calendar::Moment;
use decamp::draw::{self, Look, Roster, Standing};
use decamp::scene::{Node, Scene, dump};

fn text(look: &Look, nodes: Vec<Node>) -> String {
    let size = look.view.size();
    let scene = Scene::new(size.width() as f32, size.height() as f32, look.style.water);
    dump(&Scene { nodes, ..scene })
}

#[test]
fn a_map_on_the_standing_of_another_day_is_the_same_map() {
    let bundled = Bundled::read();
    let days = ["2023-07-20", "2023-08-20", "2023-11-15", "2023-12-31", "2024-03-01"];
    let kidal = Some((1.4, 18.4, 7.5));
    for (size, camera, marks) in [
        ((1280.0, 720.0), None, false),
        ((1000.0, 650.0), None, true),
        ((480.0, 360.0), None, false),
        ((1280.0, 720.0), kidal, true),
    ] {
        let shot = Shot { size, camera, marks, ..Shot::at("2023-11-15") };
        bundled.look(&shot, |look| {
            for of in days {
                let day = |day: &str| Look { moment: day.parse::<Moment>().unwrap(), ..*look };
                let standing = Standing::of(&day(of));
                for on in days {
                    let look = day(on);
                    let (kept, anew) = (draw::live_on(&look, &standing), draw::live(&look));
                    assert_eq!(text(&look, kept), text(&look, anew), "{size:?}: {on} on {of}");
                }
            }
        });
    }
}

#[test]
fn a_standing_with_the_roster_of_another_camera_is_the_same() {
    let bundled = Bundled::read();
    let far = Shot { marks: true, ..Shot::at("2023-08-20") };
    bundled.look(&far, |far| {
        let roster = Arc::new(Roster::of(far));
        for camera in [(-3.0, 16.0, 5.0), (1.4, 18.4, 7.5), (-0.1, 16.3, 10.0)] {
            let shot = Shot { camera: Some(camera), marks: true, ..Shot::at("2023-11-15") };
            bundled.look(&shot, |look| {
                let kept = draw::live_on(look, &Standing::with(look, &roster));
                assert_eq!(text(look, kept), text(look, draw::live(look)), "{camera:?}");
            });
        }
    });
}
