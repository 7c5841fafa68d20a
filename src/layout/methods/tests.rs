//! What holds for every other layout, whatever the problem, and what each is for.

use proptest::prelude::*;

use crate::layout::geometry::{Xy, distance, moved, overlap};
use crate::layout::tests::{assert_sound, problems, solved};
use crate::layout::*;

fn methods() -> impl Strategy<Value = Method> {
    prop_oneof![
        proptest::collection::vec(0_u32..4, 0..14).prop_map(|groups| Method::Circular { groups }),
        proptest::collection::vec(prop_oneof![9 => 0.0_f32..5.0, 1 => Just(f32::NAN)], 0..14)
            .prop_map(|importance| Method::Concentric { importance }),
        proptest::collection::vec(any::<bool>(), 0..20)
            .prop_map(|directed| Method::Layered { directed }),
        Just(Method::Grid),
        Just(Method::Blocs),
    ]
}

fn by(method: Method) -> Options {
    Options { method, ..Options::default() }
}

fn laid_out(problem: &Problem, method: Method) -> Vec<Xy> {
    solved(problem, &by(method))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn positions_are_finite_the_same_each_time_apart_and_heed_pins(
        problem in problems(), method in methods(), warm in any::<bool>(), seed in 0_u64..3,
    ) {
        let start = if warm { Start::Warm } else { Start::Fresh };
        let options = Options { seed, start, ..by(method) };
        assert_sound(&problem, &options)?;
    }
}

fn every_method() -> [Method; 5] {
    [
        Method::Circular { groups: Vec::new() },
        Method::Concentric { importance: Vec::new() },
        Method::Layered { directed: vec![true; 10_000] },
        Method::Grid,
        Method::Blocs,
    ]
}

/// The order of the nodes around the middle of all.
fn order_around(at: &[Xy]) -> Vec<usize> {
    let sum = at.iter().fold([0.0; 2], |s, p| [s[0] + p[0], s[1] + p[1]]);
    let middle = sum.map(|c| c / at.len() as f32);
    let turn = |i: &usize| {
        crate::layout::angles::pseudo_angle([at[*i][0] - middle[0], at[*i][1] - middle[1]])
    };
    let mut order: Vec<usize> = (0..at.len()).collect();
    order.sort_by(|a, b| turn(a).total_cmp(&turn(b)));
    order
}

#[test]
fn groups_are_in_one_piece_on_the_circle() {
    let problem = test_problems::with_ties(24, (0..24).map(|i| [i, (i * 5 + 7) % 24]));
    let groups: Vec<u32> = (0..24).map(|i| i % 3).collect();
    let at = laid_out(&problem, Method::Circular { groups: groups.clone() });
    let radius = distance(at[0], at[12]) / 2.0;
    assert!(at.iter().all(|&p| distance(p, [0.0; 2]) < 1.2 * radius.max(400.0)));
    let order = order_around(&at);
    let changes = (0..24).filter(|&i| groups[order[i]] != groups[order[(i + 1) % 24]]).count();
    assert_eq!(changes, 3);
}

#[test]
fn a_shuffled_cycle_is_a_circle_without_crossings() {
    let step = |i: u32| (i * 7) % 30;
    let problem = test_problems::with_ties(30, (0..30).map(|i| [step(i), step((i + 1) % 30)]));
    let at = laid_out(&problem, Method::Circular { groups: Vec::new() });
    assert_eq!(crossings(&problem, &at), Ok(0));
}

#[test]
fn the_more_important_are_further_in() {
    let problem = test_problems::with_ties(40, (1..40).map(|node| [node, node / 3]));
    let importance: Vec<f32> = (0..40).map(|node| ((node * 17) % 40) as f32).collect();
    let at = laid_out(&problem, Method::Concentric { importance: importance.clone() });
    let most = importance.iter().position(|&i| i == 39.0).unwrap();
    let far = |node: usize| distance(at[node], at[most]);
    for a in 0..40 {
        for b in (0..40).filter(|&b| importance[a] > importance[b]) {
            assert!(far(a) <= far(b) + 0.5, "{a} is more important than {b}");
        }
    }
}

#[test]
fn directed_ties_without_circles_lead_down() {
    let ties: Vec<[u32; 2]> =
        (0..30).flat_map(|i| [[i, (i + 3).min(30)], [i / 2, i + 1]]).collect();
    let problem = test_problems::with_ties(31, ties.iter().copied());
    let at = laid_out(&problem, Method::Layered { directed: vec![true; ties.len()] });
    for [a, b] in ties {
        assert!(at[a as usize][1] < at[b as usize][1], "{a} to {b}");
    }
}

#[test]
fn a_circle_of_directed_ties_has_one_that_leads_up() {
    let ties: Vec<[u32; 2]> = (0..6).map(|i| [i, (i + 1) % 6]).collect();
    let problem = test_problems::with_ties(6, ties.iter().copied());
    let at = laid_out(&problem, Method::Layered { directed: vec![true; 6] });
    let up = ties.iter().filter(|[a, b]| at[*a as usize][1] >= at[*b as usize][1]);
    assert_eq!(up.count(), 1);
}

#[test]
fn a_grid_is_read_in_the_order_of_the_nodes() {
    let at = laid_out(&test_problems::nodes(20), Method::Grid);
    let columns = at.iter().filter(|p| p[1] == at[0][1]).count();
    assert_eq!(columns, 5);
    for (node, p) in at.iter().enumerate() {
        assert_eq!([p[0], p[1]], [at[node % columns][0], at[node - node % columns][1]]);
    }
    assert!(at.windows(2).all(|pair| pair[0][1] < pair[1][1] || pair[0][0] < pair[1][0]));
}

#[test]
fn two_hostile_cliques_are_two_blocs_apart() {
    let mut problem = test_problems::nodes(12);
    for a in 0..12_u32 {
        for b in a + 1..12 {
            let same = a % 2 == b % 2;
            if same || (a + b) % 3 == 0 {
                test_problems::tie(&mut problem, [a, b], if same { 1 } else { -1 });
            }
        }
    }
    let at = laid_out(&problem, Method::Blocs);
    let room = |side: usize| {
        let members = (0..12).filter(|node| node % 2 == side);
        crate::layout::geometry::bounds(members.map(|node| moved(problem.boxes[node], at[node])))
            .unwrap()
    };
    assert!(!overlap(room(0), room(1)));
    let friends = distance(at[0], at[2]);
    assert!((0..6).all(|i| (0..6).all(|j| distance(at[2 * i], at[2 * j + 1]) > 0.8 * friends)));
}

#[test]
fn no_one_or_two_nodes_and_nodes_in_one_point_are_fine() {
    for method in every_method() {
        assert_eq!(laid_out(&Problem::default(), method.clone()), Vec::<Xy>::new());
        let [x, y] = laid_out(&test_problems::nodes(1), method.clone())[0];
        assert!(x.abs() < 1.0 && y.abs() < 20.0);
        assert_eq!(laid_out(&test_problems::path(2), method.clone()).len(), 2);
        let mut points = test_problems::clique(5);
        points.boxes = vec![[0.0; 4]; 5];
        points.radii = vec![0.0; 5];
        assert_eq!(overlaps(&points, &laid_out(&points, method)), Ok(0));
    }
}

#[test]
fn the_map_as_it_was_is_shown_until_there_is_a_new_one_and_a_run_can_be_stopped() {
    let mut problem = test_problems::grid(4);
    problem.positions = (0..16).map(|i| Some([i as f32, 3.0])).collect();
    for method in every_method() {
        let mut first = None;
        solve(&problem, &by(method.clone()), &mut |frame| {
            first.get_or_insert_with(|| frame.positions.to_vec());
            Flow::Continue
        })
        .unwrap();
        let solution = solve(&problem, &by(method.clone()), &mut |_| Flow::Cancel).unwrap();
        assert!(!solution.finished);
        if method != Method::Grid {
            assert_eq!(first.unwrap()[5], [5.0, 3.0], "{method:?}");
        }
    }
}

#[test]
fn large_maps_come_out_apart() {
    for method in every_method() {
        // Blocs take their time from the force-directed layout, which has a test of its own.
        let count = if method == Method::Blocs { 200 } else { 2000_u32 };
        let ties = (1..count).flat_map(|node| [[node, node / 3], [node, (node * 7) % count]]);
        let mut problem = test_problems::with_ties(count as usize, ties);
        for (tie, sign) in problem.signs.iter_mut().enumerate() {
            *sign = if tie % 4 == 3 { -1 } else { 1 };
        }
        let at = laid_out(&problem, method.clone());
        assert_eq!(overlaps(&problem, &at), Ok(0), "{method:?}");
    }
}
