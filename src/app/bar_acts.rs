//! What the bars of the timeline ask for beyond moving: picking several, typed dates,
//! automatic scheduling.

use std::collections::BTreeSet;

use super::Window;
use super::action::{SelectHow, StepLabel};
use super::panels::timeline::conflict_text;
use crate::calendar::Span;
use crate::i18n::words;
use crate::plan::Id;
use crate::plan::edit::Command;
use crate::schedule::{Moves, Network, Options};

/// What the bars of the timeline ask for.
#[derive(Clone, Debug, PartialEq)]
pub enum BarAction {
    /// Selects all bars from the one that was picked last to this one; `adds` keeps
    /// what was selected.
    SelectTo {
        id: Id,
        adds: bool,
    },
    /// Selects these and nothing else.
    SelectAll(BTreeSet<Id>),
    /// Brings the bar into view.
    Reveal(Id),
    /// Opens the fields for the dates of a bar, or closes them.
    TypeDates(Option<Id>),
    /// Sets planned dates as somebody typed them; what depends on them follows where
    /// automatic scheduling is on.
    SetPlanned(Id, Option<Span>),
    ToggleAutomatic,
}

/// What the window remembers of the bars.
#[derive(Default)]
pub struct BarsState {
    /// The item that was picked last, from which a range is counted.
    pub anchor: Option<Id>,
    /// The item whose dates are being typed on its bar.
    pub typing: Option<Id>,
}

impl Window {
    pub(super) fn act_on_bars(&mut self, action: BarAction) {
        match action {
            BarAction::SelectTo { id, adds } => self.select_to(id, adds),
            BarAction::SelectAll(ids) => self.view.selected = ids.into(),
            BarAction::Reveal(id) => self.view.next_reveal = Some(id),
            BarAction::TypeDates(id) => self.view.bars.typing = id,
            BarAction::SetPlanned(id, planned) => self.set_planned(id, planned),
            BarAction::ToggleAutomatic => {
                self.settings.automatic = !self.settings.automatic;
                self.keep_settings();
                self.say(words(self.settings.lang).text(match self.settings.automatic {
                    true => "bars-automatic-on",
                    false => "bars-automatic-off",
                }));
            }
        }
    }

    fn select_to(&mut self, id: Id, adds: bool) {
        let rows = self.derived().rows;
        let place = |id: &Id| rows.iter().position(|row| row.item() == Some(id));
        let anchor = self.view.bars.anchor.as_ref().and_then(place);
        let (Some(from), Some(to)) = (anchor, place(&id)) else {
            return self.select(id, SelectHow::Only);
        };
        if !adds {
            self.view.selected.clear();
        }
        let range = &rows[from.min(to)..=from.max(to)];
        self.view.selected.extend(range.iter().filter_map(|row| row.item().cloned()));
        self.view.next_reveal = Some(id);
    }

    fn set_planned(&mut self, id: Id, planned: Option<Span>) {
        self.end_drag();
        let plan = self.document.plan().clone();
        let follow = match planned {
            Some(span) if self.settings.automatic => {
                Network::reschedule(&plan, &[(id.clone(), span)], Options::default())
            }
            _ => Moves::default(),
        };
        let command = match follow.moves.is_empty() {
            true => Command::set_planned(&plan, &id, planned),
            false => Command::set_planned_all(&plan, &follow.moves),
        };
        if self.run(StepLabel::Dates(id.clone()), command)
            && let Some(conflict) = follow.conflicts.iter().find(|it| it.item != id)
        {
            let text = self.with_view(|view| conflict_text(conflict, view));
            self.say(text);
        }
    }
}
