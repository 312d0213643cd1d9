//! What follows from the open plan, and the view that panels get of it.

use std::sync::Arc;

use super::Window;
use super::cache::{Cache, Loaded};
use super::cache_keys::PlanKey;
use super::keyed::Late;
use super::selection::Marked;
use super::view::{Panes, View};
use crate::calendar::{DateSpan, Day};
use crate::draw::Style;
use crate::draw::strength::Curves;
use crate::draw::timeline::{Arrangement, Rows};
use crate::i18n::{Words, words};
use crate::plan::{Plan, SectorId};
use crate::schedule::{Critical, Problems, Routes, Schedule};
use crate::theatre::Theatre;

/// What follows from the plan, shared and cheap to hand around.
pub(super) struct Derived {
    pub plan: Arc<Plan>,
    pub theatre: Arc<Theatre>,
    pub routes: Arc<Routes>,
    pub schedule: Arc<Schedule>,
    pub problems: Arc<Problems>,
    pub rows: Arc<Rows>,
    pub horizon: DateSpan,
    pub marked: Arc<Marked>,
    pub beyond_known: Option<Day>,
    pub critical: Late<Critical>,
}

/// `Secteur Nord`, by the name the theatre has for it.
pub(super) fn sector_name(theatre: &Theatre, sector: &SectorId, words: &Words) -> String {
    let own = theatre.sector_name(sector.as_str(), words.lang().tag());
    let own = own.map_or_else(|| sector.to_string(), str::to_owned);
    words.fill("sector-name", &[("name", own.into())])
}

impl Window {
    pub(super) fn plan_key(&self) -> PlanKey {
        PlanKey {
            document: self.document_number,
            revision: self.document.journal().revision(),
            branch: self.document.branch_number(),
        }
    }

    pub(super) fn derived(&mut self) -> Derived {
        let mut cache = std::mem::take(&mut self.cache);
        let derived = self.derived_with(&mut cache);
        self.cache = cache;
        derived
    }

    pub(super) fn derived_with(&mut self, cache: &mut Cache) -> Derived {
        let plan = self.document.plan().clone();
        let key = self.plan_key();
        let (theatre_key, Loaded { theatre, .. }) = self.theatre();
        let both = (key, theatre_key);
        let routes = cache.routes(both.clone(), &plan, &theatre);
        let schedule = cache.schedule(both.clone(), &plan, &routes);
        let folder = self.document.path().and_then(|path| path.parent());
        let track = self.view.track;
        let problems = cache.problems(both.clone(), &theatre, &schedule, track, folder);
        let horizon = cache.horizon(key, &plan);
        let marked = cache.marked(key, &plan, &self.view.selected);
        let beyond_known = cache.beyond_known(key, &plan);
        let in_gesture = self.document.journal().in_gesture();
        let rows = match &self.frozen_rows {
            Some(rows) if in_gesture => rows.clone(),
            _ => {
                let state = &self.view;
                let arrangement = Arrangement {
                    grouping: state.links.grouping,
                    folded: state.folded.clone(),
                    search: state.search.clone(),
                    only: state.links.only.clone(),
                };
                cache.rows(both.clone(), &plan, &theatre, arrangement, self.settings.lang)
            }
        };
        self.frozen_rows = Some(rows.clone());
        let critical = cache.critical(key, &plan, track);
        Derived {
            plan,
            theatre,
            routes,
            schedule,
            problems,
            rows,
            horizon,
            marked,
            beyond_known,
            critical,
        }
    }

    /// The messages of the problems, for the list of them.
    pub(super) fn problem_texts(&mut self) -> Arc<Vec<String>> {
        let Derived { plan, problems, .. } = self.derived();
        let key = (self.plan_key(), self.theatre_key());
        let (track, lang) = (self.view.track, self.settings.lang);
        self.cache.problem_texts(key, &plan, &problems, track, lang)
    }

    /// The strength on both tracks, for the curve.
    pub(super) fn curves(&mut self) -> Arc<Curves> {
        let schedule = self.derived().schedule;
        let key = (self.plan_key(), self.theatre_key());
        self.cache.curves(key, &schedule)
    }

    pub(super) fn view_of<'a>(&'a self, derived: &'a Derived, style: &'a Style) -> View<'a> {
        View {
            name: self.document_name(),
            plan: &derived.plan,
            whole: self.document.whole(),
            branch: self.document.branch(),
            baseline: self.shown_baseline(),
            plan_key: self.plan_key(),
            journal: self.document.journal(),
            schedule: &derived.schedule,
            problems: &derived.problems,
            routes: &derived.routes,
            theatre: &derived.theatre,
            rows: &derived.rows,
            state: &self.view,
            tables: &self.tables,
            marked: &derived.marked.items,
            touched: &derived.marked.touched,
            critical: &derived.critical,
            odds: &self.odds,
            track: self.view.track,
            moment: self.view.playback.moment(),
            horizon: derived.horizon,
            beyond_known: derived.beyond_known,
            words: words(self.settings.lang),
            style,
            still: self.motion.is_reduced(),
            file_notes: &self.file_notes,
            now: derived.schedule.now(self.view.track, self.view.playback.moment()),
            document: self.document_number,
            reading_map: self.theatre_progress(),
            message: self.message.as_ref().map(|(text, _)| text.as_str()),
            recent: &self.settings.recent,
            automatic: self.settings.automatic,
            panes: Panes {
                outline: self.outline_open,
                inspector: self.inspector_open,
                strength: self.strength_open,
            },
        }
    }

    pub(super) fn with_view<R>(&mut self, show: impl FnOnce(&View) -> R) -> R {
        let derived = self.derived();
        let style = Style::of(self.settings.theme);
        show(&self.view_of(&derived, &style))
    }
}
