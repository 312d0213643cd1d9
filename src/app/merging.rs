//! Merging the open plan with another file of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Window;
use super::dialogs::{Dialog, FilePurpose, MergeDialog, PlanFile};
use crate::compare::Diff;
use crate::file;
use crate::i18n::{open_error, words};
use crate::plan::Plan;

/// A wish about a merge.
#[derive(Clone, Debug, PartialEq)]
pub enum MergeAction {
    /// Asks for the other file.
    Ask,
    /// Begins a merge with this file.
    With(PathBuf),
    /// Asks for the file from which both plans come.
    AskAncestor,
    Ancestor(PathBuf),
    /// Makes the open plan the merged one.
    Make,
}

impl Window {
    pub(super) fn act_on_merge(&mut self, action: MergeAction) {
        self.end_drag();
        match action {
            MergeAction::Ask => self.choose_file(FilePurpose::Plan(PlanFile::Theirs)),
            MergeAction::With(path) => self.begin_merge(&path),
            MergeAction::AskAncestor => self.choose_file(FilePurpose::Plan(PlanFile::Ancestor)),
            MergeAction::Ancestor(path) => self.take_ancestor(&path),
            MergeAction::Make => self.make_merge(),
        }
    }

    fn begin_merge(&mut self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let Some(theirs) = self.read_plan(&path) else { return };
        let document = &self.document;
        // What someone else wrote into the open file comes from what stood there.
        let is_own = document.path() == Some(&path);
        let dialog = MergeDialog::new(
            &path,
            theirs,
            document.whole().clone(),
            [document.opened().clone(), document.saved().clone()],
            is_own,
        );
        self.behind = None;
        self.open(Dialog::Merge(Box::new(dialog)));
    }

    fn take_ancestor(&mut self, path: &Path) {
        if matches!(self.dialog, Some(Dialog::File(_))) {
            self.dialog = self.behind.take();
        }
        let Some(plan) = self.read_plan(path) else { return };
        if let Some(Dialog::Merge(dialog)) = &mut self.dialog {
            dialog.take_ancestor(path, plan);
        }
    }

    fn read_plan(&mut self, path: &Path) -> Option<Arc<Plan>> {
        match file::open(path) {
            Ok(opened) => Some(Arc::new(opened.plan)),
            Err(error) => {
                self.fail(open_error(&error, self.settings.lang));
                None
            }
        }
    }

    /// One step on the whole.
    fn make_merge(&mut self) {
        let Some(Dialog::Merge(dialog)) = &self.dialog else { return };
        let Some(merged) = dialog.merged() else { return };
        let (name, path) = (dialog.name().to_owned(), dialog.path().to_owned());
        let whole = self.document.whole().clone();
        let diff = Diff::of(&whole, &merged);
        let count = diff.items.len() + usize::from(!diff.header.is_empty());
        let lang = self.settings.lang;
        if self.run_on_whole("step-merge", name, diff.command_of_all(&whole)) {
            self.document.took_in(&path);
            self.close_dialog();
            self.say(words(lang).fill("merge-done", &[("count", count.into())]));
        }
    }
}
