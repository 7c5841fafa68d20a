//! A picture of a person's own choice, shown in the mark of a nation.

use std::fmt;
use std::io::Cursor;
use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A small PNG that can be drawn. A copy of it shares its bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    png: Arc<[u8]>,
    fingerprint: u64,
}

/// How the text of a picture begins.
const DATA_URI_START: &str = "data:image/png;base64,";

/// Why bytes are no picture for a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureError {
    /// They are more than [`Picture::MAX_BYTES`].
    Bytes,
    /// They aren't a PNG, or one that is broken.
    NoPng,
    /// A side is longer than [`Picture::MAX_SIDE`].
    Side,
}

impl fmt::Display for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes => write!(f, "it is larger than {} KiB", Picture::MAX_BYTES / 1024),
            Self::NoPng => f.write_str("it isn't a PNG, or a broken one"),
            Self::Side => {
                let side = Picture::MAX_SIDE;
                write!(f, "it is larger than {side} × {side} pixels")
            }
        }
    }
}

impl std::error::Error for PictureError {}

impl Picture {
    /// How many bytes a picture may have: 512 KiB.
    pub const MAX_BYTES: usize = 512 * 1024;
    /// How many pixels a side may have.
    pub const MAX_SIDE: u32 = 512;

    /// Takes the bytes of a PNG, which are decoded once to see that they can be.
    ///
    /// # Errors
    /// [`PictureError`]; sizes are checked before memory is taken.
    pub fn from_png(bytes: &[u8]) -> Result<Self, PictureError> {
        if bytes.len() > Self::MAX_BYTES {
            return Err(PictureError::Bytes);
        }
        // Four channels of 16 bits, and as much again for the decoder's own work.
        let most = Self::MAX_SIDE as usize * Self::MAX_SIDE as usize * 8;
        let limits = png::Limits { bytes: 2 * most };
        let decoder = png::Decoder::new_with_limits(Cursor::new(bytes), limits);
        let mut reader = decoder.read_info().map_err(|_| PictureError::NoPng)?;
        let (width, height) = (reader.info().width, reader.info().height);
        if width.max(height) > Self::MAX_SIDE {
            return Err(PictureError::Side);
        }
        let size = reader.output_buffer_size().filter(|size| *size <= most);
        let mut pixels = vec![0; size.ok_or(PictureError::Side)?];
        reader.next_frame(&mut pixels).map_err(|_| PictureError::NoPng)?;
        Ok(Self { png: bytes.into(), fingerprint: fingerprint(bytes) })
    }

    /// Takes the text `data:image/png;base64,…` (RFC 2397). One that is too long isn't decoded.
    ///
    /// # Errors
    /// [`PictureError`].
    pub fn from_data_uri(text: &str) -> Result<Self, PictureError> {
        let data = text.strip_prefix(DATA_URI_START).ok_or(PictureError::NoPng)?;
        if data.len() > Self::MAX_BYTES.div_ceil(3) * 4 {
            return Err(PictureError::Bytes);
        }
        let bytes = BASE64_STANDARD.decode(data).map_err(|_| PictureError::NoPng)?;
        Self::from_png(&bytes)
    }

    /// The picture as the text that [`Picture::from_data_uri`] takes.
    pub fn to_data_uri(&self) -> String {
        format!("{DATA_URI_START}{}", BASE64_STANDARD.encode(&self.png))
    }

    /// The bytes of the PNG.
    pub fn png(&self) -> &[u8] {
        &self.png
    }

    /// A number that tells pictures apart.
    pub const fn fingerprint(&self) -> u64 {
        self.fingerprint
    }
}

impl Serialize for Picture {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_data_uri())
    }
}

impl<'de> Deserialize<'de> for Picture {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_data_uri(&text).map_err(de::Error::custom)
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({} bytes, {:016x})", self.png.len(), self.fingerprint)
    }
}

/// The hash FNV-1a of 64 bits (Fowler, Noll and Vo, 1991): the same on every machine.
fn fingerprint(bytes: &[u8]) -> u64 {
    const OFFSET: u64 = 0xCBF2_9CE4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01B3;
    bytes.iter().fold(OFFSET, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(side: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, side, side);
        encoder.set_color(png::ColorType::Grayscale);
        let rows = vec![200; (side * side) as usize];
        let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&rows));
        assert!(written.is_ok());
        bytes
    }

    #[test]
    fn a_png_is_taken_and_told_apart_from_another() {
        let (small, large) = (Picture::from_png(&png(8)), Picture::from_png(&png(512)));
        assert!(small.is_ok() && large.is_ok());
        assert_eq!(small.clone().and_then(|p| Picture::from_data_uri(&p.to_data_uri())), small);
        assert_ne!(small.map(|p| p.fingerprint()), large.map(|p| p.fingerprint()));
    }

    #[test]
    fn what_is_too_large_or_broken_is_refused() {
        assert_eq!(Picture::from_png(&png(513)), Err(PictureError::Side));
        assert_eq!(Picture::from_png(b"GIF89a"), Err(PictureError::NoPng));
        let whole = png(64);
        for length in [0, 8, 20, 33, whole.len() / 2] {
            assert_eq!(Picture::from_png(&whole[..length]), Err(PictureError::NoPng), "{length}");
        }
        assert_eq!(Picture::from_png(&vec![0; 600_000]), Err(PictureError::Bytes));
    }
}
