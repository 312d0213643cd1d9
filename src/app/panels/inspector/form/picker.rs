//! A button that opens a list to choose from, with a search where it is long.

use eframe::egui::{
    AtomExt as _, Button, Id as WidgetId, Key, Popup, PopupCloseBehavior, RichText, Role,
    ScrollArea, Shape, Stroke, TextEdit, Ui, WidgetInfo, vec2,
};

use crate::app::typed_field;
use crate::i18n::{Choice, Words, without_accents};

/// Lists longer than this can be searched.
const SHORT: usize = 9;
const WIDTH: f32 = 240.0;
/// What is left free beside the button, for one that leads to what is chosen.
const BESIDE: f32 = 44.0;

pub struct Picker<'a> {
    pub id: WidgetId,
    /// The name by which tests and screen readers find it.
    pub label: &'a str,
    /// What is chosen now.
    pub shown: &'a str,
    /// Whether what is typed can be chosen as it is.
    pub free: bool,
    pub words: &'static Words,
}

impl Picker<'_> {
    /// Shows it, and returns what was chosen now. The choices are made only while
    /// the list is open.
    pub fn show(&self, ui: &mut Ui, choices: impl FnOnce() -> Vec<Choice>) -> Option<String> {
        let width = (ui.available_width() - BESIDE).max(60.0);
        // The spaces make room for the arrow; a long text is cut before them.
        let button = Button::new((self.shown.to_owned().atom_shrink(true), "  ")).truncate();
        let response = ui.scope(|ui| {
            ui.set_max_width(width);
            ui.add(button)
        });
        let response = response.inner;
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, true, self.label);
            info.current_text_value = Some(self.shown.to_owned());
            info
        });
        let color = ui.style().interact(&response).fg_stroke.color;
        let tip = response.rect.right_center() - vec2(11.0, 0.0);
        let arrow = [vec2(-3.5, -2.0), vec2(3.5, -2.0), vec2(0.0, 3.0)].map(|by| tip + by);
        ui.painter().add(Shape::convex_polygon(arrow.to_vec(), color, Stroke::NONE));
        let popup = Popup::from_toggle_button_response(&response)
            .id(self.id.with("popup"))
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .width(WIDTH);
        let shown = popup.show(|ui| self.list(ui, choices()));
        if shown.is_none() {
            ui.data_mut(|data| data.remove_temp::<String>(self.id.with("search")));
        }
        shown?.inner
    }

    fn list(&self, ui: &mut Ui, choices: Vec<Choice>) -> Option<String> {
        ui.set_width(WIDTH);
        let searchable = self.free || choices.len() > SHORT;
        let search = self.id.with("search");
        let typed: Option<String> = ui.data(|data| data.get_temp(search));
        let just_opened = typed.is_none();
        let mut text = typed.unwrap_or_default();
        let mut entered = false;
        if searchable {
            let hint = self.words.text("form-search");
            let edit = TextEdit::singleline(&mut text)
                .id(search)
                .hint_text(&hint)
                .desired_width(f32::INFINITY);
            let field = typed_field::name(ui.add(edit), &hint);
            if just_opened {
                field.request_focus();
            }
            entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        }
        ui.data_mut(|data| data.insert_temp(search, text.clone()));
        let wanted = without_accents(text.trim());
        let found: Vec<&Choice> =
            choices.iter().filter(|c| without_accents(&c.name).contains(&wanted)).collect();
        let mut chosen = found.first().filter(|_| entered && !wanted.is_empty()).copied();
        let height = ui.spacing().interact_size.y;
        ScrollArea::vertical().max_height(260.0).show_rows(ui, height, found.len(), |ui, rows| {
            for choice in &found[rows] {
                let on = choice.name == self.shown;
                if ui.selectable_label(on, &choice.name).clicked() {
                    chosen = Some(choice);
                }
            }
        });
        let mut value = chosen.map(|choice| choice.value.clone());
        let is_new =
            !wanted.is_empty() && !found.iter().any(|c| without_accents(&c.name) == wanted);
        if self.free && is_new {
            let name = self.words.fill("form-use-typed", &[("text", text.trim().into())]);
            if ui.button(name).clicked() || (entered && found.is_empty()) {
                value = Some(text.trim().to_owned());
            }
        } else if found.is_empty() {
            ui.label(RichText::new(self.words.text("form-nothing-found")).weak());
        }
        if value.is_some() {
            ui.close();
        }
        value
    }
}
