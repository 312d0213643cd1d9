//! The legend keeps clear of what the map is about, and stays where it is.

mod common;

use common::{Bundled, Shot};
use decamp::calendar::Moment;
use decamp::draw::{self, Furniture, Look};
use decamp::geo::{Camera, MapView, ViewPoint, ViewSize};
use decamp::scene::{Item, Node, Point, Rect, Subject};

/// As the window has it; and there, while two sides with dates of their own are compared.
const WINDOW: Furniture = Furniture { title: false, sources: false, ..Furniture::ALL };
const COMPARED: Furniture = Furniture { date: false, ..WINDOW };
/// How far down the dates of two sides reach in the window.
const DATES: f32 = 52.0;

const SIZES: [(f64, f64); 9] = [
    (480.0, 360.0),
    (640.0, 480.0),
    (722.0, 322.0),
    (800.0, 600.0),
    (900.0, 560.0),
    (1000.0, 650.0),
    (1280.0, 720.0),
    (1920.0, 1080.0),
    (3840.0, 2160.0),
];

struct Map<'a> {
    bundled: &'a Bundled,
    furniture: Furniture,
    view: MapView,
}

impl<'a> Map<'a> {
    /// All of the theatre.
    fn whole(bundled: &'a Bundled, furniture: Furniture, (width, height): (f64, f64)) -> Map<'a> {
        let size = ViewSize::new(width, height);
        let camera = draw::whole(&bundled.plan, &bundled.theatre, size);
        Map { bundled, furniture, view: MapView::new(camera, size) }
    }

    fn seen_by(&self, camera: Camera) -> Map<'a> {
        Map { view: MapView::new(camera, self.view.size()), ..*self }
    }

    fn legend(&self, date: &str) -> Option<Rect> {
        fn find(nodes: &[Node]) -> Option<Rect> {
            nodes.iter().find_map(|node| match &node.item {
                _ if node.subject == Some(Subject::Part("legend")) => node.bounds(),
                Item::Group(group) => find(&group.nodes),
                _ => None,
            })
        }
        let Map { furniture, view, .. } = *self;
        let moment: Moment = date.parse().unwrap();
        self.bundled.look(&Shot::at("2023-08-20"), |look| {
            find(&draw::map(&Look { furniture, view, moment, ..*look }).nodes)
        })
    }

    fn hides_a_site(&self, rect: Rect) -> bool {
        let places = self.bundled.plan.sites().iter().filter_map(|site| site.place);
        let mut at = places.map(|place| Point::from(self.view.view_from_lonlat(place)));
        at.any(|at| rect.grown(7.0).contains(at))
    }

    /// The share of a part of the picture that is land of the theatre.
    fn land(&self, rect: Rect) -> f64 {
        const STEPS: u32 = 30;
        let along = |from: f32, length: f32, i: u32| f64::from(from + length * i as f32 / 29.0);
        let points = (0..STEPS * STEPS).map(|i| ViewPoint {
            x: along(rect.min.x, rect.width(), i % STEPS),
            y: along(rect.min.y, rect.height(), i / STEPS),
        });
        let inside =
            points.filter(|at| self.bundled.theatre.contains(self.view.lonlat_from_view(*at)));
        inside.count() as f64 / f64::from(STEPS * STEPS)
    }
}

#[test]
fn it_covers_neither_sites_nor_land_where_all_of_the_theatre_shows() {
    let bundled = Bundled::read();
    for size in SIZES {
        for furniture in [Furniture::ALL, WINDOW, COMPARED] {
            let map = Map::whole(&bundled, furniture, size);
            let Some(legend) = map.legend("2023-08-20") else { continue };
            assert!(!map.hides_a_site(legend), "{size:?} {furniture:?}: {legend:?}");
            assert!(map.land(legend) < 0.01, "{size:?} {furniture:?}: {legend:?}");
            assert!(furniture.date || legend.min.y >= DATES, "{size:?}: {legend:?}");
        }
    }
    // There is one wherever there is some room.
    for size in &SIZES[3..] {
        assert!(Map::whole(&bundled, WINDOW, *size).legend("2023-08-20").is_some(), "{size:?}");
    }
}

#[test]
fn it_stays_while_the_plan_plays() {
    let bundled = Bundled::read();
    for size in SIZES {
        let map = Map::whole(&bundled, WINDOW, size);
        let expect = map.legend("2023-07-01");
        for date in ["2023-07-20", "2023-08-05T10:30", "2023-10-20", "2023-12-10", "2024-01-15"] {
            assert_eq!(map.legend(date), expect, "{size:?} on {date}");
        }
    }
}

#[test]
fn it_stays_while_the_map_is_moved_unless_it_would_hide_a_camp() {
    let bundled = Bundled::read();
    let mut moved = 0;
    for size in SIZES {
        let map = Map::whole(&bundled, WINDOW, size);
        let Some(usual) = map.legend("2023-08-20") else { continue };
        for (dx, dy) in [(-60.0, 0.0), (-220.0, 30.0), (-400.0, 0.0), (0.0, 120.0), (90.0, -90.0)] {
            let map = map.seen_by(map.view.panned(dx, dy));
            let legend = map.legend("2023-08-20").expect("it is there wherever one looks");
            // It may have a row more, where a disputed border has come into view.
            if legend.height() == usual.height() && legend != usual {
                moved += 1;
                assert!(map.hides_a_site(usual), "{size:?} by {dx}, {dy}: {legend:?}");
                assert!(!map.hides_a_site(legend), "{size:?} by {dx}, {dy}: {legend:?}");
            }
        }
    }
    assert!(moved > 0, "it gives way");
}
