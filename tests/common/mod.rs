//! The bundled plan as a map, for tests of pictures.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Instant;

use decamp::calendar::Moment;
use decamp::draw::{Furniture, Look, Style, Theme};
use decamp::geo::{Camera, LonLat, MapView, ViewSize};
use decamp::i18n::Lang;
use decamp::plan::{Id, Plan};
use decamp::scene::Scene;
use decamp::schedule::{Routes, Schedule, Track};
use decamp::theatre::Theatre;

pub struct Bundled {
    pub plan: Arc<Plan>,
    pub theatre: Arc<Theatre>,
    pub routes: Routes,
    pub schedule: Schedule,
}

/// A picture of the bundled plan.
#[derive(Clone)]
pub struct Shot {
    pub date: &'static str,
    pub size: (f64, f64),
    pub scale: f32,
    pub theme: Theme,
    pub lang: Lang,
    pub forecast: bool,
    /// Longitude, latitude and zoom; None: all of the theatre.
    pub camera: Option<(f64, f64, f64)>,
    pub selected: &'static [&'static str],
}

impl Shot {
    pub fn at(date: &'static str) -> Shot {
        Shot {
            date,
            size: (1280.0, 720.0),
            scale: 1.0,
            theme: Theme::Light,
            lang: Lang::Fr,
            forecast: false,
            camera: None,
            selected: &[],
        }
    }
}

impl Bundled {
    pub fn read() -> Bundled {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/plans/minusma-2023.decamp");
        let bytes = std::fs::read(path).unwrap();
        let plan = Arc::new(decamp::file::read(&bytes).expect("the bundled plan is read").plan);
        let theatre = Theatre::bundled("mali").unwrap();
        let routes = Routes::of(&plan, &theatre);
        let schedule = Schedule::of(&plan, &routes);
        Bundled { plan, theatre, routes, schedule }
    }

    /// Draws a picture and says how long that took.
    pub fn draw(&self, shot: &Shot, then: impl FnOnce(&Scene)) {
        let size = ViewSize::new(shot.size.0, shot.size.1);
        let camera = match shot.camera {
            Some((lon, lat, zoom)) => Camera::new(LonLat::new(lon, lat).unwrap(), zoom),
            None => Camera::fitting(self.theatre.bounds(), size, shot.size.1 * 0.06),
        };
        let style = Style::of(shot.theme);
        let selected: BTreeSet<Id> = shot.selected.iter().map(|id| Id::new(id).unwrap()).collect();
        let look = Look {
            plan: &self.plan,
            schedule: &self.schedule,
            routes: &self.routes,
            theatre: &self.theatre,
            view: MapView::new(camera, size),
            track: if shot.forecast { Track::Forecast } else { Track::Planned },
            moment: shot.date.parse::<Moment>().unwrap(),
            style: &style,
            lang: shot.lang,
            selected: &selected,
            hovered: None,
            furniture: Furniture::ALL,
            edges: None,
        };
        let mut scene = decamp::draw::map(&look);
        let time = |what: &str, work: &mut dyn FnMut()| {
            let start = Instant::now();
            (0..20).for_each(|_| work());
            println!("{}: {what} {:.2} ms", shot.date, start.elapsed().as_secs_f64() * 1e3 / 20.0);
        };
        time("base", &mut || drop(decamp::draw::base(&look.ground())));
        time("live", &mut || drop(decamp::draw::live(&look)));
        scene.nodes.shrink_to_fit();
        then(&scene);
    }
}
