//! The theatre a plan names.

use std::path::{Component, Path};
use std::sync::Arc;

use serde_json::Value;

use super::{Theatre, TheatreError};

/// What a plan in the folder `base` calls a theatre in `folder`, always with a `/`;
/// both are absolute. The whole path where there is no base, or no way between.
pub fn folder_name(folder: &Path, base: Option<&Path>) -> String {
    let path = file_name(folder, base);
    match path.is_empty() {
        true => "./".into(),
        false => format!("{}/", path.trim_end_matches('/')),
    }
}

/// What a plan in the folder `base` calls a file; both are absolute. The whole path
/// where there is no base, or no way between.
pub fn file_name(file: &Path, base: Option<&Path>) -> String {
    let relative = base.and_then(|base| {
        let (to, from) = (normal(file), normal(base));
        let common = to.iter().zip(&from).take_while(|(a, b)| a == b).count();
        // Not even on the same drive.
        (common > 0).then(|| {
            let up = std::iter::repeat_n("..".to_owned(), from.len() - common);
            let down = to[common..].iter().map(|part| part.as_os_str().to_string_lossy().into());
            up.chain(down).collect::<Vec<String>>().join("/")
        })
    });
    relative.unwrap_or_else(|| file.to_string_lossy().replace('\\', "/"))
}

/// The parts of an absolute path, without those that say nothing and those that are
/// left again.
fn normal(path: &Path) -> Vec<Component<'_>> {
    let mut parts = Vec::new();
    for part in path.components() {
        match part {
            Component::CurDir => (),
            // Above the root is the root.
            Component::ParentDir => drop(parts.pop_if(|last| matches!(last, Component::Normal(_)))),
            part => parts.push(part),
        }
    }
    parts
}

impl Theatre {
    /// The theatre of a plan. `name` is the plan's `theatre`: a bare word names a
    /// bundled one, a path with `/` is a folder relative to `base`, the folder of
    /// the plan file; an empty name means the world. `sectors` are the plan's own.
    pub fn of_plan(
        name: &str,
        base: Option<&Path>,
        sectors: Option<&Value>,
    ) -> Result<Arc<Theatre>, TheatreError> {
        Theatre::of_plan_heard(name, base, sectors, |_, _| ())
    }

    /// The same; `hear` is told how many of how many bytes of a folder are read.
    pub fn of_plan_heard(
        name: &str,
        base: Option<&Path>,
        sectors: Option<&Value>,
        hear: impl FnMut(u64, u64),
    ) -> Result<Arc<Theatre>, TheatreError> {
        if name.contains('/') {
            let folder = base.map_or_else(|| name.into(), |base| base.join(name));
            return Ok(Arc::new(Theatre::from_folder_heard(&folder, sectors, hear)?));
        }
        let theatre = if name.is_empty() {
            Theatre::world()
        } else {
            let unknown = || TheatreError::NotBundled { name: name.to_owned() };
            Theatre::bundled(name).ok_or_else(unknown)?
        };
        match sectors {
            Some(sectors) => Ok(Arc::new(theatre.with_sectors(sectors)?)),
            None => Ok(theatre),
        }
    }

    /// The countries of the world alone.
    pub fn world() -> Arc<Theatre> {
        Theatre::bundled("world").expect("the world is bundled")
    }

    /// What a sector is called in a language (`fr`, `en`).
    pub fn sector_name(&self, id: &str, lang: &str) -> Option<&str> {
        self.sectors().find(id)?.name(lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_named_from_where_the_plan_is() {
        for (folder, base, expect) in [
            ("/a/maps/x", Some("/a/plans"), "../maps/x/"),
            ("/a/x", Some("/a"), "x/"),
            ("/a/x", Some("/a/x"), "./"),
            ("/a/x", Some("/a/./x"), "./"),
            ("/a", Some("/a/x/y"), "../../"),
            ("/a/b/maps", Some("/a/b/.."), "b/maps/"),
            ("/a/b/../maps", Some("/a/c/../d"), "../maps/"),
            ("/a/maps", Some("/../a/b"), "../maps/"),
            ("/a/x", None, "/a/x/"),
        ] {
            let name = folder_name(Path::new(folder), base.map(Path::new));
            assert_eq!(name, expect, "{folder} from {base:?}");
        }
    }

    #[test]
    fn a_plan_finds_its_theatre() {
        let none = TheatreError::NotBundled { name: "malli".into() };
        assert_eq!(Theatre::of_plan("malli", None, None).unwrap_err(), none);
        assert!(!Theatre::of_plan("mali", None, None).unwrap().sectors().is_empty());
        assert!(Theatre::of_plan("", None, None).unwrap().sectors().is_empty());
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let from_disk = Theatre::of_plan("maps/mali", Some(folder), None).unwrap();
        assert_eq!(from_disk.sector_name("north", "en"), Some("North"));
        assert!(Theatre::of_plan("./nowhere", Some(folder), None).is_err());
    }
}
