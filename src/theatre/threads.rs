//! Work that is shared out to all cores, without any change to its result.

use std::sync::Mutex;
use std::thread;

/// Does something to every item, with something that each thread makes for itself.
/// Items are handed out in runs of some `per_turn`.
pub(super) fn each_with<T: Send, W>(
    items: &mut [T],
    per_turn: usize,
    with: impl Fn() -> W + Sync,
    work: impl Fn(&mut T, &mut W) + Sync,
) {
    let turns = Mutex::new(items.chunks_mut(per_turn.max(1)));
    on_all_cores(|| {
        let mut own = with();
        while let Some(turn) = next(&turns) {
            turn.iter_mut().for_each(|item| work(item, &mut own));
        }
    });
}

/// What becomes of every item, in their order.
pub(super) fn all<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let mut results: Vec<Option<R>> = items.iter().map(|_| None).collect();
    let turns = Mutex::new(items.iter().zip(&mut results));
    on_all_cores(|| {
        while let Some((item, result)) = next(&turns) {
            *result = Some(work(item));
        }
    });
    results.into_iter().map(|result| result.expect("each had its turn")).collect()
}

/// From this size on, in bytes, a thread of its own is worth its while.
const LARGE: usize = 1 << 20;

/// Lets go of the bytes of a file while the caller goes on: to give the memory of a large
/// one back takes a while.
pub(super) fn release(bytes: Vec<u8>) {
    if bytes.len() >= LARGE {
        // Where there is no thread to be had, they go here.
        let _ = thread::Builder::new().spawn(move || drop(bytes));
    }
}

fn next<I: Iterator>(turns: &Mutex<I>) -> Option<I::Item> {
    // Nothing panics while it holds the lock.
    turns.lock().ok()?.next()
}

/// Runs the same on a thread for each core, this one among them; a thread that cannot
/// be had is done without.
fn on_all_cores(work: impl Fn() + Sync) {
    let cores = thread::available_parallelism().map_or(1, |count| count.get());
    thread::scope(|scope| {
        for _ in 1..cores {
            let _ = thread::Builder::new().spawn_scoped(scope, &work);
        }
        work();
    });
}
