//! Map, sheet or briefing pack as a PDF file.

use std::io::Write;

use super::error::Broken;
use super::{ExportFault, Form, Request, pack, picture};
use crate::job::Control;
use crate::render::pdf::{self, MAX_SIDE, Page, PdfOptions};
use crate::scene::{Group, Node, part};

pub fn write(request: &Request, control: &Control, out: &mut dyn Write) -> Result<(), Broken> {
    let pages = match request.form {
        Form::Picture => vec![picture_page(request)?],
        Form::Sheet => vec![Page {
            scene: picture::scene(request),
            scale: request.paper.scale(),
            figures: picture::sheet_figures(request),
            bookmark: None,
        }],
        Form::Pack => pack::pages(request, control)?,
    };
    let count = pages.len() as u64;
    let bytes = pdf::document(&pages, &options(request), |done| control.step(done, count))?
        .map_err(|error| ExportFault::Other { message: error.0 })?;
    Ok(out.write_all(&bytes)?)
}

/// A page of the size asked for, all of it one figure.
fn picture_page(request: &Request) -> Result<Page, ExportFault> {
    let (width, height) = request.size;
    if ![width, height].iter().all(|side| (1.0..=MAX_SIDE).contains(side)) {
        return Err(ExportFault::Size { width, height, most: MAX_SIDE as u32 });
    }
    let mut scene = picture::scene(request);
    let nodes = std::mem::take(&mut scene.nodes);
    scene.nodes = vec![Node::new(Group::named(part::FIGURE, nodes))];
    let figures = vec![picture::title(request)];
    Ok(Page { scene, scale: 1.0, figures, bookmark: None })
}

fn options(request: &Request) -> PdfOptions {
    let symbol = |source: &crate::plan::Source| match &source.symbol {
        Some(symbol) => symbol.clone(),
        None => source.title.in_language(request.lang.tag()).to_owned(),
    };
    PdfOptions {
        title: picture::title(request),
        marking: picture::marking(request).unwrap_or_default(),
        sources: request.plan.sources().iter().map(|source| symbol(source)).collect(),
        language: request.lang.tag(),
    }
}
