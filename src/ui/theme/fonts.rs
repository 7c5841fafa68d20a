//! The fonts of the window.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontTweak};

use super::semibold;
use crate::scene::embedded_font;

/// The embedded font and the icons, with other fonts for letters that these lack.
pub(super) fn fonts(others: &[(String, Arc<FontData>)]) -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let mut add = |name: &str, data: &'static [u8]| {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(data)));
    };
    add("regular", embedded_font::REGULAR);
    add("semibold", embedded_font::SEMIBOLD);
    add("emoji", epaint_default_fonts::NOTO_EMOJI_REGULAR);
    // The icons' font places them lower than the middle of the letters beside them.
    let tweak = FontTweak { y_offset_factor: -0.08, ..FontTweak::default() };
    let icons = egui_phosphor::Variant::Regular.font_data().tweak(tweak);
    fonts.font_data.insert("icons".to_owned(), Arc::new(icons));
    for (name, data) in others {
        fonts.font_data.insert(name.clone(), Arc::clone(data));
    }
    let family = |first: &str| {
        let own = [first, "icons"].into_iter();
        let others = others.iter().map(|(name, _)| name.as_str());
        own.chain(others).chain(["emoji"]).map(str::to_owned).collect::<Vec<_>>()
    };
    fonts.families.insert(FontFamily::Proportional, family("regular"));
    fonts.families.insert(FontFamily::Monospace, family("regular"));
    fonts.families.insert(semibold(), family("semibold"));
    fonts
}
