//! Dates that stand in the texts of edges, where no column says when they were: `war 1991-95`.

use std::borrow::Cow;

use super::super::kind_sign::sign_of_kind;
use super::super::passive_kinds;
use crate::formats::network::Network;
use crate::formats::plain_lines::{When, dated_text, is_bare_year};
use crate::formats::problems::{Remarks, Spot};

/// Which texts may be dates.
pub struct DatesInTexts {
    /// Whether each text along an edge that is a number is a year.
    numbers_are_years: bool,
}

impl DatesInTexts {
    /// By the texts along the edges of a network.
    pub fn of(network: &Network) -> Self {
        let is_number =
            |label: &&str| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_digit());
        let labels = network.edges.iter().filter_map(|edge| edge.label.as_deref());
        let mut numbers = labels.map(str::trim).filter(is_number).peekable();
        Self { numbers_are_years: numbers.peek().is_some() && numbers.all(is_bare_year) }
    }

    /// Takes the date of a label out of it, else that of the only kind; what else they say stays there.
    pub fn take(
        &self,
        label: &mut String,
        kinds: &mut Vec<Cow<'_, str>>,
        (spot, remarks): (Spot, &mut Remarks),
    ) -> Option<When> {
        if let Some((rest, when)) = self.read(label) {
            remark_on_date(label, spot, remarks);
            *label = rest.to_owned();
            return Some(when);
        }
        let [kind] = kinds.as_mut_slice() else { return None };
        let (rest, when) = self.read(kind)?;
        let rest = rest.to_owned();
        if !rest.is_empty() && !says_kind(&rest) {
            return None;
        }
        remark_on_date(kind, spot, remarks);
        *kind = Cow::Owned(rest);
        kinds.retain(|kind| !kind.is_empty());
        Some(when)
    }

    /// What a text says beside a date, and that.
    fn read<'t>(&self, text: &'t str) -> Option<(&'t str, When)> {
        if self.numbers_are_years && is_bare_year(text) {
            let since = text.trim().trim_end_matches('.').parse().ok()?;
            return Some(("", When { since: Some(since), ..When::default() }));
        }
        let dated = dated_text(text, &says_kind)?;
        Some((dated.rest, dated.when))
    }
}

/// Whether a text is a kind of tie, as far as words are known.
fn says_kind(text: &str) -> bool {
    sign_of_kind(text).is_some() || passive_kinds::active(text).is_some()
}

fn remark_on_date(text: &str, spot: Spot, remarks: &mut Remarks) {
    remarks.warn(
        spot,
        text,
        "has a date in the text of a tie",
        "The tie has it as when it began or ended, and the rest as its text.",
        "",
    );
}
