//! The page behind the question whether a mandate still holds: it does, or it is over.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::{page, see_other};
use crate::app::roster::confirm::{QuestionView, Standing};
use crate::app::secrets;
use crate::clock::Instant;
use crate::domain::language::Language;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::{client_address, language};
use crate::web::limits::Kind;
use crate::web::state::State;
use crate::web::view::Head;
use crate::web::view::public::{Fault, MandateInput, MandatePage};

/// The form as it is sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Form {
    csrf: String,
}

struct Visit {
    language: Language,
    token: String,
    view: QuestionView,
    now: Instant,
}

impl Visit {
    async fn open(state: &State, path: &(String, String)) -> Result<Self, Refusal> {
        let (language, now) = (language(&path.0)?, state.app.now());
        let view = state.app.question_by_token(&path.1, now).await?;
        Ok(Self { language, token: path.1.clone(), view, now })
    }

    /// A visit that changes something: limited, and from a form of ours.
    async fn act(request: &HttpRequest, state: &State, path: &(String, String), form: &Form) -> Result<Self, Refusal> {
        state.limits.check(Kind::Personal, client_address(request, state)).map_err(Fault::TooMany)?;
        let visit = Self::open(state, path).await?;
        let is_ours = state.app.secrets.check_form_token(&form_name(&visit.token), &form.csrf, visit.now);
        if is_ours { Ok(visit) } else { Err(Fault::FormExpired.into()) }
    }

    fn address(&self) -> String {
        format!("/{}/m/{}", self.language, self.token)
    }
}

fn form_name(token: &str) -> String {
    format!("mandate:{}", secrets::hash(token))
}

/// `GET /{lang}/m/{token}`: changes nothing, whoever follows the link.
pub async fn show(path: web::Path<(String, String)>, state: web::Data<State>) -> Answer {
    let visit = Visit::open(&state, &path).await?;
    draw(&state, &visit, false)
}

/// `POST /{lang}/m/{token}/confirm`: it holds. Twice shows the same.
pub async fn confirm(request: HttpRequest, path: web::Path<(String, String)>, form: web::Form<Form>, state: web::Data<State>) -> Answer {
    let visit = Visit::act(&request, &state, &path, &form).await?;
    state.app.confirm_mandate(&visit.token, visit.now).await?;
    Ok(see_other(&visit.address()))
}

/// `GET /{lang}/m/{token}/end`: says what it means and asks; changes nothing either.
pub async fn ask_end(path: web::Path<(String, String)>, state: web::Data<State>) -> Answer {
    let visit = Visit::open(&state, &path).await?;
    if visit.view.standing == Standing::Ended {
        return Ok(see_other(&visit.address()));
    }
    draw(&state, &visit, true)
}

/// `POST /{lang}/m/{token}/end`: it is over. Twice shows the same.
pub async fn end(request: HttpRequest, path: web::Path<(String, String)>, form: web::Form<Form>, state: web::Data<State>) -> Answer {
    let visit = Visit::act(&request, &state, &path, &form).await?;
    state.app.give_up_mandate(&visit.token, visit.now).await?;
    Ok(see_other(&visit.address()))
}

fn draw(state: &State, visit: &Visit, asks_end: bool) -> Answer {
    let input = MandateInput {
        path: visit.address(),
        csrf: state.app.secrets.form_token(&form_name(&visit.token), visit.now)?,
        platform: visit.view.platform.name.get_or_any(visit.language),
        member: &visit.view.member,
        quarter: visit.view.quarter,
        standing: visit.view.standing,
        asks_end,
        contact: &state.site.contact,
    };
    let shown = MandatePage::new(state.texts(), visit.language, input);
    let rest = format!("/m/{}{}", visit.token, if asks_end { "/end" } else { "" });
    page(state, StatusCode::OK, &Head::personal(visit.language, &rest, shown.heading.clone()), &shown)
}
