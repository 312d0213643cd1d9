//! One scene that holds all of the vocabulary, through every exporter.

mod pdf_common;

use std::f32::consts::SQRT_2;
use std::sync::Arc;

use decamp::geo::{Geometry, WorldPoint};
use decamp::plan::{Id, SectorId};
use decamp::render::raster::{self, RasterError};
use decamp::render::svg::{self, SvgOptions};
use decamp::scene::{
    Anchor, Color, Dash, Face, Fill, Font, Group, Item, Label, Node, Outline, Path, Placement,
    Point, Rect, Scene, Segment, Stroke, Subject, dump, hatch_lines,
};

const LAND: Color = Color::rgb(0xFB_FA_F5);
const SECTOR: Color = Color::rgb(0xDC_E9_D3);
const WATER: Color = Color::rgb(0x00_72_B2);
const ACCENT: Color = Color::rgb(0x00_9E_DB);
const INK: Color = Color::rgb(0x1D_23_29);
const RED: Color = Color::rgb(0xC4_30_2B);

fn p(x: f32, y: f32) -> Point {
    Point::new(x, y)
}

fn item(name: &str) -> Subject {
    Subject::Item(Id::new(name).unwrap())
}

fn label(text: &str, face: Face, size: f32, at: Point, anchor: Anchor) -> Label {
    Label { text: text.into(), font: Font::new(face, size), at, anchor, color: INK, halo: None }
}

fn world(points: &[(f64, f64)]) -> Vec<WorldPoint> {
    points.iter().map(|(x, y)| WorldPoint { x: *x, y: *y }).collect()
}

/// A square from −1 to 1 with a hole from −0.5 to 0, and one far away.
fn areas() -> Arc<Geometry> {
    let square = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)];
    let hole = [(-0.5, -0.5), (-0.5, 0.0), (0.0, 0.0), (0.0, -0.5)];
    let far = [(-101.0, -1.0), (-100.0, -1.0), (-100.0, 1.0)];
    let other = far.map(|(x, y)| (-x, y));
    let polygons = [vec![world(&square), world(&hole)], vec![world(&far)], vec![world(&other)]];
    Arc::new(Geometry::areas(polygons).unwrap())
}

fn square() -> Arc<Geometry> {
    let square = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)];
    Arc::new(Geometry::areas([vec![world(&square)]]).unwrap())
}

/// A wave of 2,001 points, 20 long.
fn river() -> Arc<Geometry> {
    let wave = |i: i32| (f64::from(i) / 100.0 - 10.0, (f64::from(i) / 60.0).sin() / 4.0);
    let points: Vec<_> = (0..=2000).map(wave).collect();
    Arc::new(Geometry::lines([world(&points)]).unwrap())
}

fn scene() -> Scene {
    let mut scene = Scene::new(400.0, 300.0, LAND);
    let sector = Outline::Geometry(areas(), Placement { scale: 60.0, offset: p(90.0, 90.0) });
    let land = vec![
        Node::of(
            Subject::Sector(SectorId::new("north").unwrap()),
            Path::filled(sector, SECTOR).with_stroke(Stroke::new(INK, 1.2)),
        ),
        Node::new(Path::stroked(
            Outline::Geometry(river(), Placement { scale: 20.0, offset: p(200.0, 170.0) }),
            Stroke::new(WATER, 1.6),
        )),
        Node::new(Path::stroked(
            Outline::Geometry(river(), Placement { scale: 20.0, offset: p(200.0, 180.0) }),
            Stroke::dashed(INK, 1.0, [6.0, 3.0]),
        )),
    ];
    scene.nodes.push(Node::new(Group::named("land", land)));

    let disc = |x, radius| Outline::Circle { center: p(x, 50.0), radius };
    let hatch = |ground| Some(Fill::Hatch { line: RED, ground });
    let half = Outline::Segments(vec![
        Segment::Move(p(260.0, 40.0)),
        Segment::Cubic(p(273.3, 40.0), p(273.3, 60.0), p(260.0, 60.0)),
        Segment::Close,
    ]);
    let sites = vec![
        Node::of(
            item("ber"),
            Path::filled(disc(180.0, 10.0), ACCENT).with_stroke(Stroke::new(Color::WHITE, 2.0)),
        ),
        Node::of(
            item("gao"),
            Path {
                outline: disc(220.0, 16.0),
                fill: hatch(None),
                stroke: Some(Stroke::new(RED, 1.0)),
            },
        ),
        Node::of(item("mopti"), Path::filled(half, INK)),
        Node::of(
            item("ber"),
            Label {
                halo: Some((Color::WHITE, 2.0)),
                ..label("Ber & Léré", Face::SemiBold, 13.0, p(180.0, 80.0), Anchor::Middle)
            },
        ),
    ];
    scene.nodes.push(Node::of(Subject::Part("sites"), Group::named("sites", sites)));

    let bar = |y, corner| Outline::Rect { rect: Rect::new(10.0, y, 120.0, 18.0), corner };
    let bars = Group {
        offset: p(20.0, 200.0),
        clip: Some(Rect::new(0.0, 0.0, 100.0, 90.0)),
        opacity: 0.5,
        ..Group::named(
            "bars",
            vec![
                Node::of(item("phase-1"), Path::filled(bar(10.0, 4.0), ACCENT)),
                Node::of(
                    item("phase-2"),
                    Path {
                        outline: bar(36.0, 0.0),
                        fill: hatch(Some(Color::WHITE)),
                        stroke: Some(Stroke::new(RED, 2.0)),
                    },
                ),
                Node::new(Path::stroked(
                    Outline::line([p(10.0, 70.0), p(200.0, 70.0)]),
                    Stroke {
                        dash: Some(Dash { lengths: vec![8.0, 4.0, 2.0], offset: 3.0 }),
                        ..Stroke::new(INK, 3.0)
                    },
                )),
            ],
        )
    };
    scene.nodes.push(Node::new(bars));

    let spaced = Label {
        font: Font { spacing: 3.0, ..Font::new(Face::Regular, 15.0) },
        color: INK.faded(0.55),
        ..label("TOMBOUCTOU", Face::Regular, 15.0, p(300.0, 130.0), Anchor::Middle)
    };
    scene.nodes.push(Node::new(spaced));
    let river_name = Label {
        color: WATER,
        ..label("Niger → Gao", Face::Italic, 12.0, p(390.0, 160.0), Anchor::End)
    };
    scene.nodes.push(Node::new(river_name));
    let date = label("13 août 2023", Face::Regular, 28.0, p(200.0, 240.0), Anchor::Start);
    scene.nodes.push(Node::of(Subject::Part("date"), date));
    scene
}

fn plain(nodes: Vec<Node>) -> Scene {
    Scene { nodes, ..Scene::new(100.0, 100.0, Color::WHITE) }
}

/// The colour at a point of a scene, drawn at a scale.
fn color_at(scene: &Scene, scale: f32, x: f32, y: f32) -> Color {
    let pixels = raster::pixels(scene, scale).unwrap();
    let pixel = pixels.pixel((x * scale) as u32, (y * scale) as u32).unwrap().demultiply();
    Color { r: pixel.red(), g: pixel.green(), b: pixel.blue(), a: pixel.alpha() }
}

fn is_near(a: Color, b: Color) -> bool {
    let near = |a: u8, b: u8| a.abs_diff(b) <= 2;
    near(a.r, b.r) && near(a.g, b.g) && near(a.b, b.b) && near(a.a, b.a)
}

#[test]
fn the_dump_is_the_one_we_know() {
    let text = dump(&scene());
    let known = include_str!("render_scene.txt");
    assert!(text == known, "tests/render_scene.txt differs; if this is right, put there:\n{text}");
}

#[test]
fn an_svg_file_holds_the_texts_and_the_subjects() {
    let options = SvgOptions {
        title: Some("Clôture <des> camps".into()),
        description: Some("Une carte".into()),
        embed_fonts: false,
    };
    let file = svg::document(&scene(), &options);
    let tree = roxmltree::Document::parse(&file).unwrap();
    let texts: Vec<_> =
        tree.descendants().filter(|n| n.has_tag_name("text")).filter_map(|n| n.text()).collect();
    assert_eq!(texts, ["Ber & Léré", "TOMBOUCTOU", "Niger → Gao", "13 août 2023"]);
    let title = tree.root_element().first_element_child().unwrap();
    assert_eq!((title.tag_name().name(), title.text()), ("title", Some("Clôture <des> camps")));

    let with = |name: &str| {
        let found = tree.descendants().filter_map(|n| n.attribute(name)).map(String::from);
        found.collect::<Vec<_>>()
    };
    let ids = with("id");
    let mut once = ids.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "every id once: {ids:?}");
    for id in ["land", "sites", "bars", "sector-north", "item-ber", "item-phase-2", "part-date"] {
        assert!(ids.iter().any(|found| found == id), "{id} in {ids:?}");
    }
    assert_eq!(with("data-subject").iter().filter(|s| *s == "item:ber").count(), 2);
    assert_eq!(with("data-name"), ["land", "sites", "bars"]);
    for reference in with("fill").iter().chain(&with("clip-path")) {
        if let Some(id) = reference.strip_prefix("url(#") {
            assert!(ids.iter().any(|found| *found == id.trim_end_matches(')')), "{reference}");
        }
    }
    // What lies far away is left out.
    assert!(file.len() < 30_000, "{} bytes", file.len());
    assert!(!file.contains("M-6"), "a contour outside of the picture");
}

#[test]
fn an_svg_file_brings_the_faces_it_uses() {
    let mut scene =
        plain(vec![Node::new(label("Gao", Face::Italic, 12.0, p(9.0, 9.0), Anchor::Start))]);
    let file = svg::document(&scene, &SvgOptions::default());
    roxmltree::Document::parse(&file).unwrap();
    assert_eq!(file.matches("@font-face").count(), 1);
    assert!(file.contains("font-style:italic") && file.len() > 350_000);
    scene.nodes.clear();
    assert!(!svg::document(&scene, &SvgOptions::default()).contains("@font-face"));
}

#[test]
fn a_pdf_file_brings_the_faces_it_uses() {
    let file = pdf_common::file(&scene());
    assert!(file == pdf_common::file(&scene()), "the same scene gives the same bytes");
    let holds = |text: &str| file.windows(text.len()).any(|window| window == text.as_bytes());
    for face in ["Inter-Regular", "Inter-SemiBold", "Inter-Italic"] {
        assert!(holds(face), "{face}");
    }
    assert!(file.len() < 60_000, "fonts are cut down: {} bytes", file.len());
    let nothing = pdf_common::file(&plain(Vec::new()));
    assert!(nothing.starts_with(b"%PDF-") && nothing.len() < 3_000, "{}", nothing.len());
}

#[test]
#[ignore = "needs pdftoppm of poppler-utils"]
fn the_pdf_file_looks_like_the_pixels() {
    pdf_common::assert_alike(&scene(), 1, "scene");
}

#[test]
fn shapes_have_their_colours() {
    let faded = |color: Color, opacity: f32| LAND.towards(color, opacity);
    for (x, y, expect) in [
        (5.0, 5.0, LAND),
        (40.0, 40.0, SECTOR),
        (75.0, 75.0, LAND),
        (140.0, 140.0, SECTOR),
        (180.0, 50.0, ACCENT),
        (180.0, 40.0, Color::WHITE),
        (262.0, 50.0, INK),
        (257.0, 50.0, LAND),
        (60.0, 219.0, faded(ACCENT, 0.5)),
        (119.0, 219.0, faded(ACCENT, 0.5)),
        // Beyond the clip of the bars, and before the round corner of the first.
        (121.0, 219.0, LAND),
        (30.5, 210.5, LAND),
        (80.0, 235.5, faded(RED, 0.5)),
    ] {
        for scale in [1.0, 2.0, 3.5] {
            let found = color_at(&scene(), scale, x, y);
            assert!(is_near(found, expect), "{x}, {y} at {scale}: {found}, not {expect}");
        }
    }
}

#[test]
fn hatches_are_fixed_to_the_picture() {
    let fill = Some(Fill::Hatch { line: RED, ground: Some(ACCENT) });
    let square = |offset: Point| {
        let outline = Outline::Rect { rect: Rect::new(0.0, 0.0, 60.0, 60.0), corner: 0.0 };
        let nodes = vec![Node::new(Path { outline, fill, stroke: None })];
        Node::new(Group {
            offset,
            clip: Some(Rect::new(2.0, 2.0, 50.0, 50.0)),
            ..Group::named("g", nodes)
        })
    };
    for offset in [p(10.0, 10.0), p(13.3, 21.7)] {
        for scale in [2.0, 4.0, 2.7] {
            let scene = plain(vec![square(offset)]);
            for [from, to] in hatch_lines(Rect::new(30.0, 30.0, 20.0, 20.0)) {
                let on = from.towards(to, 0.5);
                let off = on.plus(4.0 / SQRT_2, 4.0 / SQRT_2);
                let (on, off) =
                    (color_at(&scene, scale, on.x, on.y), color_at(&scene, scale, off.x, off.y));
                assert!(
                    is_near(on, RED) && is_near(off, ACCENT),
                    "{offset:?} {scale}: {on}, {off}"
                );
            }
        }
    }
}

#[test]
fn a_halo_stands_around_the_letters() {
    let halo = Color::rgb(0xFF_00_00);
    let text = Label {
        halo: Some((halo, 3.0)),
        ..label("I", Face::SemiBold, 60.0, p(50.0, 70.0), Anchor::Middle)
    };
    let scene = plain(vec![Node::new(text)]);
    assert!(is_near(color_at(&scene, 1.0, 50.0, 50.0), INK));
    let row: Vec<_> = (30..70).map(|x| color_at(&scene, 1.0, x as f32, 50.0)).collect();
    let halo_width = row.iter().filter(|color| is_near(**color, halo)).count();
    assert!((4..=6).contains(&halo_width), "{row:?}");
    assert!(is_near(color_at(&scene, 1.0, 30.0, 50.0), Color::WHITE));
}

#[test]
fn clips_within_clips_leave_what_both_show() {
    let rect = Outline::Rect { rect: Rect::new(0.0, 0.0, 100.0, 100.0), corner: 0.0 };
    let inner = Group {
        clip: Some(Rect::new(0.0, 0.0, 40.0, 40.0)),
        offset: p(10.0, 10.0),
        opacity: 0.5,
        ..Group::named("inner", vec![Node::new(Path::filled(rect, Color::BLACK))])
    };
    let outer = Group {
        clip: Some(Rect::new(20.0, 0.0, 100.0, 100.0)),
        offset: p(5.0, 0.0),
        ..Group::named("outer", vec![Node::new(inner)])
    };
    let scene = plain(vec![Node::new(outer)]);
    let grey = Color::rgb(0x7F_7F_7F);
    for (x, y, expect) in [
        (26.0, 20.0, grey),
        (24.0, 20.0, Color::WHITE),
        (54.0, 49.0, grey),
        (56.0, 20.0, Color::WHITE),
        (30.0, 51.0, Color::WHITE),
    ] {
        let found = color_at(&scene, 1.0, x, y);
        assert!(is_near(found, expect), "{x}, {y}: {found}");
    }
}

#[test]
fn dashes_do_not_depend_on_what_is_seen_of_the_line() {
    let line = |from: f32| {
        let line = Outline::line([p(from, 50.5), p(20_000.0, 50.5)]);
        plain(vec![Node::new(Path::stroked(line, Stroke::dashed(INK, 3.0, [6.0, 6.0])))])
    };
    let (near, far) = (line(-12.0), line(-12_000.0));
    for x in 0..100 {
        let (a, b) = (color_at(&near, 1.0, x as f32, 50.0), color_at(&far, 1.0, x as f32, 50.0));
        assert!(is_near(a, b), "{x}: {a}, {b}");
    }
    assert!(is_near(color_at(&near, 1.0, 3.0, 50.0), INK));
    assert!(is_near(color_at(&near, 1.0, 9.0, 50.0), Color::WHITE));
}

#[test]
fn the_same_scene_gives_the_same_bytes() {
    let png = raster::png(&scene(), 1.5).unwrap();
    assert_eq!(png, raster::png(&scene(), 1.5).unwrap());
    let decoder = png::Decoder::new(std::io::Cursor::new(&png));
    let reader = decoder.read_info().unwrap();
    let info = reader.info();
    assert_eq!((info.width, info.height, info.color_type), (600, 450, png::ColorType::Rgb));
    let svg = |scene| svg::document(&scene, &SvgOptions::default());
    assert_eq!(svg(scene()), svg(scene()));
}

#[test]
fn a_png_file_keeps_transparency_and_texts() {
    let clear = Scene::new(4.0, 2.0, Color::rgb(0x00_9E_DB).faded(0.5));
    let pixels = raster::pixels(&clear, 1.0).unwrap();
    let file = raster::encode(&pixels, &[("Title", "Clôture → 2023")]).unwrap();
    let mut reader = png::Decoder::new(std::io::Cursor::new(&file)).read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut bytes).unwrap();
    assert_eq!(reader.info().color_type, png::ColorType::Rgba);
    assert_eq!(reader.info().utf8_text[0].get_text().unwrap(), "Clôture → 2023");
    assert!(is_near(
        Color { r: bytes[0], g: bytes[1], b: bytes[2], a: bytes[3] },
        ACCENT.faded(0.5)
    ));
}

#[test]
fn impossible_sizes_are_errors() {
    for (width, height, scale) in [
        (0.0, 10.0, 1.0),
        (10.0, 10.0, 0.0),
        (10.0, 10.0, f32::NAN),
        (f32::INFINITY, 10.0, 1.0),
        (10.0, 5000.0, 4.0),
        (-5.0, 10.0, 1.0),
    ] {
        let scene = Scene::new(width, height, Color::WHITE);
        let size = raster::pixels(&scene, scale).map(|_| ());
        assert!(matches!(size, Err(RasterError::Size { .. })), "{width} {height} {scale}");
    }
}

/// Each of these numbers in each place of each item.
#[test]
fn odd_numbers_never_panic() {
    let odd = [
        f32::NAN,
        f32::INFINITY,
        f32::NEG_INFINITY,
        f32::MAX,
        f32::MIN,
        1e9,
        -1e9,
        1e6,
        -70_000.0,
        f32::MIN_POSITIVE,
        0.0,
        -0.0,
    ];
    for a in odd {
        for b in odd.into_iter().chain([30.0]) {
            let scene = odd_scene(a, b);
            for scale in [1.0, 3.3] {
                raster::pixels(&scene, scale).unwrap();
            }
            let options = SvgOptions { embed_fonts: false, ..SvgOptions::default() };
            let file = svg::document(&scene, &options);
            assert!(!file.contains("NaN") && !file.contains("inf"), "{a} {b}: {file}");
            roxmltree::Document::parse(&file).unwrap();
            dump(&scene);
            scene.subjects();
            scene.subject_at(p(a, b), 2.0);
            scene.subject_at(p(50.0, 50.0), a);
        }
    }
    // Numbers that are fine, around what is not, are drawn all the same.
    let last = Outline::Rect { rect: Rect::new(10.0, 10.0, 10.0, 10.0), corner: 0.0 };
    let mut scene = odd_scene(f32::NAN, f32::INFINITY);
    scene.nodes.push(Node::new(Path::filled(last, RED)));
    assert!(is_near(color_at(&scene, 1.0, 15.0, 15.0), RED));
}

fn odd_scene(a: f32, b: f32) -> Scene {
    let outlines = [
        Outline::Circle { center: p(a, 50.0), radius: b },
        Outline::Circle { center: p(50.0, b), radius: a },
        Outline::Rect { rect: Rect { min: p(a, a), max: p(b, b) }, corner: 0.0 },
        Outline::Rect { rect: Rect { min: p(a, 10.0), max: p(90.0, b) }, corner: 5.0 },
        Outline::Rect { rect: Rect::new(10.0, 10.0, 50.0, 50.0), corner: a },
        Outline::line([p(50.0, 50.0), p(a, b), p(10.0, 90.0)]),
        Outline::Segments(vec![
            Segment::Close,
            Segment::Cubic(p(a, 1.0), p(2.0, b), p(30.0, 30.0)),
            Segment::Close,
            Segment::Line(p(3.0, 4.0)),
            Segment::Move(p(b, a)),
        ]),
        Outline::Geometry(areas(), Placement { scale: a.into(), offset: p(50.0, b) }),
        Outline::Geometry(river(), Placement { scale: 10.0, offset: p(a, b) }),
    ];
    let dash = |a, b| Some(Dash { lengths: vec![a, b, 3.0], offset: a });
    let strokes = [
        Stroke::new(INK, 2.0),
        Stroke::new(INK, a),
        Stroke { dash: dash(a, b), ..Stroke::new(INK, 3.0) },
        Stroke { dash: dash(4.0, 2.0), ..Stroke::new(INK, 1.0) },
    ];
    let fills = [Fill::Solid(ACCENT), Fill::Hatch { line: RED, ground: Some(ACCENT) }];
    let mut nodes = Vec::new();
    for outline in &outlines {
        for (i, stroke) in strokes.iter().enumerate() {
            let (outline, stroke) = (outline.clone(), Some(stroke.clone()));
            let path = Path { outline, fill: Some(fills[i % 2]), stroke };
            nodes.push(Node::of(Subject::Part("odd"), path));
        }
    }
    let font = |size, spacing| Font { face: Face::Regular, size, spacing };
    for (font, at, rim) in [
        (font(a, 0.0), p(50.0, 50.0), b),
        (font(12.0, a), p(50.0, b), 2.0),
        (font(12.0, 0.0), p(a, b), a),
    ] {
        let text = label("Ag\u{0}é", Face::Regular, 1.0, at, Anchor::Middle);
        let text = Label { font, halo: Some((Color::WHITE, rim)), ..text };
        nodes.push(Node::of(Subject::Part("odd"), text));
    }
    let group = |offset, clip, opacity| {
        let nodes = nodes.iter().take(4).cloned().collect();
        Node::new(Group { offset, clip, opacity, ..Group::named("odd one", nodes) })
    };
    let groups = [
        group(p(a, b), None, 1.0),
        group(p(0.0, 0.0), Some(Rect { min: p(a, a), max: p(b, 90.0) }), 1.0),
        group(p(1.0, 1.0), Some(Rect { min: p(20.0, a), max: p(b, 80.0) }), a),
    ];
    nodes.extend(groups);
    plain(nodes)
}

#[test]
fn a_huge_shape_around_the_picture_fills_it() {
    for size in [1e3, 1e5, 1e7, 4e8] {
        let rect = Rect::new(-size, -size, 2.0 * size, 2.0 * size);
        let Rect { min, max } = rect;
        let corners = [min, p(max.x, min.y), max, p(min.x, max.y)];
        let placement = Placement { scale: size.into(), offset: p(-size / 4.0, -size / 4.0) };
        for (i, outline) in [
            Outline::Rect { rect, corner: 0.0 },
            Outline::Rect { rect, corner: 10.0 },
            Outline::polygon(corners),
            Outline::Circle { center: p(0.0, 0.0), radius: size },
            Outline::Geometry(square(), placement),
        ]
        .into_iter()
        .enumerate()
        {
            let shape = Path::filled(outline, ACCENT).with_stroke(Stroke::new(RED, 4.0));
            let scene = plain(vec![Node { subject: None, item: Item::Path(shape) }]);
            for (x, y) in [(1.0, 1.0), (50.0, 50.0), (98.0, 99.0)] {
                assert_eq!(color_at(&scene, 1.0, x, y), ACCENT, "outline {i} of {size}");
            }
        }
    }
}

#[test]
fn the_ends_of_a_long_bar_stay_round() {
    let bar = |width| {
        let outline = Outline::Rect { rect: Rect::new(20.0, 20.0, width, 60.0), corner: 30.0 };
        plain(vec![Node::new(Path::filled(outline, ACCENT).with_stroke(Stroke::new(RED, 4.0)))])
    };
    for (x, y) in [(22.0, 22.0), (21.0, 50.0), (29.0, 29.0), (60.0, 20.0), (60.0, 50.0)] {
        let (short, long) = (color_at(&bar(500.0), 1.0, x, y), color_at(&bar(90_000.0), 1.0, x, y));
        assert!(is_near(short, long), "{x}, {y}: {short}, {long}");
    }
}

#[test]
#[ignore = "writes pictures to target/pictures, to be looked at"]
fn write_the_pictures() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&folder).unwrap();
    let svg = svg::document(&scene(), &SvgOptions::default());
    std::fs::write(folder.join("scene.svg"), svg).unwrap();
    std::fs::write(folder.join("scene.png"), raster::png(&scene(), 2.0).unwrap()).unwrap();
}
