//! The page behind a personal invitation: accept, decline, think better of it. The address is the invitation's, always.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use fluent_bundle::FluentValue;
use serde::Deserialize;

use super::home::{facts, seats};
use super::{page, see_other};
use crate::app::answer_invitation::Acceptance;
use crate::app::show_invitations::InvitationView;
use crate::app::{AppError, secrets};
use crate::clock::Instant;
use crate::domain::email::EmailAddress;
use crate::domain::invitation::State as Standing;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::State as RegistrationState;
use crate::domain::sector::Sector;
use crate::domain::text::{OrganisationName, PersonName};
use crate::web::error::{Answer, Refusal};
use crate::web::extract::{client_address, language};
use crate::web::limits::Kind;
use crate::web::state::State;
use crate::web::view::Head;
use crate::web::view::public::{Door, Fault, FormErrors, FormInput, InvitationInput, InvitationPage};

/// The form as it is sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Form {
    csrf: String,
    name: String,
    email: String,
    organisation: String,
    sector: String,
    mode: String,
    language: String,
}

struct Visit {
    language: Language,
    token: String,
    view: InvitationView,
    now: Instant,
}

impl Visit {
    async fn open(state: &State, path: &(String, String)) -> Result<Self, Refusal> {
        let language = language(&path.0)?;
        let view = state.app.invitation_by_token(&path.1).await?;
        Ok(Self { language, token: path.1.clone(), view, now: state.app.now() })
    }

    /// A visit that changes something: limited, and from a form of ours.
    async fn act(request: &HttpRequest, state: &State, path: &(String, String)) -> Result<Self, Refusal> {
        state.limits.check(Kind::Personal, client_address(request, state)).map_err(Fault::TooMany)?;
        Self::open(state, path).await
    }

    fn is_ours(&self, state: &State, csrf: &str) -> bool {
        state.app.secrets.check_form_token(&form_name(&self.token), csrf, self.now)
    }

    fn address(&self) -> String {
        format!("/{}/i/{}", self.language, self.token)
    }

    fn modes(&self) -> &'static [Mode] {
        self.view.event.stored.event.place.format.modes()
    }

    /// What is known of the person, to begin with: from the registration they gave up, else from the invitation.
    fn preset(&self) -> FormInput {
        let row = &self.view.row;
        let (name, organisation, sector, mails_in, mode) = match &self.view.registration {
            Some((r, _)) => (&r.name, &r.organisation_name, Some(r.sector), r.language, Some(r.mode)),
            None => (&row.name, &row.organisation_name, row.sector, row.language, None),
        };
        FormInput {
            name: name.clone(),
            email: row.email.clone(),
            organisation: organisation.clone(),
            sector: sector.map_or("", Sector::code).into(),
            // Chosen beforehand: whoever says nothing else comes to the room, as most do.
            mode: mode.filter(|m| self.modes().contains(m)).or(self.modes().first().copied()).map_or("", Mode::code).into(),
            language: mails_in.code().into(),
        }
    }
}

fn form_name(token: &str) -> String {
    format!("invitation:{}", secrets::hash(token))
}

/// `GET /{lang}/i/{token}`: changes nothing, whoever follows the link.
pub async fn show(path: web::Path<(String, String)>, state: web::Data<State>) -> Answer {
    let visit = Visit::open(&state, &path).await?;
    draw(&state, &visit, StatusCode::OK, false, visit.preset(), FormErrors::default())
}

/// `GET /{lang}/i/{token}/decline`: asks; changes nothing either.
pub async fn ask_decline(path: web::Path<(String, String)>, state: web::Data<State>) -> Answer {
    let visit = Visit::open(&state, &path).await?;
    if visit.view.registration.is_some() || visit.view.row.state == Standing::Declined {
        return Ok(see_other(&visit.address()));
    }
    draw(&state, &visit, StatusCode::OK, true, visit.preset(), FormErrors::default())
}

/// `POST /{lang}/i/{token}/accept`: a seat, or a place in line. Twice shows the same.
pub async fn accept(request: HttpRequest, path: web::Path<(String, String)>, form: web::Form<Form>, state: web::Data<State>) -> Answer {
    let visit = Visit::act(&request, &state, &path).await?;
    if !visit.is_ours(&state, &form.csrf) {
        return Err(Fault::FormExpired.into());
    }
    let acceptance = match read(&state, &visit, &form) {
        Ok(acceptance) => acceptance,
        Err(wrong) => return draw(&state, &visit, StatusCode::UNPROCESSABLE_ENTITY, false, typed(&visit, &form), *wrong),
    };
    let done = state.app.accept_invitation(visit.view.row.event_id, visit.view.row.id, acceptance, visit.now).await;
    answered(&state, &visit, done.map(drop))
}

/// `POST /{lang}/i/{token}/decline`
pub async fn decline(request: HttpRequest, path: web::Path<(String, String)>, form: web::Form<Form>, state: web::Data<State>) -> Answer {
    let visit = Visit::act(&request, &state, &path).await?;
    if !visit.is_ours(&state, &form.csrf) {
        return Err(Fault::FormExpired.into());
    }
    let done = state.app.decline_invitation(visit.view.row.event_id, visit.view.row.id, visit.now).await;
    answered(&state, &visit, done)
}

/// Back to the page, which says how things stand; what cannot be done, it says as well.
fn answered(state: &State, visit: &Visit, done: Result<(), AppError>) -> Answer {
    match done {
        Ok(()) => Ok(see_other(&visit.address())),
        // It ended between the look and the answer.
        Err(AppError::MandateEnded(shut)) => {
            let view = InvitationView { shut: Some(shut), ..visit.view.clone() };
            let visit = Visit { view, language: visit.language, token: visit.token.clone(), now: visit.now };
            draw(state, &visit, StatusCode::CONFLICT, false, visit.preset(), FormErrors::default())
        }
        Err(AppError::NotOpen(_) | AppError::WrongState(_)) => draw(state, visit, StatusCode::CONFLICT, false, visit.preset(), FormErrors::default()),
        Err(other) => Err(other.into()),
    }
}

fn typed(visit: &Visit, form: &Form) -> FormInput {
    let cut = |text: &str| text.chars().take(300).collect::<String>();
    FormInput {
        name: cut(&form.name),
        // Shown as it is, whatever was sent.
        email: visit.view.row.email.clone(),
        organisation: cut(&form.organisation),
        sector: cut(&form.sector),
        mode: cut(&form.mode),
        language: cut(&form.language),
    }
}

/// The checked form, or what is wrong with each field, in words.
fn read(state: &State, visit: &Visit, form: &Form) -> Result<Acceptance, Box<FormErrors>> {
    let t = |key: &str| state.texts().t(visit.language, key, &[]);
    let row = &visit.view.row;
    let (name, organisation) = (PersonName::parse(&form.name), OrganisationName::parse(&form.organisation));
    let sector = form.sector.parse::<Sector>().ok();
    let mode = match visit.modes() {
        [only] => Some(*only),
        offered => Mode::from_code(&form.mode).filter(|m| offered.contains(m)),
    };
    let mails_in = if form.language.is_empty() { Some(row.language) } else { Language::from_code(&form.language) };
    let is_own = form.email.trim().is_empty() || EmailAddress::parse(&form.email).is_ok_and(|given| Some(given.key()) == row.email_key);
    let missing = |is_missing: bool, key: &str| if is_missing { t(key) } else { String::new() };
    let locked = || state.texts().t(visit.language, "invitation-email-other", &[("email", FluentValue::from(row.email.clone()))]);
    let wrong = FormErrors {
        name: name.as_ref().err().map_or_else(String::new, |f| t(&format!("error-name-{}", f.code()))),
        email: if is_own { String::new() } else { locked() },
        organisation: organisation.as_ref().err().map_or_else(String::new, |f| t(&format!("error-organisation-{}", f.code()))),
        sector: missing(sector.is_none(), "error-sector-missing"),
        mode: missing(mode.is_none(), "error-mode-missing"),
        language: missing(mails_in.is_none(), "error-language-missing"),
    };
    match (name, organisation, sector, mode, mails_in) {
        (Ok(name), Ok(organisation), Some(sector), Some(mode), Some(language)) if is_own => {
            Ok(Acceptance { name, organisation, sector, mode, language })
        }
        _ => Err(Box::new(wrong)),
    }
}

fn draw(state: &State, visit: &Visit, status: StatusCode, asks_decline: bool, typed: FormInput, wrong: FormErrors) -> Answer {
    let (view, event) = (&visit.view, &visit.view.event.stored.event);
    let all_full = visit.modes().iter().all(|m| crate::domain::seats::left(event.seats.pool(*m), view.event.stored.taken(*m)) == Some(0));
    let platform = view.event.platform.name.get_or_any(visit.language);
    let input = InvitationInput {
        door: view.shut.map(|shut| Door { shut, platform, contact: &state.site.contact }),
        path: visit.address(),
        csrf: state.app.secrets.form_token(&form_name(&visit.token), visit.now)?,
        event: facts(state, visit.language, &view.event),
        seats: seats(state, visit.language, &view.event),
        modes: visit.modes(),
        all_full,
        closes_at: event.schedule.closes_at,
        window: event.window(visit.now),
        email: &view.row.email,
        declined: view.row.state == Standing::Declined,
        asks_decline,
        registration: view.registration.as_ref().map(|(r, place)| (r.state, *place, r.reason.as_ref().map(|reason| &reason.0))),
        typed,
        wrong,
        contact: &state.site.contact,
        retention_days: state.site.retention_days,
    };
    let shown = InvitationPage::new(state.texts(), visit.language, input);
    let rest = format!("/i/{}{}", visit.token, if shown.asks_decline { "/decline" } else { "" });
    let faulty = shown.form.as_ref().is_some_and(|form| !form.errors.is_empty());
    let mut head = Head::personal(visit.language, &rest, shown.heading.clone()).with_errors(faulty);
    if let Some((row, _)) = &view.registration {
        let fell = view.shut.is_some() && row.state.is_active();
        head = head.with_state(if fell { RegistrationState::Withdrawn } else { row.state }.code());
    }
    page(state, status, &head, &shown)
}
