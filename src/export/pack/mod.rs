//! The pages of a briefing pack: a cover, a page for each chapter or phase, and
//! the tables behind them.

mod chapters;
mod facts;
mod tables;

use super::error::Broken;
use super::{Request, picture};
use crate::calendar::Moment;
use crate::draw::Style;
use crate::draw::pack::{self, Contents};
use crate::draw::sheet::Look;
use crate::draw::strength::Curves;
use crate::i18n::words;
use crate::job::Control;
use crate::plan::{Basis, Plan};
use crate::render::pdf::{Bookmark, Page};
use crate::scene::{Scene, part};

/// A part of the pack: a line of the list of contents, and its pages.
struct Part {
    name: String,
    /// What its figures show, on all of its pages.
    figures: Vec<String>,
    scenes: Vec<Scene>,
}

pub fn pages(request: &Request, control: &Control) -> Result<Vec<Page>, Broken> {
    let style = Style::of(request.theme);
    let curves = Curves::of(&request.schedule);
    let look = picture::paper_look(request, &style, &curves);
    let mut parts = Vec::new();
    let chapters = chapters::of(request);
    let count = chapters.len() as u64;
    for (done, chapter) in (0..).zip(&chapters) {
        control.step(done, count)?;
        let text = pack::Chapter {
            title: chapter.title.clone(),
            notes: chapter.notes.clone(),
            facts: facts::of(request, chapter),
        };
        let at = Look {
            moment: Moment::close_of(chapter.days.end()),
            layers: chapter.layers.as_deref(),
            ..look
        };
        parts.push(Part {
            name: chapter.title.clone(),
            figures: vec![
                picture::title(&Request { moment: at.moment, ..request.clone() }),
                words(request.lang).text("sheet-curve"),
            ],
            scenes: pack::chapter(&at, &text, |size| chapters::camera(chapter, size)),
        });
    }
    for (name, table) in tables::all(request, &look) {
        let name = words(request.lang).text(name);
        let scenes = pack::table_pages(&look, &name, &table);
        parts.push(Part { name, figures: Vec::new(), scenes });
    }
    parts.retain(|part| !part.scenes.is_empty());
    Ok(bound(request, &look, parts))
}

/// The parts behind their cover, with page numbers and bookmarks.
fn bound(request: &Request, look: &Look, parts: Vec<Part>) -> Vec<Page> {
    let mut contents: Vec<Contents> = Vec::new();
    let mut next = 2;
    for Part { name, scenes, .. } in &parts {
        contents.push((name.clone(), next));
        next += scenes.len();
    }
    let count = next - 1;
    let title = request.plan.header().title.in_language(request.lang.tag());
    let page = |scene, figures: Vec<String>, name: Option<&str>| Page {
        scene,
        scale: request.paper.scale(),
        figures,
        bookmark: name.map(|name| Bookmark { name: name.to_owned(), is_inner: false }),
    };
    let cover = pack::cover(look, &contents);
    let mut pages = vec![page(cover, vec![picture::title(request)], Some(title))];
    for Part { name, mut figures, scenes } in parts {
        for (i, mut scene) in scenes.into_iter().enumerate() {
            pack::number(look, &mut scene, pages.len() + 1, count);
            let count = part::count(&scene.nodes, part::FIGURE).min(figures.len());
            let figures = figures.drain(..count).collect();
            pages.push(page(scene, figures, (i == 0).then_some(name.as_str())));
        }
    }
    pages
}

/// The numbers of the sources an item is taken from: ` [1, 4]`; empty for none.
fn cite(plan: &Plan, basis: &[Basis]) -> String {
    let sources = basis.iter().filter_map(|entry| entry.source.as_ref());
    let mut numbers: Vec<usize> =
        sources.filter_map(|source| plan.sources().position(source)).map(|at| at + 1).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
    if numbers.is_empty() { String::new() } else { format!("\u{a0}[{}]", numbers.join(",\u{a0}")) }
}
