//! Words with which rows begin that are no data, as [`header_key`](crate::formats::tables::header_key) makes
//! them.

use crate::formats::tables::rare_words::RareWords;

/// Words with which a row of sums begins.
pub static TOTALS: RareWords<20> = RareWords::new([
    "total",
    "totals",
    "grandtotal",
    "subtotal",
    "sum",
    "summe",
    "gesamt",
    "gesamtsumme",
    "insgesamt",
    "totale",
    "totaux",
    "somme",
    "suma",
    "soma",
    "average",
    "mean",
    "mittelwert",
    "итого",
    "всего",
    "合计",
]);

/// Words with which a note below a table begins.
pub const FOOTNOTES: [&str; 20] = [
    "source",
    "sources",
    "note",
    "notes",
    "quelle",
    "quellen",
    "anmerkung",
    "fuente",
    "fuentes",
    "nota",
    "fonte",
    "remarque",
    "remark",
    "remarks",
    "updated",
    "lastupdated",
    "stand",
    "источник",
    "来源",
    "注",
];
