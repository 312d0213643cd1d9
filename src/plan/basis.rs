//! Where the statements of a plan come from.

use super::extra::Extra;
use super::word::words;
use super::{SourceId, Text};

words! {
    /// How well a statement is founded.
    BasisStatus "status" {
        /// The source says it; quoted word for word.
        Stated = "stated",
        /// Follows from the source; the note says how.
        Inferred = "inferred",
        /// Said by a later report, with a confidence.
        Reported = "reported",
        /// A plausible figure that nobody published.
        Illustrative = "illustrative",
        /// The planner's own decision.
        Planner = "planner",
    }
}

words! {
    /// How far a report can be trusted.
    Confidence "confidence" {
        /// A text of the United Nations.
        A = "A",
        /// Consistent press.
        B = "B",
        /// A single weak source.
        C = "C",
    }
}

/// One reason for what an item says.
#[derive(Clone, Debug, PartialEq)]
pub struct Basis {
    /// The members this is about; empty: all of the item.
    pub of: Vec<String>,
    pub status: BasisStatus,
    pub source: Option<SourceId>,
    /// Where in the source: a heading, a paragraph.
    pub place: Option<String>,
    /// The words of the source, unchanged.
    pub quote: Option<String>,
    pub confidence: Option<Confidence>,
    pub note: Option<Text>,
    pub extra: Extra,
}

impl Default for Basis {
    fn default() -> Basis {
        Basis {
            of: Vec::new(),
            status: BasisStatus::Planner,
            source: None,
            place: None,
            quote: None,
            confidence: None,
            note: None,
            extra: Extra::default(),
        }
    }
}

/// What is said about a member of an item with this basis: the entries that name
/// it, or else those about the whole item.
pub fn basis_of<'a>(basis: &'a [Basis], member: &str) -> Vec<&'a Basis> {
    let about: Vec<&Basis> = basis.iter().filter(|b| b.of.iter().any(|of| of == member)).collect();
    if !about.is_empty() {
        return about;
    }
    basis.iter().filter(|b| b.of.is_empty()).collect()
}

/// Whether a member of an item with this basis is no published fact: then it is
/// drawn differently. The entry that names the member decides; one about the
/// whole item only where none does.
pub fn is_soft(basis: &[Basis], member: &str) -> bool {
    let soft = |b: &&Basis| matches!(b.status, BasisStatus::Inferred | BasisStatus::Illustrative);
    let about = basis_of(basis, member);
    !about.is_empty() && about.iter().all(soft)
}
