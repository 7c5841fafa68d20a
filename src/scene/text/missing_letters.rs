//! Letters that no font on this machine has.

use unicode_script::{Script, UnicodeScript as _};
use unicode_segmentation::UnicodeSegmentation as _;

use super::fonts::Fonts;
use super::han::Han;
use super::{Weight, embedded_widths, font_fallback};

/// Letters of one script that no font on this machine has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The letters, each once, in the order of the text.
    pub letters: Vec<String>,
    /// The name of the script: “Thai”, “emoji”, “symbols”.
    pub script: String,
    /// A font that has them; `None` for codes to which no letter is assigned.
    pub font: Option<String>,
}

/// The letters of a text that no font on this machine has and that are drawn as boxes, by script in the
/// order of the text.
pub fn missing(text: &str) -> Vec<Missing> {
    if embedded_widths::covers(text) { Vec::new() } else { missing_from(Fonts::system(), text) }
}

/// The letters of a text that none of these fonts has.
pub fn missing_from(fonts: &Fonts, text: &str) -> Vec<Missing> {
    let mut found: Vec<Missing> = Vec::new();
    for cluster in text.graphemes(true) {
        if cluster.chars().all(char::is_control)
            || fonts.choose(cluster, Weight::Regular, Han::default()).is_some()
        {
            continue;
        }
        let (script, font) = describe(cluster);
        let at = found.iter().position(|missing| missing.script == script).unwrap_or_else(|| {
            found.push(Missing { letters: Vec::new(), script, font });
            found.len() - 1
        });
        let letters = &mut found[at].letters;
        if !letters.iter().any(|known| known == cluster) {
            letters.push(cluster.to_owned());
        }
    }
    found
}

/// The script of a cluster, and a font that has it.
fn describe(cluster: &str) -> (String, Option<String>) {
    let script = match (font_fallback::script(cluster), cluster.chars().next()) {
        // A character shared by several scripts, like the length mark of kana.
        (Script::Common, Some(first)) => {
            let users = first.script_extension();
            let candidates = [Script::Katakana, Script::Han, Script::Devanagari, Script::Arabic];
            let user = candidates.into_iter().find(|script| users.contains_script(*script));
            user.filter(|_| users.len() > 1).unwrap_or(Script::Common)
        }
        (script, _) => script,
    };
    let named = |script: &str, font: &str| (script.to_owned(), Some(font.to_owned()));
    match script {
        _ if font_fallback::is_emoji(cluster) => named("emoji", "Noto Color Emoji"),
        Script::Unknown => ("codes without a letter".to_owned(), None),
        Script::Common | Script::Inherited => named("symbols", "Noto Sans Symbols 2"),
        Script::Han => named("Chinese", font_fallback::families(script, Han::Simplified)[0]),
        Script::Hiragana | Script::Katakana => named("Japanese", "Noto Sans CJK JP"),
        Script::Hangul => named("Korean", "Noto Sans CJK KR"),
        script => {
            let name = script.full_name().replace('_', " ");
            let own = font_fallback::families(script, Han::default()).first();
            let font = own.map_or_else(|| format!("Noto Sans {name}"), |own| (*own).to_owned());
            (name, Some(font))
        }
    }
}
