//! Long work on the command line: a bar on a terminal, none in a pipe, and Ctrl+C
//! stops it in good order.

use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::job::{Job, Outcome};

/// How often the bar is drawn anew.
const PERIOD: Duration = Duration::from_millis(100);
/// Work that ends sooner shows no bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// Waits for the end of some work and shows on standard error how far it is.
pub fn follow<T: Send + 'static>(job: Job<T>) -> Outcome<T> {
    let interrupted = Arc::new(AtomicBool::new(false));
    // Where that is not possible Ctrl+C ends the program, as it does by itself.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGINT, interrupted.clone());
    let bar = bar();
    while !job.is_finished() {
        // Short work must not wait for a bar that it does not show.
        let is_short = job.progress().elapsed < PATIENCE;
        std::thread::park_timeout(if is_short { PERIOD / 20 } else { PERIOD });
        if interrupted.load(Ordering::Relaxed) {
            job.control().cancel();
        }
        let progress = job.progress();
        if progress.elapsed > PATIENCE && progress.total > 0 {
            bar.set_length(progress.total);
            bar.set_position(progress.done);
        }
    }
    bar.finish_and_clear();
    job.wait()
}

fn bar() -> ProgressBar {
    let target = match std::io::stderr().is_terminal() {
        true => ProgressDrawTarget::stderr(),
        false => ProgressDrawTarget::hidden(),
    };
    let style = ProgressStyle::with_template("{bar:40} {percent:>3} %  {pos}/{len}  {eta}")
        .expect("the template is well-formed");
    ProgressBar::with_draw_target(None, target).with_style(style)
}
