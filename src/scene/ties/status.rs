//! How the status of a tie shows in its line.

use crate::model::Status;

/// The status by which a tie is drawn: signed or in force is drawn like no status at all.
pub(in crate::scene) fn drawn_status(status: Option<Status>) -> Option<Status> {
    status.filter(|status| !matches!(status, Status::Signed | Status::InForce))
}

/// How strongly a tie of that status is drawn, 0 to 1.
pub(in crate::scene) fn line_strength(status: Option<Status>) -> f32 {
    match status {
        None | Some(Status::Signed | Status::InForce) => 1.0,
        Some(Status::Ended) => 0.35,
        Some(_) => 0.6,
    }
}
