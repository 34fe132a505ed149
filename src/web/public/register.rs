//! An event's page, its form, and the page after it.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;
use validator::{Validate, ValidationError};

use super::home::{facts, seats, subscribe};
use super::{page, see_other, shared_page};
use crate::app::show::EventView;
use crate::app::{AppError, register};
use crate::domain::email::EmailAddress;
use crate::domain::event::Window;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::sector::Sector;
use crate::domain::text::{OrganisationName, PersonName};
use crate::i18n::format;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::{client_address, language};
use crate::web::limits::Kind;
use crate::web::state::State;
use crate::web::view::public::{AnswerPage, EventPage, Fault, FormErrors, FormInput, Panel, RegistrationForm};
use crate::web::view::{FormError, Head};

/// The form as it is sent. Field names are those of the contract.
#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct Form {
    #[validate(custom(function = "name_shape"))]
    name: String,
    #[validate(custom(function = "email_shape"))]
    email: String,
    #[validate(custom(function = "organisation_shape"))]
    organisation: String,
    #[validate(custom(function = "sector_shape"))]
    sector: String,
    mode: String,
    language: String,
    csrf: String,
    key: String,
    /// A field that people do not see: whoever fills it in is a program.
    website: String,
}

fn shape<T, E>(parsed: Result<T, E>, code: impl Fn(E) -> &'static str) -> Result<(), ValidationError> {
    parsed.map(|_| ()).map_err(|fault| ValidationError::new(code(fault)))
}

fn name_shape(text: &str) -> Result<(), ValidationError> {
    shape(PersonName::parse(text), |f| f.code())
}

fn email_shape(text: &str) -> Result<(), ValidationError> {
    shape(EmailAddress::parse(text), |f| f.code())
}

fn organisation_shape(text: &str) -> Result<(), ValidationError> {
    shape(OrganisationName::parse(text), |f| f.code())
}

fn sector_shape(code: &str) -> Result<(), ValidationError> {
    shape(code.parse::<Sector>(), |_| "missing")
}

/// The name under which an event's form token is made.
fn form_name(slug: &str) -> String {
    format!("register:{slug}")
}

/// `GET /{lang}/events/{event}`
pub async fn event(path: web::Path<(String, String)>, state: web::Data<State>) -> Answer {
    let (code, slug) = path.into_inner();
    let language = language(&code)?;
    let view = state.app.public_event(&slug).await?;
    let (csrf, key) = tokens(&state, &view)?;
    let shown = Shown { typed: FormInput { language: language.code().into(), ..FormInput::default() }, ..Shown::default() };
    // Nothing was typed yet: but for its tokens the page is the same for everybody.
    let (head, page) = event_page(&state, language, &view, shown, [state.pages.mark(0), state.pages.mark(1)]);
    shared_page(&state, &slug, &head, &page, &[&csrf, &key])
}

/// `POST /{lang}/events/{event}/register`
pub async fn register(request: HttpRequest, path: web::Path<(String, String)>, form: web::Form<Form>, state: web::Data<State>) -> Answer {
    let (code, slug) = path.into_inner();
    let (language, form, now) = (language(&code)?, form.into_inner(), state.app.now());
    let view = state.app.public_event(&slug).await?;
    state.limits.check(Kind::Register, client_address(&request, &state)).map_err(Fault::TooMany)?;
    if view.stored.event.window(now) != Window::Open || !view.platform.takes_public_registrations() {
        return draw(&state, language, &view, Shown::of(&form), StatusCode::CONFLICT);
    }
    if !state.app.secrets.check_form_token(&form_name(&slug), &form.csrf, now) || !(16..=200).contains(&form.key.len()) {
        // Nothing that was typed is lost: the same form, with a fresh token.
        let mut shown = Shown::of(&form);
        shown.general = Some(state.texts().t(language, "fault-form_expired", &[]));
        return draw(&state, language, &view, shown, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let command = match command(&state, language, &view, &form) {
        Ok(command) => command,
        Err(wrong) => return draw(&state, language, &view, Shown { wrong: *wrong, ..Shown::of(&form) }, StatusCode::UNPROCESSABLE_ENTITY),
    };
    let answer = answer_address(&state, language, &slug, &command.email)?;
    // A program that fills in everything gets the same answer, and nothing happens.
    if !form.website.is_empty() {
        return Ok(see_other(&answer));
    }
    match state.app.register(command, now).await {
        Ok(()) => Ok(see_other(&answer)),
        Err(AppError::NotOpen(_)) => {
            let view = state.app.public_event(&slug).await?;
            draw(&state, language, &view, Shown::of(&form), StatusCode::CONFLICT)
        }
        Err(other) => Err(other.into()),
    }
}

/// `GET /{lang}/events/{event}/answer?r=…`: the same whether or not the registration existed.
pub async fn answer(path: web::Path<(String, String)>, query: web::Query<AnswerQuery>, state: web::Data<State>) -> Answer {
    let (code, slug) = path.into_inner();
    let language = language(&code)?;
    let view = state.app.public_event(&slug).await?;
    let email = state.app.secrets.unseal(&format!("answer:{slug}"), &query.r).ok_or(Fault::NotFound)?;
    let email = EmailAddress::parse(&email).map_err(|_| Fault::NotFound)?;
    let title = state.texts().t(language, "answer-title", &[]);
    let head = Head::personal(language, &format!("/events/{slug}/answer?r={}", query.r), title).with_state("pending");
    let sender = state.mailroom.sender().address.as_str();
    page(
        &state,
        StatusCode::OK,
        &head,
        &AnswerPage::new(facts(&state, language, &view), email.as_str(), sender).asking(view.platform.needs_approval()),
    )
}

/// What the answer page is asked with: the typed address, sealed.
#[derive(Debug, Deserialize)]
pub struct AnswerQuery {
    #[serde(default)]
    r: String,
}

/// The page after the form. Only a checked address is sealed: whoever has the link sees it under our name.
fn answer_address(state: &State, language: Language, slug: &str, email: &EmailAddress) -> Result<String, Refusal> {
    let sealed = state.app.secrets.seal(&format!("answer:{slug}"), email.as_str())?;
    Ok(format!("/{language}/events/{slug}/answer?r={sealed}"))
}

/// The checked command, or what is wrong with each field, in words.
fn command(state: &State, language: Language, view: &EventView, form: &Form) -> Result<register::Command, Box<FormErrors>> {
    let faults = form.validate().err();
    let wrong = |field: &str| {
        let code = faults.as_ref().and_then(|f| f.field_errors().get(field).and_then(|all| all.first()).map(|e| e.code.to_string()));
        code.map_or_else(String::new, |code| state.texts().t(language, &format!("error-{field}-{code}"), &[]))
    };
    let mode = chosen_mode(view, &form.mode);
    let mails_in = if form.language.is_empty() { Some(language) } else { Language::from_code(&form.language) };
    let missing = |is_missing: bool, key: &str| if is_missing { state.texts().t(language, key, &[]) } else { String::new() };
    let errors = FormErrors {
        name: wrong("name"),
        email: wrong("email"),
        organisation: wrong("organisation"),
        sector: wrong("sector"),
        mode: missing(mode.is_none(), "error-mode-missing"),
        language: missing(mails_in.is_none(), "error-language-missing"),
    };
    let parsed = || {
        Some(register::Command {
            event: view.stored.event.id,
            name: PersonName::parse(&form.name).ok()?,
            email: EmailAddress::parse(&form.email).ok()?,
            organisation: OrganisationName::parse(&form.organisation).ok()?,
            sector: form.sector.parse().ok()?,
            mode: Some(mode?),
            language: mails_in?,
            form_key: form.key.clone(),
        })
    };
    parsed().ok_or_else(|| Box::new(errors))
}

/// The way of attending; not asked for when there is only one.
fn chosen_mode(view: &EventView, code: &str) -> Option<Mode> {
    let offered = view.stored.event.place.format.modes();
    match offered {
        [only] => Some(*only),
        _ => Mode::from_code(code).filter(|m| offered.contains(m)),
    }
}

/// What the form shows besides the event.
#[derive(Default)]
struct Shown {
    typed: FormInput,
    wrong: FormErrors,
    general: Option<String>,
}

impl Shown {
    fn of(form: &Form) -> Self {
        let cut = |text: &str| text.chars().take(300).collect::<String>();
        let typed = FormInput {
            name: cut(&form.name),
            email: cut(&form.email),
            organisation: cut(&form.organisation),
            sector: cut(&form.sector),
            mode: cut(&form.mode),
            language: cut(&form.language),
        };
        Self { typed, ..Self::default() }
    }
}

/// The form's anti-forgery token and its one-time key.
fn tokens(state: &State, view: &EventView) -> Result<(String, String), AppError> {
    let secrets = &state.app.secrets;
    Ok((secrets.form_token(&form_name(view.stored.event.slug.as_str()), state.app.now())?, secrets.random_token()?))
}

fn draw(state: &State, language: Language, view: &EventView, shown: Shown, status: StatusCode) -> Answer {
    let (csrf, key) = tokens(state, view)?;
    let (head, event) = event_page(state, language, view, shown, [csrf, key]);
    page(state, status, &head, &event)
}

/// An event's page in words; `tokens` are the form's anti-forgery token and its one-time key.
fn event_page(state: &State, language: Language, view: &EventView, shown: Shown, tokens: [String; 2]) -> (Head, EventPage) {
    let (event, now) = (&view.stored.event, state.app.now());
    let texts = state.texts();
    let window = event.window(now);
    let takes = view.platform.takes_public_registrations();
    let panel = if window == Window::Open && takes {
        Panel::with_form(texts, language, form(state, language, view, shown, tokens))
    } else {
        Panel::instead(texts, language, window, &state.site.contact)
    };
    let errors = panel.form.as_ref().is_some_and(|f| !f.errors.is_empty());
    let is_open = panel.form.is_some();
    let shown_event = facts(state, language, view);
    let head = Head::public(language, &format!("/events/{}", event.slug), shown_event.title.clone()).with_errors(errors);
    let closes = if is_open { format::date_time(language, event.schedule.closes_at) } else { String::new() };
    let left = if is_open { seats(state, language, view) } else { Vec::new() };
    let calendar = if matches!(window, Window::Past | Window::CalledOff) { String::new() } else { shown_event.ics.clone() };
    let audience = texts.word(language, "audience", view.platform.audience.code());
    let subscribe = Some(subscribe(state, language, &view.platform));
    (head, EventPage { event: shown_event, seats: left, closes, audience, calendar, subscribe, panel, back: String::new() })
}

/// The page as it will be, with a way back to where its event is made; its form sends nothing.
pub fn preview_page(state: &State, language: Language, view: &EventView, back: &str) -> EventPage {
    let typed = FormInput { language: language.code().into(), ..FormInput::default() };
    let (_, page) = event_page(state, language, view, Shown { typed, ..Shown::default() }, [String::new(), String::new()]);
    EventPage { back: back.to_owned(), calendar: String::new(), subscribe: None, ..page }
}

fn form(state: &State, language: Language, view: &EventView, shown: Shown, [csrf, key]: [String; 2]) -> RegistrationForm {
    let event = &view.stored.event;
    let modes = event.place.format.modes();
    // The form leads to the waiting list only when no way of attending has a seat.
    let all_full = modes.iter().all(|m| crate::domain::seats::left(event.seats.pool(*m), view.stored.taken(*m)) == Some(0));
    let action = format!("/{language}/events/{}/register", event.slug);
    let mut form = RegistrationForm::new(state.texts(), language, action, modes, shown.typed, shown.wrong)
        .with_hidden(csrf, key)
        .waiting(all_full)
        .asking(view.platform.needs_approval())
        .retention(state.site.retention_days);
    if let Some(text) = shown.general {
        form.errors.insert(0, FormError { field: "name".into(), text, ..FormError::default() });
    }
    form
}

/// A form that is too large or not a form.
pub fn unreadable(error: actix_web::error::UrlencodedError, _: &HttpRequest) -> actix_web::Error {
    use actix_web::error::UrlencodedError;
    let fault = match error {
        UrlencodedError::Overflow { .. } => Fault::TooLarge,
        _ => Fault::BadRequest,
    };
    Refusal::from(fault).into()
}

/// An address part or query that cannot be read leads nowhere.
pub fn nowhere<E>(_: E, _: &HttpRequest) -> actix_web::Error {
    Refusal::from(Fault::NotFound).into()
}

/// Anything that no route answers.
pub async fn not_found() -> Result<HttpResponse, Refusal> {
    Err(Fault::NotFound.into())
}
