//! A message of the organisers to people of an event: what it says in each language, and whom it can reach.

use serde::{Deserialize, Serialize};

use super::language::{Language, Translated};
use super::registration::State;
use super::text::Line;

/// What stands over it.
pub type Subject = Line<120>;
/// Longest text, in characters.
pub const LONGEST: usize = 4_000;

/// What it says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Subject.
    pub subject: Translated,
    /// Paragraphs.
    pub text: Translated,
}

impl Words {
    /// Whether subject and text are there in a language.
    pub fn speaks(&self, language: Language) -> bool {
        !self.subject.get(language).trim().is_empty() && !self.text.get(language).trim().is_empty()
    }
}

/// The states whose people a message reaches when a list is looked at: those who are in play, or the one state that was asked for.
/// Nobody is written to before the address is proven.
pub fn reached(asked: Option<State>) -> Vec<State> {
    match asked {
        None => vec![State::AwaitingApproval, State::Confirmed, State::Waitlisted],
        Some(State::Pending | State::Expired) => Vec::new(),
        Some(state) => vec![state],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_reaches_who_has_proven_the_address() {
        assert_eq!(reached(None), [State::AwaitingApproval, State::Confirmed, State::Waitlisted]);
        for state in State::ALL.iter().copied() {
            let unproven = matches!(state, State::Pending | State::Expired);
            assert_eq!(reached(Some(state)), if unproven { vec![] } else { vec![state] }, "{state}");
        }
    }

    #[test]
    fn a_message_speaks_where_nothing_is_missing() {
        let mut words = Words { subject: Translated::same("Doors"), text: Translated::same("They open at one.") };
        assert!(Language::ALL.iter().all(|l| words.speaks(*l)));
        *words.text.get_mut(Language::De) = " \n".into();
        assert!(!words.speaks(Language::De) && words.speaks(Language::Nl));
    }
}
