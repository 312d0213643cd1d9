//! The layers of a theatre and the files they are read from.

use std::borrow::Cow;
use std::sync::Arc;

use serde_json::Value;

use super::data::{Camp, Country, Data, Dispute, Lake, Region, River, Road, Sector, Town};
use super::detail::Frame;
use super::feature::{Area, Feature, Line, Spot};
use super::layer::Layer;
use super::problem::{NoteKind, TheatreError, TheatreNote};
use super::read::{Collection, Plain, read, read_value};
use super::shape::{AreaShape, LineShape, PointShape};
use super::threads;
use super::weighed::{weigh_lines, weighed};
use crate::geo::WorldBounds;

/// What a file of a theatre is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The country or countries of the mission.
    Boundary,
    Regions,
    Sectors,
    /// The countries around.
    Neighbours,
    /// Borders, or parts of them, that are disputed or not determined.
    Disputed,
    Rivers,
    Lakes,
    Roads,
    Towns,
    Camps,
}

impl Role {
    pub const ALL: [Role; 10] = [
        Role::Boundary,
        Role::Regions,
        Role::Sectors,
        Role::Neighbours,
        Role::Disputed,
        Role::Rivers,
        Role::Lakes,
        Role::Roads,
        Role::Towns,
        Role::Camps,
    ];

    /// The names its file may have in a folder, the first one preferred.
    pub fn file_names(self) -> [&'static str; 2] {
        match self {
            Role::Boundary => ["boundary.geojson", "boundary.json"],
            Role::Regions => ["regions.geojson", "regions.json"],
            Role::Sectors => ["sectors.geojson", "sectors.json"],
            Role::Neighbours => ["neighbours.geojson", "neighbours.json"],
            Role::Disputed => ["disputed.geojson", "disputed.json"],
            Role::Rivers => ["rivers.geojson", "rivers.json"],
            Role::Lakes => ["lakes.geojson", "lakes.json"],
            Role::Roads => ["roads.geojson", "roads.json"],
            Role::Towns => ["towns.geojson", "towns.json"],
            Role::Camps => ["camps.geojson", "camps.json"],
        }
    }
}

/// Everything a theatre shows, each layer from one file; a layer without a file
/// is empty.
#[derive(Clone, Debug, Default)]
pub struct Layers {
    pub boundary: Arc<Layer<Area<Country>>>,
    pub regions: Arc<Layer<Area<Region>>>,
    /// Regions whose boundary is not known.
    pub region_labels: Arc<Layer<Spot<Region>>>,
    pub sectors: Arc<Layer<Area<Sector>>>,
    pub neighbours: Arc<Layer<Area<Country>>>,
    pub disputed: Arc<Layer<Line<Dispute>>>,
    pub rivers: Arc<Layer<Line<River>>>,
    pub lakes: Arc<Layer<Area<Lake>>>,
    pub roads: Arc<Layer<Line<Road>>>,
    pub towns: Arc<Layer<Spot<Town>>>,
    pub camps: Arc<Layer<Spot<Camp>>>,
}

/// A file: how it is called, and its bytes.
pub(super) type Source<'a> = (Cow<'a, str>, Cow<'a, [u8]>);

/// What the files of a theatre hold.
pub(super) struct ReadLayers {
    pub layers: Layers,
    /// The rectangle at which the neighbours were cut.
    pub frame: Option<WorldBounds>,
    /// Whom the files name as their makers.
    pub attributions: Vec<String>,
    pub notes: Vec<TheatreNote>,
}

/// Reads the files there are; `sectors` are a plan's own, in place of those of a file.
pub(super) fn read_layers<'a>(
    sectors: Option<&Value>,
    mut source: impl FnMut(Role) -> Result<Option<Source<'a>>, TheatreError>,
) -> Result<ReadLayers, TheatreError> {
    let mut layers = Layers::default();
    let mut frame = None;
    let mut attributions = Vec::new();
    let mut notes = Vec::new();
    let roles = Role::ALL.into_iter().filter(|role| *role != Role::Sectors || sectors.is_none());
    for role in roles {
        let Some((name, bytes)) = source(role)? else { continue };
        let told = match role {
            Role::Boundary => whole(&name, bytes, &mut layers.boundary)?,
            Role::Regions => {
                let mut file = read::<Region>(&name, &bytes)?;
                let_go(bytes);
                let labels = |plain: &mut Plain<Region>| plain.polygons.is_empty();
                let labels: Vec<_> = file.features.extract_if(.., labels).collect();
                layers.regions = Arc::new(areas(&mut file, Frame::default()));
                file.features = labels;
                layers.region_labels = Arc::new(spots(&mut file));
                Told::of(file)
            }
            Role::Sectors => whole(&name, bytes, &mut layers.sectors)?,
            Role::Neighbours => {
                let mut file = read(&name, &bytes)?;
                let_go(bytes);
                frame = file.bbox;
                layers.neighbours = Arc::new(areas(&mut file, Frame(frame)));
                Told::of(file)
            }
            Role::Disputed => network(&name, bytes, &mut layers.disputed)?,
            Role::Rivers => network(&name, bytes, &mut layers.rivers)?,
            Role::Lakes => {
                let mut file = read(&name, &bytes)?;
                let_go(bytes);
                layers.lakes = Arc::new(weighed(areas(&mut file, Frame::default())));
                Told::of(file)
            }
            Role::Roads => network(&name, bytes, &mut layers.roads)?,
            Role::Towns => places(&name, bytes, &mut layers.towns)?,
            Role::Camps => places(&name, bytes, &mut layers.camps)?,
        };
        attributions.extend(told.attribution);
        notes.extend(told.notes);
    }
    if let Some(collection) = sectors {
        let own = own_sectors(collection)?;
        layers.sectors = own.0;
        notes.extend(own.1);
    }
    Ok(ReadLayers { layers: layers.with_common_borders(), frame, attributions, notes })
}

/// How errors and notes call the sectors of a plan.
pub(super) const PLAN_SECTORS: &str = "sectors";

pub(super) type Sectors = Arc<Layer<Area<Sector>>>;

/// The sectors of a plan, a FeatureCollection, not weighed yet; and notes on them.
pub(super) fn own_sectors(collection: &Value) -> Result<(Sectors, Vec<TheatreNote>), TheatreError> {
    let mut file = read_value(PLAN_SECTORS, collection)?;
    let sectors = Arc::new(areas(&mut file, Frame::default()));
    Ok((sectors, file.notes.into_list()))
}

/// What a file says besides its features.
struct Told {
    attribution: Option<String>,
    notes: Vec<TheatreNote>,
}

impl Told {
    fn of<D>(file: Collection<D>) -> Told {
        Told { attribution: file.attribution, notes: file.notes.into_list() }
    }
}

/// Lets go of the bytes of a file that was read.
fn let_go(bytes: Cow<[u8]>) {
    if let Cow::Owned(bytes) = bytes {
        threads::release(bytes);
    }
}

/// A layer of areas. The bytes go before it is made of what they held: both at
/// once would take twice the memory. So it is in the two below.
fn whole<D: Data>(
    name: &str,
    bytes: Cow<[u8]>,
    layer: &mut Arc<Layer<Area<D>>>,
) -> Result<Told, TheatreError> {
    let mut file = read(name, &bytes)?;
    let_go(bytes);
    *layer = Arc::new(areas(&mut file, Frame::default()));
    Ok(Told::of(file))
}

/// A layer of lines.
fn network<D: Data>(
    name: &str,
    bytes: Cow<[u8]>,
    layer: &mut Arc<Layer<Line<D>>>,
) -> Result<Told, TheatreError> {
    let mut file = read(name, &bytes)?;
    let_go(bytes);
    *layer = Arc::new(lines(&mut file));
    Ok(Told::of(file))
}

/// A layer of points.
fn places<D: Data>(
    name: &str,
    bytes: Cow<[u8]>,
    layer: &mut Arc<Layer<Spot<D>>>,
) -> Result<Told, TheatreError> {
    let mut file = read(name, &bytes)?;
    let_go(bytes);
    *layer = Arc::new(spots(&mut file));
    Ok(Told::of(file))
}

/// The areas of a file, not weighed yet.
pub(super) fn areas<D: Data>(file: &mut Collection<D>, frame: Frame) -> Layer<Area<D>> {
    features(file, |plain| {
        let only = plain.lines.is_empty() && plain.points.is_empty();
        (AreaShape::new(std::mem::take(&mut plain.polygons), frame), only)
    })
}

pub(super) fn lines<D: Data>(file: &mut Collection<D>) -> Layer<Line<D>> {
    weigh_lines(&mut file.features);
    features(file, |plain| {
        let only = plain.polygons.is_empty() && plain.points.is_empty();
        (LineShape::new(std::mem::take(&mut plain.lines), Frame::default()), only)
    })
}

fn spots<D: Data>(file: &mut Collection<D>) -> Layer<Spot<D>> {
    for plain in &file.features {
        if plain.points.len() > 1 {
            file.notes.add(NoteKind::ManyPoints, plain.number);
        }
    }
    features(file, |plain| {
        let only = plain.polygons.is_empty() && plain.lines.is_empty();
        (plain.points.first().map(|place| PointShape(*place)), only)
    })
}

/// The features that have the shape; `shape` also tells whether that is all the
/// feature has.
fn features<D: Data, S: super::shape::Shape>(
    file: &mut Collection<D>,
    shape: impl Fn(&mut Plain<D>) -> (Option<S>, bool),
) -> Layer<Feature<D, S>> {
    let mut features = Vec::with_capacity(file.features.len());
    for mut plain in std::mem::take(&mut file.features) {
        let (shape, only) = shape(&mut plain);
        if !only {
            file.notes.add(NoteKind::WrongGeometry, plain.number);
        }
        let Some(shape) = shape else { continue };
        features.push(Feature { id: plain.id, names: plain.names, data: plain.data, shape });
    }
    Layer::new(features)
}
