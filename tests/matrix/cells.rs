//! What the cells of a matrix show.

use std::collections::BTreeSet;

use entente::edit::{Change, Command, apply};
use entente::model::{
    Direction, End, Extra, Kind, KindId, Map, Membership, Nation, NationId, NationType, Point,
    Sign, Status, Tie, TieId,
};
use entente::scene::{
    CellShape, CellSign, Half, Matrix, MatrixOrder, Standing, Theme, matrix_by_name as by_name,
};

/// A map of some nations, `N1` and on.
fn nations(count: u32) -> Map {
    let mut map = Map::empty();
    for id in 1..=count {
        let name = format!("N{id}");
        let nation = Nation { key: name.clone(), name, ..Nation::default() };
        apply_to(&mut map, Command::Nation(NationId(id), Change::Insert(99, Box::new(nation))));
    }
    map
}

fn apply_to(map: &mut Map, command: Command) {
    apply(map, command).expect("a change that the rules allow");
}

/// Adds a tie under the next id.
fn tie(map: &mut Map, from: u32, to: End, kind: u32, direction: Direction, status: Option<Status>) {
    let id = map.ties().free_id();
    let own = Tie::new(format!("t{}", id.0), NationId(from), to, KindId(kind), direction);
    let own = Tie { status, ..own };
    apply_to(map, Command::Tie(id, Change::Insert(usize::MAX, Box::new(own))));
}

fn pair(map: &mut Map, from: u32, to: u32, kind: u32, direction: Direction) {
    tie(map, from, End::Nation(NationId(to)), kind, direction, None);
}

fn matrix(map: &Map) -> Matrix {
    Matrix::of(map, &by_name(map), Theme::Light)
}

fn halves(matrix: &Matrix, row: usize, column: usize) -> Vec<Half> {
    let cell = matrix.cell(row, column);
    cell.map_or_else(Vec::new, |cell| matrix.parts(cell).iter().map(|part| part.half).collect())
}

#[test]
fn a_tie_lies_in_both_its_cells_and_fills_the_half_of_where_it_starts() {
    let mut map = nations(4);
    pair(&mut map, 1, 2, 1, Direction::Mutual);
    pair(&mut map, 3, 1, 3, Direction::Directed);
    pair(&mut map, 4, 4, 1, Direction::Directed);
    let matrix = matrix(&map);
    assert_eq!(halves(&matrix, 0, 1), [Half::Whole]);
    assert_eq!(halves(&matrix, 1, 0), [Half::Whole]);
    assert_eq!(halves(&matrix, 2, 0), [Half::Row]);
    assert_eq!(halves(&matrix, 0, 2), [Half::Column]);
    assert_eq!(halves(&matrix, 3, 3), [Half::Whole], "a nation with itself has one cell");
    assert_eq!(matrix.cells().len(), 5);
    assert_eq!(matrix.row(0).len(), 2);
    assert_eq!(matrix.row_within(0, 2..4).len(), 1);
    assert_eq!(matrix.row(9), []);
    assert_eq!(matrix.place_of(NationId(3)), Some(2));
}

#[test]
fn ties_onto_ties_are_kept_apart_and_what_they_end_at_is_marked() {
    let mut map = nations(3);
    pair(&mut map, 1, 2, 1, Direction::Mutual);
    let first = map.ties().id_at(0).expect("a tie");
    tie(&mut map, 3, End::Tie(first), 3, Direction::Directed, None);
    let second = map.ties().id_at(1).expect("a tie");
    tie(&mut map, 1, End::Tie(second), 3, Direction::Directed, None);
    let matrix = matrix(&map);
    assert_eq!(matrix.onto_ties.len(), 2);
    assert_eq!(matrix.cells().len(), 2);
    assert!(matrix.cells().iter().all(|cell| cell.is_target));
    let texts: Vec<String> = matrix.legend(&map).into_iter().map(|row| row.text).collect();
    assert_eq!(texts, ["allied", "framed: another tie is about this one"]);
}

#[test]
fn memberships_have_a_sign_of_their_own() {
    let mut map = nations(2);
    let mut nation = map.nations().get(NationId(2)).expect("a nation").clone();
    nation.nation_type = NationType::Organisation;
    apply_to(&mut map, Command::Nation(NationId(2), Change::Replace(Box::new(nation))));
    let mut member = map.nations().get(NationId(1)).expect("a nation").clone();
    member.memberships.push(Membership {
        organisation: NationId(2),
        since: None,
        until: None,
        extra: Extra::new(),
    });
    apply_to(&mut map, Command::Nation(NationId(1), Change::Replace(Box::new(member))));
    let matrix = matrix(&map);
    let cell = matrix.cell(1, 0).expect("a cell");
    assert_eq!(matrix.parts(cell)[0].sign, CellSign::Dot);
    assert_eq!(matrix.ties(cell).count(), 0);
    assert_eq!(matrix.legend(&map).len(), 1);
}

#[test]
fn ties_of_a_pair_share_its_cell_and_those_without_room_are_announced() {
    let mut map = nations(2);
    pair(&mut map, 1, 2, 3, Direction::Directed);
    pair(&mut map, 2, 1, 3, Direction::Directed);
    let cell = |map: &Map| *matrix(map).cell(0, 1).expect("a cell");
    assert_eq!(cell(&map).slots, 1, "there and back are the two halves");
    pair(&mut map, 1, 2, 1, Direction::Mutual);
    assert_eq!(cell(&map).slots, 4);
    for _ in 0..8 {
        pair(&mut map, 1, 2, 2, Direction::Mutual);
    }
    let ten = matrix(&map);
    assert_eq!(ten.parts(&cell(&map)).len(), 11);
    assert_eq!(cell(&map).slots, 10);
    assert_eq!(ten.more(&cell(&map)), [], "ten places hold them all");
    pair(&mut map, 1, 2, 2, Direction::Mutual);
    let matrix = matrix(&map);
    assert!(!matrix.more(&cell(&map)).is_empty());
    let drawn =
        matrix.parts(&cell(&map)).iter().filter(|part| !part.shapes(&cell(&map)).is_empty());
    assert_eq!(drawn.count(), 10, "nine places, of which one holds there and back");
}

/// The area of the rectangle around the shapes of a part, as a share of its cell.
fn share_of(matrix: &Matrix, part: usize) -> f32 {
    let cell = matrix.cell(0, 1).expect("a cell");
    let shapes = matrix.parts(cell)[part].shapes(cell);
    let corners: Vec<Point> = shapes.iter().flat_map(|shape| shape.corners.clone()).collect();
    let side = |along: fn(&Point) -> f32| {
        let most = corners.iter().map(along).fold(f32::MIN, f32::max);
        most - corners.iter().map(along).fold(f32::MAX, f32::min)
    };
    side(|corner| corner.x) * side(|corner| corner.y)
}

#[test]
fn the_most_telling_tie_of_a_cell_is_large_and_the_others_are_counted_beside_it() {
    let mut map = nations(4);
    pair(&mut map, 1, 2, 2, Direction::Mutual);
    pair(&mut map, 1, 2, 1, Direction::Mutual);
    tie(&mut map, 1, End::Nation(NationId(2)), 3, Direction::Directed, Some(Status::Ended));
    pair(&mut map, 1, 2, 3, Direction::Directed);
    pair(&mut map, 3, 4, 2, Direction::Mutual);
    let matrix = matrix(&map);
    let cell = matrix.cell(0, 1).expect("a cell");
    let told: Vec<_> = matrix.parts(cell).iter().map(|part| (part.kind, part.standing)).collect();
    let kind = |key| matrix.kinds.iter().position(|kind| kind.id == KindId(key));
    assert_eq!(told[0], (kind(3), Standing::InForce), "hostile, and it holds");
    assert_eq!(told[1].0, kind(1), "rarer than the other friendly kind");
    assert_eq!(told[3], (kind(3), Standing::Over), "what has ended comes last");
    assert!(share_of(&matrix, 0) > 0.35, "{}", share_of(&matrix, 0));
    for small in 1..4 {
        assert!((0.01..0.1).contains(&share_of(&matrix, small)), "{}", share_of(&matrix, small));
    }
    let texts: Vec<String> = matrix.legend(&map).into_iter().map(|row| row.text).collect();
    assert!(texts.iter().any(|text| text.contains("several ties")), "{texts:?}");
}

#[test]
fn who_joins_two_blocs_is_found_and_marked() {
    let mut map = nations(13);
    let blocs = [1..=6, 7..=12];
    for bloc in blocs {
        for (a, b) in bloc.clone().flat_map(|a| (a + 1..=*bloc.end()).map(move |b| (a, b))) {
            pair(&mut map, a, b, 1, Direction::Mutual);
        }
    }
    // A nation of the first with friends in the second; another has as many rivals there.
    for other in 7..=10 {
        pair(&mut map, 3, other, 2, Direction::Mutual);
        pair(&mut map, 4, other, 3, Direction::Directed);
    }
    let order = MatrixOrder { nations: (0..13).collect(), blocs: vec![6, 6] };
    let matrix = Matrix::of(&map, &order, Theme::Light);
    let [joined] = matrix.joined_blocs() else { panic!("{:?}", matrix.joined_blocs()) };
    assert_eq!((joined.blocs, &joined.nations[..]), ([0, 1], &[(NationId(3), [5, 4])][..]));
    let marked: Vec<usize> = (0..13).filter(|row| matrix.is_joiner(*row)).collect();
    assert_eq!(marked, [2]);
    assert!(Matrix::of(&map, &by_name(&map), Theme::Light).joined_blocs().is_empty());
}

#[test]
fn shapes_stay_in_their_cell_and_halves_on_their_side() {
    let mut map = nations(3);
    for kind in [1, 2, 3] {
        tie(&mut map, 1, End::Nation(NationId(2)), kind, Direction::Directed, Some(Status::Ended));
        pair(&mut map, 1, 3, kind, Direction::Directed);
    }
    let matrix = matrix(&map);
    for cell in matrix.cells() {
        for shape in matrix.shapes(cell) {
            assert!(shape.corners.len() > 2);
            for corner in &shape.corners {
                assert!((0.0..=1.0).contains(&corner.x) && (0.0..=1.0).contains(&corner.y));
            }
        }
    }
    let mut single = nations(2);
    pair(&mut single, 1, 2, 1, Direction::Directed);
    let matrix = self::matrix(&single);
    let below = |shape: &CellShape| shape.corners.iter().all(|corner| corner.y >= corner.x);
    let at = |row, column| matrix.shapes(matrix.cell(row, column).expect("a cell"));
    assert!(at(0, 1).iter().all(below));
    assert!(!at(1, 0).iter().any(below));
}

#[test]
fn status_is_told_by_size_and_stroke() {
    let area = |status| {
        let mut map = nations(2);
        tie(&mut map, 1, End::Nation(NationId(2)), 1, Direction::Mutual, status);
        let matrix = matrix(&map);
        let shapes = matrix.shapes(matrix.cell(0, 1).expect("a cell"));
        let corners = shapes[0].corners.iter();
        let width = corners.clone().map(|c| c.x).fold(0.0, f32::max)
            - corners.map(|c| c.x).fold(1.0, f32::min);
        (shapes.len(), width)
    };
    let (plain, full) = area(None);
    assert_eq!(area(Some(Status::InForce)), (plain, full));
    let (coming, small) = area(Some(Status::Preliminary));
    assert!(coming == plain && small < full * 0.7);
    assert_eq!(area(Some(Status::Ended)), (plain + 1, full));
}

#[test]
fn kinds_have_different_signs_and_a_new_one_takes_none_away() {
    let mut map = nations(2);
    let signs =
        |map: &Map| -> Vec<CellSign> { matrix(map).kinds.iter().map(|kind| kind.sign).collect() };
    let mut before = Vec::new();
    for number in 0..15 {
        let id = if number < 3 { KindId(number + 1) } else { map.kinds().free_id() };
        if number >= 3 {
            let name = format!("kind {number}");
            let usual = Kind::standard()[0].clone();
            let kind = Kind { key: name.clone(), name, sign: Sign::Neutral, ..usual };
            apply_to(&mut map, Command::Kind(id, Change::Insert(usize::MAX, Box::new(kind))));
        }
        pair(&mut map, 1, 2, id.0, Direction::Mutual);
        let now = signs(&map);
        assert!(now.starts_with(&before), "{now:?}");
        before = now;
    }
    assert_eq!(before.len(), 15);
    assert_eq!(before[..10].iter().collect::<BTreeSet<_>>().len(), 10);
}

#[test]
fn a_bloc_is_called_what_its_nations_have_in_common() {
    let mut map = nations(4);
    let order = MatrixOrder { nations: vec![0, 1, 2, 3], blocs: vec![3] };
    let name = |map: &Map| Matrix::of(map, &order, Theme::Light).blocs[0].name.clone();
    assert_eq!(name(&map), "Bloc A");
    for (id, code) in [(1, "FRA"), (2, "DEU"), (3, "POL")] {
        let mut nation = map.nations().get(NationId(id)).expect("a nation").clone();
        nation.code = Some(code.to_owned());
        apply_to(&mut map, Command::Nation(NationId(id), Change::Replace(Box::new(nation))));
    }
    assert_eq!(name(&map), "Europe");
    pair(&mut map, 1, 2, 1, Direction::Mutual);
    let id: TieId = map.ties().id_at(0).expect("a tie");
    let labelled =
        Tie { label: "Weimar Triangle".to_owned(), ..map.ties().get(id).expect("it").clone() };
    apply_to(&mut map, Command::Tie(id, Change::Replace(Box::new(labelled))));
    assert_eq!(name(&map), "Weimar Triangle");
}

#[test]
fn names_are_sorted_as_a_dictionary_has_them() {
    let mut map = nations(3);
    for (id, name) in [(1, "zebra"), (2, "Ärea"), (3, "Bead")] {
        let mut nation = map.nations().get(NationId(id)).expect("a nation").clone();
        nation.name = name.to_owned();
        apply_to(&mut map, Command::Nation(NationId(id), Change::Replace(Box::new(nation))));
    }
    assert_eq!(by_name(&map).nations, [1, 2, 0]);
}
