//! Coordinates as text.

use geoconvert::LatLon;

use super::LonLat;

/// Latitude and longitude in decimal degrees, latitude first as people read
/// them: `16.7735, -3.0074`.
pub fn decimal(place: LonLat) -> String {
    format!("{:.4}, {:.4}", place.lat(), place.lon())
}

/// Degrees, minutes and seconds: `16°46′25″N 3°00′27″W`.
pub fn dms(place: LonLat) -> String {
    let part = |degrees: f64, positive: char, negative: char| {
        let seconds = (degrees.abs() * 3600.0).round() as u32;
        let (d, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        let side = if degrees < 0.0 { negative } else { positive };
        format!("{d}°{m:02}′{s:02}″{side}")
    };
    format!("{} {}", part(place.lat(), 'N', 'S'), part(place.lon(), 'E', 'W'))
}

/// The square of the Military Grid Reference System, to `digits` (1 to 5)
/// digits: 5 give metres. None where the grid cannot name the place.
pub fn mgrs(place: LonLat, digits: u8) -> Option<String> {
    let place = LatLon::create(place.lat(), place.lon()).ok()?;
    Some(place.to_mgrs(i32::from(digits.clamp(1, 5))).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_in_three_ways() {
        let tombouctou = LonLat::new(-3.00742, 16.77348).unwrap();
        assert_eq!(decimal(tombouctou), "16.7735, -3.0074");
        assert_eq!(dms(tombouctou), "16°46′25″N 3°00′27″W");
        // As GeographicLib has it: `echo 16.77348 -3.00742 | GeoConvert -m -p -2`.
        assert_eq!(mgrs(tombouctou, 3).as_deref(), Some("30QVD992544"));
    }
}
