//! How long everything takes that happens between a plan file and a picture.
//!
//! Two plans: the bundled one, and a generated one of 1,000 sites and 10,000
//! items. `cargo bench --no-default-features -- schedule` measures a part.

mod generated;
mod linked;

use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, LazyLock};

use decamp::calendar::{Moment, Span};
use decamp::draw::timeline::{
    Arrangement, Layout, NetworkLook, TimeScale, TimelineLook, rows, timeline,
};
use decamp::draw::{self, Furniture, Look, Standing, Style, Theme};
use decamp::file;
use decamp::geo::{Camera, LonLat, MapView, ViewSize};
use decamp::i18n::Lang;
use decamp::plan::edit::Command;
use decamp::plan::{Activity, ActivityKind, Id, Opaque, Plan, Text};
use decamp::render::raster::{self, Overlay};
use decamp::render::svg;
use decamp::scene::{Node, Scene};
use decamp::schedule::{Routes, Schedule, Track};
use decamp::theatre::Theatre;
use divan::{Bencher, counter::BytesCount};

const SIZE: (f64, f64) = (1920.0, 1080.0);
const PLANS: [Which; 2] = [Which::Bundled, Which::Large];

fn main() {
    for subject in [&BUNDLED, &LARGE] {
        let Subject { name, bytes, plan, schedule, .. } = &**subject;
        println!(
            "{name}: {} sites, {} units, {} activities, {} movements, {} problems, {} bytes",
            plan.sites().len(),
            plan.units().len(),
            plan.activities().len(),
            plan.movements().len(),
            schedule.problems(Track::Planned).len(),
            bytes.len(),
        );
    }
    assert_eq!(LARGE.plan.sites().len(), generated::SITES);
    let plan = &LARGE.plan;
    let items = plan.units().len() + plan.activities().len() + plan.movements().len();
    assert_eq!(items, generated::ITEMS);
    divan::main();
}

#[derive(Clone, Copy)]
enum Which {
    Bundled,
    Large,
}

/// A plan with all that follows from it, at a moment when much is under way.
struct Subject {
    name: &'static str,
    bytes: Vec<u8>,
    plan: Arc<Plan>,
    theatre: Arc<Theatre>,
    routes: Routes,
    schedule: Schedule,
    moment: Moment,
    style: Style,
    nothing: BTreeSet<Id>,
}

static BUNDLED: LazyLock<Subject> = LazyLock::new(|| {
    let (name, opened) = file::bundled_plan();
    let moment = "2023-10-25T12:00".parse().expect("a date and time");
    Subject::of(name, opened.plan, moment)
});
static LINKED: LazyLock<Subject> = LazyLock::new(|| {
    let plan = linked::plan(10_000, false);
    let moment = Moment::beginning_of(plan.horizon().start());
    Subject::of("linked", plan, moment)
});
static LARGE: LazyLock<Subject> = LazyLock::new(|| {
    let moment = Moment::beginning_of(generated::as_of()).plus(0.5);
    Subject::of("large", generated::plan(), moment)
});

impl Which {
    fn subject(self) -> &'static Subject {
        match self {
            Which::Bundled => &BUNDLED,
            Which::Large => &LARGE,
        }
    }
}

impl fmt::Display for Which {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Which::Bundled => "bundled",
            Which::Large => "large",
        })
    }
}

impl Subject {
    fn of(name: &'static str, plan: Plan, moment: Moment) -> Subject {
        let plan = Arc::new(plan);
        let header = plan.header();
        let sectors = header.sectors.as_ref().map(Opaque::value);
        let theatre = Theatre::of_plan(&header.theatre, None, sectors).expect("it is bundled");
        let routes = Routes::of(&plan, &theatre);
        let schedule = Schedule::of(&plan, &routes);
        Subject {
            name,
            bytes: file::write(&plan),
            plan,
            theatre,
            routes,
            schedule,
            moment,
            style: Style::of(Theme::Light),
            nothing: BTreeSet::new(),
        }
    }

    /// The whole theatre, with all furniture, on the forecast.
    fn look(&self) -> Look<'_> {
        let size = ViewSize::new(SIZE.0, SIZE.1);
        let camera = Camera::fitting(self.theatre.bounds(), size, 64.0);
        let Subject { schedule, routes, theatre, style, .. } = self;
        let view = MapView::new(camera, size);
        Look {
            track: Track::Forecast,
            ..Look::of(schedule, routes, theatre, view, self.moment, style, Lang::En)
        }
    }

    fn map(&self) -> Scene {
        draw::map(&self.look())
    }
}

/// The bytes of a plan file to a plan.
#[divan::bench(args = PLANS)]
fn load(bencher: Bencher, which: Which) {
    let bytes = &which.subject().bytes;
    bencher.counter(BytesCount::of_slice(bytes)).bench(|| file::read(bytes).is_ok());
}

/// A plan to the bytes of its file.
#[divan::bench(args = PLANS)]
fn write(bencher: Bencher, which: Which) {
    let Subject { plan, bytes, .. } = which.subject();
    bencher.counter(BytesCount::of_slice(bytes)).bench(|| file::write(plan));
}

/// The lines of all movements. The road graph of the theatre is made already.
#[divan::bench(args = PLANS)]
fn routes(bencher: Bencher, which: Which) {
    let Subject { plan, theatre, .. } = which.subject();
    bencher.bench(|| Routes::of(plan, theatre));
}

/// All that follows from a plan, on both tracks: done once after every edit.
#[divan::bench(args = PLANS)]
fn schedule(bencher: Bencher, which: Which) {
    let Subject { plan, routes, .. } = which.subject();
    bencher.bench(|| Schedule::of(plan, routes));
}

/// What one edit costs: the routes, both ledgers and all checks of the plan as it is
/// afterwards, given those of the plan before.
#[divan::bench(args = Edit::ALL)]
fn edit(bencher: Bencher, edit: Edit) {
    let Subject { plan, theatre, routes, schedule, .. } = match edit {
        Edit::Linked => &*LINKED,
        _ => Which::Large.subject(),
    };
    let command = edit.of(plan);
    let edited = || {
        let mut edited = (**plan).clone();
        edited.apply(command.clone()).expect("the item is there");
        Arc::new(edited)
    };
    bencher.with_inputs(edited).bench_refs(|edited| {
        let routes = Routes::after(routes, plan, edited, theatre);
        Schedule::after(schedule, edited, &routes)
    });
}

#[derive(Clone, Copy)]
enum Edit {
    /// A movement a day later, as when its bar is dragged.
    Movement,
    /// The closure of a site a day later.
    Closure,
    /// A site to another place.
    Site,
    /// The date of a limit: the checks that look at limits are made anew.
    Limit,
    /// A task, at which no check looks.
    Task,
    /// An activity of a plan of 10,000 linked ones a day later.
    Linked,
}

impl Edit {
    const ALL: [Edit; 6] =
        [Edit::Movement, Edit::Closure, Edit::Site, Edit::Limit, Edit::Task, Edit::Linked];

    /// Of the item in the middle of the plan.
    fn of(self, plan: &Plan) -> Command {
        let later = |id: &Id, planned: Option<Span>| {
            let planned = planned.map(|planned| planned.moved(1));
            Command::set_planned(plan, id, planned).expect("it is there")
        };
        let (sites, movements) = (plan.sites().len(), plan.movements().len());
        match self {
            Edit::Movement => {
                let movement = plan.movements().iter().nth(movements / 2).expect("it has some");
                later(&movement.id, movement.timing.planned)
            }
            Edit::Closure => {
                let closes = |it: &&Arc<Activity>| it.kind == ActivityKind::Closure;
                let closures: Vec<_> = plan.activities().iter().filter(closes).collect();
                let closure = closures[closures.len() / 2];
                later(&closure.id, closure.timing.planned)
            }
            Edit::Site => {
                let mut site = (**plan.sites().iter().nth(sites / 2).expect("it has some")).clone();
                site.place = LonLat::new(-1.0, 16.0).ok();
                Command::put(site)
            }
            Edit::Limit => {
                let mut limit = (**plan.limits().iter().next().expect("it has some")).clone();
                limit.date = limit.date.map(|date| date + 1);
                Command::put(limit)
            }
            Edit::Task => {
                let mut task = (**plan.tasks().iter().next().expect("it has one")).clone();
                task.name = Text::from("Hand over the radio");
                Command::put(task)
            }
            Edit::Linked => {
                let id = linked::id(5_000);
                let planned = plan.timing(&id).expect("it is there").planned;
                later(&id, planned)
            }
        }
    }
}

impl fmt::Display for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Edit::Movement => "date of a movement",
            Edit::Closure => "date of a closure",
            Edit::Site => "place of a site",
            Edit::Limit => "limit",
            Edit::Task => "task",
            Edit::Linked => "date in a linked plan",
        })
    }
}

/// Who and what is where: done for every frame.
#[divan::bench(args = PLANS)]
fn snapshot(bencher: Bencher, which: Which) {
    let Subject { schedule, moment, .. } = which.subject();
    bencher.bench(|| schedule.snapshot(Track::Forecast, *moment));
}

/// The network of links, of 10,000 items.
mod network {
    use super::*;
    use decamp::calendar::Span;
    use decamp::schedule::{Critical, Network, Odds, OddsOptions};

    /// Items dragged by a month.
    fn edits(network: &Network, items: impl Iterator<Item = usize>) -> Vec<(Id, Span)> {
        let later = |item: usize| {
            let id = linked::id(item);
            let span = network.span(&id).expect("every item has dates");
            (id, span.moved(30))
        };
        items.map(later).collect()
    }

    /// Once after every edit.
    #[divan::bench]
    fn build(bencher: Bencher) {
        let plan = &LINKED.plan;
        bencher.bench(|| Network::of(plan, Track::Planned));
    }

    /// A full pass: all items of the first layer are dragged, and with them the rest.
    #[divan::bench]
    fn push_all(bencher: Bencher) {
        let network = Network::of(&LINKED.plan, Track::Planned);
        let edits = edits(&network, 0..linked::LAYER);
        assert_eq!(network.pushed(&edits).moves.len(), 10_000 - linked::LAYER);
        bencher.bench(|| network.pushed(&edits));
    }

    /// One item of the first layer, which has a fifth of all behind it.
    #[divan::bench]
    fn push_fifth(bencher: Bencher) {
        let network = Network::of(&LINKED.plan, Track::Planned);
        let edits = edits(&network, 0..1);
        let pushed = network.pushed(&edits).moves.len();
        assert!((1_800..2_200).contains(&pushed), "{pushed}");
        bencher.bench(|| network.pushed(&edits));
    }

    /// One that has only the last layer behind it.
    #[divan::bench]
    fn push_one(bencher: Bencher) {
        let network = Network::of(&LINKED.plan, Track::Planned);
        let edits = edits(&network, 9_850..9_851);
        bencher.bench(|| network.pushed(&edits));
    }

    /// Float of all items and the critical chain, from the plan.
    #[divan::bench]
    fn critical(bencher: Bencher) {
        let plan = &LINKED.plan;
        bencher.bench(|| Critical::of(plan, Track::Planned));
    }

    /// 10,000 runs of 300 items that all have a spread, by threads.
    #[divan::bench(args = [1, 2])]
    fn odds(bencher: Bencher, threads: usize) {
        let plan = Arc::new(linked::plan(300, true));
        let schedule = Schedule::of(&plan, &Routes::default());
        let (track, runs, seed, open_restrictions) = (Track::Planned, 10_000, 1, true);
        let options = OddsOptions { track, runs, seed, threads, open_restrictions };
        bencher.bench(|| Odds::of(&schedule, options, &|_| true));
    }
}

/// Scenes: what the window and the exports paint.
mod scene {
    use super::*;

    /// The land, which is kept while the camera rests; the same for every plan.
    #[divan::bench]
    fn ground(bencher: Bencher) {
        let look = BUNDLED.look();
        bencher.bench(|| draw::base(&look.ground()));
    }

    /// The places of all that stands on the map: worked out for every camera.
    #[divan::bench(args = PLANS)]
    fn standing(bencher: Bencher, which: Which) {
        let look = which.subject().look();
        bencher.bench(|| Standing::of(&look));
    }

    /// What changes with the moment, its snapshot included: drawn for every frame.
    #[divan::bench(args = PLANS)]
    fn live(bencher: Bencher, which: Which) {
        let look = which.subject().look();
        let standing = Standing::of(&look);
        bencher.bench(|| draw::live_on(&look, &standing));
    }

    /// Both.
    #[divan::bench(args = PLANS)]
    fn map(bencher: Bencher, which: Which) {
        let subject = which.subject();
        bencher.bench(|| subject.map());
    }

    /// The rows that a window of 1080 points shows, of all there are.
    #[divan::bench(args = PLANS, name = "timeline")]
    fn timeline_of_window(bencher: Bencher, which: Which) {
        let Subject { plan, schedule, moment, style, nothing, .. } = which.subject();
        let rows = rows(plan, &Arrangement::default(), &|id| id.to_string(), Lang::En);
        let (width, height) = (SIZE.0 as f32, SIZE.1 as f32);
        let gutter = 220.0;
        let scale = TimeScale::fitting(plan.horizon(), width - gutter);
        let layout = Layout { width, height, gutter, scale, scroll: 0.0 };
        bencher.bench(|| {
            timeline(&TimelineLook {
                plan,
                schedule,
                moment: *moment,
                rows: &rows,
                layout: &layout,
                style,
                lang: Lang::En,
                selected: nothing,
                hovered: None,
                problems: None,
                ghosts: &[],
                baseline: None,
                loop_range: None,
                track: Track::Planned,
                network: NetworkLook::default(),
            })
        });
    }
}

/// A scene of the map to the text of an SVG file.
#[divan::bench(args = PLANS, name = "svg")]
fn svg_document(bencher: Bencher, which: Which) {
    let scene = which.subject().map();
    bencher.bench(|| svg::document(&scene, &Default::default()));
}

/// A scene of the map to pixels, and pixels to a PNG file: 1920 × 1080 at scale 1.
mod png {
    use super::*;

    #[divan::bench(args = PLANS)]
    fn pixels(bencher: Bencher, which: Which) {
        let scene = which.subject().map();
        bencher.bench(|| raster::pixels(&scene, 1.0).is_ok());
    }

    #[divan::bench(args = PLANS)]
    fn encode(bencher: Bencher, which: Which) {
        let scene = which.subject().map();
        let pixels = raster::pixels(&scene, 1.0).expect("a picture of usual size");
        bencher.bench(|| raster::encode(&pixels, &[]).is_ok());
    }
}

/// Frames of a film of the bundled plan: 1920 × 1080 at scale 1.
mod film {
    use super::*;
    use decamp::calendar::DateSpan;
    use decamp::export::{self, FilmOptions, Form, Paper, Request};
    use decamp::film::Script;
    use decamp::job::Control;

    /// From one frame to the next, at five days a second and 30 frames.
    const STEP_DAYS: f64 = 5.0 / 30.0;

    fn scene(look: &Look, nodes: Vec<Node>) -> Scene {
        Scene { nodes, ..Scene::new(SIZE.0 as f32, SIZE.1 as f32, look.style.water) }
    }

    /// The ground is kept, and only what changes is drawn over it.
    #[divan::bench]
    fn frame_at_rest(bencher: Bencher) {
        let look = BUNDLED.look();
        let ground = scene(&look, draw::base(&look.ground()));
        let ground = raster::pixels(&ground, 1.0).expect("a picture of usual size");
        let standing = Standing::of(&look);
        let mut overlay = Overlay::default();
        let mut moment = look.moment;
        bencher.bench_local(|| {
            moment = moment.plus(STEP_DAYS);
            let mut picture = ground.clone();
            let live = draw::live_on(&Look { moment, ..look }, &standing);
            overlay.draw(&mut picture, &scene(&look, live), 1.0);
            picture
        });
    }

    /// The camera travels: all of the map is drawn anew.
    #[divan::bench]
    fn frame_moving(bencher: Bencher) {
        let look = BUNDLED.look();
        let mut overlay = Overlay::default();
        let mut moment = look.moment;
        let mut zoom = look.view.camera().zoom;
        bencher.bench_local(|| {
            (moment, zoom) = (moment.plus(STEP_DAYS), zoom + 0.005);
            let camera = Camera::new(look.view.camera().center, zoom);
            let look = Look { moment, view: MapView::new(camera, look.view.size()), ..look };
            let ground = scene(&look, draw::base(&look.ground()));
            let mut picture = raster::pixels(&ground, 1.0).expect("a picture of usual size");
            overlay.draw(&mut picture, &scene(&look, draw::live(&look)), 1.0);
            picture
        });
    }

    /// Three seconds of film to an MP4 file: 90 frames, drawn and encoded.
    #[divan::bench(sample_count = 5, sample_size = 1)]
    fn mp4_of_90_frames(bencher: Bencher) {
        let folder = tempfile::tempdir().expect("a folder for the film");
        let day = BUNDLED.moment.day();
        let request = Request {
            plan: BUNDLED.plan.clone(),
            schedule: Arc::new(Schedule::of(&BUNDLED.plan, &BUNDLED.routes)),
            routes: Arc::new(Routes::of(&BUNDLED.plan, &BUNDLED.theatre)),
            theatre: BUNDLED.theatre.clone(),
            form: Form::Picture,
            paper: Paper::default(),
            track: Track::Forecast,
            moment: BUNDLED.moment,
            camera: None,
            size: SIZE,
            scale: 1.0,
            theme: Theme::Light,
            layers: None,
            lang: Lang::En,
            furniture: Furniture::ALL,
            problems: None,
            table: None,
            baseline: None,
            film: FilmOptions {
                script: Script::Span(DateSpan::new(day, day + 5).expect("it ends later")),
                ..FilmOptions::default()
            },
        };
        let path = folder.path().join("film.mp4");
        bencher.bench_local(|| {
            export::to_file(&path, &request, &Control::unattended()).expect("it is written");
        });
    }
}
