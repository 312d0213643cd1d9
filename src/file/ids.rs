//! Ids in a plan file, and what each kind of them points at.

use serde_json::Value;

use super::member::Member;
use super::problem::{Expected, ProblemKind};
use super::reader::Reader;
use super::shape::Shape;
use crate::plan::*;

/// The other end of a link: the only id whose kind is open.
impl Member for Id {
    fn read(value: &Value, at: &mut Reader) -> Option<Id> {
        let Some(text) = value.as_str() else { return at.expected(Expected::Id) };
        read_id(text, Some(Target::LinkEnd), at)
    }
    fn write(&self) -> Value {
        self.as_str().into()
    }
    fn shape() -> Shape {
        Shape::Reference(Target::LinkEnd)
    }
}

/// Reads an id, and takes note of what it points at.
pub(super) fn read_id(text: &str, target: Option<Target>, at: &mut Reader) -> Option<Id> {
    let Ok(id) = Id::new(text) else {
        at.problem(ProblemKind::BadId { text: text.into() });
        return None;
    };
    if let Some(target) = target {
        at.refer(target, &id);
    }
    Some(id)
}

macro_rules! typed_ids {
    ($($id:ident => $target:expr;)*) => {$(
        impl Member for $id {
            fn read(value: &Value, at: &mut Reader) -> Option<$id> {
                let Some(text) = value.as_str() else { return at.expected(Expected::Id) };
                read_id(text, $target, at).map($id::from)
            }
            fn write(&self) -> Value {
                self.as_str().into()
            }
            fn shape() -> Shape {
                let target: Option<Target> = $target;
                target.map_or(Shape::Sector, Shape::Reference)
            }
        }
    )*};
}

typed_ids! {
    SourceId => Some(Target::One(Kind::Source));
    ObjectiveId => Some(Target::One(Kind::Objective));
    PhaseId => Some(Target::One(Kind::Phase));
    SiteId => Some(Target::One(Kind::Site));
    UnitId => Some(Target::One(Kind::Unit));
    ActivityId => Some(Target::One(Kind::Activity));
    MovementId => Some(Target::One(Kind::Movement));
    EventId => Some(Target::One(Kind::Event));
    LimitId => Some(Target::One(Kind::Limit));
    RestrictionId => Some(Target::One(Kind::Restriction));
    ReportId => Some(Target::One(Kind::Report));
    CountId => Some(Target::One(Kind::Count));
    MandateId => Some(Target::One(Kind::Mandate));
    TaskId => Some(Target::One(Kind::Task));
    FundId => Some(Target::One(Kind::Fund));
    RiskId => Some(Target::One(Kind::Risk));
    CalendarId => Some(Target::One(Kind::WorkCalendar));
    LayerId => Some(Target::One(Kind::Layer));
    ChapterId => Some(Target::One(Kind::Chapter));
    BaselineId => Some(Target::One(Kind::Baseline));
    BranchId => Some(Target::One(Kind::Branch));
    // Sectors belong to the theatre, which the plan file does not know.
    SectorId => None;
}
