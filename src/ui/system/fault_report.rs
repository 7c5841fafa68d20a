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

use crate::formats::{Previous, is_caught, write_atomically};

/// From now on a fault is reported in a file of this folder and told to the person: one of the window's own thread on
/// standard error, for the window goes; one of another thread by the window.
pub fn install(folder: Option<PathBuf>, ctx: &Context, warnings: Sender<String>) {
    let (window, ctx) = (thread::current().id(), ctx.clone());
    panic::set_hook(Box::new(move |fault| {
        // A damaged workbook is no fault of the program.
        if is_caught() {
            return;
        }
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
    // Two faults in one second are two reports.
    let time = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_nanos());
    let mut text = format!("Entente {}\n", env!("CARGO_PKG_VERSION"));
    let thread = thread::current();
    let _ = writeln!(text, "thread {}", thread.name().unwrap_or("without a name"));
    let _ = writeln!(text, "{fault}\n\n{}", Backtrace::force_capture());
    std::fs::create_dir_all(folder).ok()?;
    let path = folder.join(format!("fault-{time}.txt"));
    write_atomically(&path, text.as_bytes(), Previous::Discard).ok()?;
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;
    use std::sync::mpsc::channel;

    /// Tells the test that it is the child, and where its reports go: what a process does at a fault is set once.
    const CHILD: &str = "ENTENTE_FAULT_CHILD";

    #[test]
    #[allow(clippy::print_stdout, reason = "the child tells its parent")]
    fn a_fault_behind_is_told_and_one_of_the_window_said_and_both_are_reported() {
        if let Some(folder) = std::env::var_os(CHILD) {
            let (warnings, told) = channel();
            install(Some(folder.into()), &Context::default(), warnings);
            let fault = thread::spawn(|| panic!("behind the window"));
            assert!(fault.join().is_err());
            println!("{}", told.recv().expect("a warning"));
            panic!("of the window");
        }
        let folder = tempfile::tempdir().expect("a folder");
        let name = "ui::system::fault_report::tests::\
                    a_fault_behind_is_told_and_one_of_the_window_said_and_both_are_reported";
        let mut child = Command::new(std::env::current_exe().expect("this test"));
        child.args(["--exact", name, "--nocapture"]).env(CHILD, folder.path());
        let ended = child.output().expect("a child");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (told, said) = (text(&ended.stdout), text(&ended.stderr));
        assert!(told.contains("Entente has a fault: “behind the window”. Your map is"), "{told}");
        let kept = "must close: “of the window”. What you did is kept";
        assert!(said.contains(kept) && !said.contains("panicked"), "{said}");
        let reports = std::fs::read_dir(folder.path()).expect("a folder");
        let reports: Vec<_> = reports.map(|entry| entry.expect("a report").path()).collect();
        assert_eq!(reports.len(), 2);
        for path in reports {
            let report = std::fs::read_to_string(&path).expect("a text");
            assert!(report.starts_with("Entente ") && report.contains("fault_report"), "{report}");
            assert!([&told, &said].iter().any(|text| text.contains(&path.display().to_string())));
        }
    }
}
