//! Reads the pictures of nations.

use super::record::{LEFT_OUT, RecordReader, describe};
use crate::formats::json::Value;
use crate::formats::limits::MAX_PICTURES;
use crate::formats::problems::Problems;
use crate::model::Picture;

/// Reads pictures, as many as a map may have.
#[derive(Default)]
pub struct PictureReader {
    read: usize,
}

impl PictureReader {
    /// Takes the picture of a nation; one that can't be shown is reported.
    pub fn take(
        &mut self,
        record: &mut RecordReader<'_>,
        problems: &mut Problems,
    ) -> Option<Picture> {
        let node = record.take_field("picture")?;
        let why = match &node.value {
            Value::Text(_) if self.read == MAX_PICTURES => {
                format!("is one picture more than the {MAX_PICTURES} that a map may have")
            }
            Value::Text(text) => match Picture::from_data_uri(text) {
                Ok(picture) => {
                    self.read += 1;
                    return Some(picture);
                }
                Err(why) => format!("has a picture that can't be shown: {why}"),
            },
            other => format!("has {} where a picture is expected", describe(other)),
        };
        let remedy = "Choose the picture again in the panel of the nation.";
        problems.lose(node.at, record.path.field("picture"), why, LEFT_OUT, remedy);
        None
    }
}
