//! A request's body, within a time: who sends it drop by drop holds a connection and a handler for as long as they like.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::web::Bytes;
use futures_core::Stream;
use tokio::time::Sleep;

/// How long a body may take.
#[derive(Clone, Copy, Debug)]
pub struct BodyTime(pub Duration);

/// A body that must have come within a time from now.
pub fn within(payload: Payload, time: Duration) -> Payload {
    match payload {
        Payload::None => Payload::None,
        payload => Payload::Stream { payload: Box::pin(Timed { payload, end: Box::pin(tokio::time::sleep(time)) }) },
    }
}

/// Whether reading a body failed because its time was over.
pub fn was_too_slow(error: &PayloadError) -> bool {
    matches!(error, PayloadError::Io(e) if e.kind() == io::ErrorKind::TimedOut)
}

struct Timed {
    payload: Payload,
    end: Pin<Box<Sleep>>,
}

impl Stream for Timed {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        // The time counts for the whole: one drop a second must not begin it anew.
        if self.end.as_mut().poll(cx).is_ready() {
            return Poll::Ready(Some(Err(PayloadError::Io(io::ErrorKind::TimedOut.into()))));
        }
        Pin::new(&mut self.payload).poll_next(cx)
    }
}
