//! How large a PNG or JPEG is, read from its first bytes before anything is decoded.

use imagesize::{ImageType, blob_size, image_type};

use super::ChosenPictureError;

/// The most pixels of a side.
pub const MAX_SIDE: usize = 6_000;

/// A PNG or JPEG of an allowed size.
#[derive(Debug, PartialEq, Eq)]
pub struct Raster {
    /// Its media type.
    pub mime: &'static str,
    /// The width in pixels.
    pub width: usize,
    /// The height in pixels.
    pub height: usize,
}

/// The size of a PNG or JPEG; `None` for anything else.
///
/// # Errors
/// When it has too many pixels, or doesn't say how many.
pub fn of(bytes: &[u8]) -> Result<Option<Raster>, ChosenPictureError> {
    let mime = match image_type(bytes) {
        Ok(ImageType::Png) => "image/png",
        Ok(ImageType::Jpeg) => "image/jpeg",
        _ => return Ok(None),
    };
    let size = blob_size(bytes).map_err(|why| ChosenPictureError::Broken(why.to_string()))?;
    let (width, height) = (size.width, size.height);
    match width.max(height) {
        0 => Err(ChosenPictureError::Broken("it has no pixels".to_owned())),
        1..=MAX_SIDE => Ok(Some(Raster { mime, width, height })),
        _ => Err(ChosenPictureError::TooManyPixels(width, height)),
    }
}
