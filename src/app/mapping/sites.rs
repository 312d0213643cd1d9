//! Sites put, moved and taken away on the map.

use std::sync::Arc;

use super::{Hold, Tool};
use crate::app::Window;
use crate::app::action::StepLabel;
use crate::geo::LonLat;
use crate::i18n::Names;
use crate::plan::edit::Command;
use crate::plan::{Kind, Site, SiteId};

impl Window {
    /// Adds a site at a place, in the sector it lies in, and shows it.
    pub(super) fn add_site(&mut self, place: LonLat) {
        if self.view.map.tool == Tool::AddSite {
            self.view.map.tool = Tool::Sites;
        }
        self.end_drag();
        self.add(Kind::Site, Some(place));
    }

    /// Moves the site that is held: one step until it is let go.
    pub(super) fn move_site(&mut self, id: &SiteId, place: LonLat) {
        let held = matches!(&self.view.map.hold, Some(Hold::Site { id: held, .. }) if held == id);
        let plan = self.document.plan();
        let Some(site) = plan.sites().get(id).filter(|_| held) else { return };
        let name = Names::new(plan, self.settings.lang).site(id);
        let moved = Site { place: Some(place), ..Site::clone(site) };
        let label = StepLabel::Named { message: "step-move-site", name };
        // Within a gesture the last thing that could be done stays.
        let _ = self.document.gesture(label, Command::put(Arc::new(moved)));
    }
}
