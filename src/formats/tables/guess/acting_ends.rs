//! Headers that say who did something and to whom it was done, as data and as a search: `Victim` and
//! `Aggressor`, `Buyer` and `Seller`, `Country` and `Invaded by`. All words are header keys.

use crate::formats::vocabulary;

/// Words for the one from which a tie goes.
const DOERS: [&str; 56] = [
    "aggressor",
    "aggressors",
    "attacker",
    "attackers",
    "invader",
    "invaders",
    "occupier",
    "occupyingpower",
    "perpetrator",
    "challenger",
    "seller",
    "vendor",
    "exporter",
    "exportingcountry",
    "supplier",
    "suppliercountry",
    "provider",
    "donor",
    "donorcountry",
    "giver",
    "lender",
    "creditor",
    "investor",
    "sender",
    "sendingcountry",
    "sanctioner",
    "sanctioningcountry",
    "sanctioningstate",
    "imposer",
    "imposingcountry",
    "guarantor",
    "protector",
    "patron",
    "coloniser",
    "colonizer",
    "colonialpower",
    "angreifer",
    "aggresseur",
    "agresseur",
    "agresor",
    "verkaufer",
    "vendeur",
    "vendedor",
    "geber",
    "exporteur",
    "exportateur",
    "exportador",
    "esportatore",
    "eksporter",
    "экспортер",
    "ihracatci",
    "aggressore",
    "агрессор",
    "出口国",
    "輸出国",
    "수출국",
];

/// Words for the one to which it goes.
const RECEIVERS: [&str; 53] = [
    "victim",
    "victims",
    "defender",
    "defenders",
    "target",
    "targets",
    "targetcountry",
    "targetstate",
    "targetedcountry",
    "targetedstate",
    "attacked",
    "invaded",
    "occupied",
    "buyer",
    "buyers",
    "purchaser",
    "customer",
    "importer",
    "importingcountry",
    "recipient",
    "recipientcountry",
    "receiver",
    "receivingcountry",
    "beneficiary",
    "borrower",
    "debtor",
    "host",
    "hostcountry",
    "sanctioned",
    "sanctionedcountry",
    "sanctionedstate",
    "against",
    "protege",
    "client",
    "clientstate",
    "colony",
    "opfer",
    "verteidiger",
    "kaufer",
    "victime",
    "acheteur",
    "comprador",
    "importeur",
    "importateur",
    "importador",
    "importatore",
    "импортер",
    "ithalatci",
    "vittima",
    "жертва",
    "进口国",
    "輸入国",
    "수입국",
];

/// Words for the one to which it was done, beside a column that names who did it.
const DONE_TO: [&str; 17] = [
    "country",
    "countryname",
    "nation",
    "state",
    "statename",
    "who",
    "name",
    "to",
    "on",
    "iso3",
    "iso",
    "code",
    "land",
    "staat",
    "pays",
    "pais",
    "paese",
];

/// The column of the one that acts, and of the one acted upon, if these keys of a header name both.
pub fn find(keys: &[String]) -> Option<(usize, usize)> {
    let place = |words: &[&str]| keys.iter().position(|key| words.contains(&key.as_str()));
    let done_by = || keys.iter().position(|key| kind_done_by(key).is_some());
    place(&DOERS)
        .zip(place(&RECEIVERS))
        .or_else(|| Some((done_by()?, place(&RECEIVERS).or_else(|| place(&DONE_TO))?)))
}

/// Whether the keys of both ends' columns say that the one acts upon the other.
pub fn are_said(from: &str, to: &str) -> bool {
    DOERS.contains(&from) && RECEIVERS.contains(&to) || kind_done_by(from).is_some()
}

/// The kind of tie that a column says by its key: what was `Invaded by` is an invasion.
pub fn kind_done_by(key: &str) -> Option<&'static str> {
    vocabulary::kind_done_by(key).or_else(|| key.starts_with("sanctioning").then_some("sanctions"))
}

/// The kind of tie that the word for the one who acts says, where it stands in a header without its nation.
pub fn kind_of_doer(word: &str) -> Option<&'static str> {
    ["sanctioning", "sanctioner"].contains(&word).then_some("sanctions")
}
