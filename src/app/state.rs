//! What the window shows of a plan: nothing of it is saved with the plan.

use std::collections::BTreeSet;

use super::bar_acts::BarsState;
use super::boards::BoardState;
use super::comparing::CompareState;
use super::links::LinkState;
use super::mapping::MapState;
use super::playback::Playback;
use super::problem_list::ProblemList;
use super::selection::Selection;
use crate::calendar::{DateSpan, Moment};
use crate::draw::timeline::TimeScale;
use crate::geo::Camera;
use crate::plan::{BaselineId, Id, LayerId, Plan};
use crate::schedule::Track;

/// How many earlier map views are remembered.
const MAX_VIEWS: usize = 50;

/// What the panel below the map shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BottomTab {
    Timeline,
    Tables,
    Tasks,
    Risks,
    Problems,
    Compare,
    History,
    Chapters,
}

impl BottomTab {
    /// In the order in which they stand.
    pub const ALL: [BottomTab; 8] = [
        BottomTab::Timeline,
        BottomTab::Tables,
        BottomTab::Tasks,
        BottomTab::Risks,
        BottomTab::Problems,
        BottomTab::Compare,
        BottomTab::History,
        BottomTab::Chapters,
    ];

    /// The message that names it.
    pub fn name(self) -> &'static str {
        match self {
            BottomTab::Timeline => "tab-timeline",
            BottomTab::Tables => "tab-tables",
            BottomTab::Tasks => "tab-tasks",
            BottomTab::Risks => "tab-risks",
            BottomTab::Problems => "tab-problems",
            BottomTab::Compare => "tab-compare",
            BottomTab::History => "tab-history",
            BottomTab::Chapters => "tab-chapters",
        }
    }
}

/// The state of the window for the plan that is open.
pub struct ViewState {
    pub playback: Playback,
    pub tab: BottomTab,
    pub bars: BarsState,
    pub boards: BoardState,
    pub links: LinkState,
    pub map: MapState,
    pub track: Track,
    pub selected: Selection,
    pub hovered: Option<Id>,
    /// The feature of a layer that was looked at last, by its number.
    pub feature: Option<(LayerId, usize)>,
    /// None until the map was shown once: then it fits the theatre.
    pub camera: Option<Camera>,
    /// As the map was drawn last.
    pub shown_camera: Option<Camera>,
    earlier: Vec<Camera>,
    later: Vec<Camera>,
    /// None while the timeline fits its days: at first, and after a wish to.
    pub time_scale: Option<TimeScale>,
    /// Whether it fits the whole horizon, and not the days it opens on.
    pub fits_horizon: bool,
    /// The moment of the frame before: one that is new is brought into view.
    pub shown_moment: Option<Moment>,
    pub timeline_scroll: f32,
    pub folded: BTreeSet<Option<Id>>,
    pub search: String,
    pub problem_list: ProblemList,
    /// The baseline whose dates stand below the bars.
    pub baseline: Option<BaselineId>,
    pub comparing: CompareState,
    /// What timeline and outline bring into view in this frame. Whoever asks for it
    /// sets the wish for the next one, for some of them are drawn by then.
    pub reveal: Option<Id>,
    pub next_reveal: Option<Id>,
    /// What the pointer was found over while this frame is drawn, for the next one.
    pub next_hovered: Option<Id>,
}

impl ViewState {
    /// The first look at a plan: parked at the start.
    pub fn of(plan: &Plan) -> ViewState {
        let horizon = plan.horizon();
        ViewState {
            playback: Playback::new(Moment::close_of(horizon.start()), horizon),
            tab: BottomTab::Timeline,
            bars: BarsState::default(),
            boards: BoardState::default(),
            links: LinkState::default(),
            map: MapState::default(),
            track: Track::Planned,
            selected: Selection::default(),
            hovered: None,
            feature: None,
            camera: None,
            shown_camera: None,
            earlier: Vec::new(),
            later: Vec::new(),
            time_scale: None,
            fits_horizon: false,
            shown_moment: None,
            timeline_scroll: 0.0,
            folded: BTreeSet::new(),
            search: String::new(),
            problem_list: ProblemList::default(),
            baseline: None,
            comparing: CompareState::default(),
            reveal: None,
            next_reveal: None,
            next_hovered: None,
        }
    }

    /// The days the timeline fits.
    pub fn timeline_days(&self, plan: &Plan, horizon: DateSpan) -> DateSpan {
        if self.fits_horizon { horizon } else { ViewState::opening_days(plan, horizon) }
    }

    /// The days a timeline opens on: up to the last deadline and a little on,
    /// where there is one; else the whole horizon.
    fn opening_days(plan: &Plan, horizon: DateSpan) -> DateSpan {
        let deadline = plan.limits().iter().filter_map(|limit| limit.date).max();
        let last_phase = deadline.and_then(|deadline| {
            let begun =
                plan.phases().iter().filter(|p| p.span.start.is_some_and(|s| s <= deadline));
            begun.filter_map(|p| p.span.end).filter(|end| *end <= deadline + 1).max()
        });
        let end = last_phase.map_or(horizon.end(), |end| end + 21);
        DateSpan::new(horizon.start(), end.min(horizon.end())).unwrap_or(horizon)
    }

    /// The feature that is looked at: as long as its layer alone is selected.
    pub fn chosen_feature(&self) -> Option<(&LayerId, usize)> {
        let (layer, number) = self.feature.as_ref()?;
        let is_selected = self.selected.len() == 1 && self.selected.contains(layer);
        is_selected.then_some((layer, *number))
    }

    /// Looks elsewhere, and remembers where it looked before.
    pub fn look(&mut self, camera: Camera, remember: bool) {
        if remember && let Some(before) = self.shown_camera {
            self.remember(before);
        }
        self.camera = Some(camera);
    }

    /// Remembers a view that is being left.
    pub fn remember(&mut self, before: Camera) {
        if self.earlier.last() != Some(&before) {
            self.earlier.push(before);
        }
        if self.earlier.len() > MAX_VIEWS {
            self.earlier.remove(0);
        }
        self.later.clear();
    }

    pub fn earlier_view(&mut self) {
        if let (Some(camera), Some(now)) = (self.earlier.pop(), self.shown_camera) {
            self.later.push(now);
            self.camera = Some(camera);
        }
    }

    pub fn later_view(&mut self) {
        if let (Some(camera), Some(now)) = (self.later.pop(), self.shown_camera) {
            self.earlier.push(now);
            self.camera = Some(camera);
        }
    }
}
