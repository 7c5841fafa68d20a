//! The system's wish that the program end: at sign-out, at shutdown, or by `kill`.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use egui::Context;

/// Whether the system has asked the program to end.
#[derive(Clone, Debug, Default)]
pub struct EndSignal(Arc<AtomicBool>);

impl EndSignal {
    /// Listens for the signals; each wakes the window, which has a few seconds to keep what is to be kept.
    ///
    /// # Errors
    /// When the system gives no thread or refuses to tell of signals; it then ends the program at once, as usual.
    #[cfg(unix)]
    pub fn listen(ctx: &Context) -> std::io::Result<Self> {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
        use signal_hook::iterator::Signals;

        /// How long the window has.
        const PATIENCE: std::time::Duration = std::time::Duration::from_secs(5);

        let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP])?;
        let signal = Self::default();
        let (is_set, ctx) = (Arc::clone(&signal.0), ctx.clone());
        std::thread::Builder::new().name("entente-signals".to_owned()).spawn(move || {
            if let Some(number) = signals.forever().next() {
                is_set.store(true, Ordering::Relaxed);
                ctx.request_repaint();
                std::thread::sleep(PATIENCE);
                // The window doesn't answer. What was done until a moment ago is in the journal.
                std::process::exit(128 + number);
            }
        })?;
        Ok(signal)
    }

    /// Elsewhere windows are asked to close by the system itself.
    ///
    /// # Errors
    /// None.
    #[cfg(not(unix))]
    pub fn listen(_ctx: &Context) -> std::io::Result<Self> {
        Ok(Self::default())
    }

    /// Whether the system has asked.
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
