//! What of a plan stands on a map or goes over it, wherever the camera is.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::courses::Courses;
use super::exits::leads_nowhere;
use super::map::Look;
use super::sites::{Opening, closing_spans};
use super::units::by_size;
use crate::calendar::DateSpan;
use crate::i18n::Lang;
use crate::plan::{ActivityKind, Category, LimitKind, Mode, Plan, Site, SiteId, Unit};

/// All that a [`Standing`](super::Standing) takes from plan, routes, track and language
/// alone: it can be kept while the camera moves.
///
/// Its posts are the sites that have a place; they are numbered in the order of their
/// ids, and so are the lists here.
pub struct Roster {
    /// With their places in the list of the plan.
    pub(super) sites: Vec<(usize, Arc<Site>)>,
    pub(super) opening: Opening,
    /// From the first to the last day of what leads to the closure of each site.
    pub(super) closing: Vec<Option<DateSpan>>,
    pub(super) courses: Courses,
    pub(super) leavings: Vec<Leaving>,
    /// The units that are ever at each site or on their way there, the largest first.
    pub(super) crews: Vec<Vec<Arc<Unit>>>,
    /// What the sites are called.
    pub(super) names: HashSet<String>,
    pub(super) kinds: Kinds,
}

/// A post from which somebody ever leaves to where the map has no place.
pub(super) struct Leaving {
    pub post: usize,
    /// The posts to and from which others go: twice where that happens more than once.
    pub neighbours: Vec<usize>,
}

/// The kinds of things that a plan has: a legend explains no others.
pub(super) struct Kinds {
    pub activities: Vec<ActivityKind>,
    pub categories: Vec<Category>,
    pub has_materiel: bool,
    pub has_capacity: bool,
    /// Whether any limit says how much can leave on a day.
    pub has_lift: bool,
    /// Whether anything flies from one place of the map to another.
    pub has_flights: bool,
}

impl Roster {
    /// For all cameras, moments and selections.
    pub fn of(look: &Look) -> Roster {
        let plan = look.plan;
        let sites = plan.sites().iter().enumerate().filter(|(_, site)| site.place.is_some());
        let sites: Vec<_> = sites.map(|(number, site)| (number, site.clone())).collect();
        let posts: BTreeMap<&SiteId, usize> =
            sites.iter().enumerate().map(|(post, (_, site))| (&site.id, post)).collect();
        let posts = Posts(posts);
        let spans = closing_spans(look);
        let closing = sites.iter().map(|(_, site)| spans.get(&site.id).copied()).collect();
        let courses = Courses::of(look, &posts);
        Roster {
            opening: Opening::of(plan, &posts),
            closing,
            leavings: leavings(plan, &posts),
            crews: crews(plan, &courses, &posts),
            names: names(&sites, look.lang),
            kinds: Kinds::of(plan, &sites, &courses),
            courses,
            sites,
        }
    }
}

/// The posts by the ids of their sites.
pub(super) struct Posts<'a>(BTreeMap<&'a SiteId, usize>);

impl Posts<'_> {
    pub fn get(&self, id: &SiteId) -> Option<usize> {
        self.0.get(id).copied()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }
}

fn leavings(plan: &Plan, posts: &Posts) -> Vec<Leaving> {
    let mut neighbours: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
    for movement in plan.movements().iter().filter(|it| leads_nowhere(plan, it)) {
        neighbours.extend(posts.get(&movement.from).map(|post| (post, BTreeMap::new())));
    }
    for movement in plan.movements().iter() {
        let to = movement.to.as_ref().and_then(|to| posts.get(to));
        let (Some(from), Some(to)) = (posts.get(&movement.from), to) else { continue };
        for (here, there) in [(from, to), (to, from)] {
            if let Some(known) = neighbours.get_mut(&here) {
                *known.entry(there).or_default() += 1;
            }
        }
    }
    let twice = |(there, count): (usize, usize)| std::iter::repeat_n(there, count.min(2));
    let leaving = |(post, known): (usize, BTreeMap<usize, usize>)| Leaving {
        post,
        neighbours: known.into_iter().flat_map(twice).collect(),
    };
    neighbours.into_iter().map(leaving).collect()
}

fn crews(plan: &Plan, courses: &Courses, posts: &Posts) -> Vec<Vec<Arc<Unit>>> {
    let mut crews: Vec<Vec<Arc<Unit>>> = vec![Vec::new(); posts.len()];
    for unit in plan.units().iter() {
        if let Some(post) = unit.site.as_ref().and_then(|site| posts.get(site)) {
            crews[post].push(unit.clone());
        }
    }
    for (number, movement) in plan.movements().iter().enumerate() {
        let post = match courses.at(number) {
            Some(course) => course.to,
            // It comes from where the map has no place.
            None => movement.to.as_ref().and_then(|to| posts.get(to)),
        };
        let Some(post) = post else { continue };
        let loads = movement.loads.iter();
        crews[post].extend(loads.filter_map(|load| plan.units().get(&load.unit)).cloned());
    }
    for crew in &mut crews {
        crew.sort_by(|a, b| by_size(a).cmp(&by_size(b)));
        crew.dedup_by(|a, b| a.id == b.id);
    }
    crews
}

fn names(sites: &[(usize, Arc<Site>)], lang: Lang) -> HashSet<String> {
    let of_site = |site: &Arc<Site>| {
        let name = site.name.in_language(lang.tag()).to_owned();
        std::iter::once(name).chain(site.aliases.iter().cloned()).collect::<Vec<_>>()
    };
    sites.iter().flat_map(|(_, site)| of_site(site)).collect()
}

impl Kinds {
    fn of(plan: &Plan, sites: &[(usize, Arc<Site>)], courses: &Courses) -> Kinds {
        let (mut activities, mut categories) = (Vec::new(), Vec::new());
        for activity in plan.activities().iter() {
            if !activities.contains(&activity.kind) {
                activities.push(activity.kind.clone());
            }
        }
        for unit in plan.units().iter() {
            if !categories.contains(&unit.category) {
                categories.push(unit.category.clone());
            }
        }
        Kinds {
            activities,
            categories,
            has_materiel: plan.units().iter().any(|unit| !unit.materiel.is_empty()),
            has_flights: courses
                .iter()
                .any(|it| it.to.is_some() && it.movement.mode == Some(Mode::Air)),
            has_lift: plan.limits().iter().any(|it| it.kind == LimitKind::Lift),
            has_capacity: sites.iter().any(|(_, site)| !site.capacity.is_empty()),
        }
    }
}
