//! This user's preferences on this machine.

mod closing;

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use crate::calendar::{Day, Moment};
use crate::disk;
use crate::draw::Theme;
use crate::i18n::Lang;
use crate::template::Template;

/// How many opened files are remembered.
const MAX_RECENT: usize = 10;
/// A file of preferences is small; a larger one is none.
const MAX_BYTES: u64 = 1 << 20;

/// Preferences. A file that is missing or broken gives the defaults: nothing here
/// is worth a message.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    pub lang: Lang,
    pub theme: Theme,
    /// The size of everything, 1 for the usual one.
    pub size: f32,
    /// The files that were opened or saved last, the latest first.
    pub recent: Vec<PathBuf>,
    /// Whether what depends on an item moves along with it in the timeline.
    pub automatic: bool,
    /// Lengths and lags of the last closure by template.
    pub closing: Template,
}

impl Settings {
    /// The preferences of someone who never chose any, for a system's language.
    pub fn for_language(lang: Lang) -> Settings {
        Settings {
            lang,
            theme: Theme::Light,
            size: 1.0,
            recent: Vec::new(),
            automatic: false,
            closing: Template::standard(),
        }
    }

    /// Where the preferences of this user lie, if the system has a place for them.
    pub fn usual_path() -> Option<PathBuf> {
        Some(dirs::config_dir()?.join("decamp").join("settings.json"))
    }

    /// The language the system speaks; English where it does not say.
    pub fn system_language() -> Lang {
        sys_locale::get_locale().map_or(Lang::En, |locale| Lang::from_locale(&locale))
    }

    pub fn load(path: &Path, system: Lang) -> Settings {
        let defaults = Settings::for_language(system);
        let Ok(bytes) = disk::read_limited(path, MAX_BYTES) else { return defaults };
        let Ok(value) = serde_json::from_slice::<Value>(&bytes) else { return defaults };
        let lang = match value["language"].as_str() {
            Some("fr") => Lang::Fr,
            Some("en") => Lang::En,
            _ => defaults.lang,
        };
        let theme = match value["theme"].as_str() {
            Some("dark") => Theme::Dark,
            _ => Theme::Light,
        };
        let size = value["size"].as_f64().map_or(1.0, |size| size.clamp(0.6, 3.0) as f32);
        let recent = value["recent"].as_array().into_iter().flatten();
        let recent = recent.filter_map(|path| path.as_str()).map(PathBuf::from);
        let recent = recent.take(MAX_RECENT).collect();
        let automatic = value["automatic_scheduling"].as_bool().unwrap_or(false);
        let closing = closing::read(&value["closing"]);
        Settings { lang, theme, size, recent, automatic, closing }
    }

    pub fn save(&self, path: &Path) -> Result<(), disk::DiskError> {
        let recent: Vec<_> = self.recent.iter().map(|path| path.to_string_lossy()).collect();
        let value = json!({
            "language": self.lang.tag(),
            "theme": if self.theme == Theme::Dark { "dark" } else { "light" },
            "size": self.size,
            "recent": recent,
            "automatic_scheduling": self.automatic,
            "closing": closing::write(&self.closing),
        });
        let text = serde_json::to_string_pretty(&value).expect("a tree of values is valid JSON");
        disk::write_creating_folders(path, text.as_bytes())
    }

    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(MAX_RECENT);
    }
}

/// Hour and minute of an instant of [`now`], in the time zone of this machine; None
/// where that is not known.
pub fn time_of_day(at: Moment) -> Option<(u8, u8)> {
    time_in(TimeZone::try_system().ok()?, at)
}

fn time_in(zone: TimeZone, at: Moment) -> Option<(u8, u8)> {
    let seconds = (at.days() * 86_400.0).floor() as i64;
    let time = Timestamp::from_second(seconds).ok()?.to_zoned(zone).time();
    Some((time.hour().try_into().ok()?, time.minute().try_into().ok()?))
}

/// The day of this machine's clock, in universal time.
pub fn today() -> Day {
    Day::from_number(now().days().floor() as i64)
}

/// The instant of this machine's clock, in universal time.
pub fn now() -> Moment {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Moment::from_days(since.map_or(0.0, |since| since.as_secs_f64() / 86_400.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::StepKind;

    #[test]
    fn what_is_kept_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/settings.json");
        let mut settings = Settings::for_language(Lang::Fr);
        settings.theme = Theme::Dark;
        settings.automatic = true;
        settings.closing.step_mut(StepKind::Inventory).days = 9;
        settings.closing.step_mut(StepKind::CoeOut).lag_days = -7;
        settings.closing.step_mut(StepKind::Hazardous).is_wanted = false;
        settings.remember(Path::new("/plans/a.decamp"));
        settings.save(&path).unwrap();
        assert_eq!(Settings::load(&path, Lang::En), settings);
    }

    #[test]
    fn times_are_told_in_the_time_of_the_place() {
        let at = |hours: f64| Moment::from_days(19_600.0 + hours / 24.0);
        for (offset, hours, expect) in
            [(0, 14.1, (14, 6)), (2, 14.1, (16, 6)), (2, 23.5, (1, 30)), (-5, 2.25, (21, 15))]
        {
            let zone = TimeZone::fixed(jiff::tz::offset(offset));
            assert_eq!(time_in(zone, at(hours)), Some(expect), "{hours} at {offset:+}");
        }
    }

    #[test]
    fn broken_preferences_are_the_defaults() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        let defaults = Settings::for_language(Lang::Fr);
        for text in [
            "",
            "{",
            "[]",
            "{\"theme\": 3, \"size\": \"x\", \"recent\": 1}",
            "{\"closing\": {\"inventory\": {\"days\": 0}, \"closure\": 3}}",
        ] {
            std::fs::write(&path, text).unwrap();
            assert_eq!(Settings::load(&path, Lang::Fr), defaults, "{text:?}");
        }
        assert_eq!(Settings::load(Path::new("/no/such/file"), Lang::Fr), defaults);
    }
}
