//! What differs between two records that are the same one, field by field.

use crate::model::{Attribute, Attributes, Extra, PartialDate};

/// Which value stands where two maps say different things of the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Preference {
    /// That of the map that is merged into.
    #[default]
    Ours,
    /// That of the other map.
    Theirs,
}

/// A field in which the other map says something else, or something where this one says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The field, such as `label` or `attribute “gdp”`.
    pub field: String,
    /// What this map says; empty where it says nothing.
    pub ours: String,
    /// What the other map says.
    pub theirs: String,
    /// Whether the other map's value stands after merging.
    pub is_taken: bool,
}

/// Brings the fields of a record together and notes where they differ.
#[derive(Debug, Default)]
pub(super) struct Fields {
    preference: Preference,
    pub(super) differences: Vec<Difference>,
}

impl Fields {
    pub(super) fn preferring(preference: Preference) -> Self {
        Self { preference, differences: Vec::new() }
    }

    /// Brings one field together. A value equal to `nothing` says nothing.
    pub(super) fn value<T: PartialEq + Clone>(
        &mut self,
        field: &str,
        (ours, theirs): (&mut T, &T),
        nothing: &T,
        show: impl Fn(&T) -> String,
    ) {
        if ours == theirs || theirs == nothing {
            return;
        }
        let is_filled = ours == nothing;
        let is_taken = is_filled || self.preference == Preference::Theirs;
        let shown = if is_filled { String::new() } else { show(ours) };
        self.note(field, shown, show(theirs), is_taken);
        if is_taken {
            ours.clone_from(theirs);
        }
    }

    /// Brings a field together of which every value says something.
    pub(super) fn choice<T: PartialEq + Clone>(
        &mut self,
        field: &str,
        (ours, theirs): (&mut T, &T),
        show: impl Fn(&T) -> String,
    ) {
        if ours != theirs {
            let is_taken = self.preference == Preference::Theirs;
            self.note(field, show(ours), show(theirs), is_taken);
            if is_taken {
                ours.clone_from(theirs);
            }
        }
    }

    pub(super) fn text(&mut self, field: &str, ours: &mut String, theirs: &String) {
        self.value(field, (ours, theirs), &String::new(), String::clone);
    }

    pub(super) fn option<T: PartialEq + Clone>(
        &mut self,
        field: &str,
        ours: &mut Option<T>,
        theirs: &Option<T>,
        show: impl Fn(&T) -> String,
    ) {
        self.value(field, (ours, theirs), &None, |value| {
            value.as_ref().map_or(String::new(), &show)
        });
    }

    pub(super) fn date(
        &mut self,
        field: &str,
        ours: &mut Option<PartialDate>,
        theirs: &Option<PartialDate>,
    ) {
        self.option(field, ours, theirs, PartialDate::to_string);
    }

    /// Brings attributes together, each by its name.
    pub(super) fn attributes(&mut self, ours: &mut Attributes, theirs: &Attributes) {
        for (name, theirs) in theirs.iter() {
            let own = ours.get(name);
            if own == Some(theirs) {
                continue;
            }
            let has_room = own.is_some() || ours.len() < Attributes::MAX_COUNT;
            let is_taken = has_room && (own.is_none() || self.preference == Preference::Theirs);
            let field = format!("attribute “{name}”");
            self.note(
                &field,
                own.map(attribute_text).unwrap_or_default(),
                attribute_text(theirs),
                is_taken,
            );
            if is_taken {
                ours.set(name, theirs.clone());
            }
        }
    }

    /// Adds the entries of a list that isn't ordered by meaning, and that this record lacks.
    pub(super) fn list<T: PartialEq + Clone>(
        &mut self,
        field: &str,
        ours: &mut Vec<T>,
        theirs: impl IntoIterator<Item = T>,
        show: impl Fn(&T) -> String,
    ) {
        let own_count = ours.len();
        for entry in theirs {
            // Entries that the other record has twice are added twice, but none is counted as there twice.
            if !ours.iter().take(own_count).any(|own| *own == entry) {
                self.note(field, String::new(), show(&entry), true);
                ours.push(entry);
            }
        }
    }

    /// Brings fields together that this version doesn't know. They have no names for a person.
    pub(super) fn extra(&mut self, ours: &mut Extra, theirs: &Extra) {
        for (name, theirs) in theirs {
            if ours.get(name) == Some(theirs) {
                continue;
            }
            let is_taken = !ours.contains_key(name) || self.preference == Preference::Theirs;
            let shown = ours.get(name).map(ToString::to_string).unwrap_or_default();
            self.note(&format!("field “{name}”"), shown, theirs.to_string(), is_taken);
            if is_taken {
                ours.insert(name.clone(), theirs.clone());
            }
        }
    }

    pub(super) fn note(&mut self, field: &str, ours: String, theirs: String, is_taken: bool) {
        self.differences.push(Difference { field: field.to_owned(), ours, theirs, is_taken });
    }
}

fn attribute_text(attribute: &Attribute) -> String {
    match attribute {
        Attribute::Text(text) => text.to_string(),
        Attribute::Number(number) => number.to_string(),
        Attribute::Flag(true) => "yes".to_owned(),
        Attribute::Flag(false) => "no".to_owned(),
    }
}
