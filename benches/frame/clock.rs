//! The time that the processor has spent on this thread, and the median of what took some.

use rustix::time::{ClockId, clock_gettime};

/// The time spent on this thread so far, in milliseconds.
fn thread_ms() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 / 1e6
}

/// The median of the times that something takes, in milliseconds. `first` times aren't counted.
pub fn median_ms(first: usize, counted: usize, mut run: impl FnMut(usize)) -> f64 {
    let mut times: Vec<f64> = (0..first + counted)
        .map(|index| {
            let before = thread_ms();
            run(index);
            thread_ms() - before
        })
        .skip(first)
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
