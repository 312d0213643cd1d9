//! What a map keeps from moment to moment: where its sites, its names, its
//! furniture and the ways out of the theatre stand.

use std::sync::Arc;

use super::cells::Cells;
use super::courses::Lanes;
use super::exits::{self, Exit};
use super::furniture::{self, Fixtures};
use super::map::{Frame, Insets, Look};
use super::names::Names;
use super::rings::Soil;
use super::roster::Roster;
use super::symbols::{Badge, badge_of};
use super::units::Crews;
use crate::plan::{Site, SiteId};
use crate::scene::{Point, Rect};

/// All of a map that its moment, and what is selected or pointed at, have no part
/// in: it can be kept while these change and all else of the [`Look`] stays.
pub struct Standing {
    /// The whole picture.
    pub(super) outer: Rect,
    /// Where furniture stands.
    pub(super) area: Rect,
    /// What is the same for every camera.
    pub(super) roster: Arc<Roster>,
    /// In the order of the ids of the sites.
    pub(super) posts: Vec<Post>,
    /// The posts by where they are.
    pub(super) near: Cells<usize>,
    /// The numbers of the posts that the picture shows, in order.
    pub(super) seen: Vec<usize>,
    pub(super) fixtures: Fixtures,
    pub(super) soil: Soil,
    pub(super) exits: Vec<Exit>,
    pub(super) lanes: Lanes,
    pub(super) names: Names,
}

/// A site that has a place on the map.
#[derive(Clone, Debug)]
pub struct Post {
    pub site: Arc<Site>,
    /// Its place in the list of the plan.
    pub number: usize,
    pub at: Point,
    /// Whether people live there; others are only passed.
    pub is_camp: bool,
    pub badge: Option<Badge>,
}

/// What the parts of a standing are worked out from, as far as it is known.
#[derive(Clone, Copy)]
pub struct Stage<'a> {
    /// Nothing here may ask it for its moment, or for what is selected.
    pub look: &'a Look<'a>,
    pub outer: Rect,
    pub area: Rect,
    pub roster: &'a Roster,
    pub posts: &'a [Post],
    /// The posts by where they are.
    pub near: &'a Cells<usize>,
    /// The numbers of the posts that the picture shows, in order.
    pub seen: &'a [usize],
}

/// Farther away there is no room for flags.
const BADGE_ZOOM: f64 = 4.8;

impl Standing {
    pub fn of(look: &Look) -> Standing {
        Standing::with(look, &Arc::new(Roster::of(look)))
    }

    /// The same, with a roster that was kept from another camera.
    pub fn with(look: &Look, roster: &Arc<Roster>) -> Standing {
        let size = look.view.size();
        let (width, height) = (size.width() as f32, size.height() as f32);
        let outer = Rect { min: Point::default(), max: Point::new(width, height) };
        let area = edges(look, width, height).within(outer);
        let posts = posts(look, roster);
        let mut near = Cells::of(outer);
        posts.iter().enumerate().for_each(|(number, post)| near.add_point(post.at, number));
        let shown = outer.grown(Frame::NEAR);
        let seen: Vec<usize> =
            (0..posts.len()).filter(|number| shown.contains(posts[*number].at)).collect();
        let stage = Stage { look, outer, area, roster, posts: &posts, near: &near, seen: &seen };
        let lanes = roster.courses.lanes();
        let crews = Crews::of(&stage);
        let fixtures = Fixtures::of(&stage, &crews);
        let soil = Soil::of(look.theatre, &look.view);
        let exits = exits::exits(&stage, &roster.leavings, &fixtures.taken);
        let names = Names::of(&stage, &fixtures, &exits, &lanes, &crews, &soil);
        let roster = roster.clone();
        Standing { outer, area, roster, posts, near, seen, fixtures, soil, exits, lanes, names }
    }

    pub(super) fn stage<'a>(&'a self, look: &'a Look<'a>) -> Stage<'a> {
        let Standing { outer, area, roster, posts, near, seen, .. } = self;
        Stage { look, outer: *outer, area: *area, roster, posts, near, seen }
    }
}

/// How far the furniture keeps from the edges of the picture.
fn edges(look: &Look, width: f32, height: f32) -> Insets {
    look.edges.unwrap_or_else(|| {
        // Whole points: lines and letters of the furniture are sharp.
        let even = Insets::even((width.min(height) * 0.03).clamp(10.0, 32.0).round());
        let marking =
            look.furniture.marking && !furniture::marking_text(look.plan, look.lang).is_empty();
        // A line for the marking above and below all else.
        let line = if marking { 14.0 } else { 0.0 };
        Insets { top: even.top + line, bottom: even.bottom + line, ..even }
    })
}

fn posts(look: &Look, roster: &Roster) -> Vec<Post> {
    let near = look.view.camera().zoom >= BADGE_ZOOM;
    let post = |(number, site): &(usize, Arc<Site>)| {
        Some(Post {
            at: Point::from(look.view.view_from_lonlat(site.place?)),
            number: *number,
            is_camp: site.is_camp(),
            badge: badge_of(&site.kind, &site.roles).filter(|_| near),
            site: site.clone(),
        })
    };
    roster.sites.iter().filter_map(post).collect()
}

/// Where the post of a site is in the list.
pub fn place_of(posts: &[Post], id: &SiteId) -> Option<usize> {
    posts.binary_search_by(|post| post.site.id.cmp(id)).ok()
}

impl Stage<'_> {
    /// The baseline of the line of sources.
    pub fn sources_line(&self) -> f32 {
        self.area.max.y - 1.0
    }

    /// The lower edge of what stands above the line of sources.
    pub fn lower_edge(&self) -> f32 {
        let sources = self.look.furniture.sources && self.area.width() >= furniture::ROOMY_WIDTH;
        if sources { self.sources_line() - 17.0 } else { self.area.max.y }
    }
}
