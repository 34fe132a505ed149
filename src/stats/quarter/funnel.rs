//! The funnel: invited, registered, had a seat, attended; and who had a seat and did not come.

use super::facts::Sum;
use super::{Cell, Facts, Measure, Of, Row, Statistic, Table};

/// The columns of a funnel.
pub const COLUMNS: [Measure; 6] =
    [Measure::Invited, Measure::Registered, Measure::Confirmed, Measure::Attended, Measure::NoShow, Measure::NoShowRate];

/// The figures of a funnel.
pub fn cells(invited: u64, sum: &Sum) -> Vec<Cell> {
    let mut cells = vec![Cell::Number(invited)];
    cells.extend(without_invited(sum));
    cells
}

/// The same of what nobody is invited to by itself.
pub fn without_invited(sum: &Sum) -> Vec<Cell> {
    let mut cells: Vec<Cell> = sum.counts.values().map(Cell::Number).into();
    cells.push(Cell::Share { part: sum.counts.no_show, whole: sum.due });
    cells
}

/// The table.
pub fn table(facts: &Facts) -> Table {
    let row = Row { of: Of::Quarter(facts.edition), cells: cells(facts.invited(|_| true), &facts.sum(facts.edition, |_| true)) };
    Table { statistic: Statistic::Funnel, columns: COLUMNS.into(), rows: vec![row] }
}
