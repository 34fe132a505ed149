//! What the demonstration's people do: when they register, whether they prove their address, step back or come.
//!
//! It must not decide who gets a seat: that is for the real rules when the plan is replayed.

use std::collections::{BTreeMap, HashSet};

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use super::days::{brussels, shift};
use super::organisations::Kind;
use super::people::Crowd;
use super::programme::{Scene, horizon};
use super::random::Random;
use super::{Channel, EventPlan, PresencePlan, RegistrationPlan};
use crate::clock::Instant;
use crate::domain::attendance::ProofSource;
use crate::domain::mode::{Format, Mode};
use crate::domain::sector::Sector;

/// Of a hundred people who fill in the form, so many never prove their address.
const FORGETFUL: u32 = 5;
/// Of a hundred who have proven it, so many step back before the event.
const STEPPING_BACK: u32 = 6;

/// Gives every event its registrations. Who comes back is drawn from those who came to the platform before.
pub fn fill(scenes: &mut [Scene], today: NaiveDate, crowd: &mut Crowd) {
    let mut order: Vec<usize> = (0..scenes.len()).collect();
    order.sort_by_key(|i| scenes.get(*i).map(|s| s.event.schedule.starts_at));
    let mut regulars: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for place in order {
        let Some(scene) = scenes.get_mut(place) else { continue };
        let before = regulars.entry(scene.event.platform_slug.to_string()).or_default();
        let guests = guests(scene, before, crowd);
        before.extend(guests.iter().filter(|g| !before.contains(g)).copied().collect::<Vec<_>>());
        let mut registrations: Vec<_> = guests.into_iter().map(|person| registration(scene, person, today, crowd)).collect();
        registrations.sort_by_key(|r| (r.registered_at, r.person));
        scene.event.registrations = registrations;
    }
}

/// Who registers for one event, each person once.
fn guests(scene: &Scene, before: &[usize], crowd: &mut Crowd) -> Vec<usize> {
    let mut chosen = Vec::with_capacity(scene.crowd);
    let mut seen = HashSet::new();
    let everyday: &'static [Kind] = &[Kind::Company];
    // Bounded: a platform whose regulars are all chosen falls back on newcomers.
    for _ in 0..scene.crowd * 4 {
        if chosen.len() == scene.crowd {
            break;
        }
        let kinds = crowd.random.weighted(scene.mix, everyday);
        let person = if crowd.random.chance(scene.returning) && !before.is_empty() {
            before.get(crowd.random.index(before.len())).copied()
        } else {
            // Experts move in several circles: one in three newcomers to a platform is known from another.
            let known = if crowd.random.chance(33) { crowd.known(kinds) } else { Vec::new() };
            known.get(crowd.random.index(known.len())).copied().or_else(|| crowd.newcomer(kinds))
        };
        chosen.extend(person.filter(|p| seen.insert(*p)));
    }
    chosen
}

fn registration(scene: &Scene, person: usize, today: NaiveDate, crowd: &mut Crowd) -> RegistrationPlan {
    let event = &scene.event;
    let sector = crowd.sector(person).unwrap_or(Sector::Private);
    let random = &mut crowd.random;
    let mode = match event.place.format {
        Format::OnSite => Mode::OnSite,
        Format::Online => Mode::Online,
        Format::Hybrid if random.chance(58) => Mode::OnSite,
        Format::Hybrid => Mode::Online,
    };
    let until = event.schedule.closes_at.min(horizon(today)) - TimeDelta::hours(2);
    let registered_at = registering_moment(event.published_at, until, random);
    let form = scene.channel == Channel::Form;
    let proves_at = (form && !random.chance(FORGETFUL)).then(|| registered_at + TimeDelta::seconds(random.between(40, 5400)));
    let settled = proves_at.or((!form).then_some(registered_at));
    let last_call = (event.schedule.starts_at - TimeDelta::hours(3)).min(horizon(today));
    let withdraws_at = settled
        .filter(|_| random.chance(STEPPING_BACK))
        .map(|at| at + TimeDelta::seconds(random.between(3600, (last_call - at).num_seconds())))
        .filter(|at| *at < last_call);
    let held = event.schedule.ends_at < horizon(today);
    let comes = settled.is_some() && withdraws_at.is_none() && held && !random.chance(stays_away(mode, sector));
    let attends = comes.then(|| presence(event, mode, random));
    RegistrationPlan { person, channel: scene.channel, mode, registered_at, proves_at, withdraws_at, attends }
}

/// How many in a hundred with a seat do not come.
fn stays_away(mode: Mode, sector: Sector) -> u32 {
    match (mode, sector) {
        (Mode::OnSite, Sector::Academic) => 9,
        (Mode::OnSite, Sector::Public) => 11,
        (Mode::OnSite, Sector::Private) => 13,
        (Mode::Online, _) => 21,
    }
}

/// Most register within three days of the invitation, a second wave follows the reminder after a fortnight, the rest is
/// spread; working hours, few at weekends.
fn registering_moment(from: Instant, until: Instant, random: &mut Random) -> Instant {
    let days = (until - from).num_days().max(0);
    let after = match random.between(1, 100) {
        ..=42 => random.between(0, 2.min(days)),
        43..=64 if days > 14 => random.between(14, 17.min(days)),
        65..=72 => random.between((days - 3).max(0), days),
        _ => random.between(0, days),
    };
    let mut day = shift(from.date_naive(), after);
    if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && random.chance(85) {
        day = shift(day, 2);
    }
    let hour = random
        .weighted(&[(7, 4), (8, 10), (9, 16), (10, 16), (11, 12), (12, 6), (13, 10), (14, 12), (15, 8), (16, 7), (17, 3), (19, 2), (20, 3)], 10);
    let at = brussels(day, hour * 60 + random.between(0, 59)) + TimeDelta::seconds(random.between(0, 59));
    let first = from + TimeDelta::seconds(random.between(60, 14_400));
    // Moved inside the window, not onto its edge: nobody queues at one second.
    if at < first {
        first
    } else if at > until {
        until - TimeDelta::seconds(random.between(0, 7200))
    } else {
        at
    }
}

fn presence(event: &EventPlan, mode: Mode, random: &mut Random) -> PresencePlan {
    let source = match mode {
        _ if random.chance(3) => ProofSource::Hand,
        Mode::OnSite => ProofSource::Door,
        Mode::Online => ProofSource::Link,
    };
    // Two draws give a peak in the middle: at the door twenty minutes early, online just before the start.
    let minute = match source {
        ProofSource::Door => random.between(-18, 2) + random.between(-14, 8),
        ProofSource::Link | ProofSource::Report => random.between(-6, 6) + random.between(-4, 14),
        ProofSource::Hand => random.between(20, 80),
    };
    PresencePlan { at: event.schedule.starts_at + TimeDelta::minutes(minute) + TimeDelta::seconds(random.between(0, 59)), source }
}
