//! The bundled plan as a map, for tests of pictures.

pub mod parts;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Instant;

use decamp::calendar::Moment;
use decamp::draw::{self, Look, Style, Theme};
use decamp::geo::{Camera, LonLat, MapView, ViewSize};
use decamp::i18n::Lang;
use decamp::plan::{Id, Plan};
use decamp::scene::Scene;
use decamp::schedule::{Problems, Routes, Schedule, Track};
use decamp::theatre::Theatre;

pub struct Bundled {
    #[allow(dead_code, reason = "not every test looks at the plan")]
    pub plan: Arc<Plan>,
    pub theatre: Arc<Theatre>,
    pub routes: Routes,
    pub schedule: Schedule,
}

/// A picture of the bundled plan.
#[derive(Clone, Debug)]
#[allow(dead_code, reason = "not every test needs all of it")]
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
    /// Whether the sites have marks of their problems.
    pub marks: bool,
}

impl Shot {
    #[allow(dead_code, reason = "not every test draws a map alone")]
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
            marks: false,
        }
    }
}

impl Bundled {
    #[allow(dead_code, reason = "not every test is about the bundled plan")]
    pub fn read() -> Bundled {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/plans/minusma-2023.decamp");
        Bundled::of(&std::fs::read(path).unwrap())
    }

    /// Another plan in the same theatre.
    pub fn of(bytes: &[u8]) -> Bundled {
        let plan = Arc::new(decamp::file::read(bytes).expect("the plan is read").plan);
        let theatre = Theatre::bundled("mali").unwrap();
        let routes = Routes::of(&plan, &theatre);
        let schedule = Schedule::of(&plan, &routes);
        Bundled { plan, theatre, routes, schedule }
    }

    #[allow(dead_code, reason = "not every test draws at the date of the shot")]
    pub fn scene(&self, shot: &Shot) -> Scene {
        self.look(shot, draw::map)
    }

    /// The picture at another moment than that of the shot.
    #[allow(dead_code, reason = "not every test needs it")]
    pub fn scene_at(&self, shot: &Shot, moment: Moment) -> Scene {
        self.look(shot, |look| draw::map(&Look { moment, ..*look }))
    }

    /// The picture, and what its ground and its live part took to draw.
    #[allow(dead_code, reason = "not every test measures")]
    pub fn timed(&self, shot: &Shot) -> (Scene, [f64; 2]) {
        let time = |work: &dyn Fn()| {
            const TIMES: u32 = 50;
            let start = Instant::now();
            (0..TIMES).for_each(|_| work());
            start.elapsed().as_secs_f64() * 1e3 / f64::from(TIMES)
        };
        let times = self.look(shot, |look| {
            [time(&|| drop(draw::base(&look.ground()))), time(&|| drop(draw::live(look)))]
        });
        (self.scene(shot), times)
    }

    #[allow(dead_code, reason = "not every test looks otherwise")]
    pub fn look<T>(&self, shot: &Shot, then: impl FnOnce(&Look) -> T) -> T {
        let size = ViewSize::new(shot.size.0, shot.size.1);
        let camera = match shot.camera {
            Some((lon, lat, zoom)) => Camera::new(LonLat::new(lon, lat).unwrap(), zoom),
            None => Camera::fitting(self.theatre.bounds(), size, shot.size.1 * 0.06),
        };
        let selected: BTreeSet<Id> = shot.selected.iter().map(|id| Id::new(id).unwrap()).collect();
        let track = if shot.forecast { Track::Forecast } else { Track::Planned };
        let problems = || Problems::of(self.schedule.problems(track).to_vec());
        let problems = shot.marks.then(problems);
        let Bundled { schedule, routes, theatre, .. } = self;
        let (view, moment) = (MapView::new(camera, size), shot.date.parse::<Moment>().unwrap());
        then(&Look {
            track,
            selected: &selected,
            problems: problems.as_ref(),
            ..Look::of(schedule, routes, theatre, view, moment, &Style::of(shot.theme), shot.lang)
        })
    }
}
