//! The edges of areas, each once: two areas with a common border would else
//! stroke it twice, and dashes on top of dashes are a solid line.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::detail::{Frame, Path};
use super::feature::Area;
use super::junctions::{Key, key};
use super::layer::Layer;
use super::shape::LineShape;
use crate::geo::Geometry;

/// The edges of the areas of a layer.
#[derive(Debug)]
pub struct Borders {
    inner: Option<LineShape>,
    outer: Option<LineShape>,
}

impl Borders {
    /// The edges of `areas`, without those that are also edges of `except` and
    /// those at which the map was cut.
    pub(super) fn of<D, E>(areas: &Layer<Area<D>>, except: &Layer<Area<E>>) -> Borders {
        let known: HashSet<_> =
            except.iter().flat_map(|area| pieces(area)).map(|piece| name(&piece)).collect();
        // For each piece where it stands in `found`, and the area it was found in.
        let mut places: HashMap<_, (usize, usize)> = HashMap::new();
        let mut found: Vec<(Path, bool)> = Vec::new();
        for (i, area) in areas.iter().enumerate() {
            for piece in pieces(area) {
                let name = name(&piece);
                // Points on the frame are junctions: a piece runs along it or does not.
                if known.contains(&name) || area.shape.frame().cuts_all(&piece.points) {
                    continue;
                }
                let (place, first) = *places.entry(name).or_insert((found.len(), i));
                match found.get_mut(place) {
                    Some((_, is_inner)) => *is_inner |= first != i,
                    None => found.push((piece, false)),
                }
            }
        }
        let frame = areas.iter().next().map_or(Frame::default(), |area| area.shape.frame());
        let lines = |inner: bool| {
            let lines = found.iter().filter(|(_, is_inner)| *is_inner == inner);
            LineShape::new(lines.map(|(piece, _)| piece.clone()).collect(), frame)
        };
        Borders { inner: lines(true), outer: lines(false) }
    }

    /// What lies between two areas, with the detail of a zoom. None if nothing does.
    pub fn inner(&self, zoom: f64) -> Option<&Arc<Geometry>> {
        self.inner.as_ref().map(|lines| lines.geometry(zoom))
    }

    /// What has an area on one side only: coasts, and borders with what the layer
    /// does not show. None if there is nothing of the kind.
    pub fn outer(&self, zoom: f64) -> Option<&Arc<Geometry>> {
        self.outer.as_ref().map(|lines| lines.geometry(zoom))
    }
}

fn pieces<D>(area: &Area<D>) -> impl Iterator<Item = Path> {
    area.shape.rings().flat_map(Path::pieces)
}

/// What tells a piece from all others: its first two points, its last, its length.
fn name(piece: &Path) -> (Key, Key, Key, usize) {
    let points = &piece.points;
    (key(points[0]), key(points[1]), key(points[points.len() - 1]), points.len())
}
