//! Lines that a mail program writes: who wrote when, sender and subject. They say nothing of nations.

/// How a line ends that quotes a mail.
const WROTE: [&str; 9] = [
    "wrote:",
    "writes:",
    "schrieb:",
    "a écrit :",
    "a écrit:",
    "escribió:",
    "ha scritto:",
    "escreveu:",
    "schreef:",
];
/// How a German one begins behind its date: *Am 3.3.2020 um 10:12 schrieb Jens Klein:*.
const WROTE_WITHIN: &str = " schrieb ";
/// Names of the fields of a mail's head whose value is an address, a time or a subject.
const FIELDS: [&str; 18] = [
    "from", "to", "cc", "bcc", "sent", "subject", "fwd", "re", "reply-to", "von", "an", "gesendet",
    "betreff", "de", "à", "objet", "para", "asunto",
];

/// Whether a line is one of the head of a mail, or of one that is quoted.
pub fn is_of_mail(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    let is_quoted = WROTE.iter().any(|wrote| line.ends_with(wrote))
        || line.starts_with("am ") && line.contains(WROTE_WITHIN) && line.ends_with(':');
    let is_rule = line.starts_with("-----") && line.ends_with("-----");
    let is_field = || {
        let (name, value) = line.split_once(':')?;
        let is_address = value.contains('@') || value.contains("://");
        let is_title = ["subject", "betreff", "objet", "asunto", "fwd", "re", "sent", "gesendet"];
        Some(FIELDS.contains(&name.trim()) && (is_address || is_title.contains(&name.trim())))
    };
    is_quoted || is_rule || is_field() == Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_mails_head_are_told_from_what_it_says() {
        for line in [
            "On Tue, 3 Mar 2020 at 10:12, Priya Nair <priya@example.org> wrote:",
            "Am 12.03.1998 schrieb Jens:",
            "Le 3 mars 98, Paul a écrit :",
            "Pedro escribió:",
            "-----Original Message-----",
            "From: tom@example.com",
            "Subject: alliances before the war",
            "Betreff: Liste",
        ] {
            assert!(is_of_mail(line), "{line}");
        }
        for line in [
            "From: Japan",
            "De: France",
            "NATO: USA, UK",
            "Date: June 1962",
            "Japan – Chile: pact",
            "---",
        ] {
            assert!(!is_of_mail(line), "{line}");
        }
    }
}
