//! Movements that cannot do without something, and what goes together.

use std::collections::HashMap;
use std::sync::Arc;

use crate::plan::Movement;

/// Which movements need something, and which are of one convoy.
#[derive(Clone, Debug, Default)]
pub(super) struct Convoys {
    /// The movements with needs, in order.
    pub needy: Vec<usize>,
    /// In order, by the name of the convoy.
    members: HashMap<String, Vec<usize>>,
}

impl Convoys {
    pub fn of(movements: &[Arc<Movement>]) -> Convoys {
        let mut convoys = Convoys::default();
        for (number, movement) in movements.iter().enumerate() {
            if !movement.needs.is_empty() {
                convoys.needy.push(number);
            }
            if let Some(convoy) = &movement.convoy {
                convoys.members.entry(convoy.clone()).or_default().push(number);
            }
        }
        convoys
    }

    /// All movements of the convoy of a movement, itself among them; none where it
    /// goes in no convoy.
    pub fn with(&self, movement: &Movement) -> &[usize] {
        let members = movement.convoy.as_ref().and_then(|convoy| self.members.get(convoy));
        members.map_or(&[], Vec::as_slice)
    }
}
