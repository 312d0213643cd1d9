//! The timeline of the bundled plan as text: links, float, the critical chain.

mod common;
mod golden_common;

use std::collections::BTreeSet;

use common::Bundled;
use decamp::calendar::Moment;
use decamp::draw::timeline::{
    Arrangement, Grouping, Layout, NetworkLook, TimeScale, TimelineLook, rows, timeline,
};
use decamp::draw::{Style, Theme};
use decamp::i18n::Lang;
use decamp::plan::Id;
use decamp::scene::{Group, Item, Node, Scene, dump};
use decamp::schedule::{Critical, Problems, Track};
use golden_common::Golden;

/// What is drawn, by name.
struct Look {
    name: &'static str,
    arrangement: Arrangement,
    selected: &'static [&'static str],
    track: Track,
    all_links: bool,
    marks_critical: bool,
}

fn looks() -> Vec<Look> {
    let only = [
        "aguelhok-gao",
        "gao-khm-home",
        "gao-menaka-home",
        "gao-north-home",
        "handover-gao",
        "liquidate-gao",
        "menaka-gao",
        "north-convoy-tessalit",
        "tessalit-gao",
        "tessalit-gao-air",
    ];
    let only = only.map(|id| Id::new(id).unwrap());
    let arrangement = Arrangement {
        grouping: Grouping::Sectors,
        only: Some(only.into()),
        ..Arrangement::default()
    };
    let look = |name, selected, track, all_links, marks_critical| Look {
        name,
        arrangement: arrangement.clone(),
        selected,
        track,
        all_links,
        marks_critical,
    };
    vec![
        look("links", &["gao-north-home"][..], Track::Planned, false, false),
        look("critical", &[], Track::Planned, true, true),
        look("forecast", &[], Track::Forecast, false, true),
    ]
}

fn draw(bundled: &Bundled, look: &Look) -> Scene {
    let rows = rows(&bundled.plan, &look.arrangement, &|id| id.to_string(), Lang::Fr);
    let (width, gutter) = (1000.0, 220.0);
    let days = bundled.plan.horizon();
    let days = decamp::calendar::DateSpan::new(days.start(), days.start() + 200).unwrap();
    let scale = TimeScale::fitting(days, width - gutter);
    let height = Layout::head() + rows.len() as f32 * Layout::ROW;
    let layout = Layout { width, height, gutter, scale, scroll: 0.0 };
    let critical = Critical::of(&bundled.plan, look.track);
    let problems = Problems::of(bundled.schedule.problems(look.track).to_vec());
    let selected: BTreeSet<Id> = look.selected.iter().map(|id| Id::new(id).unwrap()).collect();
    timeline(&TimelineLook {
        plan: &bundled.plan,
        schedule: &bundled.schedule,
        moment: "2023-10-01".parse::<Moment>().unwrap(),
        rows: &rows,
        layout: &layout,
        style: &Style::of(Theme::Light),
        lang: Lang::Fr,
        selected: &selected,
        hovered: None,
        track: look.track,
        problems: Some(&problems),
        baseline: None,
        ghosts: &[],
        loop_range: None,
        network: NetworkLook {
            all_links: look.all_links,
            critical: Some(&critical),
            marks_critical: look.marks_critical,
            ..NetworkLook::default()
        },
    })
}

fn group<'a>(scene: &'a Scene, name: &str) -> &'a [Node] {
    let found = scene.nodes.iter().find_map(|node| match &node.item {
        Item::Group(group) if group.name == name => Some(group),
        _ => None,
    });
    found.map_or(&[], |Group { nodes, .. }| nodes)
}

#[test]
fn the_timeline_is_as_it_was() {
    let bundled = Bundled::read();
    let mut golden = Golden::default();
    for look in looks() {
        let text = dump(&draw(&bundled, &look));
        golden.check(&format!("timeline-{}.txt", look.name), &text);
    }
    golden.finish();
}

#[test]
fn only_what_matters_is_drawn_strongly() {
    let bundled = Bundled::read();
    let strong: Vec<usize> =
        looks().iter().map(|look| group(&draw(&bundled, look), "strong-links").len()).collect();
    let light: Vec<usize> =
        looks().iter().map(|look| group(&draw(&bundled, look), "links").len()).collect();
    assert!(
        strong[0] > 0 && light[0] > 0,
        "of the selection, and the others: {strong:?} {light:?}"
    );
    assert_eq!(light[1], 0, "all of them: {strong:?}");
    assert_eq!(strong[1], strong[0] + light[0]);
}
