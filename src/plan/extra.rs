//! What a file says beyond what this version knows.

use serde_json::Value;

/// Members of an object that this version does not know, in the order of the
/// file. Nothing interprets them: they are written back after the known ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extra(Vec<(String, Value)>);

/// JSON that is kept as it is: a part of the format this version only carries.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opaque(pub Value);

impl Extra {
    pub fn new(members: Vec<(String, Value)>) -> Extra {
        Extra(members)
    }

    pub fn members(&self) -> &[(String, Value)] {
        &self.0
    }
}
