//! Matrices whose rows and columns spell nations differently, that name a nation on the diagonal, and several
//! of them in one sheet.

use super::tests::{edges, guessed, left_out, nodes};
use super::*;
use crate::model::Attribute;

#[test]
fn rows_and_columns_may_spell_nations_differently() {
    for (heads, labels) in [
        ("JPN|PER|TCD", ["Japan", "Peru", "Chad"]),
        ("JP|PE|TD", ["Japan", "Peru", "Chad"]),
        ("Japan|Peru|Chad", ["JPN", "PER", "TCD"]),
        ("Japan|Peru|Tchad", ["Japon", "Pérou", "Chad"]),
    ] {
        let [one, two, three] = labels;
        let text = format!("|{heads}\n{one}||pact|\n{two}|pact||war\n{three}||war|");
        let (network, plan) = guessed(&text);
        assert_eq!(plan.sheets[0].content, TableContent::Matrix { is_mutual: true }, "{text}");
        assert_eq!(nodes(&network), heads.replace('|', " "), "one set of nations: {text}");
        let heads: Vec<&str> = heads.split('|').collect();
        let expected = format!("{0}>{1} {1}>{2}", heads[0], heads[1], heads[2]);
        assert_eq!(edges(&network), expected, "{text}");
    }
    let (network, plan) = guessed("|JPN|PER\nChad|pact|\nMali||war\nJapan||pact");
    assert_eq!(plan.sheets[0].content, TableContent::Matrix { is_mutual: false });
    assert_eq!(edges(&network), "Chad>JPN Mali>PER JPN>PER");
}

#[test]
fn a_nation_that_meets_itself_is_tied_to_nobody() {
    for (own, kind) in [
        (["Japan", "Peru", "Chad"], "pact"),
        (["JPN", "PER", "TCD"], "pact"),
        (["X", "X", "X"], "1"),
        (["x", "x", "x"], "x"),
        (["self", "self", "self"], "pact"),
        (["", "", ""], "pact"),
        (["-", "-", "-"], "1"),
        (["\u{2014}", "\u{2014}", "\u{2014}"], "1"),
    ] {
        let [one, two, three] = own;
        let text = format!(
            "|Japan|Peru|Chad\nJapan|{one}|{kind}|\nPeru|{kind}|{two}|{kind}\nChad||{kind}|{three}"
        );
        let (network, plan) = guessed(&text);
        assert_eq!(plan.sheets[0].content, TableContent::Matrix { is_mutual: true }, "{text}");
        assert_eq!(edges(&network), "Japan>Peru Peru>Chad", "{text}");
        assert_eq!(nodes(&network), "Japan Peru Chad", "{text}");
    }
    let topic = "stands where the row of a nation meets its own column";
    let (network, _) = guessed("|Japan|Peru\nJapan|Japan|pact\nPeru||Peru");
    assert_eq!(left_out(&network), format!("2 {topic}; 3 {topic}"));
    let (network, _) = guessed("|Japan|Peru\nJapan|5|2\nPeru|3|4");
    assert_eq!(edges(&network), "Japan>Japan Japan>Peru Peru>Japan Peru>Peru", "trade within");
}

#[test]
fn a_second_matrix_below_the_first_is_read_too() {
    let head = "|Japan|Peru|Chad";
    let first = "Japan|0|1|0\nPeru|1|0|0\nChad|0|0|0";
    let second = "Japan|0|0|1\nPeru|0|0|0\nChad|1|0|0";
    for (text, kinds) in [
        (format!("{head}\n{first}\n\n{head}\n{second}"), [None, None]),
        (
            format!("Alliances\n{head}\n{first}\n\nWars\n{head}\n{second}"),
            [Some("Alliances"), Some("Wars")],
        ),
        (
            format!("Alliances\n{head}\n{first}\nWars\n{head}\n{second}"),
            [Some("Alliances"), Some("Wars")],
        ),
        (
            format!("Trade agreement\n\n{head}\n{first}\n\nBorder dispute\n\n{head}\n{second}"),
            [Some("Trade agreement"), Some("Border dispute")],
        ),
    ] {
        let mut whole = Table::new("");
        text.lines().for_each(|line| whole.push_row(line.split('|')));
        let tables = parted(vec![whole]);
        let network = network(&tables, &TablePlan::guess(&tables)).unwrap();
        assert_eq!(edges(&network), "Japan>Peru Japan>Chad", "{text}");
        for (edge, kind) in network.edges.iter().zip(kinds) {
            let said = edge.attributes.first().map(|(_, value)| value.clone());
            assert_eq!(said, kind.map(|kind| Attribute::Text(kind.into())), "{text}");
        }
    }
}

#[test]
fn a_title_that_names_no_kind_is_left_out_with_a_remark() {
    let (network, _) = guessed("Relations of 1914\n|Japan|Peru\nJapan|0|1\nPeru|1|0");
    assert_eq!(left_out(&network), "1 stands above the rows of data");
    assert!(network.edges[0].attributes.is_empty());
    let (network, _) = guessed("Alliances\n|Japan|Peru\nJapan||war\nPeru|war|");
    assert_eq!(network.edges[0].attributes[0].1, Attribute::Text("war".into()));
}
