//! PDF files: pages, structure, list of contents; and what cannot be one.

mod cli_common;

use std::io::Read;

use cli_common::{BUNDLED, Desk};

fn export(desk: &Desk, to: &str, more: &[&str]) -> Vec<u8> {
    let usual = ["export", BUNDLED, "--to", to, "--at", "2023-08-20", "--lang", "fr"];
    assert_eq!(desk.done(&[&usual, more].concat()), "");
    desk.read(to)
}

/// A file with its streams unpacked.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut all = bytes.to_vec();
    let marks = |mark: &'static [u8]| {
        bytes.windows(mark.len()).enumerate().filter(move |(_, w)| *w == mark).map(|(at, _)| at)
    };
    for start in marks(b"stream\n") {
        let packed = &bytes[start + b"stream\n".len()..];
        // What follows the packed bytes is left alone; other streams are none.
        let mut plain = Vec::new();
        let _ = flate2::read::ZlibDecoder::new(packed).read_to_end(&mut plain);
        all.extend(plain);
    }
    all
}

/// How often a text stands in a file.
fn count(bytes: &[u8], text: &str) -> usize {
    bytes.windows(text.len()).filter(|window| *window == text.as_bytes()).count()
}

/// A text as strings of a PDF file have it: in 16 bits after a byte order mark.
fn holds_text(bytes: &[u8], text: &str) -> bool {
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let escaped: Vec<u8> = wide
        .iter()
        .flat_map(|byte| match byte {
            b'(' | b')' | b'\\' => vec![b'\\', *byte],
            byte => vec![*byte],
        })
        .collect();
    let hex: String = wide.iter().map(|byte| format!("{byte:02X}")).collect();
    [text.as_bytes(), &wide, &escaped, hex.as_bytes()]
        .iter()
        .any(|form| bytes.windows(form.len()).any(|window| window == *form))
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    let desk = Desk::new();
    for kind in ["picture", "sheet", "pack"] {
        let first = export(&desk, "a.pdf", &["--kind", kind]);
        assert!(first == export(&desk, "a.pdf", &["--kind", kind]), "{kind}");
    }
    assert_eq!(desk.files(), ["a.pdf"]);
}

#[test]
fn a_page_has_the_size_asked_for() {
    let desk = Desk::new();
    for (more, expect) in [
        (&["--size", "640x400"][..], "/MediaBox[0 0 640 400]"),
        (&["--kind", "sheet"], "/MediaBox[0 0 841.8"),
        (&["--kind", "sheet", "--paper", "A1", "--portrait"], "/MediaBox[0 0 1683.7"),
        (&["--kind", "sheet", "--paper", "Letter"], "/MediaBox[0 0 79"),
    ] {
        let bytes = export(&desk, "a.pdf", more);
        assert!(bytes.starts_with(b"%PDF-1."));
        let text = String::from_utf8_lossy(&bytes).replace("MediaBox [", "MediaBox[");
        assert!(text.contains(expect), "{more:?}: {expect}");
        assert_eq!(text.matches("/MediaBox").count(), 1, "{more:?}");
    }
}

#[test]
fn pages_can_be_heard() {
    let desk = Desk::new();
    let export = |desk: &Desk, to: &str, more: &[&str]| unpacked(&export(desk, to, more));
    let picture = export(&desk, "a.pdf", &[]);
    assert!(holds_text(&picture, "20 août 2023"), "title and text of the figure");
    assert_eq!(count(&picture, "/S/Figure"), 1);
    let sheet = export(&desk, "a.pdf", &["--kind", "sheet"]);
    for (part, at_least) in [("Figure", 3), ("Table", 1), ("TR", 11), ("TH", 4), ("H1", 1)] {
        let found = count(&sheet, &format!("/S/{part}"));
        assert!(found >= at_least, "{part}: {found}");
    }
    let pack = export(&desk, "a.pdf", &["--kind", "pack"]);
    for name in ["Mouvements", "Problèmes", "Tâches", "Risques", "Sources"] {
        assert!(holds_text(&pack, name), "{name} is in the list of contents");
    }
    assert!(count(&pack, "/MediaBox") > 10, "{}", count(&pack, "/MediaBox"));
    assert!(count(&pack, "/Outlines") >= 1);
}

#[test]
fn a_sheet_is_a_picture_too() {
    let desk = Desk::new();
    let svg = String::from_utf8(export(&desk, "a.svg", &["--kind", "sheet"])).unwrap();
    let tree = roxmltree::Document::parse(&svg).unwrap();
    let texts: Vec<&str> = tree.descendants().filter_map(|node| node.text()).collect();
    for text in ["Fermetures et restitutions", "Tombouctou", "20 août 2023", "Ber"] {
        assert!(texts.iter().any(|found| found.contains(text)), "{text}");
    }
    let png = export(&desk, "a.png", &["--kind", "sheet", "--scale", "2"]);
    let reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
    // A4 at four thirds of a point to the point of the scene, twice.
    assert_eq!((reader.info().width, reader.info().height), (2246, 1588));
}

#[test]
fn plans_of_any_theatre_have_a_sheet_and_a_pack() {
    let desk = Desk::new();
    let theatres = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/theatres");
    for name in ["coast", "date-line", "south"] {
        let folder = theatres.join(name).display().to_string();
        let plan = format!("{name}.decamp");
        desk.done(&[
            "new",
            "--theatre",
            &folder,
            "--to",
            &plan,
            "--from",
            "2026-01-01",
            "--lang",
            "en",
        ]);
        for kind in ["sheet", "pack"] {
            desk.done(&["export", &plan, "--to", "a.pdf", "--kind", kind, "--lang", "en"]);
            assert!(desk.read("a.pdf").starts_with(b"%PDF-"), "{name} {kind}");
        }
    }
}

#[test]
fn kinds_that_a_format_cannot_hold() {
    let desk = Desk::new();
    for (to, kind, endings) in [
        ("a.csv", "sheet", ".pdf, .png, .svg"),
        ("a.mp4", "sheet", ".pdf, .png, .svg"),
        ("a.png", "pack", ".pdf"),
        ("a.geojson", "pack", ".pdf"),
    ] {
        let run = desk.run(&["export", BUNDLED, "--to", to, "--kind", kind, "--lang", "en"]);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{to} {kind}");
        assert!(run.err.contains(to) && run.err.contains(endings), "{}", run.err);
    }
    let huge = desk.run(&["export", BUNDLED, "--to", "a.pdf", "--size", "16384x100"]);
    assert_eq!(huge.status, 2);
    assert!(huge.err.contains("a.pdf") && huge.err.contains("14,400"), "{}", huge.err);
    assert!(desk.files().is_empty());
}
