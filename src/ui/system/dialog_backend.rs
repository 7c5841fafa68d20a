//! Whether this system can show a file dialog at all. On Linux and the BSDs rfd asks a desktop
//! portal, then zenity; with neither, it answers as if the dialog had been cancelled. So look first.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// What shows file dialogs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Backend {
    /// Windows or macOS itself, or a desktop portal.
    Native,
    /// The program zenity, which takes a whole path as the suggested name, and no folder beside it.
    Zenity,
}

/// What shows file dialogs on this system; `None` where nothing does.
pub(super) fn find() -> Option<Backend> {
    if cfg!(any(windows, target_os = "macos")) {
        return Some(Backend::Native);
    }
    let variable = |name: &str| std::env::var_os(name);
    if bus_is_there(&variable) && portal_is_installed(&data_folders(&variable)) {
        return Some(Backend::Native);
    }
    has_program(variable("PATH").as_deref(), "zenity").then_some(Backend::Zenity)
}

type Variable<'a> = &'a dyn Fn(&str) -> Option<std::ffi::OsString>;

/// Whether there is a session bus to ask a portal over.
fn bus_is_there(variable: Variable<'_>) -> bool {
    if let Some(address) = variable("DBUS_SESSION_BUS_ADDRESS") {
        let address = address.to_string_lossy();
        return match address.strip_prefix("unix:path=") {
            Some(rest) => Path::new(rest.split([',', ';']).next().unwrap_or(rest)).exists(),
            // Abstract sockets and other transports can't be checked from here.
            None => !address.is_empty(),
        };
    }
    variable("XDG_RUNTIME_DIR").is_some_and(|folder| Path::new(&folder).join("bus").exists())
}

/// The folders in which installed programs register their services.
fn data_folders(variable: Variable<'_>) -> Vec<PathBuf> {
    let home = variable("XDG_DATA_HOME")
        .map(PathBuf::from)
        .or_else(|| variable("HOME").map(|home| Path::new(&home).join(".local/share")));
    let shared = variable("XDG_DATA_DIRS").filter(|folders| !folders.is_empty());
    let shared = shared.unwrap_or_else(|| "/usr/local/share:/usr/share".into());
    home.into_iter().chain(std::env::split_paths(&shared)).collect()
}

fn portal_is_installed(folders: &[PathBuf]) -> bool {
    let service = "dbus-1/services/org.freedesktop.portal.Desktop.service";
    folders.iter().any(|folder| folder.join(service).is_file())
}

fn has_program(path: Option<&OsStr>, name: &str) -> bool {
    path.is_some_and(|path| std::env::split_paths(path).any(|folder| folder.join(name).is_file()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsString;

    #[test]
    fn a_bus_is_a_socket_that_exists() {
        let folder = tempfile::tempdir().expect("a folder");
        let socket = folder.path().join("bus");
        let address = format!("unix:path={},guid=1", socket.display());
        let by_address =
            |name: &str| (name == "DBUS_SESSION_BUS_ADDRESS").then(|| OsString::from(&address));
        let by_folder =
            |name: &str| (name == "XDG_RUNTIME_DIR").then(|| folder.path().as_os_str().to_owned());
        assert!(!bus_is_there(&by_address) && !bus_is_there(&by_folder));
        std::fs::write(&socket, "").expect("a file");
        assert!(bus_is_there(&by_address) && bus_is_there(&by_folder));
        assert!(!bus_is_there(&|_| None));
    }

    #[test]
    fn a_portal_is_a_service_in_one_of_the_data_folders() {
        let folder = tempfile::tempdir().expect("a folder");
        let dirs =
            |name: &str| (name == "XDG_DATA_DIRS").then(|| folder.path().as_os_str().to_owned());
        assert!(!portal_is_installed(&data_folders(&dirs)));
        let services = folder.path().join("dbus-1/services");
        std::fs::create_dir_all(&services).expect("a folder");
        let service = services.join("org.freedesktop.portal.Desktop.service");
        std::fs::write(service, "").expect("a file");
        assert!(portal_is_installed(&data_folders(&dirs)));
    }

    #[test]
    fn a_program_is_looked_for_in_the_path() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = Some(folder.path().as_os_str());
        assert!(!has_program(path, "zenity") && !has_program(None, "zenity"));
        std::fs::write(folder.path().join("zenity"), "").expect("a file");
        assert!(has_program(path, "zenity"));
    }
}
