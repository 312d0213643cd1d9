//! Calendars, layers, chapters, baselines and branches.

use super::super::record::record;
use super::super::rule::{LINE_WIDTH, SHARE, ZOOM};
use super::parts::in_order;
use crate::plan::{
    Baseline, Branch, CameraMember, Chapter, Holiday, Layer, LayerColor, LayerMark, LayerStyle,
    WorkCalendar,
};

record! {
    WorkCalendar "calendar" {
        "id" => id;
        "name" => name;
        "weekend" => weekend;
        "holidays" => holidays;
        "modes" => modes;
        ..extra;
    }
}

record! {
    Holiday "holiday" {
        "date" => date;
        "name" => name;
        ..extra;
    }
}

record! {
    Layer "layer" {
        "id" => id;
        "path" => path;
        "name" => name;
        "style" => style;
        "below" => below;
        "hidden" => hidden;
        ..extra;
    }
}

record! {
    LayerStyle "layer-style" {
        "color" => color, or LayerColor::Wine;
        "line_width" => line_width, like LINE_WIDTH, or LayerStyle::LINE_WIDTH;
        "fill_opacity" => fill_opacity, like SHARE, or LayerStyle::FILL_OPACITY;
        "mark" => mark, or LayerMark::Disc;
        "label" => label;
        ..extra;
    }
}

record! {
    Chapter "chapter" {
        "id" => id;
        "title" => title;
        "moment" => moment;
        "until" => until;
        "camera" => camera;
        "layers" => layers;
        "notes" => notes;
        ..extra;
    }
    check |chapter, at| in_order(chapter.moment, "until", chapter.until, at);
}

record! {
    CameraMember "camera" {
        "center" => center;
        "zoom" => zoom, like ZOOM;
        ..extra;
    }
}

record! {
    Baseline "baseline" {
        "id" => id;
        "name" => name;
        "taken" => taken;
        "planned" => planned;
        ..extra;
    }
}

record! {
    Branch "branch" {
        "id" => id;
        "name" => name;
        "edits" => edits;
        ..extra;
    }
}
