//! What a map keeps from moment to moment changes no picture: drawn on the standing of
//! any other day, it is the same as drawn anew.

mod common;

use common::{Bundled, Shot};
use decamp::calendar::Moment;
use decamp::draw::{self, Look, Standing};
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
fn a_snapshot_of_another_moment_is_not_drawn() {
    let bundled = Bundled::read();
    bundled.look(&Shot::at("2023-11-15"), |look| {
        let anew = text(look, draw::live(look));
        for (moment, what) in [(look.moment, "its own"), (look.moment.plus(30.0), "a later one")] {
            let snapshot = bundled.schedule.snapshot(look.track, moment);
            let given = Look { snapshot: Some(&snapshot), ..*look };
            assert_eq!(text(&given, draw::live(&given)), anew, "{what}");
        }
    });
}
