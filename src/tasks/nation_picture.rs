//! The picture of a nation, from the file that a person has chosen.

use std::path::Path;

use crate::export::chosen_picture;
use crate::formats::load;
use crate::model::Picture;

/// Reads a PNG, JPEG or SVG file and makes it fit for a map.
///
/// # Errors
/// A message for a person.
pub fn read_picture(path: &Path) -> Result<Picture, String> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let bytes = load(path).map_err(|error| error.in_file(&*name).to_string())?;
    chosen_picture(&bytes).map_err(|why| format!("Can't use “{name}” as a picture: {why}."))
}
