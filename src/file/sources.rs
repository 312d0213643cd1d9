//! The texts of the documents that a plan quotes.

use std::path::{Component, Path};

use super::bundled::bundled_source;
use crate::disk;
use crate::plan::{Plan, Source};

/// A larger text is no document that a person quotes from.
const MAX_BYTES: u64 = 8 * 1024 * 1024;

/// The sources whose text is at hand: in the file they name, in the folder of the
/// plan or below it; or, where there is no such file, among the documents that
/// come with the program. A file that cannot be read is as if there were none.
pub fn source_texts(plan: &Plan, folder: Option<&Path>) -> Vec<(Source, String)> {
    let found = |source: &Source| {
        let file = source.file.as_deref()?;
        let beside = folder.and_then(|folder| beside(folder, file));
        let text = beside.or_else(|| bundled_source(file).map(str::to_owned))?;
        Some((source.clone(), text))
    };
    plan.sources().iter().filter_map(|source| found(source)).collect()
}

/// A plan cannot ask for what lies outside of its folder.
fn beside(folder: &Path, file: &str) -> Option<String> {
    let is_below = Path::new(file).components().all(|part| matches!(part, Component::Normal(_)));
    if !is_below {
        return None;
    }
    let bytes = disk::read_limited(&folder.join(file), MAX_BYTES).ok()?;
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn texts_lie_beside_the_plan_or_are_bundled() {
        let folder = tempfile::tempdir().unwrap();
        let plans = folder.path().join("plans");
        fs::create_dir_all(plans.join("texts")).unwrap();
        fs::write(plans.join("texts/a.txt"), "Beside").unwrap();
        fs::write(folder.path().join("secret.txt"), "Outside").unwrap();
        fs::write(plans.join("binary"), [0xff, 0xfe]).unwrap();
        let bundled = "S-2023-611.fr.txt";
        for (file, in_folder, expect) in [
            ("texts/a.txt", true, Some("Beside")),
            ("texts/a.txt", false, None),
            ("texts", true, None),
            ("none.txt", true, None),
            ("binary", true, None),
            ("../secret.txt", true, None),
            (folder.path().join("secret.txt").to_str().unwrap(), true, None),
            (bundled, true, bundled_source(bundled)),
            (bundled, false, bundled_source(bundled)),
        ] {
            let json = serde_json::json!({ "format": "decamp-plan", "version": 1,
                "sources": [ { "id": "s", "title": "S", "file": file } ] });
            let plan = super::super::read(json.to_string().as_bytes()).unwrap().plan;
            let found = source_texts(&plan, in_folder.then_some(&*plans));
            let texts: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
            assert_eq!(texts, expect.into_iter().collect::<Vec<_>>(), "{file}");
        }
    }
}
