//! Sites: which of them the map shows, and as what.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Index;

use super::map::{Frame, Look};
use super::roster::Posts;
use super::standing::Standing;
use super::symbols::{self, Focus, Symbol, radius};
use crate::calendar::DateSpan;
use crate::plan::{Plan, Site, SiteId, SiteKind, SiteRole};
use crate::scene::{Group, Node, Point, Subject};
use crate::schedule::{Now, SiteNow, SiteState};

/// A site of the plan that has a place on the map.
pub struct SiteMark<'a> {
    pub site: &'a Site,
    pub at: Point,
    pub state: SiteState,
    pub symbol: Symbol,
}

/// What a plan has at its sites when the ledger opens: the measure of all discs
/// and rings.
pub struct Opening {
    most_people: u64,
    /// By post.
    materiel: Vec<u64>,
}

impl Opening {
    pub fn of(plan: &Plan, posts: &Posts) -> Opening {
        // Figures beyond all measure are told as a problem.
        let add = |to: &mut u64, amount: u64| *to = to.saturating_add(amount);
        let mut people: BTreeMap<&SiteId, u64> = BTreeMap::new();
        let mut opening = Opening { most_people: 0, materiel: vec![0; posts.len()] };
        for unit in plan.units().iter() {
            if let Some(site) = &unit.site {
                add(people.entry(site).or_default(), unit.personnel);
                if let Some(materiel) = posts.get(site).map(|post| &mut opening.materiel[post]) {
                    unit.materiel.values().for_each(|amount| add(materiel, *amount));
                }
            }
        }
        opening.most_people = people.into_values().max().unwrap_or(0);
        opening
    }
}

/// The marks of all posts by their numbers, each made when it is first asked for: of
/// most sites a picture shows nothing.
pub struct Marks<'a> {
    look: &'a Look<'a>,
    standing: &'a Standing,
    now: Now<'a>,
    scale: f32,
    made: Vec<OnceCell<SiteMark<'a>>>,
}

impl<'a> Marks<'a> {
    pub fn of(look: &'a Look<'a>, standing: &'a Standing, now: Now<'a>) -> Marks<'a> {
        let made = standing.posts.iter().map(|_| OnceCell::new()).collect();
        Marks { look, standing, now, scale: symbols::scale(look.view.camera().zoom), made }
    }

    /// Those that the picture shows, in order.
    pub fn seen(&self) -> impl Iterator<Item = &SiteMark<'a>> {
        self.standing.seen.iter().map(|post| &self[*post])
    }

    fn make(&self, number: usize) -> SiteMark<'a> {
        let Marks { look, standing, scale, .. } = self;
        let (post, roster) = (&standing.posts[number], &standing.roster);
        let site = &*post.site;
        let SiteNow { state, holdings, .. } = self.now.site_at(post.number);
        let materiel = holdings.materiel.iter().map(|(_, n)| n).sum();
        let full = roster.opening.materiel[number].max(materiel);
        let is_empty = state.is_over();
        let people = holdings.personnel.total();
        let closing = roster.closing[number].filter(|_| state == SiteState::Closing);
        let full_radius =
            if is_empty { symbols::RADII.0 } else { radius(people, roster.opening.most_people) };
        let symbol = Symbol {
            at: post.at,
            radius: scale * full_radius,
            state,
            passed: closing.map_or(0.0, |span| look.moment.share_of(span) as f32),
            materiel: if full > 0 { materiel as f32 / full as f32 } else { 0.0 },
            is_over: self.now.is_over_capacity(post.number),
            badge: post.badge,
            focus: focus(look, site),
        };
        SiteMark { site, at: post.at, state, symbol }
    }
}

impl<'a> Index<usize> for Marks<'a> {
    type Output = SiteMark<'a>;

    fn index(&self, post: usize) -> &SiteMark<'a> {
        self.made[post].get_or_init(|| self.make(post))
    }
}

pub fn focus(look: &Look, site: &Site) -> Focus {
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
    // Small symbols above large ones, so that none is hidden.
    let mut shown: Vec<&SiteMark> = frame.sites.seen().collect();
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
