//! Which names a map shows, and where each may stand.

use std::sync::{Arc, Mutex, PoisonError};

use super::area_names;
use super::courses::Lanes;
use super::exits::Exit;
use super::furniture::Fixtures;
use super::labels::{DIAGONAL, Place, Room, Space, Spot, Wish, place_in};
use super::map::Frame;
use super::rings::Soil;
use super::sites;
use super::standing::{Post, Stage};
use super::style::{QUIET, STRONG, Style};
use super::symbols::{self, Focus, NAME_GAP, badge_box};
use super::towns;
use super::units::{Crews, Rows};
use super::widths::measure;
use super::{marks, overlays};
use crate::scene::{Color, Font, Group, Node, Outline, Path, Point, Rect, Stroke, Subject};
use crate::schedule::SiteState;
use crate::theatre::{Spot as TheatreSpot, Town, TownRank};

type TownSpot = TheatreSpot<Town>;

/// Between two points of a line that names keep clear of, in points.
const LINE_STEP: f32 = 12.0;
/// From farther away only the names of headquarters and hubs are led to: lines to all
/// sites would cover the map.
const LEADER_ZOOM: f64 = 4.5;
/// As large as the dot of a town.
const DOT: f32 = 3.0;
/// A town as near as this to a site is the site's own, in points.
const SAME_PLACE: f32 = 9.0;

/// All names the picture may have, and among them the rows of units: on every day in
/// the same places.
pub struct Names {
    names: Vec<Name>,
    seats: Seats,
    /// The seats of the moment before, for the names that had to be shown then.
    late: Mutex<Option<(Vec<usize>, Seats)>>,
    rows: Rows,
    /// Where names and rows were placed, without them.
    room: Room,
}

/// Where each name is; None where there is no room for it.
type Seats = Arc<[Option<Seat>]>;

/// A name, and what it is the name of.
struct Name {
    wish: Wish,
    subject: Option<Subject>,
    /// The number of the post of its site.
    post: Option<usize>,
}

/// The place of a name, and the colour of what lies below it.
#[derive(Clone, Copy)]
struct Seat {
    place: Place,
    soil: Color,
}

/// A name in its place.
pub struct PlacedName<'a> {
    name: &'a Name,
    seat: Seat,
    color: Color,
}

impl PlacedName<'_> {
    /// What the letters cover.
    pub fn rect(&self) -> Rect {
        self.seat.place.rect
    }

    /// Whether the name or the line that leads to it lies over a rectangle.
    pub fn covers(&self, rect: Rect) -> bool {
        self.seat.place.covers(rect)
    }
}

impl Names {
    pub fn of(
        stage: &Stage,
        fixtures: &Fixtures,
        exits: &[Exit],
        lanes: &Lanes,
        crews: &Crews,
        soil: &Soil,
    ) -> Names {
        let mut names = site_names(stage, &fixtures.hidden);
        let towns = towns::shown(stage.look.theatre, &stage.look.view, soil.countries());
        let sites = names.len();
        names.extend(others(stage, &towns, sites));
        let room = Room::of(&space(stage, &towns, &fixtures.taken, exits, lanes));
        // Names of sites come first, then who is there, then all other names.
        let (mut free, mut places) = (room.clone(), Vec::new());
        place_in(&mut free, names[..sites].iter().map(|name| &name.wish), &mut places);
        let rows = Rows::of(stage, crews, &fixtures.hidden, exits, &mut free);
        place_in(&mut free, names[sites..].iter().map(|name| &name.wish), &mut places);
        let seat = |place: Place| Seat::at(place, soil, stage.look.style);
        let seats = places.into_iter().map(|place| place.map(seat)).collect();
        Names { names, seats, late: Mutex::default(), rows, room }
    }

    pub fn rows(&self) -> &Rows {
        &self.rows
    }

    /// A camp that is being closed is never without its name. Where it found no room,
    /// names that may go make room for it; all others stay where they are, for names
    /// do not jump when a camp begins to close. `must` are the numbers of the names that
    /// must be shown, and `ever` of those that must be on any day, both in order.
    fn with_all_that_must(
        &self,
        must: Vec<usize>,
        ever: impl Fn(usize) -> bool,
        seat: impl Fn(Place) -> Seat,
    ) -> Seats {
        if must.iter().all(|number| self.seats[*number].is_some()) {
            return self.seats.clone();
        }
        // From one moment to the next they are nearly always the same.
        let mut late = self.late.lock().unwrap_or_else(PoisonError::into_inner);
        match &*late {
            Some((known, seats)) if *known == must => seats.clone(),
            _ => {
                let seats = self.with_room_for(&must, ever, seat);
                *late = Some((must, seats.clone()));
                seats
            }
        }
    }

    fn with_room_for(
        &self,
        must: &[usize],
        ever: impl Fn(usize) -> bool,
        seat: impl Fn(Place) -> Seat,
    ) -> Seats {
        let mut seats = self.seats.to_vec();
        let is_now = |number: usize| must.binary_search(&number).is_ok();
        // All that must be there on any day have a place of their own, so that none of them
        // moves when another one need not be there any longer. Where nothing else helps,
        // only what must be there now is in the way.
        let any_day = (0..seats.len()).filter(|number| is_now(*number) || ever(*number));
        let any_day: Vec<usize> = any_day.collect();
        let with = |numbers: &[usize]| {
            let mut room = self.room.clone();
            let seated = numbers.iter().filter_map(|number| self.seats[*number]);
            seated.for_each(|seat| room.take(&seat.place));
            room
        };
        let (mut room, mut last) = (with(&any_day), with(must));
        for late in any_day {
            if seats[late].is_some() {
                continue;
            }
            let wish = &self.names[late].wish;
            let own = room.place_of_all_means(wish);
            let found = own.or_else(|| last.place_of_all_means(wish).filter(|_| is_now(late)));
            let Some(found) = found else { continue };
            room.take(&found);
            if !is_now(late) {
                continue;
            }
            last.take(&found);
            for (number, other) in seats.iter_mut().enumerate() {
                let is_covered = other.is_some_and(|other| other.place.rect.intersects(found.rect));
                if is_covered && !is_now(number) {
                    *other = None;
                }
            }
            seats[late] = Some(seat(found));
        }
        seats.into()
    }
}

impl Seat {
    fn at(place: Place, soil: &Soil, style: &Style) -> Seat {
        Seat { place, soil: soil.color(place.rect.center(), style) }
    }
}

/// The names of the moment; one that must be shown and found no place takes that
/// of others.
pub fn shown<'a>(frame: &Frame<'a>) -> Vec<PlacedName<'a>> {
    let style = frame.look.style;
    let Names { names, .. } = &frame.standing.names;
    let mark = |name: &Name| name.post.map(|post| &frame.sites[post]);
    let is_focus = |focus: Focus| matches!(focus, Focus::Hovered | Focus::Selected);
    let must = |number: &usize| {
        mark(&names[*number])
            .is_some_and(|mark| mark.state == SiteState::Closing || is_focus(mark.symbol.focus))
    };
    let must = (0..names.len()).filter(must).collect();
    let seat = |place: Place| Seat::at(place, &frame.standing.soil, style);
    let closing = &frame.standing.roster.closing;
    let ever = |number: usize| names[number].post.is_some_and(|post| closing[post].is_some());
    let seats = frame.standing.names.with_all_that_must(must, ever, seat);
    let color = |name: &Name| match mark(name) {
        Some(mark) if mark.state.is_over() && !is_focus(mark.symbol.focus) => style.quiet,
        _ => name.wish.color,
    };
    let both = names.iter().zip(seats.iter());
    both.filter_map(|(name, seat)| Some(PlacedName { name, seat: (*seat)?, color: color(name) }))
        .collect()
}

pub fn draw(frame: &Frame) -> Vec<Node> {
    let style = frame.look.style;
    let mut nodes = Vec::new();
    for PlacedName { name, seat, color } in &frame.names {
        nodes.extend(seat.place.leader.map(|leader| leader_line(leader, style)));
        let mut label = name.wish.at(&seat.place);
        label.color = *color;
        // The rim has the colour of what lies below the letters.
        if let Some((color, _)) = &mut label.halo {
            *color = seat.soil;
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
fn space(
    stage: &Stage,
    towns: &[&TownSpot],
    furniture: &[Rect],
    exits: &[Exit],
    lanes: &Lanes,
) -> Space {
    let Stage { look, outer, .. } = *stage;
    let scale = symbols::scale(look.view.camera().zoom);
    let mut taken = furniture.to_vec();
    for post in stage.seen.iter().map(|post| &stage.posts[*post]) {
        let side = 2.0 * scale * NAME_GAP * DIAGONAL;
        taken.push(Rect::around(post.at, side, side));
        taken.extend(post.badge.map(|badge| badge_box(post.at, badge)));
    }
    taken.extend(marks::boxes(stage));
    taken.extend(exits.iter().map(|exit| exit.rect));
    // A name does not stand on the dot of a town.
    let at = |town: &&TownSpot| Point::from(stage.look.view.view_from_lonlat(town.place()));
    taken.extend(towns.iter().map(|town| Rect::around(at(town), 2.0 * DOT, 2.0 * DOT)));
    let mut lines = Vec::new();
    let ways = stage.roster.courses.first().filter(|it| it.may_meet(outer, &look.view));
    for lane in ways.filter_map(|course| lanes.get(course, stage, exits)) {
        let steps = (lane.way.length() / LINE_STEP).min(100.0) as usize;
        let points = (0..=steps).map(|i| lane.way.at(i as f32 * LINE_STEP).0);
        lines.extend(points.filter(|at| outer.contains(*at)));
    }
    Space { view: outer.grown(-4.0), taken, lines }
}

fn site_names(stage: &Stage, hidden: &[Rect]) -> Vec<Name> {
    let Stage { look, outer, posts, .. } = *stage;
    // What lies below the legend has no name beside it.
    let is_seen = |at: Point| outer.contains(at) && !hidden.iter().any(|rect| rect.contains(at));
    let seen = stage.seen.iter().map(|post| (*post, &posts[*post]));
    let mut seen: Vec<(usize, &Post)> = seen.filter(|(_, post)| is_seen(post.at)).collect();
    seen.sort_by_key(|(_, post)| sites::rank(&post.site));
    let gap = NAME_GAP * symbols::scale(look.view.camera().zoom);
    let name = |(number, post): (usize, &Post)| {
        let text = post.site.name.in_language(look.lang.tag());
        let leader = look.view.camera().zoom >= LEADER_ZOOM || sites::rank(&post.site) < 2;
        let spot = Spot::Beside { at: post.at, gap, leader };
        Name {
            wish: wish(text, STRONG, look.style.text, Some(look.style.country), spot),
            subject: Some(Subject::Item((*post.site.id).clone())),
            post: Some(number),
        }
    };
    seen.into_iter().map(name).collect()
}

/// Sectors, towns, countries and waters, in this order; they follow `before`
/// other names.
fn others(stage: &Stage, towns: &[&TownSpot], before: usize) -> Vec<Name> {
    let mut names = Vec::new();
    for sector in area_names::sectors(stage) {
        let place = before + names.len();
        names.push(Name { wish: sector.full, subject: sector.subject.clone(), post: None });
        let wish = Wish { instead_of: Some(place), ..sector.short };
        names.push(Name { wish, subject: sector.subject, post: None });
    }
    let mut add = |wish: Wish, subject: Option<Subject>| {
        names.push(Name { wish, subject, post: None });
    };
    town_wishes(stage, towns).into_iter().for_each(|wish| add(wish, None));
    overlays::wishes(stage).into_iter().for_each(|wish| add(wish, None));
    area_names::countries(stage).into_iter().for_each(|wish| add(wish, None));
    area_names::waters(stage).into_iter().for_each(|wish| add(wish, None));
    names
}

fn town_wishes(stage: &Stage, towns: &[&TownSpot]) -> Vec<Wish> {
    let look = stage.look;
    let mut wishes = Vec::new();
    for town in towns {
        let at = Point::from(look.view.view_from_lonlat(town.place()));
        let Some(name) = town.name(look.lang.tag()).filter(|_| stage.outer.contains(at)) else {
            continue;
        };
        let around = Rect::around(at, 2.0 * SAME_PLACE, 2.0 * SAME_PLACE);
        let is_site = |post: usize| stage.posts[post].at.distance(at) < SAME_PLACE;
        if stage.roster.names.contains(name) || stage.near.near(around).any(is_site) {
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
