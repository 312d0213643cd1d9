//! Sites: which of them the map shows, and as what.

use std::collections::BTreeMap;

use super::map::{Frame, Look};
use super::standing::{Post, Standing};
use super::symbols::{self, Focus, Symbol, radius};
use crate::calendar::DateSpan;
use crate::plan::{Plan, Site, SiteId, SiteKind, SiteRole};
use crate::scene::{Group, Node, Point, Subject};
use crate::schedule::{SiteNow, SiteState, Snapshot};

/// A site of the plan that has a place on the map.
pub struct SiteMark<'a> {
    pub site: &'a Site,
    pub at: Point,
    pub state: SiteState,
    /// Whether people live there; others are only passed.
    pub is_camp: bool,
    pub symbol: Symbol,
}

/// What a plan has at its sites when the ledger opens: the measure of all discs
/// and rings.
#[derive(Default)]
pub struct Opening {
    most_people: u64,
    materiel: BTreeMap<SiteId, u64>,
}

impl Opening {
    pub fn of(plan: &Plan) -> Opening {
        // Figures beyond all measure are told as a problem.
        let add = |to: &mut u64, amount: u64| *to = to.saturating_add(amount);
        let mut people: BTreeMap<&SiteId, u64> = BTreeMap::new();
        let mut opening = Opening::default();
        for unit in plan.units().iter() {
            if let Some(site) = &unit.site {
                add(people.entry(site).or_default(), unit.personnel);
                let materiel = opening.materiel.entry(site.clone()).or_default();
                unit.materiel.values().for_each(|amount| add(materiel, *amount));
            }
        }
        opening.most_people = people.into_values().max().unwrap_or(0);
        opening
    }
}

/// The marks of all posts, in their order.
pub fn marks<'a>(look: &Look, standing: &'a Standing, snapshot: &'a Snapshot) -> Vec<SiteMark<'a>> {
    let scale = symbols::scale(look.view.camera().zoom);
    let mark = |(post, now): (&'a Post, Option<&SiteNow>)| {
        let site = &*post.site;
        let state = now.map_or(SiteState::Open, |now| now.state);
        let materiel = now.map_or(0, |now| now.holdings.materiel.iter().map(|(_, n)| n).sum());
        let full = standing.opening.materiel.get(&site.id).copied().unwrap_or(0).max(materiel);
        let is_empty = matches!(state, SiteState::Closed | SiteState::HandedOver);
        let people = now.map_or(0, |now| now.holdings.personnel.total());
        let closing = standing.closing.get(&site.id).filter(|_| state == SiteState::Closing);
        let full_radius =
            if is_empty { symbols::RADII.0 } else { radius(people, standing.opening.most_people) };
        let symbol = Symbol {
            at: post.at,
            radius: scale * full_radius,
            state,
            passed: closing.map_or(0.0, |span| look.moment.share_of(*span) as f32),
            materiel: if full > 0 { materiel as f32 / full as f32 } else { 0.0 },
            badge: post.badge,
            focus: focus(look, site),
        };
        SiteMark { site, at: post.at, state, is_camp: post.is_camp, symbol }
    };
    with_now(&standing.posts, snapshot).map(mark).collect()
}

/// Each post with what is there now. Both lists are in the order of the ids.
fn with_now<'a>(
    posts: &'a [Post],
    snapshot: &'a Snapshot,
) -> impl Iterator<Item = (&'a Post, Option<&'a SiteNow>)> {
    let mut nows = snapshot.sites.iter().peekable();
    posts.iter().map(move |post| {
        while nows.next_if(|now| now.id < post.site.id).is_some() {}
        (post, nows.next_if(|now| now.id == post.site.id))
    })
}

fn focus(look: &Look, site: &Site) -> Focus {
    if look.selected.contains(&*site.id) {
        Focus::Selected
    } else if look.hovered == Some(&*site.id) {
        Focus::Hovered
    } else if look.touched.contains(&*site.id) {
        Focus::Touched
    } else {
        Focus::None
    }
}

/// From the first to the last day of what leads to the closure of each site.
pub fn closing_spans(look: &Look) -> BTreeMap<SiteId, DateSpan> {
    let mut spans: BTreeMap<SiteId, DateSpan> = BTreeMap::new();
    let leading = look.plan.activities().iter().filter(|it| it.kind.leads_to_closure());
    for activity in leading {
        let Some(site) = &activity.site else { continue };
        let span = look.schedule.span(look.track, &activity.id).and_then(|span| span.closed());
        if let Some(span) = span {
            spans.entry(site.clone()).and_modify(|all| *all = all.union(span)).or_insert(span);
        }
    }
    spans
}

pub fn draw(frame: &Frame) -> Vec<Node> {
    let style = frame.look.style;
    let shown = frame.sites.iter().filter(|mark| frame.shows(mark.at));
    // Small symbols above large ones, so that none is hidden.
    let mut shown: Vec<&SiteMark> = shown.collect();
    shown.sort_by(|a, b| b.symbol.radius.total_cmp(&a.symbol.radius));
    shown
        .into_iter()
        .map(|mark| {
            let nodes = match mark.site.kind {
                SiteKind::Waypoint => vec![symbols::waypoint(mark.at, style)],
                SiteKind::Exit => symbols::out_mark(mark.at, style),
                _ => mark.symbol.nodes(style),
            };
            let subject = Subject::Item((*mark.site.id).clone());
            Node::of(subject, Group::named("site", nodes))
        })
        .collect()
}

/// Which sites come first where names compete: headquarters, then hubs.
pub fn rank(site: &Site) -> u8 {
    let has = |role: &SiteRole| site.roles.contains(role);
    if site.kind == SiteKind::Headquarters || has(&SiteRole::ForceHq) {
        0
    } else if has(&SiteRole::SectorHq) || has(&SiteRole::LiquidationHub) {
        1
    } else {
        2
    }
}
