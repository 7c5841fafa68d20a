//! What the columns of a network mean on a map.

/// What an attribute of an edge means for the tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EdgeRole {
    /// The kind of the tie, by name.
    Kind,
    /// The sign of its kind: friendly, neutral, hostile, or a number.
    Sign,
    /// Mutual or directed.
    Direction,
    /// Its status.
    Status,
    /// When it began.
    Since,
    /// When it ended.
    Until,
    /// A year in which it was observed: the first and the last of like ties become since and until.
    Year,
    /// How strongly it draws.
    Weight,
    /// The text along it.
    Label,
    /// Notes on it.
    Notes,
    /// What its evidence says.
    Evidence,
    /// When its evidence says so.
    EvidenceDate,
    /// How certain its evidence is.
    Confidence,
    /// The source of its evidence: a title or an address.
    Source,
    /// Whether there is a tie of the kind that the column names: 1, yes, x; 0 or empty where there is none.
    OfThisKind,
    /// Kept under the name of the column.
    Attribute,
    /// Left out.
    Ignore,
}

/// What an attribute of a node means for the nation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeRole {
    /// Its name on the map.
    Name,
    /// A code or number by which it is recognised.
    Code,
    /// State, organisation or group.
    Type,
    /// The organisations that it is in, with `;` between.
    MemberOf,
    /// Words to group it by, with `;` between.
    Tags,
    /// Its colour.
    Color,
    /// Its place from left to right.
    X,
    /// Its place from top to bottom.
    Y,
    /// Whether it is pinned.
    Pinned,
    /// Notes on it.
    Notes,
    /// Kept under the name of the column.
    Attribute,
    /// Left out.
    Ignore,
}

impl EdgeRole {
    /// Every role, in the order in which they are offered.
    pub const ALL: [Self; 17] = [
        Self::Kind,
        Self::Sign,
        Self::Direction,
        Self::Status,
        Self::Since,
        Self::Until,
        Self::Year,
        Self::Weight,
        Self::Label,
        Self::Notes,
        Self::Evidence,
        Self::EvidenceDate,
        Self::Confidence,
        Self::Source,
        Self::OfThisKind,
        Self::Attribute,
        Self::Ignore,
    ];

    /// The word for it, on the command line as in the window.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Sign => "sign",
            Self::Direction => "direction",
            Self::Status => "status",
            Self::Since => "since",
            Self::Until => "until",
            Self::Year => "year",
            Self::Weight => "weight",
            Self::Label => "label",
            Self::Notes => "notes",
            Self::Evidence => "evidence",
            Self::EvidenceDate => "evidence date",
            Self::Confidence => "confidence",
            Self::Source => "cited source",
            Self::OfThisKind => "yes or no",
            Self::Attribute => "attribute",
            Self::Ignore => "ignore",
        }
    }
}

impl NodeRole {
    /// Every role, in the order in which they are offered.
    pub const ALL: [Self; 12] = [
        Self::Name,
        Self::Code,
        Self::Type,
        Self::MemberOf,
        Self::Tags,
        Self::Color,
        Self::X,
        Self::Y,
        Self::Pinned,
        Self::Notes,
        Self::Attribute,
        Self::Ignore,
    ];

    /// The word for it, on the command line as in the window.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Code => "code",
            Self::Type => "type",
            Self::MemberOf => "member of",
            Self::Tags => "tags",
            Self::Color => "colour",
            Self::X => "x",
            Self::Y => "y",
            Self::Pinned => "pinned",
            Self::Notes => "notes",
            Self::Attribute => "attribute",
            Self::Ignore => "ignore",
        }
    }
}
