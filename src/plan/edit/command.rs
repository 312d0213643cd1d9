//! What can be done to a plan.

use std::sync::Arc;

use crate::plan::{Header, Id, Item, Kind, Plan};

/// One change of a plan. Commands act on whole objects: an edited item is put in
/// place of the old one.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Puts an item in place of the one with its id and kind, or adds it: at
    /// `position`, where the order of its list means something, else at the end.
    Put {
        item: Item,
        position: Option<usize>,
    },
    /// Takes an item out. What points at it stays, and becomes a problem.
    Remove {
        kind: Kind,
        id: Id,
    },
    SetHeader(Arc<Header>),
    /// All of these in order, or none of them.
    Batch(Vec<Command>),
}

/// Why a command cannot be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// There is no such item to remove or to change.
    NoSuchItem(Id),
    /// An item of another kind has this id.
    IdTaken(Id),
}

impl Command {
    pub fn put(item: impl Into<Item>) -> Command {
        Command::Put { item: item.into(), position: None }
    }

    /// How many items it puts, takes out or sets, and so holds at most.
    pub(super) fn weight(&self) -> usize {
        match self {
            Command::Put { .. } | Command::Remove { .. } | Command::SetHeader(_) => 1,
            Command::Batch(commands) => commands.iter().map(Command::weight).sum(),
        }
    }
}

impl Plan {
    /// Applies a command and returns the one that takes it back. On an error the
    /// plan is as it was.
    pub fn apply(&mut self, command: Command) -> Result<Command, EditError> {
        match command {
            Command::Put { item, position } => self.put(item, position),
            Command::Remove { kind, id } => self.remove(kind, &id),
            Command::SetHeader(header) => {
                let old = std::mem::replace(&mut self.header, header);
                Ok(Command::SetHeader(old))
            }
            Command::Batch(commands) => self.apply_all(commands),
        }
    }

    fn put(&mut self, item: Item, position: Option<usize>) -> Result<Command, EditError> {
        let (id, kind) = (item.id().clone(), item.kind());
        match self.kinds.get(&id) {
            Some(other) if *other != kind => return Err(EditError::IdTaken(id)),
            Some(_) => {}
            None => {
                Arc::make_mut(&mut self.kinds).insert(id.clone(), kind);
            }
        }
        Ok(match self.lists.put(item, position) {
            Some(old) => Command::Put { item: old, position: None },
            None => Command::Remove { kind, id },
        })
    }

    fn remove(&mut self, kind: Kind, id: &Id) -> Result<Command, EditError> {
        let (item, position) =
            self.lists.take(kind, id).ok_or_else(|| EditError::NoSuchItem(id.clone()))?;
        Arc::make_mut(&mut self.kinds).remove(id);
        Ok(Command::Put { item, position: Some(position) })
    }

    fn apply_all(&mut self, commands: Vec<Command>) -> Result<Command, EditError> {
        let mut inverses = Vec::with_capacity(commands.len());
        for command in commands {
            match self.apply(command) {
                Ok(inverse) => inverses.push(inverse),
                Err(error) => {
                    for inverse in inverses.into_iter().rev() {
                        self.apply(inverse).expect("an inverse always applies");
                    }
                    return Err(error);
                }
            }
        }
        inverses.reverse();
        Ok(Command::Batch(inverses))
    }
}
