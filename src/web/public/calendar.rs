//! Calendar files to download: one public event, and the invitation of a personal page.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};

use crate::app::show::EventView;
use crate::calendar::feed::PublicEvent;
use crate::domain::event::EventStatus;
use crate::domain::language::Language;
use crate::domain::mail_tag::Tag;
use crate::domain::mode::Mode;
use crate::mail::message::{Links, Message};
use crate::web::error::{Answer, Refusal};
use crate::web::extract::preferred;
use crate::web::state::State;
use crate::web::view::public::Fault;

/// `GET /events/{event}.ics`, in the language of `?lang=`, else the browser's.
pub async fn event(request: HttpRequest, path: web::Path<String>, query: web::Query<LanguageQuery>, state: web::Data<State>) -> Answer {
    let view = state.app.public_event(&path).await?;
    let language = query.lang.as_deref().and_then(Language::from_code).or_else(|| preferred(&request)).unwrap_or(Language::En);
    let ics = public_event(&state, language, &view).to_ics();
    let file = header::ContentDisposition::attachment(format!("{}.ics", view.stored.event.slug));
    Ok(HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8; method=PUBLISH")
        .insert_header(file)
        .insert_header((header::VARY, "Accept-Language"))
        .insert_header((header::CACHE_CONTROL, "public, max-age=300"))
        .body(ics))
}

/// `GET /{lang}/r/{token}/invitation.ics`: the invitation as it would be sent now, for who has a seat.
pub async fn invitation(path: web::Path<(String, String)>, state: web::Data<State>) -> Answer {
    let view = state.app.registration_by_token(&path.1).await?;
    if view.row.state != crate::domain::registration::State::Confirmed || view.shut.is_some() {
        return Err(Fault::NotFound.into());
    }
    let (mail, event) = state.app.invitation(&view, state.app.now());
    let answers = state.mailroom.sender().tagged(&state.app.secrets.mail_tag(Tag::Answer(view.row.id)));
    let links = Links::new(&state.site.base_url, mail.language, &event, &path.1).answered_at(answers);
    let made = state.mailroom.calendar(Message { mail: &mail, event: Some(&event), links: &links }).map_err(|error| {
        tracing::error!(error = %error, "an invitation could not be made");
        Refusal::from(Fault::Internal)
    })?;
    let object = made.ok_or(Fault::NotFound)?;
    let file = header::ContentDisposition::attachment("invite.ics");
    Ok(HttpResponse::Ok().content_type("text/calendar; charset=utf-8; method=REQUEST").insert_header(file).body(object))
}

/// In which language.
#[derive(Debug, Default, serde::Deserialize)]
pub struct LanguageQuery {
    lang: Option<String>,
}

fn public_event(state: &State, language: Language, view: &EventView) -> PublicEvent {
    let event = &view.stored.event;
    let url = format!("{}/{language}/events/{}", state.site.base_url, event.slug);
    let venue = if event.place.format.offers(Mode::OnSite) {
        event.place.venue.get_or_any(language).to_owned()
    } else {
        state.texts().mode(language, Mode::Online)
    };
    let agenda: String = event
        .agenda
        .iter()
        .map(|item| {
            let title =
                item.withheld().map_or_else(|| item.title.get_or_any(language).to_owned(), |tlp| state.texts().agenda_withheld(language, tlp));
            format!("\n{} {title}", crate::i18n::format::bare_time(language, item.at))
        })
        .collect();
    PublicEvent {
        slug: event.slug.to_string(),
        domain: state.site.domain.clone(),
        sequence: event.sequence,
        edited_at: view.stored.updated_at,
        tlp: event.tlp,
        title: event.title.get_or_any(language).to_owned(),
        neutral_title: state.texts().t(language, "mail-common-neutral_title", &[]),
        description: format!("{}\n{agenda}\n\n{url}", event.summary.get_or_any(language)),
        location: venue,
        url,
        starts_at: event.schedule.starts_at,
        ends_at: event.schedule.ends_at,
        called_off: event.status == EventStatus::CalledOff,
    }
}
