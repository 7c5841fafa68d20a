//! The lines of such lists, without their comments.

use super::names::Between;
use crate::formats::format::InputFile;
use crate::formats::limits::check_size;
use crate::formats::lines::Lines;
use crate::formats::network::{Network, NetworkBuilder};
use crate::formats::problems::{OpenError, Spot};
use crate::formats::progress::Progress;
use crate::formats::text_encoding::decode_text;
use crate::model::Attribute;

/// So many lines are read before the progress is told.
const LINES_BETWEEN: u32 = 4096;
/// What networkx writes in the second line of a list, before the time.
const TIME: &str = "# GMT ";

/// Reads a list: `take` is given each line that says something, with its number.
///
/// # Errors
/// When the file is too large or isn't text, or `take` fails.
pub fn read(
    file: &InputFile<'_>,
    progress: Progress<'_>,
    mut take: impl FnMut(&mut NetworkBuilder, &str, (u32, Between)) -> Result<(), OpenError>,
) -> Result<Network, OpenError> {
    check_size(file.bytes.len() as u64)?;
    let decoded = decode_text(file.bytes, None)?;
    let mut builder = NetworkBuilder::inferring();
    decoded.report(&mut builder.network().remarks);
    let between = Between::names_in(&decoded.text);
    let mut lines = Lines::of(&decoded.text);
    let mut is_below_time = false;
    while let Some((number, line)) = lines.next() {
        if number.is_multiple_of(LINES_BETWEEN) {
            progress.at(decoded.text.len() - lines.left(), decoded.text.len())?;
        }
        let line = line.trim();
        if let Some(comment) = line.strip_prefix('#') {
            let is_of_networkx = number == 1 || line.starts_with(TIME);
            match () {
                () if is_of_networkx || comment.trim().is_empty() => {}
                () if is_below_time => keep_title(&mut builder, comment.trim()),
                () => remark_on_comment(&mut builder, comment.trim(), number),
            }
            is_below_time = line.starts_with(TIME);
        } else if !line.is_empty() {
            take(&mut builder, line, (number, between))?;
        }
    }
    Ok(builder.finish())
}

/// The name of the graph stands below the time at which it was written.
fn keep_title(builder: &mut NetworkBuilder, title: &str) {
    let title = ("title".to_owned(), Attribute::Text(title.into()));
    builder.network().attributes.push(title);
}

fn remark_on_comment(builder: &mut NetworkBuilder, comment: &str, line: u32) {
    let spot = Spot::at(line, 1);
    builder.network().remarks.warn(spot, comment, "is a comment", "It was left out.", "");
}
