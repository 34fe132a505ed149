//! The four languages, none of which is the default, and texts that exist in each.

use serde::{Deserialize, Serialize};

crate::word! {
    /// A language of the service.
    Language { Nl = "nl", Fr = "fr", De = "de", En = "en" }
}

/// One text in up to four languages. Empty text counts as missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translated {
    /// Dutch.
    #[serde(default)]
    pub nl: String,
    /// French.
    #[serde(default)]
    pub fr: String,
    /// German.
    #[serde(default)]
    pub de: String,
    /// English.
    #[serde(default)]
    pub en: String,
}

impl Translated {
    /// The same text in every language: names that are not translated.
    pub fn same(text: &str) -> Self {
        Self { nl: text.into(), fr: text.into(), de: text.into(), en: text.into() }
    }

    /// The text in one language; may be empty.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::Fr => &self.fr,
            Language::De => &self.de,
            Language::En => &self.en,
        }
    }

    /// The place of the text in one language.
    pub fn get_mut(&mut self, language: Language) -> &mut String {
        match language {
            Language::Nl => &mut self.nl,
            Language::Fr => &mut self.fr,
            Language::De => &mut self.de,
            Language::En => &mut self.en,
        }
    }

    /// The languages in which the text is missing or blank.
    pub fn missing(&self) -> Vec<Language> {
        Language::ALL.iter().copied().filter(|l| self.get(*l).trim().is_empty()).collect()
    }

    /// The text in `language`, or, while a draft is incomplete, in the first language that has it.
    pub fn get_or_any(&self, language: Language) -> &str {
        std::iter::once(language).chain(Language::ALL.iter().copied()).map(|l| self.get(l)).find(|t| !t.trim().is_empty()).unwrap_or("")
    }
}
