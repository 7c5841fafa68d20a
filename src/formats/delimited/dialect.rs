//! What stands between cells.

/// What stands between the cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delimiter {
    /// One character, an ASCII one.
    Byte(u8),
    /// Any number of spaces and tabs.
    Spaces,
}

impl Delimiter {
    /// All that are looked for, in the order in which they are preferred where they fit alike.
    pub const ALL: [Self; 5] =
        [Self::Byte(b'\t'), Self::Byte(b';'), Self::Byte(b'|'), Self::Byte(b','), Self::Spaces];

    /// Whether this byte parts cells.
    pub const fn is(self, byte: u8) -> bool {
        match self {
            Self::Byte(own) => byte == own,
            Self::Spaces => byte == b' ' || byte == b'\t',
        }
    }
}
