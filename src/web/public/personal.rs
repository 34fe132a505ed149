//! The page behind an unguessable link: see, prove, correct, switch, step back, fetch and erase.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::home::facts;
use super::{page, see_other};
use crate::app::correct::Correction;
use crate::app::object::Recorded;
use crate::app::show::RegistrationView;
use crate::app::{Actor, AppError, secrets};
use crate::clock::Instant;
use crate::db::offers::Row as Offer;
use crate::domain::event::Window;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::{Cause, State as RegistrationState, SwitchRefusal};
use crate::domain::rsvp;
use crate::domain::seats::Reason;
use crate::domain::text::{OrganisationName, PersonName, TextFault};
use crate::web::error::{Answer, Refusal};
use crate::web::extract::{client_address, language};
use crate::web::limits::Kind;
use crate::web::state::State;
use crate::web::view::public::event::whole_agenda;
use crate::web::view::public::{AttestationInput, Door, ErasedPage, Fault, PersonalInput, PersonalPage, RsvpInput, Subscribe};
use crate::web::view::{Flash, FormError, Head, TextField};

/// What the forms of the page send.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Form {
    csrf: String,
    name: String,
    organisation: String,
    language: String,
    mode: String,
}

impl Form {
    /// One that sends nothing but its token.
    pub fn with_token(csrf: &str) -> Self {
        Self { csrf: csrf.to_owned(), ..Self::default() }
    }
}

/// What was just done here, as the address of the redirect says it: a word of ours, never a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Done {
    Saved,
    Switched,
    Withdrawn,
    Asked,
    TakenBack,
    Returned,
    Renewed,
    Objected,
    Attested,
}

impl Done {
    const fn code(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::Switched => "switched",
            Self::Withdrawn => "withdrawn",
            Self::Asked => "asked",
            Self::TakenBack => "taken-back",
            Self::Returned => "returned",
            Self::Renewed => "renewed",
            Self::Objected => "objected",
            Self::Attested => "attested",
        }
    }

    /// Anything else says nothing.
    fn from_code(code: &str) -> Option<Self> {
        let all = [
            Self::Saved,
            Self::Switched,
            Self::Withdrawn,
            Self::Asked,
            Self::TakenBack,
            Self::Renewed,
            Self::Returned,
            Self::Objected,
            Self::Attested,
        ];
        all.into_iter().find(|done| done.code() == code)
    }
}

/// What the page is asked with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct PageQuery {
    done: String,
}

pub(super) struct Visit {
    pub language: Language,
    token: String,
    pub view: RegistrationView,
    /// The latest offer of the seat to a colleague, where there is a seat to offer.
    pub offer: Option<Offer>,
    /// Whether they may take part again without a form.
    may_return: bool,
    /// The secret of its owner's calendar, where they may have it.
    feed: Option<String>,
    /// What is recorded of its owner's presence, once the event is over.
    pub recorded: Option<Recorded>,
    /// What is to be said of attestations of presence.
    attestation: Option<AttestationInput>,
    /// What its owner's calendar answered, where it bears on their place.
    rsvp: Option<RsvpInput>,
    pub now: Instant,
}

impl Visit {
    async fn open(state: &State, path: &(String, String)) -> Result<Self, Refusal> {
        let language = language(&path.0)?;
        let view = state.app.registration_by_token(&path.1).await?;
        let has_seat = view.event.platform.takes_substitutes() && view.row.state == RegistrationState::Confirmed;
        let offer = if has_seat { state.app.latest_offer(view.row.id).await? } else { None };
        let now = state.app.now();
        let has_left = view.row.state == RegistrationState::Withdrawn && view.shut.is_none();
        let may_return = has_left && state.app.may_rejoin(view.row.id, now).await?;
        let feed = if view.shut.is_none() { state.app.feed_token(&view.row, &view.event.platform).await? } else { None };
        // Whoever stepped back holds no invitation any more, and had one: its number was raised by taking it back.
        let was_asked = view.row.was_invited || view.row.sequence > 0;
        let rsvp = if was_asked && view.shut.is_none() { answered(state, &view).await? } else { None };
        let recorded = state.app.recorded_of(&view.row, &view.event.stored.event, now).await?;
        let mut visit = Self { language, token: path.1.clone(), view, offer, may_return, feed, recorded, attestation: None, rsvp, now };
        visit.attestation = super::attestation::part(state, &visit).await?;
        Ok(visit)
    }

    /// A visit that changes something: limited, and from a form of ours.
    pub async fn act(request: &HttpRequest, state: &State, path: &(String, String), form: &Form) -> Result<Self, Refusal> {
        state.limits.check(Kind::Personal, client_address(request, state)).map_err(Fault::TooMany)?;
        let visit = Self::open(state, path).await?;
        if !state.app.secrets.check_form_token(&form_name(&visit.token), &form.csrf, visit.now) {
            return Err(Fault::FormExpired.into());
        }
        Ok(visit)
    }

    fn address(&self) -> String {
        format!("/{}/r/{}", self.language, self.token)
    }

    /// Back to the page, which says what was done.
    pub fn back(&self, done: Done) -> HttpResponse {
        see_other(&format!("{}?done={}", self.address(), done.code()))
    }

    /// Where it stands; a proof that came too late, or a mandate that ended, counts before the timer has noted it.
    fn standing(&self) -> RegistrationState {
        let row = &self.view.row;
        if self.view.shut.is_some() && row.state.is_active() {
            RegistrationState::Withdrawn
        } else if row.state == RegistrationState::Pending && row.prove_before.is_some_and(|until| self.now >= until.0) {
            RegistrationState::Expired
        } else {
            row.state
        }
    }
}

/// What the calendar of somebody answered, where it bears on their place.
async fn answered(state: &State, view: &RegistrationView) -> Result<Option<RsvpInput>, AppError> {
    let Some(kept) = state.app.rsvp_of(view.row.id).await? else { return Ok(None) };
    let (row, last) = (&view.row, kept.last());
    let stepped_back = matches!(row.reason.as_ref().map(|reason| &reason.0), Some(Reason::CalendarDeclined));
    let given = last.and_then(|last| Some((last.answer, kept.received_at?.0)));
    let meaning = rsvp::meaning(last.as_ref(), kept.asked_sequence, row.state, row.sequence, stepped_back);
    Ok(meaning.map(|meaning| RsvpInput { given, verified: kept.verified, meaning }))
}

fn form_name(token: &str) -> String {
    format!("personal:{}", secrets::hash(token))
}

/// `GET /{lang}/r/{token}`: changes nothing, whoever follows the link.
pub async fn show(path: web::Path<(String, String)>, query: web::Query<PageQuery>, state: web::Data<State>) -> Answer {
    let visit = Visit::open(&state, &path).await?;
    // A link that was kept must not say of a later state what was true of an earlier one.
    let fits = |done: &Done| {
        matches!(done, Done::Renewed | Done::Objected | Done::Attested)
            || (*done == Done::Withdrawn) == (visit.standing() == RegistrationState::Withdrawn)
    };
    let done = Done::from_code(&query.done).filter(fits);
    let flash = |done: Done| Flash { tone: "good", text: state.texts().t(visit.language, &format!("personal-done-{}", done.code()), &[]) };
    draw(&state, &visit, StatusCode::OK, done.map(flash).into_iter().collect(), |page| page)
}

/// `POST …/confirm`: proves the address. A second use shows the same success.
pub async fn confirm(request: HttpRequest, path: web::Path<(String, String)>, form: web::Form<Form>, state: web::Data<State>) -> Answer {
    let visit = Visit::act(&request, &state, &path, &form).await?;
    match state.app.prove_address(visit.view.row.event_id, &visit.view.row.page_hash, visit.now).await {
        Ok(_) => Ok(see_other(&visit.address())),
        // The page itself says what to do now: register again, or look at the next event.
        Err(AppError::ProofLapsed) => draw(&state, &visit, StatusCode::GONE, Vec::new(), |page| page),
        Err(AppError::NotOpen(_)) => draw(&state, &visit, StatusCode::CONFLICT, Vec::new(), |page| page),
        Err(other) => Err(other.into()),
    }
}

/// `POST …/withdraw`
pub async fn withdraw(request: HttpRequest, path: web::Path<(String, String)>, form: web::Form<Form>, state: web::Data<State>) -> Answer {
    let visit = Visit::act(&request, &state, &path, &form).await?;
    match state.app.withdraw(visit.view.row.id, Actor::Person, None, visit.now).await {
        Ok(_) => Ok(visit.back(Done::Withdrawn)),
        Err(AppError::WrongState(_)) => draw(&state, &visit, StatusCode::CONFLICT, Vec::new(), |page| page),
        Err(other) => Err(other.into()),
    }
}

/// `POST …/rejoin`: takes part again after stepping back.
pub async fn rejoin(request: HttpRequest, path: web::Path<(String, String)>, form: web::Form<Form>, state: web::Data<State>) -> Answer {
    let visit = Visit::act(&request, &state, &path, &form).await?;
    match state.app.rejoin(visit.view.row.id, visit.now).await {
        Ok(_) => Ok(visit.back(Done::Returned)),
        Err(AppError::WrongState(_)) => draw(&state, &visit, StatusCode::CONFLICT, Vec::new(), |page| page),
        Err(other) => Err(other.into()),
    }
}

/// `POST …/update`: a correction, or with `mode` a change of the way of attending.
pub async fn update(request: HttpRequest, path: web::Path<(String, String)>, form: web::Form<Form>, state: web::Data<State>) -> Answer {
    let visit = Visit::act(&request, &state, &path, &form).await?;
    if form.mode.is_empty() { correct(&state, visit, &form).await } else { switch(&state, visit, &form).await }
}

async fn switch(state: &State, visit: Visit, form: &Form) -> Answer {
    let mode = Mode::from_code(&form.mode).ok_or(Fault::BadRequest)?;
    match state.app.switch_mode(visit.view.row.id, mode, Actor::Person, visit.now).await {
        Ok(()) => Ok(visit.back(Done::Switched)),
        Err(AppError::Switch(SwitchRefusal::Same)) => Ok(see_other(&visit.address())),
        Err(AppError::Switch(SwitchRefusal::Full(reason))) => refuse(state, &visit, &reason),
        Err(AppError::NotOpen(_) | AppError::WrongState(_) | AppError::Switch(_)) => {
            draw(state, &visit, StatusCode::CONFLICT, Vec::new(), |page| page)
        }
        Err(other) => Err(other.into()),
    }
}

/// The page as it was, with the rule that stood in the way.
fn refuse(state: &State, visit: &Visit, reason: &Reason) -> Answer {
    let texts = state.texts();
    let text = format!("{} ({})", texts.t(visit.language, "personal-switch-refused", &[]), texts.reason(visit.language, reason));
    draw(state, visit, StatusCode::CONFLICT, vec![Flash { tone: "stop", text }], |page| page)
}

async fn correct(state: &State, visit: Visit, form: &Form) -> Answer {
    let (name, organisation) = (PersonName::parse(&form.name), OrganisationName::parse(&form.organisation));
    let mails_in = Language::from_code(&form.language).unwrap_or(visit.view.row.language);
    let (name, organisation) = match (name, organisation) {
        (Ok(name), Ok(organisation)) => (name, organisation),
        (name, organisation) => return faulty(state, &visit, form, name.err(), organisation.err()),
    };
    match state.app.correct(visit.view.row.id, Correction { name, organisation, language: mails_in }, Actor::Person, visit.now).await {
        Ok(()) => Ok(visit.back(Done::Saved)),
        Err(AppError::Switch(SwitchRefusal::Full(reason))) => refuse(state, &visit, &reason),
        Err(AppError::WrongState(_)) => draw(state, &visit, StatusCode::CONFLICT, Vec::new(), |page| page),
        Err(other) => Err(other.into()),
    }
}

fn faulty(state: &State, visit: &Visit, form: &Form, name: Option<TextFault>, organisation: Option<TextFault>) -> Answer {
    let words = |field: &str, fault: Option<TextFault>| {
        fault.map_or_else(String::new, |f| state.texts().t(visit.language, &format!("error-{field}-{}", f.code()), &[]))
    };
    let (name, organisation) = (words("name", name), words("organisation", organisation));
    let mut errors = Vec::new();
    for (field, text) in [("name", &name), ("organisation", &organisation)] {
        if !text.is_empty() {
            errors.push(FormError { field: field.into(), text: text.clone(), ..FormError::default() });
        }
    }
    let cut = |text: &str| text.chars().take(300).collect::<String>();
    let (name, organisation) = (TextField { value: cut(&form.name), error: name }, TextField { value: cut(&form.organisation), error: organisation });
    draw(state, visit, StatusCode::UNPROCESSABLE_ENTITY, Vec::new(), |page| page.with_faults(name, organisation, errors))
}

/// `POST …/erase`
pub async fn erase(request: HttpRequest, path: web::Path<(String, String)>, form: web::Form<Form>, state: web::Data<State>) -> Answer {
    let visit = Visit::act(&request, &state, &path, &form).await?;
    state.app.erase(visit.view.row.id, Actor::Person, visit.now).await?;
    Ok(see_other(&format!("/{}/erased", visit.language)))
}

/// `GET /{lang}/erased`
pub async fn erased(path: web::Path<String>, state: web::Data<State>) -> Answer {
    let language = language(&path)?;
    let head = Head::personal(language, "/erased", state.texts().t(language, "erased-title", &[]));
    page(&state, StatusCode::OK, &head, &ErasedPage { home: format!("/{language}/") })
}

/// `GET …/data.json`: everything that is kept of the owner (GDPR 15, 20).
pub async fn data(path: web::Path<(String, String)>, state: web::Data<State>) -> Answer {
    let visit = Visit::open(&state, &path).await?;
    let event = &visit.view.event.stored.event;
    let data = state.app.registration_record(&visit.view, state.app.now()).await?;
    let file = header::ContentDisposition::attachment(format!("{}-data.json", event.slug));
    Ok(HttpResponse::Ok().insert_header(file).json(data))
}

/// The calendar behind this secret.
fn own_calendar(state: &State, language: Language, secret: &str) -> Subscribe {
    Subscribe::new(&state.site, &format!("/calendar/p/{secret}.ics"), state.texts().t(language, "calendar-own-subscribe", &[]))
}

pub(super) fn draw(
    state: &State,
    visit: &Visit,
    status: StatusCode,
    flashes: Vec<Flash>,
    finish: impl FnOnce(PersonalPage) -> PersonalPage,
) -> Answer {
    let (row, event) = (&visit.view.row, &visit.view.event.stored.event);
    let standing = visit.standing();
    let window = event.window(visit.now);
    let ahead = visit.now < event.schedule.ends_at && window != Window::CalledOff;
    let platform = &visit.view.event.platform;
    let door = visit.view.shut.map(|shut| Door { shut, platform: platform.name.get_or_any(visit.language), contact: &state.site.contact });
    let other = event.place.format.modes().iter().copied().find(|m| *m != row.mode);
    let history: Vec<(Instant, Cause, Option<Reason>)> =
        visit.view.history.iter().map(|c| (c.at.0, c.cause, c.reason.as_ref().map(|r| r.0.clone()))).collect();
    let reason = row.reason.as_ref().map(|r| &r.0);
    let pass = state.app.pass_of(&row.reference);
    let input = PersonalInput {
        path: visit.address(),
        csrf: state.app.secrets.form_token(&form_name(&visit.token), visit.now)?,
        state: standing,
        waiting_place: visit.view.waiting_place,
        reason,
        event: facts(state, visit.language, &visit.view.event),
        agenda: whole_agenda(state.texts(), visit.language, event),
        join_link: event.place.join_link.as_ref().map(|_| format!("/{}/j/{}", visit.language, state.app.secrets.join_token(row.id))),
        name: &row.name,
        email: &row.email,
        organisation: &row.organisation_name,
        sector: row.sector,
        mode: row.mode,
        mails_in: row.language,
        pass: (pass.square(&event.slug), pass.grouped()),
        reference: row.reference.as_str(),
        needs_approval: platform.needs_approval(),
        door,
        switch_to: other.filter(|_| matches!(standing, RegistrationState::Confirmed | RegistrationState::Waitlisted)),
        ahead,
        substitute: super::substitute::part(visit, standing),
        takes_choices: event.takes_choices(visit.now),
        open: window == Window::Open && platform.takes_public_registrations(),
        may_return: visit.may_return,
        takes_answers: state.mailroom.sender().takes_answers,
        rsvp: visit.rsvp,
        has_guests: visit.view.has_guests,
        attestation: visit.attestation.clone(),
        calendar: visit.feed.as_ref().map(|secret| own_calendar(state, visit.language, secret)),
        recorded: super::objection::part(visit),
        history: &history,
    };
    let shown = finish(PersonalPage::new(state.texts(), visit.language, input));
    let head = Head::personal(visit.language, &format!("/r/{}", visit.token), shown.heading.clone())
        .with_state(standing.code())
        .with_errors(!shown.errors.is_empty())
        .with_flashes(flashes);
    page(state, status, &head, &shown)
}
