//! How maps, commands and what is said about them become bytes, and the checksums by which damage is noticed.
//!
//! The encoding is MessagePack with the names of fields: numbers stay exact, a field that a later version adds is
//! missing rather than misread, and one that this version doesn't know is passed over.

use std::hash::Hasher as _;

use serde::Serialize;
use serde::de::DeserializeOwned;
use siphasher::sip::SipHasher13;

/// The bytes of a value. Those of this program can all be encoded: none has a key that isn't a text.
pub(super) fn encode(value: &impl Serialize) -> Vec<u8> {
    rmp_serde::to_vec_named(value).unwrap_or_default()
}

/// The value of bytes, or `None` where they hold none.
pub(super) fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    rmp_serde::from_slice(bytes).ok()
}

/// The checksum of bytes that belong at a place.
pub(super) fn checksum(place: i64, bytes: &[u8]) -> i64 {
    let mut hasher = SipHasher13::new();
    hasher.write_i64(place.to_le());
    hasher.write(bytes);
    hasher.finish().cast_signed()
}
