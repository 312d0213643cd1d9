//! A place on the Earth in degrees.

use std::fmt;

/// A place by longitude and latitude, in degrees on the WGS 84 ellipsoid.
///
/// Longitude always comes first. Both are finite, −180 ≤ longitude ≤ 180 and
/// −90 ≤ latitude ≤ 90.
#[derive(Clone, Copy, PartialEq)]
pub struct LonLat {
    lon: f64,
    lat: f64,
}

/// Which of two numbers is no coordinate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LonLatError {
    Longitude,
    Latitude,
}

impl LonLat {
    pub fn new(lon: f64, lat: f64) -> Result<LonLat, LonLatError> {
        // Written so that NaN fails as well.
        if !(-180.0..=180.0).contains(&lon) {
            return Err(LonLatError::Longitude);
        }
        if !(-90.0..=90.0).contains(&lat) {
            return Err(LonLatError::Latitude);
        }
        Ok(LonLat { lon, lat })
    }

    /// The nearest place for any two numbers; longitude wraps around the Earth.
    pub fn wrapped(lon: f64, lat: f64) -> LonLat {
        let finite = |x: f64| if x.is_finite() { x } else { 0.0 };
        let lon = finite(lon);
        let lon = if lon.abs() <= 180.0 { lon } else { (lon + 180.0).rem_euclid(360.0) - 180.0 };
        LonLat { lon, lat: finite(lat).clamp(-90.0, 90.0) }
    }

    /// To a thousandth of a degree, about a hundred metres: what nobody meant more
    /// exactly is easier to read so.
    pub fn rounded(self) -> LonLat {
        let round = |degrees: f64| (degrees * 1e3).round() / 1e3;
        LonLat { lon: round(self.lon), lat: round(self.lat) }
    }

    pub fn lon(self) -> f64 {
        self.lon
    }

    pub fn lat(self) -> f64 {
        self.lat
    }

    /// Longitude and latitude exchanged, where that is a place: the usual
    /// mistake in hand-written coordinates.
    pub fn swapped(self) -> Option<LonLat> {
        LonLat::new(self.lat, self.lon).ok()
    }
}

impl fmt::Debug for LonLat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}, {}]", self.lon, self.lat)
    }
}
