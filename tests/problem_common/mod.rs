//! On which track a kind of problem is found.

use decamp::schedule::{Code, Track};

/// What happened is held against the plan in the forecast alone.
const OF_FORECAST: [Code; 4] =
    [Code::Early, Code::Late, Code::ReportDiffers, Code::UnplannedRestriction];

pub fn track_of(code: Code) -> Track {
    if OF_FORECAST.contains(&code) { Track::Forecast } else { Track::Planned }
}
