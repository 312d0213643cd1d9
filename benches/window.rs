//! Whole frames of the window, without a screen: what a frame costs while the plan
//! plays, and while the map is dragged.
//!
//! `cargo bench --bench window`; the figures and how they are to be read are in
//! `docs/benchmarks.md`.

#[allow(dead_code, reason = "the other benchmarks use the rest")]
mod generated;
#[allow(dead_code, reason = "the other benchmarks use the rest")]
mod measured;

use std::path::Path;

use decamp::app::{Launch, Window, prepare};
use decamp::file;
use decamp::i18n::Lang;
use decamp::settings::Settings;
use eframe::egui::{
    Context, Event, Key, Modifiers, PointerButton, Pos2, RawInput, Rect, Vec2, pos2, vec2,
};

use measured::{Cost, Parts};

const SIZE: Vec2 = vec2(1920.0, 1080.0);
/// Frames before the measured ones: levels of detail are made, and widths are measured.
const FIRST: usize = 60;
const FRAMES: usize = 300;
/// Frames that a drag goes one way before it turns.
const TURN: usize = 40;

fn main() {
    // `cargo bench` hands on its own words.
    let wanted = std::env::args().skip(1).find(|arg| !arg.starts_with('-')).unwrap_or_default();
    let folder = tempfile::tempdir().expect("a folder for the plan");
    let large = folder.path().join("large.decamp");
    std::fs::write(&large, file::write(&generated::plan_of(5_000))).expect("room on the disk");
    println!(
        "frames at 1920 × 1080, medians of {FRAMES} (fastest), milliseconds of processor time"
    );
    println!("plan | frame | with requests for memory | shapes | triangles | requests for shapes");
    for (plan, path) in [("bundled", None), ("10,000 movements", Some(large.as_path()))] {
        for (name, pointer) in [("playing", None), ("dragged", Some(drag as fn(usize) -> Pos2))] {
            if format!("{plan} {name}").contains(&wanted) {
                let Frame { shapes, triangles, whole } = measure(path, pointer);
                let (all, of_shapes) = (whole.requests, shapes.requests);
                println!("{plan}, {name} | {whole} | {all} | {shapes} | {triangles} | {of_shapes}");
            }
        }
    }
}

/// What a frame costs.
struct Frame {
    /// All that egui asks the program for.
    shapes: Cost,
    /// What egui makes of it before it goes to the graphics card.
    triangles: Cost,
    whole: Cost,
}

/// Plays a plan, or drags its map: `pointer` says where the pointer is in each frame.
fn measure(plan: Option<&Path>, pointer: Option<fn(usize) -> Pos2>) -> Frame {
    let mut window = Window::new(Launch {
        plan: plan.map(Path::to_owned),
        settings: Settings::for_language(Lang::Fr),
        lang: None,
        settings_path: None,
        system_dialogs: false,
    });
    let ctx = Context::default();
    prepare(&ctx);
    let (mut shapes, mut triangles) = (Parts::default(), Parts::default());
    for frame in 0..FIRST + FRAMES {
        if frame == FIRST {
            (shapes, triangles) = Default::default();
        }
        let events = match (frame, pointer) {
            (3, None) => pressed(Key::Space),
            (3, Some(pointer)) => taken_hold(pointer(frame)),
            (_, Some(pointer)) if frame > 3 => vec![Event::PointerMoved(pointer(frame))],
            _ => Vec::new(),
        };
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(frame as f64 / 60.0),
            predicted_dt: 1.0 / 60.0,
            events,
            ..RawInput::default()
        };
        let output = shapes.measure(|| ctx.run_ui(input, |ui| window.show(ui)));
        triangles.measure(|| ctx.tessellate(output.shapes, output.pixels_per_point));
    }
    assert_eq!(window.is_playing(), pointer.is_none(), "it plays, or its map is dragged");
    let whole = shapes.with(&triangles).cost();
    Frame { shapes: shapes.cost(), triangles: triangles.cost(), whole }
}

fn pressed(key: Key) -> Vec<Event> {
    let event = |pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    vec![event(true), event(false)]
}

fn taken_hold(at: Pos2) -> Vec<Event> {
    let button = Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed: true,
        modifiers: Modifiers::NONE,
    };
    vec![Event::PointerMoved(at), button]
}

/// Back and forth over the empty part of the map.
fn drag(frame: usize) -> Pos2 {
    let way = frame % (2 * TURN);
    let there = way.min(2 * TURN - way) as f32;
    pos2(700.0 + 4.0 * there, 160.0 + there)
}
