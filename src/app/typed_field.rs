//! A text field whose text counts only once it is finished.

use eframe::egui::{
    Color32, Id as WidgetId, Key, KeyboardShortcut, Modifiers, Response, TextEdit, Ui,
};

/// In a text of several lines, Enter alone finishes.
const NEW_LINE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter);

/// What a field shows.
pub struct TypedField<'a> {
    /// Unique for the document and the item, so that what is typed for one never
    /// turns up in another.
    pub id: WidgetId,
    /// The name by which tests and screen readers find it.
    pub label: &'a str,
    /// The text as the plan has it.
    pub shown: &'a str,
    pub hint: &'a str,
    pub width: f32,
}

impl TypedField<'_> {
    /// Shows the field. Typing changes nothing until Enter is pressed or the field
    /// is left; then the new text is returned. Esc takes the typing back.
    /// `wrong` says what colour the typed text deserves.
    pub fn show(&self, ui: &mut Ui, wrong: impl Fn(&str) -> Option<Color32>) -> Option<String> {
        self.edit(ui, false, wrong)
    }

    /// The same for a text of several lines; Shift+Enter begins a new one.
    pub fn show_lines(&self, ui: &mut Ui) -> Option<String> {
        self.edit(ui, true, |_| None)
    }

    fn edit(
        &self,
        ui: &mut Ui,
        lines: bool,
        wrong: impl Fn(&str) -> Option<Color32>,
    ) -> Option<String> {
        let typed: Option<String> = ui.data(|data| data.get_temp(self.id));
        let mut text = typed.clone().unwrap_or_else(|| self.shown.to_owned());
        let color = typed.is_some().then(|| wrong(&text)).flatten();
        let edit = match lines {
            true => TextEdit::multiline(&mut text).desired_rows(2).return_key(NEW_LINE),
            false => TextEdit::singleline(&mut text),
        };
        let mut edit = edit.id(self.id).desired_width(self.width).hint_text(self.hint);
        if let Some(color) = color {
            edit = edit.text_color(color);
        }
        let response = name(ui.add(edit), self.label);
        if response.changed() {
            ui.data_mut(|data| data.insert_temp(self.id, text.clone()));
        }
        if lines
            && response.has_focus()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
        {
            response.surrender_focus();
            return None;
        }
        // Of the field alone: typing goes on when the window itself is left.
        if ui.memory(|memory| memory.has_focus(self.id)) {
            return None;
        }
        ui.data_mut(|data| data.remove_temp::<String>(self.id));
        let given_up = ui.input(|input| input.key_pressed(Key::Escape));
        let finished =
            response.lost_focus() && !given_up && (typed.is_some() || response.changed());
        (finished && text != self.shown).then_some(text)
    }
}

/// Gives a text field the name by which tests and screen readers find it.
pub fn name(response: Response, label: &str) -> Response {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_label(label));
    response
}
