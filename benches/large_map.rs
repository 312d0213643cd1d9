//! Maps of millions of points: what a frame costs against what is loaded and what
//! is seen, and what a file of 100 MB takes to open.
//!
//! `cargo bench --no-default-features --bench large_map`; the figures and how they
//! are to be read are in `docs/benchmarks.md`.

#[allow(dead_code, reason = "the other benchmark uses the rest")]
mod generated;
mod large_layers;
#[allow(dead_code, reason = "the other benchmark uses the rest")]
mod measured;

use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use decamp::calendar::Moment;
use decamp::draw::{self, Look, Standing, Style, Theme};
use decamp::geo::{Camera, LonLat, MapView, ViewSize};
use decamp::i18n::Lang;
use decamp::scene::{Item, Node, Outline};
use decamp::schedule::{Routes, Schedule, Track};
use decamp::theatre::{Role, Theatre};
use measured::cost;

fn main() {
    // `cargo bench` hands on its own words.
    let wanted = std::env::args().skip(1).find(|arg| !arg.starts_with('-')).unwrap_or_default();
    if "file".contains(&wanted) {
        file_of_100_mb();
    }
    if "frames".contains(&wanted) {
        frames();
    }
    if "layers".contains(&wanted) {
        large_layers::run();
    }
}

/// The fastest and the median of some runs, in milliseconds.
fn timed<T>(runs: usize, mut work: impl FnMut(usize) -> T) -> (f64, f64) {
    let time = |i| {
        let start = Instant::now();
        let made = work(i);
        let taken = start.elapsed().as_secs_f64() * 1e3;
        // To take it apart again is no part of making it.
        drop(made);
        taken
    };
    let mut times: Vec<f64> = (0..runs).map(time).collect();
    times.sort_by(f64::total_cmp);
    (times[0], times[runs / 2])
}

/// Numbers that look like chance and are the same each time (Knuth's generator).
struct Chance(u64);

impl Chance {
    /// From 0 to 1.
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) as f64 / (1_u64 << 31) as f64
    }
}

/// Lines of 500 points each that wander over the box around Mali, as a file.
fn wandering_lines(vertices: usize, seed: u64) -> String {
    const POINTS: usize = 500;
    let mut chance = Chance(seed);
    let mut json = String::with_capacity(vertices * 24);
    json.push_str(r#"{"type":"FeatureCollection","features":["#);
    for line in 0..vertices.div_ceil(POINTS) {
        let comma = if line == 0 { "" } else { ",\n" };
        write!(
            json,
            r#"{comma}{{"type":"Feature","id":"line-{line}","properties":{{"name":"Line {line}","level":7}},"geometry":{{"type":"LineString","coordinates":["#
        )
        .expect("a text takes all");
        let (mut lon, mut lat) = (-12.0 + 16.0 * chance.share(), 10.5 + 14.0 * chance.share());
        for point in 0..POINTS {
            let comma = if point == 0 { "" } else { "," };
            write!(json, "{comma}[{lon:.7},{lat:.7}]").expect("a text takes all");
            lon = (lon + 0.004 * (chance.share() - 0.5)).clamp(-12.0, 4.0);
            lat = (lat + 0.004 * (chance.share() - 0.5)).clamp(10.5, 24.5);
        }
        json.push_str("]}}");
    }
    json.push_str("]}");
    json
}

/// What a line of `/proc/self/status` says, in megabytes.
fn memory(line: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = status.lines().find_map(|it| it.strip_prefix(line)?.strip_prefix(':'));
    let kilobytes = found.and_then(|it| it.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok());
    kilobytes.unwrap_or(f64::NAN) / 1e3 * 1.024
}

fn file_of_100_mb() {
    let folder = tempfile::tempdir().expect("a folder for the file");
    let write = |path: &Path| {
        let json = wandering_lines(4_300_000, 1);
        std::fs::write(path, &json).expect("room on the disk");
        json.len() as f64 / 1e6
    };
    let path = folder.path().join("rivers.geojson");
    let megabytes = write(&path);
    println!("file: {megabytes:.0} MB, 4.3 million points in lines of 500");
    let before = memory("VmRSS");
    // The peak so far is forgotten.
    let peak_is_reset = std::fs::write("/proc/self/clear_refs", "5").is_ok();
    let start = Instant::now();
    let theatre = Theatre::from_folder(folder.path()).expect("a good file");
    let first = start.elapsed().as_secs_f64() * 1e3;
    if peak_is_reset {
        let (peak, after) = (memory("VmHWM") - before, memory("VmRSS") - before);
        println!("memory: {peak:.0} MB at most, {after:.0} MB afterwards");
    }
    assert_eq!(theatre.layers().rivers.len(), 8_600);
    drop(theatre);
    let bytes = std::fs::read(&path).expect("it was written");
    let skip =
        timed(7, |_| serde_json::from_slice::<serde::de::IgnoredAny>(&bytes).expect("good JSON"));
    drop(bytes);
    let open = timed(7, |_| Theatre::from_folder(folder.path()).expect("a good file"));
    println!("serde_json skips: {:.0} ms (fastest {:.0})", skip.1, skip.0);
    println!("opened: {:.0} ms (fastest {:.0}; first {first:.0})", open.1, open.0);
    println!("that is {:.1} times as long (fastest {:.1})", open.1 / skip.1, open.0 / skip.0);
}

/// A plan on a map, with all that follows from it.
struct Subject {
    theatre: Theatre,
    routes: Routes,
    schedule: Schedule,
    style: Style,
}

impl Subject {
    fn of(units: usize, vertices: usize) -> Subject {
        let mali = |name: &str| {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("maps/mali");
            std::fs::read(root.join(name)).expect("a bundled map")
        };
        let (boundary, roads) = (mali("boundary.geojson"), mali("roads.geojson"));
        let sectors = mali("sectors.geojson");
        let rivers = wandering_lines(vertices, 2);
        let files = [
            (Role::Boundary, boundary.as_slice()),
            (Role::Sectors, &sectors),
            (Role::Roads, &roads),
            (Role::Rivers, rivers.as_bytes()),
        ];
        let theatre = Theatre::from_files(&files).expect("good files");
        let plan = Arc::new(generated::plan_of(units));
        let routes = Routes::of(&plan, &theatre);
        let schedule = Schedule::of(&plan, &routes);
        let style = Style::of(Theme::Light);
        Subject { theatre, routes, schedule, style }
    }

    /// A frame of playback: the moment moves on a little with each.
    fn look(&self, zoom: Option<f64>, frame: usize) -> Look<'_> {
        let size = ViewSize::new(1920.0, 1080.0);
        let whole =
            Camera::fitting(self.theatre.layers().boundary.bounds().expect("Mali"), size, 64.0);
        let middle = LonLat::new(-3.0, 16.0).expect("a place");
        let camera = zoom.map_or(whole, |zoom| Camera::new(middle, zoom));
        let Subject { schedule, routes, theatre, style, .. } = self;
        let moment = Moment::beginning_of(generated::as_of()).plus(0.5 + frame as f64 / 60.0);
        let view = MapView::new(camera, size);
        Look {
            track: Track::Forecast,
            ..Look::of(schedule, routes, theatre, view, moment, style, Lang::En)
        }
    }
}

/// How many points of the map's geometry some nodes have.
fn points_in(nodes: &[Node]) -> usize {
    let of_node = |node: &Node| match &node.item {
        Item::Group(group) => points_in(&group.nodes),
        Item::Path(path) => match &path.outline {
            Outline::Geometry(geometry, _) => geometry.vertex_count(),
            _ => 0,
        },
        Item::Label(_) => 0,
    };
    nodes.iter().map(of_node).sum()
}

fn frames() {
    println!();
    println!("frames at 1920 × 1080, medians of 40 (fastest), milliseconds of processor time");
    println!(
        "movements | points loaded | zoom | points shown | ground | standing | live, playing | \
         its snapshot | requests for memory: standing | live | snapshot"
    );
    for (units, vertices) in [(2_000, 0), (2_000, 500_000), (2_000, 2_000_000), (5_000, 2_000_000)]
    {
        let subject = Subject::of(units, vertices);
        for zoom in [None, Some(7.0), Some(9.0), Some(12.0)] {
            // Levels of detail are made at their first use.
            let shown = points_in(&draw::base(&subject.look(zoom, 0).ground()));
            let ground = cost(40, |frame| {
                draw::base(&subject.look(zoom, frame).ground());
            });
            let standing = cost(10, |frame| {
                Standing::of(&subject.look(zoom, frame));
            });
            let kept = Standing::of(&subject.look(zoom, 0));
            let live = cost(40, |frame| {
                draw::live_on(&subject.look(zoom, frame), &kept);
            });
            let snapshot = cost(40, |frame| {
                let look = subject.look(zoom, frame);
                look.schedule.snapshot(look.track, look.moment);
            });
            let zoom = zoom.unwrap_or_else(|| subject.look(None, 0).view.camera().zoom);
            println!(
                "{} | {vertices} | {zoom:.1} | {shown} | {ground} | {standing} | {live} | \
                 {snapshot} | {} | {} | {}",
                2 * units,
                standing.requests,
                live.requests,
                snapshot.requests,
            );
        }
    }
}
