//! What was found out about texts, of which a file has some again and again.

use super::text_index::TextIndex;

/// So many texts are remembered, the first ones. Others are asked about anew.
const MOST: usize = 10_000;

/// What was found out about each text, so that it needn't be found out anew for each row that has it.
#[derive(Clone, Debug)]
pub struct KnownTexts<T> {
    index: TextIndex,
    found: Vec<T>,
}

impl<T> Default for KnownTexts<T> {
    fn default() -> Self {
        Self { index: TextIndex::default(), found: Vec::new() }
    }
}

impl<T: Clone> KnownTexts<T> {
    /// What was found out about a text, or is now.
    pub fn of(&mut self, text: &str, find: impl FnOnce(&str) -> T) -> T {
        let number = self.index.get(text);
        if let Some(found) = number.and_then(|number| self.found.get(number as usize)) {
            return found.clone();
        }
        let found = find(text);
        if self.found.len() < MOST {
            self.index.add(text, self.found.len() as u32);
            self.found.push(found.clone());
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_is_asked_about_once_as_far_as_they_are_few() {
        let (mut known, mut asked) = (KnownTexts::default(), 0);
        let texts: Vec<String> = (0..MOST + 2).map(|number| number.to_string()).collect();
        for _ in 0..3 {
            for text in &texts {
                let len = known.of(text, |text| {
                    asked += 1;
                    text.len()
                });
                assert_eq!(len, text.len());
            }
        }
        assert_eq!(asked, MOST + 3 * 2);
    }
}
