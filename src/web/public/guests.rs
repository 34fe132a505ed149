//! The guests whom a member proposes for an event, behind the link of their registration: what became of each, proposing another, taking
//! one back while it waits.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::home::facts;
use super::{page, see_other};
use crate::app::guests::Proposal;
use crate::app::guests::of_member::Own;
use crate::app::show::RegistrationView;
use crate::app::{AppError, secrets};
use crate::clock::Instant;
use crate::domain::guest::last_day;
use crate::domain::ids::Reference;
use crate::domain::language::Language;
use crate::domain::text::Title;
use crate::i18n::format;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::{client_address, language};
use crate::web::limits::Kind;
use crate::web::person::{self, fault_of_other};
use crate::web::state::State;
use crate::web::view::public::{Fault, GuestsInput, GuestsPage, GuestsTyped};
use crate::web::view::{Flash, Head};

type Path = web::Path<(String, String)>;
type Faults = Vec<(&'static str, String)>;

/// What the forms of the page send.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Form {
    csrf: String,
    name: String,
    email: String,
    organisation: String,
    sector: String,
    language: String,
    reason: String,
    /// Which proposal is taken back.
    guest: String,
}

/// What the page is asked with: a word of ours that says what was just done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct PageQuery {
    done: String,
}

struct Visit {
    language: Language,
    token: String,
    view: RegistrationView,
    own: Own,
    now: Instant,
}

impl Visit {
    async fn open(state: &State, path: &(String, String)) -> Result<Self, Refusal> {
        let (language, now) = (language(&path.0)?, state.app.now());
        let view = state.app.registration_by_token(&path.1).await?;
        let own = state.app.own_guests(&view, now).await?;
        Ok(Self { language, token: path.1.clone(), view, own, now })
    }

    /// A visit that changes something: limited, and from a form of ours.
    async fn act(request: &HttpRequest, state: &State, path: &(String, String), form: &Form) -> Result<Self, Refusal> {
        state.limits.check(Kind::Personal, client_address(request, state)).map_err(Fault::TooMany)?;
        let visit = Self::open(state, path).await?;
        let is_ours = state.app.secrets.check_form_token(&form_name(&visit.token), &form.csrf, visit.now);
        if is_ours { Ok(visit) } else { Err(Fault::FormExpired.into()) }
    }

    fn address(&self) -> String {
        format!("/{}/r/{}/guests", self.language, self.token)
    }

    fn t(&self, state: &State, key: &str) -> String {
        state.texts().t(self.language, key, &[])
    }
}

fn form_name(token: &str) -> String {
    format!("guests:{}", secrets::hash(token))
}

/// `GET /{lang}/r/{token}/guests`
pub async fn show(path: Path, query: web::Query<PageQuery>, state: web::Data<State>) -> Answer {
    let visit = Visit::open(&state, &path).await?;
    let done = ["proposed", "taken_back"].into_iter().find(|done| *done == query.done);
    let flashes = done.map(|done| Flash { tone: "good", text: visit.t(&state, &format!("guests-done-{done}")) });
    draw(&state, &visit, StatusCode::OK, flashes.into_iter().collect(), &Form::default(), Vec::new())
}

/// `POST /{lang}/r/{token}/guests`: proposes a guest.
pub async fn propose(request: HttpRequest, path: Path, form: web::Form<Form>, state: web::Data<State>) -> Answer {
    let visit = Visit::act(&request, &state, &path, &form).await?;
    let proposal = match read(&state, &visit, &form) {
        Ok(proposal) => proposal,
        Err(faults) => return draw(&state, &visit, StatusCode::UNPROCESSABLE_ENTITY, Vec::new(), &form, faults),
    };
    match state.app.propose_guest_of(visit.view.row.id, proposal, visit.now).await {
        Ok(_) => Ok(see_other(&format!("{}?done=proposed", visit.address()))),
        Err(error) => refused(&state, &path, &visit, &form, error).await,
    }
}

/// `POST /{lang}/r/{token}/guests/take-back`
pub async fn take_back(request: HttpRequest, path: Path, form: web::Form<Form>, state: web::Data<State>) -> Answer {
    let visit = Visit::act(&request, &state, &path, &form).await?;
    let guest = Reference::parse(&form.guest).ok_or(Fault::NotFound)?;
    match state.app.take_back_guest(visit.view.row.id, guest, visit.now).await {
        Ok(()) => Ok(see_other(&format!("{}?done=taken_back", visit.address()))),
        Err(AppError::Stale) => {
            let late = Flash { tone: "stop", text: visit.t(&state, "guests-fault-decided") };
            draw(&state, &visit, StatusCode::CONFLICT, vec![late], &Form::default(), Vec::new())
        }
        Err(other) => Err(other.into()),
    }
}

/// What a refusal says beside its field; what no field can mend is said by the page as it stands now.
async fn refused(state: &State, path: &(String, String), visit: &Visit, form: &Form, error: AppError) -> Answer {
    let fault = |field: &'static str, key: &str| vec![(field, visit.t(state, key))];
    let faults = match error {
        AppError::Taken("self") => fault("email", "guests-fault-self"),
        AppError::Taken("proposal") => fault("email", "guests-fault-again"),
        AppError::Invalid { field: "period", .. } => {
            let (last, closes) = (last_of(visit), format::date_time(visit.language, visit.view.event.stored.event.schedule.closes_at));
            vec![("name", state.texts().t(visit.language, "guests-fault-late", &[("last", last.into()), ("closes", closes.into())]))]
        }
        AppError::NotOpen(_) | AppError::WrongState(_) | AppError::MandateEnded(_) | AppError::Invalid { .. } => {
            let visit = Visit::open(state, path).await?;
            return draw(state, &visit, StatusCode::CONFLICT, Vec::new(), form, Vec::new());
        }
        other => return Err(other.into()),
    };
    draw(state, visit, StatusCode::UNPROCESSABLE_ENTITY, Vec::new(), form, faults)
}

fn read(state: &State, visit: &Visit, form: &Form) -> Result<Proposal, Faults> {
    let typed = |field: &str| match field {
        "name" => form.name.trim(),
        "email" => form.email.trim(),
        "organisation" => form.organisation.trim(),
        "sector" => form.sector.as_str(),
        _ => form.language.as_str(),
    };
    let person = person::read(typed);
    let reason = Title::parse(&form.reason);
    match (person, reason) {
        (Ok(person), Ok(reason)) => Ok(Proposal {
            name: person.name,
            email: person.email,
            organisation: person.organisation,
            sector: person.sector,
            language: person.language,
            reason,
        }),
        (person, reason) => {
            let words = |fault: &str| fault_of_other(state.texts(), visit.language, fault);
            let mut faults: Faults = person.err().unwrap_or_default().into_iter().map(|(field, fault)| (field, words(&fault))).collect();
            faults.extend(reason.err().map(|fault| ("reason", visit.t(state, &format!("guests-fault-reason-{}", fault.code())))));
            Err(faults)
        }
    }
}

/// The last day on which somebody could object to what is proposed now.
fn last_of(visit: &Visit) -> String {
    let today = format::brussels(visit.now).0;
    format::date_of(visit.language, last_day(today, visit.view.event.platform.objection_days))
}

fn draw(state: &State, visit: &Visit, status: StatusCode, flashes: Vec<Flash>, form: &Form, faults: Faults) -> Answer {
    let cut = |text: &str| text.chars().take(300).collect::<String>();
    let input = GuestsInput {
        path: visit.address(),
        back: format!("/{}/r/{}", visit.language, visit.token),
        csrf: state.app.secrets.form_token(&form_name(&visit.token), visit.now)?,
        event: facts(state, visit.language, &visit.view.event).title,
        closes_at: visit.view.event.stored.event.schedule.closes_at,
        working_days: visit.view.event.platform.objection_days,
        last: last_of(visit),
        own: &visit.own,
        now: visit.now,
        typed: GuestsTyped {
            name: cut(&form.name),
            email: cut(&form.email),
            organisation: cut(&form.organisation),
            sector: cut(&form.sector),
            language: cut(&form.language),
            reason: cut(&form.reason),
        },
        faults,
    };
    let shown = GuestsPage::new(state.texts(), visit.language, input);
    let faulty = shown.form.as_ref().is_some_and(|form| !form.errors.is_empty());
    let head = Head::personal(visit.language, &format!("/r/{}/guests", visit.token), visit.t(state, "guests-title"));
    let head = head.with_state(visit.view.row.state.code()).with_errors(faulty).with_flashes(flashes);
    page(state, status, &head, &shown)
}
