//! The page itself: markup, style and script, and what they may do.

use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use sha2::{Digest, Sha256};

use crate::draw::{Style, Theme};
use crate::i18n::{Lang, words};
use crate::render::escape::escaped;
use crate::scene::{Color, Face};

const PAGE: &str = include_str!("../../../assets/web/page.html");
const STYLE: &str = include_str!("../../../assets/web/page.css");
/// One script: the later parts use the earlier ones.
const SCRIPTS: [&str; 5] = [
    include_str!("../../../assets/web/parts.js"),
    include_str!("../../../assets/web/map.js"),
    include_str!("../../../assets/web/panels.js"),
    include_str!("../../../assets/web/play.js"),
    include_str!("../../../assets/web/page.js"),
];

/// The file: `data` is JSON, `lang` the language it opens in.
pub fn page(title: &str, lang: Lang, data: &str) -> String {
    let script = SCRIPTS.concat();
    let style = format!("{}{}{STYLE}", colors(), fonts());
    let policy = format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; font-src data:; \
         base-uri 'none'; form-action 'none'",
        hash(&script),
        hash(&style),
    );
    let parts = [
        ("{{lang}}", lang.tag().to_owned()),
        ("{{policy}}", policy),
        ("{{title}}", escaped(title)),
        ("{{style}}", style),
        ("{{no-script}}", escaped(&words(lang).text("web-no-script"))),
        ("{{data}}", packed(data)),
        ("{{script}}", script),
    ];
    fill(PAGE, &parts)
}

/// A template with each of its places filled once; what is put in is not looked at.
fn fill(template: &str, parts: &[(&str, String)]) -> String {
    let mut page = String::new();
    let mut rest = template;
    while let Some((at, place, text)) = parts
        .iter()
        .filter_map(|(place, text)| Some((rest.find(place)?, *place, text)))
        .min_by_key(|(at, ..)| *at)
    {
        page.push_str(&rest[..at]);
        page.push_str(text);
        rest = &rest[at + place.len()..];
    }
    page.push_str(rest);
    page
}

/// What a browser compares with the text of an inline script or style.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

/// Data as letters and digits, which end no script: deflated, or a page would be
/// three times as large.
fn packed(data: &str) -> String {
    let mut deflated = DeflateEncoder::new(Vec::new(), Compression::best());
    let written = match deflated.write_all(data.as_bytes()) {
        Ok(()) => deflated.finish(),
        Err(error) => Err(error),
    };
    STANDARD.encode(written.expect("memory takes all that is written to it"))
}

/// The colours of both themes as variables of the style sheet.
fn colors() -> String {
    let of = |theme| {
        let style = Style::of(theme);
        let variables: [(&str, Color); 8] = [
            ("panel", style.panel),
            ("ground", style.land),
            ("water", style.water),
            ("text", style.text),
            ("quiet", style.quiet),
            ("line", style.line),
            ("accent", style.accent),
            ("error", style.error),
        ];
        variables.map(|(name, color)| format!("--{name}:{color};")).concat()
    };
    format!(":root{{{}}}\n:root[data-theme=dark]{{{}}}\n", of(Theme::Light), of(Theme::Dark))
}

/// The faces of the pictures, as files within the style sheet.
fn fonts() -> String {
    let face = |face: Face| {
        let style = if face.is_italic() { "italic" } else { "normal" };
        format!(
            "@font-face{{font-family:Inter;font-weight:{};font-style:{style};\
             src:url(data:font/otf;base64,{})}}\n",
            face.weight(),
            STANDARD.encode(face.file())
        )
    };
    [Face::Regular, Face::SemiBold, Face::Italic].map(face).concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_not_filled_again() {
        let parts = [("{{a}}", "{{b}}".to_owned()), ("{{b}}", "b".to_owned())];
        assert_eq!(fill("<{{a}}|{{b}}>", &parts), "<{{b}}|b>");
    }

    #[test]
    fn hashes_are_those_of_browsers() {
        // The example of the specification of content security policies.
        let hash = hash("alert('Hello, world.');");
        assert_eq!(hash, "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
    }
}
