//! Who moves, what is done at sites, and what goes from where to where.

use super::super::record::record;
use super::super::rule::{DISTANCE, FROM_ONE_DAY};
use super::parts::in_order;
use crate::plan::{Activity, Category, Load, Movement, Stop, Timing, Unit, UnitRole};

record! {
    Unit "unit" {
        "id" => id;
        "name" => name;
        "contributor" => contributor;
        "category" => category, or Category::Military;
        "kind" => kind;
        "role" => role, or UnitRole::Operations;
        "part_of" => part_of;
        "owner" => owner;
        "site" => site;
        "personnel" => personnel;
        "materiel" => materiel;
        "basis" => basis;
        ..extra;
    }
}

record! {
    Activity "activity" {
        "id" => id;
        "site" => site;
        "sector" => sector;
        "kind" => kind;
        "name" => name;
        "phase" => phase;
        "to" => to;
        "planned" => planned = timing.planned;
        "actual" => actual = timing.actual;
        "pinned" => pinned = timing.pinned;
        "not_before" => not_before = timing.not_before;
        "deadline" => deadline = timing.deadline;
        "calendar" => calendar;
        "duration_days" => duration_days = timing.duration_days;
        "after" => after = timing.after;
        "basis" => basis;
        ..extra;
    }
    make Activity {
        id, site, sector, kind, name, phase, to, calendar, basis, extra,
        timing: Timing { planned, actual, pinned, not_before, deadline, duration_days, after },
    };
}

record! {
    Movement "movement" {
        "id" => id;
        "kind" => kind;
        "name" => name;
        "from" => from;
        "to" => to;
        "to_options" => to_options;
        "mode" => mode;
        "phase" => phase;
        "planned" => planned = timing.planned;
        "actual" => actual = timing.actual;
        "pinned" => pinned = timing.pinned;
        "not_before" => not_before = timing.not_before;
        "deadline" => deadline = timing.deadline;
        "duration_days" => duration_days = timing.duration_days;
        "trip_days" => trip_days, like FROM_ONE_DAY;
        "loads" => loads;
        "convoy" => convoy;
        "route" => route;
        "stops" => stops;
        "distance_km" => distance_km, like DISTANCE;
        "disposition" => disposition;
        "recipient" => recipient;
        "needs" => needs;
        "after" => after = timing.after;
        "basis" => basis;
        ..extra;
    }
    make Movement {
        id, kind, name, from, to, to_options, mode, phase, trip_days, loads, convoy, route, stops,
        distance_km, disposition, recipient, needs, basis, extra,
        timing: Timing { planned, actual, pinned, not_before, deadline, duration_days, after },
    };
}

record! {
    Load "load" {
        "unit" => unit;
        "personnel" => personnel;
        "materiel" => materiel;
        ..extra;
    }
}

record! {
    Stop "stop" {
        "site" => site;
        "start" => start;
        "end" => end;
        ..extra;
    }
    check |stop, at| in_order(stop.start, "end", stop.end, at);
}
