//! Flows on the same way go side by side, and what travels on them keeps apart.

use super::bands::head_size;
use super::bundles::{Flow, Parcel};
use super::cells::Cells;
use super::flows::parcel_size;
use super::map::Frame;
use super::symbols::{self, RADII};
use super::units::Body;
use super::ways::Way;
use crate::scene::{Point, Rect};

/// Between flows side by side, in points.
const LANE_GAP: f32 = 2.5;
/// How far flows side by side keep apart where they reach a site: heads beside each
/// other, and none far from it.
const AT_ENDS: f32 = 9.0;
/// Ways are on each other when they are nearer than this, in points.
const SAME_WAY: f32 = 8.0;
/// Ways on each other begin or end within so many points of each other.
const NEAR_END: f32 = 40.0;
/// And on each other for so many points, or all along where one is shorter.
const STRETCH: f32 = 50.0;
/// Batches nearer to each other than this are drawn as one, in points.
const PARCEL_GAP: f32 = 26.0;
/// The same for those with a symbol beside their number.
const SIGNED_GAP: f32 = 62.0;
/// How long a batch covers a way, in points.
const PARCEL: f32 = 12.0;
/// How near to a site a batch may be drawn, from the edge of its disc.
const SITE_GAP: f32 = 2.0;

/// Puts flows on the same way side by side.
pub fn fan_out(flows: &mut [Flow], view: Rect) {
    let mut bundles: Vec<Vec<usize>> = Vec::new();
    // The flows so far, with their bundles, by where they begin and end.
    let mut ends = Cells::of(view);
    for i in 0..flows.len() {
        let way = &flows[i].way;
        let around = |p| Rect::around(p, 2.0 * NEAR_END, 2.0 * NEAR_END);
        let near = [way.start(), way.end()].into_iter().flat_map(|p| ends.near(around(p)));
        let mut near: Vec<(usize, usize)> = near.collect();
        near.sort_unstable();
        near.dedup();
        let found = near.into_iter().find(|(_, j)| shares_way(&flows[i], &flows[*j]));
        let bundle = found.map_or(bundles.len(), |(bundle, _)| bundle);
        match bundles.get_mut(bundle) {
            Some(bundle) => bundle.push(i),
            None => bundles.push(vec![i]),
        }
        for end in [way.start(), way.end()] {
            ends.add_point(end, (bundle, i));
        }
    }
    for bundle in bundles.into_iter().filter(|bundle| bundle.len() > 1) {
        place_beside(flows, bundle);
    }
}

/// From left to right as the longest of them goes: those that go the other way first, so
/// that all keep to the right, and each on the side to which it turns off.
fn place_beside(flows: &mut [Flow], bundle: Vec<usize>) {
    let length = |i: &usize| flows[*i].way.length();
    let Some(longest) = bundle.iter().copied().max_by(|a, b| length(a).total_cmp(&length(b)))
    else {
        return;
    };
    let trunk = flows[longest].way.clone();
    let mut bundle: Vec<(bool, f32, usize)> = bundle
        .into_iter()
        .map(|i| {
            let way = &flows[i].way;
            let along = |point: Point| trunk.nearest(point).1;
            let goes_along = along(way.start()) <= along(way.end());
            (goes_along, aside(&trunk, way.at(way.length() / 2.0).0), i)
        })
        .collect();
    bundle.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let widths = bundle.iter().map(|(.., i)| flows[*i].width + LANE_GAP);
    let total: f32 = widths.sum::<f32>() - LANE_GAP;
    let mut side = -total / 2.0;
    for (goes_along, _, i) in bundle {
        let flow = &mut flows[i];
        let right = side + flow.width / 2.0;
        let by = if goes_along { right } else { -right };
        // Arrows out of the theatre need not meet at their ends.
        flow.way = if flow.leads_out { flow.way.shifted(by) } else { flow.way.beside(by, AT_ENDS) };
        side += flow.width + LANE_GAP;
    }
}

/// How far a point is to the right of a way; 0 where it is on it.
fn aside(way: &Way, point: Point) -> f32 {
    let (distance, length) = way.nearest(point);
    if distance < SAME_WAY {
        return 0.0;
    }
    let (on, angle) = way.at(length);
    (point.y - on.y) * angle.cos() - (point.x - on.x) * angle.sin()
}

/// Whether the shorter one of two ways runs on the other all along, or at least some
/// stretch from the end that they have in common.
fn shares_way(a: &Flow, b: &Flow) -> bool {
    let (long, short) =
        if a.way.length() >= b.way.length() { (&a.way, &b.way) } else { (&b.way, &a.way) };
    // Most ways have no end in common; that is soon seen.
    let meets = |p: Point| long.start().distance(p) < NEAR_END || long.end().distance(p) < NEAR_END;
    let ends = [(short.start(), STRETCH), (short.end(), short.length() - STRETCH)];
    let near = |point: Point| long.distance(point) < SAME_WAY;
    let runs_on = |end: Point, stretch: f32| near(end) && near(short.at(stretch).0);
    ends.into_iter().any(|(end, stretch)| meets(end) && runs_on(end, stretch))
}

/// Draws few batches on each flow, off each other, off the sites, their names and
/// their units. Where there is no room for the symbol of a unit, the number is alone, and
/// near a site if it must; where it would lie over another text, it is left out.
pub fn place_parcels(flows: &mut [Flow], frame: &Frame) {
    let mut blocked = Blocked::of(frame);
    for exit in &frame.standing.exits {
        if flows.iter().any(|flow| flow.leads_out && *flow.from == exit.from) {
            blocked.texts.add(exit.rect, exit.rect);
        }
    }
    for flow in flows {
        let length = flow.way.length();
        gather(&mut flow.parcels, length);
        // None lies on the head.
        let last = (1.0 - (head_size(flow.width) + PARCEL / 2.0) / length).max(0.0);
        flow.parcels.retain_mut(|parcel| {
            parcel.progress = parcel.progress.min(last);
            let at = |progress: f32| flow.way.at(length * progress).0;
            let near = [0.0, -0.5, 0.5, -1.0, 1.0, -1.5, 1.5, -2.0, 2.0];
            let near = near.map(|n| parcel.progress + n * PARCEL_GAP / length);
            let near = || near.into_iter().filter(|p| (0.0..=last).contains(p));
            let (width, height) = parcel_size(parcel.people, frame.look.lang);
            let signed = || near().map(|p| (Body::new(at(p), width).area(), p));
            let alone = || near().map(|p| (Rect::around(at(p), width, height), p));
            let with_sign =
                parcel.unit.and_then(|_| signed().find(|(area, _)| blocked.is_free(*area)));
            if with_sign.is_none() {
                parcel.unit = None;
            }
            let found = with_sign
                .or_else(|| alone().find(|(area, _)| blocked.is_free(*area)))
                .or_else(|| alone().find(|(area, _)| !blocked.has_text(*area)));
            let Some((area, progress)) = found else { return false };
            parcel.progress = progress;
            blocked.texts.add(area, area);
            true
        });
    }
}

/// Where no batch may be drawn.
struct Blocked<'f, 'a> {
    frame: &'f Frame<'a>,
    /// How near to any site it may matter how large its disc is.
    farthest: f32,
    /// Names, rows of units, marks of ways out and other batches.
    texts: Cells<Rect>,
}

impl<'f, 'a> Blocked<'f, 'a> {
    /// How near to a text a batch may be drawn, in points.
    const AIR: f32 = 3.0;

    fn of(frame: &'f Frame<'a>) -> Blocked<'f, 'a> {
        let farthest = symbols::scale(frame.look.view.camera().zoom) * RADII.1 + SITE_GAP;
        let mut texts = Cells::of(frame.standing.outer);
        let names = frame.names.iter().map(|name| name.rect());
        for rect in names.chain(frame.rows.iter().map(|row| row.area)) {
            texts.add(rect, rect);
        }
        Blocked { frame, farthest, texts }
    }

    fn is_free(&self, area: Rect) -> bool {
        !self.has_text(area) && !self.reaches_site(area)
    }

    fn has_text(&self, area: Rect) -> bool {
        let area = area.grown(Self::AIR);
        self.texts.near(area).any(|text| text.intersects(area))
    }

    /// Whether something that covers a rectangle is too near to a site.
    fn reaches_site(&self, area: Rect) -> bool {
        let Frame { standing, sites, .. } = self.frame;
        let mut posts = standing.near.near(area.grown(self.farthest));
        posts.any(|post| {
            let at = standing.posts[post].at;
            let near =
                Point::new(at.x.clamp(area.min.x, area.max.x), at.y.clamp(area.min.y, area.max.y));
            let distance = at.distance(near);
            distance < self.farthest && distance < sites[post].symbol.radius + SITE_GAP
        })
    }
}

/// Draws batches that are near each other as one.
fn gather(parcels: &mut Vec<Parcel>, length: f32) {
    // Three at most on any way.
    let least = if parcels.iter().any(|it| it.unit.is_some()) { SIGNED_GAP } else { PARCEL_GAP };
    let gap = least.max(length / 2.5);
    parcels.sort_by(|a, b| a.progress.total_cmp(&b.progress));
    let mut gathered: Vec<Parcel> = Vec::new();
    // Of the batches drawn as the last one so far, the one with the most people.
    let mut most = 0;
    for parcel in parcels.drain(..) {
        match gathered.last_mut() {
            Some(last) if (parcel.progress - last.progress) * length < gap => {
                let people = last.people + parcel.people;
                // In the middle of them, by their numbers.
                let weight = if people > 0 { parcel.people as f32 / people as f32 } else { 0.5 };
                last.progress += (parcel.progress - last.progress) * weight;
                if parcel.people > most {
                    (most, last.unit) = (parcel.people, parcel.unit);
                }
                last.people = people;
            }
            _ => {
                most = parcel.people;
                gathered.push(parcel);
            }
        }
    }
    *parcels = gathered;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Unit;

    #[test]
    fn of_near_batches_the_largest_gives_the_symbol() {
        let plan = r#"{ "format": "decamp-plan", "version": 1, "units": [
            { "id": "a", "name": "A", "kind": "infantry" }, { "id": "b", "name": "B", "kind": "engineer" },
            { "id": "c", "name": "C", "kind": "medical" } ] }"#;
        let plan = crate::file::read(plan.as_bytes()).unwrap().plan;
        let units: Vec<&Unit> = plan.units().iter().map(|unit| &**unit).collect();
        for (people, led) in [([10, 10, 15], "c"), ([10, 12, 8], "b"), ([20, 12, 15], "a")] {
            let parcel = |i: usize| Parcel {
                progress: 0.5 + 0.01 * i as f32,
                people: people[i],
                unit: Some(units[i]),
            };
            let mut parcels = (0..3).map(parcel).collect();
            gather(&mut parcels, 100.0);
            let drawn: Vec<_> = parcels.iter().map(|it| it.unit.map(|u| u.id.as_str())).collect();
            assert_eq!(drawn, [Some(led)], "{people:?}");
        }
    }

    #[test]
    fn near_batches_are_one() {
        let parcel = |progress, people| Parcel { progress, people, unit: None };
        let mut parcels = vec![parcel(0.5, 10), parcel(0.1, 4), parcel(0.55, 30)];
        gather(&mut parcels, 100.0);
        assert_eq!(parcels.len(), 2);
        assert_eq!(parcels[1].people, 40);
        assert!((parcels[1].progress - 0.5375).abs() < 1e-6);
    }
}
