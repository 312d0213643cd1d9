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

/// The basis of an item after a planner decided a member: what was said of it
/// before says nothing of the new value. `given`: it has a value now.
pub fn decided(basis: &[Basis], member: &str, given: bool) -> Vec<Basis> {
    let mut entries = Vec::new();
    for entry in basis {
        let mut entry = entry.clone();
        let about = entry.of.iter().any(|of| of == member);
        entry.of.retain(|of| of != member);
        if !(about && entry.of.is_empty()) {
            entries.push(entry);
        }
    }
    if given {
        entries.push(Basis { of: vec![member.into()], ..Basis::default() });
    }
    entries
}

/// Whether a member of an item with this basis is no published fact: then it is
/// drawn differently. The entry that names the member decides; one about the
/// whole item only where none does.
pub fn is_soft(basis: &[Basis], member: &str) -> bool {
    let soft = |b: &&Basis| matches!(b.status, BasisStatus::Inferred | BasisStatus::Illustrative);
    let about = basis_of(basis, member);
    !about.is_empty() && about.iter().all(soft)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_takes_the_place_of_what_was_said_before() {
        let entry = |status: BasisStatus, of: &str| Basis {
            of: of.split_whitespace().map(Into::into).collect(),
            status,
            ..Basis::default()
        };
        let (stated, inferred) = (BasisStatus::Stated, BasisStatus::Inferred);
        let before = [
            entry(stated.clone(), ""),
            entry(inferred.clone(), "status"),
            entry(inferred.clone(), "status sites"),
        ];
        let rest = [entry(stated, ""), entry(inferred, "sites")];
        assert_eq!(decided(&before, "status", false), rest);
        let once = decided(&before, "status", true);
        assert_eq!(once[..2], rest);
        assert_eq!(once[2], entry(BasisStatus::Planner, "status"));
        assert_eq!(decided(&once, "status", true), once, "decided again, it is said once");
    }
}
