//! Events, limits, restrictions, reports and counts.

use super::super::record::record;
use super::super::rule::{FACTOR, FROM_ONE_DAY};
use super::parts::in_order;
use crate::plan::{Count, Event, Limit, Measure, Report, Restriction};

record! {
    Event "event" {
        "id" => id;
        "date" => date;
        "until" => until;
        "kind" => kind;
        "name" => name;
        "site" => site;
        "movement" => movement;
        "coordinates" => place;
        "symbolic" => symbolic;
        "basis" => basis;
        ..extra;
    }
    check |event, at| in_order(event.date, "until", event.until, at);
}

record! {
    Limit "limit" {
        "id" => id;
        "kind" => kind;
        "name" => name;
        "date" => date;
        "max" => max;
        "mode" => mode;
        "per_day" => per_day;
        "activity" => activity;
        "days" => days, like FROM_ONE_DAY;
        "who" => who;
        "except" => except;
        "where" => place;
        "span" => span;
        "basis" => basis;
        ..extra;
    }
}

record! {
    Restriction "restriction" {
        "id" => id;
        "kind" => kind;
        "name" => name;
        "modes" => modes;
        "sites" => sites;
        "to_sites" => to_sites;
        "sectors" => sectors;
        "factor" => factor, like FACTOR;
        "planned" => planned;
        "actual" => actual;
        "basis" => basis;
        ..extra;
    }
}

record! {
    Report "report" {
        "id" => id;
        "date" => date;
        "measure" => measure, or Measure::Departed;
        "personnel" => personnel;
        "materiel" => materiel;
        "sites" => sites;
        "approx" => approx;
        "basis" => basis;
        ..extra;
    }
}

record! {
    Count "count" {
        "id" => id;
        "of" => of;
        "value" => value;
        "where" => place;
        "basis" => basis;
        ..extra;
    }
}
