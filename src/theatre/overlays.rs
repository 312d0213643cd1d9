//! The files that a plan lays over its map, read together.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::credit::Credit;
use super::of_plan::{file_and_table, located};
use super::overlay::{Attributes, Overlay, held};
use super::problem::{NoteKind, TheatreError, TheatreNote};
use super::read::Held;
use super::threads;
use super::whole::MAX_FILE_BYTES;
use crate::disk::read_limited;

/// The files that a plan lays over the map, or why they cannot be read, by the path
/// that the plan writes.
#[derive(Clone, Debug, Default)]
pub struct Overlays(BTreeMap<String, Result<Arc<Overlay>, TheatreError>>);

impl Overlays {
    /// Reads files whose paths are relative to `base`, the folder of the plan file.
    /// Files that `known` has are taken from there. `hear` is told how many of how
    /// many files are read.
    pub fn read(
        paths: impl IntoIterator<Item = String>,
        base: Option<&Path>,
        known: &Overlays,
        mut hear: impl FnMut(u64, u64),
    ) -> Overlays {
        let paths: BTreeSet<String> = paths.into_iter().collect();
        let total = paths.len() as u64;
        let (mut files, mut new) = (BTreeMap::new(), Vec::new());
        for path in paths {
            match known.0.get(&path) {
                Some(found) => drop(files.insert(path, found.clone())),
                None => new.push(path),
            }
        }
        hear(files.len() as u64, total);
        // The tables of a file stand together: it is read once for all of them.
        new.sort_by(|a, b| file_and_table(a).cmp(&file_and_table(b)));
        let place = |path: &String| located(file_and_table(path).0, base);
        for of_file in new.chunk_by(|a, b| place(a) == place(b)) {
            let tables: Vec<_> = of_file.iter().map(|path| file_and_table(path).1).collect();
            let read = place(&of_file[0]).and_then(|file| opened(&file, &tables));
            let read =
                read.unwrap_or_else(|error| tables.iter().map(|_| Err(error.clone())).collect());
            for (path, held) in of_file.iter().zip(read) {
                files.insert(path.clone(), held.map(Overlay::of).map(Arc::new));
                hear(files.len() as u64, total);
            }
        }
        Overlays(files)
    }

    /// None for a path that was not asked for.
    pub fn get(&self, path: &str) -> Option<&Result<Arc<Overlay>, TheatreError>> {
        self.0.get(path)
    }

    /// Whom a picture names as the makers of these files, each once.
    pub fn credit(&self) -> Credit {
        let read = self.0.values().flatten();
        Credit::of(read.filter_map(|overlay| overlay.attribution.clone()))
    }

    /// What was put right or left out in all of them.
    pub fn notes(&self) -> impl Iterator<Item = &TheatreNote> {
        self.0.values().flatten().flat_map(|overlay| &overlay.notes)
    }
}

/// What some tables of a file hold, or all of it. They are read before any is weighed:
/// both at once, and its bytes, would take twice the memory.
fn opened(
    path: &Path,
    tables: &[Option<&str>],
) -> Result<Vec<Result<Held<Attributes>, TheatreError>>, TheatreError> {
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let bytes = read_limited(path, MAX_FILE_BYTES)?;
    let mut read: Vec<_> = tables.iter().map(|table| held(&file, *table, &bytes)).collect();
    threads::release(bytes);
    if has_journal(path) {
        let (file, kind) = (file.into_owned(), NoteKind::OpenElsewhere);
        let note = TheatreNote { file, kind, feature: 0, count: 1 };
        read.iter_mut().flatten().for_each(|held| held.notes.push(note.clone()));
    }
    Ok(read)
}

/// Whether a database has changes that stand in a file beside it, as while QGIS has it
/// open.
fn has_journal(path: &Path) -> bool {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-wal");
    Path::new(&journal).metadata().is_ok_and(|data| data.len() > 0)
}
