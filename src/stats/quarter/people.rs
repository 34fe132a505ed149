//! People who attended, each once: for the first time, or again. Where names are gone, who was whose is gone with them; the table says so
//! instead of guessing.

use super::{Cell, Facts, Measure, Of, Row, Statistic, Table};

/// The table.
pub fn table(facts: &Facts) -> Table {
    let earlier = &facts.earlier;
    let row = |code: &str, n: u64| Row { of: Of::word("quarter-row", code), cells: vec![Cell::Number(n)] };
    // Who of them came before under a name that is gone, nobody can say: then one figure is a bound from above, the other from below.
    let (first, again) = match earlier.unknown_before {
        0 => ("first_timers", "returning"),
        _ => ("first_timers_at_most", "returning_at_least"),
    };
    let mut rows = vec![
        row("people", earlier.people),
        row(first, earlier.people - earlier.returning),
        row(again, earlier.returning),
        row("presences", earlier.known_presences),
    ];
    rows.extend((earlier.unknown_presences > 0).then(|| row("unknown_presences", earlier.unknown_presences)));
    rows.extend((earlier.unknown_before > 0).then(|| row("unknown_before", earlier.unknown_before)));
    Table { statistic: Statistic::People, columns: vec![Measure::Count], rows }
}
