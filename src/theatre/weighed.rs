//! The layers of a theatre, weighed so that what shares a border keeps the same points
//! of it at every level of detail.

use std::sync::Arc;

use super::detail::{Frame, Path};
use super::feature::{Area, Feature};
use super::junctions::{Junctions, PATHS_PER_TURN};
use super::layer::Layer;
use super::layers::Layers;
use super::read::Plain;
use super::scales::Scales;
use super::threads;

impl Layers {
    /// The same layers, with countries, regions and sectors thinned so that they
    /// keep the same points of the borders they share.
    pub(super) fn with_common_borders(self) -> Layers {
        let rings = (rings(&self.boundary).chain(rings(&self.regions)))
            .chain(rings(&self.sectors))
            .chain(rings(&self.neighbours));
        let frame = self.neighbours.iter().next().map_or(Frame::default(), |n| n.shape.frame());
        let junctions = Junctions::of(rings, frame);
        Layers {
            boundary: weigh(self.boundary, &junctions),
            regions: weigh(self.regions, &junctions),
            sectors: weigh(self.sectors, &junctions),
            neighbours: weigh(self.neighbours, &junctions),
            ..self
        }
    }
}

fn rings<D>(layer: &Layer<Area<D>>) -> impl Iterator<Item = &Path> {
    layer.iter().flat_map(|area| area.shape.rings())
}

/// In place where nobody else holds the layer.
fn weigh<D: Clone + Send>(
    layer: Arc<Layer<Area<D>>>,
    junctions: &Junctions,
) -> Arc<Layer<Area<D>>> {
    let copy = |area: &Area<D>| Feature {
        id: area.id.clone(),
        names: area.names.clone(),
        data: area.data.clone(),
        shape: area.shape.copy(),
    };
    let copied = |shared: Arc<Layer<_>>| Layer::new(shared.iter().map(copy).collect());
    let mut layer = Arc::try_unwrap(layer).unwrap_or_else(copied);
    weigh_areas(&mut layer, junctions);
    Arc::new(layer)
}

/// A layer whose areas share borders only with each other.
pub(super) fn weighed<D: Send>(mut layer: Layer<Area<D>>) -> Layer<Area<D>> {
    let junctions = Junctions::of(rings(&layer), Frame::default());
    weigh_areas(&mut layer, &junctions);
    layer
}

fn weigh_areas<D: Send>(layer: &mut Layer<Area<D>>, junctions: &Junctions) {
    threads::each_with(layer.features_mut(), 1, Scales::default, |area, scales| {
        area.shape.weigh(junctions, scales);
    });
}

/// Weighs the lines of a file; what lines share they keep alike.
pub(super) fn weigh_lines<D: Send>(features: &mut [Plain<D>]) {
    let paths = features.iter().flat_map(|plain| &plain.lines);
    let junctions = Junctions::of(paths, Frame::default());
    threads::each_with(features, PATHS_PER_TURN, Scales::default, |plain, scales| {
        plain.lines.iter_mut().for_each(|line| line.weigh(&junctions, scales));
    });
}
