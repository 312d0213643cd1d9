//! Work that is shared out to all cores, without any change to its result.

use std::sync::Mutex;
use std::thread;

/// Does something to every item. Items are handed out in runs of some `per_turn`.
pub(super) fn each<T: Send>(items: &mut [T], per_turn: usize, work: impl Fn(&mut T) + Sync) {
    let turns = Mutex::new(items.chunks_mut(per_turn.max(1)));
    on_all_cores(|| {
        while let Some(turn) = next(&turns) {
            turn.iter_mut().for_each(&work);
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
