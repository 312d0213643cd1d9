//! The kinds of items there are: one table, from which everything that must
//! treat all kinds alike is made.

use std::sync::Arc;

use super::items::{Items, PlanItem, same};
use super::*;

macro_rules! kinds {
    ($($kind:ident: $id:ident in $list:ident $name:literal listed $listed:literal;)*) => {
        /// A kind of item; each has a list of its own in the file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($kind,)*
        }

        impl Kind {
            /// In the order of the file.
            pub const ALL: &'static [Kind] = &[$(Kind::$kind,)*];

            /// The name of its list in the file.
            pub fn list(self) -> &'static str {
                match self {
                    $(Kind::$kind => $name,)*
                }
            }

            /// Whether the order of its list means something; else it is sorted by id.
            pub fn is_listed(self) -> bool {
                match self {
                    $(Kind::$kind => $listed,)*
                }
            }

            pub fn from_list(name: &str) -> Option<Kind> {
                Kind::ALL.iter().copied().find(|kind| kind.list() == name)
            }
        }

        /// An item of any kind.
        #[derive(Clone, Debug)]
        pub enum Item {
            $($kind(Arc<$kind>),)*
        }

        /// What is shared is not looked into.
        impl PartialEq for Item {
            fn eq(&self, other: &Item) -> bool {
                match (self, other) {
                    $((Item::$kind(one), Item::$kind(other)) => same(one, other),)*
                    _ => false,
                }
            }
        }

        impl Item {
            pub fn kind(&self) -> Kind {
                match self {
                    $(Item::$kind(_) => Kind::$kind,)*
                }
            }

            pub fn id(&self) -> &Id {
                match self {
                    $(Item::$kind(item) => &item.id,)*
                }
            }
        }

        $(
            impl PlanItem for $kind {
                type Id = $id;
                const LISTED: bool = $listed;
                fn id(&self) -> &$id {
                    &self.id
                }
            }

            impl From<$kind> for Item {
                fn from(item: $kind) -> Item {
                    Item::$kind(Arc::new(item))
                }
            }

            impl From<Arc<$kind>> for Item {
                fn from(item: Arc<$kind>) -> Item {
                    Item::$kind(item)
                }
            }
        )*

        /// The lists of a plan. Only the room of the plan can change them.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub(in crate::plan) struct Lists {
            $(pub(in crate::plan) $list: Items<$kind>,)*
        }

        impl Lists {
            pub(in crate::plan) fn put(&mut self, item: Item, position: Option<usize>) -> Option<Item> {
                match item {
                    $(Item::$kind(item) => self.$list.put(item, position).map(Item::$kind),)*
                }
            }

            pub(in crate::plan) fn take(&mut self, kind: Kind, id: &Id) -> Option<(Item, usize)> {
                match kind {
                    $(Kind::$kind => self.$list.take(id).map(|(item, at)| (Item::$kind(item), at)),)*
                }
            }

            pub(in crate::plan) fn get(&self, kind: Kind, id: &Id) -> Option<Item> {
                match kind {
                    $(Kind::$kind => self.$list.find(id).cloned().map(Item::$kind),)*
                }
            }

            pub(in crate::plan) fn ids(&self, kind: Kind) -> Vec<Id> {
                match kind {
                    $(Kind::$kind => self.$list.iter().map(|item| (*item.id).clone()).collect(),)*
                }
            }

            /// The items that are other than in other lists, with their places among
            /// all. None where the lists do not have the same ids in the same order.
            pub(in crate::plan) fn changed_since(&self, other: &Lists) -> Option<Vec<(usize, Item)>> {
                let mut changed = Vec::new();
                let mut first = 0;
                $(
                    for (place, item) in self.$list.changed_since(&other.$list)? {
                        changed.push((first + place, Item::$kind(item.clone())));
                    }
                    first += self.$list.len();
                )*
                debug_assert_eq!(first, self.iter().count());
                Some(changed)
            }

            pub(in crate::plan) fn differing<'a>(&'a self, other: &'a Lists, kind: Kind) -> Vec<&'a Id> {
                match kind {
                    $(Kind::$kind => self.$list.differing(&other.$list),)*
                }
            }

            pub(in crate::plan) fn iter(&self) -> impl Iterator<Item = Item> {
                std::iter::empty()
                    $(.chain(self.$list.iter().cloned().map(Item::$kind)))*
            }
        }

        /// The lists, to be read.
        impl Plan {
            $(pub fn $list(&self) -> &Items<$kind> {
                &self.lists.$list
            })*

            /// How many items of a kind there are.
            pub fn count(&self, kind: Kind) -> usize {
                match kind {
                    $(Kind::$kind => self.lists.$list.len(),)*
                }
            }
        }
    };
}

kinds! {
    Source: SourceId in sources "sources" listed true;
    Objective: ObjectiveId in objectives "objectives" listed true;
    Phase: PhaseId in phases "phases" listed true;
    Site: SiteId in sites "sites" listed false;
    Unit: UnitId in units "units" listed false;
    Activity: ActivityId in activities "activities" listed false;
    Movement: MovementId in movements "movements" listed false;
    Event: EventId in events "events" listed false;
    Limit: LimitId in limits "limits" listed false;
    Restriction: RestrictionId in restrictions "restrictions" listed false;
    Report: ReportId in reports "reports" listed false;
    Count: CountId in counts "counts" listed false;
    Mandate: MandateId in mandate "mandate" listed true;
    Task: TaskId in tasks "tasks" listed true;
    Fund: FundId in funds "funds" listed false;
    Risk: RiskId in risks "risks" listed true;
    WorkCalendar: CalendarId in calendars "calendars" listed false;
    Layer: LayerId in layers "layers" listed true;
    Chapter: ChapterId in chapters "chapters" listed true;
    Baseline: BaselineId in baselines "baselines" listed false;
    Branch: BranchId in branches "branches" listed true;
}

impl Item {
    /// The dates and links of an item that has them.
    pub fn timing(&self) -> Option<&Timing> {
        match self {
            Item::Activity(activity) => Some(&activity.timing),
            Item::Movement(movement) => Some(&movement.timing),
            _ => None,
        }
    }

    /// The same item with other dates and links; itself where it has none.
    pub fn with_timing(&self, timing: Timing) -> Item {
        match self {
            Item::Activity(activity) => Activity { timing, ..(**activity).clone() }.into(),
            Item::Movement(movement) => Movement { timing, ..(**movement).clone() }.into(),
            other => other.clone(),
        }
    }

    /// Where what the item says comes from. None for items that need no basis: they
    /// are sources, or about the plan itself.
    pub fn basis(&self) -> Option<&[Basis]> {
        Some(match self {
            Item::Objective(it) => &it.basis,
            Item::Phase(it) => &it.basis,
            Item::Site(it) => &it.basis,
            Item::Unit(it) => &it.basis,
            Item::Activity(it) => &it.basis,
            Item::Movement(it) => &it.basis,
            Item::Event(it) => &it.basis,
            Item::Limit(it) => &it.basis,
            Item::Restriction(it) => &it.basis,
            Item::Report(it) => &it.basis,
            Item::Count(it) => &it.basis,
            Item::Mandate(it) => &it.basis,
            Item::Task(it) => &it.basis,
            Item::Fund(it) => &it.basis,
            Item::Risk(it) => &it.basis,
            Item::Source(_)
            | Item::WorkCalendar(_)
            | Item::Layer(_)
            | Item::Chapter(_)
            | Item::Baseline(_)
            | Item::Branch(_) => return None,
        })
    }
}
