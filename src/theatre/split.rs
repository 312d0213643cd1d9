//! The features of a large file, read on all cores.
//!
//! Where a feature begins is not known until all before it is read, since brackets may
//! stand in texts. So places are guessed at which one seems to begin, and the features
//! from each of them on are read at once. A guess was right if reading what stands
//! before it ends there: then it stands in the list of features, and all from there on
//! was read as it would have been in turn. What was read from a wrong one is dropped.

use super::json::RawFeature;
use super::quick::Cursor;
use super::threads;

/// Fewer bytes are not worth a guess.
const LEAST_BYTES: usize = 256 << 10;
/// How many parts there are at most.
const MOST_PARTS: usize = 64;

/// Features that follow each other.
struct Part<F> {
    features: Vec<F>,
    end: End,
}

/// How a part ends.
enum End {
    /// Another feature begins here.
    Before(usize),
    /// Behind the list.
    Closed(usize),
    /// What comes next cannot be read.
    Broken,
}

/// Reads the list of features at a cursor; `make` makes something of each of them. None
/// where it is no list, or no JSON.
pub(super) fn features<F: Send>(
    cursor: &mut Cursor,
    make: impl Fn(Option<RawFeature>) -> F + Sync,
) -> Option<Vec<F>> {
    cursor.take(b'[')?;
    if cursor.peek()? == b']' {
        cursor.at += 1;
        return Some(Vec::new());
    }
    let bytes = cursor.bytes();
    let starts = guessed_starts(bytes, cursor.at);
    let after = |at: usize| {
        let next = starts.partition_point(|start| *start <= at);
        starts.get(next).copied().unwrap_or(bytes.len())
    };
    let read = |start: usize| Part::read(Cursor::at(bytes, start), after(start), &make);
    let mut parts: Vec<_> = threads::all(&starts, |start| Some(read(*start)));

    let mut all = Vec::new();
    loop {
        let guessed = starts.binary_search(&cursor.at).ok().and_then(|i| parts[i].take());
        let mut part = guessed.unwrap_or_else(|| read(cursor.at));
        all.append(&mut part.features);
        match part.end {
            End::Before(next) => cursor.at = next,
            End::Closed(end) => {
                cursor.at = end;
                return Some(all);
            }
            End::Broken => return None,
        }
    }
}

impl<F> Part<F> {
    /// The features from the cursor on that begin before `limit`, at least one.
    fn read(mut cursor: Cursor, limit: usize, make: impl Fn(Option<RawFeature>) -> F) -> Part<F> {
        let mut features = Vec::new();
        let end = loop {
            let Some(feature) = cursor.feature() else { break End::Broken };
            features.push(make(feature));
            match cursor.next() {
                Some(b',') => (),
                Some(b']') => break End::Closed(cursor.at),
                _ => break End::Broken,
            }
            if cursor.peek().is_none() {
                break End::Broken;
            }
            if cursor.at >= limit {
                break End::Before(cursor.at);
            }
        };
        Part { features, end }
    }
}

/// Where the first feature begins, and where others seem to, in their order.
fn guessed_starts(bytes: &[u8], first: usize) -> Vec<usize> {
    let step = ((bytes.len() - first) / MOST_PARTS).max(LEAST_BYTES);
    let mut starts = vec![first];
    let mut from = first + step;
    while let Some(start) = guessed_start(bytes, from) {
        starts.push(start);
        from = start + step;
    }
    starts
}

/// The first place from which on a feature seems to begin.
fn guessed_start(bytes: &[u8], from: usize) -> Option<usize> {
    let braces = memchr::memchr_iter(b'{', bytes.get(from..)?).map(|i| from + i);
    { braces }.find(|at| {
        let mut before = bytes[..*at].iter().rev().filter(|byte| !byte.is_ascii_whitespace());
        before.next() == Some(&b',') && is_feature(Cursor::at(bytes, at + 1))
    })
}

/// Whether the first member of an object is the type of features: nearly all programs
/// write it first.
fn is_feature(mut cursor: Cursor) -> bool {
    let mut word = |word: &[u8]| {
        cursor.peek();
        let is_next = cursor.bytes()[cursor.at..].starts_with(word);
        cursor.at += word.len();
        is_next
    };
    word(b"\"type\"") && word(b":") && word(b"\"Feature\"")
}
