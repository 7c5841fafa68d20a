//! The properties of nations and ties that a rule can follow.

macro_rules! properties {
    ($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$word_doc])* $word,)*
            /// The value of an attribute.
            Attribute(String),
        }

        impl $name {
            /// Every property that isn't an attribute.
            pub const BUILT_IN: &'static [Self] = &[$(Self::$word),*];

            /// Its name; for an attribute, the attribute's name.
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$word => $text,)*
                    Self::Attribute(name) => name,
                }
            }

            /// The name of the attribute, if it is one.
            pub fn attribute(&self) -> Option<&str> {
                if let Self::Attribute(name) = self { Some(name) } else { None }
            }
        }
    };
}

properties! {
    /// A property of nations that a rule can follow.
    NationProperty {
        /// State, organisation or group.
        Type = "type",
        /// The region of the world that its code lies in.
        Region = "region",
        /// The sub-region.
        Subregion = "subregion",
        /// The first of its tags.
        Tag = "tag",
        /// How many ties it has.
        Degree = "degree",
    }
}

properties! {
    /// A property of ties that a rule can follow.
    TieProperty {
        /// Its kind, by the kind's id.
        Kind = "kind",
        /// Its status.
        Status = "status",
        /// Whether its kind is friendly, neutral or hostile.
        Sign = "sign",
        /// How strongly it draws.
        Weight = "weight",
        /// The year in which it began.
        Since = "since",
    }
}
