//! Words for what is wrong with the maps of a theatre.

use super::disk::{disk_error, path_text};
use super::values::word;
use crate::i18n::numbers::decimal;
use crate::i18n::{Arg, Lang, Words, number, words};
use crate::theatre::{Advice, BUNDLED, NoteKind, Role, TheatreError, TheatreNote};

/// Why a theatre cannot be used, and what to do about it, in one line.
pub fn theatre_error(error: &TheatreError, lang: Lang) -> String {
    let words = words(lang);
    match error {
        TheatreError::NotBundled { name } => {
            let args = [("name", word(name).into()), ("bundled", BUNDLED.join(", ").into())];
            words.fill("theatre-not-bundled", &args)
        }
        TheatreError::NoFiles { folder } => {
            let files = Role::ALL.map(|role| role.file_names()[0]).join(", ");
            let message = words.fill("theatre-no-files", &[("files", files.into())]);
            at(path_text(folder), message, words)
        }
        TheatreError::OnNetwork { path } => at(word(path), words.text("theatre-on-network"), words),
        TheatreError::Disk(error) => disk_error(error, lang),
        TheatreError::BadJson { file, line, column }
        | TheatreError::BadXml { file, line, column } => {
            let figure = |n: usize| number(n as i64, lang);
            let args = [
                ("file", word(file).into()),
                ("line", figure(*line).into()),
                ("column", figure(*column).into()),
            ];
            let place = words.fill("theatre-line", &args);
            let is_json = matches!(error, TheatreError::BadJson { .. });
            let message = if is_json { "theatre-bad-json" } else { "layer-bad-xml" };
            at(place, words.text(message), words)
        }
        TheatreError::NotKml { file } => at(word(file), words.text("layer-not-kml"), words),
        TheatreError::NotGeoPackage { file } => {
            at(word(file), words.text("layer-not-geopackage"), words)
        }
        TheatreError::NoFeatureTables { file } => {
            at(word(file), words.text("layer-no-feature-tables"), words)
        }
        TheatreError::NoTable { file, table } => {
            let message = words.fill("layer-no-table", &[("table", word(table).into())]);
            at(word(file), message, words)
        }
        TheatreError::BrokenTable { file } => {
            at(word(file), words.text("layer-broken-table"), words)
        }
        TheatreError::NotACollection { file, found: None } => {
            at(word(file), words.text("theatre-not-a-collection"), words)
        }
        TheatreError::NotACollection { file, found: Some(found) } => {
            let message = words.fill("theatre-other-type", &[("found", word(found).into())]);
            at(word(file), message, words)
        }
        TheatreError::OtherCrs { file, crs } => {
            let message = words.fill("theatre-other-crs", &[("crs", word(crs).into())]);
            at(word(file), message, words)
        }
        TheatreError::OutOfRange { file, feature, position: [x, y], advice } => {
            let advice = match advice {
                Advice::Reproject => "theatre-advice-reproject",
                Advice::SwapAxes => "theatre-advice-swap-axes",
                Advice::CutAtAntimeridian => "theatre-advice-cut",
            };
            let args = [
                ("x", decimal(*x, lang).into()),
                ("y", decimal(*y, lang).into()),
                ("advice", words.text(advice).into()),
            ];
            at(place(file, *feature, 1, words), words.fill("theatre-out-of-range", &args), words)
        }
    }
}

/// What was put right or left out in a file of a theatre.
pub fn theatre_note(note: &TheatreNote, lang: Lang) -> String {
    let words = words(lang);
    let message = words.text(match note.kind {
        NoteKind::NoFeatures => "theatre-note-no-features",
        NoteKind::NotAFeature => "theatre-note-not-a-feature",
        NoteKind::NoGeometry => "theatre-note-no-geometry",
        NoteKind::WrongGeometry => "theatre-note-wrong-geometry",
        NoteKind::BadCoordinates => "theatre-note-bad-coordinates",
        NoteKind::ShortRing => "theatre-note-short-ring",
        NoteKind::ShortLine => "theatre-note-short-line",
        NoteKind::OpenRing => "theatre-note-open-ring",
        NoteKind::HoleOutside => "theatre-note-hole-outside",
        NoteKind::Antimeridian => "theatre-note-antimeridian",
        NoteKind::UnreadableName => "theatre-note-unreadable-name",
        NoteKind::Altitude => "theatre-note-altitude",
        NoteKind::ManyPoints => "theatre-note-many-points",
        NoteKind::MissingId => "theatre-note-missing-id",
        NoteKind::RewrittenId => "theatre-note-rewritten-id",
        NoteKind::DuplicateId => "theatre-note-duplicate-id",
        NoteKind::OtherSystem => "layer-note-other-system",
        NoteKind::OpenElsewhere => "layer-note-open-elsewhere",
    });
    at(place(&note.file, note.feature, note.count, words), message, words)
}

fn at(place: String, message: String, words: &Words) -> String {
    words.fill("fault-at", &[("place", place.into()), ("message", message.into())])
}

/// `roads.geojson, entité 3 et 2 autres`; the file alone for feature 0.
fn place(file: &str, feature: usize, count: usize, words: &Words) -> String {
    if feature == 0 {
        return word(file);
    }
    let others: Arg = count.saturating_sub(1).into();
    let feature = number(feature as i64, words.lang());
    let args = [("file", word(file).into()), ("feature", feature.into()), ("count", others)];
    words.fill("theatre-features", &args)
}
