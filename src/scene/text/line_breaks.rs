//! Where a line may break in text without spaces.

use unicode_script::{Script, UnicodeScript as _};
use unicode_segmentation::UnicodeSegmentation as _;

/// Characters that never begin a line: closing punctuation, small kana, length and iteration marks.
const NEVER_FIRST: &str = "、。，．・：；？！）」』】》〉〕］｝”’…ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.;:!?)]}%％";
/// Characters that never end a line: opening punctuation.
const NEVER_LAST: &str = "（「『【《〈〔［｛“‘([{";
/// Vowels of Thai and Lao that are written before their consonant, and so begin a syllable.
const LEADING_VOWELS: &str = "เแโใไເແໂໃໄ";
/// Signs of Thai and Lao that belong to the syllable before.
const FOLLOWING_SIGNS: &str = "ะาำๅๆฯะາຳໆຯຽ";

/// The way in which a letter is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WritingSystem {
    /// Without spaces, each letter being a unit.
    Ideograph,
    /// Without spaces, in syllables whose limits only a dictionary knows.
    Syllabic,
    Other,
}

/// The byte offsets at which a line may begin, apart from those after spaces. Chinese, Japanese and
/// Korean break between letters, except at punctuation that must not begin or end a line. Thai, Lao,
/// Khmer and Burmese, whose words only a dictionary knows, break where a syllable certainly begins, or
/// between any two clusters if there is no such position.
pub(super) fn opportunities(text: &str) -> Vec<usize> {
    let mut sure = Vec::new();
    let mut possible = Vec::new();
    let mut before: Option<&str> = None;
    for (at, cluster) in text.grapheme_indices(true) {
        if let Some(before) = before {
            let systems = (writing_system(before), writing_system(cluster));
            let is_bound = starts_in(cluster, NEVER_FIRST) || ends_in(before, NEVER_LAST);
            match systems {
                _ if is_bound || is_space(before) || is_space(cluster) => {}
                (WritingSystem::Ideograph, _) | (_, WritingSystem::Ideograph) => sure.push(at),
                (WritingSystem::Syllabic, WritingSystem::Syllabic)
                    if starts_in(cluster, LEADING_VOWELS) =>
                {
                    sure.push(at);
                }
                (WritingSystem::Syllabic, WritingSystem::Syllabic)
                    if !starts_in(cluster, FOLLOWING_SIGNS) && !ends_in(before, LEADING_VOWELS) =>
                {
                    possible.push(at);
                }
                _ => {}
            }
        }
        before = Some(cluster);
    }
    if sure.is_empty() { possible } else { sure }
}

fn writing_system(cluster: &str) -> WritingSystem {
    match cluster.chars().next().map_or(Script::Unknown, |letter| letter.script()) {
        Script::Han | Script::Hiragana | Script::Katakana | Script::Bopomofo | Script::Hangul => {
            WritingSystem::Ideograph
        }
        Script::Thai | Script::Lao | Script::Khmer | Script::Myanmar => WritingSystem::Syllabic,
        _ => WritingSystem::Other,
    }
}

fn starts_in(cluster: &str, set: &str) -> bool {
    cluster.chars().next().is_some_and(|letter| set.contains(letter))
}

fn ends_in(cluster: &str, set: &str) -> bool {
    cluster.chars().next_back().is_some_and(|letter| set.contains(letter))
}

fn is_space(cluster: &str) -> bool {
    cluster.chars().all(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str) -> String {
        let cuts = opportunities(text);
        let ends = cuts.iter().copied().chain([text.len()]);
        let starts = [0].into_iter().chain(cuts.iter().copied());
        starts.zip(ends).map(|(start, end)| &text[start..end]).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn east_asian_text_breaks_between_letters_but_not_at_marks() {
        assert_eq!(broken("「日本」。中国"), "「日|本」。|中|国");
        assert_eq!(broken("ニュー"), "ニュー");
        assert_eq!(broken("New York"), "New York");
    }

    #[test]
    fn thai_breaks_where_a_syllable_begins() {
        assert_eq!(broken("ประเทศไทย"), "ประ|เทศ|ไทย");
        assert_eq!(broken("มาก"), "มา|ก");
    }
}
