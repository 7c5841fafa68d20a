//! Bytes as text. Entente's own files are UTF-8; those of others are in whatever encoding they are.

mod chosen;
mod decode;
mod strict;
mod utf_32;

pub use chosen::{Recoded, TextEncoding};
pub use decode::{Decoded, decode_text};
pub use strict::{decode, without_byte_order_mark};
