//! File names: which to suggest, which extension to add, and what a chosen file is used for.

use std::path::{Path, PathBuf};

use crate::formats::{EXTENSION, FORMATS};
use crate::tasks::FigureFormat;
use crate::ui::intent::{Exchange, Intent};
use crate::ui::state::PathPurpose;

/// How the names of pictures end.
pub(in crate::ui) const PICTURE_EXTENSIONS: [&str; 4] = ["png", "svg", "jpg", "jpeg"];

/// The longest name suggested, in characters, without its extension.
const MOST_CHARACTERS: usize = 80;

/// The name suggested for a file: the document's name without what file systems refuse, and the
/// extension that goes with the purpose.
pub fn suggested_name(document: &str, purpose: &PathPurpose) -> String {
    let refused = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
    let name: String =
        document.chars().map(|c| if refused(c) { '-' } else { c }).take(MOST_CHARACTERS).collect();
    let name = name.trim_matches(|c: char| c.is_whitespace() || c == '.');
    let name = name.strip_suffix(&format!(".{EXTENSION}")).unwrap_or(name);
    let name = if name.is_empty() { "Untitled map" } else { name };
    format!("{name}.{}", extension(purpose))
}

/// What to do with the file that was chosen for a purpose. The extension of a figure's file decides
/// its format.
pub fn intent_for(purpose: &PathPurpose, path: PathBuf) -> Intent {
    match purpose {
        PathPurpose::Open => Intent::OpenPaths(vec![path]),
        PathPurpose::Picture(nation) => Intent::SetPicture(*nation, path),
        PathPurpose::Add => Intent::Exchange(Exchange::AddFromPath(path)),
        PathPurpose::Join => Intent::Exchange(Exchange::JoinTables(vec![path])),
        PathPurpose::Save => Intent::SaveTo(path),
        PathPurpose::Report => Intent::Exchange(Exchange::SaveReportTo(path)),
        PathPurpose::ExportData(format) => Intent::Exchange(Exchange::ExportDataTo(path, format)),
        PathPurpose::Export(request) => {
            let format = FigureFormat::of_path(&path).unwrap_or(request.format);
            Intent::ExportTo(path, crate::tasks::FigureRequest { format, ..*request })
        }
    }
}

/// The path with the extension that goes with its purpose, where it has none that fits.
pub(in crate::ui) fn with_extension(path: &Path, purpose: &PathPurpose) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let fits = match purpose {
        PathPurpose::Open | PathPurpose::Add | PathPurpose::Join | PathPurpose::Picture(_) => true,
        PathPurpose::Report => name.ends_with(".txt"),
        PathPurpose::ExportData(format) => {
            format.written_extensions().any(|ending| has_ending(&name, ending))
        }
        PathPurpose::Save => name.ends_with(".json"),
        PathPurpose::Export(_) => FigureFormat::of_path(path).is_some(),
    };
    if fits || name.is_empty() {
        return path.to_owned();
    }
    let mut whole = path.as_os_str().to_owned();
    if matches!(purpose, PathPurpose::Save) && name.ends_with(".entente") {
        whole.push(".json");
    } else {
        whole.push(format!(".{}", extension(purpose)));
    }
    whole.into()
}

/// Whether a file may be opened, by its name.
pub(in crate::ui) fn can_be_opened(name: &str) -> bool {
    let name = name.to_lowercase();
    let mut endings = FORMATS.iter().flat_map(|format| format.extensions);
    name.ends_with(".json") || endings.any(|ending| has_ending(&name, ending))
}

fn has_ending(name: &str, ending: &str) -> bool {
    name.strip_suffix(ending).is_some_and(|stem| stem.ends_with('.'))
}

fn extension(purpose: &PathPurpose) -> &'static str {
    match purpose {
        PathPurpose::Report => "txt",
        PathPurpose::ExportData(format) => format.extensions.first().copied().unwrap_or("txt"),
        PathPurpose::Open | PathPurpose::Add | PathPurpose::Join | PathPurpose::Save => EXTENSION,
        PathPurpose::Picture(_) => PICTURE_EXTENSIONS[0],
        PathPurpose::Export(request) => request.format.extension(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tasks::FigureRequest;

    #[test]
    fn suggested_names_are_ones_that_file_systems_take() {
        let suggest = |name| suggested_name(name, &PathPurpose::Save);
        assert_eq!(suggest("Pacts: who/whom?"), "Pacts- who-whom-.entente.json");
        assert_eq!(suggest(" .. "), "Untitled map.entente.json");
        assert_eq!(suggest("old.entente.json"), "old.entente.json");
        assert_eq!(suggest(&"é".repeat(300)).chars().count(), 80 + ".entente.json".len());
        let export = PathPurpose::Export(FigureRequest::default());
        assert_eq!(suggested_name("Pacts", &export), "Pacts.svg");
    }

    #[test]
    fn an_ending_is_added_where_none_fits() {
        let cases = [
            ("/a/map", "/a/map.entente.json"),
            ("/a/map.v2", "/a/map.v2.entente.json"),
            ("/a/map.entente", "/a/map.entente.json"),
            ("/a/map.JSON", "/a/map.JSON"),
        ];
        for (typed, whole) in cases {
            assert_eq!(with_extension(Path::new(typed), &PathPurpose::Save), Path::new(whole));
        }
        let export = PathPurpose::Export(FigureRequest::default());
        assert_eq!(with_extension(Path::new("/a/b"), &export), Path::new("/a/b.svg"));
        assert_eq!(with_extension(Path::new("/a/b.PNG"), &export), Path::new("/a/b.PNG"));
        assert_eq!(with_extension(Path::new("/a/b"), &PathPurpose::Open), Path::new("/a/b"));
    }

    #[test]
    fn the_ending_of_a_figure_decides_on_its_format() {
        let export = PathPurpose::Export(FigureRequest::default());
        let Intent::ExportTo(_, request) = intent_for(&export, "/a/b.pdf".into()) else {
            panic!("an export is asked for");
        };
        assert_eq!(request.format, FigureFormat::Pdf);
    }
}
