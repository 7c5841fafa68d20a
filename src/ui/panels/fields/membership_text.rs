//! Memberships as text: `NATO (since 1949); Warsaw Pact (1955 to 1991)`.

use super::lookup::NotThere;
use super::word_choice::quoted;
use super::writer::Writer;
use crate::model::{Extra, Map, Membership, Nation, NationId, PartialDate};
use crate::names::{KnownNation, Sort};

/// What stands between two memberships.
const BETWEEN: &str = "; ";

/// All memberships of a nation.
pub(super) fn text(map: &Map, nation: &Nation) -> String {
    let one = |membership: &Membership| {
        let name = map.nations().get(membership.organisation).map_or("", |n| n.name.as_str());
        match (membership.since, membership.until) {
            (None, None) => name.to_owned(),
            (Some(since), None) => format!("{name} (since {since})"),
            (None, Some(until)) => format!("{name} (until {until})"),
            (Some(since), Some(until)) => format!("{name} ({since} to {until})"),
        }
    };
    nation.memberships.iter().map(one).collect::<Vec<_>>().join(BETWEEN)
}

/// Reads the memberships of a nation. An organisation that is known but not on the map is added to it.
///
/// # Errors
/// A sentence that says what is expected; nothing changes then.
pub(super) fn read(
    writer: &mut Writer,
    nation: &Nation,
    text: &str,
) -> Result<Vec<Membership>, String> {
    // Nothing is added before all is read.
    let mut find = |name: &str| match writer.find_nation(name) {
        Ok(id) => {
            let is_its_name = writer.map().nations().get(id).is_some_and(|n| n.name == name);
            Ok((Organisation::There(id), is_its_name))
        }
        Err(NotThere::New(Some(known))) if known.sort == Sort::Organisation => {
            Ok((Organisation::New(known), false))
        }
        Err(NotThere::New(_)) => {
            Err(format!("No organisation of the map is called {}.", quoted(name)))
        }
        Err(NotThere::Unclear(fault)) => Err(fault),
    };
    let said = parts(text, &mut find)?;
    let mut kept = nation.memberships.clone();
    let mut read = Vec::new();
    for (organisation, (since, until)) in said {
        let organisation = match organisation {
            Organisation::There(id) => id,
            // A part before may have added it by another of its names.
            Organisation::New(known) => match writer.find_nation(known.code) {
                Ok(id) => id,
                Err(_) => writer.add_known(known, nation.position)?,
            },
        };
        // The same said twice, perhaps by another name, is one membership.
        let is_read =
            |m: &Membership| (m.organisation, m.since, m.until) == (organisation, since, until);
        if read.iter().any(is_read) {
            continue;
        }
        // What this version doesn't know of a membership that stays is kept.
        let same = kept.iter().position(|m| m.organisation == organisation);
        let extra = same.map_or_else(Extra::new, |at| kept.remove(at).extra);
        read.push(Membership { organisation, since, until, extra });
    }
    Ok(read)
}

/// An organisation that a text names.
enum Organisation {
    There(NationId),
    New(&'static KnownNation),
}

/// Each organisation in a text, with its dates; `find` says which one a name means, and whether that is
/// its very name.
fn parts<T>(
    text: &str,
    find: &mut impl FnMut(&str) -> Result<(T, bool), String>,
) -> Result<Vec<(T, Dates)>, String> {
    let mut said = Vec::new();
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let split = split_dates(part);
        said.push(match (find(part), split) {
            // A name may have brackets of its own.
            (Ok((organisation, true)), _) | (Ok((organisation, _)), None) => {
                (organisation, (None, None))
            }
            (Ok((organisation, false)), Some((name, dates))) => {
                match (find(name), read_dates(dates)) {
                    (Ok((dated, _)), Ok(dates)) => (dated, dates),
                    _ => (organisation, (None, None)),
                }
            }
            (Err(fault), split) => {
                let (name, dates) = split.ok_or(fault)?;
                let dates = read_dates(dates)?;
                (find(name)?.0, dates)
            }
        });
    }
    Ok(said)
}

fn split_dates(part: &str) -> Option<(&str, &str)> {
    let (name, dates) = part.strip_suffix(')')?.rsplit_once('(')?;
    Some((name.trim(), dates.trim()))
}

/// Since and until.
type Dates = (Option<PartialDate>, Option<PartialDate>);

fn read_dates(text: &str) -> Result<Dates, String> {
    let date = |text: &str| {
        let expected = || {
            format!(
                "Expected (since 1949), (until 1991) or (1955 to 1991); found {}.",
                quoted(text)
            )
        };
        text.trim().parse::<PartialDate>().map(Some).map_err(|_| expected())
    };
    if let Some(since) = text.strip_prefix("since ") {
        return Ok((date(since)?, None));
    }
    if let Some(until) = text.strip_prefix("until ") {
        return Ok((None, date(until)?));
    }
    match text.split_once(" to ").or_else(|| text.split_once('–')) {
        Some((since, until)) => Ok((date(since)?, date(until)?)),
        None => Ok((date(text)?, None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let mut find = |name: &str| match name {
            "NATO" => Ok((1, true)),
            "Pact (old)" | "Pact (1955)" => Ok((2, true)),
            // Another name of one is recognised with what stands after it.
            "OTAN" | "OTAN (since 1949)" | "OTAN (Paris)" => Ok((1, false)),
            _ => Err(format!("No {name}.")),
        };
        let mut read = |text| parts(text, &mut find);
        let date = |text: &str| text.parse::<PartialDate>().ok();
        assert_eq!(
            read("NATO (since 1949-04-04); Pact (old) (1955 to 1991)"),
            Ok(vec![(1, (date("1949-04-04"), None)), (2, (date("1955"), date("1991")))])
        );
        assert_eq!(read("Pact (old)"), Ok(vec![(2, (None, None))]));
        assert_eq!(read("NATO (until 2030)"), Ok(vec![(1, (None, date("2030")))]));
        assert_eq!(read("Pact (1955)"), Ok(vec![(2, (None, None))]), "it is called so");
        assert_eq!(read("OTAN (since 1949)"), Ok(vec![(1, (date("1949"), None))]));
        assert_eq!(read("OTAN (Paris)"), Ok(vec![(1, (None, None))]));
        assert_eq!(read(" ; "), Ok(vec![]));
        assert!(read("NATO (soon)").is_err() && read("EU").is_err() && read("EU (1957)").is_err());
    }
}
