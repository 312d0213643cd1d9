//! Whether the system asks for less motion.

use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Duration;

use mundy::{Interest, Preferences, ReducedMotion};

/// How long the system may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// Known once the system has answered; until then it did not ask for less.
#[derive(Clone, Debug, Default)]
pub struct Motion(Arc<OnceLock<bool>>);

impl Motion {
    /// Asks the system, on a thread of its own: it may be slow to answer.
    pub fn of_system() -> Motion {
        let motion = Motion::default();
        let answer = motion.clone();
        // Without a thread nobody is asked, and everything moves.
        let _ = thread::Builder::new().name("motion".into()).spawn(move || {
            let found = Preferences::once_blocking(Interest::ReducedMotion, PATIENCE);
            let reduced = found.is_some_and(|it| it.reduced_motion == ReducedMotion::Reduce);
            let _ = answer.0.set(reduced);
        });
        motion
    }

    pub fn is_reduced(&self) -> bool {
        self.0.get().copied().unwrap_or(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::panels::map::{fitting, look};
    use crate::app::{Launch, Window};
    use crate::calendar::Moment;
    use crate::geo::{MapView, ViewSize};
    use crate::i18n::Lang;
    use crate::settings::Settings;

    #[test]
    fn the_map_stands_still_as_soon_as_the_system_has_asked_for_it() {
        let mut window = Window::new(Launch {
            plan: None,
            settings: Settings::for_language(Lang::En),
            lang: None,
            settings_path: None,
            system_dialogs: false,
        });
        // Many are under way, and the moment is none at which marks are where they began.
        let day = "2023-10-20".parse().unwrap();
        window.view.playback.seek(Moment::from_days(Moment::close_of(day).days() + 0.3));
        let size = ViewSize::new(1280.0, 720.0);
        let picture = |window: &mut Window| {
            window.drawing(|view, pen| {
                (pen.live)(&look(MapView::new(fitting(view, size), size), view))
            })
        };
        let moving = picture(&mut window);
        assert!(Arc::ptr_eq(&moving, &picture(&mut window)), "it is kept");
        window.motion.0.set(true).unwrap();
        let still = picture(&mut window);
        assert!(moving != still, "its marks are where they began");
        assert!(Arc::ptr_eq(&still, &picture(&mut window)), "it is kept as well");
    }
}
