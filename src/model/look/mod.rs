//! The look of a map: how its nations and ties are drawn, and by which of their data.

mod bloc_view;
mod property;
mod rule;
mod tie_view;

use serde::{Deserialize, Serialize};

use super::by_hand::is_fraction;
use super::{Color, Dash, Extra, Point};
pub use bloc_view::BlocView;
pub use property::{NationProperty, TieProperty};
pub use rule::{Categories, Range, Rule, Scale};
pub use tie_view::{Importance, TieDrawing, TieView, WithinBlocs};

/// How a map is drawn.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Look {
    /// What nations are drawn as.
    pub nations: NationStyle,
    /// How large nations are.
    pub nation_size: NationSize,
    /// How nations are grouped in soft hulls; `None` if they aren't.
    pub hulls: Option<Grouping>,
    /// Whether the blocs that are found in the ties are shown.
    pub blocs: BlocView,
    /// The rule for the colour of nations.
    pub nation_color: Option<Rule<NationProperty, Scale<Color>>>,
    /// The rule for the colour of ties, instead of that of their kinds.
    pub tie_color: Option<Rule<TieProperty, Scale<Color>>>,
    /// The rule for the width of ties, 0.5 to 6 world units, instead of that of their kinds.
    pub tie_width: Option<Rule<TieProperty, Scale<f32>>>,
    /// The rule for the dashes of ties, instead of those of their kinds.
    pub tie_dash: Option<Rule<TieProperty, Categories<Dash>>>,
    /// Which ties are drawn one by one, and how strongly.
    pub ties: TieView,
    /// Where the legend was put by hand: its place in the room that it may take, from (0, 0) at the upper left
    /// to (1, 1) at the lower right. By itself it stands at the lower left.
    pub legend: Option<Point>,
    /// Fields that this version doesn't know.
    pub extra: Extra,
}

impl Look {
    /// The default colours at the ends of a range.
    pub const COLORS: [Color; 2] = [Color::new(0xA9, 0xCB, 0xE3), Color::new(0x0B, 0x3C, 0x6F)];
    /// The default radii at the ends of a range, in world units.
    pub const RADII: [f32; 2] = [6.0, 36.0];
    /// The default widths at the ends of a range, in world units.
    pub const WIDTHS: [f32; 2] = [0.75, 5.0];
    /// The least radius that a rule may give a nation, in world units.
    pub const MIN_RADIUS: f32 = 4.0;
    /// The largest radius that a rule may give a nation, in world units.
    pub const MAX_RADIUS: f32 = 60.0;
    /// The least width of a tie, in world units.
    pub const MIN_WIDTH: f32 = 0.5;
    /// The largest width of a tie, in world units.
    pub const MAX_WIDTH: f32 = 6.0;
    /// How many values a rule may name.
    pub const MAX_CATEGORIES: usize = rule::MAX_CATEGORIES;

    /// Whether a rule may give this radius.
    pub fn is_radius(radius: f32) -> bool {
        (Self::MIN_RADIUS..=Self::MAX_RADIUS).contains(&radius)
    }

    /// Whether a rule may give this width.
    pub fn is_width(width: f32) -> bool {
        (Self::MIN_WIDTH..=Self::MAX_WIDTH).contains(&width)
    }

    /// Whether the values and numbers of every rule are within the limits of a map.
    pub(super) fn is_valid(&self) -> bool {
        let size = match &self.nation_size {
            NationSize::By(rule) => Some(rule),
            NationSize::Degree | NationSize::Fixed => None,
        };
        let by = |property: &NationProperty| property.attribute().is_none_or(is_name);
        let tie_by = |property: &TieProperty| property.attribute().is_none_or(is_name);
        let hulls = self.hulls.as_ref().and_then(Grouping::attribute).is_none_or(is_name);
        let nations = self.nation_color.as_ref().is_none_or(|r| by(&r.by) && r.scale.is_valid(any))
            && size.is_none_or(|r| by(&r.by) && r.scale.is_valid(|v| Self::is_radius(*v)));
        let ties = self.tie_color.as_ref().is_none_or(|r| tie_by(&r.by) && r.scale.is_valid(any))
            && self
                .tie_width
                .as_ref()
                .is_none_or(|r| tie_by(&r.by) && r.scale.is_valid(|v| Self::is_width(*v)))
            && self.tie_dash.as_ref().is_none_or(|r| tie_by(&r.by) && r.scale.is_valid(any));
        hulls && nations && ties && self.legend.is_none_or(is_fraction)
    }
}

fn is_name(name: &str) -> bool {
    super::Attributes::is_name(name)
}

const fn any<V>(_: &V) -> bool {
    true
}

/// What nations are drawn as.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum NationSize {
    /// A little larger the more ties they have.
    #[default]
    Degree,
    /// All of the same size.
    Fixed,
    /// By a rule that gives radii in world units, [`Look::MIN_RADIUS`] to [`Look::MAX_RADIUS`]. In a
    /// range that begins at 0, the area of a disc is in proportion to the number.
    By(Box<Rule<NationProperty, Scale<f32>>>),
}

/// What an organisation is drawn as. Each organisation has its own choice; it makes no difference for a
/// nation without members.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum DrawnAs {
    /// A mark with thin lines to its members.
    #[default]
    Hub,
    /// A soft hull around its members with its name at the edge, without a mark of its own.
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

/// How nations are grouped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Grouping {
    /// By region of the world: Africa, Americas and so on.
    Region,
    /// By sub-region: Western Africa, Central America and so on.
    Subregion,
    /// By the first of their tags.
    Tag,
    /// By the value of an attribute.
    Attribute(String),
}

impl Grouping {
    /// The name of the attribute, if it is one.
    pub fn attribute(&self) -> Option<&str> {
        if let Self::Attribute(name) = self { Some(name) } else { None }
    }

    /// The property of nations by which they are grouped.
    pub fn property(&self) -> NationProperty {
        match self {
            Self::Region => NationProperty::Region,
            Self::Subregion => NationProperty::Subregion,
            Self::Tag => NationProperty::Tag,
            Self::Attribute(name) => NationProperty::Attribute(name.clone()),
        }
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
        assert!(sized(Range::of_data(6.0, 40.0)).is_valid());
        assert!(!sized(Range::of_data(1.0, 40.0)).is_valid());
        assert!(!sized(Range::of_data(6.0, f32::NAN)).is_valid());
        let reversed = Range { from: Some(2.0), to: Some(1.0), ..Range::of_data(6.0, 40.0) };
        assert!(!sized(reversed).is_valid());
        let endless = Range { to: Some(f64::INFINITY), ..Range::of_data(6.0, 40.0) };
        assert!(!sized(endless).is_valid());
    }

    #[test]
    fn a_rule_names_each_value_once() {
        let twice = ["west", "west"].map(|value| (value.to_owned(), Color::default()));
        let rule = Rule::new(NationProperty::Tag, Scale::Categories(Categories(Vec::from(twice))));
        assert!(!Look { nation_color: Some(rule), ..Look::default() }.is_valid());
        let nameless = Grouping::Attribute(String::new());
        assert!(!Look { hulls: Some(nameless), ..Look::default() }.is_valid());
    }
}
