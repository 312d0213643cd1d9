//! The theatre a plan names.

use std::path::Path;
use std::sync::Arc;

use serde_json::Value;

use super::{Theatre, TheatreError};

impl Theatre {
    /// The theatre of a plan. `name` is the plan's `theatre`: a bare word names a
    /// bundled one, a path with `/` is a folder relative to `base`, the folder of
    /// the plan file; an empty name means the world. `sectors` are the plan's own.
    pub fn of_plan(
        name: &str,
        base: Option<&Path>,
        sectors: Option<&Value>,
    ) -> Result<Arc<Theatre>, TheatreError> {
        let theatre = if name.contains('/') {
            let folder = base.map_or_else(|| name.into(), |base| base.join(name));
            Arc::new(Theatre::from_folder(&folder)?)
        } else if name.is_empty() {
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
