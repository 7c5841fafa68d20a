//! The options of `render` that say how ties are drawn.

use super::{entente, folder, path, text};

#[test]
fn options_for_ties_take_the_place_of_what_the_map_says() {
    let (_folder, map) = folder();
    let drawn = |options: &[&str]| {
        let all = [&["render", path(&map), "-o", "-", "--format", "svg"], options].concat();
        let output = entente(&all);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        text(&output.stdout)
    };
    let before = std::fs::read(&map).expect("there");
    let usual = drawn(&[]);
    let same = usual == drawn(&["--ties", "each", "--within-blocs", "faint-if-crowded"]);
    assert!(same, "these are the map's own choices");
    assert!(!usual.contains("not drawn") && !usual.contains("tie-group"));
    let rare = drawn(&["--importance", "rare-and-hostile"]);
    assert!(rare.contains("are not drawn"));
    assert!(rare.matches(r#"class="tie""#).count() < usual.matches(r#"class="tie""#).count());
    assert!(drawn(&["--ties", "grouped"]).contains(r#"class="tie-group""#));
    assert!(!drawn(&["--ties", "bundled"]).is_empty());
    assert_eq!(std::fs::read(&map).expect("there"), before);
}

#[test]
fn a_figure_without_a_legend_says_beside_it_how_many_ties_it_leaves_out() {
    let (_folder, map) = folder();
    let said = |options: &[&str]| {
        let usual = ["render", path(&map), "-o", "-", "--format", "svg", "--importance"];
        let output = entente(&[&usual, options].concat());
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        text(&output.stderr)
    };
    assert!(said(&["rare-and-hostile", "--no-legend"]).contains("not drawn."));
    assert!(!said(&["rare-and-hostile"]).contains("not drawn"));
    assert!(!said(&["all", "--no-legend"]).contains("not drawn"));
}
