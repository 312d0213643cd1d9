//! The files of the plan's own layers, read on a thread: until they are there, the map
//! is shown without them.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::Window;
use super::theatres::wait_a_little;
use crate::job::{Job, Outcome, Progress};
use crate::plan::LayerId;
use crate::theatre::{Overlay, Overlays};

/// Which files are wanted, and for the how-manieth time: to read them anew is to want
/// them once more.
#[derive(Clone, Debug, Default, PartialEq)]
struct Wanted {
    paths: BTreeSet<String>,
    folder: Option<PathBuf>,
    document: u64,
    round: u64,
}

impl Wanted {
    /// Whether a file that was read for the one is good for the other.
    fn shares_files(&self, other: &Wanted) -> bool {
        let of = |it: &Wanted| (it.folder.clone(), it.document, it.round);
        of(self) == of(other)
    }
}

/// The layers that are read, and those that are being read.
#[derive(Default)]
pub struct LayerFiles {
    read: (Wanted, Overlays),
    /// Changes whenever what is read does: the key to it. 0 while there is nothing.
    number: u64,
    round: u64,
    reading: Option<(Wanted, Job<Overlays>)>,
    /// Readings that nobody waits for any longer.
    left: Vec<Job<Overlays>>,
    /// The layer of the feature that was looked at in the frame before, and what was
    /// read of it.
    looked_at: Option<(LayerId, Option<Arc<Overlay>>)>,
}

impl LayerFiles {
    pub fn read(&self) -> (u64, &Overlays) {
        (self.number, &self.read.1)
    }

    pub fn is_reading(&self) -> bool {
        self.reading.is_some()
    }

    pub fn progress(&self) -> Option<Progress> {
        self.reading.as_ref().map(|(_, job)| job.progress())
    }

    /// Reads all files again at the next occasion.
    pub fn read_again(&mut self) {
        self.round += 1;
    }

    /// Comes as near as it can to what is wanted without waiting.
    fn follow(&mut self, wanted: Wanted) {
        self.left.retain(|job| !job.is_finished());
        if self.read.0 == wanted {
            self.leave();
            return;
        }
        let known = match self.read.0.shares_files(&wanted) {
            true => self.read.1.clone(),
            false => Overlays::default(),
        };
        if wanted.paths.iter().all(|path| known.get(path).is_some()) {
            self.leave();
            let none = wanted.paths.is_empty() && self.number == 0;
            let paths = wanted.paths.clone();
            let kept = Overlays::read(paths, wanted.folder.as_deref(), &known, |_, _| ());
            self.read = (wanted, kept);
            self.number += u64::from(!none);
            return;
        }
        if self.reading.as_ref().is_none_or(|(reading, _)| *reading != wanted) {
            self.leave();
            let Wanted { paths, folder, .. } = wanted.clone();
            let job = Job::start(move |control| {
                Overlays::read(paths, folder.as_deref(), &known, |done, total| {
                    // Nobody stops it: what is left behind ends by itself.
                    let _ = control.step(done, total);
                })
            });
            wait_a_little(&job);
            self.reading = Some((wanted, job));
        }
        let Some((wanted, job)) = self.reading.take_if(|(_, job)| job.is_finished()) else {
            return;
        };
        // A fault of this program in one of them: the map goes without any.
        let read = match job.wait() {
            Outcome::Done(read) => read,
            Outcome::Panicked(_) => Overlays::default(),
        };
        self.read = (wanted, read);
        self.number += 1;
    }

    /// Whether what is read of the layer of a feature, by its path, is another than in
    /// the frame before.
    fn is_another(&mut self, of_feature: Option<(LayerId, String)>) -> bool {
        let entry = |path: &str| self.read.1.get(path)?.as_ref().ok().cloned();
        let now = of_feature.map(|(id, path)| (id, entry(&path)));
        let before = std::mem::replace(&mut self.looked_at, now);
        let Some((earlier, before)) = before else { return false };
        let Some((layer, now)) = &self.looked_at else { return true };
        let is_same = match (&before, now) {
            (Some(before), Some(now)) => Arc::ptr_eq(before, now),
            (before, now) => before.is_none() && now.is_none(),
        };
        earlier == *layer && !is_same
    }

    fn leave(&mut self) {
        self.left.extend(self.reading.take().map(|(_, job)| job));
    }
}

impl Window {
    /// Once in each frame, before the theatre, which they lie over.
    pub(super) fn follow_layer_files(&mut self) {
        let plan = self.document.plan();
        let wanted = Wanted {
            paths: plan.layers().iter().map(|layer| layer.path.clone()).collect(),
            folder: self.document.path().and_then(|path| path.parent()).map(Into::into),
            document: self.document_number,
            round: self.layer_files.round,
        };
        let of_feature = self.view.feature.as_ref().and_then(|(id, _)| plan.layers().get(id));
        let of_feature = of_feature.map(|layer| (layer.id.clone(), layer.path.clone()));
        self.layer_files.follow(wanted);
        if self.layer_files.is_another(of_feature) {
            // Another feature may have its number now.
            self.view.feature = None;
        }
    }
}
