//! The fields of the interface in which a person types.

use serde::{Deserialize, Serialize};

/// A field of the interface in which a person types. Consecutive changes in the same field are one
/// undo step.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Field(pub String);
