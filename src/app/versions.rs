//! Baselines and branches: taken, chosen, renamed, removed.

use super::Window;
use super::dialogs::{Dialog, Naming, NamingDialog};
use crate::calendar::Day;
use crate::compare::{baseline, branch};
use crate::i18n::{date_long, words};
use crate::plan::edit::Command;
use crate::plan::{Baseline, BaselineId, Branch, BranchId, Id, Kind, Text};
use crate::settings::today;

/// A wish about baselines and branches.
#[derive(Clone, Debug, PartialEq)]
pub enum VersionAction {
    /// Asks for the name of a baseline that is to be taken.
    AskBaseline,
    TakeBaseline {
        name: String,
        taken: Day,
    },
    ShowBaseline(Option<BaselineId>),
    /// Asks for the name of a branch that begins as what is shown.
    AskBranch,
    TakeBranch {
        name: String,
    },
    /// A branch, or the plan itself.
    ShowBranch(Option<BranchId>),
    /// The next of the plan itself and its branches, in turn.
    NextBranch,
    /// Asks for another name of the one that is shown.
    AskRename(Kind),
    Rename(Id, String),
    /// Takes the one out that is shown.
    Remove(Kind),
}

impl Window {
    /// The baseline that is shown.
    pub(super) fn shown_baseline(&self) -> Option<&Baseline> {
        let id = self.view.baseline.as_ref()?;
        self.document.whole().baselines().get(id).map(|baseline| &**baseline)
    }

    pub(super) fn act_on_versions(&mut self, action: VersionAction) {
        self.end_drag();
        match action {
            VersionAction::AskBaseline => {
                let taken = today();
                let args = [("date", date_long(taken, self.settings.lang).into())];
                let name = words(self.settings.lang).fill("baseline-usual-name", &args);
                self.ask_for_name(Naming::Baseline { taken }, name);
            }
            VersionAction::TakeBaseline { name, taken } => self.take_baseline(name, taken),
            VersionAction::ShowBaseline(id) => self.view.baseline = id,
            VersionAction::AskBranch => {
                let count = self.document.whole().branches().len() + 1;
                let name =
                    words(self.settings.lang).fill("branch-usual-name", &[("count", count.into())]);
                self.ask_for_name(Naming::Branch, name);
            }
            VersionAction::TakeBranch { name } => self.take_branch(name),
            VersionAction::ShowBranch(id) => self.show_branch(id.as_ref()),
            VersionAction::NextBranch => {
                let branches = self.document.whole().branches();
                let shown = self.document.branch().and_then(|id| branches.position(id));
                let next = shown.map_or(0, |shown| shown + 1);
                let next = branches.iter().nth(next).map(|branch| branch.id.clone());
                self.show_branch(next.as_ref());
            }
            VersionAction::AskRename(kind) => match self.shown_version(kind) {
                Some((id, name)) => self.ask_for_name(Naming::Again(id), name),
                None => self.say_none_shown(kind),
            },
            VersionAction::Rename(id, name) => self.rename_version(&id, name),
            VersionAction::Remove(kind) => match self.shown_version(kind) {
                Some((id, name)) => {
                    let command = Command::Remove { kind, id };
                    let message = match kind {
                        Kind::Baseline => "step-remove-baseline",
                        _ => "step-remove-branch",
                    };
                    self.run_on_whole(message, name, command);
                }
                None => self.say_none_shown(kind),
            },
        }
    }

    fn ask_for_name(&mut self, what: Naming, name: String) {
        self.open(Dialog::Naming(NamingDialog::new(what, name)));
    }

    /// The branch or baseline that is shown, with its name.
    fn shown_version(&self, kind: Kind) -> Option<(Id, String)> {
        let id = match kind {
            Kind::Baseline => (*self.shown_baseline()?.id).clone(),
            _ => (**self.document.branch()?).clone(),
        };
        let name = crate::i18n::Names::new(self.document.whole(), self.settings.lang).item(&id);
        Some((id, name))
    }

    fn say_none_shown(&mut self, kind: Kind) {
        let message = match kind {
            Kind::Baseline => "baseline-none-shown",
            _ => "branch-none-shown",
        };
        self.say(words(self.settings.lang).text(message));
    }

    /// The dates of what is shown; it is shown from now on.
    fn take_baseline(&mut self, name: String, taken: Day) {
        let like = Id::new("baseline").expect("a word is an id");
        let id = BaselineId::from(self.document.fresh_id(&like));
        let plan = self.document.plan();
        let command = baseline::take(plan, &id, Text::Same(name.clone()), taken);
        if self.run_on_whole("step-take-baseline", name, command) {
            self.view.baseline = Some(id);
        }
    }

    /// It begins with the edits of the branch that is shown, and is shown itself.
    fn take_branch(&mut self, name: String) {
        let like = Id::new("branch").expect("a word is an id");
        let id = BranchId::from(self.document.fresh_id(&like));
        let whole = self.document.whole();
        let like = self.document.branch().and_then(|shown| whole.branches().get(shown));
        let command = match like {
            Some(shown) => {
                let name = Some(Text::Same(name.clone()));
                Ok(Command::put(Branch { id: id.clone(), name, ..(**shown).clone() }))
            }
            None => branch::take(whole, &id, Text::Same(name.clone())),
        };
        if self.run_on_whole("step-take-branch", name, command) {
            self.show_branch(Some(&id));
        }
    }

    fn rename_version(&mut self, id: &Id, name: String) {
        let whole = self.document.whole();
        let tag = self.settings.lang.tag();
        let renamed = |old: &Option<Text>| match old {
            Some(old) => old.with(tag, &name),
            None => Text::Same(name.clone()),
        };
        let (branches, baselines) = (whole.branches(), whole.baselines());
        let (message, command) = if let Some(branch) = branches.find(id) {
            ("step-rename-branch", branch::rename(whole, &branch.id, renamed(&branch.name)))
        } else if let Some(baseline) = baselines.find(id) {
            let text = renamed(&baseline.name);
            ("step-rename-baseline", baseline::rename(whole, &baseline.id, text))
        } else {
            return;
        };
        self.run_on_whole(message, name, command);
    }

    fn show_branch(&mut self, id: Option<&BranchId>) {
        self.document.show_branch(id);
        let plan = self.document.plan();
        self.view.selected.retain(|id| plan.kind_of(id).is_some());
        let unused = self.document.unused().len();
        if unused > 0 {
            let args = [("count", unused.into())];
            self.say(words(self.settings.lang).fill("branch-unused", &args));
        }
    }
}
