//! How long the processor has worked for this process.

/// Seconds on all of its cores together; `None` where the system doesn't say.
#[cfg(unix)]
pub(super) fn seconds() -> Option<f64> {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Some(time.tv_sec as f64 + time.tv_nsec as f64 * 1e-9)
}

/// Seconds on all of its cores together; `None` where the system doesn't say.
#[cfg(not(unix))]
pub(super) fn seconds() -> Option<f64> {
    None
}
