//! A person's calendar as RFC 5546 §2.1.5 keeps it, written from RFC 5545 and RFC 5546 alone: it must use nothing of the program, or it
//! would only repeat its mistakes.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, TimeZone, Utc};

use super::lines::{Component, Property, read};

/// One scheduling message, as a calendar understands it.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// REQUEST or CANCEL.
    pub method: String,
    pub uid: String,
    pub sequence: i64,
    /// DTSTAMP.
    pub stamped: DateTime<Utc>,
    /// Address of the ORGANIZER.
    pub organizer: String,
    /// Address of the one ATTENDEE.
    pub attendee: String,
    /// PARTSTAT of the ATTENDEE.
    pub partstat: String,
    pub starts: DateTime<Utc>,
    pub ends: DateTime<Utc>,
    pub location: String,
    /// The last CONFERENCE: the meeting itself. The one before, the page that leads there, never changes.
    pub join: Option<String>,
}

/// What a calendar shows: only a change of this is a reason for a new SEQUENCE. A CANCEL shows nothing.
pub type Substance<'a> = Option<(DateTime<Utc>, DateTime<Utc>, &'a str, Option<&'a str>)>;

impl Message {
    /// Reads a calendar object; says what is wrong with it.
    pub fn read(object: &str) -> Result<Self, String> {
        let calendar = read(object)?;
        if calendar.name != "VCALENDAR" || calendar.value("VERSION")? != "2.0" {
            return Err("no VCALENDAR 2.0".into());
        }
        let events: Vec<&Component> = calendar.children.iter().filter(|child| child.name == "VEVENT").collect();
        let [event] = events[..] else { return Err(format!("{} events", events.len())) };
        let method = calendar.value("METHOD")?.to_ascii_uppercase();
        let status = event.value("STATUS")?;
        if !matches!((method.as_str(), status), ("REQUEST", "CONFIRMED") | ("CANCEL", "CANCELLED")) {
            return Err(format!("METHOD:{method} with STATUS:{status}"));
        }
        let moment = |name: &str| event.one(name).and_then(|property| moment(&calendar, property));
        let (organizer, attendee) = (event.one("ORGANIZER")?, event.one("ATTENDEE")?);
        Ok(Self {
            uid: event.value("UID")?.to_owned(),
            sequence: event.value("SEQUENCE")?.parse().map_err(|_| "SEQUENCE is no number")?,
            stamped: moment("DTSTAMP")?,
            organizer: mailbox(&organizer.value)?,
            attendee: mailbox(&attendee.value)?,
            partstat: attendee.parameter("PARTSTAT").unwrap_or("NEEDS-ACTION").to_owned(),
            starts: moment("DTSTART")?,
            ends: moment("DTEND")?,
            location: event.all("LOCATION").next().map(|property| property.text()).unwrap_or_default(),
            join: event.all("CONFERENCE").last().map(|property| property.value.clone()),
            method,
        })
    }

    /// What a calendar shows by it.
    pub fn substance(&self) -> Substance<'_> {
        (self.method == "REQUEST").then_some((self.starts, self.ends, &self.location, self.join.as_deref()))
    }
}

/// Everything somebody's calendar knows: also what was cancelled, so that a late older message changes nothing.
#[derive(Clone, Debug)]
pub struct Calendar {
    owner: String,
    known: BTreeMap<String, Message>,
}

impl Calendar {
    /// The empty calendar of whoever reads this mailbox.
    pub fn of(owner: &str) -> Self {
        Self { owner: owner.to_owned(), known: BTreeMap::new() }
    }

    /// Takes a message in, as §2.1.5 says: the higher SEQUENCE counts, of equal ones the later DTSTAMP.
    pub fn take(&mut self, message: &Message) -> Result<(), String> {
        if message.attendee != self.owner {
            return Err(format!("{} got the invitation of {}", self.owner, message.attendee));
        }
        let Some(known) = self.known.get_mut(&message.uid) else {
            self.known.insert(message.uid.clone(), message.clone());
            return Ok(());
        };
        if known.organizer != message.organizer {
            return Err(format!("{} changes hands: {} became {}", message.uid, known.organizer, message.organizer));
        }
        match (message.sequence, message.stamped).cmp(&(known.sequence, known.stamped)) {
            std::cmp::Ordering::Less => {}
            std::cmp::Ordering::Equal if known.substance() != message.substance() => {
                return Err(format!("two messages of one age say different things:\n{known:?}\n{message:?}"));
            }
            std::cmp::Ordering::Equal => {}
            std::cmp::Ordering::Greater => *known = message.clone(),
        }
        Ok(())
    }

    /// What the owner sees.
    pub fn shown(&self) -> impl Iterator<Item = &Message> {
        self.known.values().filter(|message| message.method == "REQUEST")
    }

    /// What the owner can answer to: also what was cancelled since, as programs allow.
    pub fn answerable(&self) -> Vec<&Message> {
        self.known.values().collect()
    }
}

fn mailbox(value: &str) -> Result<String, String> {
    let (scheme, address) = value.split_at_checked(7).ok_or_else(|| format!("{value} is no address"))?;
    if !scheme.eq_ignore_ascii_case("mailto:") || address.contains('%') {
        return Err(format!("{value} is no plain address"));
    }
    Ok(address.to_ascii_lowercase())
}

/// The moment that a property means (§3.3.5): in UTC, or in a zone that the object itself defines. Floating time is refused.
fn moment(calendar: &Component, property: &Property) -> Result<DateTime<Utc>, String> {
    let value = property.value.as_str();
    if let Some(utc) = value.strip_suffix('Z') {
        return Ok(local(utc)?.and_utc());
    }
    let zone = property.parameter("TZID").ok_or_else(|| format!("{value} floats"))?;
    let defined = calendar.children.iter().find(|child| child.name == "VTIMEZONE" && child.value("TZID") == Ok(zone));
    let at = local(value)?;
    let meant = at - offset(defined.ok_or_else(|| format!("{zone} is not defined"))?, at)?;
    // The world's own rules of that zone must not mean another moment.
    let world: chrono_tz::Tz = zone.parse().map_err(|_| format!("{zone} is unknown"))?;
    match world.from_local_datetime(&at).single() {
        Some(same) if same.naive_utc() == meant => Ok(meant.and_utc()),
        other => Err(format!("{value} in {zone} is {meant} by the object, {other:?} to the world")),
    }
}

fn local(value: &str) -> Result<NaiveDateTime, String> {
    NaiveDateTime::parse_from_str(value, "%Y%m%dT%H%M%S").map_err(|_| format!("{value} is no moment"))
}

/// The offset in force at a local time: that of the observance that began last (§3.6.5).
fn offset(zone: &Component, at: NaiveDateTime) -> Result<Duration, String> {
    let mut last: Option<(NaiveDateTime, Duration)> = None;
    for observance in &zone.children {
        let to = utc_offset(observance.value("TZOFFSETTO")?)?;
        for year in [at.year() - 1, at.year()] {
            let began = onset(observance, year)?.filter(|began| *began <= at);
            last = last.max(began.map(|began| (began, to)));
        }
    }
    last.map(|(_, offset)| offset).ok_or_else(|| format!("no observance at {at}"))
}

fn utc_offset(value: &str) -> Result<Duration, String> {
    let (sign, digits) = value.split_at_checked(1).ok_or("an empty offset")?;
    let number = |from: usize| digits.get(from..from + 2).and_then(|two| two.parse::<i64>().ok()).ok_or_else(|| format!("offset {value}"));
    let offset = Duration::hours(number(0)?) + Duration::minutes(number(2)?);
    Ok(if sign == "-" { -offset } else { offset })
}

/// When an observance begins in a year, by the only kind of rule that we know of: the last Sunday of a month.
fn onset(observance: &Component, year: i32) -> Result<Option<NaiveDateTime>, String> {
    let first = local(observance.value("DTSTART")?)?;
    let rule = observance.value("RRULE")?;
    let part = |name: &str| rule.split(';').find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
    let month: u32 = part("BYMONTH").and_then(|month| month.parse().ok()).ok_or_else(|| format!("rule {rule}"))?;
    if part("FREQ") != Some("YEARLY") || part("BYDAY") != Some("-1SU") || year < first.year() {
        return if year < first.year() { Ok(None) } else { Err(format!("rule {rule}")) };
    }
    let next_month = NaiveDate::from_ymd_opt(year, month % 12 + 1, 1).and_then(|d| if month == 12 { d.with_year(year + 1) } else { Some(d) });
    let last_day = next_month.and_then(|day| day.pred_opt()).ok_or("no such day")?;
    let sunday = last_day - Duration::days(i64::from(last_day.weekday().num_days_from_sunday()));
    Ok(Some(sunday.and_time(first.time())))
}
