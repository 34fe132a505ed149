//! Which of an event's people are meant: what a list was filtered by, read from its address or from a form that came from it.

use super::fields::Fields;
use crate::db::registrations::ListFilter;
use crate::domain::ids::RegistrationId;
use crate::domain::mode::Mode;
use crate::domain::registration::State;
use crate::domain::rsvp::Narrowed;
use crate::domain::sector::Sector;
use crate::web::extract::staff::Staff;
use crate::web::view::Hidden;
use crate::web::view::staff::Input;

/// Longest search, in characters.
const LONGEST: usize = 200;

/// A filter as it was chosen.
#[derive(Clone, Debug, Default)]
pub struct PeopleFilter {
    /// One state; `None` for all.
    pub state: Option<State>,
    /// Words searched.
    pub search: String,
    /// One way of attending.
    pub mode: Option<Mode>,
    /// One sector.
    pub sector: Option<Sector>,
    /// One answer of the calendar.
    pub rsvp: Option<Narrowed>,
}

impl PeopleFilter {
    /// Reads it; what is no word of ours filters nothing.
    pub fn read(fields: &Fields) -> Self {
        Self {
            state: State::from_code(fields.get("state")),
            search: fields.get("q").chars().take(LONGEST).collect(),
            mode: Mode::from_code(fields.get("mode")),
            sector: Sector::from_code(fields.get("sector")),
            rsvp: Narrowed::from_code(fields.get("rsvp")),
        }
    }

    /// The question to the database, a page of it.
    pub fn asked(&self, after: Option<RegistrationId>, limit: i64) -> ListFilter {
        let Self { state, mode, sector, rsvp, .. } = *self;
        ListFilter { states: state.map(|s| vec![s]), search: self.search.clone(), mode, sector, rsvp, after, limit }
    }

    /// Whether everybody is meant.
    pub fn is_empty(&self) -> bool {
        self.fields().is_empty()
    }

    /// As fields of a form.
    pub fn hidden(&self) -> Vec<Hidden> {
        self.fields().into_iter().map(|(name, value)| Hidden::new(name, value)).collect()
    }

    /// As the query of an address.
    pub fn address(&self, path: &str) -> String {
        Fields(self.fields().into_iter().map(|(name, value)| (name.to_owned(), value)).collect()).address(path)
    }

    fn fields(&self) -> Vec<(&'static str, String)> {
        let word = |name: &'static str, code: Option<&'static str>| code.map(|code| (name, code.to_owned()));
        let words = [
            word("state", self.state.map(State::code)),
            word("mode", self.mode.map(Mode::code)),
            word("sector", self.sector.map(Sector::code)),
            word("rsvp", self.rsvp.map(Narrowed::code)),
        ];
        let search = (!self.search.is_empty()).then(|| ("q", self.search.clone()));
        words.into_iter().flatten().chain(search).collect()
    }

    /// The choices beside the search; ways of attending only where there are several.
    pub fn choices(&self, staff: &Staff, modes: &[Mode]) -> Vec<Input> {
        let all = |key: &str| (String::new(), staff.t(key));
        let mode = |m: &Mode| (m.code().to_owned(), staff.word("mode", m.code()));
        let sector = |s: &Sector| (s.code().to_owned(), staff.word("sector", s.code()));
        let modes = (modes.len() > 1 || self.mode.is_some()).then(|| {
            let answers = std::iter::once(all("staff-every-mode")).chain(Mode::ALL.iter().map(mode));
            Input::choice("mode", staff.t("staff-mode"), self.mode.map_or("", Mode::code), answers)
        });
        let answers = std::iter::once(all("staff-every-sector")).chain(Sector::ALL.iter().map(sector));
        let rsvp = |by: &Narrowed| (by.code().to_owned(), staff.word("staff-rsvp", by.code()));
        let given = [Narrowed::Accepted, Narrowed::Tentative, Narrowed::Declined, Narrowed::NeedsAction, Narrowed::Asked];
        let given = std::iter::once(all("staff-rsvp-every")).chain(given.iter().map(rsvp));
        let sectors = Input::choice("sector", staff.t("staff-sector"), self.sector.map_or("", Sector::code), answers);
        modes.into_iter().chain([sectors, Input::choice("rsvp", staff.t("staff-rsvp"), self.rsvp.map_or("", Narrowed::code), given)]).collect()
    }
}
