//! What the formats that are XML have in common: a streaming reader, the recognition of a root element, typed
//! values, and the escaping of what is written.
//!
//! The reader is strict where XML is, as the tools of these formats are, and says where a file breaks the
//! rules. It opens nothing that a file refers to and expands no entity beyond the five of XML itself. This
//! room knows no format.

mod attributes;
mod column_type;
mod declared_columns;
mod document;
mod entities;
mod escape;
mod prefixes;
mod reader;
mod root;
mod source;
mod syntax_fault;
mod value_type;
mod written_ids;

#[cfg(test)]
pub mod test_networks;

pub use column_type::column_types;
pub use declared_columns::{DeclaredColumns, set_once, typed};
pub use document::{XmlDocument, has_root_of, read_document};
pub use escape::{in_attribute, in_text};
pub use reader::XmlReader;
pub use value_type::{ValueType, finite, text_of};
pub use written_ids::written_ids;
