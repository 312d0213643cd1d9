//! The chapters of a page: those of the plan, or else its phases.

use serde_json::{Value, json};

use crate::calendar::Moment;
use crate::export::Request;
use crate::film::{STAGE, Told, camera_for, told};
use crate::i18n::Lang;

use super::map::{on_stage, whole};

/// The chapters in a language: title, notes, first and last moment, and the camera by
/// its place on the stage and how much closer it is than the one that shows all.
pub fn chapters(request: &Request, lang: Lang) -> Value {
    let whole = whole(request);
    let chapter = |chapter: Told| {
        let camera = chapter.camera.as_ref().map(|camera| {
            let camera = camera_for(camera, STAGE);
            let at = on_stage(whole, camera.center);
            let closer = (camera.zoom - whole.zoom).exp2();
            [f64::from(at.x), f64::from(at.y), closer]
        });
        json!({
            "title": chapter.title.in_language(lang.tag()),
            "notes": chapter.notes.as_ref().map(|notes| notes.in_language(lang.tag()).to_owned()),
            "from": Moment::close_of(chapter.first).days(),
            "until": Moment::close_of(chapter.last()).days(),
            "camera": camera,
            "layers": chapter.layers,
        })
    };
    told(&request.plan).into_iter().map(chapter).collect()
}
