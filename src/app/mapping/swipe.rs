//! Two moments or two tracks side by side on one map.

use crate::app::Window;
use crate::calendar::{Day, Moment};
use crate::schedule::Track;

/// What the two sides of the map show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swipe {
    pub compared: Compared,
    /// The day that stays while the playhead moves.
    pub fixed: Day,
    /// Whether the sides are exchanged: else the fixed day and the plan are left.
    pub exchanged: bool,
    /// Where the divider is, 0 to 1 of the width.
    pub share: f32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    Dates,
    Tracks,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SwipeAction {
    /// Begins, or ends.
    Toggle,
    Compare(Compared),
    Fix(Day),
    Exchange,
    Divide(f32),
}

impl Swipe {
    /// Track and moment of the left side and of the right one.
    pub fn sides(&self, track: Track, moment: Moment) -> [(Track, Moment); 2] {
        let [a, b] = match self.compared {
            Compared::Dates => [(track, Moment::close_of(self.fixed)), (track, moment)],
            Compared::Tracks => [(Track::Planned, moment), (Track::Forecast, moment)],
        };
        if self.exchanged { [b, a] } else { [a, b] }
    }
}

impl Window {
    pub(super) fn act_on_swipe(&mut self, action: SwipeAction) {
        let horizon = self.document.plan().horizon();
        let now = self.day();
        let swipe = &mut self.view.map.swipe;
        if action == SwipeAction::Toggle {
            *swipe = match swipe {
                Some(_) => None,
                // Against the start; from the start itself, against the end.
                None => {
                    let at_start = now == horizon.start();
                    let fixed = if at_start { horizon.end() } else { horizon.start() };
                    let (compared, share) = (Compared::Dates, 0.5);
                    Some(Swipe { compared, fixed, exchanged: at_start, share })
                }
            };
            return;
        }
        let Some(swipe) = swipe else { return };
        match action {
            SwipeAction::Toggle => {}
            SwipeAction::Compare(compared) => swipe.compared = compared,
            SwipeAction::Fix(day) => swipe.fixed = horizon.clamp(day),
            SwipeAction::Exchange => swipe.exchanged = !swipe.exchanged,
            SwipeAction::Divide(share) => swipe.share = share.clamp(0.02, 0.98),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sides_differ_in_one_thing() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let now = Moment::close_of(day("2023-10-31"));
        let fixed = day("2023-07-01");
        let swipe = Swipe { compared: Compared::Dates, fixed, exchanged: false, share: 0.5 };
        let then = Moment::close_of(fixed);
        let forecast = Track::Forecast;
        assert_eq!(swipe.sides(forecast, now), [(forecast, then), (forecast, now)]);
        let swipe = Swipe { exchanged: true, ..swipe };
        assert_eq!(swipe.sides(forecast, now), [(forecast, now), (forecast, then)]);
        let swipe = Swipe { compared: Compared::Tracks, ..swipe };
        assert_eq!(swipe.sides(Track::Planned, now), [(forecast, now), (Track::Planned, now)]);
    }
}
