//! PDF files drawn by `pdftoppm` of poppler, compared with the pixels of the same
//! scene.

use std::convert::Infallible;
use std::path::Path;
use std::process::Command;

use decamp::render::pdf::{self, Page, PdfOptions};
use decamp::render::raster;
use decamp::scene::Scene;

/// How far a channel may differ on average, of 255: edges are smoothed otherwise.
const MEAN: f64 = 2.0;
/// Which share of the pixels may differ by more than a quarter in a channel.
const FAR: f64 = 0.015;

/// The PDF file of one page, a point of paper to the point.
pub fn file(scene: &Scene) -> Vec<u8> {
    let page = Page { scene: scene.clone(), scale: 1.0, figures: Vec::new(), bookmark: None };
    let options = PdfOptions { language: "fr", ..PdfOptions::default() };
    let Ok(file) = pdf::document(&[page], &options, |_| Ok::<(), Infallible>(()));
    file.unwrap()
}

/// The pixels of the first page, so many to the point, as poppler draws them.
fn drawn(file: &[u8], scale: u16, folder: &Path) -> (usize, Vec<u8>) {
    let path = folder.join("page.pdf");
    std::fs::write(&path, file).unwrap();
    let done = Command::new("pdftoppm")
        .args(["-r", &(72 * scale).to_string(), "-singlefile"])
        .arg(&path)
        .arg(folder.join("page"))
        .status()
        .expect("pdftoppm of poppler-utils is installed");
    assert!(done.success());
    let bytes = std::fs::read(folder.join("page.ppm")).unwrap();
    // P6, width and height, 255, then the pixels.
    let mut words = bytes.split(|byte| byte.is_ascii_whitespace());
    let mut word = || std::str::from_utf8(words.next().unwrap()).unwrap().to_owned();
    assert_eq!(word(), "P6");
    let (width, height): (usize, usize) = (word().parse().unwrap(), word().parse().unwrap());
    (width, bytes[bytes.len() - width * height * 3..].to_vec())
}

/// Compares them at so many pixels to the point. With `DECAMP_PICTURES=/tmp/pictures`
/// both pictures are left there.
pub fn assert_alike(scene: &Scene, scale: u16, name: &str) {
    let folder = tempfile::tempdir().unwrap();
    let (width, found) = drawn(&file(scene), scale, folder.path());
    let pixels = raster::pixels(scene, f32::from(scale)).unwrap();
    assert_eq!(
        (width, found.len() / 3),
        (pixels.width() as usize, pixels.pixels().len()),
        "{name}"
    );
    if let Some(pictures) = std::env::var_os("DECAMP_PICTURES").map(std::path::PathBuf::from) {
        std::fs::create_dir_all(&pictures).unwrap();
        let ours = raster::encode(&pixels, &[]).unwrap();
        std::fs::write(pictures.join(format!("{name}-png.png")), ours).unwrap();
        let theirs = pictures.join(format!("{name}-pdf.ppm"));
        std::fs::copy(folder.path().join("page.ppm"), theirs).unwrap();
    }
    let (mut sum, mut far) = (0u64, 0usize);
    for (ours, theirs) in pixels.pixels().iter().zip(found.chunks_exact(3)) {
        let ours = [ours.red(), ours.green(), ours.blue()];
        let differs = ours.iter().zip(theirs).map(|(a, b)| a.abs_diff(*b));
        sum += differs.clone().map(u64::from).sum::<u64>();
        far += usize::from(differs.max() > Some(64));
    }
    let mean = sum as f64 / found.len() as f64;
    let far = far as f64 / (found.len() / 3) as f64;
    println!("{name}: {mean:.2} of 255 on average, {:.2} % far off", far * 100.0);
    assert!(mean <= MEAN && far <= FAR, "{name}: {mean:.3} {far:.4}");
}
