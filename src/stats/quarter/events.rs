//! The events that report on the quarter, those called off among them: they count for nothing else.

use super::{Cell, EventFacts, Facts, Measure, Of, Row, Statistic, Table};
use crate::domain::event::EventStatus;

/// The table.
pub fn table(facts: &Facts) -> Table {
    let standing = |event: &EventFacts| match event.status {
        EventStatus::CalledOff => "called_off",
        _ if event.is_held => "held",
        _ => "to_come",
    };
    let row = |event: &EventFacts| {
        let counts = event.counts.values().map(Cell::Number);
        let mut cells = vec![Cell::Day(event.day), Cell::word("quarter-event", standing(event))];
        cells.extend(if event.status == EventStatus::Published { counts } else { [const { Cell::Nothing }; 4] });
        Row { of: Of::Name(event.slug.clone()), cells }
    };
    let columns = vec![Measure::Day, Measure::Standing, Measure::Registered, Measure::Confirmed, Measure::Attended, Measure::NoShow];
    Table { statistic: Statistic::Events, columns, rows: facts.events.iter().map(row).collect() }
}
