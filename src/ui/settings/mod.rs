//! What is kept from one start to the next: a small file in the system's folder for settings. A file
//! that can't be read counts as none. It holds nothing of a map.

pub mod figure;
pub mod imports;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::formats::{Previous, write_atomically};
use figure::FigureSettings;
use imports::RememberedImports;

/// How many files the menu *Open recent* lists.
const RECENT_FILES: usize = 10;

/// What is kept from one start to the next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The theme of the window.
    pub theme: ThemeChoice,
    /// Files opened or saved before, the latest first.
    pub recent: Vec<PathBuf>,
    /// The file of the map that is open, with which the next start goes on.
    pub open: Option<PathBuf>,
    /// The folder that a dialog shows first.
    pub folder: Option<PathBuf>,
    /// Whether the side panel is shown.
    pub panel_open: bool,
    /// Whether the list takes half the window.
    pub wide_list: bool,
    /// Whether the overview is shown where much of the map is out of view.
    pub overview: bool,
    /// Whether moves of the view and of nations are animated.
    pub motion: bool,
    /// Whether a nation that is dragged snaps to others.
    pub snap: bool,
    /// The choices of the last export.
    pub figure: FigureSettings,
    /// How tables were imported before.
    pub imports: RememberedImports,
    /// The file they are saved to; settings that weren't loaded aren't saved.
    #[serde(skip)]
    path: Option<PathBuf>,
}

/// Which theme the window uses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeChoice {
    /// The system's.
    #[default]
    System,
    /// Dark ink on a light ground.
    Light,
    /// Light ink on a dark ground.
    Dark,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            recent: Vec::new(),
            open: None,
            folder: None,
            panel_open: true,
            wide_list: false,
            overview: true,
            motion: true,
            snap: true,
            figure: FigureSettings::default(),
            imports: RememberedImports::default(),
            path: None,
        }
    }
}

impl Settings {
    /// Reads this person's settings; the defaults where there are none yet.
    pub fn load() -> Self {
        let path = settings_path();
        let text = path.as_ref().and_then(|path| std::fs::read_to_string(path).ok());
        let read: Self = text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        Self { path, ..read }
    }

    /// Saves the settings. A failure isn't reported: nothing is lost but a choice.
    pub fn save(&self) {
        let Some(path) = &self.path else { return };
        let Ok(text) = serde_json::to_string_pretty(self) else { return };
        if let Some(folder) = path.parent() {
            let _ = std::fs::create_dir_all(folder);
        }
        let _ = write_atomically(path, text.as_bytes(), Previous::Discard);
    }

    /// Puts a file that was opened or saved at the top of the recent ones.
    pub fn add_recent(&mut self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.folder = path.parent().map(Path::to_owned);
        self.recent.retain(|other| *other != path);
        self.recent.insert(0, path);
        self.recent.truncate(RECENT_FILES);
    }
}

fn settings_path() -> Option<PathBuf> {
    project_folders().map(|dirs| dirs.config_dir().join("settings.json"))
}

/// A folder of what the program keeps for a person without being asked.
pub fn state_folder(name: &str) -> Option<PathBuf> {
    let dirs = project_folders()?;
    Some(dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).join(name))
}

/// A folder of what a person has made.
pub fn data_folder(name: &str) -> Option<PathBuf> {
    project_folders().map(|dirs| dirs.data_local_dir().join(name))
}

fn project_folders() -> Option<directories::ProjectDirs> {
    directories::ProjectDirs::from("", "", "entente")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_file_comes_first_and_once() {
        let mut settings = Settings::default();
        for name in ["/a/1", "/a/2", "/b/1", "/a/1"] {
            settings.add_recent(Path::new(name));
        }
        assert_eq!(settings.recent, ["/a/1", "/b/1", "/a/2"].map(PathBuf::from));
        assert_eq!(settings.folder, Some(PathBuf::from("/a")));
        for n in 0..20 {
            settings.add_recent(Path::new(&format!("/c/{n}")));
        }
        assert_eq!(settings.recent.len(), RECENT_FILES);
    }
}
