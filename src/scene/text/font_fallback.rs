//! The font families that are tried first for a script, and for emoji.

use unicode_properties::emoji::{is_emoji_presentation_selector, is_regional_indicator};
use unicode_properties::{EmojiStatus, UnicodeEmoji as _};
use unicode_script::{Script, UnicodeScript as _};

use super::han::Han;

/// Families with colour emoji, then those with monochrome ones.
pub(super) const EMOJI: &[&str] = &[
    "Noto Color Emoji",
    "Apple Color Emoji",
    "Segoe UI Emoji",
    "Twemoji Mozilla",
    "Noto Emoji",
    "Segoe UI Symbol",
];

/// Whether a grapheme cluster is drawn as an emoji: by default, or because it asks for that itself.
pub(super) fn is_emoji(cluster: &str) -> bool {
    let mut letters = cluster.chars();
    let Some(first) = letters.next() else { return false };
    let by_default = is_regional_indicator(first)
        || matches!(
            first.emoji_status(),
            EmojiStatus::EmojiPresentation
                | EmojiStatus::EmojiPresentationAndModifierBase
                | EmojiStatus::EmojiPresentationAndEmojiComponent
                | EmojiStatus::EmojiPresentationAndModifierAndEmojiComponent
        );
    let asks_for_it = |c: char| is_emoji_presentation_selector(c) || c == '\u{20E3}';
    (by_default && !letters.clone().any(|c| c == '\u{FE0E}'))
        || (first.is_emoji_char() && letters.any(asks_for_it))
}

/// The families that are tried first for a script, the best first: Noto, common on Linux, then those of
/// macOS and Windows.
#[rustfmt::skip]
pub(super) const fn families(script: Script, han: Han) -> &'static [&'static str] {
    match script {
        Script::Han | Script::Common | Script::Inherited => match han {
            Han::Simplified => SIMPLIFIED,
            Han::Traditional => TRADITIONAL,
            Han::Japanese => JAPANESE,
            Han::Korean => KOREAN,
        },
        Script::Hiragana | Script::Katakana => JAPANESE,
        Script::Hangul => KOREAN,
        Script::Bopomofo => TRADITIONAL,
        Script::Arabic => &["Noto Sans Arabic", "Geeza Pro", "Segoe UI", "Tahoma", "Noto Naskh Arabic", "DejaVu Sans"],
        Script::Hebrew => &["Noto Sans Hebrew", "Arial Hebrew", "Segoe UI", "Arial", "DejaVu Sans"],
        Script::Devanagari => &["Noto Sans Devanagari", "Kohinoor Devanagari", "Nirmala UI", "Mangal"],
        Script::Bengali => &["Noto Sans Bengali", "Kohinoor Bangla", "Nirmala UI", "Vrinda"],
        Script::Gujarati => &["Noto Sans Gujarati", "Kohinoor Gujarati", "Nirmala UI"],
        Script::Gurmukhi => &["Noto Sans Gurmukhi", "Mukta Mahee", "Nirmala UI"],
        Script::Kannada => &["Noto Sans Kannada", "Kannada Sangam MN", "Nirmala UI"],
        Script::Malayalam => &["Noto Sans Malayalam", "Malayalam Sangam MN", "Nirmala UI"],
        Script::Oriya => &["Noto Sans Oriya", "Oriya Sangam MN", "Nirmala UI"],
        Script::Sinhala => &["Noto Sans Sinhala", "Sinhala Sangam MN", "Nirmala UI"],
        Script::Tamil => &["Noto Sans Tamil", "Tamil Sangam MN", "Nirmala UI"],
        Script::Telugu => &["Noto Sans Telugu", "Kohinoor Telugu", "Nirmala UI"],
        Script::Thai => &["Noto Sans Thai", "Thonburi", "Leelawadee UI", "Leelawadee", "Tahoma"],
        Script::Lao => &["Noto Sans Lao", "Lao Sangam MN", "Leelawadee UI"],
        Script::Khmer => &["Noto Sans Khmer", "Khmer Sangam MN", "Leelawadee UI"],
        Script::Myanmar => &["Noto Sans Myanmar", "Myanmar Sangam MN", "Myanmar Text"],
        Script::Tibetan => &["Noto Serif Tibetan", "Noto Sans Tibetan", "Kailasa", "Microsoft Himalaya"],
        Script::Georgian => &["Noto Sans Georgian", "Helvetica Neue", "Segoe UI", "DejaVu Sans"],
        Script::Armenian => &["Noto Sans Armenian", "Mshtakan", "Segoe UI", "DejaVu Sans"],
        Script::Ethiopic => &["Noto Sans Ethiopic", "Kefa", "Ebrima"],
        Script::Thaana => &["Noto Sans Thaana", "MV Boli"],
        Script::Mongolian => &["Noto Sans Mongolian", "Mongolian Baiti"],
        Script::Syriac => &["Noto Sans Syriac", "Segoe UI Historic"],
        _ => &[],
    }
}

const SIMPLIFIED: &[&str] = &[
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "SimHei",
    "SimSun",
];

const TRADITIONAL: &[&str] = &[
    "Noto Sans CJK TC",
    "Noto Sans TC",
    "Source Han Sans TC",
    "PingFang TC",
    "Microsoft JhengHei",
    "PMingLiU",
];

const JAPANESE: &[&str] = &[
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Source Han Sans",
    "Hiragino Sans",
    "Hiragino Kaku Gothic ProN",
    "Yu Gothic",
    "Meiryo",
    "IPAexGothic",
    "MS Gothic",
];

const KOREAN: &[&str] = &[
    "Noto Sans CJK KR",
    "Noto Sans KR",
    "Source Han Sans K",
    "Apple SD Gothic Neo",
    "Malgun Gothic",
    "NanumGothic",
    "Gulim",
];

/// The script of a grapheme cluster: the first that isn't shared by several.
pub(super) fn script(cluster: &str) -> Script {
    let scripts = cluster.chars().map(|letter| letter.script());
    let named = |script: &Script| !matches!(script, Script::Common | Script::Inherited);
    scripts.clone().find(named).unwrap_or(Script::Common)
}

/// Whether a character is invisible by itself, so that no font needs to have it: it only controls
/// joining, direction, or the form of the letter before.
pub(super) const fn is_default_ignorable(letter: char) -> bool {
    matches!(letter,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kana_make_han_japanese_and_hangul_korean() {
        assert_eq!(Han::of(["日本", "ロシア", "中国", "韓国"]), Han::Japanese);
        assert_eq!(Han::of(["대한민국", "中國"]), Han::Korean);
        assert_eq!(Han::of(["中国", "俄罗斯"]), Han::Simplified);
        let chinese = ["中国", "美国", "法国", "英国", "德国", "俄罗斯", "ソニー"];
        assert_eq!(Han::of(chinese), Han::Simplified);
        assert_eq!(Han::of([]), Han::Simplified);
    }

    #[test]
    fn emoji_are_told_from_letters() {
        for emoji in ["😀", "🇯🇵", "☎\u{FE0F}", "1\u{FE0F}\u{20E3}", "👨\u{200D}👩\u{200D}👧"]
        {
            assert!(is_emoji(emoji), "{emoji}");
        }
        for letter in ["1", "©", "a", "日", "☎", "⚡\u{FE0E}"] {
            assert!(!is_emoji(letter), "{letter}");
        }
    }
}
