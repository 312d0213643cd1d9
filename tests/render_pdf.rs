//! A PDF file looks as the pixels of the same map do.
//!
//! It is drawn by `pdftoppm` of poppler, which `.ci/run` installs:
//! `cargo test --no-default-features --test render_pdf -- --ignored`.

mod common;
mod pdf_common;

use common::{Bundled, Shot};
use decamp::draw::Theme;
use pdf_common::assert_alike;

#[test]
#[ignore = "needs pdftoppm"]
fn a_pdf_looks_like_the_png() {
    let bundled = Bundled::read();
    let small = |theme| Shot { size: (480.0, 360.0), theme, ..Shot::at("2023-11-15") };
    for (name, shot) in [
        ("2023-07-20", Shot::at("2023-07-20")),
        ("2023-08-20", Shot::at("2023-08-20")),
        ("2023-11-15", Shot { theme: Theme::Dark, ..Shot::at("2023-11-15") }),
        ("2023-12-20", Shot { theme: Theme::Print, ..Shot::at("2023-12-20") }),
        ("2024-01-15", Shot::at("2024-01-15")),
        ("large", Shot { size: (1920.0, 1080.0), ..Shot::at("2023-11-15") }),
        ("small", small(Theme::Light)),
        ("small-dark", small(Theme::Dark)),
        ("small-print", small(Theme::Print)),
    ] {
        // A small picture is little else but edges.
        let scale = if shot.size.0 < 1000.0 { 4 } else { 1 };
        assert_alike(&bundled.scene(&shot), scale, name);
    }
}
