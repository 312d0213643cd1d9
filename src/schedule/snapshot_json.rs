//! A snapshot as the JSON that `decamp snapshot` prints. Other programs read it.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::holdings::OnlySome;
use super::snapshot::{BatchNow, MovementState, Snapshot};
use crate::plan::SiteId;

impl Serialize for Snapshot {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_struct("Snapshot", 7)?;
        members.serialize_field("date", &self.moment.to_string())?;
        members.serialize_field("track", &self.track)?;
        members.serialize_field("phases", &self.phases)?;
        members.serialize_field("sites", &self.sites)?;
        members.serialize_field("units", &self.units)?;
        members.serialize_field("movements", &self.movements)?;
        members.serialize_field("totals", &self.totals)?;
        members.end()
    }
}

/// A batch names only what it carries.
impl Serialize for BatchNow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let position = self.position.map(|place| [place.lon(), place.lat()]);
        let mut members = serializer.serialize_struct("BatchNow", 4)?;
        members.serialize_field("progress", &self.progress)?;
        members.serialize_field("position", &position)?;
        members.serialize_field("personnel", &OnlySome(&self.holdings.personnel))?;
        members.serialize_field("materiel", &OnlySome(&self.holdings.materiel))?;
        members.end()
    }
}

impl Serialize for MovementState {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_word())
    }
}

pub(super) fn people_by_site<S: Serializer>(
    at: &[(SiteId, u64)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(at.iter().map(|(site, people)| (site, people)))
}
