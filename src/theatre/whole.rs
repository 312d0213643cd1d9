//! A theatre: its layers, and what can be asked of them together.

use std::borrow::Cow;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use serde_json::Value;

use super::borders::Borders;
use super::bundled::countries;
use super::credit::{self, Credit};
use super::data::Sector;
use super::feature::Area;
use super::layer::Layer;
use super::layers::{Layers, PLAN_SECTORS, ReadLayers, Role, Source, own_sectors, read_layers};
use super::overlays::Overlays;
use super::problem::{TheatreError, TheatreNote};
use super::roads::RoadGraph;
use crate::disk::{DiskFault, read_limited};
use crate::geo::{LonLat, WorldBounds};

/// A part of the Earth that plans are made for. Never changes; one without any
/// layer shows the world's countries alone.
#[derive(Debug, Default)]
pub struct Theatre {
    layers: Layers,
    frame: Option<WorldBounds>,
    credit: Credit,
    notes: Vec<TheatreNote>,
    region_borders: OnceLock<Arc<Borders>>,
    sector_borders: OnceLock<Arc<Borders>>,
    neighbour_borders: OnceLock<Arc<Borders>>,
    road_graph: OnceLock<Arc<RoadGraph>>,
    overlays: Overlays,
}

/// The largest file of a theatre that is read, in bytes: 512 MiB.
pub const MAX_FILE_BYTES: u64 = 512 << 20;

impl Theatre {
    pub(super) fn new(read: ReadLayers) -> Theatre {
        let ReadLayers { layers, frame, attributions, notes } = read;
        Theatre { layers, frame, credit: Credit::of(attributions), notes, ..Theatre::default() }
    }

    pub(super) fn credited(self, credit: Credit) -> Theatre {
        Theatre { credit, ..self }
    }

    /// Reads a folder of GeoJSON files named as [`Role::file_names`] has it; at
    /// least one must be there.
    pub fn from_folder(folder: &Path) -> Result<Theatre, TheatreError> {
        Theatre::from_folder_heard(folder, None, |_, _| ())
    }

    /// The same with the sectors of a plan, if it has its own, in place of those of the
    /// folder; `hear` is told how many of how many bytes are read.
    pub(super) fn from_folder_heard(
        folder: &Path,
        sectors: Option<&Value>,
        mut hear: impl FnMut(u64, u64),
    ) -> Result<Theatre, TheatreError> {
        let sizes = Role::ALL.map(|role| size_of(folder, role));
        let total = sizes.iter().flatten().sum();
        let mut done = 0;
        let mut read = read_layers(sectors, |role| {
            hear(done, total);
            let source = read_role(folder, role)?;
            done += source.as_ref().map_or(0, |(_, bytes)| bytes.len() as u64);
            Ok(source)
        })?;
        hear(total, total);
        if sizes.iter().all(Option::is_none) {
            return Err(TheatreError::NoFiles { folder: folder.into() });
        }
        read.attributions.extend(attribution_file(folder));
        Ok(Theatre::new(read))
    }

    /// Reads files that are already in memory, at most one of each role.
    pub fn from_files(files: &[(Role, &[u8])]) -> Result<Theatre, TheatreError> {
        let read = read_layers(None, |role| {
            let file = files.iter().find(|(of, _)| *of == role);
            let name = Cow::Borrowed(role.file_names()[0]);
            Ok(file.map(|(_, bytes)| (name, Cow::Borrowed(*bytes))))
        })?;
        Ok(Theatre::new(read))
    }

    /// This theatre with the sectors of a plan, a FeatureCollection, in place of
    /// its own.
    pub fn with_sectors(&self, collection: &Value) -> Result<Theatre, TheatreError> {
        let (sectors, told) = own_sectors(collection)?;
        let layers = Layers { sectors, ..self.layers.clone() }.with_common_borders();
        let of_sectors = |note: &TheatreNote| {
            note.file == PLAN_SECTORS || Role::Sectors.file_names().contains(&note.file.as_str())
        };
        let kept = self.notes.iter().filter(|note| !of_sectors(note)).cloned();
        let notes = kept.chain(told).collect();
        Ok(Theatre {
            layers,
            frame: self.frame,
            credit: self.credit.clone(),
            notes,
            road_graph: self.road_graph.clone(),
            overlays: self.overlays.clone(),
            ..Theatre::default()
        })
    }

    /// This theatre with the layers that a plan brings along in place of any it had.
    pub fn with_overlays(&self, overlays: Overlays) -> Theatre {
        Theatre {
            layers: self.layers.clone(),
            frame: self.frame,
            credit: self.credit.clone(),
            notes: self.notes.clone(),
            region_borders: self.region_borders.clone(),
            sector_borders: self.sector_borders.clone(),
            neighbour_borders: self.neighbour_borders.clone(),
            road_graph: self.road_graph.clone(),
            overlays,
        }
    }

    /// The layers that the plan brings along.
    pub fn overlays(&self) -> &Overlays {
        &self.overlays
    }

    pub fn layers(&self) -> &Layers {
        &self.layers
    }

    /// What was put right or left out in its files.
    pub fn notes(&self) -> &[TheatreNote] {
        &self.notes
    }

    /// Whom a picture of the theatre names as the makers of its map.
    pub fn credit(&self) -> &Credit {
        &self.credit
    }

    pub fn sectors(&self) -> &Layer<Area<Sector>> {
        &self.layers.sectors
    }

    /// The id of the sector a place lies in; the first of the file where sectors
    /// overlap. None outside of all.
    pub fn sector_of(&self, place: LonLat) -> Option<&str> {
        self.layers.sectors.at(place).map(|sector| sector.id.as_str())
    }

    /// Whether a place lies in the theatre: within its boundary, or without one
    /// in a sector or in any country.
    pub fn contains(&self, place: LonLat) -> bool {
        if !self.layers.boundary.is_empty() {
            return self.layers.boundary.at(place).is_some();
        }
        self.sector_of(place).is_some()
            || self.layers.neighbours.at(place).is_some()
            || countries().at(place).is_some()
    }

    /// Whether it has no layer at all: then it is the world.
    pub fn is_bare(&self) -> bool {
        let Layers { boundary, regions, region_labels, sectors, neighbours, .. } = &self.layers;
        let Layers { disputed, rivers, lakes, roads, towns, camps, .. } = &self.layers;
        let areas = boundary.is_empty() && regions.is_empty() && sectors.is_empty();
        let places = region_labels.is_empty() && towns.is_empty() && camps.is_empty();
        let lines = disputed.is_empty() && rivers.is_empty() && roads.is_empty();
        areas && places && lines && neighbours.is_empty() && lakes.is_empty()
    }

    /// What a map of the theatre shows: its boundary, or else its sectors, its
    /// regions, its camps and towns, all it has, or the inhabited world.
    pub fn bounds(&self) -> WorldBounds {
        let layers = &self.layers;
        let both = |a: Option<WorldBounds>, b: Option<WorldBounds>| match (a, b) {
            (Some(a), Some(b)) => Some(a.union(b)),
            (a, b) => a.or(b),
        };
        let land = layers.boundary.bounds().or(layers.sectors.bounds());
        land.or_else(|| both(layers.regions.bounds(), layers.region_labels.bounds()))
            .or_else(|| both(layers.camps.bounds(), layers.towns.bounds()))
            .or_else(|| both(layers.roads.bounds(), layers.rivers.bounds()))
            .or_else(|| both(layers.lakes.bounds(), layers.neighbours.bounds()))
            .or_else(|| layers.disputed.bounds())
            .unwrap_or_else(inhabited_world)
    }

    /// The rectangle at which the neighbours were cut. Within it they show the
    /// land better than [`countries`], which then lie under water there.
    pub fn frame(&self) -> Option<WorldBounds> {
        self.frame
    }

    /// The borders of the regions, without those of the theatre.
    pub fn region_borders(&self) -> &Borders {
        let Layers { regions, boundary, .. } = &self.layers;
        self.region_borders.get_or_init(|| Arc::new(Borders::of(regions, boundary)))
    }

    /// The borders of the sectors, without those of the theatre.
    pub fn sector_borders(&self) -> &Borders {
        let Layers { sectors, boundary, .. } = &self.layers;
        self.sector_borders.get_or_init(|| Arc::new(Borders::of(sectors, boundary)))
    }

    /// The borders and coasts of the neighbours, without the borders of the theatre.
    pub fn neighbour_borders(&self) -> &Borders {
        let Layers { neighbours, boundary, .. } = &self.layers;
        self.neighbour_borders.get_or_init(|| Arc::new(Borders::of(neighbours, boundary)))
    }

    pub fn road_graph(&self) -> &RoadGraph {
        self.road_graph.get_or_init(|| Arc::new(RoadGraph::of(&self.layers.roads)))
    }
}

/// A text that cannot be read is nothing to refuse a theatre for.
fn attribution_file(folder: &Path) -> Option<String> {
    let bytes = read_limited(&folder.join(credit::FILE), MAX_FILE_BYTES).ok()?;
    String::from_utf8(bytes).ok()
}

/// The size of the file of a role, in bytes; None where there is none.
fn size_of(folder: &Path, role: Role) -> Option<u64> {
    let mut files = role.file_names().into_iter().map(|name| folder.join(name));
    files.find_map(|file| file.metadata().ok()).map(|data| data.len())
}

fn read_role(folder: &Path, role: Role) -> Result<Option<Source<'static>>, TheatreError> {
    for name in role.file_names() {
        match read_limited(&folder.join(name), MAX_FILE_BYTES) {
            Ok(bytes) => return Ok(Some((Cow::Borrowed(name), Cow::Owned(bytes)))),
            Err(error) if error.fault == DiskFault::NotFound => (),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(None)
}

/// Between 60° S and 80° N: the rest is ice, and half of the plane.
fn inhabited_world() -> WorldBounds {
    let corner = |lon, lat| LonLat::wrapped(lon, lat).into();
    WorldBounds { min: corner(-180.0, 80.0), max: corner(180.0, -60.0) }
}
