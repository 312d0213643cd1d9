//! Plans and problems as short texts, for tables of tests.
//!
//! One item a line; day 1 is 1 July 2023, `3..9` a span, `3..` an open one and
//! `-` none:
//!
//! ```text
//! horizon 1..60
//! asof 20
//! site gao kind=camp sector=east at=-0.04,16.27 roles=liquidation-hub personnel=90
//! exit out
//! unit a gao 100 vehicles=5 category=police role=guard kind=fpu
//! act c closure gao 3..9 actual=4.. after=b:FS+2,d:SS calendar=w
//! act d closure gao 3..9 phase=p not-before=2 deadline=12 pinned
//! act f closure gao 3..9 duration=5/7/12
//! calendar w fri,sat modes=road
//! move m gao>out 3..9 trip=2 mode=road a:* b:10,vehicles=5
//! move n gao>- 3..9 kind=disposal disposition=gifted recipient=police needs=hrddp note=…
//! move o gao>kidal 3..9 km=350 convoy=north needs=escort,evacuation
//! restriction r closed 3..9 actual=4.. modes=road sites=gao to-sites=kidal sectors=east
//! event e 5 kind=agreement
//! report x 9 departed military=60 vehicles=2 where=gao
//! source s symbol=S/1
//! limit d deadline date=9 who=military except=guard where=gao
//! ```
//!
//! `a:*` loads all of a unit, `a:10` ten people and all materiel. Every item has
//! a basis, unless a line `bare ID` takes it away.

mod show;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Routes, Schedule, Track};
use crate::calendar::{Day, Moment, Span};
use crate::geo::LonLat;
use crate::plan::*;

pub use show::show;

pub fn day(number: i64) -> Day {
    Day::from_ymd(2023, 6, 30).unwrap() + number
}

pub fn number(day: Day) -> i64 {
    day - self::day(0)
}

pub fn close(number: i64) -> Moment {
    Moment::close_of(day(number))
}

pub fn read_span(text: &str) -> Option<Span> {
    let end = |text: &str| (!text.is_empty()).then(|| day(text.parse().unwrap()));
    let (first, last) = text.split_once("..")?;
    Some(Span::new(end(first), end(last)))
}

pub fn show_span(span: Option<Span>) -> String {
    let end = |day: Option<Day>| day.map_or(String::new(), |day| number(day).to_string());
    span.map_or("-".into(), |span| format!("{}..{}", end(span.start), end(span.end)))
}

pub fn schedule(text: &str) -> Schedule {
    Schedule::of(&plan(text), &Routes::default())
}

pub fn plan(text: &str) -> Arc<Plan> {
    let mut header = Header { horizon: read_span("1..60").unwrap(), ..Header::default() };
    let mut items: BTreeMap<String, Item> = BTreeMap::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[0] {
            "horizon" => header.horizon = read_span(words[1]).unwrap(),
            "asof" => header.as_of = Some(day(words[1].parse().unwrap())),
            "bare" => {
                let item = items.remove(words[1]).unwrap();
                items.insert(words[1].into(), bare(item));
            }
            _ => {
                let before = items.insert(words[1].into(), Line(words).item());
                assert!(before.is_none(), "{line}");
            }
        }
    }
    Arc::new(Plan::from_parts(header, items.into_values()).unwrap())
}

fn bare(item: Item) -> Item {
    match item {
        Item::Site(it) => Site { basis: Vec::new(), ..(*it).clone() }.into(),
        Item::Unit(it) => Unit { basis: Vec::new(), ..(*it).clone() }.into(),
        other => other,
    }
}

struct Line<'a>(Vec<&'a str>);

impl Line<'_> {
    fn item(&self) -> Item {
        match self.0[0] {
            "site" | "exit" => self.site().into(),
            "unit" => self.unit().into(),
            "act" => self.activity().into(),
            "move" => self.movement().into(),
            "event" => self.event().into(),
            "limit" => self.limit().into(),
            "count" => self.count().into(),
            "report" => self.report().into(),
            "source" => self.source().into(),
            "phase" => self.phase().into(),
            "restriction" => self.restriction().into(),
            "calendar" => self.calendar().into(),
            other => panic!("no such line: {other}"),
        }
    }

    fn id<T: TypedId>(&self) -> T {
        T::from(Id::new(self.0[1]).unwrap())
    }

    fn options(&self) -> impl Iterator<Item = (&str, &str)> {
        let is_load = |word: &str| is_load(word);
        self.0.iter().filter(move |word| !is_load(word)).filter_map(|word| word.split_once('='))
    }

    fn option(&self, name: &str) -> Option<&str> {
        self.options().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// The words of a list, if it is given.
    fn words<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.option(name).unwrap_or("").split(',').filter(|word| !word.is_empty())
    }

    fn quantities(&self) -> Quantities {
        let count = |(kind, n): (&str, &str)| Some((kind.to_string(), n.parse().ok()?));
        let known = ["date", "max", "days", "trip", "km", "deadline", "not-before"];
        self.options().filter(|(name, _)| !known.contains(name)).filter_map(count).collect()
    }

    fn site(&self) -> Site {
        let exit = self.0[0] == "exit";
        let kind = self.option("kind").unwrap_or(if exit { "exit" } else { "camp" });
        let place = self.option("at").map(|at| {
            let (lon, lat) = at.split_once(',').unwrap();
            LonLat::new(lon.parse().unwrap(), lat.parse().unwrap()).unwrap()
        });
        Site {
            id: self.id(),
            place,
            name: Text::default(),
            aliases: Vec::new(),
            kind: SiteKind::from_word(kind),
            sector: self.option("sector").map(|s| SectorId::new(s).unwrap()),
            part_of: None,
            roles: self.words("roles").map(SiteRole::from_word).collect(),
            tags: Vec::new(),
            accuracy_km: None,
            capacity: self.quantities(),
            basis: vec![Basis::default()],
            extra: Extra::default(),
            feature_extra: Extra::default(),
        }
    }

    fn unit(&self) -> Unit {
        Unit {
            id: self.id(),
            name: Text::default(),
            contributor: None,
            category: Category::from_word(self.option("category").unwrap_or("military")),
            kind: UnitKind::from_word(self.option("kind").unwrap_or("infantry")),
            role: UnitRole::from_word(self.option("role").unwrap_or("operations")),
            part_of: None,
            owner: None,
            site: (self.0[2] != "-").then(|| SiteId::new(self.0[2]).unwrap()),
            personnel: self.0[3].parse().unwrap(),
            materiel: self.quantities(),
            basis: vec![Basis::default()],
            extra: Extra::default(),
        }
    }

    fn timing(&self, planned: &str) -> Timing {
        let actual = self.option("actual").map(|text| read_span(text).unwrap());
        let cancelled = self.option("cancelled").map(|text| day(text.parse().unwrap()));
        let actual = (actual.is_some() || cancelled.is_some()).then(|| {
            let Span { start, end } = actual.unwrap_or_default();
            Actual { start, end, cancelled, extra: Extra::default() }
        });
        let after = self
            .option("after")
            .map_or(Vec::new(), |links| links.split(',').map(read_link).collect());
        let day_of = |name| self.option(name).map(|text| day(text.parse().unwrap()));
        Timing {
            planned: read_span(planned),
            actual,
            after,
            not_before: day_of("not-before"),
            deadline: day_of("deadline"),
            pinned: self.0.contains(&"pinned"),
            duration_days: self.option("duration").map(read_three_point),
        }
    }

    fn activity(&self) -> Activity {
        Activity {
            id: self.id(),
            site: Some(SiteId::new(self.0[3]).unwrap()),
            sector: None,
            kind: ActivityKind::from_word(self.0[2]),
            name: None,
            phase: self.option("phase").map(|p| PhaseId::new(p).unwrap()),
            to: None,
            timing: self.timing(self.0[4]),
            calendar: self.option("calendar").map(|c| CalendarId::new(c).unwrap()),
            basis: vec![Basis::default()],
            extra: Extra::default(),
        }
    }

    fn movement(&self) -> Movement {
        let (from, to) = self.0[2].split_once('>').unwrap();
        let loads = self.0.iter().filter(|word| is_load(word)).map(|word| read_load(word));
        Movement {
            id: self.id(),
            kind: MovementKind::from_word(self.option("kind").unwrap_or("redeployment")),
            name: None,
            from: SiteId::new(from).unwrap(),
            to: (to != "-").then(|| SiteId::new(to).unwrap()),
            to_options: Vec::new(),
            mode: self.option("mode").map(Mode::from_word),
            phase: self.option("phase").map(|p| PhaseId::new(p).unwrap()),
            timing: self.timing(self.0[3]),
            trip_days: self.option("trip").map(|n| n.parse().unwrap()),
            loads: loads.collect(),
            convoy: self.option("convoy").map(str::to_string),
            route: None,
            stops: Vec::new(),
            distance_km: self.option("km").map(|km| km.parse().unwrap()),
            disposition: self.option("disposition").map(Disposition::from_word),
            recipient: self.option("recipient").map(|name| Text::Same(name.replace('_', " "))),
            needs: self.words("needs").map(str::to_string).collect(),
            basis: vec![Basis {
                note: self.option("note").map(|note| Text::Same(note.replace('_', " "))),
                ..Basis::default()
            }],
            extra: Extra::default(),
        }
    }

    fn event(&self) -> Event {
        Event {
            id: self.id(),
            date: Some(day(self.0[2].parse().unwrap())),
            until: None,
            kind: EventKind::from_word(self.option("kind").unwrap_or("other")),
            name: Text::default(),
            site: None,
            movement: None,
            place: None,
            symbolic: false,
            basis: vec![Basis::default()],
            extra: Extra::default(),
        }
    }

    fn selector(&self, name: &str) -> Option<Selector> {
        let mut selector = Selector::default();
        for word in self.option(name)?.split(',').filter(|word| !word.is_empty()) {
            match (Category::from_word(word), UnitRole::from_word(word)) {
                (category, _) if category.is_known() => selector.categories.push(category),
                (_, role) => selector.roles.push(role),
            }
        }
        Some(selector)
    }

    fn place(&self) -> Option<Where> {
        let sites = self.option("where")?.split(',').map(|s| SiteId::new(s).unwrap()).collect();
        Some(Where { sites, ..Where::default() })
    }

    fn limit(&self) -> Limit {
        Limit {
            id: self.id(),
            kind: LimitKind::from_word(self.0[2]),
            name: None,
            date: self.option("date").map(|n| day(n.parse().unwrap())),
            max: self.option("max").map(|n| n.parse().unwrap()),
            mode: self.option("mode").map(Mode::from_word),
            per_day: self.quantities(),
            activity: self.option("activity").map(ActivityKind::from_word),
            days: self.option("days").map(|n| n.parse().unwrap()),
            who: self.selector("who"),
            except: self.selector("except"),
            place: self.place(),
            span: self.option("span").map(|text| read_span(text).unwrap()),
            basis: vec![Basis::default()],
            extra: Extra::default(),
        }
    }

    fn count(&self) -> Count {
        Count {
            id: self.id(),
            of: self.0[2].into(),
            value: Some(self.0[3].parse().unwrap()),
            place: self.place(),
            basis: vec![Basis::default()],
            extra: Extra::default(),
        }
    }

    fn report(&self) -> Report {
        let of_people = ["military", "police", "civilian", "uniformed", "total"];
        let is_people = |(of, _): &(String, u64)| of_people.contains(&of.as_str());
        let (personnel, materiel): (Vec<_>, Vec<_>) =
            self.quantities().into_iter().partition(is_people);
        Report {
            id: self.id(),
            date: Some(day(self.0[2].parse().unwrap())),
            measure: Measure::from_word(self.0[3]),
            personnel: personnel.into_iter().collect(),
            materiel: materiel.into_iter().collect(),
            sites: self.words("where").map(|s| SiteId::new(s).unwrap()).collect(),
            approx: false,
            basis: vec![Basis::default()],
            extra: Extra::default(),
        }
    }

    fn source(&self) -> Source {
        Source {
            id: self.id(),
            symbol: self.option("symbol").map(str::to_string),
            title: Text::default(),
            date: None,
            language: None,
            url: None,
            file: Some(format!("{}.txt", self.0[1])),
            extra: Extra::default(),
        }
    }

    fn phase(&self) -> Phase {
        Phase {
            id: self.id(),
            name: Text::default(),
            span: read_span(self.0[2]).unwrap(),
            parent: None,
            color: None,
            basis: vec![Basis::default()],
            extra: Extra::default(),
        }
    }

    fn restriction(&self) -> Restriction {
        let sites = |name: &str| self.words(name).map(|s| SiteId::new(s).unwrap()).collect();
        Restriction {
            id: self.id(),
            kind: RestrictionKind::from_word(self.0[2]),
            name: None,
            modes: self.words("modes").map(Mode::from_word).collect(),
            sites: sites("sites"),
            to_sites: sites("to-sites"),
            sectors: self.words("sectors").map(|s| SectorId::new(s).unwrap()).collect(),
            factor: self.option("factor").map(|factor| factor.parse().unwrap()),
            planned: read_span(self.0[3]),
            actual: self.option("actual").map(|text| read_span(text).unwrap()),
            basis: vec![Basis::default()],
            extra: Extra::default(),
        }
    }

    fn calendar(&self) -> WorkCalendar {
        WorkCalendar {
            id: self.id(),
            name: None,
            weekend: self.0[2].split(',').map(WeekdayWord::from_word).collect(),
            holidays: Vec::new(),
            modes: self.words("modes").map(Mode::from_word).collect(),
            extra: Extra::default(),
        }
    }
}

/// `a:10,vehicles=5`, and not `after=a:FS`.
fn is_load(word: &str) -> bool {
    word.find(':').is_some_and(|colon| word.find('=').is_none_or(|equals| colon < equals))
}

fn read_load(word: &str) -> Load {
    let (unit, what) = word.split_once(':').unwrap();
    let (people, kinds) = what.split_once(',').map_or((what, None), |(p, k)| (p, Some(k)));
    let count = |text: &str| {
        let (kind, amount) = text.split_once('=').unwrap();
        (kind.to_string(), amount.parse().unwrap())
    };
    Load {
        unit: UnitId::new(unit).unwrap(),
        personnel: (people != "*").then(|| people.parse().unwrap()),
        materiel: kinds.map(|kinds| kinds.split(',').map(count).collect()),
        extra: Extra::default(),
    }
}

/// `a:FS`, `a:FS+2`, `a:FS-2`
fn read_link(text: &str) -> Link {
    let (other, kind) = text.split_once(':').unwrap();
    let (kind, lag) = kind.split_at(2);
    Link {
        kind: LinkType::from_word(kind),
        lag_days: if lag.is_empty() { 0 } else { lag.parse().unwrap() },
        ..Link::finish_start(Id::new(other).unwrap())
    }
}

/// `5/7/12`: low, likely and high.
fn read_three_point(text: &str) -> ThreePoint {
    let mut days = text.split('/').map(|days| days.parse().unwrap());
    let mut next = || days.next().unwrap();
    ThreePoint { low: next(), likely: next(), high: next(), extra: Extra::default() }
}

/// What a check finds in plans on the planned track: rows of a plan and the
/// problems with the code, a line each.
pub fn check_problems(code: &str, rows: &[(&str, &str)]) {
    check_problems_on(Track::Planned, code, rows);
}

pub fn check_problems_on(track: Track, code: &str, rows: &[(&str, &str)]) {
    for (text, expect) in rows {
        let schedule = schedule(text);
        let found = schedule.problems(track).iter().filter(|p| p.code.as_word() == code);
        let found: Vec<String> = found.map(|problem| show(problem)).collect();
        let expect: Vec<&str> = expect.lines().map(str::trim).collect();
        assert_eq!(found, expect, "\n{text}");
    }
}
