//! The maps that come with the program.

use std::sync::{Arc, OnceLock};

use super::borders::Borders;
use super::credit::Credit;
use super::data::{Country, Dispute};
use super::detail::Frame;
use super::feature::{Area, Line};
use super::layer::Layer;
use super::layers::{Role, areas, lines};
use super::read::read;
use super::weighed::weighed;
use super::whole::Theatre;

/// The names of the bundled theatres.
pub const BUNDLED: [&str; 2] = ["mali", "world"];

/// The texts that must go wherever the bundled maps go.
pub mod licences {
    /// Where each map comes from, and under which licence (Markdown).
    pub const SOURCES: &str = include_str!("../../maps/SOURCES.md");
    /// The licence of the rivers and lakes of Mali.
    pub const LGPL_3: &str = include_str!("../../maps/LGPL-3.txt");
    /// What LGPL-3 builds on.
    pub const GPL_3: &str = include_str!("../../maps/GPL-3.txt");
    /// What to write on a map of Mali.
    pub const CREDIT_MALI: &str = "Made with Natural Earth. Water: GSHHG (Wessel and Smith). \
                                   Towns: GeoNames, CC BY. Roads schematic.";
    /// What to write on a map that shows no bundled layer but the world's countries.
    pub const CREDIT_WORLD: &str = "Made with Natural Earth.";
}

impl Theatre {
    /// A theatre that comes with the program, one of [`BUNDLED`]; None if none has
    /// the name. Read once.
    pub fn bundled(name: &str) -> Option<Arc<Theatre>> {
        static MALI: OnceLock<Arc<Theatre>> = OnceLock::new();
        static WORLD: OnceLock<Arc<Theatre>> = OnceLock::new();
        match name {
            "mali" => Some(MALI.get_or_init(|| Arc::new(mali())).clone()),
            "world" => Some(WORLD.get_or_init(Arc::default).clone()),
            _ => None,
        }
    }
}

fn mali() -> Theatre {
    let files = Role::ALL.map(|role| (role, mali_file(role).as_bytes()));
    Theatre::from_files(&files).expect("tests read the bundled maps").credited(Credit::Mali)
}

fn mali_file(role: Role) -> &'static str {
    match role {
        Role::Boundary => include_str!("../../maps/mali/boundary.geojson"),
        Role::Regions => include_str!("../../maps/mali/regions.geojson"),
        Role::Sectors => include_str!("../../maps/mali/sectors.geojson"),
        Role::Neighbours => include_str!("../../maps/mali/neighbours.geojson"),
        Role::Disputed => include_str!("../../maps/mali/disputed.geojson"),
        Role::Rivers => include_str!("../../maps/mali/rivers.geojson"),
        Role::Lakes => include_str!("../../maps/mali/lakes.geojson"),
        Role::Roads => include_str!("../../maps/mali/roads.geojson"),
        Role::Towns => include_str!("../../maps/mali/towns.geojson"),
        Role::Camps => include_str!("../../maps/mali/camps.geojson"),
    }
}

/// The countries of the world, at a scale of 1:50 million. Read once.
pub fn countries() -> &'static Layer<Area<Country>> {
    static COUNTRIES: OnceLock<Layer<Area<Country>>> = OnceLock::new();
    COUNTRIES.get_or_init(|| {
        let json = include_str!("../../maps/world/countries.geojson");
        let mut file = read("countries.geojson", json.as_bytes()).expect("tests read it");
        weighed(areas(&mut file, Frame::default()))
    })
}

/// The borders and coasts of [`countries`]. Worked out once.
pub fn country_borders() -> &'static Borders {
    static BORDERS: OnceLock<Borders> = OnceLock::new();
    BORDERS.get_or_init(|| Borders::of(countries(), &Layer::<Area<Country>>::default()))
}

/// Those borders of [`countries`] that are disputed or not determined. Read once.
pub fn disputed_borders() -> &'static Layer<Line<Dispute>> {
    static DISPUTED: OnceLock<Layer<Line<Dispute>>> = OnceLock::new();
    DISPUTED.get_or_init(|| {
        let json = include_str!("../../maps/world/disputed.geojson");
        lines(&mut read("disputed.geojson", json.as_bytes()).expect("tests read it"))
    })
}
