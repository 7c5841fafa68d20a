//! Whatever is done to a map can be undone and done again, exactly, and its rules hold at each step.

use std::collections::BTreeSet;

use entente::edit::{
    self, Arrange, Change, Command, Field, History, Line, Preference, Target, apply,
};
use entente::formats;
use entente::model::{
    Attribute, End, Evidence, Extra, Grouping, Heading, Kind, KindId, Map, Membership, Nation,
    NationId, NationSize, NationType, NoteId, Point, Source, SourceId, TextNote, Tie, TieId,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

/// Something that a person may do; the numbers choose among what the map holds.
#[derive(Clone, Debug)]
enum Deed {
    AddNation(i16, i16),
    AddTie(usize, usize, bool),
    AddNote(i16, i16),
    AddSource,
    AddKind,
    Delete(Vec<usize>),
    Duplicate(Vec<usize>),
    Paste(Vec<usize>, i16, i16),
    Rename(usize, String),
    Join(usize, usize),
    Cite(usize, usize),
    Retarget(usize, usize, bool),
    Move(usize, i16, i16, bool),
    DeleteKind(usize),
    DeleteSource(usize),
    Title(String),
    /// Typing in the title's field, which joins the step before when that was typed there too.
    Type(String),
    LeaveField,
    /// Moving nations and notes by the keys, of which all presses join one step.
    Nudge(Vec<usize>, i8),
    /// Turning nations and notes.
    Turn(Vec<usize>),
    Attribute(usize, String, Option<i16>),
    Filter(usize, bool),
    Look(String, bool),
    Undo,
    Redo,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let n = || 0usize..64;
    let deed = prop_oneof![
        4 => (any::<i16>(), any::<i16>()).prop_map(|(x, y)| Deed::AddNation(x, y)),
        4 => (n(), n(), any::<bool>()).prop_map(|(a, b, t)| Deed::AddTie(a, b, t)),
        2 => (any::<i16>(), any::<i16>()).prop_map(|(x, y)| Deed::AddNote(x, y)),
        1 => Just(Deed::AddSource),
        1 => Just(Deed::AddKind),
        2 => prop::collection::vec(n(), 1..4).prop_map(Deed::Delete),
        1 => prop::collection::vec(n(), 1..4).prop_map(Deed::Duplicate),
        1 => (prop::collection::vec(n(), 1..6), any::<i16>(), any::<i16>())
            .prop_map(|(a, x, y)| Deed::Paste(a, x, y)),
        1 => (n(), "[a-z]{0,6}").prop_map(|(a, s)| Deed::Rename(a, s)),
        1 => (n(), n()).prop_map(|(a, b)| Deed::Join(a, b)),
        1 => (n(), n()).prop_map(|(a, b)| Deed::Cite(a, b)),
        2 => (n(), n(), any::<bool>()).prop_map(|(a, b, t)| Deed::Retarget(a, b, t)),
        2 => (n(), any::<i16>(), any::<i16>(), any::<bool>()).prop_map(|(a, x, y, p)| Deed::Move(a, x, y, p)),
        1 => n().prop_map(Deed::DeleteKind),
        1 => n().prop_map(Deed::DeleteSource),
        1 => "[a-z]{0,6}".prop_map(Deed::Title),
        3 => "[a-z]{0,6}".prop_map(Deed::Type),
        1 => Just(Deed::LeaveField),
        3 => (prop::collection::vec(n(), 1..4), any::<i8>()).prop_map(|(a, by)| Deed::Nudge(a, by)),
        1 => prop::collection::vec(n(), 1..6).prop_map(Deed::Turn),
        2 => (n(), "[ab]{0,1}", any::<Option<i16>>()).prop_map(|(a, s, v)| Deed::Attribute(a, s, v)),
        2 => ("[a-z]{0,6}", any::<bool>()).prop_map(|(s, f)| Deed::Look(s, f)),
        2 => (any::<usize>(), any::<bool>()).prop_map(|(n, off)| Deed::Filter(n, off)),
        2 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
    ];
    prop::collection::vec(deed, 1..60)
}

fn nation(map: &Map, n: usize) -> Option<NationId> {
    map.nations().id_at(n % map.nations().len().max(1))
}

fn tie(map: &Map, n: usize) -> Option<TieId> {
    map.ties().id_at(n % map.ties().len().max(1))
}

fn end(map: &Map, n: usize, onto_tie: bool) -> Option<End> {
    if onto_tie { tie(map, n).map(End::Tie) } else { nation(map, n).map(End::Nation) }
}

fn targets(map: &Map, numbers: &[usize]) -> BTreeSet<Target> {
    let note = |n: usize| map.text_notes().id_at(n % map.text_notes().len().max(1));
    let target = |n: &usize| match n % 5 {
        0 | 1 => nation(map, n / 5).map(Target::Nation),
        2 | 3 => tie(map, n / 5).map(Target::Tie),
        _ => note(n / 5).map(Target::Note),
    };
    numbers.iter().filter_map(target).collect()
}

/// The command of a deed; none where the map has nothing to do it to.
fn command(map: &Map, deed: &Deed) -> Option<Command> {
    let point = |x: i16, y: i16| Point::new(f32::from(x), f32::from(y));
    let replace_nation = |id: NationId, change: &dyn Fn(&mut Nation)| {
        let mut changed = map.nations().get(id)?.clone();
        change(&mut changed);
        Some(Command::Nation(id, Change::Replace(Box::new(changed))))
    };
    let replace_tie = |id: TieId, change: &dyn Fn(&mut Tie)| {
        let mut changed = map.ties().get(id)?.clone();
        change(&mut changed);
        Some(Command::Tie(id, Change::Replace(Box::new(changed))))
    };
    Some(match deed {
        Deed::Attribute(n, name, value) => {
            let target = *targets(map, &[*n]).first()?;
            let value = value.map(|number| Attribute::Number(number.into()));
            edit::set_attribute(map, target, name, value)?
        }
        Deed::Filter(n, is_off) => {
            let kinds = map.kinds();
            let kind = kinds.id_at(n % kinds.len().max(1));
            edit::change_filter(map, |filter| {
                filter.kinds.extend(kind);
                filter.is_off = *is_off;
            })
        }
        Deed::Look(name, fixed) => edit::change_look(map, |look| {
            look.hulls = Some(Grouping::Attribute(name.clone()));
            look.nation_size = if *fixed { NationSize::Fixed } else { NationSize::Degree };
        }),
        Deed::AddNation(x, y) => {
            let nation_type = if x % 3 == 0 { NationType::Organisation } else { NationType::State };
            let new = Nation {
                name: "New".into(),
                nation_type,
                position: Some(point(*x, *y)),
                ..Nation::default()
            };
            edit::add_nation(map, new).1
        }
        Deed::AddTie(from, to, onto_tie) => {
            edit::add_tie(
                map,
                nation(map, *from)?,
                end(map, *to, *onto_tie)?,
                map.kinds().id_at(from % map.kinds().len().max(1))?,
            )
            .1
        }
        Deed::AddNote(x, y) => {
            edit::add_text_note(map, TextNote::new("Words".into(), point(*x, *y))).1
        }
        Deed::Nudge(numbers, by) => {
            let moved = |at: Point| at + Point::new(f32::from(*by), 0.0);
            let targets = targets(map, numbers);
            let nations = targets.iter().filter_map(|target| target.nation());
            let nations = nations
                .filter_map(|id| Some((id, moved(map.nations().get(id)?.position?))))
                .collect::<Vec<_>>();
            let notes = targets.iter().filter_map(|target| target.note());
            let notes =
                notes.filter_map(|id| Some((id, moved(map.text_notes().get(id)?.position))));
            edit::place_by_hand(map, nations, notes)
        }
        Deed::Turn(numbers) => {
            edit::arrange(map, &targets(map, numbers), Arrange::Turn { degrees: 30.0 })?
        }
        Deed::AddSource => {
            edit::add_source(map, Source { title: "A book".into(), ..Source::default() }).1
        }
        Deed::AddKind => {
            edit::add_kind(map, Kind { name: "War".into(), ..Kind::standard()[0].clone() }).1
        }
        Deed::Delete(numbers) => edit::delete(map, &targets(map, numbers)),
        Deed::Duplicate(numbers) => {
            edit::duplicate(map, &targets(map, numbers), Point::new(9.0, 9.0)).1
        }
        Deed::Paste(numbers, x, y) => {
            edit::paste(map, &edit::copy(map, &targets(map, numbers)), point(*x, *y)).1
        }
        Deed::Rename(n, key) => {
            replace_nation(nation(map, *n)?, &|nation| nation.key.clone_from(key))?
        }
        Deed::Join(n, into) => {
            let organisation = nation(map, *into)?;
            let membership =
                Membership { organisation, since: None, until: None, extra: Extra::new() };
            replace_nation(nation(map, *n)?, &|nation| nation.memberships.push(membership.clone()))?
        }
        Deed::Cite(n, source) => {
            let source = map.sources().id_at(source % map.sources().len().max(1));
            replace_tie(tie(map, *n)?, &|tie| {
                tie.evidence.push(Evidence { source, ..Evidence::default() });
            })?
        }
        Deed::Retarget(n, to, onto_tie) => {
            let to = end(map, *to, *onto_tie)?;
            replace_tie(tie(map, *n)?, &|tie| tie.to = to)?
        }
        Deed::Move(n, x, y, pinned) => {
            edit::move_nations(map, [(nation(map, *n)?, point(*x, *y))], Some(*pinned))
        }
        Deed::DeleteKind(n) => {
            let kinds = map.kinds();
            let kind = kinds.id_at(n % kinds.len().max(1))?;
            edit::delete_kind(map, kind, kinds.id_at(0)?)
        }
        Deed::DeleteSource(n) => {
            edit::delete_source(map, map.sources().id_at(n % map.sources().len().max(1))?)
        }
        Deed::Title(title) | Deed::Type(title) => {
            Command::Heading(Box::new(Heading { title: title.clone(), ..map.heading().clone() }))
        }
        Deed::Undo | Deed::Redo | Deed::LeaveField => return None,
    })
}

/// Does a deed as a step of a history; one that the map's rules refuse changes nothing.
fn do_deed(history: &mut History, deed: &Deed) {
    let before = history.map().clone();
    let field = |name: &str| Field(name.to_owned());
    let Some(command) = command(history.map(), deed) else {
        match deed {
            Deed::Undo => drop(history.undo()),
            Deed::Redo => drop(history.redo()),
            Deed::LeaveField => history.end_field(),
            _ => {}
        }
        return;
    };
    let result = match deed {
        Deed::Type(_) => history.perform_in_field("Edit title", field("title"), command),
        Deed::Nudge(..) => history.perform_in_field("Move", field("nudge"), command),
        Deed::Title(_) => history.perform_last_in_field("Title", field("title"), command),
        _ => history.perform("A deed", command),
    };
    if result.is_err() {
        assert_eq!(history.map(), &before, "a refused command changes nothing");
    }
}

/// What a person can tell of a history.
fn seen(history: &History) -> (Map, Vec<String>, usize, Option<usize>) {
    let steps = history.steps().map(str::to_owned).collect();
    (history.map().clone(), steps, history.position(), history.steps_since_save())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn what_was_logged_does_the_same_again(deeds in deeds(), saved_after in 0usize..40) {
        let mut history = History::of_saved(Map::empty());
        let mut again = history.clone();
        history.keep_log();
        for (index, deed) in deeds.iter().enumerate() {
            do_deed(&mut history, deed);
            if index == saved_after {
                history.mark_saved(history.revision());
            }
        }
        for logged in history.take_log() {
            prop_assert_eq!(again.replay(logged), Ok(()));
        }
        prop_assert_eq!(seen(&again), seen(&history));
        let mut again = again.taken_in();
        prop_assert!(again.revision() > history.revision(), "no two documents share one");
        for position in [0, usize::MAX, deeds.len() / 2] {
            history.go_to(position);
            again.go_to(position);
            prop_assert_eq!(seen(&again), seen(&history));
        }
    }

    #[test]
    fn undoing_all_is_the_start_and_redoing_all_the_end(deeds in deeds()) {
        let start = Map::empty();
        let mut history = History::of_saved(start.clone());
        let mut states = vec![(history.revision(), start.clone())];
        for deed in &deeds {
            do_deed(&mut history, deed);
            prop_assert_eq!(history.map().violations(), vec![]);
            states.push((history.revision(), history.map().clone()));
        }
        for (revision, map) in &states {
            let same = states.iter().filter(|(other, _)| other == revision);
            for (_, other) in same {
                prop_assert_eq!(map, other, "one revision, one map");
            }
        }
        while history.redo().is_some() {}
        let end = history.map().clone();
        while history.undo().is_some() {}
        prop_assert_eq!(history.map(), &start);
        prop_assert!(!history.is_unsaved());
        while history.redo().is_some() {}
        prop_assert_eq!(history.map(), &end);
    }

    #[test]
    fn every_inverse_is_exact(deeds in deeds()) {
        let mut map = Map::empty();
        for deed in &deeds {
            let Some(command) = command(&map, deed) else { continue };
            let before = map.clone();
            let Ok(inverse) = apply(&mut map, command) else { continue };
            let after = map.clone();
            let again = apply(&mut map, inverse).expect("an inverse can't fail");
            prop_assert_eq!(&map, &before);
            apply(&mut map, again).expect("nor can the inverse of an inverse");
            prop_assert_eq!(&map, &after);
        }
    }
}

/// A walk of 10,000 deeds on maps of up to some 2,000 nations: the rules hold after each, and all of it can be undone.
#[test]
fn a_long_walk_keeps_the_rules_and_can_be_undone() {
    const DEEDS: usize = 10_000;
    let start = made_by(&(0..1_900).map(|n| Deed::AddNation(n, -n)).collect::<Vec<_>>());
    let mut history = History::of_saved(start.clone());
    let mut runner = TestRunner::deterministic();
    let mut done = 0;
    while done < DEEDS {
        for deed in deeds().new_tree(&mut runner).expect("deeds").current() {
            do_deed(&mut history, &deed);
            assert_eq!(history.map().violations(), vec![]);
            done += 1;
        }
    }
    assert!(history.map().nations().len() < 4_000 && history.let_go() == 0);
    let end = history.map().clone();
    history.go_to(0);
    assert_eq!(*history.map(), start);
    history.go_to(usize::MAX);
    history.go_to(0);
    assert_eq!(*history.map(), start);
    assert_ne!(end, start);
}

/// A map that deeds have made.
fn made_by(deeds: &[Deed]) -> Map {
    let mut map = Map::empty();
    for deed in deeds {
        if let Some(command) = command(&map, deed) {
            // A refused deed changes nothing.
            let _ = apply(&mut map, command);
        }
    }
    map
}

/// A tie with its kind and the sources that its evidence names.
type SaidTie = (Tie, Kind, Vec<Option<Source>>);

/// What a part says, whatever its records are called and wherever it lies: nations and notes without key
/// and position, ties with the kind and the sources that they name.
fn said(part: &Map) -> (Vec<Nation>, Vec<SaidTie>, Vec<TextNote>) {
    let notes = part.text_notes().iter().map(|(_, note)| TextNote {
        key: String::new(),
        position: Point::default(),
        ..note.clone()
    });
    let nations = part.nations().iter().map(|(_, nation)| Nation {
        key: String::new(),
        position: None,
        ..nation.clone()
    });
    let ties = part.ties().iter().map(|(_, tie)| {
        let kind = part.kinds().get(tie.kind).expect("one of the part's").clone();
        let source = |id: SourceId| part.sources().get(id).expect("one of the part's").clone();
        let sources = tie.evidence.iter().map(|evidence| evidence.source.map(source));
        let sources = sources.map(|s| s.map(|s| Source { key: String::new(), ..s })).collect();
        let mut tie = Tie { key: String::new(), kind: KindId(0), ..tie.clone() };
        tie.evidence.iter_mut().for_each(|evidence| evidence.source = None);
        (tie, Kind { key: String::new(), ..kind }, sources)
    });
    (nations.collect(), ties.collect(), notes.collect())
}

proptest! {
    #[test]
    fn what_is_copied_as_text_is_pasted_just_so(
        there in deeds(),
        here in deeds(),
        numbers in prop::collection::vec(0usize..64, 1..8),
    ) {
        let there = made_by(&there);
        let copied = edit::copy(&there, &targets(&there, &numbers));
        prop_assert_eq!(copied.violations(), vec![]);
        let text = formats::write(&copied);
        let read = formats::read(text.as_bytes()).expect("a map's text");
        prop_assert_eq!(read.problems, vec![]);

        let mut map = made_by(&here);
        let before = map.clone();
        let (made, command) = edit::paste(&map, &read.map, Point::new(0.0, 0.0));
        let undo = apply(&mut map, command).expect("it fits any map");
        prop_assert_eq!(map.violations(), vec![]);
        prop_assert_eq!(said(&edit::copy(&map, &made)), said(&copied));
        prop_assert_eq!(map.nations().len(), before.nations().len() + copied.nations().len());
        prop_assert_eq!(map.ties().len(), before.ties().len() + copied.ties().len());
        let notes = before.text_notes().len() + copied.text_notes().len();
        prop_assert_eq!(map.text_notes().len(), notes);
        apply(&mut map, undo).expect("an inverse can't fail");
        prop_assert_eq!(&map, &before);
    }
}

proptest! {
    #[test]
    fn merging_adds_what_is_new_once_and_is_one_step(here in deeds(), there in deeds()) {
        let (here, there) = (made_by(&here), made_by(&there));
        for preference in [Preference::Ours, Preference::Theirs] {
            let with_itself = edit::merge(&here, &here, preference);
            prop_assert!(with_itself.changes_nothing(), "{:?}", with_itself.command);

            let merge = edit::merge(&here, &there, preference);
            let mut map = here.clone();
            let undo = apply(&mut map, merge.command).expect("it fits any map");
            prop_assert_eq!(map.violations(), vec![]);
            let new = |is_new: &[bool]| is_new.iter().filter(|is_new| **is_new).count();
            let nations: Vec<bool> = merge.nations.iter().map(|record| record.is_new).collect();
            let ties: Vec<bool> = merge.ties.iter().map(|record| record.is_new).collect();
            prop_assert_eq!(nations.len(), there.nations().len());
            prop_assert_eq!(map.nations().len(), here.nations().len() + new(&nations));
            prop_assert_eq!(map.ties().len(), here.ties().len() + new(&ties));
            apply(&mut map, undo).expect("an inverse can't fail");
            prop_assert_eq!(&map, &here);
        }
    }

    #[test]
    fn maps_without_a_nation_in_common_are_added_whole(here in deeds(), there in deeds()) {
        let (here, mut there) = (made_by(&here), made_by(&there));
        let nations: Vec<(NationId, Nation)> =
            there.nations().iter().map(|(id, nation)| (id, nation.clone())).collect();
        for (id, nation) in nations {
            let name = format!("Other {}", id.0);
            let change = Change::Replace(Box::new(Nation { name, ..nation }));
            apply(&mut there, Command::Nation(id, change)).expect("any name fits");
        }
        let mut map = here.clone();
        let merge = edit::merge(&here, &there, Preference::Ours);
        apply(&mut map, merge.command).expect("it fits any map");
        prop_assert_eq!(map.nations().len(), here.nations().len() + there.nations().len());
        prop_assert_eq!(map.ties().len(), here.ties().len() + there.ties().len());
        let again = edit::merge(&map, &there, Preference::Theirs);
        prop_assert_eq!(again.added.len(), 0, "all of it is there now");
    }
}

fn two_nations() -> (History, NationId, TieId) {
    let mut history = History::of_unsaved(Map::empty());
    let mut ids = Vec::new();
    for name in ["Japan", "Russia"] {
        let (id, command) =
            edit::add_nation(history.map(), Nation { name: name.into(), ..Nation::default() });
        history.perform("Add nation", command).expect("it fits");
        ids.push(id);
    }
    let kind: KindId = history.map().kinds().id_at(0).expect("a kind");
    let (tie, command) = edit::add_tie(history.map(), ids[0], End::Nation(ids[1]), kind);
    history.perform("Draw tie", command).expect("it fits");
    (history, ids[0], tie)
}

#[test]
fn typing_in_one_field_is_one_step_until_the_field_is_left() {
    let (mut history, id, _) = two_nations();
    let field = |name: &str| Field(name.to_owned());
    let rename = |map: &Map, name: &str| {
        let nation = Nation { name: name.into(), ..map.nations().get(id).expect("there").clone() };
        Command::Nation(id, Change::Replace(Box::new(nation)))
    };
    for name in ["N", "Ni", "Nip"] {
        let command = rename(history.map(), name);
        history.perform_in_field("Rename Japan", field("name"), command).expect("it fits");
    }
    history.end_field();
    let command = rename(history.map(), "Nippon");
    history.perform_in_field("Rename Nip", field("name"), command).expect("it fits");
    let name = |history: &History| history.map().nations().get(id).expect("there").name.clone();
    assert_eq!((history.undo(), name(&history)), (Some("Rename Nip".into()), "Nip".into()));
    assert_eq!((history.undo(), name(&history)), (Some("Rename Japan".into()), "Japan".into()));
    assert_eq!((history.redo(), name(&history)), (Some("Rename Japan".into()), "Nip".into()));
}

#[test]
fn a_save_marks_its_own_revision_alone() {
    let (mut history, _, _) = two_nations();
    assert!(history.is_unsaved());
    let saved = history.revision();
    history.undo();
    history.mark_saved(saved);
    assert!(history.is_unsaved(), "what was saved is the state before the undo");
    history.redo();
    assert!(!history.is_unsaved());
}

#[test]
fn what_others_refer_to_stays() {
    let (mut history, id, tie) = two_nations();
    let source = SourceId(9);
    for command in [
        Command::Nation(id, Change::Remove),
        Command::Kind(KindId(1), Change::Remove),
        Command::Tie(TieId(99), Change::Remove),
        Command::Source(source, Change::Remove),
        Command::Batch(vec![Command::Tie(tie, Change::Remove), Command::Tie(tie, Change::Remove)]),
    ] {
        let before = history.map().clone();
        assert!(history.perform("Delete", command).is_err());
        assert_eq!(*history.map(), before);
    }
}

#[test]
fn no_two_documents_share_a_revision() {
    let mut first = History::of_saved(Map::empty());
    let second = History::of_unsaved(Map::empty());
    assert_ne!(first.revision(), second.revision());
    let (_, command) = edit::add_nation(first.map(), Nation::default());
    first.perform("Add a nation", command).expect("it fits");
    assert!(first.revision() != second.revision() && first.is_unsaved());
    first.undo();
    assert!(!first.is_unsaved());
}

#[test]
fn notes_are_deleted_doubled_and_arranged_with_nations() {
    let mut map = Map::empty();
    let place = |x, y| Point::new(x, y);
    let nation = Nation { position: Some(place(10.0, 0.0)), ..Nation::default() };
    let (nation, command) = edit::add_nation(&map, nation);
    apply(&mut map, command).expect("it fits");
    let note = TextNote { size: 20.0, ..TextNote::new("Words".to_owned(), place(50.0, 90.0)) };
    let (note, command) = edit::add_text_note(&map, note);
    apply(&mut map, command).expect("it fits");
    let both: BTreeSet<Target> = [Target::Nation(nation), Target::Note(note)].into();
    let at = |map: &Map, id: NoteId| map.text_notes().get(id).map(|note| note.position);

    let (made, command) = edit::duplicate(&map, &both, place(5.0, 6.0));
    let undo = apply(&mut map, command).expect("it fits");
    let copy = made.iter().find_map(|target| target.note()).expect("a copy");
    assert_eq!((made.len(), at(&map, copy)), (2, Some(place(55.0, 96.0))));
    assert_eq!(map.text_notes().get(copy).map(|note| note.size), Some(20.0));
    apply(&mut map, undo).expect("back");

    let left = edit::arrange(&map, &both, Arrange::Align(Line::Left)).expect("it moves");
    apply(&mut map, left).expect("it fits");
    assert_eq!(at(&map, note), Some(place(10.0, 90.0)));
    assert_eq!(edit::arrange(&map, &both, Arrange::Align(Line::Left)), None);

    let gone = edit::delete(&map, &both);
    apply(&mut map, gone).expect("it fits");
    assert!(map.nations().is_empty() && map.text_notes().is_empty());
}
