//! What can be wrong with a plan.

use std::sync::Arc;

use super::holdings::Materiel;
use super::links::LinkEnd;
use crate::calendar::{Day, Span};
use crate::geo::LonLat;
use crate::plan::{Disposition, Id, LinkType, Measure, SectorId, SiteId, SourceId, Target};
use crate::theatre::TheatreError;

/// How bad a problem is, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Error,
    Warning,
    Note,
}

impl Severity {
    pub fn as_word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $word:literal,)*) => {
        /// Which rule a plan breaks. The words are part of the output format.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $variant,)*
        }

        impl Code {
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            pub fn as_word(self) -> &'static str {
                match self {
                    $(Code::$variant => $word,)*
                }
            }
        }
    };
}

codes! {
    /// An item points at nothing, or at something of the wrong kind.
    UnknownReference = "unknown-reference",
    /// A span ends before it starts.
    EndBeforeStart = "end-before-start",
    /// Items depend on each other in a circle.
    CyclicLinks = "cyclic-links",
    /// A figure is larger than any that is counted.
    HugeFigure = "huge-figure",
    /// Balances do not add up: a fault of this program.
    LedgerResidual = "ledger-residual",
    /// An item starts or ends too early for one it depends on.
    LinkBroken = "link-broken",
    /// A trip does not fit into the span of its movement.
    TooFast = "too-fast",
    /// A movement asks for more than there is.
    MoreThanPresent = "more-than-present",
    /// A movement moves nobody and nothing.
    CarriesNothing = "carries-nothing",
    /// A movement finds nothing of a unit where it starts.
    UnitElsewhere = "unit-elsewhere",
    /// People or materiel are at a site when it is closed and handed over.
    LeftBehind = "left-behind",
    /// People are in the theatre after a deadline.
    AfterDeadline = "after-deadline",
    /// More people are in the theatre than a ceiling allows.
    OverCeiling = "over-ceiling",
    /// More leaves on a day than can be lifted.
    OverLift = "over-lift",
    /// Materiel is at a site without a guard.
    MaterielWithoutGuard = "materiel-without-guard",
    /// A liquidation is shorter than it has to be.
    LiquidationTooShort = "liquidation-too-short",
    /// Another activity is shorter than it has to be.
    TooShort = "too-short",
    /// A movement has no dates, and so moves nothing.
    Undated = "undated",
    /// A document counts otherwise than the plan.
    CountDiffers = "count-differs",
    /// A report of the strength gives other figures than the forecast.
    ReportDiffers = "report-differs",
    /// An item is planned for days outside of its phase.
    OutsidePhase = "outside-phase",
    /// An item starts before its own `not_before`.
    NotBefore = "not-before",
    /// An item ends after its own deadline.
    MissesOwnDeadline = "misses-own-deadline",
    /// A movement arrives at a site that is closed or handed over.
    ArrivesAtClosedSite = "arrives-at-closed-site",
    /// A movement leaves a site that is handed over.
    LeavesAfterHandover = "leaves-after-handover",
    /// A hub is counted on after its handover.
    ClosedHubAssumed = "closed-hub-assumed",
    /// More is at a site than it can hold.
    OverCapacity = "over-capacity",
    /// A movement goes where a restriction allows nothing to go.
    BlockedByRestriction = "blocked-by-restriction",
    /// A restriction is in force that was never planned.
    UnplannedRestriction = "unplanned-restriction",
    /// What a movement cannot do without is not there.
    NeedsNotMet = "needs-not-met",
    /// Materiel is given or sold that may not be, or not without more ado.
    DisposalNotAllowed = "disposal-not-allowed",
    /// A closure or handover was over before it was planned to begin.
    Early = "early",
    /// A closure or handover ends later than planned.
    Late = "late",
    /// An item does not say where it comes from.
    NoSource = "no-source",
    /// A source does not say what is quoted from it.
    QuoteNotInSource = "quote-not-in-source",
    /// A site lies outside of the theatre.
    OutsideTheatre = "outside-theatre",
    /// Items name a sector that the theatre does not have.
    UnknownSector = "unknown-sector",
    /// The file of a layer is not where the plan says.
    LayerMissing = "layer-missing",
    /// The file of a layer cannot be read.
    LayerUnreadable = "layer-unreadable",
}

/// Something that is wrong, with the data its message is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub code: Code,
    pub severity: Severity,
    /// What it is about, the item to look at first.
    pub items: Vec<Id>,
    pub site: Option<SiteId>,
    /// The first day on which it is so.
    pub date: Option<Day>,
    /// By how much, at most: days, people or pieces, as `detail` says.
    pub excess: Option<i64>,
    pub detail: Detail,
    pub fix: Option<Fix>,
}

/// A change of planned dates that mends a problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    pub item: Id,
    pub planned: Span,
}

/// People, or a kind of materiel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    People,
    Materiel(Arc<str>),
}

/// A figure of a report, and what the forecast has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// A category of people, `uniformed`, `total`, or a kind of materiel.
    pub of: String,
    pub reported: i64,
    pub computed: i64,
}

/// What the message of a problem needs beyond its other members.
#[derive(Clone, Debug, PartialEq)]
pub enum Detail {
    None,
    /// The end of the item that is too early, and when it may be at the earliest.
    Link {
        kind: LinkType,
        end: LinkEnd,
        is: Day,
        earliest: Day,
    },
    Trip {
        trip_days: i64,
        span_days: i64,
    },
    /// How long a way takes on the road, and how long a trip may take.
    Speed {
        /// Whole kilometres, rounded up.
        distance_km: i64,
        trip_days: i64,
        needed_days: i64,
    },
    /// When something is, and the days that were set for it.
    Window {
        is: Span,
        allowed: Span,
    },
    /// The last day on which it would have been in time.
    Since {
        last: Day,
    },
    /// What a site can hold.
    Capacity {
        what: What,
        max: i64,
    },
    /// What is needed and not there, in the words of the plan.
    Needs {
        needs: Vec<String>,
    },
    /// What may not be given up like this: kinds of materiel, none for all of a
    /// unit.
    Disposal {
        disposition: Disposition,
        kinds: Vec<String>,
    },
    /// Nothing is recorded of the due diligence that a gift asks for.
    DueDiligence,
    /// What a movement asked too much of.
    Short {
        what: What,
    },
    /// What is at the site.
    LeftBehind {
        people: i64,
        materiel: Materiel,
    },
    /// How many are there on the first day.
    Remaining {
        people: i64,
    },
    Ceiling {
        max: i64,
    },
    Lift {
        what: What,
        per_day: i64,
    },
    /// What is at the site on the first day.
    Unguarded {
        materiel: Materiel,
    },
    Minimum {
        at_least_days: i64,
        days: i64,
    },
    Count {
        of: String,
        document: i64,
        plan: i64,
    },
    /// Where some of the unit is; nowhere in the theatre, where it is empty.
    Elsewhere {
        at: Vec<SiteId>,
    },
    Huge {
        figure: u64,
        counts_as: i64,
    },
    /// All figures of a report, also those that agree.
    Reported {
        measure: Measure,
        figures: Vec<Reported>,
    },
    Quote {
        source: SourceId,
        quote: String,
    },
    /// The member that points at nothing.
    Reference {
        member: String,
        to: Id,
        target: Target,
    },
    /// Where the site lies, and where it would with longitude and latitude
    /// exchanged, if that is in the theatre.
    Outside {
        place: LonLat,
        swapped: Option<LonLat>,
    },
    Sector {
        sector: SectorId,
    },
    /// Where the plan says that the file of a layer is, and why it cannot be read.
    Layer {
        path: String,
        error: TheatreError,
    },
    /// The member whose end lies before its start.
    Reversed {
        member: &'static str,
        start: Day,
        end: Day,
    },
}

impl Problem {
    /// A problem of some items; everything else is filled in where it is known.
    pub(super) fn new(code: Code, severity: Severity, items: Vec<Id>) -> Problem {
        Problem {
            code,
            severity,
            items,
            site: None,
            date: None,
            excess: None,
            detail: Detail::None,
            fix: None,
        }
    }
}
