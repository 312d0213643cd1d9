//! Towns: a few of them from far away, more from closer by.

use super::map::Ground;
use super::rings::{Rings, boundary};
use crate::geo::MapView;
use crate::scene::{Node, Outline, Path, Point, Stroke};
use crate::theatre::{Spot, Theatre, Town, TownRank};

/// The zoom from which a town is shown.
fn least_zoom(town: &Town) -> f64 {
    let by_people = match town.population.unwrap_or(0) {
        100_000.. => 5.4,
        40_000.. => 6.2,
        15_000.. => 6.8,
        5_000.. => 7.4,
        _ => 8.0,
    };
    let by_rank: f64 = match town.rank {
        TownRank::Country => 4.2,
        TownRank::Region => 5.2,
        TownRank::District => 6.6,
        TownRank::Other => 8.0,
    };
    by_rank.min(by_people)
}

/// Whether a town lies in the theatre's own countries, or these are not known.
pub fn is_own(own: &[Rings], view: &MapView, town: &Spot<Town>) -> bool {
    let at = Point::from(view.view_from_lonlat(town.place()));
    own.is_empty() || own.iter().any(|country| country.contains(at))
}

/// The towns a view shows, the most important first. `own` are the theatre's own
/// countries, if any.
pub fn shown<'a>(theatre: &'a Theatre, view: &MapView, own: &[Rings]) -> Vec<&'a Spot<Town>> {
    let zoom = view.camera().zoom;
    // Of other countries little more than their capitals is of interest.
    let is_shown = |town: &&Spot<Town>| {
        let least = least_zoom(&town.data);
        zoom >= least + 1.0 || zoom >= least && is_own(own, view, town)
    };
    let mut towns: Vec<_> = theatre.layers().towns.within(view.bounds()).filter(is_shown).collect();
    towns.sort_by_key(|t| (t.data.rank, std::cmp::Reverse(t.data.population)));
    towns
}

pub fn draw(ground: &Ground) -> Vec<Node> {
    let Ground { theatre, view, style, .. } = ground;
    let mark = |town: &Spot<Town>| {
        let center = Point::from(view.view_from_lonlat(town.place()));
        let radius = if town.data.rank <= TownRank::Region { 2.3 } else { 1.8 };
        let dot = Path::filled(Outline::Circle { center, radius }, style.panel);
        Node::new(dot.with_stroke(Stroke::new(style.quiet, 1.0)))
    };
    let own = boundary(theatre, view);
    shown(theatre, view, &own).into_iter().map(mark).collect()
}
