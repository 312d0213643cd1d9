//! The theatre a plan names.

use std::path::{Component, Path, PathBuf};
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

/// Where something is that a plan in the folder `base` calls so. A plan may come from
/// anybody: what it says lies on another machine is not looked for, since the asking
/// alone tells that machine who asks.
pub fn located(path: &str, base: Option<&Path>) -> Result<PathBuf, TheatreError> {
    if names_a_machine(path) {
        return Err(TheatreError::OnNetwork { path: path.into() });
    }
    Ok(base.map_or_else(|| path.into(), |base| base.join(path)))
}

/// Whether a path begins with the name of a machine (`\\server\share`, in any slashes)
/// or is an address (`https://…`). The same on every system, as plans travel.
fn names_a_machine(path: &str) -> bool {
    let is_share = path.len() > 1 && path.bytes().take(2).all(|byte| matches!(byte, b'/' | b'\\'));
    let is_scheme = |scheme: &str| {
        scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    };
    is_share || path.split_once("://").is_some_and(|(scheme, _)| is_scheme(scheme))
}

/// What the path of a layer names: a file, and perhaps one table of a GeoPackage, in the
/// notation of QGIS: `zones.gpkg|layername=camps`.
pub fn file_and_table(path: &str) -> (&str, Option<&str>) {
    const BETWEEN: &str = "|layername=";
    match path.split_once(BETWEEN) {
        Some((file, table)) if file.to_lowercase().ends_with(".gpkg") => (file, Some(table)),
        _ => (path, None),
    }
}

/// The path of a layer that names so.
pub fn path_of_table(file: &str, table: Option<&str>) -> String {
    table.map_or_else(|| file.to_owned(), |table| format!("{file}|layername={table}"))
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
        let folder = located(name, base)?;
        if name.contains('/') {
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
    fn a_path_may_name_a_table_of_a_geopackage() {
        for (path, expect) in [
            ("a.gpkg", ("a.gpkg", None)),
            ("../a.GPKG|layername=zones/b", ("../a.GPKG", Some("zones/b"))),
            ("a.gpkg|layername=", ("a.gpkg", Some(""))),
            ("a.gpkg|layername=a|layername=b", ("a.gpkg", Some("a|layername=b"))),
            ("a.kml|layername=zones", ("a.kml|layername=zones", None)),
            ("a.gpkg|layerid=0", ("a.gpkg|layerid=0", None)),
            ("", ("", None)),
        ] {
            assert_eq!(file_and_table(path), expect, "{path}");
            assert_eq!(path_of_table(expect.0, expect.1), path);
        }
    }

    #[test]
    fn a_plan_cannot_name_another_machine() {
        for (path, is_refused) in [
            (r"\\server\share\roads.kml", true),
            ("//server/share/maps/", true),
            (r"\/server/share", true),
            (r"/\server\share", true),
            (r"\\?\UNC\server\share\a.kml", true),
            (r"\\.\pipe\a", true),
            ("//", true),
            ("https://example.org/a.geojson", true),
            ("smb://server/share/a.kml", true),
            ("file://server/share/a.kml", true),
            ("layers/a.kml", false),
            ("../layers//a.kml", false),
            (r"..\layers\\a.kml", false),
            ("/home/a/roads.kml", false),
            (r"C:\maps\roads.kml", false),
            ("Z:/maps//roads.kml", false),
            (r"\maps\roads.kml", false),
            ("a b://c", false),
            ("://a", false),
            ("/", false),
            ("mali", false),
            ("", false),
        ] {
            let expect = TheatreError::OnNetwork { path: path.into() };
            let base = Some(Path::new("/plans"));
            let layer = located(path, base);
            assert_eq!(layer.as_ref().err() == Some(&expect), is_refused, "{path}");
            assert_eq!(layer.is_err(), is_refused, "{path}");
            let theatre = Theatre::of_plan(path, base, None);
            assert_eq!(theatre.err() == Some(expect), is_refused, "{path}");
        }
        // A plan on another machine was opened by somebody who could: what lies beside
        // it may be read.
        let there = Path::new("//server/plans");
        assert_eq!(located("layers/a.kml", Some(there)), Ok(there.join("layers/a.kml")));
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
