//! Cells and rows that name several ends.

use super::tests::{edges, guessed, left_out, nodes};
use super::*;
use crate::model::Attribute;

#[test]
fn each_cell_is_parted_as_a_person_reads_it() {
    let (network, plan) = guessed(
        "Country|Allies\nJapan|United States; Peru\nChad|Mali and Niger\nPeru|Korea, South, Cuba\n\
         Mali|Chad & Togo\nCuba|Trinidad & Tobago/Bosnia and Herzegovina\n\
         Togo|Antigua and Barbuda\nIraq|Oman, Iran, and Qatar",
    );
    assert_eq!(
        edges(&network),
        "Japan>United States Japan>Peru Chad>Mali Chad>Niger Peru>Korea, South Peru>Cuba Mali>Chad \
         Mali>Togo Cuba>Trinidad & Tobago Cuba>Bosnia and Herzegovina Togo>Antigua and Barbuda \
         Iraq>Oman Iraq>Iran Iraq>Qatar"
    );
    assert_eq!(plan.sheets[0].columns[1].separator, Some(Separator::AsRead));
    let (_, plan) =
        guessed("Country|Allies\nJapan|Peru; Chad\nMali|Niger; Cuba\nCuba|Trinidad & Tobago");
    assert_eq!(plan.sheets[0].columns[1].separator, Some(Separator::Sign(';')));
}

#[test]
fn one_column_may_hold_both_ends() {
    for (header, cells, expected) in [
        ("Dyad|Kind", "FRA-DEU|USA_CHN|GNB/SEN", "FRA>DEU USA>CHN GNB>SEN"),
        (
            "Countries|Kind",
            "France – Germany|Guinea-Bissau – Senegal",
            "France>Germany Guinea-Bissau>Senegal",
        ),
        ("Who|Type", "France vs Germany|Japan vs. Peru|Mali", "France>Germany Japan>Peru"),
        (
            "Parties|Relation",
            "Chad; Mali; Niger|Japan and Peru",
            "Chad>Mali Chad>Niger Mali>Niger Japan>Peru",
        ),
        ("Pair|Kind", "Japan <- Peru|Chad -> Mali", "Peru>Japan Chad>Mali"),
        (
            "Countries involved|What",
            "Russia & Ukraine|Serbia vs. Kosovo",
            "Russia>Ukraine Serbia>Kosovo",
        ),
        ("Pair|Agreement", "Japan-Peru|Chad-Mali", "Japan>Peru Chad>Mali"),
    ] {
        let rows: Vec<String> = cells.split('|').map(|cell| format!("{cell}|pact")).collect();
        let (network, plan) = guessed(&format!("{header}\n{}", rows.join("\n")));
        assert_eq!(edges(&network), expected, "{header}");
        assert_eq!(plan.sheets[0].columns[0].role, ColumnUse::BothEnds, "{header}");
    }
    let (network, _) =
        guessed("Who|Type\nFrance vs Germany|war\nJapan vs. Peru|war\nMali|war\n|war");
    assert_eq!(
        left_out(&network),
        "4 doesn't name two ends of a tie; 5 names neither end of a tie"
    );
    let (network, _) = guessed("Pair|Kind\nJapan <- Peru|aid\nChad – Mali|aid");
    let directed: Vec<Option<bool>> = network.edges.iter().map(|edge| edge.directed).collect();
    assert_eq!(directed, [Some(true), None]);
}

#[test]
fn spans_of_years_and_names_with_hyphens_are_no_pairs() {
    let (network, _) = guessed("Country|Years\nGuinea-Bissau|1990-1995\nTimor-Leste|2000-2005");
    assert_eq!(
        (edges(&network).as_str(), nodes(&network).as_str()),
        ("", "Guinea-Bissau Timor-Leste")
    );
}

#[test]
fn all_parties_of_a_row_are_tied() {
    for header in [
        "Country A|Country B|Country C",
        "Signatory 1|Signatory 2|Signatory 3",
        "Partner1|Partner2|Partner3",
    ] {
        let (network, _) =
            guessed(&format!("{header}|Since\nJapan|Peru|Chad|1950\nMali|Niger||1960"));
        assert_eq!(edges(&network), "Japan>Peru Japan>Chad Peru>Chad Mali>Niger", "{header}");
        let since: Vec<usize> = network.edges.iter().map(|edge| edge.attributes.len()).collect();
        assert_eq!(since, [1; 4], "{header}");
    }
    let (network, _) = guessed("Country A|Country B|Neutral\nJapan|Peru|Chad\nMali|Niger|");
    assert_eq!(edges(&network), "Japan>Peru Mali>Niger");
    assert_eq!(network.edges[0].attributes[0].1, Attribute::Text("Chad".into()));
    assert_eq!(left_out(&network), "1 names nations that are no ends of the ties");
}

#[test]
fn a_type_that_isnt_a_direction_is_none_of_gephis() {
    let preset = |rows: &str| guessed(&format!("Source|Target|Type\n{rows}")).1.sheets[0].preset;
    assert_eq!(preset("Japan|Peru|Directed\nChad|Mali|Undirected"), Some("Gephi edges"));
    assert_eq!(preset("Japan|Peru|alliance\nChad|Mali|war"), None);
}

#[test]
fn organisations_among_the_ends_make_no_memberships_where_ties_are_said() {
    for (text, expected) in [
        (
            "Sanctioning country|Target country|Imposed\nUnited States|Cuba|1962\nEU|Russia|2014\n\
             UN|Iraq|1990",
            "United States>Cuba EU>Russia UN>Iraq",
        ),
        (
            "A|B|Relation\nNATO|Russia|rivalry\nEU|Switzerland|treaty\nASEAN|China|partnership",
            "NATO>Russia EU>Switzerland ASEAN>China",
        ),
        (
            "Complaining state|Accused state|Since\nUSA|Cuba|1962\nEU|Russia|2014",
            "USA>Cuba EU>Russia",
        ),
        ("X|Y|Kind\nPeru|NATO|sanctions\nMali|EU|embargo", "Peru>NATO Mali>EU"),
        ("Country|Organisation|Relation\nPeru|NATO|war\nMali|EU|rivalry", "Peru>NATO Mali>EU"),
    ] {
        let (network, plan) = guessed(text);
        assert_eq!(plan.sheets[0].content, TableContent::Edges, "{text}");
        assert_eq!(edges(&network), expected, "{text}");
        let member = Attribute::Text("member".into());
        let says_member = |edge: &crate::formats::network::Edge| {
            edge.attributes.iter().any(|(_, value)| *value == member)
        };
        assert!(!network.edges.iter().any(says_member), "{text}");
    }
    let (network, _) = guessed("Sanctioning country|Target country\nUSA|Cuba\nEU|Russia");
    let kind = network.edge_columns.find("kind").unwrap();
    let sanctions = Attribute::Text("sanctions".into());
    assert!(network.edges.iter().all(|edge| edge.directed == Some(true)));
    assert!(network.edges[0].attributes.contains(&(kind, sanctions)));
}

#[test]
fn members_are_still_seen_by_their_organisations() {
    for text in [
        "X|Y|Relation\nPeru|NATO|member\nMali|EU|member state",
        "Country|Organisation|Type\nPeru|NATO|full member\nMali|EU|observer",
        "Country|Alliance|Kind\nPeru|NATO|defence pact\nMali|Warsaw Pact|defence pact",
    ] {
        let (_, plan) = guessed(text);
        let expected = TableContent::Affiliation { makes_pairs: false };
        assert_eq!(plan.sheets[0].content, expected, "{text}");
    }
}

#[test]
fn plus_and_minus_in_a_matrix_are_signs() {
    for (minus, expected) in [("-", "-"), ("−", "-"), ("–", "-")] {
        let text = format!("|A|B|C\nA|{minus}|{minus}|+\nB|{minus}|0|\nC|+||0");
        let (network, _) = guessed(&text);
        assert_eq!(edges(&network), "A>B A>C", "{text}");
        let sign = network.edge_columns.find("sign").unwrap();
        let signs = network.edges.iter().map(|edge| edge.attributes.as_slice());
        let text = |sign: &str| Attribute::Text(sign.into());
        assert!(signs.eq([[(sign, text(expected))], [(sign, text("+"))]]));
    }
    let (network, _) = guessed("|A|B|C\nA||–1|+1\nB|–1||–1\nC|+1|–1|");
    let weights: Vec<_> = network.edges.iter().map(|edge| edge.weight).collect();
    assert_eq!(weights, [Some(-1.0), Some(1.0), Some(-1.0)]);
    let (network, _) = guessed("|A|B|C\nA||-|x\nB|-||-\nC|x|-|");
    assert_eq!(edges(&network), "A>C", "nothing else says that there is a tie");
}

#[test]
fn a_table_of_who_is_in_what_is_one_of_members() {
    for (text, expected) in [
        (
            "Country|NATO|EU|Schengen\nNorway|1|0|1\nIreland|0|1|0",
            "Norway>NATO Norway>Schengen Ireland>EU",
        ),
        ("Country|NATO|EU\nNorway|x|\nIreland||x", "Norway>NATO Ireland>EU"),
        (
            "|NATO since|EU since\nNorway|1949|\nGreece|1952|1981",
            "Norway>NATO Greece>NATO Greece>EU",
        ),
    ] {
        let (network, _) = guessed(text);
        assert_eq!(edges(&network), expected, "{text}");
        let kind = network.edge_columns.find("kind").unwrap();
        let member = (kind, Attribute::Text("member".into()));
        assert!(network.edges.iter().all(|edge| edge.attributes.contains(&member)), "{text}");
    }
    let (network, _) = guessed("Country|NATO since|EU since\nNorway|1949|\nGreece|1952|1981");
    let since = network.edge_columns.find("since").unwrap();
    let joined = Attribute::Text("1981".into());
    assert!(network.edges[2].attributes.contains(&(since, joined)));
    let (_, plan) = guessed("Country|NATO|EU|Population\nNorway|1|0|5400000\nIreland|0|1|5100000");
    assert_eq!(plan.sheets[0].content, TableContent::Nodes, "the rest isn't lost");
}

#[test]
fn ties_run_from_the_one_that_acts() {
    for (header, kind) in [
        ("Victim|Aggressor", None),
        ("Buyer|Seller", None),
        ("Defender|Attacker", None),
        ("Importer|Exporter", None),
        ("Country|Invaded by", Some("invasion")),
        ("Against|Sanctions by", Some("sanctions")),
        ("Target country|Sanctioning country", Some("sanctions")),
        ("Country|Sanctioned by", Some("sanctions")),
    ] {
        let turn = |line: &str| line.split('|').rev().collect::<Vec<_>>().join("|");
        let rows = ["Japan|Peru", "Chad|Mali"];
        for lines in
            [[header, rows[0], rows[1]].map(str::to_owned), [header, rows[0], rows[1]].map(turn)]
        {
            let (network, _) = guessed(&lines.join("\n"));
            assert_eq!(edges(&network), "Peru>Japan Mali>Chad", "{lines:?}");
            for edge in &network.edges {
                let said = edge.attributes.first().map(|(_, value)| value.clone());
                assert_eq!(said, kind.map(|kind| Attribute::Text(kind.into())), "{header}");
                assert_eq!(edge.directed, Some(true), "{header}");
            }
        }
    }
    let said = |header: &str| {
        let (network, _) = guessed(&format!("{header}\nJapan|Peru|Bündnis\nChad|Mali|Vertrag"));
        network.edges.iter().map(|edge| edge.directed).collect::<Vec<_>>()
    };
    assert_eq!(said("Von|Nach|Beziehung"), [None; 2]);
    assert_eq!(said("Von|Nach|Notiz"), [Some(true); 2]);
    assert_eq!(said("De|Vers|Relation"), [None; 2]);
    assert_eq!(said("Victim|Aggressor|Kind"), [Some(true); 2]);
}

#[test]
fn what_was_imported_came_from_the_partner() {
    let (network, _) = guessed(
        "Reporter|Trade Flow|Partner\nJapan|Export|Peru\nJapan|Import|Peru\nChad|Re-Exports|Mali\n\
         Chad|other|Mali",
    );
    assert_eq!(edges(&network), "Japan>Peru Peru>Japan Chad>Mali Chad>Mali");
    let said: Vec<Option<bool>> = network.edges.iter().map(|edge| edge.directed).collect();
    assert_eq!(said, [Some(true), Some(true), Some(true), None]);
}

#[test]
fn votes_on_resolutions_are_no_ties() {
    for text in [
        "rcid|ccode|country|vote\n3|2|United States|yes\n3|20|Canada|no\n3|40|Cuba|yes\n4|2|Cuba|no",
        "rcid|ccode|member|vote|Country\n3|2|1|1|USA\n3|20|1|3|CAN",
    ] {
        let mut votes = Table::new("");
        text.lines().for_each(|line| votes.push_row(line.split('|')));
        let tables = [votes];
        let plan = TablePlan::guess(&tables);
        assert_eq!(plan.sheets[0].preset, Some("UN votes"));
        let error = network(&tables, &plan).unwrap_err().to_string();
        assert!(error.contains("votes on resolutions"), "{error}");
    }
    let (network, _) = guessed("ccode1|ccode2|agree\n2|20|0.5\n2|40|0.1");
    assert_eq!(edges(&network), "2>20 2>40");
}

#[test]
fn lists_of_partners_are_told_from_both_ends_of_ties() {
    for (text, lists) in [
        ("Country|Allies\nJapan|Peru\nPeru|Japan", true),
        ("Country|Neighbours|Capital\nJapan|Peru|Tokyo\nPeru|Japan|Lima", true),
        ("From|To\nJapan|Peru\nPeru|Japan", false),
        ("Source|Target\nJapan|Peru\nPeru|Japan", false),
        ("Country A|Country B\nJapan|Peru\nPeru|Japan", false),
    ] {
        assert_eq!(guessed(text).0.lists_partners, lists, "{text}");
    }
}

#[test]
fn years_behind_names_are_when_ties_were() {
    let said = |text: &str| {
        let (network, _) = guessed(text);
        let name = |id| network.edge_columns.name(id).to_owned();
        let of = |edge: &crate::formats::network::Edge| {
            let values = edge.attributes.iter().filter(|(id, _)| name(*id) != "kind");
            values
                .map(|(id, value)| format!("{} {value:?}", name(*id)))
                .collect::<Vec<_>>()
                .join(" ")
        };
        (
            edges(&network),
            network.edges.iter().map(of).collect::<Vec<_>>().join("; "),
            left_out(&network),
        )
    };
    let (edges, dates, remarks) = said(
        "Organisation|Members\nGroup A|Japan, Turkey (1952), Albania (until 1968)\nGroup B|Chad, Mali, Peru",
    );
    assert_eq!(
        edges,
        "Japan>Group A Turkey>Group A Albania>Group A Chad>Group B Mali>Group B Peru>Group B"
    );
    assert_eq!(
        (dates.as_str(), remarks.as_str()),
        ("; since Text(\"1952\"); until Text(\"1968\"); ; ; ", "")
    );
    let (edges, dates, _) =
        said("Country|Allies\nJapan|USA [1951]; Peru [1960–1970]\nChad|Mali; Niger");
    assert_eq!(edges, "Japan>USA Japan>Peru Chad>Mali Chad>Niger");
    assert_eq!(dates, "since Text(\"1951\"); since Text(\"1960\") until Text(\"1970\"); ; ");
    let (_, dates, remarks) = said("Country|Ally|Since\nJapan|Peru (1960)|1955\nChad|Mali|1970");
    assert_eq!(dates, "Since Number(1955.0); Since Number(1970.0)");
    assert_eq!(remarks, "2 is a date behind a name, where the row says another");
}

#[test]
fn a_question_on_each_nation_is_a_matrix_of_answers() {
    let text = "Timestamp|Country|How are relations with: [Russia]|How are relations with: [China]\n\
                2024/05/01|Serbia|friendly|tense\n2024/05/02|Poland|hostile|tense";
    let parts = parted(vec![table_of(text)]);
    let network = network(&parts, &TablePlan::guess(&parts)).unwrap();
    assert_eq!(edges(&network), "Serbia>Russia Serbia>China Poland>Russia Poland>China");
    assert!(left_out(&network).contains("1 is a column before the answers"));
    let text = "Country|Value [USD]|Value [kg]\nSerbia|1|2";
    assert_eq!(parted(vec![table_of(text)])[0].cell(0, 1), "Value [USD]");
}

fn table_of(text: &str) -> Table {
    let mut table = Table::new("");
    text.lines().for_each(|line| table.push_row(line.split('|')));
    table
}
