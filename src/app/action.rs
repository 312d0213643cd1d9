//! What a person can ask the program to do.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::actuals::RecordAction;
use super::bar_acts::BarAction;
use super::boards::BoardAction;
use super::chapters::ChapterAction;
use super::comparing::CompareAction;
use super::exports::ExportAction;
use super::layers::LayerAction;
use super::links::LinkAction;
use super::merging::MergeAction;
use super::present::ShowAction;
use super::problems::ProblemAction;
use super::state::BottomTab;
use super::tables::TableAction;
use super::versions::VersionAction;
use crate::calendar::Moment;
use crate::draw::Theme;
use crate::draw::timeline::TimeScale;
use crate::geo::Camera;
use crate::i18n::Lang;
use crate::plan::edit::Command;
use crate::plan::{Id, Kind, SiteId};
use crate::schedule::Track;
use crate::template::Closing;

/// One wish, from a menu, a key, the pointer or a panel. Panels ask;
/// [`super::dispatch`] alone acts.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    New,
    NewPlan(NewPlanAction),
    OpenDialog,
    Open(PathBuf),
    OpenBundled,
    Save,
    SaveDialog,
    SaveTo(PathBuf),
    Export(ExportAction),
    Quit,
    /// Stops the exports under way and closes the window.
    QuitNow,
    /// Writes over a file that someone else changed meanwhile.
    Overwrite(PathBuf),
    /// Whatever waits for an answer about unsaved work: go on without saving.
    Discard,
    /// Save first, then go on.
    SaveFirst,
    CloseDialog,

    Closing(ClosingAction),
    Edit(StepLabel, Command),
    /// Replaces what the gesture under way does.
    Gesture(StepLabel, Command),
    FinishGesture,
    CancelGesture,
    Undo,
    Redo,

    TogglePlay,
    /// Plays on or backwards; asked again, faster.
    Shuttle(i8),
    Pause,
    Seek(Moment),
    StepDays(i64),
    StepEvent(i64),
    StepPhase(i64),
    ToStart,
    ToEnd,
    ChangeSpeed(i64),
    LoopFrom,
    LoopTo,
    LoopRange(crate::calendar::DateSpan),
    CycleLoop,
    AskDate,

    Select(Id, SelectHow),
    SelectNothing,
    Hover(Option<Id>),

    Look(Camera),
    ZoomMap(f64),
    /// Fits what is selected, or all.
    FitMap,
    FitAll,
    EarlierView,
    LaterView,
    SetTimeScale(TimeScale),
    ScrollTimeline(f32),
    FitTimeline,
    Fold(Option<Id>),
    Search(String),

    ShowTab(BottomTab),
    Version(VersionAction),
    Record(RecordAction),
    Compare(CompareAction),
    Merge(MergeAction),
    /// Back or forth to a position of the history.
    GoToStep(usize),
    Problem(ProblemAction),
    Bars(BarAction),
    Board(BoardAction),
    Link(LinkAction),
    Layer(LayerAction),
    Chapter(ChapterAction),
    Show(ShowAction),
    SetTrack(Track),
    SetLang(Lang),
    SetTheme(Theme),
    ZoomAll(i64),
    ToggleOutline,
    ToggleInspector,
    ToggleStrength,
    ToggleFullScreen,
    Form(FormAction),
    ShowKeys,
    ShowAbout,
    ShowPalette,
    FocusSearch,
    Table(TableAction),
    CopyText(String),
}

/// How a selection changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SelectHow {
    Only,
    /// Added, or taken out again.
    Toggle,
}

impl SelectHow {
    /// What the keys held now ask a click to do.
    pub fn of(ui: &eframe::egui::Ui) -> SelectHow {
        let toggle = ui.input(|input| input.modifiers.command);
        if toggle { SelectHow::Toggle } else { SelectHow::Only }
    }
}

/// What a step of the journal did, for the Edit menu.
#[derive(Clone, Debug, PartialEq)]
pub enum StepLabel {
    Dates(Id),
    Rename(Id),
    Actual(Id),
    /// A site was closed by template.
    Closing(Id),
    Rating(Id),
    Form(FormStep),
    /// Of links; the message says what became of those of the item.
    Link {
        message: &'static str,
        item: Id,
    },
    /// A chapter was made, moved or taken anew; the message says which.
    Chapter {
        message: &'static str,
        title: String,
    },
    /// Rows of a table; the message says what became of them.
    Rows {
        message: &'static str,
        count: usize,
    },
    /// Of a branch, a baseline or another plan; the message has its name.
    Named {
        message: &'static str,
        name: String,
    },
}

/// A closure by template.
#[derive(Clone, Debug, PartialEq)]
pub enum ClosingAction {
    /// Of a site, or of the selected one.
    Ask(Option<SiteId>),
    Make(Box<Closing>),
}

/// A new plan from GeoJSON.
#[derive(Clone, Debug, PartialEq)]
pub enum NewPlanAction {
    Ask,
    /// Asks for a file.
    Choose(MapFile),
    /// A file was chosen; an empty path for none.
    Chosen(MapFile, PathBuf),
    Make,
}

/// What a file gives a new plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapFile {
    Sites,
    Sectors,
    /// With the layers in its folder.
    Boundary,
}

impl MapFile {
    pub const ALL: [MapFile; 3] = [MapFile::Sites, MapFile::Sectors, MapFile::Boundary];

    pub fn as_word(self) -> &'static str {
        match self {
            MapFile::Sites => "sites",
            MapFile::Sectors => "sectors",
            MapFile::Boundary => "map",
        }
    }
}

/// What forms and menus ask for beyond the change of a member.
#[derive(Clone, Debug, PartialEq)]
pub enum FormAction {
    Add(Kind),
    /// Adds a copy of each item that is selected.
    Duplicate,
    /// Removes what is selected, after asking where more goes with it.
    Remove,
    /// Removes these items and all that cannot do without them.
    RemoveAll(BTreeSet<Id>),
}

/// A step made with forms. Names are kept as they were: what is gone has none.
#[derive(Clone, Debug, PartialEq)]
pub enum FormStep {
    Member {
        item: Id,
        member: String,
    },
    Header {
        member: String,
    },
    /// Of items of this kind of object in the file.
    Several {
        count: usize,
        record: &'static str,
        member: String,
    },
    Add {
        name: String,
    },
    Duplicate {
        name: String,
    },
    Remove {
        name: String,
    },
    RemoveSeveral {
        count: usize,
    },
}
