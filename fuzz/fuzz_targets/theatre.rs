//! Bytes → theatre → scene: no file may make a map panic or hang.
//!
//! `tests/theatre_robust.rs` does the same with what proptest thinks of, in every
//! run of the tests.

#![no_main]

#[path = "../../tests/theatre_common/mod.rs"]
mod theatre_common;

use libfuzzer_sys::fuzz_target;
use theatre_common::{in_every_role, map_of};

fuzz_target!(|bytes: &[u8]| {
    if let Some(theatre) = in_every_role(bytes) {
        for camera in [None, Some((0.0, 0.0, 0.0)), Some((-3.0, 17.0, 12.0))] {
            map_of(&theatre, camera);
        }
    }
});
