//! What is said and kept of a fault in the program itself.

use std::backtrace::Backtrace;
use std::fmt::Write as _;
use std::io::Write as _;
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use egui::Context;

use crate::formats::{Previous, write_atomically};

/// From now on a fault is reported in a file of this folder and told to the person: one of the window's own thread on
/// standard error, for the window goes; one of another thread by the window.
pub fn install(folder: Option<PathBuf>, ctx: &Context, warnings: Sender<String>) {
    let (window, ctx) = (thread::current().id(), ctx.clone());
    panic::set_hook(Box::new(move |fault| {
        let report = folder.as_deref().and_then(|folder| write_report(folder, fault));
        let place = report.map_or_else(String::new, |path| {
            format!(" A report for its developers lies at {}.", path.display())
        });
        if thread::current().id() == window {
            let text = format!(
                "Entente has a fault and must close: {}. What you did is kept: start it again to go on.{place}",
                in_short(fault)
            );
            // Standard error may be closed; there is no other way out.
            let _ = writeln!(std::io::stderr(), "{text}");
        } else {
            let text = format!(
                "Entente has a fault: {}. Your map is as it was; what was asked for isn't done.{place}",
                in_short(fault)
            );
            let _ = warnings.send(text);
            ctx.request_repaint();
        }
    }));
}

fn in_short(fault: &PanicHookInfo<'_>) -> String {
    let message = fault.payload_as_str().unwrap_or("it says nothing about it");
    format!("“{message}”")
}

/// Writes a report and returns its path.
fn write_report(folder: &Path, fault: &PanicHookInfo<'_>) -> Option<PathBuf> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    let mut text = format!("Entente {}\n", env!("CARGO_PKG_VERSION"));
    let thread = thread::current();
    let _ = writeln!(text, "thread {}", thread.name().unwrap_or("without a name"));
    let _ = writeln!(text, "{fault}\n\n{}", Backtrace::force_capture());
    std::fs::create_dir_all(folder).ok()?;
    let path = folder.join(format!("fault-{seconds}.txt"));
    write_atomically(&path, text.as_bytes(), Previous::Discard).ok()?;
    Some(path)
}
