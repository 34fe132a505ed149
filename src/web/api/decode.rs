//! From a JSON body to typed values. Every refusal points at its place (RFC 6901) and says the value and the way out.

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::Segment;

use super::problem::{FieldError, Problem};
use crate::domain::email::{EmailAddress, EmailFault};
use crate::domain::text::{self, Line, TextFault};

/// Reads a document.
///
/// # Errors
/// `malformed` with line and column.
pub fn document(bytes: &[u8]) -> Result<Value, Problem> {
    if bytes.is_empty() {
        return Err(Problem::new("malformed").detail("The body is empty; send a JSON document."));
    }
    serde_json::from_slice(bytes).map_err(|e| Problem::new("malformed").detail(format!("The body is not JSON: {e}.")))
}

/// Reads a typed value out of a document that stands at `pointer`.
///
/// # Errors
/// The first place that has the wrong shape.
pub fn typed<T: DeserializeOwned>(value: Value, pointer: &str) -> Result<T, FieldError> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let mut at = pointer.to_owned();
        for segment in error.path().iter() {
            match segment {
                Segment::Seq { index } => at.push_str(&format!("/{index}")),
                Segment::Map { key } | Segment::Enum { variant: key } => at.push_str(&escaped(key)),
                Segment::Unknown => {}
            }
        }
        let words = error.inner().to_string();
        let named = |start: &str| words.strip_prefix(start).and_then(|rest| rest.split('`').next()).map(escaped);
        let (code, name) = match (named("missing field `"), named("unknown field `")) {
            (Some(name), _) => ("missing", Some(name)),
            (_, Some(name)) => ("unknown_field", Some(name)),
            _ if words.starts_with("invalid type") => ("wrong_type", None),
            _ => ("invalid", None),
        };
        if let Some(name) = name.filter(|name| !at.ends_with(name.as_str())) {
            at.push_str(&name);
        }
        FieldError::at(at, code, shortened(&words))
    })
}

/// RFC 6901 §3.
fn escaped(key: &str) -> String {
    format!("/{}", shortened(key).replace('~', "~0").replace('/', "~1"))
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= 300 { text.to_owned() } else { text.chars().take(300).chain(['…']).collect() }
}

/// JSON Merge Patch (RFC 7396 §2).
pub fn merge(target: &mut Value, patch: Value) {
    let Value::Object(patch) = patch else {
        *target = patch;
        return;
    };
    if !target.is_object() {
        *target = Value::Object(serde_json::Map::new());
    }
    let Value::Object(target) = target else { return };
    for (key, value) in patch {
        if value.is_null() {
            target.remove(&key);
        } else {
            merge(target.entry(key).or_insert(Value::Null), value);
        }
    }
}

/// Checks values and gathers every refusal.
#[derive(Debug, Default)]
pub struct Checks {
    prefix: String,
    errors: Vec<FieldError>,
}

impl Checks {
    /// Checks of values that stand under `prefix`.
    pub fn under(prefix: &str) -> Self {
        Self { prefix: prefix.to_owned(), errors: Vec::new() }
    }

    /// Notes a refusal.
    pub fn refuse(&mut self, at: &str, code: &'static str, detail: impl Into<String>) {
        self.errors.push(FieldError::at(format!("{}{at}", self.prefix), code, detail));
    }

    /// One line of text.
    pub fn line<const MAX: usize>(&mut self, at: &str, text: &str) -> Option<Line<MAX>> {
        Line::parse(text).map_err(|fault| self.refuse(at, fault.code(), text_fault(fault, text, MAX))).ok()
    }

    /// One line that may be empty.
    pub fn optional_line<const MAX: usize>(&mut self, at: &str, text: &str) -> String {
        if text.trim().is_empty() { String::new() } else { self.line::<MAX>(at, text).map(String::from).unwrap_or_default() }
    }

    /// A text of several lines, at most `max` characters; may be empty.
    pub fn paragraph(&mut self, at: &str, typed: &str, max: usize) -> String {
        text::paragraphs(typed, max).map_err(|fault| self.refuse(at, fault.code(), text_fault(fault, typed, max))).unwrap_or_default()
    }

    /// A work address.
    pub fn email(&mut self, at: &str, text: &str) -> Option<EmailAddress> {
        EmailAddress::parse(text).map_err(|fault| self.refuse(at, fault.code(), email_fault(fault, text))).ok()
    }

    /// Takes the refusals of other checks.
    pub fn take(&mut self, mut others: Vec<FieldError>) {
        self.errors.append(&mut others);
    }

    /// The refusals.
    pub fn into_errors(self) -> Vec<FieldError> {
        self.errors
    }

    /// The value, if nothing was refused.
    ///
    /// # Errors
    /// Every refusal.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, Vec<FieldError>> {
        match value {
            Some(value) if self.errors.is_empty() => Ok(value),
            _ => Err(self.errors),
        }
    }
}

/// A value for a message, cut and with control characters made visible.
pub fn shown(text: &str) -> String {
    let cut: String = text.chars().take(60).collect();
    format!("{cut:?}")
}

fn text_fault(fault: TextFault, text: &str, max: usize) -> String {
    match fault {
        TextFault::Empty => "it is empty; fill it in".into(),
        TextFault::TooLong => format!("{}… is too long; use at most {max} characters", shown(text)),
        TextFault::ControlCharacter => format!("{} holds a line break, tab or other control character; leave it out", shown(text)),
        TextFault::NoLetter => format!("{} holds no letter or digit", shown(text)),
    }
}

fn email_fault(fault: EmailFault, text: &str) -> String {
    match fault {
        EmailFault::Empty => "it is empty; fill in a work e-mail address".into(),
        EmailFault::TooLong => format!("{}… is too long for an e-mail address", shown(text)),
        EmailFault::NoAt => format!("{} is not an e-mail address; it needs one @, as in name@example.be", shown(text)),
        EmailFault::BadCharacter => format!("{} holds a character that cannot stand in an e-mail address", shown(text)),
        EmailFault::BadDomain => format!("{} does not end in a domain such as example.be", shown(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Outer {
        a: Vec<Inner>,
    }

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Inner {
        #[serde(rename = "b/c")]
        b: u32,
    }

    #[test]
    fn shapes_are_refused_where_they_are_wrong() {
        for (value, pointer, code) in [
            (json!({"a": [{"b/c": 1}, {}]}), "/x/a/1/b~1c", "missing"),
            (json!({"a": [{"b/c": 1, "d": 2}]}), "/x/a/0/d", "unknown_field"),
            (json!({"a": [{"b/c": "1"}]}), "/x/a/0/b~1c", "wrong_type"),
            (json!({"a": 1}), "/x/a", "wrong_type"),
            (json!({"a": [], "z": 1}), "/x/z", "unknown_field"),
            (json!(5), "/x", "wrong_type"),
        ] {
            let error = typed::<Outer>(value.clone(), "/x").unwrap_err();
            assert_eq!((error.pointer.as_deref(), error.code), (Some(pointer), code), "{value}: {}", error.detail);
        }
    }

    #[test]
    fn patches_merge_as_rfc_7396_says() {
        for (mut target, patch, expected) in [
            (json!({"a":"b"}), json!({"a":"c"}), json!({"a":"c"})),
            (json!({"a":"b","b":"c"}), json!({"a":null}), json!({"b":"c"})),
            (json!({"a":["b"]}), json!({"a":"c"}), json!({"a":"c"})),
            (json!({"a":{"b":"c"}}), json!({"a":{"b":"d","c":null}}), json!({"a":{"b":"d"}})),
            (json!({}), json!({"a":{"bb":{"ccc":null}}}), json!({"a":{"bb":{}}})),
        ] {
            merge(&mut target, patch);
            assert_eq!(target, expected);
        }
    }
}
