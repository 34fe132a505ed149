//! What needs somebody of the staff now: events of the day, people in attendance reports, objections, links to join that are missing, requests
//! without an answer, dead letters, drafts that begin soon, and platforms that have nothing planned. Each with those roles only that can
//! do something about it.

use std::collections::BTreeMap;

use chrono::Duration;

use super::organisations::sectors::events_to_decide;
use super::show::EventView;
use super::show_mails::Wanted;
use super::{App, AppError};
use crate::clock::Instant;
use crate::db::outbox::MailStatus;
use crate::db::registrations;
use crate::domain::cadence::{Meeting, Period, Standing, standing};
use crate::domain::event::{Event, EventStatus};
use crate::domain::ids::PlatformId;
use crate::domain::mode::Mode;
use crate::domain::platform::Platform;
use crate::domain::registration::State;
use crate::domain::staff::{Action, Grants};
use crate::i18n::format::brussels;

/// A draft is mentioned when it begins within so many days.
const SOON_DAYS: i64 = 60;

/// One thing that waits for somebody.
#[derive(Clone, Debug)]
pub enum ToDo<'a> {
    /// An event takes place today: people are to be checked in.
    CheckIn(&'a EventView),
    /// So many requests for a seat have no answer.
    Requests(&'a EventView, u32),
    /// So many guests are proposed for this event.
    Guests(&'a EventView, u32),
    /// So many people whom attendance reports of this event saw are for staff to decide.
    Sightings(&'a EventView, i64),
    /// So many people say that what is recorded of their presence at this event is not right.
    Objections(&'a EventView, i64),
    /// So many people said another sector than their organisation is registered with.
    Sectors(i64),
    /// So many mails could not be delivered.
    DeadLetters(i64),
    /// So many mails that came in wait for somebody.
    Inbox(i64),
    /// An event that offers online attendance begins within a day, and nobody knows where to join.
    JoinLink(&'a EventView),
    /// A draft begins soon; so many pieces are missing before it can be published.
    Draft(&'a EventView, usize),
    /// So many mandates on this platform's roster end soon.
    Mandates(Platform, u32),
    /// So many mandates on this platform's roster were not confirmed in this quarter.
    Unconfirmed(Platform, u32),
    /// Nothing is published in the period in which this platform should meet.
    Cadence(Platform, Period),
}

impl App {
    /// What waits for somebody with these roles, the most pressing first. `views` are all events that they may see.
    pub async fn to_do<'a>(&self, grants: &Grants, views: &'a [EventView], now: Instant) -> Result<Vec<ToDo<'a>>, AppError> {
        let may = |action, view: &EventView| grants.allow(action, view.platform.id);
        let of_today = views.iter().filter(|view| may(Action::CheckIn, view) && is_today(&view.stored.event, now));
        let mut list: Vec<ToDo<'a>> = of_today.map(ToDo::CheckIn).collect();
        list.extend(views.iter().filter(|view| may(Action::ManageEvents, view) && lacks_join_link(&view.stored.event, now)).map(ToDo::JoinLink));
        for view in views.iter().filter(|view| may(Action::ManageRegistrations, view) && takes_answers(view, now)) {
            let event = view.stored.event.id;
            let counts = self.db.read(move |conn| Ok::<_, AppError>(registrations::counts(conn, event)?)).await?;
            let waiting = counts.get(&State::AwaitingApproval).copied().unwrap_or(0);
            list.extend((waiting > 0).then_some(ToDo::Requests(view, waiting)));
        }
        let proposed = self.open_guests().await?;
        let guests = views.iter().filter(|view| may(Action::ManageInvitations, view));
        list.extend(guests.filter_map(|view| Some(ToDo::Guests(view, *proposed.get(&view.stored.event.id)?))));
        let unsure = self.open_sightings().await?;
        let sightings = views.iter().filter(|view| may(Action::ManageRegistrations, view));
        list.extend(sightings.filter_map(|view| Some(ToDo::Sightings(view, *unsure.get(&view.stored.event.id)?))));
        let objected = self.open_objections().await?;
        let objections = views.iter().filter(|view| may(Action::ManageRegistrations, view));
        list.extend(objections.filter_map(|view| Some(ToDo::Objections(view, *objected.get(&view.stored.event.id)?))));
        let cases = self.sector_case_count(events_to_decide(grants, views, now)).await?;
        list.extend((cases > 0).then_some(ToDo::Sectors(cases)));
        if grants.allow_somewhere(Action::SeeMail) {
            let dead = self.mail_count_for(grants, Wanted { status: Some(MailStatus::Failed), ..Wanted::default() }).await?;
            list.extend((dead > 0).then_some(ToDo::DeadLetters(dead)));
            let came_in = self.inbound_open(grants).await?;
            list.extend((came_in > 0).then_some(ToDo::Inbox(came_in)));
        }
        let drafts = views.iter().filter(|view| may(Action::ManageEvents, view) && is_draft_of_soon(&view.stored.event, now));
        list.extend(drafts.map(|view| ToDo::Draft(view, view.stored.event.gaps().len())));
        if grants.allow_somewhere(Action::ManageMembers) {
            let rosters = self.rosters_for(grants, brussels(now).0).await?;
            let managed = rosters.into_iter().filter(|(platform, counts)| counts.ending > 0 && grants.allow(Action::ManageMembers, platform.id));
            list.extend(managed.map(|(platform, counts)| ToDo::Mandates(platform, counts.ending)));
            let unconfirmed = self.unconfirmed_for(grants, brussels(now).0).await?;
            list.extend(unconfirmed.into_iter().map(|(platform, n)| ToDo::Unconfirmed(platform, n)));
        }
        let platforms = self.platforms().await?;
        let managed = platforms.into_iter().filter(|platform| grants.allow(Action::ManageEvents, platform.id));
        list.extend(at_risk(managed, views, now).into_iter().map(|(platform, period)| ToDo::Cadence(platform, period)));
        Ok(list)
    }
}

fn is_today(event: &Event, now: Instant) -> bool {
    event.status == EventStatus::Published && brussels(event.schedule.starts_at).0 <= brussels(now).0 && now < event.schedule.ends_at
}

fn lacks_join_link(event: &Event, now: Instant) -> bool {
    let begins_within_a_day = event.schedule.starts_at < now + Duration::days(1) && now < event.schedule.ends_at;
    event.status == EventStatus::Published && begins_within_a_day && event.place.format.offers(Mode::Online) && event.place.join_link.is_none()
}

/// A request counts as long as its event is to come.
fn takes_answers(view: &EventView, now: Instant) -> bool {
    view.platform.needs_approval() && view.stored.event.status == EventStatus::Published && now < view.stored.event.schedule.ends_at
}

fn is_draft_of_soon(event: &Event, now: Instant) -> bool {
    event.status == EventStatus::Draft && event.schedule.ends_at > now && event.schedule.starts_at < now + Duration::days(SOON_DAYS)
}

/// The published events of each platform, as its cadence counts them.
pub(super) fn meetings(views: &[EventView], now: Instant) -> BTreeMap<PlatformId, Vec<Meeting>> {
    let mut meetings: BTreeMap<_, Vec<Meeting>> = BTreeMap::new();
    for event in views.iter().map(|view| &view.stored.event).filter(|event| event.status == EventStatus::Published) {
        let meeting = Meeting { day: brussels(event.schedule.starts_at).0, is_held: event.is_held(now) };
        meetings.entry(event.platform_id).or_default().push(meeting);
    }
    meetings
}

/// The platforms that have nothing published in the running period of their cadence.
fn at_risk(platforms: impl Iterator<Item = Platform>, views: &[EventView], now: Instant) -> Vec<(Platform, Period)> {
    let meetings = meetings(views, now);
    platforms
        .filter_map(|platform| {
            let (period, stands) = standing(platform.cadence, brussels(now).0, meetings.get(&platform.id).map_or(&[][..], Vec::as_slice))?;
            (stands == Standing::AtRisk).then_some((platform, period))
        })
        .collect()
}
