//! Pictures of the bundled plan, to be looked at:
//! `DECAMP_PICTURES=/tmp/pictures cargo test --test draw_pictures -- --ignored`.

mod common;

use common::{Bundled, Shot};
use decamp::draw::Theme;
use decamp::i18n::Lang;

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
        ("a-far-light-fr", Shot { camera: Some((2.0, 15.0, 3.4)), ..Shot::at("2023-11-15") }),
    ];
    for (name, shot) in shots.iter().filter(|(name, _)| name.starts_with(&*only)) {
        let (scene, [base, live]) = bundled.timed(shot);
        let start = std::time::Instant::now();
        let png = decamp::render::raster::png(&scene, shot.scale).unwrap();
        let png_ms = start.elapsed().as_secs_f64() * 1e3;
        std::fs::write(folder.join(format!("{name}.png")), png).unwrap();
        println!("{name}: base {base:.2} ms, live {live:.2} ms, png {png_ms:.0} ms");
    }
}
