//! Words for what is wrong with a plan, and for what would mend it.

use super::file::{none_of, one_of};
use super::theatre::theatre_error;
use super::values::{listed, names_listed, word};
use crate::calendar::{Day, Span};
use crate::geo::decimal;
use crate::i18n::{Arg, Lang, Names, Words, date_long, date_short, number, words};
use crate::plan::{Id, Item, Plan, Target};
use crate::schedule::{Code, Detail, Fix, LinkEnd, Materiel, Problem, Severity, What};

type Args = Vec<(&'static str, Arg<'static>)>;

/// A sentence on one problem of a plan.
///
/// It is the message `problem-` with the code. All messages are given the same
/// values, besides those of the problem's detail.
pub fn problem_message(problem: &Problem, plan: &Plan, lang: Lang) -> String {
    let say = Sayer::new(plan, lang);
    let names: Vec<String> = problem.items.iter().map(|id| say.name(id)).collect();
    let others = names.get(1..).unwrap_or_default();
    let mut args: Args = vec![
        ("item", names.first().cloned().unwrap_or_default().into()),
        ("other", others.first().cloned().unwrap_or_default().into()),
        ("items", names_listed(&names, lang).into()),
        ("others", names_listed(others, lang).into()),
        ("count", names.len().into()),
        ("site", problem.site.as_ref().map(|site| say.name(site)).unwrap_or_default().into()),
        ("date", problem.date.map(|day| say.date(day)).unwrap_or_default().into()),
        ("severity", problem.severity.as_word().into()),
    ];
    args.extend(say.detail(problem));
    say.words.fill(&format!("problem-{}", problem.code.as_word()), &args)
}

/// The short name of a kind of problem.
pub fn problem_title(code: Code, lang: Lang) -> String {
    words(lang).text(&format!("problem-title-{}", code.as_word()))
}

/// What a fix would do.
pub fn fix_text(fix: &Fix, plan: &Plan, lang: Lang) -> String {
    let say = Sayer::new(plan, lang);
    let item = say.name(&fix.item);
    let planned = plan.timing(&fix.item).and_then(|timing| timing.planned);
    let longer = planned.filter(|now| now.start == fix.planned.start && now.end < fix.planned.end);
    match (longer, fix.planned.end) {
        (Some(_), Some(end)) => {
            let args = [("item", item.into()), ("end", say.date(end).into())];
            say.words.fill("fix-longer", &args)
        }
        _ => {
            let args = [("item", item.into()), ("span", say.span(fix.planned).into())];
            say.words.fill("fix-move", &args)
        }
    }
}

pub fn severity_word(severity: Severity, lang: Lang) -> String {
    words(lang).word("severity", severity.as_word())
}

/// Says things of one plan in one language.
pub(super) struct Sayer<'a> {
    pub plan: &'a Plan,
    names: Names<'a>,
    pub words: &'static Words,
}

impl<'a> Sayer<'a> {
    fn new(plan: &'a Plan, lang: Lang) -> Sayer<'a> {
        Sayer { plan, names: Names::new(plan, lang), words: words(lang) }
    }

    /// The name of an item, or its id where it has none.
    pub fn name(&self, id: &Id) -> String {
        let name = match self.plan.item(id) {
            // Otherwise it would be called by its kind, which the message gives.
            Some(Item::Limit(limit)) if limit.name.is_none() => String::new(),
            _ => self.names.item(id),
        };
        if name.trim().is_empty() { id.to_string() } else { name }
    }

    /// With the year, unless the whole plan lies in one.
    fn date(&self, day: Day) -> String {
        let horizon = self.plan.horizon();
        let lang = self.words.lang();
        let years = (horizon.start().year(), horizon.end().year());
        if years == (day.year(), day.year()) { date_short(day, lang) } else { date_long(day, lang) }
    }

    /// `5 mars – 9 mars`; an open end is an ellipsis.
    fn span(&self, span: Span) -> String {
        if span.start.is_some() && span.start == span.end {
            return self.end_of_span(span.start);
        }
        format!("{} – {}", self.end_of_span(span.start), self.end_of_span(span.end))
    }

    fn end_of_span(&self, day: Option<Day>) -> String {
        day.map_or("…".into(), |day| self.date(day))
    }

    /// `3 véhicules`, for a kind no one knows `3 × generators`.
    pub fn amount(&self, kind: &str, count: i64) -> String {
        let id = match kind {
            "personnel" | "total" => "people".into(),
            kind => format!("amount-{kind}"),
        };
        if self.words.has(&id) {
            return self.words.fill(&id, &[("count", count.into())]);
        }
        let count = number(count, self.words.lang());
        self.words.fill("amount-of", &[("count", count.into()), ("kind", word(kind).into())])
    }

    fn people(&self, count: i64) -> String {
        self.amount("personnel", count)
    }

    fn days(&self, count: i64) -> String {
        self.words.fill("days", &[("count", count.into())])
    }

    fn what(&self, what: &What, count: i64) -> String {
        match what {
            What::People => self.people(count),
            What::Materiel(kind) => self.amount(kind, count),
        }
    }

    /// People and materiel of which there are any.
    fn holdings(&self, people: i64, materiel: &Materiel) -> String {
        let people = (people > 0).then(|| self.people(people));
        let materiel = materiel.iter().filter(|(_, amount)| *amount > 0);
        let materiel = materiel.map(|(kind, amount)| self.amount(kind, figure(amount)));
        listed(&people.into_iter().chain(materiel).collect::<Vec<_>>(), self.words.lang())
    }

    fn detail(&self, problem: &Problem) -> Args {
        let excess = problem.excess.unwrap_or_default();
        match &problem.detail {
            // Where it has an excess, that is in days.
            Detail::None => vec![("days", self.days(excess).into())],
            Detail::Link { kind, end, is, earliest } => {
                let end = match end {
                    LinkEnd::Start => "start",
                    LinkEnd::End => "end",
                };
                vec![
                    ("link", word(kind.as_word()).into()),
                    ("end", end.into()),
                    ("is", self.date(*is).into()),
                    ("earliest", self.date(*earliest).into()),
                ]
            }
            Detail::Trip { trip_days, span_days } => {
                let (trip, span) = (self.days(*trip_days), self.days(*span_days));
                vec![("why", "dates".into()), ("trip", trip.into()), ("span", span.into())]
            }
            Detail::Speed { distance_km, trip_days, needed_days } => vec![
                ("why", "speed".into()),
                ("distance", number(*distance_km, self.words.lang()).into()),
                ("trip", self.days(*trip_days).into()),
                ("needed", self.days(*needed_days).into()),
            ],
            Detail::Window { is, allowed } => {
                let end = |day: Option<Day>| Arg::from(self.end_of_span(day));
                vec![
                    ("is", self.span(*is).into()),
                    ("allowed", self.span(*allowed).into()),
                    ("start", end(is.start.or(is.end))),
                    ("end", end(is.end.or(is.start))),
                    ("earliest", end(allowed.start)),
                    ("latest", end(allowed.end)),
                    ("days", self.days(excess).into()),
                ]
            }
            Detail::Since { last } => {
                vec![("last", self.date(*last).into()), ("days", self.days(excess).into())]
            }
            Detail::Capacity { what, max } => vec![
                ("max", self.what(what, *max).into()),
                ("excess", number(excess, self.words.lang()).into()),
            ],
            Detail::Needs { needs } => {
                let need = |need: &String| self.words.word("problem-need", &word(need));
                let needs: Vec<String> = needs.iter().map(need).collect();
                vec![("needs", listed(&needs, self.words.lang()).into())]
            }
            Detail::Disposal { disposition, kinds } => {
                let kind = |kind: &String| self.words.word("problem-kind", &word(kind));
                let kinds: Vec<String> = kinds.iter().map(kind).collect();
                vec![
                    ("why", word(disposition.as_word()).into()),
                    ("kinds", listed(&kinds, self.words.lang()).into()),
                ]
            }
            Detail::DueDiligence => vec![("why", "diligence".into())],
            Detail::Short { what } => vec![("excess", self.what(what, excess.abs()).into())],
            Detail::LeftBehind { people, materiel } => {
                vec![("what", self.holdings(*people, materiel).into())]
            }
            Detail::Remaining { people } => vec![("people", self.people(*people).into())],
            Detail::Ceiling { max } => vec![
                ("max", self.people(*max).into()),
                ("excess", number(excess, self.words.lang()).into()),
            ],
            Detail::Lift { what, per_day } => vec![
                ("per-day", self.what(what, *per_day).into()),
                ("excess", number(excess, self.words.lang()).into()),
            ],
            Detail::Unguarded { materiel } => vec![("what", self.holdings(0, materiel).into())],
            Detail::Minimum { at_least_days, days } => {
                vec![("least", self.days(*at_least_days).into()), ("days", self.days(*days).into())]
            }
            Detail::Count { of, document, plan } => vec![
                ("source", self.document(problem).into()),
                ("document", self.amount(of, *document).into()),
                ("plan", self.amount(of, *plan).into()),
            ],
            Detail::Elsewhere { at } => {
                let at = if at.is_empty() { "none".into() } else { self.sites(at) };
                vec![("elsewhere", at.into())]
            }
            Detail::Huge { figure: huge, counts_as } => vec![
                ("figure", number(figure(*huge), self.words.lang()).into()),
                ("most", number(*counts_as, self.words.lang()).into()),
            ],
            Detail::Reported { measure, figures } => {
                let figures: Vec<String> = figures.iter().map(|it| self.reported(it)).collect();
                vec![
                    ("measure", word(measure.as_word()).into()),
                    ("source", self.report(problem).into()),
                    ("figures", figures.join(" · ").into()),
                ]
            }
            Detail::Quote { source, quote } => {
                vec![("source", self.name(source).into()), ("quote", word(quote).into())]
            }
            Detail::Reference { member, to, target } => self.reference(member, to, *target),
            Detail::Outside { place, swapped } => vec![
                ("place", decimal(*place).into()),
                ("swapped", swapped.map_or("none".into(), decimal).into()),
            ],
            Detail::Sector { sector } => vec![("sector", sector.to_string().into())],
            Detail::Layer { path, error } => vec![
                ("path", word(path).into()),
                ("reason", theatre_error(error, self.words.lang()).into()),
            ],
            Detail::Reversed { member, start, end } => vec![
                ("member", (*member).into()),
                ("start", self.date(*start).into()),
                ("end", self.date(*end).into()),
            ],
        }
    }

    /// What is asked for is not there, or there is something else.
    fn reference(&self, member: &str, to: &Id, target: Target) -> Args {
        let fault = match self.plan.kind_of(to) {
            None => {
                let none = none_of(target, self.words);
                let args = [("none", none.into()), ("id", to.as_str().into())];
                self.words.fill("fault-no-such-item", &args)
            }
            Some(kind) => {
                let args = [
                    ("id", to.as_str().into()),
                    ("found", one_of(Target::One(kind), self.words).into()),
                    ("expected", one_of(target, self.words).into()),
                ];
                self.words.fill("fault-wrong-kind", &args)
            }
        };
        vec![("member", word(member).into()), ("fault", fault.into())]
    }
}

fn figure(amount: u64) -> i64 {
    amount.min(i64::MAX as u64) as i64
}
