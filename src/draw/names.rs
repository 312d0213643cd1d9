//! Which names a map shows, and where each may stand.

use std::collections::BTreeSet;

use super::area_names;
use super::labels::{DIAGONAL, Place, Room, Space, Spot, Wish, place};
use super::map::Frame;
use super::sites::{self, SiteMark};
use super::style::{QUIET, STRONG, Style};
use super::symbols::{self, NAME_GAP, badge_box};
use super::towns;
use super::widths::measure;
use super::{marks, overlays};
use crate::scene::{Color, Font, Group, Node, Outline, Path, Point, Rect, Stroke, Subject};
use crate::schedule::SiteState;
use crate::theatre::TownRank;

/// Between two points of a line that names keep clear of, in points.
const LINE_STEP: f32 = 12.0;
/// Names keep clear of the ways of so many movements; more of them cover the map
/// whatever is done.
const MOVEMENTS: usize = 400;
/// A town as near as this to a site is the site's own, in points.
const SAME_PLACE: f32 = 9.0;

/// A name, and what it is the name of.
struct Name {
    wish: Wish,
    subject: Option<Subject>,
    /// Where the name must be shown whatever else is hidden for it.
    must: bool,
}

/// A name in its place.
pub struct PlacedName {
    name: Name,
    place: Place,
}

impl PlacedName {
    /// What the letters cover.
    pub fn rect(&self) -> Rect {
        self.place.rect
    }
}

/// The names of the picture in their places, on every day the same; but a name
/// that must be shown and found none takes that of others.
pub fn placed(frame: &Frame) -> Vec<PlacedName> {
    let mut names = site_names(frame);
    names.extend(others(frame, names.len()));
    let space = space(frame);
    let wishes = names.iter().map(|name| &name.wish);
    let mut places = place(wishes, &space);
    show_all_that_must(&names, &mut places, &space);
    let both = names.into_iter().zip(places);
    both.filter_map(|(name, place)| Some(PlacedName { name, place: place? })).collect()
}

/// A camp that is being closed is never without its name. Where it found no room,
/// names that may go make room for it; all others stay where they are, for names
/// do not jump when a camp begins to close.
fn show_all_that_must(names: &[Name], places: &mut [Option<Place>], space: &Space) {
    let is_late = |(name, place): (&Name, &Option<Place>)| name.must && place.is_none();
    if !names.iter().zip(&*places).any(is_late) {
        return;
    }
    let mut room = Room::of(space);
    let must = names.iter().zip(&*places).filter(|(name, _)| name.must);
    must.filter_map(|(_, place)| *place).for_each(|place| room.take(place.rect));
    for late in 0..names.len() {
        if !is_late((&names[late], &places[late])) {
            continue;
        }
        let Some(found) = room.place_of(&names[late].wish) else { continue };
        for (name, other) in names.iter().zip(places.iter_mut()) {
            let is_covered = other.is_some_and(|other| other.rect.intersects(found.rect));
            if is_covered && !name.must {
                *other = None;
            }
        }
        room.take(found.rect);
        places[late] = Some(found);
    }
}

pub fn draw(frame: &Frame) -> Vec<Node> {
    let style = frame.look.style;
    let mut nodes = Vec::new();
    for PlacedName { name, place } in &frame.names {
        nodes.extend(place.leader.map(|leader| leader_line(leader, style)));
        let mut label = name.wish.at(place);
        // The rim has the colour of what lies below the letters.
        if let Some((color, _)) = &mut label.halo {
            *color = frame.soil.color(place.rect.center(), style);
        }
        nodes.push(match &name.subject {
            Some(subject) => Node::of(subject.clone(), label),
            None => Node::new(label),
        });
    }
    nodes
}

fn leader_line((from, to): (Point, Point), style: &Style) -> Node {
    let line = |color, width| {
        Node::new(Path::stroked(Outline::line([from, to]), Stroke::new(color, width)))
    };
    let nodes = vec![line(style.casing.faded(0.8), 3.0), line(style.quiet, 0.9)];
    Node::new(Group::named("leader", nodes))
}

/// What names keep clear of: symbols, furniture, and if they can all routes of
/// the plan, under way or not.
fn space(frame: &Frame) -> Space {
    let scale = symbols::scale(frame.look.view.camera().zoom);
    let mut taken = frame.taken.clone();
    for mark in frame.sites.iter().filter(|mark| frame.shows(mark.at)) {
        let side = 2.0 * scale * NAME_GAP * DIAGONAL;
        taken.push(Rect::around(mark.at, side, side));
        taken.extend(mark.symbol.badge.map(|badge| badge_box(mark.at, badge)));
    }
    taken.extend(marks::boxes(frame));
    taken.extend(frame.exits.iter().map(|exit| exit.rect));
    let mut lines = Vec::new();
    let mut ways = BTreeSet::new();
    for movement in frame.look.plan.movements().iter().take(MOVEMENTS) {
        // Many movements go the same way.
        if !ways.insert((&movement.from, &movement.to, &movement.mode)) {
            continue;
        }
        if let Some(way) = frame.ground().whole_way_of(movement) {
            let steps = (way.length() / LINE_STEP).min(100.0) as usize;
            lines.extend((0..=steps).map(|i| way.at(i as f32 * LINE_STEP).0));
        }
    }
    Space { view: frame.outer.grown(-4.0), taken, lines }
}

fn site_names(frame: &Frame) -> Vec<Name> {
    let style = frame.look.style;
    // What lies below the legend has no name beside it.
    let is_seen =
        |at: Point| frame.outer.contains(at) && !frame.hidden.iter().any(|rect| rect.contains(at));
    let mut marks: Vec<&SiteMark> = frame.sites.iter().filter(|mark| is_seen(mark.at)).collect();
    marks.sort_by_key(|mark| sites::rank(mark.site));
    let gap = NAME_GAP * symbols::scale(frame.look.view.camera().zoom);
    let name = |mark: &SiteMark| {
        let text = mark.site.name.in_language(frame.look.lang.tag());
        let is_focus =
            matches!(mark.symbol.focus, symbols::Focus::Hovered | symbols::Focus::Selected);
        let gone = matches!(mark.state, SiteState::Closed | SiteState::HandedOver);
        let color = if gone && !is_focus { style.quiet } else { style.text };
        let spot = Spot::Beside { at: mark.at, gap, leader: true };
        Name {
            wish: wish(text, STRONG, color, Some(style.country), spot),
            subject: Some(Subject::Item((*mark.site.id).clone())),
            must: mark.state == SiteState::Closing || is_focus,
        }
    };
    marks.into_iter().map(name).collect()
}

/// Sectors, towns, countries and waters, in this order; they follow `before`
/// other names.
fn others(frame: &Frame, before: usize) -> Vec<Name> {
    let mut names = Vec::new();
    for sector in area_names::sectors(frame) {
        let place = before + names.len();
        names.push(Name { wish: sector.full, subject: sector.subject.clone(), must: false });
        let wish = Wish { instead_of: Some(place), ..sector.short };
        names.push(Name { wish, subject: sector.subject, must: false });
    }
    let mut add = |wish: Wish, subject: Option<Subject>| {
        names.push(Name { wish, subject, must: false });
    };
    town_wishes(frame).into_iter().for_each(|wish| add(wish, None));
    overlays::wishes(frame).into_iter().for_each(|wish| add(wish, None));
    area_names::countries(frame).into_iter().for_each(|wish| add(wish, None));
    area_names::waters(frame).into_iter().for_each(|wish| add(wish, None));
    names
}

fn town_wishes(frame: &Frame) -> Vec<Wish> {
    let look = frame.look;
    let mut wishes = Vec::new();
    for town in towns::shown(look.theatre, &look.view) {
        let at = Point::from(look.view.view_from_lonlat(town.place()));
        let Some(name) = town.name(look.lang.tag()).filter(|_| frame.outer.contains(at)) else {
            continue;
        };
        let is_site = |mark: &SiteMark| {
            mark.at.distance(at) < SAME_PLACE
                || mark.site.name.in_language(look.lang.tag()) == name
                || mark.site.aliases.iter().any(|alias| alias == name)
        };
        if frame.sites.iter().any(is_site) {
            continue;
        }
        let font = if town.data.rank <= TownRank::Country { STRONG } else { QUIET };
        let spot = Spot::Beside { at, gap: 5.0, leader: false };
        let font = Font { size: 11.0, ..font };
        wishes.push(wish(name, font, look.style.quiet, Some(look.style.country), spot));
    }
    wishes
}

/// A label that wants a place.
pub fn wish(text: &str, font: Font, color: Color, halo: Option<Color>, spot: Spot) -> Wish {
    // Nobody sees the spacing behind the last letter.
    let width = measure(text, font) - font.spacing;
    Wish { text: text.into(), font, color, halo, width, spot, instead_of: None }
}
