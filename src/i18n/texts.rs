//! The parsed texts of one language, in two halves: what visitors and mails say, parsed at start, and what the staff pages
//! say, parsed when one of them is first shown. It must not know which other languages there are.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentMessage, FluentResource, FluentValue};
use fluent_syntax::ast;
use unic_langid::LanguageIdentifier;

use super::catalogue::I18nError;
use super::files::{self, File};
use crate::domain::language::Language;

/// Files once parsed. They are shared, not copied, by the halves of a language.
type Parsed = Vec<Arc<FluentResource>>;

/// The texts of one language.
pub(super) struct Texts {
    language: Language,
    shown: Arc<Half>,
    overriding: Parsed,
    staff: OnceLock<Half>,
}

/// Texts that refer to each other, and the files that they stand in.
struct Half {
    bundle: FluentBundle<Arc<FluentResource>>,
    files: Parsed,
}

impl Texts {
    /// The embedded texts of a language, those of `own` in place of texts of the same key. Fails on the first fault of a file
    /// that visitors and mails need, and of `own`; the staff's embedded files are only named, and looked at by a test.
    pub(super) fn read(language: Language, own: Vec<File>) -> Result<Self, I18nError> {
        let overriding = own.into_iter().map(parse).collect::<Result<Parsed, _>>()?;
        let mut faults = Vec::new();
        let shown = Half::read(language, &[], files::embedded(language, false), &overriding, &mut faults);
        match faults.into_iter().next() {
            Some(fault) => Err(fault),
            None => Ok(Self { language, shown: Arc::new(shown), overriding, staff: OnceLock::new() }),
        }
    }

    /// The same texts, with the staff's parsed for this copy alone.
    pub(super) fn passing(&self) -> Self {
        Self { language: self.language, shown: self.shown.clone(), overriding: self.overriding.clone(), staff: OnceLock::new() }
    }

    /// The half of the staff: everything that the other one holds, so that its texts may refer to any, and its own. What is
    /// wrong in it is said in the log, and seen on the page as a missing text.
    fn staff(&self) -> &Half {
        self.staff.get_or_init(|| {
            let (half, faults) = self.staff_anew();
            faults.iter().for_each(|fault| tracing::error!(language = self.language.code(), %fault, "texts of staff pages cannot be read"));
            half
        })
    }

    fn staff_anew(&self) -> (Half, Vec<I18nError>) {
        let mut faults = Vec::new();
        let half = Half::read(self.language, &self.shown.files, files::embedded(self.language, true), &self.overriding, &mut faults);
        (half, faults)
    }

    /// What is wrong with the staff's files, all of it.
    #[cfg(test)]
    pub(super) fn faults(&self) -> Vec<I18nError> {
        self.staff_anew().1
    }

    /// The half that has a key, the staff's asked last.
    fn find(&self, key: &str) -> Option<(&Half, FluentMessage<'_>)> {
        let in_half = |half: &'_ Half| half.bundle.has_message(key);
        let half = if in_half(&self.shown) { &*self.shown } else { Some(self.staff()).filter(|half| in_half(half))? };
        half.bundle.get_message(key).map(|message| (half, message))
    }

    /// Whether a key exists.
    pub(super) fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// The text of a key; why there is none otherwise.
    pub(super) fn text(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> Result<String, String> {
        let none = || "no such text".to_owned();
        let (half, message) = self.find(key).ok_or_else(none)?;
        let pattern = message.value().ok_or_else(none)?;
        let args: Option<FluentArgs<'_>> = (!args.is_empty()).then(|| args.iter().map(|(name, value)| (*name, value.clone())).collect());
        let mut faults = Vec::new();
        let text = half.bundle.format_pattern(pattern, args.as_ref(), &mut faults).into_owned();
        faults.first().map_or(Ok(text), |fault| Err(fault.to_string()))
    }

    /// Every key.
    pub(super) fn keys(&self) -> BTreeSet<&str> {
        self.staff().files.iter().flat_map(|file| keys_of(file)).collect()
    }

    /// Why a text cannot be formed even if it is given all its variables.
    pub(super) fn unformed(&self, key: &str, variables: &BTreeSet<String>) -> Option<String> {
        let args: Vec<_> = variables.iter().map(|name| (name.as_str(), FluentValue::from(2))).collect();
        self.text(key, &args).err()
    }

    /// The variables that a text uses.
    pub(super) fn variables(&self, key: &str) -> Option<BTreeSet<String>> {
        let (_, message) = self.find(key)?;
        let mut used = BTreeSet::new();
        if let Some(pattern) = message.value() {
            collect_variables(pattern, &mut used);
        }
        Some(used)
    }
}

impl Half {
    /// The files of another half, `embedded` ones, each key once, and `overriding` ones, which replace what has their key.
    fn read(
        language: Language,
        other: &[Arc<FluentResource>],
        embedded: Vec<File>,
        overriding: &[Arc<FluentResource>],
        faults: &mut Vec<I18nError>,
    ) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![locale(language)]);
        bundle.set_use_isolating(false);
        let mut files: Parsed = other.to_vec();
        other.iter().for_each(|file| bundle.add_resource_overriding(file.clone()));
        for (name, text) in embedded {
            match parse((name.clone(), text)) {
                Err(fault) => faults.push(fault),
                Ok(file) => {
                    let twice = bundle.add_resource(file.clone()).err().and_then(|of_keys| of_keys.into_iter().next());
                    faults.extend(twice.map(|fault| defined_twice(&name, &fault)));
                    files.push(file);
                }
            }
        }
        overriding.iter().for_each(|file| bundle.add_resource_overriding(file.clone()));
        files.extend(overriding.iter().cloned());
        Self { bundle, files }
    }
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

fn parse((file, text): File) -> Result<Arc<FluentResource>, I18nError> {
    let fault = |faults: Vec<_>| faults.first().map_or_else(String::new, ToString::to_string);
    FluentResource::try_new(text).map(Arc::new).map_err(|(_, faults)| I18nError::Syntax { file, fault: fault(faults) })
}

fn defined_twice(file: &str, fault: &FluentError) -> I18nError {
    match fault {
        FluentError::Overriding { id, .. } => I18nError::Twice { file: file.to_owned(), key: id.clone() },
        other => I18nError::Syntax { file: file.to_owned(), fault: other.to_string() },
    }
}

fn keys_of(file: &FluentResource) -> impl Iterator<Item = &str> {
    file.entries().filter_map(|entry| match entry {
        ast::Entry::Message(message) => Some(message.id.name),
        _ => None,
    })
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
    fn a_key_said_twice_is_named_with_its_file() {
        let of = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        let read = |files: Vec<File>| {
            let mut faults = Vec::new();
            let half = Half::read(Language::Fr, &[], files, &[], &mut faults);
            (half.files.len(), faults.iter().map(ToString::to_string).collect::<Vec<_>>())
        };
        assert_eq!(read(vec![of("a.ftl", "x = 1\n"), of("b.ftl", "y = 2\n")]), (2, vec![]));
        assert_eq!(read(vec![of("a.ftl", "x = 1\n"), of("b.ftl", "x = 2\n")]), (2, vec!["b.ftl: the key x is defined twice".to_owned()]));
        assert_eq!(read(vec![of("a.ftl", "x = 1\nx = 2\n")]), (1, vec!["a.ftl: the key x is defined twice".to_owned()]));
        let (files, faults) = read(vec![of("a.ftl", "x = { 1\n"), of("b.ftl", "y = 2\n")]);
        assert_eq!((files, faults.len()), (1, 1), "{faults:?}");
    }
}
