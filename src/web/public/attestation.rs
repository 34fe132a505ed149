//! Attestations of presence: making and fetching one's own, and the page behind the address on the paper, which says whether it holds.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, ContentDisposition};
use actix_web::{HttpRequest, HttpResponse, web};

use super::page;
use super::personal::{Done, Form, Visit};
use crate::app::{Actor, AppError};
use crate::db::attestations::Row;
use crate::domain::attestation::{KEY_PATH, Statement};
use crate::domain::ids::Reference;
use crate::papers::attestation::{self, Attestation};
use crate::web::error::{Answer, Refusal};
use crate::web::extract::language;
use crate::web::state::State;
use crate::web::view::Head;
use crate::web::view::public::{AttestationInput, CheckInput, CheckPage, Fault};

/// What the personal page says of attestations; `None` where there is nothing to say.
pub(super) async fn part(state: &State, visit: &Visit) -> Result<Option<AttestationInput>, AppError> {
    let (row, event) = (&visit.view.row, &visit.view.event.stored.event);
    if visit.view.shut.is_some() || !event.is_held(visit.now) {
        return Ok(None);
    }
    let all = state.app.attestations_of(row.id).await?;
    let number = all.iter().find(|one| one.revoked_at.is_none()).map(|one| one.number.clone());
    let revoked = all.iter().any(|one| one.revoked_at.is_some());
    let may_make = row.present && row.proved_at.is_some();
    Ok((may_make || revoked).then_some(AttestationInput { number, revoked, may_make }))
}

/// `POST /{lang}/r/{token}/attestation`: makes one, unless there is one that holds.
pub async fn make(request: HttpRequest, path: web::Path<(String, String)>, form: web::Form<Form>, state: web::Data<State>) -> Answer {
    let visit = Visit::act(&request, &state, &path, &form).await?;
    if visit.view.shut.is_some() {
        return Err(Fault::NotFound.into());
    }
    match state.app.make_attestation(visit.view.row.id, Actor::Person, visit.now).await {
        Ok(_) => Ok(visit.back(Done::Attested)),
        // What the page offered does not hold any more; it says what does.
        Err(AppError::NotFound | AppError::WrongEventState(_)) => Err(Fault::Conflict.into()),
        Err(other) => Err(other.into()),
    }
}

/// `GET /{lang}/r/{token}/attestation.pdf`: the one that holds, in the language in which it was issued.
pub async fn paper(path: web::Path<(String, String)>, state: web::Data<State>) -> Answer {
    let view = state.app.registration_by_token(&path.1).await?;
    if view.shut.is_some() {
        return Err(Fault::NotFound.into());
    }
    let all = state.app.attestations_of(view.row.id).await?;
    let standing = all.into_iter().find(|one| one.revoked_at.is_none()).ok_or(Fault::NotFound)?;
    send(&state, standing).await
}

/// The file of an attestation.
pub(in crate::web) async fn send(state: &State, row: Row) -> Answer {
    let statement = Statement::read(&row.signed).ok_or(Fault::NotFound)?;
    let name = attestation::file_name(state.texts(), &statement);
    let (check, key) = (address(state, &statement, &row.reference), format!("{}{KEY_PATH}", state.site.base_url));
    let pages = state.pages.clone();
    // Drawing takes some milliseconds of a core: not of a thread that answers others.
    let drawn = web::block(move || {
        attestation::file(pages.catalogue(), &Attestation { statement: &statement, signed: &row.signed, check: &check, key: &key })
    });
    let bytes = drawn.await.map_err(unmade)?.map_err(unmade)?;
    let file = HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header(ContentDisposition::attachment(name))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(bytes);
    Ok(file)
}

fn unmade(error: impl std::fmt::Display) -> Refusal {
    tracing::error!(error = %error, "a paper could not be made");
    Fault::Internal.into()
}

/// The address on the paper, in its language.
fn address(state: &State, of: &Statement, reference: &Reference) -> String {
    format!("{}/{}/attestations/{}", state.site.base_url, of.language, state.app.secrets.attestation_token(reference))
}

/// `GET /{lang}/attestations/{token}`: whether an attestation holds. Whoever has the address has the paper, and is told what it says; of an
/// address that is none, everybody is told the same.
pub async fn check(path: web::Path<(String, String)>, state: web::Data<State>) -> Answer {
    let language = language(&path.0)?;
    let checked = state.app.check_attestation(&path.1).await?;
    let status = if checked.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let input = checked.as_ref().map(|known| CheckInput {
        statement: known.statement.as_ref(),
        number: &known.row.number,
        issued: known.row.issued_at.0,
        revoked: known.row.revoked_at.map(|at| at.0),
        mode: known.row.mode,
        minutes: known.row.minutes.into(),
        event: &known.event,
    });
    let shown = CheckPage::new(state.texts(), language, input.as_ref());
    // The sister pages of an unknown address lead nowhere else either.
    let rest = if checked.is_some() { format!("/attestations/{}", path.1) } else { "/".to_owned() };
    page(&state, status, &Head::personal(language, &rest, shown.heading.clone()), &shown)
}

/// `GET /attestations/key.pem`: the public key with which signatures of attestations and closed quarters are checked.
pub async fn key(state: web::Data<State>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/x-pem-file")
        .insert_header((CACHE_CONTROL, "public, max-age=3600"))
        .body(state.app.secrets.public_key_pem())
}
