//! What is selected, and what that lights up.

use std::collections::BTreeSet;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use super::Window;
use super::action::SelectHow;
use crate::board::reach;
use crate::draw::timeline::RowKind;
use crate::plan::{Id, Plan};

/// The selected items: shared by whatever is kept with what it was made from, so that
/// nothing copies them in each frame.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection(Arc<BTreeSet<Id>>);

impl Deref for Selection {
    type Target = BTreeSet<Id>;

    fn deref(&self) -> &BTreeSet<Id> {
        &self.0
    }
}

impl DerefMut for Selection {
    fn deref_mut(&mut self) -> &mut BTreeSet<Id> {
        Arc::make_mut(&mut self.0)
    }
}

impl From<BTreeSet<Id>> for Selection {
    fn from(ids: BTreeSet<Id>) -> Selection {
        Selection(Arc::new(ids))
    }
}

impl FromIterator<Id> for Selection {
    fn from_iter<T: IntoIterator<Item = Id>>(ids: T) -> Selection {
        Selection::from(ids.into_iter().collect::<BTreeSet<Id>>())
    }
}

/// What the map lights up for what is selected.
#[derive(Default)]
pub struct Marked {
    /// What is selected, and the sites it is about.
    pub items: Arc<BTreeSet<Id>>,
    /// Sites it may touch beyond these.
    pub touched: Arc<BTreeSet<Id>>,
}

impl Marked {
    pub fn of(plan: &Plan, selected: &Selection) -> Marked {
        let (mut items, mut touched) = ((**selected).clone(), BTreeSet::new());
        for id in selected.iter() {
            let reach = reach(plan, id);
            items.extend(reach.sites.into_iter().map(Id::from));
            touched.extend(reach.wider.into_iter().map(Id::from));
        }
        touched.retain(|site| !items.contains(site));
        Marked { items: items.into(), touched: touched.into() }
    }
}

impl Window {
    pub(super) fn select(&mut self, id: Id, how: SelectHow) {
        match how {
            SelectHow::Only => {
                self.view.selected.clear();
                self.view.selected.insert(id.clone());
            }
            SelectHow::Toggle => {
                if !self.view.selected.remove(&id) {
                    self.view.selected.insert(id.clone());
                }
            }
        }
        self.view.bars.anchor = Some(id.clone());
        // A folded group opens for what was selected in it.
        if let Some(group) = self.group_of(&id) {
            self.view.folded.remove(&group);
        }
        self.view.next_reveal = Some(id);
    }

    /// The folded group of the timeline that an activity or a movement stands in.
    pub(super) fn group_of(&mut self, id: &Id) -> Option<Option<Id>> {
        let rows = self.derived().rows;
        rows.iter().find_map(|row| match &row.kind {
            RowKind::Group { group, members, .. } if members.contains(id) => Some(group.clone()),
            _ => None,
        })
    }
}
