//! The theatre of the open plan, read on a thread where it is a folder, so that a
//! large one never stops the window: until it is there, the one before stays.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::Context;

use super::Window;
use super::cache::Loaded;
use super::cache_keys::TheatreKey;
use crate::job::{Job, Outcome, Progress};
use crate::plan::Opaque;
use crate::theatre::{Overlays, Theatre, TheatreError};

/// A small folder is read so soon that showing anything in its stead would flicker.
const AT_ONCE: Duration = Duration::from_millis(150);
/// Between two looks at how far the reading is.
const GLANCE: Duration = Duration::from_millis(100);

/// A theatre without the plan's own sectors: its name, and the folder it is
/// relative to.
type Bare = (String, Option<PathBuf>);

/// The theatre that is shown, and the one that is being read.
#[derive(Default)]
pub struct Theatres {
    /// What is shown, and of which theatre the key is.
    shown: Option<(TheatreKey, Loaded)>,
    /// The last one read, without the sectors of a plan: these may be edited.
    bare: Option<(Bare, Loaded)>,
    /// The same with the sectors of the plan, and without its layers.
    whole: Option<(TheatreKey, Loaded)>,
    reading: Option<(TheatreKey, Job<Read>)>,
    /// Readings that nobody waits for any longer. A file cannot be left half-read,
    /// and waiting for its end would stop the window.
    left: Vec<Job<Read>>,
}

/// A theatre that was read.
struct Read {
    bare: Loaded,
    whole: Loaded,
}

impl Theatres {
    /// Comes as near as it can to what is wanted without waiting.
    fn follow(&mut self, wanted: &TheatreKey, overlays: &Overlays) {
        self.left.retain(|job| !job.is_finished());
        self.keep_what_is_read();
        if self.shown.as_ref().is_some_and(|(key, _)| key == wanted) {
            self.leave();
            return;
        }
        let whole = TheatreKey { layers: 0, ..wanted.clone() };
        let is_same = |key: &TheatreKey| key.bare() == wanted.bare();
        if self.whole.as_ref().is_some_and(|(key, _)| *key == whole) {
            self.leave();
        } else if !self.reading.as_ref().is_some_and(|(key, _)| is_same(key)) {
            self.leave();
            self.read(&whole);
        }
        // Sectors may be edited sooner than a large map is there with them: the ones
        // before are shown first, else none ever would.
        if let Some((key, loaded)) = self.whole.as_ref().filter(|(key, _)| is_same(key)) {
            let key = TheatreKey { layers: wanted.layers, ..key.clone() };
            if self.shown.as_ref().is_none_or(|(shown, _)| *shown != key) {
                let loaded = with_layers(loaded.clone(), &key, overlays);
                self.shown = Some((key, loaded));
            }
        } else if self.shown.is_none() {
            let world = Loaded { theatre: Theatre::world(), error: None };
            self.shown = Some((TheatreKey::world(), world));
        }
    }

    /// Reads on a thread, and keeps what is soon there.
    fn read(&mut self, wanted: &TheatreKey) {
        let known = self.bare.as_ref().filter(|(bare, _)| *bare == wanted.bare());
        let known = known.map(|(_, loaded)| loaded.clone());
        // Bundled ones are in the program.
        if !wanted.name.contains('/') {
            let bare = known.unwrap_or_else(|| read(&wanted.bare(), |_, _| ()));
            self.keep(wanted.clone(), Read::of(bare, wanted));
            return;
        }
        let key = wanted.clone();
        let job = Job::start(move |control| {
            let hear = |done, total| {
                // Nobody stops it: what is left behind ends by itself.
                let _ = control.step(done, total);
            };
            Read::of(known.unwrap_or_else(|| read(&key.bare(), hear)), &key)
        });
        wait_a_little(&job);
        self.reading = Some((wanted.clone(), job));
        self.keep_what_is_read();
    }

    fn keep_what_is_read(&mut self) {
        let Some((key, job)) = self.reading.take_if(|(_, job)| job.is_finished()) else { return };
        let read = match job.wait() {
            Outcome::Done(read) => read,
            Outcome::Panicked(_) => {
                let folder = key.folder.clone().unwrap_or_default().join(&key.name);
                let failed = failed(TheatreError::NoFiles { folder });
                Read { bare: failed.clone(), whole: failed }
            }
        };
        self.keep(key, read);
    }

    fn keep(&mut self, key: TheatreKey, read: Read) {
        self.bare = Some((key.bare(), read.bare));
        self.whole = Some((key, read.whole));
    }

    fn leave(&mut self) {
        self.left.extend(self.reading.take().map(|(_, job)| job));
    }
}

impl Read {
    fn of(bare: Loaded, key: &TheatreKey) -> Read {
        Read { whole: with_own_sectors(bare.clone(), key), bare }
    }
}

/// Waits for work that is small enough to be done at once.
pub(super) fn wait_a_little<T: Send + 'static>(job: &Job<T>) {
    let start = Instant::now();
    while !job.is_finished() && start.elapsed() < AT_ONCE {
        std::thread::sleep(Duration::from_millis(2));
    }
}

impl TheatreKey {
    /// What is shown before the first theatre is there.
    fn world() -> TheatreKey {
        TheatreKey { name: String::new(), folder: None, own_sectors: None, layers: 0 }
    }

    fn bare(&self) -> Bare {
        (self.name.clone(), self.folder.clone())
    }
}

/// The theatre of a plan, or the world in place of one that cannot be read: for work
/// on a thread of its own.
pub(super) fn read_whole(key: &TheatreKey) -> Arc<Theatre> {
    let sectors = key.own_sectors.as_ref().map(Opaque::value);
    let theatre = Theatre::of_plan(&key.name, key.folder.as_deref(), sectors);
    theatre.unwrap_or_else(|_| Theatre::world())
}

fn read((name, folder): &Bare, hear: impl FnMut(u64, u64)) -> Loaded {
    match Theatre::of_plan_heard(name, folder.as_deref(), None, hear) {
        Ok(theatre) => Loaded { theatre, error: None },
        Err(error) => failed(error),
    }
}

fn failed(error: TheatreError) -> Loaded {
    Loaded { theatre: Theatre::world(), error: Some(error) }
}

fn with_own_sectors(loaded: Loaded, key: &TheatreKey) -> Loaded {
    match key.own_sectors.as_ref().map(Opaque::value) {
        // Where the theatre failed, that is what has to be told.
        None => loaded,
        Some(_) if loaded.error.is_some() => loaded,
        Some(sectors) => match loaded.theatre.with_sectors(sectors) {
            Ok(theatre) => Loaded { theatre: Arc::new(theatre), error: None },
            Err(error) => failed(error),
        },
    }
}

fn with_layers(loaded: Loaded, key: &TheatreKey, overlays: &Overlays) -> Loaded {
    if key.layers == 0 {
        return loaded;
    }
    let theatre = Arc::new(loaded.theatre.with_overlays(overlays.clone()));
    Loaded { theatre, ..loaded }
}

impl Window {
    /// The theatre the plan names, with its layers as far as they are read.
    fn wanted_theatre(&self) -> TheatreKey {
        let folder = self.document.path().and_then(|path| path.parent());
        let (layers, _) = self.layer_files.read();
        TheatreKey { layers, ..TheatreKey::of(self.document.plan(), folder) }
    }

    /// Once in each frame, before anything is drawn: what is shown does not change
    /// within a frame.
    pub(super) fn follow_theatre(&mut self, ctx: &Context) {
        let wanted = self.wanted_theatre();
        self.theatres.follow(&wanted, self.layer_files.read().1);
        if self.theatres.reading.is_some() || self.layer_files.is_reading() {
            ctx.request_repaint_after(GLANCE);
        }
    }

    /// The theatre that is shown, with its key: not always the one the plan names.
    pub(super) fn theatre(&mut self) -> (TheatreKey, Loaded) {
        if self.theatres.shown.is_none() {
            let wanted = self.wanted_theatre();
            self.theatres.follow(&wanted, self.layer_files.read().1);
        }
        self.theatres.shown.clone().expect("something is shown from now on")
    }

    pub(super) fn theatre_key(&mut self) -> TheatreKey {
        self.theatre().0
    }

    /// How far the reading of a theatre or of layers is, while there is one.
    pub(super) fn theatre_progress(&self) -> Option<Progress> {
        let theatre = self.theatres.reading.as_ref().map(|(_, job)| job.progress());
        theatre.or(self.layer_files.progress())
    }
}
