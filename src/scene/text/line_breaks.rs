//! Where a line may break in text that has no spaces.

use unicode_script::{Script, UnicodeScript as _};
use unicode_segmentation::UnicodeSegmentation as _;

/// What never begins a line: closing marks, small kana, marks that lengthen or repeat.
const NEVER_FIRST: &str = "、。，．・：；？！）」』】》〉〕］｝”’…ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.;:!?)]}%％";
/// What never ends a line: opening marks.
const NEVER_LAST: &str = "（「『【《〈〔［｛“‘([{";
/// Vowels of Thai and Lao that are written before the consonant they follow, and so begin a syllable.
const LEADING_VOWELS: &str = "เแโใไເແໂໃໄ";
/// Signs of Thai and Lao that belong to the syllable before.
const FOLLOWING_SIGNS: &str = "ะาำๅๆฯะາຳໆຯຽ";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// Written without spaces, each letter a unit.
    Ideograph,
    /// Written without spaces, in syllables that only a dictionary knows.
    Syllabic,
    Other,
}

/// The bytes before which a line may begin, besides after a space. Chinese, Japanese and Korean break
/// between letters except at marks that must not begin or end a line; Thai, Lao, Khmer and Burmese,
/// whose words only a dictionary knows, where a syllable surely begins, or, where there is no such
/// place, between any two clusters.
pub(super) fn opportunities(text: &str) -> Vec<usize> {
    let mut sure = Vec::new();
    let mut possible = Vec::new();
    let mut before: Option<&str> = None;
    for (at, cluster) in text.grapheme_indices(true) {
        if let Some(before) = before {
            let sorts = (sort(before), sort(cluster));
            let held = starts_in(cluster, NEVER_FIRST) || ends_in(before, NEVER_LAST);
            match sorts {
                _ if held || is_space(before) || is_space(cluster) => {}
                (Sort::Ideograph, _) | (_, Sort::Ideograph) => sure.push(at),
                (Sort::Syllabic, Sort::Syllabic) if starts_in(cluster, LEADING_VOWELS) => {
                    sure.push(at);
                }
                (Sort::Syllabic, Sort::Syllabic)
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

fn sort(cluster: &str) -> Sort {
    match cluster.chars().next().map_or(Script::Unknown, |letter| letter.script()) {
        Script::Han | Script::Hiragana | Script::Katakana | Script::Bopomofo | Script::Hangul => {
            Sort::Ideograph
        }
        Script::Thai | Script::Lao | Script::Khmer | Script::Myanmar => Sort::Syllabic,
        _ => Sort::Other,
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
