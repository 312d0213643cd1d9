//! What a file says beyond what this version knows.

use std::sync::Arc;

use serde_json::Value;

/// Members of an object that this version does not know, in the order of the
/// file. Nothing interprets them: they are written back after the known ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extra(Vec<(String, Value)>);

/// JSON that is kept as it is: a part of the format this version only carries.
/// Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opaque(Arc<Value>);

impl Opaque {
    pub fn new(value: Value) -> Opaque {
        Opaque(Arc::new(value))
    }

    pub fn value(&self) -> &Value {
        &self.0
    }

    /// Whether the two are the very same, not just equal: known at once.
    pub fn is(&self, other: &Opaque) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Extra {
    pub fn new(members: Vec<(String, Value)>) -> Extra {
        Extra(members)
    }

    pub fn members(&self) -> &[(String, Value)] {
        &self.0
    }
}
