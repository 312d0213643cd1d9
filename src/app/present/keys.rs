//! The keys of the presenter.

use eframe::egui::{Context, Event, Key, Modifiers};

use crate::film::{Cover, Step};

/// What keys do, for the list of keys.
pub const KEYS: &[(&str, &str)] = &[
    ("→ ↓ N", "keys-present-next"),
    ("← ↑ P", "keys-present-back"),
    ("1 2 3…", "keys-present-jump"),
    ("Space", "keys-present-play"),
    ("B W", "keys-present-cover"),
    ("G", "keys-present-all"),
    ("Ctrl", "keys-present-laser"),
    ("S", "keys-present-notes"),
    ("Esc", "keys-present-leave"),
];

const STEPS: &[(Key, Step)] = &[
    (Key::ArrowRight, Step::Next),
    (Key::ArrowDown, Step::Next),
    (Key::PageDown, Step::Next),
    (Key::N, Step::Next),
    (Key::Enter, Step::Enter),
    (Key::ArrowLeft, Step::Back),
    (Key::ArrowUp, Step::Back),
    (Key::PageUp, Step::Back),
    (Key::P, Step::Back),
    (Key::Backspace, Step::Back),
    (Key::Home, Step::First),
    (Key::End, Step::Last),
    (Key::B, Step::Cover(Cover::Black)),
    (Key::W, Step::Cover(Cover::White)),
    (Key::Space, Step::Play),
    (Key::G, Step::Overview),
    (Key::Escape, Step::Leave),
];

const DIGITS: [Key; 10] = [
    Key::Num0,
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// What the keys ask for that were pressed in the window which is being drawn; S opens
/// and closes the speaker's. No other key does anything. `columns`: how many chapters
/// stand in a row, while all are shown.
pub fn pressed(ctx: &Context, speaker: &mut bool, columns: Option<isize>) -> Vec<Step> {
    let mut steps = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Key { key, physical_key, pressed, modifiers, .. } => {
                if *pressed {
                    if (*key, *modifiers) == (Key::S, Modifiers::NONE) {
                        *speaker = !*speaker;
                    }
                    steps.extend(step(*key, *physical_key, *modifiers, columns));
                }
                false
            }
            Event::Text(_) | Event::Copy | Event::Cut | Event::Paste(_) => false,
            _ => true,
        });
    });
    steps
}

fn step(
    key: Key,
    physical: Option<Key>,
    modifiers: Modifiers,
    columns: Option<isize>,
) -> Option<Step> {
    // On an AZERTY keyboard digits need Shift, or are meant by the place of the key.
    let digit = |key: Key| DIGITS.iter().position(|digit| *digit == key);
    if !modifiers.command
        && !modifiers.alt
        && let Some(digit) = digit(key).or_else(|| physical.and_then(digit))
    {
        return Some(Step::Digit(digit as u8));
    }
    let row = columns.map(|columns| match key {
        Key::ArrowDown => columns,
        Key::ArrowUp => -columns,
        _ => 0,
    });
    match row {
        Some(by) if by != 0 && modifiers.is_none() => Some(Step::Choose(by)),
        _ => STEPS.iter().find(|(it, _)| *it == key && modifiers.is_none()).map(|(_, step)| *step),
    }
}
