//! What a piece of work costs the thread that does it: processor time, and how often
//! it asks for memory.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::fmt;

use cpu_time::ThreadTime;

/// The medians of some runs, and the fastest of them.
#[derive(Clone, Copy)]
pub struct Cost {
    pub median_ms: f64,
    pub fastest_ms: f64,
    /// How often memory was asked for.
    pub requests: u64,
}

impl fmt::Display for Cost {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:.2} ({:.2})", self.median_ms, self.fastest_ms)
    }
}

/// Measures parts of one work that is done again and again.
#[derive(Default)]
pub struct Parts(Vec<(f64, u64)>);

impl Parts {
    pub fn measure<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let (start, before) = (ThreadTime::now(), REQUESTS.get());
        let made = work();
        self.0.push((start.elapsed().as_secs_f64() * 1e3, REQUESTS.get() - before));
        made
    }

    pub fn cost(mut self) -> Cost {
        let middle = self.0.len() / 2;
        self.0.sort_by_key(|(_, requests)| *requests);
        let requests = self.0[middle].1;
        self.0.sort_by(|a, b| a.0.total_cmp(&b.0));
        Cost { median_ms: self.0[middle].0, fastest_ms: self.0[0].0, requests }
    }

    /// Each of some parts with the same one of others.
    pub fn with(&self, others: &Parts) -> Parts {
        let both = self.0.iter().zip(&others.0);
        Parts(both.map(|((ms, n), (other_ms, other_n))| (ms + other_ms, n + other_n)).collect())
    }
}

/// The cost of a work that is told how often it was done before.
pub fn cost(runs: usize, mut work: impl FnMut(usize)) -> Cost {
    let mut parts = Parts::default();
    (0..runs).for_each(|run| parts.measure(|| work(run)));
    parts.cost()
}

thread_local! {
    static REQUESTS: Cell<u64> = const { Cell::new(0) };
}

/// The allocator of the system, which counts what this thread asks of it.
struct Counting;

#[global_allocator]
static COUNTING: Counting = Counting;

// SAFETY: all is done by the allocator of the system; a number is all that is added.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        REQUESTS.set(REQUESTS.get() + 1);
        // SAFETY: what is asked is handed on as it is.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        // SAFETY: what is asked is handed on as it is.
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        REQUESTS.set(REQUESTS.get() + 1);
        // SAFETY: what is asked is handed on as it is.
        unsafe { System.realloc(place, layout, size) }
    }
}
