//! The page that sends somebody on to the meeting. Opening it changes nothing, whoever follows the link; its button keeps that they went.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::home::facts;
use super::{page, see_other};
use crate::app::join::JoinView;
use crate::app::{AppError, secrets};
use crate::clock::Instant;
use crate::domain::join::Joining;
use crate::domain::language::Language;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::language;
use crate::web::frame::Policy;
use crate::web::limits::Kind;
use crate::web::state::State;
use crate::web::view::Head;
use crate::web::view::public::{Door, Fault, JoinInput, JoinPage};

/// What the button sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Form {
    csrf: String,
}

struct Visit {
    language: Language,
    token: String,
    view: JoinView,
    now: Instant,
}

impl Visit {
    async fn open(state: &State, path: &(String, String)) -> Result<Self, Refusal> {
        let (language, now) = (language(&path.0)?, state.app.now());
        let view = state.app.join_by_token(&path.1, now).await?;
        Ok(Self { language, token: path.1.clone(), view, now })
    }

    fn form_name(&self) -> String {
        format!("join:{}", secrets::hash(&self.token))
    }
}

/// `GET /{lang}/j/{token}`: changes nothing.
pub async fn show(path: web::Path<(String, String)>, state: web::Data<State>) -> Answer {
    let visit = Visit::open(&state, &path).await?;
    draw(&state, &visit, StatusCode::OK)
}

/// `POST /{lang}/j/{token}`: keeps that they went, and sends them on.
///
/// Counted by link and not by address: a whole house behind one address joins in the same minute.
pub async fn join(path: web::Path<(String, String)>, form: web::Form<Form>, state: web::Data<State>) -> Answer {
    let visit = Visit::open(&state, &path).await?;
    state.limits.check_key(Kind::Personal, &visit.form_name()).map_err(Fault::TooMany)?;
    if !state.app.secrets.check_form_token(&visit.form_name(), &form.csrf, visit.now) {
        return Err(Fault::FormExpired.into());
    }
    let event = &visit.view.event.stored.event;
    match state.app.join(event.id, visit.view.registration, visit.now).await {
        Ok(link) => Ok(onward(&link)),
        Err(AppError::WrongEventState(_) | AppError::MandateEnded(_)) => draw(&state, &Visit::open(&state, &path).await?, StatusCode::CONFLICT),
        // The meeting begins whether we can write or not: they are let in, and the report of the meeting service says that they were there.
        Err(error @ (AppError::Busy | AppError::Fault(_))) => match (visit.view.joining, visit.view.shut, &event.place.join_link) {
            (Joining::Open, None, Some(link)) => {
                tracing::error!(event = %event.slug, error = %error, "somebody was sent on to the meeting, and it could not be kept");
                Ok(onward(link))
            }
            _ => Err(error.into()),
        },
        Err(other) => Err(other.into()),
    }
}

fn onward(link: &str) -> HttpResponse {
    with_policy(see_other(link))
}

/// What the browser holds the redirect to, and those that follow.
fn with_policy(mut answer: HttpResponse) -> HttpResponse {
    answer.extensions_mut().insert(Policy::ONWARD);
    answer
}

fn draw(state: &State, visit: &Visit, status: StatusCode) -> Answer {
    let view = &visit.view;
    let platform = view.event.platform.name.get_or_any(visit.language);
    let event = &view.event.stored.event;
    let input = JoinInput {
        door: view.shut.map(|shut| Door { shut, platform, contact: &state.site.contact }),
        path: format!("/{}/j/{}", visit.language, visit.token),
        csrf: state.app.secrets.form_token(&visit.form_name(), visit.now)?,
        event: facts(state, visit.language, &view.event),
        is_confidential: event.tlp.is_confidential(),
        joining: view.joining,
        contact: &state.site.contact,
    };
    let shown = JoinPage::new(state.texts(), visit.language, input);
    let head = Head::personal(visit.language, &format!("/j/{}", visit.token), shown.heading.clone());
    Ok(with_policy(page(state, status, &head, &shown)?))
}
