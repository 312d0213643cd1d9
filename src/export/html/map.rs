//! The map of a page: its ground, and what is on it day after day, as seen from
//! several distances.

use crate::calendar::Moment;
use crate::draw::{self, Furniture, Ground};
use crate::export::error::Broken;
use crate::export::{Request, picture};
use crate::film::STAGE;
use crate::geo::{Camera, MapView, ViewSize};
use crate::i18n::Lang;
use crate::job::Control;
use crate::plan::Plan;
use crate::scene::{Item, Node, Point, Rect, Subject};

use super::pool::{Pool, numbers};
use super::sketch::Sketch;

/// A distance from which the map is laid out. Names find other places the closer one
/// looks, so the page takes the distance next to its own.
struct Level {
    /// Levels of zoom above the camera that shows all.
    closer: f64,
    size: (f64, f64),
    furniture: Furniture,
}

/// How many levels of zoom the ground is drawn above the camera that shows all.
const GROUNDS: [f64; 2] = [0.0, 2.0];
/// How much more than the stage the ground shows, across and down.
const AROUND: (f64, f64) = (3.0, 2.4);
/// What moves while a day passes; all else is shown as at the close of days.
const QUICK: [&str; 1] = ["batches"];
/// Pictures of a day on which something moves.
const A_DAY: i64 = 2;
/// Days of a longer plan are left out evenly.
const MOST_DAYS: i64 = 1500;

fn levels() -> Vec<Level> {
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
pub fn on_stage(whole: Camera, place: crate::geo::LonLat) -> Point {
    MapView::new(whole, ViewSize::new(0.0, 0.0)).view_from_lonlat(place).into()
}

/// The moments that are drawn, and whether each is the close of a day.
pub fn moments(request: &Request) -> Vec<(Moment, bool)> {
    let horizon = request.plan.horizon();
    let stride = (horizon.days() / MOST_DAYS).max(0) + 1;
    let mut moments = Vec::new();
    let mut moved_before = false;
    for number in (0..horizon.days()).step_by(stride as usize) {
        let close = Moment::close_of(horizon.start()).plus(number as f64);
        let now = request.schedule.snapshot(request.track, close);
        let moves = now.movements.iter().any(|movement| !movement.batches.is_empty());
        if (moves || moved_before) && number > 0 && stride == 1 {
            let part = |i: i64| close.plus((i - A_DAY) as f64 / A_DAY as f64);
            moments.extend((1..A_DAY).map(|i| (part(i), false)));
        }
        moments.push((close, true));
        moved_before = moves;
    }
    moments
}

/// The ground in a language as JSON: its list for each distance.
pub fn grounds(request: &Request, pool: &mut Pool) -> String {
    let whole = whole(request);
    let ground = |closer: &f64| {
        let (width, height) = (STAGE.0 * AROUND.0, STAGE.1 * AROUND.1);
        let size = ViewSize::new(width * closer.exp2(), height * closer.exp2());
        let view = MapView::new(Camera::new(whole.center, whole.zoom + closer), size);
        let draw = |style: &draw::Style| {
            let Request { plan, theatre, .. } = request;
            draw::base(&Ground { plan, theatre, view, style, layers: None })
        };
        let nodes = pool.palette.draw(draw);
        let mut sketch = sketch(pool, size.width() as f32, size.height() as f32);
        let list = sketch.map("ground", &nodes, &|_| None);
        format!("[{closer},{list}]")
    };
    format!("[{}]", GROUNDS.iter().map(ground).collect::<Vec<_>>().join(","))
}

fn sketch(pool: &mut Pool, width: f32, height: f32) -> Sketch<'_> {
    Sketch {
        pool,
        origin: Point::new(width / 2.0, height / 2.0),
        window: Rect::new(0.0, 0.0, width, height).grown(8.0),
    }
}

/// Which list a layer shows from which moment on: `[moment, list, moment, list, …]`
/// by number, changes alone.
#[derive(Default)]
struct Course(Vec<usize>);

impl Course {
    fn at(&mut self, moment: usize, list: usize) {
        if self.0.last() != Some(&list) {
            self.0.extend([moment, list]);
        }
    }
}

/// What is on the map in a language as JSON: for each distance the courses of its
/// layers. `done` is told after each picture.
pub fn lives(
    request: &Request,
    lang: Lang,
    moments: &[(Moment, bool)],
    pool: &mut Pool,
    mut done: impl FnMut() -> Result<(), Broken>,
) -> Result<String, Broken> {
    let whole = whole(request);
    let mut written = Vec::new();
    for level in levels() {
        let request =
            Request { lang, size: level.size, furniture: level.furniture, ..request.clone() };
        let camera = Camera::new(whole.center, whole.zoom + level.closer);
        let mut courses: Vec<(&'static str, Course)> = Vec::new();
        for (number, (moment, is_close)) in moments.iter().enumerate() {
            let layers = draw_at(&request, camera, *moment, pool);
            let shown = |name: &&'static str| *is_close || QUICK.contains(name);
            add_new(&mut courses, layers.iter().map(|layer| layer.0).filter(shown));
            for (name, course) in &mut courses {
                if shown(name) {
                    let list = layers.iter().find(|layer| layer.0 == *name);
                    let empty = || pool.lists.number_of(numbers([]));
                    course.at(number, list.map_or_else(empty, |layer| layer.1));
                }
            }
            done()?;
        }
        let layers: Vec<String> = courses
            .into_iter()
            .map(|(name, course)| format!("\"{name}\":{}", numbers(course.0)))
            .collect();
        let (width, height) = level.size;
        written.push(format!(
            "{{\"closer\":{},\"size\":[{width},{height}],\"layers\":{{{}}}}}",
            level.closer,
            layers.join(",")
        ));
    }
    Ok(format!("[{}]", written.join(",")))
}

/// Gives each new layer a course, behind that of the layer below it.
fn add_new(courses: &mut Vec<(&'static str, Course)>, layers: impl Iterator<Item = &'static str>) {
    let mut above = 0;
    for name in layers {
        match courses.iter().position(|(known, _)| *known == name) {
            Some(at) => above = at + 1,
            None => {
                courses.insert(above, (name, Course::default()));
                above += 1;
            }
        }
    }
}

/// The layers of a moment: the name and list of each.
fn draw_at(
    request: &Request,
    camera: Camera,
    moment: Moment,
    pool: &mut Pool,
) -> Vec<(&'static str, usize)> {
    let draw = |style: &draw::Style| draw::live(&picture::look(request, style, camera, moment));
    let nodes = pool.palette.draw(draw);
    let (width, height) = (request.size.0 as f32, request.size.1 as f32);
    let view = MapView::new(camera, ViewSize::new(request.size.0, request.size.1));
    let anchor = |subject: &Subject| site_at(&request.plan, &view, subject);
    let mut sketch = sketch(pool, width, height);
    let layer = |node: Node| match node.item {
        Item::Group(group) if group.name == "furniture" => {
            Some((group.name, sketch.furniture(&group.nodes, (width, height))))
        }
        Item::Group(group) => Some((group.name, sketch.map(group.name, &group.nodes, &anchor))),
        _ => None,
    };
    nodes.into_iter().filter_map(layer).collect()
}

/// Where the site is that a node stands for.
fn site_at(plan: &Plan, view: &MapView, subject: &Subject) -> Option<Point> {
    let Subject::Item(id) = subject else { return None };
    let site = plan.sites().find(id)?;
    Some(view.view_from_lonlat(site.place?).into())
}

/// How many pictures [`lives`] draws in a language.
pub fn pictures(moments: &[(Moment, bool)]) -> u64 {
    (levels().len() * moments.len()) as u64
}

/// Metres to a point of the stage in its middle.
pub fn meters_per_point(request: &Request) -> f64 {
    MapView::new(whole(request), ViewSize::new(STAGE.0, STAGE.1)).meters_per_point()
}

/// Stops a long export where it is told to.
pub fn step(control: &Control, done: &mut u64, total: u64) -> Result<(), Broken> {
    *done += 1;
    Ok(control.step(*done, total)?)
}
