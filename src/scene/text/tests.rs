use super::*;

#[test]
fn widths_grow_with_size_and_weight() {
    let regular = width("New Zealand", 13.0, Weight::Regular);
    assert!((60.0..90.0).contains(&regular), "{regular}");
    assert!(width("New Zealand", 13.0, Weight::SemiBold) > regular);
    assert!((width("New Zealand", 26.0, Weight::Regular) - 2.0 * regular).abs() < 0.01);
    assert_eq!(nominal_width("日本", 10.0, Weight::Regular), 20.0);
}

#[test]
fn long_names_take_two_lines_and_endless_ones_are_cut() {
    let lines = wrap("Democratic Republic of the Congo", 13.0, Weight::SemiBold, 140.0);
    assert_eq!(lines, ["Democratic Republic", "of the Congo"]);
    let cut = wrap(&"x".repeat(10_000), 13.0, Weight::SemiBold, 140.0);
    assert!(cut.len() == 1 && cut[0].ends_with('…'));
    assert!(width(&cut[0], 13.0, Weight::SemiBold) <= 140.0);
}

#[test]
fn cleaning_leaves_one_line_of_visible_text() {
    assert_eq!(clean(" a\u{0}b\n\tc\u{202E} d "), "a b c d");
}
