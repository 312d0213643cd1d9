//! Comparing two versions of the open plan, or one with another file.

mod lines;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Window;
use super::action::StepLabel;
use super::cache_keys::{CompareKey, TheatreKey};
use super::dialogs::{FilePurpose, PlanFile};
use super::theatres;
use crate::compare::{Diff, Outcome, Pick, baseline, branch};
use crate::file;
use crate::i18n::{CompareText, Lang, open_error, words};
use crate::plan::{BaselineId, BranchId, Plan};
use crate::schedule::{Routes, Schedule, Track};
use crate::theatre::Theatre;

pub use lines::{Row, Section, SectionKind};

/// One of the plans that can be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Version {
    /// The open plan itself.
    Plan,
    /// As it was opened.
    Opened,
    Branch(BranchId),
    /// The plan with the dates it had then.
    Baseline(BaselineId),
    /// Another file, by its place among those that were chosen.
    File(usize),
}

/// Which of the two plans of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    From,
    To,
}

/// What the comparison view lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listing {
    #[default]
    Differences,
    /// How far items have moved since a baseline.
    Slips,
}

/// A wish about the comparison.
#[derive(Clone, Debug, PartialEq)]
pub enum CompareAction {
    Pick(End, Version),
    Swap,
    List(Listing),
    Fold(SectionKind),
    /// Asks for another file to compare with.
    ChooseFile(End),
    TakeFile(End, PathBuf),
    /// Takes a change over into the plan that is shown; None: all of them.
    TakeOver(Option<Pick>, String),
}

/// How the comparison is looked at.
#[derive(Default)]
pub struct CompareState {
    /// None: whichever suits what is shown.
    from: Option<Version>,
    to: Option<Version>,
    pub files: Vec<OtherFile>,
    pub listing: Listing,
    pub folded: BTreeSet<SectionKind>,
}

/// A plan that is not the open one.
#[derive(Clone)]
pub struct OtherFile {
    pub name: String,
    folder: Option<PathBuf>,
    plan: Arc<Plan>,
}

/// Two plans side by side, and in words what differs.
pub struct Comparison {
    pub from: Version,
    pub to: Version,
    /// What leads from the plan that is shown to the other one; None where neither
    /// of the two is shown.
    taking: Option<Taking>,
    pub sections: Vec<Section>,
}

/// Changes that can be taken over into the plan that is shown.
struct Taking {
    into: End,
    diff: Diff,
}

impl Comparison {
    /// The end that is shown, into which changes can be taken over.
    pub fn into(&self) -> Option<End> {
        self.taking.as_ref().map(|taking| taking.into)
    }
}

/// A plan with what is needed to work out what follows from it.
struct Ready {
    plan: Arc<Plan>,
    theatre: TheatreKey,
}

impl Window {
    /// The versions that are compared, those chosen or else those that suit.
    fn compared(&self) -> (Version, Version) {
        let whole = self.document.whole();
        let shown = self.shown_version_of_plan();
        let state = &self.view.comparing;
        let first_branch =
            || whole.branches().iter().next().map(|it| Version::Branch(it.id.clone()));
        let last_baseline = || {
            let current = baseline::current(whole, self.view.baseline.as_ref());
            current.map(|it| Version::Baseline(it.id.clone()))
        };
        let (from, to) = match shown {
            Version::Plan => match last_baseline() {
                Some(baseline) => (baseline, Version::Plan),
                None => match first_branch() {
                    Some(branch) => (Version::Plan, branch),
                    None => (Version::Opened, Version::Plan),
                },
            },
            branch => (Version::Plan, branch),
        };
        let chosen = |version: &Option<Version>| version.clone().filter(|it| self.is_there(it));
        (chosen(&state.from).unwrap_or(from), chosen(&state.to).unwrap_or(to))
    }

    fn shown_version_of_plan(&self) -> Version {
        self.document.branch().cloned().map_or(Version::Plan, Version::Branch)
    }

    fn is_there(&self, version: &Version) -> bool {
        let whole = self.document.whole();
        match version {
            Version::Plan | Version::Opened => true,
            Version::Branch(id) => whole.branches().contains(id),
            Version::Baseline(id) => whole.baselines().contains(id),
            Version::File(at) => *at < self.view.comparing.files.len(),
        }
    }

    /// The comparison that is chosen, worked out once for each state of the plan.
    pub(super) fn comparison(&mut self) -> Arc<Comparison> {
        let (from, to) = self.compared();
        let (track, lang) = (self.view.track, self.settings.lang);
        let key = CompareKey { plan: self.plan_key(), from, to, track, lang };
        let mut cache = std::mem::take(&mut self.cache);
        let comparison = cache.comparison(key.clone(), || self.compare(key, track, lang));
        self.cache = cache;
        comparison
    }

    fn compare(&self, key: CompareKey, track: Track, lang: Lang) -> Comparison {
        let CompareKey { from, to, .. } = key;
        let mut comparison = Comparison { from, to, taking: None, sections: Vec::new() };
        if comparison.from == comparison.to {
            return comparison;
        }
        let [from, to] = [&comparison.from, &comparison.to].map(|version| self.ready(version));
        let mut known = None;
        let schedules = [&from, &to].map(|ready| schedule(ready, &mut known));
        let diff = Diff::of(&from.plan, &to.plan);
        let outcome = Outcome::of(&schedules[0], &schedules[1], track);
        let say = CompareText::new(&from.plan, &to.plan, lang);
        let say = known.as_ref().map_or(say, |(_, theatre)| say.on(theatre));
        comparison.sections = lines::sections(&diff, &outcome, (&from.plan, &to.plan), say, lang);
        let shown = self.shown_version_of_plan();
        comparison.taking = if comparison.from == shown {
            Some(Taking { into: End::From, diff })
        } else if comparison.to == shown {
            Some(Taking { into: End::To, diff: Diff::of(&to.plan, &from.plan) })
        } else {
            None
        };
        comparison
    }

    fn ready(&self, version: &Version) -> Ready {
        let whole = self.document.whole();
        let mut folder = self.document.path().and_then(Path::parent).map(Path::to_owned);
        let plan = match version {
            Version::Plan => None,
            Version::Opened => Some(self.document.opened().clone()),
            Version::Branch(id) => branch::view(whole, id).map(|view| view.plan),
            Version::Baseline(id) => {
                let baseline = whole.baselines().get(id);
                baseline.map(|it| Arc::new(baseline::plan_of(whole, it)))
            }
            Version::File(at) => self.view.comparing.files.get(*at).map(|file| {
                folder = file.folder.clone();
                file.plan.clone()
            }),
        };
        let plan = plan.unwrap_or_else(|| whole.clone());
        Ready { theatre: TheatreKey::of(&plan, folder.as_deref()), plan }
    }

    pub(super) fn act_on_comparison(&mut self, action: CompareAction) {
        let (from, to) = self.compared();
        let state = &mut self.view.comparing;
        match action {
            CompareAction::Pick(End::From, version) => state.from = Some(version),
            CompareAction::Pick(End::To, version) => state.to = Some(version),
            CompareAction::Swap => (state.from, state.to) = (Some(to), Some(from)),
            CompareAction::List(listing) => state.listing = listing,
            CompareAction::Fold(section) => {
                if !state.folded.remove(&section) {
                    state.folded.insert(section);
                }
            }
            CompareAction::ChooseFile(end) => {
                self.choose_file(FilePurpose::Plan(PlanFile::Compared(end)));
            }
            CompareAction::TakeFile(end, path) => self.take_other_file(end, &path),
            CompareAction::TakeOver(pick, name) => self.take_over(pick, name),
        }
    }

    fn take_other_file(&mut self, end: End, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        match file::open(&path) {
            Ok(opened) => {
                self.dialog = None;
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let folder = path.parent().map(Path::to_owned);
                let (from, to) = self.compared();
                let state = &mut self.view.comparing;
                let file = Some(Version::File(state.files.len()));
                state.files.push(OtherFile { name, folder, plan: Arc::new(opened.plan) });
                (state.from, state.to) = match end {
                    End::From => (file, Some(to)),
                    End::To => (Some(from), file),
                };
            }
            Err(error) => self.fail(open_error(&error, self.settings.lang)),
        }
    }

    fn take_over(&mut self, pick: Option<Pick>, name: String) {
        let comparison = self.comparison();
        let Some(taking) = &comparison.taking else { return };
        let plan = self.document.plan();
        let command = match &pick {
            Some(pick) => taking.diff.command(plan, std::slice::from_ref(pick)),
            None => taking.diff.command_of_all(plan),
        };
        match command {
            Ok(command) => {
                self.run(StepLabel::Named { message: "step-take-over", name }, command);
            }
            Err(_) => self.say(words(self.settings.lang).text("take-over-refused")),
        }
    }
}

/// The schedule of a plan; the theatre that was read last is kept in `known`.
fn schedule(ready: &Ready, known: &mut Option<(TheatreKey, Arc<Theatre>)>) -> Schedule {
    let theatre = match known {
        Some((key, theatre)) if *key == ready.theatre => theatre.clone(),
        _ => {
            let theatre = theatres::read_whole(&ready.theatre);
            known.insert((ready.theatre.clone(), theatre)).1.clone()
        }
    };
    Schedule::of(&ready.plan, &Routes::of(&ready.plan, &theatre))
}
