//! Names of what is no point: sectors, countries, rivers and lakes.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::labels::{Spot, Wish};
use super::names::wish;
use super::rings::{AIR, COARSE, FINE, Rings};
use super::standing::Stage;
use super::style::{COUNTRY, SECTOR, SMALL_COUNTRY, WATER};
use super::widths::measure;
use crate::geo::{Geometry, LonLat, ViewPoint};
use crate::i18n::words;
use crate::plan::SectorId;
use crate::scene::{Font, Placement, Point, Rect, Subject};
use crate::theatre::{Area, RiverKind};

/// Where in the picture the name of an area may stand: on a grid that has at least so many
/// points in what is seen of it, and fewer than twice as many, along either side.
const COLUMNS: f32 = 8.0;
const ROWS: f32 = 7.0;
/// Of a line every so manieth point comes first, to stay there while the map is moved.
const STRIDE: usize = 8;
/// How long a river, in points, for its name to stand at it, and how large a lake.
const LONG_RIVER: f64 = 160.0;
const LARGE_LAKE: f64 = 26.0;

/// The box around an area, and what is seen of it.
struct Span {
    whole: Rect,
    seen: Rect,
}

impl Span {
    fn of<D>(area: &Area<D>, stage: &Stage) -> Span {
        let view = stage.outer.grown(-12.0);
        let corner = |point| Point::from(stage.look.view.view_from_world(point));
        let (min, max) = (corner(area.bounds().min), corner(area.bounds().max));
        let seen = Rect {
            min: Point::new(min.x.max(view.min.x), min.y.max(view.min.y)),
            max: Point::new(max.x.min(view.max.x), max.y.min(view.max.y)),
        };
        Span { whole: Rect { min, max }, seen }
    }

    /// Points of the picture that lie so far inside an area that a name of this width
    /// does too, the ones in the middle first. `best` comes before all others.
    ///
    /// They move with the map. Where a part of the area is seen, those of a wider grid
    /// come first, so that the name stays where it is while the map moves a little.
    fn inside(&self, rings: &Rings, width: f32, best: Option<Point>) -> Vec<Point> {
        let half = width / 2.0;
        let seen = self.seen;
        let seen = Rect { min: seen.min.plus(half, AIR), max: seen.max.plus(-half, -AIR) };
        // Where all there is of it is narrower than the text, nothing has to be tried.
        if seen.width() < 0.0 || seen.height() < 0.0 {
            return Vec::new();
        }
        let columns = steps(self.whole.min.x, self.whole.max.x, seen.min.x, seen.max.x, COLUMNS);
        let rows = steps(self.whole.min.y, self.whole.max.y, seen.min.y, seen.max.y, ROWS);
        let mut points: Vec<(u32, Point)> = Vec::new();
        for (row, y) in &rows {
            let fitting = rings.holding(*y, width, columns.iter().map(|(_, x)| *x));
            let level = |at: &Point| columns.iter().find(|(_, x)| *x == at.x).map_or(0, |it| it.0);
            points.extend(fitting.into_iter().map(|at| (level(&at).max(*row), at)));
        }
        let n = points.len().max(1) as f32;
        let middle = points.iter().fold(Point::default(), |m, (_, p)| m.plus(p.x / n, p.y / n));
        let all_seen = self.seen == self.whole;
        points.sort_by(|(a_level, a), (b_level, b)| {
            let by_level = if all_seen { Ordering::Equal } else { a_level.cmp(b_level) };
            by_level.then(a.distance(middle).total_cmp(&b.distance(middle)))
        });
        let best = best.filter(|best| seen.contains(*best));
        let best = best.map(|best| rings.holding(best.y, width, std::iter::once(best.x)));
        best.into_iter().flatten().chain(points.into_iter().map(|(_, at)| at)).collect()
    }
}

/// Places between `from` and `to` that part the whole from `low` to `high` into halves,
/// these again, and so on, until there are at least `count`. Each comes with its level:
/// 0 for every fourth of them, 1 for every other one, 2 for the rest.
fn steps(low: f32, high: f32, from: f32, to: f32, count: f32) -> Vec<(u32, f32)> {
    let (whole, seen) = (high - low, (to - from).max(0.0));
    let halvings = (whole * count / seen.max(1.0)).log2().ceil().clamp(0.0, 24.0);
    let step = whole / halvings.exp2();
    let (first, last) = (((from - low) / step).ceil(), ((to - low) / step).floor());
    let level = |i: i64| 2 - i.trailing_zeros().min(2);
    (first as i64..=last as i64).map(|i| (level(i), low + i as f32 * step)).collect()
}

/// The name of a sector, and a shorter one for where that finds no room.
pub struct SectorName {
    pub full: Wish,
    pub short: Wish,
    pub subject: Option<Subject>,
}

/// Sectors in spaced capitals, in the place their area gives them.
pub fn sectors(stage: &Stage) -> Vec<SectorName> {
    let look = stage.look;
    let size = (9.5 + (look.view.camera().zoom as f32 - 4.5) * 2.2).clamp(9.5, 15.0);
    let font = Font { size, spacing: size * 0.22, ..SECTOR };
    let color = look.style.text.faded(0.5);
    let mut names = Vec::new();
    for sector in look.theatre.sectors().within(look.view.bounds()) {
        let Some(name) = sector.name(look.lang.tag()) else { continue };
        let best = Point::from(look.view.view_from_lonlat(sector.label_at()));
        let rings = Rings::of(sector, &look.view, FINE);
        let span = Span::of(sector, stage);
        let named = |text: String| {
            let points = span.inside(&rings, measure(&text, font), Some(best));
            wish(&text, font, color, None, Spot::Over(points))
        };
        let full = words(look.lang).fill("map-sector", &[("name", name.into())]);
        names.push(SectorName {
            full: named(full.to_uppercase()),
            short: named(name.to_uppercase()),
            subject: SectorId::new(&sector.id).ok().map(Subject::Sector),
        });
    }
    names
}

/// The status of Western Sahara is not settled. Maps of the United Nations give
/// it its own name, and so no other country has its name there, whoever the data
/// say holds the ground: two rectangles by west, south, east and north.
const WESTERN_SAHARA: [[f64; 4]; 2] = [[-17.2, 20.7, -13.0, 27.67], [-13.0, 25.9, -8.67, 27.67]];

fn is_unsettled(place: LonLat) -> bool {
    WESTERN_SAHARA.iter().any(|[west, south, east, north]| {
        (*west..=*east).contains(&place.lon()) && (*south..=*north).contains(&place.lat())
    })
}

/// Countries around the theatre, and the theatre's own where it has room.
pub fn countries(stage: &Stage) -> Vec<Wish> {
    let look = stage.look;
    let part = look.view.bounds();
    let layers = look.theatre.layers();
    let to_view = |p: Point| ViewPoint { x: f64::from(p.x), y: f64::from(p.y) };
    let name = |country: &Area<_>| {
        country.name(look.lang.tag()).map(|name| (name.to_uppercase(), look.style.quiet))
    };
    let mut wishes = Vec::new();
    let around = layers.neighbours.within(part).filter(|country| {
        // The theatre's own country is among its neighbours in some folders.
        !layers.boundary.iter().any(|own| own.id == country.id)
    });
    for country in around {
        let Some((text, color)) = name(country) else { continue };
        let rings = Rings::of(country, &look.view, COARSE);
        let span = Span::of(country, stage);
        // Where the usual letters find no room, smaller ones may.
        let within = |font| (font, span.inside(&rings, measure(&text, font), None));
        let mut fonts = [COUNTRY, SMALL_COUNTRY].into_iter().map(within);
        let Some((font, mut points)) = fonts.find(|(_, points)| !points.is_empty()) else {
            continue;
        };
        if country.data.iso_a3.as_deref() != Some("ESH") {
            points.retain(|p| !is_unsettled(look.view.lonlat_from_view(to_view(*p))));
        }
        let color = color.faded(0.85);
        wishes.push(wish(&text, font, color, Some(look.style.land), Spot::Over(points)));
    }
    wishes
}

/// The great rivers and lakes in view.
pub fn waters(stage: &Stage) -> Vec<Wish> {
    let look = stage.look;
    let (zoom, part) = (look.view.camera().zoom, look.view.bounds());
    let tag = look.lang.tag();
    let color = look.style.water_text;
    let mut wishes = Vec::new();
    // A river is drawn in several pieces, but has one name.
    let mut rivers: BTreeMap<&str, (f64, Vec<Numbered>)> = BTreeMap::new();
    for river in look.theatre.layers().rivers.within(part) {
        if river.data.kind != RiverKind::Named {
            continue;
        }
        let Some(name) = river.name(tag) else { continue };
        let bounds = river.bounds();
        let length = bounds.width().max(bounds.height()) * look.view.camera().scale();
        let (longest, points) = rivers.entry(name).or_default();
        *longest = longest.max(length);
        points.extend(along(river.geometry(zoom), stage));
    }
    for (name, (length, points)) in rivers {
        if length < LONG_RIVER {
            continue;
        }
        let half = measure(name, WATER) / 2.0;
        // Above the line or below it.
        let beside = from_the_middle(points)
            .take(40)
            .flat_map(|at| [at.plus(half + 4.0, -9.0), at.plus(-half - 4.0, 9.0)]);
        let spot = Spot::Over(beside.collect());
        wishes.push(wish(name, WATER, color, Some(look.style.country), spot));
    }
    for lake in look.theatre.layers().lakes.within(part) {
        let bounds = lake.bounds();
        let size = bounds.width().max(bounds.height()) * look.view.camera().scale();
        let Some(name) = lake.name(tag).filter(|_| size >= LARGE_LAKE) else { continue };
        let at = Point::from(look.view.view_from_lonlat(lake.label_at()));
        let gap = (size as f32 / 3.0).min(30.0);
        let spot = Spot::Beside { at, gap, leader: false };
        wishes.push(wish(name, WATER, color, Some(look.style.country), spot));
    }
    wishes
}

/// A point of a line, and its number along it.
pub type Numbered = (usize, Point);

/// Points of a line that are seen, not too many.
pub fn along(geometry: &Geometry, stage: &Stage) -> Vec<Numbered> {
    let placement = Placement::of(geometry, &stage.look.view);
    let points = geometry.contours().iter().flatten().map(|p| placement.apply(*p));
    // Of the whole line, so that other points do not come up while the map is moved.
    let mut kept: Vec<Point> = Vec::new();
    for point in points {
        if kept.last().is_none_or(|last| last.distance(point) > 18.0) {
            kept.push(point);
        }
    }
    let inner: Rect = stage.outer.grown(-30.0);
    kept.into_iter().enumerate().filter(|(_, p)| inner.contains(*p)).collect()
}

/// Points of lines, the one in the middle of what is seen first.
pub fn from_the_middle(points: Vec<Numbered>) -> impl Iterator<Item = Point> {
    let middle = points.len() / 2;
    let mut order: Vec<usize> = (0..points.len()).collect();
    order.sort_by_key(|i| (!points[*i].0.is_multiple_of(STRIDE), i.abs_diff(middle)));
    order.into_iter().map(move |i| points[i].1)
}
