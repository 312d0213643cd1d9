//! What can be wrong with a plan file, and where.

use std::fmt;

use crate::calendar::Day;
use crate::plan::{Kind, Target};

/// More problems than this are counted, not listed.
pub(super) const MAX_PROBLEMS: usize = 1_000;

/// Something wrong, or worth a note, at a place of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub place: Place,
    pub what: ProblemKind,
}

/// Where in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The file as a whole.
    File,
    /// By member and position in the file, counted from 0: `movements[3].from`.
    Member(String),
    /// Of a text that is not JSON; both counted from 1, the column in characters.
    Line { line: usize, column: usize },
}

/// What is wrong. Words for it come from [`crate::i18n`]; each kind has a stable
/// [`code`](ProblemKind::code), which stands before its description here.
#[derive(Clone, Debug, PartialEq)]
pub enum ProblemKind {
    /// `empty`: nothing, or nothing but white space.
    Empty,
    /// `not-text`: no UTF-8 (at the line and column of the first bad byte).
    NotText,
    /// `not-json`: the text breaks off or breaks the rules of JSON.
    NotJson(JsonFault),
    /// `too-many-values`: more values than a plan of any use has.
    TooManyValues { limit: usize },
    /// `not-a-plan`: JSON, but `format` is not `decamp-plan`; what it is instead,
    /// where it is a string.
    NotAPlan { format: Option<String> },
    /// `later-version`: of a format that this program does not know yet.
    LaterVersion { version: u64, known: u64 },
    /// `missing`: this object needs a member of this name.
    Missing { member: &'static str },
    /// `wrong-type`: another type of value is expected here.
    WrongType { expected: Expected },
    /// `duplicate-member`: the object has this member twice.
    DuplicateMember,
    /// `bad-date`: not of the form `2023-10-31`.
    BadDate { text: String },
    /// `no-such-day`: of the form of a date, but not in the calendar.
    NoSuchDay { text: String },
    /// `end-before-start`
    EndBeforeStart { start: Day, end: Day },
    /// `estimates-out-of-order`: not low ≤ likely ≤ high.
    EstimatesOutOfOrder { low: u32, likely: u32, high: u32 },
    /// `bad-id`: not of small letters, digits and hyphens.
    BadId { text: String },
    /// `duplicate-id`: another item, at `first`, has this id.
    DuplicateId { id: String, first: String },
    /// `no-such-item`: nothing in the file has this id; `nearest` is one that is
    /// allowed here and differs by a letter or two.
    NoSuchItem { target: Target, id: String, nearest: Option<String> },
    /// `wrong-kind`: an item has this id, but it cannot stand here.
    WrongKind { target: Target, id: String, found: Kind },
    /// `longitude-range`: not from −180 to 180.
    LongitudeRange { value: f64 },
    /// `latitude-range`: not from −90 to 90; `exchanged` where the two numbers
    /// would be a place the other way round.
    LatitudeRange { value: f64, exchanged: bool },
    /// `bad-number`: not from `least` to `most`, or not whole where `whole` says so.
    BadNumber { value: f64, least: f64, most: f64, whole: bool },
    /// `bad-color`: not of the form `#1e90ff`.
    BadColor { text: String },
    /// `more`: this many further problems are not listed.
    More { count: usize },

    /// `unknown-word` (note): kept, and treated as `other`; `nearest` is a known
    /// word that differs by a letter or two.
    UnknownWord { word: String, nearest: Option<&'static str> },
    /// `unknown-member` (note): kept, but looks like a misspelt known member.
    UnknownMember { nearest: &'static str },
    /// `not-kept` (note): an unknown member where none can be kept; it is gone
    /// when the plan is saved.
    NotKept,
    /// `altitude-dropped` (note): the third number of coordinates.
    AltitudeDropped,
}

/// How a text fails to be JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonFault {
    /// It ends in the middle.
    UnexpectedEnd,
    /// Something else is expected here. Also for `NaN` and comments.
    Syntax,
    /// A comma behind the last value of a list or object.
    TrailingComma,
    /// More text behind the end of the value.
    TrailingText,
    /// Objects and lists within each other, deeper than 127.
    TooDeep,
    /// A number too large to be read.
    HugeNumber,
}

/// What a value should have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Object,
    List,
    String,
    /// A string, or an object of strings by language tag.
    Text,
    Number,
    /// `true` or `false`
    Boolean,
    /// A string such as `2023-10-31`.
    Date,
    Id,
    /// `[longitude, latitude]`
    Coordinates,
    /// The id of a site, or `[longitude, latitude]`.
    RoutePoint,
    /// The string that stands at this place of every GeoJSON.
    Word(&'static str),
}

impl ProblemKind {
    /// A stable name, by which words and tests find the kind.
    pub fn code(&self) -> &'static str {
        use ProblemKind::*;
        match self {
            Empty => "empty",
            NotText => "not-text",
            NotJson(_) => "not-json",
            TooManyValues { .. } => "too-many-values",
            NotAPlan { .. } => "not-a-plan",
            LaterVersion { .. } => "later-version",
            Missing { .. } => "missing",
            WrongType { .. } => "wrong-type",
            DuplicateMember => "duplicate-member",
            BadDate { .. } => "bad-date",
            NoSuchDay { .. } => "no-such-day",
            EndBeforeStart { .. } => "end-before-start",
            EstimatesOutOfOrder { .. } => "estimates-out-of-order",
            BadId { .. } => "bad-id",
            DuplicateId { .. } => "duplicate-id",
            NoSuchItem { .. } => "no-such-item",
            WrongKind { .. } => "wrong-kind",
            LongitudeRange { .. } => "longitude-range",
            LatitudeRange { .. } => "latitude-range",
            BadNumber { .. } => "bad-number",
            BadColor { .. } => "bad-color",
            More { .. } => "more",
            UnknownWord { .. } => "unknown-word",
            UnknownMember { .. } => "unknown-member",
            NotKept => "not-kept",
            AltitudeDropped => "altitude-dropped",
        }
    }
}

impl Problem {
    pub(super) fn of_file(what: ProblemKind) -> Problem {
        Problem { place: Place::File, what }
    }
}

/// As it stands before a message: `movements[3].from`, `12:7`; nothing for the file.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::File => Ok(()),
            Place::Member(path) => f.write_str(path),
            Place::Line { line, column } => write!(f, "{line}:{column}"),
        }
    }
}

/// For logs and tests; what users read comes from [`crate::i18n`].
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what.code())
    }
}
