//! What panels read. They change nothing: they ask, with actions.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::cache_keys::PlanKey;
use super::files::FileNotes;
use super::keyed::Late;
use super::odds::OddsState;
use super::state::ViewState;
use super::steps::Step;
use super::tables::Tables;
use crate::calendar::{DateSpan, Day, Moment, TypedContext};
use crate::draw::Style;
use crate::draw::timeline::Rows;
use crate::i18n::{Names, Words};
use crate::job::Progress;
use crate::plan::edit::Journal;
use crate::plan::{Baseline, BranchId, Id, Plan, SiteId};
use crate::schedule::{Critical, Now, Problems, Routes, Schedule, Track};
use crate::theatre::Theatre;

/// The open plan, what follows from it, and how it is being looked at.
#[derive(Clone)]
pub struct View<'a> {
    /// The name of the file or of the bundled plan.
    pub name: String,
    /// What is shown: the plan itself or a branch.
    pub plan: &'a Arc<Plan>,
    /// The plan itself with its branches.
    pub whole: &'a Arc<Plan>,
    /// The branch that is shown.
    pub branch: Option<&'a BranchId>,
    /// The baseline that is shown.
    pub baseline: Option<&'a Baseline>,
    /// Names what is shown.
    pub plan_key: PlanKey,
    pub journal: &'a Journal<Step>,
    pub schedule: &'a Arc<Schedule>,
    /// All problems on the track that is shown.
    pub problems: &'a Arc<Problems>,
    pub routes: &'a Arc<Routes>,
    pub theatre: &'a Arc<Theatre>,
    pub rows: &'a Rows,
    pub state: &'a ViewState,
    pub tables: &'a Tables,
    /// What is selected, and the sites it is about.
    pub marked: &'a BTreeSet<Id>,
    /// Sites the selection may touch beyond those: of the phases of a risk.
    pub touched: &'a BTreeSet<Id>,
    /// The float of the items and the critical chain, on the track that is shown: worked
    /// out when it is asked for.
    pub critical: &'a Late<Critical>,
    pub odds: &'a OddsState,
    pub track: Track,
    pub moment: Moment,
    pub horizon: DateSpan,
    /// The latest day that something is recorded on, beyond what is said to be known.
    pub beyond_known: Option<Day>,
    pub words: &'static Words,
    pub style: &'a Style,
    /// Whether the system asks for less motion.
    pub still: bool,
    /// What was noticed about the file and the theatre, in words.
    pub file_notes: &'a FileNotes,
    /// Who and what is where, on the track and at the moment that are shown.
    pub now: Now<'a>,
    /// Which of the documents of this sitting this is.
    pub document: u64,
    /// How far the reading of the plan's map is, while another is shown.
    pub reading_map: Option<Progress>,
    /// The last short message, such as «saved».
    pub message: Option<&'a str>,
    pub recent: &'a [std::path::PathBuf],
    /// Whether what depends on an item moves along with it.
    pub automatic: bool,
    pub panes: Panes,
}

/// Which of the panels that can be folded away are there.
#[derive(Clone, Copy, Debug)]
pub struct Panes {
    pub outline: bool,
    pub inspector: bool,
    pub strength: bool,
}

impl View<'_> {
    /// The word for the state of a site now.
    pub fn state_word(&self, site: &SiteId) -> String {
        let state = self.schedule.site_state(self.track, site, self.moment);
        state.map_or(String::new(), |state| self.words.word("site-state", state.as_word()))
    }

    /// What typed dates are read against.
    pub fn typed_context(&self) -> TypedContext {
        TypedContext { from: self.moment.day(), d_day: self.plan.d_day(), horizon: self.horizon }
    }

    pub fn names(&self) -> Names<'_> {
        Names::new(self.plan, self.words.lang())
    }
}
