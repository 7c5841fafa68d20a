//! Which source of a map is meant.

use crate::model::Source;
use crate::names::caseless;

/// The name of the place that an address leads to: `reuters.com`.
pub fn host(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

/// Whether what is said of a source goes for one that is there. What isn't said fits anything.
pub fn is_same(there: &Source, said: &Source) -> bool {
    let has_same_url = said.url.is_empty() || there.url == said.url;
    let has_same_date = said.date.is_none() || there.date == said.date;
    if !has_same_url || !has_same_date {
        return false;
    }
    let is_by_url = !said.url.is_empty() && there.url == said.url && said.title == host(&said.url);
    is_by_url || caseless(&there.title) == caseless(&said.title)
}
