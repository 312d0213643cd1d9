//! What really happened, recorded on the day of the playhead.

use super::Window;
use super::action::StepLabel;
use crate::calendar::Day;
use crate::i18n::{Names, date_long, words};
use crate::plan::edit::{Command, Record, Unrecorded};
use crate::plan::{Header, Id, Plan};

/// What is recorded of the selected activities and movements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordAction {
    /// Each on the day of the playhead.
    Started,
    Finished,
    GivenUp,
    /// What was recorded is taken away.
    Nothing,
    /// Actual dates are known up to this day.
    KnownUntil(Day),
}

/// The latest day that something is recorded on, where that is later than the day up
/// to which the plan says that actual dates are known.
pub fn beyond_known(plan: &Plan) -> Option<Day> {
    let activities = plan.activities().iter().map(|it| &it.timing.actual);
    let movements = plan.movements().iter().map(|it| &it.timing.actual);
    let known = activities.chain(movements).flatten();
    let latest = known.flat_map(|it| [it.start, it.end, it.cancelled]).flatten().max()?;
    plan.header().as_of.is_none_or(|as_of| as_of < latest).then_some(latest)
}

impl Window {
    pub(super) fn act_on_actuals(&mut self, action: RecordAction) {
        self.end_drag();
        let day = self.day();
        match action {
            RecordAction::Started => self.record(Record::Started(day), "recorded-started"),
            RecordAction::Finished => self.record(Record::Finished(day), "recorded-finished"),
            RecordAction::GivenUp => self.record(Record::GivenUp(day), "recorded-given-up"),
            RecordAction::Nothing => self.record(Record::Nothing, "recorded-nothing"),
            RecordAction::KnownUntil(day) => {
                let plan = self.document.plan();
                let header = Header { as_of: Some(day), ..plan.header().clone() };
                let name = date_long(day, self.settings.lang);
                let label = StepLabel::Named { message: "step-known-until", name };
                self.run(label, Command::SetHeader(header.into()));
            }
        }
    }

    fn record(&mut self, record: Record, message: &'static str) {
        let plan = self.document.plan().clone();
        let ids = self.view.selected.iter().filter(|id| plan.timing(id).is_some());
        let ids: Vec<Id> = ids.cloned().collect();
        let lang = self.settings.lang;
        let words = words(lang);
        let Some(first) = ids.first() else {
            self.say(words.text("record-nothing-selected"));
            return;
        };
        let mut commands = Vec::new();
        let mut refused = None;
        for id in &ids {
            match Command::record(&plan, id, record) {
                Ok(command) => commands.push(command),
                Err(why) => refused = refused.or(Some((id, why))),
            }
        }
        let names = Names::new(&plan, lang);
        let said = match &refused {
            Some((id, why)) => words.fill(why_word(why), &[("item", names.item(id).into())]),
            None => {
                let item = match ids.len() {
                    1 => names.item(first),
                    count => words.fill("record-several", &[("count", count.into())]),
                };
                let day = date_long(self.day(), lang);
                words.fill(message, &[("item", item.into()), ("date", day.into())])
            }
        };
        let label = match ids.len() {
            1 => StepLabel::Actual(first.clone()),
            count => StepLabel::Rows { message: "step-actual-several", count },
        };
        if !commands.is_empty() {
            self.run(label, Command::Batch(commands));
        }
        self.say(said);
    }
}

fn why_word(why: &Unrecorded) -> &'static str {
    match why {
        Unrecorded::EndsBeforeItStarts => "unrecorded-ends-before",
        Unrecorded::IsOver => "unrecorded-is-over",
        Unrecorded::IsGivenUp => "unrecorded-given-up",
        Unrecorded::Edit(_) => "edit-refused",
    }
}
