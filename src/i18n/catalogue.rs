//! All texts by key, in each language: `locales/<language>/*.ftl`, embedded, each text replaceable from a folder.
//!
//! Keys are Fluent identifiers; those made from a domain word end in its code (`state-awaiting_approval`). It must not
//! know what any text is used for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

use crate::domain::language::Language;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../locales"]
struct Embedded;

/// The texts of every language. Built once, shared by all threads.
pub struct Catalogue {
    bundles: Vec<FluentBundle<FluentResource>>,
    variables: Vec<BTreeMap<String, BTreeSet<String>>>,
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

/// The identifier plural rules go by. An unreadable one would give the root locale's rules: one form for all numbers.
fn locale(language: Language) -> LanguageIdentifier {
    let tag = match language {
        Language::Nl => "nl-BE",
        Language::Fr => "fr-BE",
        Language::De => "de-BE",
        Language::En => "en-GB",
    };
    tag.parse().unwrap_or_default()
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
        let mut catalogue = Self { bundles: Vec::new(), variables: Vec::new() };
        for language in Language::ALL {
            let mut bundle = FluentBundle::new_concurrent(vec![locale(*language)]);
            bundle.set_use_isolating(false);
            catalogue.bundles.push(bundle);
            catalogue.variables.push(BTreeMap::new());
            for (file, text) in embedded_files(*language) {
                catalogue.add(*language, &file, text, false)?;
            }
            for (file, text) in overriding_files(overrides, *language)? {
                catalogue.add(*language, &file, text, true)?;
            }
        }
        let gaps = catalogue.gaps();
        if overrides.is_some() && !gaps.is_empty() {
            return Err(I18nError::Gaps(gaps));
        }
        Ok(catalogue)
    }

    fn add(&mut self, language: Language, file: &str, text: String, replace: bool) -> Result<(), I18nError> {
        let resource = FluentResource::try_new(text).map_err(|(_, faults)| I18nError::Syntax {
            file: file.to_owned(),
            fault: faults.first().map_or_else(String::new, ToString::to_string),
        })?;
        let known = &mut self.variables[position(language)];
        for entry in resource.entries() {
            if let ast::Entry::Message(message) = entry {
                let mut used = BTreeSet::new();
                if let Some(pattern) = &message.value {
                    collect_variables(pattern, &mut used);
                }
                let twice = known.insert(message.id.name.to_owned(), used).is_some();
                if twice && !replace {
                    return Err(I18nError::Twice { file: file.to_owned(), key: message.id.name.to_owned() });
                }
            }
        }
        let bundle = &mut self.bundles[position(language)];
        if replace {
            bundle.add_resource_overriding(resource);
        } else if let Err(faults) = bundle.add_resource(resource) {
            return Err(I18nError::Syntax { file: file.to_owned(), fault: faults.first().map_or_else(String::new, ToString::to_string) });
        }
        Ok(())
    }

    /// The text of a key in a language. A missing key or argument gives `⟦key⟧`, which every page and mail test looks for.
    pub fn t(&self, language: Language, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let bundle = &self.bundles[position(language)];
        let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) else {
            tracing::error!(key, language = language.code(), "no such text");
            return format!("⟦{key}⟧");
        };
        let mut faults = Vec::new();
        let args: Option<FluentArgs<'_>> = (!args.is_empty()).then(|| args.iter().map(|(name, value)| (*name, value.clone())).collect());
        let text = bundle.format_pattern(pattern, args.as_ref(), &mut faults);
        if let Some(fault) = faults.first() {
            tracing::error!(key, language = language.code(), %fault, "text cannot be formed");
            return format!("⟦{key}⟧");
        }
        text.into_owned()
    }

    /// Whether a key exists in a language.
    pub fn has(&self, language: Language, key: &str) -> bool {
        self.variables[position(language)].contains_key(key)
    }

    /// Every key of any language, in order.
    pub fn keys(&self) -> BTreeSet<&str> {
        self.variables.iter().flat_map(|of| of.keys().map(String::as_str)).collect()
    }

    /// The variables a text uses in a language.
    pub fn variables(&self, language: Language, key: &str) -> Option<&BTreeSet<String>> {
        self.variables[position(language)].get(key)
    }

    /// Every difference between the languages: a missing key, or other variables than in the first language.
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
        }
        gaps
    }
}

fn embedded_files(language: Language) -> Vec<(String, String)> {
    let folder = format!("{}/", language.code());
    let mut files: Vec<_> = Embedded::iter()
        .filter(|path| path.starts_with(&folder))
        .filter_map(|path| Embedded::get(&path).map(|file| (path.into_owned(), String::from_utf8_lossy(&file.data).into_owned())))
        .collect();
    files.sort();
    files
}

fn overriding_files(folder: Option<&Path>, language: Language) -> Result<Vec<(String, String)>, I18nError> {
    let Some(folder) = folder.map(|f| f.join(language.code())).filter(|f| f.is_dir()) else { return Ok(Vec::new()) };
    let read = |path: &Path, source| I18nError::Read { path: path.to_owned(), source };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(|e| read(&folder, e))? {
        let path = entry.map_err(|e| read(&folder, e))?.path();
        if path.extension().is_some_and(|e| e == "ftl") {
            let text = std::fs::read_to_string(&path).map_err(|e| read(&path, e))?;
            files.push((path.display().to_string(), text));
        }
    }
    files.sort();
    Ok(files)
}

fn collect_variables(pattern: &ast::Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            collect_from_expression(expression, into);
        }
    }
}

fn collect_from_expression(expression: &ast::Expression<&str>, into: &mut BTreeSet<String>) {
    match expression {
        ast::Expression::Inline(inline) => collect_from_inline(inline, into),
        ast::Expression::Select { selector, variants } => {
            collect_from_inline(selector, into);
            variants.iter().for_each(|v| collect_variables(&v.value, into));
        }
    }
}

fn collect_from_inline(inline: &ast::InlineExpression<&str>, into: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            into.insert(id.name.to_owned());
        }
        ast::InlineExpression::Placeable { expression } => collect_from_expression(expression, into),
        ast::InlineExpression::FunctionReference { arguments, .. } => arguments.positional.iter().for_each(|a| collect_from_inline(a, into)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_same_keys_and_variables() {
        let catalogue = Catalogue::load(None).unwrap();
        assert_eq!(catalogue.gaps(), Vec::<String>::new());
        assert!(!catalogue.keys().is_empty());
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
        std::fs::write(&file, "sector private = x\n").unwrap();
        assert!(matches!(Catalogue::load(Some(&folder)), Err(I18nError::Syntax { .. })));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
