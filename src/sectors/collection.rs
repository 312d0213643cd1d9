//! Sectors as the FeatureCollection of a plan, with all that it says of them.

use serde_json::{Map, Value, json};

use crate::geo::{LonLat, WorldPoint};
use crate::plan::Opaque;
use crate::theatre::{Theatre, slug};

/// A ring without its closing point.
pub type Ring = Vec<LonLat>;

/// A sector as it is edited.
#[derive(Clone, Debug, PartialEq)]
pub struct Sector {
    /// As sites of the plan name it.
    pub id: String,
    /// Each a list of rings, the outer one first; none without a ring.
    pub polygons: Vec<Vec<Ring>>,
    /// The members of its feature but for id and geometry.
    pub(super) feature: Map<String, Value>,
}

/// The sectors of a plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sectors {
    pub list: Vec<Sector>,
    /// Features without an area: kept as they are.
    others: Vec<Value>,
    /// The members of the collection but for its features.
    collection: Map<String, Value>,
}

impl Sectors {
    /// The sectors a theatre shows. `own` is the collection of the plan they are
    /// read from; without one they come from the map, and their names with them.
    pub fn of(theatre: &Theatre, own: Option<&Opaque>) -> Sectors {
        let mut collection = own.and_then(|own| own.value().as_object().cloned());
        let features = collection.as_mut().and_then(|members| members.remove("features"));
        let mut features = match features {
            Some(Value::Array(features)) => features,
            _ => Vec::new(),
        };
        let areas: Vec<_> = theatre.sectors().iter().collect();
        let mut known: Vec<Option<Value>> = areas
            .iter()
            .map(|area| {
                let place = features.iter().position(|feature| names(feature, &area.id));
                place.map(|place| features.remove(place))
            })
            .collect();
        // What was given another id stands in the order of the file.
        let unnamed = known.iter().filter(|feature| feature.is_none()).count();
        let (left, mut others): (Vec<_>, Vec<_>) = features.into_iter().partition(has_area);
        if unnamed == 0 {
            // The theatre shows nothing of them: they stay as they are.
            others.extend(left);
        } else if unnamed == left.len() {
            let free = known.iter_mut().filter(|feature| feature.is_none());
            free.zip(left).for_each(|(known, feature)| *known = Some(feature));
        }
        let list = areas.into_iter().zip(known).map(|(area, known)| {
            let feature = match known {
                Some(Value::Object(mut feature)) => {
                    feature.retain(|member, _| !is_written_anew(member));
                    feature
                }
                _ => described(area),
            };
            let polygons = area.polygons();
            let polygons = polygons.into_iter().map(|rings| rings.into_iter().map(rounded));
            let polygons = polygons.map(Iterator::collect).collect();
            Sector { id: area.id.clone(), polygons, feature }
        });
        let list = list.collect();
        let mut collection = collection.unwrap_or_default();
        collection.remove("type");
        Sectors { list, others, collection }
    }

    /// The collection a plan holds.
    pub fn to_collection(&self) -> Opaque {
        let mut members = Map::new();
        members.insert("type".into(), "FeatureCollection".into());
        members.extend(self.collection.clone());
        let features = self.list.iter().map(Sector::to_feature).chain(self.others.iter().cloned());
        members.insert("features".into(), features.collect());
        Opaque::new(Value::Object(members))
    }

    pub fn find(&self, id: &str) -> Option<&Sector> {
        self.list.iter().find(|sector| sector.id == id)
    }

    /// All rings, with the number of their sector.
    pub fn rings(&self) -> impl Iterator<Item = (usize, &Ring)> {
        let sectors = self.list.iter().enumerate();
        sectors.flat_map(|(i, sector)| sector.polygons.iter().flatten().map(move |ring| (i, ring)))
    }

    /// An id like this text that no sector has.
    pub fn fresh_id(&self, like: &str) -> String {
        let stem = slug(like);
        let stem = if stem.is_empty() { "sector".to_owned() } else { stem };
        let numbered = (2..).map(|number| format!("{stem}-{number}"));
        let mut ids = std::iter::once(stem.clone()).chain(numbered);
        ids.find(|id| self.find(id).is_none()).expect("there is always a next number")
    }
}

impl Sector {
    /// A sector with one ring.
    pub fn new(id: String, name: &str, ring: Ring) -> Sector {
        let mut feature = Map::new();
        feature.insert("properties".into(), json!({ "name": name }));
        Sector { id, polygons: vec![vec![ring]], feature }
    }

    /// What it is called in a language, or else in any.
    pub fn name(&self, lang: &str) -> Option<&str> {
        let properties = self.feature.get("properties")?;
        let text = |member: &str| properties.get(member)?.as_str();
        text(&format!("name_{lang}")).or_else(|| text("name"))
    }

    /// Gives it a name, in all languages that it has one in.
    pub(super) fn rename(&mut self, name: &str) {
        let properties = self.feature.entry("properties").or_insert_with(|| json!({}));
        if let Value::Object(properties) = properties {
            properties.retain(|member, _| !member.starts_with("name_"));
            properties.insert("name".into(), name.into());
        }
    }

    fn to_feature(&self) -> Value {
        let ring = |ring: &Ring| {
            let closed = ring.iter().chain(ring.first());
            closed.map(|place| json!([place.lon(), place.lat()])).collect::<Value>()
        };
        let polygon = |rings: &Vec<Ring>| rings.iter().map(ring).collect::<Value>();
        let geometry = match &self.polygons[..] {
            [one] => json!({ "type": "Polygon", "coordinates": polygon(one) }),
            all => {
                let polygons = all.iter().map(polygon).collect::<Value>();
                json!({ "type": "MultiPolygon", "coordinates": polygons })
            }
        };
        let mut members = Map::new();
        members.insert("type".into(), "Feature".into());
        members.insert("id".into(), self.id.as_str().into());
        members.extend(self.feature.clone());
        members.insert("geometry".into(), geometry);
        Value::Object(members)
    }
}

/// Whether a member of a feature is written from the sector itself.
fn is_written_anew(member: &str) -> bool {
    matches!(member, "type" | "id" | "geometry" | "bbox")
}

/// The middle of an edge as the map draws it.
pub fn middle([a, b]: [LonLat; 2]) -> LonLat {
    rounded_place(WorldPoint::from(a).towards(b.into(), 0.5).into())
}

/// A corner to a tenth of a metre: as much as files keep.
pub fn rounded_place(place: LonLat) -> LonLat {
    let round = |degrees: f64| (degrees * 1e6).round() / 1e6;
    LonLat::wrapped(round(place.lon()), round(place.lat()))
}

fn rounded(ring: Ring) -> Ring {
    let mut ring: Ring = ring.into_iter().map(rounded_place).collect();
    ring.dedup();
    ring
}

/// Whether a feature is that of a sector with this id: by its own id, or where it has
/// none by its name, as theatres read them.
fn names(feature: &Value, id: &str) -> bool {
    let properties = feature.get("properties");
    let given = feature.get("id").or_else(|| properties?.get("id"));
    let given = given.or_else(|| properties?.get("name"));
    let text = match given {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => return false,
    };
    has_area(feature) && slug(&text) == id
}

fn has_area(feature: &Value) -> bool {
    let kind = feature.get("geometry").and_then(|geometry| geometry.get("type"));
    let kind = kind.and_then(Value::as_str);
    matches!(kind, Some("Polygon" | "MultiPolygon" | "GeometryCollection"))
}

/// What a theatre knows of a sector, as members of a feature.
fn described(area: &crate::theatre::Area<crate::theatre::Sector>) -> Map<String, Value> {
    let (names, data) = (&area.names, &area.data);
    let known = [
        ("name", &names.fallback),
        ("name_fr", &names.fr),
        ("name_en", &names.en),
        ("hq", &data.hq),
        ("hq_camp", &data.hq_camp),
    ];
    let known = known.into_iter().filter_map(|(member, value)| {
        let value = value.as_ref()?;
        Some((member.to_owned(), value.as_str().into()))
    });
    let properties: Map<String, Value> = known.collect();
    Map::from_iter([("properties".to_owned(), Value::Object(properties))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sectors_of_a_map_become_those_of_a_plan_with_their_names() {
        let mali = Theatre::bundled("mali").unwrap();
        let sectors = Sectors::of(&mali, None);
        let own = sectors.to_collection();
        let theatre = mali.with_sectors(own.value()).unwrap();
        for sector in mali.sectors().iter() {
            let again = theatre.sectors().find(&sector.id).unwrap();
            assert_eq!((&again.names, &again.data), (&sector.names, &sector.data));
        }
        assert!(Sectors::of(&theatre, Some(&own)) == sectors, "and nothing more is changed");
    }

    #[test]
    fn what_a_plan_says_of_its_sectors_is_kept() {
        let own = json!({ "type": "FeatureCollection", "made_by": "hand", "features": [
            { "type": "Feature", "geometry": null, "properties": { "note": "none" } },
            { "type": "Feature", "properties": { "name": "Ouest", "rank": 3 }, "extra": true,
              "geometry": { "type": "Polygon", "coordinates":
                [[[0, 0], [1, 0], [1, 1], [0, 0]]] } } ] });
        let theatre = Theatre::world().with_sectors(&own).unwrap();
        let sectors = Sectors::of(&theatre, Some(&Opaque::new(own)));
        assert_eq!(sectors.list[0].id, "ouest");
        let written = sectors.to_collection();
        let written = written.value();
        assert_eq!(written["made_by"], "hand");
        assert_eq!(written["features"][0]["properties"]["rank"], 3);
        assert_eq!(written["features"][0]["extra"], true);
        assert_eq!(written["features"][1]["properties"]["note"], "none");
        assert_eq!(written["features"].as_array().unwrap().len(), 2);
    }

    #[test]
    fn features_with_one_id_are_told_apart_by_their_order() {
        let square = |x: i64, note: &str| {
            json!({ "type": "Feature", "id": "a", "properties": { "note": note },
                "geometry": { "type": "Polygon",
                    "coordinates": [[[x, 0], [x + 1, 0], [x + 1, 1], [x, 0]]] } })
        };
        let own = json!({ "type": "FeatureCollection",
            "features": [square(0, "first"), square(5, "second")] });
        let theatre = Theatre::world().with_sectors(&own).unwrap();
        let written = Sectors::of(&theatre, Some(&Opaque::new(own))).to_collection();
        let features = written.value()["features"].as_array().unwrap().clone();
        let notes: Vec<_> = features.iter().map(|f| (&f["id"], &f["properties"]["note"])).collect();
        assert_eq!(notes, [(&json!("a"), &json!("first")), (&json!("a-2"), &json!("second"))]);
    }

    #[test]
    fn ids_of_new_sectors_are_free() {
        let mali = Sectors::of(&Theatre::bundled("mali").unwrap(), None);
        assert_eq!(mali.fresh_id("Ménaka"), "menaka");
        assert_eq!(mali.fresh_id("North"), "north-2");
        assert_eq!(mali.fresh_id("؟"), "sector");
    }
}
