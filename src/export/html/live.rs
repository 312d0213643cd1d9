//! What is on the map of a page day after day, as seen from several distances.
//!
//! Drawing takes the time: the pictures of each language are drawn on a thread of
//! their own, and taken apart here.

use crate::draw::{self, Look, Standing, Style, Theme};
use crate::export::ahead::ahead;
use crate::export::error::Broken;
use crate::export::{Request, picture};
use crate::geo::{Camera, MapView, ViewSize};
use crate::i18n::Lang;
use crate::plan::Id;
use crate::scene::{Item, Node, Point, Subject};
use crate::schedule::Critical;

use super::course::Course;
use super::map::{Level, levels, sketch, whole};
use super::moments::Drawn;
use super::pool::Pool;

const LANGS: usize = Lang::ALL.len();
/// What moves while a day passes; all else is shown as at the close of days.
const QUICK: [&str; 1] = ["batches"];
/// The group whose dashes run while the plan plays: the page says how far.
pub const RUNNING: &str = "flows";
const FURNITURE: &str = "furniture";

/// The layers of a moment from back to front.
type Layers = Vec<(&'static str, Vec<Node>)>;

/// The map from a distance in a language.
struct Plate {
    request: Request,
    camera: Camera,
    /// The layers of moments within a day.
    quick: Vec<String>,
    /// The critical chain, where a chapter lists it.
    critical: Vec<Id>,
}

/// How many pictures [`lives`] draws.
pub fn pictures(moments: &[Drawn]) -> u64 {
    (LANGS * levels().len() * moments.len()) as u64
}

/// What is on the map in each language as JSON: for each distance the courses of its
/// layers. `done` is told after each picture.
pub fn lives(
    request: &Request,
    moments: &[Drawn],
    pool: &mut Pool,
    mut done: impl FnMut() -> Result<(), Broken>,
) -> Result<[String; LANGS], Broken> {
    let whole = whole(request);
    let mut written = Lang::ALL.map(|_| Vec::new());
    for level in levels() {
        let plates = Lang::ALL.map(|lang| Plate::of(request, lang, &level, whole));
        let courses = take_all(&plates, moments, pool, &mut done)?;
        for (written, courses) in written.iter_mut().zip(courses) {
            written.push(courses.json(&level));
        }
    }
    Ok(written.map(|levels| format!("[{}]", levels.join(","))))
}

fn take_all(
    plates: &[Plate; LANGS],
    moments: &[Drawn],
    pool: &mut Pool,
    done: &mut impl FnMut() -> Result<(), Broken>,
) -> Result<[Courses; LANGS], Broken> {
    let mut courses = Lang::ALL.map(|_| Courses::default());
    let makers = plates.each_ref().map(|plate| {
        let mut standing = None;
        move |number: u64| {
            let standing = standing.get_or_insert_with(|| plate.standing());
            plate.layers(standing, moments[number as usize])
        }
    });
    ahead(makers, moments.len() as u64, |which, number, layers| {
        let number = number as usize;
        courses[which].take(&plates[which], (number, moments[number]), layers, pool);
        done()
    })?;
    Ok(courses)
}

impl Plate {
    fn of(request: &Request, lang: Lang, level: &Level, whole: Camera) -> Plate {
        Plate {
            request: Request {
                lang,
                size: level.size,
                furniture: level.furniture,
                ..request.clone()
            },
            camera: Camera::new(whole.center, whole.zoom + level.closer),
            quick: QUICK.map(str::to_owned).into(),
            critical: critical(request),
        }
    }

    /// The layers that are shown of a moment.
    fn layers(&self, (style, standing): &(Style, Standing), moment: Drawn) -> Layers {
        let nodes = draw::live_on(&self.look(style, moment), standing);
        let layers = nodes.into_iter().filter_map(|node| match node.item {
            Item::Group(group) => Some((group.name, group.nodes)),
            _ => None,
        });
        let mut layers: Layers = layers.filter(|(name, _)| moment.shows(name)).collect();
        for (_, nodes) in layers.iter_mut().filter(|(name, _)| *name == RUNNING) {
            hold_dashes(nodes);
        }
        layers
    }

    fn look<'a>(&'a self, style: &'a Style, moment: Drawn) -> Look<'a> {
        let look = picture::look(&self.request, style, self.camera, moment.at);
        let layers = (!moment.is_close).then_some(&self.quick[..]);
        Look { layers, critical: &self.critical, ..look }
    }

    /// What of all moments is the same, in the colours in which they are drawn.
    fn standing(&self) -> (Style, Standing) {
        let style = Style::of(Theme::Dark);
        let any = Drawn { at: self.request.moment, is_close: true };
        let standing = Standing::of(&self.look(&style, any));
        (style, standing)
    }

    fn entries_of(&self, layer: &str, moment: Drawn, pool: &mut Pool, node: &Node) -> Vec<usize> {
        let nodes = std::slice::from_ref(node);
        if !pool.palette.knows(nodes) {
            pool.palette.draw(|style| draw::live(&self.look(style, moment)));
        }
        let size = self.request.size;
        let mut sketch = sketch(pool, size);
        if layer == FURNITURE {
            return sketch.furniture(node, (size.0 as f32, size.1 as f32)).into_iter().collect();
        }
        let view = MapView::new(self.camera, ViewSize::new(size.0, size.1));
        sketch.map(layer, nodes, &|subject| self.site_at(&view, subject))
    }

    /// Where the site is that a node stands for.
    fn site_at(&self, view: &MapView, subject: &Subject) -> Option<Point> {
        let Subject::Item(id) = subject else { return None };
        let site = self.request.plan.sites().find(id)?;
        Some(view.view_from_lonlat(site.place?).into())
    }
}

fn critical(request: &Request) -> Vec<Id> {
    let mut chapters = request.plan.chapters().iter();
    match chapters.any(|chapter| draw::lists_critical(chapter.layers.as_deref())) {
        true => Critical::of(&request.plan, request.track).chain,
        false => Vec::new(),
    }
}

impl Drawn {
    fn shows(&self, layer: &str) -> bool {
        self.is_close || QUICK.contains(&layer)
    }
}

/// The courses of all layers, from back to front.
#[derive(Default)]
struct Courses(Vec<(&'static str, Course)>);

impl Courses {
    fn take(
        &mut self,
        plate: &Plate,
        (number, moment): (usize, Drawn),
        mut layers: Layers,
        pool: &mut Pool,
    ) {
        self.add_new(layers.iter().map(|(name, _)| *name));
        for (name, course) in self.0.iter_mut().filter(|(name, _)| moment.shows(name)) {
            let layer = layers.iter_mut().find(|(known, _)| known == name);
            let nodes = layer.map_or_else(Vec::new, |(_, nodes)| std::mem::take(nodes));
            course
                .take(number, nodes, pool, |pool, node| plate.entries_of(name, moment, pool, node));
        }
    }

    /// Gives each new layer a course, behind that of the layer below it.
    fn add_new(&mut self, layers: impl Iterator<Item = &'static str>) {
        let mut above = 0;
        for name in layers {
            match self.0.iter().position(|(known, _)| *known == name) {
                Some(at) => above = at + 1,
                None => {
                    self.0.insert(above, (name, Course::default()));
                    above += 1;
                }
            }
        }
    }

    fn json(&self, level: &Level) -> String {
        let (width, height) = level.size;
        let course = |(name, course): &(&str, Course)| format!("\"{name}\":{}", course.json());
        let layers = self.0.iter().map(course).collect::<Vec<_>>().join(",");
        let closer = level.closer;
        format!("{{\"closer\":{closer},\"size\":[{width},{height}],\"layers\":{{{layers}}}}}")
    }
}

/// Dashes as if nothing ran, so that what else stays is the same from day to day.
fn hold_dashes(nodes: &mut [Node]) {
    for node in nodes {
        match &mut node.item {
            Item::Path(path) => {
                let dash = path.stroke.as_mut().and_then(|stroke| stroke.dash.as_mut());
                if let Some(dash) = dash {
                    dash.offset = 0.0;
                }
            }
            Item::Group(group) => hold_dashes(&mut group.nodes),
            Item::Label(_) => {}
        }
    }
}
