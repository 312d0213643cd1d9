//! How egui looks here: the bundled fonts, colours and spacing.

use std::sync::Arc;

use eframe::egui::{
    self, Context, CornerRadius, FontData, FontDefinitions, FontFamily, Margin, Stroke,
    SurrenderFocusOn, TextStyle, Vec2, Visuals,
};

use eframe::egui::epaint::{FontColorTransferFunction, text::FontTweak};

use super::convert::{ITALIC, SEMI_BOLD, color32, family, font_id};
use crate::draw::{Style, Theme};
use crate::scene::{Color, Face, Font};

/// The width of a narrow no-break space in Inter, in spaces: French puts it
/// between thousands, and exports draw the font's own.
const THIN_SPACE: f32 = 0.65;

/// Puts the bundled fonts and the look of a theme into a context.
pub fn install(ctx: &Context) {
    let mut fonts = FontDefinitions::empty();
    for (name, face) in
        [("regular", Face::Regular), (SEMI_BOLD, Face::SemiBold), (ITALIC, Face::Italic)]
    {
        let tweak = FontTweak { thin_space_width: THIN_SPACE, ..FontTweak::default() };
        let data = FontData { tweak, ..FontData::from_static(face.file()) };
        fonts.font_data.insert(name.into(), Arc::new(data));
        fonts.families.insert(family(face), vec![name.into()]);
    }
    fonts.families.insert(FontFamily::Monospace, vec!["regular".into()]);
    ctx.set_fonts(fonts);
    ctx.options_mut(|options| {
        // A bar begins to move after 4 points, not the 6 of a click.
        options.input_options.max_click_dist = 4.0;
        // A press elsewhere ends typing before it does anything else.
        options.input_options.surrender_focus_on = SurrenderFocusOn::Presses;
        // Ctrl with plus and minus is in our own table of shortcuts.
        options.zoom_with_keyboard = false;
    });
}

/// Colours and spacing of a theme, for every widget.
pub fn apply(ctx: &Context, style: &Style) {
    let theme = if style.theme == Theme::Dark { egui::Theme::Dark } else { egui::Theme::Light };
    ctx.set_theme(theme);
    ctx.set_visuals_of(theme, visuals(style));
    ctx.style_mut_of(theme, |egui_style| {
        egui_style.spacing.item_spacing = Vec2::new(8.0, 6.0);
        egui_style.spacing.button_padding = Vec2::new(8.0, 3.0);
        egui_style.spacing.window_margin = Margin::same(12);
        egui_style.spacing.interact_size.y = 24.0;
        for (text_style, font) in [
            (TextStyle::Small, Font::new(Face::Regular, 11.0)),
            (TextStyle::Body, Font::new(Face::Regular, 13.0)),
            (TextStyle::Button, Font::new(Face::Regular, 13.0)),
            (TextStyle::Heading, Font::new(Face::SemiBold, 16.0)),
            (TextStyle::Monospace, Font::new(Face::Regular, 13.0)),
        ] {
            egui_style.text_styles.insert(text_style, font_id(font));
        }
    });
}

fn visuals(style: &Style) -> Visuals {
    let dark = style.theme == Theme::Dark;
    let mut visuals = if dark { Visuals::dark() } else { Visuals::light() };
    let text = color32(style.text);
    let line = Stroke::new(1.0, color32(style.line));
    // The default makes letters a fifth heavier than they are in exports.
    visuals.text_options.color_transfer_function = FontColorTransferFunction::Off;
    visuals.panel_fill = color32(style.panel);
    visuals.window_fill = color32(style.panel);
    visuals.window_stroke = line;
    visuals.window_corner_radius = CornerRadius::same(6);
    // What can be typed into; dark land is nearly of the colour of panels.
    let (ground, share) = if dark { (Color::BLACK, 0.4) } else { (style.land, 0.6) };
    visuals.extreme_bg_color = color32(style.panel.towards(ground, share));
    visuals.faint_bg_color = color32(style.panel.towards(style.land, 0.5));
    visuals.hyperlink_color = color32(style.accent);
    visuals.error_fg_color = color32(style.error);
    visuals.warn_fg_color = color32(style.warning);
    visuals.selection.bg_fill = color32(style.accent.faded(0.30));
    visuals.selection.stroke = Stroke::new(1.0, text);
    let widgets = &mut visuals.widgets;
    widgets.noninteractive.fg_stroke = Stroke::new(1.0, text);
    widgets.noninteractive.bg_stroke = line;
    widgets.inactive.fg_stroke = Stroke::new(1.0, text);
    widgets.inactive.weak_bg_fill = color32(style.panel.towards(style.line, 0.25));
    widgets.inactive.bg_fill = color32(style.panel.towards(style.line, 0.25));
    widgets.hovered.fg_stroke = Stroke::new(1.0, text);
    widgets.hovered.weak_bg_fill = color32(style.panel.towards(style.accent, 0.18));
    widgets.hovered.bg_stroke = Stroke::new(1.0, color32(style.accent));
    widgets.active.fg_stroke = Stroke::new(1.0, text);
    widgets.active.weak_bg_fill = color32(style.panel.towards(style.accent, 0.30));
    widgets.active.bg_stroke = Stroke::new(1.0, color32(style.accent));
    widgets.open.weak_bg_fill = color32(style.panel.towards(style.accent, 0.18));
    for widget in [
        &mut widgets.noninteractive,
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
        &mut widgets.open,
    ] {
        widget.corner_radius = CornerRadius::same(4);
    }
    visuals
}
