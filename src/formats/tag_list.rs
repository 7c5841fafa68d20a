//! Several texts in one value, with `;` between.

/// The texts of a list. A `;` or `\` that belongs to a text stands behind a `\`, and so does a blank at its
/// beginning or end.
pub fn tags_in(list: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut text = String::new();
    // Blanks behind this many bytes are none of the text.
    let mut kept = 0;
    let mut letters = list.chars().peekable();
    while let Some(letter) = letters.next() {
        let escaped = match letter {
            '\\' => letters.next_if(|next| matches!(next, ';' | '\\') || next.is_whitespace()),
            ';' => {
                text.truncate(kept);
                texts.push(std::mem::take(&mut text));
                kept = 0;
                continue;
            }
            _ => None,
        };
        let letter = escaped.unwrap_or(letter);
        let is_blank = escaped.is_none() && letter.is_whitespace();
        if is_blank && text.is_empty() {
            continue;
        }
        text.push(letter);
        if !is_blank {
            kept = text.len();
        }
    }
    text.truncate(kept);
    texts.push(text);
    texts.retain(|text| !text.is_empty());
    texts
}

/// A list of texts as one value that [`tags_in`] reads.
pub fn list_of(texts: &[String]) -> String {
    let escaped = |text: &String| {
        let last = text.char_indices().last().map_or(0, |(at, _)| at);
        let mut escaped = String::with_capacity(text.len());
        for (at, letter) in text.char_indices() {
            let is_at_an_end = at == 0 || at == last;
            if matches!(letter, ';' | '\\') || is_at_an_end && letter.is_whitespace() {
                escaped.push('\\');
            }
            escaped.push(letter);
        }
        escaped
    };
    texts.iter().map(escaped).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_reads_back_whatever_its_texts_hold() {
        for texts in
            [vec!["NATO"], vec!["a;b", "c\\", "\\;"], vec![" a", "b ", " ", " \u{a0} "], vec![]]
        {
            let texts: Vec<String> = texts.into_iter().map(str::to_owned).collect();
            assert_eq!(tags_in(&list_of(&texts)), texts);
        }
        assert_eq!(tags_in("NATO; EU ; ;\\"), ["NATO", "EU", "\\"]);
        assert_eq!(tags_in("C:\\dir"), ["C:\\dir"], "a backslash before any other letter is one");
    }
}
