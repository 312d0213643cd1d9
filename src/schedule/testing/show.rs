//! Problems as lines of text.

use super::{number, show_span};
use crate::calendar::Span;
use crate::schedule::Materiel;
use crate::schedule::problem::{Detail, Problem, Reported, What};

/// A problem as a line.
pub fn show(problem: &Problem) -> String {
    let mut line = format!("{} {}", problem.severity.as_word(), problem.code.as_word());
    for item in &problem.items {
        line += &format!(" {item}");
    }
    if let Some(site) = &problem.site {
        line += &format!(" at {site}");
    }
    if let Some(date) = problem.date {
        line += &format!(" on {}", number(date));
    }
    if let Some(excess) = problem.excess {
        line += &format!(" by {excess}");
    }
    let detail = show_detail(&problem.detail);
    if !detail.is_empty() {
        line += &format!(": {detail}");
    }
    if let Some(fix) = &problem.fix {
        line += &format!("; fix {} {}", fix.item, show_span(Some(fix.planned)));
    }
    line
}

fn show_detail(detail: &Detail) -> String {
    let what = |what: &What| match what {
        What::People => "people".to_string(),
        What::Materiel(kind) => kind.to_string(),
    };
    let materiel = |materiel: &Materiel| {
        let some = materiel.iter().filter(|(_, n)| *n > 0);
        some.map(|(kind, n)| format!("{kind} {n}")).collect::<Vec<_>>()
    };
    match detail {
        Detail::None => String::new(),
        Detail::Link { kind, end, earliest, .. } => {
            let end = format!("{end:?}").to_lowercase();
            format!("{} {end} {}", kind.as_word(), number(*earliest))
        }
        Detail::Trip { trip_days, span_days } => format!("{trip_days} in {span_days}"),
        Detail::Speed { distance_km, trip_days, needed_days } => {
            format!("{distance_km} km in {trip_days}, needs {needed_days}")
        }
        Detail::Window { is, allowed } => {
            format!("{} in {}", show_span(Some(*is)), show_span(Some(*allowed)))
        }
        Detail::Since { last } => format!("until {}", number(*last)),
        Detail::Capacity { what: it, max } => format!("{} {max}", what(it)),
        Detail::Needs { needs } => needs.join(", "),
        Detail::Disposal { disposition, kinds } => {
            [&[disposition.as_word().to_string()], &kinds[..]].concat().join(" ")
        }
        Detail::DueDiligence => "due diligence".into(),
        Detail::Short { what: it } => what(it),
        Detail::LeftBehind { people, materiel: it } => {
            [vec![format!("{people} people")], materiel(it)].concat().join(", ")
        }
        Detail::Remaining { people } => format!("{people} people"),
        Detail::Ceiling { max } => max.to_string(),
        Detail::Lift { what: it, per_day } => format!("{} {per_day}", what(it)),
        Detail::Unguarded { materiel: it } => materiel(it).join(", "),
        Detail::Minimum { at_least_days, days } => format!("{days} of {at_least_days}"),
        Detail::Count { of, document, plan } => format!("{of} document {document} plan {plan}"),
        Detail::Elsewhere { at } => {
            at.iter().map(|site| site.to_string()).collect::<Vec<_>>().join(" ")
        }
        Detail::Huge { figure, .. } => figure.to_string(),
        Detail::Reported { measure, figures } => {
            let figure = |it: &Reported| format!("{} {} {}", it.of, it.reported, it.computed);
            let figures: Vec<String> = figures.iter().map(figure).collect();
            format!("{} {}", measure.as_word(), figures.join(", "))
        }
        Detail::Quote { source, quote } => format!("{source} “{quote}”"),
        Detail::Reference { member, to, .. } => format!("{member} -> {to}"),
        Detail::Outside { place, swapped } => match swapped {
            Some(swapped) => format!("{place:?} or {swapped:?}"),
            None => format!("{place:?}"),
        },
        Detail::Layer { path, error } => format!("{path} {}", error.code()),
        Detail::Sector { sector } => sector.to_string(),
        Detail::Reversed { member, start, end } => {
            format!("{member} {}", show_span(Some(Span::new(Some(*start), Some(*end)))))
        }
    }
}
