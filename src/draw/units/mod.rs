//! Units as symbols, after the habits of staff maps.
//!
//! The set is small and drawn here; it follows APP-6(D) (and MIL-STD-2525D, which
//! draws the same) where that has a sign, as it would draw a friend:
//!
//! - *Frame.* A unit has a rectangle, half as wide again as high; materiel without
//!   people has the circle of equipment. People who form no unit (individual police
//!   officers, staff officers, civilian staff) have a rectangle with round ends, which
//!   is ours.
//! - *Status.* A dashed frame is planned or anticipated: a unit on its way to a place
//!   or expected there.
//! - *Icon.* The branch: crossed lines for infantry, the track of armour, the bridge of
//!   engineers, and so on; see [`icons`]. The staff below the frame is a headquarters.
//! - *Size* above the frame, as echelons are marked: dots, bars, a cross; see
//!   [`Echelon`].
//!
//! Ours are, besides: the shield of police, the star of staff officers, the bust of
//! civilian staff, the crate, the runway, and the battlement of a guard. Colour only
//! repeats what frame and icon say: whom people are counted with. A figure nobody
//! published is drawn in outline, as on flows.

mod batch;
mod echelon;
mod icons;
mod legend;
mod rows;
mod shown;
mod sign;

pub use echelon::Echelon;
pub use rows::{Member, members};
pub use sign::Sign;

pub(super) use batch::{Body, with_number};
pub(super) use legend::legend;
pub(super) use rows::{Crews, LAYER, Rows, by_size};
pub(super) use shown::{Shown, Travellers, draw};
