//! What differs between two reports of a quarter, figure by figure.

use super::{Cell, Measure, Of, QuarterReport, Row, Statistic, Table};

/// One figure that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// In which table.
    pub statistic: Statistic,
    /// In which row.
    pub of: Of,
    /// In which column.
    pub measure: Measure,
    /// How it was; `Nothing` when there was none.
    pub was: Cell,
    /// How it is; `Nothing` when there is none.
    pub is: Cell,
}

/// All that differs, in the order of the later report; what only the earlier one has comes after it, table by table.
pub fn between(earlier: &QuarterReport, later: &QuarterReport) -> Vec<Difference> {
    let mut found = Vec::new();
    for statistic in Statistic::ALL {
        let (was, is) = (earlier.table(*statistic), later.table(*statistic));
        let rows = |table: Option<&Table>| table.map(|table| table.rows.clone()).unwrap_or_default();
        let (old, new) = (rows(was), rows(is));
        let gone = old.iter().filter(|row| new.iter().all(|other| other.of != row.of));
        for of in new.iter().chain(gone).map(|row| row.of.clone()) {
            for measure in is.or(was).map(|table| table.columns.clone()).unwrap_or_default() {
                let [was, is] = [(was, &old), (is, &new)].map(|(table, rows)| cell(table, rows, &of, measure));
                if was != is {
                    found.push(Difference { statistic: *statistic, of: of.clone(), measure, was, is });
                }
            }
        }
    }
    found
}

fn cell(table: Option<&Table>, rows: &[Row], of: &Of, measure: Measure) -> Cell {
    let place = table.and_then(|table| table.columns.iter().position(|column| *column == measure));
    let row = rows.iter().find(|row| row.of == *of);
    row.zip(place).and_then(|(row, place)| row.cells.get(place).cloned()).unwrap_or(Cell::Nothing)
}
