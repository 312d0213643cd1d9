//! Commands run on the open plan; one that cannot be done is said.

use super::Window;
use super::action::StepLabel;
use crate::i18n::words;
use crate::plan::edit::Command;

/// A command, or what came of making one: none where the plan has no room for it.
pub(super) trait Made {
    fn made(self) -> Option<Command>;
}

impl Made for Command {
    fn made(self) -> Option<Command> {
        Some(self)
    }
}

impl<E> Made for Result<Command, E> {
    fn made(self) -> Option<Command> {
        self.ok()
    }
}

impl Window {
    /// One step on what is shown. False where it cannot be done, which is said.
    pub(super) fn run(&mut self, label: StepLabel, command: impl Made) -> bool {
        let run = |command| self.document.run(label, command).is_ok();
        let is_done = command.made().is_some_and(run);
        self.say_unless(is_done)
    }

    /// One step on the whole, whatever is shown, whose label has a name.
    pub(super) fn run_on_whole(
        &mut self,
        message: &'static str,
        name: String,
        command: impl Made,
    ) -> bool {
        let label = StepLabel::Named { message, name };
        let run = |command| self.document.run_on_whole(label, command).is_ok();
        let is_done = command.made().is_some_and(run);
        self.say_unless(is_done)
    }

    fn say_unless(&mut self, is_done: bool) -> bool {
        if !is_done {
            self.say(words(self.settings.lang).text("edit-refused"));
        }
        is_done
    }
}
