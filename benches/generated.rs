//! A plan far larger than any mission: 1,000 sites and 10,000 items.
//!
//! It is made up, yet shaped as a withdrawal is: camps close phase by phase, each
//! sends its units in a convoy to the nearest hub, and from there they leave the
//! theatre by air. The same bytes come out every time.

use decamp::calendar::{Day, Span};
use decamp::geo::LonLat;
use decamp::plan::*;

/// Sites of all kinds.
pub const SITES: usize = 1_000;
/// Units, activities and movements.
pub const ITEMS: usize = UNITS + ACTIVITIES + MOVEMENTS;

const EXITS: usize = 5;
const HUBS: usize = 40;
const PLACES: usize = SITES - EXITS;
const CAMPS: usize = PLACES - HUBS;
const PHASES: usize = 8;
const PHASE_DAYS: i64 = 75;
/// Two units in each camp; the rest are in the hubs.
const UNITS: usize = 2_000;
/// What every place goes through, and an inventory in half of the hubs.
const ACTIVITIES: usize = 4 * PLACES + HUBS / 2;
/// Every unit goes to a hub and from there out of the theatre.
const MOVEMENTS: usize = 2 * UNITS;
/// The box around Mali.
const LON: (f64, f64) = (-12.0, 4.0);
const LAT: (f64, f64) = (10.5, 24.5);
/// No roads lead to this share of the camps, in percent.
const BY_AIR: u64 = 10;

/// The plan. Half of it has happened: the day of the last report is in its middle.
pub fn plan() -> Plan {
    plan_of(UNITS)
}

/// The same with more or fewer units; each has two movements.
pub fn plan_of(units: usize) -> Plan {
    let mut maker = Maker::new();
    maker.phases();
    maker.sites();
    maker.units(units);
    maker.activities();
    maker.limits();
    maker.task();
    let header = Header {
        title: Text::from("1,000 sites"),
        theatre: "mali".into(),
        horizon: Span::new(Some(first_day()), Some(last_day())),
        as_of: Some(as_of()),
        ..Header::default()
    };
    Plan::from_parts(header, maker.items).expect("every id is given once")
}

/// A day in the middle, when much is under way.
pub fn as_of() -> Day {
    first_day() + PHASES as i64 * PHASE_DAYS / 2
}

fn first_day() -> Day {
    Day::from_ymd(2024, 1, 1).expect("a day of the calendar")
}

fn last_day() -> Day {
    first_day() + (PHASES as i64 + 2) * PHASE_DAYS
}

struct Maker {
    chance: Chance,
    items: Vec<Item>,
    sites: Vec<Place>,
    /// The movements that bring units away from each place.
    leaving: Vec<Vec<MovementId>>,
}

/// Where a site is, and who it sends its people to.
struct Place {
    at: LonLat,
    hub: usize,
    phase: usize,
    /// The first day of its drawdown.
    start: Day,
    by_air: bool,
}

impl Maker {
    fn new() -> Maker {
        Maker { chance: Chance(20_240_101), items: Vec::new(), sites: Vec::new(), leaving: vec![] }
    }

    fn phases(&mut self) {
        self.items.push(
            Source {
                id: id("survey"),
                symbol: Some("Survey".into()),
                title: "A survey that nobody made".into(),
                date: Some(first_day()),
                language: Some("en".into()),
                url: None,
                file: None,
                extra: Extra::default(),
            }
            .into(),
        );
        for phase in 0..PHASES {
            let start = first_day() + phase as i64 * PHASE_DAYS;
            let span = Span::new(Some(start), Some(start + (PHASE_DAYS - 1)));
            let name = Text::from(&*format!("Phase {}", phase + 1));
            let basis = self.basis();
            let (parent, color, extra) = Default::default();
            let phase = Phase { id: phase_id(phase), name, span, parent, color, basis, extra };
            self.items.push(phase.into());
        }
    }

    /// Hubs come first; the hub of hubs is the first of them, and its own is the second.
    fn sites(&mut self) {
        for number in 0..PLACES {
            let at = self.chance.place();
            let nearest = |at: LonLat, sites: &[Place]| {
                let square = |hub: &usize| {
                    let other: LonLat = sites[*hub].at;
                    (other.lon() - at.lon()).powi(2) + (other.lat() - at.lat()).powi(2)
                };
                (0..HUBS).min_by(|a, b| square(a).total_cmp(&square(b))).expect("there are hubs")
            };
            let (hub, phase) = match number {
                0 => (1, PHASES - 1),
                hub if hub < HUBS => (0, PHASES - 1),
                _ => (nearest(at, &self.sites), self.chance.below(PHASES as u64 - 1) as usize),
            };
            let start = first_day() + phase as i64 * PHASE_DAYS + self.chance.days(0, 20);
            let by_air = self.chance.below(100) < BY_AIR;
            self.sites.push(Place { at, hub, phase, start, by_air });
            let (kind, roles) = match number < HUBS {
                true => (SiteKind::Headquarters, vec![SiteRole::LiquidationHub]),
                false => (SiteKind::Camp, vec![]),
            };
            let capacity = [("personnel".to_owned(), 400 + self.chance.below(4_000))].into();
            self.site(site_id(number), Some(at), kind, roles, capacity);
        }
        for number in 0..EXITS {
            self.site(exit_id(number), None, SiteKind::Exit, vec![], Quantities::new());
        }
        self.leaving = vec![Vec::new(); PLACES];
    }

    fn site(
        &mut self,
        id: SiteId,
        place: Option<LonLat>,
        kind: SiteKind,
        roles: Vec<SiteRole>,
        capacity: Quantities,
    ) {
        let basis = self.basis();
        let (aliases, sector, part_of, tags, extra, feature_extra) = Default::default();
        let name = Text::ByLanguage(vec![
            ("fr".into(), format!("Lieu {id}")),
            ("en".into(), format!("Place {id}")),
        ]);
        let accuracy_km = Some(5.0);
        self.items.push(
            Site {
                id,
                place,
                name,
                aliases,
                kind,
                sector,
                part_of,
                roles,
                tags,
                accuracy_km,
                capacity,
                basis,
                extra,
                feature_extra,
            }
            .into(),
        );
    }

    fn units(&mut self, count: usize) {
        for number in 0..count {
            let of_camp = HUBS + number / 2;
            let place = if of_camp < PLACES { of_camp } else { (number - 2 * CAMPS) % HUBS };
            let category = match self.chance.below(10) {
                0..7 => Category::Military,
                7..9 => Category::Police,
                _ => Category::Civilian,
            };
            let kind = match category {
                Category::Military => UnitKind::Infantry,
                Category::Police => UnitKind::Fpu,
                _ => UnitKind::CivilStaff,
            };
            let role = if place < HUBS { UnitRole::Guard } else { UnitRole::Operations };
            let personnel = 40 + self.chance.below(300);
            let materiel: Quantities = [
                ("vehicles".to_owned(), 2 + self.chance.below(30)),
                ("containers".to_owned(), self.chance.below(20)),
            ]
            .into();
            let basis = self.basis();
            let unit = Unit {
                id: unit_id(number),
                name: Text::from(&*format!("Unit {number}")),
                contributor: Some(["BFA", "TCD", "SEN", "BGD", "EGY"][number % 5].into()),
                category,
                kind,
                role,
                part_of: None,
                owner: Some(Owner::Contingent),
                site: Some(site_id(place)),
                personnel,
                materiel: materiel.clone(),
                basis,
                extra: Extra::default(),
            };
            self.items.push(unit.into());
            self.movements(number, place, personnel, materiel);
        }
    }

    /// To the hub with the other units of the camp, and from there home.
    fn movements(&mut self, unit: usize, place: usize, personnel: u64, materiel: Quantities) {
        let Place { hub, phase, start, by_air, .. } = self.sites[place];
        let trip = self.chance.days(1, 3);
        // What goes in one convoy goes on the same days.
        let to_hub = DaysOf { first: start + 12, length: 8 };
        // Some loads give their figures, some take all that is there.
        let some = unit.is_multiple_of(4).then_some((personnel, materiel));
        let mut first = self.movement(&format!("to-hub-{unit}"), unit, phase, to_hub);
        first.kind = MovementKind::Redeployment;
        (first.from, first.to) = (site_id(place), Some(site_id(hub)));
        first.mode = Some(if by_air { Mode::Air } else { Mode::Road });
        first.trip_days = Some(trip as u32);
        first.convoy = Some(format!("convoy-{place}"));
        first.needs = vec!["escort".into()];
        first.loads[0].personnel = some.as_ref().map(|(personnel, _)| *personnel);
        first.loads[0].materiel = some.map(|(_, materiel)| materiel);
        first.timing.after = vec![Link {
            kind: LinkType::StartStart,
            lag_days: 5,
            ..Link::finish_start(activity_id("drawdown", place).into())
        }];
        let length = self.chance.days(3, 15);
        let home = DaysOf { first: start + 20 + self.chance.days(0, 25), length };
        let mut second = self.movement(&format!("home-{unit}"), unit, phase, home);
        second.kind = MovementKind::Repatriation;
        (second.from, second.to) = (site_id(hub), Some(exit_id(unit % EXITS)));
        second.mode = Some(Mode::Air);
        second.trip_days = Some(1);
        second.timing.after = vec![Link::finish_start((*first.id).clone())];
        self.leaving[place].push(first.id.clone());
        self.items.extend([first.into(), second.into()]);
    }

    fn movement(&mut self, id: &str, unit: usize, phase: usize, days: DaysOf) -> Movement {
        let timing = self.timing(days);
        let basis = self.basis();
        let load =
            Load { unit: unit_id(unit), personnel: None, materiel: None, extra: Extra::default() };
        let (name, to, to_options, mode, convoy, route, stops) = Default::default();
        let (distance_km, disposition, recipient, needs, extra) = Default::default();
        Movement {
            id: self::id(id),
            kind: MovementKind::Redeployment,
            name,
            from: site_id(0),
            to,
            to_options,
            mode,
            phase: Some(phase_id(phase)),
            timing,
            trip_days: None,
            loads: vec![load],
            convoy,
            route,
            stops,
            distance_km,
            disposition,
            recipient,
            needs,
            basis,
            extra,
        }
    }

    /// Drawdown, clearance, closure and handover, each after the one before.
    fn activities(&mut self) {
        for place in 0..PLACES {
            let start = self.sites[place].start;
            let closed = start + 30 + self.chance.days(0, 10);
            let clear = DaysOf { first: start + 16, length: 12 };
            let drawdown = DaysOf { first: start, length: 15 };
            let after = self.leaving[place].clone();
            let after = after.into_iter().map(|id| Link::finish_start(id.into())).collect();
            self.activity("drawdown", ActivityKind::Drawdown, place, drawdown, vec![]);
            let link = |name| Link::finish_start(activity_id(name, place).into());
            self.activity("clear", ActivityKind::Clearance, place, clear, vec![link("drawdown")]);
            let close = DaysOf { first: closed, length: 3 };
            let mut links: Vec<Link> = after;
            links.push(link("clear"));
            self.activity("close", ActivityKind::Closure, place, close, links);
            let hand_over = DaysOf { first: closed + 3, length: 1 };
            self.activity(
                "hand-over",
                ActivityKind::Handover,
                place,
                hand_over,
                vec![link("close")],
            );
            if place < HUBS / 2 {
                let count = DaysOf { first: start, length: 20 };
                self.activity("count", ActivityKind::Inventory, place, count, vec![]);
            }
        }
    }

    fn activity(
        &mut self,
        name: &str,
        kind: ActivityKind,
        place: usize,
        days: DaysOf,
        after: Vec<Link>,
    ) {
        let timing = Timing { after, ..self.timing(days) };
        let basis = self.basis();
        let (sector, calendar, extra) = Default::default();
        let to = (kind == ActivityKind::Handover).then(|| Text::from("The host country"));
        self.items.push(
            Activity {
                id: activity_id(name, place),
                site: Some(site_id(place)),
                sector,
                kind,
                name: None,
                phase: Some(phase_id(self.sites[place].phase)),
                to,
                timing,
                calendar,
                basis,
                extra,
            }
            .into(),
        );
    }

    /// Limits of every kind, of which some are broken.
    fn limits(&mut self) {
        let (name, date, max, mode, per_day, activity, days) = Default::default();
        let (who, except, place, span, extra) = Default::default();
        let basis = self.basis();
        let kind = LimitKind::Ceiling;
        let none = Limit {
            id: id("none"),
            kind,
            name,
            date,
            max,
            mode,
            per_day,
            activity,
            days,
            who,
            except,
            place,
            span,
            basis,
            extra,
        };
        let of = |category| Some(Selector { categories: vec![category], ..Selector::default() });
        let at = |hub| Some(Where { sites: vec![site_id(hub)], ..Where::default() });
        let mut limits = vec![
            Limit {
                id: id("ceiling"),
                max: Some(250_000),
                who: of(Category::Military),
                ..none.clone()
            },
            Limit {
                id: id("deadline"),
                kind: LimitKind::Deadline,
                date: Some(first_day() + PHASES as i64 * PHASE_DAYS),
                who: of(Category::Military),
                ..none.clone()
            },
            Limit {
                id: id("guards"),
                kind: LimitKind::Guard,
                date: Some(as_of()),
                place: at(0),
                ..none.clone()
            },
            Limit {
                id: id("clearances"),
                kind: LimitKind::Minimum,
                activity: Some(ActivityKind::Clearance),
                days: Some(10),
                ..none.clone()
            },
        ];
        limits.extend((0..HUBS / 4).map(|hub| Limit {
            id: id(&format!("lift-{hub}")),
            kind: LimitKind::Lift,
            mode: Some(Mode::Air),
            per_day: [("vehicles".to_owned(), 120)].into(),
            place: at(hub),
            ..none.clone()
        }));
        self.items.extend(limits.into_iter().map(Item::from));
    }

    /// Something that has nothing to do with dates and balances.
    fn task(&mut self) {
        let basis = self.basis();
        let (mandate, recipients, sites, activities, extra) = Default::default();
        let (status, needs, gap_usd, fund) = Default::default();
        self.items.push(
            Task {
                id: id("radio"),
                name: Text::from("Hand over the radio of the mission"),
                mandate,
                recipients,
                status,
                needs,
                gap_usd,
                due: Some(last_day()),
                fund,
                sites,
                activities,
                basis,
                extra,
            }
            .into(),
        );
    }

    /// Planned dates, and actual ones up to the last report: a few days off.
    fn timing(&mut self, days: DaysOf) -> Timing {
        let DaysOf { first, length } = days;
        let last = first + (length - 1);
        let late = self.chance.days(-1, 4);
        let known = |day: Day| (day <= as_of()).then_some(day);
        let (start, end) = (known(first + late), known(last + late));
        let actual = Actual { start, end, ..Actual::default() };
        Timing {
            planned: Some(Span::new(Some(first), Some(last))),
            actual: start.is_some().then_some(actual),
            ..Timing::default()
        }
    }

    fn basis(&mut self) -> Vec<Basis> {
        vec![Basis {
            status: BasisStatus::Illustrative,
            source: Some(id("survey")),
            note: Some("Made up to measure the program with.".into()),
            ..Basis::default()
        }]
    }
}

#[derive(Clone, Copy)]
struct DaysOf {
    first: Day,
    length: i64,
}

/// Knuth's MMIX generator: the upper half of its numbers is good enough here.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// From `least` to `most`, both possible.
    fn days(&mut self, least: i64, most: i64) -> i64 {
        least + self.below((most - least + 1) as u64) as i64
    }

    fn place(&mut self) -> LonLat {
        let mut between = |(low, high): (f64, f64)| {
            let share = self.below(1 << 20) as f64 / (1 << 20) as f64;
            // As exact as planners write it.
            ((low + (high - low) * share) * 1e4).round() / 1e4
        };
        LonLat::new(between(LON), between(LAT)).expect("within the box")
    }
}

fn id<T: TypedId>(text: &str) -> T {
    Id::new(text).expect("small letters, digits and hyphens").into()
}

fn site_id(number: usize) -> SiteId {
    id(&format!("site-{number}"))
}

fn exit_id(number: usize) -> SiteId {
    id(&format!("exit-{number}"))
}

fn unit_id(number: usize) -> UnitId {
    id(&format!("unit-{number}"))
}

fn phase_id(number: usize) -> PhaseId {
    id(&format!("phase-{number}"))
}

fn activity_id(name: &str, place: usize) -> ActivityId {
    id(&format!("{name}-{place}"))
}
