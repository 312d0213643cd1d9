//! The one way in which a tree of JSON values is laid out as text.
//!
//! What belongs together stands on one line and every item begins on its own, so
//! that an edit changes few lines and version control can merge them.

use serde_json::Value;

const MAX_COLUMNS: usize = 100;

/// JSON text with an indent of two spaces that ends with a line feed.
///
/// Lists of numbers, strings and the like, and objects of these and of such
/// lists, stand on one line where it fits in 100 columns. The file itself and
/// the items of its lists never do: items differ in length, and should look alike.
pub(super) fn lay_out(file: &Value) -> String {
    let mut out = String::new();
    Layout { out: &mut out }.value(file, 0, 0);
    out.push('\n');
    out
}

struct Layout<'a> {
    out: &'a mut String,
}

impl Layout<'_> {
    /// Writes a value at the end of a line that has `used` columns already.
    fn value(&mut self, value: &Value, depth: usize, used: usize) {
        // An object at depth 2 is an item; one at depth 1 a title or a span.
        let is_item = depth == 0 || (depth == 2 && value.is_object());
        let may_be_one_line = (!is_item || is_empty(value)) && is_shallow(value);
        // One column is left for the comma.
        let room = MAX_COLUMNS.saturating_sub(used + 1);
        if may_be_one_line && self.one_line(value, room) {
            return;
        }
        match value {
            Value::Array(list) => {
                self.out.push('[');
                for (i, value) in list.iter().enumerate() {
                    self.new_line(i > 0, depth + 1);
                    self.value(value, depth + 1, 2 * (depth + 1));
                }
                self.new_line(false, depth);
                self.out.push(']');
            }
            Value::Object(members) => {
                self.out.push('{');
                for (i, (name, value)) in members.iter().enumerate() {
                    self.new_line(i > 0, depth + 1);
                    let start = self.out.len();
                    self.string(name);
                    self.out.push_str(": ");
                    let used = 2 * (depth + 1) + self.out[start..].chars().count();
                    self.value(value, depth + 1, used);
                }
                self.new_line(false, depth);
                self.out.push('}');
            }
            scalar => self.scalar(scalar),
        }
    }

    fn new_line(&mut self, comma: bool, depth: usize) {
        self.out.push_str(if comma { ",\n" } else { "\n" });
        for _ in 0..depth {
            self.out.push_str("  ");
        }
    }

    /// Writes a shallow value on this line if it takes no more than `room`
    /// columns. A scalar always stays: there is no way to break it.
    fn one_line(&mut self, value: &Value, room: usize) -> bool {
        let start = self.out.len();
        let fits = self.piece(value, start, room) && self.columns_from(start) <= room;
        let stays = fits || !(value.is_array() || value.is_object());
        if !stays {
            self.out.truncate(start);
        }
        stays
    }

    /// False as soon as there are more bytes than could fit.
    fn piece(&mut self, value: &Value, start: usize, room: usize) -> bool {
        // A character has up to four bytes.
        let too_long = |out: &String| out.len() - start > 4 * room;
        match value {
            Value::Array(list) => {
                self.out.push('[');
                for (i, value) in list.iter().enumerate() {
                    self.out.push_str(if i > 0 { ", " } else { "" });
                    self.piece(value, start, room);
                    if too_long(self.out) {
                        return false;
                    }
                }
                self.out.push(']');
            }
            Value::Object(members) => {
                self.out.push('{');
                for (i, (name, value)) in members.iter().enumerate() {
                    self.out.push_str(if i > 0 { ", " } else { " " });
                    self.string(name);
                    self.out.push_str(": ");
                    if !self.piece(value, start, room) || too_long(self.out) {
                        return false;
                    }
                }
                self.out.push_str(if members.is_empty() { "}" } else { " }" });
            }
            scalar => self.scalar(scalar),
        }
        true
    }

    fn columns_from(&self, start: usize) -> usize {
        self.out[start..].chars().count()
    }

    fn scalar(&mut self, value: &Value) {
        match value {
            Value::String(text) => self.string(text),
            other => self.out.push_str(&other.to_string()),
        }
    }

    fn string(&mut self, text: &str) {
        self.out.push_str(&Value::from(text).to_string());
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Array(list) => list.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

/// Whether a value is a scalar, a list of scalars, or an object of such.
fn is_shallow(value: &Value) -> bool {
    let is_scalar = |value: &Value| !value.is_array() && !value.is_object();
    let is_flat = |value: &Value| match value {
        Value::Array(list) => list.iter().all(is_scalar),
        Value::Object(members) => members.is_empty(),
        _ => true,
    };
    match value {
        Value::Object(members) => members.values().all(is_flat),
        other => is_flat(other),
    }
}
