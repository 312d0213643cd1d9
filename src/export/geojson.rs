//! Sites and movements for programs that show maps (RFC 7946).
//!
//! Names stand in both languages, everything else in the words of the plan file:
//! other programs read it. What has no place on the map has no geometry.

use std::io::Write;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::error::Broken;
use super::{Request, founding};
use crate::calendar::Span;
use crate::geo::LonLat;
use crate::i18n::{Lang, Names};
use crate::job::Control;
use crate::plan::{Activity, ActivityKind, Id, Movement, Site, Text};
use crate::schedule::{Holdings, Snapshot, Track, UnitNow};

pub fn write(request: &Request, _: &Control, out: &mut dyn Write) -> Result<(), Broken> {
    let snapshot = request.schedule.snapshot(request.track, request.moment);
    let sites = request.plan.sites().iter().map(|site| site_feature(site, &snapshot, request));
    let movements = request
        .plan
        .movements()
        .iter()
        .map(|movement| movement_feature(movement, &snapshot, request));
    let header = request.plan.header();
    let mut text = String::from("{\n\"type\": \"FeatureCollection\",\n");
    for (name, value) in [
        ("title", written(&header.title)),
        ("marking", written(&header.marking)),
        ("date", request.moment.to_string().into()),
        ("track", request.track.as_word().into()),
    ] {
        text.push_str(&format!("{}: {value},\n", Value::from(name)));
    }
    // A feature a line: what changes from day to day can be compared.
    let features: Vec<String> = sites.chain(movements).map(|feature| feature.to_string()).collect();
    text.push_str(&format!("\"features\": [\n{}\n]\n}}\n", features.join(",\n")));
    Ok(out.write_all(text.as_bytes())?)
}

fn site_feature(site: &Site, snapshot: &Snapshot, request: &Request) -> Value {
    let mut properties = Properties::default();
    properties.set("item", "site");
    properties.set("name_fr", site.name.in_language("fr"));
    properties.set("name_en", site.name.in_language("en"));
    properties.set("kind", &site.kind);
    properties.set("roles", &site.roles);
    properties.set("sector", &site.sector);
    properties.set("part_of", &site.part_of);
    properties.set("accuracy_km", site.accuracy_km);
    properties.set("basis_geometry", founding::of_member(&site.basis, "geometry"));
    if let Some(now) = snapshot.site(&site.id).filter(|_| !site.is_exit()) {
        let here = |unit: &&UnitNow| unit.at.iter().any(|(at, _)| *at == site.id);
        let units = snapshot.units.iter().filter(here);
        properties.set("state", now.state);
        properties.set_holdings(&now.holdings);
        properties.set("basis_people", founding::of_units(units, &request.plan));
    }
    for (kind, name) in [(ActivityKind::Closure, "closure"), (ActivityKind::Handover, "handover")] {
        for track in Track::ALL {
            let name = format!("{name}_{}_", track.as_word());
            properties.set_span(&name, extent(site, &kind, track, request));
        }
    }
    let geometry =
        site.place.map(|place| json!({ "type": "Point", "coordinates": position(place) }));
    feature(&site.id, geometry, properties)
}

fn movement_feature(movement: &Movement, snapshot: &Snapshot, request: &Request) -> Value {
    let mut properties = Properties::default();
    properties.set("item", "movement");
    properties.set("name_fr", Names::new(&request.plan, Lang::Fr).movement(movement));
    properties.set("name_en", Names::new(&request.plan, Lang::En).movement(movement));
    properties.set("kind", &movement.kind);
    properties.set("from", &movement.from);
    properties.set("to", &movement.to);
    properties.set("mode", &movement.mode);
    properties.set("phase", &movement.phase);
    properties.set("state", snapshot.movement(&movement.id).map(|now| now.state));
    properties.set("schematic", request.routes.is_schematic(movement));
    properties.set_span("", request.schedule.span(request.track, &movement.id));
    properties.set("basis_planned", founding::of_member(&movement.basis, "planned"));
    properties.set_holdings(&request.schedule.moved(request.track, &movement.id));
    properties.set("basis_people", founding::of_loads(movement, &request.plan));
    let geometry = request.routes.line(movement).map(|line| line_geometry(line.points()));
    feature(&movement.id, geometry, properties)
}

fn feature(id: &Id, geometry: Option<Value>, properties: Properties) -> Value {
    json!({ "type": "Feature", "id": id, "geometry": geometry, "properties": properties.0 })
}

/// From the first start to the last end of the activities of one kind at a site.
fn extent(site: &Site, kind: &ActivityKind, track: Track, request: &Request) -> Option<Span> {
    let of_site =
        |activity: &Activity| activity.site.as_ref() == Some(&site.id) && activity.kind == *kind;
    let activities = request.plan.activities().iter().filter(|activity| of_site(activity));
    let spans: Vec<Span> =
        activities.filter_map(|activity| request.schedule.span(track, &activity.id)).collect();
    let start = spans.iter().filter_map(|span| span.start).min();
    let end = spans.iter().filter_map(|span| span.end).max();
    (!spans.is_empty()).then(|| Span::new(start, end))
}

#[derive(Default)]
struct Properties(Map<String, Value>);

impl Properties {
    fn set(&mut self, name: &str, value: impl Serialize) {
        let value = serde_json::to_value(value).expect("words, names and figures are JSON");
        self.0.insert(name.into(), value);
    }

    fn set_span(&mut self, prefix: &str, span: Option<Span>) {
        let Span { start, end } = span.unwrap_or_default();
        for (name, day) in [("start", start), ("end", end)] {
            self.set(&format!("{prefix}{name}"), day.map(|day| day.to_string()));
        }
    }

    /// As single members: most programs show no others.
    fn set_holdings(&mut self, holdings: &Holdings) {
        self.set("people", holdings.personnel.total());
        for (kind, amount) in holdings.materiel.iter() {
            self.set(&format!("materiel_{kind}"), amount);
        }
    }
}

/// A text as the plan file writes it.
fn written(text: &Text) -> Value {
    match text {
        Text::Same(text) => text.as_str().into(),
        Text::ByLanguage(texts) => {
            texts.iter().map(|(tag, text)| (tag.clone(), Value::from(text.as_str()))).collect()
        }
    }
}

/// Rounded to 7 decimals, a centimetre: the rest is the noise of computing.
fn position(place: LonLat) -> [f64; 2] {
    [place.lon(), place.lat()].map(|degrees| {
        let rounded = (degrees * 1e7).round() / 1e7;
        // There is no −0 on a map.
        if rounded == 0.0 { 0.0 } else { rounded }
    })
}

/// A line that crosses the 180th meridian is cut there, as RFC 7946 (3.1.9) asks.
fn line_geometry(points: &[LonLat]) -> Value {
    let mut parts: Vec<Vec<[f64; 2]>> = vec![Vec::new()];
    let mut before: Option<LonLat> = None;
    for &point in points {
        if let Some((leaves, enters)) = before.and_then(|before| crossing(before, point)) {
            parts.last_mut().expect("there is a first part").push(position(leaves));
            parts.push(vec![position(enters)]);
        }
        parts.last_mut().expect("there is a first part").push(position(point));
        before = Some(point);
    }
    match &parts[..] {
        [line] => json!({ "type": "LineString", "coordinates": line }),
        lines => json!({ "type": "MultiLineString", "coordinates": lines }),
    }
}

/// Where a piece of a line leaves one side of the 180th meridian and enters the
/// other; None if it stays on its side.
fn crossing(from: LonLat, to: LonLat) -> Option<(LonLat, LonLat)> {
    if (to.lon() - from.lon()).abs() <= 180.0 {
        return None;
    }
    let side = 180.0_f64.copysign(from.lon());
    // The piece is short, and straight enough on the flat map.
    let unrolled = to.lon() + 2.0 * side;
    let share = (side - from.lon()) / (unrolled - from.lon());
    let lat = from.lat() + (to.lat() - from.lat()) * share;
    Some((LonLat::wrapped(side, lat), LonLat::wrapped(-side, lat)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_at_the_180th_meridian() {
        let line = |points: &[(f64, f64)]| {
            let points: Vec<LonLat> =
                points.iter().map(|(lon, lat)| LonLat::new(*lon, *lat).unwrap()).collect();
            line_geometry(&points)["coordinates"].to_string()
        };
        assert_eq!(line(&[(0.1, 16.0), (-0.000000001, 16.5)]), "[[0.1,16.0],[0.0,16.5]]");
        assert_eq!(
            line(&[(178.0, -18.0), (-178.0, -16.0)]),
            "[[[178.0,-18.0],[180.0,-17.0]],[[-180.0,-17.0],[-178.0,-16.0]]]"
        );
        assert_eq!(
            line(&[(-179.0, 0.0), (179.0, 2.0), (178.0, 2.0)]),
            "[[[-179.0,0.0],[-180.0,1.0]],[[180.0,1.0],[179.0,2.0],[178.0,2.0]]]"
        );
    }
}
