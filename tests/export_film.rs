//! Films: what is in the files, frame by frame.

mod cli_common;

use cli_common::{BUNDLED, Desk};
use openh264::decoder::Decoder;
use openh264::formats::YUVSource;

/// Ten days at ten days a second: a second of them, and one still at either end.
const FILM: &[&str] = &[
    "--from",
    "2023-08-01",
    "--until",
    "2023-08-11",
    "--days-per-second",
    "10",
    "--fps",
    "6",
    "--size",
    "321x180",
];
const FRAMES: usize = 18;

fn export(desk: &Desk, to: &str, more: &[&str]) -> Vec<u8> {
    let arguments = [&["export", BUNDLED, "--to", to], FILM, more].concat();
    let output = desk.command(&arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    desk.read(to)
}

/// The frames of an MP4 file as the encoder's units with their start codes.
fn units(file: &[u8]) -> (mp4_atom::Moov, Vec<Vec<u8>>) {
    use mp4_atom::{Any, Codec, DecodeMaybe, StszSamples};
    let mut rest = file;
    let (mut order, mut table) = (Vec::new(), None);
    while let Some(atom) = Any::decode_maybe(&mut rest).unwrap() {
        match atom {
            Any::Moov(moov) => {
                order.push("moov");
                table = Some(moov);
            }
            Any::Mdat(_) => order.push("mdat"),
            _ => order.push("other"),
        }
    }
    assert_eq!(order, ["other", "moov", "mdat"], "the table stands before the frames");
    let moov = table.unwrap();
    let stbl = &moov.trak[0].mdia.minf.stbl;
    let Codec::Avc1(avc1) = &stbl.stsd.codecs[0] else { panic!("no H.264") };
    let StszSamples::Different { sizes } = &stbl.stsz.samples else { panic!("no sizes") };
    let mut at = stbl.stco.as_ref().unwrap().entries[0] as usize;
    let mut frames = Vec::new();
    for size in sizes {
        let mut sample = &file[at..at + *size as usize];
        at += *size as usize;
        let mut unit = Vec::new();
        if frames.is_empty() {
            for set in [&avc1.avcc.sequence_parameter_sets[0], &avc1.avcc.picture_parameter_sets[0]]
            {
                unit.extend([0, 0, 0, 1]);
                unit.extend(set);
            }
        }
        while let Some((length, more)) = sample.split_first_chunk::<4>() {
            let (this, more) = more.split_at(u32::from_be_bytes(*length) as usize);
            unit.extend([0, 0, 0, 1]);
            unit.extend(this);
            sample = more;
        }
        frames.push(unit);
    }
    assert_eq!(at, file.len(), "the frames fill the file");
    (moov.clone(), frames)
}

#[test]
fn frames_of_an_mp4_are_the_pictures_of_their_moments() {
    let desk = Desk::new();
    let file = export(&desk, "film.mp4", &[]);
    let (moov, frames) = units(&file);
    let track = &moov.trak[0];
    assert_eq!(frames.len(), FRAMES);
    assert_eq!(u64::from(moov.mvhd.timescale) * 3, moov.mvhd.duration, "three seconds");
    // An odd column is left out.
    assert_eq!((track.tkhd.width.integer(), track.tkhd.height.integer()), (320, 180));

    let mut decoder = Decoder::new().unwrap();
    for (number, unit) in frames.iter().enumerate() {
        let decoded = decoder.decode(unit).unwrap().expect("every frame is a picture");
        assert_eq!(decoded.dimensions(), (320, 180));
        let mut rgb = vec![0; 320 * 180 * 3];
        decoded.write_rgb8(&mut rgb);
        let moment = match number {
            0 => "2023-08-01",
            9 => "2023-08-06",
            17 => "2023-08-11",
            _ => continue,
        };
        let picture = format!("{number}.png");
        let at = ["export", BUNDLED, "--to", &picture, "--at", moment, "--size", "321x180"];
        assert!(desk.command(&at).output().unwrap().status.success());
        let expect = pixels(&desk.read(&picture));
        let noise = psnr(&rgb, &expect, 320, 321);
        assert!(noise > 30.0, "frame {number}: {noise} dB");
    }
}

/// Red, green and blue of a PNG file without alpha.
fn pixels(file: &[u8]) -> Vec<u8> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    pixels
}

/// The peak signal-to-noise ratio, in decibels, over the columns both have.
fn psnr(a: &[u8], b: &[u8], columns: usize, columns_of_b: usize) -> f64 {
    let rows = a.chunks_exact(columns * 3).zip(b.chunks_exact(columns_of_b * 3));
    let pairs = rows.flat_map(|(a, b)| a.iter().zip(b));
    let squares: f64 = pairs.map(|(a, b)| (f64::from(*a) - f64::from(*b)).powi(2)).sum();
    10.0 * (255.0 * 255.0 / (squares / a.len() as f64)).log10()
}

#[test]
fn an_apng_has_the_frames_and_the_pace_asked_for() {
    let desk = Desk::new();
    let file = export(&desk, "film.apng", &[]);
    let mut reader = png::Decoder::new(std::io::Cursor::new(&file[..])).read_info().unwrap();
    assert_eq!((reader.info().width, reader.info().height), (321, 180));
    let frames = reader.info().animation_control.unwrap().num_frames;
    assert_eq!(frames as usize, FRAMES);
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    for _ in 0..frames {
        reader.next_frame(&mut pixels).unwrap();
        let control = reader.info().frame_control.unwrap();
        assert_eq!((control.delay_num, control.delay_den), (1, 6));
    }
}

#[test]
fn a_gif_has_the_frames_and_the_pace_asked_for() {
    let desk = Desk::new();
    let file = export(&desk, "film.gif", &[]);
    let mut reader = gif::DecodeOptions::new().read_info(&file[..]).unwrap();
    assert_eq!((reader.width(), reader.height()), (321, 180));
    let (mut frames, mut hundredths) = (0, 0);
    while let Some(frame) = reader.read_next_frame().unwrap() {
        frames += 1;
        hundredths += u32::from(frame.delay);
    }
    assert_eq!((frames, hundredths), (FRAMES, 300));
}

/// The bundled plan with two chapters: a moment near and some days from afar.
fn with_chapters(desk: &Desk) -> String {
    let text = include_str!("../assets/plans/minusma-2023.decamp");
    let mut plan: serde_json::Value = serde_json::from_str(text).unwrap();
    plan["chapters"] = serde_json::json!([
        {
            "id": "near", "title": { "fr": "Kidal se vide", "en": "Kidal empties" },
            "moment": "2023-10-20", "camera": { "center": [1.4, 18.4], "zoom": 8.0 }
        },
        { "id": "far", "title": "Gao", "moment": "2023-11-01", "until": "2023-11-11" }
    ]);
    let path = desk.write("chapters.decamp", plan.to_string());
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_film_of_chapters_shows_their_titles() {
    let desk = Desk::new();
    let plan = with_chapters(&desk);
    let film = |to: &str, titled: bool| {
        let source = match titled {
            true => plan.clone(),
            false => {
                let text = std::fs::read_to_string(&plan).unwrap();
                let text =
                    text.replace("Kidal empties", "").replace("\"Gao\",\"until", "\"\",\"until");
                desk.write("untitled.decamp", text).to_str().unwrap().to_owned()
            }
        };
        let size = ["--size", "640x360", "--fps", "1", "--days-per-second", "10"];
        let arguments = [&["export", &source, "--to", to][..], &size].concat();
        let output = desk.command(&arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        desk.path(to)
    };
    let (titled, untitled) = (film("a.frames", true), film("b.frames", false));
    let count = |folder: &std::path::Path| std::fs::read_dir(folder).unwrap().count();
    assert_eq!(count(&titled), count(&untitled));
    let first =
        |folder: &std::path::Path| pixels(&std::fs::read(folder.join("frame-00001.png")).unwrap());
    let (with, without) = (first(&titled), first(&untitled));
    let row = 640 * 3;
    let differ: Vec<usize> =
        (0..360).filter(|y| with[y * row..][..row] != without[y * row..][..row]).collect();
    // The title stands in the headline, above all that moves down for it.
    assert!(differ.first().is_some_and(|y| (10..60).contains(y)), "{differ:?}");
}

#[test]
fn flat_areas_of_a_gif_have_their_colours() {
    let desk = Desk::new();
    let size = ["--size", "640x360"];
    let film = &FILM[..FILM.len() - size.len()];
    let output = desk.command(&[&["export", BUNDLED, "--to", "film.gif"], film, &size].concat());
    assert!({ output }.output().unwrap().status.success());
    let file = desk.read("film.gif");
    let mut options = gif::DecodeOptions::new();
    options.set_color_output(gif::ColorOutput::RGBA);
    let mut reader = options.read_info(&file[..]).unwrap();
    let first = reader.read_next_frame().unwrap().unwrap().buffer.to_vec();
    let at = ["export", BUNDLED, "--to", "a.png", "--at", "2023-08-01", "--size", "640x360"];
    assert!(desk.command(&at).output().unwrap().status.success());
    let expect = pixels(&desk.read("a.png"));
    let pairs = first.chunks_exact(4).zip(expect.chunks_exact(3));
    let exact = pairs.clone().filter(|(gif, png)| gif[..3] == **png).count();
    assert!(exact * 100 > 640 * 360 * 85, "{exact}");
    let far = pairs.filter(|(gif, png)| (0..3).any(|i| gif[i].abs_diff(png[i]) > 40)).count();
    assert!(far * 1000 < 640 * 360, "{far}");
}

#[test]
fn a_sequence_is_a_folder_of_the_same_pictures() {
    let desk = Desk::new();
    let arguments = [&["export", BUNDLED, "--to", "film.frames"], FILM].concat();
    assert!(desk.command(&arguments).output().unwrap().status.success());
    let folder = desk.path("film.frames");
    let mut names: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!((names.len(), names[0].as_str()), (FRAMES, "frame-00001.png"));
    let at = ["export", BUNDLED, "--to", "a.png", "--at", "2023-08-11", "--size", "321x180"];
    assert!(desk.command(&at).output().unwrap().status.success());
    let last = std::fs::read(folder.join("frame-00018.png")).unwrap();
    assert_eq!(pixels(&last), pixels(&desk.read("a.png")));
    // What is there is never replaced.
    let again = desk.command(&arguments).output().unwrap();
    assert_eq!(again.status.code(), Some(2));
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), FRAMES);
}

#[test]
fn a_film_that_cannot_be_made_says_why_and_leaves_nothing() {
    let desk = Desk::new();
    for (arguments, expect) in [
        (
            &["--to", "a.mp4", "--from", "2023-09-01", "--until", "2023-08-01"][..],
            "nothing to show",
        ),
        (&["--to", "a.gif", "--from", "2023-08-01", "--fps", "60"], "50"),
        (&["--to", "a.mp4", "--from", "2023-08-01", "--size", "8000x4000"], "3,840"),
        (&["--to", "gone/a.mp4", "--from", "2023-08-01", "--until", "2023-08-02"], "gone"),
    ] {
        let output = desk.command(&[&["export", BUNDLED], arguments].concat()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(message.lines().count(), 1, "{message}");
        assert!(message.contains(expect), "{message}");
        assert_eq!(std::fs::read_dir(desk.folder.path()).unwrap().count(), 0);
    }
}
