//! Tables whose headers are known, as data: what programs and data sets call their columns.

use crate::formats::tables::plan::ColumnUse::{self, Id, Ignored, Label, Source, Target};
use crate::formats::tables::plan::{TableContent, ValueType};

/// A table that is known by its header.
pub struct Preset {
    /// Whose table it is.
    pub name: &'static str,
    /// What it holds.
    pub content: TableContent,
    /// Columns that it has, by header keys, and what they say. All others are attributes.
    pub columns: &'static [(&'static str, ColumnUse)],
    /// Where any are listed, it is said to be that table only if it has one of these, for many other tables have
    /// the same columns; it is read alike. Where words stand behind one, its cells hold one of these.
    pub signs: &'static [(&'static str, &'static [&'static str])],
    /// Columns that may be there too.
    pub others: &'static [(&'static str, ColumnUse)],
}

/// The table of votes by resolution.
pub const UN_VOTES: &str = "UN votes";

impl Preset {
    /// Whether the keys of a header name all its columns.
    pub fn fits(&self, keys: &[String]) -> bool {
        self.columns.iter().all(|(word, _)| keys.iter().any(|key| key == word))
    }
}

/// What Gephi writes into the column *Type*, as header keys: any other type may be a kind of tie.
const DIRECTIONS: [&str; 3] = ["directed", "undirected", "mutual"];

/// All presets; the first that fits is taken.
pub const PRESETS: [Preset; 12] = [
    Preset {
        name: "Gephi edges",
        content: TableContent::Edges,
        columns: &[("source", Source), ("target", Target)],
        signs: &[("timeset", &[]), ("type", &DIRECTIONS)],
        others: &[("id", Id), ("label", Label)],
    },
    Preset {
        name: "Kumu connections",
        content: TableContent::Edges,
        columns: &[("from", Source), ("to", Target)],
        signs: &[("direction", &[]), ("tags", &[]), ("strength", &[])],
        others: &[("id", Id), ("label", Label)],
    },
    Preset {
        name: "Gephi nodes",
        content: TableContent::Nodes,
        columns: &[("id", Id), ("label", Label)],
        signs: &[("timeset", &[]), ("modularityclass", &[])],
        others: &[],
    },
    Preset {
        name: "Kumu elements",
        content: TableContent::Nodes,
        columns: &[("label", Id), ("type", ColumnUse::Attribute)],
        signs: &[("tags", &[]), ("description", &[]), ("image", &[])],
        others: &[],
    },
    // Correlates of War, Formal Alliances 4.1 (2013): alliance_v4.1_by_member.csv
    Preset {
        name: "Correlates of War alliances by member",
        content: TableContent::Affiliation { makes_pairs: true },
        columns: &[("version4id", Target), ("ccode", Source), ("memstyear", ColumnUse::Attribute)],
        signs: &[],
        others: &[],
    },
    // United Nations General Assembly voting data, agreement of dyads (Voeten and others, 2009)
    Preset {
        name: "UN votes, agreement",
        content: TableContent::Edges,
        columns: &[("ccode1", Source), ("ccode2", Target), ("agree", ColumnUse::Attribute)],
        signs: &[],
        others: &[],
    },
    // Correlates of War: by dyad, with and without years
    Preset {
        name: "Correlates of War dyads",
        content: TableContent::Edges,
        columns: &[("ccode1", Source), ("ccode2", Target)],
        signs: &[],
        others: &[("version4id", Ignored), ("version", Ignored)],
    },
    // ATOP 5.1 (2022), members: atop5_1m.csv
    Preset {
        name: "ATOP members",
        content: TableContent::Affiliation { makes_pairs: true },
        columns: &[("atopid", Target), ("member", Source)],
        signs: &[],
        others: &[],
    },
    // ATOP 5.1 (2022), dyad-years: atop5_1ddyr.csv
    Preset {
        name: "ATOP dyads",
        content: TableContent::Edges,
        columns: &[("mem1", Source), ("mem2", Target)],
        signs: &[],
        others: &[("dyad", Ignored), ("ddyad", Ignored)],
    },
    Preset {
        name: "ATOP dyads",
        content: TableContent::Edges,
        columns: &[("statea", Source), ("stateb", Target)],
        signs: &[("dyad", &[]), ("ddyad", &[]), ("atopally", &[])],
        others: &[("dyad", Ignored), ("ddyad", Ignored)],
    },
    // United Nations General Assembly voting data, votes (Voeten and others, 2009): a resolution is no nation,
    // so that no vote is a tie
    Preset {
        name: UN_VOTES,
        content: TableContent::Ignored,
        columns: &[("rcid", ColumnUse::Attribute), ("vote", ColumnUse::Attribute)],
        signs: &[],
        others: &[],
    },
    // GDELT 1.0 and 2.0 (2013, 2015), with the header of its code book. Beside the day of an event, its month and
    // year say nothing, and neither does when it was added
    Preset {
        name: GDELT,
        content: TableContent::Edges,
        columns: &[("actor1countrycode", Source), ("actor2countrycode", Target)],
        signs: &[],
        others: &[
            ("globaleventid", Id),
            ("monthyear", Ignored),
            ("fractiondate", Ignored),
            ("dateadded", Ignored),
        ],
    },
];

/// The table of events of GDELT.
pub const GDELT: &str = "GDELT events";

/// GDELT's event files have no header. They have so many columns, …
pub const GDELT_WIDTHS: [usize; 3] = [57, 58, 61];

/// … of which these are called so in its code book, by their places …
pub const GDELT_COLUMNS: [(usize, &str); 21] = [
    (0, "GLOBALEVENTID"),
    (1, "SQLDATE"),
    (2, "MonthYear"),
    (3, "Year"),
    (4, "FractionDate"),
    (5, "Actor1Code"),
    (6, "Actor1Name"),
    (7, "Actor1CountryCode"),
    (15, "Actor2Code"),
    (16, "Actor2Name"),
    (17, "Actor2CountryCode"),
    (25, "IsRootEvent"),
    (26, "EventCode"),
    (27, "EventBaseCode"),
    (28, "EventRootCode"),
    (29, "QuadClass"),
    (30, "GoldsteinScale"),
    (31, "NumMentions"),
    (32, "NumSources"),
    (33, "NumArticles"),
    (34, "AvgTone"),
];

/// … and so the last ones, but of the oldest files.
pub const GDELT_LAST: [&str; 2] = ["DATEADDED", "SOURCEURL"];

/// What the cells of a column of a preset are read as, where it isn't what they look like.
pub fn values_of(preset: Option<&str>, key: &str) -> Option<ValueType> {
    const CODES: [&str; 3] = ["eventcode", "eventbasecode", "eventrootcode"];
    (preset == Some(GDELT) && CODES.contains(&key)).then_some(ValueType::EventCode)
}
