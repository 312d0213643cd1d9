//! Drawing on threads of their own, a few pictures ahead of whoever takes them.

use std::panic::resume_unwind;
use std::sync::mpsc::sync_channel;
use std::thread::{self, ScopedJoinHandle};

use super::error::Broken;

/// How many things may be made before the first of them is taken: memory does not
/// grow with their number.
const AHEAD: usize = 3;

/// Each maker makes `count` things on its thread; they are taken by number, and those
/// of the same number in the order of the makers: `take(maker, number, thing)`. A
/// fault of `take` ends all of it, and so does a panic of a maker, which goes on here.
pub fn ahead<T: Send, const MAKERS: usize>(
    makers: [impl FnMut(u64) -> T + Send; MAKERS],
    count: u64,
    mut take: impl FnMut(usize, u64, T) -> Result<(), Broken>,
) -> Result<(), Broken> {
    thread::scope(|scope| {
        let mut lines = makers.map(|mut make| {
            let (made, ready) = sync_channel(AHEAD);
            let work = move || {
                // Whoever takes may have ended.
                let _ = (0..count).try_for_each(|number| made.send(make(number)));
            };
            (Some(scope.spawn(work)), ready)
        });
        for number in 0..count {
            for (maker, (thread, ready)) in lines.iter_mut().enumerate() {
                let Ok(thing) = ready.recv() else {
                    let ended = thread.take().map(ScopedJoinHandle::join);
                    let panic =
                        ended.and_then(Result::err).expect("it ends early by a panic alone");
                    resume_unwind(panic);
                };
                take(maker, number, thing)?;
            }
        }
        // Leaving drops `lines`, which ends threads that still make something.
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::*;
    use crate::export::ExportFault;

    #[test]
    fn things_come_in_order() {
        let mut taken = Vec::new();
        let makers = [10, 20].map(|tens| move |number| tens + number);
        ahead(makers, 3, |maker, number, thing| {
            taken.push((maker, number, thing));
            Ok(())
        })
        .unwrap();
        assert_eq!(taken, [(0, 0, 10), (1, 0, 20), (0, 1, 11), (1, 1, 21), (0, 2, 12), (1, 2, 22)]);
    }

    #[test]
    fn a_fault_ends_the_threads() {
        let ended = ahead([|number| number], u64::MAX, |_, number, _| match number {
            5 => Err(ExportFault::Cancelled.into()),
            _ => Ok(()),
        });
        assert!(matches!(ended, Err(Broken::Making(ExportFault::Cancelled))));
    }

    #[test]
    fn a_panic_keeps_its_words() {
        let make = |number: u64| if number == 2 { panic!("picture {number}") } else { number };
        let caught = catch_unwind(AssertUnwindSafe(|| ahead([make], 9, |_, _, _| Ok(()))));
        assert_eq!(*caught.unwrap_err().downcast::<String>().unwrap(), "picture 2");
    }
}
