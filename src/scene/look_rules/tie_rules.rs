//! The rules of a look for ties, resolved.

use super::color_scale::apply_color_scale;
use super::scale::{Resolved, ScaleSettings, apply_categories, apply_scale};
use crate::model::{Color, Dash, Kind, Map, PropertyValue, TieProperty};
use crate::scene::{Palette, Theme};

/// The look of a tie apart from its status.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::scene) struct TieLook {
    /// The colour, adapted to the theme.
    pub(in crate::scene) color: Color,
    /// The width at unit 1.
    pub(in crate::scene) width: f32,
    /// The dash pattern.
    pub(in crate::scene) dash: Dash,
    /// Whether a rule lets the dashes show the status, instead of the status's own dashes.
    pub(in crate::scene) dash_is_status: bool,
}

/// The rules for the ties of a map, resolved.
pub(in crate::scene) struct TieRules {
    /// The colours, adapted to the theme.
    pub(in crate::scene) colors: Option<Resolved<Color>>,
    /// The widths at unit 1.
    pub(in crate::scene) widths: Option<Resolved<f32>>,
    /// The dashes.
    pub(in crate::scene) dashes: Option<Resolved<Dash>>,
    dash_is_status: bool,
    palette: Palette,
}

impl TieRules {
    /// Resolves the rules of a map for its ties as they are now.
    pub(in crate::scene) fn of(map: &Map, palette: &Palette) -> Self {
        let look = map.look();
        let values = |by: &TieProperty| -> Vec<Option<PropertyValue<'_>>> {
            map.ties().iter().map(|(_, tie)| map.tie_value(tie, by)).collect()
        };
        // In print colours are darkened by the scale itself.
        let line = |color| if palette.theme == Theme::Print { color } else { palette.line(color) };
        let widths = ScaleSettings {
            interpolate: |low: f32, high: f32, t: f32| low + (high - low) * t,
            defaults: Vec::new(),
            other: None,
            from_zero: false,
            key_steps: 3,
        };
        let dashes = ScaleSettings {
            interpolate: |low: Dash, _: Dash, _: f32| low,
            defaults: Dash::ALL.to_vec(),
            other: None,
            from_zero: false,
            key_steps: 2,
        };
        let grey = Color::new(0x8C, 0x8C, 0x8C);
        Self {
            colors: look.tie_color.as_ref().map(|rule| {
                apply_color_scale(&rule.scale, &values(&rule.by), palette.theme, grey, line)
            }),
            widths: look.tie_width.as_ref().map(|r| apply_scale(&r.scale, &values(&r.by), &widths)),
            dashes: look
                .tie_dash
                .as_ref()
                .map(|r| apply_categories(&r.scale, &values(&r.by), &dashes)),
            dash_is_status: look.tie_dash.as_ref().is_some_and(|r| r.by == TieProperty::Status),
            palette: *palette,
        }
    }

    /// The look of the tie at an index in the map.
    pub(in crate::scene) fn look(&self, index: usize, kind: Option<&Kind>) -> TieLook {
        let dash = self.dashes.as_ref().and_then(|rule| rule.look(index));
        let color = self.colors.as_ref().and_then(|rule| rule.look(index));
        let width = self.widths.as_ref().and_then(|rule| rule.look(index));
        let usual = || kind.map_or(self.palette.ink, |kind| self.palette.line(kind.color));
        TieLook {
            color: color.unwrap_or_else(usual),
            width: width.unwrap_or_else(|| kind.map_or(1.5, |kind| kind.width)),
            dash: dash.unwrap_or_else(|| kind.map_or_else(Dash::default, |kind| kind.dash)),
            dash_is_status: dash.is_some() && self.dash_is_status,
        }
    }
}

/// Whether a property is the same for all ties of a kind.
pub(in crate::scene) const fn follows_kind(by: &TieProperty) -> bool {
    matches!(by, TieProperty::Kind | TieProperty::Sign)
}
