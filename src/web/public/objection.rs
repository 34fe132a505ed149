//! The part of the personal page about what is recorded of its owner's presence, and their objection to it.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::personal::{Done, Form as Token, Visit, draw};
use crate::app::AppError;
use crate::domain::objection::{Claim, TEXT_LENGTH};
use crate::domain::text::paragraphs;
use crate::web::error::Answer;
use crate::web::state::State;
use crate::web::view::public::{RecordedInput, RecordedPart};
use crate::web::view::{FormError, TextField};

/// The form as it is sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Form {
    csrf: String,
    claim: String,
    objection: String,
}

/// What the page shows of what is recorded; `None` before the event is over, and where there is nothing.
pub(super) fn part(visit: &Visit) -> Option<RecordedInput> {
    let of = visit.recorded.as_ref()?;
    Some(RecordedInput {
        proofs: of.presence.proofs.clone(),
        finding: of.presence.finding.clone(),
        objections: of.objections.clone(),
        may_object: of.may_object,
        is_closed: of.is_closed,
        edition: visit.view.event.stored.event.edition,
    })
}

/// `POST …/object`: says that it is not right, or changes what was said.
pub async fn object(request: HttpRequest, path: web::Path<(String, String)>, form: web::Form<Form>, state: web::Data<State>) -> Answer {
    let visit = Visit::act(&request, &state, &path, &Token::with_token(&form.csrf)).await?;
    let (claim, text) = (Claim::from_code(&form.claim), paragraphs(&form.objection, TEXT_LENGTH));
    let (claim, text) = match (claim, text) {
        (Some(claim), Ok(text)) => (claim, text),
        (claim, text) => {
            let texts = state.texts();
            let claim_fault = if claim.is_none() { texts.t(visit.language, "objection-fault-claim", &[]) } else { String::new() };
            let text_fault = text.err().map(|fault| {
                let most = ("most", fluent_bundle::FluentValue::from(TEXT_LENGTH));
                texts.t(visit.language, &format!("objection-fault-text-{}", fault.code()), &[most])
            });
            let typed = TextField { value: form.objection.chars().take(TEXT_LENGTH * 2).collect(), error: text_fault.unwrap_or_default() };
            let faults = [("claim", &claim_fault), ("objection", &typed.error)].into_iter().filter(|(_, text)| !text.is_empty());
            let errors = faults.map(|(field, text)| FormError { field: field.into(), text: text.clone(), ..FormError::default() }).collect();
            let finish = |part: RecordedPart| part.with_faults(&form.claim, claim_fault.clone(), typed.clone());
            return draw(&state, &visit, StatusCode::UNPROCESSABLE_ENTITY, Vec::new(), |page| page.with_recorded(finish, errors));
        }
    };
    match state.app.object(visit.view.row.event_id, visit.view.row.id, claim, text, visit.now).await {
        Ok(()) => Ok(visit.back(Done::Objected)),
        Err(AppError::WrongEventState(_) | AppError::WrongState(_)) => draw(&state, &visit, StatusCode::CONFLICT, Vec::new(), |page| page),
        Err(other) => Err(other.into()),
    }
}
