//! Where a plan that is saved into another folder finds what it names by relative paths:
//! its layers and its theatre.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Window;
use super::action::StepLabel;
use crate::plan::edit::Command;
use crate::plan::{Header, Layer};
use crate::theatre::{file_and_table, file_name, folder_name, located, path_of_table};

impl Window {
    /// Before a plan is saved into a folder: what it names is found from there as it was
    /// before. Whether a step was made, which is undone where saving fails.
    pub(super) fn adapt_paths(&mut self, to: &Path) -> bool {
        let (from, to) = (self.document.path().and_then(Path::parent), to.parent());
        if from == to {
            return false;
        }
        let plan = self.document.whole();
        let layers = plan.layers().iter().filter_map(|layer| {
            let (file, table) = file_and_table(&layer.path);
            let path = path_of_table(&file_name(&moving(file, from)?, to), table);
            (path != layer.path).then(|| Command::put(Layer { path, ..(**layer).clone() }))
        });
        let header = plan.header();
        // One without a slash comes with the program.
        let folder = header.theatre.contains('/').then(|| moving(&header.theatre, from)).flatten();
        let theatre = folder.map(|folder| folder_name(&folder, to));
        let theatre = theatre
            .filter(|theatre| *theatre != header.theatre)
            .map(|theatre| Command::SetHeader(Arc::new(Header { theatre, ..header.clone() })));
        let adapted: Vec<Command> = layers.chain(theatre).collect();
        let count = adapted.len();
        let step = StepLabel::Rows { message: "step-adapt-paths", count };
        count > 0 && self.document.run_on_whole(step, Command::Batch(adapted)).is_ok()
    }
}

/// The whole path of what a plan in the folder `from` names; None for what stays where it
/// is, and for what the program does not look for.
fn moving(path: &str, from: Option<&Path>) -> Option<PathBuf> {
    let is_fixed = Path::new(path).is_absolute() && from.is_some();
    let file = located(path, from).ok().filter(|_| !is_fixed && !path.is_empty())?;
    Some(std::path::absolute(&file).unwrap_or(file))
}
