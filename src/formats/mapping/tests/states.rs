//! Columns of yes and no that ask of the state of ties.

use super::*;
use crate::model::Status;

fn statuses(columns: &[&str], texts: &[&[&str]]) -> Vec<Option<Status>> {
    let imported = imported(&rows(columns, texts));
    let kinds = imported.map.kinds().iter().map(|(_, kind)| kind.name.clone());
    let kinds: Vec<String> = kinds.collect();
    let is_asked = |kind: &String| columns.iter().any(|column| kind.eq_ignore_ascii_case(column));
    assert!(!kinds.iter().any(is_asked), "a question is no kind: {kinds:?}");
    imported.map.ties().iter().map(|(_, tie)| tie.status).collect()
}

#[test]
fn yes_and_no_say_the_status_of_a_tie() {
    let (in_force, ended, signed) =
        (Some(Status::InForce), Some(Status::Ended), Some(Status::Signed));
    for (question, [yes, no], expected) in [
        ("In force", ["yes", "no"], [in_force, ended]),
        ("in force?", ["1", "0"], [in_force, ended]),
        ("Active", ["true", "false"], [in_force, ended]),
        ("Still active", ["Y", "N"], [in_force, ended]),
        ("Alliance active", ["x", "no"], [in_force, ended]),
        ("Ended alliance?", ["yes", "no"], [ended, None]),
        ("Terminated", ["yes", "no"], [ended, None]),
        ("Ratified", ["yes", "no"], [in_force, signed]),
        ("Signed", ["yes", "no"], [signed, None]),
        ("In Kraft", ["ja", "nein"], [in_force, ended]),
        ("En vigueur", ["oui", "non"], [in_force, ended]),
        ("Действует", ["да", "нет"], [in_force, ended]),
    ] {
        let texts: [&[&str]; 2] = [&["a", "b", yes], &["b", "c", no]];
        assert_eq!(statuses(&[question], &texts), expected, "{question}");
        let texts: [&[&str]; 2] = [&["a", "b", "alliance", yes], &["b", "c", "pact", no]];
        assert_eq!(statuses(&["Kind", question], &texts), expected, "{question}");
    }
}

#[test]
fn a_column_of_years_may_say_no_in_some_rows() {
    let network =
        rows(&["In force"], &[&["a", "b", "1951"], &["b", "c", "1960"], &["c", "d", "no"]]);
    let imported = imported(&network);
    let said = imported.map.ties().iter().map(|(_, tie)| (tie.since.is_some(), tie.status));
    assert!(said.eq([(true, None), (true, None), (false, Some(Status::Ended))]));
}

#[test]
fn of_several_answers_the_last_stage_counts() {
    let columns = ["Signed", "Ratified", "In force"];
    let texts: [&[&str]; 3] = [
        &["a", "b", "yes", "no", "no"],
        &["b", "c", "yes", "yes", "yes"],
        &["c", "d", "no", "", "no"],
    ];
    assert_eq!(
        statuses(&columns, &texts),
        [Some(Status::Signed), Some(Status::InForce), Some(Status::Ended)]
    );
}

#[test]
fn what_isnt_in_force_is_ended_with_a_remark_and_a_status_goes_before() {
    let network = rows(&["In force"], &[&["a", "b", "yes"], &["b", "c", "no"]]);
    assert_eq!(
        topics(&imported(&network)),
        [("says that the tie isn't in force, and not whether it was", 1)]
    );
    let network = rows(&["Status", "Active"], &[&["a", "b", "suspended", "no"]]);
    let imported = imported(&network);
    let (_, tie) = imported.map.ties().at(0).expect("a tie");
    assert_eq!(tie.status, Some(Status::Suspended));
    assert_eq!(tie.attributes.get("Active"), Some(&Attribute::Text("no".into())));
}

#[test]
fn a_kind_of_yes_and_no_beside_its_state_stays_a_kind() {
    let network = rows(
        &["alliance", "war", "active"],
        &[&["a", "b", "1", "0", "1"], &["b", "c", "0", "1", "0"]],
    );
    let imported = imported(&network);
    assert_eq!(ties(&imported.map), ["a – b: Allied  to ", "b – c: War  to "]);
    let statuses: Vec<_> = imported.map.ties().iter().map(|(_, tie)| tie.status).collect();
    assert_eq!(statuses, [Some(Status::InForce), Some(Status::Ended)]);
}

#[test]
fn the_word_before_a_kind_may_be_its_status() {
    let of = |kind: &str| {
        let map =
            imported(&rows(&["kind"], &[&["Japan", "Peru", kind], &["Chad", "Mali", "war"]])).map;
        let (_, tie) = map.ties().at(0).expect("a tie");
        let name = map.kinds().get(tie.kind).map(|kind| kind.name.clone());
        (tie.status, name.unwrap_or_default())
    };
    assert_eq!(of("suspended treaty"), (Some(Status::Suspended), "Pact".to_owned()));
    assert_eq!(of("proposed alliance"), (Some(Status::Proposed), "Allied".to_owned()));
    assert_eq!(of("suspended animation"), (None, "Suspended animation".to_owned()));
    assert_eq!(of("—"), (None, "Tie".to_owned()));
    assert_eq!(of("ALLIED_WITH"), (None, "Allied".to_owned()));
    assert_eq!(of("SHARES_BORDER_WITH"), (None, "Shares border with".to_owned()));
}
