//! Objects within items: spans, links, where a statement comes from.

use super::super::problem::ProblemKind;
use super::super::reader::Reader;
use super::super::record::record;
use crate::calendar::{Day, Span};
use crate::plan::{Actual, Basis, BasisStatus, Link, LinkType, Selector, ThreePoint, Where};

/// Reports an end that lies before its start, at the member of the end.
pub(super) fn in_order(start: Option<Day>, member: &str, end: Option<Day>, at: &mut Reader) {
    if let (Some(start), Some(end)) = (start, end)
        && end < start
    {
        at.inside(member, |at| at.problem(ProblemKind::EndBeforeStart { start, end }));
    }
}

record! {
    Span "span" {
        "start" => start;
        "end" => end;
    }
    absent Span::default();
    check |span, at| in_order(span.start, "end", span.end, at);
}

record! {
    Actual "actual" {
        "start" => start;
        "end" => end;
        "cancelled" => cancelled;
        ..extra;
    }
    check |actual, at| in_order(actual.start, "end", actual.end, at);
}

record! {
    ThreePoint "duration" {
        "low" => low;
        "likely" => likely;
        "high" => high;
        ..extra;
    }
    check |days, at| {
        let ThreePoint { low, likely, high, .. } = *days;
        if !(low <= likely && likely <= high) {
            at.problem(ProblemKind::EstimatesOutOfOrder { low, likely, high });
        }
    };
}

record! {
    Link "link" {
        "id" => other;
        "type" => kind, or LinkType::FinishStart;
        "lag_days" => lag_days;
        ..extra;
    }
}

record! {
    Basis "basis" {
        "for" => of;
        "status" => status, or BasisStatus::Planner;
        "source" => source;
        "place" => place;
        "quote" => quote;
        "confidence" => confidence;
        "note" => note;
        ..extra;
    }
}

record! {
    Selector "selector" {
        "categories" => categories;
        "kinds" => kinds;
        "roles" => roles;
        "contributors" => contributors;
        "units" => units;
        ..extra;
    }
}

record! {
    Where "where" {
        "sectors" => sectors;
        "sites" => sites;
        ..extra;
    }
}
