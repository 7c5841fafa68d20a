//! Where a name, a code or a number leads.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold::name_key;
use super::known_nation::{KnownNation, NameSort, Years};
use super::scheme::Clue;
use super::table::{all, by_code};

const CHOICES: &str = include_str!("../../assets/names/choices.txt");

/// A nation to which something leads.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lead {
    pub(super) nation: &'static KnownNation,
    pub(super) clue: Clue,
    /// The years in which alone it does.
    pub(super) only_in: Option<Years>,
}

/// Leads by name, code and number.
pub(super) struct Index {
    names: HashMap<String, Vec<Lead>>,
    codes: HashMap<&'static str, Vec<Lead>>,
    numbers: HashMap<u16, Vec<Lead>>,
    choices: HashMap<String, Vec<Lead>>,
    told_by_form: HashMap<&'static str, Vec<Lead>>,
}

/// The index of the whole table, made when first asked.
pub(super) static INDEX: LazyLock<Index> = LazyLock::new(Index::new);

impl Index {
    fn new() -> Self {
        let mut index = Self {
            names: HashMap::new(),
            codes: HashMap::new(),
            numbers: HashMap::new(),
            choices: HashMap::new(),
            told_by_form: HashMap::new(),
        };
        all().iter().for_each(|nation| index.add(nation));
        let lines = CHOICES.lines().filter(|line| !line.starts_with('#'));
        for (texts, codes) in lines.filter_map(|line| line.split_once('|')) {
            let leads: Vec<Lead> = codes.split(' ').filter_map(choice).collect();
            if let Some(code) = texts.strip_prefix('+') {
                index.told_by_form.insert(code, leads);
                continue;
            }
            for text in texts.split(';') {
                index.choices.insert(name_key(text), leads.clone());
            }
        }
        index
    }

    fn add(&mut self, nation: &'static KnownNation) {
        for name in &nation.names {
            let clue = match name.sort {
                NameSort::In("en") => Clue::Name,
                NameSort::In(tag) => Clue::NameIn(tag),
                NameSort::Demonym => Clue::Demonym,
                NameSort::Capital => Clue::Capital,
                NameSort::Part => Clue::Part,
            };
            let lead = Lead { nation, clue, only_in: name.only_in };
            self.names.entry(name_key(name.text)).or_default().push(lead);
        }
        let lead = |clue| Lead { nation, clue, only_in: None };
        let own = if nation.alpha2.is_some() { Clue::Alpha3 } else { Clue::Code };
        let single = [
            (Some(nation.code), own),
            (nation.alpha2, Clue::Alpha2),
            (nation.cow_abbreviation, Clue::CowAbbreviation),
        ];
        let single = single.into_iter().filter_map(|(code, clue)| Some((code?, clue)));
        let withdrawn = nation.withdrawn_codes.iter().map(|code| (*code, Clue::WithdrawnCode));
        let sport = nation.sport_codes.iter().map(|code| (*code, Clue::SportCode));
        for (code, clue) in single.chain(withdrawn).chain(sport) {
            self.codes.entry(code).or_default().push(lead(clue));
        }
        let numbers = [
            (nation.numeric, Clue::Numeric),
            (nation.cow_number, Clue::CowNumber),
            (nation.gleditsch_ward, Clue::GleditschWard),
        ];
        for (number, clue) in numbers.into_iter().filter_map(|(number, clue)| Some((number?, clue)))
        {
            self.numbers.entry(number).or_default().push(lead(clue));
        }
    }

    /// Where a name with this key leads.
    pub(super) fn name(&self, key: &str) -> &[Lead] {
        self.names.get(key).map_or(&[], Vec::as_slice)
    }

    /// The nations between which a name with this key doesn't decide.
    pub(super) fn choice(&self, key: &str) -> &[Lead] {
        self.choices.get(key).map_or(&[], Vec::as_slice)
    }

    /// The nations that names of the one with this code may mean with a form of state, such as “Republic of”.
    pub(super) fn told_by_form(&self, code: &str) -> &[Lead] {
        self.told_by_form.get(code).map_or(&[], Vec::as_slice)
    }

    /// Where a code in capitals leads.
    pub(super) fn code(&self, code: &str) -> &[Lead] {
        self.codes.get(code).map_or(&[], Vec::as_slice)
    }

    /// Where a number leads.
    pub(super) fn number(&self, number: u16) -> &[Lead] {
        self.numbers.get(&number).map_or(&[], Vec::as_slice)
    }
}

/// One of the nations of a choice, such as `COG`, `COW_260` or, for a part of it, `=USA`.
fn choice(text: &str) -> Option<Lead> {
    let (code, clue) = text.strip_prefix('=').map_or((text, Clue::Name), |code| (code, Clue::Part));
    let nation = by_code(&code.replace('_', " "))?;
    Some(Lead { nation, clue, only_in: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_has_several_nations() {
        let lines = CHOICES.lines().filter(|line| !line.starts_with('#'));
        for line in lines {
            let codes = line.split_once('|').expect("texts and codes").1.split(' ');
            let leads: Vec<_> = codes.map(|code| choice(code).expect(line)).collect();
            assert!(leads.len() > 1, "{line}");
        }
    }

    #[test]
    fn no_code_in_force_leads_to_two_nations() {
        for (code, leads) in &INDEX.codes {
            let in_force =
                |lead: &&Lead| matches!(lead.clue, Clue::Alpha2 | Clue::Alpha3 | Clue::Code);
            assert!(leads.iter().filter(in_force).count() <= 1, "{code}");
        }
    }
}
