//! The page behind a seat that a colleague offers: take it over, or say no. The address is the offer's, always.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::home::facts;
use super::{page, see_other};
use crate::app::answer_offer::Takeover;
use crate::app::offers::OfferView;
use crate::app::{AppError, secrets};
use crate::clock::Instant;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::State as Stands;
use crate::domain::substitute::{Refusal as Kept, State as Offered, answer_before};
use crate::domain::text::PersonName;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::{client_address, language};
use crate::web::limits::Kind;
use crate::web::state::State;
use crate::web::view::public::{Door, Fault, OfferInput, OfferPage};
use crate::web::view::{Flash, Head, TextField};

/// The form as it is sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Form {
    csrf: String,
    name: String,
    language: String,
    /// The way of attending that the page showed.
    mode: String,
}

struct Visit {
    language: Language,
    token: String,
    view: OfferView,
    now: Instant,
}

impl Visit {
    async fn open(state: &State, path: &(String, String)) -> Result<Self, Refusal> {
        let language = language(&path.0)?;
        let view = state.app.offer_by_token(&path.1).await?;
        Ok(Self { language, token: path.1.clone(), view, now: state.app.now() })
    }

    /// A visit that changes something: limited, and from a form of ours.
    async fn act(request: &HttpRequest, state: &State, path: &(String, String), form: &Form) -> Result<Self, Refusal> {
        state.limits.check(Kind::Personal, client_address(request, state)).map_err(Fault::TooMany)?;
        let visit = Self::open(state, path).await?;
        let is_ours = state.app.secrets.check_form_token(&form_name(&visit.token), &form.csrf, visit.now);
        if is_ours { Ok(visit) } else { Err(Fault::FormExpired.into()) }
    }

    fn address(&self) -> String {
        format!("/{}/s/{}", self.language, self.token)
    }

    fn preset(&self) -> (TextField, String) {
        (TextField::with(&self.view.row.name), self.view.row.language.code().to_owned())
    }
}

fn form_name(token: &str) -> String {
    format!("offer:{}", secrets::hash(token))
}

/// `GET /{lang}/s/{token}`: changes nothing, whoever follows the link.
pub async fn show(path: web::Path<(String, String)>, state: web::Data<State>) -> Answer {
    let visit = Visit::open(&state, &path).await?;
    draw(&state, &visit, StatusCode::OK, false, visit.preset(), Vec::new())
}

/// `GET /{lang}/s/{token}/decline`: asks; changes nothing either.
pub async fn ask_decline(path: web::Path<(String, String)>, state: web::Data<State>) -> Answer {
    let visit = Visit::open(&state, &path).await?;
    if visit.view.row.state != Offered::Open {
        return Ok(see_other(&visit.address()));
    }
    draw(&state, &visit, StatusCode::OK, true, visit.preset(), Vec::new())
}

/// `POST /{lang}/s/{token}/accept`: the seat changes hands. Twice shows the same.
pub async fn accept(request: HttpRequest, path: web::Path<(String, String)>, form: web::Form<Form>, state: web::Data<State>) -> Answer {
    let visit = Visit::act(&request, &state, &path, &form).await?;
    let name = match PersonName::parse(&form.name) {
        Ok(name) => name,
        Err(fault) => {
            let error = state.texts().t(visit.language, &format!("error-name-{}", fault.code()), &[]);
            let typed = TextField { value: form.name.chars().take(300).collect(), error };
            return draw(&state, &visit, StatusCode::UNPROCESSABLE_ENTITY, false, (typed, form.language.clone()), Vec::new());
        }
    };
    let language = Language::from_code(&form.language).unwrap_or(visit.view.row.language);
    let seen = Mode::from_code(&form.mode).ok_or(Fault::BadRequest)?;
    let done = state.app.accept_offer(visit.view.row.event_id, visit.view.row.id, Takeover { name, language, seen }, visit.now).await;
    answered(&state, &path, done.map(drop)).await
}

/// `POST /{lang}/s/{token}/decline`
pub async fn decline(request: HttpRequest, path: web::Path<(String, String)>, form: web::Form<Form>, state: web::Data<State>) -> Answer {
    let visit = Visit::act(&request, &state, &path, &form).await?;
    let done = state.app.decline_offer(visit.view.row.event_id, visit.view.row.id, visit.now).await;
    answered(&state, &path, done).await
}

/// Back to the page, which says how things stand; what cannot be done, it says as well, as it stands now.
async fn answered(state: &State, path: &(String, String), done: Result<(), AppError>) -> Answer {
    let flash = match done {
        Ok(()) => return Ok(see_other(&format!("/{}/s/{}", path.0, path.1))),
        Err(AppError::Substitute(_)) => None,
        Err(AppError::Stale) => Some("offer-mode-changed"),
        Err(other) => return Err(other.into()),
    };
    let visit = Visit::open(state, path).await?;
    let flash = flash.map(|key| Flash { tone: "stop", text: state.texts().t(visit.language, key, &[]) });
    draw(state, &visit, StatusCode::CONFLICT, false, visit.preset(), flash.into_iter().collect())
}

fn draw(state: &State, visit: &Visit, status: StatusCode, asks_decline: bool, (name, mails_in): (TextField, String), flashes: Vec<Flash>) -> Answer {
    let view = &visit.view;
    let event = &view.event.stored.event;
    let platform = view.event.platform.name.get_or_any(visit.language);
    let refusal = view.refusal.or(view.is_outside.then_some(Kept::Over));
    let is_seated = view.row.state == Offered::Accepted && view.taken == Some(Stands::Confirmed);
    let input = OfferInput {
        door: view.shut.map(|shut| Door { shut, platform, contact: &state.site.contact }),
        is_outside: view.is_outside,
        path: visit.address(),
        csrf: state.app.secrets.form_token(&form_name(&visit.token), visit.now)?,
        event: facts(state, visit.language, &view.event),
        offered: view.row.state,
        is_seated,
        refusal,
        asker: &view.seat.name,
        organisation: &view.seat.organisation_name,
        mode: view.seat.mode,
        before: answer_before(view.row.asked_at.0, event.schedule.starts_at),
        email: &view.row.email,
        name,
        mails_in,
        asks_decline,
        contact: &state.site.contact,
        retention_days: state.site.retention_days,
    };
    let shown = OfferPage::new(state.texts(), visit.language, input);
    let rest = format!("/s/{}{}", visit.token, if shown.asks_decline { "/decline" } else { "" });
    let mut head = Head::personal(visit.language, &rest, shown.heading.clone()).with_errors(!shown.errors.is_empty()).with_flashes(flashes);
    if is_seated {
        head = head.with_state(Stands::Confirmed.code());
    }
    page(state, status, &head, &shown)
}
