//! One line per movement (placeholder until the room's own file is merged).

use std::sync::Arc;

use crate::geo::Polyline;
use crate::plan::Movement;

#[derive(Clone, Debug, Default)]
pub struct Routes;

impl Routes {
    pub fn line(&self, _movement: &Movement) -> Option<&Arc<Polyline>> {
        None
    }
}
