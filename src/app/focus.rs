//! What becomes of the program's keys while a widget has the focus: which of them it
//! takes for itself.

use eframe::egui::{Context, Id as WidgetId, Key, Modifiers};

/// Keys with exactly these modifiers.
pub type Keys = &'static [(Modifiers, Key)];

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL: Modifiers = Modifiers::COMMAND;

/// A button or another widget that says nothing: Space presses it.
const BUTTON: Keys = &[
    (NONE, Key::Space),
    (NONE, Key::ArrowLeft),
    (NONE, Key::ArrowRight),
    (SHIFT, Key::ArrowLeft),
    (SHIFT, Key::ArrowRight),
];
/// A row of a list, or a bar: Enter is its click, so Space plays and the arrows that do
/// not walk along the rows step through the days.
pub const ROW: Keys = &[];
/// A row that the arrows fold, a card or a disc that they move from: Space plays.
pub const ARROWS: Keys = &[
    (NONE, Key::ArrowLeft),
    (NONE, Key::ArrowRight),
    (SHIFT, Key::ArrowLeft),
    (SHIFT, Key::ArrowRight),
];
/// A table, whose cells the keys walk through and fill.
pub const TABLE: Keys = &[
    (NONE, Key::ArrowLeft),
    (NONE, Key::ArrowRight),
    (SHIFT, Key::ArrowLeft),
    (SHIFT, Key::ArrowRight),
    (NONE, Key::Home),
    (NONE, Key::End),
    (NONE, Key::PageUp),
    (NONE, Key::PageDown),
    (CTRL, Key::D),
];

/// Where the last note is kept.
fn place() -> WidgetId {
    WidgetId::unique("keys-taken")
}

/// Notes which keys a widget takes while it has the focus. To be called in each frame
/// in which it has it. A row that leaves the arrows to the program locks them too: egui
/// would move the focus along with them.
pub fn takes(ctx: &Context, widget: WidgetId, keys: Keys) {
    ctx.data_mut(|data| data.insert_temp(place(), (widget, keys)));
}

/// The keys that are taken by the widget that has the focus.
pub fn taken(ctx: &Context) -> Keys {
    let Some(focused) = ctx.memory(|memory| memory.focused()) else { return &[] };
    let noted: Option<(WidgetId, Keys)> = ctx.data(|data| data.get_temp(place()));
    noted.filter(|(widget, _)| *widget == focused).map_or(BUTTON, |(_, keys)| keys)
}
