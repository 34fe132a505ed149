//! When reminders go out before an event, as people type it: one lead on each line, `7 d`, `24 h` or `90 min`.
//! It must not know who is reminded, or by what.

/// The longest lead: sixty days, in minutes.
pub const MAX_MINUTES: u32 = 60 * DAY;
/// The longest lead of the link to join: a day, in minutes. It says how to join now, not that the event is near.
pub const MAX_JOIN_MINUTES: u32 = DAY;
/// Most reminders of a platform.
pub const MOST: usize = 6;

const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;

/// The units, in minutes, by every name they are typed with. The first is how a form writes it.
const UNITS: [(u32, &[&str]); 3] = [
    (DAY, &["d", "j", "t", "day", "days", "dag", "dagen", "jour", "jours", "tag", "tage"]),
    (HOUR, &["h", "u", "hour", "hours", "uur", "uren", "heure", "heures", "stunde", "stunden"]),
    (1, &["min", "m", "minute", "minutes", "minuut", "minuten"]),
];

/// Why leads were refused. The code is the locale key's last part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReminderFault {
    /// No number with a unit.
    Shape(String),
    /// Shorter than a minute or longer than [`MAX_MINUTES`].
    Range(String),
    /// More than [`MOST`].
    TooMany,
}

impl ReminderFault {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Shape(_) => "shape",
            Self::Range(_) => "range",
            Self::TooMany => "too-many",
        }
    }

    /// What was typed, cut to what a refusal can quote; empty when it is about the whole.
    pub fn value(&self) -> &str {
        match self {
            Self::Shape(value) | Self::Range(value) => value,
            Self::TooMany => "",
        }
    }
}

/// Reads leads, in minutes, longest first, none twice; nothing typed means no reminders.
///
/// # Errors
/// The first lead that cannot stand.
pub fn parse(typed: &str) -> Result<Vec<u32>, ReminderFault> {
    let mut leads = Vec::new();
    for line in typed.split(['\n', '\r', ',', ';']).map(str::trim).filter(|line| !line.is_empty()) {
        leads.push(lead(line)?);
        leads.sort_unstable_by(|a, b| b.cmp(a));
        leads.dedup();
        if leads.len() > MOST {
            return Err(ReminderFault::TooMany);
        }
    }
    Ok(leads)
}

/// Reads the one lead of the link to join, in minutes; nothing typed means that it is not sent.
///
/// # Errors
/// What cannot stand.
pub fn parse_join(typed: &str) -> Result<Option<u32>, ReminderFault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let minutes = lead(typed)?;
    if minutes > MAX_JOIN_MINUTES { Err(ReminderFault::Range(typed.chars().take(40).collect())) } else { Ok(Some(minutes)) }
}

fn lead(line: &str) -> Result<u32, ReminderFault> {
    let quoted = || line.chars().take(40).collect::<String>();
    let (number, unit) = line.split_at(line.find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len()));
    let unit = unit.trim().to_lowercase();
    let Some((minutes, _)) = UNITS.iter().find(|(_, names)| names.contains(&unit.as_str())).filter(|_| !number.is_empty()) else {
        return Err(ReminderFault::Shape(quoted()));
    };
    let lead = number.parse::<u32>().ok().and_then(|number| number.checked_mul(*minutes));
    lead.filter(|lead| (1..=MAX_MINUTES).contains(lead)).ok_or_else(|| ReminderFault::Range(quoted()))
}

/// A lead as a number of the largest unit that divides it: minutes of one unit, and how many.
pub fn parts(minutes: u32) -> (u32, u32) {
    let (unit, _) = UNITS.iter().find(|(unit, _)| minutes.is_multiple_of(*unit)).unwrap_or(&UNITS[2]);
    (*unit, minutes / unit)
}

/// Leads as a form holds them: what [`parse`] reads.
pub fn written(leads: &[u32]) -> String {
    let line = |minutes: &u32| {
        let (unit, number) = parts(*minutes);
        let name = UNITS.iter().find(|(minutes, _)| *minutes == unit).map_or("min", |(_, names)| names[0]);
        format!("{number} {name}")
    };
    leads.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_are_read_in_every_language_and_put_in_order() {
        for (typed, leads) in [
            ("", Ok(vec![])),
            (" \r\n;", Ok(vec![])),
            ("7 d\n1 d", Ok(vec![10_080, 1_440])),
            ("1 jour; 7 Tage, 24 uur", Ok(vec![10_080, 1_440])),
            ("90min\n2h", Ok(vec![120, 90])),
            ("60 d", Ok(vec![MAX_MINUTES])),
            ("7", Err(ReminderFault::Shape("7".into()))),
            ("d", Err(ReminderFault::Shape("d".into()))),
            ("-1 d", Err(ReminderFault::Shape("-1 d".into()))),
            ("a week", Err(ReminderFault::Shape("a week".into()))),
            ("0 min", Err(ReminderFault::Range("0 min".into()))),
            ("61 d", Err(ReminderFault::Range("61 d".into()))),
            ("99999999999 d", Err(ReminderFault::Range("99999999999 d".into()))),
            ("1 h\n2 h\n3 h\n4 h\n5 h\n6 h\n7 h", Err(ReminderFault::TooMany)),
            ("1 h\n1 h\n1 h\n1 h\n1 h\n1 h\n1 h", Ok(vec![60])),
        ] {
            assert_eq!(parse(typed), leads, "{typed:?}");
        }
    }

    #[test]
    fn the_link_to_join_has_one_lead_or_none() {
        for (typed, lead) in [
            ("", Ok(None)),
            (" \n ", Ok(None)),
            ("60 min", Ok(Some(60))),
            ("1 uur", Ok(Some(60))),
            ("1 d", Ok(Some(MAX_JOIN_MINUTES))),
            ("2 d", Err(ReminderFault::Range("2 d".into()))),
            ("25 h", Err(ReminderFault::Range("25 h".into()))),
            ("0 h", Err(ReminderFault::Range("0 h".into()))),
            ("1 h\n2 h", Err(ReminderFault::Shape("1 h\n2 h".into()))),
            ("soon", Err(ReminderFault::Shape("soon".into()))),
        ] {
            assert_eq!(parse_join(typed), lead, "{typed:?}");
        }
    }

    #[test]
    fn what_is_written_is_read() {
        for leads in [vec![], vec![10_080, 1_440], vec![1_500, 90, 1]] {
            assert_eq!(parse(&written(&leads)), Ok(leads.clone()), "{}", written(&leads));
        }
        assert_eq!(written(&[10_080, 120, 90]), "7 d\n2 h\n90 min");
    }
}
