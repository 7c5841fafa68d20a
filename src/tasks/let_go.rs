//! Letting go of what is large.

use std::thread;

/// Frees the memory of something on a thread of its own: for a large network that takes longer than a frame.
pub fn let_go(what: impl Send + 'static) {
    // Where the system gives no thread, it is freed at once.
    let _ = thread::Builder::new().name("entente-free".to_owned()).spawn(move || drop(what));
}
