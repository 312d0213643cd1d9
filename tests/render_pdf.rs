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
    for (name, shot) in [
        ("2023-07-20", Shot::at("2023-07-20")),
        ("2023-08-20", Shot::at("2023-08-20")),
        ("2023-11-15", Shot { theme: Theme::Dark, ..Shot::at("2023-11-15") }),
        ("2023-12-20", Shot { theme: Theme::Print, ..Shot::at("2023-12-20") }),
        ("2024-01-15", Shot::at("2024-01-15")),
    ] {
        assert_alike(&bundled.scene(&shot), name);
    }
}
