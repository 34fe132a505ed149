//! Cadence: whether the platform met in each period of the quarter, by the days on which events really took place.

use super::{Cell, Facts, Measure, Of, Row, Statistic, Table};
use crate::domain::cadence::{Period, Verdict, verdict};

fn periods(facts: &Facts) -> Vec<(Period, Verdict)> {
    let judged = |period| (period, verdict(period, facts.founded, facts.today, &facts.meetings));
    Period::within(facts.platform.cadence, facts.edition).into_iter().map(judged).collect()
}

fn held_in(facts: &Facts, period: Period) -> u64 {
    facts.meetings.iter().filter(|meeting| meeting.is_held && period.has(meeting.day)).count() as u64
}

/// How the quarter went as a whole.
pub fn standing(facts: &Facts) -> Option<Verdict> {
    Verdict::of_all(periods(facts).into_iter().map(|(_, verdict)| verdict))
}

/// Events held in the quarter.
pub fn held(facts: &Facts) -> u64 {
    held_in(facts, Period::Quarter(facts.edition))
}

/// The table.
pub fn table(facts: &Facts) -> Table {
    let row = |(period, verdict): (Period, Verdict)| Row {
        of: match period {
            Period::Quarter(edition) => Of::Quarter(edition),
            Period::Month(first) => Of::Month(first),
        },
        cells: vec![Cell::Number(held_in(facts, period)), Cell::word("quarter-verdict", verdict.code())],
    };
    let mut rows: Vec<Row> = periods(facts).into_iter().map(row).collect();
    if rows.is_empty() {
        rows.push(Row { of: Of::Quarter(facts.edition), cells: vec![Cell::Number(held(facts)), Cell::word("quarter-verdict", "no_interval")] });
    }
    Table { statistic: Statistic::Cadence, columns: vec![Measure::Held, Measure::Standing], rows }
}
