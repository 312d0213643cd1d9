//! The details of a link: its type, its lag, taking it away.

use eframe::egui::{Area, Context, Frame, Id as WidgetId, Key, Order, Ui, vec2};

use crate::app::action::Action;
use crate::app::links::{ChosenLink, LinkAction};
use crate::app::panels::inspector;
use crate::app::typed_field::TypedField;
use crate::app::view::View;
use crate::draw::timeline::LinkName;
use crate::plan::{Id, Link, LinkType};

/// The types that can be chosen, the usual one first.
const KINDS: [LinkType; 4] =
    [LinkType::FinishStart, LinkType::StartStart, LinkType::FinishFinish, LinkType::StartFinish];

/// More days between two items than this are a slip of the finger.
const MOST_DAYS: i64 = 3_660;

/// `Ber → Gao · fin → début, +2 j`.
pub fn link_name(dependent: &Id, link: &Link, view: &View) -> String {
    let names = view.names();
    let kind = view.words.word("link-type", link.kind.as_word());
    let kind = match link.lag_days {
        0 => kind,
        days => format!("{kind}, {}", lag_text(days, view)),
    };
    format!("{} → {} · {kind}", names.item(&link.other), names.item(dependent))
}

fn lag_text(days: i64, view: &View) -> String {
    let sign = if days < 0 { "−" } else { "+" };
    let args =
        [("count", days.into()), ("sign", sign.into()), ("size", days.saturating_abs().into())];
    view.words.fill("days-moved", &args)
}

/// The details of the link that is chosen, beside it.
pub fn popup(ctx: &Context, view: &View, actions: &mut Vec<Action>) {
    let Some(ChosenLink { name, at }) = &view.state.links.chosen else { return };
    let close = Action::Link(LinkAction::Choose(None));
    let Some(link) = name.find(view.plan) else {
        return actions.push(close);
    };
    let area = Area::new(WidgetId::unique("link-details")).order(Order::Foreground);
    let shown = area.fixed_pos(*at + vec2(10.0, 10.0)).constrain(true).show(ctx, |ui| {
        Frame::popup(ui.style()).show(ui, |ui| {
            ui.set_max_width(360.0);
            details(ui, name, link, view, actions);
        });
    });
    let typing = ctx.text_edit_focused();
    let own = shown.response.rect;
    let (escape, elsewhere) = ctx.input(|input| {
        let pressed = input.pointer.any_pressed();
        let outside = input.pointer.interact_pos().is_some_and(|at| !own.contains(at));
        (input.key_pressed(Key::Escape), pressed && outside)
    });
    if elsewhere || (escape && !typing) {
        actions.push(close);
    }
}

fn details(ui: &mut Ui, name: &LinkName, link: &Link, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    let change = |to: Option<Link>| Action::Link(LinkAction::Change { name: name.clone(), to });
    ui.strong(words.text("link-title"));
    ui.horizontal_wrapped(|ui| {
        inspector::link(ui, &name.other, view, actions);
        ui.label("→");
        inspector::link(ui, &name.dependent, view, actions);
    });
    ui.horizontal_wrapped(|ui| {
        for kind in KINDS {
            let text = words.word("link-type", kind.as_word());
            if ui.selectable_label(link.kind == kind, text).clicked() && link.kind != kind {
                actions.push(change(Some(Link { kind, ..link.clone() })));
            }
        }
    });
    ui.horizontal(|ui| {
        ui.label(words.text("link-lag"));
        let label = words.text("link-lag-days");
        let ids = (view.document, name.dependent.as_str(), name.other.as_str());
        let shown = link.lag_days.to_string();
        let field = TypedField {
            id: WidgetId::unique(("link-lag", ids, name.kind.as_word())),
            label: &label,
            shown: &shown,
            hint: "0",
            width: 56.0,
        };
        let error = ui.visuals().error_fg_color;
        let typed = field.show(ui, |text| read_lag(text).is_none().then_some(error));
        if let Some(lag_days) = typed.and_then(|text| read_lag(&text)) {
            actions.push(change(Some(Link { lag_days, ..link.clone() })));
        }
        ui.label(words.text("link-days"));
    });
    if ui.button(words.text("link-remove")).clicked() {
        actions.push(change(None));
    }
}

/// A number of days as people type it: `2`, `+2`, `-3`, `−3 j`.
fn read_lag(text: &str) -> Option<i64> {
    let text = text.trim().replace('−', "-");
    if text.is_empty() {
        return Some(0);
    }
    let days = text.trim_end_matches(|c: char| c.is_alphabetic() || c.is_whitespace());
    let days: i64 = days.parse().ok()?;
    (-MOST_DAYS..=MOST_DAYS).contains(&days).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lag_is_read_as_people_type_it() {
        for (text, expect) in [
            ("2", Some(2)),
            (" +2 j", Some(2)),
            ("−3", Some(-3)),
            ("-3d", Some(-3)),
            ("", Some(0)),
            ("two", None),
            ("1.5", None),
            ("99999", None),
        ] {
            assert_eq!(read_lag(text), expect, "{text}");
        }
    }
}
