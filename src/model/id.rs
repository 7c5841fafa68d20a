//! Ids of the records of an open map: small, `Copy`, and unique among the records of a sort. The file has
//! each record's `key` instead, a readable text such as `JPN`.

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub struct $name(pub u32);

        impl From<u32> for $name {
            fn from(number: u32) -> Self {
                Self(number)
            }
        }

        impl From<$name> for u32 {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    };
}

id! {
    /// A nation of the open map.
    NationId
}
id! {
    /// A tie of the open map.
    TieId
}
id! {
    /// A kind of tie of the open map.
    KindId
}
id! {
    /// A source of the open map.
    SourceId
}
id! {
    /// A text note of the open map.
    NoteId
}
