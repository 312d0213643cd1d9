//! The maps that come with the program.

use std::sync::Arc;

use decamp::geo::{Geometry, LonLat, Polyline, WorldPoint};
use decamp::theatre::{BUNDLED, Theatre, countries, country_borders, disputed_borders, licences};

fn mali() -> Arc<Theatre> {
    Theatre::bundled("mali").unwrap()
}

fn place(lon: f64, lat: f64) -> LonLat {
    LonLat::new(lon, lat).unwrap()
}

#[test]
fn the_bundled_theatres_load_and_have_nothing_to_note() {
    for name in BUNDLED {
        assert_eq!(Theatre::bundled(name).unwrap().notes(), [], "{name}");
    }
    assert!(Theatre::bundled("atlantis").is_none());
    let theatre = mali();
    let layers = theatre.layers();
    let counts = [
        layers.boundary.len(),
        layers.regions.len(),
        layers.region_labels.len(),
        layers.sectors.len(),
        layers.neighbours.len(),
        layers.disputed.len(),
        layers.rivers.len(),
        layers.lakes.len(),
        layers.roads.len(),
        layers.towns.len(),
        layers.camps.len(),
        countries().len(),
    ];
    assert_eq!(counts, [1, 9, 2, 5, 43, 1, 215, 47, 26, 81, 13, 241]);
    assert!(licences::SOURCES.contains("Natural Earth"));
    assert!(licences::LGPL_3.contains("GNU LESSER GENERAL PUBLIC LICENSE"));
    assert!(licences::GPL_3.contains("GNU GENERAL PUBLIC LICENSE"));
    for line in [licences::CREDIT_MALI, licences::CREDIT_WORLD] {
        assert!(licences::SOURCES.contains(line), "{line}");
    }
}

#[test]
fn every_camp_lies_in_its_sector() {
    let theatre = mali();
    for camp in &*theatre.layers().camps {
        assert_eq!(theatre.sector_of(camp.place()), camp.data.sector.as_deref(), "{}", camp.id);
        assert!(theatre.contains(camp.place()), "{}", camp.id);
    }
}

#[test]
fn western_sahara_is_one_territory_with_a_disputed_border() {
    let theatre = mali();
    let layers = theatre.layers();
    // Both sides of the berm, along which Natural Earth parts it.
    for (lon, lat) in [(-15.0, 22.8), (-12.5, 26.8), (-12.5, 23.6), (-8.8, 27.5)] {
        let at = place(lon, lat);
        for countries in [&*layers.neighbours, countries()] {
            assert_eq!(countries.at(at).map(|c| c.id.as_str()), Some("esh"), "{lon} {lat}");
        }
    }
    let north = layers.neighbours.at(place(-11.0, 27.8)).unwrap();
    assert_eq!(north.id, "mar");
    for disputed in [&*layers.disputed, disputed_borders()] {
        let [line] = disputed.features() else { panic!("{disputed:?}") };
        assert_eq!(line.name("fr"), Some("Sahara occidental – Maroc"));
        assert_eq!(line.name("en"), Some("Western Sahara – Morocco"));
        let ends = [line.bounds().min, line.bounds().max].map(LonLat::from);
        for (end, lon) in ends.into_iter().zip([-13.17, -8.68]) {
            assert!((end.lon() - lon).abs() < 0.01 && (end.lat() - 27.66).abs() < 0.01, "{end:?}");
        }
    }
}

#[test]
fn sectors_are_named_in_two_languages() {
    let theatre = mali();
    for (id, fr, en) in [
        ("north", "Nord", "North"),
        ("east", "Est", "East"),
        ("west", "Ouest", "West"),
        ("centre", "Centre", "Centre"),
        ("south", "Sud", "South"),
    ] {
        let sector = theatre.sectors().find(id).unwrap();
        assert_eq!((sector.name("fr"), sector.name("en")), (Some(fr), Some(en)));
        assert_eq!(sector.name("fr-ML"), Some(fr));
        assert_eq!(theatre.sector_of(sector.label_at()), Some(id));
    }
    let lakes = &theatre.layers().lakes;
    assert!(lakes.iter().any(|lake| lake.name("fr").is_none()), "some lakes have no name");
}

#[test]
fn a_place_is_in_the_theatre_or_not() {
    let world = Theatre::bundled("world").unwrap();
    for (lon, lat, in_mali, in_world) in [
        (-3.0, 17.0, true, true),      // Mali
        (3.0, 27.0, false, true),      // Algeria
        (-150.0, -30.0, false, false), // the Pacific
    ] {
        let here = place(lon, lat);
        assert_eq!((mali().contains(here), world.contains(here)), (in_mali, in_world), "{here:?}");
    }
}

#[test]
fn bounds_are_those_of_the_boundary_or_of_the_world() {
    for (name, west, south, east, north) in
        [("mali", -12.3, 10.1, 4.3, 25.0), ("world", -180.0, -60.0, 180.0, 80.0)]
    {
        let bounds = Theatre::bundled(name).unwrap().bounds();
        let (min, max) = (LonLat::from(bounds.min), LonLat::from(bounds.max));
        let found = [min.lon(), max.lat(), max.lon(), min.lat()];
        for (found, expect) in found.into_iter().zip([west, south, east, north]) {
            assert!((found - expect).abs() < 0.1, "{name}: {found} for {expect}");
        }
    }
}

/// The points of a geometry as whole numbers, so that rounding does not count.
fn contours(geometry: &Geometry) -> Vec<Vec<[i64; 2]>> {
    let origin = geometry.origin();
    let point = |[x, y]: &[f32; 2]| {
        [origin.x + f64::from(*x), origin.y + f64::from(*y)].map(|c| (c * 1e8).round() as i64)
    };
    geometry.contours().iter().map(|contour| contour.iter().map(point).collect()).collect()
}

#[test]
fn closer_zooms_have_more_points_and_no_shape_ever_collapses() {
    let theatre = mali();
    let layers = theatre.layers();
    let areas = layers.boundary.iter().chain(&*layers.neighbours).chain(countries());
    let areas = areas.map(|area| (area.id.as_str(), 3, |zoom| area.geometry(zoom).clone()));
    type AtZoom<'a> = Box<dyn Fn(f64) -> Arc<Geometry> + 'a>;
    let mut shapes: Vec<(&str, usize, AtZoom)> =
        areas.map(|(id, least, of)| (id, least, Box::new(of) as _)).collect();
    for river in &*layers.rivers {
        shapes.push((&river.id, 2, Box::new(|zoom| river.geometry(zoom).clone())));
    }
    for (id, least, geometry) in shapes {
        let mut before = 0;
        for zoom in (0..=24).map(|half| f64::from(half) / 2.0) {
            let geometry = geometry(zoom);
            assert!(geometry.contours().iter().all(|c| c.len() >= least), "{id} at {zoom}");
            assert!(geometry.vertex_count() >= before, "{id} at {zoom}");
            before = geometry.vertex_count();
        }
        let ends = |zoom| {
            let contours = contours(&geometry(zoom));
            contours.iter().map(|c| (c[0], c[c.len() - 1])).collect::<Vec<_>>()
        };
        // A line keeps its ends; rings may lose any point.
        assert!(least == 3 || ends(3.0) == ends(12.0), "{id}");
    }
}

#[test]
fn borders_with_the_boundary_are_left_to_the_boundary() {
    let theatre = mali();
    for zoom in [3.0, 5.5, 8.0, 12.0] {
        for borders in [theatre.sector_borders(), theatre.region_borders()] {
            assert!(borders.outer(zoom).is_none(), "{zoom}");
            assert!(borders.inner(zoom).is_some(), "{zoom}");
        }
    }
}

#[test]
fn the_frame_of_the_neighbours_is_not_stroked() {
    let theatre = mali();
    let frame = theatre.frame().unwrap();
    let is_on = |a: f64, b: f64| (a - b).abs() < 1e-7;
    let along_frame = |a: WorldPoint, b: WorldPoint| {
        [frame.min.x, frame.max.x].iter().any(|x| is_on(a.x, *x) && is_on(b.x, *x))
            || [frame.min.y, frame.max.y].iter().any(|y| is_on(a.y, *y) && is_on(b.y, *y))
    };
    let count = |geometry: &Geometry| {
        let origin = geometry.origin();
        let at = |p: [f32; 2]| WorldPoint {
            x: origin.x + f64::from(p[0]),
            y: origin.y + f64::from(p[1]),
        };
        let pairs = geometry.contours().iter().flat_map(|contour| contour.windows(2));
        pairs.filter(|pair| along_frame(at(pair[0]), at(pair[1]))).count()
    };
    let mut cut = 0;
    for zoom in [3.0, 6.0, 12.0] {
        for country in &*theatre.layers().neighbours {
            cut += count(country.geometry(zoom));
            let outline = country.outline(zoom).unwrap();
            assert_eq!(count(outline), 0, "{} at {zoom}", country.id);
        }
        let borders = theatre.neighbour_borders();
        for lines in [borders.inner(zoom), borders.outer(zoom)] {
            assert_eq!(count(lines.unwrap()), 0, "{zoom}");
        }
    }
    assert!(cut > 0, "the frame cuts some countries");
    // Algeria is whole: what is filled is what is stroked.
    let algeria = theatre.layers().neighbours.find("dza").unwrap();
    assert!(Arc::ptr_eq(algeria.geometry(5.0), algeria.outline(5.0).unwrap()));
}

#[test]
fn borders_of_the_world_are_stroked_once() {
    let all: usize = countries().iter().map(|c| c.geometry(12.0).vertex_count()).sum();
    let count = |lines: Option<&Arc<Geometry>>| lines.unwrap().vertex_count();
    let borders = country_borders();
    let (inner, outer) = (count(borders.inner(12.0)), count(borders.outer(12.0)));
    // Each piece has both its ends, so there are a few more points than on rings.
    let stroked = 2 * inner + outer;
    assert!(stroked.abs_diff(all) < all / 30, "2 × {inner} + {outer} for {all}");
}

#[test]
fn ways_follow_the_roads() {
    let theatre = mali();
    let roads = theatre.road_graph();
    assert!(roads.is_schematic());
    let camp = |id: &str| theatre.layers().camps.find(id).unwrap().place();
    for (from, to, least_km, most_km) in [
        ("kidal", "gao", 280.0, 360.0),
        ("bamako", "gao", 1000.0, 1250.0),
        ("ogossagou", "mopti", 80.0, 130.0),
        ("ber", "gao", 280.0, 450.0),
    ] {
        for (from, to) in [(camp(from), camp(to)), (camp(to), camp(from))] {
            let path = roads.path(from, to).unwrap();
            assert_eq!((path[0], path[path.len() - 1]), (from, to));
            assert!(path.windows(2).all(|pair| pair[0] != pair[1]), "{path:?}");
            let km = Polyline::new(path).unwrap().length_km();
            assert!((least_km..=most_km).contains(&km), "{from:?} to {to:?}: {km} km");
        }
    }
    // Taoudénit is far from every road; Bamako is where it is.
    assert_eq!(roads.path(camp("gao"), place(-3.98, 22.67)), None);
    assert_eq!(roads.path(camp("bamako"), camp("bamako")), None);
}
