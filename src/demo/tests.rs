//! What the plan promises, seen from several days and seeds.

use std::collections::{HashMap, HashSet};

use super::timeline::Act;
use super::*;
use crate::domain::catalogue::Catalogue;
use crate::domain::event::{Event, EventStatus};
use crate::domain::ids::{EventId, OrganisationId, PlatformId};
use crate::domain::mode::Format;
use crate::domain::seats::{Applicant, Taken, obstacle};
use crate::domain::text::Title;

/// Ordinary days, the days around a briefing, and both ends of the year.
const DAYS: [&str; 8] = ["2026-11-23", "2026-12-08", "2026-12-14", "2026-12-16", "2026-12-31", "2027-01-02", "2027-03-30", "2028-07-21"];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn plans() -> impl Iterator<Item = (NaiveDate, Plan)> {
    DAYS.iter().zip(1..).map(|(text, seed)| (day(text), plan(seed, day(text))))
}

fn of<'p>(plan: &'p Plan, platform: &str) -> Vec<&'p EventPlan> {
    plan.events.iter().filter(|e| e.platform_slug.as_str() == platform).collect()
}

#[test]
fn the_same_seed_and_day_give_the_same_plan() {
    let (a, b) = (plan(7, day("2026-11-23")), plan(7, day("2026-11-23")));
    assert_eq!(a, b);
    assert_ne!(a.people, plan(8, day("2026-11-23")).people);
}

#[test]
fn people_and_organisations_are_unique_and_invented() {
    for (today, plan) in plans() {
        let addresses: HashSet<String> = plan.people.iter().map(|p| p.email.key()).collect();
        assert_eq!(addresses.len(), plan.people.len(), "{today}");
        let names: HashSet<&str> = plan.organisations.iter().map(|o| o.name.as_str()).collect();
        let domains: HashSet<&str> = plan.organisations.iter().map(|o| o.domain.as_str()).collect();
        let numbers: HashSet<&str> = plan.organisations.iter().map(|o| o.enterprise_number.as_str()).collect();
        assert!([names.len(), domains.len(), numbers.len()].iter().all(|n| *n == plan.organisations.len()));
        assert!(plan.organisations.len() >= 90, "{}", plan.organisations.len());
        assert!(numbers.iter().all(|n| n.starts_with("01")), "numbers below 0200 belong to nobody");
        for person in &plan.people {
            let home = &plan.organisations[person.organisation];
            assert!(person.email.as_str().ends_with(&format!("@{}", home.domain)) && home.domain.ends_with(".example"), "{}", person.email);
            assert!(person.email.as_str().is_ascii(), "{}", person.email);
            assert_eq!(person.sector, home.sector);
        }
        let active: HashSet<usize> = plan.events.iter().flat_map(|e| &e.registrations).map(|r| r.person).collect();
        assert_eq!(active.len(), plan.people.len(), "everybody registers somewhere");
        let languages: HashSet<Language> = plan.people.iter().map(|p| p.language).collect();
        assert_eq!(languages.len(), Language::ALL.len());
    }
}

#[test]
fn every_event_could_be_published_as_it_is() {
    let catalogue = Catalogue::parse(include_str!("../../catalogue/ccb.toml")).unwrap();
    for (today, plan) in plans() {
        assert_eq!(plan.events.len(), 23, "{today}");
        let slugs: HashSet<&Slug> = plan.events.iter().map(|e| &e.slug).collect();
        assert_eq!(slugs.len(), plan.events.len());
        for platform in &catalogue.platforms {
            assert!(!of(&plan, platform.slug.as_str()).is_empty(), "{today}: nothing for {}", platform.slug);
        }
        for (place, e) in plan.events.iter().enumerate() {
            let event = as_event(e);
            assert_eq!(event.gaps(), [], "{}", e.slug);
            assert!((4..=6).contains(&e.agenda.len()), "{}", e.slug);
            assert!(e.published_at < event.schedule.closes_at && e.published_at < programme::horizon(today));
            let texts = [&e.title, &e.summary].into_iter().chain(e.agenda.iter().map(|i| &i.title));
            assert!(texts.flat_map(|t| Language::ALL.iter().map(|l| t.get(*l))).all(|t| !t.contains("{}")), "{}", e.slug);
            let lines = std::iter::once(&e.title).chain(e.agenda.iter().map(|i| &i.title));
            assert!(lines.flat_map(|t| Language::ALL.iter().map(|l| t.get(*l))).all(|t| Title::parse(t).is_ok()), "{}", e.slug);
            if let Some(follows) = &e.follows {
                assert!(plan.events[..place].iter().any(|other| other.slug == *follows), "{} follows {follows}", e.slug);
            }
        }
    }
}

fn as_event(e: &EventPlan) -> Event {
    Event {
        id: EventId(1),
        platform_id: PlatformId(1),
        slug: e.slug.clone(),
        edition: e.edition,
        follows: None,
        status: EventStatus::Draft,
        tlp: e.tlp,
        title: e.title.clone(),
        summary: e.summary.clone(),
        agenda: e.agenda.clone(),
        schedule: e.schedule.clone(),
        place: e.place.clone(),
        seats: e.seats,
        sequence: 0,
        revision: 0,
    }
}

#[test]
fn the_year_looks_as_promised_from_any_day() {
    for (today, plan) in plans() {
        let now = programme::horizon(today);
        for platform in ["qctr", "csi-dpo"] {
            let events: Vec<_> = of(&plan, platform).into_iter().filter(|e| !e.slug.as_str().contains("workshop")).collect();
            let (past, ahead): (Vec<&EventPlan>, Vec<&EventPlan>) = events.iter().copied().partition(|e| e.schedule.ends_at < now);
            assert_eq!((past.len(), ahead.len()), (4, 1), "{platform} on {today}");
            assert!(ahead.iter().all(|e| e.schedule.closes_at > days::brussels(today, 24 * 60)), "open all day on {today}");
            let themes: HashSet<&str> = events.iter().filter_map(|e| e.title.en.split_once(": ")).map(|(_, theme)| theme).collect();
            assert_eq!(themes.len(), 5, "{today}");
        }
        let total: usize = plan.events.iter().map(|e| e.registrations.len()).sum();
        assert!((1500..=2000).contains(&total), "{today}: {total} registrations");
    }
}

#[test]
fn people_act_in_order_and_before_today() {
    for (today, plan) in plans() {
        let timeline = plan.timeline();
        assert!(timeline.windows(2).all(|w| w[0].at <= w[1].at));
        assert!(timeline.iter().all(|s| s.at < days::brussels(today, 0)), "{today}");
        for event in &plan.events {
            let persons: HashSet<usize> = event.registrations.iter().map(|r| r.person).collect();
            assert_eq!(persons.len(), event.registrations.len(), "{}", event.slug);
            for r in &event.registrations {
                assert!(event.published_at < r.registered_at && r.registered_at < event.schedule.closes_at, "{} {r:?}", event.slug);
                assert!(r.proves_at.is_none_or(|at| r.registered_at < at && at < event.schedule.closes_at), "{} {r:?}", event.slug);
                let settled = r.proves_at.unwrap_or(r.registered_at);
                assert!(r.withdraws_at.is_none_or(|at| settled < at && at < event.schedule.starts_at), "{} {r:?}", event.slug);
                assert!(r.attends.is_none_or(|a| settled < a.at && r.withdraws_at.is_none()), "{} {r:?}", event.slug);
                assert!(r.channel == Channel::Staff || r.proves_at.is_some() || r.attends.is_none());
                assert!(event.place.format != Format::OnSite || r.mode == Mode::OnSite);
            }
        }
    }
}

#[test]
fn the_workshop_is_sold_out_with_people_waiting() {
    for (today, plan) in plans() {
        let workshop = plan.events.iter().find(|e| e.slug.as_str().starts_with("qctr-workshop")).unwrap();
        let (mut taken, mut houses, mut waiting) = (Taken::default(), HashMap::<usize, u32>::new(), 0);
        let mut proofs: Vec<_> = workshop.registrations.iter().filter(|r| r.withdraws_at.is_none()).filter_map(|r| Some((r.proves_at?, r))).collect();
        proofs.sort_by_key(|(at, _)| *at);
        for (_, r) in proofs {
            let person = &plan.people[r.person];
            let who = Applicant { sector: person.sector, organisation: Some(OrganisationId(person.organisation as i64)) };
            let house = houses.entry(person.organisation).or_default();
            if obstacle(&workshop.seats.on_site, &taken, *house, &who, false).is_none() {
                taken.give(person.sector);
                *house += 1;
            } else {
                waiting += 1;
            }
        }
        assert_eq!(taken.total(), 40, "{today}");
        assert!(waiting >= 8, "{today}: {waiting} waiting");
    }
}

#[test]
fn habits_are_lifelike() {
    let plan = plan(1, day("2026-11-23"));
    let past: Vec<_> = of(&plan, "qctr").into_iter().filter(|e| e.registrations.iter().any(|r| r.attends.is_some())).collect();
    let on_site: Vec<_> =
        past.iter().flat_map(|e| &e.registrations).filter(|r| r.mode == Mode::OnSite && r.proves_at.is_some() && r.withdraws_at.is_none()).collect();
    let absent = on_site.iter().filter(|r| r.attends.is_none()).count() * 100 / on_site.len();
    assert!((8..=16).contains(&absent), "{absent} % no-show on site");
    for pair in past.windows(2) {
        let before: HashSet<usize> = pair[0].registrations.iter().map(|r| r.person).collect();
        let again = pair[1].registrations.iter().filter(|r| before.contains(&r.person)).count() * 100 / pair[1].registrations.len();
        assert!((12..=50).contains(&again), "{again} % came the time before");
    }
    let acts: HashSet<Act> = plan.timeline().iter().map(|s| s.act).collect();
    assert_eq!(acts.len(), 6, "every act occurs");
}

#[test]
fn rosters_are_believable() {
    use crate::domain::member::{Function, Phase};
    for (today, plan) in plans() {
        let slugs: Vec<&str> = plan.rosters.iter().map(|roster| roster.platform_slug.as_str()).collect();
        assert_eq!(slugs, ["csi-dpo", "sit", "ren", "cyssap"], "{today}");
        for roster in &plan.rosters {
            assert!(roster.members.len() >= 8, "{today} {}: {}", roster.platform_slug, roster.members.len());
            let seats: HashSet<_> = roster.members.iter().map(|member| member.seat()).collect();
            assert_eq!(seats.len(), roster.members.len(), "{today} {}: nobody holds the same twice", roster.platform_slug);
        }
        let csi_dpo = &plan.rosters[0].members;
        for function in [Function::Csi, Function::Dpo] {
            assert!(
                csi_dpo.iter().any(|member| member.function == function && !member.deputy && member.mandate.is_current(today)),
                "{today} {function}"
            );
        }
        let phases: HashSet<Phase> = csi_dpo.iter().map(|member| member.mandate.phase(today)).collect();
        assert!(phases.is_superset(&[Phase::Current, Phase::Ending, Phase::Ended].into()), "{today}: {phases:?}");
    }
}
