//! Calendar files: one public event, the invitation of a personal page, and the calendars to subscribe to, of a public platform and of a
//! person. A calendar program looks every hour: what did not change is answered by 304 and nothing else.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, ContentDisposition, HeaderValue, HttpDate, LastModified};
use actix_web::{HttpRequest, HttpResponse, web};

use super::personal::{Done, Form, Visit};
use crate::app::calendar_feeds::OwnEvent;
use crate::app::{AppError, secrets};
use crate::calendar::feed::Feed;
use crate::clock::Instant;
use crate::domain::language::Language;
use crate::domain::mail_tag::Tag;
use crate::mail::message::{Links, Message};
use crate::web::error::{Answer, Refusal};
use crate::web::extract::preferred;
use crate::web::state::State;
use crate::web::view::public::Fault;
use crate::web::view::public::calendar::{own, published};

/// The same for everybody, and as old as five minutes at most.
const PUBLIC: &str = "public, max-age=300";
/// Kept by its owner's program alone, which asks each time whether it still holds: so a 304 is possible, and a renewed address opens
/// nothing that was kept.
const PRIVATE: &str = "private, no-cache";

/// `GET /events/{event}.ics`, in the language of `?lang=`, else the browser's.
pub async fn event(request: HttpRequest, path: web::Path<String>, query: web::Query<LanguageQuery>, state: web::Data<State>) -> Answer {
    let view = state.app.public_event(&path).await?;
    let language = query.language(&request);
    let ics = published(state.texts(), &state.site, language, &view.stored).to_ics();
    let file = File { name: format!("{}.ics", view.stored.event.slug), changed_at: Some(view.stored.updated_at), kept: PUBLIC };
    Ok(file.answer(&request, ics))
}

/// `GET /calendar/{platform}.ics`: the events of a public platform, in the language of `?lang=`, else the browser's.
pub async fn platform(request: HttpRequest, path: web::Path<String>, query: web::Query<LanguageQuery>, state: web::Data<State>) -> Answer {
    let found = state.app.platform_feed(&path, state.app.now()).await?;
    let language = query.language(&request);
    let events = found.events.iter().map(|stored| published(state.texts(), &state.site, language, stored)).collect();
    let feed = Feed { name: found.platform.name.get_or_any(language).to_owned(), events };
    let file = File { name: format!("{}.ics", found.platform.slug), changed_at: feed.changed_at(), kept: PUBLIC };
    Ok(file.answer(&request, feed.to_ics()))
}

/// `GET /calendar/p/{secret}.ics`: a person's own events, in their language. It changes nothing, whoever follows the link.
pub async fn person(request: HttpRequest, path: web::Path<String>, state: web::Data<State>) -> Answer {
    let now = state.app.now();
    let found = state.app.personal_feed(&path, now).await?;
    let shown = |event: &OwnEvent| {
        let join = format!("{}/{}/j/{}", state.site.base_url, found.language, state.app.secrets.join_token(event.row.id));
        own(state.texts(), &state.site, found.language, event, join, now)
    };
    let events = found.events.iter().map(shown).collect();
    let feed = Feed { name: state.texts().t(found.language, "calendar-own-name", &[]), events };
    let file = File { name: "events.ics".to_owned(), changed_at: feed.changed_at(), kept: PRIVATE };
    Ok(file.answer(&request, feed.to_ics()))
}

/// `POST /{lang}/r/{token}/calendar`: another address for the calendar of its owner; the old one opens nothing any more.
pub async fn renew(request: HttpRequest, path: web::Path<(String, String)>, form: web::Form<Form>, state: web::Data<State>) -> Answer {
    let visit = Visit::act(&request, &state, &path, &form).await?;
    if visit.view.shut.is_some() {
        return Err(Fault::NotFound.into());
    }
    match state.app.renew_feed(visit.view.row.id, visit.now).await {
        Ok(()) => Ok(visit.back(Done::Renewed)),
        Err(AppError::WrongState(_)) => Err(Fault::Conflict.into()),
        Err(other) => Err(other.into()),
    }
}

/// `GET /{lang}/r/{token}/invitation.ics`: the invitation as it would be sent now, for who has a seat.
pub async fn invitation(path: web::Path<(String, String)>, state: web::Data<State>) -> Answer {
    let view = state.app.registration_by_token(&path.1).await?;
    if view.row.state != crate::domain::registration::State::Confirmed || view.shut.is_some() {
        return Err(Fault::NotFound.into());
    }
    let (mail, event) = state.app.invitation(&view, state.app.now());
    let answers = state.mailroom.sender().tagged(&state.app.secrets.mail_tag(Tag::Answer(view.row.id)));
    let links = Links::new(&state.site.base_url, mail.language, &event, &path.1).answered_at(answers).joined_at(
        &state.site.base_url,
        mail.language,
        &state.app.secrets.join_token(view.row.id),
    );
    let made = state.mailroom.calendar(Message { mail: &mail, event: Some(&event), links: &links }).map_err(|error| {
        tracing::error!(error = %error, "an invitation could not be made");
        Refusal::from(Fault::Internal)
    })?;
    let object = made.ok_or(Fault::NotFound)?;
    let file = ContentDisposition::attachment("invite.ics");
    Ok(HttpResponse::Ok().content_type("text/calendar; charset=utf-8; method=REQUEST").insert_header(file).body(object))
}

/// In which language.
#[derive(Debug, Default, serde::Deserialize)]
pub struct LanguageQuery {
    lang: Option<String>,
}

impl LanguageQuery {
    fn language(&self, request: &HttpRequest) -> Language {
        self.lang.as_deref().and_then(Language::from_code).or_else(|| preferred(request)).unwrap_or(Language::En)
    }
}

/// What is said of a calendar file beside it.
struct File {
    name: String,
    changed_at: Option<Instant>,
    kept: &'static str,
}

impl File {
    /// The file, or that the asker has it already. Its tag is made of its octets: the same events give the same tag, whichever process
    /// answers. Only the tag decides: an event that left the calendar makes it no newer.
    fn answer(self, request: &HttpRequest, ics: String) -> HttpResponse {
        let tag = format!("\"{}\"", secrets::hash(&ics));
        let is_known = is_known(request, &tag);
        let mut answer = HttpResponse::build(if is_known { StatusCode::NOT_MODIFIED } else { StatusCode::OK });
        answer.insert_header((header::ETAG, tag)).insert_header((header::CACHE_CONTROL, self.kept));
        if self.kept == PUBLIC {
            answer.insert_header((header::VARY, HeaderValue::from_static("Accept-Language")));
        }
        if let Some(at) = self.changed_at {
            answer.insert_header(LastModified(HttpDate::from(std::time::SystemTime::from(at))));
        }
        if is_known {
            return answer.finish();
        }
        let content = "text/calendar; charset=utf-8; method=PUBLISH";
        answer.content_type(content).insert_header(ContentDisposition::attachment(self.name)).body(ics)
    }
}

/// Whether the asker has this already (RFC 9110 §13.1.2: weakly compared, any of a list, or `*`).
fn is_known(request: &HttpRequest, tag: &str) -> bool {
    let said = request.headers().get_all(header::IF_NONE_MATCH).filter_map(|value| value.to_str().ok());
    said.flat_map(|list| list.split(',')).map(str::trim).any(|known| known == "*" || known.trim_start_matches("W/") == tag)
}
