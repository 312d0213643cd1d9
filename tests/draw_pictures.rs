//! Pictures of the bundled plan, to be looked at:
//! `DECAMP_PICTURES=/tmp/pictures cargo test --test draw_pictures -- --ignored`.

mod common;

use common::{Bundled, Shot};
use decamp::draw::units::{Echelon, Sign};
use decamp::draw::{Style, Theme};
use decamp::i18n::Lang;
use decamp::plan::{Category, UnitKind};
use decamp::scene::{Point, Scene};

/// All symbols of units in a theme, in columns by how firm their figures are.
fn specimen(theme: Theme) -> Scene {
    let style = Style::of(theme);
    let mut scene = Scene::new(440.0, 560.0, style.country);
    let category = |kind: &UnitKind| match kind {
        UnitKind::Fpu | UnitKind::Ipo => Category::Police,
        UnitKind::CivilStaff => Category::Civilian,
        UnitKind::Stores => Category::Stores,
        _ => Category::Military,
    };
    for (row, kind) in UnitKind::KNOWN.iter().enumerate() {
        let category = category(kind);
        let plain = Sign::plain(kind, &category);
        let signs = [
            (plain, 7.0),
            (Sign { is_soft: false, ..plain }, 7.0),
            (Sign { is_planned: true, ..plain }, 7.0),
            (Sign { is_guard: true, ..plain }, 7.0),
            (Sign { echelon: Echelon::of_people(10 << row), ..plain }, 7.0),
            (Sign { is_soft: false, ..plain }, 14.0),
        ];
        for (column, (sign, half)) in signs.into_iter().enumerate() {
            let at = Point::new(30.0 + 60.0 * column as f32, 24.0 + 30.0 * row as f32);
            scene.nodes.extend(sign.nodes(at, half, &style));
        }
    }
    scene
}

#[test]
#[ignore = "writes pictures for people to look at"]
fn pictures() {
    let Some(folder) = std::env::var_os("DECAMP_PICTURES") else { return };
    let folder = std::path::PathBuf::from(folder);
    let only = std::env::var("DECAMP_ONLY").unwrap_or_default();
    std::fs::create_dir_all(&folder).unwrap();
    let bundled = Bundled::read();
    let (light, dark, print) = (Theme::Light, Theme::Dark, Theme::Print);
    let shots = [
        ("0-720-light-fr", Shot::at("2023-08-20")),
        ("1-1080-light-fr", Shot { size: (1920.0, 1080.0), ..Shot::at("2023-07-20") }),
        (
            "2-1080-dark-en",
            Shot { size: (1920.0, 1080.0), theme: dark, lang: Lang::En, ..Shot::at("2023-12-20") },
        ),
        ("3-720-print-fr", Shot { theme: print, ..Shot::at("2023-11-15") }),
        (
            "4-4k-light-en",
            Shot { size: (1920.0, 1080.0), scale: 2.0, lang: Lang::En, ..Shot::at("2023-12-08") },
        ),
        ("5-small-light-fr", Shot { size: (480.0, 360.0), ..Shot::at("2023-12-08") }),
        ("6-near-light-fr", Shot { camera: Some((-3.2, 16.6, 8.6)), ..Shot::at("2023-08-20") }),
        (
            "7-gao-dark-fr",
            Shot { theme: dark, camera: Some((0.6, 17.4, 7.2)), ..Shot::at("2023-12-20") },
        ),
        ("8-720-liq-fr", Shot { theme: light, ..Shot::at("2024-01-15") }),
        ("9-fore-light-en", Shot { lang: Lang::En, forecast: true, ..Shot::at("2023-11-03") }),
        ("a-1000-light-fr", Shot { size: (1000.0, 650.0), ..Shot::at("2023-11-15") }),
        ("b-720-dark-fr", Shot { theme: dark, ..Shot::at("2023-11-15") }),
        (
            "c-selected-en",
            Shot {
                lang: Lang::En,
                selected: &["kidal", "mopti-bamako", "tessalit-gao-air"],
                ..Shot::at("2023-10-10")
            },
        ),
        (
            "d-detail-fr",
            Shot {
                size: (700.0, 400.0),
                scale: 2.0,
                camera: Some((-2.6, 15.4, 6.3)),
                selected: &["mopti-bamako"],
                ..Shot::at("2023-10-10")
            },
        ),
        ("u-gao-light-fr", Shot { camera: Some((0.2, 16.2, 7.6)), ..Shot::at("2023-07-16") }),
        (
            "u-gao-dark-en",
            Shot {
                theme: dark,
                lang: Lang::En,
                camera: Some((0.2, 16.2, 7.6)),
                ..Shot::at("2023-11-03")
            },
        ),
        (
            "u-tombouctou-print-fr",
            Shot {
                size: (1920.0, 1080.0),
                theme: print,
                camera: Some((-3.2, 16.6, 8.6)),
                ..Shot::at("2023-07-20")
            },
        ),
        (
            "u-bamako-light-en",
            Shot { lang: Lang::En, camera: Some((-7.9, 12.65, 9.5)), ..Shot::at("2023-12-20") },
        ),
        (
            "u-all-light-fr",
            Shot {
                size: (1920.0, 1080.0),
                camera: Some((-1.5, 16.8, 7.05)),
                ..Shot::at("2023-10-20")
            },
        ),
        ("a-far-light-fr", Shot { camera: Some((2.0, 15.0, 3.4)), ..Shot::at("2023-11-15") }),
    ];
    for theme in Theme::ALL.into_iter().filter(|_| "units".starts_with(&*only)) {
        let png = decamp::render::raster::png(&specimen(theme), 3.0).unwrap();
        std::fs::write(folder.join(format!("units-{}.png", theme.as_word())), png).unwrap();
    }
    for (name, shot) in shots.iter().filter(|(name, _)| name.starts_with(&*only)) {
        let (scene, [base, live]) = bundled.timed(shot);
        let start = std::time::Instant::now();
        let png = decamp::render::raster::png(&scene, shot.scale).unwrap();
        let png_ms = start.elapsed().as_secs_f64() * 1e3;
        std::fs::write(folder.join(format!("{name}.png")), png).unwrap();
        println!("{name}: base {base:.2} ms, live {live:.2} ms, png {png_ms:.0} ms");
    }
}
