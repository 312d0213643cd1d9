//! The screens of the machine.

use eframe::egui::{Pos2, pos2};

/// Whether there is a screen beside that of the presentation, and where.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Screens {
    known: bool,
    /// The corner of the second one, in pixels of the desktop.
    second: Option<Pos2>,
}

impl Screens {
    /// As far as the system tells; on some it does not.
    pub fn of(frame: &eframe::Frame) -> Screens {
        let second = frame.winit_window().and_then(|window| {
            let here = window.current_monitor()?;
            let mut others = window.available_monitors().filter(|monitor| *monitor != here);
            let corner = others.next()?.position();
            Some(pos2(corner.x as f32, corner.y as f32))
        });
        Screens { known: true, second }
    }

    pub fn are_known(&self) -> bool {
        self.known
    }

    pub fn has_second(&self) -> bool {
        self.second.is_some()
    }

    pub fn second(&self) -> Option<Pos2> {
        self.second
    }
}
