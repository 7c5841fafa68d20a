//! `entente condense`: what it says, writes and refuses.

use super::*;

/// A map in which each two of five nations but one pair are allied.
fn pairs(folder: &Path) -> PathBuf {
    let names = ["Belgium", "France", "Italy", "Portugal", "Spain", "Norway"];
    let mut rows = String::from("from,to,kind\n");
    for (at, from) in names.iter().enumerate() {
        for to in &names[at + 1..] {
            if (*from, *to) != ("Spain", "Norway") {
                rows.push_str(&format!("{from},{to},allied\n"));
            }
        }
    }
    let table = folder.join("pairs.csv");
    std::fs::write(&table, rows).expect("a file");
    let map = folder.join("pairs.entente.json");
    let result = entente(&["convert", path(&table), "-o", path(&map)]);
    assert_eq!(result.status.code(), Some(0), "{}", text(&result.stderr));
    map
}

#[test]
fn pacts_of_many_become_organisations_and_ties_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let map = pairs(folder.path());
    let said = entente(&["condense", path(&map), "--report"]);
    let words = text(&said.stdout);
    assert!(words.starts_with("14 ties became 5: 1 organisation and 4 ties\n"), "{words}");
    assert!(words.contains("5 members for 10 ties (allied)"), "{words}");
    assert!(
        words.contains("Ties that stay, since they make no group that would save anything: 4"),
        "{words}"
    );
    assert!(words.ends_with("Expanded again, the ties are the same\n"), "{words}");

    let fewer = folder.path().join("fewer.entente.json");
    let result = entente(&["condense", path(&map), "-o", path(&fewer)]);
    assert_eq!(result.status.code(), Some(0), "{}", text(&result.stderr));
    let check = text(&entente(&["check", "--strict", path(&fewer)]).stdout);
    assert_eq!(check, "7 nations, 4 ties, 5 memberships, 0 problems\n");

    let back = folder.path().join("back.entente.json");
    let result = entente(&["condense", path(&fewer), "--expand", "-o", path(&back)]);
    assert_eq!(text(&result.stdout), "10 ties in place of 1 organisation\n");
    let check = text(&entente(&["check", "--strict", path(&back)]).stdout);
    assert_eq!(check, "6 nations, 14 ties, 0 problems\n");
}

#[test]
fn groups_are_taken_by_number_and_a_number_that_none_has_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let map = pairs(folder.path());
    let json = entente(&["condense", path(&map), "--json"]);
    let report: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!((&report["ties"], &report["after"]["ties"]), (&14.into(), &4.into()));
    let groups = report["groups"].as_array().expect("groups");
    assert_eq!(groups[0]["members"].as_array().map(Vec::len), Some(5));
    assert_eq!(groups[0]["taken"], true);
    let refused = entente(&["condense", path(&map), "--only", "9"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).starts_with("There is no group 9."), "{}", text(&refused.stderr));
}
