//! The features of one role, found by their id or by where they are.

use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use super::feature::{Area, Located};
use crate::geo::{LonLat, WorldBounds, WorldPoint};

/// Features in the order of their file, with an index of their bounds.
#[derive(Debug)]
pub struct Layer<F> {
    features: Vec<F>,
    index: RTree<GeomWithData<Rectangle<[f64; 2]>, usize>>,
}

impl<F> Default for Layer<F> {
    fn default() -> Layer<F> {
        Layer { features: Vec::new(), index: RTree::new() }
    }
}

impl<F: Located> Layer<F> {
    pub fn new(features: Vec<F>) -> Layer<F> {
        let entry = |(i, feature): (usize, &F)| {
            let WorldBounds { min, max } = feature.bounds();
            let rectangle = Rectangle::from_corners([min.x, min.y], [max.x, max.y]);
            GeomWithData::new(rectangle, i)
        };
        let index = RTree::bulk_load(features.iter().enumerate().map(entry).collect());
        Layer { features, index }
    }

    /// To change features in ways that leave them where they are.
    pub(super) fn features_mut(&mut self) -> &mut [F] {
        &mut self.features
    }

    pub fn features(&self) -> &[F] {
        &self.features
    }

    pub fn iter(&self) -> std::slice::Iter<'_, F> {
        self.features.iter()
    }

    pub fn len(&self) -> usize {
        self.features.len()
    }

    pub fn is_empty(&self) -> bool {
        self.features.is_empty()
    }

    pub fn find(&self, id: &str) -> Option<&F> {
        self.features.iter().find(|feature| feature.id() == id)
    }

    /// The features whose bounds touch a part of the plane, in the order of the
    /// file, which is the order to draw them in.
    pub fn within(&self, part: WorldBounds) -> impl Iterator<Item = &F> {
        self.numbered_within(part).map(|(_, feature)| feature)
    }

    /// The same, each with its place in the file.
    pub fn numbered_within(
        &self,
        part: WorldBounds,
    ) -> impl DoubleEndedIterator<Item = (usize, &F)> {
        let WorldBounds { min, max } = part;
        let part = AABB::from_corners([min.x, min.y], [max.x, max.y]);
        let found = self.index.locate_in_envelope_intersecting(part);
        let mut found: Vec<usize> = found.map(|entry| entry.data).collect();
        found.sort_unstable();
        found.into_iter().map(|i| (i, &self.features[i]))
    }

    /// The smallest rectangle around all features.
    pub fn bounds(&self) -> Option<WorldBounds> {
        self.features.iter().map(Located::bounds).reduce(WorldBounds::union)
    }
}

impl<D> Layer<Area<D>> {
    /// The first area that contains a place.
    pub fn at(&self, place: LonLat) -> Option<&Area<D>> {
        let point = WorldPoint::from(place);
        let here = WorldBounds { min: point, max: point };
        self.within(here).find(|area| area.contains(place))
    }
}

impl<'a, F> IntoIterator for &'a Layer<F> {
    type Item = &'a F;
    type IntoIter = std::slice::Iter<'a, F>;
    fn into_iter(self) -> Self::IntoIter {
        self.features.iter()
    }
}
