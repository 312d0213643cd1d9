//! The sectors of a file, as a plan holds them.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::new_plan::ImportFault;
use crate::theatre::{FeatureTable, slug, without_mark};

/// A FeatureCollection of the same areas with an id and a name for each, for
/// `sectors` of a plan. `bytes` is the file that `table` was read from; `name` is
/// the property with the names.
pub fn own_sectors(
    table: &FeatureTable,
    bytes: &[u8],
    name: Option<&str>,
) -> Result<Value, ImportFault> {
    // `table` was read from it: it is JSON.
    let json: Value = serde_json::from_slice(without_mark(bytes)).unwrap_or_default();
    let mut taken = BTreeSet::new();
    let mut features = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        if !row.has_area {
            return Err(ImportFault::NotAnArea { file: table.file.clone(), feature: row.number });
        }
        let number = row.number;
        let name = name.and_then(|name| row.text(name)).unwrap_or_else(|| number.to_string());
        let id = free(&slug(&name), &format!("sector-{number}"), &mut taken);
        features.push(json!({
            "type": "Feature",
            "id": id,
            "properties": { "name": name },
            "geometry": json["features"][number - 1]["geometry"],
        }));
    }
    Ok(json!({ "type": "FeatureCollection", "features": features }))
}

/// An id that is not taken yet: the wanted one, or `fallback` where that is none,
/// with a number where needed.
pub(super) fn free(wanted: &str, fallback: &str, taken: &mut BTreeSet<String>) -> String {
    let stem = if wanted.is_empty() { fallback } else { wanted };
    let numbered = (2..).map(|number| format!("{stem}-{number}"));
    let mut ids = std::iter::once(stem.to_owned()).chain(numbered);
    let id = ids.find(|id| !taken.contains(id)).expect("numbers do not end");
    taken.insert(id.clone());
    id
}
