//! Lines in German, French, Spanish and other languages.

use super::mails::read;

#[test]
fn kinds_statuses_and_sentences_are_read_in_the_languages_in_which_people_write() {
    for (line, tie) in [
        ("Frankreich – Polen: Pakt 1921", "Frankreich - Polen pakt 1921"),
        ("Frankreich – Polen: verbündet seit 1921", "Frankreich - Polen allied 1921"),
        ("Frankreich – Polen: Pakt, beendet 1939", "Frankreich - Polen pakt ended 1939"),
        ("Frankreich – Polen: Pakt in Kraft seit 1921", "Frankreich - Polen pakt in force 1921"),
        ("Frankreich und Polen sind verbündet seit 1921", "Frankreich - Polen allied 1921"),
        ("Deutschland unterstützt die Ukraine seit 2022", "Deutschland > Ukraine support 2022"),
        ("France – Pologne : pacte, signé, 1921", "France - Pologne pacte signed 1921"),
        ("La France est alliée à la Pologne depuis 1921", "France - Pologne allied 1921"),
        ("La France soutient l’Ukraine", "France > Ukraine support"),
        ("España – Francia: pacto, firmado", "España - Francia pacto signed"),
        ("Francia es aliada de Polonia desde 1921", "Francia - Polonia allied 1921"),
        ("Francia apoya a Ucrania", "Francia > Ucrania support"),
        ("El Salvador – Francia: pacto", "El Salvador - Francia pacto"),
        ("中国 – 日本: 条約 1978年", "中国 - 日本 条約 1978"),
    ] {
        assert_eq!(read(&format!("{line}\n")), (vec![tie.to_owned()], vec![]), "{line}");
    }
}

#[test]
fn what_kinds_of_other_languages_say_is_friendly_or_hostile() {
    let text =
        "Mali – Chad: Vertrag\nMali – Togo: traité\nMali – Peru: Konflikt\nMali – Cuba: acuerdo\n";
    let (map, _) = super::round_trip::opened(text);
    let signs = map.ties().iter().map(|(_, tie)| map.kinds().get(tie.kind).unwrap().sign);
    use crate::model::Sign::{Friendly, Hostile};
    assert_eq!(signs.collect::<Vec<_>>(), [Friendly, Friendly, Hostile, Friendly]);
}

#[test]
fn no_tie_is_made_where_a_line_says_in_any_language_that_there_is_none() {
    for line in [
        "Frankreich – Polen: kein Bündnis",
        "Frankreich – Polen: nicht verbündet",
        "France – Pologne : aucun accord",
        "France – Pologne : pas d'alliance",
        "Francia – Polonia: sin alianza",
        "Francia – Polonia: ningún pacto",
        "Россия – Польша: нет союза",
        "La France n'est pas alliée à la Pologne",
        "France – Poland: no pact",
        "France – Poland: not allied",
    ] {
        let expected = (vec!["Mali - Chad pact".to_owned()], vec![2]);
        assert_eq!(read(&format!("Mali – Chad: pact\n{line}\n")), expected, "{line}");
    }
}
