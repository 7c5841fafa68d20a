//! Words in headers for those who have ties: partners, members, parties to a treaty, and bodies that have members.

/// Words for the end of a tie to which it runs, the surest first.
pub const TARGETS: &[&str] = &["target", "targets", "to", "alter"];

/// Words for a partner by which nothing is known of the tie.
pub const PARTNERS: &[&str] = &["partner", "partners", "partnercountry", "partnerstate"];

/// Words for a partner that say how it is tied.
pub const RELATED: &[&str] = &[
    "ally",
    "allies",
    "allyof",
    "alliedwith",
    "alliedto",
    "friend",
    "friends",
    "enemy",
    "enemies",
    "rival",
    "rivals",
    "opponent",
    "opponents",
    "neighbour",
    "neighbours",
    "neighbor",
    "neighbors",
    "verbundeter",
    "verbundete",
    "gegner",
    "allie",
];

/// Other words for those against whom one is.
pub const FOES: &[&str] = &["foe", "foes", "adversary", "adversaries"];

/// Other words for a partner, in many languages.
pub const OTHER_PARTNERS: &[&str] = &[
    "counterpart",
    "counterparty",
    "receiver",
    "recipient",
    "destination",
    "importer",
    "withwhom",
    "with",
    "tiedto",
    "ties",
    "connections",
    "connectedto",
    "linkedto",
    "othercountry",
    "otherstate",
    "partnerland",
    "nachbarn",
    "partenaire",
    "socio",
    "партнер",
    "伙伴",
    "partenaires",
    "paispartner",
    "parceiro",
    "parceiros",
    "socios",
    "partnerlander",
    "partnerstaat",
    "партнеры",
    "партнери",
    "partnerzy",
    "ortak",
    "ortaklar",
    "شريك",
    "الشريك",
    "合作伙伴",
    "伙伴国",
    "パートナー",
    "相手国",
    "상대국",
    "파트너",
];

/// Words for a member.
pub const MEMBERS: &[&str] = &[
    "member",
    "members",
    "memberstate",
    "memberstates",
    "membercountry",
    "membercountries",
    "mitglied",
    "mitglieder",
    "membre",
    "membres",
    "miembro",
    "miembros",
];

/// Words for who signed a treaty.
pub const PARTIES: &[&str] = &["participant", "participants", "party", "signatory"];

/// Words for one of two parties, which have a number or letter behind them.
pub const NUMBERED_PARTIES: &[&str] = &[
    "mem",
    "side",
    "contractingparty",
    "belligerent",
    "unterzeichner",
    "vertragspartei",
    "partie",
    "firmante",
    "partei",
    "deelnemer",
    "firmatario",
    "signatario",
    "signataire",
    "strona",
    "taraf",
    "сторона",
    "power",
];

/// Words for what has parties.
pub const TREATIES: &[&str] = &["alliance", "alliances", "treaty", "pact", "agreement"];

/// Words for a body that has members, and for being one.
pub const ORGANISATIONS: &[&str] = &[
    "organisation",
    "organization",
    "organisations",
    "organizations",
    "membership",
    "memberships",
    "memberof",
];

/// Other words for such a body.
pub const OTHER_ORGANISATIONS: &[&str] = &[
    "org",
    "igo",
    "bloc",
    "group",
    "atopid",
    "allianceid",
    "treatyid",
    "bundnis",
    "organizacion",
    "organizacao",
    "организация",
    "союз",
    "组织",
    "同盟",
];
