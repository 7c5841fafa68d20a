//! The kinds that edges name, and what each looks like.

use std::borrow::Cow;
use std::collections::HashMap;

use indexmap::IndexSet;

use super::super::choices::Choices;
use super::super::kind_sign::sign_of_kind;
use super::own_records::OwnKind;
use crate::edit::slug;
use crate::formats::limits::MAX_KINDS;
use crate::formats::problems::{Remarks, Spot};
use crate::formats::vocabulary::{capitalised, kind_words, unused_color};
use crate::model::{Color, Dash, Extra, Kind, KindId, Sign};
use crate::names::caseless;

/// Signs make several kinds of one text, so that no more texts than this are told apart.
pub const MOST_TEXTS: usize = MAX_KINDS / 4;
/// The colour of the only kind of a network that names none.
const PLAIN: Color = Color::new(0x5B, 0x61, 0x68);

/// The texts by which edges name their kinds, with what all edges of each say. The first is that of edges
/// which name none.
pub struct KindTexts {
    texts: IndexSet<String>,
    seen: Vec<Seen>,
    last: usize,
    most: usize,
}

#[derive(Clone, Copy, Default)]
struct Seen {
    edges: usize,
    directed: usize,
    /// How many edges say that it is friendly, neutral, hostile.
    signs: [usize; 3],
    colors: Colors,
}

impl Seen {
    /// The signs that edges say.
    fn given(&self) -> impl Iterator<Item = Sign> {
        Sign::ALL.into_iter().filter(|sign| self.signs[*sign as usize] > 0)
    }

    /// How many edges say no sign.
    fn without_sign(&self) -> usize {
        self.edges.saturating_sub(self.signs.iter().sum())
    }

    /// Whether not all edges have one sign, where those that say none have that of their kind's text.
    fn has_several_signs(&self, text: &str) -> bool {
        let mut given = self.given();
        let usual = sign_of_kind(text).unwrap_or_default();
        match (given.next(), given.next()) {
            (None, _) => false,
            (Some(only), None) => self.without_sign() > 0 && only != usual,
            (Some(_), Some(_)) => true,
        }
    }
}

/// The colours of the edges of a kind.
#[derive(Clone, Copy, Default)]
enum Colors {
    #[default]
    Unseen,
    All(Color),
    Different,
}

impl KindTexts {
    /// The name of the kind of edges that name none.
    pub fn usual(&self) -> &str {
        self.texts.first().map_or("", String::as_str)
    }

    /// With the kind of edges that name none.
    pub fn new(choices: &Choices) -> Self {
        let most = if choices.is_own { MAX_KINDS + 1 } else { MOST_TEXTS };
        let texts = IndexSet::from([choices.usual_kind.trim().to_owned()]);
        Self { texts, seen: vec![Seen::default()], last: 0, most }
    }

    /// The number of a text; `None` where there are too many different ones.
    pub fn number(&mut self, text: &str) -> Option<u32> {
        if self.texts.get_index(self.last).is_some_and(|last| last == text) {
            return Some(self.last as u32);
        }
        let there = self.texts.get_index_of(text);
        if there.is_none() && self.texts.len() >= self.most {
            return None;
        }
        self.last = there.unwrap_or_else(|| self.texts.insert_full(text.to_owned()).0);
        if self.last == self.seen.len() {
            self.seen.push(Seen::default());
        }
        Some(self.last as u32)
    }

    /// Counts an edge of a kind.
    pub fn see(
        &mut self,
        number: u32,
        is_directed: bool,
        sign: Option<Sign>,
        color: Option<Color>,
    ) {
        let Some(seen) = self.seen.get_mut(number as usize) else { return };
        seen.colors = match (seen.colors, color) {
            (Colors::Unseen, Some(color)) if seen.edges == 0 => Colors::All(color),
            (Colors::All(all), Some(color)) if all == color => Colors::All(all),
            (Colors::Unseen, None) => Colors::Unseen,
            _ => Colors::Different,
        };
        seen.edges += 1;
        seen.directed += usize::from(is_directed);
        if let Some(sign) = sign {
            seen.signs[sign as usize] += 1;
        }
    }
}

/// The kinds of a map, and which of them an edge's text and sign name.
pub struct Kinds {
    /// The kinds.
    pub list: Vec<Kind>,
    of: HashMap<(u32, Option<Sign>), Option<KindId>>,
    has_colors: Vec<bool>,
}

impl Kinds {
    /// The kind of an edge; `None` where ties of that kind are left out.
    pub fn of(&self, number: u32, sign: Option<Sign>) -> Option<KindId> {
        self.of.get(&(number, sign)).copied().flatten()
    }

    /// Whether edges of a text have colours that their kind doesn't have.
    pub fn has_own_colors(&self, number: u32) -> bool {
        self.has_colors.get(number as usize).copied().unwrap_or(false)
    }
}

/// The kinds that the texts name.
pub fn make(texts: &KindTexts, own: &[OwnKind], choices: &Choices, remarks: &mut Remarks) -> Kinds {
    let mut maker = Maker { list: Vec::new(), made_of: HashMap::new(), remarks };
    if !choices.is_own && texts.seen.iter().all(|seen| seen.edges == 0) {
        let list = Kind::standard().to_vec();
        return Kinds { list, of: HashMap::new(), has_colors: Vec::new() };
    }
    for OwnKind { kind, .. } in own {
        let key = free_key(&maker.list, &kind.key);
        maker.list.push(Kind { key, ..kind.clone() });
    }
    let mut of = HashMap::new();
    let mut has_colors = Vec::new();
    for ((number, text), seen) in (0u32..).zip(&texts.texts).zip(&texts.seen) {
        let mut colors_kept = true;
        if seen.edges > 0 {
            let own =
                own.iter().position(|own| own.written == *text).map(|at| KindId(at as u32 + 1));
            let is_usual = number == 0;
            if own.is_none() && (!is_usual || seen.without_sign() > 0) {
                maker.remark_on_signs(text, seen, choices);
            }
            for sign in [None, Some(Sign::Friendly), Some(Sign::Neutral), Some(Sign::Hostile)] {
                let kind = match own {
                    Some(own) => Some(own),
                    None => maker.kind(text, sign, seen, is_usual, choices),
                };
                of.insert((number, sign), kind);
            }
            colors_kept = maker.keeps_color(seen, of.get(&(number, None)).copied().flatten());
        }
        has_colors.push(!colors_kept);
    }
    Kinds { list: maker.list, of, has_colors }
}

/// The name of a kind as words, where it is written as graph databases do: `ALLIED_WITH` is *allied with*.
fn in_words(text: &str) -> Cow<'_, str> {
    let is_shouted = !text.contains(char::is_lowercase) && text.contains(char::is_uppercase);
    let is_word = |text: &str| text.chars().count() > 3 && sign_of_kind(text).is_some();
    match is_shouted && (text.contains('_') || is_word(text)) {
        true => Cow::Owned(text.to_lowercase().replace('_', " ")),
        false => Cow::Borrowed(text),
    }
}

struct Maker<'r> {
    list: Vec<Kind>,
    /// The text that each kind was made of.
    made_of: HashMap<KindId, String>,
    remarks: &'r mut Remarks,
}

impl Maker<'_> {
    /// The kind for edges with a text and a sign of their own.
    fn kind(
        &mut self,
        text: &str,
        sign: Option<Sign>,
        seen: &Seen,
        is_usual: bool,
        choices: &Choices,
    ) -> Option<KindId> {
        let choice = choices.kinds.get(text).cloned().unwrap_or_default();
        if choice.is_left_out {
            return None;
        }
        let is_split = choice.sign.is_none() && seen.has_several_signs(text);
        let own = match choice.sign {
            Some(chosen) => chosen,
            // Of a text with several signs, each is a kind.
            None if is_split => sign.or_else(|| sign_of_kind(text)).unwrap_or_default(),
            None => seen.given().next().or_else(|| sign_of_kind(text)).unwrap_or_default(),
        };
        if is_split && !sign.map_or(seen.without_sign() > 0, |sign| seen.given().any(|s| s == sign))
        {
            return None;
        }
        let plain = choice.name.clone().unwrap_or_else(|| capitalised(&in_words(text)));
        let name = if is_split { format!("{plain} ({})", own.name()) } else { plain };
        Some(self.named(&name, text, own, seen, is_usual, choice.name.is_some()))
    }

    /// The kind of a name, which is added unless it is there: a standard kind where the name is a word for it.
    fn named(
        &mut self,
        name: &str,
        text: &str,
        sign: Sign,
        seen: &Seen,
        is_usual: bool,
        is_chosen: bool,
    ) -> KindId {
        let word = kind_words(name).filter(|word| word.sign == sign && !is_chosen);
        let standard =
            word.and_then(|word| Kind::standard().into_iter().find(|kind| kind.key == word.key));
        let is_it = |kind: &Kind| match &standard {
            Some(standard) => kind.key == standard.key,
            None => caseless(&kind.name) == caseless(name) && kind.sign == sign,
        };
        if let Some(at) = self.list.iter().position(is_it) {
            let id = KindId(at as u32 + 1);
            self.remark_on_join(id, text);
            return id;
        }
        let kind = standard.unwrap_or_else(|| {
            let directed = 2 * seen.directed > seen.edges;
            self.new_kind(name, sign, directed, is_usual)
        });
        let key = free_key(&self.list, &kind.key);
        self.list.push(Kind { key, ..kind });
        let id = KindId(self.list.len() as u32);
        self.made_of.insert(id, text.to_owned());
        id
    }

    fn remark_on_signs(&mut self, text: &str, seen: &Seen, choices: &Choices) {
        let is_decided = choices
            .kinds
            .get(text)
            .is_some_and(|choice| choice.sign.is_some() || choice.is_left_out);
        if is_decided || !seen.has_several_signs(text) {
            return;
        }
        let with = |sign: Sign| format!("{} {}", seen.signs[sign as usize], sign.name());
        let mut counts: Vec<String> = seen.given().map(with).collect();
        if seen.without_sign() > 0 {
            counts.push(format!("{} without a sign", seen.without_sign()));
        }
        let outcome = format!("Each sign is a kind of its own: {}.", counts.join(", "));
        let topic = "has ties of one kind with different signs";
        self.remarks.warn(Spot::default(), text, topic, &outcome, "");
    }

    fn remark_on_join(&mut self, id: KindId, text: &str) {
        if self.made_of.get(&id).is_some_and(|first| first != text) {
            self.made_of.insert(id, text.to_owned());
            self.remarks.warn(
                Spot::default(),
                text,
                "has several words for one kind of tie",
                "They are one kind on the map.",
                "",
            );
        }
    }

    fn new_kind(&self, name: &str, sign: Sign, directed: bool, is_usual: bool) -> Kind {
        let dashes: &[Dash] = match sign {
            Sign::Friendly => &[Dash::Solid, Dash::Double],
            Sign::Neutral => &[Dash::Solid, Dash::Dotted, Dash::DashDot],
            Sign::Hostile => &[Dash::Dashed, Dash::Crossed],
        };
        let uses = |dash: &&Dash| self.list.iter().filter(|kind| kind.dash == **dash).count();
        let dash = dashes.iter().min_by_key(uses).copied().unwrap_or_default();
        let color = match is_usual && sign == Sign::Neutral {
            true => PLAIN,
            false => unused_color(sign, || self.list.iter()),
        };
        let key = slug(name, "kind");
        Kind {
            key,
            name: name.to_owned(),
            sign,
            color,
            dash,
            width: 1.5,
            directed,
            extra: Extra::new(),
        }
    }

    /// Gives a kind the colour that all its edges have; returns whether none of them has one of its own.
    fn keeps_color(&mut self, seen: &Seen, kind: Option<KindId>) -> bool {
        match seen.colors {
            Colors::Unseen => true,
            Colors::Different => false,
            Colors::All(color) => {
                let at = kind.and_then(|kind| self.list.get_mut(kind.0 as usize - 1));
                at.is_none_or(|kind| {
                    kind.color = color;
                    true
                })
            }
        }
    }
}

fn free_key(kinds: &[Kind], wanted: &str) -> String {
    let numbered = (2u32..).map(|number| format!("{wanted}-{number}"));
    let mut each = std::iter::once(wanted.to_owned()).chain(numbered);
    each.find(|key| kinds.iter().all(|kind| kind.key != *key)).unwrap_or_default()
}
