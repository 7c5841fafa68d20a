//! Tables as people keep them.

use super::*;
use crate::formats::network::Network;
use crate::formats::problems::{Severity, Spot};
use crate::model::Attribute;

/// A table whose rows are lines and whose cells have `|` between them.
pub(super) fn table(text: &str) -> Table {
    let mut table = Table::new("");
    text.lines().for_each(|line| table.push_row(line.split('|')));
    table
}

pub(super) fn guessed(text: &str) -> (Network, TablePlan) {
    let tables = [table(text)];
    let plan = TablePlan::guess(&tables);
    (network(&tables, &plan).unwrap(), plan)
}

/// The edges as `from>to`, with spaces between them.
pub(super) fn edges(network: &Network) -> String {
    let id = |node: u32| network.nodes[node as usize].id.as_str();
    let edges = network.edges.iter().map(|edge| format!("{}>{}", id(edge.from), id(edge.to)));
    edges.collect::<Vec<_>>().join(" ")
}

/// What was remarked on, each with its line.
pub(super) fn left_out(network: &Network) -> String {
    let groups = network.remarks.groups();
    let mut all: Vec<(u32, &str)> = groups
        .flat_map(|group| group.examples.iter().map(|at| (at.spot.line, group.topic.as_str())))
        .collect();
    all.sort_unstable();
    all.iter().map(|(line, topic)| format!("{line} {topic}")).collect::<Vec<_>>().join("; ")
}

pub(super) fn nodes(network: &Network) -> String {
    network.nodes.iter().map(|node| node.id.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn titles_above_and_totals_below_are_no_ties() {
    let (network, plan) = guessed(
        "Alliances of the world\nStatus: 1914|\n\n|\n Country A | Country B |Kind|Value\n\
         Japan|Peru|pact|1\nChad|Mali|pact|2\n\nTotal|||3\nSource: the ministry of foreign affairs",
    );
    assert_eq!(edges(&network), "Japan>Peru Chad>Mali");
    let sheet = &plan.sheets[0];
    assert_eq!((sheet.header, sheet.rows.clone()), (Some(4), 5..7));
    assert_eq!((network.held.nodes, network.held.edges), (4, 2));
    assert_eq!(
        left_out(&network),
        "1 stands above the rows of data; 2 stands above the rows of data; 9 is a row of sums; \
         10 stands below the rows of data"
    );
    assert_eq!(network.edges[0].spot, Spot::at(6, 1));
}

#[test]
fn the_value_of_an_edge_has_a_cell() {
    let text = "Title\n\nsource|target|kind|since\nJapan|Peru|pact|1951\nChad|Mali|war|soon";
    let (network, mut plan) = guessed(text);
    let since = network.edge_columns.find("since").unwrap();
    let spot = network.edges[1].spot;
    assert_eq!(network.edge_cells.spot(spot, since), Spot::at(5, 4));
    plan.sheets[0].rows.end = 4;
    let one = super::network(&[table(text)], &plan).unwrap();
    assert_eq!(one.edge_cells.spot(one.edges[0].spot, since), Spot::at(4, 4));
}

#[test]
fn both_ends_are_found_in_many_namings() {
    for header in [
        "source|target",
        "\u{feff}Source|Target ",
        "From|To",
        "Quelle|Ziel",
        "Von|Nach",
        "Origen|Destino",
        "Pays 1|Pays 2",
        "País A|País B",
        "Страна 1|Страна 2",
        "国家1|国家2",
        "ccode1|ccode2",
        "iso_o|iso_d",
        "stateabb1|stateabb2",
        "Reporter|Partner",
        "Ego|Alter",
        "Actor1CountryCode|Actor2CountryCode",
        "Country|Ally",
        "Staat|Verbündeter",
        "mem1|mem2",
        "state_name1|state_name2",
        "Nation|Enemy",
        "Country|Country",
    ] {
        let (network, plan) = guessed(&format!("{header}\nx1|x2\nx3|x4"));
        assert_eq!(edges(&network), "x1>x2 x3>x4", "{header}");
        assert_eq!(plan.sheets[0].header, Some(0), "{header}");
    }
}

#[test]
fn a_source_beside_both_ends_is_where_it_was_read() {
    let (network, _) = guessed("Source|From|To\nThe Times|Japan|Peru");
    assert_eq!(edges(&network), "Japan>Peru");
    let (network, _) = guessed("Country|Partner|Source\nJapan|Peru|The Times\nChad|Mali|The Times");
    assert_eq!(edges(&network), "Japan>Peru Chad>Mali");
    assert_eq!(network.edge_columns.name(network.edges[0].attributes[0].0), "Source");
}

#[test]
fn nations_tell_the_ends_where_no_word_does() {
    let (network, _) =
        guessed("Nr|Who|Whom|What\n1|Japan|Peru|pact\n2|Chad|Mali|war\n3|Peru|Mali|pact");
    assert_eq!(edges(&network), "Japan>Peru Chad>Mali Peru>Mali");
    let (network, plan) = guessed("Japan|Peru|pact\nChad|Mali|concern");
    assert_eq!(edges(&network), "Japan>Peru Chad>Mali");
    assert_eq!(plan.sheets[0].header, None);
    let (network, _) = guessed("0|21|-1\n1|17|-1\n2|5|-1\n21|17|1");
    assert_eq!(edges(&network), "0>21 1>17 2>5 21>17");
}

#[test]
fn merged_cells_say_the_same_for_each_row() {
    let (network, _) = guessed("source|target\nJapan|Peru\n|Chad\n|Mali\nChile|Mali\n|Peru");
    assert_eq!(edges(&network), "Japan>Peru Japan>Chad Japan>Mali Chile>Mali Chile>Peru");
    let groups: Vec<_> = network.remarks.groups().map(|group| group.count).collect();
    assert_eq!(groups, [3]);
}

#[test]
fn cells_are_filled_down_before_rows_are_chosen() {
    let tables = [table(
        "source|target|kind\nJapan|Peru|war\n|Chad|pact\n|Mali|pact\nChile|Mali|war\n|Peru|pact",
    )];
    let mut plan = TablePlan::guess(&tables);
    plan.sheets[0].filter = Some(RowFilter { column: 2, values: vec!["pact".to_owned()] });
    let filtered = network(&tables, &plan).unwrap();
    assert_eq!(edges(&filtered), "Japan>Chad Japan>Mali Chile>Peru");
    let counts: Vec<_> =
        filtered.remarks.groups().map(|group| (&*group.topic, group.count)).collect();
    assert!(counts.contains(&("isn't among the rows that are read", 2)), "{counts:?}");
    plan.sheets[0].filter = Some(RowFilter { column: 0, values: vec!["Chile".to_owned()] });
    assert_eq!(edges(&network(&tables, &plan).unwrap()), "Chile>Mali Chile>Peru");
}

#[test]
fn headers_and_sums_among_the_rows_are_no_ties() {
    let (network, _) = guessed(
        "source|target|value\nJapan|Peru|1\nSubtotal||1\nsource|target|value\nChad|Mali|2\nPeru|Mali|2",
    );
    assert_eq!(edges(&network), "Japan>Peru Chad>Mali Peru>Mali");
    assert_eq!(left_out(&network), "3 is a row of sums; 4 repeats the names of the columns");
    assert_eq!(network.nodes.len(), 4);
}

#[test]
fn a_sheet_that_isnt_read_is_named() {
    let tables = [table("source|target\nJapan|Peru"), table("Remember to|update|this\n1|2|3")];
    let mut plan = TablePlan::guess(&tables);
    plan.sheets[1].content = TableContent::Ignored;
    let network = network(&tables, &plan).unwrap();
    let group = network.remarks.groups().next().unwrap();
    assert_eq!((group.count, group.examples[0].spot), (1, Spot { table: 1, ..Spot::at(1, 1) }));
}

#[test]
fn columns_of_partners_say_how_they_are_tied() {
    let kinds = |text: &str| {
        let (network, _) = guessed(text);
        let kind = |edge: &crate::formats::network::Edge| {
            edge.attributes.iter().map(|(_, value)| format!("{value:?}")).collect::<String>()
        };
        network.edges.iter().map(kind).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        kinds("Country|Partner 1|Partner 2|Rivals\nJapan|Peru|Chad|Mali\nFiji|Peru||Chad"),
        r#"Text("Partner") Text("Partner") Text("Rivals") Text("Partner") Text("Rivals")"#
    );
    assert_eq!(kinds("Staat|Verbündete\nJapan|Peru"), r#"Text("Verbündete")"#);
    assert_eq!(kinds("Country|Partner\nJapan|Peru"), "");
    assert_eq!(kinds("Country|Rival|Type\nJapan|Peru|war"), r#"Text("war")"#);
}

#[test]
fn words_for_both_ends_say_that_ties_are_directed() {
    for (header, directed) in [
        ("Exporter|Importer", Some(true)),
        ("Sender|Receiver", Some(true)),
        ("Actor1Country|Actor2Country", Some(true)),
        ("from|to", Some(true)),
        ("Origen|Destino", Some(true)),
        ("source|target", None),
        ("Country A|Country B", None),
        ("Country|Partner", None),
    ] {
        let (network, _) = guessed(&format!("{header}|note\nJapan|Peru|x\nChad|Mali|y"));
        let said: Vec<_> = network.edges.iter().map(|edge| edge.directed).collect();
        assert_eq!(said, [directed; 2], "{header}");
    }
}

#[test]
fn a_program_is_named_only_where_its_own_columns_are() {
    let preset = |header: &str| guessed(&format!("{header}\na|b|c|d\ne|f|g|h")).1.sheets[0].clone();
    assert_eq!(preset("From|To|Type|Note").preset, None);
    assert_eq!(preset("From|To|Type|Direction").preset, Some("Kumu connections"));
    assert_eq!(preset("Source|Target|x|y").preset, None);
    assert_eq!(preset("Source|Target|Timeset|Id").preset, Some("Gephi edges"));
    assert_eq!(preset("Id|Label|x|y").preset, None);
    let ties = preset("Id|Label|Country 1|Country 2");
    assert_eq!(ties.content, TableContent::Edges);
    assert_eq!(ties.column_with(ColumnUse::Source), Some(2));
}

#[test]
fn wide_rows_and_equal_names_take_no_more_than_their_cells() {
    let wide: String = (0..20_000).map(|_| "|note").collect();
    let short = "a|b\n".repeat(20_000);
    for text in [
        format!("source|target{wide}\n{short}"),
        format!("source|target\n{short}c|d{wide}\n"),
        format!("source|target{wide}\n{short}c|d{wide}\n"),
    ] {
        let (network, _) = guessed(&text);
        assert!(network.edges.len() >= 20_000);
        let held: usize = network.edges.iter().map(|edge| edge.attributes.len()).sum();
        assert!(held <= 20_000);
    }
}

#[test]
fn a_row_that_would_be_copied_without_end_is_refused() {
    let many = |letter: char| (0..1_000).map(|n| format!("{letter}{n};")).collect::<String>();
    let names: String = (0..100).map(|n| format!("|note {n}")).collect();
    let notes = "|x".repeat(100);
    let rows = format!("{}|{}{notes}\n", many('a'), many('b')).repeat(2);
    let tables = [table(&format!("source|target{names}\n{rows}"))];
    let mut plan = TablePlan::guess(&tables);
    for column in plan.sheets[0].columns.iter_mut().take(2) {
        column.separator = Some(Separator::Sign(';'));
    }
    let error = network(&tables, &plan).unwrap_err();
    assert!(error.message.contains("many ends each"), "{}", error.message);
}

#[test]
fn several_ends_in_a_cell_are_several_ties() {
    let (network, _) = guessed(
        "Country|Allies\nJapan|United States; Peru\nChad|Mali, Niger\nPeru|Korea, Rep.\nMali|Chad",
    );
    assert_eq!(
        edges(&network),
        "Japan>United States Japan>Peru Chad>Mali Chad>Niger Peru>Korea, Rep. Mali>Chad"
    );
    let (network, _) = guessed("Country|Ally 1|Ally 2|Ally 3\nJapan|Peru|Chad|\nMali|Peru||");
    assert_eq!(edges(&network), "Japan>Peru Japan>Chad Mali>Peru");
}

#[test]
fn a_turned_table_is_turned_back() {
    let (network, plan) = guessed("source|Japan|Chad\ntarget|Peru|Mali\nkind|pact|war");
    assert!(plan.sheets[0].is_transposed);
    assert_eq!(edges(&network), "Japan>Peru Chad>Mali");
    assert_eq!(network.edges[1].spot, Spot::at(1, 3));
}

#[test]
fn nations_and_ties_are_joined_by_id_and_else_by_label() {
    let nations = table("Id|Label|x\n1|Japan|3\n2|Peru|4");
    for ties in ["Source|Target\n1|2", "Source|Target\nJapan|peru"] {
        let tables = [table(ties), nations.clone()];
        let network = network(&tables, &TablePlan::guess(&tables)).unwrap();
        assert_eq!((edges(&network).as_str(), network.nodes.len()), ("1>2", 2));
        assert_eq!(network.nodes[0].label.as_deref(), Some("Japan"));
        assert!(network.remarks.is_empty());
    }
    let tables = [table("Source|Target\n1|7"), nations];
    let network = network(&tables, &TablePlan::guess(&tables)).unwrap();
    assert_eq!((network.held.nodes, network.nodes.len()), (2, 3));
    assert_eq!(network.remarks.groups().len(), 1);
}

#[test]
fn no_row_is_dropped_for_its_id() {
    let (network, _) = guessed("id|label\n1|uno\n2|dos\n2|dos\n|tres\n|");
    assert_eq!((network.held.nodes, network.nodes.len()), (4, 4));
    let counts: Vec<usize> = network.remarks.groups().map(|group| group.count).collect();
    assert_eq!(counts, [1]);
}

#[test]
fn members_belong_to_their_organisation() {
    for text in [
        "Country|Organisation|From|To\nJapan|Group A|1950|1960\nPeru|Group A|1950|1970",
        "Organisation|Members\nGroup A|Japan; Peru",
        "X|Y\nJapan|NATO\nPeru|NATO\nPeru|European Union\nChad|African Union",
    ] {
        let (network, plan) = guessed(text);
        assert_eq!(
            plan.sheets[0].content,
            TableContent::Affiliation { makes_pairs: false },
            "{text}"
        );
        assert!(edges(&network).starts_with("Japan>"), "{}", edges(&network));
        let member = Attribute::Text("member".into());
        assert!(network.edges[0].attributes.iter().any(|(_, value)| *value == member));
    }
    let (network, plan) =
        guessed("atopid|member|defense\n1005|200|1\n1005|220|1\n1005|365|1\n1010|2|0\n1010|20|0");
    assert_eq!(plan.sheets[0].preset, Some("ATOP members"));
    assert_eq!(edges(&network), "200>220 200>365 220>365 2>20");
    assert_eq!(network.edges[0].label.as_deref(), Some("1005"));
}

#[test]
fn two_members_are_tied_while_both_are_in() {
    let (network, _) = guessed(
        "atopid|member|yrent|yrexit|defense|consul\n3180|2|1949|0|1|0\n3180|220|1949|1966|1|0\n\
         3180|640|1952|0|1|1\n3180|9|1967|1970|1|0",
    );
    assert_eq!(edges(&network), "2>220 2>640 2>9 220>640 640>9", "France had left when 9 came");
    let years = |edge: usize| {
        let value = |name: &str| {
            let column = network.edge_columns.find(name)?;
            let values = &network.edges[edge].attributes;
            values.iter().find(|(own, _)| *own == column).map(|(_, value)| value.clone())
        };
        ["yrent", "yrexit", "defense", "consul"].map(|name| match value(name) {
            Some(Attribute::Number(number)) => number as i32,
            _ => -1,
        })
    };
    assert_eq!(
        [0, 1, 2, 3].map(years),
        [[1949, 1966, 1, 0], [1952, 0, 1, -1], [1967, 1970, 1, 0], [1952, 1966, 1, -1],]
    );
}

#[test]
fn a_matrix_is_read_cell_by_cell() {
    let (network, plan) = guessed("|A|B|C\nA|0|1|0\nB|1|0|2.5\nC|0|2.5|0");
    assert_eq!(plan.sheets[0].content, TableContent::Matrix { is_mutual: true });
    assert_eq!((edges(&network).as_str(), network.edges[1].weight), ("A>B B>C", Some(2.5)));
    let (network, plan) = guessed("Who to whom\n\n|A|B|Sum\nA|1|x|1\nB|war|-|1\nTotal|1|1|2");
    assert_eq!(plan.sheets[0].content, TableContent::Matrix { is_mutual: false });
    assert_eq!(edges(&network), "A>A A>B B>A");
    let (network, _) = guessed("0|1|0\n0|0|1\n1|0|0");
    assert_eq!(edges(&network), "1>2 2>3 3>1");
    let (network, plan) = guessed("|Japan|Peru|Chad\nJapan||1|\nPeru|||1\nChad|||");
    assert_eq!(plan.sheets[0].content, TableContent::Matrix { is_mutual: true });
    assert_eq!(edges(&network), "Japan>Peru Peru>Chad");
    let (network, _) = guessed("|NATO|European Union\nFrance|x|x\nNorway|x|\nAustria||x");
    assert_eq!(
        edges(&network),
        "France>NATO France>European Union Norway>NATO Austria>European Union"
    );
}

#[test]
fn a_list_of_partners_has_rows_of_any_length() {
    let (network, plan) = guessed("a|b\nb|c|d\ne\nf| a |g|h| i  ");
    assert_eq!(plan.sheets[0].content, TableContent::Adjacency);
    assert_eq!(edges(&network), "a>b b>c b>d f>a f>g f>h f>i");
    assert_eq!(network.held.nodes, 9);
    let (_, plan) = guessed("Japan|Peru|pact\nChad|Mali\nPeru|Mali|concern\nChile|Peru|pact");
    assert_eq!(plan.sheets[0].content, TableContent::Edges);
}

#[test]
fn a_list_of_nations_is_no_list_of_ties() {
    for text in [
        "Country|ISO|Population\nJapan|JPN|125\nPeru|PER|33\nChad|TCD|17",
        "Country|Capital|Population\nJapan|Tokyo|125\nPeru|Lima|33",
        "Id|Label|X|Y\n1|a|0|0\n2|b|1|1",
        "Japan\nPeru\nChad",
    ] {
        let (network, plan) = guessed(text);
        assert_eq!(plan.sheets[0].content, TableContent::Nodes, "{text}");
        assert!(network.edges.is_empty() && nodes(&network).len() >= 3);
    }
}

#[test]
fn each_row_that_makes_no_tie_is_named_by_its_cell() {
    let (network, _) =
        guessed("source|target|kind\nJapan|Peru|pact\nChad||pact\n|Mali|pact\n||pact\n||");
    assert_eq!((edges(&network).as_str(), network.nodes.len()), ("Japan>Peru", 4));
    let found: Vec<(Spot, usize)> = network
        .remarks
        .groups()
        .inspect(|group| assert_eq!(group.severity, Severity::Loss))
        .map(|group| (group.examples[0].spot, group.count))
        .collect();
    assert_eq!(found, [(Spot::at(3, 2), 1), (Spot::at(4, 1), 1), (Spot::at(5, 1), 1)]);
}

#[test]
fn a_word_for_nobody_is_no_nation() {
    for word in ["None", "n/a", "-", "k. A.", "nil", "keine", "?", "AUCUN", "Ninguno", "Нет", "NA"]
    {
        let (network, _) = guessed(&format!(
            "country|partner\nIreland|{word}\nJapan|United States\n{word}|Peru\nPeru|Chad"
        ));
        assert_eq!(nodes(&network), "Ireland Japan United States Peru Chad", "{word}");
        let groups = network.remarks.groups();
        assert!(groups.into_iter().all(|group| group.severity == Severity::Warning), "{word}");
    }
    let (network, _) = guessed("country|partners\nIreland|None\nJapan|Peru; Chad; none");
    assert_eq!(edges(&network), "Japan>Peru Japan>Chad");
    // Namibia
    let (network, _) = guessed("iso_o|iso_d\nNA|ZA\nNO|SE\nDE|NA");
    assert_eq!(edges(&network), "NA>ZA NO>SE DE>NA");
}

#[test]
fn rows_that_begin_alike_are_no_matrix() {
    let head = "version4id|ccode1|state_name1|ccode2|state_name2|year|defense|neutrality|entente";
    let of = |id: &str, year: i32| {
        format!("{id}|2|United States of America|200|United Kingdom|{year}|1|0|1\n")
    };
    let same: String = (1949..1969).map(|year| of("1", year)).collect();
    let other: String = (1949..1969).map(|year| of("200", year)).collect();
    for text in [
        format!("{head}\n{same}"),
        format!("{head}\n{same}{other}"),
        format!("Pacts\n{head}\n{other}"),
    ] {
        let (network, plan) = guessed(&text);
        assert_eq!(plan.sheets[0].content, TableContent::Edges);
        assert_eq!(nodes(&network), "2 200");
    }
}

#[test]
fn the_header_is_where_the_named_columns_are() {
    let text = "x|y|z\nNote|of|the ministry\nWho Is|tells|whom\nJapan|a|Peru";
    let plan = SheetPlan::with_columns_named(&table(text), &["who is", "Whom"]).unwrap();
    assert_eq!((plan.header, plan.rows), (Some(2), 3..4));
    assert!(SheetPlan::with_columns_named(&table(text), &["who", "whom"]).is_none());
}

#[test]
fn a_cell_that_is_unlike_its_column_is_named() {
    let rows = "a|b|1\n".repeat(12);
    let (network, _) = guessed(&format!("source|target|weight\n{rows}c|d|many\nc|e|n/a"));
    let group = network.remarks.groups().next().unwrap();
    assert_eq!((group.count, group.examples[0].spot), (1, Spot::at(14, 3)));
    assert_eq!(network.edges[12].attributes[0].1, Attribute::Text("many".into()));
    assert!(network.edges[13].attributes.is_empty());
    assert_eq!(network.edges[0].attributes[0].1, Attribute::Number(1.0));
}

#[test]
fn rows_are_read_by_a_filter_and_columns_by_their_roles() {
    let tables = [table("source|target|kind|kind\nJapan|Peru|pact|1\nChad|Mali|war|2")];
    let mut plan = TablePlan::guess(&tables);
    plan.sheets[0].filter = Some(RowFilter { column: 2, values: vec!["war".to_owned()] });
    let filtered = network(&tables, &plan).unwrap();
    assert_eq!(edges(&filtered), "Chad>Mali");
    let names: Vec<&str> = filtered.edge_columns.iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["kind", "kind (2)"]);
    plan.sheets[0].columns[1].role = ColumnUse::Attribute;
    assert!(network(&tables, &plan).unwrap_err().message.contains("target"));
    plan.sheets[0].content = TableContent::Ignored;
    assert!(network(&tables, &plan).is_err());
}

#[test]
fn a_header_has_one_signature() {
    let one = header_signature(&table("Title\n\n Source |TARGET|Kind\na|b|c"));
    assert_eq!(one, header_signature(&table("source|target|kind\nx|y|z")));
    assert_ne!(one, header_signature(&table("source|target|weight\nx|y|z")));
}

#[test]
fn a_plan_of_another_table_is_followed_without_harm() {
    let plan = TablePlan::guess(&[table("source|target|kind\nJapan|Peru|pact\nChad|Mali|war")]);
    for text in ["", "a", "a|b", "a|b\nc", "a|b|c|d\n1|2|3|4|5|6"] {
        let _ = network(&[table(text)], &plan);
        for content in TableContent::ALL {
            let mut plan = plan.clone();
            plan.sheets[0].content = content;
            let _ = network(&[table(text)], &plan);
        }
    }
}

#[test]
fn sums_of_a_matrix_are_no_nation_and_brackets_are_below_zero() {
    let (network, _) =
        guessed("Exporter|France|Germany|Total\nFrance||(10)|10\nGermany|5||5\nTotal|5|10|15");
    assert_eq!(edges(&network), "France>Germany Germany>France");
    let weights: Vec<Option<f64>> = network.edges.iter().map(|edge| edge.weight).collect();
    assert_eq!(weights, [Some(-10.0), Some(5.0)]);
    assert_eq!(left_out(&network), "1 is a column of sums; 4 is a row of sums");
}
