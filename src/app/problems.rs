//! What is done with problems: gone to, mended, filtered.

use std::sync::Arc;

use super::Window;
use super::action::{Action, SelectHow, StepLabel};
use super::cache_keys::ListedKey;
use super::problem_list::Filter;
use crate::calendar::Moment;
use crate::i18n::{problem_message, words};
use crate::plan::Id;
use crate::plan::edit::Command;
use crate::schedule::{Code, Fix, Problem, Severity};

/// A wish about problems. Numbers count the problems that are listed.
#[derive(Clone, Debug, PartialEq)]
pub enum ProblemAction {
    /// Chooses one and shows where and when it is.
    GoTo(usize),
    /// Chooses one in the list.
    Choose(usize),
    /// To the next one or the last.
    Step(i64),
    Mend(Fix),
    /// Mends the chosen one, where that is offered.
    MendChosen,
    Filter(Filter),
    Fold(Severity, Code),
    /// The chosen one has been brought into view.
    Revealed,
}

impl Window {
    pub(super) fn act_on_problems(&mut self, action: ProblemAction) -> Option<Action> {
        let list = &mut self.view.problem_list;
        match action {
            ProblemAction::GoTo(number) => self.go_to_problem(number),
            ProblemAction::Choose(number) => {
                self.choose_problem(number);
            }
            ProblemAction::Step(direction) => {
                let count = self.listed_problems().len();
                if let Some(number) = self.view.problem_list.step(direction, count) {
                    self.go_to_problem(number);
                    self.say_problem(number);
                }
            }
            ProblemAction::Mend(fix) => return self.mend(&fix),
            ProblemAction::MendChosen => {
                let chosen = list.chosen?;
                let place = self.listed_problems().get(chosen).copied()?;
                let fix = self.derived().problems.all()[place].fix.clone()?;
                return self.mend(&fix);
            }
            ProblemAction::Filter(filter) => {
                list.filter = filter;
                list.chosen = None;
            }
            ProblemAction::Fold(severity, code) => {
                if !list.folded.remove(&(severity, code)) {
                    list.folded.insert((severity, code));
                }
            }
            ProblemAction::Revealed => list.reveal = false,
        }
        None
    }

    /// The places of the problems that are listed.
    pub(super) fn listed_problems(&mut self) -> Arc<Vec<usize>> {
        let texts = self.problem_texts();
        let problems = self.derived().problems;
        let (plan, theatre) = (self.plan_key(), self.theatre_key());
        let filter = &self.view.problem_list.filter;
        let selected = &self.view.selected;
        let key = ListedKey {
            plan,
            theatre,
            track: self.view.track,
            lang: self.settings.lang,
            filter: filter.clone(),
            selected: filter.only_selected.then(|| selected.clone()),
        };
        self.cache.listed(key, || filter.places(&problems, &texts, selected))
    }

    fn mend(&mut self, fix: &Fix) -> Option<Action> {
        let plan = self.document.plan();
        let command = Command::set_planned(plan, &fix.item, Some(fix.planned)).ok()?;
        // The next problem takes the place of the mended one.
        self.view.problem_list.reveal = true;
        Some(Action::Edit(StepLabel::Dates(fix.item.clone()), command))
    }

    /// Chooses a problem of the list, and opens its group.
    fn choose_problem(&mut self, number: usize) -> Option<Arc<Problem>> {
        let place = self.listed_problems().get(number).copied()?;
        let problem = self.derived().problems.all()[place].clone();
        let list = &mut self.view.problem_list;
        (list.chosen, list.reveal) = (Some(number), true);
        list.folded.remove(&(problem.severity, problem.code));
        Some(problem)
    }

    /// Selects what a problem is about, and shows it on the timeline, on the map and
    /// on its day.
    fn go_to_problem(&mut self, number: usize) {
        let Some(problem) = self.choose_problem(number) else { return };
        let only_selected = self.view.problem_list.filter.only_selected;
        let site = problem.site.clone().map(Id::from);
        let item = problem.items.first().cloned().or(site.clone());
        // What is selected is the filter: it stays.
        if let Some(id) = item.clone().filter(|_| !only_selected) {
            self.select(id, SelectHow::Only);
        } else {
            self.view.next_reveal = item.clone();
        }
        if let Some(day) = problem.date {
            self.view.playback.pause();
            self.view.playback.seek(Moment::close_of(day));
        }
        self.bring_into_view(site.iter().chain(&item));
    }

    fn say_problem(&mut self, number: usize) {
        let lang = self.settings.lang;
        let places = self.listed_problems();
        let Some(place) = places.get(number) else { return };
        let problem = self.derived().problems.all()[*place].clone();
        let message = problem_message(&problem, self.document.plan(), lang);
        let args = [
            ("number", (number + 1).into()),
            ("count", places.len().into()),
            ("message", message.into()),
        ];
        self.say(words(lang).fill("problem-step", &args));
    }
}
