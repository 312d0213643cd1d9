//! By what a plan is told: its chapters, or its phases where it has none.

use super::phases::chapters_of_phases;
use crate::calendar::Day;
use crate::plan::{CameraMember, Chapter, Plan, Text};

/// A part of what is told: some days, or a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub title: Text,
    pub first: Day,
    /// Not before the first; None for what is told of one moment.
    pub until: Option<Day>,
    /// None: all of the theatre.
    pub camera: Option<CameraMember>,
    /// The layers of the map that are seen; None: all.
    pub layers: Option<Vec<String>>,
    pub notes: Option<Text>,
}

impl Told {
    /// The day at whose close it ends.
    pub fn last(&self) -> Day {
        self.until.unwrap_or(self.first)
    }
}

/// All parts, in their order. Phases are parts as the window makes chapters of them;
/// those without a first day are none.
pub fn told(plan: &Plan) -> Vec<Told> {
    let start = plan.horizon().start();
    let part = |chapter: &Chapter| {
        let first = chapter.moment.unwrap_or(start);
        Told {
            title: chapter.title.clone(),
            first,
            until: chapter.until.map(|until| until.max(first)),
            camera: chapter.camera.clone(),
            layers: chapter.layers.clone(),
            notes: chapter.notes.clone(),
        }
    };
    let chapters: Vec<Told> = plan.chapters().iter().map(|chapter| part(chapter)).collect();
    match chapters.is_empty() {
        true => chapters_of_phases(plan).iter().map(part).collect(),
        false => chapters,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Span;
    use crate::plan::{ChapterId, Extra, Header, Item, Phase, PhaseId};

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn phase(name: &str, start: &str, end: Option<&str>) -> Item {
        Phase {
            id: PhaseId::new(name).unwrap(),
            name: name.into(),
            span: Span { start: Some(day(start)), end: end.map(day) },
            parent: None,
            color: None,
            basis: Vec::new(),
            extra: Extra::default(),
        }
        .into()
    }

    fn chapter(name: &str, moment: Option<&str>, until: Option<&str>) -> Item {
        Chapter {
            id: ChapterId::new(name).unwrap(),
            title: name.into(),
            moment: moment.map(day),
            until: until.map(day),
            camera: None,
            layers: Some(vec!["land".into()]),
            notes: None,
            extra: Extra::default(),
        }
        .into()
    }

    #[test]
    fn chapters_come_before_phases() {
        let header = || Header {
            horizon: Span { start: Some(day("2023-07-01")), end: Some(day("2023-12-31")) },
            ..Header::default()
        };
        let phases =
            || [phase("a", "2023-07-10", Some("2023-08-01")), phase("b", "2023-08-02", None)];
        let found = |items: Vec<Item>| {
            let plan = Plan::from_parts(header(), items).unwrap();
            let told = told(&plan);
            let row = |it: &Told| (it.title.in_language("en").to_owned(), it.first, it.last());
            told.iter().map(row).collect::<Vec<_>>()
        };
        let row = |name: &str, first: &str, last: &str| (name.to_owned(), day(first), day(last));
        assert_eq!(
            found(phases().into()),
            [row("a", "2023-07-10", "2023-08-01"), row("b", "2023-08-02", "2023-12-31")]
        );
        let mut items: Vec<Item> = phases().into();
        items.push(chapter("open", None, None));
        items.push(chapter("turned", Some("2023-09-02"), Some("2023-09-01")));
        assert_eq!(
            found(items),
            [row("open", "2023-07-01", "2023-07-01"), row("turned", "2023-09-02", "2023-09-02")]
        );
    }
}
