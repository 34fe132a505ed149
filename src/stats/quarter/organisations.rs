//! Organisations: each with its registrations, and how many came, came before, or came for the first time.

use super::funnel::{COLUMNS, without_invited};
use super::{Cell, Facts, Measure, Of, OrganisationFacts, Row, Statistic, Table};

/// Each organisation, by who attended most; last those of whom the name is gone.
pub fn listed(facts: &Facts) -> Table {
    let mut organisations: Vec<&OrganisationFacts> = facts.organisations.iter().filter(|each| each.sum.counts.registered > 0).collect();
    let order = |each: &OrganisationFacts| {
        let counts = each.sum.counts;
        (each.name.is_none(), std::cmp::Reverse((counts.attended, counts.confirmed, counts.registered)), each.name.clone())
    };
    organisations.sort_by_cached_key(|each| order(each));
    let row = |each: &&OrganisationFacts| Row {
        of: each.name.clone().map_or_else(|| Of::word("quarter-row", "organisation_unknown"), Of::Name),
        cells: without_invited(&each.sum),
    };
    Table { statistic: Statistic::ByOrganisation, columns: COLUMNS[1..].into(), rows: organisations.iter().map(row).collect() }
}

/// How many attended, each once.
pub fn counted(facts: &Facts) -> Table {
    let came = || facts.organisations.iter().filter(|each| each.sum.counts.attended > 0);
    let known = came().filter(|each| each.name.is_some());
    let returning = known.clone().filter(|each| each.came_before).count() as u64;
    let unique = known.count() as u64;
    let unknown: u64 = came().filter(|each| each.name.is_none()).map(|each| each.sum.counts.attended).sum();
    let row = |code: &str, n: u64| Row { of: Of::word("quarter-row", code), cells: vec![Cell::Number(n)] };
    let mut rows = vec![row("organisations", unique), row("new_organisations", unique - returning), row("returning_organisations", returning)];
    rows.extend((unknown > 0).then(|| row("presences_without_organisation", unknown)));
    Table { statistic: Statistic::Organisations, columns: vec![Measure::Count], rows }
}
