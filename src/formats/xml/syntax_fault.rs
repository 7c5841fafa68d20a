//! What is wrong with a text that isn't XML, in words.

use quick_xml::errors::{Error, IllFormedError, SyntaxError};

use crate::formats::problems::shorten;

/// A predicate whose subject is the place of the fault, without a full stop.
pub fn in_words(error: &Error) -> String {
    match error {
        Error::Syntax(fault) => of_syntax(fault).to_owned(),
        Error::IllFormed(fault) => of_form(fault),
        other => format!("isn't XML ({other})"),
    }
}

const fn of_syntax(fault: &SyntaxError) -> &'static str {
    match fault {
        SyntaxError::InvalidBangMarkup => "has a “<!” that begins nothing XML knows",
        SyntaxError::UnclosedPI | SyntaxError::UnclosedXmlDecl => {
            "begins an instruction that “?>” doesn't end"
        }
        SyntaxError::UnclosedComment => "begins a comment that “-->” doesn't end",
        SyntaxError::UnclosedDoctype => "begins a document type that “>” doesn't end",
        SyntaxError::UnclosedCData => "begins a text that “]]>” doesn't end",
        SyntaxError::UnclosedTag => "begins a tag that “>” doesn't end",
        SyntaxError::UnclosedSingleQuotedAttributeValue
        | SyntaxError::UnclosedDoubleQuotedAttributeValue => {
            "begins a tag in which a quote isn't closed"
        }
    }
}

fn of_form(fault: &IllFormedError) -> String {
    match fault {
        IllFormedError::MismatchedEndTag { expected, found } => {
            format!("closes “{}” where “{}” is open", shorten(found), shorten(expected))
        }
        IllFormedError::UnmatchedEndTag(name) => {
            format!("closes “{}”, which isn't open", shorten(name))
        }
        IllFormedError::DoubleHyphenInComment => "has “--” within a comment".to_owned(),
        IllFormedError::UnclosedReference => "has a “&” that begins no reference".to_owned(),
        other => format!("isn't XML ({other})"),
    }
}
