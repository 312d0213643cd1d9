//! The movements of a closure: who and what leaves the site, and how.

use super::chain::PlannedStep;
use super::closing::{Closing, Leg, UnoeFate, basis, phase_of};
use super::ids::FreeIds;
use super::steps::StepKind;
use crate::calendar::DateSpan;
use crate::geo::distance_km;
use crate::i18n::{Names, in_both_languages};
use crate::plan::{
    Category, Extra, Id, Link, LinkType, Load, Mode, Movement, MovementId, MovementKind, Owner,
    Plan, Quantities, Site, Text, Timing, Unit, UnitId, UnitRole,
};

/// How much longer a way over the ground is than the great circle.
const DETOUR: f64 = 1.3;

/// What is at the site of one unit.
#[derive(Clone, Debug)]
pub(super) struct Stock {
    unit: UnitId,
    has_people: bool,
    has_materiel: bool,
    /// Its equipment is the United Nations' own.
    is_un_owned: bool,
    /// It stays until the site is handed over.
    is_last: bool,
}

/// A movement, and the step it belongs to.
#[derive(Clone, Debug)]
pub(super) struct Journey {
    pub of: StepKind,
    pub movement: Movement,
}

impl Journey {
    pub fn id(&self) -> &Id {
        &self.movement.id
    }
}

impl Stock {
    pub fn of(unit: &Unit) -> Stock {
        let is_un_owned = match &unit.owner {
            Some(owner) => *owner == Owner::Un,
            None => matches!(unit.category, Category::Stores | Category::Civilian),
        };
        Stock {
            unit: unit.id.clone(),
            has_people: unit.personnel > 0,
            has_materiel: unit.materiel.values().any(|count| *count > 0),
            is_un_owned,
            is_last: matches!(unit.role, UnitRole::Guard | UnitRole::RearParty),
        }
    }

    /// All people, and none of the materiel.
    fn people(&self) -> Load {
        let none = Some(Quantities::new());
        Load { unit: self.unit.clone(), personnel: None, materiel: none, extra: Extra::default() }
    }

    /// All materiel, and nobody.
    fn materiel(&self) -> Load {
        Load {
            unit: self.unit.clone(),
            personnel: Some(0),
            materiel: None,
            extra: Extra::default(),
        }
    }

    fn all(&self) -> Load {
        Load { personnel: None, ..self.materiel() }
    }
}

/// How many days a trip takes by what planners reckon with: convoys 50 km a day,
/// boats and trains more, a flight within a day. None where a place is not known;
/// then a trip takes the whole step.
pub(super) fn trip_days(plan: &Plan, site: &Site, leg: &Leg) -> Option<u32> {
    let per_day = match leg.mode.as_ref()? {
        Mode::Air => return Some(1),
        Mode::Road => 50.0,
        Mode::River => 80.0,
        Mode::Rail => 300.0,
        Mode::Sea => 500.0,
        Mode::Unknown(_) => return None,
    };
    let to = plan.sites().get(&leg.to)?.place?;
    let km = distance_km(site.place?, to) * DETOUR;
    Some((km / per_day).ceil().max(1.0) as u32)
}

/// What the movements of a closure are made from.
pub(super) struct Journeys<'a> {
    pub plan: &'a Plan,
    pub site: &'a Site,
    pub closing: &'a Closing,
    pub stocks: &'a [Stock],
    pub steps: &'a [PlannedStep],
}

impl Journeys<'_> {
    pub fn all(&self, ids: &mut FreeIds) -> Vec<Journey> {
        let journeys = [self.people(ids), self.coe(ids), self.unoe(ids), self.last(ids)];
        journeys.into_iter().flatten().collect()
    }

    fn loads(&self, goes: impl Fn(&Stock) -> bool, load: fn(&Stock) -> Load) -> Vec<Load> {
        self.stocks.iter().filter(|stock| goes(stock)).map(load).collect()
    }

    /// A step that is new: what the plan has already has its own movements.
    fn new_step(&self, kind: StepKind) -> Option<&PlannedStep> {
        self.steps.iter().find(|step| step.kind == kind && !step.is_there)
    }

    /// All but the guard and the rear party.
    fn people(&self, ids: &mut FreeIds) -> Option<Journey> {
        let (step, leg) = (self.new_step(StepKind::PeopleOut)?, self.closing.people.as_ref()?);
        let loads = self.loads(|stock| stock.has_people && !stock.is_last, Stock::people);
        let id = "people";
        self.journey(ids, id, step, Some(leg), self.people_kind(leg), loads)
    }

    fn coe(&self, ids: &mut FreeIds) -> Option<Journey> {
        let (step, leg) = (self.new_step(StepKind::CoeOut)?, self.closing.materiel.as_ref()?);
        let goes = |stock: &Stock| stock.has_materiel && !stock.is_un_owned && !stock.is_last;
        let loads = self.loads(goes, Stock::materiel);
        self.journey(ids, "coe", step, Some(leg), MovementKind::Materiel, loads)
    }

    fn unoe(&self, ids: &mut FreeIds) -> Option<Journey> {
        let step = self.new_step(StepKind::UnoeDisposal)?;
        let goes = |stock: &Stock| stock.has_materiel && stock.is_un_owned && !stock.is_last;
        let loads = self.loads(goes, Stock::materiel);
        let leg = self.closing.materiel.as_ref();
        match &self.closing.unoe {
            UnoeFate::Moved => {
                self.journey(ids, "unoe", step, Some(leg?), MovementKind::Materiel, loads)
            }
            UnoeFate::Disposed(disposition) => {
                let mut journey =
                    self.journey(ids, "unoe", step, None, MovementKind::Disposal, loads)?;
                let recipient = self.closing.recipient.trim();
                journey.movement.disposition = Some(disposition.clone());
                journey.movement.recipient = (!recipient.is_empty()).then(|| recipient.into());
                Some(journey)
            }
        }
    }

    /// Guard and rear party with all they have: they leave on the last day.
    fn last(&self, ids: &mut FreeIds) -> Option<Journey> {
        let (step, leg) = (self.steps.last()?, self.closing.people.as_ref()?);
        let loads = self.loads(|stock| stock.is_last, Stock::all);
        let day = DateSpan::single(step.span.end());
        let trip = trip_days(self.plan, self.site, leg).unwrap_or(1);
        let span = DateSpan::new(day.start(), day.start() + i64::from(trip - 1)).unwrap_or(day);
        let step = PlannedStep { span, ..step.clone() };
        self.journey(ids, "rear-party", &step, Some(leg), self.people_kind(leg), loads)
    }

    fn people_kind(&self, leg: &Leg) -> MovementKind {
        let is_home = self.plan.sites().get(&leg.to).is_some_and(|to| to.is_exit());
        if is_home { MovementKind::Repatriation } else { MovementKind::Redeployment }
    }

    /// A movement that begins with its step. None where it would carry nothing.
    fn journey(
        &self,
        ids: &mut FreeIds,
        word: &str,
        step: &PlannedStep,
        leg: Option<&Leg>,
        kind: MovementKind,
        loads: Vec<Load>,
    ) -> Option<Journey> {
        if loads.is_empty() {
            return None;
        }
        let id = match leg {
            Some(leg) => ids.make(&self.site.id, &format!("{word}-to-{}", leg.to)),
            None => ids.make(&self.site.id, &format!("{word}-given-up")),
        };
        let begins = Link { kind: LinkType::StartStart, ..Link::finish_start(step.id.clone()) };
        let movement = Movement {
            id: MovementId::from(id),
            kind,
            name: Some(self.name(word, leg)),
            from: self.site.id.clone(),
            to: leg.map(|leg| leg.to.clone()),
            to_options: Vec::new(),
            mode: leg.and_then(|leg| leg.mode.clone()),
            phase: phase_of(self.plan, step.span),
            timing: Timing {
                planned: Some(step.span.into()),
                after: vec![begins],
                ..Timing::default()
            },
            trip_days: match leg {
                Some(leg) => trip_days(self.plan, self.site, leg),
                None => Some(1),
            },
            loads,
            convoy: None,
            route: None,
            stops: Vec::new(),
            distance_km: None,
            disposition: None,
            recipient: None,
            needs: Vec::new(),
            basis: basis(),
            extra: Extra::default(),
        };
        Some(Journey { of: step.kind, movement })
    }

    /// `Personnel de Ber → Gao`.
    fn name(&self, word: &str, leg: Option<&Leg>) -> Text {
        in_both_languages(|words| {
            let names = Names::new(self.plan, words.lang());
            let what = words.text(&format!("closing-load-{word}"));
            let from = names.at_site(what, &self.site.id);
            match leg {
                Some(leg) => format!("{from} → {}", names.site(&leg.to)),
                None => from,
            }
        })
    }
}
