//! The names that may mean several nations, as they are asked about: one that was answered stays where it
//! is, so that its answer can be changed.

use std::collections::BTreeMap;

use crate::formats::Question;

/// The answers: a name as written to a code, or to nothing where it is none of the nations.
type Meant = BTreeMap<String, Option<String>>;

/// The names that are asked about, those without an answer first.
#[derive(Debug, Default)]
pub(super) struct AskedNames(Vec<Question>);

impl AskedNames {
    /// Takes the names without an answer. Those that were asked about before keep their places; what is
    /// asked about no more, and was never answered, goes.
    pub fn take(&mut self, questions: &[Question], meant: Option<&Meant>) {
        let is_answered = |text: &String| meant.is_some_and(|meant| meant.contains_key(text));
        let is_asked = |text: &String| questions.iter().any(|question| question.text == *text);
        self.0.retain(|name| is_asked(&name.text) || is_answered(&name.text));
        for question in questions {
            if self.0.iter().all(|name| name.text != question.text) {
                let place = self.0.iter().position(|name| is_answered(&name.text));
                self.0.insert(place.unwrap_or(self.0.len()), question.clone());
            }
        }
    }

    /// The names, of those without an answer at most so many; the others follow once these are answered.
    pub fn shown(&self, meant: &Meant, most: usize) -> Vec<Question> {
        let mut unanswered = 0;
        let mut is_shown = |name: &&Question| {
            unanswered += usize::from(!meant.contains_key(&name.text));
            meant.contains_key(&name.text) || unanswered <= most
        };
        self.0.iter().filter(|name| is_shown(name)).cloned().collect()
    }

    /// How many have no answer.
    pub fn unanswered(&self, meant: &Meant) -> usize {
        self.0.iter().filter(|name| !meant.contains_key(&name.text)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::Spot;

    fn question(text: &str) -> Question {
        Question { text: text.to_owned(), candidates: Vec::new(), count: 1, spot: Spot::default() }
    }

    fn texts(names: &AskedNames, meant: &Meant, most: usize) -> Vec<String> {
        names.shown(meant, most).into_iter().map(|name| name.text).collect()
    }

    #[test]
    fn what_was_answered_stays_in_its_place() {
        let mut names = AskedNames::default();
        let mut meant = Meant::new();
        let all = ["a", "b", "c"].map(question);
        names.take(&all, Some(&meant));
        meant.insert("b".to_owned(), Some("COD".to_owned()));
        names.take(&[question("a"), question("c")], Some(&meant));
        assert_eq!(texts(&names, &meant, 9), ["a", "b", "c"]);
        assert_eq!(names.unanswered(&meant), 2);
        // A new one comes before what is answered, and one that the table lacks now goes.
        names.take(&["a", "d"].map(question), Some(&meant));
        assert_eq!(texts(&names, &meant, 9), ["a", "d", "b"]);
    }

    #[test]
    fn so_many_are_asked_about_in_one_go() {
        let mut names = AskedNames::default();
        let mut meant = Meant::new();
        let all = ["a", "b", "c"].map(question);
        names.take(&all, Some(&meant));
        assert_eq!(texts(&names, &meant, 2), ["a", "b"]);
        meant.insert("a".to_owned(), None);
        assert_eq!(texts(&names, &meant, 2), ["a", "b", "c"]);
        assert_eq!(texts(&names, &meant, 1), ["a", "b"]);
    }
}
