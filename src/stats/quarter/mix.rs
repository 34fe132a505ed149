//! The mix of sectors among those who attended: now, in the quarter before, and in the same quarter a year before.

use super::{Cell, Facts, Measure, Of, Row, Statistic, Table};
use crate::domain::edition::Edition;
use crate::domain::sector::Sector;

/// The quarters that are compared: this one, the one before, the same a year before.
pub fn editions(edition: Edition) -> [Edition; 3] {
    let year_before = (0..4).fold(edition, |edition, _| edition.previous());
    [edition, edition.previous(), year_before]
}

/// The table.
pub fn table(facts: &Facts) -> Table {
    let attended = |edition, sector: Option<Sector>| facts.sum(edition, |group| sector.is_none_or(|sector| group.sector == sector)).counts.attended;
    let row = |sector: &Sector| {
        let mut cells = vec![Cell::Number(attended(facts.edition, Some(*sector)))];
        cells.extend(editions(facts.edition).map(|edition| Cell::Share { part: attended(edition, Some(*sector)), whole: attended(edition, None) }));
        Row { of: Of::word("sector", sector.code()), cells }
    };
    let columns = vec![Measure::Attended, Measure::Share, Measure::ShareBefore, Measure::ShareYearBefore];
    Table { statistic: Statistic::Mix, columns, rows: Sector::ALL.iter().map(row).collect() }
}
