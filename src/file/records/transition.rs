//! The mandate, tasks, funds and risks.

use super::super::record::record;
use crate::plan::{Fund, Mandate, Risk, Task};

record! {
    Mandate "mandate" {
        "id" => id;
        "paragraph" => paragraph;
        "text" => text;
        "priority" => priority;
        "basis" => basis;
        ..extra;
    }
}

record! {
    Task "task" {
        "id" => id;
        "name" => name;
        "mandate" => mandate;
        "recipients" => recipients;
        "status" => status;
        "needs" => needs;
        "gap_usd" => gap_usd;
        "due" => due;
        "fund" => fund;
        "sites" => sites;
        "activities" => activities;
        "basis" => basis;
        ..extra;
    }
}

record! {
    Fund "fund" {
        "id" => id;
        "name" => name;
        "span" => span;
        "needed_usd" => needed_usd;
        "available_usd" => available_usd;
        "basis" => basis;
        ..extra;
    }
}

record! {
    Risk "risk" {
        "id" => id;
        "name" => name;
        "likelihood" => likelihood;
        "impact" => impact;
        "mitigations" => mitigations;
        "sites" => sites;
        "phases" => phases;
        "basis" => basis;
        ..extra;
    }
}
