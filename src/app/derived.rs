//! What follows from the open plan, and the view that panels get of it.

use std::sync::Arc;

use super::Window;
use super::cache::{Cache, Marked, PlanKey, TheatreKey};
use super::files;
use super::view::View;
use crate::calendar::DateSpan;
use crate::draw::Style;
use crate::draw::strength::Curves;
use crate::draw::timeline::Row;
use crate::i18n::words;
use crate::plan::Plan;
use crate::schedule::{Problems, Routes, Schedule, Snapshot};
use crate::theatre::Theatre;

/// What follows from the plan, shared and cheap to hand around.
pub(super) struct Derived {
    pub plan: Arc<Plan>,
    pub theatre: Arc<Theatre>,
    pub routes: Arc<Routes>,
    pub schedule: Arc<Schedule>,
    pub problems: Arc<Problems>,
    pub rows: Arc<Vec<Row>>,
    pub snapshot: Arc<Snapshot>,
    pub horizon: DateSpan,
    pub marked: Arc<Marked>,
}

impl Window {
    pub(super) fn plan_key(&self) -> PlanKey {
        PlanKey { document: self.document_number, revision: self.document.journal.revision() }
    }

    pub(super) fn theatre_key(&self) -> TheatreKey {
        let header = self.document.plan().header();
        TheatreKey {
            name: header.theatre.clone(),
            // Bundled theatres are the same from wherever a plan was read.
            folder: match header.theatre.contains('/') {
                true => self.document.path().and_then(|path| path.parent()).map(Into::into),
                false => None,
            },
            own_sectors: header.sectors.clone(),
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
        let (key, theatre_key) = (self.plan_key(), self.theatre_key());
        let theatre = cache.theatre(&theatre_key, || files::theatre(&theatre_key)).theatre;
        let both = (key, theatre_key);
        let routes = cache.routes(both.clone(), &plan, &theatre);
        let schedule = cache.schedule(both.clone(), &plan, &routes);
        let folder = self.document.path().and_then(|path| path.parent());
        let track = self.view.track;
        let problems = cache.problems(both.clone(), &theatre, &schedule, track, folder);
        let moment = self.view.playback.moment();
        let snapshot = cache.snapshot(both.clone(), &schedule, self.view.track, moment);
        let horizon = cache.horizon(key, &plan);
        let marked = cache.marked(key, &plan, &self.view.selected);
        let in_gesture = self.document.journal.in_gesture();
        let rows = match &self.frozen_rows {
            Some(rows) if in_gesture => rows.clone(),
            _ => {
                let state = &self.view;
                let lang = self.settings.lang;
                cache.rows(key, &plan, &state.folded, &state.search, lang)
            }
        };
        self.frozen_rows = Some(rows.clone());
        Derived { plan, theatre, routes, schedule, problems, rows, snapshot, horizon, marked }
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
            journal: &self.document.journal,
            schedule: &derived.schedule,
            problems: &derived.problems,
            routes: &derived.routes,
            theatre: &derived.theatre,
            rows: &derived.rows,
            state: &self.view,
            tables: &self.tables,
            marked: &derived.marked.items,
            touched: &derived.marked.touched,
            track: self.view.track,
            moment: self.view.playback.moment(),
            horizon: derived.horizon,
            words: words(self.settings.lang),
            style,
            file_notes: &self.file_notes,
            snapshot: &derived.snapshot,
            document: self.document_number,
            message: self.message.as_ref().map(|(text, _)| text.as_str()),
            recent: &self.settings.recent,
            automatic: self.settings.automatic,
        }
    }

    pub(super) fn with_view<R>(&mut self, show: impl FnOnce(&View) -> R) -> R {
        let derived = self.derived();
        let style = Style::of(self.settings.theme);
        show(&self.view_of(&derived, &style))
    }
}
