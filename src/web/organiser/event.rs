//! One event: where it stands, and what may be done with it. Publishing a draft.

use actix_web::http::StatusCode;
use actix_web::web;
use fluent_bundle::FluentValue;

use super::words::{gap_words, given_of, labelled};
use super::{follow, see_other};
use crate::app::AppError;
use crate::app::show::EventView;
use crate::domain::event::EventStatus;
use crate::domain::mode::Mode;
use crate::domain::platform::{Audience, Visibility};
use crate::domain::registration::State;
use crate::domain::rsvp::Narrowed;
use crate::domain::sector::Sector;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::view::Link;
use crate::web::view::staff::{Counted, EventPage, Pair, PoolRow, Publish};

/// `GET …/events/{event}`
pub async fn show(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::SeeEvents, &path.1).await?;
    draw(&staff, &view, StatusCode::OK).await
}

/// `POST …/events/{event}/publish`: what is missing is shown where the button was.
pub async fn publish(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let (revision, mut staff) = (posted.revision(), posted.staff);
    let view = staff.event(Action::ManageEvents, &path.1).await?;
    match staff.state.app.publish_event(view.stored.event.id, revision, staff.actor(), staff.now).await {
        Ok(()) => Ok(see_other(&staff.event_href(&view, "?done=published"))),
        Err(AppError::WrongEventState("quarter_closed")) => Ok(see_other(&staff.event_href(&view, "?done=not-published-closed"))),
        Err(AppError::Stale | AppError::Incomplete(_) | AppError::WrongEventState(_)) => {
            let fresh = staff.event(Action::ManageEvents, &path.1).await?;
            // The event's page has sister pages; a button has none.
            staff.rest = format!("/events/{}", fresh.stored.event.slug);
            draw(&staff, &fresh, StatusCode::CONFLICT).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn draw(staff: &Staff, view: &EventView, status: StatusCode) -> Answer {
    let event = &view.stored.event;
    let release = event.seats.release_at.map(|at| {
        let at = FluentValue::from(format::date_time(staff.language, at));
        staff.t_with("staff-release", &[("at", at)])
    });
    let may_manage = staff.may(Action::ManageEvents, view.platform.id);
    let gaps = event.gaps().iter().map(|gap| gap_words(staff, gap)).collect();
    let publish = Publish { action: staff.event_href(view, "/publish"), hidden: staff.tokens_for(view), gaps };
    let can_end = event.status == EventStatus::Published && !event.is_held(staff.now);
    let page = EventPage {
        title: staff.title(view),
        status: event.status.code(),
        status_label: staff.word("event-status", event.status.code()),
        facts: facts(staff, view).await?,
        pools: event.place.format.modes().iter().map(|mode| pool(staff, view, *mode)).collect(),
        release: release.unwrap_or_default(),
        counts: counts(staff, view).await?,
        answers: answers(staff, view).await?,
        actions: actions(staff, view),
        changes: if may_manage { changes(staff, view) } else { Vec::new() },
        call_off: if may_manage && can_end { staff.event_href(view, "/call-off") } else { String::new() },
        publish: (may_manage && event.status == EventStatus::Draft).then_some(publish),
    };
    staff.page(status, &staff.head(page.title.clone()).with_crumbs(staff.crumbs(None)).with_tlp(event.tlp), &page)
}

async fn facts(staff: &Staff, view: &EventView) -> Result<Vec<Pair>, Refusal> {
    let offers = follow::offers_of(staff, &view.stored.event).await?;
    let (event, language) = (&view.stored.event, staff.language);
    let at = |moment| format::date_time(language, moment);
    let mut facts = vec![
        Pair::new(staff.t("staff-platform"), view.platform.name.get_or_any(language)),
        Pair::new(staff.t("staff-edition"), format::quarter(event.edition)),
        Pair::new(staff.t("staff-when"), format::date_time_range(language, event.schedule.starts_at, event.schedule.ends_at)),
        Pair::new(staff.t("staff-format"), staff.word("format", event.place.format.code())),
    ];
    let mut add = |key: &str, value: String| {
        if !value.is_empty() {
            facts.push(Pair::new(staff.t(key), value));
        }
    };
    add("staff-follows", follow::current(&offers, event).map(|offer| offer.title.clone()).unwrap_or_default());
    add("staff-venue", event.place.venue.get_or_any(language).to_owned());
    if staff.may(Action::ManageEvents, view.platform.id) {
        // The link opens the meeting to whoever has it.
        add("staff-join-link", event.place.join_link.clone().unwrap_or_default());
    }
    add("staff-opens", event.schedule.opens_at.map(at).unwrap_or_default());
    add("staff-closes", at(event.schedule.closes_at));
    add("staff-call-off-reason", view.stored.call_off_reason.clone().unwrap_or_default());
    Ok(facts)
}

fn pool(staff: &Staff, view: &EventView, mode: Mode) -> PoolRow {
    let (pool, taken) = (view.stored.event.seats.pool(mode), view.stored.taken(mode));
    let number = |n: u32| format::number(staff.language, i64::from(n));
    let mut rules = Vec::new();
    for sector in Sector::ALL.iter().copied() {
        if let Some(quota) = pool.quotas.of(sector) {
            rules.push(labelled(staff, &staff.word("sector", sector.code()), &given_of(staff, taken.by_sector.of(sector), Some(quota))));
        }
    }
    rules.extend(pool.max_per_organisation.map(|n| staff.t_with("staff-organisation-max", &[("n", FluentValue::from(n))])));
    PoolRow {
        mode: staff.word("mode", mode.code()),
        given: number(taken.total()),
        capacity: pool.capacity.map_or_else(|| staff.t("staff-unlimited"), number),
        left: pool.capacity.map_or_else(String::new, |c| number(c.saturating_sub(taken.total()))),
        waiting: number(view.waiting_for(mode)),
        rules,
    }
}

async fn counts(staff: &Staff, view: &EventView) -> Result<Vec<Pair>, Refusal> {
    if view.stored.event.status == EventStatus::Draft {
        return Ok(Vec::new());
    }
    let app = &staff.state.app;
    let by_state = app.counts_of(view.stored.event.id).await?;
    let present: u32 = app.present_at(view.stored.event.id).await?.values().sum();
    let number = |n: u32| format::number(staff.language, i64::from(n));
    let of = |state: State| by_state.get(&state).copied().unwrap_or(0);
    let mut counts = vec![Pair::new(staff.word("staff-count", State::Confirmed.code()), number(of(State::Confirmed)))];
    for state in [State::Waitlisted, State::AwaitingApproval, State::Pending, State::Withdrawn, State::Cancelled] {
        if of(state) > 0 {
            counts.push(Pair::new(staff.word("staff-count", state.code()), number(of(state))));
        }
    }
    if present > 0 || view.stored.event.schedule.starts_at <= staff.now {
        counts.push(Pair::new(staff.t("staff-count-present"), number(present)));
    }
    Ok(counts)
}

/// How the calendars of those with a seat answer, each number leading to them where the reader may see who they are. Of the two that are
/// rare, declining too late and being asked about it, only what there is.
async fn answers(staff: &Staff, view: &EventView) -> Result<Vec<Counted>, Refusal> {
    if view.stored.event.status == EventStatus::Draft {
        return Ok(Vec::new());
    }
    let counts = staff.state.app.rsvp_counts_of(view.stored.event.id).await?;
    let of = |by: Narrowed| counts.get(&by).copied().unwrap_or(0);
    let given = of(Narrowed::Accepted) + of(Narrowed::Tentative) + of(Narrowed::Declined);
    // Where no answer can come back, that none came says nothing.
    let is_told = given > 0 || of(Narrowed::Asked) > 0 || (of(Narrowed::NeedsAction) > 0 && staff.state.mailroom.sender().takes_answers);
    let shown = |by: &Narrowed| !matches!(by, Narrowed::Declined | Narrowed::Asked) || of(*by) > 0;
    let may_see = staff.may(Action::SeePeople, view.platform.id);
    let order = [Narrowed::Accepted, Narrowed::Tentative, Narrowed::Declined, Narrowed::NeedsAction, Narrowed::Asked];
    let counted = |by: Narrowed| Counted {
        label: staff.word("staff-rsvp", by.code()),
        value: format::number(staff.language, i64::from(of(by))),
        href: match may_see {
            true => staff.event_href(view, &format!("/registrations?state={}&rsvp={by}", State::Confirmed.code())),
            false => String::new(),
        },
    };
    Ok(order.into_iter().filter(|by| is_told && shown(by)).map(counted).collect())
}

fn actions(staff: &Staff, view: &EventView) -> Vec<Link> {
    let (event, platform) = (&view.stored.event, view.platform.id);
    let mut actions = Vec::new();
    let mut offer = |allowed: bool, href: String, key: &str| {
        if allowed {
            actions.push(Link::new(href, staff.t(key)));
        }
    };
    let published = event.status == EventStatus::Published;
    // The first stands out: from the day on it is the door, before that the people.
    let (at_door, early) = (published && staff.may(Action::CheckIn, platform), event.schedule.is_before_the_day(staff.now));
    offer(at_door && !early, staff.event_href(view, "/check-in"), "staff-check-in");
    offer(staff.may(Action::SeePeople, platform), staff.event_href(view, "/registrations"), "staff-registrations");
    offer(published && staff.may(Action::ManageInvitations, platform), staff.event_href(view, "/invitations"), "staff-invitations");
    let takes_guests = published && view.platform.audience == Audience::Members && staff.may(Action::ManageInvitations, platform);
    offer(takes_guests, staff.event_href(view, "/guests"), "staff-guests");
    offer(at_door && early, staff.event_href(view, "/check-in"), "staff-check-in");
    let rooms = event.place.format.offers(Mode::OnSite) && !event.is_held(staff.now);
    offer(at_door && rooms, staff.event_href(view, "/badges.pdf"), "staff-badges");
    let over = published && event.is_held(staff.now);
    offer(over && staff.may(Action::ManageRegistrations, platform), staff.event_href(view, "/attendance"), "staff-attendance-page");
    offer(over && staff.may(Action::ManageRegistrations, platform), staff.event_href(view, "/attestations"), "staff-attestations");
    let shown = view.platform.visibility == Visibility::Public && event.status != EventStatus::Draft;
    offer(shown, format!("/{}/events/{}", staff.language, event.slug), "staff-public-page");
    offer(event.status == EventStatus::Draft, staff.event_href(view, "/preview"), "staff-preview");
    let told = event.status != EventStatus::Draft && staff.may(Action::SeeMail, platform);
    offer(told, staff.event_href(view, "/mails"), "staff-nav-mails");
    let unsent = matches!(event.status, EventStatus::Draft | EventStatus::Published) && !event.is_held(staff.now);
    offer(unsent && staff.may(Action::ManageEvents, platform), staff.event_href(view, "/preview/mail"), "staff-preview-mail");
    actions
}

fn changes(staff: &Staff, view: &EventView) -> Vec<Link> {
    let event = &view.stored.event;
    let mut changes = vec![Link::new(staff.event_href(view, "/texts"), staff.t("staff-edit-texts"))];
    if event.status != EventStatus::CalledOff {
        if !event.is_held(staff.now) {
            changes.push(Link::new(staff.event_href(view, "/reschedule"), staff.t("staff-reschedule")));
        }
        changes.push(Link::new(staff.event_href(view, "/seats"), staff.t("staff-change-seats")));
    }
    changes.push(Link::new(staff.href(&format!("/new?copy={}", event.slug)), staff.t("staff-copy")));
    changes
}
