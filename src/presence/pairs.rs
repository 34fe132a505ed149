//! Rows as stays: local times become moments, joinings and leavings become pairs.
//!
//! The hour that autumn repeats: the pair whose length is nearest to what the provider says, else the first (summer time) for both, else the
//! first for joining and the second for leaving. A list of joinings and leavings counts devices: a stay lasts until as many left as joined.

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::fault::{Code, Doubts};
use super::moment::Raw;
use super::name::fold;
use super::order::Order;
use super::rows::{Entry, Kind};
use super::zone::{Moments, Zone};

/// How the times of a file are read.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// The zone of those that name none.
    pub zone: Zone,
    /// What comes first in a date.
    pub order: Order,
}

impl Clock {
    /// A time as a moment; none for a day that is none.
    pub fn moments(self, raw: Raw) -> Option<Moments> {
        raw.zone.unwrap_or(self.zone).moments(raw.local(self.order)?)
    }
}

/// A row whose times are moments.
#[derive(Clone, Debug)]
pub struct Stay<'r> {
    /// Its line.
    pub line: u64,
    /// The name.
    pub name: Cow<'r, str>,
    /// The address.
    pub email: Option<Cow<'r, str>>,
    /// The role.
    pub role: Option<Cow<'r, str>>,
    /// From when until when, where that is known.
    pub span: Option<(DateTime<Utc>, DateTime<Utc>)>,
    /// Whether this is first joining and last leaving only.
    pub envelope: bool,
    /// How long the provider says, in seconds.
    pub stated: Option<i64>,
}

/// Turns rows into stays. `end` is until when they last whose leaving is not known.
pub fn stays<'r>(entries: Vec<Entry<'r>>, clock: Clock, end: Option<DateTime<Utc>>, doubts: &mut Doubts) -> Vec<Stay<'r>> {
    let mut pairing = Pairing { end, clock, doubts, open: HashMap::new() };
    let mut stays: Vec<Stay<'r>> = Vec::with_capacity(entries.len());
    for entry in entries {
        let span = match entry.kind {
            Kind::Envelope | Kind::Stay => pairing.span(&entry),
            Kind::Joined | Kind::Left => pairing.event(&entry, stays.len()),
        };
        let envelope = entry.kind == Kind::Envelope;
        stays.push(Stay { line: entry.line, name: entry.name, email: entry.email, role: entry.role, span, envelope, stated: entry.stated });
    }
    pairing.close(&mut stays);
    stays
}

/// A person who joined and has not left.
struct Open {
    since: DateTime<Utc>,
    devices: usize,
    /// The first row of the stay, by its number.
    row: usize,
}

struct Pairing<'d> {
    end: Option<DateTime<Utc>>,
    clock: Clock,
    doubts: &'d mut Doubts,
    open: HashMap<String, Open>,
}

impl Pairing<'_> {
    fn moments(&mut self, raw: Option<Raw>, entry: &Entry<'_>, column: &'static str) -> Option<Moments> {
        let raw = raw?;
        let moments = self.clock.moments(raw);
        match moments {
            None => self.doubts.push(entry.line, column, Code::Time, ""),
            Some(moments) if moments.left_out => self.doubts.push(entry.line, column, Code::NoSuchHour, ""),
            Some(_) => {}
        }
        moments
    }

    fn span(&mut self, entry: &Entry<'_>) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        let (join, leave) = if entry.kind == Kind::Envelope { ("first-join", "last-leave") } else { ("join", "leave") };
        let from = self.moments(entry.from, entry, join)?;
        if let Some(raw) = entry.to {
            let to = self.moments(Some(raw), entry, leave)?;
            let span = best(from, to, entry.stated);
            if span.is_none() {
                self.doubts.push(entry.line, leave, Code::LeaveBeforeJoin, entry.to_text);
            }
            return span;
        }
        if entry.broken {
            return None;
        }
        if let Some(stated) = entry.stated {
            return Some((from.first, from.first.checked_add_signed(TimeDelta::try_seconds(stated)?)?));
        }
        self.doubts.push(entry.line, leave, Code::OpenEnd, "");
        self.end.filter(|end| *end > from.first).map(|end| (from.first, end))
    }

    /// A joining opens a stay, the leaving of the last device closes it.
    fn event(&mut self, entry: &Entry<'_>, row: usize) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        let at = self.moments(entry.from, entry, "timestamp")?;
        let key = entry.email.as_ref().map_or_else(|| fold(&entry.name), |email| email.to_lowercase());
        if entry.kind == Kind::Joined {
            let open = self.open.entry(key).or_insert(Open { since: at.first, devices: 0, row });
            open.devices += 1;
            open.since = open.since.min(at.first);
            return None;
        }
        let Some(open) = self.open.get_mut(&key) else {
            self.doubts.push(entry.line, "action", Code::LeaveWithoutJoin, &entry.name);
            return None;
        };
        open.devices -= 1;
        let since = open.since;
        if open.devices > 0 {
            return None;
        }
        self.open.remove(&key);
        let to = if at.first < since { at.second } else { at.first };
        if to < since {
            self.doubts.push(entry.line, "timestamp", Code::LeaveBeforeJoin, &entry.name);
            return None;
        }
        Some((since, to))
    }

    /// Who never left stayed until the end.
    fn close(self, stays: &mut [Stay<'_>]) {
        let mut open: Vec<Open> = self.open.into_values().collect();
        open.sort_by_key(|open| open.row);
        for Open { since, row, .. } in open {
            if let Some(stay) = stays.get_mut(row) {
                self.doubts.push(stay.line, "action", Code::OpenEnd, &stay.name);
                stay.span = self.end.filter(|end| *end > since).map(|end| (since, end));
            }
        }
    }
}

/// Of the ways to read both times, the one that fits; none if somebody left before joining in all of them.
fn best(from: Moments, to: Moments, stated: Option<i64>) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let ways = [(from.first, to.first), (from.first, to.second), (from.second, to.second)];
    let off = |(from, to): &(DateTime<Utc>, DateTime<Utc>)| stated.map_or(0, |stated| ((*to - *from).num_seconds() - stated).abs());
    // The first of equals wins.
    ways.into_iter().filter(|(from, to)| from <= to).min_by_key(off)
}
