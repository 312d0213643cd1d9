//! A schedule at one moment, asked for one part or another.

use super::holdings::{Holdings, Kinds};
use super::index::Index;
use super::ledger::{Batch, Ledger, MovementBook, Totals};
use super::states::begun_and_over;
use super::steps::Steps;
use super::tick::Tick;
use super::{
    BatchNow, MovementNow, MovementState, OnTrack, Schedule, SiteNow, SiteState, Snapshot,
    TotalsNow, Track, UnitNow, journey,
};
use crate::calendar::{Moment, Span};
use crate::plan::{MovementId, PhaseId, SiteId, UnitId};

/// Who and what is where at one moment: what is asked for is worked out, and nothing
/// else, so that a picture costs what it shows. All of it is a [`Snapshot`].
///
/// Sites and movements have numbers: their places in the lists of the plan.
#[derive(Clone, Copy, Debug)]
pub struct Now<'a> {
    schedule: &'a Schedule,
    on: &'a OnTrack,
    track: Track,
    moment: Moment,
    tick: Tick,
}

impl Schedule {
    /// Who and what is where, and which sites are open, at a moment.
    pub fn now(&self, track: Track, moment: Moment) -> Now<'_> {
        Now { schedule: self, on: self.on(track), track, moment, tick: Tick::of(moment) }
    }

    /// All of it at once.
    pub fn snapshot(&self, track: Track, moment: Moment) -> Snapshot {
        self.now(track, moment).snapshot()
    }
}

impl<'a> Now<'a> {
    pub fn track(&self) -> Track {
        self.track
    }

    pub fn moment(&self) -> Moment {
        self.moment
    }

    /// None for a site the plan does not have.
    pub fn site(&self, id: &SiteId) -> Option<SiteNow> {
        self.schedule.index.site(id).map(|number| self.site_at(number))
    }

    pub fn site_at(&self, number: usize) -> SiteNow {
        SiteNow {
            id: self.schedule.index.sites[number].id.clone(),
            state: self.state_at(number),
            holdings: at_site(&self.on.ledger, &self.schedule.index.kinds, number, self.tick),
        }
    }

    /// What all of it is worked out from.
    pub(super) fn books(&self) -> (&'a Index, &'a Ledger, Tick) {
        (&self.schedule.index, &self.on.ledger, self.tick)
    }

    /// The state of a site by its number.
    pub fn state_at(&self, number: usize) -> SiteState {
        self.on.states.at(number, self.tick)
    }

    /// None for a unit the plan does not have.
    pub fn unit(&self, id: &UnitId) -> Option<UnitNow> {
        self.schedule.index.unit(id).map(|number| self.unit_at(number))
    }

    fn unit_at(&self, number: usize) -> UnitNow {
        let index = &self.schedule.index;
        let people = self.on.ledger.units[number].people();
        let there = |(site, steps): &(usize, Steps)| {
            let people = count(steps, self.tick);
            (people > 0).then(|| (index.sites[*site].id.clone(), people))
        };
        let mut at: Vec<_> = people.held.iter().filter_map(there).collect();
        at.sort();
        UnitNow {
            id: index.units[number].id.clone(),
            at,
            moving: count(&people.moving, self.tick),
            departed: count(&people.departed, self.tick),
        }
    }

    /// How many people of a unit have left the theatre.
    pub fn departed(&self, unit: &UnitId) -> u64 {
        let number = self.schedule.index.unit(unit);
        let departed = |number: usize| &self.on.ledger.units[number].people().departed;
        number.map_or(0, |number| count(departed(number), self.tick))
    }

    /// None for a movement the plan does not have.
    pub fn movement(&self, id: &MovementId) -> Option<MovementNow> {
        self.schedule.index.movement(id).map(|number| self.movement_at(number))
    }

    pub fn movement_at(&self, number: usize) -> MovementNow {
        let state = MovementState::at(self.on.spans.movements[number], self.tick);
        let over = self.on.lifts.over_on(self.moment.day());
        let over_lift = over.binary_search_by_key(&number, |(movement, _)| *movement).ok();
        let is_shown = state == MovementState::UnderWay || over_lift.is_some();
        MovementNow {
            id: self.schedule.index.movements[number].id.clone(),
            state,
            batches: self.batches_of(number),
            a_day: is_shown.then(|| self.a_day(number)).flatten(),
            over_lift: over_lift.map_or(0.0, |at| over[at].1),
        }
    }

    /// What goes with the batch that left last, or at first with the first one.
    fn a_day(&self, movement: usize) -> Option<Holdings> {
        let book = &self.on.ledger.movements[movement];
        let left = book.batches.partition_point(|batch| Tick::begin_of(batch.departs) <= self.tick);
        let batch = book.batches.get(left.max(1) - 1)?;
        Some(self.carried(book, batch))
    }

    fn carried(&self, book: &MovementBook, batch: &Batch) -> Holdings {
        let index = &self.schedule.index;
        let mut holdings = Holdings::none(&index.kinds);
        for cargo in book.cargo(batch) {
            holdings.add(index.stocks[cargo.stock].column, cargo.amount);
        }
        holdings
    }

    /// The numbers of the movements that are under way, in order.
    pub fn under_way(&self) -> Vec<usize> {
        self.on.under_way().at(self.tick)
    }

    /// The numbers of the movements a map shows, in order: those under way, and those
    /// over a lift on this day, which may be over at its close.
    pub fn shown(&self) -> Vec<usize> {
        let mut numbers = self.under_way();
        let over = self.on.lifts.over_on(self.moment.day());
        if !over.is_empty() {
            numbers.extend(over.iter().map(|(movement, _)| *movement));
            numbers.sort_unstable();
            numbers.dedup();
        }
        numbers
    }

    /// Sums over all units.
    pub fn totals(&self) -> TotalsNow {
        self.schedule.totals_at(self.track, self.tick)
    }

    fn phases(&self) -> Vec<PhaseId> {
        let dated = |span: Span| span.start.is_some() || span.end.is_some();
        let day = self.moment.day();
        let phases = self.schedule.plan.phases().iter();
        let under_way = phases.filter(|phase| dated(phase.span) && phase.span.contains(day));
        under_way.map(|phase| phase.id.clone()).collect()
    }

    fn snapshot(&self) -> Snapshot {
        let index = &self.schedule.index;
        Snapshot {
            track: self.track,
            moment: self.moment,
            phases: self.phases(),
            sites: (0..index.sites.len()).map(|number| self.site_at(number)).collect(),
            units: (0..index.units.len()).map(|number| self.unit_at(number)).collect(),
            movements: (0..index.movements.len()).map(|number| self.movement_at(number)).collect(),
            totals: self.totals(),
        }
    }

    fn batches_of(&self, movement: usize) -> Vec<BatchNow> {
        let book = &self.on.ledger.movements[movement];
        let rests = self.schedule.rests.get(&movement).map_or(&[][..], Vec::as_slice);
        let line = self.schedule.lines[movement].as_ref();
        let batch = |batch: &Batch| {
            let departs = Moment::beginning_of(batch.departs).days();
            let arrives = Moment::close_of(batch.arrives).days();
            let progress = journey::progress(departs, arrives, rests, self.moment);
            BatchNow {
                number: batch.number,
                progress,
                position: line.map(|line| line.at(progress)),
                holdings: self.carried(book, batch),
            }
        };
        book.under_way(self.tick).iter().map(batch).collect()
    }
}

/// What is present at a site.
pub(super) fn at_site(ledger: &Ledger, kinds: &Kinds, site: usize, tick: Tick) -> Holdings {
    let mut holdings = Holdings::none(kinds);
    for (column, steps) in &ledger.sites[site].columns {
        holdings.add(*column, steps.at(tick));
    }
    holdings
}

fn count(steps: &Steps, tick: Tick) -> u64 {
    u64::try_from(steps.at(tick)).unwrap_or(0)
}

impl TotalsNow {
    pub(super) fn at(totals: &Totals, kinds: &Kinds, tick: Tick) -> TotalsNow {
        let of = |columns: &Vec<Steps>| {
            let mut holdings = Holdings::none(kinds);
            for (column, steps) in columns.iter().enumerate() {
                holdings.add(column, steps.at(tick));
            }
            holdings
        };
        TotalsNow {
            present: of(&totals.present),
            moving: of(&totals.moving),
            departed: of(&totals.departed),
            disposed: of(&totals.disposed),
            entered: of(&totals.entered),
        }
    }
}

impl MovementState {
    fn at(span: Option<Span>, tick: Tick) -> MovementState {
        let Some(span) = span else { return MovementState::Absent };
        let (begun, over) = begun_and_over(span);
        if over <= tick {
            MovementState::Over
        } else if begun <= tick {
            MovementState::UnderWay
        } else {
            MovementState::Planned
        }
    }
}
