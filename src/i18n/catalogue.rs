//! All texts by key, in each language: `locales/<language>/*.ftl`, embedded, each text replaceable from a folder.
//!
//! Keys are Fluent identifiers; those made from a domain word end in its code (`state-awaiting_approval`). It must not
//! know what any text is used for.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentValue;

use super::files;
use super::texts::Texts;
use crate::domain::language::Language;

/// The texts of every language. Built once, shared by all threads.
pub struct Catalogue {
    languages: Vec<Texts>,
}

/// Why the texts could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum I18nError {
    /// A file could not be read.
    #[error("cannot read {path}: {source}")]
    Read {
        /// Which file or folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file is not Fluent syntax.
    #[error("{file}: {fault}")]
    Syntax {
        /// Which file.
        file: String,
        /// The first fault.
        fault: String,
    },
    /// Two files of one language define the same key.
    #[error("{file}: the key {key} is defined twice")]
    Twice {
        /// The later file.
        file: String,
        /// The key.
        key: String,
    },
    /// The languages do not say the same things: see [`Catalogue::gaps`].
    #[error("the languages differ: {}", .0.join("; "))]
    Gaps(Vec<String>),
}

fn position(language: Language) -> usize {
    match language {
        Language::Nl => 0,
        Language::Fr => 1,
        Language::De => 2,
        Language::En => 3,
    }
}

impl Catalogue {
    /// Loads the embedded texts, then those of `<overrides>/<language>/*.ftl`, which replace texts of the same key.
    ///
    /// Fails on a syntax fault, on a key defined twice, and when an override leaves the languages unequal: a text that is
    /// only wrong in French is found at start and not by a visitor.
    pub fn load(overrides: Option<&Path>) -> Result<Self, I18nError> {
        let texts = |language: &Language| Texts::read(*language, files::overriding(overrides, *language)?);
        let catalogue = Self { languages: Language::ALL.iter().map(texts).collect::<Result<_, _>>()? };
        // The embedded texts are compared by a test.
        let gaps = if overrides.is_some() { catalogue.passing().gaps() } else { Vec::new() };
        if gaps.is_empty() { Ok(catalogue) } else { Err(I18nError::Gaps(gaps)) }
    }

    /// The same texts, for who needs all of them once: what is parsed for it goes with it, and does not stay in memory.
    pub fn passing(&self) -> Self {
        Self { languages: self.languages.iter().map(Texts::passing).collect() }
    }

    fn of(&self, language: Language) -> &Texts {
        &self.languages[position(language)]
    }

    /// The text of a key in a language. A missing key or argument gives `⟦key⟧`, which every page and mail test looks for.
    pub fn t(&self, language: Language, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.of(language).text(key, args).unwrap_or_else(|fault| {
            tracing::error!(key, language = language.code(), %fault, "text cannot be formed");
            format!("⟦{key}⟧")
        })
    }

    /// Whether a key exists in a language.
    pub fn has(&self, language: Language, key: &str) -> bool {
        self.of(language).has(key)
    }

    /// Every key of any language, in order.
    pub fn keys(&self) -> BTreeSet<&str> {
        self.languages.iter().flat_map(Texts::keys).collect()
    }

    /// The variables a text uses in a language.
    pub fn variables(&self, language: Language, key: &str) -> Option<BTreeSet<String>> {
        self.of(language).variables(key)
    }

    /// Every difference between the languages: a missing key, or other variables than in the first language; and every text
    /// that cannot be formed, because it refers to one that does not exist.
    pub fn gaps(&self) -> Vec<String> {
        let mut gaps = Vec::new();
        for key in self.keys() {
            let having: Vec<_> = Language::ALL.iter().filter_map(|l| self.variables(*l, key).map(|v| (*l, v))).collect();
            for language in Language::ALL.iter().filter(|l| !self.has(**l, key)) {
                gaps.push(format!("{key} is missing in {language}"));
            }
            if let Some((first, variables)) = having.first() {
                gaps.extend(having.iter().filter(|(_, v)| v != variables).map(|(l, _)| format!("{key} uses other variables in {l} than in {first}")));
            }
            gaps.extend(having.iter().filter_map(|(l, v)| self.of(*l).unformed(key, v)).map(|fault| format!("{key}: {fault}")));
        }
        gaps
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_same_keys_and_variables() {
        let catalogue = Catalogue::load(None).unwrap();
        assert_eq!(catalogue.gaps(), Vec::<String>::new());
        assert!(["site-owner", "staff-area"].iter().all(|key| catalogue.keys().contains(key)));
        let faults: Vec<_> = catalogue.languages.iter().flat_map(Texts::faults).map(|fault| fault.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new());
    }

    #[test]
    fn every_text_can_be_formed_in_every_language() {
        let catalogue = Catalogue::load(None).unwrap();
        for key in catalogue.keys() {
            for language in Language::ALL {
                let variables = catalogue.variables(*language, key).unwrap();
                let args: Vec<_> = variables.iter().map(|v| (v.as_str(), FluentValue::from(2))).collect();
                let text = catalogue.t(*language, key, &args);
                assert!(!text.contains('⟦') && !text.trim().is_empty(), "{key} in {language}: {text:?}");
                assert!(!text.contains("TODO") && !text.contains("  "), "{key} in {language}: {text:?}");
            }
        }
    }

    #[test]
    fn what_is_missing_is_visible() {
        let catalogue = Catalogue::load(None).unwrap();
        assert_eq!(catalogue.t(Language::Nl, "no-such-key", &[]), "⟦no-such-key⟧");
        assert_eq!(catalogue.t(Language::Fr, "reason-capacity_full", &[]), "⟦reason-capacity_full⟧");
    }

    #[test]
    fn a_folder_replaces_single_texts_and_must_stay_equal() {
        let folder = std::env::temp_dir().join(format!("quarterdeck-locales-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("fr")).unwrap();
        let file = folder.join("fr/own.ftl");
        std::fs::write(&file, "sector-private = Entreprises\n").unwrap();
        let catalogue = Catalogue::load(Some(&folder)).unwrap();
        assert_eq!(catalogue.t(Language::Fr, "sector-private", &[]), "Entreprises");
        assert_ne!(catalogue.t(Language::Nl, "sector-private", &[]), "Entreprises");
        std::fs::write(&file, "sector-private = Entreprises { $x }\n").unwrap();
        assert!(matches!(Catalogue::load(Some(&folder)), Err(I18nError::Gaps(_))));
        std::fs::write(&file, "staff-area = { no-such-text }\n").unwrap();
        let refused = Catalogue::load(Some(&folder)).err().unwrap().to_string();
        assert!(refused.contains("staff-area") && refused.contains("no-such-text"), "{refused}");
        std::fs::write(&file, "staff-area = Chez { site-owner }\n").unwrap();
        let catalogue = Catalogue::load(Some(&folder)).unwrap();
        let owner = catalogue.t(Language::Fr, "site-owner", &[]);
        assert_eq!(catalogue.t(Language::Fr, "staff-area", &[]), format!("Chez {owner}"), "one half refers to the other");
        std::fs::write(&file, "sector private = x\n").unwrap();
        assert!(matches!(Catalogue::load(Some(&folder)), Err(I18nError::Syntax { .. })));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
