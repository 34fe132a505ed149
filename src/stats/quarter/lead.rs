//! Lead time: how many days before the event people register, by the calendar in Brussels.

use super::{Cell, Facts, Measure, Of, Row, Statistic, Table};

/// The buckets: code, first day, last day.
const BUCKETS: [(&str, i64, i64); 5] =
    [("lead_same_day", i64::MIN, 0), ("lead_week", 1, 7), ("lead_two_weeks", 8, 14), ("lead_month", 15, 30), ("lead_longer", 31, i64::MAX)];

/// The table: first the median, then how many in each bucket.
pub fn table(facts: &Facts) -> Table {
    let whole = facts.lead_days.len() as u64;
    let row = |(code, from, to): (&str, i64, i64)| {
        let part = facts.lead_days.iter().filter(|days| (from..=to).contains(days)).count() as u64;
        Row { of: Of::word("quarter-row", code), cells: vec![Cell::Nothing, Cell::Number(part), Cell::Share { part, whole }] }
    };
    let median = median(&facts.lead_days).map_or(Cell::Nothing, Cell::Halves);
    let mut rows = vec![Row { of: Of::word("quarter-row", "lead_median"), cells: vec![median, Cell::Number(whole), Cell::Nothing] }];
    rows.extend(BUCKETS.map(row));
    Table { statistic: Statistic::Lead, columns: vec![Measure::Days, Measure::Count, Measure::Share], rows }
}

/// Twice the median; who was entered later registered on the day.
fn median(days: &[i64]) -> Option<u64> {
    let mut sorted: Vec<u64> = days.iter().map(|days| u64::try_from(*days).unwrap_or(0)).collect();
    sorted.sort_unstable();
    let (upper, last) = (sorted.len() / 2, sorted.len().checked_sub(1)?);
    Some(sorted[last / 2] + sorted[upper.min(last)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_two_lies_between_them() {
        for (days, twice) in [(&[][..], None), (&[4], Some(8)), (&[4, 5], Some(9)), (&[9, 1, 5], Some(10)), (&[-3, 2], Some(2))] {
            assert_eq!(median(days), twice, "{days:?}");
        }
    }
}
