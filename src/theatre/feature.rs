//! A feature of a theatre: an id, names, what it is and where it is.

use std::sync::Arc;

use super::script::{UNREADABLE, is_readable};
use super::shape::{AreaShape, LineShape, PointShape, Shape};
use crate::geo::{Geometry, LonLat, WorldBounds};

/// Something on the map.
#[derive(Debug)]
pub struct Feature<D, S> {
    /// Unique in its layer: `[a-z0-9][a-z0-9-]*`, as the ids of plans. Empty in the
    /// layers of a plan, of whose features nothing names one.
    pub id: String,
    pub names: Names,
    /// What a feature of this layer is known by besides its name.
    pub data: D,
    pub(super) shape: S,
}

pub type Area<D> = Feature<D, AreaShape>;
pub type Line<D> = Feature<D, LineShape>;
pub type Spot<D> = Feature<D, PointShape>;

/// What a feature is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The name in any language that has none of its own below.
    pub fallback: Option<String>,
    pub fr: Option<String>,
    pub en: Option<String>,
}

impl Names {
    /// The name in a language (`fr`, `en`, `fr-ML`, …), or else the one there is, in
    /// letters a map can write; [`UNREADABLE`] in place of others.
    pub fn name(&self, lang: &str) -> Option<&str> {
        let mut names = self.in_order(lang);
        names.find(|name| is_readable(name)).or(self.any(lang).map(|_| UNREADABLE))
    }

    /// The name in a language, or else the one there is, whatever its letters.
    pub(super) fn any(&self, lang: &str) -> Option<&str> {
        self.in_order(lang).next()
    }

    /// Whether there is a name, and none that a map can write.
    pub(super) fn is_unreadable(&self) -> bool {
        self.name("") == Some(UNREADABLE)
    }

    fn in_order(&self, lang: &str) -> impl Iterator<Item = &str> {
        let own = match lang.split(['-', '_']).next() {
            Some("fr") => &self.fr,
            Some("en") => &self.en,
            _ => &None,
        };
        [own, &self.fallback, &self.en, &self.fr].into_iter().flatten().map(String::as_str)
    }
}

impl<D, S: Shape> Feature<D, S> {
    pub fn name(&self, lang: &str) -> Option<&str> {
        self.names.name(lang)
    }

    pub fn bounds(&self) -> WorldBounds {
        self.shape.bounds()
    }
}

impl<D> Feature<D, AreaShape> {
    /// The area with as much detail as a zoom shows: no farther than 0.4 points
    /// from the true one up to zoom 10, and exact above. Areas with a common
    /// border keep the same points of it.
    ///
    /// A picture with more than one pixel a point asks for a higher zoom.
    pub fn geometry(&self, zoom: f64) -> &Arc<Geometry> {
        self.shape.geometry(zoom)
    }

    /// What to stroke: the edge without the lines at which the map was cut. The
    /// same as [`Area::geometry`] for an area that is whole, lines otherwise.
    /// None if all of its edge is such a cut.
    pub fn outline(&self, zoom: f64) -> Option<&Arc<Geometry>> {
        self.shape.outline(zoom)
    }

    /// Where its name stands best: the middle of the widest part of its largest
    /// polygon. Worked out at the first call.
    pub fn label_at(&self) -> LonLat {
        self.shape.label_at()
    }

    pub fn contains(&self, place: LonLat) -> bool {
        self.shape.contains(place.into())
    }

    /// Its polygons with every point: each a list of rings without their closing
    /// points, the outer one first.
    pub fn polygons(&self) -> Vec<Vec<Vec<LonLat>>> {
        self.shape.places()
    }
}

impl<D> Feature<D, LineShape> {
    /// The line with as much detail as a zoom shows, as [`Area::geometry`].
    pub fn geometry(&self, zoom: f64) -> &Arc<Geometry> {
        self.shape.geometry(zoom)
    }
}

impl<D> Feature<D, PointShape> {
    pub fn place(&self) -> LonLat {
        self.shape.0
    }
}

/// What a layer needs to know of a feature.
pub trait Located {
    fn id(&self) -> &str;
    fn bounds(&self) -> WorldBounds;
}

impl<D, S: Shape> Located for Feature<D, S> {
    fn id(&self) -> &str {
        &self.id
    }

    fn bounds(&self) -> WorldBounds {
        self.shape.bounds()
    }
}
