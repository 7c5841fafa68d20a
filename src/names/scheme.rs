//! The ways in which a text can say a nation.

use std::fmt;

/// By what a nation was recognised, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clue {
    /// By an alpha-3 code (ISO 3166-1).
    Alpha3,
    /// By an alpha-2 code (ISO 3166-1).
    Alpha2,
    /// By the code that the program gives a former state or an organisation.
    Code,
    /// By an English name.
    Name,
    /// By a name in another language, by its BCP 47 tag.
    NameIn(&'static str),
    /// By a numeric code (ISO 3166-1).
    Numeric,
    /// By a number of the Correlates of War project.
    CowNumber,
    /// By a number of Gleditsch and Ward.
    GleditschWard,
    /// By a code that was once in force.
    WithdrawnCode,
    /// By an abbreviation of the Correlates of War project.
    CowAbbreviation,
    /// By a code of the IOC or of FIFA.
    SportCode,
    /// By a part of the nation, or a word that loosely stands for it.
    Part,
    /// By what its people are called.
    Demonym,
    /// By its capital.
    Capital,
}

impl Clue {
    /// Whether the text names the nation itself, rather than its people, its capital or a part of it.
    pub fn names_the_nation(self) -> bool {
        !matches!(self, Self::Part | Self::Demonym | Self::Capital)
    }
}

impl fmt::Display for Clue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Alpha3 => "alpha-3",
            Self::Alpha2 => "alpha-2",
            Self::Code => "code",
            Self::Name => "name",
            Self::NameIn(tag) => return write!(f, "name ({tag})"),
            Self::Numeric => "ISO numeric",
            Self::CowNumber => "COW number",
            Self::GleditschWard => "Gleditsch–Ward number",
            Self::WithdrawnCode => "former code",
            Self::CowAbbreviation => "COW abbreviation",
            Self::SportCode => "IOC or FIFA code",
            Self::Part => "part",
            Self::Demonym => "demonym",
            Self::Capital => "capital",
        })
    }
}
