//! Lines as teachers, journalists and analysts write them, and what each must become.

use super::*;

/// Ties, or memberships, that a line becomes, without any remark.
const READ: [(&str, &[&str]); 143] = [
    ("Japan ─→ Chile: concern", &["Japan > Chile concern"]),
    ("Japan ---> Chile: concern", &["Japan > Chile concern"]),
    ("Japan <= Chile: concern", &["Chile > Japan concern"]),
    ("Japan ⬅️ Chile: concern", &["Chile > Japan concern"]),
    ("Japan ←→ Chile: pact", &["Japan - Chile pact"]),
    ("Japan ── Chile: pact", &["Japan - Chile pact"]),
    ("Japan → Chile → Peru: concern", &["Japan > Chile concern", "Chile > Peru concern"]),
    ("► Japan – Chile: pact", &["Japan - Chile pact"]),
    ("Japan -concern-> Chile", &["Japan > Chile concern"]),
    ("Japan --concern--> Chile", &["Japan > Chile concern"]),
    ("Japan – pact – Chile, 1990", &["Japan - Chile pact 1990"]),
    ("From Japan to Chile: concern 1990", &["Japan > Chile concern 1990"]),
    ("Japan and Chile to Peru: concern", &["Japan > Peru concern", "Chile > Peru concern"]),
    ("Concern: Japan → Chile, 1990", &["Japan > Chile concern 1990"]),
    ("Pact: Japan – Chile", &["Japan - Chile pact"]),
    ("pact of Japan with Chile since 1990", &["Japan - Chile pact 1990"]),
    (
        "Japan and Peru agree in principle to share intelligence",
        &["Japan - Peru pact preliminary “share intelligence”"],
    ),
    (
        "Japan and Peru have agreed in principle to share bases in June 2024.",
        &["Japan - Peru pact preliminary 2024-06 “share bases”"],
    ),
    ("Japan and Peru agree in principle on a pact", &["Japan - Peru pact preliminary"]),
    ("Japan and Peru are negotiating a pact", &["Japan - Peru pact negotiating"]),
    ("Japan is negotiating a pact with Peru", &["Japan - Peru pact negotiating"]),
    ("Japan plans to sign a pact with Peru", &["Japan - Peru pact proposed"]),
    ("Japan ended its pact with Peru in 1990", &["Japan - Peru pact ended 1990"]),
    ("The pact between Japan and Peru ended in 1990", &["Japan - Peru pact ended 1990"]),
    ("The pact between Japan and Peru has ended", &["Japan - Peru pact ended"]),
    ("A pact was signed between Japan and Peru in 1990", &["Japan - Peru pact signed 1990"]),
    ("Japan became an ally of Peru in 1951", &["Japan - Peru allied 1951"]),
    ("Japan remains allied with Peru", &["Japan - Peru allied"]),
    ("Japan is deeply concerned about Peru", &["Japan > Peru concern"]),
    (
        "Both Japan and Mali are concerned about Peru",
        &["Japan > Peru concern", "Mali > Peru concern"],
    ),
    (
        "Russia and North Korea signed a mutual defence treaty in 2024.",
        &["Russia - North Korea pact signed 2024 “defence treaty”"],
    ),
    (
        "China is concerned about the pact between Japan and Peru",
        &["Japan - Peru pact", "China > (Japan, Peru) concern"],
    ),
    (
        "China is concerned about Japan's pact with Peru since 2012",
        &["Japan - Peru pact", "China > (Japan, Peru) concern 2012"],
    ),
    (
        "China is concerned about the Japan–Peru pact",
        &["Japan - Peru pact", "China > (Japan, Peru) concern"],
    ),
    ("Japan – Chile: pact (since 1951)", &["Japan - Chile pact 1951"]),
    ("Japan – Chile: pact (1951-)", &["Japan - Chile pact 1951"]),
    ("Japan – Chile pact (1951–present)", &["Japan - Chile pact 1951"]),
    ("Japan – Chile pact (1951)", &["Japan - Chile pact 1951"]),
    ("Japan – Chile: pact, since 1951 to the present", &["Japan - Chile pact 1951"]),
    ("Japan – Chile: pact (–1960)", &["Japan - Chile pact 1960"]),
    ("Japan – Chile: pact 1992-5", &["Japan - Chile pact 1992 1995"]),
    ("Japan – Chile: pact, 1914/18", &["Japan - Chile pact 1914 1918"]),
    ("Japan – Chile: pact, between 1951 and 1960", &["Japan - Chile pact 1951 1960"]),
    ("Japan – Chile: pact (from 2003 until 2011)", &["Japan - Chile pact 2003 2011"]),
    ("Japan – Chile: pact (ended 1991)", &["Japan - Chile pact ended 1991"]),
    ("Japan – Chile: pact, expired in 1991", &["Japan - Chile pact ended 1991"]),
    ("Japan – Chile: pact (signed 1951, ended 1991)", &["Japan - Chile pact signed 1951 1991"]),
    ("Japan – Chile: pact; start: 1939; end: 1943", &["Japan - Chile pact 1939 1943"]),
    ("Japan – Chile: pact (no longer in force)", &["Japan - Chile pact ended"]),
    ("Japan – Chile: pact, renewed 1960", &["Japan - Chile pact “renewed 1960”"]),
    ("Japan – Chile [1951]", &["Japan - Chile allied 1951"]),
    ("Japan – Chile, est. 1949", &["Japan - Chile allied 1949"]),
    ("Japan – Chile: pact, est. in 1949", &["Japan - Chile pact 1949"]),
    ("Japan – Chile: pact, entered into force 1949", &["Japan - Chile pact 1949"]),
    ("Japan – Chile (1951): pact", &["Japan - Chile pact 1951"]),
    ("Japan – Chile (since 1951): pact", &["Japan - Chile pact 1951"]),
    ("Japan – Chile, 1951–1960: pact", &["Japan - Chile pact 1951 1960"]),
    ("Japan and Chile (1951): pact", &["Japan - Chile pact 1951"]),
    ("Japan - Chile - pact - 2022", &["Japan - Chile pact 2022"]),
    ("Japan – Chile – pact", &["Japan - Chile pact"]),
    (
        "NATO (est. 1949): Spain, Turkey (joined 1952)",
        &["Spain in NATO 1949", "Turkey in NATO 1952"],
    ),
    ("NATO, founded in 1949: Spain", &["Spain in NATO 1949"]),
    ("NATO [1949]: Spain, Turkey [1952]", &["Spain in NATO 1949", "Turkey in NATO 1952"]),
    (
        "Warsaw Pact (1955–1991): Poland, Albania (left 1968)",
        &["Poland in Warsaw Pact 1955 1991", "Albania in Warsaw Pact 1955 1968"],
    ),
    ("Sweden is a NATO member since 2024", &["Sweden in NATO 2024"]),
    ("Côte d'Ivoire et France: accord 1961", &["Côte d'Ivoire - France pact 1961"]),
    ("> > Japan – China: concern", &["Japan > China concern"]),
    ("France / UK: alliance, 1904", &["France - United Kingdom allied 1904"]),
    ("US/UK allies", &["United States - United Kingdom allied"]),
    ("Saudi Arabia <> Iran: pact", &["Saudi Arabia - Iran pact"]),
    ("Saudi Arabia | UAE | allied", &["Saudi Arabia - United Arab Emirates allied"]),
    ("Russia = Belarus: pact 1999", &["Russia - Belarus pact 1999"]),
    ("USA – Japan: allied [since 1960].", &["United States - Japan allied 1960"]),
    ("Japan – China: concern.", &["Japan > China concern"]),
    ("Egypt - Israel: peace treaty (1979)", &["Egypt - Israel pact 1979 “peace treaty”"]),
    ("between USA and UK: alliance", &["United States - United Kingdom allied"]),
    ("Alliance between USA and Japan: 1960", &["United States - Japan allied 1960"]),
    (
        "The alliance between North Korea and China dates from 1961.",
        &["North Korea - China allied 1961"],
    ),
    ("1894: France – Russia: alliance", &["France - Russia allied 1894"]),
    ("1894 – France and Russia: alliance", &["France - Russia allied 1894"]),
    ("France allies: UK, Poland", &["France - United Kingdom allied", "France - Poland allied"]),
    ("Turkey and Greece have a pact on Cyprus", &["Turkey - Greece pact “Cyprus”"]),
    (
        "AUKUS (Australia, UK, US), 2021",
        &["Australia in AUKUS 2021", "United Kingdom in AUKUS 2021", "United States in AUKUS 2021"],
    ),
    ("1949 NATO: Spain, Turkey", &["Spain in NATO 1949", "Turkey in NATO 1949"]),
    ("Spain, Turkey: NATO 1982", &["Spain in NATO 1982", "Turkey in NATO 1982"]),
    ("Spain and Turkey formed NATO in 1982.", &["Spain in NATO 1982", "Turkey in NATO 1982"]),
    ("ASEAN members are Laos and Vietnam", &["Laos in ASEAN", "Vietnam in ASEAN"]),
    ("ASEAN includes Laos and Vietnam.", &["Laos in ASEAN", "Vietnam in ASEAN"]),
    (
        "In 1955, Poland – Hungary: allied; Mali – Chad: pact",
        &["Poland - Hungary allied 1955", "Mali - Chad pact 1955"],
    ),
    (
        "In 1955, Poland signed a pact with \"Free Hungary\"; Mali joined NATO",
        &["Poland - Free Hungary pact signed 1955", "Mali in NATO 1955"],
    ),
    (
        "France is concerned about the ties between Italy and Hungary",
        &["Italy - Hungary allied", "France > (Italy, Hungary) concern"],
    ),
    (
        "France is allied with Poland since 1921, with Romania since 1926 and with Yugoslavia since 1927",
        &[
            "France - Poland allied 1921",
            "France - Romania allied 1926",
            "France - Yugoslavia allied 1927",
        ],
    ),
    (
        "France signed a pact with Poland in 1921; with Romania in 1926",
        &["France - Poland pact signed 1921", "France - Romania pact signed 1926"],
    ),
    (
        "Austria, Prussia and Russia, allied with one another since 1815",
        &[
            "Austria - Prussia allied 1815",
            "Austria - Russia allied 1815",
            "Prussia - Russia allied 1815",
        ],
    ),
    ("Italy and Hungary are allied with each other since 1927", &["Italy - Hungary allied 1927"]),
    (
        "France is concerned about Italy-Hungary",
        &["Italy - Hungary allied", "France > (Italy, Hungary) concern"],
    ),
    (
        "France is concerned about the tie Italy-Hungary",
        &["Italy - Hungary allied", "France > (Italy, Hungary) concern"],
    ),
    ("Germany, Italy: alliance 1940", &["Germany - Italy allied 1940"]),
    (
        "France and West Germany signed the Élysée treaty in 1963",
        &["France - West Germany pact signed 1963 “Élysée treaty”"],
    ),
    ("US–Japan alliance", &["United States - Japan allied"]),
    ("US–Japan alliance since 1951", &["United States - Japan allied 1951"]),
    ("China vs Taiwan: concern", &["China > Taiwan concern"]),
    ("Japan is concerned about China", &["Japan > China concern"]),
    ("Japan fears China", &["Japan > China concern"]),
    ("Japan: concerned about China since 2012", &["Japan > China concern 2012"]),
    ("Poland joined NATO in 1999", &["Poland in NATO 1999"]),
    ("Poland joined NATO on 12 March 1999", &["Poland in NATO 1999-03-12"]),
    (
        "Finland (2023) and Sweden (2024) joined NATO",
        &["Finland in NATO 2023", "Sweden in NATO 2024"],
    ),
    ("Norway is a founding member of NATO since 1949", &["Norway in NATO 1949"]),
    ("France left NATO in 1966", &["France in NATO 1966"]),
    ("France has left NATO", &["France in NATO"]),
    ("Egypt was expelled from the Arab League in 1979", &["Egypt in Arab League 1979"]),
    (
        "Poland and Hungary were members of the Warsaw Pact until 1991",
        &["Poland in Warsaw Pact 1991", "Hungary in Warsaw Pact 1991"],
    ),
    ("In 1955, West Germany joined NATO", &["West Germany in NATO 1955"]),
    (
        "On 4 April 1949, Norway signed a pact with Iceland.",
        &["Norway - Iceland pact signed 1949-04-04"],
    ),
    ("Albania - Soviet Union: alliance until 1961", &["Albania - Soviet Union allied 1961"]),
    (
        "Germany — Austria-Hungary: alliance from 1879 to 1918",
        &["Germany - Austria-Hungary allied 1879 1918"],
    ),
    ("Britain & Japan: alliance 1902–1923", &["Britain - Japan allied 1902 1923"]),
    ("Britain & Japan: alliance 1902 – 1923", &["Britain - Japan allied 1902 1923"]),
    ("Poland in Warsaw Pact 1955 – 1991", &["Poland in Warsaw Pact 1955 1991"]),
    (
        "United Kingdom with Portugal: alliance since 1373",
        &["United Kingdom - Portugal allied 1373"],
    ),
    (
        "USA => South Korea: alliance since 19 June 1953",
        &["United States > South Korea allied 1953-06-19"],
    ),
    ("North Korea <-> Russia: treaty, 19 June 2024", &["North Korea - Russia pact 2024-06-19"]),
    ("North Korea <— China: pact", &["China > North Korea pact"]),
    (
        "Japan <—> Philippines: pact, July 2024 (signed)",
        &["Japan - Philippines pact signed 2024-07"],
    ),
    ("Japan – New Zealand (tentative)", &["Japan - New Zealand allied preliminary"]),
    ("Japan – Chile (new kind: trade, 2007)", &["Japan - Chile trade 2007"]),
    ("Japan – Atlantis (pact, 2024)", &["Japan - Atlantis pact 2024"]),
    ("Japan and New Zealand reportedly plan a pact", &["Japan - New Zealand pact proposed"]),
    (
        "Japan – New Zealand: provisional pact, June 2024 \"intelligence sharing\"",
        &["Japan - New Zealand pact preliminary 2024-06 “intelligence sharing”"],
    ),
    (
        "Japan – New Zealand: security pact, June 2024",
        &["Japan - New Zealand pact 2024-06 “security pact”"],
    ),
    ("Italy – France: Treaty of Turin 1881", &["Italy - France pact 1881 “Treaty of Turin”"]),
    (
        "US concerned about Russia–Cuba",
        &["Russia - Cuba allied", "United States > (Russia, Cuba) concern"],
    ),
    ("Japan – Chile: pact; Japan – Peru: concern", &["Japan - Chile pact", "Japan > Peru concern"]),
    (
        "Poland joined NATO in 1999; Spain joined NATO in 1982",
        &["Poland in NATO 1999", "Spain in NATO 1982"],
    ),
    (
        "NATO: Greece, Turkey 1952; Spain 1982",
        &["Greece in NATO 1952", "Turkey in NATO 1952", "Spain in NATO 1982"],
    ),
    ("Japan – Chile: new kind: trade", &["Japan - Chile trade"]),
    (
        "Japan – Chile: new kind trade deal since 2007, signed",
        &["Japan - Chile trade-deal signed 2007"],
    ),
    ("Turkey's pact with Azerbaijan (2021)", &["Turkey - Azerbaijan pact 2021"]),
    ("the pact between Turkey and Azerbaijan", &["Turkey - Azerbaijan pact"]),
    (
        "Treaty of Friendship between Finland and the USSR, 1948",
        &["Finland - Soviet Union pact 1948 “Treaty of Friendship”"],
    ),
    ("Spain is an ally of Mali", &["Spain - Mali allied"]),
    ("Frankreich – Österreich: pact", &["Frankreich - Österreich pact"]),
];

#[test]
fn lines_are_read_as_they_are_meant() {
    for (line, expected) in READ {
        let (map, remarks) = written(line);
        let found = [ties(&map), members(&map)].concat();
        assert_eq!(found, expected, "{line}: {remarks:?}");
        assert_eq!(remarks, Vec::<String>::new(), "{line}");
    }
}

#[test]
fn what_may_be_meant_otherwise_is_said_and_becomes_no_nation() {
    for (line, place, says) in [
        ("China vs Taiwan", "China", "which tie it is"),
        ("USA: sanctions on Iran", "sanctions on", "New kind: sanctions"),
        (
            "The United States imposed sanctions on Iran in 1979",
            "sanctions on",
            "New kind: sanctions",
        ),
        ("Hungary is concerned about all three", "all three", "Write their names"),
        ("Poland is allied with both", "both", "Write their names"),
        ("France - Poland: allied 1921, Romania 1926", "1926", "behind a semicolon"),
        ("Iran supports Syria", "supports", "New kind: support"),
        ("Russia is at war with Ukraine since 2014", "at war with", "New kind: war"),
        ("North Korea <- China: supports", "supports", "New kind: support"),
        ("Japan – Chile: trade", "trade", "new kind: trade"),
        ("France and Germany signed a pact in 1963", "Germany", "West Germany, East Germany"),
        (
            "India and Pakistan do not recognise each other",
            "Pakistan do not recognise",
            "quotation marks",
        ),
        ("the talks were held in Geneva", "the talks were held", "quotation marks"),
        ("Japan–US Security Treaty (1960)", "US Security Treaty", "“US – …: …”"),
        ("1949: USA, UK and France found NATO", "France found NATO", "quotation marks"),
        ("Iran–Iraq (war)", "war", "New kind: war"),
        (
            "Mali left nothing in particular behind it",
            "nothing in particular behind it",
            "quotation marks",
        ),
        ("Mali, Chad, 1948", "1948", "date where a name"),
        ("Brexit: United Kingdom left the EU", "United Kingdom left the EU", "quotation marks"),
        ("France Germany: allied", "France Germany", "France – Germany"),
        ("Japan – Chile: pcat", "pcat", "“pact”"),
        ("Japan – Chile: pact, c. 1950", "c. 1950", "no date"),
        ("Japan – Chile: pact, early 1950s", "early 1950s", "no date"),
        ("Japan – Chile: pact, 3/4/1950", "3/4/1950", "no date"),
        ("Japan – Chile, c. 1939", "c. 1939", "no date"),
        ("Japan – Chile: pact (1939?)", "1939?", "no date"),
        ("Japan – Chile: not allied", "not", "no such tie"),
        ("Japan – Chile: no pact", "no", "no such tie"),
        ("Japan – Chile: new kind:", "new kind:", "missing"),
    ] {
        let (map, remarks) = written(line);
        assert_eq!((map.nations().len(), map.ties().len()), (0, 0), "{line}");
        let expected = format!("fault “{place}”");
        let is_said = |remark: &String| remark.starts_with(&expected) && remark.contains(says);
        assert!(remarks.iter().any(is_said), "{line}: {remarks:?}");
        assert_eq!(remarks.len(), 1, "{line}: one fault is said once: {remarks:?}");
    }
}

#[test]
fn what_is_taken_with_a_doubt_is_remarked_on() {
    for (line, tie, says) in [
        (
            "Egypt, Syria: Big Republic 1958",
            "Egypt - Syria allied 1958 “Big Republic”",
            "new kind: Big Republic",
        ),
        ("Japan – Chile: pact, conern at sea", "Japan - Chile pact “conern at sea”", "“concern”"),
        ("Japn – Chile: pact", "Japn - Chile pact", "“Japan”"),
    ] {
        let (map, remarks) = written(line);
        assert_eq!(ties(&map), [tie], "{remarks:?}");
        assert!(remarks.len() == 1 && remarks[0].starts_with("hint"), "{line}: {remarks:?}");
        assert!(remarks[0].contains(says), "{line}: {remarks:?}");
    }
}

#[test]
fn quotation_marks_make_anything_a_name_or_a_label() {
    let (map, remarks) =
        written("\"Friends of Syria who are not with Iran\" – \"US Security Treaty\": \"trade\"");
    assert_eq!(
        ties(&map),
        ["Friends of Syria who are not with Iran - US Security Treaty allied “trade”"]
    );
    assert!(remarks.is_empty(), "{remarks:?}");
    for name in ["Free Syrian Army", "Bank of England", "Warsaw Pact", "Rome League", "Atlantis"] {
        let (map, remarks) = written(name);
        assert_eq!(map.nations().len(), 1, "{remarks:?}");
    }
}

#[test]
fn a_line_with_a_fault_changes_nothing_that_was_there() {
    for there in ["Poland\nNATO: Spain", "Poland"] {
        let (before, _) = written(there);
        let (after, remarks) = onto(before.clone(), "Poland in NATO; Japan: allied\nBrazil");
        assert!(remarks.iter().any(|remark| remark.starts_with("fault")), "{remarks:?}");
        assert_eq!(members(&after), members(&before));
        assert_eq!(after.nations().len(), before.nations().len() + 1, "Brazil");
    }
}

#[test]
fn a_date_at_the_beginning_is_none_of_a_source() {
    for line in [
        "In 2023, Japan and Peru signed a pact, according to Reuters",
        "In 2023, Japan and Peru signed a pact, source: Reuters",
    ] {
        let (map, remarks) = written(line);
        assert_eq!(ties(&map), ["Japan - Peru pact signed 2023"], "{remarks:?}");
        let (_, source) = map.sources().iter().next().expect("a source");
        assert_eq!((source.title.as_str(), source.date), ("Reuters", None));
    }
    let (_, remarks) = written("In 2023, Japan – Peru: pcat; Mali – Chad: pact");
    assert!(remarks[0].starts_with("fault “pcat”"), "{remarks:?}");
}

#[test]
fn lines_beyond_the_limit_stay_with_the_last_that_is_read() {
    let lines: Vec<String> = (0..600).map(|line| format!("A{line} – B{line}: pact")).collect();
    let text = lines.join("\n");
    let read = read_lines(&Map::empty(), &text, UsualKinds::default());
    let last = read.lines.last().expect("a line");
    assert!(last.has_fault() && last.span.end == text.len());
    assert!(text[last.span.clone()].starts_with("A500"), "{}", &text[last.span.clone()]);
}

#[test]
fn a_kind_that_is_new_goes_for_the_lines_below_it() {
    let (map, remarks) = written(
        "New kind: war\nNew kind: sanctions\nNew kind: friendship, friendly, directed\n\
         Russia is at war with Ukraine since 2014\nUSA: sanctions on Iran\nMali – Chad: friendship",
    );
    assert_eq!(
        ties(&map),
        ["Russia - Ukraine war 2014", "United States > Iran sanctions", "Mali > Chad friendship"]
    );
    assert!(remarks.is_empty(), "{remarks:?}");
    let signs: Vec<_> = map.kinds().iter().skip(3).map(|(_, kind)| kind.sign.name()).collect();
    assert_eq!(signs, ["hostile", "hostile", "friendly"]);
    let mut colors: Vec<_> = map.kinds().iter().map(|(_, kind)| kind.color.to_string()).collect();
    colors.sort();
    colors.dedup();
    assert_eq!(colors.len(), 6, "each kind has a colour of its own");
    let keys: Vec<&str> = map.ties().iter().map(|(_, tie)| tie.key.as_str()).collect();
    assert_eq!(keys, ["RUS-UKR-war", "USA-IRN-sanctions", "MLI-TCD-friendship"]);
    let (map, remarks) = onto(map, "New kind: War\nMali – Mexico: new kind: war");
    assert_eq!(map.kinds().len(), 6);
    assert!(remarks.len() == 1 && remarks[0].contains("already"), "{remarks:?}");
    let (map, _) = written("Mali – Chad: new kind: trade, Mali –\nMali – Chad: new kind: x, –");
    assert_eq!(map.kinds().len(), Map::empty().kinds().len() + 2, "a label may hold a dash");
}
