//! Texts without case and marks, so that what a person types meets what is written.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Letters with marks by those without, made by `assets/names/make.py`.
const FOLDING: &str = include_str!("../../assets/names/folding.txt");

static PLAIN: LazyLock<HashMap<char, &'static str>> = LazyLock::new(|| {
    let lines = FOLDING.lines().filter_map(|line| line.split_once('\t'));
    lines.flat_map(|(plain, marked)| marked.chars().map(move |c| (c, plain))).collect()
});

/// A text in lower case and then without marks: “İstanbul” and “ISTANBUL” are “istanbul”, “Côte” is
/// “cote”, “Straße” is “strasse”. Spaces and punctuation stay, but for apostrophes and dashes, of which
/// each kind becomes the plain one.
///
/// Marks are taken from Latin, Greek, Cyrillic and Arabic letters, and traditional Chinese characters become
/// simplified ones; other scripts stay as they are.
pub fn fold(text: &str) -> String {
    // No letter of ASCII has a mark.
    if text.is_ascii() {
        return text.to_ascii_lowercase().replace('`', "'");
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | ' ' => folded.push(letter),
            '’' | '‘' | 'ʼ' | 'ʻ' | '´' | '`' => folded.push('\''),
            '‐'..='―' | '−' => folded.push('-'),
            letter if is_mark(letter) => {}
            letter => match PLAIN.get(&letter) {
                Some(plain) => folded.push_str(plain),
                None => folded.push(letter),
            },
        }
    }
    folded
}

/// A name without capitals and with one space between its words. Two names of a map that are equal so are
/// taken for the same; marks on letters still tell them apart.
pub fn caseless(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        match word.is_ascii() {
            true => folded.push_str(word),
            false => folded.extend(word.chars().flat_map(char::to_lowercase)),
        }
    }
    folded.make_ascii_lowercase();
    folded
}

/// Whether a character only adds to the letter before it, in the scripts that [`fold`] knows.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{200b}'..='\u{200f}')
}

/// The words of a folded text with one space between them, abbreviations written out.
pub(super) fn words(folded: &str) -> String {
    if folded.is_ascii() && !folded.contains('\'') {
        return words_of_ascii(folded);
    }
    let is_word = |c: char| c.is_alphanumeric() || is_dependent_vowel(c);
    let spaced: String =
        folded.chars().filter(|c| *c != '\'').map(|c| if is_word(c) { c } else { ' ' }).collect();
    let words: Vec<&str> = spaced.split_whitespace().map(written_out).collect();
    words.join(" ")
}

/// The same of a text without other letters and without apostrophes: most names are such, and tens of thousands may
/// be looked up.
fn words_of_ascii(folded: &str) -> String {
    let mut words = String::with_capacity(folded.len() + 8);
    for word in folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(written_out(word));
    }
    words
}

/// Vowel signs and the like of scripts such as Devanagari and Thai belong to words, though they aren't
/// letters by themselves.
fn is_dependent_vowel(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// What names are compared by: the words of a text without those that come and go, in one piece. So
/// “Viet Nam” and “Vietnam”, “U.S.A.” and “USA”, “St. Lucia” and “Saint Lucia” are the same.
pub(super) fn name_key(text: &str) -> String {
    let words = match text.contains(['&', '.']) {
        true => words(&fold(&with_marked_initials(&text.replace('&', " and ")))),
        false => words(&fold(text)),
    };
    if words.is_ascii() {
        return key_of(&words.split(' ').collect::<Vec<_>>());
    }
    let words = match words.contains("о в") {
        true => format!(" {words} ").replace(" о ва ", " острова ").replace(" о в ", " остров "),
        false => words,
    };
    let arabic: Vec<Cow<'_, str>> = words.trim().split(' ').map(without_arabic_article).collect();
    let split: Vec<&str> = arabic.iter().map(AsRef::as_ref).collect();
    without_han_and_and_island(key_of(&split).replace(INITIAL, ""))
}

/// Words in one piece without those that come and go.
fn key_of(split: &[&str]) -> String {
    let says = |word: &&str| !matches!(*word, "the" | "of");
    let first = split.iter().position(says).unwrap_or(0);
    let last = split.iter().rposition(says).unwrap_or(0);
    let is_kept =
        |(place, word): &(usize, &&str)| !comes_and_goes(word, first < *place && *place < last);
    let kept: Vec<&str> = split.iter().enumerate().filter(is_kept).map(|(_, word)| *word).collect();
    if kept.is_empty() { split.concat() } else { joined(&kept) }
}

/// A key without the Chinese and Japanese words for “and”, wherever they stand, and for islands behind a name:
/// “特立尼达与多巴哥” and “特立尼达和多巴哥”, “格陵兰岛” and “格陵兰” are the same.
fn without_han_and_and_island(key: String) -> String {
    if !key.contains(|c| ('\u{3040}'..='\u{9fff}').contains(&c)) {
        return key;
    }
    let key =
        ["および", "及び", "及", "与", "和"].iter().fold(key, |key, and| key.replace(and, ""));
    let ends = ["群岛", "诸岛", "列岛", "岛"];
    let name = ends.iter().find_map(|end| key.strip_suffix(end));
    let name = name.filter(|name| name.chars().nth(1).is_some());
    name.map_or_else(|| key.clone(), str::to_owned)
}

/// What marks a letter with a point behind it, which is never “and”: “E. Germany”.
const INITIAL: char = 'ˑ';

/// A text with a mark behind each single letter that a point follows.
fn with_marked_initials(text: &str) -> String {
    let mut marked = String::with_capacity(text.len());
    let (mut before, mut last) = (' ', ' ');
    for letter in text.chars() {
        if letter == '.' && last.is_alphabetic() && !before.is_alphanumeric() {
            marked.push(INITIAL);
        }
        marked.push(letter);
        (before, last) = (last, letter);
    }
    marked
}

/// A word without the Arabic article: “الفيتنام” and “فيتنام” are the same, and so are “و الكايكوس” and
/// “وكايكوس”. What is left is no word where the letters were no article, but it is so in every name.
fn without_arabic_article(word: &str) -> Cow<'_, str> {
    const SHORTEST: usize = 3 * 'ا'.len_utf8();
    let (and, word_alone) = match word.strip_prefix("وال") {
        Some(_) => word.split_at('و'.len_utf8()),
        None => ("", word),
    };
    match word_alone.strip_prefix("ال").filter(|rest| rest.len() >= SHORTEST) {
        Some(rest) if and.is_empty() => Cow::Borrowed(rest),
        Some(rest) => Cow::Owned(format!("{and}{rest}")),
        None => Cow::Borrowed(word),
    }
}

/// Words in one piece, but for single letters beside longer words: “U.S.A.” is “USA”, while “S. Sudan” is
/// no “Ssudan”. What stands for an article, as in “Cote d Ivoire”, belongs to its word.
fn joined(words: &[&str]) -> String {
    let is_initial = |word: &str| {
        let letter = word.trim_end_matches(INITIAL);
        letter.len() == 1
            && letter.starts_with(|c: char| c.is_ascii_lowercase() && !"dl".contains(c))
    };
    let mut key = String::new();
    for (place, word) in words.iter().enumerate() {
        let before = place.checked_sub(1).map(|before| is_initial(words[before]));
        if before.is_some_and(|before| before != is_initial(word)) {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}

/// Whether a word may as well be left out. Single letters are words only in the middle: “E. Germany”. The
/// Arabic “and” stays, since it is as often written in one piece with the word behind it.
fn comes_and_goes(word: &str, in_the_middle: bool) -> bool {
    match word {
        "the" | "of" | "and" | "et" | "und" => true,
        word => in_the_middle && is_and(word) && word != "و",
    }
}

/// Whether a word is “and” in one of the languages of the table.
pub(super) fn is_and(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "et"
            | "und"
            | "y"
            | "e"
            | "en"
            | "i"
            | "a"
            | "och"
            | "ve"
            | "dan"
            | "va"
            | "и"
            | "і"
            | "й"
            | "та"
            | "και"
            | "और"
            | "و"
    )
}

fn written_out(word: &str) -> &str {
    match word {
        "st" => "saint",
        // “Rép. dém.” and “Rep. Checa” are abbreviations as well.
        "rep" | "republique" | "republica" | "republik" => "republic",
        "dem" | "democratique" | "democratica" => "democratic",
        "dt" => "deutsches",
        "is" => "islands",
        "sts" => "states",
        "fed" => "federal",
        "soc" => "socialist",
        "isls" => "islands",
        "terr" => "territory",
        "utd" => "united",
        "brit" => "british",
        "emp" => "empire",
        "الديموقراطيه" => "الديمقراطيه",
        word => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_letters_are_folded_as_they_would_be_beside_others() {
        for letter in (0..128).map(char::from) {
            assert_eq!(fold(&format!("{letter}日")), format!("{}日", fold(&letter.to_string())));
        }
    }

    proptest::proptest! {
        #[test]
        fn words_of_plain_letters_are_those_that_they_would_be_beside_others(
            text in "([a-z0-9 .,-]|st |rep|the | of |and ){0,8}",
        ) {
            let beside_others = words(&format!("{text} 日"));
            let alone = format!("{} 日", words(&text));
            proptest::prop_assert_eq!(alone.trim(), &beside_others);
        }
    }

    #[test]
    fn case_goes_before_marks() {
        for (text, folded) in [
            ("İstanbul Ligi", "istanbul ligi"),
            ("ISTANBUL", "istanbul"),
            ("ıI", "ii"),
            ("Co\u{302}te d’Ivoire", "cote d'ivoire"),
            ("Straße", "strasse"),
            ("Україна", "украіна"),
            ("الأُرْدُنّ", "الاردن"),
            ("Ｊａｐａｎ", "japan"),
            ("日本", "日本"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn spellings_of_one_name_have_one_key() {
        for same in [
            ["Viet Nam", "VIETNAM", "Viet-Nam"],
            ["U.S.A.", "USA", "U S A"],
            ["St. Lucia", "Saint Lucia", "ST LUCIA"],
            ["Bosnia & Herzegovina", "Bosnia and Herzegovina", "Bosnia-Herzegovina"],
        ] {
            let keys = same.map(name_key);
            assert!(keys.iter().all(|key| *key == keys[0]), "{keys:?}");
        }
        assert_ne!(name_key("S. Sudan"), name_key("Ssudan"));
        assert_ne!(name_key("Korea, N."), name_key("Korean"));
        assert_eq!(name_key("Cote d Ivoire"), name_key("Côte d’Ivoire"));
        assert_ne!(name_key("the E. Germany"), name_key("Germany"));
        assert_ne!(name_key("Republic of E. Germany"), name_key("Republic of Germany"));
        assert_eq!(name_key("U.A.E. (the)"), name_key("UAE"));
        assert_eq!(name_key("ОСТРОВА КУКА"), name_key("О-ва Кука"));
        assert_eq!(name_key("АВСТРО-ВЕНГРИЯ"), name_key("Австро-Венгрия"));
        assert_eq!(name_key("ترينيداد و توباغو"), name_key("ترينيداد وتوباغو"));
        assert_eq!(name_key("الفيتنام"), name_key("فيتنام"));
        assert_eq!(name_key("جزر التّرك و الكايكوس"), name_key("جزر ترك وكايكوس"));
        assert_eq!(name_key("the"), "the");
        assert_eq!(name_key(" – "), "");
    }
}
