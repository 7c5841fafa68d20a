//! A map as the bytes of a file, and what of it the file doesn't keep.

use std::fmt;

/// The bytes of a file, and what of the map isn't in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// What the format has no place for; empty if the file reads back as the same map.
    pub losses: Vec<Loss>,
}

/// Something of a map that a format has no place for.
///
/// Displayed, it reads: *12 names of nations aren't kept.* or *1 membership is written with the kind
/// “member”.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// What is lost, as one and as several of them behind a number: “name of a nation”, “names of nations”.
    pub what: [&'static str; 2],
    /// How many of them the map has; never 0.
    pub count: usize,
    /// How it is expressed otherwise, behind “is” or “are”, such as “written with the kind “member””; `None`
    /// where it is left out.
    pub instead: Option<&'static str>,
    /// Which ones they are, and why, as far as that is said; else empty.
    pub which: String,
}

/// So many of several losses of one sort are named.
const MOST_NAMED: usize = 3;

impl Loss {
    /// So many of them are left out; `None` where there are none.
    pub fn left_out(what: [&'static str; 2], count: usize) -> Option<Self> {
        (count > 0).then_some(Self { what, count, instead: None, which: String::new() })
    }

    /// These, each named with its reason, are left out; `None` where there are none.
    pub fn named(what: [&'static str; 2], which: &[String]) -> Option<Self> {
        let more = which.len().saturating_sub(MOST_NAMED);
        let mut named = which[..which.len() - more].join("; ");
        if more > 0 {
            named.push_str(&format!("; and {more} more"));
        }
        Self::left_out(what, which.len()).map(|loss| Self { which: named, ..loss })
    }

    /// So many of them are expressed otherwise; `None` where there are none.
    pub fn expressed(what: [&'static str; 2], count: usize, instead: &'static str) -> Option<Self> {
        (count > 0).then_some(Self { what, count, instead: Some(instead), which: String::new() })
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what: [one, several], count, instead, which } = self;
        let which = if which.is_empty() { String::new() } else { format!(": {which}") };
        match (count, instead) {
            (1, Some(instead)) => write!(f, "1 {one} is {instead}."),
            (1, None) => write!(f, "1 {one} isn't kept{which}."),
            (_, Some(instead)) => write!(f, "{count} {several} are {instead}."),
            (_, None) => write!(f, "{count} {several} aren't kept{which}."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loss_reads_as_a_sentence_of_one_and_of_several() {
        let pins = |count| Loss::left_out(["pin", "pins"], count).map(|loss| loss.to_string());
        assert_eq!(pins(0), None);
        assert_eq!(pins(1).as_deref(), Some("1 pin isn't kept."));
        assert_eq!(pins(2).as_deref(), Some("2 pins aren't kept."));
        let of = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            Loss::named(["pin", "pins"], &names).map(|loss| loss.to_string())
        };
        assert_eq!(of(&[]), None);
        assert_eq!(of(&["Mali"]).as_deref(), Some("1 pin isn't kept: Mali."));
        let several = "5 pins aren't kept: a; b; c; and 2 more.";
        assert_eq!(of(&["a", "b", "c", "d", "e"]).as_deref(), Some(several));
        let said = |count| {
            let loss = Loss::expressed(["mutual tie", "mutual ties"], count, "written twice");
            loss.map(|loss| loss.to_string())
        };
        assert_eq!(said(1).as_deref(), Some("1 mutual tie is written twice."));
        assert_eq!(said(9).as_deref(), Some("9 mutual ties are written twice."));
    }
}
