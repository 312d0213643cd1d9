//! The fonts within the file.

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::scene::Face;

/// A style sheet that holds the font files of these faces.
pub fn style(file: &mut String, faces: &BTreeSet<Face>) {
    file.push_str("  <style>\n");
    for face in faces {
        let style = if face.is_italic() { "italic" } else { "normal" };
        let weight = face.weight();
        file.push_str(&format!(
            "    @font-face{{font-family:Inter;font-weight:{weight};font-style:{style};\
             src:url(data:font/otf;base64,"
        ));
        STANDARD.encode_string(face.file(), file);
        file.push_str(") format(\"opentype\")}\n");
    }
    file.push_str("  </style>\n");
}
