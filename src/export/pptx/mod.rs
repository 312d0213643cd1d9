//! Slides for PowerPoint and LibreOffice: a cover, a slide for each chapter, and the
//! film of the plan.

mod facts;
mod package;
mod slide;

use std::io::Write;

use super::error::Broken;
use super::{Request, film, picture, png};
use crate::calendar::Moment;
use crate::draw::Furniture;
use crate::film::{Script, Told, camera_for, told};
use crate::i18n::{Names, words};
use crate::job::Control;
use crate::render::escape::escaped;
use facts::{Facts, facts};
use package::{Package, Relation, office};
use slide::{Film, Place, Slide};

const THEME: &str = include_str!("../../../assets/slides/theme.xml");
const MASTER: &str = include_str!("../../../assets/slides/master.xml");
const LAYOUT: &str = include_str!("../../../assets/slides/layout.xml");
const NOTES_MASTER: &str = include_str!("../../../assets/slides/notes_master.xml");

/// The map of a chapter in points, and its place beside the facts.
const PICTURE: (f64, f64) = (960.0, 600.0);
const BESIDE: Place = [457_200, 1_097_280, 7_607_808, 4_754_880];
/// The film in points, and its place.
const FILM: (f64, f64) = (1280.0, 720.0);
const WIDE: Place = [1_600_200, 1_051_560, 8_991_600, 5_057_775];
const SOURCES: Place = [457_200, 6_035_040, 11_277_600, 411_480];
const MARKINGS: [Place; 2] =
    [[0, 45_720, 12_192_000, 274_320], [0, 6_537_960, 12_192_000, 274_320]];
const SMALL: &str = " sz=\"1000\"";

/// The start of the content types of all parts of a presentation.
const KIND: &str = "application/vnd.openxmlformats-officedocument";

/// A slide that is put together, with what it leads to behind layout and notes.
struct Made {
    slide: String,
    notes: String,
    media: Vec<Relation>,
}

pub fn write(request: &Request, control: &Control, out: &mut dyn Write) -> Result<(), Broken> {
    let chapters = told(&request.plan);
    let mut package = Package::new();
    let mut made = vec![cover(request, &mut package)?];
    for (number, chapter) in chapters.iter().enumerate() {
        control.go_on()?;
        made.push(of_chapter(request, number, chapter, &mut package)?);
    }
    // The film takes the most time by far: its progress is that of the whole.
    made.push(of_film(request, control, &mut package)?);
    for (index, slide) in made.iter().enumerate() {
        let number = index + 1;
        let mut relations = vec![
            office("slideLayout", "../slideLayouts/slideLayout1.xml"),
            office("notesSlide", format!("../notesSlides/notesSlide{number}.xml")),
        ];
        relations.extend(slide.media.iter().cloned());
        let path = format!("ppt/slides/slide{number}.xml");
        let kind = format!("{KIND}.presentationml.slide+xml");
        package.part(&path, &kind, &slide.slide, &relations)?;
        let relations = [
            office("notesMaster", "../notesMasters/notesMaster1.xml"),
            office("slide", format!("../slides/slide{number}.xml")),
        ];
        let path = format!("ppt/notesSlides/notesSlide{number}.xml");
        let kind = format!("{KIND}.presentationml.notesSlide+xml");
        package.part(&path, &kind, &slide.notes, &relations)?;
    }
    frame(request, made.len(), &mut package)?;
    Ok(out.write_all(&package.finish()?)?)
}

/// The parts that every presentation has.
fn frame(request: &Request, slides: usize, package: &mut Package) -> Result<(), Broken> {
    let kind = |word: &str| format!("{KIND}.presentationml.{word}+xml");
    let theme = |number: u8| office("theme", format!("../theme/theme{number}.xml"));
    let mut relations = vec![
        office("slideMaster", "slideMasters/slideMaster1.xml"),
        office("notesMaster", "notesMasters/notesMaster1.xml"),
        office("theme", "theme/theme1.xml"),
    ];
    let first = relations.len() + 1;
    relations.extend((1..=slides).map(|n| office("slide", format!("slides/slide{n}.xml"))));
    let main = slide::presentation(first, slides);
    package.part("ppt/presentation.xml", &kind("presentation.main"), &main, &relations)?;
    let layout = office("slideLayout", "../slideLayouts/slideLayout1.xml");
    let path = "ppt/slideMasters/slideMaster1.xml";
    package.part(path, &kind("slideMaster"), MASTER, &[layout, theme(1)])?;
    let master = office("slideMaster", "../slideMasters/slideMaster1.xml");
    let path = "ppt/slideLayouts/slideLayout1.xml";
    package.part(path, &kind("slideLayout"), LAYOUT, &[master])?;
    let path = "ppt/notesMasters/notesMaster1.xml";
    package.part(path, &kind("notesMaster"), NOTES_MASTER, &[theme(2)])?;
    for number in 1..=2 {
        let path = format!("ppt/theme/theme{number}.xml");
        package.part(&path, &format!("{KIND}.theme+xml"), THEME, &[])?;
    }
    let core = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:description>{}</dc:description>\
         </cp:coreProperties>",
        escaped(title(request)),
        escaped(&picture::marking(request).unwrap_or_default())
    );
    let kind = "application/vnd.openxmlformats-package.core-properties+xml";
    package.part("docProps/core.xml", kind, &core, &[])?;
    let properties =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    let relations = [
        office("officeDocument", "ppt/presentation.xml"),
        (properties.to_owned(), "docProps/core.xml".to_owned()),
    ];
    Ok(package.relations("_rels/.rels", &relations)?)
}

fn title(request: &Request) -> &str {
    request.plan.header().title.in_language(request.lang.tag())
}

/// The whole plan at the moment that was asked for.
fn cover(request: &Request, package: &mut Package) -> Result<Made, Broken> {
    let names = Names::new(&request.plan, request.lang);
    let horizon = request.plan.horizon();
    let words = words(request.lang);
    let lines =
        vec![names.span_with_year(horizon.into()), words.word("track", request.track.as_word())];
    let sources = request.plan.sources().iter().take(3).map(|source| names.item(&source.id));
    let facts = Facts { lines, sources: sources.collect() };
    let map = Request { camera: None, ..request.clone() };
    with_map(&map, "cover", title(request), &facts, "", package)
}

fn of_chapter(
    request: &Request,
    number: usize,
    chapter: &Told,
    package: &mut Package,
) -> Result<Made, Broken> {
    let tag = request.lang.tag();
    let map = Request {
        moment: Moment::close_of(chapter.last()),
        camera: chapter.camera.as_ref().map(|camera| camera_for(camera, PICTURE)),
        layers: chapter.layers.clone(),
        ..request.clone()
    };
    let notes = chapter.notes.as_ref().map_or("", |notes| notes.in_language(tag));
    let name = format!("chapter{}", number + 1);
    let title = chapter.title.in_language(tag);
    with_map(&map, &name, title, &facts(request, chapter), notes, package)
}

/// A slide with the map at the left and facts at the right.
fn with_map(
    request: &Request,
    name: &str,
    title: &str,
    facts: &Facts,
    notes: &str,
    package: &mut Package,
) -> Result<Made, Broken> {
    let lang = request.lang.tag();
    // The slide has the title itself, and the marking.
    let furniture = Furniture { title: false, marking: false, ..Furniture::ALL };
    let map = Request { size: PICTURE, scale: 2.0, furniture, ..request.clone() };
    package.media(&format!("ppt/media/{name}.png"), &pixels(&map)?)?;
    let mut slide = Slide::new(lang);
    slide.title(title);
    slide.picture(3, &picture::title(&map), BESIDE, None);
    slide.bullets(&facts.lines);
    if !facts.sources.is_empty() {
        let list = facts.sources.join(" · ");
        let text = words(request.lang).fill("slides-sources", &[("sources", list.into())]);
        slide.text("Sources", &text, SOURCES, SMALL);
    }
    mark(request, &mut slide);
    let media = vec![office("image", format!("../media/{name}.png"))];
    Ok(Made { slide: slide.xml(), notes: slide::notes(lang, notes), media })
}

/// The film of the chapters, or of all days, with its first picture before it.
fn of_film(request: &Request, control: &Control, package: &mut Package) -> Result<Made, Broken> {
    let lang = request.lang.tag();
    let horizon = request.plan.horizon();
    let script = match request.plan.chapters().iter().next() {
        Some(_) => request.film.script.clone(),
        None if request.film.script == Script::Chapters => Script::Span(horizon),
        None => request.film.script.clone(),
    };
    let options = film::FilmOptions { script, ..request.film.clone() };
    let shown = Request { size: FILM, scale: 1.0, camera: None, film: options, ..request.clone() };
    package.media("ppt/media/still.png", &film::first_frame(&shown)?)?;
    let mut bytes = Vec::new();
    film::mp4(&shown, control, &mut bytes)?;
    package.media("ppt/media/film.mp4", &bytes)?;
    let mut slide = Slide::new(lang);
    slide.title(&words(request.lang).text("slides-film"));
    let film = Film { video: 4, media: 5 };
    slide.picture(3, &picture::title(&shown), WIDE, Some(&film));
    mark(request, &mut slide);
    let media = vec![
        office("image", "../media/still.png"),
        office("video", "../media/film.mp4"),
        (
            "http://schemas.microsoft.com/office/2007/relationships/media".to_owned(),
            "../media/film.mp4".to_owned(),
        ),
    ];
    Ok(Made { slide: slide.xml(), notes: slide::notes(lang, ""), media })
}

/// The handling line, above and below all else.
fn mark(request: &Request, slide: &mut Slide) {
    let Some(marking) = picture::marking(request) else { return };
    for place in MARKINGS {
        slide.text("Marking", &marking, place, " sz=\"1200\" b=\"1\"");
    }
}

fn pixels(request: &Request) -> Result<Vec<u8>, Broken> {
    let mut bytes = Vec::new();
    png::write(request, &Control::unattended(), &mut bytes)?;
    Ok(bytes)
}
