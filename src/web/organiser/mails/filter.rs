//! Which mails are meant: what a list was filtered by, read from its address or from a form that came from it.

use crate::app::show_mails::Wanted;
use crate::clock::Instant;
use crate::db::outbox::{MailStatus, Row};
use crate::domain::ids::{EventId, MailId};
use crate::domain::language::Language;
use crate::domain::registration::MailKind;
use crate::web::extract::staff::Staff;
use crate::web::organiser::fields::Fields;
use crate::web::view::Hidden;
use crate::web::view::staff::{Input, Pair};

/// Longest search, in characters.
const LONGEST: usize = 200;

/// A filter as it was chosen.
#[derive(Clone, Debug, Default)]
pub struct MailFilter {
    /// One status; `None` for all.
    pub status: Option<MailStatus>,
    /// One kind.
    pub kind: Option<MailKind>,
    /// One language.
    pub language: Option<Language>,
    /// Words searched.
    pub search: String,
}

impl MailFilter {
    /// Reads it; what is no word of ours filters nothing.
    pub fn read(fields: &Fields) -> Self {
        Self {
            status: MailStatus::from_code(fields.get("status")),
            kind: MailKind::from_code(fields.get("kind")),
            language: Language::from_code(fields.get("language")),
            search: fields.get("q").chars().take(LONGEST).collect(),
        }
    }

    /// The question, about all events or one.
    pub fn wanted(&self, event: Option<EventId>) -> Wanted {
        let Self { status, kind, language, search } = self.clone();
        Wanted { event, status, kind, language, search, ..Wanted::default() }
    }

    /// As fields of a form.
    pub fn hidden(&self) -> Vec<Hidden> {
        self.fields().into_iter().map(|(name, value)| Hidden::new(name, value)).collect()
    }

    /// As the query of an address.
    pub fn address(&self, path: &str) -> String {
        self.query(&[]).address(path)
    }

    /// The same, only for another status.
    pub fn address_of(&self, path: &str, status: Option<MailStatus>) -> String {
        self.query(&[("status", status.map_or("", MailStatus::code))]).address(path)
    }

    /// The same, from this mail on.
    pub fn address_after(&self, path: &str, last: &Row) -> String {
        self.query(&[("before", &format!("{}.{}", last.created_at.0.timestamp_micros(), last.id))]).address(path)
    }

    fn query(&self, changes: &[(&str, &str)]) -> Fields {
        Fields(self.fields().into_iter().map(|(name, value)| (name.to_owned(), value)).collect()).with(changes)
    }

    fn fields(&self) -> Vec<(&'static str, String)> {
        let word = |name: &'static str, code: Option<&'static str>| code.map(|code| (name, code.to_owned()));
        let status = word("status", self.status.map(MailStatus::code));
        let kind = word("kind", self.kind.map(MailKind::code));
        let language = word("language", self.language.map(Language::code));
        let search = (!self.search.is_empty()).then(|| ("q", self.search.clone()));
        [status, kind, language, search].into_iter().flatten().collect()
    }

    /// The choices beside the search.
    pub fn choices(&self, staff: &Staff) -> Vec<Input> {
        let mut kinds: Vec<_> = MailKind::ALL.iter().map(|kind| (kind.code().to_owned(), staff.word("mail-kind", kind.code()))).collect();
        kinds.sort_by_key(|(_, label)| crate::domain::text::fold(label));
        let kinds = std::iter::once((String::new(), staff.t("staff-every-kind"))).chain(kinds);
        let languages = Language::ALL.iter().map(|language| (language.code().to_owned(), staff.word("language", language.code())));
        let languages = std::iter::once((String::new(), staff.t("staff-every-language"))).chain(languages);
        vec![
            Input::choice("kind", staff.t("staff-mail-kind"), self.kind.map_or("", MailKind::code), kinds),
            Input::choice("language", staff.t("staff-language"), self.language.map_or("", Language::code), languages),
        ]
    }

    /// The filter in words.
    pub fn words(&self, staff: &Staff) -> Vec<Pair> {
        let status = self.status.map(|status| Pair::new(staff.t("staff-status"), staff.word("staff-mail-status", status.code())));
        let kind = self.kind.map(|kind| Pair::new(staff.t("staff-mail-kind"), staff.word("mail-kind", kind.code())));
        let language = self.language.map(|language| Pair::new(staff.t("staff-language"), staff.word("language", language.code())));
        let search = (!self.search.is_empty()).then(|| Pair::new(staff.t("staff-mail-words"), self.search.clone()));
        [status, kind, language, search].into_iter().flatten().collect()
    }
}

/// `microseconds.number`: from which mail on.
pub fn cursor(text: &str) -> Option<(Instant, MailId)> {
    let (at, number) = text.split_once('.')?;
    Some((Instant::from_timestamp_micros(at.parse().ok()?)?, MailId(number.parse().ok()?)))
}
