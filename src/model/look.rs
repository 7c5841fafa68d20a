//! The look of a map: how its nations and ties are drawn, and what follows their data.

use super::{Color, Dash, Extra};

/// How a map is shown, as far as the map itself says it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Look {
    /// What nations are drawn as.
    pub nations: NationStyle,
    /// How large nations are.
    pub nation_size: NationSize,
    /// By what nations are grouped in soft hulls; `None` where they aren't.
    pub hulls: Option<Grouping>,
    /// What the colour of nations follows.
    pub nation_color: Option<Rule<NationProperty, Scale<Color>>>,
    /// What the colour of ties follows, instead of that of their kinds.
    pub tie_color: Option<Rule<TieProperty, Scale<Color>>>,
    /// What the width of ties follows, instead of that of their kinds: 0.5 to 6 world units.
    pub tie_width: Option<Rule<TieProperty, Scale<f32>>>,
    /// What the dashes of ties follow, instead of those of their kinds.
    pub tie_dash: Option<Rule<TieProperty, Categories<Dash>>>,
    /// Fields that this version doesn't know.
    pub extra: Extra,
}

impl Look {
    /// The colours that a range runs between unless it says others.
    pub const COLORS: [Color; 2] = [Color::new(0xA9, 0xCB, 0xE3), Color::new(0x0B, 0x3C, 0x6F)];
    /// The radii that a range runs between unless it says others, in world units.
    pub const RADII: [f32; 2] = [6.0, 36.0];
    /// The widths that a range runs between unless it says others, in world units.
    pub const WIDTHS: [f32; 2] = [0.75, 5.0];
    /// The least radius that a rule may give a nation, in world units.
    pub const MIN_RADIUS: f32 = 4.0;
    /// The largest radius that a rule may give a nation, in world units.
    pub const MAX_RADIUS: f32 = 60.0;
    /// The least width of a tie.
    pub const MIN_WIDTH: f32 = 0.5;
    /// The largest width of a tie.
    pub const MAX_WIDTH: f32 = 6.0;
    /// How many values a rule may name.
    pub const MAX_CATEGORIES: usize = 200;

    /// Whether a radius is one that a rule may give.
    pub fn is_radius(radius: f32) -> bool {
        (Self::MIN_RADIUS..=Self::MAX_RADIUS).contains(&radius)
    }

    /// Whether a width is one that a rule may give.
    pub fn is_width(width: f32) -> bool {
        (Self::MIN_WIDTH..=Self::MAX_WIDTH).contains(&width)
    }

    /// Whether every rule names as few values, and such numbers, as a map may hold.
    pub(super) fn is_sound(&self) -> bool {
        let size = match &self.nation_size {
            NationSize::By(rule) => Some(rule),
            NationSize::Degree | NationSize::Fixed => None,
        };
        let by = |property: &NationProperty| property.attribute().is_none_or(is_name);
        let tie_by = |property: &TieProperty| property.attribute().is_none_or(is_name);
        let hulls = self.hulls.as_ref().and_then(Grouping::attribute).is_none_or(is_name);
        let nations = self.nation_color.as_ref().is_none_or(|r| by(&r.by) && r.scale.is_sound(any))
            && size.is_none_or(|r| by(&r.by) && r.scale.is_sound(|v| Self::is_radius(*v)));
        let ties = self.tie_color.as_ref().is_none_or(|r| tie_by(&r.by) && r.scale.is_sound(any))
            && self
                .tie_width
                .as_ref()
                .is_none_or(|r| tie_by(&r.by) && r.scale.is_sound(|v| Self::is_width(*v)))
            && self.tie_dash.as_ref().is_none_or(|r| tie_by(&r.by) && r.scale.is_sound(any));
        hulls && nations && ties
    }
}

fn is_name(name: &str) -> bool {
    super::Attributes::is_name(name)
}

const fn any<V>(_: &V) -> bool {
    true
}

/// What nations are drawn as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NationStyle {
    /// A disc with the flag, or with letters where there is none; the name beside it.
    #[default]
    Flag,
    /// A plain disc, the name beside it.
    Disc,
    /// A box with the name in it.
    Label,
}

impl NationStyle {
    /// Every style.
    pub const ALL: [Self; 3] = [Self::Flag, Self::Disc, Self::Label];

    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Flag => "flag",
            Self::Disc => "disc",
            Self::Label => "label",
        }
    }
}

/// How large nations are.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum NationSize {
    /// A little larger the more ties they have.
    #[default]
    Degree,
    /// All of one size.
    Fixed,
    /// By a rule that gives radii in world units, [`Look::MIN_RADIUS`] to [`Look::MAX_RADIUS`]. Over a
    /// range the area of a disc is in proportion to the number, where the range begins at 0.
    By(Box<Rule<NationProperty, Scale<f32>>>),
}

/// What an organisation is drawn as. It is a choice of each organisation; where a nation has no
/// members it makes no difference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DrawnAs {
    /// A mark with thin lines to its members.
    #[default]
    Hub,
    /// A soft hull around its members with its name at the edge, and no mark of its own.
    Hull,
}

impl DrawnAs {
    /// Every choice.
    pub const ALL: [Self; 2] = [Self::Hub, Self::Hull];

    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hub => "hub",
            Self::Hull => "hull",
        }
    }
}

/// By what nations are grouped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// The part of the world: Africa, Americas and so on.
    Region,
    /// The part of that part: Western Africa, Central America and so on.
    Subregion,
    /// The first of their tags.
    Tag,
    /// What an attribute says.
    Attribute(String),
}

impl Grouping {
    /// The name of the attribute, where it is one.
    pub fn attribute(&self) -> Option<&str> {
        if let Self::Attribute(name) = self { Some(name) } else { None }
    }

    /// The property of a nation that this is.
    pub fn property(&self) -> NationProperty {
        match self {
            Self::Region => NationProperty::Region,
            Self::Subregion => NationProperty::Subregion,
            Self::Tag => NationProperty::Tag,
            Self::Attribute(name) => NationProperty::Attribute(name.clone()),
        }
    }
}

/// A look that follows the data: what it follows, and what each value looks like.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule<P, S> {
    /// What it follows.
    pub by: P,
    /// What values look like.
    pub scale: S,
    /// Fields that this version doesn't know.
    pub extra: Extra,
}

impl<P, S> Rule<P, S> {
    /// A rule without fields of its own.
    pub fn new(by: P, scale: S) -> Self {
        Self { by, scale, extra: Extra::new() }
    }
}

/// What values look like.
#[derive(Clone, Debug, PartialEq)]
pub enum Scale<V> {
    /// Each value has a look.
    Categories(Categories<V>),
    /// Numbers from low to high run from one look to another.
    Range(Range<V>),
}

impl<V> Scale<V> {
    fn is_sound(&self, fits: impl Fn(&V) -> bool) -> bool {
        match self {
            Self::Categories(categories) => categories.is_sound(fits),
            Self::Range(range) => range.is_sound(fits),
        }
    }
}

/// The looks of values, by the text of each: `west`, `4.2`, `true`, `in-force`. Values that aren't
/// named take looks of their own in the order in which they come.
#[derive(Clone, Debug, PartialEq)]
pub struct Categories<V>(pub Vec<(String, V)>);

impl<V> Categories<V> {
    /// The look of a value, where it is named.
    pub fn get(&self, value: &str) -> Option<&V> {
        self.0.iter().find(|(own, _)| own == value).map(|(_, look)| look)
    }

    fn is_sound(&self, fits: impl Fn(&V) -> bool) -> bool {
        let names: std::collections::BTreeSet<&str> =
            self.0.iter().map(|(value, _)| value.as_str()).collect();
        names.len() == self.0.len()
            && self.0.len() <= Look::MAX_CATEGORIES
            && self.0.iter().all(|(_, look)| fits(look))
    }
}

impl<V> Default for Categories<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// A scale for numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Range<V> {
    /// The number at which it begins; `None` takes the least of the data, or 0 for sizes.
    pub from: Option<f64>,
    /// The number at which it ends; `None` takes the largest of the data.
    pub to: Option<f64>,
    /// What the lowest number looks like.
    pub low: V,
    /// What the highest number looks like.
    pub high: V,
    /// Fields that this version doesn't know.
    pub extra: Extra,
}

impl<V> Range<V> {
    /// A range that the data give.
    pub fn of_data(low: V, high: V) -> Self {
        Self { from: None, to: None, low, high, extra: Extra::new() }
    }

    /// Whether the ends that are given can be the ends of a range.
    pub fn has_sound_ends(&self) -> bool {
        let finite = |end: Option<f64>| end.is_none_or(f64::is_finite);
        let ordered = self.from.zip(self.to).is_none_or(|(from, to)| from < to);
        finite(self.from) && finite(self.to) && ordered
    }

    fn is_sound(&self, fits: impl Fn(&V) -> bool) -> bool {
        self.has_sound_ends() && fits(&self.low) && fits(&self.high)
    }
}

macro_rules! properties {
    ($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$word_doc])* $word,)*
            /// What an attribute says.
            Attribute(String),
        }

        impl $name {
            /// Every property that isn't an attribute.
            pub const BUILT_IN: &'static [Self] = &[$(Self::$word),*];

            /// The word for it; the name of an attribute.
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$word => $text,)*
                    Self::Attribute(name) => name,
                }
            }

            /// The name of the attribute, where it is one.
            pub fn attribute(&self) -> Option<&str> {
                if let Self::Attribute(name) = self { Some(name) } else { None }
            }
        }
    };
}

properties! {
    /// What a rule for nations follows.
    NationProperty {
        /// State, organisation or group.
        Type = "type",
        /// The part of the world that its code lies in.
        Region = "region",
        /// The part of that part.
        Subregion = "subregion",
        /// The first of its tags.
        Tag = "tag",
        /// How many ties it has.
        Degree = "degree",
    }
}

properties! {
    /// What a rule for ties follows.
    TieProperty {
        /// Its kind, by the kind's id.
        Kind = "kind",
        /// How far it has come.
        Status = "status",
        /// Whether its kind is friendly, neutral or hostile.
        Sign = "sign",
        /// How strongly it draws.
        Weight = "weight",
        /// The year in which it began.
        Since = "since",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sized(range: Range<f32>) -> Look {
        let rule = Rule::new(NationProperty::Degree, Scale::Range(range));
        Look { nation_size: NationSize::By(Box::new(rule)), ..Look::default() }
    }

    #[test]
    fn a_rule_gives_only_what_can_be_drawn() {
        assert!(sized(Range::of_data(6.0, 40.0)).is_sound());
        assert!(!sized(Range::of_data(1.0, 40.0)).is_sound());
        assert!(!sized(Range::of_data(6.0, f32::NAN)).is_sound());
        let reversed = Range { from: Some(2.0), to: Some(1.0), ..Range::of_data(6.0, 40.0) };
        assert!(!sized(reversed).is_sound());
        let endless = Range { to: Some(f64::INFINITY), ..Range::of_data(6.0, 40.0) };
        assert!(!sized(endless).is_sound());
    }

    #[test]
    fn a_rule_names_each_value_once() {
        let twice = ["west", "west"].map(|value| (value.to_owned(), Color::default()));
        let rule = Rule::new(NationProperty::Tag, Scale::Categories(Categories(Vec::from(twice))));
        assert!(!Look { nation_color: Some(rule), ..Look::default() }.is_sound());
        let nameless = Grouping::Attribute(String::new());
        assert!(!Look { hulls: Some(nameless), ..Look::default() }.is_sound());
    }
}
