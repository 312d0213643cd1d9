//! From where the map of a page is seen, and its ground.

use crate::draw::{self, Furniture, Ground};
use crate::export::{Request, picture};
use crate::film::STAGE;
use crate::geo::{Camera, LonLat, MapView, ViewSize};
use crate::scene::{Item, Node, Point, Rect, Subject};

use super::pool::{Pool, numbers, quoted};
use super::sketch::Sketch;

/// A distance from which the map is laid out. Names find other places the closer one
/// looks, so the page takes the distance next to its own.
pub struct Level {
    /// Levels of zoom above the camera that shows all.
    pub closer: f64,
    pub size: (f64, f64),
    pub furniture: Furniture,
}

/// How many levels of zoom the ground is drawn above the camera that shows all.
const GROUNDS: [f64; 2] = [0.0, 2.0];
/// The groups of layers that the plan brings along.
const OWN: &str = "layers";
/// How much more than the stage the ground shows, across and down.
const AROUND: (f64, f64) = (3.0, 2.4);

pub fn levels() -> Vec<Level> {
    let (width, height) = STAGE;
    let stage = |closer: f64, furniture| {
        let size = (width * closer.exp2(), height * closer.exp2());
        Level { closer, size, furniture }
    };
    // For a map above a timeline: low and wide.
    let low = (400.0 / height).log2();
    vec![
        Level { size: (width, 400.0), ..stage(low, Furniture::ALL) },
        stage(0.0, Furniture::ALL),
        stage(1.0, Furniture::NONE),
        stage(2.0, Furniture::NONE),
    ]
}

/// The camera that shows all on the stage.
pub fn whole(request: &Request) -> Camera {
    picture::camera(&Request { camera: None, size: STAGE, ..request.clone() })
}

/// Where a place lies from the middle of the stage, in its points.
pub fn on_stage(whole: Camera, place: LonLat) -> Point {
    MapView::new(whole, ViewSize::new(0.0, 0.0)).view_from_lonlat(place).into()
}

/// Metres to a point of the stage in its middle.
pub fn meters_per_point(request: &Request) -> f64 {
    MapView::new(whole(request), ViewSize::new(STAGE.0, STAGE.1)).meters_per_point()
}

/// The ground as JSON: for each distance its layers from back to front, each with its
/// list; those that the plan brings along have the names of their ids.
pub fn grounds(request: &Request, pool: &mut Pool) -> String {
    let whole = whole(request);
    let ground = |closer: &f64| {
        let (width, height) = (STAGE.0 * AROUND.0, STAGE.1 * AROUND.1);
        let size = ViewSize::new(width * closer.exp2(), height * closer.exp2());
        let view = MapView::new(Camera::new(whole.center, whole.zoom + closer), size);
        let nodes = pool.palette.draw(|style| {
            let Request { plan, theatre, .. } = request;
            draw::base(&Ground { plan, theatre, view, style, layers: None })
        });
        let mut sketch = sketch(pool, (size.width(), size.height()));
        let layers: Vec<String> = by_layer(&nodes)
            .into_iter()
            .map(|(name, nodes)| {
                let entries = sketch.map(name, nodes, &|_| None);
                let list = sketch.pool.lists.number_of(numbers(entries));
                format!("[{},{list}]", quoted(name))
            })
            .collect();
        format!("[{closer},[{}]]", layers.join(","))
    };
    format!("[{}]", GROUNDS.iter().map(ground).collect::<Vec<_>>().join(","))
}

/// The nodes of each layer with its name; in the group of those of the plan each node
/// is one of them.
fn by_layer(nodes: &[Node]) -> Vec<(&str, &[Node])> {
    let mut layers = Vec::new();
    for node in nodes {
        let Item::Group(group) = &node.item else { continue };
        let own = group.nodes.iter().filter_map(|node| match &node.subject {
            Some(Subject::Item(id)) if group.name == OWN => {
                Some((id.as_str(), std::slice::from_ref(node)))
            }
            _ => None,
        });
        match group.name {
            OWN => layers.extend(own),
            name => layers.push((name, &group.nodes[..])),
        }
    }
    layers
}

/// For a map of this size, whose middle becomes the origin.
pub fn sketch(pool: &mut Pool, (width, height): (f64, f64)) -> Sketch<'_> {
    let (width, height) = (width as f32, height as f32);
    Sketch {
        pool,
        origin: Point::new(width / 2.0, height / 2.0),
        window: Rect::new(0.0, 0.0, width, height).grown(8.0),
    }
}
