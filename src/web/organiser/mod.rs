//! The staff pages: read a form, call one use case, show. Every address starts with `/organiser/{lang}/`.
//!
//! A handler gets its data through [`Staff`] or [`Posted`] and names the action it needs; what somebody may not know of
//! answers 404. Changes end in a redirect, so that loading a page again never repeats one.

pub mod account;
pub mod address;
pub mod answers;
pub mod attendance;
pub mod attestations;
pub mod badges;
pub mod check_in;
pub mod close_quarter;
pub mod dashboard;
pub mod desk;
mod door_list;
pub mod enter;
pub mod event;
pub mod event_form;
pub mod export;
pub mod fields;
pub mod figures;
mod follow;
pub mod guests;
pub mod identity;
pub mod inbox;
pub mod invitations;
pub mod invite;
mod invitees;
pub mod journal;
pub mod mail_previews;
pub mod mails;
mod message_check;
pub mod messages;
pub mod note;
pub mod objections;
pub mod organisations;
pub mod overview;
pub mod passkeys;
mod people_filter;
pub mod plan;
pub mod platforms;
pub mod presence;
pub mod preview;
pub mod promote;
pub mod quarter;
pub mod registrations;
pub mod remind_invited;
pub mod rosters;
pub mod seats;
mod sending_check;
pub mod sign_in;
mod succession;
pub mod users;
pub mod users_ask;
mod words;

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use fluent_bundle::FluentValue;

use super::error::{Answer, Refusal};
use super::extract::staff::{Posted, Staff};
use super::view::staff::FormPage;
use super::view::{Flash, Head, Hidden, Link, View};
use crate::app::AppError;
use crate::app::show::EventView;
use crate::domain::event::Event;
use crate::domain::language::Language;
use crate::domain::platform::Platform;
use crate::domain::staff::{Action, Grants};
use crate::i18n::{Catalogue, format};

impl Staff {
    /// The frame of a page: navigation by role, who is signed in, and a message about what was just done.
    pub fn head(&self, title: impl Into<String>) -> Head {
        Head::staff(self.language, &self.rest, title)
            .signed_in(&self.who.email, &self.who.csrf)
            .with_nav(navigation(self.state.texts(), self.language, &self.who.grants, &self.rest, self.to_read))
            .with_flashes(self.flash().into_iter().collect())
    }

    /// The message that a redirect asked for: a word of ours and a number, never a text.
    fn flash(&self) -> Option<Flash> {
        let code = self.query.get("done");
        if code.is_empty() || !code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') {
            return None;
        }
        let key = format!("staff-done-{code}");
        let known = self.state.texts().has(self.language, &key);
        let n = FluentValue::from(self.query.get("n").parse::<u32>().unwrap_or(0));
        known.then(|| Flash {
            tone: if matches!(code, "nothing" | "not-counted" | "not-published-closed") { "wait" } else { "good" },
            text: self.t_with(&key, &[("n", n)]),
        })
    }

    /// The way from the list of events to an event's part.
    pub fn crumbs(&self, event: Option<&EventView>) -> Vec<Link> {
        let mut crumbs = vec![Link::new(self.href("/"), self.t("staff-nav-events"))];
        crumbs.extend(event.map(|view| Link::new(self.event_href(view, ""), self.title(view))));
        crumbs
    }

    /// The frame of a page about an event: the way to it, and the event's TLP label.
    pub fn event_head(&self, view: &EventView, title: impl Into<String>) -> Head {
        self.head(title).with_crumbs(self.crumbs(Some(view))).with_tlp(view.stored.event.tlp)
    }

    /// The address of an event's page or part.
    pub fn event_href(&self, view: &EventView, part: &str) -> String {
        self.href(&format!("/events/{}{part}", view.stored.event.slug))
    }

    /// An event's title, in any language while a draft lacks the page's.
    pub fn title(&self, view: &EventView) -> String {
        self.title_of(&view.stored.event)
    }

    /// [`Staff::title`] of an event alone.
    pub fn title_of(&self, event: &Event) -> String {
        let title = event.title.get_or_any(self.language);
        if title.is_empty() { event.slug.to_string() } else { format::unbroken(title) }
    }

    /// An event if this action is allowed with it.
    ///
    /// # Errors
    /// 404 or 403, as the use case says.
    pub async fn event(&self, action: Action, slug: &str) -> Result<EventView, Refusal> {
        Ok(self.state.app.event_for(&self.who.grants, action, slug).await?)
    }

    /// A platform by its address part, if this action is allowed with it.
    ///
    /// # Errors
    /// 404 or 403, as the use case says.
    pub async fn platform(&self, action: Action, slug: &str) -> Result<Platform, Refusal> {
        Ok(self.state.app.platform_for(&self.who.grants, action, slug).await?)
    }

    /// The sign-in's token for a form.
    pub fn token(&self) -> Vec<Hidden> {
        vec![Hidden::new("csrf", &self.who.csrf)]
    }

    /// Tokens of a form that changes an event: the sign-in's and the revision it starts from.
    pub fn tokens_for(&self, view: &EventView) -> Vec<Hidden> {
        vec![Hidden::new("csrf", &self.who.csrf), Hidden::new("revision", view.stored.event.revision.to_string())]
    }

    /// Draws a page.
    ///
    /// # Errors
    /// 500.
    pub fn page<V: View>(&self, status: StatusCode, head: &Head, view: &V) -> Answer {
        Ok(HttpResponse::build(status).content_type("text/html; charset=utf-8").body(self.state.pages.draw(head, view)?))
    }

    /// Draws a form, of an event or without one, with its faults when there are any.
    ///
    /// # Errors
    /// 500.
    pub fn form(&self, event: Option<&EventView>, page: FormPage, faults: &[(String, String)]) -> Answer {
        let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        let title = page.heading.clone();
        let head = event.map_or_else(|| self.head(title.clone()).with_crumbs(self.crumbs(None)), |view| self.event_head(view, title.clone()));
        self.page(status, &head.with_errors(!faults.is_empty()), &page.with_faults(faults))
    }
}

/// The sections of the staff pages that these roles open, with the one that an address is in marked, and how many mails are to be read.
pub(crate) fn navigation(texts: &Catalogue, language: Language, grants: &Grants, rest: &str, to_read: i64) -> Vec<Link> {
    let sections = [
        ("/", "staff-nav-events", Action::SeeEvents),
        ("/platforms", "staff-nav-platforms", Action::SeeEvents),
        ("/rosters", "staff-nav-rosters", Action::SeeMembers),
        ("/organisations", "staff-nav-organisations", Action::SeeOrganisations),
        ("/dashboard", "staff-nav-dashboard", Action::SeeFigures),
        ("/figures", "staff-nav-figures", Action::SeeFigures),
        ("/inbox", "staff-nav-inbox", Action::SeeMail),
        ("/mails", "staff-nav-mails", Action::SeeMail),
        ("/journal", "staff-nav-journal", Action::SeeJournal),
        ("/users", "staff-nav-users", Action::Administer),
    ];
    let path = rest.split('?').next().unwrap_or("/");
    let is_here = |start: &str| if start == "/" { path == "/" || path.starts_with("/events") || path == "/new" } else { path.starts_with(start) };
    let link = |(start, key, _): &(&str, &str, Action)| Link {
        current: is_here(start),
        count: if *start == "/inbox" && to_read > 0 { format::number(language, to_read) } else { String::new() },
        ..Link::new(format!("/organiser/{language}{start}"), texts.t(language, key, &[]))
    };
    // Users work on all platforms: a role on one is not enough for their page.
    let open = |action| if action == Action::Administer { grants.allow_everywhere(action) } else { grants.allow_somewhere(action) };
    sections.iter().filter(|(_, _, action)| open(*action)).map(link).collect()
}

/// To a page after a change.
pub(crate) fn see_other(to: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, to)).finish()
}

impl Posted {
    /// The event as the form saw it: a form with a fault is shown again over the revision that it started from, so that what somebody
    /// else saved since is still noticed.
    pub fn seen(&self, mut view: EventView) -> EventView {
        view.stored.event.revision = self.revision().unwrap_or(view.stored.event.revision);
        view
    }

    /// The revision the form started from; one that is no number is older than any.
    pub fn revision(&self) -> Option<i32> {
        Some(self.fields.get("revision").parse().unwrap_or(-1))
    }

    /// The faults that a refused change shows in its form; what is no matter of the form becomes a page of its own.
    ///
    /// # Errors
    /// The refusal, when words in a form would not help.
    pub fn faults(&self, error: AppError) -> Result<Vec<(String, String)>, Refusal> {
        words::explained(&self.staff, &error).ok_or_else(|| error.into())
    }
}
