//! Changes of sectors: each gives new sectors, or says why it cannot be.

use super::collection::{Ring, Sector, Sectors, rounded_place};
use super::crossing;
use crate::geo::LonLat;

/// Why sectors cannot become what was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The edge of the sector with this id would cross or touch itself.
    Crosses(String),
    /// A ring needs three corners.
    TooFew,
}

impl Sectors {
    /// With a corner moved, in every sector that has it.
    pub fn moved(&self, from: LonLat, to: LonLat) -> Result<Sectors, Refusal> {
        self.mapped(|place| if place == from { to } else { place }, &[to])
    }

    /// With a corner put onto an edge, in every sector that has the edge.
    pub fn parted(&self, edge: [LonLat; 2], at: LonLat) -> Sectors {
        let mut parted = self.clone();
        let at = rounded_place(at);
        if edge.contains(&at) {
            return parted;
        }
        for ring in parted.all_rings() {
            let count = ring.len();
            let place = (0..count).find(|i| {
                let (a, b) = (ring[*i], ring[(i + 1) % count]);
                edge == [a, b] || edge == [b, a]
            });
            if let Some(place) = place {
                ring.insert(place + 1, at);
            }
        }
        parted
    }

    /// Without a corner, in every sector that had it. A hole of three corners goes.
    pub fn without_corner(&self, corner: LonLat) -> Result<Sectors, Refusal> {
        let mut less = self.clone();
        let mut around = Vec::new();
        for sector in &mut less.list {
            for rings in &mut sector.polygons {
                for (i, ring) in rings.iter_mut().enumerate() {
                    let Some(place) = ring.iter().position(|at| *at == corner) else { continue };
                    if ring.len() <= 3 && i == 0 {
                        return Err(Refusal::TooFew);
                    }
                    ring.remove(place);
                    around.push(ring[place.checked_sub(1).unwrap_or(ring.len() - 1)]);
                }
                let mut first = true;
                rings.retain(|ring| std::mem::take(&mut first) || ring.len() >= 3);
            }
        }
        less.checked(&around)
    }

    /// With a sector moved as a whole. Corners it shares move in its neighbours too.
    pub fn shifted(&self, id: &str, from: LonLat, to: LonLat) -> Result<Sectors, Refusal> {
        let Some(sector) = self.find(id) else { return Ok(self.clone()) };
        let corners: Vec<LonLat> = sector.polygons.iter().flatten().flatten().copied().collect();
        let shift = |place: LonLat| {
            let (x, y) = (to.lon() - from.lon(), to.lat() - from.lat());
            rounded_place(LonLat::wrapped(place.lon() + x, place.lat() + y))
        };
        let own: std::collections::HashSet<_> = corners.iter().map(|place| bits(*place)).collect();
        let moved = |place| if own.contains(&bits(place)) { shift(place) } else { place };
        let touched: Vec<LonLat> = corners.iter().map(|place| shift(*place)).collect();
        self.mapped(moved, &touched)
    }

    pub fn with(&self, sector: Sector) -> Result<Sectors, Refusal> {
        let ring = &sector.polygons[0][0];
        if ring.len() < 3 {
            return Err(Refusal::TooFew);
        }
        if crossing::crosses_itself(ring) {
            return Err(Refusal::Crosses(sector.id));
        }
        let mut more = self.clone();
        more.list.push(sector);
        Ok(more)
    }

    pub fn without(&self, id: &str) -> Sectors {
        let mut less = self.clone();
        less.list.retain(|sector| sector.id != id);
        less
    }

    pub fn renamed(&self, id: &str, name: &str) -> Sectors {
        let mut renamed = self.clone();
        let sector = renamed.list.iter_mut().find(|sector| sector.id == id);
        if let Some(sector) = sector {
            sector.rename(name);
        }
        renamed
    }

    fn all_rings(&mut self) -> impl Iterator<Item = &mut Ring> {
        self.list.iter_mut().flat_map(|sector| sector.polygons.iter_mut().flatten())
    }

    /// With every corner put elsewhere; `touched` are those that are new.
    fn mapped(
        &self,
        to: impl Fn(LonLat) -> LonLat,
        touched: &[LonLat],
    ) -> Result<Sectors, Refusal> {
        let mut mapped = self.clone();
        for ring in mapped.all_rings() {
            let before = ring.clone();
            ring.iter_mut().for_each(|place| *place = to(*place));
            if *ring == before {
                continue;
            }
            // A corner put onto its neighbour is one with it.
            ring.dedup();
            if ring.len() > 1 && ring.first() == ring.last() {
                ring.pop();
            }
            if ring.len() < 3 {
                return Err(Refusal::TooFew);
            }
        }
        mapped.checked(touched)
    }

    /// The sectors, unless a ring crosses itself at one of these corners.
    fn checked(self, touched: &[LonLat]) -> Result<Sectors, Refusal> {
        let crossed = self.rings().find(|(_, ring)| crossing::crosses_at(ring, touched));
        match crossed {
            Some((sector, _)) => Err(Refusal::Crosses(self.list[sector].id.clone())),
            None => Ok(self),
        }
    }
}

/// A place as a key.
pub(super) fn bits(place: LonLat) -> (u64, u64) {
    (place.lon().to_bits(), place.lat().to_bits())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(x: f64, y: f64) -> LonLat {
        LonLat::new(x, y).unwrap()
    }

    fn ring(points: &[(f64, f64)]) -> Ring {
        points.iter().map(|(x, y)| place(*x, *y)).collect()
    }

    /// Two squares side by side: their common border runs from (1, 0) to (1, 1).
    fn pair() -> Sectors {
        let west = ring(&[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]);
        let east = ring(&[(1.0, 0.0), (2.0, 0.0), (2.0, 1.0), (1.0, 1.0)]);
        let sectors = Sectors::default().with(Sector::new("west".into(), "West", west)).unwrap();
        sectors.with(Sector::new("east".into(), "East", east)).unwrap()
    }

    fn corners(sectors: &Sectors, id: &str) -> Vec<(f64, f64)> {
        let sector = sectors.find(id).unwrap();
        sector.polygons[0][0].iter().map(|p| (p.lon(), p.lat())).collect()
    }

    #[test]
    fn a_common_corner_moves_in_both() {
        let moved = pair().moved(place(1.0, 1.0), place(1.2, 1.3)).unwrap();
        for id in ["west", "east"] {
            let corners = corners(&moved, id);
            assert!(corners.contains(&(1.2, 1.3)) && !corners.contains(&(1.0, 1.0)), "{id}");
        }
    }

    #[test]
    fn a_new_corner_on_a_common_border_is_in_both_and_leaves_both() {
        let border = [place(1.0, 1.0), place(1.0, 0.0)];
        let parted = pair().parted(border, place(1.0, 0.5));
        let west = [(0.0, 0.0), (1.0, 0.0), (1.0, 0.5), (1.0, 1.0), (0.0, 1.0)];
        assert_eq!(corners(&parted, "west"), west);
        assert_eq!(corners(&parted, "east").len(), 5);
        assert_eq!(parted.without_corner(place(1.0, 0.5)), Ok(pair()));
    }

    #[test]
    fn rings_that_cross_themselves_are_refused() {
        let across = pair().moved(place(0.0, 0.0), place(2.5, 0.5));
        assert_eq!(across, Err(Refusal::Crosses("west".into())));
        let bow_tie = ring(&[(0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0)]);
        let sector = Sector::new("bow".into(), "Bow", bow_tie);
        assert_eq!(pair().with(sector), Err(Refusal::Crosses("bow".into())));
        let line = Sector::new("line".into(), "Line", ring(&[(0.0, 0.0), (1.0, 1.0)]));
        assert_eq!(pair().with(line), Err(Refusal::TooFew));
    }

    #[test]
    fn a_triangle_keeps_its_corners() {
        let three = ring(&[(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)]);
        let sectors = Sectors::default().with(Sector::new("t".into(), "T", three)).unwrap();
        assert_eq!(sectors.without_corner(place(0.0, 1.0)), Err(Refusal::TooFew));
        assert_eq!(sectors.moved(place(0.0, 1.0), place(1.0, 0.0)), Err(Refusal::TooFew));
    }

    #[test]
    fn a_sector_moves_with_its_borders() {
        let moved = pair().shifted("east", place(0.0, 0.0), place(0.5, 0.0)).unwrap();
        assert_eq!(corners(&moved, "east")[0], (1.5, 0.0));
        assert_eq!(corners(&moved, "west")[1], (1.5, 0.0), "the common border with it");
        assert_eq!(corners(&moved, "west")[0], (0.0, 0.0));
        assert_eq!(pair().without("east").list.len(), 1);
        assert_eq!(pair().renamed("east", "Est").find("east").unwrap().name("fr"), Some("Est"));
    }
}
