//! What names of former states mean, in several languages and forms, with a year and without.

use super::examples::check;

#[test]
fn former_states_are_known_with_their_form_and_in_other_languages() {
    check(
        None,
        &[
            ("PRUSSIA", "COW 255"),
            ("Prussia, Kingdom of", "COW 255"),
            ("Royaume de Prusse", "COW 255"),
            ("プロイセン王国", "COW 255"),
            ("Sardinia-Piedmont", "COW 325"),
            ("Grand-duché de Bade", "COW 267"),
            ("Großherzogtum Hessen", "COW 275"),
            ("Hesse", "COW 275/COW 273/DEU"),
            ("Saxe-Coburg-Gotha", "HIST SAXE-COBURG AND GOTHA"),
            ("Khanate of Kokand", "HIST KOKAND"),
            ("Бухарский эмират", "HIST BUKHARA"),
            ("الإمبراطورية البيزنطية", "HIST BYZANTIUM"),
            ("奥斯曼帝国", "COW 640"),
            ("鄂圖曼帝國", "COW 640"),
            ("Union des républiques socialistes soviétiques", "SUHH"),
            ("Ukrainian SSR", "UKR"),
            ("Украинская ССР", "UKR"),
            ("Protektorat Böhmen und Mähren", "HIST BOHEMIA AND MORAVIA"),
            ("Vichy", "FRA"),
            ("Estados Confederados", "HIST CONFEDERATE STATES"),
            ("Royaume d'Hawaï", "HIST HAWAII"),
            ("Hyderabad State", "HIST HYDERABAD"),
            ("Haute-Volta", "BFA"),
            ("Abisinia", "ETH"),
        ],
    );
}

#[test]
fn unions_that_were_divided_are_no_state_of_today() {
    check(
        None,
        &[
            ("Sweden and Norway", "HIST SWEDEN-NORWAY"),
            ("Denmark–Norway", "HIST DENMARK-NORWAY"),
            ("Gilbert and Ellice Islands", "GEHH"),
            ("German East Africa", "HIST GERMAN EAST AFRICA"),
            ("Mandatory Palestine", "HIST PALESTINE MANDATE"),
            ("Straits Settlements", "HIST STRAITS SETTLEMENTS"),
            ("Mali Empire", "HIST MALI EMPIRE"),
            ("Empire of Ghana", "HIST GHANA EMPIRE"),
            ("Kingdom of Benin", "HIST BENIN"),
            ("Sweden and Finland", ""),
        ],
    );
}

#[test]
fn a_city_or_region_of_today_is_a_former_state_in_its_years_alone() {
    let names = "Lucca|Bremen|Frankfurt|Saarland|Transylvania|Navarre|Goa|Gwalior|Kelantan|Oyo";
    for name in names.split('|') {
        check(None, &[(name, "")]);
    }
    check(
        Some(1830),
        &[("Lucca", "HIST LUCCA"), ("Bremen", "HIST BREMEN"), ("Goa", "HIST PORTUGUESE INDIA")],
    );
    check(Some(1950), &[("Saarland", "HIST SAAR"), ("Lucca", "")]);
    check(Some(1943), &[("Slovakia", "HIST SLOVAK STATE/SVK"), ("Croatia", "HIST CROATIA/HRV")]);
    check(Some(1960), &[("Slovakia", "SVK"), ("Croatia", "HRV")]);
}

#[test]
fn the_form_of_a_state_may_tell_which_of_several_is_meant() {
    check(
        None,
        &[
            ("République du Vietnam", "COW 817"),
            ("Republik Vietnam", "COW 817"),
            ("República Democrática de Vietnam", "VDVN"),
            ("Kongeriket Vietnam", "COW 817/VDVN/VNM"),
            ("جمهورية الصين", "TWN"),
            ("Republiek China", "TWN/CHN"),
            ("Iêmen, República Popular Democrática do", "YDYE"),
            ("República Federal de Yugoslavia", "CSXX"),
            ("Союзная Республика Югославия", "CSXX"),
            ("Socialist Federal Republic of Yugoslavia", "YUCS"),
            ("Republik Österreich", "AUT"),
            ("Kaiserreich Österreich", "COW 300"),
            ("République de Turquie", "TUR"),
            ("Republik Jemen", "YEM"),
            ("República Árabe del Yemen", "COW 678"),
            ("República de China", "TWN"),
            ("Empire of Brazil", "BRA"),
            ("People's Republic of Croatia", "HRV"),
            ("Democratic Republic of Armenia", "ARM"),
        ],
    );
    check(Some(1962), &[("Kongeriket Vietnam", "COW 817/VDVN")]);
    check(Some(2020), &[("Kongeriket Vietnam", "VNM")]);
}

#[test]
fn spellings_that_only_look_like_another_nation_are_not_taken_for_it() {
    check(
        None,
        &[
            ("The E. Germany", "DDDE"),
            ("Germany, E. (the)", "DDDE"),
            ("U.A.E. (the)", "ARE"),
            ("India (Portuguese)", "HIST PORTUGUESE INDIA"),
            ("Morocco (Spanish)", "HIST SPANISH MOROCCO"),
            ("Congo, Belgian", "COD"),
            ("Eu", ""),
            ("’Eua", ""),
            ("Var", ""),
            ("Usa", "USA"),
            ("غويانا", "GUY/GUF/SUR"),
            ("Chosŏn", "COW 730/PRK"),
            ("Germany (Prussia)", "COW 255/DEU"),
            ("United Provinces", "NLD/ARG/COW 89/IND"),
        ],
    );
    check(Some(1930), &[("China, Republic of", "CHN")]);
}

#[test]
fn traditional_and_simplified_chinese_and_arabic_articles_are_one() {
    check(
        None,
        &[
            ("俄羅斯聯邦", "RUS"),
            ("奈及利亞聯邦共和國", "NGA"),
            ("阿富汗伊斯蘭共和國", "AFG"),
            ("特立尼达与多巴哥", "TTO"),
            ("格陵兰岛", "GRL"),
            ("الفييتنام", "VNM"),
            ("ترينيداد و توباغو", "TTO"),
            ("О-ВА КУКА", "COK"),
            ("Suisse (French)", "CHE"),
            ("Zhongguo (Hanyu Pinyin)", "CHN"),
        ],
    );
}
