//! The processor time that this process has used.

/// Seconds on all cores together; `None` if the system doesn't say.
#[cfg(unix)]
pub(super) fn seconds() -> Option<f64> {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Some(time.tv_sec as f64 + time.tv_nsec as f64 * 1e-9)
}

/// Seconds on all cores together; `None` if the system doesn't say.
#[cfg(not(unix))]
pub(super) fn seconds() -> Option<f64> {
    None
}
