//! The lines of movements.

use std::sync::Arc;

use decamp::geo::{LonLat, distance_km};
use decamp::plan::{
    Header, Item, Mode, Movement, MovementId, MovementKind, Plan, RoutePoint, Site, SiteId,
    SiteKind, Timing,
};
use decamp::schedule::Routes;
use decamp::theatre::Theatre;

fn site(id: &str, place: Option<(f64, f64)>) -> Site {
    Site {
        id: SiteId::new(id).unwrap(),
        place: place.map(|(lon, lat)| LonLat::new(lon, lat).unwrap()),
        name: id.into(),
        aliases: vec![],
        kind: if place.is_some() { SiteKind::Camp } else { SiteKind::Exit },
        sector: None,
        part_of: None,
        roles: vec![],
        tags: vec![],
        accuracy_km: None,
        capacity: Default::default(),
        basis: vec![],
        extra: Default::default(),
        feature_extra: Default::default(),
    }
}

fn movement(id: &str, from: &str, to: Option<&str>, mode: Option<Mode>) -> Movement {
    Movement {
        id: MovementId::new(id).unwrap(),
        kind: MovementKind::Redeployment,
        name: None,
        from: SiteId::new(from).unwrap(),
        to: to.map(|to| SiteId::new(to).unwrap()),
        to_options: vec![],
        mode,
        phase: None,
        timing: Timing::default(),
        trip_days: None,
        loads: vec![],
        convoy: None,
        route: None,
        stops: vec![],
        distance_km: None,
        disposition: None,
        recipient: None,
        needs: vec![],
        basis: vec![],
        extra: Default::default(),
    }
}

const BAMAKO: (f64, f64) = (-8.0, 12.65);
const GAO: (f64, f64) = (-0.04, 16.27);

fn plan(movements: &[Movement]) -> Plan {
    let sites = [
        site("bamako", Some(BAMAKO)),
        site("gao", Some(GAO)),
        site("mopti", Some((-4.19, 14.49))),
        site("desert", Some((-5.0, 23.0))),
        site("abroad", None),
    ];
    let items = sites.into_iter().map(Item::from);
    let items = items.chain(movements.iter().cloned().map(Item::from));
    Plan::from_parts(Header::default(), items).unwrap()
}

#[test]
fn lines_follow_the_mode_and_the_roads() {
    let theatre = Theatre::bundled("mali").unwrap();
    for (from, to, mode, expect_km, schematic) in [
        ("bamako", Some("gao"), Some(Mode::Road), Some(1040.0), true),
        ("bamako", Some("gao"), Some(Mode::Air), Some(942.0), false),
        ("bamako", Some("gao"), None, Some(942.0), false),
        // No road leads there.
        ("gao", Some("desert"), Some(Mode::Road), Some(910.0), false),
        ("gao", Some("abroad"), Some(Mode::Air), None, false),
        ("abroad", Some("gao"), Some(Mode::Air), None, false),
        ("gao", Some("gao"), Some(Mode::Road), None, false),
        ("gao", Some("nowhere"), Some(Mode::Road), None, false),
        ("gao", None, None, None, false),
    ] {
        let movement = movement("m", from, to, mode.clone());
        let routes = Routes::of(&plan(std::slice::from_ref(&movement)), &theatre);
        let km = routes.line(&movement).map(|line| line.length_km());
        let same = match (km, expect_km) {
            (Some(km), Some(expect)) => (km - expect).abs() < 12.0,
            (km, expect) => km == expect,
        };
        assert!(same, "{from} to {to:?} by {mode:?}: {km:?} for {expect_km:?}");
        assert_eq!(routes.is_schematic(&movement), schematic, "{from} to {to:?} by {mode:?}");
    }
}

#[test]
fn a_route_of_the_plan_goes_through_its_points() {
    let theatre = Theatre::bundled("mali").unwrap();
    let mut movement = movement("m", "bamako", Some("gao"), Some(Mode::Road));
    let timia = LonLat::new(-3.0, 15.0).unwrap();
    let mopti = RoutePoint::Site(SiteId::new("mopti").unwrap());
    let abroad = RoutePoint::Site(SiteId::new("abroad").unwrap());
    movement.route = Some(vec![mopti, abroad, RoutePoint::Place(timia)]);
    let routes = Routes::of(&plan(std::slice::from_ref(&movement)), &theatre);
    let line = routes.line(&movement).unwrap();
    for through in [LonLat::new(-4.19, 14.49).unwrap(), timia] {
        assert!(line.points().contains(&through));
    }
    assert_eq!(line.points()[0], LonLat::new(BAMAKO.0, BAMAKO.1).unwrap());
    assert!(distance_km(line.at(1.0), LonLat::new(GAO.0, GAO.1).unwrap()) < 1e-6);
    assert!(!routes.is_schematic(&movement));
}

#[test]
fn movements_of_the_same_way_share_their_line() {
    let theatre = Theatre::bundled("mali").unwrap();
    let movements = [
        movement("a", "bamako", Some("gao"), Some(Mode::Road)),
        movement("b", "bamako", Some("gao"), Some(Mode::Road)),
        movement("c", "bamako", Some("gao"), Some(Mode::Air)),
    ];
    let routes = Routes::of(&plan(&movements), &theatre);
    let [a, b, c] = movements.each_ref().map(|m| routes.line(m).unwrap());
    assert!(Arc::ptr_eq(a, b));
    assert!(!Arc::ptr_eq(a, c));
    assert!(Routes::default().line(&movements[0]).is_none());
}
