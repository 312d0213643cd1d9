//! Everything the window works out of the plan, kept until what it depends on
//! changes. Nothing is flagged dirty: each value has a key. Routes and schedule are
//! made from those of the revision before, which gives the same and takes less time.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::actuals::beyond_known;
use super::base::{Base, Shifted};
use super::cache_keys::{
    BaseKey, CompareKey, ListedKey, LiveKey, OrderKey, PlanKey, RosterKey, RowsKey, StandingKey,
    TextsKey, TheatreKey,
};
use super::comparing::Comparison;
use super::derived::sector_name;
use super::keyed::{Keyed, Late, late, of_two};
use super::paint::Kept;
use super::selection::{Marked, Selection};
use crate::calendar::{DateSpan, Day};
use crate::draw::strength::Curves;
use crate::draw::timeline::{Arrangement, Rows, rows};
use crate::draw::{self, Look, Roster, Standing};
use crate::file::source_texts;
use crate::geo::MapView;
use crate::i18n::{Lang, problem_message, words};
use crate::plan::{Kind, Plan, SectorId};
use crate::scene::Node;
use crate::schedule::{
    Critical, Problem, Problems, Routes, Schedule, SourceTexts, Track, is_founded_as, is_placed_as,
    source_problems, theatre_problems,
};
use crate::table::Row as TableRow;
use crate::theatre::{Theatre, TheatreError};

/// A theatre, or the world in place of one that could not be read.
#[derive(Clone)]
pub struct Loaded {
    pub theatre: Arc<Theatre>,
    pub error: Option<TheatreError>,
}

/// Problems with the plan they were looked for in.
type Found = (Arc<Plan>, Arc<Vec<Arc<Problem>>>);

#[derive(Default)]
pub struct Cache {
    /// With the plan they are the routes of, from which those of the next revision
    /// are made.
    routes: Keyed<(PlanKey, TheatreKey), (Arc<Plan>, Arc<Routes>)>,
    schedule: Keyed<(PlanKey, TheatreKey), Arc<Schedule>>,
    texts: Keyed<TextsKey, Arc<Mutex<SourceTexts>>>,
    /// With the plan they were found in: they are worked out anew only where what they
    /// look at has changed.
    of_theatre: Keyed<TheatreKey, Found>,
    of_sources: Keyed<TextsKey, Found>,
    problems: Keyed<(PlanKey, TheatreKey, Track), Arc<Problems>>,
    problem_texts: Keyed<(PlanKey, TheatreKey, Track, Lang), Arc<Vec<String>>>,
    listed: Keyed<ListedKey, Arc<Vec<usize>>>,
    rows: Keyed<RowsKey, Arc<Rows>>,
    critical: Keyed<(PlanKey, Track), Late<Critical>>,
    horizon: Keyed<PlanKey, DateSpan>,
    marked: Keyed<(PlanKey, Selection), Arc<Marked>>,
    /// Two of them: where the map is parted, each side has one.
    live: [Keyed<LiveKey, Arc<Vec<Node>>>; 2],
    standing: [Keyed<StandingKey, Arc<Standing>>; 2],
    roster: [Keyed<RosterKey, Arc<Roster>>; 2],
    event_days: Keyed<(PlanKey, Track), Arc<Vec<Day>>>,
    curves: Keyed<(PlanKey, TheatreKey), Arc<Curves>>,
    base: Base,
    table_rows: Keyed<(PlanKey, Kind), Arc<Vec<TableRow>>>,
    table_order: Keyed<OrderKey, Arc<Vec<usize>>>,
    comparison: Keyed<CompareKey, Arc<Comparison>>,
    beyond_known: Keyed<PlanKey, Option<Day>>,
}

impl Cache {
    pub fn routes(
        &mut self,
        key: (PlanKey, TheatreKey),
        plan: &Arc<Plan>,
        theatre: &Theatre,
    ) -> Arc<Routes> {
        let last = self.routes.last().filter(|(last, _)| last.1 == key.1);
        let last = last.map(|(_, (before, routes))| (before.clone(), routes.clone()));
        let make = || match last {
            Some((before, routes)) => Routes::after(&routes, &before, plan, theatre),
            None => Routes::of(plan, theatre),
        };
        self.routes.get(key, || (plan.clone(), Arc::new(make()))).1
    }

    pub fn schedule(
        &mut self,
        key: (PlanKey, TheatreKey),
        plan: &Arc<Plan>,
        routes: &Routes,
    ) -> Arc<Schedule> {
        let last = self.schedule.last().map(|(_, schedule)| schedule.clone());
        let make = || match last {
            Some(earlier) => Schedule::after(&earlier, plan, routes),
            None => Schedule::of(plan, routes),
        };
        self.schedule.get(key, || Arc::new(make()))
    }

    /// All problems on a track: of the schedule, on the theatre, in quotes. `folder`
    /// is where the plan file lies.
    pub fn problems(
        &mut self,
        key: (PlanKey, TheatreKey),
        theatre: &Theatre,
        schedule: &Schedule,
        track: Track,
        folder: Option<&Path>,
    ) -> Arc<Problems> {
        let Cache { problems, texts, of_theatre, of_sources, .. } = self;
        let (plan_key, theatre_key) = key;
        problems.get((plan_key, theatre_key.clone(), track), || {
            let plan = schedule.plan();
            let with_plan = |found: Vec<Problem>| {
                let found: Vec<Arc<Problem>> = found.into_iter().map(Arc::new).collect();
                (plan.clone(), Arc::new(found))
            };
            let (_, of_theatre) = of_theatre.get_while(
                theatre_key,
                |(earlier, _)| is_placed_as(plan, earlier),
                || with_plan(theatre_problems(plan, theatre)),
            );
            let texts_key = TextsKey::of(plan_key.document, plan, folder);
            let texts = texts.get(texts_key.clone(), || {
                let texts = SourceTexts::of(source_texts(plan, folder));
                Arc::new(Mutex::new(texts))
            });
            let mut texts = texts.lock().unwrap_or_else(PoisonError::into_inner);
            let (_, of_sources) = of_sources.get_while(
                texts_key,
                |(earlier, _)| is_founded_as(plan, earlier),
                || with_plan(source_problems(plan, &mut texts)),
            );
            let mut all = schedule.problems(track).to_vec();
            all.extend(of_theatre.iter().chain(&*of_sources).cloned());
            Arc::new(Problems::of(all))
        })
    }

    /// The messages of the problems.
    pub fn problem_texts(
        &mut self,
        key: (PlanKey, TheatreKey),
        plan: &Plan,
        problems: &Problems,
        track: Track,
        lang: Lang,
    ) -> Arc<Vec<String>> {
        self.problem_texts.get((key.0, key.1, track, lang), || {
            let all = problems.all().iter();
            Arc::new(all.map(|problem| problem_message(problem, plan, lang)).collect())
        })
    }

    /// The places of the problems that are listed.
    pub fn listed(&mut self, key: ListedKey, make: impl FnOnce() -> Vec<usize>) -> Arc<Vec<usize>> {
        self.listed.get(key, || Arc::new(make()))
    }

    pub fn rows(
        &mut self,
        key: (PlanKey, TheatreKey),
        plan: &Plan,
        theatre: &Theatre,
        arrangement: Arrangement,
        lang: Lang,
    ) -> Arc<Rows> {
        let key = (key.0, key.1, arrangement.clone(), lang);
        let name = |sector: &SectorId| sector_name(theatre, sector, words(lang));
        self.rows.get(key, || Arc::new(rows(plan, &arrangement, &name, lang)))
    }

    /// The float of the items and the critical chain.
    pub fn critical(&mut self, key: PlanKey, plan: &Arc<Plan>, track: Track) -> Late<Critical> {
        self.critical.get((key, track), || late_critical(plan, track))
    }

    /// The days on which something begins, ends or happens, sorted.
    pub fn event_days(
        &mut self,
        key: PlanKey,
        plan: &Plan,
        schedule: &Schedule,
        track: Track,
    ) -> Arc<Vec<Day>> {
        self.event_days.get((key, track), || Arc::new(schedule.event_days(plan, track)))
    }

    /// With an open end it is worked out of all items.
    pub fn horizon(&mut self, key: PlanKey, plan: &Plan) -> DateSpan {
        self.horizon.get(key, || plan.horizon())
    }

    pub fn marked(&mut self, key: PlanKey, plan: &Plan, selected: &Selection) -> Arc<Marked> {
        self.marked.get((key, selected.clone()), || Arc::new(Marked::of(plan, selected)))
    }

    /// The part of the map that changes with the moment.
    pub fn live(&mut self, key: LiveKey, look: &Look) -> Arc<Vec<Node>> {
        let Cache { live, standing: kept, roster, .. } = self;
        let standing = key.standing.clone();
        of_two(live, key, || {
            let StandingKey { plan, theatre, track, lang, .. } = &standing;
            let roster_key = (*plan, theatre.clone(), *track, *lang);
            let standing = of_two(kept, standing, || {
                let roster = of_two(roster, roster_key, || Arc::new(Roster::of(look)));
                Arc::new(Standing::with(look, &roster))
            });
            Arc::new(draw::live_on(look, &standing))
        })
    }

    /// The strength on both tracks.
    pub fn curves(&mut self, key: (PlanKey, TheatreKey), schedule: &Schedule) -> Arc<Curves> {
        self.curves.get(key, || Arc::new(Curves::of(schedule)))
    }

    /// The items of a kind with their members.
    pub fn table_rows(
        &mut self,
        key: (PlanKey, Kind),
        make: impl FnOnce() -> Vec<TableRow>,
    ) -> Arc<Vec<TableRow>> {
        self.table_rows.get(key, || Arc::new(make()))
    }

    pub fn known_order(&self, key: &OrderKey) -> Option<Arc<Vec<usize>>> {
        let (known, order) = self.table_order.last()?;
        (known == key).then(|| order.clone())
    }

    pub fn keep_order(&mut self, key: OrderKey, order: Vec<usize>) -> Arc<Vec<usize>> {
        self.table_order.get(key, || Arc::new(order))
    }

    pub fn comparison(
        &mut self,
        key: CompareKey,
        make: impl FnOnce() -> Comparison,
    ) -> Arc<Comparison> {
        self.comparison.get(key, || Arc::new(make()))
    }

    /// The latest day on which something is recorded beyond what the plan says is
    /// known.
    pub fn beyond_known(&mut self, key: PlanKey, plan: &Plan) -> Option<Day> {
        self.beyond_known.get(key, || beyond_known(plan))
    }

    /// The still part of the map, ready to be painted.
    pub fn base(
        &mut self,
        key: BaseKey,
        view: &MapView,
        make: impl FnOnce(MapView, f64) -> Kept,
    ) -> Shifted {
        self.base.get(key, view, make)
    }
}

/// The float of the items of a plan and its critical chain, once somebody asks.
pub fn late_critical(plan: &Arc<Plan>, track: Track) -> Late<Critical> {
    let plan = plan.clone();
    late(move || Critical::of(&plan, track))
}
