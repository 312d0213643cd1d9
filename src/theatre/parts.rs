//! The geometry of one feature: its polygons, lines and points on the plane.

use super::antimeridian::{cut_line, cut_polygon};
use super::coordinates::{Coordinates, Position, Positions};
use super::detail::Path;
use super::json::RawGeometry;
use super::plane::RingIndex;
use super::problem::{Advice, NoteKind};
use crate::geo::{LonLat, WorldPoint};

/// The parts of a feature's geometry, as they are found.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// What was put right or left out, each once.
    pub notes: Vec<NoteKind>,
    pub polygons: Vec<Vec<Path>>,
    pub lines: Vec<Path>,
    pub points: Vec<LonLat>,
}

/// A position that is nowhere on the Earth.
#[derive(Debug)]
pub(super) struct OutOfRange {
    pub position: [f64; 2],
    pub advice: Advice,
}

impl Parts {
    pub fn is_empty(&self) -> bool {
        self.polygons.is_empty() && self.lines.is_empty() && self.points.is_empty()
    }

    fn note(&mut self, kind: NoteKind) {
        if !self.notes.contains(&kind) {
            self.notes.push(kind);
        }
    }

    pub fn add(&mut self, geometry: RawGeometry) -> Result<(), OutOfRange> {
        let kind = geometry.kind.as_deref().unwrap_or("");
        if kind == "GeometryCollection" {
            let members = geometry.geometries.into_iter().flatten();
            return members.into_iter().try_for_each(|member| self.add(member));
        }
        let Some(coordinates) = geometry.coordinates else {
            self.note(NoteKind::NoGeometry);
            return Ok(());
        };
        match kind {
            "Point" => self.add_point(coordinates),
            "MultiPoint" => self.each(coordinates, Self::add_point),
            "LineString" => self.add_line(coordinates),
            "MultiLineString" => self.each(coordinates, Self::add_line),
            "Polygon" => self.add_polygon(coordinates),
            "MultiPolygon" => self.each(coordinates, Self::add_polygon),
            _ => {
                self.note(NoteKind::WrongGeometry);
                Ok(())
            }
        }
    }

    fn each(
        &mut self,
        coordinates: Coordinates,
        add: impl Fn(&mut Self, Coordinates) -> Result<(), OutOfRange>,
    ) -> Result<(), OutOfRange> {
        self.list(coordinates).into_iter().try_for_each(|member| add(self, member))
    }

    fn add_point(&mut self, coordinates: Coordinates) -> Result<(), OutOfRange> {
        match coordinates {
            Coordinates::Position(Position { lon, lat, has_altitude }) => {
                if has_altitude {
                    self.note(NoteKind::Altitude);
                }
                self.points.push(place([lon, lat])?);
            }
            // An empty point is an empty geometry, which has its own note.
            Coordinates::List(list) if list.is_empty() => (),
            _ => self.note(NoteKind::BadCoordinates),
        }
        Ok(())
    }

    fn add_line(&mut self, coordinates: Coordinates) -> Result<(), OutOfRange> {
        let points = self.world_points(coordinates)?;
        let Some(line) = Path::line(points) else {
            self.note(NoteKind::ShortLine);
            return Ok(());
        };
        match cut_line(&line) {
            None => self.lines.push(line),
            Some(pieces) => {
                self.note(NoteKind::Antimeridian);
                self.lines.extend(pieces.into_iter().filter_map(Path::line));
            }
        }
        Ok(())
    }

    fn add_polygon(&mut self, coordinates: Coordinates) -> Result<(), OutOfRange> {
        let mut polygon = Vec::new();
        for (i, ring) in self.list(coordinates).into_iter().enumerate() {
            let points = self.world_points(ring)?;
            let is_open = points.first() != points.last();
            match Path::ring(points) {
                Some(ring) => {
                    if is_open {
                        self.note(NoteKind::OpenRing);
                    }
                    polygon.push(ring);
                }
                None => {
                    self.note(NoteKind::ShortRing);
                    if i == 0 {
                        // Its holes are holes in nothing.
                        return Ok(());
                    }
                }
            }
        }
        if polygon.is_empty() {
            return Ok(());
        }
        match cut_polygon(&polygon) {
            None => {
                self.drop_holes_outside(&mut polygon);
                self.polygons.push(polygon);
            }
            Some(mut pieces) => {
                self.note(NoteKind::Antimeridian);
                pieces.iter_mut().for_each(|piece| self.drop_holes_outside(piece));
                self.polygons.extend(pieces);
            }
        }
        Ok(())
    }

    /// A hole beside its polygon is a hole in nothing.
    fn drop_holes_outside(&mut self, polygon: &mut Vec<Path>) {
        if polygon.len() < 2 {
            return;
        }
        let holes = polygon.split_off(1);
        let outer = RingIndex::of(&polygon[0].points);
        let count = holes.len();
        // One corner within will do: a hole may touch the edge.
        let is_inside = |hole: &Path| hole.points.iter().any(|corner| outer.holds(*corner));
        let inside: Vec<Path> = holes.into_iter().filter(is_inside).collect();
        if inside.len() < count {
            self.note(NoteKind::HoleOutside);
        }
        polygon.extend(inside);
    }

    fn world_points(&mut self, coordinates: Coordinates) -> Result<Vec<WorldPoint>, OutOfRange> {
        match coordinates {
            Coordinates::Positions(Positions { degrees, has_altitude, has_others }) => {
                if has_altitude {
                    self.note(NoteKind::Altitude);
                }
                if has_others {
                    self.note(NoteKind::BadCoordinates);
                }
                // In place: as many bytes before as after.
                degrees.into_iter().map(|at| Ok(place(at)?.into())).collect()
            }
            Coordinates::List(list) => {
                // It begins with something that is no position.
                let mut points = Vec::new();
                for entry in list {
                    match entry {
                        Coordinates::Position(at) => {
                            points.push(place([at.lon, at.lat])?.into());
                        }
                        Coordinates::List(list) if list.is_empty() => (),
                        _ => self.note(NoteKind::BadCoordinates),
                    }
                }
                Ok(points)
            }
            _ => {
                self.note(NoteKind::BadCoordinates);
                Ok(Vec::new())
            }
        }
    }

    fn list(&mut self, coordinates: Coordinates) -> Vec<Coordinates> {
        match coordinates {
            Coordinates::List(list) => list,
            Coordinates::Positions(Positions { degrees, has_altitude, has_others }) => {
                if has_others {
                    self.note(NoteKind::BadCoordinates);
                }
                let position = |[lon, lat]: [f64; 2]| {
                    Coordinates::Position(Position { lon, lat, has_altitude })
                };
                degrees.into_iter().map(position).collect()
            }
            _ => {
                self.note(NoteKind::BadCoordinates);
                Vec::new()
            }
        }
    }
}

fn place([lon, lat]: [f64; 2]) -> Result<LonLat, OutOfRange> {
    // A decimetre beyond the range is rounding.
    const ROUNDING: f64 = 1e-6;
    let rounded = |x: f64, limit: f64| {
        if x.abs() <= limit + ROUNDING { x.clamp(-limit, limit) } else { x }
    };
    LonLat::new(rounded(lon, 180.0), rounded(lat, 90.0)).map_err(|_| {
        let advice = if lon.abs() <= 90.0 && lat.abs() <= 180.0 {
            Advice::SwapAxes
        } else if lon.abs() <= 360.0 && lat.abs() <= 90.0 {
            Advice::CutAtAntimeridian
        } else {
            Advice::Reproject
        };
        OutOfRange { position: [lon, lat], advice }
    })
}
