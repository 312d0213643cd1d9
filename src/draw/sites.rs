//! Sites: which of them the map shows, and as what.

use std::collections::BTreeMap;

use super::map::{Frame, Look};
use super::symbols::{self, Focus, Symbol, badge_of, radius};
use crate::calendar::DateSpan;
use crate::plan::{ActivityKind, Site, SiteId, SiteKind, SiteRole};
use crate::scene::{Group, Node, Point, Subject};
use crate::schedule::{SiteState, Snapshot};

/// A site of the plan that has a place on the map.
pub struct SiteMark<'a> {
    pub site: &'a Site,
    pub at: Point,
    pub state: SiteState,
    /// Whether people live there; others are only passed.
    pub is_camp: bool,
    pub symbol: Symbol,
}

/// Farther away there is no room for flags.
const BADGE_ZOOM: f64 = 4.8;

/// What a plan has at its sites when the ledger opens: the measure of all discs
/// and rings.
#[derive(Default)]
struct Opening<'a> {
    people: BTreeMap<&'a SiteId, u64>,
    materiel: BTreeMap<&'a SiteId, u64>,
}

impl<'a> Opening<'a> {
    fn of(look: &Look<'a>) -> Opening<'a> {
        let mut opening = Opening::default();
        for unit in look.plan.units().iter() {
            if let Some(site) = &unit.site {
                // Figures beyond all measure are told as a problem.
                let add = |to: &mut u64, amount: u64| *to = to.saturating_add(amount);
                add(opening.people.entry(site).or_default(), unit.personnel);
                let materiel = opening.materiel.entry(site).or_default();
                unit.materiel.values().for_each(|amount| add(materiel, *amount));
            }
        }
        opening
    }
}

/// All sites that have a place, in the order of their ids.
pub fn marks<'a>(look: &Look<'a>, snapshot: &Snapshot) -> Vec<SiteMark<'a>> {
    let opening = Opening::of(look);
    let most = opening.people.values().copied().max().unwrap_or(0);
    let closing = closing_spans(look, snapshot);
    let zoom = look.view.camera().zoom;
    let scale = symbols::scale(zoom);
    let mark = |site: &'a Site| {
        let at = Point::from(look.view.view_from_lonlat(site.place?));
        let now = snapshot.site(&site.id)?;
        let materiel: u64 = now.holdings.materiel.iter().map(|(_, amount)| amount).sum();
        let full = opening.materiel.get(&site.id).copied().unwrap_or(0).max(materiel);
        let is_empty = matches!(now.state, SiteState::Closed | SiteState::HandedOver);
        let people = now.holdings.personnel.total();
        let symbol = Symbol {
            at,
            radius: scale * if is_empty { symbols::RADII.0 } else { radius(people, most) },
            state: now.state,
            passed: closing.get(&site.id).map_or(0.0, |s| look.moment.share_of(*s) as f32),
            materiel: if full > 0 { materiel as f32 / full as f32 } else { 0.0 },
            badge: badge_of(&site.kind, &site.roles).filter(|_| zoom >= BADGE_ZOOM),
            focus: focus(look, site),
        };
        let is_camp = !matches!(site.kind, SiteKind::Waypoint | SiteKind::Exit);
        Some(SiteMark { site, at, state: now.state, is_camp, symbol })
    };
    look.plan.sites().iter().filter_map(|site| mark(site)).collect()
}

/// The mark of a site among those of [`marks`].
pub fn find<'s, 'a>(marks: &'s [SiteMark<'a>], id: &SiteId) -> Option<&'s SiteMark<'a>> {
    place_of(marks, id).map(|place| &marks[place])
}

/// Where the mark of a site is in the list.
pub fn place_of(marks: &[SiteMark], id: &SiteId) -> Option<usize> {
    marks.binary_search_by(|mark| mark.site.id.cmp(id)).ok()
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

/// From the first to the last day of what leads to the closure of each site that
/// is being closed.
fn closing_spans<'a>(look: &Look<'a>, snapshot: &Snapshot) -> BTreeMap<&'a SiteId, DateSpan> {
    use ActivityKind::*;
    let is_closing =
        |site: &SiteId| snapshot.site(site).is_some_and(|now| now.state == SiteState::Closing);
    let mut spans: BTreeMap<&SiteId, DateSpan> = BTreeMap::new();
    for activity in look.plan.activities().iter() {
        let leads_to_closure = matches!(
            activity.kind,
            Drawdown
                | PeopleOut
                | CoeOut
                | UnoeDisposal
                | Clearance
                | Inventory
                | Dismantling
                | Closure
        );
        let Some(site) = activity.site.as_ref().filter(|site| leads_to_closure && is_closing(site))
        else {
            continue;
        };
        let span = look.schedule.span(look.track, &activity.id).and_then(|span| span.closed());
        if let Some(span) = span {
            spans.entry(site).and_modify(|all| *all = all.union(span)).or_insert(span);
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
