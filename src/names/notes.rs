//! What stands around a name in lists: footnotes, numbers, articles, years, “formerly”.

/// Articles that lists put before a name or behind it in brackets, in small letters.
const ARTICLES: &[&str] = &[
    "the ", "le ", "la ", "les ", "l'", "l’", "el ", "los ", "las ", "der ", "die ", "das ", "o ",
    "a ", "os ", "as ",
];

/// What says of a second name how it stands to the first, in small letters.
const REMARKS: &[&str] = &[
    "formerly known as ",
    "formerly called ",
    "formerly ",
    "previously ",
    "the former ",
    "former ",
    "also known as ",
    "also called ",
    "also ",
    "now called ",
    "now ",
    "aka ",
    "a.k.a. ",
    "ex-",
    "ex ",
    "or ",
];

/// What brackets behind a name say of the language in which it is given, in small letters.
const LANGUAGES: &[&str] = &[
    "english",
    "french",
    "german",
    "italian",
    "romansh",
    "spanish",
    "portuguese",
    "dutch",
    "arabic",
    "russian",
    "chinese",
    "hanyu pinyin",
    "pinyin",
    "japanese",
    "korean",
    "tetum",
    "comorian",
    "kurdish",
    "fijian",
    "somali",
    "hindi",
    "papiamento",
    "albanian",
    "serbian",
    "kirundi",
    "swedish",
    "finnish",
    "belarusian",
    "haitian creole",
    "hebrew",
    "greek",
    "turkish",
    "swahili",
    "sinhala",
    "tamil",
    "unofficial",
    "official",
];

/// What brackets behind a name say of its being a member of something, in small letters.
const MEMBERSHIP: &[&str] = &[
    "observer",
    "observers",
    "associate",
    "associated",
    "founder",
    "founding",
    "candidate",
    "applicant",
    "signatory",
    "suspended",
    "withdrew",
    "withdrawn",
    "left",
    "joined",
    "acceded",
    "expelled",
    "rejoined",
    "beobachter",
    "kandidat",
    "gründungsmitglied",
    "ausgetreten",
    "suspendiert",
    "observateur",
    "candidat",
    "observador",
];

/// Words that may stand beside these.
const BESIDE: &[&str] = &[
    "member", "state", "status", "only", "as", "in", "since", "from", "until", "to", "seit", "bis",
    "depuis",
];

/// A text without the number before it and the marks of footnotes behind it: “12. France”, “France[a]”,
/// “France*”, “France²”.
pub(super) fn without_notes(text: &str) -> &str {
    let numbered = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let text = match numbered.strip_prefix(['.', ')']) {
        Some(name) if numbered.len() < text.len() => name.trim_start(),
        _ => text,
    };
    let mut rest = text;
    loop {
        let shorter = rest.trim_end_matches(['*', '†', '‡', '§', '¶', '#', '¹', '²', '³', ' ']);
        let shorter = match shorter.rsplit_once(['[', '(']) {
            Some((name, note)) if is_note(note) && !name.is_empty() => name,
            _ => shorter,
        };
        if shorter.is_empty() || shorter.len() == rest.len() {
            return rest;
        }
        rest = shorter;
    }
}

/// A name without the language that brackets behind it say: “Suisse (French)”. “Morocco (Spanish)” is another
/// than “Morocco”, so that this is only for a name that isn't known with it.
pub(super) fn without_language(text: &str) -> Option<&str> {
    let (name, language) = text.trim_end().strip_suffix([']', ')'])?.rsplit_once(['(', '['])?;
    let is_language = LANGUAGES.contains(&language.trim().to_lowercase().as_str());
    Some(name.trim()).filter(|name| is_language && !name.is_empty())
}

/// A name without what brackets behind it say of its being a member: “New Zealand (suspended 1986)”. A year alone says
/// which nation is meant.
pub(super) fn without_membership(text: &str) -> Option<&str> {
    let (name, said) = text.trim_end().strip_suffix([']', ')'])?.rsplit_once(['(', '['])?;
    let said = said.to_lowercase();
    let words = said.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (years, words): (Vec<&str>, Vec<&str>) =
        words.partition(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    let says_it = words.iter().any(|word| MEMBERSHIP.contains(word));
    let is_all = words.iter().all(|word| MEMBERSHIP.contains(word) || BESIDE.contains(word));
    Some(name.trim()).filter(|name| says_it && is_all && years.len() < 3 && !name.is_empty())
}

/// Whether what stands behind an opening bracket is a footnote's mark: “a]”, “12]”, “note 1]”, “1)”.
fn is_note(note: &str) -> bool {
    match note.strip_suffix(']') {
        Some(mark) => is_footnote_mark(mark),
        None => note.strip_suffix(')').is_some_and(|mark| {
            matches!(mark.len(), 1 | 2) && mark.bytes().all(|byte| byte.is_ascii_digit())
        }),
    }
}

/// Whether it is “a”, “12” or “note 3”. “South” and “US” tell one nation from another.
fn is_footnote_mark(mark: &str) -> bool {
    let mark = mark.trim();
    let words = ["note", "Note", "nb", "n"];
    let mark = words.iter().find_map(|word| mark.strip_prefix(word)).unwrap_or(mark).trim();
    let is_number = mark.len() <= 3 && mark.bytes().all(|byte| byte.is_ascii_digit());
    is_number || mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// A name without the article before it, if one stands there.
pub(super) fn without_article(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let behind = |article: &&str| {
        let start = text.get(..article.len())?;
        start.eq_ignore_ascii_case(article).then(|| &text[article.len()..])
    };
    ARTICLES.iter().find_map(behind).map(str::trim_start).filter(|name| !name.is_empty())
}

/// A name without “formerly” and the like before it.
pub(super) fn without_remark(text: &str) -> &str {
    let text = text.trim();
    let behind = |remark: &&str| {
        let start = text.get(..remark.len())?;
        start.eq_ignore_ascii_case(remark).then(|| text[remark.len()..].trim())
    };
    REMARKS.iter().find_map(behind).unwrap_or(text)
}

/// A name and a year in which it is meant, where brackets behind it hold years: of “Germany (1949–1990)” the
/// middle one, of “Yugoslavia (until 1991)” the one before, of “Russia (since 1991)” the one after.
pub(super) fn years_in_brackets(text: &str) -> Option<(&str, i32)> {
    let (name, years) = text.trim_end().strip_suffix([')', ']'])?.rsplit_once(['(', '['])?;
    let years = years.trim().to_lowercase();
    let year = |text: &str| {
        let text = text.trim();
        let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<i32>().ok().filter(|_| is_year)
    };
    let after = |words: &[&str]| words.iter().find_map(|word| year(years.strip_prefix(word)?));
    let then = match years.split_once(['-', '–', '—']) {
        Some((first, "" | "present")) => year(first)? + 1,
        Some(("", last)) => year(last)? - 1,
        Some((first, last)) => (year(first)? + year(last)?) / 2,
        None => year(&years)
            .or_else(|| Some(after(&["until", "to", "before", "till", "up to"])? - 1))
            .or_else(|| Some(after(&["since", "from", "after"])? + 1))?,
    };
    (!name.trim().is_empty()).then(|| (name.trim(), then))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_go_and_names_stay() {
        for text in [
            "France[a]",
            "France*",
            "12. France",
            "France [12] ",
            "France²",
            "3) France",
            "France (1)",
            "France [note 3]",
        ] {
            assert_eq!(without_notes(text), "France", "{text}");
        }
        for text in ["Sudan [South]", "Samoa [US]"] {
            assert_eq!(without_notes(text), text);
        }
        for text in ["Korea (South)", "[1]", "*", "12", "12.", "Iran (Islamic Republic of)"] {
            assert_eq!(without_notes(text).is_empty(), text == "12.", "{text}");
        }
    }

    #[test]
    fn a_language_is_no_part_of_the_name() {
        assert_eq!(without_language("Suisse (French)"), Some("Suisse"));
        assert_eq!(without_language("Viti [Fijian]"), Some("Viti"));
        assert_eq!(without_language("Korea (South)"), None);
        assert_eq!(without_language("(French)"), None);
    }

    #[test]
    fn being_a_member_is_no_part_of_the_name() {
        for text in [
            "France (observer)",
            "France (observer since 1990)",
            "France [left 1966, rejoined 2009]",
            "France (founding member)",
        ] {
            assert_eq!(without_membership(text), Some("France"), "{text}");
        }
        for text in ["Georgia (US state)", "France (1949)", "France (member)", "(observer)", "x"] {
            assert_eq!(without_membership(text), None, "{text}");
        }
    }

    #[test]
    fn years_say_when() {
        for (text, read) in [
            ("Germany (1949–1990)", Some(("Germany", 1969))),
            ("Russia (until 1917)", Some(("Russia", 1916))),
            ("Russia (since 1991)", Some(("Russia", 1992))),
            ("Serbia (1992-)", Some(("Serbia", 1993))),
            ("Korea (1900)", Some(("Korea", 1900))),
            ("Korea (South)", None),
            ("(1900)", None),
            ("Korea (99999)", None),
            ("Korea (1é)", None),
        ] {
            assert_eq!(years_in_brackets(text), read, "{text}");
        }
    }
}
