//! The keys of the program: one table, for the keyboard, the menus, the list of
//! keys and the command palette.

use eframe::egui::{Context, Event, Key, Modifiers};

use super::action::{Action, ClosingAction, FormAction, NewPlanAction};
use super::actuals::RecordAction;
use super::bar_acts::BarAction;
use super::chapters::ChapterAction;
use super::exports::ExportAction;
use super::layers::LayerAction;
use super::links::LinkAction;
use super::merging::MergeAction;
use super::present::ShowAction;
use super::problems::ProblemAction;
use super::state::BottomTab;
use super::versions::VersionAction;
use crate::plan::Kind;

/// A named action with its keys.
pub struct Shortcut {
    /// The message that names it.
    pub name: &'static str,
    pub keys: &'static [(Modifiers, Key)],
    /// The keys as people read them.
    pub label: &'static str,
    pub group: Group,
    /// Whether it works while a text field has the focus.
    pub in_text: bool,
    pub action: fn() -> Action,
}

/// Where it stands in the menus and in the list of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    File,
    Edit,
    /// A menu within that of Edit.
    Add,
    Plan,
    View,
    Playback,
    Present,
    Help,
}

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL_SHIFT: Modifiers =
    Modifiers { alt: false, ctrl: false, shift: true, mac_cmd: false, command: true };

macro_rules! shortcuts {
    ($($group:ident $name:literal $label:literal [$(($modifiers:expr, $key:ident)),*] $text:literal $action:expr;)*) => {
        pub const SHORTCUTS: &[Shortcut] = &[$(
            Shortcut {
                name: $name,
                keys: &[$(($modifiers, Key::$key)),*],
                label: $label,
                group: Group::$group,
                in_text: $text,
                action: || $action,
            },
        )*];
    };
}

shortcuts! {
    File "action-new" "Ctrl+N" [(CTRL, N)] true Action::New;
    File "action-new-geojson" "" [] true Action::NewPlan(NewPlanAction::Ask);
    File "action-open" "Ctrl+O" [(CTRL, O)] true Action::OpenDialog;
    File "action-open-bundled" "" [] true Action::OpenBundled;
    File "action-save" "Ctrl+S" [(CTRL, S)] true Action::Save;
    File "action-save-as" "Ctrl+Shift+S" [(CTRL_SHIFT, S)] true Action::SaveDialog;
    File "action-merge" "" [] true Action::Merge(MergeAction::Ask);
    File "action-export" "Ctrl+E" [(CTRL, E)] true Action::Export(ExportAction::Ask);
    File "action-quit" "Ctrl+Q" [(CTRL, Q)] true Action::Quit;
    Edit "action-undo" "Ctrl+Z" [(CTRL, Z)] false Action::Undo;
    Edit "action-redo" "Ctrl+Y" [(CTRL, Y), (CTRL_SHIFT, Z)] false Action::Redo;
    Edit "action-close-site" "" [] false Action::Closing(ClosingAction::Ask(None));
    Edit "action-duplicate" "Ctrl+D" [(CTRL, D)] false Action::Form(FormAction::Duplicate);
    Edit "action-link" "Ctrl+F2" [(CTRL, F2)] false Action::Link(LinkAction::LinkSelected);
    Edit "action-remove" "Del" [(NONE, Delete)] false Action::Form(FormAction::Remove);
    Edit "action-automatic" "" [] false Action::Bars(BarAction::ToggleAutomatic);
    Edit "action-select-nothing" "Esc" [] false Action::SelectNothing;
    Edit "action-search" "Ctrl+F" [(CTRL, F)] true Action::FocusSearch;
    Add "action-add-site" "" [] true Action::Form(FormAction::Add(Kind::Site));
    Add "action-add-unit" "" [] true Action::Form(FormAction::Add(Kind::Unit));
    Add "action-add-activity" "" [] true Action::Form(FormAction::Add(Kind::Activity));
    Add "action-add-movement" "" [] true Action::Form(FormAction::Add(Kind::Movement));
    Add "action-add-event" "" [] true Action::Form(FormAction::Add(Kind::Event));
    Add "action-add-phase" "" [] true Action::Form(FormAction::Add(Kind::Phase));
    Add "action-add-limit" "" [] true Action::Form(FormAction::Add(Kind::Limit));
    Add "action-add-restriction" "" [] true Action::Form(FormAction::Add(Kind::Restriction));
    Add "action-add-report" "" [] true Action::Form(FormAction::Add(Kind::Report));
    Add "action-add-count" "" [] true Action::Form(FormAction::Add(Kind::Count));
    Add "action-add-mandate" "" [] true Action::Form(FormAction::Add(Kind::Mandate));
    Add "action-add-task" "" [] true Action::Form(FormAction::Add(Kind::Task));
    Add "action-add-fund" "" [] true Action::Form(FormAction::Add(Kind::Fund));
    Add "action-add-risk" "" [] true Action::Form(FormAction::Add(Kind::Risk));
    Add "action-add-objective" "" [] true Action::Form(FormAction::Add(Kind::Objective));
    Add "action-add-source" "" [] true Action::Form(FormAction::Add(Kind::Source));
    Add "action-add-calendar" "" [] true Action::Form(FormAction::Add(Kind::WorkCalendar));
    Add "action-add-layer" "" [] true Action::Layer(LayerAction::Ask);
    Edit "action-reload-layers" "" [] true Action::Layer(LayerAction::Reload);
    Add "action-add-chapter" "" [] true Action::Form(FormAction::Add(Kind::Chapter));
    Plan "action-started" "Ctrl+B" [(CTRL, B)] false Action::Record(RecordAction::Started);
    Plan "action-finished" "Ctrl+T" [(CTRL, T)] false Action::Record(RecordAction::Finished);
    Plan "action-given-up" "" [] false Action::Record(RecordAction::GivenUp);
    Plan "action-not-recorded" "" [] false Action::Record(RecordAction::Nothing);
    Plan "action-take-baseline" "" [] true Action::Version(VersionAction::AskBaseline);
    Plan "action-rename-baseline" "" [] true Action::Version(VersionAction::AskRename(Kind::Baseline));
    Plan "action-remove-baseline" "" [] true Action::Version(VersionAction::Remove(Kind::Baseline));
    Plan "action-hide-baseline" "" [] true Action::Version(VersionAction::ShowBaseline(None));
    Plan "action-new-branch" "" [] true Action::Version(VersionAction::AskBranch);
    Plan "action-next-branch" "Ctrl+Shift+B" [(CTRL_SHIFT, B)] true Action::Version(VersionAction::NextBranch);
    Plan "action-rename-branch" "" [] true Action::Version(VersionAction::AskRename(Kind::Branch));
    Plan "action-remove-branch" "" [] true Action::Version(VersionAction::Remove(Kind::Branch));
    View "action-fit-map" "F" [(NONE, F)] false Action::FitMap;
    View "action-fit-all" "0" [(NONE, Num0)] false Action::FitAll;
    View "action-zoom-in" "+" [(NONE, Plus), (NONE, Equals)] false Action::ZoomMap(0.5);
    View "action-zoom-out" "-" [(NONE, Minus)] false Action::ZoomMap(-0.5);
    View "action-fit-timeline" "" [] false Action::FitTimeline;
    View "action-tab-timeline" "Ctrl+1" [(CTRL, Num1)] true Action::ShowTab(BottomTab::Timeline);
    View "action-tab-tables" "Ctrl+2" [(CTRL, Num2)] true Action::ShowTab(BottomTab::Tables);
    View "action-tab-tasks" "Ctrl+3" [(CTRL, Num3)] true Action::ShowTab(BottomTab::Tasks);
    View "action-tab-risks" "Ctrl+4" [(CTRL, Num4)] true Action::ShowTab(BottomTab::Risks);
    View "action-tab-problems" "Ctrl+5" [(CTRL, Num5)] true Action::ShowTab(BottomTab::Problems);
    View "action-tab-compare" "Ctrl+6" [(CTRL, Num6)] true Action::ShowTab(BottomTab::Compare);
    View "action-tab-history" "Ctrl+7" [(CTRL, Num7)] true Action::ShowTab(BottomTab::History);
    View "action-tab-chapters" "Ctrl+8" [(CTRL, Num8)] true Action::ShowTab(BottomTab::Chapters);
    View "action-next-problem" "F8" [(NONE, F8)] true Action::Problem(ProblemAction::Step(1));
    View "action-previous-problem" "Shift+F8" [(SHIFT, F8)] true Action::Problem(ProblemAction::Step(-1));
    Edit "action-mend-problem" "Ctrl+F8" [(CTRL, F8)] true Action::Problem(ProblemAction::MendChosen);
    View "action-critical" "F9" [(NONE, F9)] true Action::Link(LinkAction::ToggleCritical);
    View "action-all-links" "Shift+F9" [(SHIFT, F9)] true Action::Link(LinkAction::ToggleAllLinks);
    View "action-by-sector" "" [] true Action::Link(LinkAction::ToggleSectors);
    View "action-only-selected" "" [] true Action::Link(LinkAction::ToggleOnlySelected);
    View "action-odds" "Ctrl+F9" [(CTRL, F9)] true Action::Link(LinkAction::ToggleOdds);
    View "action-outline" "F3" [(NONE, F3)] true Action::ToggleOutline;
    View "action-inspector" "F4" [(NONE, F4)] true Action::ToggleInspector;
    View "action-strength" "F7" [(NONE, F7)] true Action::ToggleStrength;
    View "action-bigger" "Ctrl++" [(CTRL, Plus), (CTRL, Equals)] true Action::ZoomAll(1);
    View "action-smaller" "Ctrl+-" [(CTRL, Minus)] true Action::ZoomAll(-1);
    View "action-usual-size" "Ctrl+0" [(CTRL, Num0)] true Action::ZoomAll(0);
    View "action-full-screen" "F11" [(NONE, F11)] true Action::ToggleFullScreen;
    Playback "action-play" "Space" [(NONE, Space)] false Action::TogglePlay;
    Playback "action-previous-event" "Ctrl+←" [(CTRL, ArrowLeft)] false Action::StepEvent(-1);
    Playback "action-next-event" "Ctrl+→" [(CTRL, ArrowRight)] false Action::StepEvent(1);
    Playback "action-previous-week" "Shift+←" [(SHIFT, ArrowLeft)] false Action::StepDays(-7);
    Playback "action-next-week" "Shift+→" [(SHIFT, ArrowRight)] false Action::StepDays(7);
    Playback "action-previous-day" "←" [(NONE, ArrowLeft)] false Action::StepDays(-1);
    Playback "action-next-day" "→" [(NONE, ArrowRight)] false Action::StepDays(1);
    Playback "action-previous-phase" "PgUp" [(NONE, PageUp)] false Action::StepPhase(-1);
    Playback "action-next-phase" "PgDn" [(NONE, PageDown)] false Action::StepPhase(1);
    Playback "action-to-start" "Home" [(NONE, Home)] false Action::ToStart;
    Playback "action-to-end" "End" [(NONE, End)] false Action::ToEnd;
    Playback "action-backwards" "J" [(NONE, J)] false Action::Shuttle(-1);
    Playback "action-pause" "K" [(NONE, K)] false Action::Pause;
    Playback "action-forwards" "L" [(NONE, L)] false Action::Shuttle(1);
    Playback "action-slower" "[" [] false Action::ChangeSpeed(-1);
    Playback "action-faster" "]" [] false Action::ChangeSpeed(1);
    Playback "action-loop-from" "I" [(NONE, I)] false Action::LoopFrom;
    Playback "action-loop-to" "O" [(NONE, O)] false Action::LoopTo;
    Playback "action-loop" "Ctrl+L" [(CTRL, L)] false Action::CycleLoop;
    Playback "action-date" "G" [(NONE, G)] false Action::AskDate;
    Present "action-present" "F5" [(NONE, F5)] true Action::Show(ShowAction::FromStart);
    Present "action-present-here" "Shift+F5" [(SHIFT, F5)] true Action::Show(ShowAction::FromHere);
    Present "action-make-chapter" "Ctrl+M" [(CTRL, M)] false Action::Chapter(ChapterAction::Make);
    Present "action-chapters-of-phases" "" [] true Action::Chapter(ChapterAction::MakeOfPhases);
    Help "action-palette" "Ctrl+K" [(CTRL, K)] true Action::ShowPalette;
    Help "action-keys" "F1" [(NONE, F1)] true Action::ShowKeys;
    Help "action-about" "" [] true Action::ShowAbout;
}

/// The keys that a button or another widget takes for itself, when it has the focus.
pub const TAKEN_BY_WIDGET: &[Key] = &[Key::Space, Key::ArrowLeft, Key::ArrowRight];
/// Those that a table takes.
pub const TAKEN_BY_TABLE: &[Key] =
    &[Key::ArrowLeft, Key::ArrowRight, Key::Home, Key::End, Key::PageUp, Key::PageDown];

/// The actions whose keys were pressed in this frame.
///
/// `typing`: a text field has the focus. `taken`: the keys that are for whatever
/// else has it, unless they come with Ctrl.
pub fn pressed(ctx: &Context, typing: bool, taken: &[Key]) -> Vec<Action> {
    let mut actions = Vec::new();
    ctx.input_mut(|input| {
        for shortcut in SHORTCUTS {
            if typing && !shortcut.in_text {
                continue;
            }
            for (modifiers, key) in shortcut.keys {
                let is_taken = *modifiers != CTRL && taken.contains(key);
                if !is_taken {
                    let times = consume(input, *modifiers, *key);
                    actions.extend((0..times).map(|_| (shortcut.action)()));
                }
            }
        }
        if !typing {
            // By physical key: on an AZERTY keyboard they need AltGr.
            for (key, steps) in [(Key::OpenBracket, -1), (Key::CloseBracket, 1)] {
                let hit = |event: &Event| match event {
                    Event::Key { key: logical, physical_key, pressed: true, modifiers, .. } => {
                        let key_fits = physical_key.unwrap_or(*logical) == key || *logical == key;
                        key_fits && !modifiers.command
                    }
                    _ => false,
                };
                if input.events.iter().any(hit) {
                    actions.push(Action::ChangeSpeed(steps));
                }
            }
        }
    });
    actions
}

/// Like egui's `count_and_consume_key`, but with exactly these modifiers.
fn consume(input: &mut eframe::egui::InputState, modifiers: Modifiers, key: Key) -> usize {
    let mut found = 0;
    input.events.retain(|event| match event {
        Event::Key { key: pressed_key, physical_key, pressed: true, modifiers: held, .. }
            if is_key(*pressed_key, *physical_key, key) && fits(*held, modifiers, key) =>
        {
            found += 1;
            false
        }
        _ => true,
    });
    found
}

/// Whether this is the key. Digits count by the place of the key too: on an AZERTY
/// keyboard they need Shift.
fn is_key(logical: Key, physical: Option<Key>, asked: Key) -> bool {
    const TABS: [Key; 8] =
        [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8];
    logical == asked || (TABS.contains(&asked) && physical == Some(asked))
}

/// Whether the held modifiers are those asked for. Plus needs Shift on many
/// keyboards, so there Shift is free.
fn fits(held: Modifiers, asked: Modifiers, key: Key) -> bool {
    let shift_free = matches!(key, Key::Plus | Key::Equals | Key::Minus | Key::Num0);
    held.command == asked.command
        && held.alt == asked.alt
        && (shift_free || held.shift == asked.shift)
}
