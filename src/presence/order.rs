//! Whether the dates of a file begin with the day or with the month. One answer for the whole file.

use super::fault::Fault;
use super::moment::Raw;
use super::union::Window;
use super::zone::Zone;

/// What comes first in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// `31/12/2026`
    DayFirst,
    /// `12/31/2026`
    MonthFirst,
}

/// What decided it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided {
    /// No date in the file can be read in two ways.
    NotNeeded,
    /// Some number is larger than twelve.
    ByNumber,
    /// In this order more of the dates are days of the event.
    ByEvent,
    /// Its headings are Dutch, French or German.
    ByLanguage,
    /// Nothing: it is what this provider writes by default. Worth a look.
    ByHabit,
}

/// What is known besides the dates.
#[derive(Clone, Copy, Debug)]
pub struct Hints {
    /// The event, where it is known.
    pub window: Option<Window>,
    /// Whether the headings are Dutch, French or German.
    pub continental: bool,
    /// What the provider writes by default.
    pub habit: Order,
    /// The zone of the times that name none.
    pub zone: Zone,
}

/// Decides: a number above twelve; else what puts more of the dates on days of the event; else the language of the headings; else habit.
///
/// The event goes before the language, because it is a fact about this file and the language a habit of its writer: a Canadian writes French
/// headings over American dates.
///
/// # Errors
/// `MixedDates`: one date can only be read one way, another only the other.
pub fn decide(dates: &[(u64, Raw)], hints: &Hints) -> Result<(Order, Decided), Fault> {
    let open = || dates.iter().filter_map(|(line, raw)| raw.open().map(|(first, second)| (*line, first, second)));
    let day_first = open().find(|(_, first, _)| *first > 12);
    let month_first = open().find(|(_, _, second)| *second > 12);
    match (day_first, month_first) {
        (Some((day_first, ..)), Some((month_first, ..))) => return Err(Fault::MixedDates { day_first, month_first }),
        (Some(_), None) => return Ok((Order::DayFirst, Decided::ByNumber)),
        (None, Some(_)) => return Ok((Order::MonthFirst, Decided::ByNumber)),
        (None, None) if open().next().is_none() => return Ok((Order::DayFirst, Decided::NotNeeded)),
        (None, None) => {}
    }
    let near = |order: Order| dates.iter().filter(|(_, raw)| raw.open().is_some() && is_near(*raw, order, hints)).count();
    let (day, month) = (near(Order::DayFirst), near(Order::MonthFirst));
    Ok(match day.cmp(&month) {
        std::cmp::Ordering::Greater => (Order::DayFirst, Decided::ByEvent),
        std::cmp::Ordering::Less => (Order::MonthFirst, Decided::ByEvent),
        std::cmp::Ordering::Equal if hints.continental => (Order::DayFirst, Decided::ByLanguage),
        std::cmp::Ordering::Equal => (hints.habit, Decided::ByHabit),
    })
}

/// Whether a date lies within a day of the event: people join early, and zones differ.
fn is_near(raw: Raw, order: Order, hints: &Hints) -> bool {
    let day = chrono::TimeDelta::hours(24);
    let moment = || raw.zone.unwrap_or(hints.zone).moments(raw.local(order)?);
    match (hints.window, moment()) {
        (Some(window), Some(moment)) => moment.first - window.start >= -day && moment.first - window.end <= day,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Decided::*;
    use Order::*;

    #[test]
    fn the_order_is_decided_over_the_whole_file() {
        let window = |day: &str| Window { start: format!("{day}T13:00:00Z").parse().unwrap(), end: format!("{day}T16:00:00Z").parse().unwrap() };
        for (texts, event, continental, expected) in [
            (&["9/10/2026 14:00", "13/10/2026 14:00"][..], None, false, Ok((DayFirst, ByNumber))),
            (&["9/10/2026 14:00", "9/22/2026 14:00"], Some("2026-10-09"), true, Ok((MonthFirst, ByNumber))),
            (&["9/10/2026 14:00"], Some("2026-10-09"), false, Ok((DayFirst, ByEvent))),
            (&["9/10/2026 14:00"], Some("2026-09-10"), true, Ok((MonthFirst, ByEvent))),
            (&["9/10/2026 14:00"], Some("2027-01-01"), true, Ok((DayFirst, ByLanguage))),
            (&["9/10/2026 14:00"], None, false, Ok((MonthFirst, ByHabit))),
            (&["9/9/2026 14:00", "2026-10-12 10:00"], None, false, Ok((DayFirst, NotNeeded))),
            (&["13/10/2026 14:00", "9/9/2026 14:00", "9/22/2026 14:00"], None, false, Err(Fault::MixedDates { day_first: 1, month_first: 3 })),
        ] {
            let dates: Vec<_> = (1..).zip(texts.iter().map(|text| Raw::parse(text).unwrap())).collect();
            let hints = Hints { window: event.map(window), continental, habit: MonthFirst, zone: Zone::UTC };
            assert_eq!(decide(&dates, &hints), expected, "{texts:?}");
        }
    }
}
