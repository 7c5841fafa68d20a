//! What the name of a column of edges says in other languages: more words beside those of
//! [`edge_words`](super::edge_words).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::roles::EdgeRole;
use crate::formats::vocabulary::header_words::squashed;

/// Words for the roles of edges' columns, with `,` between them.
const WORDS: [(EdgeRole, &str); 7] = [
    (
        EdgeRole::Kind,
        "type d'accord, type de traité, type de relation, type de lien, tipo de acuerdo, \
         tipo de relación, tipo de tratado, tipo di accordo, tipo di relazione, tipo de \
         acordo, tipo de relação, Art der Beziehung, Art des Vertrags, Art des Abkommens, \
         Vertragsart, Vertragstyp, Beziehungstyp, nature of tie, nature of relation, \
         agreement type, type of relation, type of relationship, type of agreement, type of \
         treaty, type of tie, type of alliance, kind of relation, soort relatie, soort \
         verdrag, type relatie, rodzaj relacji, rodzaj umowy, typ relacji, вид отношений, \
         тип отношений, тип связи, тип договора, вид договора, отношения, тип відносин, вид \
         відносин, відносини, tür, türü, ilişki, ilişki türü, anlaşma türü, النوع, نوع, نوع \
         العلاقة, العلاقة, نوع الاتفاق, 关系类型, 协议类型, 条约类型, 关系种类, 種別, 関係の種類, 協定の種類, 종류, 유형, \
         관계 유형, 협정 유형",
    ),
    (
        EdgeRole::Status,
        "statut, situation, situación, situação, durum, статус, состояние, стан, الحالة, \
         حالة, 状态, 狀態, 状態, 상태",
    ),
    (
        EdgeRole::Since,
        "vanaf, od kiedy, początek, data rozpoczęcia, data de início, ano de início, \
         entrada en vigor, entrada em vigor, entrée en vigueur, entrata in vigore, \
         unterzeichnet am, начала, подписан, подписания, подписание, вступление в силу, \
         початок, з, від, підписано, başlangıç, başlama, başlangıç tarihi, başlangıç yılı, \
         imza tarihi, منذ, من, البداية, بداية, تاريخ البداية, تاريخ, سنة البداية, 开始时间, \
         开始日期, 开始年份, 起始, 起始年, 起始时间, 起始日期, 生效, 生效日期, 签署日期, 自, 始于, 開始年, 開始日, 署名日, 発効日, 시작, \
         시작일, 시작 연도, 시작년도, 부터, 체결일, 발효일",
    ),
    (
        EdgeRole::Until,
        "até, fim, término, data de fim, einde, eind, einddatum, koniec, data zakończenia, \
         окончание, окончания, прекращение, кінець, закінчення, завершення, bitiş, bitiş \
         tarihi, bitiş yılı, son, حتى, إلى, النهاية, نهاية, تاريخ النهاية, سنة النهاية, \
         结束时间, 结束日期, 结束年份, 终止, 终止年, 终止时间, 终止日期, 至, 終了年, 終了日, まで, 종료, 종료일, 종료 연도, 종료년도, 까지",
    ),
    (EdgeRole::Year, "рік, yıl, السنة, سنة, 연도, 년도"),
    (
        EdgeRole::Notes,
        "observaciones, observações, observations, observation, remarques, opmerkingen, \
         toelichting, uwagi, uwaga, notatki, komentarz, примечания, комментарий, \
         примітка, примітки, коментар, not, notlar, açıklama, ملاحظات, ملاحظة, \
         说明, 注释, メモ, 비고, 메모, 설명",
    ),
    (
        EdgeRole::Source,
        "fontes, bronnen, źródło, źródła, источники, джерело, джерела, kaynak, kaynaklar, \
         المصدر, مصدر, المصادر, 资料来源, 出处, 資料, 情報源, 출처, 자료",
    ),
];

static ROLE_OF: LazyLock<HashMap<String, EdgeRole>> = LazyLock::new(|| {
    let each = WORDS.iter();
    each.flat_map(|(role, words)| words.split(',').map(|word| (squashed(word), *role))).collect()
});

/// The role that a name says.
pub fn role(name: &str) -> Option<EdgeRole> {
    ROLE_OF.get(&squashed(name)).copied()
}

#[cfg(test)]
mod tests {
    use super::super::edge_words::EDGE_WORDS;
    use super::super::header_words::edge_role;
    use super::*;

    #[test]
    fn headers_of_many_languages_are_understood() {
        for (role, names) in [
            (
                EdgeRole::Kind,
                "Art, Type d'accord, Tipo de acuerdo, Tipo di accordo, Tipo de relação, Soort, Rodzaj, \
                 Вид отношений, Тип, Tür, النوع, 关系类型, 種類, 관계",
            ),
            (
                EdgeRole::Since,
                "Seit, Depuis, Desde, Dal, Início, Sinds, Od, Начало, Початок, Başlangıç, منذ, 开始, 開始, 시작",
            ),
            (
                EdgeRole::Until,
                "Bis, Jusqu'à, Hasta, Fine, Até, Tot, Koniec, Окончание, Кінець, Bitiş, حتى, 结束, 終了, 종료",
            ),
            (
                EdgeRole::Status,
                "Status, Statut, Estado, Stato, Situação, Stand, Статус, Стан, Durum, الحالة, 状态, 状態, 상태",
            ),
            (
                EdgeRole::Source,
                "Quelle, Source, Fuente, Fonte, Fontes, Bron, Źródło, Источник, Джерело, Kaynak, المصدر, \
                 来源, 出典, 출처",
            ),
            (
                EdgeRole::Notes,
                "Notiz, Remarques, Notas, Note, Observações, Opmerking, Uwagi, Примечание, Примітка, Not, \
                 ملاحظات, 备注, 備考, 비고",
            ),
        ] {
            for name in names.split(", ") {
                assert_eq!(edge_role(name).map(|(role, _)| role), Some(role), "{name}");
            }
        }
    }

    #[test]
    fn no_word_has_another_role_already() {
        let known = EDGE_WORDS.iter().flat_map(|(_, words)| words.iter().map(squashed));
        let known: Vec<String> = known.collect();
        let all: Vec<String> =
            WORDS.iter().flat_map(|(_, words)| words.split(',').map(squashed)).collect();
        for word in &all {
            assert!(!known.contains(word), "{word} is known already");
        }
        for (at, word) in all.iter().enumerate() {
            assert!(!all[..at].contains(word), "{word} stands twice");
        }
    }
}
