//! What everything depends on that the window works out of the plan: the keys of the
//! cache.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Pos2;

use super::comparing::Version;
use super::problem_list::Filter;
use super::selection::Selection;
use crate::calendar::Moment;
use crate::draw::timeline::Arrangement;
use crate::draw::{Furniture, Insets, Theme};
use crate::geo::{MapView, ViewSize};
use crate::i18n::Lang;
use crate::plan::{Id, Kind, Layer, Opaque, Plan, Source};
use crate::schedule::Track;
use crate::table::{Column, Query};

/// Names a plan: which document, which of its revisions, and which branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanKey {
    pub document: u64,
    pub revision: u64,
    /// 0 for the plan itself.
    pub branch: usize,
}

/// What the still part of the map depends on, but for where its camera is.
#[derive(Clone, Debug, PartialEq)]
pub struct BaseKey {
    pub theatre: TheatreKey,
    pub zoom: f64,
    pub size: ViewSize,
    pub theme: Theme,
    /// The corner of the map in the window.
    pub corner: Pos2,
    pub pixels_per_point: f32,
    pub layers: Option<Vec<String>>,
    /// The layers that the plan brings along, as it has them drawn.
    pub own_layers: Vec<Arc<Layer>>,
}

/// What the part of the map depends on that changes with the moment.
#[derive(Clone, Debug, PartialEq)]
pub struct LiveKey {
    pub standing: StandingKey,
    pub moment: Moment,
    pub selected: Arc<BTreeSet<Id>>,
    pub touched: Arc<BTreeSet<Id>>,
    pub hovered: Option<Id>,
    pub marks_critical: bool,
    /// Whether the system asks for less motion, which it may do at any time.
    pub still: bool,
}

/// What the places of all that stands on the map depend on.
#[derive(Clone, Debug, PartialEq)]
pub struct StandingKey {
    pub plan: PlanKey,
    pub theatre: TheatreKey,
    pub view: MapView,
    pub track: Track,
    pub theme: Theme,
    pub lang: Lang,
    pub marks_problems: bool,
    pub furniture: Furniture,
    pub caption: Option<String>,
    /// Of the layers that the plan brings along, only those that show have names.
    pub layers: Option<Vec<String>>,
    pub edges: Option<Insets>,
}

/// What a theatre depends on: the name in the plan, the folder it is relative
/// to, and the sectors and layers the plan brings.
#[derive(Clone, Debug)]
pub struct TheatreKey {
    pub name: String,
    pub folder: Option<PathBuf>,
    pub own_sectors: Option<Opaque>,
    /// Which of the window's readings of the plan's own layers lies over it; 0 for
    /// none.
    pub layers: u64,
}

impl TheatreKey {
    /// That of a plan whose file lies in `folder`.
    pub fn of(plan: &Plan, folder: Option<&Path>) -> TheatreKey {
        let header = plan.header();
        // Bundled theatres are the same from wherever a plan was read.
        let is_relative = header.theatre.contains('/');
        TheatreKey {
            name: header.theatre.clone(),
            folder: folder.filter(|_| is_relative).map(Path::to_owned),
            own_sectors: header.sectors.clone(),
            layers: 0,
        }
    }
}

/// Compared in each frame, so the sectors are compared by identity.
impl PartialEq for TheatreKey {
    fn eq(&self, other: &TheatreKey) -> bool {
        let same_sectors = match (&self.own_sectors, &other.own_sectors) {
            (Some(a), Some(b)) => a.is(b),
            (None, None) => true,
            _ => false,
        };
        let same_place = self.name == other.name && self.folder == other.folder;
        same_sectors && same_place && self.layers == other.layers
    }
}

/// What the texts of sources depend on: the sources themselves, and the folder in
/// which their files are looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct TextsKey {
    document: u64,
    folder: Option<PathBuf>,
    sources: Vec<Arc<Source>>,
}

impl TextsKey {
    pub fn of(document: u64, plan: &Plan, folder: Option<&Path>) -> TextsKey {
        let with_file = plan.sources().iter().filter(|source| source.file.is_some());
        let sources = with_file.cloned().collect();
        TextsKey { document, folder: folder.map(Path::to_owned), sources }
    }
}

/// What the order of a table's rows depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderKey {
    pub plan: PlanKey,
    pub theatre: TheatreKey,
    pub kind: Kind,
    pub query: Query,
    pub shown: Vec<Column>,
    pub lang: Lang,
    pub track: Track,
    /// None where the playhead changes nothing.
    pub moment: Option<Moment>,
}

/// What a comparison depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareKey {
    pub plan: PlanKey,
    pub from: Version,
    pub to: Version,
    pub track: Track,
    pub lang: Lang,
}

/// What the list of problems depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedKey {
    pub plan: PlanKey,
    pub theatre: TheatreKey,
    pub track: Track,
    pub lang: Lang,
    pub filter: Filter,
    /// None where what is selected changes nothing.
    pub selected: Option<Selection>,
}

/// The plan, the theatre that names its sectors, which rows, and the language.
pub type RowsKey = (PlanKey, TheatreKey, Arrangement, Lang);

/// What stands on the map whatever its camera depends on.
pub type RosterKey = (PlanKey, TheatreKey, Track, Lang);
