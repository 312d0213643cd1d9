//! The sheet: on every paper, its texts and figures keep clear of each other and
//! of the edges.

mod common;

use std::sync::Arc;

use common::Bundled;
use decamp::calendar::Moment;
use decamp::draw::sheet::{self, Look, Paper, SIZES, block};
use decamp::draw::strength::Curves;
use decamp::draw::{Style, Theme};
use decamp::i18n::Lang;
use decamp::plan::Plan;
use decamp::scene::{Item, Node, Point, Rect, Scene, measure, part};
use decamp::schedule::{Routes, Schedule, Track};
use decamp::theatre::Theatre;

/// The sheet of a plan at a date.
fn sheet(plan: &Arc<Plan>, theatre: &Theatre, date: &str, lang: Lang, paper: Paper) -> Scene {
    let routes = Routes::of(plan, theatre);
    let schedule = Schedule::of(plan, &routes);
    let look = Look {
        plan,
        schedule: &schedule,
        routes: &routes,
        theatre,
        curves: &Curves::of(&schedule),
        track: Track::Planned,
        moment: date.parse::<Moment>().unwrap(),
        layers: None,
        style: &Style::of(Theme::Light),
        lang,
        paper,
    };
    sheet::sheet(&look, |_| None)
}

/// What stands on a page by itself: each label outside of figures with its text,
/// and each figure as a whole.
fn pieces(nodes: &[Node], by: Point, found: &mut Vec<(String, Rect)>) {
    for node in nodes {
        match &node.item {
            Item::Label(label) => {
                // The box without its air: lines of a text may be near to each other.
                let start = label.start().plus(by.x, by.y);
                let width = measure(&label.text, label.font);
                let max = start.plus(width, 1.0);
                let rect = Rect { min: start.plus(0.0, -label.font.cap_height()), max };
                found.push((label.text.clone(), rect));
            }
            Item::Group(group) if group.name == part::FIGURE => {
                let clip = group.clip.expect("a figure keeps to its frame");
                let at = by.plus(group.offset.x, group.offset.y);
                found.push(("figure".into(), clip.moved(at.x, at.y)));
            }
            Item::Group(group) => {
                pieces(&group.nodes, by.plus(group.offset.x, group.offset.y), found);
            }
            Item::Path(_) => {}
        }
    }
}

fn check(scene: &Scene, what: &str) {
    let mut found = Vec::new();
    pieces(&scene.nodes, Point::default(), &mut found);
    let page = Rect::new(0.0, 0.0, scene.width, scene.height);
    let inner = page.grown(1.0 - block::margin(scene.width, scene.height));
    let marking = |rect: &Rect| rect.max.y < inner.min.y || rect.min.y > inner.max.y;
    for (i, (text, rect)) in found.iter().enumerate() {
        assert!(page.contains(rect.min) && page.contains(rect.max), "{what}: {text} {rect:?}");
        let is_kept = inner.contains(rect.min) && inner.contains(rect.max);
        assert!(is_kept || marking(rect), "{what}: {text} in the margin: {rect:?}");
        assert!(rect.width() > 0.0 && rect.height() > 0.0, "{what}: {text} {rect:?}");
        for (other, place) in &found[i + 1..] {
            assert!(!rect.intersects(*place), "{what}: {text} {rect:?} on {other} {place:?}");
        }
    }
    assert!(found.iter().filter(|(text, _)| text == "figure").count() == 3, "{what}: {found:?}");
}

fn papers() -> impl Iterator<Item = (String, Paper)> {
    SIZES.iter().flat_map(|(name, size, ..)| {
        [false, true]
            .map(|portrait| (format!("{name} {portrait}"), Paper { size: *size, portrait }))
    })
}

#[test]
fn nothing_lies_on_anything_else() {
    let bundled = Bundled::read();
    for (name, paper) in papers() {
        for lang in Lang::ALL {
            for date in ["2023-07-20", "2023-12-20"] {
                let scene = sheet(&bundled.plan, &bundled.theatre, date, lang, paper);
                check(&scene, &format!("{name} {lang:?} {date}"));
            }
        }
    }
}

#[test]
fn a_plan_may_have_no_phases_no_deadline_and_no_closures() {
    let read = |title: &str, marking: &str| {
        let text = format!(
            r#"{{ "format": "decamp-plan", "version": 1, "title": "{title}",
                  "marking": "{marking}", "theatre": "mali",
                  "horizon": {{ "start": "2026-01-01", "end": "2026-04-30" }},
                  "sites": {{ "type": "FeatureCollection", "features": [] }} }}"#
        );
        let read = decamp::file::read(text.as_bytes());
        Arc::new(read.unwrap_or_else(|problems| panic!("{problems:?}")).plan)
    };
    let theatre = Theatre::bundled("mali").unwrap();
    let long = "Un très long titre qui ne tient sur aucune feuille ".repeat(6);
    for (what, plan) in
        [("empty", read("", "")), ("long", read(long.trim(), "Diffusion restreinte"))]
    {
        for (name, paper) in papers() {
            let scene = sheet(&plan, &theatre, "2026-02-01", Lang::Fr, paper);
            check(&scene, &format!("{name} {what}"));
        }
    }
}
