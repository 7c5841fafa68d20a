//! Several texts in one value, with `;` between.

/// The texts of a list; a `;` or `\` that belongs to a text stands behind a `\`.
pub fn tags_in(list: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut letters = list.chars();
    while let Some(letter) = letters.next() {
        let Some(text) = texts.last_mut() else { break };
        match letter {
            '\\' => match letters.next() {
                Some(next @ (';' | '\\')) => text.push(next),
                Some(next) => text.extend(['\\', next]),
                None => text.push('\\'),
            },
            ';' => texts.push(String::new()),
            letter => text.push(letter),
        }
    }
    let trimmed = texts.iter().map(|text| text.trim().to_owned());
    trimmed.filter(|text| !text.is_empty()).collect()
}

/// A list of texts as one value that [`tags_in`] reads.
pub fn list_of(texts: &[String]) -> String {
    let escaped: Vec<String> =
        texts.iter().map(|text| text.replace('\\', "\\\\").replace(';', "\\;")).collect();
    escaped.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_reads_back_whatever_its_texts_hold() {
        for texts in [vec!["NATO"], vec!["a;b", "c\\", "\\;"], vec![]] {
            let texts: Vec<String> = texts.into_iter().map(str::to_owned).collect();
            assert_eq!(tags_in(&list_of(&texts)), texts);
        }
        assert_eq!(tags_in("NATO;EU; ;\\"), ["NATO", "EU", "\\"]);
    }
}
