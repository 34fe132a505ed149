//! Forms that come with files (`multipart/form-data`, RFC 7578), where a route takes them. Must not know what is in a file.

use actix_web::error::PayloadError;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::{self, Bytes};
use actix_web::{FromRequest, HttpRequest, dev};
use multer::{Constraints, Multipart, SizeLimit};

use super::body::was_too_slow;
use crate::web::error::Refusal;
use crate::web::organiser::fields::Fields;
use crate::web::view::public::Fault;

/// Most fields of a form.
const MOST_FIELDS: usize = 200;

/// On a route that takes files: how large a form with all its files may be, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Uploads(pub usize);

/// A form with its files.
#[derive(Default)]
pub struct Sent {
    /// What was typed.
    pub fields: Fields,
    /// The files by the name of their field; those that were left empty are not among them.
    pub files: Vec<(String, Bytes)>,
}

/// What stands between the parts of this request's body, if it is such a form and the route takes files.
pub fn boundary(request: &HttpRequest) -> Option<(String, Uploads)> {
    let uploads = *request.app_data::<Uploads>()?;
    let kind = request.headers().get(CONTENT_TYPE)?.to_str().ok()?;
    Some((multer::parse_boundary(kind).ok()?, uploads))
}

/// Reads the whole form into memory.
///
/// # Errors
/// 413 for more than the route takes, 408 for a body that came too slowly, 400 for one that is no such form.
pub async fn read(request: HttpRequest, payload: dev::Payload, boundary: String, most: Uploads) -> Result<Sent, Refusal> {
    let mut payload = payload;
    let body = web::Payload::from_request(&request, &mut payload).await.map_err(|_| Fault::BadRequest)?;
    let body = match body.to_bytes_limited(most.0).await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(error)) if error.as_error::<PayloadError>().is_some_and(was_too_slow) => return Err(Fault::TooSlow.into()),
        Ok(Err(_)) => return Err(Fault::BadRequest.into()),
        Err(_) => return Err(Fault::TooLarge.into()),
    };
    let limits = Constraints::new().size_limit(SizeLimit::new().whole_stream(most.0 as u64));
    let mut parts = Multipart::with_reader_with_constraints(body.as_ref(), boundary, limits);
    let mut sent = Sent::default();
    while let Some(part) = parts.next_field().await.map_err(|_| Fault::BadRequest)? {
        if sent.fields.0.len() + sent.files.len() >= MOST_FIELDS {
            return Err(Fault::BadRequest.into());
        }
        let name = part.name().unwrap_or_default().to_owned();
        let is_file = part.file_name().is_some();
        let bytes = part.bytes().await.map_err(|_| Fault::BadRequest)?;
        if is_file && !bytes.is_empty() {
            sent.files.push((name, bytes));
        } else if !is_file {
            let text = String::from_utf8(bytes.to_vec()).map_err(|_| Fault::BadRequest)?;
            sent.fields.0.push((name, text));
        }
    }
    Ok(sent)
}
