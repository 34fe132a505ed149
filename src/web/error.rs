//! A refusal on its way to a browser. The handler says what happened; the frame (see `frame`) draws the page, in the
//! reader's language, so that no handler can forget it.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};

use super::view::ViewError;
use super::view::public::Fault;
use crate::app::AppError;
use crate::db::DbError;

/// What kept a request from being answered.
#[derive(Debug, thiserror::Error)]
#[error("{fault:?}")]
pub struct Refusal {
    /// The kind of page.
    pub fault: Fault,
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self { fault }
    }
}

impl From<AppError> for Refusal {
    fn from(error: AppError) -> Self {
        let fault = match &error {
            AppError::NotFound => Fault::NotFound,
            AppError::ProofLapsed => Fault::Gone,
            AppError::OrganisationFixed => Fault::AskOrganisers,
            AppError::Forbidden => Fault::Forbidden,
            AppError::Busy => Fault::Unavailable,
            AppError::Fault(cause) => {
                tracing::error!(error = %cause, "a request failed");
                if matches!(cause, DbError::Unavailable(_) | DbError::Again(_)) { Fault::Unavailable } else { Fault::Internal }
            }
            _ => Fault::Conflict,
        };
        fault.into()
    }
}

impl From<ViewError> for Refusal {
    fn from(error: ViewError) -> Self {
        tracing::error!(error = %error, "a page could not be drawn");
        Fault::Internal.into()
    }
}

impl ResponseError for Refusal {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.fault.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        let mut answer = HttpResponse::build(self.status_code());
        if let Fault::TooMany(seconds) = self.fault {
            answer.insert_header((header::RETRY_AFTER, seconds));
        }
        let mut response = answer.finish();
        response.extensions_mut().insert(self.fault);
        response
    }
}

/// What page handlers answer.
pub type Answer = Result<HttpResponse, Refusal>;
