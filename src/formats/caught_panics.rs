//! Panics of libraries that are caught where they happen, and are no faults of the program.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::sync::Once;

thread_local! {
    static IS_CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// Runs what may panic, whatever it is given; `None` where it does. Nothing that it changes may be used then.
pub fn unless_it_panics<T>(run: impl FnOnce() -> T) -> Option<T> {
    let before = IS_CAUGHT.replace(true);
    let outcome = catch_unwind(AssertUnwindSafe(run)).ok();
    IS_CAUGHT.set(before);
    outcome
}

/// Whether a panic of this thread is caught, so that nothing is to be said of it.
pub fn is_caught() -> bool {
    IS_CAUGHT.get()
}

/// From now on nothing is written to standard error about panics that are caught here.
pub fn be_silent_on_caught_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !is_caught() {
                before(info);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_caught_and_known_to_be() {
        assert_eq!(unless_it_panics(is_caught), Some(true));
        let none: Option<()> = unless_it_panics(|| panic!("a number leads nowhere"));
        assert_eq!(none, None);
        assert!(!is_caught());
    }
}
