//! The members of the file that are not lists, and what a plan is made for.

use super::super::record::record;
use super::super::rule::COLOR;
use crate::plan::{Extra, Header, Objective, Phase, Source};

record! {
    Header "header" {
        "title" => title;
        "marking" => marking;
        "theatre" => theatre;
        "sectors" => sectors;
        "horizon" => horizon;
        "as_of" => as_of;
        "d_day" => d_day;
        ..extra;
    }
    // The members beside the sites' features are read with the sites.
    make Header {
        title, marking, theatre, sectors, horizon, as_of, d_day, extra,
        sites_extra: Extra::default(),
    };
}

record! {
    Source "source" {
        "id" => id;
        "symbol" => symbol;
        "title" => title;
        "date" => date;
        "language" => language;
        "url" => url;
        "file" => file;
        ..extra;
    }
}

record! {
    Objective "objective" {
        "id" => id;
        "name" => name;
        "basis" => basis;
        ..extra;
    }
}

record! {
    Phase "phase" {
        "id" => id;
        "name" => name;
        "span" => span;
        "parent" => parent;
        "color" => color, like COLOR;
        "basis" => basis;
        ..extra;
    }
}
