//! What can be seen of the window from outside, by tests above all.

use std::sync::Arc;

use super::Window;
use crate::calendar::Day;
use crate::geo::Camera;
use crate::plan::{Id, Plan};

impl Window {
    /// The plan as it is shown now, a branch or the plan itself: what tests look at.
    pub fn plan(&self) -> &Arc<Plan> {
        self.document.plan()
    }

    /// The plan itself with its branches, whatever is shown.
    pub fn whole_plan(&self) -> &Arc<Plan> {
        self.document.whole()
    }

    /// The day the playhead stands on.
    pub fn day(&self) -> Day {
        self.view.playback.moment().day()
    }

    /// What was noticed about the open file and its theatre, in words.
    pub fn notes(&self) -> &[String] {
        &self.file_notes.texts
    }

    /// The part of the map that is shown.
    pub fn map_camera(&self) -> Option<Camera> {
        Some(self.map_view?.camera())
    }

    pub fn is_saved(&self) -> bool {
        self.document.journal().is_saved()
    }

    pub fn is_playing(&self) -> bool {
        self.view.playback.is_playing()
    }

    pub fn selected(&self) -> impl Iterator<Item = &Id> {
        self.view.selected.iter()
    }

    /// The layer and the number of the feature that is looked at.
    pub fn chosen_feature(&self) -> Option<(&Id, usize)> {
        self.view.chosen_feature().map(|(layer, number)| (&**layer, number))
    }
}
