//! The funnel split by sector, by way of attending, by language. Every value has its row, also when nobody is in it.

use super::funnel::{COLUMNS, cells, without_invited};
use super::{Facts, Of, Row, Statistic, Table};
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::sector::Sector;

/// By sector; people who were invited without one have a row of their own.
pub fn by_sector(facts: &Facts) -> Table {
    let row = |sector: &Sector| {
        let invited = facts.invited(|invited| invited.sector == Some(*sector));
        Row { of: Of::word("sector", sector.code()), cells: cells(invited, &facts.sum(facts.edition, |group| group.sector == *sector)) }
    };
    let mut rows: Vec<Row> = Sector::ALL.iter().map(row).collect();
    let without = facts.invited(|invited| invited.sector.is_none());
    if without > 0 {
        rows.push(Row { of: Of::word("quarter-row", "sector_unknown"), cells: cells(without, &Default::default()) });
    }
    Table { statistic: Statistic::BySector, columns: COLUMNS.into(), rows }
}

/// By way of attending: an invitation names none.
pub fn by_mode(facts: &Facts) -> Table {
    let row = |mode: &Mode| Row { of: Of::word("mode", mode.code()), cells: without_invited(&facts.sum(facts.edition, |group| group.mode == *mode)) };
    Table { statistic: Statistic::ByMode, columns: COLUMNS[1..].into(), rows: Mode::ALL.iter().map(row).collect() }
}

/// By language.
pub fn by_language(facts: &Facts) -> Table {
    let row = |language: &Language| {
        let invited = facts.invited(|invited| invited.language == *language);
        Row { of: Of::word("language", language.code()), cells: cells(invited, &facts.sum(facts.edition, |group| group.language == *language)) }
    };
    Table { statistic: Statistic::ByLanguage, columns: COLUMNS.into(), rows: Language::ALL.iter().map(row).collect() }
}
