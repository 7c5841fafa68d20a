//! Memberships as text: `NATO (since 1949); Warsaw Pact (1955 to 1991)`.

use super::word_choice::quoted;
use crate::model::{Extra, Map, Membership, Nation, NationId, PartialDate};

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

/// Reads memberships; `find` says which nation a name means. What this version doesn't know of a
/// membership that stays is kept.
pub(super) fn read(
    text: &str,
    old: &[Membership],
    find: impl Fn(&str) -> Result<NationId, String>,
) -> Result<Vec<Membership>, String> {
    let parts = text.split(';').map(str::trim).filter(|part| !part.is_empty());
    let mut kept: Vec<Membership> = old.to_vec();
    let mut take = |organisation: NationId, since, until| {
        let same = kept.iter().position(|m| m.organisation == organisation);
        let extra = same.map_or_else(Extra::new, |at| kept.remove(at).extra);
        Membership { organisation, since, until, extra }
    };
    let mut read = Vec::new();
    for part in parts {
        let (organisation, since, until) = match find(part) {
            // A name may have brackets of its own.
            Ok(organisation) => (organisation, None, None),
            Err(fault) => {
                let (name, dates) = split_dates(part).ok_or(fault)?;
                let (since, until) = read_dates(dates)?;
                (find(name)?, since, until)
            }
        };
        read.push(take(organisation, since, until));
    }
    Ok(read)
}

fn split_dates(part: &str) -> Option<(&str, &str)> {
    let (name, dates) = part.strip_suffix(')')?.rsplit_once('(')?;
    Some((name.trim(), dates.trim()))
}

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
        let find = |name: &str| match name {
            "NATO" => Ok(NationId(1)),
            "Pact (old)" => Ok(NationId(2)),
            _ => Err(format!("No {name}.")),
        };
        let read = |text| {
            read(text, &[], find).map(|all| {
                all.into_iter().map(|m| (m.organisation.0, m.since, m.until)).collect::<Vec<_>>()
            })
        };
        let date = |text: &str| text.parse::<PartialDate>().ok();
        assert_eq!(
            read("NATO (since 1949-04-04); Pact (old) (1955 to 1991)"),
            Ok(vec![(1, date("1949-04-04"), None), (2, date("1955"), date("1991"))])
        );
        assert_eq!(read("Pact (old)"), Ok(vec![(2, None, None)]));
        assert_eq!(read("NATO (until 2030)"), Ok(vec![(1, None, date("2030"))]));
        assert_eq!(read(" ; "), Ok(vec![]));
        assert!(read("NATO (soon)").is_err() && read("EU").is_err() && read("EU (1957)").is_err());
    }
}
