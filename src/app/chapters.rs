//! Chapters made of what the window shows, taken anew, gone to and put in order.

use super::Window;
use super::action::{SelectHow, StepLabel};
use crate::calendar::{Day, Moment};
use crate::draw;
use crate::film::{STAGE, Shot, camera_for, camera_of, chapters_of_phases};
use crate::geo::ViewSize;
use crate::i18n::{Lang, date_long, words};
use crate::plan::edit::Command;
use crate::plan::{CameraMember, Chapter, ChapterId, Extra, Id, Item, Kind, Plan, Text};

use super::view::View;

#[derive(Clone, Debug, PartialEq)]
pub enum ChapterAction {
    /// Makes one of what the window shows: its part of the map and its day, or the days
    /// that are played again and again.
    Make,
    /// Makes one of each phase.
    MakeOfPhases,
    /// Gives one the part of the map and the day that the window shows.
    Retake(ChapterId),
    /// Shows its part of the map and its first day.
    GoTo(ChapterId),
    /// Puts one in another place of the list.
    Move(ChapterId, usize),
}

/// What a chapter shows on the stage.
pub fn shot_of(chapter: &Chapter, view: &View) -> Shot {
    let size = ViewSize::new(STAGE.0, STAGE.1);
    let whole = draw::whole(view.plan, view.theatre, size);
    Shot::of_chapter(chapter, whole, STAGE, Moment::close_of(view.horizon.start()))
}

impl Window {
    pub(super) fn act_on_chapters(&mut self, action: ChapterAction) {
        self.end_drag();
        match action {
            ChapterAction::Make => self.make_chapter(),
            ChapterAction::MakeOfPhases => self.make_chapters_of_phases(),
            ChapterAction::Retake(id) => self.retake_chapter(&id),
            ChapterAction::GoTo(id) => self.go_to_chapter(&id),
            ChapterAction::Move(id, to) => self.move_chapter(&id, to),
        }
    }

    /// After the chapter that is selected, or at the end.
    fn make_chapter(&mut self) {
        let plan = self.document.plan();
        let like = Id::new("chapter").expect("a word is an id");
        let day = self.day();
        let range = self.view.playback.shown_loop();
        let chapter = Chapter {
            id: plan.fresh_id(&like).into(),
            title: title_on(plan, day),
            moment: Some(range.map_or(day, |range| range.start())),
            until: range.map(|range| range.end()),
            camera: self.live_camera(),
            layers: None,
            notes: None,
            extra: Extra::default(),
        };
        let ids = plan.ids(Kind::Chapter);
        let position = ids.iter().rposition(|id| self.view.selected.contains(id)).map(|at| at + 1);
        let number = position.unwrap_or(ids.len()) + 1;
        let step = self.step("step-make-chapter", &chapter);
        self.put_new(step, vec![(chapter.into(), position)]);
        let message = words(self.settings.lang);
        self.say(message.fill("chapter-made", &[("number", number.into())]));
    }

    fn make_chapters_of_phases(&mut self) {
        let chapters = chapters_of_phases(self.document.plan());
        let count = chapters.len();
        let words = words(self.settings.lang);
        if count == 0 {
            self.say(words.text("chapters-no-phases"));
            return;
        }
        let message = words.fill("chapters-made", &[("count", count.into())]);
        let step = StepLabel::Rows { message: "step-chapters-of-phases", count };
        self.put_new(step, chapters.into_iter().map(|it| (Item::from(it), None)).collect());
        self.say(message);
    }

    /// Its days stay where the playhead is among them.
    fn retake_chapter(&mut self, id: &ChapterId) {
        let Some(before) = self.document.plan().chapters().get(id).cloned() else { return };
        let day = self.day();
        let first = before.moment.unwrap_or(self.document.plan().horizon().start());
        let is_within = (first..=before.until.unwrap_or(first)).contains(&day);
        let (moment, until) = match self.view.playback.shown_loop() {
            Some(range) => (Some(range.start()), Some(range.end())),
            None if is_within => (before.moment, before.until),
            None => (Some(day), None),
        };
        let camera = self.live_camera().or(before.camera.clone());
        let chapter = Chapter { moment, until, camera, ..(*before).clone() };
        if chapter != *before {
            let step = self.step("step-retake-chapter", &chapter);
            self.run(step, Command::put(chapter));
        }
    }

    fn live_camera(&self) -> Option<CameraMember> {
        let map = self.map_view?;
        let camera = camera_of(map.camera(), (map.size().width(), map.size().height()));
        Some(CameraMember { center: camera.center.rounded(), ..camera })
    }

    fn go_to_chapter(&mut self, id: &ChapterId) {
        let Some(chapter) = self.document.plan().chapters().get(id).cloned() else { return };
        self.view.playback.pause();
        let day = chapter.moment.unwrap_or(self.document.plan().horizon().start());
        self.view.playback.seek_day(day);
        match (&chapter.camera, self.map_view) {
            (Some(camera), Some(map)) => {
                let camera = camera_for(camera, (map.size().width(), map.size().height()));
                self.view.look(camera, true);
            }
            _ => self.fit_map(false),
        }
        self.select((*chapter.id).clone(), SelectHow::Only);
    }

    fn move_chapter(&mut self, id: &ChapterId, to: usize) {
        let chapters = self.document.plan().chapters();
        let (Some(chapter), Some(from)) = (chapters.get(id).cloned(), chapters.position(id)) else {
            return;
        };
        let to = to.min(chapters.len() - 1);
        if from == to {
            return;
        }
        let step = self.step("step-move-chapter", &chapter);
        let taken = Command::Remove { kind: Kind::Chapter, id: (**id).clone() };
        let put = Command::Put { item: chapter.into(), position: Some(to) };
        self.run(step, Command::Batch(vec![taken, put]));
    }

    fn step(&self, message: &'static str, chapter: &Chapter) -> StepLabel {
        let title = chapter.title.in_language(self.settings.lang.tag()).to_owned();
        StepLabel::Chapter { message, title }
    }
}

/// The phase of a day, the innermost one; without any, the date.
fn title_on(plan: &Plan, day: Day) -> Text {
    match plan.phases_on(day).next() {
        Some(phase) => phase.name.clone(),
        None => {
            let texts = Lang::ALL.map(|lang| (lang.tag().to_owned(), date_long(day, lang)));
            Text::ByLanguage(texts.into())
        }
    }
}
