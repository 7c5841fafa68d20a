//! The sources of a map, and the evidence that they give for ties.

use serde::{Deserialize, Serialize};

use super::{Extra, PartialDate, SourceId};

/// A publication, a document or a record that supports ties.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Source {
    /// Its key in the file; unique among the map's sources.
    pub key: String,
    /// Author or publisher and title, as the list of sources shows it.
    pub title: String,
    /// Where it can be read.
    pub url: String,
    /// When it was published.
    pub date: Option<PartialDate>,
    /// Anything else.
    pub notes: String,
    /// Fields that this version doesn't know.
    pub extra: Extra,
}

/// What supports one tie.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Evidence {
    /// The source, if it is one of the map's.
    pub source: Option<SourceId>,
    /// When the source says so.
    pub date: Option<PartialDate>,
    /// What it says, in the user's words.
    pub note: String,
    /// How certain that is.
    pub confidence: Option<Confidence>,
    /// Fields that this version doesn't know.
    pub extra: Extra,
}

/// How certain a piece of evidence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Confidence {
    /// Alleged or inferred.
    Low,
    /// Reported by a credible source.
    Medium,
    /// Public record, or confirmed by the parties.
    High,
}

impl Confidence {
    /// Every confidence, the lowest first.
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];

    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}
