//! Words for statuses, certainty, signs and directions.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::model::{Confidence, Direction, Sign, Status};
use crate::names::caseless;

/// Words for statuses beside their names.
const STATUSES: [(&str, Status); 75] = [
    ("in-force", Status::InForce),
    ("active", Status::InForce),
    ("under negotiation", Status::Negotiating),
    ("in negotiation", Status::Negotiating),
    ("being negotiated", Status::Negotiating),
    ("agreed in principle", Status::Preliminary),
    ("in principle", Status::Preliminary),
    ("provisional", Status::Preliminary),
    ("provisionally", Status::Preliminary),
    ("tentative", Status::Preliminary),
    ("tentatively", Status::Preliminary),
    ("initialled", Status::Preliminary),
    ("planned", Status::Proposed),
    ("planning", Status::Proposed),
    ("plan", Status::Proposed),
    ("plans", Status::Proposed),
    ("expired", Status::Ended),
    ("terminated", Status::Ended),
    ("broken", Status::Ended),
    ("broken off", Status::Ended),
    ("dissolved", Status::Ended),
    ("abrogated", Status::Ended),
    ("denounced", Status::Ended),
    ("lapsed", Status::Ended),
    ("defunct", Status::Ended),
    ("no longer in force", Status::Ended),
    ("ceased", Status::Ended),
    ("broke off", Status::Ended),
    ("to be signed", Status::Proposed),
    ("not yet signed", Status::Proposed),
    ("unsigned", Status::Proposed),
    ("not yet in force", Status::Signed),
    ("negotiates", Status::Negotiating),
    ("negotiate", Status::Negotiating),
    ("in talks on", Status::Negotiating),
    ("in talks about", Status::Negotiating),
    ("in talks over", Status::Negotiating),
    ("in talks", Status::Negotiating),
    ("negotiating", Status::Negotiating),
    ("cancelled", Status::Ended),
    ("frozen", Status::Suspended),
    ("in kraft", Status::InForce),
    ("en vigueur", Status::InForce),
    ("en vigor", Status::InForce),
    ("unterzeichnet", Status::Signed),
    ("unterschrieben", Status::Signed),
    ("signé", Status::Signed),
    ("signée", Status::Signed),
    ("firmado", Status::Signed),
    ("firmada", Status::Signed),
    ("vorläufig", Status::Preliminary),
    ("provisoire", Status::Preliminary),
    ("geplant", Status::Proposed),
    ("prévu", Status::Proposed),
    ("proposé", Status::Proposed),
    ("propuesto", Status::Proposed),
    ("previsto", Status::Proposed),
    ("in verhandlung", Status::Negotiating),
    ("en négociation", Status::Negotiating),
    ("en negociación", Status::Negotiating),
    ("ausgesetzt", Status::Suspended),
    ("suspendu", Status::Suspended),
    ("suspendido", Status::Suspended),
    ("beendet", Status::Ended),
    ("gekündigt", Status::Ended),
    ("aufgelöst", Status::Ended),
    ("ausgelaufen", Status::Ended),
    ("abgelaufen", Status::Ended),
    ("terminé", Status::Ended),
    ("rompu", Status::Ended),
    ("expiré", Status::Ended),
    ("dissous", Status::Ended),
    ("terminado", Status::Ended),
    ("disuelto", Status::Ended),
    ("expirado", Status::Ended),
];

/// The status of each word, and of its own name.
static STATUS_OF: LazyLock<HashMap<&'static str, Status>> = LazyLock::new(|| {
    let named = Status::ALL.into_iter().map(|status| (status.name(), status));
    STATUSES.into_iter().chain(named).collect()
});

/// Words for how certain it is that there is a tie.
const CONFIDENCES: [(&str, Confidence); 8] = [
    ("allegedly", Confidence::Low),
    ("alleged", Confidence::Low),
    ("unconfirmed", Confidence::Low),
    ("rumoured", Confidence::Low),
    ("rumored", Confidence::Low),
    ("reportedly", Confidence::Medium),
    ("reported", Confidence::Medium),
    ("confirmed", Confidence::High),
];

/// The status that a text says.
pub fn status(text: &str) -> Option<Status> {
    // Most texts are the names themselves.
    let found = STATUS_OF.get(text).or_else(|| STATUS_OF.get(caseless(text).as_str()));
    found.copied()
}

/// How certain a text says that something is.
pub fn confidence(text: &str) -> Option<Confidence> {
    meaning(&CONFIDENCES, &caseless(text))
}

/// The sign that a text says: friendly, neutral or hostile.
pub fn sign(text: &str) -> Option<Sign> {
    let named = |text: &str| Sign::ALL.into_iter().find(|sign| sign.name() == text);
    named(text).or_else(|| named(&caseless(text)))
}

/// The direction that a text says.
pub fn direction(text: &str) -> Option<Direction> {
    let named = |text: &str| match text {
        "mutual" | "both" => Some(Direction::Mutual),
        "directed" | "one-way" => Some(Direction::Directed),
        _ => None,
    };
    named(text).or_else(|| named(&caseless(text)))
}

fn meaning<T: Copy>(table: &[(&str, T)], text: &str) -> Option<T> {
    table.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning)
}
