//! Chapters made of the phases of a plan, for one that has none of its own.

use super::stage::STAGE;
use crate::geo::{Camera, ViewSize, WorldBounds, WorldPoint};
use crate::plan::{CameraMember, Chapter, ChapterId, Extra, Id, Phase, Plan};

/// How far the sites of a phase keep from the edges of the stage, in points; with
/// room for what stands around a map.
const MARGIN: f64 = 150.0;
/// No nearer than this: a single camp is seen in its surroundings.
const NEAREST: f64 = 8.0;

/// A chapter for each phase that has a first day and no parts, in their order: over
/// the days of the phase, with the sites in view at which something is done in it.
/// Their ids are free in the plan.
pub fn chapters_of_phases(plan: &Plan) -> Vec<Chapter> {
    let phases = || plan.phases().iter();
    let in_parts = |phase: &Phase| phases().any(|part| part.parent.as_ref() == Some(&phase.id));
    let own_days = phases().filter(|phase| phase.span.start.is_some() && !in_parts(phase));
    own_days.zip(free_ids(plan)).map(|(phase, id)| chapter(plan, phase, id)).collect()
}

fn free_ids(plan: &Plan) -> impl Iterator<Item = ChapterId> {
    let ids = (1u32..).filter_map(|number| Id::new(&format!("chapter-{number}")).ok());
    ids.filter(|id| plan.kind_of(id).is_none()).map(Into::into)
}

fn chapter(plan: &Plan, phase: &Phase, id: ChapterId) -> Chapter {
    Chapter {
        id,
        title: phase.name.clone(),
        moment: phase.span.start,
        // Until the end of the plan, where it is open.
        until: phase.span.end.or(Some(plan.horizon().end())),
        camera: camera(plan, phase),
        layers: None,
        notes: None,
        extra: Extra::default(),
    }
}

/// None where nothing that is done in the phase has a place: then all shows.
fn camera(plan: &Plan, phase: &Phase) -> Option<CameraMember> {
    let activities = plan.activities().iter().filter(|it| it.phase.as_ref() == Some(&phase.id));
    let movements = plan.movements().iter().filter(|it| it.phase.as_ref() == Some(&phase.id));
    let ends = movements.flat_map(|it| [Some(&it.from), it.to.as_ref()]);
    let sites = activities.map(|it| it.site.as_ref()).chain(ends).flatten();
    let places = sites.filter_map(|site| plan.sites().get(site)?.place);
    let bounds = WorldBounds::around(places.map(WorldPoint::from))?;
    let camera = Camera::fitting(bounds, ViewSize::new(STAGE.0, STAGE.1), MARGIN);
    let zoom = (camera.zoom.min(NEAREST) * 100.0).round() / 100.0;
    Some(CameraMember { center: camera.center, zoom, extra: Extra::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Day, Span};
    use crate::plan::{Header, Item, PhaseId};

    #[test]
    fn phases_without_parts_become_chapters() {
        let (start, end) = ("2023-07-01".parse::<Day>().ok(), "2023-12-31".parse().ok());
        let phase = |name: &str, start: Option<Day>, parent: Option<&str>| -> Item {
            Phase {
                id: PhaseId::new(name).unwrap(),
                name: name.into(),
                span: Span { start, end },
                parent: parent.map(|parent| PhaseId::new(parent).unwrap()),
                color: None,
                basis: Vec::new(),
                extra: Extra::default(),
            }
            .into()
        };
        let phases = [
            phase("a", start, None),
            phase("b", start, None),
            phase("b1", start, Some("b")),
            phase("later", None, None),
            // Its id is one that a chapter would have.
            phase("chapter-1", start, None),
        ];
        let plan = Plan::from_parts(Header::default(), phases).unwrap();
        let chapters = chapters_of_phases(&plan);
        let found: Vec<_> =
            chapters.iter().map(|c| (c.id.as_str(), c.title.in_language("en"))).collect();
        assert_eq!(found, [("chapter-2", "a"), ("chapter-3", "b1"), ("chapter-4", "chapter-1")]);
        assert!(chapters.iter().all(|c| (c.moment, c.until) == (start, end)));
        assert!(chapters.iter().all(|c| c.camera.is_none()), "nothing is anywhere");
    }
}
