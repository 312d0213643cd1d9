//! The land: countries, sectors, rivers, roads, towns and camps.
//!
//! A theatre is a folder of GeoJSON files, one for each [`Role`]. Bundled ones
//! come from [`Theatre::bundled`]; [`Theatre::from_folder`] reads any other. Under every theatre
//! lie the countries of the world ([`countries`]).
//!
//! What is wrong in a file is put right where that is safe and told as a
//! [`TheatreNote`], or refused as a [`TheatreError`].
//!
//! Lines and areas come as [`crate::geo::Geometry`] with as much detail as a zoom
//! needs, made when first asked for and shared from then on.

mod antimeridian;
mod borders;
mod bundled;
mod coordinates;
mod credit;
mod data;
mod detail;
mod feature;
mod geopackage;
mod ids;
mod json;
mod junctions;
mod kml;
mod label;
mod layer;
mod layers;
mod number;
mod of_plan;
mod overlay;
mod overlays;
mod parts;
mod plane;
mod problem;
mod quick;
mod read;
mod roads;
mod scales;
mod script;
mod shape;
mod split;
mod table;
mod threads;
mod visit;
mod weighed;
mod whole;
mod wkb;

pub use borders::Borders;
pub use bundled::{BUNDLED, countries, country_borders, disputed_borders, licences};
pub use credit::Credit;
pub use data::{
    Camp, Country, Dispute, Lake, LakeKind, Region, River, RiverKind, Road, RoadClass, Sector,
    Town, TownRank,
};
pub use feature::{Area, Feature, Line, Located, Names, Spot};
pub use ids::slug;
pub use layer::Layer;
pub use layers::{Layers, Role};
pub use of_plan::{file_and_table, file_name, folder_name, located, path_of_table};
pub use overlay::{Attributes, OVERLAY_ENDINGS, Overlay, Piece};
pub use overlays::Overlays;
pub use problem::{Advice, NoteKind, TheatreError, TheatreNote};
pub use roads::RoadGraph;
pub use script::{UNREADABLE, is_readable, readable};
pub use shape::{AreaShape, LineShape, PointShape, Shape};
pub use table::{FeatureRow, FeatureTable};
pub use whole::{MAX_FILE_BYTES, Theatre};

pub use crate::disk::without_mark;
