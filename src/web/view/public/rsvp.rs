//! What somebody's calendar answered, on their own page: which answer, when, and what it means for their place.

use crate::clock::Instant;
use crate::domain::language::Language;
use crate::domain::rsvp::{Answer, Meaning};
use crate::i18n::{Catalogue, format};

/// What is known of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RsvpInput {
    /// What it says and when it came; `None` where only a decline came for whose sender nobody vouched.
    pub given: Option<(Answer, Instant)>,
    /// Whether its sender was vouched for.
    pub verified: bool,
    /// What it means for their place.
    pub meaning: Meaning,
}

/// The sentences to say of it. Once the event is over only what was answered is still told: it means nothing any more.
pub fn words(catalogue: &Catalogue, language: Language, of: &RsvpInput, ahead: bool) -> Vec<String> {
    let word = |key: &str| catalogue.t(language, key, &[]);
    let told = of.given.filter(|_| of.meaning != Meaning::Asked);
    let given = told.map(|(answer, at)| {
        let at = format::date_time(language, at);
        catalogue.t(language, &format!("personal-rsvp-{}", answer.code()), &[("at", at.into())])
    });
    // Whoever did not give it should know that somebody else may have.
    let doubt = (told.is_some() && !of.verified && ahead).then(|| word("personal-rsvp-unverified"));
    let means = ahead.then(|| word(key(of.meaning)));
    given.into_iter().chain(doubt).chain(means).collect()
}

const fn key(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Comes => "personal-rsvp-comes",
        Meaning::MayCome => "personal-rsvp-may-come",
        Meaning::TooLate => "personal-rsvp-too-late",
        Meaning::Replaced => "personal-rsvp-replaced",
        Meaning::Asked => "personal-rsvp-asked",
        Meaning::Waits => "personal-rsvp-waits",
        Meaning::SteppedBack => "personal-rsvp-stepped-back",
    }
}
