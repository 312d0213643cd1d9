//! Links on the timeline: drawn, changed, taken away; and what of the network of
//! links the window shows.

use std::collections::{BTreeSet, HashSet};

use eframe::egui::Pos2;

use super::Window;
use super::action::StepLabel;
use super::derived::Derived;
use crate::draw::timeline::{Grouping, LinkName, Row};
use crate::i18n::{Names, words};
use crate::plan::edit::{Command, EditError};
use crate::plan::{Id, Link, Plan};
use crate::schedule::{Network, Track};

/// A wish about links, or about how rows and links are shown.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkAction {
    Make {
        dependent: Id,
        link: Link,
    },
    /// Puts a link in place of another one, or takes it away.
    Change {
        name: LinkName,
        to: Option<Link>,
    },
    /// Makes each selected item follow the one before it, in the order of their dates.
    LinkSelected,
    /// Opens the details of a link; None: closes them.
    Choose(Option<ChosenLink>),
    /// The link under the pointer.
    Point(Option<LinkName>),
    ToggleAllLinks,
    ToggleCritical,
    ToggleSectors,
    ToggleOnlySelected,
    ToggleOdds,
}

/// The link whose details are open, and where they stand.
#[derive(Clone, Debug, PartialEq)]
pub struct ChosenLink {
    pub name: LinkName,
    pub at: Pos2,
}

/// What of the network of links is shown.
#[derive(Clone, Debug, Default)]
pub struct LinkState {
    pub chosen: Option<ChosenLink>,
    pub pointed: Option<LinkName>,
    pub next_pointed: Option<LinkName>,
    pub all_links: bool,
    pub marks_critical: bool,
    pub grouping: Grouping,
    /// Whether the rows are those of the selection alone.
    pub only_selected: bool,
    /// The selection whose rows are shown.
    pub only: Option<BTreeSet<Id>>,
    pub shows_odds: bool,
}

/// Why a link cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It would close a cycle: each item depends on the one before it, the first on
    /// the last.
    Cycle(Vec<Id>),
    /// There is one of this type already.
    Exists,
}

/// Whether a plan can do with one more link. `network` is that of the plan.
pub fn refusal(plan: &Plan, network: &Network, dependent: &Id, link: &Link) -> Option<Refusal> {
    if LinkName::of(dependent, link).find(plan).is_some() {
        return Some(Refusal::Exists);
    }
    network.would_close(dependent, &link.other).map(Refusal::Cycle)
}

/// `Cycle : A → B → A`, and the like.
pub fn refusal_text(refusal: &Refusal, names: &Names, words: &crate::i18n::Words) -> String {
    match refusal {
        Refusal::Exists => words.text("link-exists"),
        Refusal::Cycle(ids) => {
            let round = ids.iter().chain(ids.first());
            let items = round.map(|id| names.item(id)).collect::<Vec<_>>().join(" → ");
            words.fill("link-cycle", &[("items", items.into())])
        }
    }
}

impl Window {
    pub(super) fn act_on_links(&mut self, action: LinkAction) {
        let state = &mut self.view.links;
        match action {
            LinkAction::Point(link) => state.next_pointed = link,
            LinkAction::Choose(chosen) => state.chosen = chosen,
            LinkAction::ToggleAllLinks => state.all_links = !state.all_links,
            LinkAction::ToggleCritical => state.marks_critical = !state.marks_critical,
            LinkAction::ToggleOdds => state.shows_odds = !state.shows_odds,
            LinkAction::ToggleSectors => {
                state.grouping = match state.grouping {
                    Grouping::Phases => Grouping::Sectors,
                    Grouping::Sectors => Grouping::Phases,
                };
                self.view.next_reveal = self.view.selected.first().cloned();
            }
            LinkAction::ToggleOnlySelected => {
                state.only_selected = !state.only_selected;
                state.only = None;
            }
            LinkAction::Make { dependent, link } => self.make_link(&dependent, link),
            LinkAction::Change { name, to } => self.change_link(&name, to),
            LinkAction::LinkSelected => self.link_selected(),
        }
    }

    fn make_link(&mut self, dependent: &Id, link: Link) {
        let plan = self.document.plan();
        let network = Network::of(plan, Track::Planned);
        if let Some(refusal) = refusal(plan, &network, dependent, &link) {
            return self.say_refusal(&refusal);
        }
        let command = Command::link(plan, dependent, link);
        self.run_link("step-link", dependent, command);
    }

    fn change_link(&mut self, name: &LinkName, to: Option<Link>) {
        let plan = self.document.plan();
        let Some(before) = name.find(plan).cloned() else { return };
        let Some(after) = to else {
            let command = Command::unlink(plan, &name.dependent, &before);
            self.view.links.chosen = None;
            return self.run_link("step-unlink", &name.dependent, command);
        };
        let changed = LinkName::of(&name.dependent, &after);
        if changed != *name && changed.find(plan).is_some() {
            return self.say_refusal(&Refusal::Exists);
        }
        let command = Command::set_timing(plan, &name.dependent, |timing| {
            if let Some(link) = timing.after.iter_mut().find(|link| **link == before) {
                *link = after;
            }
        });
        if let Some(chosen) = &mut self.view.links.chosen {
            chosen.name = changed;
        }
        self.run_link("step-relink", &name.dependent, command);
    }

    /// One step for all of them, or none.
    fn link_selected(&mut self) {
        let plan = self.document.plan();
        let start = |id: &Id| plan.timing(id)?.planned?.start;
        let mut ids: Vec<Id> =
            self.view.selected.iter().filter(|id| plan.timing(id).is_some()).cloned().collect();
        ids.sort_by_key(|id| (start(id).is_none(), start(id), id.clone()));
        if ids.len() < 2 {
            let text = words(self.settings.lang).text("link-select-two");
            return self.say(text);
        }
        let last = ids.last().cloned().expect("there are two at least");
        let mut linked = (**plan).clone();
        let (mut pairs, mut commands) = (Vec::new(), Vec::new());
        for pair in ids.windows(2) {
            let (dependent, link) = (&pair[1], Link::finish_start(pair[0].clone()));
            if LinkName::of(dependent, &link).find(plan).is_some() {
                continue;
            }
            let command = Command::link(&linked, dependent, link);
            match command.and_then(|it| linked.apply(it.clone()).map(|_| it)) {
                Ok(command) => commands.push(command),
                Err(error) => return self.run_link("step-link", &last, Err(error)),
            }
            pairs.push(pair);
        }
        if commands.is_empty() {
            return self.say_refusal(&Refusal::Exists);
        }
        // A cycle they close goes through one of them.
        let network = Network::of(&linked, Track::Planned);
        let cycle = pairs.iter().find_map(|pair| network.would_close(&pair[1], &pair[0]));
        match cycle {
            Some(cycle) => self.say_refusal(&Refusal::Cycle(cycle)),
            None => self.run_link("step-link", &last, Ok(Command::Batch(commands))),
        }
    }

    fn run_link(&mut self, message: &'static str, item: &Id, command: Result<Command, EditError>) {
        self.end_drag();
        self.run(StepLabel::Link { message, item: item.clone() }, command);
    }

    fn say_refusal(&mut self, refusal: &Refusal) {
        let lang = self.settings.lang;
        let text = refusal_text(refusal, &Names::new(self.document.plan(), lang), words(lang));
        self.say(text);
    }

    /// Takes away the link whose details are open. False where none is.
    pub(super) fn remove_chosen_link(&mut self) -> bool {
        let Some(chosen) = self.view.links.chosen.take() else { return false };
        self.change_link(&chosen.name, None);
        true
    }

    /// Lets the rows follow the selection, where they are to. What has a row already
    /// leaves them as they are.
    pub(super) fn follow_selection(&mut self, derived: &Derived) {
        let selected = &self.view.selected;
        let links = &mut self.view.links;
        if !links.only_selected || selected.is_empty() {
            return;
        }
        // All that has a row: asked in each frame, of rows and a selection that may be long.
        let have_rows = || {
            let shown: HashSet<&Id> = derived.rows.iter().filter_map(Row::item).collect();
            selected.iter().all(|id| shown.contains(id))
        };
        if links.only.is_none() || !have_rows() {
            links.only = Some((**selected).clone());
        }
    }
}
