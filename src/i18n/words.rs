//! The domain's words in each language: one key per code, so that a new word without a text fails the test here.

use fluent_bundle::FluentValue;

use super::catalogue::Catalogue;
use super::format;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::{Cause, State};
use crate::domain::seats::Reason;
use crate::domain::sector::Sector;
use crate::domain::tlp::Tlp;

impl Catalogue {
    /// The text of one of a family's codes: the key `family-code`.
    pub fn word(&self, language: Language, family: &str, code: &str) -> String {
        self.t(language, &format!("{family}-{code}"), &[])
    }

    /// A sector's name: `Private sector`.
    pub fn sector(&self, language: Language, sector: Sector) -> String {
        self.word(language, "sector", sector.code())
    }

    /// A way of attending: `In the room`.
    pub fn mode(&self, language: Language, mode: Mode) -> String {
        self.word(language, "mode", mode.code())
    }

    /// A state in two or three words: `On the waiting list`.
    pub fn state(&self, language: Language, state: State) -> String {
        self.word(language, "state", state.code())
    }

    /// What happened, for a history.
    pub fn cause(&self, language: Language, cause: Cause) -> String {
        self.word(language, "cause", cause.code())
    }

    /// What a TLP label allows, one sentence.
    pub fn tlp_meaning(&self, language: Language, tlp: Tlp) -> String {
        self.word(language, "tlp", tlp.code())
    }

    /// What stands for an item of the agenda that only people with a seat may read of.
    pub fn agenda_withheld(&self, language: Language, tlp: Tlp) -> String {
        self.t(language, "agenda-withheld", &[("label", tlp.label().into())])
    }

    /// The rule that decided, with its limit, one sentence: `The quota of 60 for the private sector is full.`
    pub fn reason(&self, language: Language, reason: &Reason) -> String {
        let key = format!("reason-{}", reason.code());
        match reason {
            Reason::CapacityFull { limit } | Reason::OrganisationFull { limit } => self.t(language, &key, &[("limit", FluentValue::from(*limit))]),
            Reason::QuotaFull { sector, limit } => {
                self.t(language, &key, &[("sector", FluentValue::from(sector.code())), ("limit", FluentValue::from(*limit))])
            }
            Reason::Staff { text } => self.t(language, &key, &[("text", FluentValue::from(text.as_str()))]),
            Reason::MandateEnded { on: Some(day) } => self.t(language, &key, &[("day", FluentValue::from(format::date_of(language, *day)))]),
            Reason::MandateEnded { on: None } => self.t(language, "reason-mandate_gone", &[]),
            _ => self.t(language, &key, &[]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::ProofSource;
    use crate::domain::email::EmailFault;
    use crate::domain::event::{ChangedField, EventStatus};
    use crate::domain::mode::Format;
    use crate::domain::platform::{Audience, Cadence, Visibility};
    use crate::domain::registration::MailKind;
    use crate::domain::staff::Role;
    use crate::domain::text::TextFault;

    #[test]
    fn every_word_of_the_domain_has_a_text() {
        let catalogue = Catalogue::load(None).unwrap();
        let mut keys = Vec::new();
        macro_rules! family {
            ($($name:literal: $word:ident),+ $(,)?) => { $(keys.extend($word::ALL.iter().map(|w| format!(concat!($name, "-{}"), w.code())));)+ };
        }
        family!(
            "sector": Sector, "mode": Mode, "format": Format, "state": State, "cause": Cause, "tlp": Tlp, "proof-source": ProofSource,
            "changed": ChangedField, "event-status": EventStatus, "audience": Audience, "visibility": Visibility, "cadence": Cadence,
            "mail-kind": MailKind, "role": Role, "language": Language,
        );
        use EmailFault as E;
        use TextFault as T;
        for fault in [T::Empty, T::TooLong, T::ControlCharacter, T::NoLetter] {
            keys.extend(["name", "organisation", "line"].map(|field| format!("error-{field}-{}", fault.code())));
        }
        keys.extend([E::Empty, E::TooLong, E::NoAt, E::BadCharacter, E::BadDomain].map(|f| format!("error-email-{}", f.code())));
        for language in Language::ALL {
            let missing: Vec<_> = keys.iter().filter(|k| !catalogue.has(*language, k)).collect();
            assert!(missing.is_empty(), "{language}: {missing:?}");
        }
    }

    #[test]
    fn reasons_name_their_limit() {
        let catalogue = Catalogue::load(None).unwrap();
        let quota = Reason::QuotaFull { sector: Sector::Private, limit: 60 };
        assert_eq!(catalogue.reason(Language::En, &quota), "The quota of 60 for the private sector is full.");
        assert_eq!(catalogue.reason(Language::Nl, &quota), "Het quotum van 60 voor de privésector is vol.");
        assert_eq!(catalogue.reason(Language::Fr, &quota), "Le quota de 60 places pour le secteur privé est atteint.");
        assert_eq!(catalogue.reason(Language::De, &quota), "Das Kontingent von 60 für die Privatwirtschaft ist ausgeschöpft.");
        for reason in [
            Reason::SeatFree,
            Reason::CapacityFull { limit: 120 },
            Reason::OrganisationFull { limit: 2 },
            Reason::SeatFreed,
            Reason::OwnWish,
            Reason::Erased,
            Reason::NotProven,
            Reason::CalledOff,
            Reason::Staff { text: "<b>no</b>".into() },
            Reason::MandateEnded { on: chrono::NaiveDate::from_ymd_opt(2026, 11, 30) },
            Reason::MandateEnded { on: None },
            Reason::Replaced,
            Reason::StoodIn,
            Reason::CalendarDeclined,
        ] {
            for language in Language::ALL {
                let text = catalogue.reason(*language, &reason);
                assert!(!text.contains('⟦') && text.chars().count() > 8, "{reason:?} in {language}: {text}");
            }
        }
    }
}
