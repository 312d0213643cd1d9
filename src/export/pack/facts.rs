//! What a chapter says, taken from the plan and its sources: nothing is made up.

use super::chapters::Part;
use super::cite;
use crate::calendar::{Day, Moment};
use crate::draw::sheet::closures::{ENDINGS, find};
use crate::export::Request;
use crate::i18n::{Arg, Names, Words, date_long, date_short, number, words};
use crate::plan::{LimitKind, Movement};
use crate::schedule::Holdings;

/// Of more closures, movements or quotes the first ones are told.
const MOST_CLOSURES: usize = 12;
const MOST_MOVEMENTS: usize = 5;
const MOST_QUOTES: usize = 2;

/// What facts are made from.
struct Ground<'a> {
    request: &'a Request,
    part: &'a Part,
    words: &'static Words,
    names: Names<'a>,
}

pub fn of(request: &Request, part: &Part) -> Vec<String> {
    let ground = Ground {
        request,
        part,
        words: words(request.lang),
        names: Names::new(&request.plan, request.lang),
    };
    let mut facts = ground.quotes();
    let of_days = facts.len();
    facts.extend(ground.closures());
    facts.extend(ground.movements());
    facts.extend(ground.deadlines());
    if facts.len() == of_days {
        facts.push(ground.words.text("pack-nothing"));
    }
    facts.push(ground.people());
    facts
}

impl Ground<'_> {
    fn is_on(&self, day: Option<Day>) -> bool {
        day.is_some_and(|day| self.part.days.contains(day))
    }

    fn end_of(&self, id: &crate::plan::Id) -> Option<Day> {
        self.request.schedule.span(self.request.track, id)?.end
    }

    /// Sites whose closure or handover ends on these days, each once.
    fn closures(&self) -> Option<String> {
        let plan = &self.request.plan;
        let mut found: Vec<(Day, String)> = Vec::new();
        for site in plan.sites().iter() {
            let ends = |kind| find(plan, site, kind);
            let Some(activity) = ENDINGS[..2].iter().find_map(ends) else { continue };
            if let Some(day) = self.end_of(&activity.id).filter(|day| self.is_on(Some(*day))) {
                let (name, date) = (self.names.site(&site.id), date_short(day, self.request.lang));
                found.push((day, format!("{name} ({date}){}", cite(plan, &activity.basis))));
            }
        }
        found.sort();
        let list: Vec<String> = found.into_iter().map(|(_, text)| text).collect();
        let list = self.listed(&list, MOST_CLOSURES)?;
        Some(self.words.fill("pack-closed", &[("list", list.into())]))
    }

    /// The movements that are under way on these days, those of most people first.
    fn movements(&self) -> Option<String> {
        let (schedule, track) = (&self.request.schedule, self.request.track);
        let days = self.part.days;
        let under_way = |movement: &&std::sync::Arc<Movement>| {
            let span = schedule.span(track, &movement.id).and_then(|span| span.closed());
            span.is_some_and(|span| span.start() <= days.end() && span.end() >= days.start())
        };
        let people = |movement: &Movement| schedule.moved(track, &movement.id).personnel.total();
        let mut found: Vec<_> = self.request.plan.movements().iter().filter(under_way).collect();
        found.sort_by_key(|movement| std::cmp::Reverse(people(movement)));
        let name = |movement: &std::sync::Arc<Movement>| {
            let count = number(people(movement).min(i64::MAX as u64) as i64, self.request.lang);
            format!("{} ({count})", self.names.movement(movement))
        };
        let list: Vec<String> = found.iter().take(MOST_MOVEMENTS).map(|m| name(m)).collect();
        let args = [("count", found.len().into()), ("list", list.join(", ").into())];
        (!found.is_empty()).then(|| self.words.fill("pack-moves", &args))
    }

    fn deadlines(&self) -> Vec<String> {
        let plan = &self.request.plan;
        let limits = plan.limits().iter().filter(|limit| limit.kind == LimitKind::Deadline);
        let due = limits.filter(|limit| self.is_on(limit.date));
        let text = |limit: &std::sync::Arc<crate::plan::Limit>| {
            let date = date_long(limit.date.expect("it is on a day"), self.request.lang);
            let name = format!("{}{}", self.names.item(&limit.id), cite(plan, &limit.basis));
            self.words.fill("pack-deadline", &[("name", name.into()), ("date", date.into())])
        };
        due.map(text).collect()
    }

    /// How many are there at the close of the last day.
    fn people(&self) -> String {
        let moment = Moment::close_of(self.part.days.end());
        let totals = self.request.schedule.now(self.request.track, moment).totals();
        let count = |holdings: &Holdings| Arg::from(holdings.personnel.total());
        let args = [
            ("present", count(&totals.present)),
            ("moving", count(&totals.moving)),
            ("departed", count(&totals.departed)),
        ];
        self.words.fill("pack-people", &args)
    }

    /// The words of the sources about these days, as they stand there.
    fn quotes(&self) -> Vec<String> {
        let quoted =
            self.part.basis.iter().filter_map(|basis| Some((basis, basis.quote.as_ref()?)));
        let text = |(basis, quote): (&crate::plan::Basis, &String)| {
            let place = basis.place.as_ref().map(|place| format!("({place})")).unwrap_or_default();
            let cited = cite(&self.request.plan, std::slice::from_ref(basis));
            let cite = format!("{place}{cited}");
            let args = [("quote", quote.trim().into()), ("cite", cite.trim().into())];
            self.words.fill("pack-quote", &args)
        };
        quoted.take(MOST_QUOTES).map(text).collect()
    }

    /// None for an empty list.
    fn listed(&self, list: &[String], most: usize) -> Option<String> {
        let mut text = list.iter().take(most).cloned().collect::<Vec<_>>().join(", ");
        if list.len() > most {
            let more = [("count", (list.len() - most).into())];
            text = format!("{text} {}", self.words.fill("sheet-more-rows", &more));
        }
        (!list.is_empty()).then_some(text)
    }
}
